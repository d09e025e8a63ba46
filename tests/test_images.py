"""An image is published as it is, when it is what its name says and tells nothing that its page does not."""

from pathlib import Path

import pytest

from generator.images import TYPES, read_images

STARTS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF\n\0\0\0WEBP",
    ".gif": b"GIF89a",
}
PNG = STARTS[".png"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    return tmp_path / "images"


def codes(folder: Path, name: str) -> list[str]:
    images, problems = read_images(folder, [name])
    assert bool(images) != bool(problems)
    return [problem.kind.code for problem in problems]


def test_every_type_has_a_start():
    assert STARTS.keys() == TYPES.keys()


@pytest.mark.parametrize("suffix", STARTS)
def test_image_of_each_type_is_read(folder, suffix):
    data = STARTS[suffix] + b"eXIf, EXIF and Exif in the middle of a picture"
    (folder / f"a-1{suffix}").write_bytes(data)
    assert read_images(folder, [f"a-1{suffix}"]) == ({f"images/a-1{suffix}": data}, ())


@pytest.mark.parametrize("suffix", STARTS)
@pytest.mark.parametrize("start", [*dict.fromkeys(STARTS.values()), b"", b"<svg>", b"<html>"])
def test_file_of_another_type_is_refused(folder, suffix, start):
    (folder / f"a{suffix}").write_bytes(start)
    assert codes(folder, f"a{suffix}") == ([] if start == STARTS[suffix] else ["image-type"])


@pytest.mark.parametrize(
    ("suffix", "details"),
    [
        (".jpg", b"\xff\xe1\0\x10Exif\0\0II*\0"),
        (".jpeg", b"\xff\xe1\0\x10Exif\0\0MM\0*"),
        (".png", b"\0\0\0\x08eXIfMM\0*"),
        (".png", b"\0\0\0\x08eXIfII*\0"),
        (".png", b"zTXtRaw profile type exif\0"),
        (".webp", b"EXIF\x08\0\0\0II*\0"),
        (".webp", b"EXIF\n\0\0\0Exif\0\0MM\0*"),
        *((suffix, b'<rdf exif:GPSLatitude="56,0N"/>') for suffix in STARTS),
    ],
)
def test_image_that_says_where_it_was_taken_is_refused(folder, suffix, details):
    (folder / f"a{suffix}").write_bytes(STARTS[suffix] + b"\0" * 100 + details)
    assert codes(folder, f"a{suffix}") == ["image-metadata"]


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
    assert codes(folder, "in.png") == []
    assert codes(folder, "out.png") == ["image-outside"]
    assert codes(folder, "gone.png") == ["image-outside"]


def test_folder_that_is_itself_a_link_is_not_followed(folder):
    folder.rename(folder.with_name("pictures"))
    (folder.with_name("pictures") / "a.png").write_bytes(PNG)
    folder.symlink_to("pictures")
    assert codes(folder, "a.png") == ["image-outside"]


def test_folder_in_the_place_of_an_image_is_told(folder):
    (folder / "a.png").mkdir()
    assert codes(folder, "a.png") == ["file-unreadable"]
