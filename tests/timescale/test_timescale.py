"""Officers' words for time are read as a person would read them, or not at all."""

import calendar
import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.timescale import Part, Reading, days_or_years, read
from generator.timescale.interval import shift
from tests.plans import falkirk_facts as falkirk
from tests.plans import joint_facts as joint
from tests.plans import single_agency_facts as single_agency


def day(year: int, month: int, number: int) -> Part:
    return Part("day", date(year, month, number), date(year, month, number))


def week(year: int, month: int, number: int, *last: int) -> Part:
    return Part("week", date(year, month, number), date(*last))


def month(year: int, number: int, last: int) -> Part:
    return Part("month", date(year, number, 1), date(year, number, last))


def quarter(year: int, first: int, last: int, last_day: int) -> Part:
    return Part("quarter", date(year, first, 1), date(year, last, last_day))


def year(number: int) -> Part:
    return Part("year", date(number, 1, 1), date(number, 12, 31))


def financial_year(number: int) -> Part:
    return Part("financial-year", date(number, 4, 1), date(number + 1, 3, 31))


def span(start: tuple[int, int, int], end: tuple[int, int, int]) -> Part:
    return Part("span", date(*start), date(*end))


def every(count: int, unit, start=None, end=None, month: int = 0) -> Part:
    return Part("recurring", date(*start) if start else None, date(*end) if end else None, (count, unit), month=month)


def within(count: int, unit) -> Part:
    return Part("relative", within=(count, unit))


SIX_MONTHLY, YEARLY, QUARTERLY, MONTHLY = every(6, "month"), every(1, "year"), every(3, "month"), every(1, "month")
WEEKLY, FORTNIGHTLY = every(1, "week"), every(2, "week")
ONGOING, AT_ONCE = Part("ongoing"), Part("immediate")
SEPTEMBER_2020 = month(2020, 9, 30)
MARCH_2019, APRIL_2019, JUNE_2019, MARCH_2020 = (
    *(month(2019, 3, 31), month(2019, 4, 30), month(2019, 6, 30)),
    month(2020, 3, 31),
)

