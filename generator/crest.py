"""The crest in the header: an image of content/images/. Every reader fetches it, so it is small; a drawing is safe."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from generator import problems
from generator.errors import Position, Problem
from generator.frame import FrameImage
from generator.images import TYPES, ImageType, read_image
from generator.theme import CREST

# Its room in the header, in CSS pixels.
WIDEST, HIGHEST = 160, 56
LIMIT = 30_000
DRAWING = ".svg"
CREST_TYPES = {
    DRAWING: ImageType("an SVG drawing", re.compile(rb"(?:\xef\xbb\xbf)?\s*<"), re.compile(b"exif:GPS")),
    ".png": TYPES[".png"],
    ".webp": TYPES[".webp"],
}

# What may stand in a drawing: shapes, and how they are painted. Everything else is refused, so that nothing has to be
# known of what scripts, styles, fonts and links could do there.
ELEMENTS = set(
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon clipPath mask "  # noqa: SIM905
    "linearGradient radialGradient stop".split()
)
ATTRIBUTES = set(
    "xmlns xmlns:xlink xlink:href href version id class viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d "  # noqa: SIM905
    "points transform preserveAspectRatio fill fill-rule fill-opacity stroke stroke-width stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color clip-path "
    "clip-rule clipPathUnits mask maskUnits maskContentUnits gradientUnits gradientTransform spreadMethod offset "
    "stop-color stop-opacity display visibility enable-background xml:space role aria-label".split()
)
NAMES_OF_FORMATS = {"xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink"}
NUMBER = r"\s*([0-9]*\.?[0-9]+)(?:px)?\s*"


def read_crest(folder: Path, name: str) -> tuple[FrameImage | None, bytes, tuple[Problem, ...]]:
    """The crest `name` of `folder` with its size on a page, its bytes, and every problem in it."""
    path = folder / name
    position = Position(str(path))
    if not (path.is_symlink() or path.exists()):
        do = "put the crest there, or take 'crest' out of mkdocs.yml"
        return None, b"", (Problem(problems.FILE_MISSING, position, values={"do": do}),)
    data, problem = read_image(path, CREST_TYPES)
    if problem:
        return None, b"", (problem,)
    if len(data) > LIMIT:
        return None, b"", (Problem(problems.CREST_LARGE, position, values={"limit": f"{LIMIT:,}"}),)
    if path.suffix == DRAWING and (found := tuple(_drawing_problems(str(path), data))):
        return None, b"", found
    size = SIZES[path.suffix](data)
    if size is None:
        return None, b"", (Problem(problems.IMAGE_TYPE, position, values={"wanted": CREST_TYPES[path.suffix].name}),)
    return FrameImage(f"{CREST}{path.suffix}", *_fitted(*size)), data, ()


def _fitted(width: float, height: float) -> tuple[int, int]:
    """The size of an image that fills its room in the header as far as it can."""
    scale = min(WIDEST / width, HIGHEST / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


# Drawings


def _drawing_problems(file: str, data: bytes) -> Iterator[Problem]:
    """What of a drawing is more than shapes, and where it first stands."""
    found: dict[str, tuple[int, int]] = {}
    parser = expat.ParserCreate()

    def refuse(what: str) -> None:
        found.setdefault(what, (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag not in ELEMENTS:
            refuse(f"<{tag}>")
        for name, value in attributes.items():
            if name not in ATTRIBUTES or not _is_harmless(name, value):
                refuse(f"{name!r} of <{tag}>")

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = lambda *_: refuse("<!DOCTYPE>")
    parser.ProcessingInstructionHandler = lambda target, _: refuse(f"<?{target}?>")
    parser.CommentHandler = lambda _: refuse("a comment")
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:
        found[f"what is no XML ({error})"] = getattr(error, "lineno", 1), getattr(error, "offset", 0) + 1
    for what, (line, column) in found.items():
        yield Problem(problems.CREST_DRAWING, Position(file, line, column), values={"what": what})


def _is_harmless(name: str, value: str) -> bool:
    """Whether an attribute leads nowhere but to another place of the drawing."""
    if name in NAMES_OF_FORMATS:
        return value == NAMES_OF_FORMATS[name]
    if name in ("href", "xlink:href"):
        return value.startswith("#")
    bare = re.sub(r"url\(#[\w-]+\)", "", value)
    return "url" not in bare.lower() and "\\" not in bare and ":" not in bare


# Sizes


def _png_size(data: bytes) -> tuple[float, float] | None:
    return _sound(*struct.unpack(">II", data[16:24])) if len(data) >= 24 and data[12:16] == b"IHDR" else None


def _webp_size(data: bytes) -> tuple[float, float] | None:
    kind, start = data[12:16], data[20:30]
    if len(start) < 10:
        return None
    if kind == b"VP8X":
        return _sound(int.from_bytes(start[4:7], "little") + 1, int.from_bytes(start[7:10], "little") + 1)
    if kind == b"VP8L":
        bits = int.from_bytes(start[1:5], "little")
        return _sound((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    width, height = struct.unpack("<HH", start[6:10])
    return _sound(width & 0x3FFF, height & 0x3FFF) if kind == b"VP8 " else None


def _svg_size(data: bytes) -> tuple[float, float] | None:
    root: dict[str, str] = {}
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: root.update({} if root else {"": tag, **attributes})
    parser.Parse(data, True)
    if root[""] != "svg":
        return None
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    if len(box) == 4:
        return _numbers(*box[2:])
    return _numbers(root.get("width", ""), root.get("height", ""))


def _numbers(width: str, height: str) -> tuple[float, float] | None:
    found = [re.fullmatch(NUMBER, text) for text in (width, height)]
    return _sound(*(float(match[1]) for match in found if match)) if all(found) else None


def _sound(width: float, height: float) -> tuple[float, float] | None:
    return (width, height) if width > 0 and height > 0 else None


SIZES = {DRAWING: _svg_size, ".png": _png_size, ".webp": _webp_size}
