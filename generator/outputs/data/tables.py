"""Every table of open data."""

from typing import Any

from generator.outputs.data.actions import ACTIONS
from generator.outputs.data.changes import CHANGES
from generator.outputs.data.table import Table

TABLES: tuple[Table[Any], ...] = (ACTIONS, CHANGES)