# Typed by hand from the printed plans, with how a person reads them.
FALKIRK = {
    "Sept 2020": [SEPTEMBER_2020],
    "June 2020": [month(2020, 6, 30)],
    "Sept 2010": [month(2010, 9, 30)],
    "Progress reported to CPC 6 monthly": [SIX_MONTHLY],
    "April 2019": [APRIL_2019],
    "March 2019": [MARCH_2019],
    "Reported to CPC 6 monthly": [SIX_MONTHLY],
    "Dec 2019": [month(2019, 12, 31)],
    "Sept 2019": [month(2019, 9, 30)],
    "Reported to CPC quarterly and annually": [QUARTERLY, YEARLY],
    "October 2018": [month(2018, 10, 31)],
    "By December 2019": [month(2019, 12, 31)],
    "December 2019": [month(2019, 12, 31)],
    "June 2019": [JUNE_2019],
    "Sep 2019": [month(2019, 9, 30)],
    "January 2019": [month(2019, 1, 31)],
    "Sep 2020": [SEPTEMBER_2020],
    "October 2019": [month(2019, 10, 31)],
    "Report to CPC 6 monthly": [SIX_MONTHLY],
    "Report to CPC annually": [YEARLY],
}
SINGLE_AGENCY = {
    "August 2014": [month(2014, 8, 31)],
    "September 2014": [month(2014, 9, 30)],
    "October 2014": [month(2014, 10, 31)],
    "October 14": [month(2014, 10, 31)],
    "November 2014": [month(2014, 11, 30)],
    "December 2014": [month(2014, 12, 31)],
    "January 2015": [month(2015, 1, 31)],
    "February 2015": [month(2015, 2, 28)],
    "March 2015": [month(2015, 3, 31)],
    "April 2015": [month(2015, 4, 30)],
    "December / 2015": [month(2015, 12, 31)],
    # in its other columns
    "Jan - Feb 2015": [span((2015, 1, 1), (2015, 2, 28))],
    "on a monthly basis": [MONTHLY],
    "Reported on a monthly basis": [MONTHLY],
    "March and April 2015": [month(2015, 3, 31), month(2015, 4, 30)],
    "quarterly": [QUARTERLY],
    "Quarterly report": [QUARTERLY],
    "2015": [year(2015)],
    "Ongoing": [ONGOING],
}
SINGLE_AGENCY_UNREAD = {
    "pre and post new year": "unread",
    "Post new year": "unread",
    "March": "unread",
    "December and January": "unread",
    "Bi monthly": "ambiguous",
    "Bi monthly reporting": "ambiguous",
    "Bi monthly report": "ambiguous",
    "Bi-annual reporting": "ambiguous",
}
# The reports of 2008, 2013 and 2015 around the plans
REPORTS = {
    "Monday 11th February 2008": [day(2008, 2, 11)],
    "Monday 11 February 2008": [day(2008, 2, 11)],
    "18th June 2008": [day(2008, 6, 18)],
    "on 18 June 2008": [day(2008, 6, 18)],
    "December 2007": [month(2007, 12, 31)],
    "in December 2007": [month(2007, 12, 31)],
    "June 2008": [month(2008, 6, 30)],
    "in June 2008": [month(2008, 6, 30)],
    "6 monthly": [SIX_MONTHLY],
    "annual": [YEARLY],
    "annual review": [YEARLY],
    "A monthly monitoring report": [MONTHLY],
    "Immediately:": [AT_ONCE],
    "Immediately": [AT_ONCE],
    "Within three months:": [within(3, "month")],
    "Within three months": [within(3, "month")],
    "Within six months": [within(6, "month")],
    "within four months": [within(4, "month")],
    "On 16 April 2013": [day(2013, 4, 16)],
    "13 June 2013": [day(2013, 6, 13)],
    "at the end of July 2013": [month(2013, 7, 31)],
    "end of July 2013": [month(2013, 7, 31)],
    "2 April 2015": [day(2015, 4, 2)],
    "Monday the 18th of May 2015": [day(2015, 5, 18)],
    "the week beginning 18th of May 2015": [week(2015, 5, 18, 2015, 5, 24)],
    "between January and February 2014": [span((2014, 1, 1), (2014, 2, 28))],
    "June and October 2014": [month(2014, 6, 30), month(2014, 10, 31)],
    "June and October 2014 and January 2015": [month(2014, 6, 30), month(2014, 10, 31), month(2015, 1, 31)],
    "the 5th of September 2014": [day(2014, 9, 5)],
    "30th of March 2015": [day(2015, 3, 30)],
    "by April 2015": [month(2015, 4, 30)],
    "fortnightly": [FORTNIGHTLY],
    "6 weekly": [every(6, "week")],
    "12.12.14": [day(2014, 12, 12)],
    "30/31.10.14": [span((2014, 10, 30), (2014, 10, 31))],
    "Feb15": [month(2015, 2, 28)],
    "March/April 2015": [span((2015, 3, 1), (2015, 4, 30))],
    "April to May 2015": [span((2015, 4, 1), (2015, 5, 31))],
    "April 2015 to April 2016": [span((2015, 4, 1), (2016, 4, 30))],
    "March-June, 2015": [span((2015, 3, 1), (2015, 6, 30))],
    "June and July 2014": [month(2014, 6, 30), month(2014, 7, 31)],
    "April and May 2015": [month(2015, 4, 30), month(2015, 5, 31)],
    "Jan - March 2015": [span((2015, 1, 1), (2015, 3, 31))],
    "January, 2015": [month(2015, 1, 31)],
    "end of May 2015": [month(2015, 5, 31)],
    "end March 2015": [month(2015, 3, 31)],
    "DEC 14": [month(2014, 12, 31)],
    "by December 2014": [month(2014, 12, 31)],
    "22-01-15": [day(2015, 1, 22)],
}
DAYS = {
    "31 March 2019": [day(2019, 3, 31)],
    "1st April 2019": [day(2019, 4, 1)],
    "2nd Sept 2019": [day(2019, 9, 2)],
    "3rd of May 2019": [day(2019, 5, 3)],
    "29 February 2020": [day(2020, 2, 29)],
    "31/03/2019": [day(2019, 3, 31)],
    "4/5/2019": [day(2019, 5, 4)],
    "4/5/19": [day(2019, 5, 4)],
    "12.12.14": [day(2014, 12, 12)],
    "31-03-2019": [day(2019, 3, 31)],
    "2019-03-31": [day(2019, 3, 31)],
    "by 31 March 2019": [day(2019, 3, 31)],
    "3-Dec-19": [day(2019, 12, 3)],
    "30-Apr-2015": [day(2015, 4, 30)],
    "5 Jan '19": [day(2019, 1, 5)],
    "March 31, 2019": [day(2019, 3, 31)],
    "Mon 11 Feb 2008": [day(2008, 2, 11)],
    "Thurs 2 April 2015": [day(2015, 4, 2)],
    "Tues. 16 April 2013": [day(2013, 4, 16)],
    "Sunday, 31 March 2019": [day(2019, 3, 31)],
    "Wednesday 18/06/2008": [day(2008, 6, 18)],
    "by Friday 29 March 2019": [day(2019, 3, 29)],
    "on 3 May 2019": [day(2019, 5, 3)],
    "on or before 3 May 2019": [day(2019, 5, 3)],
    "no later than 31 March 2019": [day(2019, 3, 31)],
    "Not later than 31 March 2019": [day(2019, 3, 31)],
    "due 31 March 2019": [day(2019, 3, 31)],
    "due by 31 March 2019": [day(2019, 3, 31)],
    "Due on 31 March 2019": [day(2019, 3, 31)],
    "due date: 31 March 2019": [day(2019, 3, 31)],
    "Deadline 31 March 2019": [day(2019, 3, 31)],
    "completed by 31 March 2019": [day(2019, 3, 31)],
    "To be completed by 31 March 2019": [day(2019, 3, 31)],
    "For completion by 31 March 2019": [day(2019, 3, 31)],
    "complete by 31 March 2019": [day(2019, 3, 31)],
    "in place by 31 March 2019": [day(2019, 3, 31)],
    "Reported to CPC by 31 March 2019": [day(2019, 3, 31)],
    "until 31 March 2019": [day(2019, 3, 31)],
    "up to and including 31 March 2019": [day(2019, 3, 31)],
    "before 1 April 2019": [day(2019, 3, 31)],
    "Before April 2019": [day(2019, 3, 31)],
    "before March 2020": [day(2020, 2, 29)],
    "before 2019": [day(2018, 12, 31)],
    "before 2019/20": [day(2019, 3, 31)],
    "before 1 January 2019": [day(2018, 12, 31)],
    "prior to 1 April 2019": [day(2019, 3, 31)],
    "before the start of April 2019": [day(2019, 3, 31)],
}
WEEKS = {
    "week of Monday 18 May 2015": [week(2015, 5, 18, 2015, 5, 24)],
    "the week of 20 May 2015": [week(2015, 5, 18, 2015, 5, 24)],
    "week beginning 18 May 2015": [week(2015, 5, 18, 2015, 5, 24)],
    "week beginning Monday 18 May 2015": [week(2015, 5, 18, 2015, 5, 24)],
    "week commencing 18 May 2015": [week(2015, 5, 18, 2015, 5, 24)],
    "w/c 18/05/2015": [week(2015, 5, 18, 2015, 5, 24)],
    "w/c 30 December 2019": [week(2019, 12, 30, 2020, 1, 5)],
    "wc 18 May 2015": [week(2015, 5, 18, 2015, 5, 24)],
    "w/b 18.05.15": [week(2015, 5, 18, 2015, 5, 24)],
    "by w/c 18 May 2015": [week(2015, 5, 18, 2015, 5, 24)],
    "week ending 22 May 2015": [week(2015, 5, 16, 2015, 5, 22)],
    "Week ending Friday 3 January 2020": [week(2019, 12, 28, 2020, 1, 3)],
    "w/e 22 May 2015": [week(2015, 5, 16, 2015, 5, 22)],
}
MONTHS = {
    "February 2020": [month(2020, 2, 29)],
    "Feb 2019": [month(2019, 2, 28)],
    "May 2019": [month(2019, 5, 31)],
    "Oct-14": [month(2014, 10, 31)],
    "Mar '19": [MARCH_2019],
    "Sept. 2019": [month(2019, 9, 30)],
    "December, 2015": [month(2015, 12, 31)],
    "03/2019": [MARCH_2019],
    "by the end of March 2019": [MARCH_2019],
    "By end of June 2019": [JUNE_2019],
    "by end March 2019": [MARCH_2019],
    "end of March 2019": [MARCH_2019],
    "end March 2019": [MARCH_2019],
    "end-March 2019": [MARCH_2019],
    "before the end of March 2019": [MARCH_2019],
    "in March 2019": [MARCH_2019],
    "during March 2019": [MARCH_2019],
    "until March 2020": [MARCH_2020],
    "till March 2020": [MARCH_2020],
    "up to March 2020": [MARCH_2020],
    "Outcome- Sept 2020": [SEPTEMBER_2020],
    "Outcome-Sept  2020": [SEPTEMBER_2020],
    "Target: March 2020": [MARCH_2020],
    "Target date March 2020": [MARCH_2020],
}
QUARTERS_AND_YEARS = {
    "Q1 2019/20": [quarter(2019, 4, 6, 30)],
    "Q2 2019/20": [quarter(2019, 7, 9, 30)],
    "Q3 2019/20": [quarter(2019, 10, 12, 31)],
    "Q4 2019/20": [quarter(2020, 1, 3, 31)],
    "quarter 1 2019-20": [quarter(2019, 4, 6, 30)],
    "Quarter 3, 2019/2020": [quarter(2019, 10, 12, 31)],
    "by the end of Q2 2019/20": [quarter(2019, 7, 9, 30)],
    "Q1 of financial year 2019/20": [quarter(2019, 4, 6, 30)],
    "Q1 FY19/20": [quarter(2019, 4, 6, 30)],
    "Q1 19/20": [quarter(2019, 4, 6, 30)],
    "2019/20 Q4": [quarter(2020, 1, 3, 31)],
    "first quarter of 2019/20": [quarter(2019, 4, 6, 30)],
    "the fourth quarter of 2019/20": [quarter(2020, 1, 3, 31)],
    "Q1 of calendar year 2019": [quarter(2019, 1, 3, 31)],
    "quarter ending March 2019": [quarter(2019, 1, 3, 31)],
    "quarter ending 30 June 2019": [quarter(2019, 4, 6, 30)],
    "quarter to 31 March 2019": [quarter(2019, 1, 3, 31)],
    "quarter to end of March 2019": [quarter(2019, 1, 3, 31)],
    "2020": [year(2020)],
    "by 2020": [year(2020)],
    "during 2019": [year(2019)],
    "within 2019": [year(2019)],
    "throughout 2019": [year(2019)],
    "by the end of 2019": [year(2019)],
    "end 2019": [year(2019)],
    "calendar year 2019": [year(2019)],
    "the 2019 calendar year": [year(2019)],
    "year 2019": [year(2019)],
    "2019/20": [financial_year(2019)],
    "2019-20": [financial_year(2019)],
    "2019/2020": [financial_year(2019)],
    "2019 - 2020": [financial_year(2019)],
    "1999/00": [financial_year(1999)],
    "2011-12": [financial_year(2011)],
    "FY 2019/20": [financial_year(2019)],
    "FY19/20": [financial_year(2019)],
    "FY 19-20": [financial_year(2019)],
    "financial year 2019-20": [financial_year(2019)],
    "The financial year 2019/20": [financial_year(2019)],
    "2019/20 financial year": [financial_year(2019)],
    "by the end of financial year 2019/20": [financial_year(2019)],
    "by end of 2019/20": [financial_year(2019)],
    "during 2019/20": [financial_year(2019)],
    "within 2019/20": [financial_year(2019)],
    "year ending 31 March 2020": [financial_year(2019)],
    "year to March 2020": [financial_year(2019)],
}
SPANS = {
    "2018-20": [span((2018, 1, 1), (2020, 12, 31))],
    "2018-2020": [span((2018, 1, 1), (2020, 12, 31))],
    "2018 to 2020": [span((2018, 1, 1), (2020, 12, 31))],
    "2018/19 to 2020/21": [span((2018, 4, 1), (2021, 3, 31))],
    "March to June 2019": [span((2019, 3, 1), (2019, 6, 30))],
    "March - June 2019": [span((2019, 3, 1), (2019, 6, 30))],
    "Mar-Jun 2019": [span((2019, 3, 1), (2019, 6, 30))],
    "from March to June 2019": [span((2019, 3, 1), (2019, 6, 30))],
    "April 2018 to March 2020": [span((2018, 4, 1), (2020, 3, 31))],
    "April 2018-March 2020": [span((2018, 4, 1), (2020, 3, 31))],
    "Apr-18 - Mar-20": [span((2018, 4, 1), (2020, 3, 31))],
    "1 April 2019 - 31 March 2020": [span((2019, 4, 1), (2020, 3, 31))],
    "from 1 April 2019 to 31 March 2020": [span((2019, 4, 1), (2020, 3, 31))],
    "from 1 April 2019 until the end of March 2020": [span((2019, 4, 1), (2020, 3, 31))],
    "01/04/2019 - 31/03/2020": [span((2019, 4, 1), (2020, 3, 31))],
    "01/04/2019-31/03/2020": [span((2019, 4, 1), (2020, 3, 31))],
    "31 March to 30 September 2019": [span((2019, 3, 31), (2019, 9, 30))],
    "between March and June 2019": [span((2019, 3, 1), (2019, 6, 30))],
    "between April 2018 and March 2020": [span((2018, 4, 1), (2020, 3, 31))],
    "between 3 and 7 June 2019": [span((2019, 6, 3), (2019, 6, 7))],
    "17-19 March 2015": [span((2015, 3, 17), (2015, 3, 19))],
    "17 to 19 March 2015": [span((2015, 3, 17), (2015, 3, 19))],
    "17th - 19th March 2015": [span((2015, 3, 17), (2015, 3, 19))],
    "1-31 March 2019": [span((2019, 3, 1), (2019, 3, 31))],
    "17, 18 and 19 March 2015": [span((2015, 3, 17), (2015, 3, 19))],
    "17, 18 & 19 March 2015": [span((2015, 3, 17), (2015, 3, 19))],
    "17 & 18 March 2015": [span((2015, 3, 17), (2015, 3, 18))],
    "17 and 18 March 2015": [span((2015, 3, 17), (2015, 3, 18))],
    "17/18 March 2015": [span((2015, 3, 17), (2015, 3, 18))],
    "Tuesday 17 to Thursday 19 March 2015": [span((2015, 3, 17), (2015, 3, 19))],
    "December 2015/January 2016": [span((2015, 12, 1), (2016, 1, 31))],
    "March/April 2019": [span((2019, 3, 1), (2019, 4, 30))],
    "Q1 to Q3 2019/20": [span((2019, 4, 1), (2019, 12, 31))],
}
SEVERAL = {
    "March 2019 and September 2019": [MARCH_2019, month(2019, 9, 30)],
    "March 2019; June 2019": [MARCH_2019, JUNE_2019],
    "March 2019, June 2019": [MARCH_2019, JUNE_2019],
    "March 2019, June 2019 and March 2020": [MARCH_2019, JUNE_2019, MARCH_2020],
    "March 2019, then June 2019": [MARCH_2019, JUNE_2019],
    "June and September 2019": [JUNE_2019, month(2019, 9, 30)],
    "March, June and September 2019": [MARCH_2019, JUNE_2019, month(2019, 9, 30)],
    "March & June 2019": [MARCH_2019, JUNE_2019],
    "31 March and 30 September 2019": [day(2019, 3, 31), day(2019, 9, 30)],
    "Q1 and Q3 2019/20": [quarter(2019, 4, 6, 30), quarter(2019, 10, 12, 31)],
    "3 and 17 March 2015": [day(2015, 3, 3), day(2015, 3, 17)],
    "2019/20 and 2020/21": [financial_year(2019), financial_year(2020)],
    "by March 2019 and by June 2019": [MARCH_2019, JUNE_2019],
    "March 2019 and 6 monthly": [MARCH_2019, SIX_MONTHLY],
    "March 2019 and 6 monthly thereafter": [MARCH_2019, SIX_MONTHLY],
    "March 2019, thereafter annually": [MARCH_2019, YEARLY],
    "March 2019 then annually": [MARCH_2019, YEARLY],
    "March 2019 and then annually after that": [MARCH_2019, YEARLY],
    "March 2019 and annually thereafter": [MARCH_2019, YEARLY],
    "June 2019 & ongoing": [JUNE_2019, ONGOING],
    "Immediately and ongoing": [AT_ONCE, ONGOING],
    "immediately, then monthly": [AT_ONCE, MONTHLY],
    "within three months and annually thereafter": [within(3, "month"), YEARLY],
    "within 3 months of publication, then 6 monthly": [within(3, "month"), SIX_MONTHLY],
    "quarterly & annually": [QUARTERLY, YEARLY],
}
RECURRING = {
    "Six-monthly": [SIX_MONTHLY],
    "6-monthly": [SIX_MONTHLY],
    "6monthly": [SIX_MONTHLY],
    "every 6 months": [SIX_MONTHLY],
    "Every six months": [SIX_MONTHLY],
    "once every six months": [SIX_MONTHLY],
    "half-yearly": [SIX_MONTHLY],
    "Twice a year": [SIX_MONTHLY],
    "three times a year": [every(4, "month")],
    "daily": [every(1, "day")],
    "weekly": [WEEKLY],
    "every week": [WEEKLY],
    "every 2 weeks": [FORTNIGHTLY],
    "every fortnight": [FORTNIGHTLY],
    "every other week": [FORTNIGHTLY],
    "monthly": [MONTHLY],
    "each month": [MONTHLY],
    "every other month": [every(2, "month")],
    "3 monthly": [QUARTERLY],
    "Quarterly": [QUARTERLY],
    "every quarter": [QUARTERLY],
    "annually": [YEARLY],
    "each year": [YEARLY],
    "once a year": [YEARLY],
    "biennial": [every(2, "year")],
    "biennially": [every(2, "year")],
    "every two years": [every(2, "year")],
    "three-yearly": [every(3, "year")],
    "annually thereafter": [YEARLY],
    "Report to board monthly": [MONTHLY],
    "reviewed annually": [YEARLY],
    "to be reviewed 6 monthly": [SIX_MONTHLY],
    "updated every six months": [SIX_MONTHLY],
    "6 monthly reports": [SIX_MONTHLY],
    "annual report": [YEARLY],
    "an annual report": [YEARLY],
    "6 monthly reviews": [SIX_MONTHLY],
    "monthly meetings": [MONTHLY],
    "quarterly progress reports": [QUARTERLY],
    "6 monthly reports to CPC": [SIX_MONTHLY],
    "annual report to the Public Protection Forum": [YEARLY],
    "monthly report to CPC and annual review": [MONTHLY, YEARLY],
    "on a quarterly basis": [QUARTERLY],
    "monthly from April 2019": [every(1, "month", (2019, 4, 1))],
    "monthly, starting in April 2019": [every(1, "month", (2019, 4, 1))],
    "monthly commencing 1 May 2019": [every(1, "month", (2019, 5, 1))],
    "monthly reports from April 2019": [every(1, "month", (2019, 4, 1))],
    "quarterly until March 2020": [every(3, "month", None, (2020, 3, 31))],
    "quarterly to the end of March 2020": [every(3, "month", None, (2020, 3, 31))],
    "6 monthly from April 2019 to March 2020": [every(6, "month", (2019, 4, 1), (2020, 3, 31))],
    "6 monthly from April 2019 until March 2020": [every(6, "month", (2019, 4, 1), (2020, 3, 31))],
    "weekly from March to June 2019": [every(1, "week", (2019, 3, 1), (2019, 6, 30))],
    "monthly between March and June 2019": [every(1, "month", (2019, 3, 1), (2019, 6, 30))],
    "Reported to CPC 6 monthly from April 2019": [every(6, "month", (2019, 4, 1))],
    "annually in June": [every(1, "year", month=6)],
    "annually, in June": [every(1, "year", month=6)],
    "Annual report in September": [every(1, "year", month=9)],
    "annually by the end of March": [every(1, "year", month=3)],
    "every March": [every(1, "year", month=3)],
    "each September": [every(1, "year", month=9)],
    "by June each year": [every(1, "year", month=6)],
    "in May of each year": [every(1, "year", month=5)],
    "annually in June from 2019": [every(1, "year", (2019, 1, 1), month=6)],
}
OTHER_KINDS = {
    "immediate": [AT_ONCE],
    "at once": [AT_ONCE],
    "With immediate effect": [AT_ONCE],
    "straight away": [AT_ONCE],
    "Now": [AT_ONCE],
    "On-going": [ONGOING],
    "on going": [ONGOING],
    "continuous": [ONGOING],
    "Continuing": [ONGOING],
    "throughout the plan": [ONGOING],
    "rolling": [ONGOING],
    "rolling programme": [ONGOING],
    "from April 2019": [Part("ongoing", date(2019, 4, 1))],
    "from April 2019 onwards": [Part("ongoing", date(2019, 4, 1))],
    "April 2019 onwards": [Part("ongoing", date(2019, 4, 1))],
    "From 1 May 2019": [Part("ongoing", date(2019, 5, 1))],
    "April 2019 - ongoing": [Part("ongoing", date(2019, 4, 1))],
    "April 2019 to ongoing": [Part("ongoing", date(2019, 4, 1))],
    "ongoing from April 2019": [Part("ongoing", date(2019, 4, 1))],
    "ongoing until March 2020": [MARCH_2020],
    "within 3 months": [within(3, "month")],
    "within 3 months of the inspection report": [within(3, "month")],
    "Within three months of the inspection report": [within(3, "month")],
    "within six weeks of publication": [within(6, "week")],
    "within six weeks from publication": [within(6, "week")],
    "6 months after the review": [within(6, "month")],
    "three months from publication": [within(3, "month")],
    "3 months from start": [within(3, "month")],
    "one month following the audit": [within(1, "month")],
    "no later than two weeks after the meeting": [within(2, "week")],
    "within a year": [within(1, "year")],
    "within 28 days": [within(28, "day")],
    "within the next 12 months": [within(12, "month")],
    "Within two years of approval": [within(2, "year")],
    "to be completed within six months": [within(6, "month")],
}
# What is reported, reviewed or held at a time, or from then on: the time is read as it is without the label.
LABELLED = {
    "Reported to CPC March 2019": [MARCH_2019],
    "Report to CPC, March 2019": [MARCH_2019],
    "Report to CPC May 2019 and November 2019": [month(2019, 5, 31), month(2019, 11, 30)],
    "Report to CPC May and November 2019": [month(2019, 5, 31), month(2019, 11, 30)],
    "Report to Committee October 14": [month(2014, 10, 31)],
    "Report to CPC 31 March 2019": [day(2019, 3, 31)],
    "Report to CPC Monday 25 March 2019": [day(2019, 3, 25)],
    "Report to CPC at the end of March 2019": [MARCH_2019],
    "Report to CPC Q1 2019/20": [quarter(2019, 4, 6, 30)],
    "Report to CPC 2019/20": [financial_year(2019)],
    "report to cabinet before 2019": [day(2018, 12, 31)],
    "report to CPC from 1 April 2019": [Part("ongoing", date(2019, 4, 1))],
    "reported to CPC week beginning 1 April 2019": [week(2019, 4, 1, 2019, 4, 7)],
    "Report to CPC within three months": [within(3, "month")],
    "to be reviewed March 2020": [MARCH_2020],
    "Reviewed and updated annually": [YEARLY],
    "Reported to CPC, COG and Children's Services quarterly": [QUARTERLY],
    "Reported to CPC/COG 6 monthly": [SIX_MONTHLY],
    "Report to the steering group 6 monthly": [SIX_MONTHLY],
}
OTHERWISE_SAID = {
    "(March 2019)": [MARCH_2019],
    "(Reported to CPC 6 monthly)": [SIX_MONTHLY],
    "by or before 31 March 2019": [day(2019, 3, 31)],
    "31 March 2019 or earlier": [day(2019, 3, 31)],
    "March 2019 or sooner": [MARCH_2019],
    "by 31 March 2019, or before": [day(2019, 3, 31)],
    "December 2019 at the latest": [month(2019, 12, 31)],
    "1/4/19 to 31/3/20": [span((2019, 4, 1), (2020, 3, 31))],
    "1.4.19 - 31.3.20": [span((2019, 4, 1), (2020, 3, 31))],
    "5/4/19 until 1/3/20": [span((2019, 4, 5), (2020, 3, 1))],
    "1/4/19 and 1/5/19": [day(2019, 4, 1), day(2019, 5, 1)],
    "1/4/19, 1/5/19": [day(2019, 4, 1), day(2019, 5, 1)],
    "ongoing to March 2020": [MARCH_2020],
    "Ongoing, to the end of March 2020": [MARCH_2020],
    "31 March each year": [every(1, "year", month=3)],
    "by 30th June every year": [every(1, "year", month=6)],
    "every 31 March": [every(1, "year", month=3)],
    "annually by end March": [every(1, "year", month=3)],
    "per annum": [YEARLY],
    "twice annually": [SIX_MONTHLY],
    "twice per annum": [SIX_MONTHLY],
}
TABLES = (
    *(LABELLED, OTHERWISE_SAID),
    *(FALKIRK, SINGLE_AGENCY, REPORTS, DAYS, WEEKS, MONTHS, QUARTERS_AND_YEARS, SPANS, SEVERAL, RECURRING),
    OTHER_KINDS,
)
READ = {words: parts for table in TABLES for words, parts in table.items()}

