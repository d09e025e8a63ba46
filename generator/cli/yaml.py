"""`plans yaml`: the plan.yaml of an edition."""

from pathlib import Path

import click

from generator.cli.days import EDITION
from generator.cli.places import plan_file
from generator.cli.speech import echo_lines, os_error_words


@click.command()
@click.argument("plan")
@click.option("--edition", "name", type=EDITION, metavar="NAME", help="As 2026-01-31. Without it: the newest.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write it to a new FILE.")
@click.pass_obj
def yaml(folder: Path, plan: str, name: str | None, out: Path | None) -> None:
    """Print an edition of PLAN as the plan.yaml that says the same: to go on from it, or where plan.yaml is lost.

    \b
    plans yaml kinbrae-example --edition 2026-01-31
    plans yaml kinbrae-example --out plans/kinbrae-example/plan.yaml
    """
    from dataclasses import replace

    from generator.authoring.plan_yaml import plan_yaml
    from generator.editions import settled_shelf

    place = plan_file(folder, plan).parent
    shelf, found = settled_shelf(place)
    chosen = [edition for edition in shelf.editions if name in (None, edition.name)]
    if not chosen:
        echo_lines(found)
        known = ", ".join(edition.name for edition in shelf.editions)
        what = f"There is no edition {name}" if name else "There is no edition"
        raise click.UsageError(f"{what} that can be read{f'; these can: {known}' if known else ''}.")
    # A plan that was renamed has its old id in its old editions.
    data = plan_yaml(replace(chosen[-1].plan, id=place.resolve().name))
    if out is None:
        click.echo(data.decode(), nl=False)
        return
    try:
        with out.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise click.UsageError(f"{out} is there already: name another file, or move that one away first.") from error
    except OSError as error:
        raise click.ClickException(os_error_words(error)) from error
    echo_lines(
        [f"Wrote {out}, as the edition {chosen[-1].name} has it. Private notes stand in private.yaml, not here."]
    )
