"""Pictures for tests, and where a secret can be hidden in one."""

import random
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = "Jo Smith"
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".gif": "GIF"}


def drawn(size: tuple[int, int] = (16, 12), mode: str = "RGB") -> Image.Image:
    """A picture with no two corners alike."""
    image = Image.radial_gradient("L").resize((size[0] * 2, size[1] * 2)).crop((0, 0, *size))
    whole = Image.merge("RGB", (image, image.transpose(Image.Transpose.FLIP_LEFT_RIGHT), Image.new("L", size, 90)))
    return whole.convert(mode)


def picture(format: str = "PNG", size: tuple[int, int] = (16, 12), mode: str = "RGB", **options: Any) -> bytes:
    """The bytes of a picture."""
    target = BytesIO()
    drawn(size, mode).save(target, format, **options)
    return target.getvalue()


PNG = picture()


def exif(orientation: int = 1) -> bytes:
    """What a camera writes: which way up, and a remark."""
    made = Image.Exif()
    made[0x0112], made[0x010E] = orientation, SECRET
    return made.tobytes()


def png_text() -> bytes:
    made = PngInfo()
    made.add_text("Author", SECRET)
    made.add_itxt("Comment", SECRET, zip=False)
    made.add_text("Source", SECRET, zip=True)
    return picture(pnginfo=made)


def huge_png(width: int, height: int) -> bytes:
    """The first bytes of a PNG that would be so large, and nothing of its picture."""
    fields = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG[:12] + fields + struct.pack(">I", zlib.crc32(fields)) + PNG[33:]


def noise_png() -> bytes:
    """A small picture that takes many bytes."""
    target = BytesIO()
    Image.frombytes("RGB", (112, 112), random.Random(1).randbytes(112 * 112 * 3)).save(target, "PNG")
    return target.getvalue()


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """A picture with a chunk of its own before its end."""
    chunk = struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return PNG[:-12] + chunk + PNG[-12:]


def jpeg_segment(marker: int, data: bytes) -> bytes:
    """A photo with a segment of its own after its start."""
    plain = picture("JPEG")
    return plain[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data + plain[2:]


def cut_out() -> bytes:
    """A picture of which all was made transparent, its colours still below."""
    image = drawn(mode="RGBA")
    image.putalpha(0)
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


SAID = SECRET.encode()
IPTC = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(SAID) + 5) + b"\x1c\x02\x50\0\x08" + SAID
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="56,0N">{SECRET}</rdf></x:xmpmeta>'.encode()
# Where a picture can say something that nobody sees: the name of its file, and its bytes.
HIDDEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "PNG text": ("a.png", png_text),
    "PNG EXIF": ("a.png", lambda: picture(exif=exif())),
    "PNG chunk": ("a.png", lambda: png_chunk(b"prVt", SAID)),
    "PNG time": ("a.png", lambda: png_chunk(b"tIME", SAID[:7])),
    "PNG XMP": ("a.png", lambda: png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    "PNG after its end": ("a.png", lambda: PNG + SAID),
    "JPEG comment": ("a.jpg", lambda: picture("JPEG", comment=SECRET)),
    "JPEG EXIF": ("a.jpg", lambda: picture("JPEG", exif=exif())),
    "JPEG XMP": ("a.jpg", lambda: jpeg_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)),
    "JPEG IPTC": ("a.jpeg", lambda: jpeg_segment(0xED, IPTC)),
    "JPEG segment": ("a.jpg", lambda: jpeg_segment(0xEB, SAID)),
    "JPEG after its end": ("a.jpg", lambda: picture("JPEG") + SAID),
    "GIF comment": ("a.gif", lambda: picture("GIF", mode="P", comment=SECRET)),
    "GIF after its end": ("a.gif", lambda: picture("GIF", mode="P") + SAID),
    "WebP EXIF": ("a.webp", lambda: picture("WEBP", exif=exif())),
    "WebP XMP": ("a.webp", lambda: picture("WEBP", xmp=XMP)),
    "WebP after its end": ("a.webp", lambda: picture("WEBP") + SAID),
}
