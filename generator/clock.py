"""What day it is. Nothing else reads the clock for a day: each step below is told it."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

EPOCH = "SOURCE_DATE_EPOCH"


class EpochError(ValueError):
    """SOURCE_DATE_EPOCH is no count of seconds."""


def today_in(zone: ZoneInfo) -> date:
    """Today in `zone`: by SOURCE_DATE_EPOCH where it is set, else by the clock.

    Raises EpochError.
    """
    epoch = os.environ.get(EPOCH)
    if not epoch:
        return datetime.now(zone).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError) as error:
        raise EpochError(f"{EPOCH} is {epoch!r}, and must be a count of seconds") from error
