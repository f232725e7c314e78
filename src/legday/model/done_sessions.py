"""Decides what a leg session that was logged adds up to: its lines as done, volume, quarter sets and foot contacts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from legday.model.exercises import Exercise
from legday.model.happened import LegWork, SessionDone, SetDone
from legday.model.load import (
    SECONDS_PER_REPETITION,
    foot_contacts,
    moved_g,
    of_body_mass,
    quarter_sets,
    weighed,
)
from legday.model.plan import PastSession, Prescription, Told
from legday.model.sets import LoggedSet, Side
from legday.model.stamped import Entry
from legday.model.standing_entries import made

TOGETHER = timedelta(hours=3)
"""Sets logged as a session of their own this soon after a session began are part of it (our setting)."""
RESERVE = 3
"""The repetitions in reserve of a line of which neither the log nor a prescription says them (rule `effort`, rir_high)."""


@dataclass(slots=True, kw_only=True)
class Logged:
    """All that was logged of one session: the whole of it, its sets one by one, or both, in the order they were said.

    `added` is what was logged as a session of its own and is part of this one.
    """

    whole: SessionDone | None = None
    single: list[SetDone] = field(default_factory=list)
    added: list["Logged"] = field(default_factory=list)

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
    def said_last(self) -> tuple[datetime, int]:
        """The place in the journal (see `made`) of the entry that was made last."""
        last = [made(one) for one in self.single[-1:]]
        last += [one.said_last for one in self.added]
        return max([*last, made(self.whole)] if self.whole else last)

    @property
    def entries(self) -> "list[SessionDone | SetDone]":
        """All that was said of it, in no order."""
        whole = [self.whole] if self.whole else []
        return [*whole, *self.single, *(each for one in self.added for each in one.entries)]

    @property
    def sets(self) -> list[LoggedSet]:
        whole = self.whole.sets if self.whole else ()
        return [
            *(one.done for one in self.single),
            *whole,
            *(each for one in self.added for each in one.sets),
        ]


def logged_sessions(wholes: Iterable[SessionDone], singles: Iterable[SetDone]) -> list[Logged]:
    """What was logged, session by session, oldest first. Entries come in the order of their making: of two sessions with one id
    the later replaces the earlier, and the sets said one by one count with either."""
    by_session: dict[int, list[SetDone]] = defaultdict(list)
    for single in singles:
        by_session[single.session.int].append(single)
    whole = {one.session_id.int: one for one in wholes}
    sessions = {
        key: Logged(whole=whole.get(key), single=by_session.get(key, []))
        for key in whole.keys() | by_session.keys()
    }
    return [sessions[key] for key in sorted(sessions, key=lambda key: (sessions[key].start, key))]


def sessions_with(standing: Iterable[Entry], wanted: Callable[[LegWork], bool]) -> list[Logged]:
    """The whole sessions of which some entry is `wanted`, oldest first: quick where these are few of many."""
    legs = [one for one in standing if isinstance(one, LegWork)]
    ids = {one.session_id for one in legs if wanted(one)}
    some = [one for one in legs if one.session_id in ids] if ids else []
    return logged_sessions(
        [one for one in some if isinstance(one, SessionDone)],
        [one for one in some if isinstance(one, SetDone)],
    )


def joined(logged: Sequence[Logged]) -> list[Logged]:
    """The sessions, oldest first, with what was added to one soon after it began: an exercise remembered later is no second session.

    Sets of a session that was not planned join the one before it on the same day, or the planned one that follows it.
    """
    found: list[Logged] = []
    for one in logged:
        before = found[-1] if found else None
        if before is None or not _together(before, one):
            found.append(one)
        elif one.planned is None:
            found[-1] = replace(before, added=[*before.added, one])
        else:
            found[-1] = replace(one, added=[before, *one.added])
    return found


def _together(one: Logged, after: Logged) -> bool:
    """Whether two sessions are one: near in time, not both planned, and each with sets of its own."""
    near = one.start.date() == after.start.date() and after.start - one.start <= TOGETHER
    return near and None in {one.planned, after.planned} and bool(one.sets and after.sets)


@dataclass(slots=True)
class Moved:
    """How a repetition of one exercise counts: `both` sides, whether it is held, and what it moves (`moved_g`) by external grams.

    `terms` are those of a line that nobody prescribed.
    """

    exercise: Exercise
    body_mass_g: int
    both: int
    held: bool
    terms: Prescription
    once: dict[int, int] = field(default_factory=dict)

    def weigh(self, weight_g: int) -> int:
        once = self.once[weight_g] = moved_g(self.exercise, weight_g, self.body_mass_g)
        return once


@dataclass(slots=True)
class Counter:
    """Counts logged sessions, oldest first: a set without a weight takes the prescribed one, else the last known of its exercise.

    Weights are set against `body_mass_g`, one for all years, so that what is compared is what was lifted. `minutes` are those of planned
    sessions by their start, for sessions of which nobody said how long they were.
    """

    exercises: Mapping[str, Exercise]
    body_mass_g: int
    minutes: Mapping[datetime, int] = field(default_factory=dict)
    last_weight: dict[str, int] = field(default_factory=dict)
    moved: dict[str, Moved] = field(default_factory=dict)
    weighted: dict[tuple[object, ...], LoggedSet] = field(default_factory=dict)

    def count(self, logged: Logged) -> PastSession:
        """The session as a fact. Exercises the catalogue does not know are left out; without any set it was done as prescribed."""
        prescribed = tuple([line for line in logged.prescribed if line.exercise in self.exercises])
        asked = {line.exercise: line for line in prescribed}
        said = logged.sets
        sets = self._weighted(said, asked)
        lines = self._lines(sets, asked) if said else weighed(prescribed, self.exercises, self.body_mass_g)
        whole, planned = logged.whole, logged.planned
        return PastSession(
            start=logged.start,
            minutes=(whole and whole.minutes) or (self.minutes.get(planned, 0) if planned else 0),
            menu=logged.menu,
            volume=sum([line.volume for line in lines]),
            contacts=self._contacts(sets, lines) if said else foot_contacts(lines, self.exercises),
            quarter_sets=quarter_sets(lines, self.exercises),
            exercises=lines,
            light=logged.light,
            told=Told.LOGGED,
            sets=tuple(sets),
            planned=planned,
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
                sets.append(self._at_weight(one, weight))
            else:
                sets.append(one)
            last[exercise] = weight
        return sets

    def _at_weight(self, one: LoggedSet, weight_g: int) -> LoggedSet:
        """The set with its weight; sets that are alike are one value, since most of a log is."""
        key = (one.exercise, one.reps, weight_g, one.rir, one.side, one.seconds, one.tempo, one.note)
        known = self.weighted.get(key)
        if known is None:
            known = self.weighted[key] = replace(one, weight_g=weight_g)
        return known

    def _lines(
        self, sets: Sequence[LoggedSet], asked: Mapping[str, Prescription]
    ) -> tuple[Prescription, ...]:
        by_exercise: dict[str, list[LoggedSet]] = {}
        for one in sets:
            if one.exercise in by_exercise:
                by_exercise[one.exercise].append(one)
            else:
                by_exercise[one.exercise] = [one]
        return tuple(
            [self._line(self._moved(name), mine, asked.get(name)) for name, mine in by_exercise.items()]
        )

    def _moved(self, name: str) -> Moved:
        known = self.moved.get(name)
        if known is None:
            known = self.moved[name] = _moved(self.exercises[name], self.body_mass_g)
        return known

    def _line(self, moved: Moved, mine: Sequence[LoggedSet], asked: Prescription | None) -> Prescription:
        """What was done of one exercise, on the terms of its prescription where there was one."""
        terms = asked or moved.terms
        count, target, weight, volume = _added_up(moved, mine)
        reserves = [one.rir for one in mine if one.rir is not None]
        reserve = sorted(reserves)[(len(reserves) - 1) // 2] if reserves else terms.rir
        tempo = mine[0].tempo or terms.tempo
        done = (count, target, weight, volume, reserve, tempo)
        if done == (terms.sets, terms.target, terms.weight_g, terms.volume, terms.rir, terms.tempo):
            return terms
        return Prescription(
            exercise=terms.exercise,
            sets=count,
            reps=terms.reps,
            target=target,
            per_side=terms.per_side,
            weight_g=weight,
            gear=terms.gear,
            rir=reserve,
            rest_s=terms.rest_s,
            volume=volume,
            seconds=terms.seconds,
            pick_up=terms.pick_up if terms.weight_g == weight else "",
            tempo=tempo,
            instead_of=terms.instead_of,
            menu_sets=terms.menu_sets,
        )

    def _contacts(self, sets: Sequence[LoggedSet], lines: Sequence[Prescription]) -> int:
        """Foot contacts, both feet counted."""
        contacts = 0
        jumps = {one.exercise for one in lines if self.exercises[one.exercise].contacts}
        for one in sets if jumps else ():
            if one.exercise in jumps:
                moved = self._moved(one.exercise)
                contacts += one.reps * (moved.both if one.side is Side.BOTH else 1) * moved.exercise.contacts
        return contacts


def _moved(exercise: Exercise, body_mass_g: int) -> Moved:
    per_side, held = exercise.counting.per_side, exercise.counting.held
    terms = Prescription(
        exercise=exercise.id,
        sets=0,
        reps=exercise.reps,
        target=0,
        per_side=per_side,
        weight_g=0,
        gear=(),
        rir=RESERVE,
        rest_s=exercise.rest_s,
        volume=0,
        seconds=held,
    )
    return Moved(exercise, body_mass_g, both=2 if per_side else 1, held=held, terms=terms)


def _added_up(moved: Moved, mine: Sequence[LoggedSet]) -> tuple[int, int, int, int]:
    """Sets (of one-legged ones those of the leg that did more), mean repetitions, lower median weight, and volume of one exercise.

    Volume is repetitions × sides × relative weight, set by set; a hold counts a repetition per three seconds (`model/load.py`).
    """
    reps = seconds = counted = left = right = 0
    both, held, once = moved.both, moved.held, moved.once
    weights: list[int] = []
    for one in mine:
        weight = one.weight_g or 0
        weights.append(weight)
        done = one.reps
        reps += done
        work = done * (once.get(weight) or moved.weigh(weight))
        side = one.side
        if side is Side.BOTH:
            work *= both
        elif side is Side.LEFT:
            left += 1
        else:
            right += 1
        if held or one.seconds:
            seconds += work
        else:
            counted += work
    weights.sort()
    number = len(mine)
    count = number - min(left, right)
    volume = of_body_mass(counted * SECONDS_PER_REPETITION + seconds, moved.body_mass_g)
    return count, reps // number, weights[(number - 1) // 2], volume
