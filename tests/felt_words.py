"""Small words for what a runner felt in tests: `mon achilles left 3 next-morning worsens`, as one would say it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from legday.adapting.answer import Answer
from legday.adapting.easings import easings
from legday.adapting.pain import pain_answers
from legday.model.catalogue import Catalogue
from legday.model.easing import Eased, Easing
from legday.model.happened import ClearedByClinician, PainFelt
from legday.model.pain_words import Behaviour, When
from legday.model.sets import Side
from legday.model.state import Log, RunnerState
from plan_builder import catalogue, runner
from plan_builder import day as day_of

NOON = time(12)
WHEN = {when.value: when for when in When}
SIDES = {side.value: side for side in Side}


def with_number(rule: str, name: str, value: int) -> Catalogue:
    """The catalogue of a runner who changed one number of a rule."""
    known = catalogue()
    return replace(known, rulebook=replace(known.rulebook, changed={rule: {name: value}}))


def stamp(day: date, order: int = 0) -> dict[str, object]:
    """An id and a moment, at noon of the day."""
    at = datetime.combine(day, NOON, tzinfo=UTC) + timedelta(minutes=order)
    return {"id": UUID(int=day.toordinal() * 1000 + order), "at": at}


def felt(words: str, order: int = 0) -> PainFelt:
    """`tue achilles left 3 next-morning worsens`; side, time and behaviour may be left out, `w2 tue` is of the second week."""
    parts = words.split()
    count = 2 if parts[0][0] == "w" and parts[0][1:].lstrip("-").isdigit() else 1
    day, place, rest = day_of(" ".join(parts[:count])), parts[count], parts[count + 1 :]
    return PainFelt(
        **stamp(day, order),
        day=day,
        place=place,
        score=next(int(word) for word in rest if word.isdigit()),
        side=next((SIDES[word] for word in rest if word in SIDES), Side.BOTH),
        when=next((WHEN[word] for word in rest if word in WHEN), When.DURING),
        behaviour=frozenset(Behaviour(word) for word in rest if word in {one.value for one in Behaviour}),
    )


def cleared(when: str, what: str = "") -> ClearedByClinician:
    """A clinician's word, late on that day."""
    day = day_of(when)
    return ClearedByClinician(**stamp(day, 600), day=day, what=what)


def hurting(*said: str, clear: tuple[ClearedByClinician, ...] = (), **changes: object) -> RunnerState:
    """A runner who said these things, in this order."""
    pains = tuple(felt(words, order) for order, words in enumerate(said))
    return replace(runner(**changes), log=Log(pains=pains, cleared=clear))


def answers(state: RunnerState, today: str) -> tuple[Answer, ...]:
    return pain_answers(state, catalogue(), today=day_of(today))


def answer(state: RunnerState, today: str) -> Answer:
    """The only answer there is."""
    (only,) = answers(state, today)
    return only


def held(state: RunnerState, today: str) -> tuple[Easing, ...]:
    return easings(state, catalogue(), today=day_of(today))


def on(state: RunnerState, day: str, *, today: str = "") -> Eased:
    """What is held back on `day`, as known on `today` (that day, if not said)."""
    known = replace(state, easings=held(state, today or day))
    return known.eased(day_of(day))
