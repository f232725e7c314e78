"""Decides that each form of expectation can hold and can fail."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from legday.model.catalogue import Catalogue
from legday.model.exercises import (
    Counting,
    Exercise,
    FitExercise,
    GearVariant,
    Laterality,
    Pattern,
    SessionPlace,
)
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
from legday.model.runner import Gear, GearKind, Opening, Profile, Style
from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from story_afterwards_cases import AFTERWARDS
from story_expectations import FORMS, NoSuchForm, Told, problem_with
from story_notation import Expectation, Story, read_stories


def _exercise(name: str, pattern: Pattern, laterality: Laterality = Laterality.BOTH_LEGS) -> Exercise:
    return Exercise(
        id=name,
        pattern=pattern,
        laterality=laterality,
        counting=Counting.REPS,
        place=SessionPlace.HEAVY,
        sets={Muscle.QUADRICEPS: 4},
        gear=(GearVariant(needs=frozenset({GearKind.BODY})),),
        body_share=70,
        rep_seconds=3,
        rest_s=60,
        reps=(8, 12),
        base_sets=3,
        fit=FitExercise(category=28, name=0),
        sources=(),
    )


CATALOGUE = Catalogue(
    language="en",
    exercises={
        "squat": _exercise("squat", Pattern.SQUAT),
        "step-up": _exercise("step-up", Pattern.STEP, Laterality.ONE_LEG),
        "deadlift": _exercise("deadlift", Pattern.HINGE),
        "calf-raise": _exercise("calf-raise", Pattern.CALF),
        "box-jump": _exercise("box-jump", Pattern.PLYOMETRIC),
    },
    words={},
    drills={},
    drill_words={},
    workouts={},
    conditions={},
    rulebook=Rulebook(rules={}),
    sources={},
    progression=Progression(
        doses={},
        block_weeks=4,
        cut_back_every=4,
        cut_back_percent=45,
        beginner_extra_rir=1,
        first_weeks_rir=4,
        rehearsal_percent=(40,),
        change_seconds=60,
        warm_up_minutes=10,
        warm_up_after_run_minutes=5,
        cool_down_minutes=5,
        cycle_weeks=12,
    ),
)


def _does(
    name: str, *, sets: int = 3, reps: tuple[int, int] = (8, 12), weight_g: int = 20_000, rir: int = 3
) -> Prescription:
    return Prescription(
        exercise=name,
        sets=sets,
        reps=reps,
        target=reps[0],
        per_side=False,
        weight_g=weight_g,
        gear=(GearKind.DUMBBELLS,) if weight_g else (),
        rir=rir,
        rest_s=60,
        volume=1000,
    )


def _session(start: datetime, menu: str, *exercises: Prescription, minutes: int = 40) -> Session:
    return Session(
        id=f"{start.date()}-{menu}",
        start=start,
        minutes=minutes,
        opening_minutes=45,
        menu=menu,
        title=f"Workout {menu}",
        phase=Phase.FOUNDATION,
        new_to_legs=False,
        contacts=0,
        exercises=exercises,
        warm_up=(),
        cool_down=(),
        why=Reasons(day=("on the evening after the run",), menu=("all",), dose=("as printed",)),
    )


WHOLE = (_does("squat"), _does("step-up"), _does("deadlift"), _does("calf-raise", reps=(15, 15)))
EVENING = time(18)
TUESDAY = _session(datetime(2026, 11, 24, 18), "A", *WHOLE)
FRIDAY = _session(datetime(2026, 11, 27, 18), "B", *WHOLE)
NEXT_TUESDAY = _session(datetime(2026, 12, 1, 18), "A", *WHOLE)
NEXT_FRIDAY = _session(datetime(2026, 12, 4, 18), "B", *WHOLE)


def _run(day: date, kind: RunKind, start: time | None = None) -> ExpectedRun:
    return ExpectedRun(
        day=day, kind=kind, source=OutlookSource.USUAL_WEEK, minutes=60, metres=12_000, start=start
    )


def _days(*sessions: Session) -> tuple[Day, ...]:
    runs = {
        24: (_run(date(2026, 11, 24), RunKind.EASY, time(7)),),
        29: (_run(date(2026, 11, 29), RunKind.LONG),),
    }
    november = [Day(day=date(2026, 11, number), runs=runs.get(number, ())) for number in range(23, 31)]
    december = [Day(day=date(2026, 12, number)) for number in range(1, 7)]
    with_mobility = {date(2026, 11, 25), date(2026, 12, 2)}
    return tuple(
        replace(
            day,
            sessions=tuple(session for session in sessions if session.day == day.day),
            mobility=("hips",) if day.day in with_mobility else (),
        )
        for day in (*november, *december)
    )


def _week(start: date, *, cut_back: bool = False) -> Week:
    return Week(
        start=start,
        phase=Phase.FOUNDATION,
        block=0,
        wanted=2,
        sessions=2,
        sets_by_muscle={Muscle.QUADRICEPS: 60},
        volume=8000,
        contacts=0,
        posterior_anterior=180,
        cut_back=cut_back,
    )


PLAN = Plan(
    today=date(2026, 11, 23),
    style=Style.ARTICLE,
    zone="UTC",
    days=_days(TUESDAY, FRIDAY, NEXT_TUESDAY, NEXT_FRIDAY),
    weeks=(_week(date(2026, 11, 23)), _week(date(2026, 11, 30), cut_back=True)),
    solver=(SolverStage(stage="days", status="optimal", objective=3, bound=3),),
    findings=(Finding(rule="muscle-band", level=Level.SHOULD, words="few"),),
    unused=tuple(
        UnusedOpening(start=datetime(2026, month, day, 18), minutes=45, rule="leg-spacing", why_not="24 h")
        for month, day in ((11, 25), (12, 2))
    ),
    collisions=(
        Collision(
            week=date(2026, 11, 30),
            wanted=3,
            possible=2,
            rules=("leg-spacing",),
            words="no room",
            remedies=("an opening on Sunday",),
        ),
    ),
    notes=("a taper begins",),
)

PROFILE = Profile(
    name="Ana",
    born=1991,
    body_mass_g=62_000,
    gear=Gear(dumbbells_g=(10_000,)),
    openings=tuple(Opening(start=EVENING, minutes=45, weekday=weekday) for weekday in (1, 2, 4)),
)

STORY = Story(
    name="small",
    title="Small",
    profile="",
    today=date(2026, 11, 23),
    weeks=2,
    expectations=(Expectation(text="no must finding", line=1),),
)

TOLD = Told(
    story=STORY,
    profile=PROFILE,
    outlook=Outlook(),
    plan=PLAN,
    catalogue=CATALOGUE,
    not_understood=("Dentist",),
)


def _with(*sessions: Session) -> Told:
    return replace(TOLD, plan=replace(PLAN, days=_days(*sessions)))


def _one(*exercises: Prescription) -> Told:
    return _with(replace(TUESDAY, exercises=exercises))


BROKEN = Finding(rule="leg-spacing", level=Level.MUST, words="24 h")
SILENT = replace(
    TOLD, plan=replace(PLAN, unused=(), solver=(), collisions=(), findings=(BROKEN,)), not_understood=()
)
HEAVIER = _with(TUESDAY, replace(NEXT_TUESDAY, exercises=(_does("squat", weight_g=30_000),)))

CASES: list[tuple[str, Told, str, Told]] = [
    ("sessions a week: 2", TOLD, "sessions a week: 1 to 2", _with(NEXT_TUESDAY)),
    ("week 2026-11-23 has 2 sessions", TOLD, "week 2026-11-23 has 1 session", TOLD),
    ("sessions in all: 4", TOLD, "sessions in all: 1 to 3", TOLD),
    ("sessions on: tue, fri", TOLD, "no session on: fri, sun", TOLD),
    ("every week the same weekdays", TOLD, "every week the same weekdays", _with(TUESDAY)),
    ("gap >= 72 h", TOLD, "gap >= 73 h", TOLD),
    ("2026-11-24 18:00 has a session", TOLD, "2026-11-24 19:00 has a session", TOLD),
    ("2026-11-25 has no session", TOLD, "2026-11-24 has no session", TOLD),
    ("no session from 2026-11-25 to 2026-11-26", TOLD, "no session from 2026-11-25 to 2026-11-27", TOLD),
    ("each session <= 40 min", TOLD, "each session <= 39 min", TOLD),
    (
        "each session inside an opening",
        TOLD,
        "each session inside an opening",
        _with(replace(TUESDAY, minutes=46)),
    ),
    ("session ends >= 35 h before key runs", TOLD, "session ends >= 36 h before key runs", TOLD),
    (
        "on run days the session follows the run",
        TOLD,
        "on run days the session follows the run",
        _with(replace(TUESDAY, start=datetime(2026, 11, 24, 7, 59))),
    ),
    ("no session on run days", _with(FRIDAY), "no session on run days", TOLD),
    (
        "last session ends >= 35 h before 2026-11-29",
        TOLD,
        "last session ends >= 36 h before 2026-11-29",
        TOLD,
    ),
    ("2026-11-29 runs: long 60 min 12 km", TOLD, "2026-11-29 runs: easy", TOLD),
    ("2026-11-25 has no run", TOLD, "2026-11-24 has no run", TOLD),
    ("not understood: Dentist", TOLD, "not understood: Dentist", SILENT),
    ("everything understood", SILENT, "everything understood", TOLD),
    (
        "2026-11-24 has A: squat 3x8-12, step-up, deadlift at 20 kg, calf-raise 3x15",
        TOLD,
        "2026-11-24 has A: squat 3x8-12, deadlift, step-up, calf-raise",
        TOLD,
    ),
    ("menu A of block 0 holds: deadlift", TOLD, "menu A of block 0 is: deadlift", TOLD),
    (
        "2026-11-24 pairs squat with calf-raise",
        _with(replace(TUESDAY, supersets=(("squat", "calf-raise"),))),
        "2026-11-24 pairs squat with calf-raise",
        TOLD,
    ),
    (
        "2026-11-24 pairs nothing",
        TOLD,
        "2026-11-24 pairs nothing",
        _with(replace(TUESDAY, supersets=(("squat", "calf-raise"),))),
    ),
    ("every session has a one-leg exercise", TOLD, "every session has a calf exercise", _one(_does("squat"))),
    ("no plyometrics", TOLD, "no plyometrics", _one(_does("box-jump"))),
    ("never box-jump, lunge", TOLD, "never box-jump, squat", TOLD),
    ("effort >= 3 in reserve", TOLD, "effort >= 4 in reserve until 2026-11-25", TOLD),
    ("repetitions >= 8", TOLD, "repetitions >= 9", TOLD),
    ("every weight buildable", TOLD, "every weight buildable", _one(_does("squat", weight_g=15_000))),
    ("no weights", _one(_does("squat", weight_g=0)), "no weights", TOLD),
    ("gear used: dumbbells", TOLD, "gear used: bench", TOLD),
    (
        "every weight step <= 10 % or the next one owned",
        TOLD,
        "every weight step <= 10 % or the next one owned",
        HEAVIER,
    ),
    (
        "weekly volume <= 110 % of the four weeks before",
        TOLD,
        "weekly volume <= 110 % of the four weeks before",
        _with(TUESDAY, FRIDAY, NEXT_TUESDAY, replace(NEXT_FRIDAY, exercises=(*WHOLE, *WHOLE))),
    ),
    ("week 2026-11-23 is foundation", TOLD, "week 2026-11-23 is taper", TOLD),
    ("a cut-back week every 2 to 3 weeks", TOLD, "a cut-back week every 3 to 4 weeks", TOLD),
    (
        "quadriceps 4 to 15 sets in week 2026-11-23",
        TOLD,
        "hamstrings 4 to 15 sets in week 2026-11-23",
        TOLD,
    ),
    ("mobility on >= 1 days a week", TOLD, "rest on >= 6 days a week", TOLD),
    ("no must finding", TOLD, "no must finding", SILENT),
    ("finding of muscle-band", TOLD, "no finding of muscle-band", TOLD),
    ("no collision", SILENT, "no collision", TOLD),
    ("collision in week 2026-11-30 names leg-spacing", TOLD, "collision in week 2026-11-23", TOLD),
    ("remedy mentions sunday", TOLD, "remedy mentions monday", TOLD),
    ("unused 2026-11-25 18:00 names leg-spacing", TOLD, "unused 2026-11-25 18:00 names gear", TOLD),
    ("every unused opening has a reason", TOLD, "every unused opening has a reason", SILENT),
    (
        "every session says why this day, these exercises, this dose",
        TOLD,
        "every session says why this day, these exercises, this dose",
        _with(replace(TUESDAY, why=Reasons())),
    ),
    ("2026-11-24 why mentions evening", TOLD, "2026-11-24 why mentions morning", TOLD),
    ("a note mentions taper", TOLD, "a note mentions race", TOLD),
    ("the days are proven optimal", TOLD, "the days are proven optimal", SILENT),
    *AFTERWARDS,
]


def _form_of(line: str) -> int:
    return next(number for number, (pattern, _) in enumerate(FORMS) if pattern.fullmatch(line))


@pytest.mark.parametrize(("holds", "told", "fails", "other"), CASES, ids=[case[0] for case in CASES])
def test_a_form_holds_for_one_plan_and_fails_for_another(
    holds: str, told: Told, fails: str, other: Told
) -> None:
    assert problem_with(told, holds) == ""
    assert problem_with(other, fails) != ""
    assert _form_of(holds) == _form_of(fails)


def test_every_form_has_a_case() -> None:
    assert {_form_of(case[0]) for case in CASES} == set(range(len(FORMS)))


def test_a_line_that_fits_no_form_is_named() -> None:
    with pytest.raises(NoSuchForm, match="the moon is full"):
        problem_with(TOLD, "the moon is full")


def test_every_line_of_every_story_fits_a_form() -> None:
    stories = read_stories(Path(__file__).parents[1] / "stories")
    lines = [line.text for story in stories for line in story.expectations]
    assert [line for line in lines if not any(pattern.fullmatch(line) for pattern, _ in FORMS)] == []
