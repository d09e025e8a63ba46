"""How we will know: every measure of the plan, what it should reach, and every figure of it that is published."""

from collections.abc import Iterator

from generator.document.addresses import thing_anchor
from generator.document.blocks import Block, Cell, Line, Link, Row, Section, Table, sentences
from generator.document.page import Page
from generator.document.refs import Ref, here
from generator.plan.public import Action, Measure, Missing, Observation, Outcome, Target, Timescale
from generator.status import Thing, each_action
from generator.words.action_section import reading_notes
from generator.words.charts import indicator_charts
from generator.words.charts.indicator import gap_phrase, is_shown
from generator.words.details import measure_kind
from generator.words.phrases import (
    figure_phrase,
    labelled,
    newest_figures,
    numbered,
    short_names,
    short_outcome_title,
    target_figure,
)
from generator.words.plan_page import as_at_day, plan_page
from generator.words.times import counted_notes, event_phrase, note_phrases, reading_phrase, revision_phrase
from generator.words.view import PlanView

Held = tuple[Thing, Measure]


def measures_page(view: PlanView) -> Page:
    """Every measure of the plan, by outcome."""
    held = {outcome.id: tuple(_held(outcome)) for outcome in view.plan.outcomes}
    opening = _opening(view, [measure for found in held.values() for _, measure in found])
    blocks: tuple[Block, ...] = (
        *sentences(opening, role="lead"),
        *sentences(*as_at_day(view), role="as-at"),
        *(_section(view, outcome, held[outcome.id]) for outcome in view.plan.outcomes if held[outcome.id]),
    )
    return plan_page(view, "measures", view.words.say("How we will know"), opening, blocks)


def _held(outcome: Outcome) -> Iterator[Held]:
    """Each measure of `outcome` and its actions, with what it measures."""
    things: tuple[Thing, ...] = (outcome, *each_action(outcome.actions))
    for thing in things:
        for measure in () if isinstance(thing.measures, Missing) else thing.measures:
            yield thing, measure


def _opening(view: PlanView, measures: list[Measure]) -> str:
    words = view.words
    figures = sum(bool(measure.observations) for measure in measures)
    starts = sum(bool(measure.baseline) for measure in measures)
    targets = sum(bool(measure.targets) for measure in measures)
    count = words.plural("The plan has {count} measure.", "The plan has {count} measures.", len(measures))
    known = words.plural("{count} has a published figure.", "{count} have a published figure.", figures)
    started = words.plural("{count} names a starting figure.", "{count} name a starting figure.", starts)
    aimed = words.plural("{count} has a target.", "{count} have a target.", targets)
    return words.say(
        "{count} {figures} {targets} {starts}",
        count=count,
        figures=known if figures else words.say("None has a published figure."),
        targets=aimed if targets else words.say("None has a target."),
        starts=started if starts else words.say("None names a starting figure."),
    )


def _section(view: PlanView, outcome: Outcome, held: tuple[Held, ...]) -> Section:
    """The measures of one outcome and its actions, then the figures of each that has any."""
    title = short_outcome_title(view, outcome)
    table = Table(
        view.words.say("Measures: {outcome}", outcome=title),
        tuple(_columns(view, held)),
        tuple(Row(tuple(_cells(view, thing, measure, held))) for thing, measure in held),
    )
    figures = (_figures(view, measure) for _, measure in held if measure.observations)
    return Section(f"o-{outcome.id}", title, (table, *figures), Link(title, Ref("outcome", outcome.id, view.plan.id)))


def _has_start(held: tuple[Held, ...]) -> bool:
    return any(measure.baseline for _, measure in held)


def _has_targets(held: tuple[Held, ...]) -> bool:
    return any(measure.targets for _, measure in held)


def _columns(view: PlanView, held: tuple[Held, ...]) -> Iterator[str]:
    """The columns of one table; those in which each row would say "Not stated" are left out."""
    words = view.words
    yield from (words.say("What is measured"), words.say("For"))
    if _has_start(held):
        yield words.say("At the start")
    if _has_targets(held):
        yield words.say("What it should reach")
    yield words.say("Figures")


def _cells(view: PlanView, thing: Thing, measure: Measure, held: tuple[Held, ...]) -> Iterator[Cell]:
    yield (Line(measure.text, _about(view, measure)),)
    yield (_whose(view, thing, measure),)
    if _has_start(held):
        yield _start(view, measure)
    if _has_targets(held):
        yield _targets(view, measure)
    yield (_newest(view, measure),)


def _about(view: PlanView, measure: Measure) -> tuple[str, ...]:
    words = view.words
    notes = [words.say("a suggestion")] if measure.suggested else []
    notes += measure_kind(words, measure)
    if measure.frequency:
        notes.append(words.say("measured {how_often}", how_often=measure.frequency))
    return (*notes, *reading_notes(view, measure.readings))


def _whose(view: PlanView, thing: Thing, measure: Measure) -> Line:
    words, plan = view.words, view.plan.id
    notes: tuple[str, ...] = ()
    if measure.covers:
        notes = (words.say("for {actions}", actions=words.listing(short_names(view, measure.covers))),)
    if isinstance(thing, Action):
        return Line("", notes, Link(numbered(thing), Ref("action", thing.id, plan)))
    return Line("", notes, Link(short_outcome_title(view, thing), Ref("outcome", thing.id, plan)))


