"""Which plan the user means."""

from pathlib import Path

import click

from generator.text import nearest


def plan_file(folder: Path, plan: str) -> Path:
    """The file of the plan that the user named by its id, or by its folder."""
    from generator.plan.reader import PLAN_FILE, plan_folders

    places = {place.name: place for place in plan_folders(folder / "plans")}
    name = Path(plan).name
    if name not in places or plan.rstrip("/\\") not in (name, f"plans/{name}", f"plans\\{name}", str(places[name])):
        meant = nearest(name, places)
        hint = f"Did you mean {meant!r}?" if meant else f"{folder / 'plans'} holds {', '.join(places) or 'no plan'}."
        raise click.UsageError(f"There is no plan {plan!r}. {hint}")
    return places[name] / PLAN_FILE
