"""A council's folder for tests: plan files that can be changed and are published as they stand, pages, settings."""

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import Any

from generator.authoring.publish import take_step
from generator.council.settings import Settings, read_settings
from generator.editions import Announcement, Shelf, published
from generator.plan.reader import read_plan

SETTINGS = """\
site_name: Plans of Anytown
{site_url}docs_dir: content
theme:
  name: material
plugins:
  - plans
extra:
  publisher: Anytown Council
  contact:
    role: Child protection team
  help:
    lines:
      - text: In danger now
        phone: "999"
  menu: [about]
"""
ADDRESS = "https://plans.example.org/anytown/"
PUBLISHED = date(2018, 9, 28)
PAGES = {
    "about": "# About\n\nWhat this is.\n",
    "accessibility": "# Accessibility statement\n\nNo one has tested it yet.\n",
    "formats": "# Ask for another format\n\nAsk us.\n",
    "privacy": "# Privacy\n\nNothing is kept. [More](about.md)\n",
}
PLAN: dict[str, Any] = {
    "schema": "1",
    "id": "anytown",
    "title": "Anytown plan",
    "publisher": "Anytown Council",
    "rated": ["actions"],
    "status_scheme": {
        "name": "RAG",
        "statuses": [
            {"id": "red", "label": "Red", "meaning": "Not on time", "tone": "off-track"},
            {"id": "green", "label": "Green", "meaning": "On time", "tone": "on-track"},
        ],
    },
    "bodies": [{"id": "nhs", "name": "NHS"}],
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
                    "status": "green",
                    "leads": [{"body": "nhs"}],
                    "timescales": [{"words": "March 2019"}],
                    "measures": {"missing": "not-stated"},
                }
            ],
        }
    ],
}


def write_council(
    folder: Path,
    *plans: dict[str, Any],
    site_url: str = "",
    pages: dict[str, str] | None = None,
    settings: str = SETTINGS,
    day: date | None = PUBLISHED,
) -> Path:
    """Fill `folder`. Each of `plans` is what differs from PLAN; without any there is PLAN alone.

    They are published on `day`; without it they are drafts.
    """
    for plan in plans or ({},):
        whole = {**deepcopy(PLAN), **plan}
        place = folder / "plans" / whole["id"] / "plan.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(plan_file(whole), "utf-8")
    (folder / "content").mkdir(parents=True, exist_ok=True)
    for name, text in {**PAGES, **(pages or {})}.items():
        (folder / "content" / f"{name}.md").write_text(text, "utf-8")
    url = f"site_url: {site_url}\n" if site_url else ""
    (folder / "mkdocs.yml").write_text(settings.format(site_url=url), "utf-8")
    if day:
        publish_plans(folder, day)
    return folder


def settings_of(folder: Path, *, site_url: str = ADDRESS) -> Settings:
    """The settings of an invented council."""
    settings, problems = read_settings(write_council(folder, site_url=site_url))
    assert settings, problems
    return settings


def publish_plans(folder: Path, day: date = PUBLISHED) -> None:
    """Let the text of each plan in the council's folder be its first edition, if it can be read at all."""
    for place in sorted((folder / "plans").iterdir()):
        if read_plan(place).plan:
            publish_anew(place, day)


def publish_anew(place: Path, day: date) -> Shelf:
    """Let the text of the plan in `place` be its first edition. The same text gives the same bytes each time."""
    rmtree(place / "editions", ignore_errors=True)
    (place / "editions.lock").unlink(missing_ok=True)
    return publish_next(place, day)


def publish_next(place: Path, day: date) -> Shelf:
    """Let the text of the plan in `place` be its next edition, with a salt that is known."""
    plan = read_plan(place).plan
    assert plan is not None, "only what can be read is published"
    said = Announcement(date=day, kind="significant", note=f"As on {day}.")
    return take_step(place, lambda shelf: published(shelf, plan, said, salt="5" * 32))


def plan_file(plan: dict[str, Any]) -> str:
    """`plan` as a file: JSON is YAML too, and keeps the order of keys."""
    return json.dumps(plan, ensure_ascii=False, indent=1)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path there."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