NO_CLEAR_END = "it names no period with a clear end"
NO_YEAR = "no year stands there"
SCHOOL = "school years and terms differ from place to place"
CHOICE = "it offers a choice"
FAR = "the year is not between 1900 and 2100"
FALLS = "its times do not follow one another"
UNKNOWN = "no day, month, year or interval that we know stands here"
MORE = "more than a time stands there"
FROM_A_DATE = "it is a length of time from a date"
NO_LENGTH = "0 is no length of time"
UNREAD = {
    # a report whose label may hold a part of the time
    **dict.fromkeys(["monitored to December 2019", "Reviewed to end March 2019", "Report to March 2019"], MORE),
    **dict.fromkeys(["Report to Working Group 2 March 2019", "Report to the May group March 2019"], MORE),
    **dict.fromkeys(["Review to be held spring 2019", "Update to CPC early 2020"], NO_CLEAR_END),
    **dict.fromkeys(["report to CPC after 31 March 2019", "reported to CPC not before 1 April 2019"], NO_CLEAR_END),
    **dict.fromkeys(["Review to start 1 April 2019", "quarterly reports to start in spring"], NO_CLEAR_END),
    "Report to CPC Tuesday 25 March 2019": "25 March 2019 was a Monday",
    # a day of the month without its year
    **dict.fromkeys(["on June 14", "On June 30", "Report to CPC on June 14", "on Sept 5"], NO_YEAR),
    # a length of time from a date
    **dict.fromkeys(["within 3 months of 1 May 2019", "within 3 months of April 2019"], FROM_A_DATE),
    "6 months from April 2019": FROM_A_DATE,
    "first week of March 2019": NO_CLEAR_END,
    **dict.fromkeys(["15 March each year", "every 28 February", "every 29 February"], NO_YEAR),
    # no period with a clear end
    **dict.fromkeys(["early 2019", "mid-March 2019", "mid 2019", "late 2019", "Late March 2019"], NO_CLEAR_END),
    **dict.fromkeys(["Spring 2019", "Winter", "summer 2019", "spring", "by autumn 2019"], NO_CLEAR_END),
    **dict.fromkeys(["As soon as possible", "ASAP", "TBC", "To be confirmed", "to be agreed", "soon"], NO_CLEAR_END),
    **dict.fromkeys(["when resources allow", "When agreed", "in due course", "as required", "shortly"], NO_CLEAR_END),
    **dict.fromkeys(["start of April 2019", "around March 2019", "short term", "March 2019 and TBC"], NO_CLEAR_END),
    **dict.fromkeys(["quarterly & soon", "once the review is done", "beginning of 2019"], NO_CLEAR_END),
    # terms
    **dict.fromkeys(["Autumn term", "term", "every term", "academic year 2019/20", "end of the school year"], SCHOOL),
    **dict.fromkeys(["school session 2019/20", "termly", "by end of summer term 2019"], SCHOOL),
    # a choice
    **dict.fromkeys(["March or April 2019", "6 monthly or annual", "either March 2019"], CHOICE),
    **dict.fromkeys(["March 2019 or when agreed", "Q1 2019 or Q2 2019", "bi-monthly or quarterly"], CHOICE),
    # no year
    **dict.fromkeys(["March", "June", "by end of March", "14 October", "14th of October", "Friday"], NO_YEAR),
    **dict.fromkeys(["March and June", "March to June", "Q1", "quarter 1", "first quarter", "from April"], NO_YEAR),
    **dict.fromkeys(
        ["March 1", "March 201", "monthly from April", "monthly reports to March", "March 2019 and June", "next year"],
        NO_YEAR,
    ),
    **dict.fromkeys(
        ["end of the financial year", "this month", "3 months from March", "December and January"], NO_YEAR
    ),
    # outside the calendar, or far from it
    "30 Feb 2019": "there is no 30 February 2019",
    "30 February 2019": "there is no 30 February 2019",
    "31 June 2019": "there is no 31 June 2019",
    "31/02/2019": "there is no 31 February 2019",
    "2019-02-30": "there is no 30 February 2019",
    "29 February 2019": "there is no 29 February 2019",
    "0 March 2019": "there is no 0 March 2019",
    "32 March 2019": "there is no 32 March 2019",
    "28-30 February 2019": "there is no 30 February 2019",
    "31 April and 30 June 2019": "there is no 31 April 2019",
    "Tuesday 11 February 2008": "11 February 2008 was a Monday",
    "week of Monday 19 May 2015": "19 May 2015 was a Tuesday",
    "w/c Mon 19/05/15": "19 May 2015 was a Tuesday",
    **dict.fromkeys(["March 1066", "March 2999", "1899", "0000", "2101", "1 January 1899", "2100/01"], FAR),
    # times that fall
    **dict.fromkeys(["June to March 2019", "June 2020 to March 2019", "November and February 2019"], FALLS),
    **dict.fromkeys(["December/January 2015", "19-17 March 2015", "March to March 2019"], FALLS),
    # anything else
    **dict.fromkeys(["", " ", "-", "N/A", "?", "at the next meeting", "by 6 months", "in 6 months"], UNKNOWN),
    "03/31/2019": "there is no month 31",
    **dict.fromkeys(["13/13/2019", "2019-13-01", "00/00/00", "1/4", "12.14", "13/2019"], UNKNOWN),
    **dict.fromkeys(["10/11.12", "1.32", "1,000", "99999", "19/20", "2019-03"], UNKNOWN),
    **dict.fromkeys(["-6 monthly", "1.5 monthly", "6", "Sept 20200"], UNKNOWN),
    **dict.fromkeys(["9 9 19", "& ongoing", "thereafter", "within 24 hours", "no later than 6 months"], UNKNOWN),
    **dict.fromkeys(["within 6-8 weeks", "٣١/٣/٢٠١٩", "٢٠١٩", "²019", "2018/19 to", "tri-annual"], UNKNOWN),
    **dict.fromkeys(["post new year", "pre and post new year"], UNKNOWN),
    **dict.fromkeys(["0 monthly", "00 monthly", "within 0 months"], NO_LENGTH),
    **dict.fromkeys(["1.32 March 2019", "March 2019?", "not March 2019", "March 2019 and", "1/9 March 2019"], MORE),
    **dict.fromkeys(["March/September 2019", "between March 2019", "quarter to 15 March 2019", "Марта 2019"], MORE),
    **dict.fromkeys(["year ending June 2019", "financial year ending 30 June 2020", "mars 2019"], MORE),
    "March (17, 18 & 19)": NO_YEAR,
    "1 " * 10_000: UNKNOWN,
}
TWICE_A_MONTH, TWICE_A_YEAR = "twice a month, or every two months", "twice a year, or every two years"
AMBIGUOUS = {
    "bi-monthly": TWICE_A_MONTH,
    "Bimonthly": TWICE_A_MONTH,
    "bi monthly": TWICE_A_MONTH,
    "Bi monthly report": TWICE_A_MONTH,
    "Report to CPC bi-monthly": TWICE_A_MONTH,
    "March 2019 and bi-monthly": TWICE_A_MONTH,
    "TBC and bi-monthly": TWICE_A_MONTH,
    "bi-monthly from April 2019": TWICE_A_MONTH,
    "bi-annually": TWICE_A_YEAR,
    "biannual": TWICE_A_YEAR,
    "Bi-annual reporting": TWICE_A_YEAR,
    "bi-yearly": TWICE_A_YEAR,
    "biweekly": "twice a week, or every two weeks",
    "bi-weekly meetings": "twice a week, or every two weeks",
    "6 months": "within 6 months, or every 6 months",
    "Six  Months": "within six months, or every six months",
    "a year": "within a year, or every year",
    "one week": "within one week, or every week",
    "three weeks": "within three weeks, or every three weeks",
    "6 month": "within 6 months, or every 6 months",
    "1 months": "within 1 month, or every month",
    "6-month": "within 6 months, or every 6 months",
    "a fortnight": "within a fortnight, or every fortnight",
    "12 months": "within 12 months, or every 12 months",
    "two years": "within two years, or every two years",
    "Q1 2019": "January to March 2019, or April to June 2019",
    "Q4 2019": "October to December 2019, or January to March 2020",
    "first quarter of 2019": "January to March 2019, or April to June 2019",
    "by the end of quarter 2 2019": "April to June 2019, or July to September 2019",
    "FY 2019": "April 2018 to March 2019, or April 2019 to March 2020",
    "financial year 2019": "April 2018 to March 2019, or April 2019 to March 2020",
}
NOTES = {
    "October 14": ("short-year",),
    "Feb15": ("short-year",),
    "Oct-14": ("short-year",),
    "October 2014": (),
    "3-Dec-19": (),
    "Apr-18 - Mar-20": ("short-year",),
    "Oct 14 and Nov 14": ("short-year",),
    "2019/20": ("financial-year",),
    "by end of 2019-20": ("financial-year",),
    "financial year 2019/20": (),
    "2019/20 financial year": (),
    "FY19/20": (),
    "Q1 2019/20": ("financial-year",),
    "Q1 FY19/20": (),
    "2018-20": ("span-of-years",),
    "2018 to 2020": (),
    "2018/19 to 2020/21": ("financial-year",),
    "June and September 2019": ("shared-year",),
    "March, June and September 2019": ("shared-year",),
    "June 2019 and September 2019": (),
    "June and September 19": ("short-year", "shared-year"),
    "Q1 and Q3 2019/20": ("financial-year", "shared-year"),
    "17 and 18 March 2015": (),
    "March to June 2019": (),
    "monthly from Oct-14": ("short-year",),
    "from 2019/20": ("financial-year",),
}


