"""Decides the exit code of each outcome (docs/reference/exit-codes.md)."""

from enum import IntEnum

from legday.model.errors import CatalogueError, FileRefused, InputError, LegdayError, PlanBroken, StoreError


class ExitCode(IntEnum):
    """What the terminal answers to a script."""

    OK = 0
    FINDINGS = 1
    INPUT = 2
    FILE = 3
    STORE = 4
    CATALOGUE = 5
    BUG = 70
    STOPPED = 130


MEANING = {
    ExitCode.OK: "Done. An import in which some files were refused is done too: the report lists them.",
    ExitCode.FINDINGS: "`check` found a broken MUST, or `doctor` found that something is not well, or no profile yet.",
    ExitCode.INPUT: "The call, a name, a date, the profile or a plan file cannot be used.",
    ExitCode.FILE: "A file cannot be read or written, or a path to import is not there (what else was named is imported).",
    ExitCode.STORE: "The home is not there, or cannot be opened, upgraded, backed up or restored.",
    ExitCode.CATALOGUE: "A file of the catalogue is wrong.",
    ExitCode.BUG: "A bug in legday: the plan failed its own last check, or something unforeseen happened.",
    ExitCode.STOPPED: "Stopped by Ctrl-C; all that was reported is kept.",
}

_OF_ERROR: tuple[tuple[type[LegdayError], ExitCode], ...] = (
    (InputError, ExitCode.INPUT),
    (FileRefused, ExitCode.FILE),
    (StoreError, ExitCode.STORE),
    (CatalogueError, ExitCode.CATALOGUE),
    (PlanBroken, ExitCode.BUG),
)


def exit_code(error: LegdayError) -> ExitCode:
    """The exit code of an error legday raised on purpose."""
    return next((code for kind, code in _OF_ERROR if isinstance(error, kind)), ExitCode.BUG)
