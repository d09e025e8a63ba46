"""A council's settings: `mkdocs.yml`. Whatever is not a setting of this program is a problem that says what to do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, ClassVar, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator

from generator import problems
from generator.council.contrast import TEXT, darkened, least_contrast, shown
from generator.council.theme import light_grounds
from generator.errors import Position, Problem
from generator.plan.field_types import About, Id, Line, WebAddress, WholeNumber, refusal
from generator.plan.files import read_file
from generator.plan.model import Accepted
from generator.plan.validation import known_keys, problem_at, validate
from generator.plan.yaml_tree import Mapping, Node, Scalar, plain_data, read_tree
from generator.text import either, nearest
from generator.wording import SOURCE_LANGUAGE, languages

FILE = "mkdocs.yml"
# MkDocs reads these too; they are the same on every site, so that `mkdocs build` typed by hand works.
FIXED = {"docs_dir": "content", "site_dir": "site", "plugins": ("plans",), "theme": {"name": "material"}}
# What else MkDocs would take for Python to run or to import, or for another file that may name some.
RUNS = ("hooks", "INHERIT", "markdown_extensions")
RUNS_TAG = "!!python/"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
PHONE = re.compile(r"\+?(?=.*[0-9])[0-9 ()-]{1,40}")


def _phone(value: object) -> object:
    """A number that can be called, for `pages.shell` makes a link of it."""
    if isinstance(value, str) and not PHONE.fullmatch(value.strip()):
        raise refusal(problems.PHONE_MALFORMED, value=value)
    return value.strip() if isinstance(value, str) else value


def _site_address(value: str) -> str:
    """An address to which others can be added at the end."""
    if "?" in value or "#" in value:
        raise refusal(problems.ADDRESS_UNSAFE, value=value, do="take out the ? or # and what follows it")
    return value


def _colour(value: object) -> object:
    if isinstance(value, str) and not COLOUR.fullmatch(value.strip()):
        raise refusal(problems.COLOUR_MALFORMED, value=value)
    return value.strip().lower() if isinstance(value, str) else value


Phone = Annotated[str, BeforeValidator(_phone)]
Colour = Annotated[str, BeforeValidator(_colour)]
SiteAddress = Annotated[WebAddress, AfterValidator(_site_address)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The terms on which the site may be used again."""

    name: Annotated[Line, About("Its name")]
    link: Annotated[WebAddress | None, About("Where it can be read")] = None


