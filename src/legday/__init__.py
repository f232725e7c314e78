"""legday plans leg strength for runners around the runs they really do.

Three calls for programs, each imported when it is first used: `plan_legs` makes a plan, `check` judges one,
`read_runs` reads recordings.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legday.actions.plan_legs import plan_legs
    from legday.planning.check import check
    from legday.reading.recordings import read_runs

__all__ = ["check", "plan_legs", "read_runs"]
__version__ = "0.1.0"

_PLACES = {
    "check": "legday.planning.check",
    "plan_legs": "legday.actions.plan_legs",
    "read_runs": "legday.reading.recordings",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_PLACES])
