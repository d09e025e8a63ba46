"""Plans that have a history: a council's folder worked on as an officer does, and every kind of thing that can come
into a plan, go and come back."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.authoring.folder import read_folder, read_source
from generator.authoring.publish import publish
from generator.editions import Announcement, Shelf
from generator.errors import PlanError, Problem, has_errors
from generator.plan.reader import read_plan
from generator.site.build import build_site
from tests.council_folder import plan_file, write_council
from tests.shelves import sound

Data = dict[str, Any]
PLAN_ID = "anytown"


class Council:
    """A council's folder with one plan in it."""

    def __init__(self, folder: Path, plan: Data) -> None:
        self.folder, self.place = folder, folder / "plans" / PLAN_ID
        write_council(folder, plan, site_url="https://example.org/plans/", day=None)

    @property
    def shelf(self) -> Shelf:
        return sound(self.place)

    def check(self, plan: Data, today: date) -> tuple[Problem, ...]:
        """Make `plan` the working text. Returns the errors that `plans check` tells of it."""
        (self.place / "plan.yaml").write_text(plan_file(plan), "utf-8")
        found = read_folder(self.folder, today=today).source.problems
        return tuple(problem for problem in found if has_errors([problem]))

    def publish(self, plan: Data, day: date, **said: Any) -> tuple[Problem, ...]:
        """Check `plan` and make it the edition of `day`. Returns what stands against it, and then nothing was done."""
        if found := self.check(plan, day):
            return found
        read = read_plan(self.place).plan
        assert read is not None, "what checks clean can be read"
        announced = Announcement(**{"date": day, "kind": "significant", "note": f"What is new on {day}.", **said})
        try:
            publish(self.place, read, announced, day)
        except PlanError as error:
            return error.problems
        return ()

    def build(self, today: date) -> int:
        """Build the site over the one that is there. Returns how many pages it has; raises PlanError."""
        source = read_source(self.folder, with_working=False, today=today)
        return build_site(source, today, self.folder / "site", jobs=1, with_search=False).pages

    def build_draft(self, today: date) -> int:
        """Build the working text, which checks clean, as a draft. Returns how many pages it has; raises PlanError."""
        source, site = read_source(self.folder, today=today), self.folder / "draft"
        return build_site(source, today, site, jobs=1, with_search=False, is_draft=True).pages


# What comes and goes

# Puts a thing with an id that ends in the given letter into a plan, at the start of its list or in another holder where
# it stands `elsewhere`.
Put = Callable[[Data, str, bool], None]


@dataclass(frozen=True)
class Thing:
    """A kind of thing that comes into a plan and goes. `has_id`: it may be put in again with another id."""

    name: str
    put: Put
    has_id: bool = True


BARE: Data = {
    "schema": "1",
    "id": PLAN_ID,
    "title": "Anytown plan",
    "publisher": "Anytown Council",
    "outcomes": [
        {"id": "o-1", "number": "1", "title": "Children are heard", "actions": [{"id": "a-1", "title": "Ask children"}]}
    ],
}
LEGEND = {
    "statuses": [
        {"id": "red", "label": "Red", "meaning": "Not on time", "tone": "off-track"},
        {"id": "green", "label": "Green", "meaning": "On time", "tone": "on-track"},
        {"id": "blue", "label": "Blue", "meaning": "Done", "tone": "complete"},
    ]
}


def bare_plan() -> Data:
    """The least that a plan of any use holds: an outcome and an action. It rates nothing, and nothing has a date."""
    return deepcopy(BARE)


def rich_plan() -> Data:
    """A plan that holds one of every thing that comes and goes, but for its own end."""
    plan = bare_plan()
    for thing in THINGS:
        if thing.put is not _put_closed:
            thing.put(plan, "r", False)
    return plan


def _into(holder: Data, field: str, item: Any, elsewhere: bool = False) -> None:
    held = holder.setdefault(field, [])
    held.insert(0 if elsewhere else len(held), item)


def _outcome(plan: Data) -> Data:
    """The first outcome: it is in the plan from the start."""
    return next(outcome for outcome in plan["outcomes"] if outcome["id"] == "o-1")


def _action(plan: Data) -> Data:
    """The action that is in the plan from the start."""
    return next(action for action in _outcome(plan)["actions"] if action["id"] == "a-1")


