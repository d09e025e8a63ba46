"""The theme's assets are named by what they hold, and nothing in them asks another server for anything."""

import pickle
import re
from pathlib import Path

import pytest

from generator.council.contrast import lightened
from generator.council.theme import Brand, read_theme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "main.html").write_text("<!doctype html>", "utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "menu.html").write_text("<nav></nav>", "utf-8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "icon.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "assets" / "site.css").write_text("a { background: url('icon.svg'); filter: url(#f) }", "utf-8")
    return tmp_path


def test_the_programs_own_theme_is_found():
    theme = read_theme()
    assert (theme.folder / "main.html").is_file()
    assert {"site.css", "site.js"} <= theme.assets.keys()


def test_asset_is_named_by_what_it_holds(folder):
    theme = read_theme(folder)
    assert theme.assets["icon.svg"] == "assets/icon.d4dc566691.svg"
    assert theme.files[theme.assets["icon.svg"]] == b"<svg/>"


def test_style_sheet_asks_for_the_fingerprinted_file(folder):
    theme = read_theme(folder)
    assert theme.files[theme.assets["site.css"]] == b"a{background:url(icon.d4dc566691.svg);filter:url(#f)}"


def test_style_sheet_is_sent_without_its_comments(folder):
    (folder / "assets" / "site.css").write_text("/* Why. */\na + b { margin: calc(1px + 2px) 0; }\n", "utf-8")
    theme = read_theme(folder)
    assert theme.files[theme.assets["site.css"]] == b"a + b{margin:calc(1px + 2px) 0}"


@pytest.mark.parametrize("target", ["https://example.org/a.woff2", "gone.svg", "data:image/png;base64,AA", "../x.svg"])
def test_style_sheet_may_only_ask_for_an_asset(folder, target):
    (folder / "assets" / "site.css").write_text(f"a {{ background: url({target}) }}", "utf-8")
    with pytest.raises(ValueError, match="is not a file of theme/assets"):
        read_theme(folder)


@pytest.mark.parametrize("name", ["main.html", "parts/menu.html", "assets/icon.svg", "assets/site.css"])
def test_key_changes_with_any_file(folder, name):
    before = read_theme(folder).key
    assert read_theme(folder).key == before
    (folder / name).write_text((folder / name).read_text("utf-8") + "b { top: 0 }", "utf-8")
    assert read_theme(folder).key != before


def test_a_changed_image_renames_the_style_sheet_that_shows_it(folder):
    before = read_theme(folder).assets["site.css"]
    (folder / "assets" / "icon.svg").write_text("<svg></svg>", "utf-8")
    assert read_theme(folder).assets["site.css"] != before


def test_hidden_files_are_no_assets(folder):
    (folder / "assets" / ".DS_Store").write_bytes(b"x")
    assert ".DS_Store" not in read_theme(folder).assets


def test_theme_goes_to_another_process(folder):
    theme = read_theme(folder)
    assert pickle.loads(pickle.dumps(theme)) == theme


# A council's brand

ACCENT = "#5a0e2e"


def test_accent_reaches_the_style_sheet_and_the_icon():
    plain, theme = read_theme(), read_theme(brand=Brand(ACCENT))
    sheet = theme.files[theme.assets["site.css"]].decode()
    light, dark = sheet.split("prefers-color-scheme")[:2]
    tint = lightened(ACCENT, ("#101c1f", "#18282c"))
    assert f"--accent:{ACCENT};" in light
    assert f"--strip:{ACCENT};" in light
    assert f"--accent:{tint};" in dark
    assert f"--strip:{ACCENT};" in dark
    assert "--accent:#000" in sheet.split("@media print")[-1]
    assert ACCENT.encode() in theme.files[theme.assets["icon.svg"]]
    own = plain.files[plain.assets["site.css"]].decode()
    assert len(re.findall(r"--(?:accent|strip):", sheet)) == len(re.findall(r"--(?:accent|strip):", own))


def test_a_brand_changes_the_key_and_the_names():
    plain, theme = read_theme(), read_theme(brand=Brand(ACCENT))
    assert theme.key != plain.key
    assert theme.assets["site.css"] != plain.assets["site.css"]
    assert theme.assets["icon.svg"] != plain.assets["icon.svg"]
    assert theme.assets["site.js"] == plain.assets["site.js"]
    assert read_theme(brand=Brand()) == plain


def test_crest_is_an_asset_named_by_what_it_holds():
    one, other = (read_theme(brand=Brand("", "crest.png", data)) for data in (b"1", b"2"))
    assert one.files[one.assets["crest.png"]] == b"1"
    assert one.assets["crest.png"] != other.assets["crest.png"]
    assert one.key != other.key


@pytest.mark.parametrize(("brand", "strip"), [(Brand(), ("#00424b", "#06363d")), (Brand(ACCENT), (ACCENT, ACCENT))])
def test_colour_of_the_top_is_the_style_sheets(brand, strip):
    assert read_theme(brand=brand).strip == strip
