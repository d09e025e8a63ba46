"""What feeds and calendars call things by, for good.

A name is made of the hash of a line of the plan's lock. That line never changes, whatever else does: the site may move
to another address, the plan may get another id, the edition may be withdrawn. It holds random digits, so no two plans
of any two councils have the same. An address or a host's name would change when the site moves, and every reader of a
feed would then be shown all its entries as new.
"""

from uuid import UUID, uuid5

from generator.editions import Edition, Withdrawn
from generator.words.view import PlanView

# Random digits of ours, under which all names are made.
NAMESPACE = UUID("5f0c4a6e-3d5b-4c0e-9a5e-0d1f6b7a2c48")


def urn(*parts: str) -> str:
    """A name for what `parts` together stand for."""
    return f"urn:uuid:{uid(*parts)}"


def uid(*parts: str) -> str:
    """The same as a calendar writes it."""
    return str(uuid5(NAMESPACE, "\n".join(parts)))


def plan_key(view: PlanView) -> str:
    """What stands for the plan: the first line of its lock. Only a plan that was published has one."""
    return view.history.lock.lines[0].this


def edition_key(entry: Edition | Withdrawn) -> str:
    """What stands for an edition: its own line of the lock."""
    return entry.line.this
