"""Decides what the program `legday` offers, and how it ends."""

import os
import sys
import traceback
from collections.abc import Callable, Mapping
from functools import wraps
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from legday import __version__
from legday.cli.away import away
from legday.cli.backup import backup
from legday.cli.changes import changes
from legday.cli.check import check
from legday.cli.cleared import cleared
from legday.cli.demo import demo
from legday.cli.doctor import doctor
from legday.cli.door import default_home, holds_every_sign, tell
from legday.cli.exercise import exercise
from legday.cli.exit_codes import ExitCode, exit_code
from legday.cli.expect import expect
from legday.cli.export import export
from legday.cli.flag import flag
from legday.cli.history import history
from legday.cli.hurt import hurt
from legday.cli.ill import ill, well
from legday.cli.import_files import import_files
from legday.cli.init import init
from legday.cli.log import log
from legday.cli.match import match
from legday.cli.move import move
from legday.cli.plan import plan
from legday.cli.progress import progress
from legday.cli.restore import restore
from legday.cli.rules import rules
from legday.cli.runs import runs
from legday.cli.screen import screen
from legday.cli.serve import serve
from legday.cli.skip import skip
from legday.cli.slept import slept
from legday.cli.sore import sore
from legday.cli.swap import swap
from legday.cli.today import today
from legday.cli.undo import undo
from legday.cli.weigh import weigh
from legday.cli.why import why
from legday.model.errors import LegdayError

app = typer.Typer(
    name="legday",
    help="Leg strength for runners, planned around the runs they really do.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

VERBS: Mapping[str, Callable[..., None]] = {
    "init": init,
    "import": import_files,
    "match": match,
    "runs": runs,
    "expect": expect,
    "plan": plan,
    "why": why,
    "today": today,
    "serve": serve,
    "hurt": hurt,
    "sore": sore,
    "slept": slept,
    "ill": ill,
    "well": well,
    "flag": flag,
    "cleared": cleared,
    "screen": screen,
    "log": log,
    "weigh": weigh,
    "progress": progress,
    "skip": skip,
    "move": move,
    "swap": swap,
    "away": away,
    "changes": changes,
    "undo": undo,
    "history": history,
    "check": check,
    "exercise": exercise,
    "rules": rules,
    "export": export,
    "backup": backup,
    "restore": restore,
    "doctor": doctor,
    "demo": demo,
}


def ending(verb: Callable[..., None]) -> Callable[..., None]:
    """The verb, with what stops it told on standard error and answered with its exit code."""

    @wraps(verb)
    def run(*args: Any, **options: Any) -> None:
        try:
            verb(*args, **options)
            sys.stdout.flush()
        except BrokenPipeError as left:
            # The reader of the pipe has all it wanted; what is still buffered goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(ExitCode.OK) from left
        except LegdayError as error:
            tell(f"legday: {error}")
            raise typer.Exit(exit_code(error)) from error
        except KeyboardInterrupt as stop:
            tell("legday: stopped; all that was reported is kept")
            raise typer.Exit(ExitCode.STOPPED) from stop

    return run


for _name, _verb in VERBS.items():
    app.command(_name)(ending(_verb))


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
    """Runs the program; what nobody foresaw is shown whole and answered as a bug. A sign the output cannot hold becomes `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not holds_every_sign(stream):
            stream.reconfigure(errors="replace")
    try:
        app()
    except Exception:  # noqa: BLE001  # the outermost door: a bug must not look like a finding (exit code 1)
        traceback.print_exc()
        tell("legday: this is a bug; please report it with the lines above")
        sys.exit(ExitCode.BUG)


if __name__ == "__main__":
    main()
