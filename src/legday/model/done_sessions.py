"""Decides what a leg session that was logged adds up to: its lines as done, volume, quarter sets and foot contacts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from legday.model.exercises import Counting, Exercise
from legday.model.happened import SessionDone, SetDone
from legday.model.load import SECONDS_PER_REPETITION, quarter_sets, relative_weight
from legday.model.plan import PastSession, Prescription, Told
from legday.model.sets import LoggedSet, Side

HELD = frozenset({Counting.SECONDS, Counting.SECONDS_PER_SIDE})
RESERVE = 3
"""The repetitions in reserve of a line of which neither the log nor a prescription says them (rule `effort`, rir_high)."""


@dataclass(slots=True, kw_only=True)
class Logged:
    """All that was logged of one session: the whole of it, its sets one by one, or both, in the order they were said."""

    whole: SessionDone | None = None
    single: list[SetDone] = field(default_factory=list)

    @property
    def start(self) -> datetime:
        return self.whole.start if self.whole else self.single[0].start

    @property
    def planned(self) -> datetime | None:
        """The start of the planned session it was."""
        if self.whole and self.whole.planned:
            return self.whole.planned
        return next((one.planned for one in self.single if one.planned), None)

    @property
    def menu(self) -> str:
        if self.whole and self.whole.menu:
            return self.whole.menu
        return next((one.menu for one in self.single if one.menu), "")

    @property
    def prescribed(self) -> tuple[Prescription, ...]:
        if self.whole and self.whole.prescribed:
            return self.whole.prescribed
        return next((one.prescribed for one in self.single if one.prescribed), ())

    @property
    def light(self) -> bool:
        return bool(self.whole and self.whole.light) or any(one.light for one in self.single)

    @property
    def sets(self) -> list[LoggedSet]:
        whole = self.whole.sets if self.whole else ()
        return [*(one.done for one in self.single), *whole]


def logged_sessions(wholes: Iterable[SessionDone], singles: Iterable[SetDone]) -> list[Logged]:
    """What was logged, session by session, oldest first. Entries come in the order of their making: of two sessions with one id
    the later replaces the earlier, and the sets said one by one count with either."""
    sessions: dict[int, Logged] = {}
    for one in wholes:
        key = (one.session or one.id).int
        sessions[key] = Logged(whole=one)
    for single in singles:
        sessions.setdefault(single.session.int, Logged()).single.append(single)
    return [sessions[key] for key in sorted(sessions, key=lambda key: (sessions[key].start, key))]


@dataclass(slots=True)
class Counter:
    """Counts logged sessions, oldest first: a set without a weight takes the prescribed one, else the last known of its exercise.

    Weights are set against `body_mass_g`, one for all years, so that what is compared is what was lifted.
    """

    exercises: Mapping[str, Exercise]
    body_mass_g: int
    last_weight: dict[str, int] = field(default_factory=dict)
    relative: dict[tuple[str, int], int] = field(default_factory=dict)

    def count(self, logged: Logged) -> PastSession:
        """The session as a fact. Exercises the catalogue does not know are left out; without any set it was done as prescribed."""
        prescribed = tuple(line for line in logged.prescribed if line.exercise in self.exercises)
        asked = {line.exercise: line for line in prescribed}
        said = logged.sets
        sets = self._weighted(said, asked)
        lines = self._lines(sets, asked) if said else prescribed
        whole = logged.whole
        return PastSession(
            start=logged.start,
            minutes=whole.minutes or 0 if whole else 0,
            menu=logged.menu,
            volume=sum([line.volume for line in lines]),
            contacts=self._contacts(sets) if said else self._contacts_asked(lines),
            quarter_sets=quarter_sets(lines, self.exercises),
            exercises=lines,
            light=logged.light,
            told=Told.LOGGED,
            sets=tuple(sets),
            prescribed=prescribed,
            effort=whole.effort if whole else None,
        )

    def _weighted(self, said: Sequence[LoggedSet], asked: Mapping[str, Prescription]) -> list[LoggedSet]:
        """The sets that count, each with its weight."""
        last, exercises = self.last_weight, self.exercises
        sets: list[LoggedSet] = []
        for one in said:
            exercise = one.exercise
            if one.warm_up or exercise not in exercises:
                continue
            weight = one.weight_g
            if weight is None:
                line = asked.get(exercise)
                weight = line.weight_g if line else last.get(exercise, 0)
                sets.append(_at_weight(one, weight))
            else:
                sets.append(one)
            last[exercise] = weight
        return sets

    def _lines(
        self, sets: Sequence[LoggedSet], asked: Mapping[str, Prescription]
    ) -> tuple[Prescription, ...]:
        by_exercise: dict[str, list[LoggedSet]] = {}
        for one in sets:
            by_exercise.setdefault(one.exercise, []).append(one)
        return tuple(
            [self._line(self.exercises[name], mine, asked.get(name)) for name, mine in by_exercise.items()]
        )

    def _line(
        self, exercise: Exercise, mine: Sequence[LoggedSet], asked: Prescription | None
    ) -> Prescription:
        """What was done of one exercise, on the terms of its prescription where there was one."""
        count, volume = _count(mine), self._volume(exercise, mine)
        target = sum([one.reps for one in mine]) // len(mine)
        weight = sorted([one.weight_g or 0 for one in mine])[(len(mine) - 1) // 2]
        reserves = sorted([one.rir for one in mine if one.rir is not None])
        reserve = reserves[(len(reserves) - 1) // 2] if reserves else None
        tempo = next((one.tempo for one in mine if one.tempo), "")
        if asked is not None:
            same = (asked.sets, asked.target, asked.weight_g, asked.volume) == (count, target, weight, volume)
            if same and reserve in {None, asked.rir} and tempo in {"", asked.tempo}:
                return asked
        return Prescription(
            exercise=exercise.id,
            sets=count,
            reps=asked.reps if asked else exercise.reps,
            target=target,
            per_side=exercise.counting.per_side,
            weight_g=weight,
            gear=asked.gear if asked else (),
            rir=reserve if reserve is not None else (asked.rir if asked else RESERVE),
            rest_s=asked.rest_s if asked else exercise.rest_s,
            volume=volume,
            seconds=exercise.counting in HELD or mine[0].seconds,
            pick_up=asked.pick_up if asked and asked.weight_g == weight else "",
            tempo=tempo or (asked.tempo if asked else ""),
        )

    def _volume(self, exercise: Exercise, mine: Sequence[LoggedSet]) -> int:
        """Repetitions × sides × relative weight, set by set; a hold counts a repetition per three seconds (`model/load.py`)."""
        both = 2 if exercise.counting.per_side else 1
        held = exercise.counting in HELD
        repetitions = seconds = 0
        for one in mine:
            moved = one.reps * self._relative(exercise, one.weight_g or 0)
            if one.side is Side.BOTH:
                moved *= both
            if held or one.seconds:
                seconds += moved
            else:
                repetitions += moved
        return repetitions + round(seconds / SECONDS_PER_REPETITION)

    def _relative(self, exercise: Exercise, weight_g: int) -> int:
        key = exercise.id, weight_g
        known = self.relative.get(key)
        if known is None:
            known = self.relative[key] = relative_weight(exercise, weight_g, self.body_mass_g)
        return known

    def _contacts(self, sets: Sequence[LoggedSet]) -> int:
        """Foot contacts, both feet counted."""
        contacts = 0
        for one in sets:
            exercise = self.exercises[one.exercise]
            if exercise.contacts:
                sides = 2 if exercise.counting.per_side and one.side is Side.BOTH else 1
                contacts += one.reps * sides * exercise.contacts
        return contacts

    def _contacts_asked(self, lines: Sequence[Prescription]) -> int:
        return sum(
            line.sets * line.target * (2 if line.per_side else 1) * self.exercises[line.exercise].contacts
            for line in lines
        )


def _count(mine: Sequence[LoggedSet]) -> int:
    """How many sets: those of both legs, and of one-legged ones those of the leg that did more."""
    left = sum([one.side is Side.LEFT for one in mine])
    right = sum([one.side is Side.RIGHT for one in mine])
    return len(mine) - left - right + max(left, right)


def _at_weight(one: LoggedSet, weight_g: int) -> LoggedSet:
    return LoggedSet(
        exercise=one.exercise,
        reps=one.reps,
        weight_g=weight_g,
        rir=one.rir,
        side=one.side,
        seconds=one.seconds,
        tempo=one.tempo,
        note=one.note,
    )
