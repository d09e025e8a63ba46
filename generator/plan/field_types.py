"""How a field of a plan file is described, and the kinds of value it may hold.

A field of the model is `name: Annotated[kind, About("what it means")]`: validation, the JSON Schema, comparison, pages,
data and documentation are made from that one line. Every scalar arrives as the text that stands in the file; the
validators here type it. Each refusal carries the code of a problem kind, so that the reader can say it in the author's
words.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import KW_ONLY, MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator import problems
from generator.errors import ProblemKind
from generator.plan.vocabulary import ChangeKind, MissingKind, ReferenceKind, ThingKind
from generator.text import ID_PATTERN, character_name

LINE_LIMIT = 1_000
TEXT_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a field beside its name, its kind of value and its default.

    - `means`: what it holds, for officers: in the JSON Schema, in data and in docs/plan-files.md.
    - `label`, `in_sentence`: what pages call a field of this name, as a heading and within a sentence.
    - `key`: its key in the file, where that is not its name.
    - `is_needed`: a plan file must hold it, though an edition may lack it. `if_absent`: what a file without it means.
    - `change`: the kind of change that another value is, else its type says so. `is_news`: readers hear of it.
    - `refers_to`: it holds ids of things of this kind.
    - `names`: it is what a "thing" is called, which is nobody's name; or its "title", which may hold one.
    - `is_short`: its sentences are short. `is_figure`: it is a figure that nothing else is worked out of.
    - `is_fact`: the page of its thing shows it as a labelled line, and the table of actions has a column for it.
    """

    means: str
    _: KW_ONLY
    label: str = ""
    in_sentence: str = ""
    key: str = ""
    is_needed: bool = False
    if_absent: object = None
    change: ChangeKind | None = None
    is_news: bool = True
    refers_to: ReferenceKind | None = None
    names: Literal["", "thing", "title"] = ""
    is_short: bool = False
    is_figure: bool = False
    is_fact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutType:
    """What is known of a type of the model, for comparing two plans; it stands in the type's `about`.

    - `thing`: it has an id of its own, by which it is the same wherever it stands; `title`: the field that names it.
    - `told_apart_by`: the fields by which an item is the same as one of the other plan's list; with `by_first`, the
      first of them that holds something.
    - `change`, `added`, `removed`: the kind of change that another value is, a new one, and one that is gone. With
      `by_field`, each field that differs is a change of its own.
    """

    thing: ThingKind | None = None
    title: str = "title"
    told_apart_by: tuple[str, ...] = ()
    by_first: bool = False
    change: ChangeKind = "other"
    added: ChangeKind | None = None
    removed: ChangeKind | None = None
    by_field: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of a kind of value.

    - `is_code`: it is no text of the author's, but an id, a figure or an address.
    - `is_prose`: readers must follow its acronyms. `is_label`: capitals in it are nobody's initials.
    - `counts_people`: a small number in it may be one of people.
    - `names_who`: it says who does something, so that two words with capitals in it are a person's name.
    - `may_name_body`: it holds the id of a body, or other words.
    - `is_link`: a page makes a link of it.
    """

    _: KW_ONLY
    is_code: bool = False
    is_prose: bool = True
    counts_people: bool = True
    is_label: bool = False
    names_who: bool = False
    may_name_body: bool = False
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class DescribedField:
    """A field of one of the model's types: its name, key in the file, type with all annotations, and description.

    `traits` are those of its kind of value; None where it holds other types of the model, a choice or a day.
    """

    owner: type[Any]
    name: str
    key: str
    hint: Any
    about: About
    is_required: bool
    traits: Traits | None


def described_fields(kind: Any) -> tuple[DescribedField, ...]:
    """The fields of the type `kind`, in their order. Raises TypeError for one that has no description."""
    return _described_fields(kind)


@cache
def _described_fields(kind: Any) -> tuple[DescribedField, ...]:
    hints = get_type_hints(kind, include_extras=True)
    return tuple(_described(kind, field, hints[field.name]) for field in fields(kind))


def _described(kind: type[Any], field: Field[Any], hint: Any) -> DescribedField:
    found = [about for about in get_args(hint) if isinstance(about, About)] if get_origin(hint) is Annotated else []
    if len(found) != 1:
        raise TypeError(f"{kind.__name__}.{field.name} must have one description: Annotated[…, About(…)]")
    about, has_no_default = found[0], field.default is field.default_factory is MISSING
    is_required = has_no_default or about.is_needed
    return DescribedField(kind, field.name, about.key or field.name, hint, about, is_required, _traits(hint))


def _traits(hint: Any) -> Traits | None:
    """The traits of the kind of value that `hint` is, or of a list's items."""
    found = [mark for mark in get_args(hint) if isinstance(mark, Traits)]
    return found[-1] if found else next((own for inner in get_args(hint) if (own := _traits(inner))), None)


