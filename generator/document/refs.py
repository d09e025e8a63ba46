"""What links lead to: things of a plan, never addresses. `Places` says where each of them is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal, get_args

from generator.document.addresses import (
    ANCHORS,
    action_address,
    changes_address,
    edition_address,
    outcome_address,
    overview_address,
    plan_page_address,
    since_address,
    thing_anchor,
)

RefKind = Literal[
    "here",
    "address",
    "plan",
    "page",
    "outcome",
    "action",
    "measure",
    "finding",
    "evidence",
    "risk",
    "decision",
    "report",
    "body",
    "event",
    "term",
    "edition",
    "edition-entry",
    "update",
    "since",
]
REF_KINDS: tuple[RefKind, ...] = get_args(RefKind)
# The text that is shown now, for a link of an old edition's page that leads there on purpose.
NOW = "now"


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing that a link leads to.

    `id` is the thing's own. Of a "page" about the whole plan it is the kind of page ("legend"); of an "edition", of its
    "edition-entry" in the list of editions, of an "update" (what changed with it) and of "since" (what changed from it
    to now) the edition's name; of an "address" the address of a file or of a page that belongs to no plan. `edition`
    is "" for the text of the page that holds the link, or NOW. `part` is a place on the page: on this one for "here".
    """

    kind: RefKind
    id: str = ""
    plan: str = ""
    part: str = ""
    edition: str = ""


def here(anchor: str) -> Ref:
    """A place on the page that holds the link."""
    return Ref("here", part=anchor)


# Where it leads


@dataclass(frozen=True, slots=True)
class Here:
    """A place on the page that holds the link; its top without an anchor."""

    anchor: str


@dataclass(frozen=True, slots=True)
class There:
    """A page, and a place on it."""

    address: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class RemovedPage:
    """The page that tells when and why an outcome, an action or an edition was taken away."""

    address: str


@dataclass(frozen=True, slots=True)
class WordsAlone:
    """Nothing shows it any more: the words of the link stand, and lead nowhere."""


Destination = Here | There | RemovedPage | WordsAlone
WORDS_ALONE = WordsAlone()

# The kind of page about the whole plan on which things of each kind stand.
ON_PAGES = {
    "measure": "measures",
    "finding": "findings",
    "evidence": "evidence",
    "risk": "governance",
    "decision": "governance",
    "report": "governance",
    "body": "who",
    "event": "governance",
    "term": "glossary",
}
WITH_PAGES = {"outcome": outcome_address, "action": action_address}
OF_EDITIONS = {"edition": edition_address, "update": changes_address, "since": since_address}