# The tables


def test_tables_hold_every_printed_wording_and_many_of_our_own():
    assert {when.words for when in falkirk.TIMESCALES.values()} == set(FALKIRK)
    assert len(falkirk.TIMESCALES) == 39
    assert {row.timescale for row in single_agency.ROWS} - {""} <= set(SINGLE_AGENCY)
    assert set(single_agency.OTHER_WORDINGS) <= set(SINGLE_AGENCY) | set(SINGLE_AGENCY_UNREAD)
    own = {*READ, *UNREAD, *AMBIGUOUS} - {*FALKIRK, *SINGLE_AGENCY, *SINGLE_AGENCY_UNREAD, *REPORTS}
    assert len(own) >= 200
    assert len(own & {*UNREAD, *AMBIGUOUS}) >= 40


@pytest.mark.parametrize("words", READ)
def test_words_are_read(words):
    reading = read(words)
    assert (list(reading.parts), reading.doubt) == (READ[words], "")


@pytest.mark.parametrize("words", UNREAD, ids=lambda words: words[:40])
def test_words_that_are_not_understood_get_no_date(words):
    assert read(words) == Reading(words, doubt="unread", why=UNREAD[words], do=read(words).do)
    assert read(words).end is None


@pytest.mark.parametrize(
    ("words", "do"),
    [
        ("TBC", "write the day or the month by which it is done"),
        ("spring term", "write a month and a year"),
        ("March or April 2019", "write the one that is meant"),
        ("March", "add the year"),
        ("on June 14", "add the year"),
        ("3 months from March", "add the year"),
        ("31 June 2019", "mend the day"),
        ("Tuesday 11 February 2008", "mend the day or its date"),
        ("March 2999", "mend the year"),
        ("June to March 2019", "mend their order"),
        ("November and February 2019", "mend their order"),
        ("monitored to December 2019", "write the time alone"),
        ("within 3 months of 1 May 2019", "write the day or the month by which it is done"),
        ("0 monthly", "mend the number"),
        ("-6 monthly", "write a date, or an interval such as 'every 6 months'"),
        ("discussed and reported monthly", "write a date, or an interval such as 'every 6 months'"),
        ("N/A", "write a month and a year"),
        ("a " * 200, "write a month and a year"),
    ],
)
def test_what_to_do_fits_why_words_were_not_read(words, do):
    assert read(words).do == do


