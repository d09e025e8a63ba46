"""The images of content/images/ that pages show: each is what its name says, and carries nothing else out.

An image is decoded and written anew, in its own format, so that its address stays. What was beside the picture goes:
what a camera or a program wrote into the file, remarks, bytes after its end, and colours below a transparent place.
"""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, JpegImagePlugin

from generator import problems
from generator.errors import PlanError, Position, Problem, ProblemKind
from generator.plan.files import leads_out, read_file
from generator.text import either

FOLDER = "images"
MOST_PIXELS = 40_000_000
# The quality of photos that were not JPEG before, or whose colours were not those of a screen. A reader sees no loss.
QUALITY = 90


@dataclass(frozen=True)
class ImageType:
    """One kind of image file: its name in words, how its bytes start, and what Pillow calls it ("": it is no picture
    of pixels)."""

    name: str
    start: re.Pattern[bytes]
    format: str = ""


JPEG = ImageType("a JPEG image", re.compile(rb"\xff\xd8\xff"), "JPEG")
TYPES = {
    ".png": ImageType("a PNG image", re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".webp": ImageType("a WebP image", re.compile(rb"RIFF....WEBP", re.DOTALL), "WEBP"),
    ".gif": ImageType("a GIF image", re.compile(rb"GIF8[79]a"), "GIF"),
}
NAME = re.compile(r"[a-z0-9-]+(\.[a-z]+)")


class UnfitError(Exception):
    """Why a picture is not published: the kind of problem, and what fills its sentence."""

    def __init__(self, kind: ProblemKind, **values: object) -> None:
        self.kind, self.values = kind, values
        super().__init__(kind.code)


def read_images(folder: Path, names: Iterable[str]) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The images of `folder` with these `names`, by their path in the site, and every problem in them.

    A name that no file has is left out: the page that shows it says so.
    """
    images: dict[str, bytes] = {}
    found: list[Problem] = []
    for name in sorted(set(names)):
        path = folder / name
        if path.is_symlink() or path.exists():
            try:
                images[f"{FOLDER}/{name}"] = read_image(path)
            except PlanError as error:
                found += error.problems
    return images, tuple(found)


def read_image(path: Path, types: Mapping[str, ImageType] = TYPES) -> bytes:
    """The picture at `path`, which is one of `types`, as it is published. A drawing comes back as it is.

    Raises PlanError with what is wrong with it.
    """
    try:
        known = NAME.fullmatch(path.name)
        if not known or known[1] not in types:
            raise UnfitError(problems.IMAGE_NAME, value=path.name, known=either(types))
        # A link to the folder itself counts too: nobody else's files are to be published.
        if path.parent.is_symlink() or leads_out(path, path.parent):
            raise UnfitError(problems.IMAGE_OUTSIDE)
        data, kind = read_file(path), types[known[1]]
        if not kind.start.match(data):
            raise UnfitError(problems.IMAGE_TYPE, wanted=kind.name)
        return written_anew(data, kind.format) if kind.format else data
    except OSError as error:
        raise PlanError([problems.unreadable(path, error)]) from error
    except UnfitError as error:
        raise PlanError([Problem(error.kind, Position(str(path)), values=error.values)]) from error


def picture_size(data: bytes) -> tuple[int, int]:
    """The width and height, in pixels, of a picture that was written anew."""
    with Image.open(BytesIO(data)) as image:
        return image.size


@lru_cache(maxsize=32)
def written_anew(data: bytes, format: str) -> bytes:
    """The picture in `data` and nothing else, in the same format. The same bytes give the same bytes.

    Raises UnfitError where it is damaged, moves, or is larger than any page needs.
    """
    with _faults_of_pillow():
        image = Image.open(BytesIO(data), formats=[format])
        width, height = image.size
        if width * height > MOST_PIXELS:  # said by its first bytes: nothing was decoded yet
            raise _too_large()
        # A photo with a second one in it, as phones write them, does not move: the first is shown.
        if image.format == format and getattr(image, "n_frames", 1) > 1:
            raise UnfitError(problems.IMAGE_ANIMATED)
        image.load()
        options = _options(image, data)
        made = _plain(_in_srgb(ImageOps.exif_transpose(image)), format)
        target = BytesIO()
        made.save(target, format, **options)
        return target.getvalue()


def _too_large() -> UnfitError:
    return UnfitError(problems.IMAGE_LARGE, limit=f"{MOST_PIXELS // 1_000_000} million")


@contextmanager
def _faults_of_pillow() -> Iterator[None]:
    """Says in words that a picture cannot be decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except UnfitError:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise _too_large() from error
        except Exception as error:  # decoders meet bytes that somebody else wrote, and fail in ways of their own
            raise UnfitError(problems.IMAGE_DAMAGED) from error


def _options(image: Image.Image, data: bytes) -> dict[str, Any]:
    """How the picture is written: as small as it was, and as near to it as its format lets it be."""
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        options: dict[str, Any] = {"optimize": True, "progressive": True}
        if image.mode not in ("L", "RGB"):
            return {**options, "quality": QUALITY}
        # Rounded in the same steps as before, a photo loses next to nothing.
        subsampling = JpegImagePlugin.get_sampling(image)
        return {**options, "qtables": image.quantization, **({"subsampling": subsampling} if subsampling >= 0 else {})}
    if image.format == "WEBP":
        return {"lossless": True, "method": 4} if b"VP8L" in data[12:64] else {"quality": QUALITY, "method": 4}
    return {"optimize": True}


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in the colours that a screen takes them for where nothing else is said.

    A colour profile that cannot be read means nothing, to a browser either.
    """
    source = image.info.get("icc_profile")
    if not source:
        return image
    with suppress(ImageCms.PyCMSError, OSError, TypeError, ValueError):
        profile = ImageCms.ImageCmsProfile(BytesIO(source))
        if ImageCms.getProfileDescription(profile).strip().startswith("sRGB"):
            return image
        whole = image.convert("RGBA") if image.mode in ("P", "PA") or "transparency" in image.info else image
        colours = whole.convert(whole.mode.removesuffix("A")) if whole.mode in ("LA", "RGBA") else whole
        made = ImageCms.profileToProfile(colours, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
        if made is not None:
            if whole.mode in ("LA", "RGBA"):
                made.putalpha(whole.getchannel("A"))
            return made
    return image


def _plain(image: Image.Image, format: str) -> Image.Image:
    """The pixels alone, in a form that `format` can hold, with nothing below a transparent place."""
    clear = image.info.get("transparency")
    if image.mode.startswith("I"):
        # 16 bits a pixel: a screen shows the upper eight.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        clear = None
    elif image.mode in ("RGB", "L", "1") and clear is not None:
        image, clear = image.convert("RGBA" if image.mode == "RGB" else "LA"), None
    elif image.mode not in ("1", "L", "LA", "P", "RGB", "RGBA"):
        image, clear = image.convert("RGB" if image.mode in ("CMYK", "YCbCr", "LAB", "HSV") else "RGBA"), None
    if image.mode in ("LA", "RGBA"):
        seen = image.getchannel("A").point(lambda value: 255 if value else 0)
        made = Image.composite(image, Image.new(image.mode, image.size), seen)
    elif image.mode == "P" and isinstance(clear, bytes):
        # Places that show nothing are all alike, so that nothing can be read out of them.
        unseen = [place for place, alpha in enumerate(clear) if alpha == 0]
        made = (
            image.point([unseen[0] if place in unseen else place for place in range(256)]) if unseen else image.copy()
        )
    else:
        made = image.copy()
    # Whatever was read beside the pixels would be written beside them again.
    made.info = {"transparency": clear} if made.mode == "P" and clear is not None else {}
    return made
