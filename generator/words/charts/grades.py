"""How many areas had each grade: a bar for each indicator, its pieces in the order of the scale."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.document.charts import Box, Chart, Drawing, Key, Label, Panel, Pattern, place
from generator.plan.model import GradeCounts
from generator.wording import Words

# From dark to light, so that the order of the grades is seen in greyscale; two more for longer scales.
TEXTURES = (
    "M0 1H6M0 3H6M0 5H6",
    "M0 0L6 6M0 6L6 0",
    "M0 6L6 0",
    "M0 3H6",
    "M2 3H4",
    "",
    "M3 0V6",
    "M0 0L6 6",
)
# A piece that is at least so wide has room for its count, on the narrowest screen too.
ROOM_FOR_A_COUNT = 8


def distribution_chart(
    words: Words, anchor: str, rows: Sequence[GradeCounts], scale: Sequence[str], n: int | None
) -> Chart | None:
    """A bar for each of `rows` whose counts are known; None where there is none, or more grades than textures."""
    known = {number: counts for number, row in enumerate(rows) if (counts := _known(row))}
    if not known or len(scale) > len(TEXTURES):
        return None
    patterns = tuple(Pattern(f"{anchor}-p{number}", path) for number, path in enumerate(TEXTURES[: len(scale)]))
    names = {grade: pattern.anchor for grade, pattern in zip(scale, patterns, strict=True)}
    panels = tuple(
        _panel(words, f"{anchor}-{number}", rows[number], counts, names, n) for number, counts in known.items()
    )
    key = tuple(Key(Drawing(boxes=(Box(names[grade], 0, 100),)), grade) for grade in scale)
    left_out = [row_name(row) for number, row in enumerate(rows) if number not in known]
    panels = (replace(panels[0], patterns=patterns), *panels[1:])
    return Chart(_sentence(words, known.values(), scale, left_out), panels, key)


def row_name(row: GradeCounts) -> str:
    """An indicator by its number and title."""
    return f"{row.indicator} {row.title}"


def _known(row: GradeCounts) -> Counter[str]:
    """How often each grade was given; nothing where a count is missing."""
    found: Counter[str] = Counter()
    for entry in row.counts:
        if not isinstance(entry.count, int):
            return Counter()
        found[entry.grade] += entry.count
    return +found


def _panel(
    words: Words, anchor: str, row: GradeCounts, counts: Counter[str], names: dict[str, str], n: int | None
) -> Panel:
    total = max(counts.total(), n or 0)
    boxes, labels, start = [], [], 0.0
    for grade, pattern in names.items():
        if not counts[grade]:
            continue
        width = 100 * counts[grade] / total
        boxes.append(Box(pattern, place(start), place(width)))
        if width >= ROOM_FOR_A_COUNT:
            labels.append(Label(words.number(counts[grade]), "inside", place(start + width / 2), 50))
        start += width
    said = words.listing(
        words.say("{grade} {count}", grade=grade, count=words.number(counts[grade])) for grade in names
    )
    description = words.say("Of {total}: {counts}.", total=words.number(total), counts=said)
    name = row_name(row)
    return Panel(anchor, name, description, "bar", Drawing(tuple(boxes), labels=tuple(labels)), label=name)


def _sentence(words: Words, known: Iterable[Counter[str]], scale: Sequence[str], left_out: Sequence[str]) -> str:
    total: Counter[str] = Counter()
    for counts in known:
        total += counts
    most = max(total.values())
    often = [grade for grade in scale if total[grade] == most]
    sentence = words.say(
        "Each bar is one indicator, each pattern one grade. Given most often: {grades}, {some} of {all} times.",
        grades=words.listing(often),
        some=words.number(most),
        all=words.number(total.total()),
    )
    if not left_out:
        return sentence
    return words.say(
        "{sentence} Without a bar, since a count is not known: {names}.",
        sentence=sentence,
        names=words.listing(left_out),
    )