@pytest.mark.parametrize("words", AMBIGUOUS)
def test_words_with_two_readings_get_none(words):
    assert read(words) == Reading(words, doubt="ambiguous", why=AMBIGUOUS[words])


@pytest.mark.parametrize("words", NOTES)
def test_what_a_reader_should_know_is_noted(words):
    assert (read(words).doubt, read(words).notes) == ("", NOTES[words])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("by June 30", [(2030, "30 June, or June 2030")]),
        ("Feb15", [(2015, "15 February, or February 2015")]),
        ("Oct-14", [(2014, "14 October, or October 2014")]),
        ("April 31", [(2031, "31 April, or April 2031")]),
        (
            "June 30 and Sept 30",
            [(2030, "30 June, or June 2030"), (2030, "30 September, or September 2030")],
        ),
        *(
            (words, [])
            for words in ("June 2030", "June '30", "June 45", "3 June 30", "3-Dec-19", "1st of May 19", "2019/20")
        ),
    ],
)
def test_two_digits_after_a_month_may_be_its_day(words, found):
    assert list(days_or_years(words)) == found


def test_months_are_read_in_english_whatever_the_machine_speaks():
    names = [date(2019, number, 1).strftime("%B") for number in range(1, 13)]
    assert [read(f"{name} 2019").parts for name in names] == [
        (month(2019, number, calendar.monthrange(2019, number)[1]),) for number in range(1, 13)
    ]


