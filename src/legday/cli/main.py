"""Decides what the program `legday` offers, and how it ends."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from legday import __version__
from legday.cli.backup import backup
from legday.cli.check import check
from legday.cli.demo import demo
from legday.cli.doctor import doctor
from legday.cli.door import default_home
from legday.cli.exercise import exercise
from legday.cli.exit_codes import ExitCode, exit_code
from legday.cli.expect import expect
from legday.cli.export import export
from legday.cli.import_files import import_files
from legday.cli.init import init
from legday.cli.plan import plan
from legday.cli.restore import restore
from legday.cli.rules import rules
from legday.cli.runs import runs
from legday.cli.today import today
from legday.cli.why import why
from legday.model.errors import LegdayError

app = typer.Typer(
    name="legday",
    help="Leg strength for runners, planned around the runs they really do.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

VERBS = {
    "init": init,
    "import": import_files,
    "runs": runs,
    "expect": expect,
    "plan": plan,
    "why": why,
    "today": today,
    "check": check,
    "exercise": exercise,
    "rules": rules,
    "export": export,
    "backup": backup,
    "restore": restore,
    "doctor": doctor,
    "demo": demo,
}
for _name, _verb in VERBS.items():
    app.command(_name)(_verb)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"legday {__version__}\n")
        raise typer.Exit


@app.callback()
def home(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option("--home", envvar="LEGDAY_HOME", metavar="DIR", help="Where your data lives."),
    ] = None,
    version: Annotated[  # noqa: ARG001  # its callback answers
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Leg strength for runners, planned around the runs they really do."""
    context.obj = home or default_home()


def main() -> None:
    """Runs the program; errors go to standard error, each kind with its own exit code."""
    try:
        app()
    except LegdayError as error:
        sys.stderr.write(f"legday: {error}\n")
        sys.exit(exit_code(error))
    except KeyboardInterrupt:
        sys.stderr.write("legday: stopped; all that was reported is kept\n")
        sys.exit(ExitCode.STOPPED)
    except BrokenPipeError:
        # The reader of the pipe has left; there is nobody to tell.
        sys.stderr.close()
        sys.exit(ExitCode.OK)


if __name__ == "__main__":
    main()
