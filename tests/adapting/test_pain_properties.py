"""What always holds of pain: worse is never answered more mildly, nothing is raised, a week later is a week later."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from felt_words import stamp
from legday.adapting.answer import ORDER
from legday.adapting.easings import easings
from legday.adapting.illness import ill_answer
from legday.adapting.pain import asked_again, pain_answers
from legday.adapting.readiness import slept_answer, sore_answer
from legday.adapting.red_flags import red_flag_answer
from legday.model.easing import Eased, Easing
from legday.model.happened import (
    ClearedByClinician,
    Ill,
    PainFelt,
    RedFlagRaised,
    Slept,
    SorenessFelt,
)
from legday.model.pain_words import Behaviour, When
from legday.model.sets import Side
from legday.model.state import Log, RunnerState
from plan_builder import MONDAY, catalogue, runner
from planner_words import answered, badly_read, said_of

DRAWN = settings(max_examples=150, deadline=None, derandomize=True)
WEEK = timedelta(days=7)
PLACES = sorted({place for one in catalogue().conditions.values() for place in one.places})
DAYS = st.integers(0, 40).map(lambda n: MONDAY + timedelta(days=n))
LAST = MONDAY + timedelta(days=40)


@st.composite
def pains(draw: st.DrawFn) -> PainFelt:
    day = draw(DAYS)
    return PainFelt(
        **stamp(day, draw(st.integers(0, 500))),
        day=day,
        place=draw(st.sampled_from(PLACES[:4])),
        score=draw(st.integers(0, 10)),
        side=draw(st.sampled_from(Side)),
        when=draw(st.sampled_from(When)),
        behaviour=draw(st.frozensets(st.sampled_from(Behaviour), max_size=1)),
    )


@st.composite
def logs(draw: st.DrawFn) -> Log:
    def ordered(kind: st.SearchStrategy) -> tuple:
        return tuple(sorted(draw(st.lists(kind, max_size=5)), key=lambda one: one.day))

    stamped = st.builds(stamp, DAYS, st.integers(501, 900))
    return Log(
        pains=ordered(pains()),
        red_flags=ordered(st.builds(lambda s, d: RedFlagRaised(**s, day=d, flag="chest"), stamped, DAYS)),
        cleared=ordered(
            st.builds(
                lambda s, d, w: ClearedByClinician(**s, day=d, what=w),
                stamped,
                DAYS,
                st.sampled_from(["", "chest", *PLACES[:4]]),
            )
        ),
        soreness=ordered(
            st.builds(lambda s, d, n: SorenessFelt(**s, day=d, score=n), stamped, DAYS, st.integers(0, 10))
        ),
        nights=ordered(
            st.builds(lambda s, d, m: Slept(**s, day=d, minutes=m), stamped, DAYS, st.integers(200, 600))
        ),
        illnesses=tuple(
            draw(
                st.lists(
                    st.builds(
                        lambda s, d, n, f: Ill(**s, first=d, last=d + timedelta(days=n), fever=f),
                        stamped,
                        DAYS,
                        st.integers(0, 9),
                        st.booleans(),
                    ),
                    max_size=2,
                )
            )
        ),
    )


def held(log: Log) -> tuple[Easing, ...]:
    return easings(replace(runner(), log=log), catalogue(), today=LAST)


def together(log: Log) -> Eased:
    return Eased(easings=tuple(one for one in held(log) if one.holds_on(LAST)))


def hardest(eased: Eased) -> int:
    return max((ORDER.index(one.decision) for one in eased.easings), default=0)


def at_least_as_careful(worse: Eased, milder: Eased) -> bool:
    return (
        hardest(worse) >= hardest(milder)
        and worse.no_session >= milder.no_session
        and worse.no_impact >= milder.no_impact
        and worse.no_growth >= milder.no_growth
        and worse.weight_percent <= milder.weight_percent
        and worse.sets_less >= milder.sets_less
    )


@DRAWN
@given(st.lists(pains(), max_size=6), pains(), st.integers(0, 10))
def test_worse_pain_is_never_answered_more_mildly(before: list[PainFelt], now: PainFelt, more: int) -> None:
    earlier = tuple(sorted(before, key=lambda one: one.day))
    last = replace(now, day=LAST)
    worse = replace(last, score=min(10, last.score + more))
    assert at_least_as_careful(together(Log(pains=(*earlier, worse))), together(Log(pains=(*earlier, last))))


@DRAWN
@given(st.lists(pains(), max_size=6), pains(), st.sampled_from(Behaviour))
def test_a_worse_behaviour_is_never_answered_more_mildly(
    before: list[PainFelt], now: PainFelt, more: Behaviour
) -> None:
    earlier = tuple(sorted(before, key=lambda one: one.day))
    last = replace(now, day=LAST)
    worse = replace(last, behaviour=last.behaviour | {more})
    assert at_least_as_careful(together(Log(pains=(*earlier, worse))), together(Log(pains=(*earlier, last))))


@DRAWN
@given(logs(), DAYS)
def test_whatever_is_said_is_answered_in_sentences_that_read_in_german(log: Log, today: date) -> None:
    state = replace(runner(), log=log)
    given_on = [
        *pain_answers(state, catalogue(), today=today),
        sore_answer(state, catalogue(), day=today),
        slept_answer(state, catalogue(), day=today),
        ill_answer(state, catalogue(), day=today),
        red_flag_answer(state, catalogue(), day=today),
    ]
    asked = (one.words for one in asked_again(state, catalogue(), today=today))
    assert badly_read([*answered(given_on), *said_of(held(log)), *asked]) == []


@DRAWN
@given(logs())
def test_an_easing_never_raises_anything_and_says_why_and_when_it_ends(log: Log) -> None:
    for one in held(log):
        assert one.weight_percent <= 100
        assert one.sets_percent <= 100
        assert one.sets_less >= 0
        assert one.rir_plus >= 0
        assert one.last is None or one.last >= max(one.first, LAST)
        assert one.why
        assert one.back
        assert one.rule in catalogue().rulebook.rules
        assert not one.number or one.number in catalogue().rulebook[one.rule].numbers


def later(log: Log) -> Log:
    """The same a week later."""

    def moved(one: object) -> object:
        at = one.at + WEEK
        if isinstance(one, Ill):
            return replace(one, at=at, first=one.first + WEEK, last=one.last and one.last + WEEK)
        return replace(one, at=at, day=one.day + WEEK)

    names = ("pains", "red_flags", "cleared", "soreness", "nights", "illnesses")
    return replace(log, **{name: tuple(moved(one) for one in getattr(log, name)) for name in names})


def shape(found: tuple[Easing, ...], back: timedelta) -> list[Easing]:
    """Easings moved back in time, without their dates in words."""
    return [
        replace(one, first=one.first - back, last=one.last and one.last - back, why="", back="")
        for one in found
    ]


@DRAWN
@given(logs())
def test_a_week_later_is_a_week_later(log: Log) -> None:
    state: RunnerState = replace(runner(), log=later(log))
    assert shape(easings(state, catalogue(), today=LAST + WEEK), WEEK) == shape(held(log), timedelta())


@DRAWN
@given(logs())
def test_the_other_leg_gets_the_same(log: Log) -> None:
    other = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}
    swapped = replace(log, pains=tuple(replace(one, side=other[one.side]) for one in log.pains))

    def bare(found: tuple[Easing, ...], *, turned: bool) -> set[Easing]:
        return {replace(one, side=other[one.side] if turned else one.side, why="") for one in found}

    assert bare(held(swapped), turned=True) == bare(held(log), turned=False)