# The printed plans


@pytest.mark.parametrize("label", falkirk.TIMESCALES)
def test_printed_timescale_of_falkirk_is_read(label):
    words = falkirk.TIMESCALES[label].words
    assert list(read(words).parts) == FALKIRK[words]


@pytest.mark.parametrize("action", joint.ACTIONS, ids=lambda action: action.code)
def test_printed_due_date_of_the_joint_plan_is_read(action):
    expected = joint.DUE_DAYS[action.due]
    assert read(action.due).parts == (Part("day", expected, expected),)


def test_joint_plan_has_fifty_actions_in_five_sections():
    assert Counter(action.section for action in joint.ACTIONS) == {
        joint.RISK: 17,
        joint.PLANS: 11,
        joint.STRATEGY: 9,
        joint.LEADERSHIP: 5,
        joint.HELP: 8,
    }
    assert len({action.code for action in joint.ACTIONS}) == 50
    assert {action.due for action in joint.ACTIONS} == set(joint.DUE_DAYS)


def status(action: joint.Action) -> str:
    days_left = (joint.DUE_DAYS[action.due] - joint.AS_AT).days
    if action.progress == 100:
        return "Complete"
    if days_left < 0:
        return "Alert"
    return "Warning" if days_left <= joint.WARNING_DAYS else "OK"


