"""What tests share: an invented plan, a site built once, and how thorough property tests are."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from generator.authoring.folder import read_source
from generator.document.blocks import Fact
from generator.plan.model import PublicPlan
from generator.plan.validators import read_as
from generator.site.build import Source, build_site
from generator.wording import Words
from generator.words.view import PlanView
from tests.page_samples import build_samples
from tests.shared import built_once

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 21)

# A run that was started in the background ignores these signals, and so would every process that a test starts.
if threading.current_thread() is threading.main_thread():
    for number, usual in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, usual)

# The same cases at every run: a failure in CI is a failure at the desk.
settings.register_profile("check", max_examples=40, derandomize=True, deadline=None)
settings.register_profile(
    "prove", max_examples=300, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "check"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew; read the difference then")


def as_tuples(value: Any) -> Any:
    """Lists within `value` as the reader makes them."""
    if isinstance(value, dict):
        return {key: as_tuples(item) for key, item in value.items()}
    return tuple(map(as_tuples, value)) if isinstance(value, list) else value


SMALL_PLAN: dict[str, Any] = {
    "schema": "1",
    "id": "anytown",
    "title": "Anytown plan",
    "publisher": "Anytown Council",
    "rated": ["actions"],
    "status_scheme": {
        "name": "RAG",
        "statuses": [
            {"id": "red", "label": "Red", "meaning": "Not on time", "tone": "off-track"},
            {"id": "amber", "label": "Amber", "meaning": "At risk", "tone": "at-risk"},
            {"id": "green", "label": "Green", "meaning": "On time", "tone": "on-track"},
        ],
    },
    "bodies": [{"id": "council", "name": "Anytown Council"}, {"id": "nhs", "name": "NHS"}],
    "outcomes": [
        {
            "id": "o-1",
            "number": "1",
            "title": "Children are heard",
            "actions": [
                {
                    "id": "a-1-1",
                    "number": "1.1",
                    "title": "Ask children",
                    "status": "amber",
                    "leads": ["council"],
                    "timescales": ["March 2019"],
                }
            ],
        }
    ],
}


def small_plan(plan: dict[str, Any] | None = None, **action: Any) -> PublicPlan:
    """A small invented plan as it is published; keyword arguments change its one action, None takes a key out."""
    data = as_tuples({**SMALL_PLAN, **(plan or {})})
    if action:
        first = data["outcomes"][0]
        changed = {**first["actions"][0], **as_tuples(action)}
        changed = {key: value for key, value in changed.items() if value is not None}
        data["outcomes"] = ({**first, "actions": (changed,)},)
    return read_as(PublicPlan, data)


@pytest.fixture
def make_plan() -> Callable[..., PublicPlan]:
    """Makes a small invented plan: see `small_plan`."""
    return small_plan


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


@pytest.fixture(scope="session")
def source() -> Source:
    """This project's own folder, read and checked."""
    return read_source(ROOT)


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, source: Source) -> Iterator[Path]:
    """This project's site, built once for all workers. Tests read it only."""
    yield from built_once(request, "site", lambda folder: build_site(source, TODAY, folder, jobs=1))


@pytest.fixture(scope="session")
def site_of_samples(request: pytest.FixtureRequest, source: Source) -> Iterator[Path]:
    """The site of tests/page_samples.py, built once for all workers. Tests read it only."""
    for folder in built_once(request, "samples", lambda folder: build_samples(source, folder)):
        yield folder / "site"
