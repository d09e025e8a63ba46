"""A figure stands nowhere without what it counts, and a target not without its unit."""

import html
from datetime import date

import pytest

from generator.pages import plan_pages
from generator.plan.model import Measure, Observation, Target
from generator.render.markdown import markdown_of
from generator.wording import Words
from generator.words.phrases import measure_line, newest_figures

LABELLED = [
    {"period": "2025", "label": "All referrals", "value": "480"},
    {"period": "2025", "label": "In one day", "value": "410", "part_of": "All referrals"},
    {"period": "2025", "label": "Later", "value": "70", "part_of": "All referrals"},
]
REFERRALS = {"id": "m-1", "text": "Referrals", "kind": "count", "unit": "referrals", "observations": LABELLED}


def text_of(view, kind: str) -> str:
    page = next(page for page in plan_pages(view) if page.address == f"anytown/{kind}")
    return html.unescape(" ".join(markdown_of(page).split()))


@pytest.mark.parametrize("kind", ["outcomes/o-1/", "actions/a-1-1/", "measures/", "print/"])
def test_figures_keep_their_labels(make_view, kind):
    text = text_of(make_view(measures=[REFERRALS]), kind)
    for label, value in {"All referrals": "480", "In one day": "410", "Later": "70"}.items():
        assert f"{label}, 2025: {value} referrals" in text
    assert text.count("2025: 70 referrals") == text.count("Later, 2025: 70 referrals")


def test_figures_of_evidence_keep_their_labels(make_view):
    view = make_view({"evidence": [{"id": "e-1", "title": "Audit", "figures": LABELLED}]}, evidence=["e-1"])
    for kind in ("actions/a-1-1/", "evidence/", "print/"):
        assert "In one day, 2025: 410" in text_of(view, kind)


def test_newest_figures_are_those_of_the_last_time():
    def newest(*figures: tuple[str, str | None, str]) -> list[str]:
        held = tuple(Observation(period=period, label=label, value=value) for period, label, value in figures)
        return [item.value for item in newest_figures(Measure(id="m-1", text="x", observations=held))]

    assert newest(("2025", "A", "1"), ("2026", "A", "2"), ("2026", "B", "3"), ("2025", "B", "4")) == ["2", "3"]
    assert newest(("2026", None, "1"), ("2026", None, "2")) == ["2"], "the last of one label"
    assert newest(("some day", "A", "1"), ("some day", "B", "2")) == ["1", "2"]
    assert newest(("some day", "A", "1"), ("2026", "A", "2")) == []
    assert newest() == []


@pytest.mark.parametrize("kind", ["outcomes/o-1/", "actions/a-1-1/", "measures/", "print/"])
def test_target_has_the_unit_of_its_measure(make_view, kind):
    figures = [{"period": "2025", "value": "38"}, {"period": "2026", "value": "57"}]
    target = {"value": "75", "by": "July 2027"}
    measure = {"id": "m-1", "text": "Share", "kind": "percent", "targets": [target], "observations": figures}
    text = text_of(make_view(None, date(2026, 12, 1), measures=[measure]), kind)
    assert "75%" in text
    assert "57%" in text
    assert "57 %" not in text


@pytest.mark.parametrize("value", ["at least 90", "Every child", "90%"])
def test_target_in_words_stays_as_it_is(value):
    measure = Measure(id="m-1", text="x", kind="percent", targets=(Target(value=value),))
    assert measure_line(Words(), measure).notes[0] == f"target: {value}"
