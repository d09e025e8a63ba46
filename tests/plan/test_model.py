"""A plan holds nothing private, its types are frozen and described, and each kind of value takes what it should."""

import json
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, dataclass
from datetime import date
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.council.settings import SettingsFile
from generator.plan.field_types import (
    About,
    Day,
    Decimal,
    Flag,
    Id,
    Line,
    Percent,
    Ref,
    Rich,
    Text,
    WebAddress,
    WholeNumber,
    described_fields,
    id_meant,
    is_safe_address,
    pasted_character,
    types_within,
)
from generator.plan.model import PublicPlan
from generator.plan.private import PrivateFile
from generator.plan.reader import PRIVATE_NAMES, read_plan
from generator.plan.validation import spoken_path
from generator.plan.validators import read_as
from generator.plan.walk import walk_plan
from generator.problems import PROBLEMS
from generator.text import ID_PATTERN
from tests.filled_plan import filled, filled_data

PLAN, PRIVATE, SETTINGS = map(types_within, (PublicPlan, PrivateFile, SettingsFile))
each_type = pytest.mark.parametrize(
    "kind", sorted(PLAN | PRIVATE | SETTINGS, key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
each_type_of_a_plan = pytest.mark.parametrize(
    "kind", sorted(PLAN, key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)

# Whoever adds to these lists keeps a value out of what is published; whoever takes away from them publishes one.
PRIVATE_FIELDS = {
    "InternalNote.author",
    "InternalNote.date",
    "InternalNote.text",
    "Person.body",
    "Person.email",
    "Person.initials",
    "Person.name",
    "Person.phone",
    "Person.role",
    "PrivateFile.authors",
    "PrivateFile.notes",
    "PrivateFile.people",
    "PrivateFile.schema_version",
    "PrivateFile.taken_down",
    "WordsTakenDown.date",
    "WordsTakenDown.field",
    "WordsTakenDown.reason",
    "WordsTakenDown.thing",
    "WordsTakenDown.words",
}
# What people write in a plan file, and belongs into private.yaml: the type, and the key beside its own.
REFUSED_KEYS = {
    "Action.internal_notes",
    "Decision.internal_notes",
    "Evidence.internal_notes",
    "Finding.internal_notes",
    "KeyIssue.internal_notes",
    "Measure.internal_notes",
    "Note.author",
    "Outcome.internal_notes",
    "PublicPlan.internal_notes",
    "PublicPlan.people",
    "Report.internal_notes",
    "Risk.internal_notes",
}


# Private and public


def names_of(kinds: set[type[Any]]) -> set[str]:
    return {f"{kind.__name__}.{field.name}" for kind in kinds for field in described_fields(kind)}


def test_private_fields_are_these_and_no_others():
    assert names_of(PRIVATE) == PRIVATE_FIELDS


def test_no_type_holds_both_public_and_private_values():
    assert PRIVATE.isdisjoint(PLAN | SETTINGS)


def test_no_field_of_a_plan_has_the_name_of_a_private_one():
    assert set(PRIVATE_NAMES) == {"internal", "internal_notes", "author", "people"}
    fields = [field for kind in PLAN for field in described_fields(kind)]
    assert PRIVATE_NAMES.isdisjoint({field.name for field in fields} | {field.key for field in fields})


def test_private_keys_of_a_plan_are_these_and_no_others():
    beside = {f"{kind.__name__}.{key}" for kind in PLAN for key in getattr(kind, "beside", ())}
    assert beside == REFUSED_KEYS


@pytest.mark.parametrize("name", sorted(REFUSED_KEYS))
def test_private_key_of_a_type_is_refused_where_a_value_of_it_stands(name, tmp_path):
    kind, key = name.split(".")
    data = json.loads(json.dumps(filled_data(lambda field: f"text of {field.path}")))
    path = next(node.path for node in walk_plan(filled(lambda field: "x")) if type(node.value).__name__ == kind)
    held = data
    for step in path:
        held = held[step]
    folder = tmp_path / data["id"]
    folder.mkdir()
    (folder / "plan.yaml").write_text(json.dumps(data), "utf-8")
    assert read_plan(folder).problems == ()
    held[key] = "x"
    (folder / "plan.yaml").write_text(json.dumps(data), "utf-8")
    file = read_plan(folder)
    assert [(problem.kind.code, problem.path) for problem in file.problems] == [
        ("private-in-plan", spoken_path((*path, key)))
    ]
    assert file.plan is None


# Types and descriptions


@each_type
def test_type_is_frozen(kind):
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)


@each_type_of_a_plan
def test_type_leads_to_types_of_the_model_and_plain_values_alone(kind):
    for field in described_fields(kind):
        for part in parts_of(field.hint):
            assert part in PLAN or part in (str, int, bool, date, NoneType), f"{kind.__name__}.{field.name}"


def parts_of(hint: Any) -> Iterator[Any]:
    """The types that `hint` is made of in the end."""
    if get_origin(hint) is Annotated:
        yield from parts_of(get_args(hint)[0])
    elif get_origin(hint) is Literal:
        yield from map(type, get_args(hint))
    elif get_args(hint):
        for inner in get_args(hint):
            yield from parts_of(inner) if inner is not Ellipsis else ()
    else:
        yield hint


def test_plan_holds_no_value_that_could_be_changed():
    plan = filled(lambda field: f"text of {field.path}")
    assert isinstance(hash(plan), int)
    with pytest.raises(FrozenInstanceError):
        plan.title = "x"


@each_type
def test_every_field_says_what_it_is(kind):
    for field in described_fields(kind):
        assert field.about.means, f"{kind.__name__}.{field.name}"


NO_DESCRIPTION = r"Careless\.name must have one description"


@pytest.mark.parametrize(
    "hint",
    [
        str,
        str | None,
        Line,
        tuple[Annotated[Line, About("Of an item, not of the field")], ...],
        Annotated[Line, "The name"],
        Annotated[Line, About("The name"), About("Its name")],
        Annotated[Annotated[Line, About("The name")], About("Its name")],
    ],
)
@pytest.mark.parametrize("default", [{}, {"name": "nobody"}])
def test_field_without_one_description_fails_at_first_use(hint, default):
    careless = dataclass(frozen=True)(type("Careless", (), {"__annotations__": {"name": hint}, **default}))
    with pytest.raises(TypeError, match=NO_DESCRIPTION):
        described_fields(careless)
    with pytest.raises(TypeError, match=NO_DESCRIPTION):
        read_as(careless, {"name": "x"})
    with pytest.raises(TypeError, match=NO_DESCRIPTION):
        types_within(careless)


def test_inherited_field_keeps_its_description():
    @dataclass(frozen=True, kw_only=True)
    class Parent:
        kept: Annotated[Line, About("Kept", key="other")]

    @dataclass(frozen=True, kw_only=True)
    class Child(Parent):
        more: Annotated[Line | None, About("More")] = None

    fields = [(field.owner, field.name, field.key, field.about.means) for field in described_fields(Child)]
    assert fields == [(Child, "kept", "other", "Kept"), (Child, "more", "more", "More")]
    assert [field.is_required for field in described_fields(Child)] == [True, False]


# Values

ADAPTERS = {
    "line": TypeAdapter(Line),
    "text": TypeAdapter(Text),
    "rich": TypeAdapter(Rich),
    "day": TypeAdapter(Day),
    "whole number": TypeAdapter(WholeNumber),
    "percent": TypeAdapter(Percent),
    "decimal": TypeAdapter(Decimal),
    "flag": TypeAdapter(Flag),
    "id": TypeAdapter(Id),
    "reference": TypeAdapter(Ref),
    "address": TypeAdapter(WebAddress),
}


def read(kind: str, value: Any) -> Any:
    """`value` as the model reads it, or the code of its refusal."""
    try:
        return ADAPTERS[kind].validate_python(value, strict=True)
    except ValidationError as error:
        (detail,) = error.errors()
        return PROBLEMS[detail["type"]]


def problem_of(kind: str, value: str) -> str:
    """The sentence by which `value` is refused."""
    with pytest.raises(ValidationError) as caught:
        ADAPTERS[kind].validate_python(value, strict=True)
    (detail,) = caught.value.errors()
    problem = PROBLEMS[detail["type"]]
    values = detail["ctx"]
    return f"{problem.what.format_map(values)}; {problem.do.format_map(values)}"


DIGITS = st.text("0123456789", max_size=12)
NEAR_DAYS = st.tuples(DIGITS, st.sampled_from("-/. "), DIGITS, st.sampled_from("-/. "), DIGITS).map("".join)
NEAR_NUMBERS = st.tuples(st.sampled_from(["", "-", "+", "£"]), DIGITS, st.sampled_from(["", ".5", ",000", "%", "e9"]))
NEAR_ADDRESSES = st.tuples(
    st.sampled_from(["http://", "https://", "HTTPS://", "//", "javascript:", "data:", "https:", "https://["]), st.text()
).map("".join)
ANY_TEXT = st.text() | NEAR_DAYS | NEAR_NUMBERS.map("".join) | NEAR_ADDRESSES


@pytest.mark.parametrize("kind", ADAPTERS)
@given(text=ANY_TEXT)
@example(text="٣")  # an Arabic digit, which int() would take
@example(text="²")
@example(text="1e9")
@example(text="NaN")
@example(text="0000-00-00")
@example(text="9999-99-99")
@example(text="https://[::1")
@example(text="https://example.org:port/")
@example(text="https://℀.example/")
def test_any_text_is_taken_or_refused_with_a_problem(kind, text):
    found = read(kind, text)
    assert found in PROBLEMS.values() or type(found) is type(read(kind, GOOD[kind]))


GOOD = {
    "line": "x",
    "text": "x",
    "rich": "x",
    "day": "2019-03-31",
    "whole number": "1",
    "percent": "1",
    "decimal": "1",
    "flag": "yes",
    "id": "x",
    "reference": "x",
    "address": "https://example.org/",
}


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_of_the_calendar_is_read_as_it_is_written(day):
    assert read("day", day.isoformat()) == day


@given(st.dates(min_value=date(1000, 1, 1)))
def test_day_in_another_way_is_refused_with_the_right_way(day):
    ways = [f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}", f"{day.year}-{day.month}-{day.day}"]
    ways += [f"{day.day} {day:%B} {day.year}", f"{day.day} {day:%b} {day.year}", f"{day.year}/{day.month}/{day.day}"]
    for way in set(ways) - {day.isoformat()}:
        assert problem_of("day", way) == f"{way!r} is not written as year-month-day; write {day.isoformat()}"


@pytest.mark.parametrize("value", ["2019-02-29", "2019-13-01", "2019-00-10", "2019-04-31", "0000-01-01"])
def test_day_that_does_not_exist_is_refused(value):
    assert problem_of("day", value) == f"{value!r} is not a day of the calendar; write a day such as 2019-03-31"


def test_day_lies_in_the_years_that_can_be_meant():
    assert [type(read("day", value)) for value in ("1900-01-01", "2100-12-31")] == [date, date]
    for value in ("1899-12-31", "2101-01-01", "9999-12-31", "0001-01-01"):
        assert problem_of("day", value) == f"{value!r} is not between 1900 and 2100; write the year that is meant"


@pytest.mark.parametrize(
    "value", ["", "2019", "2019-03", "31/02/2019", "31/13/2019", "today", "March 2019", "86400", "2019-03-31T10:00"]
)
def test_what_is_no_day_is_refused_with_an_example(value):
    assert problem_of("day", value) == f"{value!r} is not written as year-month-day; write a day such as 2019-03-31"


@given(st.integers(0, 999_999_999))
def test_whole_numbers_are_read(number):
    assert read("whole number", str(number)) == number


@given(st.integers())
def test_percentages_are_read_from_0_to_100_only(number):
    found = read("percent", str(number))
    assert found == number if 0 <= number <= 100 else found is PROBLEMS["number-unreadable"]


MOST = "at most 12 digits, and 6 after the point"


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("percent", "50%", "is not a whole number from 0 to 100; write digits only, as 50"),
        ("percent", "100 %", "is not a whole number from 0 to 100; write digits only, as 100"),
        ("percent", "0.5", "is not a whole number from 0 to 100; write digits only, as 50"),
        ("percent", "101", "is not a whole number from 0 to 100; write digits only, as 50"),
        ("percent", "half", "is not a whole number from 0 to 100; write digits only, as 50"),
        ("whole number", "1,200", "is not a whole number; write digits only, as 1200"),
        ("whole number", "-1", "is not a whole number; write digits only, as 30"),
        ("whole number", "1,2,3", "is not a whole number; write digits only, as 30"),
        ("decimal", "12.5%", "is not a number; write digits only, as 12.5"),
        ("whole number", "1234567890", "is not a whole number of at most 9 digits; write digits only, as 30"),
        ("decimal", "9" * 13, f"is not a number of {MOST}; write digits only, as 12.5"),
        ("decimal", "1.5555555", f"is not a number of {MOST}; write digits only, as 12.5"),
        ("decimal", "1,5", "is not a number; write digits only, as 12.5"),
        ("decimal", "NaN", "is not a number; write digits only, as 12.5"),
    ],
)
def test_refused_number_is_told_how_to_write_it(kind, value, words):
    assert problem_of(kind, value) == f"{value!r} {words}"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_decimal_stays_the_text_that_it_is(number):
    text = f"{number:f}"
    assert read("decimal", text) == text


