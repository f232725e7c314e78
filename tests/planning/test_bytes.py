"""The same inputs give the same plan to the byte, in whatever process and with whatever order of hashing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PROGRAM = """
import sys
from datetime import date, time

from legday import plan_legs
from legday.catalogue.reader import read_catalogue
from legday.model.runner import Gear, GearKind, LiftingLevel, Opening, Profile, Race, Style, UsualRun
from legday.model.runs import RunKind
from legday.model.state import RunnerState
from legday.running.outlook import make_outlook
from legday.writing.plan_json import canonical_json

TODAY = date(2026, 11, 24)
profile = Profile(
    name="Ana",
    born=1991,
    body_mass_g=62_000,
    style=Style(sys.argv[1]),
    lifting=LiftingLevel(sys.argv[2]),
    gear=Gear(
        dumbbells_g=(5_000, 7_500, 10_000, 12_500),
        kettlebells_g=(16_000,),
        things=frozenset({GearKind.BENCH, GearKind.STEP, GearKind.BANDS, GearKind.SLIDERS, GearKind.BALL}),
    ),
    openings=tuple(Opening(weekday=n, start=time(18), minutes=45) for n in (0, 1, 2, 4, 5)),
    usual_week=(
        UsualRun(weekday=1, kind=RunKind.EASY, minutes=45, start=time(7)),
        UsualRun(weekday=3, kind=RunKind.QUALITY, minutes=50, start=time(18)),
        UsualRun(weekday=6, kind=RunKind.LONG, minutes=90, start=time(9)),
    ),
    races=(Race(day=date(2027, 2, 14), metres=21_098),),
    likes=("hip-thrust", "lateral-lunge"),
    dislikes=("squat",),
    supersets=True,
    variety=True,
)
outlook = make_outlook(profile, (), (), today=TODAY, weeks=12)
plan = plan_legs(RunnerState(profile=profile), outlook, read_catalogue(), today=TODAY, weeks=12)
assert len(plan.sessions) > 12
sys.stdout.buffer.write(canonical_json(plan).encode())
"""


def plan_bytes(style: str, lifting: str, *, hash_seed: int) -> bytes:
    """A twelve-week plan made in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": str(hash_seed)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, style, lifting],
        env=environment,
        capture_output=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize(("style", "lifting"), [("article", "beginner"), ("evidence", "trained")])
def test_two_processes_that_hash_differently_write_the_same_bytes(style, lifting):
    first = plan_bytes(style, lifting, hash_seed=1)
    assert first.startswith(b"{")
    assert b'"ms":' not in first
    assert plan_bytes(style, lifting, hash_seed=4_242) == first
