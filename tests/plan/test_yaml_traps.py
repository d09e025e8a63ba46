"""What YAML does behind an author's back: each trap reads as the text that was written, or is refused by name."""

from dataclasses import dataclass

import pytest

from generator.plan.yaml_tree import PlainData, plain_data, read_tree


@dataclass(frozen=True)
class Refused:
    code: str
    line: int = 1


SYNTAX = Refused("yaml-syntax")

# What stands after "a: " on the first line, and the text that it is.
VALUES: dict[str, str | Refused] = {
    # Words and numbers that YAML 1.1 turns into something else
    "no": "no",
    "on": "on",
    "off": "off",
    "y": "y",
    "Yes": "Yes",
    "true": "true",
    "null": "null",
    "~": "~",
    "1.10": "1.10",
    "1_000": "1_000",
    "017": "017",
    "0o17": "0o17",
    "0x1F": "0x1F",
    "0b11": "0b11",
    "1e3": "1e3",
    ".inf": ".inf",
    ".nan": ".nan",
    "12:30:45": "12:30:45",
    "2019-02-30": "2019-02-30",
    "2019-03-31T09:00:00Z": "2019-03-31T09:00:00Z",
    "=": "=",
    "<<": "<<",
    # The empty value is a text without quotation marks; the model refuses it where one is wanted
    "": "",
    '""': "",
    # Quotation marks
    "'it''s'": "it's",
    '"say ""': SYNTAX,
    '"say \\"yes\\""': 'say "yes"',
    "'no \\n escape'": "no \\n escape",
    '"\\u00e9\\x41\\U0001F600\\/"': "éA😀/",
    '"two\\nlines"': "two\nlines",
    '"a" b': SYNTAX,
    '"never closed': SYNTAX,
    "it's": "it's",
    'he said "yes"': 'he said "yes"',
    '"C:\\Users"': SYNTAX,
    "C:\\Users": "C:\\Users",
    # Characters that mean something to YAML
    "b: c": SYNTAX,
    "b:c": "b:c",
    "https://example.org/#top": "https://example.org/#top",
    "b # a comment": "b",
    "b#c": "b#c",
    "'b # c'": "b # c",
    "- b": SYNTAX,
    "-b": "-b",
    "-": SYNTAX,
    "? b": SYNTAX,
    "?b": "?b",
    "@b": SYNTAX,
    "`b`": SYNTAX,
    "%b": SYNTAX,
    "50%": "50%",
    "**b**": SYNTAX,
    "& b": SYNTAX,
    "b & c": "b & c",
    "{b": SYNTAX,
    "[b": SYNTAX,
    "[b]]": SYNTAX,
    "b]": "b]",
    "]": SYNTAX,
    ", b": SYNTAX,
    "| b": SYNTAX,
    "> b": SYNTAX,
    "<b>": "<b>",
    "…": "…",
    "  spaces round it   ": "spaces round it",
    "x" * 100_000: "x" * 100_000,
    # References and tags
    "&b c": Refused("yaml-anchor"),
    "&b": Refused("yaml-anchor"),
    "*b": Refused("yaml-anchor"),
    "!b c": Refused("yaml-tag"),
    "! c": Refused("yaml-tag"),
    "!!str 1": Refused("yaml-tag"),
    "!!binary aGk=": Refused("yaml-tag"),
    "!!python/object:os.system x": Refused("yaml-tag"),
    "!!python/object/apply:os.system [x]": Refused("yaml-tag"),
    "!<tag:yaml.org,2002:str> x": Refused("yaml-tag"),
    "!%ED%A0%80 x": Refused("yaml-tag"),
    "!b!c d": SYNTAX,
    # Characters that no text may hold, as they stand and as escapes
    "b\tc": Refused("yaml-tab"),
    "\tb": Refused("yaml-tab"),
    "b\t# a comment": Refused("yaml-tab"),
    '"b\\tc"': Refused("yaml-tab"),
    "b\0c": Refused("text-control"),
    '"b\\0c"': Refused("text-control"),
    "b\x1bc": Refused("text-control"),
    "b\x7fc": Refused("text-control"),
    "b\rc": Refused("text-control"),
    '"b\\rc"': Refused("text-control"),
    "b\x85c": Refused("text-control"),
    '"b\\Nc"': Refused("text-control"),
    "b\u2028c": Refused("text-control"),
    '"b\\Lc"': Refused("text-control"),
    "b\u2029c": Refused("text-control"),
    '"b\\Pc"': Refused("text-control"),
    "b\ufeffc": Refused("text-control"),
    "b\ufdd0c": Refused("text-control"),
    "b\U0010ffffc": Refused("text-control"),
    '"b\\uFFFEc"': Refused("text-control"),
    '"\\uD800"': SYNTAX,
    '"\\ud83d\\ude00"': SYNTAX,
    '"\\U00110000"': SYNTAX,
    "b\u202ec": Refused("text-bidi"),
    '"b\\u202Ec"': Refused("text-bidi"),
    '"b\\u2066c"': Refused("text-bidi"),
    "b\u200fc": Refused("text-bidi"),
    # Characters that look odd and are fine
    "b\u00a0c": "b\u00a0c",
    "co\u00adoperate": "co\u00adoperate",
    "👩\u200d💻": "👩\u200d💻",
    "e\u0301": "e\u0301",
    "Gàidhlig": "Gàidhlig",
}

