"""The crest in the header: an image of content/images/. Every reader fetches it, so it is small; a drawing is safe."""

import re
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from generator import problems
from generator.council.theme import CREST
from generator.document.frame import FrameImage
from generator.errors import PlanError, Position, Problem
from generator.site.images import TYPES, ImageType, UnfitError, picture_size, read_image

# Its room in the header, in CSS pixels; nobody could make out what is narrower or lower than LEAST there.
WIDEST, HIGHEST, LEAST = 160, 56, 4
LIMIT = 30_000
SMALLEST, LARGEST = 0.001, 1_000_000  # the units of a drawing, or pixels
DRAWING = ".svg"
CREST_TYPES = {
    DRAWING: ImageType("an SVG drawing", re.compile(rb"(?:\xef\xbb\xbf)?\s*<")),
    ".png": TYPES[".png"],
    ".webp": TYPES[".webp"],
}

# What may stand in a drawing: shapes, and how they are painted. Everything else is refused, so that nothing has to be
# known of what scripts, styles, fonts and links could do there.
ELEMENTS = set(
    "svg g defs symbol use path rect circle ellipse line polyline polygon clipPath mask "  # noqa: SIM905
    "linearGradient radialGradient stop".split()
)
# What tells of a drawing and is no part of it: left out, with all that stands in it.
WORDS = {"title", "desc", "metadata"}
ATTRIBUTES = set(
    "href version id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d "  # noqa: SIM905
    "points transform preserveAspectRatio fill fill-rule fill-opacity stroke stroke-width stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color clip-path "
    "clip-rule clipPathUnits mask maskUnits maskContentUnits gradientUnits gradientTransform spreadMethod offset "
    "stop-color stop-opacity display visibility".split()
)
# Attributes that draw nothing where no style sheet and no script stands: left out.
SILENT = {"class", "enable-background", "role", "aria-label", "http://www.w3.org/XML/1998/namespace space"}
# Browsers draw only what is said to be SVG by this name of it.
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
LINK = f"{XLINK} href"
ATTRIBUTES |= {LINK}
NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
BOX = re.compile(rf"\s*{NUMBER}(?:(?:\s*,\s*|\s+){NUMBER}){{3}}\s*")
LENGTH = re.compile(rf"\s*({NUMBER})(?:px)?\s*")
# A place of the drawing that a value leads to: "#a", "url(#a)".
LINKS = re.compile(r"^#(.+)$|url\(#([\w-]+)\)")
ID = re.compile(r' id="([^"]*)"')
ID_NAME = re.compile(r"[^\s\"'<>&]+")
NOTHING = re.compile(r"\s*[+-]?[0.]+(?![0-9.])")  # "0", "0%", "0.0mm"


def read_crest(folder: Path, name: str) -> tuple[FrameImage, bytes]:
    """The crest `name` of `folder` with its size on a page, and its bytes. Raises PlanError with all its problems."""
    path = folder / name
    if not (path.is_symlink() or path.exists()):
        do = "put the crest there, or take 'crest' out of mkdocs.yml"
        raise PlanError([Problem(problems.FILE_MISSING, Position(str(path)), values={"do": do})])
    data = read_image(path, CREST_TYPES)
    size: tuple[float, float] | None
    if path.suffix == DRAWING:
        drawing = _Drawing(str(path), data)
        if drawing.problems:
            raise PlanError(drawing.problems)
        data, size = drawing.written, _svg_size(drawing.root)
    else:
        size = picture_size(data)
    try:
        return FrameImage(f"{CREST}{path.suffix}", *_fitted(data, size)), data
    except UnfitError as error:
        raise PlanError([Problem(error.kind, Position(str(path)), values=error.values)]) from error


def _fitted(data: bytes, size: tuple[float, float] | None) -> tuple[int, int]:
    """The size of an image that fills its room in the header as far as it can. Raises UnfitError."""
    if len(data) > LIMIT:
        raise UnfitError(problems.CREST_LARGE, limit=f"{LIMIT:,}")
    if size is None:
        raise UnfitError(problems.CREST_SIZE)
    ratio = size[0] / size[1]
    shown = round(min(WIDEST, HIGHEST * ratio)), round(min(HIGHEST, WIDEST / ratio))
    if min(shown) < LEAST:
        raise UnfitError(problems.CREST_SHAPE, least=LEAST)
    return shown


# Drawings


