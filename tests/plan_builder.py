"""Small words for plans in tests: sessions, lines, runs, weeks and runners, written as one would say them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from legday.catalogue.reader import read_catalogue
from legday.model.catalogue import Catalogue
from legday.model.plan import Day, PastSession, Plan, Prescription, Reasons, Session, Week
from legday.model.progression import Phase
from legday.model.rules import Finding
from legday.model.runner import Gear, GearKind, LiftingLevel, Profile, Style
from legday.model.runs import (
    KEY_KINDS,
    ExpectedRun,
    FileFormat,
    JudgedRun,
    Outlook,
    OutlookSource,
    Recording,
    RunKind,
    Sport,
    Sure,
)
from legday.model.state import RunnerState
from legday.planning.check import check

MONDAY = date(2026, 11, 23)
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
A = ("squat 3x10", "walking-lunge 3x12", "deadlift 3x8 10kg", "calf-raise 3x15")
B = ("step-up 3x12", "bulgarian-split-squat 3x10", "single-leg-deadlift 3x10", "glute-bridge 3x15")
WARM_UP = ("easy-jog", "leg-swing-forward", "hip-circle", "easy-squat", "ankle-rock", "hip-hinge")
COOL_DOWN = (
    "calf-stretch-straight",
    "hamstring-stretch",
    "quadriceps-stretch",
    "hip-flexor-stretch",
    "figure-four-stretch",
)
MOBILITY = ("hip-flexor-stretch", "hamstring-stretch", "calf-stretch-straight")


@cache
def catalogue() -> Catalogue:
    return read_catalogue()


def day(words: str) -> date:
    """`tue` of the first week, `w3 tue` of the third."""
    *week, name = words.split()
    weeks = int(week[0][1:]) - 1 if week else 0
    return MONDAY + timedelta(weeks=weeks, days=NAMES.index(name))


def at(words: str) -> datetime:
    """`tue 18:00`, `w3 tue 18:00`."""
    name, clock = words.rsplit(" ", 1)
    return datetime.combine(day(name), time.fromisoformat(clock))


def line(words: str, **changes: object) -> Prescription:
    """`squat 3x10 20kg rir2`: weight and effort may be left out (bodyweight, 3 in reserve)."""
    name, dose, *rest = words.split()
    sets, target = (int(number) for number in dose.split("x"))
    exercise = catalogue().exercises[name]
    grams = next((round(float(word[:-2]) * 1000) for word in rest if word.endswith("kg")), 0)
    rir = next((int(word[3:]) for word in rest if word.startswith("rir")), 3)
    given = Prescription(
        exercise=name,
        sets=sets,
        reps=exercise.reps,
        target=target,
        per_side=exercise.counting.per_side,
        weight_g=grams,
        gear=(),
        rir=rir,
        rest_s=exercise.rest_s,
        volume=0,
        seconds=exercise.counting.held,
    )
    return replace(given, **changes)


def lift(when: str, exercises: Iterable[str | Prescription] = A, **changes: object) -> Session:
    """A session of one hour with warm-up and cool-down, as a hand-made plan would have it."""
    start = at(when)
    lines = tuple(line(words) if isinstance(words, str) else words for words in exercises)
    given = Session(
        id=start.isoformat(),
        start=start,
        minutes=60,
        opening_minutes=0,
        menu="A" if lines and lines[0].exercise == "squat" else "B",
        title="",
        phase=Phase.FOUNDATION,
        new_to_legs=False,
        contacts=0,
        exercises=lines,
        warm_up=WARM_UP,
        cool_down=COOL_DOWN,
        why=Reasons(),
    )
    return replace(given, **changes)


def run(words: str, **changes: object) -> ExpectedRun:
    """`sun 08:00 long 100`, `w2 sun long 100` where nobody knows the hour: day, start, kind, minutes."""
    *when, kind, minutes = words.split()
    start = time.fromisoformat(when.pop()) if ":" in when[-1] else None
    given = ExpectedRun(
        day=day(" ".join(when)),
        kind=RunKind(kind),
        source=OutlookSource.RUN_PLAN,
        minutes=int(minutes),
        start=start,
    )
    return replace(given, **changes)


def week(number: int, **changes: object) -> Week:
    """The plan's own words about its week `number` (1 is the first)."""
    given = Week(
        start=MONDAY + timedelta(weeks=number - 1),
        phase=Phase.FOUNDATION,
        block=0,
        wanted=2,
        sessions=2,
        sets_by_muscle={},
        volume=0,
        contacts=0,
        posterior_anterior=None,
        cut_back=False,
    )
    return replace(given, **changes)


