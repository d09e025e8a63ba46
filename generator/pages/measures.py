"""How we will know: every measure of the plan, what it should reach, and every figure of it that is published."""

from collections.abc import Iterator

from generator.document.addresses import thing_anchor
from generator.document.blocks import Block, Line, Link, Section, sentences
from generator.document.page import Page
from generator.document.refs import here
from generator.plan.field_types import Missing
from generator.plan.model import Measure, Observation, Outcome, Target, Timescale
from generator.status import Thing, each_action
from generator.words.action_section import reading_notes
from generator.words.charts.indicator import gap_phrase, indicator_charts, is_shown
from generator.words.details import measure_notes
from generator.words.layout import Column, Said, table
from generator.words.named_things import title_link
from generator.words.phrases import figure_phrase, newest_figures, short_names, target_figure, with_label
from generator.words.plan_page import as_at_day, plan_page
from generator.words.times import counted_notes, event_phrase, note_phrases, reading_phrase, revision_phrase
from generator.words.view import PlanView
from generator.words.vocabulary import plain_entry

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
    """How many measures there are, and how many of them have a figure, a target and a starting figure."""
    words = view.words
    figures = sum(bool(measure.observations) for measure in measures)
    starts = sum(bool(measure.baseline) for measure in measures)
    targets = sum(bool(measure.targets) for measure in measures)
    said = (
        words.plural("The plan has {count} measure.", "The plan has {count} measures.", len(measures)),
        words.plural("{count} has a published figure.", "{count} have a published figure.", figures)
        if figures
        else words.say("None has a published figure."),
        words.plural("{count} has a target.", "{count} have a target.", targets)
        if targets
        else words.say("None has a target."),
        words.plural("{count} names a starting figure.", "{count} name a starting figure.", starts)
        if starts
        else words.say("None names a starting figure."),
    )
    return " ".join(said)


def _section(view: PlanView, outcome: Outcome, held: tuple[Held, ...]) -> Section:
    """The measures of one outcome and its actions, then the figures of each that has any."""
    words, link = view.words, title_link(view, outcome)
    unstated = words.say("Not stated")

    def start(item: Held) -> Said:
        _, measure = item
        return _figure_line(view, measure, measure.baseline, says_when=True) if measure.baseline else unstated

    def targets(item: Held) -> Said:
        _, measure = item
        return tuple(_target_line(view, measure, target) for target in measure.targets) or unstated

    columns: list[Column[Held]] = [
        (words.say("What is measured"), lambda item: Line(item[1].text, _about(view, item[1]))),
        (words.say("For"), lambda item: _whose(view, *item)),
    ]
    # A column in which each row would say "Not stated" is left out.
    if any(measure.baseline for _, measure in held):
        columns.append((words.say("At the start"), start))
    if any(measure.targets for _, measure in held):
        columns.append((words.say("What it should reach"), targets))
    columns.append((words.say("Figures"), lambda item: _newest(view, item[1])))
    measures = table(words.say("Measures: {outcome}", outcome=link.text), held, *columns)
    figures = (_figures(view, measure) for _, measure in held if measure.observations)
    return Section(f"o-{outcome.id}", link.text, (measures, *figures), link)


def _about(view: PlanView, measure: Measure) -> tuple[str, ...]:
    return (*measure_notes(view.words, measure), *reading_notes(view, measure.readings))


def _whose(view: PlanView, thing: Thing, measure: Measure) -> Line:
    words = view.words
    covered = words.listing(short_names(view, measure.covers))
    return Line("", (words.say("for {actions}", actions=covered),) if covered else (), title_link(view, thing))


def _target_line(view: PlanView, measure: Measure, target: Target) -> Line:
    words = view.words
    notes = [plain_entry(words, target.kind)]
    notes += _by_notes(view, target.by) if target.by else ()
    notes += [words.say("looked at {time}", time=target.reviewed_on)] if target.reviewed_on else []
    return Line(target_figure(words, target, measure), tuple(notes))


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
    text = words.plural("{count} figure", "{count} figures", len(measure.observations))
    found = [_figure_line(view, measure, item, says_when=True) for item in newest_figures(measure)]
    notes = tuple("; ".join((line.text, *line.notes)) for line in found)
    if len(found) == 1:
        text, notes = words.say("{count}, newest: {figure}", count=text, figure=found[0].text), found[0].notes
    return Line("", notes, Link(text, here(thing_anchor("measure", measure.id))))


def _figure_line(view: PlanView, measure: Measure, item: Observation, *, says_when: bool) -> Line:
    """One figure, or why there is none; what is held back to protect people is not said."""
    words = view.words
    value = figure_phrase(measure, str(item.value)) if is_shown(item) else gap_phrase(words, item)
    notes = [words.say("provisional")] if item.state == "provisional" else []
    if says_when:
        value = with_label(words, item, words.say("{period}: {value}", period=item.period, value=value))
        notes.append(_counted(view, item))
    return Line(value, tuple(filter(None, (*notes, item.note))))


def _counted(view: PlanView, item: Observation) -> str:
    """How many out of how many; "" where neither may be known."""
    words, some, of_all = view.words, item.numerator, item.denominator
    if not is_shown(item) or (some is None and of_all is None):
        return ""
    said = words.say("not stated") if some is None else words.number(some)
    return said if of_all is None else words.say("{some} of {all}", some=said, all=words.number(of_all))


def _figures(view: PlanView, measure: Measure) -> Section:
    """The figures of one measure: drawn, where there are enough, and as a table."""
    words = view.words
    held = ((measure.baseline,) if measure.baseline else ()) + measure.observations
    columns: list[Column[Observation]] = [
        (words.say("When"), lambda item: Line(item.period, _period_notes(view, measure, item))),
        (words.say("Figure"), lambda item: _figure_line(view, measure, item, says_when=False)),
    ]
    if any(_counted(view, item) for item in held):
        counted = words.say("How many of how many")
        columns.append((counted, lambda item: _counted(view, item) or words.say("Not stated")))
    figures = table(words.say("All figures: {measure}", measure=measure.text), held, *columns)
    charts = indicator_charts(words, f"chart-{measure.id}", measure)
    heading = words.say("Figures: {measure}", measure=measure.text)
    return Section(thing_anchor("measure", measure.id), heading, (*charts, figures))


def _period_notes(view: PlanView, measure: Measure, item: Observation) -> tuple[str, ...]:
    words = view.words
    notes = (
        words.say("at the start") if item is measure.baseline else "",
        item.label or "",
        words.say("part of {whole}", whole=item.part_of) if item.part_of else "",
    )
    return tuple(filter(None, notes))
