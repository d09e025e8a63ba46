"""Two days are said: that of the plan's ratings, and the one with which its dates are compared."""

import html
import re
from datetime import date

import pytest

from generator.council.settings import read_settings
from generator.outputs.announce import announcements
from generator.outputs.feeds import feed_files
from generator.pages import PlanView
from generator.site.units import PlanUnit, Site, editions_units
from generator.wording import Words
from generator.words.phrases import as_at_phrase
from tests.conftest import small_plan
from tests.council_folder import ADDRESS, write_council
from tests.shelves import publish_on

FACTS, OLD, PUBLISHED, TODAY = date(2023, 3, 31), date(2022, 7, 20), date(2023, 7, 20), date(2026, 10, 1)
COMPARED = "1 October 2026"
RATINGS = "The plan’s ratings are of 31 March 2023, published on 20 July 2023."
# The date of an action passes on the day before.
PLAN = {
    "as_at": str(FACTS),
    "rated": ["outcomes", "actions"],
    "evidence": [{"id": "e-1", "title": "Audit"}],
    "findings": [{"id": "f-1", "kind": "recommendation", "title": "Listen"}],
    "governance": {"how_often": "Monthly"},
    "printed_summary": {
        "as_at": "2023-03-31",
        "rows": [{"outcome": "o-1", "cells": [{"status": "green", "count": "1"}]}],
    },
}
KINDS = (
    *("", "outcomes/o-1/", "actions/a-1-1/", "actions/", "who/", "when/", "measures/", "findings/", "evidence/"),
    *("governance/", "print/"),
)
ACTION = {
    "timescales": ("30 September 2026", "May 2024"),
    "measures": ({"id": "m-1", "text": "Share", "observations": ({"period": "2022", "value": "5"},)},),
    "evidence": ("e-1",),
    "answers": ("f-1",),
}


@pytest.fixture(scope="module")
def unit(tmp_path_factory) -> PlanUnit:
    folder = tmp_path_factory.mktemp("days") / "anytown"
    publish_on(folder, OLD, small_plan({**PLAN, "as_at": "2022-03-31"}, status="amber", **ACTION), today=TODAY)
    shelf = publish_on(folder, PUBLISHED, small_plan(PLAN, status="green", **ACTION), today=TODAY)
    settings, _ = read_settings(write_council(folder.parent / "council", site_url=ADDRESS))
    newest = shelf.editions[-1]
    return PlanUnit(Site(settings, ()), newest.plan, TODAY, edition=newest, history=shelf)


def pages_of(unit: PlanUnit) -> dict[str, str]:
    """Every page in words, those of its editions too."""
    staged = (*unit.stage(), *(page for years in editions_units(unit) for page in years.stage()))
    return {page.address: html.unescape(" ".join(page.markdown.split())) for page in staged}


def test_no_page_dates_a_rating_with_the_day_of_the_calendar(unit):
    found = pages_of(unit)
    assert len(found) > 15
    for address, text in found.items():
        for place in re.finditer(COMPARED, text):
            assert text[: place.start()].endswith("Dates compared on "), (address, text[place.start() - 60 :][:90])
        if f"Dates compared on {COMPARED}" in text:
            assert RATINGS in text, address


def test_every_page_with_ratings_says_both_days(unit):
    found = pages_of(unit)
    for kind in KINDS:
        assert f"{RATINGS} Dates compared on {COMPARED}." in found[f"anytown/{kind}"], kind


def test_old_edition_says_its_own_days(unit):
    said = "The plan’s ratings are of 31 March 2022, published on 20 July 2022. Dates compared on 20 July 2022."
    assert said in pages_of(unit)[f"anytown/editions/{OLD}/"]


def test_nothing_sent_dates_a_rating_with_the_day_of_the_calendar(unit):
    view, settings = unit.view, unit.site.settings
    sent = announcements(view, settings)
    for text in (sent.message, sent.letter, sent.post, *map(str, feed_files(view, settings).values())):
        assert COMPARED not in text
        assert str(TODAY) not in text


@pytest.mark.parametrize(
    ("plan", "published", "on", "said"),
    [
        ({"as_at": "2023-03-31"}, None, None, "The plan’s ratings are of 31 March 2023."),
        ({}, None, date(2023, 4, 1), "Dates compared on 1 April 2023."),
        ({"rated": []}, PUBLISHED, None, "The plan’s facts were published on 20 July 2023."),
        ({}, PUBLISHED, TODAY, "The plan’s ratings were published on 20 July 2023. Dates compared on 1 October 2026."),
    ],
)
def test_what_is_not_known_of_the_days_is_not_said(tmp_path, plan, published, on, said):
    made = small_plan(plan, **({} if plan.get("rated") == [] else {"status": "green"}))
    if published is None:
        view = PlanView(made, Words(), on)
    else:
        edition = publish_on(tmp_path, published, made, today=TODAY).editions[-1]
        view = PlanView(edition.plan, Words(), on, edition=edition)
    assert as_at_phrase(view) == said