def plan(
    *sessions: Session, weeks: Iterable[Week] = (), mobility: Iterable[str] = (), **changes: object
) -> Plan:
    """A plan made on the first Monday: a day for each session and each day of mobility, nothing else told."""
    mobile = {day(words) for words in mobility}
    given = Plan(
        today=MONDAY,
        style=Style.ARTICLE,
        zone="Europe/Ljubljana",
        days=tuple(
            Day(
                day=one,
                sessions=tuple(session for session in sessions if session.day == one),
                mobility=MOBILITY if one in mobile else (),
            )
            for one in sorted({session.day for session in sessions} | mobile)
        ),
        weeks=tuple(weeks),
    )
    return replace(given, **changes)


def done(when: str, **changes: object) -> PastSession:
    """A session that took place: `w0 fri 18:00` is the Friday before the plan."""
    return replace(PastSession(start=at(when), minutes=60, menu="A"), **changes)


def runner(
    *, past: Iterable[PastSession] = (), promised: Iterable[PastSession] = (), **changes: object
) -> RunnerState:
    """A trained lifter of 60 kg with four pairs of dumbbells, a bench and a box, and no openings named."""
    weeks = changes.pop("foundation_weeks", 0)
    runs = changes.pop("runs", ())
    profile = Profile(
        name="Ana",
        born=1991,
        body_mass_g=60_000,
        lifting=LiftingLevel.TRAINED,
        gear=Gear(
            dumbbells_g=(5_000, 7_500, 10_000, 12_500), things=frozenset({GearKind.BENCH, GearKind.BOX})
        ),
    )
    return RunnerState(
        profile=replace(profile, **changes),
        done=tuple(past),
        promised=tuple(promised),
        foundation_weeks=weeks,
        runs=runs,
    )


def recorded(words: str, *, metres: int | None = None) -> JudgedRun:
    """A run that took place: `w0 sun 09:00 race 60`."""
    when, kind, minutes = words.rsplit(" ", 2)
    recording = Recording(
        sport=Sport.RUN,
        start=at(when).replace(tzinfo=UTC),
        elapsed_s=60 * int(minutes),
        moving_s=60 * int(minutes),
        file="run.fit",
        sha256="0" * 64,
        format=FileFormat.FIT,
        metres=metres,
    )
    return JudgedRun(
        recording=recording,
        local_start=at(when),
        kind=RunKind(kind),
        key=kind in KEY_KINDS,
        hardness=50,
        sure=Sure.HIGH,
    )


def outlook(*runs: ExpectedRun, **changes: object) -> Outlook:
    return Outlook(runs=runs, **changes)


def found(
    rule: str, given: Plan, state: RunnerState | None = None, expected: Outlook | None = None
) -> tuple[Finding, ...]:
    """The findings of one rule."""
    findings = check(given, state or runner(), expected or Outlook(), catalogue())
    return tuple(finding for finding in findings if finding.rule == rule)


def said(
    rule: str, given: Plan, state: RunnerState | None = None, expected: Outlook | None = None
) -> list[str]:
    """What the findings of one rule say."""
    return [finding.words for finding in found(rule, given, state, expected)]
