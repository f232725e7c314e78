"""Decides what a strength session recorded by a watch was: which planned session, which sets of which exercise, and what stays open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from legday.model.exercises import Exercise, SessionPlace, WeightKind
from legday.model.happened import Origin, SessionDone
from legday.model.ids import derived_id
from legday.model.lift_names import OTHER, is_unnamed
from legday.model.matching import NONE, Asked, Choice, PlannedSession, Question
from legday.model.plan import Prescription
from legday.model.quantities import weight_text
from legday.model.runner import Units
from legday.model.runs import RecordedSet, Recording
from legday.model.set_naming import UNSAID, Naming
from legday.model.sets import LoggedSet

WARM_UP_PERCENT = 70
"""Sets before the heaviest of their exercise and lighter than this share of it are warm-ups (our setting)."""
NOT_PLANNED = "none of the planned sessions"
"""The note of a recorded session of which the runner said so."""
_BOTH_LEGS_PERCENT = 150
"""Past this share of the repetitions asked for on each side, an even count is that of both legs (our setting)."""


def planned_on(
    planned: Sequence[PlannedSession], start: datetime, exercises: Sequence[str]
) -> tuple[PlannedSession, ...]:
    """The planned sessions of that day, the likeliest first: most exercises in common, then the nearest start."""
    same_day = [one for one in planned if one.start.date() == start.date()]
    return tuple(
        sorted(
            same_day,
            key=lambda one: (-len(set(one.exercises) & set(exercises)), abs(one.start - start), one.planned),
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedSession:
    """A recording with what its sets are called and the planned session it was (None = none, or not known yet)."""

    recording: Recording
    start: datetime
    namings: tuple[Naming, ...]
    planned: PlannedSession | None = None

    @property
    def key(self) -> UUID:
        """The id of the session itself, the same for every entry made of this recording."""
        return derived_id(self.recording.start, "recorded", self.recording.id)

    def entry(
        self, exercises: Mapping[str, Exercise], answers: Mapping[str, str], *, made: tuple[UUID, datetime]
    ) -> SessionDone:
        """The session as an entry with the id and moment `made`; `answers` say which exercise a name nobody has was."""
        recording, planned = self.recording, self.planned
        return SessionDone(
            id=made[0],
            at=made[1],
            session=self.key,
            start=self.start,
            sets=self.sets(exercises, answers),
            minutes=round(recording.elapsed_s / 60) or None,
            menu=planned.menu if planned else "",
            planned=planned.planned if planned else None,
            prescribed=planned.prescribed if planned else (),
            light=planned.light if planned else False,
            effort=recording.effort,
            origin=Origin.WATCH,
            recording=recording.id,
        )

    def sets(self, exercises: Mapping[str, Exercise], answers: Mapping[str, str]) -> tuple[LoggedSet, ...]:
        """The sets in the order done. Those nobody has named, or without a count, keep names that no exercise has: they are not counted."""
        asked = {line.exercise: line for line in (self.planned.prescribed if self.planned else ())}
        names = {place: answers.get(one.name, one.name) for one in self.namings for place in one.sets}
        logged = [
            _logged(self.recording.sets[place], exercises.get(name), name, asked.get(name))
            for place, name in sorted(names.items())
        ]
        return with_warm_ups(logged)

    def question(self, naming: Naming, exercise_names: Mapping[str, str], units: Units) -> Question:
        """What is asked of the sets of `naming`: the planned exercises they may be, those of their kind, or none."""
        recorded = [self.recording.sets[place] for place in naming.sets]
        like = f" of a {naming.word}" if naming.word else ""
        choices = tuple(Choice(word=name, words=exercise_names[name]) for name in naming.likely)
        definite_other = naming.number not in UNSAID and not any(
            name for name in naming.likely if self.planned and name in self.planned.exercises
        )
        return Question(
            id=f"{self.recording.id}/{naming.name}",
            asked=Asked.EXERCISE,
            recording=self.recording.id,
            start=self.start,
            words=f"{self.start:%Y-%m-%d %H:%M}: {_sets_words(recorded, units)}{like}. Which exercise?",
            choices=(*choices, Choice(word=NONE, words="none of these, leave the sets out")),
            default=NONE if definite_other or not choices else choices[0].word,
        )


def _sets_words(recorded: Sequence[RecordedSet], units: Units) -> str:
    """`3 sets (8, 8, 7 at 60 kg)`."""
    counts = ", ".join(str(one.reps or f"{one.seconds} s") for one in recorded)
    weights = sorted({one.weight_g for one in recorded if one.weight_g})
    at = f" at {' and '.join(weight_text(weight, units) for weight in weights)}" if weights else ""
    return f"{len(recorded)} {'set' if len(recorded) == 1 else 'sets'} ({counts}{at})"


def _logged(one: RecordedSet, exercise: Exercise | None, name: str, asked: Prescription | None) -> LoggedSet:
    if exercise is None:
        return LoggedSet(
            exercise=OTHER if name == NONE else name,
            reps=one.reps or one.seconds,
            weight_g=one.weight_g,
            seconds=not one.reps,
        )
    if exercise.counting.held:
        return LoggedSet(
            exercise=name, reps=one.seconds, weight_g=_weight(one, exercise, asked), seconds=True
        )
    if not one.reps:
        return LoggedSet(
            exercise=f"{OTHER}-{name}",
            reps=one.seconds,
            weight_g=one.weight_g,
            seconds=True,
            note="no repetitions recorded",
        )
    return LoggedSet(
        exercise=name, reps=_repetitions(one.reps, exercise, asked), weight_g=_weight(one, exercise, asked)
    )


def _repetitions(reps: int, exercise: Exercise, asked: Prescription | None) -> int:
    """Those of each side: a watch on the wrist counts both legs."""
    both = asked is not None and reps % 2 == 0 and reps * 100 > asked.target * _BOTH_LEGS_PERCENT
    return reps // 2 if exercise.counting.per_side and both else reps


def _weight(one: RecordedSet, exercise: Exercise, asked: Prescription | None) -> int | None:
    """Grams in all. What was typed is one dumbbell where twice that was asked for; nothing typed where a weight was asked for is not said."""
    if asked is None or not one.weight_g:
        return None if asked is not None and asked.weight_g else one.weight_g
    pairs = any(
        variant.weight is WeightKind.PAIR and variant.needs <= set(asked.gear) for variant in exercise.gear
    )
    return (
        asked.weight_g
        if pairs and abs(2 * one.weight_g - asked.weight_g) * 50 <= asked.weight_g
        else one.weight_g
    )


def is_leg_work(names: Iterable[str], exercises: Mapping[str, Exercise]) -> bool:
    """Whether sets of these names are leg work, or may be: the trunk alone is none."""
    return any(name not in exercises or exercises[name].place is not SessionPlace.TRUNK for name in names)


def with_warm_ups(sets: Sequence[LoggedSet]) -> tuple[LoggedSet, ...]:
    """The sets with those marked as warm-ups that come before the heaviest of their exercise and are lighter than 70 % of it."""
    top: dict[str, int] = {}
    for one in sets:
        top[one.exercise] = max(top.get(one.exercise, 0), one.weight_g or 0)
    reached: set[str] = set()
    marked = []
    for one in sets:
        weight, most = one.weight_g or 0, top[one.exercise]
        if weight == most:
            reached.add(one.exercise)
        light = one.exercise not in reached and weight * 100 < most * WARM_UP_PERCENT
        marked.append(replace(one, warm_up=True) if light and one.weight_g is not None else one)
    return tuple(marked)


def answered(sets: Sequence[LoggedSet], session: RecordedSession) -> dict[str, str]:
    """What the runner has answered so far, by the names asked about: read from the sets that were kept."""
    places = sorted(place for one in session.namings for place in one.sets)
    if len(places) != len(sets):
        return {}
    kept = dict(zip(places, (one.exercise for one in sets), strict=True))
    return {
        one.name: kept[one.sets[0]].removeprefix(f"{OTHER}-") if kept[one.sets[0]] != OTHER else NONE
        for one in session.namings
        if is_unnamed(one.name) and kept[one.sets[0]] != one.name
    }


def close_to(a: datetime, b: datetime, *, hours: int) -> bool:
    return abs(a - b) <= timedelta(hours=hours)
