"""Two days of a hand-built plan and a catalogue just large enough to write it."""

from datetime import date, datetime, time

from legday.model.catalogue import Catalogue
from legday.model.exercises import ExerciseWords
from legday.model.muscles import Muscle
from legday.model.plan import (
    Collision,
    Day,
    Plan,
    Prescription,
    Reasons,
    Session,
    SolverStage,
    UnusedOpening,
    Week,
)
from legday.model.progression import Phase, Progression
from legday.model.rules import Finding, Level, Rulebook
from legday.model.runner import GearKind, Style
from legday.model.runs import ExpectedRun, OutlookSource, RunKind

SQUAT = Prescription(
    exercise="squat",
    sets=3,
    reps=(8, 12),
    target=10,
    per_side=False,
    weight_g=25_000,
    gear=(GearKind.DUMBBELLS,),
    rir=3,
    rest_s=90,
    volume=3000,
    pick_up="2 × 12.5 kg",
)
SIDE_PLANK = Prescription(
    exercise="side-plank",
    sets=2,
    reps=(30, 30),
    target=30,
    per_side=True,
    weight_g=0,
    gear=(GearKind.BODY,),
    rir=3,
    rest_s=45,
    volume=2000,
    seconds=True,
)
TUESDAY = Session(
    id="2026-11-24-A",
    start=datetime(2026, 11, 24, 18, 0),
    minutes=42,
    opening_minutes=45,
    menu="A",
    title="Workout A",
    phase=Phase.FOUNDATION,
    new_to_legs=True,
    contacts=0,
    exercises=(SQUAT, SIDE_PLANK),
    warm_up=("leg-swing",),
    cool_down=("calf-stretch",),
    why=Reasons(
        day=("No key run within 48 h.",), menu=("The article's Workout A.",), dose=("First weight.",)
    ),
)
PLAN = Plan(
    today=date(2026, 11, 23),
    style=Style.ARTICLE,
    zone="Europe/Ljubljana",
    days=(
        Day(day=date(2026, 11, 23), mobility=("leg-swing",), rest=True),
        Day(
            day=date(2026, 11, 24),
            runs=(
                ExpectedRun(
                    day=date(2026, 11, 24),
                    kind=RunKind.EASY,
                    source=OutlookSource.RHYTHM,
                    minutes=40,
                    metres=7250,
                    start=time(7, 0),
                ),
            ),
            sessions=(TUESDAY,),
            cross_train="",
        ),
    ),
    weeks=(
        Week(
            start=date(2026, 11, 23),
            phase=Phase.FOUNDATION,
            block=0,
            wanted=2,
            sessions=1,
            sets_by_muscle={Muscle.SOLEUS: 27, Muscle.QUADRICEPS: 60},
            volume=5000,
            contacts=0,
            posterior_anterior=180,
            cut_back=False,
        ),
    ),
    solver=(SolverStage(stage="days: sessions", status="optimal", objective=2, bound=2, ms=7),),
    findings=(
        Finding(
            rule="weekly-frequency",
            level=Level.SHOULD,
            words="One session in the week of 23 Nov; 2 are wanted.",
            days=(date(2026, 11, 23),),
        ),
    ),
    unused=(
        UnusedOpening(
            start=datetime(2026, 11, 25, 18, 0),
            minutes=45,
            rule="leg-spacing",
            why_not="24 h after the last.",
        ),
    ),
    collisions=(
        Collision(
            week=date(2026, 11, 23),
            wanted=2,
            possible=1,
            rules=("leg-spacing",),
            words="Tuesday and Wednesday lie 24 h apart.",
            remedies=("a 45-minute opening on Thursday",),
        ),
    ),
    notes=("Style article.",),
)
CATALOGUE = Catalogue(
    language="en",
    exercises={},
    words={
        "squat": ExerciseWords(name="Squat", steps=(), cues=(), faults=()),
        "side-plank": ExerciseWords(name="Side plank", steps=(), cues=(), faults=()),
    },
    drills={},
    drill_words={"leg-swing": ("Leg swing", ""), "calf-stretch": ("Calf stretch", "")},
    workouts={},
    conditions={},
    rulebook=Rulebook({}),
    sources={},
    progression=Progression(
        doses={},
        block_weeks=4,
        cut_back_every=4,
        cut_back_percent=45,
        beginner_extra_rir=1,
        first_weeks_rir=4,
        rehearsal_percent=(40, 60, 80),
        change_seconds=60,
        warm_up_minutes=10,
        warm_up_after_run_minutes=5,
        cool_down_minutes=5,
        cycle_weeks=12,
    ),
)
