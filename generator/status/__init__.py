"""How a plan stands: what is declared, what its rule gives, what time does to both, and the days on which pages change.

Everything here is worked out of a PublicPlan and a day; nothing knows of a clock.
"""

from generator.status.claims import Backing, backings, claims, makes_claims
from generator.status.computed import Computed, Reason
from generator.status.counts import RollUp, Tally, badness, counts, roll_up
from generator.status.days import as_at, boundaries, next_update
from generator.status.facts import Facts, TimeFacts, each_timescale, facts_of
from generator.status.lateness import Lateness, is_closed
from generator.status.occurrences import (
    Duty,
    DutyState,
    OccurrenceNow,
    Rhythm,
    comes_again,
    due_days,
    duties,
    occurrence_state,
    report_duties,
    report_rhythms,
    rhythms,
)
from generator.status.periods import DUE_GROUPS, DueGroup, due_group, is_timed, recurring, timed_reports, timed_things
from generator.status.reviews import Lapse, newest_review, review_interval, review_words
from generator.status.scheme import (
    TONE_ORDER,
    Thing,
    comparable,
    declared,
    each_action,
    each_level,
    each_thing,
    is_rated,
    rated,
    rating_order,
    status_named,
    statuses,
    sub_actions,
    tone,
)
from generator.status.standing import Hold, Standing, stand
from generator.status.summary import summary_counts
from generator.status.times import due, newest, reading_of, timescales