@pytest.mark.parametrize("section", joint.SUMMARY)
def test_rows_of_the_joint_plan_give_the_printed_summary(section):
    found = Counter(status(action) for action in joint.ACTIONS if action.section == section)
    assert tuple(found[name] for name in joint.STATUSES) == joint.SUMMARY[section]


def test_single_agency_plan_has_its_printed_rows():
    assert Counter(row.area for row in single_agency.ROWS) == single_agency.AREA_SIZES
    assert len(single_agency.ROWS) == 33
    assert sum(not row.timescale for row in single_agency.ROWS) == 2


@pytest.mark.parametrize("words", [row.timescale for row in single_agency.ROWS if row.timescale])
def test_printed_timescale_of_the_single_agency_plan_is_read(words):
    assert list(read(words).parts) == SINGLE_AGENCY[words]


@pytest.mark.parametrize("words", SINGLE_AGENCY_UNREAD)
def test_printed_wording_of_the_single_agency_plan_without_a_time_gets_none(words):
    assert (read(words).parts, read(words).doubt) == ((), SINGLE_AGENCY_UNREAD[words])


def test_dates_of_the_single_agency_versions_are_read():
    assert [read(words).end for words in single_agency.VERSION_DATES] == [
        date(2014, 8, 2),
        date(2014, 8, 14),
        date(2014, 8, 17),
        date(2014, 8, 24),
        date(2014, 9, 8),
        date(2014, 11, 18),
        date(2015, 3, 27),
    ]


