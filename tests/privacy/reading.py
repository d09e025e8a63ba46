"""How the texts of gold.toml are read, and how a gate's findings are counted against them."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.privacy import Finding, Kind, findings_of
from tests.conftest import small_plan

GOLD = Path(__file__).parent / "gold.toml"
PUBLIC_TEXT = Path(__file__).parent / "public_text"
HALVES = ("tuning", "held-out")
MARKS = re.compile(r"‹(.+?)›|«(.+?)»|\{(.+?)\}")
NAME, INITIALS = re.compile(r"‹(.+?)›"), re.compile(r"«(.+?)»")
NAMES = frozenset({Kind.PERSON_NAME, Kind.ROLE_WITH_NAME})


class Gold(NamedTuple):
    """One text, and the names and initials that it holds."""

    text: str
    names: tuple[str, ...]
    initials: tuple[str, ...]


class Score(NamedTuple):
    """How many were there, how many of them were found, and how many were found that are nobody's."""

    there: int
    found: int
    false: int


def read_gold() -> tuple[tuple[Gold, ...], dict[str, list[str]]]:
    """The texts, and the names of bodies and the terms that their plan explains."""
    data = tomllib.loads(GOLD.read_text("utf-8"))
    texts = tuple(
        Gold(re.sub("[‹›«»]", "", text), tuple(NAME.findall(text)), tuple(INITIALS.findall(text)))
        for text in data["texts"]
    )
    return texts, data


def score(golden: list[tuple[str, ...]], found: list[list[Finding]]) -> Score:
    """How the words `found` in each text compare with those that are there. A group such as "AQ, CD" has each part."""
    there = right = false = 0
    for wanted, findings in zip(golden, found, strict=True):
        left = Counter(wanted)
        there += len(wanted)
        for finding in findings:
            held = [word for word in left.elements() if word in finding.words or finding.words in word]
            for word in held:
                left[word] -= 1
            right += len(held)
            false += not held
    return Score(there, right, false)


def scored_gold() -> list[tuple[Gold, list[Finding]]]:
    """Each text of gold.toml with what is found in it, where all of them are notes of one plan."""
    texts, data = read_gold()
    found = _found_in_notes(data["bodies"], data["glossary"], [item.text for item in texts])
    return list(zip(texts, found, strict=True))


def score_of_names(found: list[tuple[Gold, list[Finding]]]) -> Score:
    """How the names of the gold list compare with those that were found."""
    return score([gold.names for gold, _ in found], [[f for f in own if f.kind in NAMES] for _, own in found])


def score_of_initials(found: list[tuple[Gold, list[Finding]]]) -> Score:
    """How the initials of the gold list compare with those that were found."""
    mine = [[f for f in own if f.kind is Kind.PERSON_INITIALS] for _, own in found]
    return score([gold.initials for gold, _ in found], mine)


def _found_in_notes(bodies: Iterable[str], terms: Iterable[str], texts: Sequence[str]) -> list[list[Finding]]:
    """What is found in each of `texts`, the notes of one plan that explains `bodies` and `terms`."""
    plan = small_plan(
        {
            "bodies": [{"id": "council", "name": "Anytown Council"}]
            + [{"id": f"b-{place}", "name": name} for place, name in enumerate(bodies)],
            "glossary": [{"term": term, "meaning": "It is explained here."} for term in terms],
        },
        notes=[{"text": text} for text in texts],
    )
    found: list[list[Finding]] = [[] for _ in texts]
    for finding in findings_of(plan):
        assert finding.path[:5] == ("outcomes", 0, "actions", 0, "notes"), finding
        found[int(finding.path[5])].append(finding)
    return found


class Document(NamedTuple):
    """Sentences of one manner of public text, and the bodies and terms that their plan explains.

    A sentence has its text, and from where to where something in it tells of a person.
    """

    manner: str
    bodies: tuple[str, ...]
    terms: tuple[str, ...]
    sentences: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]


class Tally(NamedTuple):
    """How many places that tell of a person there are and are found; how many findings there are and are right."""

    there: int
    met: int
    findings: int
    right: int

    @property
    def recall(self) -> float:
        return self.met / self.there

    @property
    def precision(self) -> float:
        return self.right / self.findings


def read_public_text(half: str) -> tuple[Document, ...]:
    """The documents of the file `half` of public_text/."""
    text = (PUBLIC_TEXT / f"{half}.txt").read_text("utf-8")
    return tuple(_document(part) for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:])


def _document(part: str) -> Document:
    manner, *lines = filter(None, part.splitlines())
    held = {
        key: tuple(line.removeprefix(key) for line in lines if line.startswith(key)) for key in ("body: ", "term: ")
    }
    sentences = tuple(_marked(line) for line in lines if not line.startswith(("body: ", "term: ")))
    return Document(manner, held["body: "], held["term: "], sentences)


def _marked(line: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of `line` without its marks, and where the marked words stand in it."""
    text, places, end = "", [], 0
    for match in MARKS.finditer(line):
        text += line[end : match.start()]
        words = next(filter(None, match.groups()))
        places.append((len(text), len(text) + len(words)))
        text, end = text + words, match.end()
    return text + line[end:], tuple(places)


def findings_in(document: Document) -> list[list[Finding]]:
    """What is found in each sentence of `document`, where all of them are notes of one plan."""
    return _found_in_notes(document.bodies, document.terms, [text for text, _ in document.sentences])


def tally(documents: tuple[Document, ...]) -> Tally:
    """How what is found in `documents` compares with what is marked in them."""
    there = met = findings = right = 0
    for document in documents:
        for (_, places), found in zip(document.sentences, findings_in(document), strict=True):
            there += len(places)
            met += sum(any(_overlap(finding, place) for finding in found) for place in places)
            findings += len(found)
            right += sum(any(_overlap(finding, place) for place in places) for finding in found)
    return Tally(there, met, findings, right)


def _overlap(finding: Finding, place: tuple[int, int]) -> bool:
    assert finding.start is not None, "found in running text"
    return finding.start < place[1] and place[0] < finding.start + len(finding.words)
