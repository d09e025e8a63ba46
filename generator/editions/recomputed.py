"""Where today's code would work out something else of an edition than it froze. Its pages say what was frozen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.canonical import Json
from generator.codec import to_data
from generator.editions.shelf import Edition
from generator.status import facts_of


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that would be another: what it is about, the way to it, and both values as data."""

    subject: str
    field: str
    frozen: Json
    now: Json

    def __str__(self) -> str:
        return f"{self.subject}: {self.field} was {_shown(self.frozen)}, and would be {_shown(self.now)} today"


def _shown(value: Json) -> str:
    return "nothing" if value is None else repr(value)


def differences(edition: Edition) -> tuple[Difference, ...]:
    """Each value that would be worked out otherwise, by thing and field, in the order of the frozen ones."""
    frozen, now = to_data(edition.facts), to_data(facts_of(edition.plan, edition.facts.as_at))
    return tuple(
        Difference(*_named(path, edition), old, new) for path, old, new in _different(frozen, now, ()) if old != new
    )


Path = tuple[str | int, ...]


def _different(old: Json, new: Json, path: Path) -> Iterator[tuple[Path, Json, Json]]:
    """Each single value in which the two differ, with the way to it."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in sorted({*old, *new}):
            yield from _different(old.get(key), new.get(key), (*path, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for place, (was, now) in enumerate(zip(old, new, strict=True)):
            yield from _different(was, now, (*path, place))
    elif old != new:
        yield path, old, new


def _named(path: Path, edition: Edition) -> tuple[str, str]:
    """The thing that the value belongs to, and the field there: "a-1-1" and "due"."""
    match path:
        case ("standings", str(thing), *rest):
            return thing, _words(rest)
        case ("times", int(place), *rest):
            return repr(edition.facts.times[place].timescale.words), _words(rest)
        case ("rolled" | "counts" as group, str(thing), *rest):
            return thing, _words((group, *rest))
    return "the plan", _words(path)


def _words(path: list[str | int] | Path) -> str:
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".") or "all of it"