@pytest.mark.parametrize(("value", "read_as"), [("yes", True), ("no", False)])
def test_flag(value, read_as):
    assert read("flag", value) is read_as


@pytest.mark.parametrize("value", ["Yes", "NO", "true", "false", "on", "1", "y", ""])
def test_flag_is_yes_or_no_and_nothing_else(value):
    assert read("flag", value) is PROBLEMS["flag-unreadable"]


@given(st.from_regex(ID_PATTERN, fullmatch=True))
def test_id_is_taken_as_it_is(value):
    assert read("id", value) == value
    assert read("reference", value) == value


@given(st.text())
def test_what_is_no_id_is_refused(value):
    if not ID_PATTERN.fullmatch(value):
        assert read("id", value) in (PROBLEMS["id-malformed"], PROBLEMS["text-pasted"])


@pytest.mark.parametrize(
    ("value", "meant"),
    [("A-1-1", "a-1-1"), ("a_1", "a-1"), ("Key Action 1", "key-action-1"), ("NHS", "nhs"), (" a ", "a"), ("1.1", "")],
)
def test_refused_id_is_told_one_like_it(value, meant):
    assert problem_of("id", value).endswith(f"40 at most, as {meant}" if meant else "40 at most")


@given(st.text())
def test_id_that_is_proposed_can_be_one_or_is_not_proposed(value):
    assert ID_PATTERN.fullmatch(id_meant(value)) or "as" not in read_do("id", value)


