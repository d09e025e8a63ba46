"""Facts of the single-agency action plan of 2014-15 (in the joint plan's report), typed by hand from the print."""

from typing import NamedTuple


class Row(NamedTuple):
    """One printed action: its area for improvement, its priority and its timescale; "" for a cell that is empty."""

    area: int
    priority: str
    timescale: str


# In printed order. "December / 2015" is broken over two rows by a page.
ROWS = (
    Row(1, "High", "October 2014"),
    Row(1, "High", "November 2014"),
    Row(1, "", ""),
    Row(1, "High", "November 2014"),
    Row(1, "High", "March 2015"),
    Row(1, "High", "August 2014"),
    Row(1, "High", "September 2014"),
    Row(1, "High", "February 2015"),
    Row(1, "High", "December 2014"),
    Row(1, "High", "December / 2015"),
    Row(1, "Medium", "March 2015"),
    Row(1, "Medium", "January 2015"),
    Row(1, "Medium", "January 2015"),
    Row(1, "High", "December 2014"),
    Row(2, "High", "October 14"),
    Row(2, "High", "October 14"),
    Row(2, "High", "December 2014"),
    Row(2, "", ""),
    Row(2, "High", "October 2014"),
    Row(2, "Medium", "March 2015"),
    Row(2, "Medium", "February 2015"),
    Row(2, "Medium", "February 2015"),
    Row(2, "", "April 2015"),
    Row(2, "", "October 2014"),
    Row(3, "Medium", "March 2015"),
    Row(3, "Medium", "December 2014"),
    Row(3, "Medium", "March 2015"),
    Row(3, "High", "December / 2015"),
    Row(4, "Medium", "November 2014"),
    Row(4, "Medium", "March 2015"),
    Row(4, "High", "August 2014"),
    Row(5, "High", "March 2015"),
    Row(5, "Medium", "April 2015"),
)
AREA_SIZES = {1: 14, 2: 10, 3: 4, 4: 3, 5: 2}

# Wordings of time in the other columns: how it will be known, and evidence of progress.
OTHER_WORDINGS = (
    "pre and post new year",
    "Post new year",
    "Jan - Feb 2015",
    "on a monthly basis",
    "Reported on a monthly basis",
    "March",
    "March and April 2015",
    "Bi monthly",
    "Bi monthly reporting",
    "Bi monthly report",
    "quarterly",
    "Quarterly report",
    "Bi-annual reporting",
    "2015",
    "December and January",
    "Ongoing",
)
# The dates of its versions, as printed.
VERSION_DATES = ("02/8/14", "14/8/14", "17/8/14", "24/8/14", "08/09/14", "18/11/14", "27/03/15")