def _body(plan: Data, letter: str, elsewhere: bool, role: str, **values: Any) -> str:
    name = f"b-{role}-{letter}"
    _into(plan, "bodies", {"id": name, "name": f"The {role} board {letter}", **values}, elsewhere)
    return name


def _event(plan: Data, letter: str, elsewhere: bool) -> str:
    name = f"e-{letter}"
    _into(plan, "events", {"id": name, "name": f"The meeting {letter}", "date": "2018-06-01"}, elsewhere)
    return name


def _evidence(plan: Data, letter: str, elsewhere: bool) -> str:
    name = f"v-{letter}"
    _into(
        plan,
        "evidence",
        {"id": name, "title": f"Audit of files {letter}", "link": f"https://example.org/{letter}"},
        elsewhere,
    )
    return name


def _finding(plan: Data, letter: str, elsewhere: bool) -> str:
    name = f"f-{letter}"
    _into(plan, "findings", {"id": name, "kind": "recommendation", "title": f"Listen more {letter}"}, elsewhere)
    return name


def _report(plan: Data, letter: str, elsewhere: bool, **values: Any) -> str:
    name = f"p-{letter}"
    _into(plan, "reports", {"id": name, "what": f"Progress report {letter}", **values}, elsewhere)
    return name


def _rated(plan: Data) -> None:
    plan.setdefault("status_scheme", deepcopy(LEGEND))


def _put_outcome(plan: Data, letter: str, elsewhere: bool) -> None:
    action = {"id": f"a-of-{letter}", "title": f"Work of the outcome {letter}"}
    _into(plan, "outcomes", {"id": f"o-{letter}", "title": f"Children are safe {letter}", "actions": [action]},
          elsewhere)  # fmt: skip


def _put_action(plan: Data, letter: str, elsewhere: bool) -> None:
    action = {"id": f"a-{letter}", "title": f"Train all staff {letter}", "number": "1.9"}
    if elsewhere:
        _into(plan, "outcomes", {"id": f"o-for-{letter}", "title": f"Another outcome {letter}", "actions": [action]})
    else:
        _into(_outcome(plan), "actions", action)


def _put_sub_action(plan: Data, letter: str, elsewhere: bool) -> None:
    sub = {"id": f"s-{letter}", "title": f"Write the letter {letter}"}
    if elsewhere:
        _into(_outcome(plan), "actions", sub)
    else:
        _into(_action(plan), "sub_actions", sub)


def _put_related(plan: Data, letter: str, elsewhere: bool) -> None:
    _put_action(plan, f"z{letter}", elsewhere)
    _into(_action(plan), "related", {"action": f"a-z{letter}", "how": "follows"}, elsewhere)


def _put_measure(plan: Data, letter: str, elsewhere: bool) -> None:
    measure = {
        "id": f"m-{letter}",
        "text": f"Children who were asked {letter}",
        "unit": "children",
        "targets": [{"value": "9", "by": "June 2020"}],
        "observations": [{"period": "June 2018", "value": "5"}],
    }
    _into(_outcome(plan) if elsewhere else _action(plan), "measures", measure)


def _put_key_issue(plan: Data, letter: str, elsewhere: bool) -> None:
    action = {"id": f"a-k{letter}", "title": f"Deal with the issue {letter}"}
    issue = {"id": f"k-{letter}", "title": f"Listening {letter}", "actions": [action["id"]]}
    holder = _outcome(plan)
    if elsewhere:
        holder = {"id": f"o-k{letter}", "title": f"Outcome with an issue {letter}"}
        _into(plan, "outcomes", holder)
    _into(holder, "actions", action)
    _into(holder, "key_issues", issue)


def _put_lead(plan: Data, letter: str, elsewhere: bool) -> None:
    _into(_action(plan), "leads", {"body": _body(plan, letter, elsewhere, "leading")}, elsewhere)


def _put_role(plan: Data, letter: str, elsewhere: bool) -> None:
    _into(_action(plan), "leads", {"role": f"Service manager {letter}"}, elsewhere)


def _put_parent(plan: Data, letter: str, elsewhere: bool) -> None:
    parent = _body(plan, letter, elsewhere, "upper")
    _body(plan, letter, elsewhere, "lower", parent=parent)


def _put_successor(plan: Data, letter: str, elsewhere: bool) -> None:
    successor = _body(plan, letter, elsewhere, "following")
    _body(plan, letter, elsewhere, "former", succeeded_by=successor, ceased_on="2018-01-31")


