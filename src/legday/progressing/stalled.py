"""Decides whether lifts have stood still for so long that a lighter week comes first (rule `stalled`)."""

from collections.abc import Sequence
from datetime import date, timedelta

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise
from legday.model.plan import PastSession, Plan, Told
from legday.model.state import RunnerState
from legday.progressing.earned import Earned, Verdict, verdict
from legday.progressing.strength import shown_by

LIGHT_SINCE = timedelta(weeks=3)
"""After a light week so short ago another one is not due (our setting)."""
OLDEST = timedelta(weeks=6)
"""Sessions longer ago than this do not make a stall (our setting)."""


def stalled_lifts(state: RunnerState, catalogue: Catalogue, monday: date) -> tuple[str, ...]:
    """The lifts that have not risen over the last logged sessions before the week from `monday`, when they are as many as the rule asks.

    Empty where they are fewer, or where a light week lies no more than three weeks behind. A lift that kept up with all that was asked
    of it does not count: then it was the plan that stood still.
    """
    lately = [one for one in state.done if monday - OLDEST <= one.start.date() < monday]
    logged = [one for one in lately if one.told is Told.LOGGED]
    if not logged or any(one.light and one.start.date() >= monday - LIGHT_SINCE for one in lately):
        return ()
    names = dict.fromkeys(line.exercise for one in logged for line in one.prescribed)
    lifts = [
        name
        for name in names
        if name in catalogue.exercises and _stalled(catalogue.exercises[name], logged, state, catalogue)
    ]
    return tuple(lifts) if len(lifts) >= catalogue.rulebook.number("stalled", "lifts") else ()


def stall_words(lifts: Sequence[str], catalogue: Catalogue) -> str:
    """`squat and deadlift have not risen over 3 sessions`; the first two of the lifts are named."""
    names = " and ".join(catalogue.name(lift).lower() for lift in lifts[:2])
    return f"{names} have not risen over {catalogue.rulebook.number('stalled', 'sessions')} sessions"


def light_for_a_stall(state: RunnerState, plan: Plan, catalogue: Catalogue, *, today: date) -> str:
    """Why the week of `today` is a lighter one, as a sentence, where lifts that stand still made it so; else empty."""
    monday = today - timedelta(days=today.weekday())
    lifts = stalled_lifts(state, catalogue, monday)
    if not lifts or not any(week.start == monday and week.cut_back for week in plan.weeks):
        return ""
    return f"A lighter week: {stall_words(lifts, catalogue)} (rule stalled)."


def _stalled(
    exercise: Exercise, logged: Sequence[PastSession], state: RunnerState, catalogue: Catalogue
) -> bool:
    """Whether the exercise's last sessions that were not light hold one that fell short, and none that rose above those before."""
    rules = catalogue.rulebook
    held = [
        (session, told)
        for session in logged
        if not session.light and (told := verdict(session, exercise, state, rules, before=None)) is not None
    ][-rules.number("stalled", "sessions") :]
    if len(held) < rules.number("stalled", "sessions"):
        return False
    if all(told.earned is Earned.RISE for _, told in held):
        return False
    return not any(
        _rose(held[:n], session, told, exercise=exercise, state=state)
        for n, (session, told) in enumerate(held)
        if n
    )


def _rose(
    before: Sequence[tuple[PastSession, Verdict]],
    session: PastSession,
    told: Verdict,
    *,
    exercise: Exercise,
    state: RunnerState,
) -> bool:
    """Whether a session showed more than those before it: weight, repetitions or sets that were reached, or strength."""
    if told.earned is Earned.RISE and any(
        mine > max(theirs)
        for mine, theirs in (
            (told.weight_g, [one.weight_g for _, one in before]),
            (
                told.target,
                [one.target for _, one in before if one.weight_g <= told.weight_g] or [told.target],
            ),
            (told.sets, [one.sets for _, one in before]),
        )
    ):
        return True
    shown = shown_by(session, exercise, state)
    earlier = [one for past, _ in before if (one := shown_by(past, exercise, state)) is not None]
    return shown is not None and bool(earlier) and shown.grams > max(one.grams for one in earlier)
