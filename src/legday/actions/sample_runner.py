"""Decides what trying legday with an invented runner is: the demo's profile and files, in a home in which nothing was said yet."""

from pathlib import Path

from legday.actions.bring import Bringing, BringReport, bring
from legday.actions.demo import prepare, sample_profile
from legday.actions.import_files import Progress
from legday.actions.init import init
from legday.model.errors import InputError
from legday.reading.gather import Named
from legday.store import Store

ZONE = "Europe/Ljubljana"
"""Where the invented runner lives."""


def is_empty(store: Store) -> bool:
    """Whether nothing was ever said or imported here."""
    return store.version() == (0, 0, 0)


def begin_sample(store: Store, how: Bringing) -> None:
    """Sets the invented runner's profile. InputError where something was said or imported here before."""
    if not is_empty(store):
        raise InputError(
            value="the sample runner",
            place="this home",
            problem="would be mixed with what is here",
            remedy="another home",
        )
    text = sample_profile(how.today)
    init(store, how.catalogue, text=text, file="the sample", today=how.today, stamp=how.stamps())


def bring_sample(store: Store, how: Bringing, *, folder: Path, on_progress: Progress) -> BringReport:
    """Writes the invented runner's files into `folder` (new, or empty) and reads them."""
    runs, _ = prepare(folder, today=how.today)
    return bring(store, [Named(runs, "sample")], how, on_progress=on_progress)
