"""Small words for logs in tests: a planned session done as prescribed, or a little otherwise, and the season that is left after it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from legday.model.load import quarter_sets
from legday.model.load import volume as volume_of
from legday.model.plan import PastSession, Prescription, Session, Told
from legday.model.sets import LoggedSet
from season_builder import Season, catalogue

Change = Callable[[LoggedSet], LoggedSet]


def asked_sets(line: Prescription) -> tuple[LoggedSet, ...]:
    """The sets of a line, each as it was asked for."""
    one = LoggedSet(
        exercise=line.exercise, reps=line.target, weight_g=line.weight_g, rir=line.rir, seconds=line.seconds
    )
    return (one,) * line.sets


def done_line(line: Prescription, sets: Sequence[LoggedSet], body_mass_g: int) -> Prescription:
    """A line as it was done: the lower median of the weights, the mean of the repetitions rounded down."""
    weights = sorted(one.weight_g if one.weight_g is not None else line.weight_g for one in sets)
    target = sum(one.reps for one in sets) // len(sets)
    weight = weights[(len(weights) - 1) // 2]
    counted = volume_of(
        catalogue().exercises[line.exercise],
        sets=len(sets),
        target=target,
        weight_g=weight,
        body_mass_g=body_mass_g,
    )
    return replace(line, sets=len(sets), target=target, weight_g=weight, volume=counted)


def logged(
    session: Session,
    change: Change | None = None,
    *,
    body_mass_g: int = 62_000,
    light: bool = False,
) -> PastSession:
    """`session` as done; `change` alters each set from what was asked."""
    alter = change or (lambda one: one)
    sets = [alter(one) for line in session.exercises for one in asked_sets(line)]
    lines = tuple(
        done_line(line, [one for one in sets if one.exercise == line.exercise], body_mass_g)
        for line in session.exercises
    )
    return PastSession(
        start=session.start,
        minutes=session.minutes,
        menu=session.menu,
        volume=sum(line.volume for line in lines),
        contacts=session.contacts,
        quarter_sets=quarter_sets(lines, catalogue().exercises),
        exercises=lines,
        light=light,
        told=Told.LOGGED,
        sets=tuple(sets),
        prescribed=session.exercises,
    )


def rest_of(season: Season, done: Sequence[PastSession], **state: object) -> Season:
    """The season from the week of the last session done on, the sessions done left out of its days."""
    last = done[-1].start
    gone = sum(week.start + timedelta(days=7) <= last.date() for week in season.weeks)
    weeks = len({one.start.isocalendar()[:2] for one in done})
    return Season(
        state=replace(
            season.state,
            done=(*season.state.done, *done),
            foundation_weeks=season.state.foundation_weeks + weeks,
            **state,  # type: ignore[arg-type]
        ),
        weeks=season.weeks[gone:],
        days=tuple(replace(day, week=day.week - gone) for day in season.days if day.start > last),
        menus=season.menus,
    )


def light_in(season: Season, session: Session) -> bool:
    week = next(one for one in season.weeks if one.start <= session.day < one.start + timedelta(days=7))
    return week.cut_back or week.phase.value in {"taper", "recover"}