def read_do(kind: str, value: str) -> list[str]:
    found = read(kind, value)
    return problem_of(kind, value).split("at most")[-1].split() if found in PROBLEMS.values() else []


@pytest.mark.parametrize("character", "\u00a0\u00ad\u200b\u2011\u2013\u2018\u2019\u201c\u201d\u202f\ufeff")
@pytest.mark.parametrize("kind", ["day", "whole number", "percent", "decimal", "flag", "id", "reference", "address"])
def test_unseen_character_is_named(kind, character):
    for value in (f"{GOOD[kind]}{character}", f"{character}{GOOD[kind]}"):
        assert pasted_character(value)
        assert problem_of(kind, value).startswith(f"the character U+{ord(character):04X} ")


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_no_character_of_a_keyboard_is_called_unseen(value):
    assert pasted_character(value) is None


def test_line_is_stripped_and_has_one_line():
    assert read("line", "  a b ") == "a b"
    assert read("line", "a\n") == "a"
    assert read("line", "a\nb") is PROBLEMS["value-lines"]
    assert read("text", "a\nb\n") == "a\nb"


@pytest.mark.parametrize("value", ["a\n\nb", "a\n \n\t\nb\n"])
def test_text_is_one_paragraph_and_rich_text_may_be_several(value):
    assert read("text", value) is PROBLEMS["value-paragraphs"]
    assert read("rich", value) == value.strip()