def _put_reviewer(plan: Data, letter: str, elsewhere: bool) -> None:
    _rated(plan)
    body = _body(plan, letter, elsewhere, "reviewing")
    reviews = _action(plan).setdefault("review", {"every": "a year"})
    held = {"date": "2018-08-01", "by": body, "result": "confirmed", "evidence": [_evidence(plan, f"w{letter}", False)]}
    _into(reviews, "reviews", held, elsewhere)


def _put_decider(plan: Data, letter: str, elsewhere: bool) -> None:
    moved = {"words": "June 2018", "moved_on": "2018-06-01", "decided_by": _body(plan, letter, elsewhere, "deciding")}
    _into(_action(plan), "timescales", {"words": f"{'May' if elsewhere else 'June'} 2021", "revises": [moved]})


def _put_closer(plan: Data, letter: str, elsewhere: bool) -> None:
    body = _body(plan, letter, elsewhere, "closing")
    _into(_action(plan), "closures", {"date": "2018-08-02", "decided_by": body, "why": f"It is done {letter}"})


def _put_partner(plan: Data, letter: str, elsewhere: bool) -> None:
    _into(plan, "partners", _body(plan, letter, elsewhere, "partner"), elsewhere)


def _put_evidence(plan: Data, letter: str, elsewhere: bool) -> None:
    _into(_outcome(plan) if elsewhere else _action(plan), "evidence", _evidence(plan, letter, elsewhere))


def _put_finding(plan: Data, letter: str, elsewhere: bool) -> None:
    _into(_outcome(plan) if elsewhere else _action(plan), "answers", _finding(plan, letter, elsewhere))


def _put_risk(plan: Data, letter: str, elsewhere: bool) -> None:
    body = _body(plan, letter, elsewhere, "risk")
    _into(plan, "risks", {"id": f"r-{letter}", "name": f"Too few staff {letter}", "body": body}, elsewhere)


def _put_decision(plan: Data, letter: str, elsewhere: bool) -> None:
    text = f"The plan was agreed {letter}"
    made = {"id": f"d-{letter}", "text": text, "kind": "agreed", "affects": ["a-1"], "date": "2018-05-05"}
    _into(plan, "decisions", made, elsewhere)


def _put_report(plan: Data, letter: str, elsewhere: bool) -> None:
    body = _body(plan, letter, elsewhere, "reporting")
    held = {"due": "June 2018", "held_on": "5 June 2018", "state": "kept"}
    report = _report(plan, letter, elsewhere, sender=body, how_often="6 monthly", occurrences=[held])
    _into(_action(plan), "timescales", {"words": "6 monthly", "since": "2018-01-01", "report": report}, elsewhere)


def _put_event(plan: Data, letter: str, elsewhere: bool) -> None:
    event = _event(plan, letter, elsewhere)
    holder = _outcome(plan) if elsewhere else _action(plan)
    _into(holder, "timescales", {"words": f"Within three months of the meeting {letter}", "event": event})


def _put_term(plan: Data, letter: str, elsewhere: bool) -> None:
    term = {"a": "Ask", "b": "children", "r": "heard"}[letter]
    _into(plan, "glossary", {"term": term, "meaning": f"A word {letter}"}, elsewhere)


def _put_note(plan: Data, letter: str, elsewhere: bool) -> None:
    note = {"date": "2018-07-01", "text": f"The group met {letter}."}
    _into(_outcome(plan) if elsewhere else _action(plan), "notes", note)


def _put_legend(plan: Data, letter: str, elsewhere: bool) -> None:
    _rated(plan)
    plan["rated"] = ["outcomes"] if elsewhere else ["actions"]
    for outcome in plan["outcomes"]:
        if elsewhere:
            outcome["status"] = "red"
        else:
            _action(plan)["status"] = "green"


def _put_status(plan: Data, letter: str, elsewhere: bool) -> None:
    _rated(plan)
    status = {"id": f"t-{letter}", "label": f"Tone {letter}", "meaning": f"Paused {letter}", "tone": "paused"}
    _into(plan["status_scheme"], "statuses", status, elsewhere)


def _put_summary(plan: Data, letter: str, elsewhere: bool) -> None:
    _rated(plan)
    cells = [{"status": "red", "count": "0"}, {"status": "green", "count": "0"}]
    plan["printed_summary"] = {"title": f"Summary {letter}", "rows": [{"outcome": "o-1", "cells": cells}]}


