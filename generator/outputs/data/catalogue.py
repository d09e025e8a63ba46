"""index.json: every edition of a plan with its hash, and the head of the chain that ties them together."""

from generator.editions import Edition, Withdrawn, short_code
from generator.editions.canonical import Json, canonical_bytes
from generator.editions.codec import to_data
from generator.editions.entries import Entry
from generator.words.view import PlanView

PLAN = "plan.json"
LOCK = "editions.lock"
INDEX = "index.json"


def index_bytes(view: PlanView) -> bytes:
    """The list of editions, the oldest first."""
    lock = view.history.lock
    return canonical_bytes(
        {
            "plan": view.plan.id,
            "title": view.plan.title,
            "head": _code(lock.head),
            "lock": LOCK,
            "editions": [_listed(entry) for entry in view.history.entries],
        }
    )


def _listed(entry: Edition | Withdrawn) -> dict[str, Json]:
    """An edition. The hash is that of its file as it is now, also where words in it were taken down since."""
    said = entry.entry
    facts: dict[str, Json] = {
        "name": entry.name,
        **_facts(said, "date", "kind", "note", "approved_by", "printed_version"),
        "code": _code(entry.line.this),
    }
    if isinstance(entry, Withdrawn):
        return facts | {"withdrawn": _facts(entry.withdrawal, "date", "note")}
    return facts | {
        "file": f"{entry.name}/{PLAN}",
        "sha256": entry.sha256,
        "bytes": len(entry.data),
        "schema": said.schema,
        "redactions": [_facts(item, "date", "subject", "field", "note") for item in entry.redactions],
    }


def _facts(line: Entry, *names: str) -> dict[str, Json]:
    """What a line of the lock says under these names."""
    return {name: to_data(getattr(line, name)) for name in names}


def _code(code: str) -> Json:
    return {"short": short_code(code), "full": code}
