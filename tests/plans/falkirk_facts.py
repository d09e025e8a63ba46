"""Facts of the Falkirk Child Protection Committee improvement plan 2018-20, typed by hand from the printed document.

They are compared with `plans/falkirk-cpc-2018-20/plan.yaml`, so neither may be made from the other. Actions are
named by their printed numbers; of the two that are printed as 1.32, the second is called "1.32 (second)" here.
"""

from typing import NamedTuple

OUTCOMES = ("1", "2", "3")
KEY_ACTIONS = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3")
SUB_ACTIONS = {
    "1.1": ("1.11", "1.12"),
    "1.2": ("1.21", "1.22", "1.23", "1.24"),
    "1.3": ("1.31", "1.32", "1.32 (second)"),
    "2.1": ("2.11", "2.12", "2.13"),
    "2.2": ("2.21", "2.22", "2.23"),
    "2.3": ("2.31", "2.32", "2.33", "2.34", "2.35"),
    "3.1": ("3.11",),
    "3.2": ("3.21", "3.22", "3.23", "3.24", "3.25"),
    "3.3": ("3.31", "3.32", "3.33", "3.34", "3.35"),
}
POINTS = {"1.11": 7, "2.21": 11, "3.11": 4}
MEASURES = {"1.1": 4, "1.2": 7, "1.3": 3, "2.1": 5, "2.2": 5, "2.3": 4, "3.1": 1, "3.2": 7, "3.3": 6}
PERCENT_MEASURES = {"1.1": 1, "1.2": 2, "2.1": 1, "2.2": 1, "3.2": 3, "3.3": 3}
LEGEND = ("red", "amber", "green")


class When(NamedTuple):
    """A printed timescale: the words, the line they stand in, and what the words are for."""

    words: str
    printed: str
    role: str = "due"
    reading: str = "stated"


# 2.3 has none.
TARGETS = {
    "1.1": When("Sept 2020", "Outcome- Sept 2020", "target"),
    "1.2": When("Sept 2020", "Outcome- Sept 2020", "target"),
    "1.3": When("Sept 2020", "Outcome- Sept 2020", "target"),
    "2.1": When("Sept 2020", "Outcome-Sept  2020", "target"),
    "2.2": When("June 2020", "Outcome- June 2020", "target"),
    "3.1": When("Sept 2010", "Outcome- Sept 2010", "target", "corrected"),
    "3.2": When("Sept 2020", "Outcome- Sept 2020", "target"),
    "3.3": When("Sept 2020", "Outcome- Sept 2020", "target"),
}
SUB_ACTION_TIMESCALES = {
    "1.11": When("Progress reported to CPC 6 monthly", "1.11 Progress reported to CPC 6 monthly", "reported"),
    "1.12": When("April 2019", "April 2019", "due", "inferred"),
    "1.21": When("March 2019", "1.21 March 2019"),
    "1.22": When("Reported to CPC 6 monthly", "1.22 Reported to CPC 6 monthly", "reported"),
    "1.23": When("Dec 2019", "1.23 Dec 2019"),
    "1.24": When("March 2019", "1.24 March 2019"),
    "1.31": When("Sept 2019", "1.31 Sept 2019"),
    "1.32": When("March 2019", "1.32 March 2019", "due", "inferred"),
    "1.32 (second)": When("March 2019", "1.32 March 2019", "due", "inferred"),
    "2.11": When("March 2019", "2.11 March 2019"),
    "2.12": When("April 2019", "2.12 April 2019"),
    "2.13": When("Reported to CPC 6 monthly", "2.13 Reported to CPC 6 monthly", "reported"),
    "2.21": When("Reported to CPC quarterly and annually", "2.21 Reported to CPC quarterly and annually", "reported"),
    "2.22": When("April 2019", "2.22 April 2019"),
    "2.23": When("October 2018", "2.23 October 2018"),
    "2.31": When("By December 2019", "2.31& 2.32 & 2.33 By December 2019"),
    "2.32": When("By December 2019", "2.31& 2.32 & 2.33 By December 2019"),
    "2.33": When("By December 2019", "2.31& 2.32 & 2.33 By December 2019"),
    "2.34": When("December 2019", "2.34 December 2019"),
    "2.35": When("Progress reported to CPC 6 monthly", "2.35 Progress reported to CPC 6 monthly", "reported"),
    "3.11": When("March 2019", "3.11 March 2019"),
    "3.21": When("Sept 2019", "3.21 Sept 2019"),
    "3.22": When("June 2019", "3.22 June 2019"),
    "3.23": When("Sep 2019", "3.23 Sep 2019"),
    "3.24": When("January 2019", "3.24 January 2019"),
    "3.25": When("Sep 2020", "3.25 Sep 2020"),
    "3.31": When("October 2019", "3.31 October 2019"),
    "3.32": When("December 2019", "3.32 December  2019"),
    "3.33": When("Report to CPC 6 monthly", "3.33 Report to CPC 6 monthly", "reported"),
    "3.34": When("Report to CPC annually", "3.34 Report to CPC annually", "reported"),
    "3.35": When("April 2019", "3.35 April 2019"),
}
TIMESCALES = TARGETS | SUB_ACTION_TIMESCALES
CORRECTED_TARGET = "Sept 2020"  # what 3.1 was meant to say


