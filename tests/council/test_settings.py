"""A council's settings are read from mkdocs.yml; whatever is not one is told what to do."""

from datetime import datetime
from pathlib import Path

import pytest

from generator.council.settings import FIXED, Settings, SiteWords, read_settings
from generator.plan.field_types import described_fields
from generator.text import either
from generator.wording import SOURCE_LANGUAGE, languages
from tests.broken_samples import SETTINGS

ROOT = Path(__file__).parents[2]


def read(folder: Path, text: str | bytes = SETTINGS) -> tuple[Settings | None, list[str]]:
    (folder / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    settings, problems = read_settings(folder)
    return settings, [str(problem).replace(f"{folder}/mkdocs.yml", "") for problem in problems]


def test_settings_are_read(tmp_path):
    settings, problems = read(tmp_path)
    assert problems == []
    assert settings
    assert settings.site_name == "Improvement plans"
    assert settings.site_url == ""
    assert settings.extra.publisher == "Anytown Council"
    assert settings.extra.help.lines[0].phone == "999"
    assert settings.extra.menu == ("about",)
    assert settings.plans_dir == tmp_path / "plans"
    assert settings.content_dir == tmp_path / "content"


def test_what_is_not_set_has_a_default(tmp_path):
    settings, _ = read(tmp_path)
    assert settings
    assert (settings.extra.timezone, settings.extra.language) == ("Europe/London", SOURCE_LANGUAGE)
    assert settings.extra.examples == "noindex"
    assert settings.extra.help.title == "Worried about a child?"


def test_this_projects_own_settings_have_no_problems():
    settings, problems = read_settings(ROOT)
    assert settings
    assert problems == ()


def test_time_zone_is_one_that_days_begin_in(tmp_path):
    settings, _ = read(tmp_path, f"{SETTINGS}  timezone: Europe/London\n")
    assert settings
    assert (
        datetime(2019, 7, 1, tzinfo=settings.zone).utcoffset() != datetime(2019, 1, 1, tzinfo=settings.zone).utcoffset()
    )


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("https://example.org", "https://example.org/"), ("https://example.org/plans/", "https://example.org/plans/")],
)
def test_address_of_the_site_ends_in_a_slash(tmp_path, written, read_as):
    settings, _ = read(tmp_path, f"site_url: {written}\n{SETTINGS}")
    assert settings
    assert settings.site_url == read_as


def test_place_of_a_site_is_no_part_of_its_settings(tmp_path):
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    one, other = (read(folder)[0] for folder in folders)
    assert one == other
    assert str(tmp_path) not in repr(one)


@pytest.mark.parametrize("text", [SETTINGS.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + SETTINGS.encode()])
def test_settings_read_the_same_however_the_file_is_saved(tmp_path, text):
    assert read(tmp_path, text) == read(tmp_path)


def test_number_with_a_nought_in_front_stays_as_it_is(tmp_path):
    settings, _ = read(tmp_path, SETTINGS.replace('"101"', "01632960150"))
    assert settings
    assert settings.extra.contact.phone == "01632960150"


TAKE_OUT = "take it out; the site's look and plug-ins are not set here"


@pytest.mark.parametrize(
    ("line", "do"),
    [
        *[("sitename: x", "did you mean 'site_name'?"), ("site_ulr: x", "did you mean 'site_url'?")],
        *[("plugin: [search]", "did you mean 'plugins'?"), ("publisher: x", "move it under 'extra:'")],
        *[("help: {lines: []}", "move it under 'extra:'"), ("menu: [about]", "move it under 'extra:'")],
        *[("extra_javascript: [x.js]", TAKE_OUT), ("extra_css: [x.css]", TAKE_OUT)],
        *[("nav: [index.md]", TAKE_OUT), ("repo_url: x", TAKE_OUT)],
        *[("use_directory_urls: false", TAKE_OUT), ("copyright: x", TAKE_OUT)],
    ],
)
def test_key_that_is_no_setting_is_told_what_to_do(tmp_path, line, do):
    key = line.split(":", maxsplit=1)[0]
    settings, problems = read(tmp_path, f"{line}\n{SETTINGS}")
    assert settings is None
    assert problems == [f":1:1: {key}: {key!r} is not a setting of this program; {do} (setting-unknown)"]


@pytest.mark.parametrize("key", [field.key for field in described_fields(SiteWords)])
def test_every_setting_of_ours_is_told_where_it_belongs(tmp_path, key):
    _, problems = read(tmp_path, f"{key}: x\n{SETTINGS}")
    assert (
        f":1:1: {key}: {key!r} is not a setting of this program; move it under 'extra:' (setting-unknown)" in problems
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("docs_dir: content", "docs_dir: pages", ":2:11: docs_dir: 'docs_dir' must be content; write it so"),
        ("docs_dir: content", "site_dir: public", ":2:11: site_dir: 'site_dir' must be site; write it so"),
        ("  name: material", "  name: mkdocs", ":4:3: theme: 'theme' must be {name: material}; write it so"),
        (
            "  name: material",
            "  name: material\n  custom_dir: own",
            ":4:3: theme: 'theme' must be {name: material}; write it so",
        ),
        ("  - plans", "  - plans\n  - search", ":6:3: plugins: 'plugins' must be [plans]; write it so"),
        ("plugins:\n  - plans", "plugins: plans", ":5:10: plugins: 'plugins' must be [plans]; write it so"),
    ],
)
def test_line_that_is_the_same_on_every_site_is_told(tmp_path, old, new, message):
    assert read(tmp_path, SETTINGS.replace(old, new)) == (None, [f"{message} (setting-fixed)"])


