"""Decides whether legday is well here: versions, the home, its database, and what is missing for a plan."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import legday
from legday.actions.journal import read_journal
from legday.model.runs import Sport
from legday.store import Store

LIBRARIES = (
    "ortools",
    "numpy",
    "pydantic",
    "sqlalchemy",
    "alembic",
    "pyfitparsernative",
    "fitdecode",
    "icalendar",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorReport:
    """What the doctor found. `missing` are sentences about what a plan still needs; `problems` is the database's own answer."""

    version: str
    python: str
    libraries: Mapping[str, str]
    schema: str
    problems: tuple[str, ...]
    entries: int
    recordings: int
    missing: tuple[str, ...]
    profile: bool

    @property
    def well(self) -> bool:
        """Nothing is broken, and there is somebody to plan for."""
        return self.profile and not self.problems and all(self.libraries.values())


def doctor(store: Store | None) -> DoctorReport:
    """Looks at the installation and the home (None where there is none yet); changes nothing."""
    if store is None:
        return DoctorReport(
            version=legday.__version__,
            python=platform.python_version(),
            libraries={name: _version(name) for name in LIBRARIES},
            schema="",
            problems=(),
            entries=0,
            recordings=0,
            missing=("No home here: `legday init --from profile.toml` makes one.",),
            profile=False,
        )
    entries = store.entries()
    recordings = store.recordings()
    return DoctorReport(
        version=legday.__version__,
        python=platform.python_version(),
        libraries={name: _version(name) for name in LIBRARIES},
        schema=store.schema_version(),
        problems=store.problems(),
        entries=len(entries),
        recordings=len(recordings),
        missing=tuple(_missing(store)),
        profile=read_journal(entries).profile is not None,
    )


def _missing(store: Store) -> list[str]:
    journal = read_journal(store.standing())
    told: list[str] = []
    if journal.profile is None:
        return ["No profile: `legday init --from profile.toml`."]
    if not journal.profile.openings:
        told.append("No openings: a plan needs times at which you could lift.")
    has_runs = bool(store.recordings(sport=Sport.RUN))
    if not (has_runs or journal.profile.usual_week or journal.run_plans):
        told.append("No runs: `legday import FOLDER`, a run plan or a usual week say when you run.")
    return told


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
