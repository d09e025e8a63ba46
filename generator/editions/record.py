"""A frozen edition as a file: the public plan, what was worked out of it that day, and what ties it to the lock."""

from dataclasses import dataclass

from generator.editions.canonical import canonical_bytes, read_canonical
from generator.editions.codec import from_data, to_data
from generator.editions.soundness import expect_sound
from generator.plan.model import PublicPlan
from generator.status import Facts

# The shape of edition files. A file of an older shape is read for good, by a step of its own.
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Record:
    """What an edition's file holds.

    `salt` is random: a text that was taken down cannot be guessed and then confirmed by the hash of its file. `prev` is
    the head of the lock before this edition.
    """

    schema: int
    plan: PublicPlan
    computed: Facts
    salt: str
    prev: str


def record_bytes(record: Record) -> bytes:
    """The bytes of the edition's file, of which there is one form only."""
    return canonical_bytes(to_data(record))


def read_record(data: bytes) -> Record:
    """The edition in `data`. Raises ValueError where these are not an edition's bytes."""
    found = read_canonical(data)
    schema = found.get("schema") if isinstance(found, dict) else None
    if schema != SCHEMA:
        raise ValueError(f"it has the shape {schema!r}, and this program reads {SCHEMA}")
    try:
        record = from_data(Record, found)
        expect_sound(record.plan, record.computed)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    return record
