"""An image is published anew, as it looks, and nothing that it carries goes out with it."""

import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps

from generator.site.images import MOST_PIXELS, TYPES, read_images, written_anew
from tests.pictures import FORMATS, HIDDEN, PNG, SAID, cut_out, drawn, exif, huge_png, picture, png_chunk

STARTS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF\n\0\0\0WEBP",
    ".gif": b"GIF89a",
}
# By how much a colour may differ, of 255, where a format rounds.
ROUNDED = {".png": 0, ".gif": 0, ".jpg": 8, ".jpeg": 8, ".webp": 12}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    return tmp_path / "images"


def codes(folder: Path, name: str) -> list[str]:
    images, problems = read_images(folder, [name])
    assert bool(images) != bool(problems)
    return [problem.kind.code for problem in problems]


def published(folder: Path, name: str, data: bytes) -> bytes:
    """What goes out of the image `data`."""
    (folder / name).write_bytes(data)
    images, problems = read_images(folder, [name])
    assert problems == ()
    return images[f"images/{name}"]


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def differs_by(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of a colour in any place."""
    assert one.size == other.size
    bands = ImageChops.difference(one.convert("RGBA"), other.convert("RGBA")).getextrema()
    return max(int(most) for _, most in bands)  # type: ignore[misc, arg-type]


def test_every_type_has_a_start():
    assert STARTS.keys() == TYPES.keys() == FORMATS.keys() == ROUNDED.keys()


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("size", [(1, 1), (16, 12), (300, 200)])
def test_image_keeps_its_format_and_its_look(folder, suffix, size):
    format = FORMATS[suffix]
    data = picture(format, size, "P" if format == "GIF" else "RGB", **({"quality": 85} if format == "JPEG" else {}))
    made = opened(published(folder, f"a-1{suffix}", data))
    assert made.format == format
    assert differs_by(made, opened(data)) <= ROUNDED[suffix]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_png_of_each_kind_keeps_every_pixel(folder, mode):
    image = Image.linear_gradient("L") if mode == "I;16" else drawn((40, 30), "RGB").convert(mode)
    target = BytesIO()
    (image.convert("I").point(lambda value: value * 257).convert("I;16") if mode == "I;16" else image).save(
        target, "PNG"
    )
    made = opened(published(folder, "a.png", target.getvalue()))
    assert differs_by(made, image) == 0
    assert len(published(folder, "a.png", target.getvalue())) <= len(target.getvalue()) * 1.02


@pytest.mark.parametrize("name", HIDDEN)
def test_what_nobody_sees_goes_out_with_no_picture(folder, name):
    file, make = HIDDEN[name]
    data = make()
    sent = published(folder, file, data)
    for secret in (SAID, SAID[:7], b"exif", b"Exif", b"EXIF", b"tEXt", b"iTXt", b"zTXt", b"xmp", b"Photoshop"):
        assert secret not in sent
    assert differs_by(opened(sent), opened(data)) <= ROUNDED[Path(file).suffix]


def test_colours_below_a_transparent_place_are_gone(folder):
    assert opened(cut_out()).getpixel((3, 3)) != (0, 0, 0, 0)
    assert opened(published(folder, "a.png", cut_out())).convert("RGBA").getextrema() == ((0, 0),) * 4


def test_transparent_places_of_a_palette_are_all_alike(folder):
    image = drawn().quantize(8)
    target = BytesIO()
    image.save(target, "PNG", transparency=bytes(7) + b"\xff")
    made = opened(published(folder, "a.png", target.getvalue()))
    assert made.mode == "P"
    assert {place for _, place in made.getcolors() or ()} <= {0, 7}
    assert (
        made.convert("RGBA").getchannel("A").tobytes()
        == opened(target.getvalue()).convert("RGBA").getchannel("A").tobytes()
    )


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_photo_that_lay_on_its_side_stands_upright(folder, suffix, orientation):
    data = picture(FORMATS[suffix], exif=exif(orientation))
    made = opened(published(folder, f"a{suffix}", data))
    assert made.size == ((12, 16) if orientation >= 5 else (16, 12))
    assert differs_by(made, ImageOps.exif_transpose(opened(data))) <= max(ROUNDED[suffix], 40)


def swapped_profile() -> bytes:
    """A profile of colours unlike those of a screen, which every computer makes alike: that of Lab's own kind is none
    for pictures, so this is sRGB with its red and green changed over."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    places = {profile[at : at + 4]: at for at in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12)}
    red, green = places[b"rXYZ"], places[b"gXYZ"]
    one, other = profile[red + 4 : red + 12], profile[green + 4 : green + 12]
    made = bytearray(profile)
    made[red + 4 : red + 12], made[green + 4 : green + 12] = other, one
    return bytes(made).replace(b"s\0R\0G\0B", b"x\0R\0G\0B")


@pytest.mark.parametrize(("suffix", "mode"), [(".png", "RGB"), (".png", "RGBA"), (".png", "P"), (".jpg", "RGB")])
def test_colours_are_those_of_a_screen(folder, suffix, mode):
    data = picture(FORMATS[suffix], (16, 12), mode, icc_profile=swapped_profile())
    sent = published(folder, f"a{suffix}", data)
    assert opened(sent).info.get("icc_profile") is None
    assert b"ICC" not in sent
    red, green, blue = opened(sent).convert("RGB").getpixel((2, 2))
    assert differs_by(opened(sent).convert("RGB"), opened(data).convert("RGB")) > 30, "the profile was applied"
    was = opened(data).convert("RGB").getpixel((2, 2))
    assert abs(red - was[1]) + abs(green - was[0]) + abs(blue - was[2]) < 20


def test_profile_that_cannot_be_read_means_nothing(folder):
    data = picture(icc_profile=b"no profile")
    assert differs_by(opened(published(folder, "a.png", data)), opened(PNG)) == 0


def test_photo_for_print_becomes_one_for_a_screen(folder):
    made = opened(published(folder, "a.jpg", picture("JPEG", mode="CMYK")))
    assert (made.mode, made.info.get("adobe")) == ("RGB", None)


def test_photo_grows_by_next_to_nothing(folder):
    for quality in (40, 75, 92):
        data = picture("JPEG", (400, 300), quality=quality)
        assert len(published(folder, "a.jpg", data)) <= len(data) * 1.02


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_image_gives_the_same_bytes(folder, suffix):
    data = picture(FORMATS[suffix], mode="P" if suffix == ".gif" else "RGB")
    one = published(folder, f"a{suffix}", data)
    written_anew.cache_clear()
    assert published(folder, f"a{suffix}", data) == one
    assert published(folder, f"b{suffix}", one) == one or suffix not in (".png", ".gif"), "nothing is left to take out"


@pytest.mark.parametrize("suffix", [".png", ".webp", ".gif"])
def test_image_that_moves_is_refused(folder, suffix):
    target = BytesIO()
    drawn().save(target, FORMATS[suffix], save_all=True, append_images=[drawn().rotate(90)])
    (folder / f"a{suffix}").write_bytes(target.getvalue())
    assert codes(folder, f"a{suffix}") == ["image-animated"]


def test_photo_with_a_second_one_in_it_shows_the_first(folder):
    target = BytesIO()
    drawn().save(target, "MPO", save_all=True, append_images=[drawn().rotate(180)])
    sent = published(folder, "a.jpg", target.getvalue())
    assert (opened(sent).format, opened(sent).size, sent.count(b"\xff\xd8\xff")) == ("JPEG", (16, 12), 1)


@pytest.mark.parametrize("side", [6_325, 10_000, 20_000, 2**31 - 1])
def test_image_that_is_too_large_is_refused_by_its_first_bytes(folder, side):
    start = time.process_time()
    (folder / "a.png").write_bytes(huge_png(side, side))
    assert codes(folder, "a.png") == ["image-large"]
    assert time.process_time() - start < 5, "nothing of it was decoded"
    assert 6_324**2 < MOST_PIXELS < 6_325**2


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_image_that_is_cut_off_is_told_so(folder, suffix, kept):
    data = picture(FORMATS[suffix], (60, 40), "P" if suffix == ".gif" else "RGB")
    (folder / f"a{suffix}").write_bytes(data[: int(len(data) * kept)])
    assert codes(folder, f"a{suffix}") == ["image-damaged"]


def test_remarks_that_swell_are_told_as_damage(folder):
    (folder / "a.png").write_bytes(png_chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(100_000_000))))
    assert codes(folder, "a.png") == ["image-damaged"]


