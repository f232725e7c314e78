"""Decides what a home of ten years holds when pages are measured: 2,000 sessions, 40,000 sets, 2,500 runs with their samples."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import numpy as np

from legday.actions.demo import WEEKS_OF_PLAN, sample_profile
from legday.actions.init import init
from legday.actions.plan import accept_plan, make_plan
from legday.actions.stamp import Stamp
from legday.actions.state import facts
from legday.catalogue.reader import read_catalogue
from legday.model.happened import PainFelt, Slept, SorenessFelt
from legday.model.ids import new_id
from legday.model.journal import AnyEntry, KindCorrected, PlanAccepted, ProfileSet
from legday.model.runs import Digest, FileFormat, Lap, Recording, RunKind, Samples, Sport
from legday.model.sets import Side
from legday.running.digest import digest
from legday.store import Store, open_store
from lived_years import SESSIONS, ten_years

TODAY = date(2026, 11, 24)
NOW = datetime.combine(TODAY, time(7), tzinfo=UTC)
YEARS = 10
RUNS = 2_500
PLANS = 40
ZONE = "Europe/Ljubljana"
WEEK = (
    (1, time(6, 15), 55, 3.6, "Tempo"),
    (2, time(6, 30), 45, 2.9, "Easy run"),
    (3, time(6, 40), 40, 2.9, "Easy run"),
    (5, time(9, 0), 50, 2.9, "Easy run"),
    (6, time(8, 0), 105, 2.8, "Long run"),
)
"""A runner's week: weekday, start (UTC), minutes, metres per second, title."""


@dataclass
class SetClock:
    """A clock that shows `at` (aware), each stamp a millisecond later."""

    at: datetime = NOW
    made: int = 0

    def now_in(self, zone: str) -> datetime:
        return self.at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    def new_stamp(self) -> Stamp:
        self.made += 1
        at = self.at + timedelta(milliseconds=self.made)
        return Stamp(new_id(at, self.made.to_bytes(10)), at)


def make_home(home: Path, *, set_by_set: bool = True, years: int = YEARS) -> None:
    """Writes the last `years` of the ten years into `home` (new): the sample runner's profile, all that was logged, a plan accepted today."""
    catalogue, clock = read_catalogue(), SetClock()
    began = TODAY - timedelta(days=364 * years)
    with open_store(home) as store:
        _runs(store, began)
        first = SetClock(at=datetime.combine(began, time(6), tzinfo=UTC))
        text = sample_profile(TODAY)
        init(store, catalogue, text=text, file="profile.toml", today=TODAY, stamp=first.new_stamp())
        logged = ten_years(set_by_set=set_by_set, weights_said=True)
        store.append_all([one for one in logged if not isinstance(one, ProfileSet) and one.at > first.at])
        store.append_all(_said(store, began))
        known = facts(store, catalogue, today=TODAY, weeks=WEEKS_OF_PLAN)
        plan = make_plan(known, weeks=WEEKS_OF_PLAN).plan
        accepted = accept_plan(store, plan, stamp=clock.new_stamp())
        store.append_all(_older_plans(accepted, began))


def _older_plans(accepted: PlanAccepted, began: date) -> list[AnyEntry]:
    """Plans accepted every few months: as large as a plan is, and over by now."""
    step = (TODAY - began) / PLANS
    found: list[AnyEntry] = []
    for number in range(PLANS):
        at = datetime.combine(began + number * step, time(12), tzinfo=UTC)
        found.append(
            replace(
                accepted,
                id=new_id(at, (7_000_000 + number).to_bytes(10)),
                at=at,
                today=at.date(),
                sessions=(),
            )
        )
    return found


def _said(store: Store, began: date) -> list[AnyEntry]:
    """Nights and soreness of every other day, a sore place now and then, kinds of runs put right."""
    found: list[AnyEntry] = []
    number = count(5_000_000)

    def made(day: date) -> dict[str, object]:
        at = datetime.combine(day, time(5, 30), tzinfo=UTC)
        return {"id": new_id(at, next(number).to_bytes(10)), "at": at}

    for days in range(0, (TODAY - began).days, 2):
        day = began + timedelta(days=days)
        found.append(Slept(**made(day), day=day, minutes=400 + days % 90, readiness=3 + days % 3))
        found.append(SorenessFelt(**made(day), day=day, score=days % 3))
        if days % 56 == 0:
            found += [
                PainFelt(
                    **made(day + timedelta(days=at)),
                    day=day + timedelta(days=at),
                    place="achilles",
                    score=score,
                    side=Side.LEFT,
                )
                for at, score in enumerate((3, 2, 0))
            ]
    found += [
        KindCorrected(**made(one.start.date()), recording=one.id, start=one.start, kind=RunKind.QUALITY)
        for one, _ in store.recordings(sport=Sport.RUN)[::40]
    ]
    return found


