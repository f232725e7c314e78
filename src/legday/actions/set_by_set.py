"""Decides how a session is gone through set by set: what comes next, and what an answer says was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from legday.actions.said_sessions import prescribed_set
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.easing import Eased, Easing
from legday.model.happened import PainFelt, SessionDone, SetDone
from legday.model.journal import AnyEntry
from legday.model.lines import PainLine
from legday.model.plan import PastSession, Prescription
from legday.model.sets import LoggedSet, Side
from legday.progressing.eased_line import eased_line
from legday.reading.felt_lines import pain_line
from legday.reading.words import Words, read_weight

EXAMPLES = "8, 8 rir 1, 8 42.5 kg, left 8 right 6, skip, hurt knee left 3/10, stop, or Enter for as asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One set to do: its prescription, which of how many, the seconds of rest after it; `side` where only one leg is left."""

    line: Prescription
    number: int
    rest_s: int
    side: Side = Side.BOTH


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """A session that is being done: its id, its start, the planned session it is, and the sets so far.

    `whole` is what was asked before anything eased it in its midst, empty where nothing did.
    """

    id: UUID
    start: datetime
    planned: PastSession | None
    done: tuple[LoggedSet, ...] = ()
    left_out: frozenset[str] = frozenset()
    whole: tuple[Prescription, ...] = ()

    @property
    def asked(self) -> tuple[Prescription, ...]:
        return self.planned.exercises if self.planned else ()

    def eased(self, known: Facts, *, before: Sequence[Easing] = ()) -> "OpenSession":
        """The session as what holds leg work back on its day leaves it: what is to be avoided goes, what has not begun becomes easier.

        `before` are easings that its prescriptions follow already.
        """
        catalogue, day = known.catalogue, self.start.date()
        held = Eased(easings=tuple(one for one in known.state.eased(day).easings if one not in before))
        jumps = {one for one, each in catalogue.exercises.items() if each.plyometric and held.no_impact}
        begun = {one.exercise for one in self.done}
        whole = self.whole or self.asked
        lines = tuple(
            now
            if now.exercise in begun or now.exercise not in catalogue.exercises
            else eased_line(
                line,
                catalogue.exercises[line.exercise],
                held,
                profile=known.profile,
                gear=known.state.gear_on(day),
                rules=catalogue.rulebook,
            )
            for line, now in zip(whole, self.asked, strict=True)
        )
        return replace(
            self,
            planned=replace(self.planned, exercises=lines) if self.planned else None,
            left_out=self.left_out | held.avoid | jumps,
            whole=whole,
        )

    def steps(self, supersets: Sequence[tuple[str, str]] = ()) -> tuple[Step, ...]:
        """What is left to do, in order; two exercises of a superset by turns."""
        return tuple(self._left(supersets))

    def _left(self, supersets: Sequence[tuple[str, str]]) -> Iterable[Step]:
        for step in _all_steps(self.asked, supersets):
            exercise = step.line.exercise
            whole, side = _counted([one for one in self.done if one.exercise == exercise])
            if exercise in self.left_out or step.number <= whole:
                continue
            yield replace(step, side=side if step.number == whole + 1 else Side.BOTH)


def open_session(standing: Sequence[AnyEntry], day: date) -> OpenSession | None:
    """The session of the day that was begun set by set and not finished, the last where there are several."""
    finished = {one.session_id for one in standing if isinstance(one, SessionDone)}
    begun = [
        one
        for one in standing
        if isinstance(one, SetDone) and one.session not in finished and one.start.date() == day
    ]
    if not begun:
        return None
    last = begun[-1]
    planned = None
    if last.planned is not None:
        planned = PastSession(start=last.planned, menu=last.menu, exercises=last.prescribed, light=last.light)
    return OpenSession(
        id=last.session,
        start=last.start,
        planned=planned,
        done=tuple(one.done for one in begun if one.session == last.session),
    )


def _all_steps(lines: Sequence[Prescription], supersets: Sequence[tuple[str, str]]) -> list[Step]:
    """Every set in the order of the session; of a superset the second exercise follows each set of the first, without a rest between."""
    by_id = {line.exercise: line for line in lines}
    partner = {first: by_id[second] for first, second in supersets if {first, second} <= set(by_id)}
    seconds = {line.exercise for line in partner.values()}
    steps: list[Step] = []
    for line in lines:
        if line.exercise in seconds:
            continue
        other = partner.get(line.exercise)
        steps += _in_turns(line, other) if other else _alone(line)
    return steps


