"""Open data: editions as they were frozen, tables of actions and changes, what describes them, and all in one file."""

from generator.outputs.data.edition_schema import edition_schema
from generator.outputs.data.files import TABLES, data_files

__all__ = ["TABLES", "data_files", "edition_schema"]
