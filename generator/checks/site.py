"""What is published outside the plans and may tell of a person: settings, hand-written pages, names of files."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator import problems
from generator.checks.accepted import less_accepted
from generator.checks.privacy import KINDS, where_in
from generator.council.settings import FILE, Settings
from generator.council.written_pages import LINK, WrittenPage
from generator.errors import Position, Problem, ProblemKind
from generator.plan.field_types import Traits, traits
from generator.plan.model import Contact, PublicPlan
from generator.plan.private import Person
from generator.plan.validation import problem_at, spoken_path
from generator.plan.walk import Path
from generator.plan.yaml_tree import Node
from generator.privacy import MUST_BE_MENDED, Finding, Kind
from generator.privacy.explained import known_of_all
from generator.privacy.gate import findings_in, is_contact
from generator.privacy.given_names import GIVEN_NAMES
from generator.privacy.identifiers import contact_key, is_of_a_team
from generator.privacy.known import PLAIN
from generator.privacy.letters import disguises
from generator.privacy.public_text import marked, places_marked, wrapped
from generator.privacy.register import Register
from generator.privacy.texts import Said
from generator.text import ID_PATTERN, character_name, slugged

# On a hand-written page a number or an address may be public on purpose, and somebody can answer for it.
MAY_BE_ACCEPTED = frozenset(Kind) - (MUST_BE_MENDED - {Kind.PHONE, Kind.PERSONAL_EMAIL})
CODES = (
    *sorted(kind.code for kind in MAY_BE_ACCEPTED),
    problems.PRIVACY_OFFICE_PHONE.code,
    problems.TEXT_DISGUISED.code,
)
CONTACTS = "'contact' or 'help' in mkdocs.yml"
# Numbers that nobody has at home: helplines, and numbers of organisations.
PUBLIC_NUMBER = re.compile(r"(?:0800|0808|03|084|087|116)\d+")
# A number of a house or an office. A mobile is carried by somebody.
LANDLINE = re.compile(r"0[12]\d+")
# Where one of these stands as near as so many texts of a page, a number may be that person's.
OF_A_PERSON = frozenset(
    {Kind.REGISTERED_PERSON, Kind.REGISTERED_PART, Kind.ROLE_WITH_NAME, Kind.PERSON_NAME, Kind.PERSON_INITIALS}
    | {Kind.PERSONAL_EMAIL}
)
NEAR = 3
# Words beside which a number is an office's.
OFFICE = re.compile(
    r"(?i)\b(?:centre|council|department|desk|fax|front door|helpline|hospital|hub|office|out[ -]of[ -]hours|police"
    r"|reception|school|service|switchboard|team|tele?phone|text ?phone|unit)s?\b"
)
# Two words with a capital each, as a name has that no list holds.
TWO_CAPITALS = re.compile(r"(?<!\w)([A-Z][^\W\d_]*[a-z’'-][^\W\d_]*)[ ]+(?=([A-Z][^\W\d_]*[a-z’'-][^\W\d_]*))")
FILE_NAME = "the name of a file"
# What stands between two words of a page's source: spaces, signs of Markdown, the start of a line.
BETWEEN = r"[\W_]{1,12}"


@dataclass(frozen=True)
class SiteTexts:
    """All that is published outside the plans. `files` are the pictures and the pages, for their names."""

    settings: Settings
    pages: tuple[WrittenPage, ...] = ()
    files: tuple[str, ...] = ()
    plans: Iterable[PublicPlan] = field(default=(), repr=False)


@dataclass(frozen=True)
class _Placed:
    """A text with what it is called in the sheet; `page` holds it, or `path` leads to it in the settings."""

    said: Said
    label: str
    file: str
    page: WrittenPage | None = None
    path: Path = ()
    before: str = ""  # what readers get of the page before it


def check_site(site: SiteTexts, people: Iterable[Person] = ()) -> tuple[Problem, ...]:
    """Every problem of privacy and of letters outside the plans, less those that the settings accept.

    `people` are those of every register; without them names are only guessed.
    """
    people, placed = tuple(people), tuple(_placed_texts(site))
    findings = _findings(site, placed, people)
    near = _beside_a_person(placed, findings)
    found = [_problem_of(site, text, finding, is_near=id(text) in near) for text, finding in findings]
    for text in placed:
        for disguise in disguises(text.said.text):
            sign = character_name(disguise.character)
            kind, subject = problems.TEXT_DISGUISED, text.said.subject
            found.append(_problem(site, text, kind, disguise.word, disguise.start, subject, character=sign))
    accepted, whole, has_read = site.settings.extra.accepted, "the site as a whole", bool(people)
    root = _root(site)
    return tuple(less_accepted(found, accepted, CODES, root, above=("extra",), whole=whole, is_register_read=has_read))


def site_sheet(site: SiteTexts, people: Iterable[Person] = ()) -> Iterator[str]:
    """Line by line, all that becomes public outside the plans, with what may tell of a person below it."""
    placed = tuple(_placed_texts(site))
    found = _findings(site, placed, tuple(people))
    accepted = {(entry.code, entry.id) for entry in site.settings.extra.accepted}
    yield f"What becomes public of “{site.settings.site_name}” outside its plans"
    yield ""
    yield f"Settings, hand-written pages and names of files. {places_marked(found)}"
    file = ""
    for text in placed:
        if text.file != file:
            yield from ("", text.file)
            file = text.file
        yield from wrapped(" ".join(f"{text.label}: {text.said.text}".split()), 2)
        for finding in (finding for other, finding in found if other is text):
            codes = (finding.kind.code, problems.PRIVACY_OFFICE_PHONE.code)
            is_accepted = any((code, finding.id) in accepted for code in codes)
            yield from marked(finding, 2, must=finding.kind not in MAY_BE_ACCEPTED, is_accepted=is_accepted)


def contacts_of(settings: Settings | None, plans: Iterable[PublicPlan] = ()) -> frozenset[str]:
    """The phones and e-mails that are public on purpose: those of the settings, and what `plans` give as contacts."""
    extra = settings.extra if settings else None
    own = (extra.contact.phone, extra.contact.email, *(line.phone for line in extra.help.lines)) if extra else ()
    others = (value for plan in plans for contact in plan.contacts for value in (contact.phone, contact.email))
    return frozenset(contact_key(value) for value in (*own, *others) if value)


def _findings(site: SiteTexts, placed: Iterable[_Placed], people: tuple[Person, ...]) -> list[tuple[_Placed, Finding]]:
    """What is found in each text. What the plans explain is read only where something was found without it."""
    extra = site.settings.extra
    names = tuple(filter(None, (extra.publisher, site.settings.site_name, extra.brand.name)))
    register = Register(people)

    def found(plans: tuple[PublicPlan, ...]) -> list[tuple[_Placed, Finding]]:
        known, contacts = known_of_all(plans, names), contacts_of(site.settings, plans)
        return [
            (text, finding)
            for text in placed
            for finding in findings_in(text.said, known, register)
            if not (
                (not text.path and is_contact(finding, contacts))
                or _is_public(finding)
                or (finding.kind is Kind.EMAIL and is_of_a_team(finding.words))
                or _is_no_name(text.said, finding)
            )
        ]

    return found(tuple(site.plans)) if found(()) else []


def _beside_a_person(placed: tuple[_Placed, ...], findings: list[tuple[_Placed, Finding]]) -> frozenset[int]:
    """The ids of the texts in which, or close to which, something may tell who a person is."""
    told = {id(text) for text, finding in findings if finding.kind in OF_A_PERSON}
    places = [place for place, text in enumerate(placed) if id(text) in told]
    return frozenset(
        id(text)
        for place, text in enumerate(placed)
        if any(abs(place - other) <= NEAR and placed[other].file == text.file for other in places)
    )


def _is_of_an_office(text: str, phone: str) -> bool:
    """Whether `phone` is a landline that `text` gives as an office's, and no two words of `text` may be a name."""
    names = (match.groups() for match in TWO_CAPITALS.finditer(text))
    return (
        LANDLINE.fullmatch(contact_key(phone)) is not None
        and OFFICE.search(text) is not None
        and all(any(map(PLAIN.is_common, words)) for words in names)
    )


