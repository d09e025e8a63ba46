"""`plans new` and `plans schema`: what a council and its editor begin with."""

import shlex
from pathlib import Path

import click

from generator.cli.speech import counted, os_error_words


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="TEXT", help="The council's name. Without it: an invented one.")
def new(folder: Path, name: str | None) -> None:
    """Make a new folder for a council. It holds pages to fill in, one small invented plan, and how to publish.

    \b
    plans new demo
    plans new our-plans --name "Argyll and Bute Council"
    """
    from generator.scaffold import DEFAULT_NAME, ScaffoldError, make_folder

    try:
        paths = make_folder(folder, DEFAULT_NAME if name is None else name)
    except ScaffoldError as error:
        raise click.UsageError(f"{error}.") from error
    except OSError as error:
        raise click.ClickException(os_error_words(error)) from error
    command = f"plans -C {shlex.quote(str(folder))}"
    click.echo(f"Made {counted(len(paths), 'file', 'files')} in {folder}. What to do next:")
    click.echo(f"  {command} check   says what is wrong, if anything")
    click.echo(f"  {command} serve   shows a draft that follows what you type")
    click.echo(f"  {command} build   builds the site from what was published")
    click.echo(f"Then read {folder / 'README.md'}, and write your own words where a page says 'Replace this'.")


@click.command()
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write it to FILE.")
def schema(output: Path | None) -> None:
    """Print the JSON Schema of plan.yaml. With it an editor can help you as you type.

    \b
    plans schema --output plans/plan.schema.json
    """
    from generator.schema import schema_text

    if output is None:
        click.echo(schema_text(), nl=False)
        return
    try:
        output.write_bytes(schema_text().encode("utf-8"))
    except OSError as error:
        raise click.ClickException(os_error_words(error)) from error
