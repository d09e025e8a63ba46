"""Every table of open data."""

from typing import Any

from generator.data.actions import ACTIONS
from generator.data.changes import CHANGES
from generator.data.table import Table

TABLES: tuple[Table[Any], ...] = (ACTIONS, CHANGES)
