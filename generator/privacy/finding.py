"""What the privacy gate finds: its kind, where it stands, the words, and a permanent id."""

from dataclasses import dataclass
from enum import StrEnum

from generator.plan.walk import Path
from generator.text import sha256_hex

# An id has 40 characters at most; so many are left for the id of the thing.
SUBJECT_LENGTH, MARK_LENGTH = 31, 8


class Kind(StrEnum):
    """What may tell of a person. The code of its problem is "privacy-" and this."""

    REGISTERED_PERSON = "registered-person"
    REGISTERED_PART = "registered-part"
    NATIONAL_INSURANCE = "national-insurance-number"
    CHI_NUMBER = "chi-number"
    NHS_NUMBER = "nhs-number"
    PHONE = "phone"
    PERSONAL_EMAIL = "personal-email"
    EMAIL = "email"
    POSTCODE = "postcode"
    ROLE_WITH_NAME = "role-with-name"
    PERSON_NAME = "person-name"
    PERSON_INITIALS = "person-initials"
    HEALTH_OR_LEAVE = "health-or-leave"
    SMALL_NUMBER = "small-number"
    SMALL_NUMBER_BY_DIFFERENCE = "small-number-by-difference"

    @property
    def code(self) -> str:
        """The code of the problem that tells of it."""
        return f"privacy-{self}"


# What is no guess: it must go, and no reason lets it stay.
MUST_BE_MENDED = frozenset(
    {Kind.REGISTERED_PERSON, Kind.NATIONAL_INSURANCE, Kind.CHI_NUMBER, Kind.NHS_NUMBER, Kind.PHONE}
    | {Kind.PERSONAL_EMAIL}
)
# What is found only where the people register was read.
NEEDS_REGISTER = frozenset({Kind.REGISTERED_PERSON, Kind.REGISTERED_PART})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Words of the public text that may tell of a person.

    `path` leads to the value in the plan, list places counted from 0; `subject` is the id of the nearest thing that has
    one, "" for the plan itself. `words` and their `sentence` are for the officer's own screen, and go into no file;
    `start` is where the words begin in their text, None for a figure. A `sentence` that is all of its text is "".
    """

    kind: Kind
    path: Path
    subject: str
    words: str
    id: str
    start: int | None = None
    sentence: str = ""


def finding_id(kind: Kind, path: Path, subject: str, context: str) -> str:
    """A permanent id: the same wherever its thing is moved to, another when `context`, its sentence, is reworded.

    Accepting it lets stay what was looked at, and nothing that is written later.
    """
    fields = ".".join(str(step) for step in path if isinstance(step, str))
    mark = sha256_hex("\x1f".join((kind, subject, fields, " ".join(context.split()))).encode("utf-8", "replace"))
    return f"{subject[:SUBJECT_LENGTH] or 'plan'}-{mark[:MARK_LENGTH]}"