def _runs(store: Store, began: date) -> None:
    """Five runs a week, a second one on every other Tuesday; ten files in all, so that they are written in few transactions."""
    shapes = {minutes: _shape(minutes, speed) for _, _, minutes, speed, _ in WEEK}
    made: list[tuple[Recording, Samples, Digest]] = []
    weeks = (TODAY - began).days // 7
    wanted = RUNS * weeks // (52 * YEARS)
    for number in range(wanted):
        week, place = divmod(number * weeks * len(WEEK) // wanted, len(WEEK))
        weekday, at, minutes, _, title = WEEK[place]
        monday = began - timedelta(days=began.weekday()) + timedelta(weeks=week)
        start = datetime.combine(monday + timedelta(days=weekday), at, tzinfo=UTC)
        if start.date() < TODAY:
            made.append(_run(number, start, title, *shapes[minutes]))
    for part in range(0, len(made), 250):
        name = f"{part:016x}" * 4
        some = [
            (replace(recording, sha256=name, part=at), samples, found)
            for at, (recording, samples, found) in enumerate(made[part : part + 250])
        ]
        store.import_file(sha256=name, file=f"{part}.zip", recordings=some)


def _run(
    number: int, start: datetime, title: str, samples: Samples, found: Digest
) -> tuple[Recording, Samples, Digest]:
    seconds = int(samples.t[-1])
    metres = round(float(samples.metres[-1])) + number % 500
    recording = Recording(
        sport=Sport.RUN,
        start=start,
        elapsed_s=seconds,
        moving_s=seconds,
        file=f"{start:%Y-%m-%d-%H%M}.fit",
        sha256="",
        format=FileFormat.FIT,
        utc_offset_s=3600,
        metres=metres,
        ascent_m=80 + number % 200,
        descent_m=80 + number % 200,
        mean_heart_rate=140 + number % 9,
        max_heart_rate=170,
        title=title,
        device="Watch",
        laps=tuple(Lap(start_s=at, seconds=300, metres=900, heart_rate=140) for at in range(0, seconds, 300)),
    )
    return recording, samples, found


def _shape(minutes: int, speed: float) -> tuple[Samples, Digest]:
    """One run of this length, one sample a second, over rolling ground, and its digest."""
    t = np.arange(minutes * 60 + 1, dtype=np.float64)
    pace = speed + 0.3 * np.sin(t / 200)
    metres = np.concatenate(([0.0], np.cumsum(pace[1:])))
    samples = Samples(
        t=t,
        metres=np.round(metres, 2),
        heart_rate=np.round(135 + 12 * speed + 6 * np.sin(t / 240)),
        altitude=np.round(300 + 25 * np.sin(metres / 900), 1),
        cadence=np.round(168 + 4 * np.sin(t / 60)),
        latitude=46.05 + metres / 150_000,
        longitude=14.5 + metres / 220_000,
    )
    recording, _, _ = _run(0, datetime.combine(TODAY, time(8), tzinfo=UTC), "", samples, None)  # type: ignore[arg-type]
    return samples, digest(recording, samples)


def home_parser(words: str | None) -> argparse.ArgumentParser:
    """What a benchmark over ten years is asked with."""
    parser = argparse.ArgumentParser(description=words)
    parser.add_argument("--home", type=Path, help="a folder where the ten years are, or will be, kept")
    return parser


@contextmanager
def copied_home(kept: Path | None) -> Iterator[Path]:
    """A copy of the home of ten years, made where `kept` is not or does not hold it yet; gone when the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        whole = kept or Path(folder) / "made"
        if not (whole / "legday.sqlite").exists():
            make_home(whole)
        home = Path(folder) / "home"
        shutil.copytree(whole, home)
        yield home


if __name__ == "__main__":
    make_home(Path(sys.argv[1]))
    print(f"{SESSIONS} sessions, {RUNS} runs in {sys.argv[1]}")
