"""What stands behind a plan's claims: each piece of evidence, and then the claims that have none."""

from collections import Counter

from generator.document.blocks import Block, Line, Row, Section, Table, sentences
from generator.document.page import Page
from generator.plan.model import Action, Outcome
from generator.status import Backing, Thing, claims
from generator.words.cells import thing_link
from generator.words.evidence import evidence_section
from generator.words.phrases import as_at_phrase, short_name, short_outcome_title
from generator.words.plan_page import as_at_day, plan_page
from generator.words.ratings import level_tag
from generator.words.view import PlanView


def evidence_page(view: PlanView) -> Page:
    """The plan's evidence, and its claims that have none."""
    found = claims(view.plan, view.standings)
    bare = tuple(thing for thing, backing in found if not backing)
    behind = Counter(backing for _, backing in found)
    said, section = _opening(view, behind), _claims(view, bare, behind)
    blocks: tuple[Block, ...] = sentences(said, *as_at_day(view), role="lead")
    if view.plan.evidence:
        blocks += (*(sentences(section.here) if bare else ()), evidence_section(view))
    opening = f"{said} {as_at_phrase(view)}".strip()
    return plan_page(view, "evidence", view.words.say("What stands behind the claims"), opening, (*blocks, section))


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


def _claims(view: PlanView, bare: tuple[Thing, ...], behind: Counter[Backing]) -> Section:
    """The claims that have nothing behind them, and what is taken for a claim."""
    words = view.words
    heading = words.say("Claims with nothing behind them")
    judged = words.say(
        "A claim is a rating that says that all is well or finished, or progress of 100%. It has something behind it "
        "where the plan names evidence for it or for what it is part of, where a review looked at evidence and found "
        "enough, or where one of its notes is marked as evidence."
    )
    columns = (words.say("What"), words.say("What is claimed"), words.say("Part of"))
    rows = tuple(_row(view, thing) for thing in bare)
    tables = (Table(heading, columns, rows),) if rows else ()
    return Section("nothing-behind", heading, (*sentences(_claims_words(view, behind), judged), *tables))


def _row(view: PlanView, thing: Thing) -> Row:
    tag = level_tag(view, thing)
    claims = [Line("", tag=tag)] if tag else []
    if isinstance(thing, Action) and isinstance(thing.progress, int):
        claims.append(Line(view.words.say("{percent}% complete", percent=thing.progress)))
    return Row(((Line("", link=thing_link(view, thing)),), tuple(claims), (_part_of(view, thing),)))


def _part_of(view: PlanView, thing: Thing) -> Line:
    if isinstance(thing, Outcome):
        return Line(view.words.say("The plan itself"))
    place = view.places[thing.id]
    return Line(short_name(view, place.above[-1]) if place.above else short_outcome_title(view, place.outcome))