def type_in(hint: Any) -> Any:
    """The type of the model that a value of the type `hint` is made of: list items' for a list, never Missing."""
    if isinstance(hint, type) and is_dataclass(hint):
        return None if hint is Missing else hint
    return next((found for inner in get_args(hint) if (found := type_in(inner))), None)


def about(kind: Any, name: str) -> About:
    """What is known of the field `name` of the type `kind`; nothing where it has none."""
    field = _by_name(kind).get(name)
    return field.about if field else NOTHING_KNOWN


def traits(kind: Any, name: str) -> Traits:
    """What is known of the kind of value that the field `name` of `kind` holds; nothing where it has none."""
    field = _by_name(kind).get(name)
    return (field.traits if field else None) or A_LINE


@cache
def _by_name(kind: Any) -> Mapping[str, DescribedField]:
    return {field.name: field for field in (described_fields(kind) if is_dataclass(kind) else ())}


NOTHING_KNOWN, A_LINE = About(""), Traits()


def types_within(kind: type[Any]) -> set[type[Any]]:
    """`kind` and every type of the model that a value of it can hold."""
    found: set[type[Any]] = set()
    waiting: list[Any] = [kind]
    while waiting:
        here = waiting.pop()
        if is_dataclass(here) and isinstance(here, type):
            if here not in found:
                found.add(here)
                waiting += [entry.hint for entry in described_fields(here)]
        else:
            waiting += get_args(here)
    return found


def holds(hint: Any, kind: Any) -> bool:
    """Whether a field of the type `hint` may hold a value of the type `kind`, alone, missing or in a list."""
    is_kind = hint == kind or (bool(get_args(kind)) and get_args(hint)[: len(get_args(kind))] == get_args(kind))
    return is_kind or any(holds(inner, kind) for inner in get_args(hint))


def holds_many(hint: Any) -> bool:
    """Whether a field of the type `hint` holds a list."""
    return get_origin(hint) is tuple or any(map(holds_many, get_args(hint)))


def refusal(kind: ProblemKind, **values: object) -> PydanticCustomError:
    """The error by which a validator refuses a value as a problem of `kind`."""
    return PydanticCustomError(kind.code, "{code}", {"code": kind.code, **values})


