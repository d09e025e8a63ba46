"""What stands behind a plan's claims: each piece of evidence, and then the claims that have none."""

from collections import Counter

from generator.document.blocks import Block, Cell, Section, sentences
from generator.document.page import Page
from generator.plan.model import Action, Outcome
from generator.status import Backing, Thing, claims
from generator.words.cells import thing_link
from generator.words.evidence import evidence_section
from generator.words.layout import lines, table
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
    said = words.plural(
        "The plan names {count} piece of evidence.", "The plan names {count} pieces of evidence.", count
    )
    if not count:
        said = words.say("The plan names no evidence.")
        if behind["note"]:
            said = words.say("The plan lists no evidence. Some of its notes are marked as evidence.")
    if not bare:
        return said
    claims = words.plural(
        "{count} claim has nothing named behind it.", "{count} claims have nothing named behind them.", bare
    )
    return f"{said} {claims}"


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
    evidence, notes = behind["evidence"], behind["note"]
    counts = (
        (evidence, words.plural("{count} has evidence", "{count} have evidence", evidence)),
        (notes, words.plural("{count} has a note marked as evidence", "{count} have notes marked as evidence", notes)),
    )
    return words.say(
        "Every claim that all is well, or finished, has something named behind it: {counts}.",
        counts=words.listing(said for count, said in counts if count),
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
    claims = table(
        heading,
        bare,
        (words.say("What"), lambda thing: thing_link(view, thing)),
        (words.say("What is claimed"), lambda thing: _claimed(view, thing)),
        (words.say("Part of"), lambda thing: _part_of(view, thing)),
    )
    tables = (claims,) if bare else ()
    return Section("nothing-behind", heading, (*sentences(_claims_words(view, behind), judged), *tables))


def _claimed(view: PlanView, thing: Thing) -> Cell:
    percent = thing.progress if isinstance(thing, Action) and isinstance(thing.progress, int) else None
    done = "" if percent is None else view.words.say("{percent}% complete", percent=percent)
    return (*lines(level_tag(view, thing)), *lines(done))


def _part_of(view: PlanView, thing: Thing) -> str:
    if isinstance(thing, Outcome):
        return view.words.say("The plan itself")
    place = view.places[thing.id]
    return short_name(view, place.above[-1]) if place.above else short_outcome_title(view, place.outcome)
