"""Editions: the plan as published on each day, frozen, hashed, and listed in a lock that nobody can change unseen."""

from generator.editions.lock import Lock, LockLine, Publication, Redaction, Withdrawal, is_continued, short_code
from generator.editions.publication import Announcement, Step, published, refusals
from generator.editions.record import Record, read_record, record_bytes
from generator.editions.shelf import Edition, Shelf, Withdrawn, read_shelf, settled_shelf
from generator.editions.store import BusyError, commit, needs_settling, only_writer, settle
from generator.editions.takedown import NoSuchText, Place, places, redacted, withdrawn

__all__ = [
    "Announcement",
    "BusyError",
    "Edition",
    "Lock",
    "LockLine",
    "NoSuchText",
    "Place",
    "Publication",
    "Record",
    "Redaction",
    "Shelf",
    "Step",
    "Withdrawal",
    "Withdrawn",
    "commit",
    "is_continued",
    "needs_settling",
    "only_writer",
    "places",
    "published",
    "read_record",
    "read_shelf",
    "record_bytes",
    "redacted",
    "refusals",
    "settle",
    "settled_shelf",
    "short_code",
    "withdrawn",
]
