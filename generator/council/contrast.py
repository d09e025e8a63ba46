"""How far a colour stands off from its ground, and the nearest colour that stands off far enough.

A colour is "#rrggbb". Source: WCAG 2.2, 1.4.6 and 1.4.11.
"""

from collections.abc import Iterable

# What text needs, and what a border, an outline or a shape does.
TEXT, MARK = 7.0, 3.0
BLACK, WHITE = 0, 255
STEPS = 255


def luminance(colour: str) -> float:
    """The relative luminance of `colour`, from 0 to 1."""
    parts = [part / 255 for part in _parts(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(colour), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """The contrast of `colour` with that of the grounds from which it stands off least."""
    return min(contrast(colour, ground) for ground in grounds)


def darkened(colour: str, grounds: Iterable[str]) -> str:
    """`colour`, or the nearest darker one of its hue in which text can be read on every one of the light `grounds`."""
    return _nearest(colour, BLACK, tuple(grounds))


def lightened(colour: str, grounds: Iterable[str]) -> str:
    """`colour`, or the nearest lighter one of its hue in which text can be read on every one of the dark `grounds`."""
    return _nearest(colour, WHITE, tuple(grounds))


def shown(ratio: float) -> str:
    """A ratio with one decimal, cut off and not rounded: 6.97 is not 7."""
    return f"{int(ratio * 10) / 10:.1f}"


def _nearest(colour: str, end: int, grounds: tuple[str, ...]) -> str:
    """`colour`, mixed with as little of black or white as makes it readable, which keeps its hue."""
    parts = _parts(colour)
    mixed = ([round(part + (end - part) * step / STEPS) for part in parts] for step in range(STEPS + 1))
    colours = ("#{:02x}{:02x}{:02x}".format(*each) for each in mixed)
    return next(each for each in colours if least_contrast(each, grounds) >= TEXT)


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
