"""Files made to hurt: each is refused in under a second of processor time and 150 MB, and nothing crashes.

Each is read in a process of its own, which imports `yaml_tree` and nothing else of ours. The kernel ends it after a
second of processor time, its own start included; memory is the peak that the kernel saw.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.plan.yaml_tree import MOST_PROBLEMS, Limits, read_tree

ROOT = Path(__file__).parents[1]
MOST_BYTES = Limits().bytes
# A bound against minutes, not a measure: a busy machine is several times slower than an idle one.
SECONDS = 3
MEGABYTES = 150

# VmHWM, not ru_maxrss: the latter starts from the parent's size.
CHILD = f"""
import json, re, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from generator.plan.yaml_tree import read_tree
tree = read_tree(sys.stdin.buffer.read(), "plan.yaml")
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
messages = [str(problem) for problem in tree.problems]
json.dump({{"codes": [problem.kind.code for problem in tree.problems], "characters": sum(map(len, messages)),
            "megabytes": int(peak[1]) / 1024}}, sys.stdout)
"""


def filled(part: str, size: int = MOST_BYTES, *, start: str = "", end: str = "") -> bytes:
    """`part` over and over, as often as goes into a file of `size` bytes."""
    room = size - len(start.encode()) - len(end.encode())
    return (start + part * (room // len(part.encode())) + end).encode()


def lines(line: str, count: int = 1_000_000) -> bytes:
    """`count` lines, each with its own number in the place of {}."""
    return "".join(line.format(number) + "\n" for number in range(count)).encode()


def billion_laughs() -> bytes:
    levels = [f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]" for level in range(1, 10)]
    return "\n".join(["l0: &l0 lol", *levels]).encode()


def indented(levels: int, line: str) -> bytes:
    return "".join(" " * level + line + "\n" for level in range(levels)).encode()


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    # References
    "billion laughs": ("yaml-anchor", billion_laughs),
    "quadratic bomb": ("yaml-anchor", lambda: b"a: &a " + b"x" * 100_000 + b"\nb:\n" + b"  - *a\n" * 100_000),
    "merge keys": ("yaml-anchor", lambda: b"a: &a {b: 1}\nc:\n" + b"  <<: *a\n" * 100_000),
    "merge chain": ("yaml-anchor", lambda: lines("k{0}: &a{0} {{<<: *a{0}}}", 20_000)),
    "a reference to itself": ("yaml-anchor", lambda: b"a: &a [*a]\n"),
    "100,000 anchors": ("yaml-anchor", lambda: b"[" + b"&a," * 100_000 + b"]"),
    "a million anchors": ("yaml-too-many", lambda: b"[" + b"&a," * 1_000_000 + b"]"),
    "a long anchor": ("yaml-anchor", lambda: filled("a", start="- &")),
    # Nesting
    "100,000 square brackets": ("yaml-too-deep", lambda: b"[" * 100_000),
    "100,000 curly brackets": ("yaml-too-deep", lambda: b"{" * 100_000),
    "5 MB of square brackets": ("yaml-too-deep", lambda: filled("[")),
    "brackets on lines of their own": ("yaml-too-deep", lambda: filled("[\n")),
    "mappings in brackets": ("yaml-too-deep", lambda: filled("{a: ")),
    "pairs in brackets": ("yaml-too-deep", lambda: filled("[a: ")),
    "3,000 nested mappings by indentation": ("yaml-too-deep", lambda: indented(3_000, "a:")),
    "5,000 nested mappings by indentation": ("file-too-large", lambda: indented(5_000, "a:")),
    "nested hyphens": ("yaml-too-deep", lambda: filled("- ")),
    "nested question marks": ("yaml-too-deep", lambda: filled("? ")),
    "question marks in brackets": ("yaml-too-deep", lambda: filled("{? ")),
    "just deep enough, and wide": ("yaml-too-many", lambda: filled("[],", start="[" * 39)),
    # Tags and directives
    "python/object/apply": ("yaml-tag", lambda: b"!!python/object/apply:os.system ['touch /tmp/hostile']\n"),
    "python/object/new": ("yaml-tag", lambda: b"a: !!python/object/new:subprocess.Popen [[touch, /tmp/hostile]]\n"),
    "python/name": ("yaml-tag", lambda: b"a: !!python/name:os.system\n"),
    "a long tag": ("yaml-tag", lambda: filled("a", start="- !")),
    "a tag of no characters": ("yaml-tag", lambda: b"a: !%ED%A0%80 b\n"),
    "tag directives": ("yaml-tag", lambda: lines("%TAG !a{}! b", 200_000) + b"---\na: 1\n"),
    "tag directives after a mapping": ("yaml-syntax", lambda: b"a: 1\n" + lines("%TAG !a{}! b", 200_000) + b"---\n"),
    "tag directives after an end": ("yaml-syntax", lambda: b"a: 1\n...\n" + lines("%TAG !a{}! b", 200_000) + b"---\n"),
    # Size and number
    "10 MB of one text": ("file-too-large", lambda: b"a: " + b"x" * 10_000_000),
    "10 MB of list": ("file-too-large", lambda: b"- a\n" * 2_500_000),
    "5 MB of list": ("yaml-too-many", lambda: filled("- a\n")),
    "5 MB of list in brackets": ("yaml-too-many", lambda: filled("a,", start="[", end="]")),
    "5 MB of nothing in a list": ("yaml-too-many", lambda: filled("-\n")),
    "5 MB of nested lists": ("yaml-too-many", lambda: filled("- - - - a: b\n")),
    "5 MB of empty mappings": ("yaml-too-many", lambda: filled("{},", start="[", end="]")),
    "5 MB of blocks": ("yaml-too-many", lambda: filled("- |\n")),
    "a million keys": ("file-too-large", lambda: lines("k{}:")),
    "5 MB of keys": ("yaml-too-many", lambda: lines("{:x}:", 700_000)),
    "100,000 duplicate keys": ("yaml-duplicate-key", lambda: b"a:\n" * 100_000),
    "a million duplicate keys": ("yaml-too-many", lambda: b"a:\n" * 1_000_000),
    "long duplicate keys": ("yaml-duplicate-key", lambda: (b"? " + b"a" * 1_600_000 + b"\n: b\n") * 3),
    "a million documents": ("yaml-documents", lambda: b"---\n" * 1_000_000),
    "5 MB of comment": ("yaml-empty", lambda: filled("x", start="#")),
    "5 MB of comments": ("yaml-empty", lambda: filled("#\n")),
    "5 MB of spaces": ("yaml-empty", lambda: filled(" ")),
    # Characters and encodings
    "NUL": ("text-control", lambda: b"title: Plan\0\n"),
    "5 MB of NUL after a word": ("text-control", lambda: filled("\0", start="ab")),
    "5 MB of NUL": ("text-control", lambda: filled("\0")),
    "a wide text with a NUL at its end": ("text-control", lambda: filled("a", start="😀", end="\0")),
    "bidirectional controls": ("text-bidi", lambda: filled("\u202e")),
    "a bidirectional control by escape": ("text-bidi", lambda: filled("\\u202E", start='a: "', end='"')),
    "escapes of no characters": ("yaml-syntax", lambda: filled("\\uD800", start='a: "', end='"')),
    "lone carriage returns": ("text-control", lambda: filled("a: b\r")),
    "tabs": ("yaml-tab", lambda: filled("\ta: b\n")),
    "UTF-16": ("file-encoding", lambda: ("a: b\n" * 400_000).encode("utf-16")),
    "UTF-16 without a mark": ("file-encoding", lambda: ("a: b\n" * 400_000).encode("utf-16-le")),
    "invalid UTF-8": ("file-encoding", lambda: filled("a: b\n", MOST_BYTES - 1) + b"\xff"),
    "random bytes": ("file-encoding", lambda: random.Random(1).randbytes(4_000_000)),
    "random YAML": (
        "yaml-syntax",
        lambda: "".join(random.Random(2).choices("-:?,[]{}#'\" \nab", k=2_000_000)).encode(),
    ),
    # Quotation marks
    "5 MB in a quotation mark": ("yaml-syntax", lambda: filled("x", start='a: "')),
    "5 MB of lines in a quotation mark": ("yaml-syntax", lambda: filled("x\n", start="a: '")),
    "5 MB of emoji in a quotation mark": ("yaml-syntax", lambda: filled("😀", start='a: "')),
}


@pytest.mark.slow  # each takes little, together 20 seconds
@pytest.mark.skipif(sys.platform != "linux", reason="limits and measures by Linux's own means")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_quickly_in_little_memory(name: str) -> None:
    code, make = HOSTILE[name]
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=make(),
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert (child.returncode, child.stderr.decode()) == (0, "")
    seen = json.loads(child.stdout)
    assert code in seen["codes"]
    assert len(seen["codes"]) <= MOST_PROBLEMS + 1
    assert seen["characters"] < 50_000
    assert seen["megabytes"] < MEGABYTES


def large_plan(actions: int) -> bytes:
    """A plan file as an officer would write it, larger than any that we know."""
    action = """\
      - id: a-{0}
        number: "1.{0}"
        title: Review the joint protocol for case conferences, number {0}, and agree it with every partner
        status: amber
        leads: [social-work, police, health, education]
        timescale: By 31 March 2019, and then every 6 months until the committee decides otherwise
        detail: |
          The group will look at the protocol in the light of the inspection’s findings,
          and put a new text before the committee for agreement in its next meeting.
        notes:
          - date: 2018-09-12
            text: "The draft was sent to partners for comment; eleven replies were received in time."
          - date: 2018-12-03
            text: The committee agreed the text with two small changes, which the lead officer will make.
        measures:
          - id: m-{0}
            title: Share of conferences held within 21 days of the first report to the service
            unit: per cent
            target: "95"
            observations:
              - {{at: 2018-03-31, value: "81"}}
              - {{at: 2018-06-30, value: "84"}}
              - {{at: 2018-09-30, value: "88.5"}}
        evidence:
          - id: e-{0}
            title: Minutes of the committee
            held_by: committee
"""
    head = "schema: 1\nid: large\noutcomes:\n  - id: o-1\n    actions:\n"
    return (head + "".join(action.format(number) for number in range(actions))).encode()


def test_limits_let_a_plan_of_3000_actions_through() -> None:
    data = large_plan(3_000)
    assert len(data) > 3_500_000
    assert read_tree(data, "plan.yaml").problems == ()


def test_limits_refuse_ten_megabytes() -> None:
    assert [problem.kind.code for problem in read_tree(large_plan(8_000), "plan.yaml").problems] == ["file-too-large"]