class LeadLine(NamedTuple):
    """One printed line of leads: the sub-actions it stands beside (none means all), the role, the bodies."""

    beside: tuple[str, ...]
    role: str | None
    bodies: tuple[str | None, ...]
    qualifier: str | None = None


CCIG = "currently through CCIG"
LEADS = {
    "1.1": (
        LeadLine(("1.11",), "Chair", ("communication-group",)),
        LeadLine(("1.11",), "Lead Officer", ("cpc",)),
        LeadLine(
            ("1.11",), "CPC Lead", ("education", "housing", "nhs", "police-scotland", "social-work", "third-sector")
        ),
        LeadLine(("1.12",), None, ("public-protection-lead-officers",)),
    ),
    "1.2": (
        LeadLine((), "CPC Lead", ("education", "housing", "nhs", "police-scotland", "social-work", "third-sector")),
    ),
    "1.3": (
        LeadLine(("1.31",), "Lead Officer", ("cpc",)),
        LeadLine(("1.31",), "Service manager", ("social-work",)),
        LeadLine(("1.31",), "CP co-ordinator", (None,)),
        LeadLine(("1.32",), "Service manager", ("social-work",)),
        LeadLine(("1.32",), "CPC Leads", ("cpc",)),
        LeadLine(("1.32 (second)",), "CPC service manager", ("social-work",)),
        LeadLine(("1.32 (second)",), "Training manager", ("social-work",)),
    ),
    "2.1": (
        LeadLine(("2.11",), "CPC Lead", ("education", "social-work")),
        LeadLine(("2.12",), "CPC Lead", ("education", "nhs", "police-scotland", "social-work")),
        LeadLine(("2.12",), "Lead Officer", ("cpc",)),
        LeadLine(("2.13",), "CPC Lead", ("social-work",)),
    ),
    "2.2": (
        LeadLine(
            (), "CPC Lead", ("education", "housing", "nhs", "police-scotland", "third-sector", "social-work"), CCIG
        ),
        LeadLine((), "Lead Officer", ("cpc",)),
    ),
    "2.3": (
        LeadLine(("2.31", "2.32", "2.33"), None, ("ccld-group",)),
        LeadLine(("2.34", "2.35"), "CPC Lead", ("nhs", "social-work", "scra"), CCIG),
    ),
    "3.1": (
        LeadLine((), "CPC Lead", ("housing", "nhs", "police-scotland", "social-work", "third-sector")),
        LeadLine((), None, ("alcohol-drug-partnership",)),
    ),
    "3.2": (
        LeadLine(("3.21",), "CPC Lead", ("education", "housing", "police-scotland", "social-work", "third-sector")),
        LeadLine(("3.22",), None, ("policy-procedures-protocol-group",)),
        LeadLine(("3.23",), "CPC Lead", ("education", "nhs", "police-scotland", "social-work", "third-sector")),
        LeadLine(("3.24",), "Service manager", ("housing", "social-work")),
        LeadLine(("3.25",), "CPC Lead", ("social-work",)),
    ),
    "3.3": (
        LeadLine(("3.31",), "CPC Lead", ("education", "housing", "police-scotland", "social-work", "third-sector")),
        LeadLine(("3.32",), "CPC Lead, Workforce Development Manager", ("social-work",)),
        LeadLine(("3.33",), None, ("fv-cse-project-board",)),
        LeadLine(("3.34",), None, ("ccld-group",)),
        LeadLine(("3.35",), None, ("ccld-group",)),
    ),
}

# Titles of documents and laws: the only runs of eight words that the plan file may share with the source.
TITLES = (
    "Strategic Outcomes and Local Delivery Plan 2016-2020",
    "Integrated Children’s Services plan 2017-2020",
    "National Guidance for Child Protection in Scotland 2014",
    "Children and Young People (Scotland) Act 2014",
)