class _Drawing:
    """A drawing, read: its shapes alone, written anew, or what in it is more than shapes and where that first stands.

    Remarks, titles and descriptions are left out: nobody sees them, and they may name who drew it.
    """

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.root: Mapping[str, str] = {}
        self.root_tag = ""
        self.found: dict[str, tuple[int, int]] = {}
        self.shapes: list[str] = []  # the tags, as they are written
        self.links_to: set[str] = set()
        self.unseen = 0  # how deep the reader is in what is left out
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartNamespaceDeclHandler = self._name_format
        self.parser.StartDoctypeDeclHandler = lambda *_: self._refuse("<!DOCTYPE>")
        self.parser.ProcessingInstructionHandler = lambda target, _: self._refuse(f"<?{target}?>")
        try:
            self.parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            self.found[f"what is no XML ({error})"] = getattr(error, "lineno", 1), getattr(error, "offset", 0) + 1

    @property
    def problems(self) -> tuple[Problem, ...]:
        if self.root_tag not in ("", f"{SVG} svg"):
            return (Problem(problems.CREST_NAMELESS, Position(self.file), values={"name": SVG}),)
        return tuple(
            Problem(problems.CREST_DRAWING, Position(self.file, line, column), values={"what": what})
            for what, (line, column) in self.found.items()
        )

    @property
    def written(self) -> bytes:
        """The drawing's shapes. An id stays where something of the drawing leads to it."""
        text = "".join(self.shapes)
        text = ID.sub(lambda match: match[0] if match[1] in self.links_to else "", text)
        names = f' xmlns="{SVG}"' + (f' xmlns:xlink="{XLINK}"' if " xlink:href=" in text else "")
        return f"{text.replace('<svg', f'<svg{names}', 1)}\n".encode()

    def _refuse(self, what: str) -> None:
        self.found.setdefault(what, (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if not self.root_tag:
            self.root_tag, self.root = tag, attributes
        namespace, _, bare = tag.rpartition(" ")
        if self.unseen or (namespace == SVG and bare in WORDS):
            self.unseen += 1
            return
        if namespace != SVG or bare not in ELEMENTS:
            self._refuse(f"<{bare}>")
        kept = []
        for name, value in attributes.items():
            if name in SILENT:
                continue
            if name not in ATTRIBUTES or not _is_harmless(name, value):
                self._refuse(f"{name.rpartition(' ')[2]!r} of <{bare}>")
            self.links_to.update(match[1] or match[2] for match in LINKS.finditer(value))
            kept.append(f" {'xlink:href' if name == LINK else name}={quoteattr(value)}")
        self.shapes.append(f"<{bare}{''.join(kept)}>")

    def _end(self, tag: str) -> None:
        if self.unseen:
            self.unseen -= 1
        elif self.shapes[-1].startswith(f"<{tag.rpartition(' ')[2]}") and self.shapes[-1][-2:] != "/>":
            self.shapes[-1] = f"{self.shapes[-1][:-1]}/>"  # nothing stands in it
        else:
            self.shapes.append(f"</{tag.rpartition(' ')[2]}>")

    def _name_format(self, prefix: str | None, name: str | None) -> None:
        # A name for what is left out may be given at the top; only what it is used for counts.
        if name not in (SVG, XLINK) and not self.unseen and not prefix:
            self._refuse("'xmlns'")


def _is_harmless(name: str, value: str) -> bool:
    """Whether an attribute leads nowhere but to another place of the drawing."""
    if name == "id":
        return ID_NAME.fullmatch(value) is not None
    if name in ("href", LINK):
        return value.startswith("#")
    bare = re.sub(r"url\(#[\w-]+\)", "", value)
    return "url" not in bare.lower() and "\\" not in bare and ":" not in bare


def _svg_size(root: Mapping[str, str]) -> tuple[float, float] | None:
    lengths = [root.get(name, "") for name in ("width", "height")]
    if any(map(NOTHING.match, lengths)):
        return None
    if BOX.fullmatch(root.get("viewBox", "")):
        *_, width, height = re.split(r"[\s,]+", root["viewBox"].strip())
        return _sound(float(width), float(height))
    found = [LENGTH.fullmatch(length) for length in lengths]
    return _sound(*(float(match[1]) for match in found if match)) if all(found) else None


def _sound(width: float, height: float) -> tuple[float, float] | None:
    """A size that a browser can draw: "1e999" is none, nor is what it takes for nothing."""
    return (width, height) if min(width, height) >= SMALLEST and max(width, height) <= LARGEST else None
