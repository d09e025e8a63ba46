"""What stands behind a plan's claims: each piece of evidence, and then the claims that have none."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.document.addresses import (
    action_address,
    body_anchor,
    evidence_anchor,
    outcome_address,
    overview_address,
    plan_page_address,
)
from generator.document.blocks import Fact, Line, Link, Row, Table
from generator.document.chapters import Chapter, ChapterEntry
from generator.plan.public import Action, Evidence, Missing, Observation, Outcome
from generator.status import Backing, Thing, claims, each_thing
from generator.words.phrases import as_at_phrase, dated, numbered, observation_phrase, short_name, short_outcome_title
from generator.words.ratings import level_tag
from generator.words.view import PlanView

# So many pieces of evidence need no list of them.
FEW = 3


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One piece of evidence: what it is, and what it stands behind."""

    anchor: str
    title: str
    shows: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """Every piece of evidence of a plan, and every claim without."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    opening: str
    to_claims: Link
    items_heading: str
    contents: tuple[Link, ...]
    items: tuple[EvidenceItem, ...]
    claims_heading: str
    claims_words: str
    judged: str
    claims: Table | None
    template: str = "evidence"


def evidence_page(view: PlanView) -> EvidencePage:
    """The plan's evidence, and its claims that have none."""
    plan, words = view.plan, view.words
    found = claims(plan, view.standings)
    bare = tuple(thing for thing, backing in found if not backing)
    behind = Counter(backing for _, backing in found)
    contents = tuple(Link(item.title, None, evidence_anchor(item.id)) for item in plan.evidence)
    heading = words.say("Claims with nothing behind them")
    return EvidencePage(
        address=plan_page_address(plan.id, "evidence"),
        title=words.say("What stands behind the claims"),
        crumbs=(Link(view.menu_title, overview_address(plan.id)),),
        opening=" ".join(filter(None, (_opening(view, behind), as_at_phrase(view)))),
        to_claims=Link(heading, None, "nothing-behind"),
        items_heading=words.say("The evidence"),
        contents=contents if len(contents) > FEW else (),
        items=tuple(_item(view, item) for item in plan.evidence),
        claims_heading=heading,
        claims_words=_claims_words(view, behind),
        judged=words.say(
            "A claim is a rating that says that all is well or finished, or progress of 100%. It has something behind "
            "it where the plan names evidence for it or for what it is part of, where a review looked at evidence and "
            "found enough, or where one of its notes is marked as evidence."
        ),
        claims=_claims(view, bare),
    )


def _opening(view: PlanView, behind: Counter[Backing]) -> str:
    words, count, bare = view.words, len(view.plan.evidence), behind[""]
    if not count and behind["note"]:
        said = words.say("The plan lists no evidence. Some of its notes are marked as evidence.")
    elif not count:
        said = words.say("The plan names no evidence.")
    else:
        said = words.plural(
            "The plan names {count} piece of evidence.", "The plan names {count} pieces of evidence.", count
        )
    claims = words.plural(
        "{count} claim has nothing named behind it.", "{count} claims have nothing named behind them.", bare
    )
    return words.say("{evidence} {claims}", evidence=said, claims=claims) if bare else said


def evidence_chapter(view: PlanView) -> Chapter:
    """Each piece of evidence, as a part of another page."""
    words, entries = view.words, []
    for item in view.plan.evidence:
        shows = (Fact(words.say("What it shows"), (Line(item.shows),)),) if item.shows else ()
        entries.append(ChapterEntry(evidence_anchor(item.id), item.title, facts=(*shows, *_facts(view, item))))
    return Chapter("the-evidence", words.say("The evidence"), entries=tuple(entries))


def _item(view: PlanView, item: Evidence) -> EvidenceItem:
    return EvidenceItem(evidence_anchor(item.id), item.title, item.shows or "", _facts(view, item))


def _facts(view: PlanView, item: Evidence) -> tuple[Fact, ...]:
    words = view.words
    kinds = {
        "audit": words.say("Audit"),
        "case-file-sample": words.say("Sample of case files"),
        "survey": words.say("Survey"),
        "data": words.say("Figures"),
        "minutes": words.say("Minutes of a meeting"),
        "document": words.say("Document"),
    }
    read = words.say("Read it")
    where = Line(read, outside=item.link) if item.link else Line(words.say("Held, not published"))
    unstated = (Line(words.say("Not stated")),)
    day = words.listing(dated(words, item.date, item.date_words))
    found = [
        (words.say("Kind"), (Line(kinds[item.kind]),)),
        (words.say("Is about"), (Line(item.period),) if item.period else unstated),
        (words.say("Date"), (Line(day),) if day else unstated),
        (words.say("Held by"), (_holder(view, item.held_by),) if item.held_by else unstated),
        (words.say("Where it can be read"), (where,)),
        (words.say("Figures"), (*(_figure(view, figure) for figure in item.figures), *_sums(view, item.figures))),
        (words.say("Stands behind"), tuple(_stands_behind(view, item)) or (Line(words.say("Nothing that is named")),)),
    ]
    return tuple(Fact(label, lines) for label, lines in found if lines)


