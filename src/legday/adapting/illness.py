"""Decides how long illness rests the legs, and how they come back."""

from collections.abc import Iterator
from datetime import date, timedelta

from legday.adapting.answer import Answer, answer_of
from legday.adapting.wording import day_text
from legday.model.catalogue import Catalogue
from legday.model.easing import CLEAR_DAYS, ILLNESS, Decision, Easing
from legday.model.happened import Ill
from legday.model.state import RunnerState

RULE = ILLNESS
DAY = timedelta(days=1)


def illnesses(state: RunnerState, *, today: date) -> tuple[Ill, ...]:
    """Each illness as last said: a later word about the same first day replaces the earlier."""
    latest = {one.first: one for one in state.log.illnesses if one.first <= today}
    return tuple(latest[first] for first in sorted(latest))


def illness_easings(state: RunnerState, catalogue: Catalogue, *, today: date) -> Iterator[Easing]:
    """No session while ill; after a fever a clear day more, then as after ten to twenty-one days off (science.md C11, L4)."""
    for ill in illnesses(state, today=today):
        yield _resting(ill, catalogue)
        if ill.fever and ill.last is not None:
            yield _returning(ill.last, catalogue)


def _resting(ill: Ill, catalogue: Catalogue) -> Easing:
    clear = catalogue.rulebook.number(RULE, "clear_days") if ill.fever else 0
    last = None if ill.last is None else ill.last + clear * DAY
    what = "Ill with a fever" if ill.fever else "Ill"
    more = f" and {clear} clear day{'s' if clear > 1 else ''} after it" if clear else ""
    return Easing(
        rule=RULE,
        number=CLEAR_DAYS if ill.fever else "",
        decision=Decision.PAUSE,
        first=ill.first,
        last=last,
        no_session=True,
        no_impact=True,
        no_growth=True,
        why=f"{what} since {day_text(ill.first)}. No leg session while ill{more}.",
        back="Comes back when you say so: `legday well`."
        if last is None
        else f"Comes back on {day_text(last + DAY)}.",
    )


def _returning(ended: date, catalogue: Catalogue) -> Easing:
    number = catalogue.rulebook.number
    first = ended + (number(RULE, "clear_days") + 1) * DAY
    last = first + (number(RULE, "eased_days") - 1) * DAY
    percent, fewer = number(RULE, "eased_percent"), number(RULE, "eased_sets")
    return Easing(
        rule=RULE,
        number="eased_days",
        decision=Decision.EASE,
        first=first,
        last=last,
        no_growth=True,
        weight_percent=percent,
        sets_less=fewer,
        why=f"After a fever: {percent} % of the weight and {fewer} set less of each exercise until {day_text(last)}.",
        back=f"Grows again after {day_text(last)}.",
    )


def ill_answer(state: RunnerState, catalogue: Catalogue, *, day: date) -> Answer:
    """The answer to what was said of illness, as it stands on `day`."""
    held = [
        one for one in illness_easings(state, catalogue, today=day) if one.last is None or one.last >= day
    ]
    coming = next((one.why for one in held), "Well again. Go on as planned.")
    return answer_of(held, catalogue, today=day, rule=RULE, number="clear_days", go_on=coming)
