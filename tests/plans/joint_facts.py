"""Facts of the joint action plan of Clackmannanshire and Stirling of 27 March 2015, typed by hand from the print.

They are compared with what the program reads and counts, so neither may be made from the other. Codes, dates and
percentages stand as printed: some codes hold a space, and one says ICCAP.
"""

from datetime import date
from typing import NamedTuple


class Action(NamedTuple):
    """One printed row: the section that it stands in, its code, when it is due, how many percent are done."""

    section: str
    code: str
    due: str
    progress: int


RISK = "Risk Assessment Processes"
PLANS = "Children's Plans"
STRATEGY = "Joint Strategic Planning"
LEADERSHIP = "Leadership"
HELP = "Help when They Need It"

# In printed order.
ACTIONS = (
    Action(RISK, "SS_ICSAP_IMP1", "30-Apr-2015", 70),
    Action(RISK, "SS_IC SAP_IMP2", "31-Dec-2015", 100),
    Action(RISK, "SS_IC SAP_PERS1", "30-Apr-2015", 25),
    Action(RISK, "SS_IC SAP_PLAN1", "31-Mar-2015", 100),
    Action(RISK, "SS_IC SAP_PLAN2", "31-Mar-2015", 76),
    Action(RISK, "SS_IC SAP_RESP1", "28-Feb-2015", 100),
    Action(RISK, "SS_IC SAP_RESP2", "31-Dec-2014", 100),
    Action(RISK, "SS_IC SAP_RESP3", "31-Dec-2014", 100),
    Action(RISK, "SS_IC SAP_RESP4", "30-Sep-2014", 100),
    Action(RISK, "SS_IC SAP_RESP5", "28-Feb-2015", 100),
    Action(RISK, "SS_IC SAP_RISK1", "31-Jan-2015", 100),
    Action(RISK, "SS_IC SAP_RISK2", "31-Mar-2015", 100),
    Action(RISK, "SS_IC SAP_RISK3", "30-Nov-2014", 100),
    Action(RISK, "SS_IC SAP_RISK4", "30-Apr-2015", 100),
    Action(RISK, "SS_IC SAP_RISK5", "30-Nov-2014", 100),
    Action(RISK, "SS_IC SAP_RISK6", "31-Mar-2015", 100),
    Action(RISK, "SS_IC SAP_SE1", "31-Jan-2015", 100),
    Action(PLANS, "SS_IC SAP_ARR1", "31-Mar-2015", 75),
    Action(PLANS, "SS_IC SAP_ARR2", "31-Jan-2015", 100),
    Action(PLANS, "SS_IC SAP_ARR3", "31-Mar-2015", 91),
    Action(PLANS, "SS_IC SAP_ARR4", "31-Dec-2014", 100),
    Action(PLANS, "SS_IC SAP_GIR1", "31-Dec-2015", 60),
    Action(PLANS, "SS_ICSAP_TRAN1", "31-Oct-2014", 100),
    Action(PLANS, "SS_ICSAP_TRAN2", "31-Mar-2015", 75),
    Action(PLANS, "SS_IC SAP_TRAN3", "28-Mar-2015", 66),
    Action(PLANS, "SS_IC SAP_VIEW1", "28-Feb-2015", 100),
    Action(PLANS, "SS_IC SAP_VIEW2", "30-Apr-2015", 12),
    Action(PLANS, "SS_IC SAP_VIEW3", "30-Apr-2015", 50),
    Action(STRATEGY, "SS_IC SAP_COM1", "31-Dec-2015", 0),
    Action(STRATEGY, "SS_IC SAP_CPC1", "31-Aug-2014", 100),
    Action(STRATEGY, "SS_IC SAP_GOV1", "31-Aug-2015", 100),
    Action(STRATEGY, "SS_IC SAP_GOV2", "30-Nov-2015", 100),
    Action(STRATEGY, "SS_ICSAP_ICSP1", "31-Mar-2015", 80),
    Action(STRATEGY, "SS_ICSAP_ICSP2", "31-Oct-2015", 100),
    Action(STRATEGY, "SS_IC SAP_ICSP3", "31-Dec-2015", 85),
    Action(STRATEGY, "SS_IC SAP_PAR1", "31-Mar-2015", 50),
    Action(STRATEGY, "SS_IC SAP_PAR2", "31-Mar-2015", 70),
    Action(LEADERSHIP, "SS_IC SAP_LEAD1", "30-Apr-2015", 66),
    Action(LEADERSHIP, "SS_ICSAP_MOR1", "31-Mar-2015", 45),
    Action(LEADERSHIP, "SS_IC SAP_VIS1", "31-Mar-2015", 50),
    Action(LEADERSHIP, "SS_IC SAP_VIS2", "30-Jun-2015", 45),
    Action(LEADERSHIP, "SS_IC SAP_VIS3", "31-Dec-2015", 50),
    Action(HELP, "SS_IC SAP_INT1", "31-Mar-2015", 77),
    Action(HELP, "SS_IC SAP_SUB1", "31-Dec-2015", 43),
    Action(HELP, "SS_IC SAP_SUB2", "31-Jul-2015", 25),
    Action(HELP, "SS_ICCAP_SUB3", "31-Dec-2015", 16),
    Action(HELP, "SS_IC SAP_SUPP1", "31-Mar-2015", 100),
    Action(HELP, "SS_IC SAP_SUPP2", "30-Sep-2015", 40),
    Action(HELP, "SS_IC SAP_SUPP3", "30-Sep-2015", 70),
    Action(HELP, "SS_ICSAP_SUPP4", "31-Dec-2015", 75),
)

# Every printed due date, with the day that it names.
DUE_DAYS = {
    "31-Aug-2014": date(2014, 8, 31),
    "30-Sep-2014": date(2014, 9, 30),
    "31-Oct-2014": date(2014, 10, 31),
    "30-Nov-2014": date(2014, 11, 30),
    "31-Dec-2014": date(2014, 12, 31),
    "31-Jan-2015": date(2015, 1, 31),
    "28-Feb-2015": date(2015, 2, 28),
    "28-Mar-2015": date(2015, 3, 28),
    "31-Mar-2015": date(2015, 3, 31),
    "30-Apr-2015": date(2015, 4, 30),
    "30-Jun-2015": date(2015, 6, 30),
    "31-Jul-2015": date(2015, 7, 31),
    "31-Aug-2015": date(2015, 8, 31),
    "30-Sep-2015": date(2015, 9, 30),
    "31-Oct-2015": date(2015, 10, 31),
    "30-Nov-2015": date(2015, 11, 30),
    "31-Dec-2015": date(2015, 12, 31),
}

# The summary as printed, and in its order, which is not that of the sections.
STATUSES = ("Alert", "Warning", "OK", "Complete")
SUMMARY = {
    RISK: (0, 1, 2, 14),
    HELP: (0, 1, 6, 1),
    PLANS: (0, 4, 3, 4),
    STRATEGY: (0, 3, 2, 4),
    LEADERSHIP: (0, 2, 3, 0),
}
AS_AT = date(2015, 3, 27)  # the day of its last version
WARNING_DAYS = 14  # any window that holds 31 March and not 30 April gives the printed summary
