"""An invented plan, and edits of it: for every kind of change what an officer does, and what readers are told."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.diff import Change, diff_facts, diff_plans
from generator.pages import PlanView
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.plan.vocabulary import ChangeKind
from generator.status import facts_of
from generator.wording import Words
from generator.words.view import Update
from tests.conftest import as_tuples

GONE = object()
DAY = date(2019, 4, 1)
BASE: dict[str, Any] = {
    "schema": "1",
    "id": "anytown",
    "title": "Anytown plan",
    "publisher": "Anytown Council",
    "as_at": "2018-09-28",
    "rated": ["actions"],
    "status_scheme": {
        "review_every": "6 months",
        "statuses": [
            {"id": "red", "label": "Red", "meaning": "Late", "tone": "off-track"},
            {"id": "amber", "label": "Amber", "meaning": "At risk", "tone": "at-risk"},
            {"id": "green", "label": "Green", "meaning": "In time", "tone": "on-track"},
            {"id": "blue", "label": "Blue", "meaning": "Done", "tone": "complete"},
            {"id": "grey", "label": "Grey", "meaning": "Not begun", "tone": "not-started"},
        ],
    },
    "events": [{"id": "start", "name": "The inspection", "date": "2018-05-01"}],
    "bodies": [{"id": "council", "name": "Anytown Council"}, {"id": "nhs", "name": "NHS Anytown"}],
    "glossary": [{"term": "CPC", "meaning": "Child protection committee"}],
    "evidence": [{"id": "audit", "title": "Audit of files", "date": "2018-06-01"}],
    "findings": [{"id": "f-1", "number": "1", "kind": "recommendation", "title": "Listen to children", "n": "30"}],
    "risks": [{"id": "r-1", "name": "Too few staff", "impact": "low"}],
    "decisions": [{"id": "d-1", "text": "The plan was agreed", "kind": "agreed"}],
    "reports": [{"id": "k-1", "what": "Monthly report", "occurrences": [{"due": "June 2018", "state": "not-yet"}]}],
    "printed_versions": [{"version": "V1", "state": "draft"}],
    "printed_summary": {
        "title": "Summary",
        "rows": [{"outcome": "o-1", "cells": [{"status": "red", "count": "0"}, {"status": "green", "count": "1"}]}],
    },
    "accepted": [{"code": "action-bare", "reason": "Known", "role": "Lead officer", "date": "2018-09-01"}],
    "outcomes": [
        {
            "id": "o-1",
            "number": "1",
            "title": "Children are heard",
            "readings": [{"field": "title", "reading": "stated", "note": "As printed"}],
            "key_issues": [{"id": "i-1", "title": "Listening", "actions": ["a-1"]}],
            "actions": [
                {
                    "id": "a-1",
                    "number": "1.1",
                    "title": "Ask children",
                    "text": "Staff ask every child what matters to them and write it down in the child’s own words.",
                    "points": ["Ask", "Write"],
                    "status": "amber",
                    "progress": "40",
                    "priority": "low",
                    "leads": ["council"],
                    "timescales": [{"words": "April 2019", "revises": [{"words": "March 2019"}]}],
                    "evidence": ["audit"],
                    "related": [{"action": "a-2"}],
                    "closures": [{"date": "2018-07-01", "reopened": "yes"}],
                    "review": {
                        "every": "6 months",
                        "reviews": [{"date": "2018-08-01", "by": "nhs", "result": "changed"}],
                    },
                    "notes": [{"date": "2018-09-01", "text": "The group met and agreed what to ask."}],
                    "measures": [
                        {
                            "id": "m-1",
                            "text": "Share of children asked",
                            "kind": "percent",
                            "targets": [{"value": "90"}],
                            "observations": [{"period": "June 2018", "value": "70"}],
                        }
                    ],
                },
                {"id": "a-2", "number": "1.2", "title": "Tell parents", "timescales": ["6 monthly"]},
                {
                    "id": "a-3",
                    "number": "1.3",
                    "title": "Train staff",
                    "status": "red",
                    "timescales": ["May 2019"],
                    "sub_actions": [{"id": "a-31", "number": "1.31", "title": "Train nurses"}],
                },
            ],
        },
        {"id": "o-2", "number": "2", "title": "Children are safe", "actions": [{"id": "a-4", "title": "Look again"}]},
    ],
}
ACTION = "outcomes.0.actions.0"
TIME = f"{ACTION}.timescales.0.words"
REVIEW = f"{ACTION}.review"
MEASURE = f"{ACTION}.measures.0"
OCCURRENCE = "reports.0.occurrences.0"


@dataclass(frozen=True)
class Sample:
    """An edit that is one change: what the old plan has otherwise than the base, what the new one has, the sentence."""

    kind: ChangeKind
    after: dict[str, Any]
    sentence: str
    before: dict[str, Any] = field(default_factory=dict)

    @property
    def old(self) -> PublicPlan:
        return made(self.before)

    @property
    def new(self) -> PublicPlan:
        return made({**self.before, **self.after})

    @property
    def changes(self) -> tuple[Change, ...]:
        old, new = self.old, self.new
        if self.kind == "lapsed":
            return diff_facts(facts_of(old, date(2018, 10, 1)), facts_of(new, DAY), old, new)
        return diff_plans(old, new)

    @property
    def compared(self) -> Update:
        return Update(view_of(self.old), view_of(self.new))


def view_of(plan: PublicPlan) -> PlanView:
    return PlanView(plan, Words(), DAY)


def made(edits: dict[str, Any]) -> PublicPlan:
    """The base plan, with a value at each of the paths; one that is gone is taken out."""
    data = deepcopy(BASE)
    for path, value in edits.items():
        *above, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        held: Any = data
        for step in above:
            held = held[step]
        if value is GONE:
            held.pop(last, *(() if isinstance(held, list) else (None,)))
        elif isinstance(held, list) and last == len(held):
            held.append(value)
        else:
            held[last] = value
    return read_as(PublicPlan, as_tuples(data))


SAMPLES = (
    Sample("added", {"outcomes.1.actions.1": {"id": "a-5", "number": "2.2", "title": "Check homes"}},
           "2.2 was added to the plan: “Check homes”."),
    Sample("removed", {"outcomes.0.actions.2": GONE},
           "1.3 was taken out of the plan. It last said “Train staff”. Rating: Red. By when: May 2019. "
           "With it went: 1.31."),
    Sample("moved", {"outcomes.1.actions.1": BASE["outcomes"][0]["actions"][2], "outcomes.0.actions.2": GONE},
           "1.3 was moved from outcome 1 to outcome 2"),
    Sample("moved", {f"{ACTION}.points": ["Write", "Ask"]},
           "1.1, bullets: “Ask” stands elsewhere in its list: was in place 1, now in place 2"),
    Sample("renumbered", {f"{ACTION}.number": "1.4"}, "1.1 is now 1.4: “Ask children”"),
    Sample("rating-better", {f"{ACTION}.status": "green"}, "1.1 rating: better, from Amber to Green"),
    Sample("rating-worse", {f"{ACTION}.status": "red"}, "1.1 rating: worse, from Amber to Red"),
    Sample("rating-changed", {f"{ACTION}.status": "grey"}, "1.1 rating: was Amber, now Grey"),
    Sample("rating-changed", {f"{ACTION}.status": {"missing": "withheld", "ground": "A court case"}},
           "1.1 rating: was Amber, now Withheld: A court case"),
    Sample("lapsed", {}, "1.1 rating: Green no longer holds since 1 March 2019, because no review confirmed it",
           before={f"{ACTION}.status": "green"}),
    Sample("date-later", {TIME: "September 2019"}, "1.1: was April 2019, now September 2019"),
    Sample("date-earlier", {TIME: "January 2019"}, "1.1: was April 2019, now January 2019"),
    Sample("date-reworded", {TIME: "by 30 April 2019"},
           "1.1: was “April 2019”, now “by 30 April 2019”: the same date in other words"),
    Sample("date-removed", {TIME: "ongoing"}, "1.1: was April 2019, now without a date (ongoing)"),
    Sample("date-removed", {f"{ACTION}.timescales": {"missing": "not-stated"}},
           "1.1: was April 2019, now without a date (Not stated)"),
    Sample("date-removed", {f"{ACTION}.timescales": []}, "1.1: was April 2019, now without a date (not stated)"),
    Sample("date-given", {TIME: "April 2019"}, "1.1: now April 2019, before without a date (soon)",
           before={TIME: "soon"}),
    Sample("timescale-reworded", {"outcomes.0.actions.1.timescales.0": "annually"},
           "1.2: was “6 monthly”, now “annually”"),
    Sample("timescale-changed", {f"{ACTION}.timescales.0.note": "As agreed"},
           "1.1, by when, April 2019: note was not stated, now “As agreed”"),
    Sample("timescale-added", {f"{ACTION}.timescales.1": "quarterly"}, "1.1: “quarterly” was added"),
    Sample("timescale-removed", {"outcomes.0.actions.1.timescales": []}, "1.2: “6 monthly” was taken out"),
    Sample("revision-recorded", {f"{ACTION}.timescales.0.revises.1": {"words": "June 2018", "decided_by": "nhs"}},
           "1.1: the plan now records how its time moved. Was June 2018; moved by NHS Anytown."),
    Sample("revision-changed", {f"{ACTION}.timescales.0.revises.0.why": "Staff left"},
           "1.1, April 2019, earlier times, “March 2019”: why was not stated, now “Staff left”"),
    Sample("revision-removed", {f"{ACTION}.timescales.0.revises": []},
           "1.1, April 2019, earlier times: “March 2019” was taken out"),
    Sample("lead-added", {f"{ACTION}.leads.1": "nhs"}, "1.1 lead: NHS Anytown was added"),
    Sample("lead-changed", {f"{ACTION}.leads.0": "nhs"}, "1.1 lead: was Anytown Council, now NHS Anytown"),
    Sample("lead-removed", {f"{ACTION}.leads": []}, "1.1 lead: Anytown Council was taken off"),
    Sample("lead-removed", {f"{ACTION}.leads": {"missing": "not-stated"}}, "1.1 lead: Anytown Council was taken off"),
    Sample("wording", {f"{ACTION}.title": "Ask all children"}, "1.1, title: reworded"),
    Sample("wording", {f"{ACTION}.text": GONE}, "1.1, what it says: taken out"),
    Sample("measure", {f"{MEASURE}.unit": "% of children"},
           "1.1, “Share of children asked”, unit: “% of children” was added"),
    Sample("target-added", {f"{MEASURE}.targets.1": {"value": "95", "kind": "aspirational"}},
           "1.1, “Share of children asked”: aspirational target: 95%, which was not there before"),
    Sample("target-raised", {f"{MEASURE}.targets.0": {"value": "95"}},
           "1.1, “Share of children asked” target raised: was 90%, now 95%"),
    Sample("target-lowered", {f"{MEASURE}.targets.0": {"value": "80"}},
           "1.1, “Share of children asked” target lowered: was 90%, now 80%"),
    Sample("target-changed", {f"{MEASURE}.targets.0": {"value": "most"}},
           "1.1, “Share of children asked” target: was 90%, now most"),
    Sample("target-removed", {f"{MEASURE}.targets": []},
           "1.1, “Share of children asked”: target: 90%, which was taken out"),
    Sample("figure-added", {f"{MEASURE}.observations.1": {"period": "June 2019", "value": "75"}},
           "1.1, “Share of children asked”: figure added, June 2019: 75"),
    Sample("figure-corrected", {f"{MEASURE}.observations.0.value": "72"},
           "1.1, “Share of children asked”: figure for June 2018 was 70, now 72"),
    Sample("figure-removed", {f"{MEASURE}.observations": []},
           "1.1, “Share of children asked”: figure taken out, June 2018: 70"),
    Sample("evidence", {f"{ACTION}.evidence": []}, "1.1, evidence: “Audit of files” was taken out"),
    Sample("finding", {"findings.0.n": "31"}, "Finding 1, how many were looked at: was 30, now 31"),
    Sample("risk", {"risks.0.impact": "high"}, "Risk “Too few staff”, impact: was low, now high"),
    Sample("decision", {"decisions.0.kind": "noted"}, "Decision “The plan was agreed”, kind: was agreed, now noted"),
    Sample("report", {"reports.0.how_often": "monthly"}, "Report “Monthly report”, how often: “monthly” was added"),
    Sample("occurrence-added", {"reports.0.occurrences.1": {"due": "July 2018", "state": "not-yet"}},
           "Report “Monthly report”, when it was reported: July 2018 was added"),
    Sample("occurrence-kept", {f"{OCCURRENCE}.state": "kept"}, "Report “Monthly report”, June 2018: kept"),
    Sample("occurrence-missed", {f"{OCCURRENCE}.state": "missed"}, "Report “Monthly report”, June 2018: missed"),
    Sample("occurrence-changed", {f"{OCCURRENCE}.edition": "V2"},
           "Report “Monthly report”, when it was reported, June 2018: edition was not stated, now “V2”"),
    Sample("occurrence-removed", {"reports.0.occurrences": []},
           "Report “Monthly report”, when it was reported: June 2018 was taken out"),
    Sample("note-added", {f"{ACTION}.notes.1": {"date": "2019-01-01", "text": "The group met again."}},
           "1.1: note of 1 January 2019 added"),
    Sample("note-reworded", {f"{ACTION}.notes.0.text": "The group met and agreed whom to ask."},
           "1.1: note of 1 September 2018 reworded"),
    Sample("note-removed", {f"{ACTION}.notes": []},
           "1.1: note of 1 September 2018 was taken out"),
    Sample("review-added", {f"{REVIEW}.reviews.1": {"date": "2019-01-01", "by": "nhs", "result": "confirmed"}},
           "1.1 was reviewed on 1 January 2019 by NHS Anytown: confirmed"),
    Sample("review-changed", {f"{REVIEW}.since": "2018-06-01"}, "1.1, from when it counts: 1 June 2018 was added"),
    Sample("review-removed", {f"{REVIEW}.reviews": []},
           "1.1, reviews: 1 August 2018, NHS Anytown was taken out"),
    Sample("review-interval-longer", {f"{REVIEW}.every": "a year"},
           "1.1 is to be reviewed less often: was “6 months”, now “a year”"),
    Sample("review-interval-longer", {"status_scheme.review_every": GONE},
           "The plan is to be reviewed less often: was “6 months”, now not stated"),
    Sample("review-interval-shorter", {f"{REVIEW}.every": "3 months"},
           "1.1 is to be reviewed more often: was “6 months”, now “3 months”"),
    Sample("review-interval-reworded", {f"{REVIEW}.every": "six months"},
           "1.1 is to be reviewed as often as before: was “6 months”, now “six months”"),
    Sample("closed", {f"{ACTION}.closures.1": {"date": "2019-01-01", "decided_by": "nhs", "why": "It is done"}},
           "1.1 was closed on 1 January 2019, as NHS Anytown decided: It is done"),
    Sample("closed", {"closed": {"as_at": "2019-01-01", "why": "It ended"}},
           "The plan was closed as at 1 January 2019: It ended"),
    Sample("reopened", {f"{ACTION}.closures.1": {"date": "2019-01-01", "reopened": "yes"}},
           "1.1 was opened again on 1 January 2019"),
    Sample("reopened", {"closed": GONE}, "The plan is no longer closed",
           before={"closed": {"as_at": "2019-01-01", "why": "It ended"}}),
    Sample("closure-changed", {f"{ACTION}.closures": []},
           "1.1, when it was closed or opened again: 1 July 2018 was taken out"),
    Sample("progress-up", {f"{ACTION}.progress": "60"}, "1.1 progress: up, from 40% to 60%"),
    Sample("progress-down", {f"{ACTION}.progress": "20"}, "1.1 progress: down, from 40% to 20%"),
    Sample("progress-changed", {f"{ACTION}.progress": {"missing": "not-stated"}},
           "1.1 progress: was 40%, now Not stated"),
    Sample("priority", {f"{ACTION}.priority": "high"}, "1.1, priority: was low, now high"),
    Sample("relation", {f"{ACTION}.related": []}, "1.1, what it belongs with: 1.2 was taken out"),
    Sample("grouping", {"outcomes.0.key_issues.0.actions.1": "a-2"}, "Outcome 1, “Listening”, actions: 1.2 was added"),
    Sample("body-changed", {"bodies.1.short_name": "NHS"}, "“NHS Anytown”, short name: “NHS” was added"),
    Sample("body-ceased", {"bodies.1.ceased_on": "2019-01-01"},
           "“NHS Anytown” is there no more: ceased 1 January 2019"),
    Sample("event", {"events.0.date": "2018-06-01"}, "“The inspection”, date: was 1 May 2018, now 1 June 2018"),
    Sample("glossary", {"glossary.1": {"term": "GP", "meaning": "A doctor"}}, "The plan, glossary: “GP” was added"),
    Sample("legend", {"status_scheme.statuses.1.label": "Yellow"},
           "The plan, ratings, Amber: label was “Amber”, now “Yellow”"),
    Sample("summary", {"printed_summary.rows.0.cells.1.count": "2"},
           "The plan, “Children are heard”, the printed summary, “Green”: count was 1, now 2"),
    Sample("version", {"printed_versions.1": {"version": "V2", "state": "approved"}},
           "The plan, the printed list of versions: “V2” was added"),
    Sample("reading", {"outcomes.0.readings.0.reading": "inferred"},
           "Outcome 1, how the source was read, title: how it was read was stated, now inferred"),
    Sample("accepted", {"accepted": []}, "The plan, accepted: “Known” was taken out"),
    Sample("plan", {"as_at": "2019-03-29"}, "The plan, date: was 28 September 2018, now 29 March 2019"),
    Sample("other", {f"{ACTION}.code": "X1"}, "1.1, code: “X1” was added"),
)  # fmt: skip