def _start(view: PlanView, measure: Measure) -> Cell:
    return (_figure_line(view, measure, measure.baseline, says_when=True),) if measure.baseline else _unstated(view)


def _unstated(view: PlanView) -> Cell:
    return (Line(view.words.say("Not stated")),)


def _targets(view: PlanView, measure: Measure) -> Cell:
    return tuple(_target_line(view, measure, target) for target in measure.targets) or _unstated(view)


def _target_line(view: PlanView, measure: Measure, target: Target) -> Line:
    words = view.words
    kind = {"aspirational": words.say("aspirational"), "committed": words.say("committed")}[target.kind]
    value = target_figure(words, target, measure)
    notes = [kind]
    if target.by:
        notes += _by_notes(view, target.by)
    if target.reviewed_on:
        notes.append(words.say("looked at {time}", time=target.reviewed_on))
    return Line(value, tuple(notes))


def _by_notes(view: PlanView, by: Timescale) -> list[str]:
    """By when a target should be reached, in the plan's words and as they are read. It is never called late."""
    words, reading = view.words, view.reading(by)
    notes = [words.say("by {time}", time=by.words)]
    notes += [words.say("Taken to mean “{meant}”.", meant=by.read_as)] if by.read_as else []
    notes += [reading_phrase(words, reading), *note_phrases(words, reading)]
    notes += [event_phrase(view, by.event)] if by.event else []
    if by.verbatim and by.verbatim != by.words:
        notes.append(words.say("Printed as “{printed}”.", printed=by.verbatim))
    notes += [by.note] if by.note else []
    return notes + counted_notes(view, by) + [revision_phrase(view, revision) for revision in by.revises]


def _newest(view: PlanView, measure: Measure) -> Line:
    """The newest figure, with a link to all of them."""
    words = view.words
    if not measure.observations:
        return Line(words.say("No figure published yet"))
    count = words.plural("{count} figure", "{count} figures", len(measure.observations))
    found = [_figure_line(view, measure, item, says_when=True) for item in newest_figures(measure)]
    if not found:
        return Line("", (), Link(count, here(thing_anchor("measure", measure.id))))
    if len(found) > 1:
        newest = tuple("; ".join((line.text, *line.notes)) for line in found)
        return Line("", newest, Link(count, here(thing_anchor("measure", measure.id))))
    text = words.say("{count}, newest: {figure}", count=count, figure=found[0].text)
    return Line("", found[0].notes, Link(text, here(thing_anchor("measure", measure.id))))


def _figure_line(view: PlanView, measure: Measure, item: Observation, *, says_when: bool) -> Line:
    """One figure, or why there is none; what is held back to protect people is not said."""
    words = view.words
    value = figure_phrase(measure, str(item.value)) if is_shown(item) else gap_phrase(words, item)
    said = labelled(words, item, words.say("{period}: {value}", period=item.period, value=value))
    text = said if says_when else value
    notes = [words.say("provisional")] if item.state == "provisional" else []
    if says_when:
        notes += [counted] if (counted := _counted(view, item)) else []
    return Line(text, (*notes, *((item.note,) if item.note else ())))


def _counted(view: PlanView, item: Observation) -> str:
    """How many out of how many; "" where neither may be known."""
    words = view.words
    if not is_shown(item) or (item.numerator is None and item.denominator is None):
        return ""
    some = words.say("not stated") if item.numerator is None else words.number(item.numerator)
    if item.denominator is None:
        return some
    return words.say("{some} of {all}", some=some, all=words.number(item.denominator))


def _figures(view: PlanView, measure: Measure) -> Section:
    """The figures of one measure: drawn, where there are enough, and as a table."""
    heading = view.words.say("Figures: {measure}", measure=measure.text)
    charts = indicator_charts(view.words, f"chart-{measure.id}", measure)
    return Section(thing_anchor("measure", measure.id), heading, (*charts, _figures_table(view, measure)))


def _figures_table(view: PlanView, measure: Measure) -> Table:
    words = view.words
    held = ((measure.baseline,) if measure.baseline else ()) + measure.observations
    has_counts = any(_counted(view, item) for item in held)
    columns = [words.say("When"), words.say("Figure"), *([words.say("How many of how many")] if has_counts else [])]
    rows = []
    for item in held:
        figure = _figure_line(view, measure, item, says_when=False)
        cells: list[Cell] = [(Line(item.period, _period_notes(view, measure, item)),), (figure,)]
        if has_counts:
            cells.append((Line(_counted(view, item) or words.say("Not stated")),))
        rows.append(Row(tuple(cells)))
    return Table(words.say("All figures: {measure}", measure=measure.text), tuple(columns), tuple(rows))


def _period_notes(view: PlanView, measure: Measure, item: Observation) -> tuple[str, ...]:
    words = view.words
    notes = [words.say("at the start")] if item is measure.baseline else []
    notes += [item.label] if item.label else []
    notes += [words.say("part of {whole}", whole=item.part_of)] if item.part_of else []
    return tuple(notes)
