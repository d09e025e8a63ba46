"""Each piece of evidence: what it is, and what it stands behind."""

from collections.abc import Iterator

from generator.document.addresses import thing_anchor
from generator.document.blocks import Block, Fact, Line, Link, Section, labelled_lines, points, sentences
from generator.document.refs import Ref
from generator.plan.field_types import Missing
from generator.plan.model import Evidence, Observation
from generator.status import each_thing
from generator.words.cells import thing_link
from generator.words.phrases import choice_words, dated, filled_facts, observation_phrase, text_lines
from generator.words.view import PlanView

# So many pieces of evidence need no list of them.
FEW = 3


def evidence_section(view: PlanView) -> Section:
    """Each piece of evidence, below a list of them where they are many."""
    items = tuple(_item(view, item) for item in view.plan.evidence)
    contents = points(*(item.here for item in items)) if len(items) > FEW else ()
    blocks: tuple[Block, ...] = (*contents, *items)
    return Section("the-evidence", view.words.say("The evidence"), blocks)


def _item(view: PlanView, item: Evidence) -> Section:
    blocks: tuple[Block, ...] = (*sentences(item.shows or ""), *labelled_lines(_facts(view, item)))
    return Section(thing_anchor("evidence", item.id), item.title, blocks)


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
    behind = tuple(_stands_behind(view, item))
    day = words.listing(dated(words, item.date, item.date_words))
    return filled_facts(
        Fact(words.say("Kind"), (Line(kinds[item.kind]),)),
        Fact(words.say("Is about"), text_lines(item.period) or unstated),
        Fact(words.say("Date"), text_lines(day) or unstated),
        Fact(words.say("Held by"), (_holder(view, item.held_by),) if item.held_by else unstated),
        Fact(words.say("Where it can be read"), (where,)),
        Fact(words.say("Figures"), (*(_figure(view, figure) for figure in item.figures), *_sums(view, item.figures))),
        Fact(
            words.say("Stands behind"),
            behind or text_lines(words.say("Nothing that is named")),
        ),
    )


def _holder(view: PlanView, held_by: str) -> Line:
    if held_by not in view.bodies:
        return Line(held_by)
    return Line("", link=Link(view.body_name(held_by), Ref("body", held_by, view.plan.id)))


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
            yield Line("", link=thing_link(view, thing))
        for review in thing.review.reviews if thing.review else ():
            if item.id in review.evidence:
                result = choice_words(words, review.result)
                said = words.say("the review of {day}: {result}", day=words.day(review.date), result=result)
                yield Line("", (said,), thing_link(view, thing))
    for decision in view.plan.decisions:
        if item.id in decision.affects:
            yield Line(words.say("The decision: {text}", text=decision.text))