def _line(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if "\n" in text:
        raise refusal(problems.VALUE_LINES)
    return _text_within(text, LINE_LIMIT)


def _text(value: object) -> object:
    return _text_within(value.strip(), TEXT_LIMIT) if isinstance(value, str) else value


def _paragraph(value: object) -> object:
    if isinstance(value, str) and re.search(r"\n\s*\n", value.strip()):
        raise refusal(problems.VALUE_PARAGRAPHS)
    return _text(value)


def _text_within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise refusal(problems.VALUE_LONG, limit=f"{limit:,}")
    return text


def pasted_character(value: str) -> str | None:
    """The first character of `value` that a word processor puts into ids, days and numbers unseen, as a person says it.

    Spaces that do not break, soft hyphens, hyphens that look like others, curly quotation marks.
    """
    found = (c for c in value if not c.isascii() and unicodedata.category(c) in UNSEEN)
    return next(map(character_name, found), None)


UNSEEN = frozenset({"Cf", "Pd", "Pf", "Pi", "Zs"})


def _refuse_pasted(value: str) -> None:
    if character := pasted_character(value):
        raise refusal(problems.TEXT_PASTED, character=character)


# Timescales have the same bounds. Within them, no sum of a day and an interval leaves the calendar.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
A_DAY = "a day such as 2019-03-31"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Other ways to write a day, in the order day, month, year as the United Kingdom has it; or the year first.
DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ ./-]+([0-9]{1,2}|[a-z]{3,9})[ ./,-]+([0-9]{4})")
YEAR_FIRST = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})")


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    _refuse_pasted(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise refusal(
            problems.DATE_UNREADABLE, value=value, wanted="written as year-month-day", example=_day_meant(value)
        )
    try:
        day = date.fromisoformat(value)
    except ValueError:
        wanted = "a day of the calendar"
        raise refusal(problems.DATE_UNREADABLE, value=value, wanted=wanted, example=A_DAY) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise refusal(problems.DATE_OUTSIDE, value=value, first=FIRST_DAY.year, last=LAST_DAY.year)
    return day


def _day_meant(value: str) -> str:
    """`value`, a day written in another way, as it must be written; else an example of a day."""
    text = value.strip().casefold()
    if match := DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
    else:
        return A_DAY
    number = month if month.isdecimal() else str(MONTHS.index(month[:3]) + 1 if month[:3] in MONTHS else 0)
    try:
        return date(int(year), int(number), int(day)).isoformat()
    except ValueError:
        return A_DAY


def _whole_number(value: object) -> object:
    is_long = isinstance(value, str) and re.fullmatch(r"[0-9]{10,}", value)
    return _number(value, "a whole number of at most 9 digits" if is_long else "a whole number", "30")


def _number(value: object, wanted: str, example: str) -> object:
    if not isinstance(value, str):
        return value
    _refuse_pasted(value)
    if not re.fullmatch(r"[0-9]{1,9}", value):
        meant = re.fullmatch(r"([0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,9}) ?%?", value)
        example = meant[1].replace(",", "") if meant else example
        raise refusal(problems.NUMBER_UNREADABLE, value=value, wanted=wanted, example=example)
    return int(value)


def _percent(value: object) -> object:
    wanted = "a whole number from 0 to 100"
    number = _number(value, wanted, "50")
    if isinstance(number, int) and not 0 <= number <= 100:
        raise refusal(problems.NUMBER_UNREADABLE, value=str(value), wanted=wanted, example="50")
    return number


def _decimal(value: object) -> object:
    if not isinstance(value, str):
        return value
    _refuse_pasted(value)
    if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", value):
        meant = re.fullmatch(r"(-?[0-9]{1,12}(?:\.[0-9]{1,6})?) ?%", value)
        example = meant[1] if meant else "12.5"
        is_long = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value)
        wanted = "a number of at most 12 digits, and 6 after the point" if is_long else "a number"
        raise refusal(problems.NUMBER_UNREADABLE, value=value, wanted=wanted, example=example)
    return value


def _flag(value: object) -> object:
    if not isinstance(value, str):
        return value
    _refuse_pasted(value)
    if value not in ("yes", "no"):
        raise refusal(problems.FLAG_UNREADABLE, value=value)
    return value == "yes"


def _identifier(value: object) -> object:
    if not isinstance(value, str) or ID_PATTERN.fullmatch(value):
        return value
    _refuse_pasted(value)
    meant = id_meant(value)
    raise refusal(problems.ID_MALFORMED, value=value, such=f", as {meant}" if ID_PATTERN.fullmatch(meant) else "")


def id_meant(value: str) -> str:
    """`value` as an id may be written: "Key Action 1" is "key-action-1". It may still not be one."""
    return re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")


def _reference(value: object) -> object:
    """Any word: the checks know the ids that it can be, and tell which one was meant."""
    if isinstance(value, str):
        _refuse_pasted(value)
        return _line(value)
    return value