@pytest.mark.parametrize(("kind", "limit"), [("line", 1_000), ("text", 20_000), ("rich", 20_000), ("reference", 1_000)])
def test_text_has_a_limit(kind, limit):
    assert read(kind, "x" * limit) == "x" * limit
    assert read(kind, "x" * (limit + 1)) is PROBLEMS["value-long"]


# Addresses

SAFE = [
    "https://example.org",
    "https://example.org/",
    "http://example.org:8080/a/b.pdf?x=1&y=%20#part",
    "https://[::1]/",
    "https://xn--caf-dma.example/",
    "https://www.example.org/a_(b)~c;d,e!f*g$h+i@j",
]
UNSAFE = [
    "",
    "example.org",
    "//example.org",
    "/plans",
    "https:",
    "https://",
    "https:///path",
    "https:example.org",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://example.org/",
    "mailto:a@example.org",
    "tel:01632960150",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "https://:secret@example.org/",
    "https://@example.org/",
    "https://example.org/a b",
    " https://example.org/",
    "https://example.org/\n",
    "https://example.org/\t",
    "https://exam\nple.org/",
    "https://example.org/\0",
    "https://example.org/\x7f",
    "https://example.org/\u00a0",
    'https://example.org/"onclick="x',
    "https://example.org/'x",
    "https://example.org/<b>",
    "https://example.org/`x`",
    "https://example.org/\\x",
    "https://example.org/{x}",
    "https://example.org/|",
    "https://example.org/^",
    "https://example.org/é",
    "https://\u202eexample.org/",
    "https://example.org:port/",
    "https://example.org:99999/",
    "https://[::1/",
]


