"""A runner without weights who logs more than is asked climbs from exercise to exercise, and no rule is ever broken."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from legday.actions.plan_legs import plan_legs
from legday.catalogue.reader import read_catalogue
from legday.model.load import quarter_sets, volume
from legday.model.plan import PastSession, Plan, Prescription, Session, Told
from legday.model.runner import Band, Gear, GearKind, LiftingLevel, Opening, Profile, Style
from legday.model.sets import LoggedSet
from legday.model.state import RunnerState
from legday.running.outlook import make_outlook

MONDAY = date(2026, 11, 23)
CATALOGUE = read_catalogue()
BENCH = frozenset({GearKind.BENCH})


def _done(line: Prescription, body_mass_g: int) -> Prescription:
    """Four repetitions past the range, jumps as asked."""
    exercise = CATALOGUE.exercises[line.exercise]
    reps = line.target if exercise.plyometric else line.reps[1] + 4
    moved = volume(exercise, sets=line.sets, target=reps, weight_g=line.weight_g, body_mass_g=body_mass_g)
    return replace(line, target=reps, volume=moved)


def logged(session: Session, body_mass_g: int) -> PastSession:
    lines = tuple(_done(line, body_mass_g) for line in session.exercises)
    sets = tuple(
        LoggedSet(exercise=line.exercise, reps=line.target, weight_g=line.weight_g, rir=2)
        for line in lines
        for _ in range(line.sets)
    )
    return PastSession(
        start=session.start,
        minutes=session.minutes,
        menu=session.menu,
        volume=sum(line.volume for line in lines),
        contacts=session.contacts,
        quarter_sets=quarter_sets(lines, CATALOGUE.exercises),
        exercises=lines,
        told=Told.LOGGED,
        sets=sets,
        prescribed=session.exercises,
    )


def planned(profile: Profile, done: tuple[PastSession, ...], week: int) -> Plan:
    today = MONDAY + timedelta(weeks=week)
    state = RunnerState(
        profile=profile, done=done, plan_began=MONDAY if week else None, foundation_weeks=week
    )
    outlook = make_outlook(profile, (), (), today=today, weeks=6)
    return plan_legs(state, outlook, CATALOGUE, today=today, weeks=6)


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize(
    "gear",
    [
        Gear(things=BENCH),
        Gear(
            backpack_g=(5_000,), bands=(Band(colour="green", grams=3_000),), things=BENCH | {GearKind.ANCHOR}
        ),
    ],
)
def test_who_outgrows_everything_climbs_and_breaks_no_rule(style: Style, gear: Gear) -> None:
    profile = Profile(
        name="Ana",
        born=1991,
        body_mass_g=62_000,
        lifting=LiftingLevel.TRAINED,
        style=style,
        gear=gear,
        openings=tuple(Opening(weekday=day, start=time(18), minutes=60) for day in (1, 4)),
    )
    done: tuple[PastSession, ...] = ()
    climbed: list[set[tuple[str, str, str]]] = []
    for week in range(8):
        plan = planned(profile, done, week)
        assert plan == planned(profile, done, week)
        now = [one for one in plan.sessions if one.day < MONDAY + timedelta(weeks=week + 1)]
        lines = [line for one in now for line in one.exercises]
        climbed.append(
            {(line.instead_of, line.exercise, line.tempo) for line in lines if line.instead_of or line.tempo}
        )
        done = (*done, *(logged(one, profile.body_mass_g) for one in now))
    assert not climbed[0]
    assert any(climbed)
    assert all(len(then - set().union(*climbed[:place])) <= 1 for place, then in enumerate(climbed))
    if style is Style.ARTICLE:
        slow = [
            place
            for place, week in enumerate(climbed)
            for was, name, tempo in week
            if tempo and name == "squat"
        ]
        other = [place for place, week in enumerate(climbed) for was, _, _ in week if was == "squat"]
        assert not other or min(slow) < min(other)
