"""A plan in which every public field is filled, made by walking the model's own types.

Each text is asked for by its place, so that a test can tell on which page it comes back, and each day, figure and
address is one that no other place has.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BeforeValidator

from generator.council.settings import Settings, SettingsFile
from generator.document.blocks import Link
from generator.document.frame import StagedPage
from generator.document.refs import Ref
from generator.plan.field_types import Missing, Rich, described_fields, holds, types_within
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.plan.vocabulary import Tone
from generator.site.units import HubUnit, PlanUnit, Site
from generator.status import as_at

FIRST_DAY = date(2031, 1, 1)
# Two of these, so that one has a neighbour, one stands in no group and a reference can lead elsewhere. The second has
# only what it must have.
TWICE = ("outcomes", "outcomes[0].actions", "bodies", "findings", "evidence", "events")
DEEPEST = 1
# What an id that is not a thing's own refers to.
REFERENCES = {
    "Alias.old": "old",
    "Alias.plan": "filled",
    "Lead.body": "bod0",
    "Body.parent": "bod1",
    "Body.succeeded_by": "bod1",
    "Timescale.event": "eve0",
    "Timescale.report": "rep0",
    "StatusScheme.scale": "sta0",
    **{f"ComputedRule.{name}": "sta0" for name in ("complete", "past_due", "due_soon", "in_time")},
    "Action.status": "sta0",
    "Outcome.status": "sta0",
    "MatrixCell.status": "sta0",
    "Action.evidence": "evi0",
    "Outcome.evidence": "evi0",
    "Review.evidence": "evi0",
    "Action.answers": "fin0",
    "Outcome.answers": "fin0",
    "Related.action": "out0-act1",
    "Related.plan": "filled",
    "RelatedPlan.plan": "filled",
    "Closed.succeeded_by": "filled",
    "KeyIssue.actions": "out0-act0",
    "MatrixRow.outcome": "out0",
    "Decision.affects": "out0",
    "Accepted.id": "out0",
    "PublicPlan.partners": "bod0",
    "SiteWords.menu": "about",
}
OTHER_REFERENCES = {
    "bod0": "bod1",
    "bod1": "bod0",
    "out0-act0": "out0-act1",
    "out0-act1": "out0-act0",
    "out0-act0-sub0": "out0-act1",
    "out0": "out1",
    "sta0": "sta1",
    "fin0": "fin1",
    "evi0": "evi1",
    "eve0": "eve1",
}

LONG_AFTER = date(2099, 1, 1)
# Words that must be read, so that a date of the plan has passed.
TIMES = {"outcomes[0].actions[0].sub_actions[0].timescales[0].read_as": "May 2018"}

TextOf = Callable[["Field"], str]


@dataclass(frozen=True)
class Field:
    """One value of the plan. `path` is its place ("outcomes[0].title"); `kind` what it may hold."""

    path: str
    owner: str  # "Outcome.title"
    kind: Literal[
        "line",
        "text",
        "rich",
        "address",
        "phone",
        "day",
        "number",
        "percent",
        "decimal",
        "flag",
        "id",
        "choice",
        "time",
    ]
    choices: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether it may hold any words."""
        return self.kind in ("line", "text", "rich")

    @property
    def place(self) -> str:
        """Its place less the numbers: "outcomes.title"."""
        return re.sub(r"\[\d+\]", "", self.path)


CONTENT_TITLE = Field("content.title", "ContentPage.title", "line")


def filled(text_of: TextOf, *, missing: bool = False, without: frozenset[str] = frozenset()) -> PublicPlan:
    """The filled plan as it is published; `text_of` gives the text of each field."""
    return read_as(PublicPlan, filled_data(text_of, missing=missing, without=without))


def filled_data(
    text_of: TextOf, *, missing: bool = False, without: frozenset[str] = frozenset(), varied: str = ""
) -> dict[str, Any]:
    """What a plan file would hold. With `missing`, a value that may be missing is; fields of `without` are left out.

    The field at the path `varied` holds another value than it otherwise does.
    """
    data: dict[str, Any] = _Filling(text_of, missing, without, varied).model(PublicPlan, "")
    return data


def filled_site(text_of: TextOf) -> Site:
    """A site whose settings are filled too, with one hand-written page in its menu."""
    data = _Filling(text_of, False, frozenset(), "").model(SettingsFile, "settings")
    data["extra"] |= {"timezone": "Europe/London", "language": "en-GB"}
    file = read_as(SettingsFile, data)
    settings = Settings(Path(), file.site_name, f"{file.site_url}/", file.extra)
    return Site(settings, (Link(text_of(CONTENT_TITLE).strip(), Ref("address", "about/")),))


def staged_pages(plan: PublicPlan, site: Site) -> tuple[StagedPage, ...]:
    """Every page of the plan, the home page and the page for lost readers."""
    unit = PlanUnit(site, plan, as_at(plan, LONG_AFTER))
    return (*unit.stage(), *HubUnit(site, (unit,), ()).stage())


def fields(*, missing: bool = False, without: frozenset[str] = frozenset()) -> tuple[Field, ...]:
    """Every field of the filled plan, in its order."""
    filling = _Filling(lambda field: "x", missing, without, "")
    filling.model(PublicPlan, "")
    return tuple(filling.seen)


def settings_fields() -> tuple[Field, ...]:
    """Every field of the filled site."""
    filling = _Filling(lambda field: "x", False, frozenset(), "")
    filling.model(SettingsFile, "settings")
    return (*filling.seen, CONTENT_TITLE)


