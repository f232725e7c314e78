"""Words for strength sessions in tests: what a watch recorded, what was planned, and a store that holds both."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from legday.actions.match import match_recordings
from legday.actions.plan import accept_plan
from legday.actions.stamp import Stamp
from legday.model.happened import SessionDone
from legday.model.ids import new_id
from legday.model.journal import ProfileSet
from legday.model.plan import Prescription, Session
from legday.model.runs import Digest, FileFormat, RecordedSet, Recording, Sport
from legday.model.standing_entries import standing_entries
from legday.store import Store, open_store
from plan_builder import at, catalogue, lift, plan, runner

TODAY = date(2026, 11, 29)
NOW = datetime(2026, 11, 29, 20, 0, tzinfo=UTC)

SQUAT, GOBLET, ROMANIAN, LEG_PRESS = (28, 61), (28, 37), (8, 23), (28, 0)
BENCH_PRESS, SOME_SQUAT, SOMETHING = (0, 0), (28, None), (None, None)


def stamp(number: int) -> Stamp:
    """The id and moment of the entry made `number` seconds after `NOW`."""
    moment = NOW + timedelta(seconds=number)
    return Stamp(new_id(moment, bytes(10)), moment)


def sets(words: str, kind: tuple[int | None, int | None]) -> list[RecordedSet]:
    """`4x8 60` four sets of eight with 60 kg; without a weight none was recorded."""
    dose, *weight = words.split()
    count, reps = (int(number) for number in dose.split("x"))
    grams = round(float(weight[0]) * 1000) if weight else None
    one = RecordedSet(start_s=0, seconds=40, reps=reps, weight_g=grams, category=kind[0], name=kind[1])
    return [one] * count


def watched(when: str, *parts: list[RecordedSet], number: int = 1) -> Recording:
    """A session of 48 minutes that a watch recorded at `tue 18:03` by the local clock, an hour east of Greenwich."""
    return Recording(
        sport=Sport.STRENGTH,
        start=at(when).replace(tzinfo=UTC) - timedelta(hours=1),
        elapsed_s=48 * 60,
        moving_s=48 * 60,
        file=f"{number}.fit",
        sha256=f"{number:016x}" * 4,
        format=FileFormat.FIT,
        utc_offset_s=3600,
        sets=tuple(one for part in parts for one in part),
    )


def session(when: str, *lines: str | Prescription) -> Session:
    return lift(when, lines)


def store_with(
    folder: Path, *sessions: Session, recorded: tuple[Recording, ...] = (), **facts: object
) -> Store:
    """A home with a profile, an accepted plan of `sessions`, and recordings that are not matched yet."""
    store = open_store(folder)
    profile = runner(**facts).profile
    store.append(ProfileSet(id=stamp(-9000).id, at=stamp(-9000).at, profile=profile))
    if sessions:
        accept_plan(store, plan(*sessions), stamp=stamp(-8000))
    for one in recorded:
        remember(store, one)
    return store


def remember(store: Store, one: Recording) -> None:
    store.import_file(sha256=one.sha256, file=one.file, recordings=[(one, None, Digest())])


def matched(store: Store):
    return match_recordings(store, catalogue(), today=TODAY, at=NOW)


def done(store: Store) -> list[SessionDone]:
    """The sessions that stand, one per session id: the last entry of each."""
    standing = [entry for entry in standing_entries(store.entries()) if isinstance(entry, SessionDone)]
    return list({entry.session or entry.id: entry for entry in standing}.values())
