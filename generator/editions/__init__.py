"""Editions: the plan as published on each day, frozen, hashed, and listed in a lock that nobody can change unseen."""

from generator.editions.entries import Again, Publication, Redaction, files_of
from generator.editions.fields import NoSuchText
from generator.editions.lock import Lock, LockLine, is_continued, read_lock, short_code
from generator.editions.publication import (
    Announcement,
    Step,
    approving_body,
    published,
    refusals,
    text_problems,
    texts_for_good,
)
from generator.editions.recheck import differences
from generator.editions.record import Record, read_record
from generator.editions.recovery import settled_shelf
from generator.editions.shelf import Edition, Shelf, Withdrawn, problems_ahead, read_shelf, rewritten
from generator.editions.store import (
    BusyError,
    UnfinishedError,
    commit,
    finish_interrupted_write,
    needs_settling,
    only_writer,
)
from generator.editions.takedown import (
    TAKEN_DOWN,
    Place,
    places,
    places_in,
    redacted,
    spoken,
    taken_down,
    text_at,
    withdrawn,
)
from generator.editions.witness import Copy, code_digits, line_of, only_examples, witnessed
from generator.plan.vocabulary import Ground
