"""docs/plan-keys.md: every key that a plan file may hold, made of the model's own descriptions.

python -m tests.plan_keys
"""

from pathlib import Path
from typing import Any, get_args

from generator.plan import field_types
from generator.plan.field_types import (
    DescribedField,
    Missing,
    described_fields,
    holds,
    holds_many,
    type_in,
    types_within,
)
from generator.plan.model import PublicPlan
from generator.plan.validation import choices_in

FILE = Path(__file__).parents[1] / "docs" / "plan-keys.md"
OPENING = """\
# Every key of a plan file

Made of the program's own descriptions: `python -m tests.plan_keys` writes it anew. How a plan is written is told in
[plan-files.md](plan-files.md). A key in bold must be there. Where "may be missing" stands, the value can be
`{missing: not-stated}` and the like, which says why there is none.
"""
# One of a kind, and several.
KINDS = {
    field_types.Flag: ("yes or no", "yes or no"),
    field_types.Day: ("a day, as 2027-03-31", "days"),
    field_types.Percent: ("a whole number from 0 to 100", "whole numbers"),
    field_types.WholeNumber: ("a whole number", "whole numbers"),
    field_types.Decimal: ("a number", "numbers"),
    field_types.Id: ("an id", "ids"),
    field_types.Ref: ("an id", "ids"),
    field_types.WebAddress: ("a web address", "web addresses"),
    field_types.Rich: ("text, which may be formatted", "texts"),
    field_types.Text: ("a paragraph", "paragraphs"),
    field_types.Line: ("a line", "lines"),
}


def plan_keys() -> str:
    """The document: a table for the plan, then one for each type that it holds, by name."""
    kinds = sorted(types_within(PublicPlan) - {PublicPlan, Missing}, key=lambda kind: kind.__name__)
    return "\n".join([OPENING, *(_table(kind) for kind in (PublicPlan, *kinds))])


def _table(kind: type[Any]) -> str:
    opening = (kind.__doc__ or "").partition("\n")[0]
    rows = [f"| {_key(field)} | {_holds(field)} | {field.about.means} |" for field in described_fields(kind)]
    name = "Plan" if kind is PublicPlan else kind.__name__
    return "\n".join([f"## {name}", "", opening, "", "| Key | Holds | Means |", "|---|---|---|", *rows, ""])


def _key(field: DescribedField) -> str:
    return f"**`{field.key}`**" if field.is_required else f"`{field.key}`"


def _holds(field: DescribedField) -> str:
    if inner := type_in(field.hint):
        one = many = f"[{inner.__name__}](#{inner.__name__.lower()})"
    elif choices := choices_in(field.hint):
        one = many = ", ".join(f"`{choice}`" for choice in choices)
    else:
        one, many = next(words for kind, words in KINDS.items() if holds(field.hint, kind))
    held = f"a list of {many}" if holds_many(field.hint) else one
    return f"{held}; may be missing" if holds(field.hint, Missing) else held


def _is(hint: Any, kind: Any) -> bool:
    return (
        hint == kind
        or get_args(hint)[: len(get_args(kind))] == get_args(kind)
        or any(_is(i, kind) for i in get_args(hint))
    )


if __name__ == "__main__":
    FILE.write_text(plan_keys(), "utf-8")