# Whole files.
FILES: dict[str, PlainData | Refused] = {
    # Keys
    "a: 1\nb: 2\na: 3\n": Refused("yaml-duplicate-key", 3),
    "{a: 1, b: 2,\n a: 3}\n": Refused("yaml-duplicate-key", 2),
    'a: 1\n"a": 2\n': Refused("yaml-duplicate-key", 2),
    "a: 1\n'a': 2\n": Refused("yaml-duplicate-key", 2),
    'a: 1\n"\\x61": 2\n': Refused("yaml-duplicate-key", 2),
    "a: 1\nA: 2\n": {"a": "1", "A": "2"},
    "1: a\n01: b\n": {"1": "a", "01": "b"},
    "no: 1\nnull: 2\n": {"no": "1", "null": "2"},
    "😀: 1\nclé: 2\n": {"😀": "1", "clé": "2"},
    "? a\n: 1\n": {"a": "1"},
    "? a\n": {"a": ""},
    "? [a]\n: 1\n": Refused("yaml-key"),
    "? {a: 1}\n: 1\n": Refused("yaml-key"),
    "b: 1\n[a]: 1\n": Refused("yaml-key", 2),
    "? |\n a\n b\n: 1\n": Refused("yaml-key"),
    "'': 1\n": Refused("yaml-key"),
    "{: 1}\n": SYNTAX,
    "a:1\n": "a:1",
    "a : 1\n": {"a": "1"},
    "a:\n": {"a": ""},
    "{a, b: c}\n": {"a": "", "b": "c"},
    "[a: 1]\n": ({"a": "1"},),
    # References
    "a: &x {b: 1}\nc:\n  <<: *x\n": Refused("yaml-anchor", 1),
    "a:\n  <<: {b: 1}\n": Refused("yaml-anchor", 2),
    "a:\n  <<: *x\n": Refused("yaml-anchor", 2),
    "a:\n  '<<': b\n": {"a": {"<<": "b"}},
    "*x : 1\n": Refused("yaml-anchor"),
    # Layout
    "a:\n\tb: 1\n": Refused("yaml-tab", 2),
    "a:\n  - 1\n\t- 2\n": Refused("yaml-tab", 3),
    "a:\n  b: 1\n c: 2\n": Refused("yaml-syntax", 3),
    "a:\n- 1\n- 2\n": {"a": ("1", "2")},
    "a: 1\n  - 2\n": {"a": "1 - 2"},
    "a: 1\n- 2\n": Refused("yaml-syntax", 2),
    "- - - a\n": ((("a",),),),
    "a: one\n  two\n\n  three\n": {"a": "one two\nthree"},
    "a: 'one\n  two'\n": {"a": "one two"},
    "a: 'one\n---\n": SYNTAX,
    "a: one\nb\nc: 2\n": Refused("yaml-syntax", 2),
    # Blocks
    "a: |\n  one\n  two\n": {"a": "one\ntwo\n"},
    "a: |-\n  one\n\n": {"a": "one"},
    "a: |+\n  one\n\n": {"a": "one\n\n"},
    "a: >\n  one\n  two\n\n  three\n": {"a": "one two\nthree\n"},
    "a: >-\n  one\n   two\n": {"a": "one\n two"},
    "a: |2\n   one\n": {"a": " one\n"},
    "a: |0\n  one\n": SYNTAX,
    "a: |\n  # not a comment\n  b: c\n": {"a": "# not a comment\nb: c\n"},
    "a: |\n  ends with spaces  \n": {"a": "ends with spaces  \n"},
    # Files from Windows, and ends of files
    "a: 1\r\nb: |\r\n  one\r\n  two\r\n": {"a": "1", "b": "one\ntwo\n"},
    "\ufeffa: 1\n": {"a": "1"},
    "\ufeff\ufeffa: 1\n": Refused("text-control"),
    "a: 1": {"a": "1"},
    "---\na: 1\n...\n": {"a": "1"},
    "a: 1\n...\n# the end\n\n": {"a": "1"},
    "a: 1\n...\nb: 2\n": Refused("yaml-syntax", 3),
    "a: 1\n---\nb: 2\n": Refused("yaml-documents", 2),
    "a: 1\n...\n---\n": Refused("yaml-documents", 3),
    "a: 1\n---\n": Refused("yaml-documents", 2),
    "[a]\nb\n": Refused("yaml-syntax", 2),
    "": Refused("yaml-empty", 0),
    "\n \n": Refused("yaml-empty", 0),
    "# only a comment\n": Refused("yaml-empty", 0),
    "---\n": Refused("yaml-empty", 0),
    "''\n": "",
    # Directives
    "%YAML 1.1\n---\na: 1\n": Refused("yaml-tag"),
    "# first\n\n%YAML 2.0\n---\na: 1\n": Refused("yaml-tag", 3),
    "%TAG ! tag:example.org,2019:\n---\na: !b 1\n": Refused("yaml-tag"),
    "%NAME\n---\na: 1\n": Refused("yaml-tag"),
    "a: 1\n%TAG ! b\n---\n": Refused("yaml-syntax", 2),
    "a: |\n  %b\n": {"a": "%b\n"},
    # A file need not be a mapping here; the model says what it must be
    "a\n": "a",
    "- a\n": ("a",),
}