OPEN_GOVERNMENT_LICENCE = Licence(
    name="Open Government Licence v3.0",
    link="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContact:
    """How to reach the people who keep the site: a role, never a person."""

    role: Annotated[Line, About("The role or team")]
    email: Annotated[Line | None, About("The team's e-mail")] = None
    phone: Annotated[Phone | None, About("The team's phone")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One number or page for somebody who is worried about a child."""

    one_of: ClassVar[tuple[str, ...]] = ("phone", "link")

    text: Annotated[Line, About("When, or whom, to call")]
    phone: Annotated[Phone | None, About("The number")] = None
    link: Annotated[WebAddress | None, About("A page")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Help first: stands at the top and foot of every page."""

    title: Annotated[Line, About("The question that it answers")] = "Worried about a child?"
    lines: Annotated[tuple[HelpLine, ...], About("Numbers and pages, most urgent first")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteBrand:
    """How the council's own name, crest and colour stand on every page."""

    name: Annotated[Line | None, About("The body's name in the header, where it is not the site's")] = None
    crest: Annotated[Line | None, About("The crest's file in content/images/")] = None
    accent: Annotated[Colour | None, About("The colour of headings' lines, the menu and the help strip")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """The old address of a plan that was renamed."""

    old: Annotated[Id, About("The first part of its old addresses, which was the name of its folder")]
    plan: Annotated[Id, About("The plan's id now")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """The settings under `extra:`, which are this program's own."""

    publisher: Annotated[Line, About("The body that publishes the site")]
    timezone: Annotated[Line, About("The time zone in which a day begins")] = "Europe/London"
    language: Annotated[Line, About("The language of the interface")] = SOURCE_LANGUAGE
    licence: Annotated[Licence, About("The terms of use")] = OPEN_GOVERNMENT_LICENCE
    contact: Annotated[SiteContact, About("Whom to ask")]
    help: Annotated[Help, About("Where to turn when worried about a child")]
    format_promise_days: Annotated[WholeNumber | None, About("Working days within which another format is sent")] = None
    examples: Annotated[Literal["noindex", "public"], About("Whether search engines may list the examples")] = "noindex"
    brand: Annotated[SiteBrand, About("The council's name, crest and colour")] = SiteBrand()
    menu: Annotated[tuple[Id, ...], About("The pages of content/ in the site's menu, in order")] = ()
    aliases: Annotated[tuple[Alias, ...], About("Old addresses of plans that were renamed")] = ()
    accepted: Annotated[tuple[Accepted, ...], About("What was found outside the plans, looked at and left")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFile:
    """`mkdocs.yml` as far as it is ours."""

    site_name: Annotated[Line, About("The site's name")]
    site_url: Annotated[
        SiteAddress | None, About("Its address, for search engines, feeds and the page for lost readers")
    ] = None
    extra: Annotated[SiteWords, About("This program's own settings")]


@dataclass(frozen=True)
class Settings:
    """A council's settings, checked, and the folder they stand in."""

    # Where a site is built is no part of what it says.
    folder: Path = field(repr=False, compare=False)
    site_name: str
    site_url: str
    extra: SiteWords
    # What the settings were read from, so that whoever checks one against other files can say where it stands.
    root: Node | None = field(default=None, repr=False, compare=False)

    @property
    def plans_dir(self) -> Path:
        return self.folder / "plans"

    @property
    def content_dir(self) -> Path:
        return self.folder / "content"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.extra.timezone)


def read_settings(folder: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The settings in `folder`, or None, and every problem in them."""
    path = folder / FILE
    try:
        data = read_file(path)
    except FileNotFoundError:
        do = "run plans where mkdocs.yml stands, or name that folder with -C"
        return None, (Problem(problems.FILE_MISSING, Position(str(path)), values={"do": do}),)
    except OSError as error:
        return None, (problems.unreadable(path, error),)
    tree = read_tree(data, str(path))
    tree = replace(tree, problems=tuple(map(_as_running, tree.problems)))
    if tree.root is None or not isinstance(tree.root, Mapping):
        return None, validate(SettingsFile, tree, None).problems
    foreign = tuple(_fixed_problems(tree.root))
    keys = known_keys(SettingsFile, ())
    ours = {key.text: plain_data(value) for key, value in tree.root.entries if key.text in keys}
    validated = validate(SettingsFile, tree, ours)
    value, found = validated.value, (*validated.problems, *foreign)
    if value is None or (found := (*found, *_word_problems(tree.root, value.extra))):
        return None, found
    url = value.site_url.rstrip("/") + "/" if value.site_url else ""
    return Settings(folder, value.site_name, url, value.extra, tree.root), ()


def _fixed_problems(root: Mapping) -> Iterator[Problem]:
    """Keys of MkDocs that do not stand as this program needs them, and keys that nobody knows."""
    known = (*known_keys(SettingsFile, ()), *FIXED)
    for key, value in root.entries:
        if key.text in FIXED:
            if plain_data(value) != FIXED[key.text]:
                wanted = _as_yaml(FIXED[key.text])
                yield problem_at(problems.SETTING_FIXED, root, (key.text,), key=key.text, wanted=wanted)
        elif key.text in RUNS:
            yield problem_at(problems.SETTING_RUNS, root, (key.text,), on_key=True, what=key.text)
        elif key.text not in known:
            yield _unknown_setting(root, key, known)


def _as_running(problem: Problem) -> Problem:
    """A tag by which MkDocs would make an object of Python, as the problem that it is here; any other as it is."""
    tag = str(problem.values.get("tag", ""))
    is_run = problem.kind is problems.YAML_TAG and tag.startswith(RUNS_TAG)
    return Problem(problems.SETTING_RUNS, problem.position, values={"what": tag}) if is_run else problem


def _unknown_setting(root: Node, key: Scalar, known: tuple[str, ...]) -> Problem:
    if key.text in known_keys(SiteWords, ()):
        do = "move it under 'extra:'"
    elif (meant := nearest(key.text, known)) and not key.text.startswith("extra_"):
        do = f"did you mean {meant!r}?"
    else:
        do = "take it out; the site's look and plug-ins are not set here"
    return problem_at(problems.SETTING_UNKNOWN, root, (key.text,), on_key=True, key=key.text, do=do)


def _as_yaml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {item}" for key, item in value.items()) + "}"
    return "[" + ", ".join(value) + "]" if isinstance(value, tuple) else str(value)


def _word_problems(root: Node, extra: SiteWords) -> Iterator[Problem]:
    """Settings that are words like any other, and mean nothing; and an accent that text in it could not be read in."""
    if extra.timezone not in available_timezones():
        yield problem_at(problems.TIMEZONE_UNKNOWN, root, ("extra", "timezone"), value=extra.timezone)
    if extra.language not in languages():
        known, where = either(languages()), ("extra", "language")
        yield problem_at(problems.LANGUAGE_UNKNOWN, root, where, value=extra.language, known=known)
    if extra.contact.email and not EMAIL.fullmatch(extra.contact.email):
        yield problem_at(problems.EMAIL_MALFORMED, root, ("extra", "contact", "email"), value=extra.contact.email)
    accent, grounds = extra.brand.accent, light_grounds()
    if accent and (ratio := least_contrast(accent, grounds)) < TEXT:
        yield problem_at(
            problems.ACCENT_CONTRAST,
            root,
            ("extra", "brand", "accent"),
            value=accent,
            ratio=shown(ratio),
            least=f"{TEXT:g}",
            nearest=darkened(accent, grounds),
        )
