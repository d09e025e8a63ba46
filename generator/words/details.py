"""What an action's or outcome's own page adds: reviews, evidence, related actions, closures, and measures in full."""

from datetime import timedelta

from generator.document.blocks import Fact, Line, Link
from generator.document.refs import Ref
from generator.plan.field_types import described_fields
from generator.plan.model import Action, Closure, Evidence, Measure, Outcome, Review
from generator.wording import Words
from generator.words.change_values import value_words
from generator.words.fields import field_label
from generator.words.layout import labelled
from generator.words.phrases import dated, observation_phrase, target_phrase
from generator.words.ratings import lapse_phrase
from generator.words.related import related_lines
from generator.words.view import PlanView
from generator.words.vocabulary import ACTION_KINDS, DIRECTIONS, MEASURE_KINDS, REVIEW_RESULTS


def detail_facts(view: PlanView, thing: Action | Outcome) -> tuple[Fact, ...]:
    """Every labelled line that only the thing's own page has; none where there is nothing to say."""
    words = view.words
    evidence = tuple(_evidence_line(view, _evidence(view, item)) for item in thing.evidence)
    facts = (*_review_facts(view, thing), *labelled((words.say("Evidence"), evidence)))
    if not isinstance(thing, Action):
        return facts
    return (
        *facts,
        *labelled(
            (words.say("Kind of action"), words.say(ACTION_KINDS[thing.kind]) if thing.kind else None),
            (words.say("Belongs with"), related_lines(view, thing)),
            (words.say("Closed or opened again"), tuple(_closure_line(view, closure) for closure in thing.closures)),
        ),
    )


def plain_facts(view: PlanView, thing: Action | Outcome) -> tuple[Fact, ...]:
    """A labelled line for each field that the model says is shown as it is."""
    held = ((field, getattr(thing, field.name)) for field in described_fields(type(thing)) if field.about.is_fact)
    return tuple(
        Fact(field_label(view, field.name), (Line(value_words(view, field.name, value, is_quoted=False)),))
        for field, value in held
        if value not in (None, ())
    )


def _review_facts(view: PlanView, thing: Action | Outcome) -> tuple[Fact, ...]:
    words, review, scheme = view.words, thing.review, view.plan.status_scheme
    if not review:
        return ()
    every = review.every or (scheme.review_every if scheme else None) or words.say("Not stated")
    since = (words.say("counted from {day}", day=words.day(review.since)),) if review.since else ()
    held = tuple(_review_line(view, item) for item in review.reviews)
    return labelled(
        (words.say("To be looked at every"), Line(every, (*since, *_holds(view, thing)))),
        (words.say("Looked at"), held or words.say("No review published yet")),
    )


def _holds(view: PlanView, thing: Action | Outcome) -> tuple[str, ...]:
    """Until when the rating holds without another review, or since when it does not."""
    words, standing = view.words, view.standings[thing.id]
    if standing.lapse:
        return (lapse_phrase(words, standing.lapse),)
    if standing.lapses_on:
        return (words.say("next due by {day}", day=words.day(standing.lapses_on - timedelta(days=1))),)
    return ()


def _review_line(view: PlanView, review: Review) -> Line:
    words = view.words
    result = words.say(REVIEW_RESULTS[review.result])
    notes = [_evidence(view, item).title for item in review.evidence]
    if review.next_due:
        notes.append(words.say("next due by {day}", day=words.day(review.next_due)))
    notes += [review.note] if review.note else []
    body = view.body_name(review.by)
    text = words.say("{day}, {body}: {result}", day=words.day(review.date), body=body, result=result)
    return Line(text, tuple(notes))


def _evidence(view: PlanView, evidence: str) -> Evidence:
    return next(item for item in view.plan.evidence if item.id == evidence)


def _evidence_line(view: PlanView, evidence: Evidence) -> Line:
    words = view.words
    held = words.say("held by {body}", body=view.body_name(evidence.held_by)) if evidence.held_by else None
    where = None if evidence.link else words.say("held, not published")
    when = dated(words, evidence.date, evidence.date_words)
    figures = [observation_phrase(words, item) for item in evidence.figures]
    notes = [evidence.shows, evidence.period, *when, held, where, *figures]
    link = Link(evidence.title, Ref("evidence", evidence.id, view.plan.id))
    return Line("", tuple(note for note in notes if note), link)


def _closure_line(view: PlanView, closure: Closure) -> Line:
    words = view.words
    day = words.day(closure.date)
    text = words.say("Opened again on {day}", day=day) if closure.reopened else words.say("Closed on {day}", day=day)
    body = words.say("decided by {body}", body=view.body_name(closure.decided_by)) if closure.decided_by else None
    return Line(text, tuple(note for note in (body, closure.why) if note))


def full_measure_line(words: Words, measure: Measure) -> Line:
    """A measure with everything that is known of it: targets, where it started, every figure."""
    notes = [target_phrase(words, target, measure) for target in measure.targets]
    notes += measure_notes(words, measure)
    if measure.baseline:
        notes.append(words.say("at the start: {figure}", figure=observation_phrase(words, measure.baseline, measure)))
    notes += [observation_phrase(words, item, measure) for item in measure.observations]
    if not measure.observations:
        notes.append(words.say("no figure published yet"))
    return Line(measure.text, tuple(notes))


def measure_notes(words: Words, measure: Measure) -> list[str]:
    """What a measure is, beside its targets and figures: whether it is a suggestion, its kind and how often."""
    notes = [words.say("a suggestion")] if measure.suggested else []
    notes += [words.say(MEASURE_KINDS[measure.kind])] if measure.kind else []
    if measure.unit and not measure.observations:
        notes.append(words.say("unit: {unit}", unit=measure.unit))
    notes += [words.say(DIRECTIONS[measure.direction])] if measure.direction else []
    if measure.frequency:
        notes.append(words.say("measured {how_often}", how_often=measure.frequency))
    return notes