@pytest.mark.parametrize("suffix", STARTS)
@pytest.mark.parametrize("start", [*dict.fromkeys(STARTS.values()), b"", b"<svg>", b"<html>"])
def test_file_of_another_type_is_refused(folder, suffix, start):
    (folder / f"a{suffix}").write_bytes(start)
    assert codes(folder, f"a{suffix}") == ["image-damaged" if start == STARTS[suffix] else "image-type"]


@pytest.mark.parametrize(
    "name", ["A.png", "a.PNG", "a b.png", "a_b.png", ".png", "a.svg", "a.png.exe", "\u00fc.png", "a"]
)
def test_name_that_can_be_no_address_is_refused(folder, name):
    (folder / name).write_bytes(PNG)
    assert codes(folder, name) == ["image-name"]


def test_link_within_the_folder_is_followed_and_no_other(folder):
    (folder / "a.png").write_bytes(PNG)
    (folder.parent / "b.png").write_bytes(PNG)
    (folder / "in.png").symlink_to("a.png")
    (folder / "out.png").symlink_to("../b.png")
    (folder / "gone.png").symlink_to("/nowhere/c.png")
    (folder / "round.png").symlink_to("round.png")
    assert codes(folder, "in.png") == []
    assert codes(folder, "out.png") == ["image-outside"]
    assert codes(folder, "gone.png") == ["image-outside"]
    assert codes(folder, "round.png") == ["file-unreadable"]


def test_folder_that_is_itself_a_link_is_not_followed(folder):
    folder.rename(folder.with_name("pictures"))
    (folder.with_name("pictures") / "a.png").write_bytes(PNG)
    folder.symlink_to("pictures")
    assert codes(folder, "a.png") == ["image-outside"]


def test_folder_in_the_place_of_an_image_is_told(folder):
    (folder / "a.png").mkdir()
    assert codes(folder, "a.png") == ["file-kind"]