@dataclass(frozen=True)
class Whereabouts:
    """What pages of other texts know of a plan as it is now: which of its pages there are, and where each thing is.

    `things` are the ids that it has, by kind; `removed` those of outcomes and actions that were taken out and keep a
    page; `later` the id that an outcome or action has now, by the one that it had; `editions` all that
    were published, `withdrawn` those of which only a page tells; `newest` is the one that is shown, "" for a draft;
    `outcome_of` the outcome on whose page each action stands.
    """

    plan: str
    pages: frozenset[str] = frozenset()
    things: Mapping[str, frozenset[str]] = field(default_factory=dict)
    removed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    later: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    editions: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    newest: str = ""
    outcome_of: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """The same text in every process, for a key is made of it: a set has another order in each."""
        return repr({each.name: _in_order(getattr(self, each.name)) for each in fields(self)})

    def _part(self, ref: Ref, name: str) -> str:
        """The place on the page; none for an action that does not stand on this outcome's page any more."""
        prefix = thing_anchor("action", "")
        if not ref.part.startswith(prefix):
            return ref.part
        return ref.part if self.outcome_of.get(ref.part.removeprefix(prefix)) == name else ""

    def destination(self, ref: Ref) -> Destination:
        """Where `ref` is in the plan as it is now."""
        plan, name = self.plan, ref.id
        if ref.kind in WITH_PAGES:
            name = self.later.get(ref.kind, {}).get(name, name)
            address = WITH_PAGES[ref.kind](plan, name)
            if name in self.things.get(ref.kind, ()):
                return There(address, self._part(ref, name))
            return RemovedPage(address) if name in self.removed.get(ref.kind, ()) else WORDS_ALONE
        if ref.kind in ON_PAGES:
            page = ON_PAGES[ref.kind]
            if page not in self.pages or name not in self.things.get(ref.kind, ()):
                return WORDS_ALONE
            return There(plan_page_address(plan, page), thing_anchor(ref.kind, name) if ref.kind in ANCHORS else "")
        if ref.kind in (*OF_EDITIONS, "edition-entry") and name not in self.editions:
            return WORDS_ALONE
        if ref.kind in OF_EDITIONS:
            address = OF_EDITIONS[ref.kind](plan, name)
            return RemovedPage(address) if name in self.withdrawn else There(address, ref.part)
        if ref.kind == "edition-entry":
            return There(plan_page_address(plan, "editions"), thing_anchor("edition", name))
        if ref.kind == "page":
            return There(plan_page_address(plan, name), ref.part) if name in self.pages else WORDS_ALONE
        assert ref.kind == "plan", f"{ref.kind} is resolved before"
        return There(overview_address(plan), ref.part)


def _in_order(value: object) -> object:
    """`value` with the members of each set within it in order."""
    if isinstance(value, Mapping):
        return {key: _in_order(item) for key, item in value.items()}
    return sorted(value) if isinstance(value, frozenset) else value


@dataclass(frozen=True)
class OwnPages:
    """The pages of one edition: its overview, its outcomes with their actions, and its legend where it has one."""

    edition: str
    outcomes: frozenset[str]
    actions: Mapping[str, str]  # the outcome on whose page each stands
    has_legend: bool

    def destination(self, plan: str, ref: Ref) -> Destination | None:
        """Where `ref` is within the edition; None where the edition has no page that shows it."""
        home = edition_address(plan, self.edition).removesuffix("/")
        if ref.kind == "plan":
            return There(overview_address(home), ref.part)
        if ref.kind == "outcome" and ref.id in self.outcomes:
            return There(outcome_address(home, ref.id), ref.part)
        if ref.kind == "action" and ref.id in self.actions:
            return There(outcome_address(home, self.actions[ref.id]), thing_anchor("action", ref.id))
        if ref.kind == "page" and ref.id == "legend" and self.has_legend:
            return There(plan_page_address(home, "legend"), ref.part)
        return None


@dataclass(frozen=True)
class Places:
    """Where the links of a page lead: within its own edition where it is one's, else in the plans as they are now.

    `plans` are the plans whose whereabouts are known; a plan that is not among them has all that is asked for.
    """

    plans: Mapping[str, Whereabouts] = field(default_factory=dict)
    own: OwnPages | None = None

    def destination(self, ref: Ref) -> Destination:
        """Where `ref` leads."""
        if ref.kind == "here":
            return Here(ref.part)
        if ref.kind == "address":
            return There(ref.id, ref.part)
        if self.own and ref.edition != NOW and ref.plan in self.plans:
            found = self.own.destination(ref.plan, ref)
            if found is not None:
                return found
            if ref.kind == "page":
                # What stood there may be gone from the page.
                ref = replace(ref, part="")
        known = self.plans.get(ref.plan)
        return known.destination(ref) if known else _as_published(ref)


def _as_published(ref: Ref) -> Destination:
    """Where `ref` is in a plan that has it."""
    everything: Mapping[str, frozenset[str]] = {ref.kind: frozenset({ref.id})}
    pages = frozenset({ref.id, *ON_PAGES.values()})
    return Whereabouts(ref.plan, pages, everything, editions=frozenset({ref.id})).destination(ref)


# For pages that belong to no plan.
EVERYWHERE = Places()
