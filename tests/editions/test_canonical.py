"""Data has one form as bytes, and no other bytes are read."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editions.canonical import LARGEST, canonical_bytes, canonical_line, read_canonical

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
composed = texts.map(lambda text: unicodedata.normalize("NFC", text))
scalars = st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | composed
data = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(composed, inner, max_size=4), max_leaves=12
)


@given(data)
def test_data_is_read_back_as_it_was(value):
    assert read_canonical(canonical_bytes(value)) == value
    assert read_canonical(canonical_line(value)) == value


@given(data)
def test_two_programs_that_write_json_otherwise_give_the_same_bytes(value):
    other = json.loads(json.dumps(value, indent=4, ensure_ascii=True))
    assert canonical_bytes(other) == canonical_bytes(value)


@given(st.dictionaries(composed, scalars, min_size=2, max_size=5))
def test_the_order_of_keys_changes_nothing(value):
    assert canonical_bytes(dict(reversed(value.items()))) == canonical_bytes(value)


def test_the_form_is_what_the_documentation_says():
    assert canonical_bytes({"b": 1, "a": ["é", None, True]}) == (
        '{\n "a": [\n  "é",\n  null,\n  true\n ],\n "b": 1\n}\n'.encode()
    )
    assert canonical_line({"b": 1, "a": "é"}) == '{"a":"é","b":1}\n'.encode()


def test_decomposed_letters_are_composed():
    assert canonical_bytes("e\u0301") == canonical_bytes("é")
    assert canonical_bytes({"e\u0301": 1}) == canonical_bytes({"é": 1})


@pytest.mark.parametrize("value", [1.0, {"a": [0.5]}, float("nan"), b"x", {1: 2}, {"a": {1, 2}}, object()])
def test_what_has_no_one_form_is_refused(value):
    with pytest.raises(TypeError):
        canonical_bytes(value)


@pytest.mark.parametrize("value", [LARGEST + 1, -LARGEST - 1, [10**400], {"é": 1, "e\u0301": 2}, "\ud800"])
def test_what_cannot_be_kept_whole_is_refused(value):
    with pytest.raises(ValueError):  # noqa: PT011 - each says something else
        canonical_bytes(value)
    with pytest.raises(ValueError):  # noqa: PT011
        canonical_line(value)


OTHER_BYTES = {
    "a floating-point number": b'{"a":1.5}\n',
    "a whole number with a point": b'{"a":1.0}\n',
    "an exponent": b'{"a":1e2}\n',
    "not a number": b'{"a":NaN}\n',
    "no end": b'{"a":Infinity}\n',
    "minus nothing": b'{"a":-0}\n',
    "a huge number": b'{"a":9007199254740993}\n',
    "a number of 5,000 digits": b'{"a":' + b"9" * 5000 + b"}\n",
    "a letter in two parts": '{"a":"e\u0301"}\n'.encode(),
    "an escape that is not needed": b'{"a":"\\u0061"}\n',
    "an escaped slash": b'{"a":"\\/"}\n',
    "half a surrogate": b'{"a":"\\ud800"}\n',
    "a space too many": b'{"a": 1}\n',
    "keys in another order": b'{"b":1,"a":2}\n',
    "a key that stands twice": b'{"a":1,"a":1}\n',
    "a key that stands twice with two values": b'{"a":1,"a":2}\n',
    "no line feed at the end": b'{"a":1}',
    "two of them": b'{"a":1}\n\n',
    "a carriage return": b'{"a":1}\r\n',
    "a byte order mark": b'\xef\xbb\xbf{"a":1}\n',
    "two values": b'{"a":1}\n{"a":1}\n',
    "another encoding": '{"a":"é"}\n'.encode("latin-1"),
    "nothing": b"",
    "an empty line": b"\n",
    "a comment": b'{"a":1} // x\n',
    "100,000 lists in each other": b"[" * 100_000 + b"]" * 100_000 + b"\n",
    "lists that are never closed": b"[" * 100_000,
}


@pytest.mark.parametrize("raw", OTHER_BYTES.values(), ids=OTHER_BYTES)
def test_other_bytes_are_refused(raw):
    with pytest.raises(ValueError):  # noqa: PT011
        read_canonical(raw)


@given(data, st.data())
def test_no_changed_byte_is_read_as_the_same(value, draw):
    raw = canonical_bytes(value)
    place = draw.draw(st.integers(0, len(raw) - 1))
    changed = bytes([*raw[:place], raw[place] ^ draw.draw(st.integers(1, 255)), *raw[place + 1 :]])
    try:
        read = read_canonical(changed)
    except ValueError:
        return
    assert canonical_bytes(read) == changed or canonical_line(read) == changed
    assert canonical_bytes(read) != raw
