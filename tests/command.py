"""The command line for tests."""

from click.testing import CliRunner, Result

from generator.cli import main


def plans(*arguments: object, typed: str | None = None) -> Result:
    """What `plans` says to `arguments`, where the user answers `typed`. A fault of our own is raised."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