def _is_public(finding: Finding) -> bool:
    """Whether it is the number of a helpline or of an organisation."""
    return finding.kind is Kind.PHONE and PUBLIC_NUMBER.fullmatch(contact_key(finding.words)) is not None


def _is_no_name(said: Said, finding: Finding) -> bool:
    """Whether it is found in the name of a file and says little there, where every word has a capital."""
    if said.field != FILE_NAME or finding.kind in MUST_BE_MENDED or finding.kind is Kind.REGISTERED_PART:
        return False
    words = finding.words.split()
    return len(words) < 2 or words[0] not in GIVEN_NAMES


def _placed_texts(site: SiteTexts) -> Iterator[_Placed]:
    yield from _setting_texts(site.settings)
    for page in site.pages:
        before = ""
        for text in page.texts:
            said = Said(None, text.kind, (text.kind,), page.name, text.words, traits=Traits(is_code=text.kind == LINK))
            yield _Placed(said, text.kind, page.file, page, before=before)
            before += f"{text.words}\n"
    for file in site.files:
        name = file.replace("\\", "/").rsplit("/", 1)[-1]
        subject = name.partition(".")[0]
        subject = subject if ID_PATTERN.fullmatch(subject) else f"file-{slugged(subject)}"
        yield _Placed(Said(None, FILE_NAME, (FILE_NAME,), subject, _as_words(name)), FILE_NAME, file)


