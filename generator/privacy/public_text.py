"""All that becomes public of a plan, as plain text in reading order, with what the privacy gate finds in its place."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass, is_dataclass
from datetime import date
from textwrap import wrap
from typing import Any

from generator.plan.field_types import Missing, described_fields
from generator.plan.labels import HEADINGS, IN_SENTENCES, own_labels, plain_label
from generator.plan.model import Action, Outcome, PlanWords, PublicPlan
from generator.plan.private import Person
from generator.plan.walk import Path
from generator.privacy.finding import MUST_BE_MENDED, Finding, Kind
from generator.privacy.gate import findings_of

WIDTH, STEP = 96, 2
MARK = ">>>"
# What a thing is called, where it has a name of its own.
NAMING_FIELDS = ("number", "title", "name", "term", "what", "label")
SAID = {
    Kind.REGISTERED_PERSON: "a person of the register",
    Kind.REGISTERED_PART: "a part of a name of the register, or initials",
    Kind.NATIONAL_INSURANCE: "a National Insurance number",
    Kind.CHI_NUMBER: "a CHI number",
    Kind.NHS_NUMBER: "an NHS number",
    Kind.PHONE: "a phone number",
    Kind.PERSONAL_EMAIL: "one person's e-mail",
    Kind.EMAIL: "an e-mail",
    Kind.POSTCODE: "a postcode",
    Kind.ROLE_WITH_NAME: "a name beside a role",
    Kind.PERSON_NAME: "a person's name",
    Kind.PERSON_INITIALS: "a person's initials",
    Kind.HEALTH_OR_LEAVE: "somebody's health or leave",
    Kind.SMALL_NUMBER: "a small number of people",
    Kind.SMALL_NUMBER_BY_DIFFERENCE: "figures that give a small or suppressed one back",
}


@dataclass(frozen=True, slots=True)
class _Marks:
    """The findings by their paths, the ids that were accepted, and the plan's own labels."""

    by_path: Mapping[Path, list[Finding]]
    accepted: frozenset[tuple[str, str | None]]
    words: PlanWords

    def at(self, path: Path, indent: int) -> Iterator[str]:
        for finding in self.by_path.get(path, ()):
            is_accepted = (finding.kind.code, finding.id) in self.accepted
            yield from marked(finding, indent, must=finding.kind in MUST_BE_MENDED, is_accepted=is_accepted)


def marked(finding: Finding, indent: int, *, must: bool, is_accepted: bool) -> Iterator[str]:
    """What was found, and how it stands: ">>> a postcode?: “EH1 1AA” (privacy-postcode, id plan-0a1b2c3d)"."""
    state = "; must be mended" if must else "; accepted" if is_accepted else ""
    words = f"{SAID[finding.kind]}{'' if must else '?'}: “{finding.words}”"
    yield from wrapped(f"{MARK} {words} ({finding.kind.code}, id {finding.id}{state})", indent)


def places_marked(found: Sized) -> str:
    """How many places of a sheet are marked."""
    return f"{'1 place is' if len(found) == 1 else f'{len(found):,} places are'} marked {MARK}."


def public_text(plan: PublicPlan, people: Iterable[Person] = (), contacts: Collection[str] = ()) -> Iterator[str]:
    """Line by line, every value of `plan` with its label: nothing else of its files becomes public.

    What may tell of a person is marked below its value. `people` is the register of private.yaml, of which nothing
    comes back but what stands in the plan.
    """
    by_path: defaultdict[Path, list[Finding]] = defaultdict(list)
    found = findings_of(plan, people, contacts)
    for finding in found:
        by_path[finding.path].append(finding)
    accepted = frozenset((entry.code, entry.id) for entry in plan.accepted)
    yield from wrapped(f"What becomes public of “{plan.title}”", 0)
    yield ""
    yield from wrapped(f"All of it stands below, in the order of the plan. {places_marked(found)}", 0)
    yield ""
    yield from _lines(plan, (), 0, _Marks(by_path, accepted, plan.words))


def _lines(value: Any, path: Path, indent: int, marks: _Marks) -> Iterator[str]:
    for field in described_fields(type(value)):
        held, here = getattr(value, field.name), (*path, field.key)
        if held is None or held == ():
            continue
        label = _label(field.name, marks.words)
        if isinstance(held, tuple) and is_dataclass(held[0]):
            yield from _list(held, here, label, indent, marks)
        elif isinstance(held, tuple):
            for place, item in enumerate(held):
                yield from wrapped(f"{label}: {item}", indent)
                yield from marks.at((*here, place), indent)
        elif is_dataclass(held) and not isinstance(held, Missing):
            yield from wrapped(f"{label}:", indent)
            yield from _lines(held, here, indent + STEP, marks)
        else:
            yield from _value(held, here, label, indent, marks)


def _value(held: Any, path: Path, label: str, indent: int, marks: _Marks) -> Iterator[str]:
    if isinstance(held, Missing):
        ground = f", because: {held.ground}" if held.ground else ""
        yield from wrapped(f"{label}: none ({held.missing.replace('-', ' ')}){ground}", indent)
        yield from marks.at((*path, "ground"), indent)
    else:
        yield from wrapped(f"{label}: {_said(held)}", indent)
    yield from marks.at(path, indent)


def _list(held: tuple[Any, ...], path: Path, label: str, indent: int, marks: _Marks) -> Iterator[str]:
    if not isinstance(held[0], Action | Outcome):
        yield from wrapped(f"{label}:", indent)
    for place, item in enumerate(held):
        if isinstance(item, Action | Outcome):
            yield ""
        yield from wrapped(_heading(item, path, place, marks.words), indent + STEP)
        yield from _lines(item, (*path, place), indent + 2 * STEP, marks)


def _heading(item: Any, path: Path, place: int, words: PlanWords) -> str:
    name = " ".join(str(own) for key in NAMING_FIELDS if (own := getattr(item, key, None)))
    if isinstance(item, Outcome):
        return f"{words.outcome} {name}".upper()
    if isinstance(item, Action):
        return f"{words.sub_action if path[-1] == 'sub_actions' else words.action}: {name}"
    return f"{place + 1}. {name}".rstrip(". ") if name else f"{place + 1}."


def _label(name: str, words: PlanWords) -> str:
    found = own_labels(words).get(name) or HEADINGS.get(name) or IN_SENTENCES.get(name) or plain_label(name)
    return found[0].upper() + found[1:]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return str(value)


def wrapped(text: str, indent: int) -> Iterator[str]:
    """`text` in lines that fit on paper, its own lines kept."""
    first, more = " " * indent, " " * (indent + STEP)
    for place, line in enumerate(text.splitlines()):
        first = more if place else first
        yield from wrap(line, WIDTH, initial_indent=first, subsequent_indent=more, break_on_hyphens=False) or [""]