def _alone(line: Prescription) -> list[Step]:
    return [Step(line=line, number=number, rest_s=line.rest_s) for number in range(1, line.sets + 1)]


def _in_turns(first: Prescription, second: Prescription) -> list[Step]:
    """By turns; where both have a set, the rest comes after the second."""
    rest_s = max(first.rest_s, second.rest_s)
    steps: list[Step] = []
    for number in range(1, max(first.sets, second.sets) + 1):
        both = number <= min(first.sets, second.sets)
        if number <= first.sets:
            steps.append(Step(line=first, number=number, rest_s=0 if both else rest_s))
        if number <= second.sets:
            steps.append(Step(line=second, number=number, rest_s=rest_s))
    return steps


def _counted(done: Sequence[LoggedSet]) -> tuple[int, Side]:
    """How many sets both legs have done, and which leg still has one to do."""
    sides = [one.side for one in done if not one.warm_up]
    left, right = sides.count(Side.LEFT), sides.count(Side.RIGHT)
    side = Side.BOTH if left == right else Side.RIGHT if left > right else Side.LEFT
    return sides.count(Side.BOTH) + min(left, right), side


def hurt_since(standing: Sequence[AnyEntry], session: OpenSession) -> bool:
    """Whether a pain was said on the session's day after the last set that was kept of it."""
    kept = [one.at for one in standing if isinstance(one, SetDone) and one.session == session.id]
    return any(
        isinstance(one, PainFelt) and one.day == session.start.date() and one.at > max(kept)
        for one in standing
        if kept
    )


class Word(StrEnum):
    """What an answer asks for, other than a set."""

    SKIP = "skip"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered to a set: the sets that were done, a word, or a pain."""

    sets: tuple[LoggedSet, ...] = ()
    word: Word | None = None
    pain: PainLine | None = None


def read_answer(text: str, step: Step, day: date) -> Answer:
    """`8`, `8 rir 1`, `8 42.5 kg`, `left 8 right 6`, `skip`, `stop`, `hurt knee left 3/10`; empty = as asked. NotationError for others."""
    words = Words(text.strip(), place=step.line.exercise)
    for word in Word:
        if words.said(word):
            words.end()
            return Answer(word=word)
    if words.said("hurt"):
        return Answer(pain=pain_line(words, day))
    sets = [replace(prescribed_set(step.line), side=step.side)]
    counted: set[Side] = set()
    while not words.at_end():
        side = words.maybe(r"(left|right)(?!\S)")
        if side:
            said = Side(side[1].lower())
            fresh = replace(prescribed_set(step.line), side=said)
            sets = [fresh] if sets[0].side in {Side.BOTH, said} else [*sets, fresh]
        else:
            sets[-1] = _said(words, sets[-1], counted)
    return Answer(sets=tuple(sets))


def _said(words: Words, one: LoggedSet, counted: set[Side]) -> LoggedSet:
    """The set with the next thing that was said of it; `counted` are the sides whose repetitions were said."""
    if words.rest.startswith('"'):
        return replace(one, note=words.note())
    if words.said("rir"):
        return replace(one, rir=words.whole(words.need(r"(\S+)", "is not a number", "rir 1")[1], most=10))
    grams = read_weight(words)
    if grams is not None:
        return replace(one, weight_g=grams)
    second = one.side in counted
    problem = "could be a weight or a reserve" if second else "is not what was done"
    said = words.need(r"(?!)" if second else r"(\d+)(?:\s*s)?(?!\S)", problem, EXAMPLES)
    counted.add(one.side)
    return replace(one, reps=words.whole(said[1], most=9999))


def set_done(session: OpenSession, done: LoggedSet, *, stamp: Stamp) -> SetDone:
    """One set as an entry of its session."""
    planned = session.planned
    return SetDone(
        id=stamp.id,
        at=stamp.at,
        session=session.id,
        start=session.start,
        done=done,
        menu=planned.menu if planned else "",
        planned=planned.start if planned else None,
        prescribed=session.asked,
        light=bool(planned and planned.light),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What is said at the end of a session."""

    minutes: int | None = None
    effort: int | None = None


def finished(session: OpenSession, whole: Whole, *, stamp: Stamp) -> SessionDone:
    """The session as a whole; its sets were kept one by one."""
    planned = session.planned
    return SessionDone(
        id=stamp.id,
        at=stamp.at,
        start=session.start,
        session=session.id,
        minutes=whole.minutes,
        effort=whole.effort,
        menu=planned.menu if planned else "",
        planned=planned.start if planned else None,
        prescribed=session.asked,
        light=bool(planned and planned.light),
    )