RICH_FIELDS = frozenset(
    f"{kind.__name__}.{field.name}"
    for kind in types_within(PublicPlan)
    for field in described_fields(kind)
    if holds(field.hint, Rich)
)


class _Filling:
    """Fills types one after the other. `seen` are the fields that it met."""

    def __init__(self, text_of: TextOf, missing: bool, without: frozenset[str], varied: str) -> None:
        self.text_of, self.missing, self.without, self.varied = text_of, missing, without, varied
        self.seen: list[Field] = []

    def model(self, kind: type[Any], path: str) -> dict[str, Any]:
        data = {}
        for field in described_fields(kind):
            place = f"{path}.{field.name}" if path else field.name
            if self.is_left_out(kind, field.name) or (field.name in ("sub_actions", "covers") and is_deepest(path)):
                continue
            if path.endswith("[1]") and not field.is_required:
                continue
            data[field.key] = self.value(field.hint, place, f"{kind.__name__}.{field.name}")
        return data

    def is_left_out(self, kind: type[Any], name: str) -> bool:
        """Whether the field is not wanted; of two that may not stand together, the first is."""
        not_both = getattr(kind, "not_both", ())
        before = not_both[: not_both.index(name)] if name in not_both else ()
        names = {f"{kind.__name__}.{other}" for other in before}
        return f"{kind.__name__}.{name}" in self.without or bool(names - self.without)

    def value(self, hint: Any, path: str, owner: str) -> Any:
        if get_origin(hint) is Annotated:
            return self.annotated(hint, path, owner)
        if get_origin(hint) in (Union, UnionType):
            if self.missing and Missing in get_args(hint):
                return self.model(Missing, path)
            return self.value(next(kind for kind in get_args(hint) if kind is not NoneType), path, owner)
        if get_origin(hint) is tuple:
            count = 2 if path in TWICE else len(get_args(Tone)) if owner == "StatusScheme.statuses" else 1
            return tuple(self.value(get_args(hint)[0], f"{path}[{place}]", owner) for place in range(count))
        if get_origin(hint) is Literal:
            choices = get_args(hint)
            field = self.field(path, owner, "choice", choices)
            turn = int(re.findall(r"\[(\d+)\]", f"[0]{path}")[-1]) + (field.path == self.varied)
            return choices[turn % len(choices)]
        return self.model(hint, path)

    def annotated(self, hint: Any, path: str, owner: str) -> Any:
        inner, *notes = get_args(hint)
        checks = [note.func.__name__ for note in notes if isinstance(note, BeforeValidator)]
        return self.scalar(checks[0], path, owner) if checks else self.value(inner, path, owner)

    def field(self, path: str, owner: str, kind: Any, choices: tuple[str, ...] = ()) -> Field:
        field = Field(path, owner, kind, choices)
        self.seen.append(field)
        return field

    def scalar(self, check: str, path: str, owner: str) -> str:
        kind = "time" if path in TIMES else "rich" if owner in RICH_FIELDS else KINDS[check]
        field = self.field(path, owner, kind)
        if field.is_text:
            return self.text_of(field)
        # Far enough apart that the value of no other field is met by varying this one.
        turn = 2 * len(self.seen) + (path == self.varied)
        match kind:
            case "id":
                return self.identifier(field)
            case "time":
                return "June 2018" if path == self.varied else TIMES[path]
            case "day":
                return str(FIRST_DAY + timedelta(turn))
            case "address":
                return f"https://example.org/{turn}"
            case "phone":
                return f"01632 {960_000 + turn}"
            case "colour":
                return f"#{turn:06x}"
            case "flag":
                return "no" if path == self.varied else "yes"
            case "percent":
                return str(turn % 100)
            case "number":
                return "1" if path == "schema_version" else str(500_000 + turn)
            case _:
                return f"{turn}.25"

    def identifier(self, field: Field) -> str:
        if field.path == "id":
            return "filled"
        if field.path.endswith(".id") and field.owner != "Accepted.id":
            return own_id(field.path.removesuffix(".id"))
        wanted = below(field.path) if field.path.endswith(".covers[0]") else REFERENCES[field.owner]
        return OTHER_REFERENCES.get(wanted, "other") if field.path == self.varied else wanted


KINDS = {
    "_line": "line",
    "_text": "text",
    "_paragraph": "text",
    "_phone": "phone",
    "_colour": "colour",
    "_web_address": "address",
    "_day": "day",
    "_whole_number": "number",
    "_percent": "percent",
    "_decimal": "decimal",
    "_flag": "flag",
    "_identifier": "id",
    "_reference": "id",
}


def is_deepest(path: str) -> bool:
    """Whether the thing at `path` is, or belongs to, an action with none below it."""
    return path.count("sub_actions") == DEEPEST


def below(path: str) -> str:
    """The first action below the outcome or action that the value at `path` belongs to."""
    holder = own_id(path.partition(".leads[")[0].partition(".measures[")[0])
    return f"{holder}-sub0" if "-" in holder else f"{holder}-act0"


def own_id(path: str) -> str:
    """The id of the thing at `path`: "out0-act1" for "outcomes[0].actions[1]"."""
    steps = [f"{name[:3]}{place}" for name, place in re.findall(r"(\w+)\[(\d+)\]", path)]
    return "-".join(steps)
