"""A small plan as page builders see it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.pages import PlanView
from generator.pages.parts import Fact
from generator.wording import Words


@pytest.fixture
def make_view(make_plan) -> Callable[..., PlanView]:
    """The view of the small plan; `plan` changes the plan, keyword arguments its one action."""

    def make(plan: dict[str, Any] | None = None, as_at: date | None = None, **action: Any) -> PlanView:
        return PlanView(make_plan(plan, **action), Words(), as_at)

    return make


@pytest.fixture
def lines() -> Callable[[tuple[Fact, ...]], dict[str, list[str]]]:
    """Labelled lines as a reader takes them in: each line's text, then what is to be known of it."""

    def by_label(facts: tuple[Fact, ...]) -> dict[str, list[str]]:
        return {fact.label: ["; ".join((line.text, *line.notes)) for line in fact.lines] for fact in facts}

    return by_label