def is_safe_address(value: str) -> bool:
    """Whether `value` is an https or http address with a host and nothing that could end an attribute."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    plain = re.fullmatch(r"[!#$%&()*+,\-./0-9:;=?@A-Z_a-z~\[\]]+", value)
    return bool(plain and host and parts.scheme in ("http", "https") and "@" not in parts.netloc)


def _web_address(value: object) -> object:
    if not isinstance(value, str) or is_safe_address(value):
        return value
    _refuse_pasted(value)
    if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?", value) and is_safe_address(f"https://{value}"):
        do = f"write https://{value}"
    elif value.startswith(("https://", "http://")):
        do = "copy it again from the browser: no spaces, quotation marks, accents, names or passwords"
    else:
        do = "give one that starts with https://"
    raise refusal(problems.ADDRESS_UNSAFE, value=value, do=do)


# An editor's own YAML reader may see 1.10 or no as a number or a truth value; this program reads text.
_AS_TYPED = {"type": ["string", "number", "boolean"]}

Line = Annotated[str, BeforeValidator(_line), WithJsonSchema(_AS_TYPED), Traits()]
# Lines of a kind of their own: a number or code that another system gives, a word of a scale, a unit, what another
# document prints, what was meant by it, words for a time, the id of a body or other words for one, a role, a language,
# a phone or an e-mail.
Label = Annotated[Line, Traits(is_prose=False, counts_people=False, is_label=True)]
GradeWord = Annotated[Line, Traits(is_prose=False, is_label=True)]
Unit = Annotated[Line, Traits(counts_people=False, is_label=True)]
Printed = Annotated[Line, Traits(is_prose=False, counts_people=False)]
Meant = Annotated[Line, Traits(is_prose=False)]
TimeWords = Annotated[Line, Traits(counts_people=False)]
Who = Annotated[Line, Traits(names_who=True, may_name_body=True)]
Role = Annotated[Line, Traits(names_who=True)]
LanguageTag = Annotated[Line, Traits(is_code=True, is_prose=False, counts_people=False)]
ContactWay = Annotated[Line, Traits(is_prose=False, is_link=True)]
# One paragraph, in any number of lines.
Text = Annotated[str, BeforeValidator(_paragraph), WithJsonSchema(_AS_TYPED), Traits()]
# May hold paragraphs, lists, *emphasis* and [links](https://…): `document.prose` is its only way onto a page.
Rich = Annotated[str, BeforeValidator(_text), WithJsonSchema(_AS_TYPED), Traits()]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
WholeNumber = Annotated[int, BeforeValidator(_whole_number), WithJsonSchema({"type": "integer", "minimum": 0})]
Percent = Annotated[int, BeforeValidator(_percent), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100})]
_CODE = Traits(is_code=True)
Decimal = Annotated[str, BeforeValidator(_decimal), WithJsonSchema({"type": ["string", "number"]}), _CODE]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": ["yes", "no"]})]
_ID = WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"})
Id = Annotated[str, BeforeValidator(_identifier), _ID, _CODE]
# The id of another thing of the plan, which `checks` looks up.
Ref = Annotated[str, BeforeValidator(_reference), _ID, _CODE]
_ADDRESS = Traits(is_code=True, is_link=True)
WebAddress = Annotated[
    str, BeforeValidator(_web_address), WithJsonSchema({"type": "string", "format": "uri"}), _ADDRESS
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Why there is no value. Empty is a fact: each kind is said in words, and none is ever green."""

    missing: Annotated[MissingKind, About("Why there is no value")]
    ground: Annotated[Line | None, About("The ground for withholding it, or how it was lost")] = None


@dataclass(frozen=True, slots=True)
class _MayBeUnrated:
    """Marks the one kind of value that can be not yet rated."""


MAY_BE_UNRATED = _MayBeUnrated()
# A rating of the plan's legend, by its id.
Rating = Annotated[Ref | Missing, MAY_BE_UNRATED]
