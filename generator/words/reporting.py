"""Who reports on a plan to whom: the chain in words, and each duty with what became of it."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.document.addresses import thing_anchor
from generator.document.blocks import Fact, Line, Row, Section, Table, labelled_lines, points, sentences
from generator.plan.model import Occurrence, Report
from generator.status import report_duties
from generator.timescale import read
from generator.wording import Words
from generator.words.action_section import field_readings, reading_facts
from generator.words.brief_times import how_often_as_said
from generator.words.phrases import filled_facts, text_lines, upper_first
from generator.words.times import duty_phrases, occurrence_phrase
from generator.words.view import PlanView

# More than any plan has; a plan in which everybody reports to everybody has no end of them.
MOST_CHAINS = 40

Names = tuple[str, ...]


def reports_section(view: PlanView) -> Section:
    """The chain of reports in words, then each duty to report."""
    words = view.words
    chain = points(*chain_phrases(view))
    opening = sentences(words.say("Each line says who reports, and to whom it goes from there.")) if chain else ()
    facts = labelled_lines(field_readings(view, "reports"))
    duties = (_duty(view, report) for report in view.plan.reports)
    return Section("reports", words.say("Who reports to whom"), (*opening, *chain, *facts, *duties))


# The chain


def chain_phrases(view: PlanView) -> tuple[str, ...]:
    """The ways that reports go, each as a sentence; those that nobody is said to send come last, in one."""
    words = view.words
    chains = report_chains(view)
    phrases = [chain_phrase(words, chain) for chain in chains if chain[0]]
    if unsent := [receiver for sender, receiver, *_ in chains if not sender]:
        # A semicolon, since a name may hold a list of its own.
        phrases.append(words.say("Who sends it is not stated: to {bodies}.", bodies="; ".join(unsent)))
    return tuple(phrases)


def report_chains(view: PlanView) -> tuple[Names, ...]:
    """The ways that reports go, from body to body, "" for one that is not stated; in the order of the plan."""
    steps = dict.fromkeys((_name(view, report.sender), _name(view, report.to)) for report in view.plan.reports)
    known = [step for step in steps if any(step)]
    heard = {receiver for sender, receiver in known if sender}
    chains: list[Names] = []
    for step in known:
        if step[0] and step[0] not in heard:
            chains += _onward(known, step, MOST_CHAINS - len(chains))
    told = {step for chain in chains for step in pairwise(chain)}
    return (*chains, *(step for step in known if step not in told))


def _name(view: PlanView, body: str | None) -> str:
    return view.body_name(body) if body else ""


def _onward(steps: Sequence[tuple[str, str]], start: Names, most: int) -> list[Names]:
    """Every way on from `start`, none of which comes twice to the same body."""
    found: list[Names] = []
    waiting, whole = [start], [step for step in steps if all(step)]
    while waiting and len(found) < most:
        chain = waiting.pop(0)
        onward = [(*chain, receiver) for sender, receiver in whole if sender == chain[-1] and receiver not in chain]
        waiting = onward + waiting
        found += [] if onward else [chain]
    return found


def chain_phrase(words: Words, chain: Names) -> str:
    """A chain as a sentence: "From the team managers to the monitoring group, and from there to the committee."."""
    sender, receiver, *others = chain
    if not receiver:
        return words.say("From {sender}; to whom is not stated.", sender=sender)
    phrase = words.say("From {sender} to {receiver}", sender=sender, receiver=receiver)
    for name in others:
        phrase = words.say("{chain}, and from there to {receiver}", chain=phrase, receiver=name)
    return words.say("{chain}.", chain=phrase)


# Each duty


def _duty(view: PlanView, report: Report) -> Section:
    words = view.words
    unstated, due = words.say("Not stated"), duty_phrases(words, report_duties(view.plan, report, view.day))
    facts = filled_facts(
        Fact(words.say("From"), (Line(_name(view, report.sender) or unstated),)),
        Fact(words.say("To"), (Line(_name(view, report.to) or unstated),)),
        Fact(words.say("How often"), (how_often_as_said(view, report),)),
        Fact(words.say("Based on"), text_lines(report.based_on)),
        Fact(words.say("What it asks for"), text_lines(report.asks_for)),
        Fact(words.say("When it falls due"), text_lines(*due)),
        *reading_facts(view, report.readings),
    )
    table = (_occurrences(view, report),) if report.occurrences else ()
    return Section(thing_anchor("report", report.id), _title(view, report), (*labelled_lines(facts), *table))


def _title(view: PlanView, report: Report) -> str:
    """What is reported; where another report is called the same, also to whom."""
    is_shared = Counter(other.what for other in view.plan.reports)[report.what] > 1
    if not (is_shared and report.to):
        return report.what
    return view.words.say("{report}, to {body}", report=report.what, body=_name(view, report.to))


# Each time


def _occurrences(view: PlanView, report: Report) -> Table:
    """Each time that it was due or made. A column stands only where one of them has something for it."""
    words, items = view.words, report.occurrences
    columns: dict[str, list[Line | None]] = {
        words.say("When it was due"): [_in_full(words, item.due) if item.due else None for item in items],
        words.say("When it was made"): [_in_full(words, item.held_on) if item.held_on else None for item in items],
        words.say("What became of it"): [Line(upper_first(occurrence_phrase(view, item))) for item in items],
        words.say("Edition shown"): [Line(item.edition) if item.edition else None for item in items],
        words.say("What was decided"): [Line(item.decision) if item.decision else None for item in items],
    }
    if any(item.link for item in items):
        columns[words.say("Where to read it")] = [_link(words, item) for item in items]
    shown = {label: lines for label, lines in columns.items() if any(lines)}
    unstated = Line(words.say("Not stated"))
    rows = tuple(Row(tuple((line or unstated,) for line in lines)) for lines in zip(*shown.values(), strict=True))
    return Table(words.say("Each time that is recorded: {report}", report=_title(view, report)), tuple(shown), rows)


def _link(words: Words, item: Occurrence) -> Line:
    if not item.link:
        return Line(words.say("No address is stated"))
    day = _in_full(words, item.held_on or item.due or "")
    return Line(words.say("The report of {day}", day=day.text), outside=item.link)


def _in_full(words: Words, printed: str) -> Line:
    """A day in full where it is printed in another way; all other words as they are."""
    parts = read(printed).parts
    day = parts[0].end if len(parts) == 1 and parts[0].kind == "day" else None
    if not day or words.day(day) in printed:
        return Line(printed)
    return Line(words.day(day), (words.say("printed as “{printed}”", printed=printed),))
