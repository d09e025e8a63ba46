"""Each text of a plan is on a page, so that a field that is added to the model is not forgotten there."""

from collections.abc import Iterator
from datetime import date

from generator.pages import plan_pages
from generator.plan.field_types import Missing, described_fields
from generator.plan.model import PublicPlan
from generator.plan.walk import walk_plan
from generator.wording import Words
from generator.words.view import PlanView
from tests.filled_plan import filled
from tests.page_blocks import texts

# Fields that no page holds among its blocks, and where they are shown.
ELSEWHERE = {
    "Closed.why": "in the frame of each page of a closed plan",
    "Example.kind": "in the frame of each page of an example",
    "Example.text": "in the frame of each page of an example",
    "PublicPlan.code": "in data alone",
    "PublicPlan.languages": "in data alone",
    "PublicPlan.short_title": "in the menu",
    "PublicPlan.title": "in the heading of the overview",
    "Reading.field": "by the label of the field that it names",
}


def text_fields(plan: PublicPlan) -> Iterator[tuple[str, str]]:
    """Each text of `plan` that was filled in, and the field that holds it: "Risk.name"."""
    for held in walk_plan(plan):
        for field in () if isinstance(held.value, Missing) else described_fields(type(held.value)):
            value = getattr(held.value, field.name)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and text.startswith("Words of"):
                    yield f"{type(held.value).__name__}.{field.name}", text


def test_each_text_of_a_plan_is_on_a_page():
    plan = filled(lambda field: f"Words of {field.path}")
    pages = plan_pages(PlanView(plan, Words(), date(2019, 1, 1)))
    said = " ".join(text for page in pages for text in texts(page)).casefold()
    unsaid = {name for name, text in text_fields(plan) if text.casefold() not in said}
    assert unsaid == set(ELSEWHERE), "show each of these on a page, or say in ELSEWHERE where it is shown"