def test_fixed_lines_may_be_left_out(tmp_path):
    kept = SETTINGS.split("docs_dir")[0] + "extra:" + SETTINGS.split("extra:")[1]
    assert not any(key in kept for key in FIXED)
    assert read(tmp_path, kept)[1] == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("site_name: Improvement plans\n", "", ":1:1: 'site_name' is missing; add it (key-missing)"),
        ("  publisher: Anytown Council\n", "", ":8:3: extra: 'publisher' is missing; add it (key-missing)"),
        (
            "  publisher: Anytown Council\n",
            "  publishers: Anytown Council\n",
            ":8:3: extra.publishers: 'publishers' is not known here; did you mean 'publisher'? (key-unknown)",
        ),
        (
            '    phone: "101"',
            '    telephone: "101"',
            ":11:5: extra.contact.telephone: 'telephone' is not known here; did you mean 'phone'? (key-unknown)",
        ),
        (
            '    phone: "101"',
            "    name: Jo Smith",
            ":11:5: extra.contact.name: 'name' is not known here; use role, email or phone, or take it out",
        ),
        ("    - about", "    - About us", "extra.menu[1]: 'About us' cannot be an id; "),
        (
            "  menu:",
            "  format_promise_days: 5 days\n  menu:",
            "'5 days' is not a whole number; write digits only, as 30",
        ),
        ("  menu:", "  examples: yes\n  menu:", "'yes' is not one of the words known here; use noindex or public"),
        (
            "site_name:",
            "site_url: example.org\nsite_name:",
            "'example.org' is not a web address we can link to; write https://",
        ),
        *[
            (
                "site_name:",
                f"site_url: https://example.org/{end}\nsite_name:",
                f":1:11: site_url: 'https://example.org/{end}' is not a web address we can link to; "
                "take out the ? or # and what follows it (address-unsafe)",
            )
            for end in ("?a=b", "plans#top", "plans?", "#")
        ],
        (
            '      - text: If a child is in danger now\n        phone: "999"',
            "      - text: If a child is in danger now",
            ":14:9: extra.help.lines[1]: this has none of the keys 'phone' or 'link'; add at least one of them",
        ),
        *[
            (
                '"999"',
                f'"{phone}"',
                f":15:16: extra.help.lines[1].phone: {phone!r} is not a phone number; write digits, spaces,",
            )
            for phone in ("999 or 101", "javascript:alert(1)", "( )", "++44 1632", "01632;ext=1", "9+9", "1" * 42)
        ],
        (
            '"101"',
            "ask for Jo",
            ":11:12: extra.contact.phone: 'ask for Jo' is not a phone number; write digits, spaces,",
        ),
        ("site_name: Improvement plans", "site_name:", "'site_name' has no value; "),
        (
            "  menu:\n    - about\n",
            "  timezone: London\n",
            "'London' is not a time zone; write one such as Europe/London",
        ),
        (
            "  menu:\n    - about\n",
            "  language: en\n",
            f"the language 'en' is not there yet; use {either(languages())}",
        ),
        ("  - plans", "  - !plans x", "the tag '!plans' is not read"),
    ],
)
def test_wrong_value_is_told_once(tmp_path, old, new, message):
    settings, problems = read(tmp_path, SETTINGS.replace(old, new))
    assert settings is None
    assert len([problem for problem in problems if "setting-fixed" not in problem or "!" not in new]) == 1
    assert message in problems[0]


@pytest.mark.parametrize("text", ["", "# nothing\n", "improvement plans", "- site_name: x", "site_name: [", "\xff"])
def test_file_that_holds_no_settings_has_a_problem(tmp_path, text):
    settings, problems = read(tmp_path, text.encode("latin-1"))
    assert settings is None
    assert problems


def test_missing_file_is_told_where_to_look(tmp_path):
    settings, (problem,) = read_settings(tmp_path)
    assert settings is None
    assert problem.do == "run plans where mkdocs.yml stands, or name that folder with -C"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("hooks: [theirs.py]", "1:1: hooks: 'hooks'"),
        ("INHERIT: ../theirs.yml", "1:1: INHERIT: 'INHERIT'"),
        ("markdown_extensions: [theirs]", "1:1: markdown_extensions: 'markdown_extensions'"),
        ("site_url: !!python/object/apply:os.system [x]", "1:11: '!!python/object/apply:os.system'"),
        ("site_url: !<tag:yaml.org,2002:python/name:os.system> ''", "1:11: '!!python/name:os.system'"),
    ],
)
def test_what_mkdocs_would_run_before_we_can_refuse_it_is_told(tmp_path, line, named):
    settings, problems = read(tmp_path, f"{line}\n{SETTINGS}")
    assert settings is None
    (told,) = [problem for problem in problems if "setting-runs" in problem]
    assert told.startswith(
        f":{named} lets the command mkdocs run programs before this one can refuse the file; take it"
    )


def test_another_tag_is_only_a_tag(tmp_path):
    assert [problem[-10:] for problem in read(tmp_path, f"site_url: !ENV X\n{SETTINGS}")[1]] == ["(yaml-tag)"]
