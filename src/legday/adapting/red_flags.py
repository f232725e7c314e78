"""Decides what a red flag locks, and until when."""

from collections.abc import Iterator
from datetime import date

from legday.adapting.answer import Answer, answer_of, leading_of
from legday.adapting.episodes import after
from legday.adapting.wording import day_text
from legday.model.catalogue import Catalogue
from legday.model.easing import RED_FLAG_LOCK, Decision, Easing
from legday.model.happened import RedFlagRaised
from legday.model.state import RunnerState

RULE = RED_FLAG_LOCK
EMERGENCY = "Call your local emergency number."


def standing_flags(state: RunnerState, *, today: date) -> tuple[RedFlagRaised, ...]:
    """The red flags that no clinician has cleared: by its own name, or by a word that names nothing."""
    return tuple(
        flag
        for flag in state.log.red_flags
        if flag.day <= today
        and not any(
            word.what in {"", flag.flag} and after(flag.day, flag.at, word) for word in state.log.cleared
        )
    )


def red_flag_easings(state: RunnerState, catalogue: Catalogue, *, today: date) -> Iterator[Easing]:
    """No leg session, no jumps, no growth until cleared; one easing for each flag that stands."""
    for raised in standing_flags(state, today=today):
        flag = catalogue.red_flags.get(raised.flag)
        name = flag.name if flag else raised.flag
        advice = flag.advice if flag else EMERGENCY
        yield Easing(
            rule=RULE,
            decision=Decision.SEE_SOMEONE,
            first=raised.day,
            last=None,
            no_session=True,
            no_impact=True,
            no_growth=True,
            why=f"{name}, said on {day_text(raised.day)}. {advice}",
            back=f"Leg work and running advice come back when a clinician has cleared it: `legday cleared {raised.flag}`.",
        )


def red_flag_answer(state: RunnerState, catalogue: Catalogue, *, day: date) -> Answer:
    """The answer to the red flags that stand on `day`."""
    held = tuple(red_flag_easings(state, catalogue, today=day))
    leading = leading_of(held, today=day)
    advice = tuple(one.why for one in held if one is not leading)
    return answer_of(
        held, catalogue, today=day, rule=RULE, number="", go_on="No red flag stands.", advice=advice
    )
