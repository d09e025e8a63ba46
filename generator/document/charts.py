"""What charts are made of. Places and sizes are in hundredths of the drawing, so that it fits any width."""

from dataclasses import dataclass, field
from typing import Literal

# Told apart without colour: filled, hollow, on its corner, with four corners, struck out.
Shape = Literal["dot", "ring", "diamond", "square", "cross"]
StrokeLook = Literal["axis", "grid", "figures", "committed", "aspirational"]
# Where a text stands, seen from its place.
Standing = Literal["start", "above", "inside", "below"]
Size = Literal["bar", "lanes", "plot"]


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of a bar, filled with a pattern of the chart."""

    pattern: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    look: StrokeLook
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at a place."""

    shape: Shape
    x: float
    y: float

    @property
    def is_round(self) -> bool:
        return self.shape in ("dot", "ring")


@dataclass(frozen=True, slots=True)
class Label:
    """A short text within the drawing."""

    text: str
    standing: Standing
    x: float
    y: float

    @property
    def anchor(self) -> str:
        """What part of the text stands at its place."""
        return "start" if self.standing in ("start", "below") else "middle"

    @property
    def shift(self) -> str:
        """How far below its place the text stands, in its own size."""
        return {"start": "-0.3em", "above": "-0.7em", "inside": "0.35em", "below": "1.3em"}[self.standing]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, from the back to the front."""

    boxes: tuple[Box, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A texture: a path that is repeated. `anchor` is its id."""

    anchor: str
    path: str


@dataclass(frozen=True, slots=True)
class Key:
    """What a sign, a line or a pattern means."""

    drawing: Drawing
    words: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing, with a name and all that it shows in words for those who do not see it.

    `label` stands above it and `ends` below its two ends; its ids are made from `anchor`, which starts with "chart-".
    """

    anchor: str
    title: str
    description: str
    size: Size
    drawing: Drawing
    label: str = ""
    ends: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure: a sentence that says what it shows, what its signs mean, and its drawings."""

    sentence: str
    panels: tuple[Panel, ...]
    key: tuple[Key, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a thing is done: in words, and as a bar that repeats them. `percent` is 0 to 100."""

    label: str
    words: str
    percent: int


def place(value: float) -> float:
    """`value` as short as a drawing needs it."""
    return round(value, 2)
