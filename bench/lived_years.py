"""Decides what ten years of a runner's journal hold when replay is measured: 2,000 sessions of twenty sets."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from legday.model.happened import SessionDone, SetDone
from legday.model.ids import new_id
from legday.model.journal import AnyEntry, ProfileSet
from legday.model.plan import Prescription
from legday.model.runner import GearKind, LiftingLevel, Profile
from legday.model.sets import LoggedSet, Side

TODAY = date(2026, 11, 23)
SESSIONS = 2_000
EXERCISES = ("squat", "romanian-deadlift", "calf-raise", "step-up", "plank")
SETS = 4
ASKED = tuple(
    Prescription(
        exercise=name,
        sets=SETS,
        reps=(8, 12),
        target=10,
        per_side=name == "step-up",
        weight_g=20_000,
        gear=(GearKind.DUMBBELLS,),
        rir=2,
        rest_s=90,
        volume=5_000,
        seconds=name == "plank",
    )
    for name in EXERCISES
)


def ten_years(*, set_by_set: bool, weights_said: bool) -> list[AnyEntry]:
    """The entries, oldest first: each session in one entry, or each set in one of its own and a last one that closes the session.

    Every session was prescribed, and done a little otherwise.
    """
    number = count()
    first = TODAY - timedelta(days=3640)
    profile = Profile(name="Ana", born=1991, body_mass_g=62_000, lifting=LiftingLevel.TRAINED)
    entries: list[AnyEntry] = [ProfileSet(**_made(next(number), first), profile=profile)]
    for session in range(SESSIONS):
        day = first + timedelta(days=session * 3640 // SESSIONS)
        start = datetime.combine(day, time(18))
        sets = tuple(
            _set(name, session + place, weights_said=weights_said)
            for name in EXERCISES
            for place in range(SETS)
        )
        whole = _made(next(number), day)
        if set_by_set:
            entries += [
                SetDone(**_made(next(number), day), session=whole["id"], start=start, done=one)
                for one in sets
            ]
        entries.append(
            SessionDone(
                **whole,
                start=start,
                minutes=50,
                menu="A",
                sets=() if set_by_set else sets,
                prescribed=ASKED,
                effort=7,
            )
        )
    return entries


def _made(number: int, day: date) -> dict[str, object]:
    at = datetime.combine(day, time(19), tzinfo=UTC) + timedelta(milliseconds=number)
    return {"id": new_id(at, number.to_bytes(10)), "at": at}


def _set(name: str, turn: int, *, weights_said: bool) -> LoggedSet:
    side = (Side.LEFT, Side.RIGHT)[turn % 2] if name == "step-up" else Side.BOTH
    weight = 20_000 + 500 * (turn // 100) if weights_said else None
    return LoggedSet(
        exercise=name, reps=8 + turn % 4, weight_g=weight, rir=turn % 4, side=side, seconds=name == "plank"
    )