def _as_words(name: str) -> str:
    """The name of a file as a name would be written: "Alba Quist" for "alba-quist.jpg"."""
    return re.sub(r"[-_. ]+", " ", name.rpartition(".")[0] or name).strip().title()


def _setting_texts(settings: Settings) -> Iterator[_Placed]:
    extra = settings.extra
    texts: list[tuple[Path, str | None]] = [
        (("site_name",), settings.site_name),
        (("extra", "publisher"), extra.publisher),
        (("extra", "licence", "name"), extra.licence.name),
        (("extra", "contact", "role"), extra.contact.role),
        (("extra", "contact", "email"), extra.contact.email),
        (("extra", "contact", "phone"), extra.contact.phone),
        (("extra", "help", "title"), extra.help.title),
        (("extra", "brand", "name"), extra.brand.name),
    ]
    for place, line in enumerate(extra.help.lines):
        above = ("extra", "help", "lines", place)
        texts += [((*above, "text"), line.text), ((*above, "phone"), line.phone)]
    for path, text in texts:
        if text:
            field = str(path[-1])
            holder = Contact(role=extra.contact.role) if field in ("email", "phone") else None
            said = Said(holder, field, path, "settings", text, traits=traits(Contact, field))
            yield _Placed(said, spoken_path(path), str(settings.folder / FILE), path=path)


def _root(site: SiteTexts) -> Node:
    assert site.settings.root is not None, "settings that were read have a tree"
    return site.settings.root


def _problem_of(site: SiteTexts, text: _Placed, finding: Finding, *, is_near: bool) -> Problem:
    own = f"{finding.id} under 'accepted' in mkdocs.yml"
    may = finding.kind in (Kind.PHONE, Kind.PERSONAL_EMAIL)
    or_accept = f"; if it is public, accept it with a reason, as {own}" if may else ""
    values = {"where": where_in(finding), "id": own, "contacts": CONTACTS, "or_accept": or_accept}
    kind = KINDS[finding.kind]
    if finding.kind is Kind.PHONE and not is_near and _is_of_an_office(text.said.text, finding.words):
        kind = problems.PRIVACY_OFFICE_PHONE
    return _problem(site, text, kind, finding.words, finding.start or 0, finding.id, **values)


def _problem(
    site: SiteTexts, text: _Placed, kind: ProblemKind, words: str, start: int, subject: str, **values: Any
) -> Problem:
    """The problem of `kind` with the `words` that begin at `start` in `text`."""
    values["value"] = words
    if text.path:
        return problem_at(kind, _root(site), text.path, subject=subject, **values)
    return Problem(kind, _position(text, words, start), text.label, values, subject)


def _position(text: _Placed, words: str, start: int) -> Position:
    """Where `words` stand in the source of the page, which holds them in the order in which readers get them."""
    if text.page is None:
        return Position(text.file)
    source = text.page.source
    pattern = re.compile(BETWEEN.join(map(re.escape, re.findall(r"\w+", words))))
    count = len(pattern.findall(text.before + text.said.text[:start]))
    places = [match.start() for match in pattern.finditer(source)]
    if not places:
        # A sign of Markdown, or an entity, stands within a word.
        longest = max(re.findall(r"\w+", words), key=len, default="")
        places = [place] if (place := source.find(longest)) >= 0 else [0]
    index = places[min(count, len(places) - 1)]
    return Position(text.file, source.count("\n", 0, index) + 1, index - source.rfind("\n", 0, index))