# When a time is past


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("March 2019", date(2019, 3, 31)),
        ("31 March 2019", date(2019, 3, 31)),
        ("2019", date(2019, 12, 31)),
        ("2019/20", date(2020, 3, 31)),
        ("Q4 2019/20", date(2020, 3, 31)),
        ("before April 2019", date(2019, 3, 31)),
        ("March to June 2019", date(2019, 6, 30)),
        ("June 2019 and March 2019", date(2019, 6, 30)),
        ("Immediately and by March 2019", date(2019, 3, 31)),
        # What comes again after a date does not put it off
        ("March 2019 and 6 monthly", date(2019, 3, 31)),
        ("By March 2019, reviewed annually", date(2019, 3, 31)),
        ("March 2019 then 6 monthly", date(2019, 3, 31)),
        ("March 2019 and monthly until March 2020", date(2019, 3, 31)),
    ],
)
def test_time_is_past_only_after_the_end_of_the_last_period(words, last):
    reading = read(words)
    assert reading.end == last
    assert not reading.is_past(last)
    assert reading.is_past(last + timedelta(days=1))


@pytest.mark.parametrize(
    "words",
    [
        *("6 monthly", "ongoing", "Immediately", "TBC", "bi-monthly", "May 2019 & ongoing"),
        *("within three months", "quarterly until March 2020", "April 2019 - ongoing", "every March"),
    ],
)
def test_what_recurs_or_goes_on_or_names_no_day_is_never_past(words):
    assert read(words).end is None
    assert not read(words).is_past(date.max)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("within three months of the inspection report", date(2014, 2, 28)),
        ("Within six weeks", date(2014, 1, 11)),
        ("a year after publication", date(2014, 11, 30)),
    ],
)
def test_relative_time_counts_from_its_anchor(words, last):
    anchor = date(2013, 11, 30)
    part = read(words, anchor).parts[0]
    assert (part.kind, part.start, part.end) == ("relative", anchor, last)
    assert read(words, anchor).end == last


@pytest.mark.parametrize("words", ["6 monthly", "Reported to CPC quarterly", "ongoing", "Immediately", "March 2019"])
def test_anchor_says_nothing_of_what_does_not_count_from_it(words):
    assert read(words, date(2013, 11, 30)) == read(words)


def test_relative_time_beyond_the_calendar_has_no_days():
    assert read("within two years", date(9999, 1, 1)).parts == (within(2, "year"),)


# Any words

PIECES = [
    *("and", "then", "by", "every", "to", "from", "until", "between", "within", "before", "report", "of", "the", "end"),
    *(
        "&",
        "-",
        "/",
        ".",
        ",",
        "(",
        "1st",
        "19",
        "Q3",
        "week",
        "quarter",
        "CPC",
        "reviewed",
        "or",
        "year",
        "FY",
        "March",
        "Monday",
        "31",
        "onwards",
    ),
]
SHORT = [words for words in (*READ, *UNREAD, *AMBIGUOUS) if len(words) < 100]
OFFICERS = st.lists(st.sampled_from(SHORT + PIECES * 8), max_size=6).map(" ".join)
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
SPACES = [" ", "  ", "\t", "\u00a0", "\n", " \u2009"]
# Periods that reach from a named year into the one beside it.
REACHES_OVER = re.compile(r"before|prior|ahead|w/?[cbe]\b|week|quarter|qtr|q[1-4]|year|f/?y", re.IGNORECASE)


@given(st.text() | OFFICERS)
@example("1 " * 10_000)
@example("6 monthly " * 2_000)
@example("6 months. and March 2019")
@example("report to " + "a, " * 60)
@example("17, " * 5_000 + "March 2019")
@example("from " * 4_000)
@example("by " * 6_000)
@example("report to " + "a " * 10_000)
@example("\u00a0" * 20_000)
@example("and " * 5_000)
@example("1-" * 99)
@example("to " * 66)
@example("report to " + "a " * 94)
def test_reading_never_raises_and_keeps_the_words(words):
    reading = read(words)
    assert reading.words == words
    assert bool(reading.parts) == (reading.doubt == "")
    assert bool(reading.why) == bool(reading.doubt)
    assert bool(reading.do) == (reading.doubt == "unread")


@given(OFFICERS)
def test_no_year_is_read_that_does_not_stand_in_the_words(words):
    """Every year read is written out or by its last two digits.

    A week, a quarter, a financial year, and what is due before another, may reach one year over.
    """
    written = {int(digits) for digits in re.findall(r"[0-9]{4}", words)}
    written |= {2000 + int(digits) for digits in re.findall(r"(?<![0-9])[0-9]{2}(?![0-9])", words)}
    if REACHES_OVER.search(words):
        written |= {year + step for year in written for step in (-1, 1)}
    assert {day.year for part in read(words).parts for day in (part.start, part.end) if day} <= written


@given(OFFICERS, st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_anchor_changes_relative_parts_alone(words, anchor):
    without, anchored = read(words), read(words, anchor)
    assert (anchored.doubt, anchored.why, anchored.notes) == (without.doubt, without.why, without.notes)
    for before, after in zip(without.parts, anchored.parts, strict=True):
        if before.kind == "relative":
            assert (before.start, before.end) == (None, None)
            assert (after.kind, after.within) == ("relative", before.within)
            assert (after.start, after.end) == (anchor, shift(anchor, before.within))
        else:
            assert after == before


@given(st.text() | OFFICERS)
def test_period_ends_no_earlier_than_it_starts(words):
    for part in read(words).parts:
        if part.kind in ("day", "week", "month", "quarter", "year", "financial-year", "span"):
            assert part.start is not None
            assert part.end is not None
        assert part.start is None or part.end is None or part.start <= part.end
        assert (part.every is not None) == (part.kind == "recurring")
        assert (part.within is not None) == (part.kind == "relative")


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 4))
def test_every_day_is_read_as_itself(found, style):
    written = [
        f"{found.day} {found:%B} {found.year}",
        f"{found:%A} {found.day} {found:%b} {found.year}",
        f"{found.day}/{found.month}/{found.year}",
        f"{found.day:02}.{found.month:02}.{found.year}",
        found.isoformat(),
    ][style]
    assert read(written).parts == (Part("day", found, found),)


@given(st.sampled_from(SHORT), st.data())
def test_case_spaces_and_dashes_change_nothing(words, data):
    changed = data.draw(st.sampled_from([words, words.upper(), words.lower(), words.title()]))
    changed = "".join(data.draw(st.sampled_from(SPACES)) if letter == " " else letter for letter in changed)
    changed = "".join(data.draw(st.sampled_from(DASHES)) if letter == "-" else letter for letter in changed)
    changed = data.draw(st.sampled_from(["", *SPACES])) + changed + data.draw(st.sampled_from(["", ".", *SPACES]))
    before, after = read(words), read(changed)
    assert (after.parts, after.doubt, after.why, after.notes) == (before.parts, before.doubt, before.why, before.notes)


@given(
    st.sampled_from([words for words in READ if words != "2020" and "(" not in words]),
    st.sampled_from(["by ", "Outcome - ", "Due "]),
)
def test_label_before_a_time_says_nothing_of_it(words, label):
    assert read(label + words).parts == read(words).parts