@pytest.mark.parametrize("value", SAFE)
def test_safe_address_is_taken_as_it_is(value):
    assert is_safe_address(value)
    assert read("address", value) == value


@pytest.mark.parametrize("value", UNSAFE)
def test_unsafe_address_is_refused(value):
    assert not is_safe_address(value)
    assert read("address", value) in (PROBLEMS["address-unsafe"], PROBLEMS["text-pasted"])


@given(NEAR_ADDRESSES | st.text())
def test_address_that_is_taken_can_end_no_attribute(value):
    if is_safe_address(value):
        assert value.startswith(("https://", "http://", "HTTPS://"))
        assert not set(value) & set(" \"'<>`\\{}|^")
        assert value.isascii()
        assert value.isprintable()


@pytest.mark.parametrize(
    ("value", "do"),
    [
        ("www.example.org", "write https://www.example.org"),
        ("example.org/plan.pdf", "write https://example.org/plan.pdf"),
        ("plan.pdf (on request)", "give one that starts with https://"),
        ("javascript:alert(1)", "give one that starts with https://"),
        (
            "https://example.org/a b",
            "copy it again from the browser: no spaces, quotation marks, accents, names or passwords",
        ),
    ],
)
def test_refused_address_is_told_how_to_write_it(value, do):
    assert problem_of("address", value).endswith(f"; {do}")