def _holder(view: PlanView, held_by: str) -> Line:
    if held_by not in view.bodies:
        return Line(held_by)
    return Line("", link=Link(view.body_name(held_by), plan_page_address(view.plan.id, "who"), body_anchor(held_by)))


def _figure(view: PlanView, figure: Observation) -> Line:
    words = view.words
    return Line(
        observation_phrase(words, figure),
        (words.say("part of: {whole}", whole=figure.part_of),) if figure.part_of else (),
    )


def _sums(view: PlanView, figures: tuple[Observation, ...]) -> Iterator[Line]:
    """Whether the parts of each figure make the whole, where all are whole numbers of one time."""
    words = view.words
    for whole in figures:
        parts = [item for item in figures if whole.label and (item.part_of, item.period) == (whole.label, whole.period)]
        counts = [_count(item) for item in (whole, *parts)]
        if len(parts) < 2 or None in counts:
            continue
        all_of, *some = (count for count in counts if count is not None)
        total, label = sum(some), whole.label
        if total == all_of:
            yield Line(words.say("{label}: the parts make {total}, as they should.", label=label, total=total))
        elif total < all_of:
            gap = words.plural("{count} is not accounted for.", "{count} are not accounted for.", all_of - total)
            said = words.say("{label}: the parts make {total}, not {all}.", label=label, total=total, all=all_of)
            yield Line(words.say("{said} {gap}", said=said, gap=gap))
        else:
            said = words.say("{label}: the parts make {total}, more than {all}.", label=label, total=total, all=all_of)
            yield Line(said)


def _count(figure: Observation) -> int | None:
    is_whole = not isinstance(figure.value, Missing) and figure.value.isdecimal() and figure.state != "suppressed"
    return int(str(figure.value)) if is_whole else None


def _stands_behind(view: PlanView, item: Evidence) -> Iterator[Line]:
    words = view.words
    for thing in each_thing(view.plan):
        if item.id in thing.evidence:
            yield Line("", link=_link(view, thing))
        for review in thing.review.reviews if thing.review else ():
            if item.id in review.evidence:
                result = {
                    "confirmed": words.say("confirmed"),
                    "changed": words.say("changed"),
                    "not-enough-evidence": words.say("not enough evidence"),
                }[review.result]
                said = words.say("the review of {day}: {result}", day=words.day(review.date), result=result)
                yield Line("", (said,), _link(view, thing))
    for decision in view.plan.decisions:
        if item.id in decision.affects:
            yield Line(words.say("The decision: {text}", text=decision.text))


def _link(view: PlanView, thing: Thing) -> Link:
    plan = view.plan.id
    address = outcome_address(plan, thing.id) if isinstance(thing, Outcome) else action_address(plan, thing.id)
    return Link(numbered(thing), address)


def _claims_words(view: PlanView, behind: Counter[Backing]) -> str:
    words = view.words
    if not behind:
        return words.say("The plan claims of nothing that all is well, or finished.")
    if behind[""]:
        return words.plural(
            "{count} claim that all is well, or finished, has nothing named behind it.",
            "{count} claims that all is well, or finished, have nothing named behind them.",
            behind[""],
        )
    by = [
        words.plural("{count} has evidence", "{count} have evidence", behind["evidence"]),
        words.plural("{count} has a note marked as evidence", "{count} have notes marked as evidence", behind["note"]),
    ]
    counts = [said for said, size in zip(by, (behind["evidence"], behind["note"]), strict=True) if size]
    return words.say(
        "Every claim that all is well, or finished, has something named behind it: {counts}.",
        counts=words.listing(counts),
    )


def _claims(view: PlanView, bare: tuple[Thing, ...]) -> Table | None:
    words = view.words
    if not bare:
        return None
    columns = (words.say("What"), words.say("What is claimed"), words.say("Part of"))
    caption = words.say("Claims with nothing behind them")
    rows = []
    for thing in bare:
        tag = level_tag(view, thing)
        claims = [Line("", tag=tag)] if tag else []
        if isinstance(thing, Action) and isinstance(thing.progress, int):
            claims.append(Line(words.say("{percent}% complete", percent=thing.progress)))
        rows.append(Row(((Line("", link=_link(view, thing)),), tuple(claims), (_part_of(view, thing),))))
    return Table(caption, columns, tuple(rows))


def _part_of(view: PlanView, thing: Thing) -> Line:
    if isinstance(thing, Outcome):
        return Line(view.words.say("The plan itself"))
    place = view.places[thing.id]
    return Line(short_name(view, place.above[-1]) if place.above else short_outcome_title(view, place.outcome))
