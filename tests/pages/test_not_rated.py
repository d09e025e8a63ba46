"""What the plan does not rate is never called "not yet rated": on no page, in no file, in no feed."""

import html
import re
from datetime import date

import pytest

from generator.council.settings import read_settings
from generator.site.units import PlanUnit, Site, editions_units
from tests.conftest import small_plan
from tests.council_folder import ADDRESS, write_council
from tests.shelves import publish_on

TODAY = date(2020, 10, 1)
SUB = {"id": "a-1-2", "number": "1.2", "title": "Write to them", "progress": "100", "timescales": ("May 2019",)}
ACTIONS = (
    {"id": "a-1-1", "number": "1.1", "title": "Ask children", "progress": "100", "leads": ("council",),
     "answers": ("f-1",), "timescales": ("March 2019",), "sub_actions": (SUB,)},
)  # fmt: skip
MORE = {
    "evidence": [{"id": "e-1", "title": "Audit"}],
    "findings": [{"id": "f-1", "kind": "recommendation", "title": "Listen"}],
}


def texts(folder, rated, status=None) -> dict[str, str]:
    """Every page and file of a plan with two editions, one of which has an action that the other has not."""
    place = folder / "anytown"
    for year, actions in ((2019, ACTIONS), (2020, (*ACTIONS, {"id": "a-9", "title": "Later", "progress": "100"}))):
        outcome = {"id": "o-1", "number": "1", "title": "Heard", "actions": actions}
        outcome |= {"status": status} if status else {}
        plan = small_plan({"rated": rated, "outcomes": [outcome], **MORE})
        shelf = publish_on(place, date(year, 1, 1), plan, today=TODAY)
    settings, _ = read_settings(write_council(folder / "council", site_url=ADDRESS))
    newest = shelf.editions[-1]
    unit = PlanUnit(Site(settings, ()), newest.plan, TODAY, edition=newest, history=shelf)
    made = unit.make()
    pages = (*made.pages, *(page for years in editions_units(unit) for page in years.stage()))
    found = {page.address: html.unescape(" ".join(page.markdown.split())) for page in pages}
    files = {name: data for name, data in made.files.items() if not name.endswith(".zip")}
    return found | {name: data.decode("utf-8", "replace") for name, data in files.items()}


@pytest.mark.parametrize(("rated", "status"), [([], None), (["outcomes"], "green")])
def test_level_that_is_not_rated_is_never_not_yet_rated(tmp_path, rated, status):
    found = texts(tmp_path, rated, status)
    assert len(found) > 20
    for name, text in found.items():
        # The legend explains the words of a plan that rates something; what is frozen as data keeps what it held.
        text = re.sub("When there is no rating.*?</table>", "", text) if rated else text
        if not name.endswith(".json"):
            assert not re.search(".{0,80}not[- ]yet[- ]rated", text, re.IGNORECASE), name