def value_case(value: str, expected: str | Refused) -> tuple[str, PlainData | Refused]:
    return f"a: {value}\n", expected if isinstance(expected, Refused) else {"a": expected}


CASES = [value_case(*case) for case in VALUES.items()] + list(FILES.items())


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[ascii(text)[:40] for text, _ in CASES])
def test_trap_reads_as_written_or_is_refused(text: str, expected: PlainData | Refused) -> None:
    tree = read_tree(text.encode(), "plan.yaml")
    if isinstance(expected, Refused):
        assert [(problem.kind.code, problem.position.line) for problem in tree.problems][:1] == [
            (expected.code, expected.line)
        ]
    else:
        assert tree.problems == ()
        assert tree.root is not None
        assert plain_data(tree.root) == expected


def test_table_holds_enough_traps() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_refused_by_name(encoding: str) -> None:
    problem = read_tree("a: 1\n".encode(encoding), "plan.yaml").problems[0]
    assert problem.kind.code == "file-encoding"
    assert "UTF-16" in problem.what


def test_bad_utf_8_is_refused_where_it_stands() -> None:
    problem = read_tree("a: 1\nè: ".encode() + b"caf\xe9\n", "plan.yaml").problems[0]
    assert str(problem) == (
        "plan.yaml:2:7: the file is not UTF-8 text (byte 0xE9 cannot be read); save it as UTF-8 (file-encoding)"
    )


@pytest.mark.parametrize("surrogate", [b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xc0\x80", b"\xf4\x90\x80\x80"])
def test_bytes_of_no_character_are_refused(surrogate: bytes) -> None:
    assert read_tree(b"a: " + surrogate, "plan.yaml").problems[0].kind.code == "file-encoding"
