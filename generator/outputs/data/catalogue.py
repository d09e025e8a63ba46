"""index.json: every edition of a plan with its hash, and the head of the chain that ties them together."""

from generator.editions import Edition, Redaction, Withdrawn, short_code
from generator.editions.canonical import Json, canonical_bytes
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
            "head": {"short": short_code(lock.head), "full": lock.head},
            "lock": LOCK,
            "editions": [_listed(entry) for entry in view.history.entries],
        }
    )


def _listed(entry: Edition | Withdrawn) -> dict[str, Json]:
    """An edition. The hash is that of its file as it is now, also where words in it were taken down since."""
    said = entry.entry
    facts: dict[str, Json] = {
        "name": entry.name,
        "date": said.date.isoformat(),
        "kind": said.kind,
        "note": said.note,
        "approved_by": said.approved_by,
        "printed_version": said.printed_version,
        "code": {"short": short_code(entry.line.this), "full": entry.line.this},
    }
    if isinstance(entry, Withdrawn):
        return facts | {"withdrawn": {"date": entry.withdrawal.date.isoformat(), "note": entry.withdrawal.note}}
    return facts | {
        "file": f"{entry.name}/{PLAN}",
        "sha256": entry.sha256,
        "bytes": len(entry.data),
        "schema": said.schema,
        "redactions": [_redacted(item) for item in entry.redactions],
    }


def _redacted(redaction: Redaction) -> dict[str, Json]:
    return {
        "date": redaction.date.isoformat(),
        "subject": redaction.subject,
        "field": redaction.field,
        "note": redaction.note,
    }