def _put_version(plan: Data, letter: str, elsewhere: bool) -> None:
    _into(plan, "printed_versions", {"version": f"V {letter}", "state": "update"}, elsewhere)


def _put_reading(plan: Data, letter: str, elsewhere: bool) -> None:
    field = "number" if elsewhere else "title"
    _into(_outcome(plan), "readings", {"field": field, "reading": "inferred", "note": f"So we read it {letter}"})


def _put_accepted(plan: Data, letter: str, elsewhere: bool) -> None:
    entry = {"code": "lead-missing", "id": "a-1", "reason": f"Known {letter}", "role": "Officer", "date": "2018-05-01"}
    if letter == "b":
        entry = {**entry, "id": "o-1"}
    _into(plan, "accepted", entry, elsewhere)


def _put_related_plan(plan: Data, letter: str, elsewhere: bool) -> None:
    _into(
        plan,
        "related_plans",
        {"title": f"The plan {letter}", "how": "parent", "link": "https://example.org/"},
        elsewhere,
    )


def _put_contact(plan: Data, letter: str, elsewhere: bool) -> None:
    _into(
        plan,
        "contacts",
        {"role": f"Plans team {letter}", "email": "plans@example.org", "phone": "01632 960 001"},
        elsewhere,
    )


def _put_governance(plan: Data, letter: str, elsewhere: bool) -> None:
    body = _body(plan, letter, elsewhere, "governing")
    _into(plan.setdefault("governance", {}), "reports_to", body, elsewhere)


def _put_papers(plan: Data, letter: str, elsewhere: bool) -> None:
    _into(plan.setdefault("background_papers", {"kept_for": "4 years"}), "papers", f"The minutes {letter}", elsewhere)
    _into(plan, "declarations", {"text": f"Nothing is held back {letter}", "ticked": "yes"}, elsewhere)


def _put_grades(plan: Data, letter: str, elsewhere: bool) -> None:
    counts = [{"grade": "Good", "count": "2"}, {"grade": "Weak", "count": "1"}]
    finding = {
        "id": f"g-{letter}",
        "kind": "grades",
        "title": f"Grades {letter}",
        "scale": ["Good", "Weak"],
        "grades": [
            {
                "indicator": "1",
                "question": "Are children heard?",
                "area": "North",
                "grade": "Weak" if elsewhere else "Good",
            }
        ],
        "n": "3",
        "counts": [{"indicator": "2", "title": "Heard", "question": "Are they safe?", "counts": counts}],
    }
    _into(plan, "findings", finding, elsewhere)


def _put_closed(plan: Data, letter: str, elsewhere: bool) -> None:
    plan["closed"], plan["state"] = {"as_at": "2018-09-01", "why": f"It ended {letter}"}, "ended"


THINGS = (
    Thing("outcome", _put_outcome),
    Thing("action", _put_action),
    Thing("sub-action", _put_sub_action),
    Thing("related action", _put_related),
    Thing("measure", _put_measure),
    Thing("key issue", _put_key_issue),
    Thing("note", _put_note, has_id=False),
    Thing("body as lead", _put_lead),
    Thing("body as parent", _put_parent),
    Thing("body as successor", _put_successor),
    Thing("body as reviewer", _put_reviewer),
    Thing("body as decider of a date", _put_decider),
    Thing("body as decider of a closure", _put_closer),
    Thing("body as partner", _put_partner),
    Thing("body that the plan reports to", _put_governance),
    Thing("role as lead", _put_role, has_id=False),
    Thing("evidence", _put_evidence),
    Thing("finding", _put_finding),
    Thing("grades", _put_grades),
    Thing("risk", _put_risk),
    Thing("decision", _put_decision),
    Thing("report", _put_report),
    Thing("event", _put_event),
    Thing("glossary term", _put_term),
    Thing("legend", _put_legend, has_id=False),
    Thing("rating of the legend", _put_status),
    Thing("printed summary", _put_summary, has_id=False),
    Thing("printed version", _put_version, has_id=False),
    Thing("reading of the source", _put_reading, has_id=False),
    Thing("accepted finding", _put_accepted, has_id=False),
    Thing("related plan", _put_related_plan, has_id=False),
    Thing("contact", _put_contact, has_id=False),
    Thing("papers and declarations", _put_papers, has_id=False),
    Thing("end of the plan", _put_closed, has_id=False),
)
