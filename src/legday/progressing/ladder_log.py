"""Decides what the log shows of an exercise: how far its sets went each time, how slowly, and whether it is outgrown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from legday.model.plan import PastSession, Prescription, Told

KEPT = 4
"""Sessions of an exercise that are looked back on: more than a week holds."""

_IN_WORDS = {2: "two", 3: "three", 4: "four"}
"""The numbers of sessions that rule `earned` allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What says that an exercise is outgrown (science.md D2: more than the goal, more than once): repetitions `past` the range (rule
    `weight-step`), how many to `spare` besides and in how many `sessions` running (rule `earned`)."""

    past: int
    spare: int
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One logged session of an exercise: the fewest repetitions (or seconds) and the least reserve of its sets, at a weight and tempo.

    `could` is the fewest that any set had in it, repetitions and reserve together; `top` the end of the range; `stands_for` the exercise
    whose place it took; `whole` whether no set was missing, `asked` whether a plan had prescribed it.
    """

    start: datetime
    reached: int
    spare: int
    could: int
    top: int
    weight_g: int
    tempo: str
    stands_for: str
    whole: bool
    asked: bool = True


def shown_in(done: Sequence[PastSession]) -> Mapping[str, tuple[Shown, ...]]:
    """The last logged sessions of each exercise, oldest first; sessions that were not logged set by set say nothing."""
    found: dict[str, list[Shown]] = {}
    for session in reversed(done):
        if session.told is not Told.LOGGED:
            continue
        for line in session.exercises:
            known = found.setdefault(line.exercise, [])
            shown = _shown(session, line) if len(known) < KEPT else None
            if shown is not None:
                known.append(shown)
    return {exercise: _in_time(shown) for exercise, shown in found.items() if shown}


def _in_time(latest_first: Sequence[Shown]) -> tuple[Shown, ...]:
    """Oldest first; where nothing was said of the tempo, it is the one of the time before."""
    ordered: list[Shown] = []
    for one in reversed(latest_first):
        last = ordered[-1].tempo if ordered else ""
        ordered.append(one if one.asked or one.tempo else replace(one, tempo=last))
    return tuple(ordered)


def _shown(session: PastSession, line: Prescription) -> Shown | None:
    sets = [one for one in session.sets if one.exercise == line.exercise and not one.warm_up]
    if not sets:
        return None
    asked = next((one for one in session.prescribed if one.exercise == line.exercise), None)
    wanted = asked or line
    return Shown(
        start=session.start,
        reached=min(one.reps for one in sets),
        spare=min(one.rir or 0 for one in sets),
        could=min(one.reps + (one.rir or 0) for one in sets),
        top=wanted.reps[1],
        weight_g=line.weight_g,
        tempo=next((one.tempo for one in sets if one.tempo), wanted.tempo),
        stands_for=wanted.instead_of,
        whole=len(sets) >= wanted.sets,
        asked=asked is not None,
    )


def outgrown(shown: Sequence[Shown], bar: Bar) -> bool:
    """Whether the last sessions, all at one tempo, had as many repetitions in them as the bar asks for."""
    last = shown[-bar.sessions :]
    return (
        len(last) == bar.sessions
        and len({one.tempo for one in last}) == 1
        and all(one.whole and one.could >= one.top + bar.past + bar.spare for one in last)
    )


def outgrown_words(shown: Sequence[Shown], bar: Bar, *, held: bool) -> str:
    """`last two sessions you reached 19 with 2 spare and nothing heavier is owned`."""
    last = shown[-bar.sessions :]
    reached, spare = min(one.reached for one in last), min(one.spare for one in last)
    with_spare = f" with {spare} spare" if spare else ""
    many = _IN_WORDS[bar.sessions]
    return f"last {many} sessions you reached {reached}{' s' if held else ''}{with_spare} and nothing heavier is owned"
