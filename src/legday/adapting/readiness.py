"""Decides what soreness, short nights and feeling little ready take off a day. They never add anything."""

from collections.abc import Iterator
from datetime import date, timedelta

from legday.adapting.answer import Answer, answer_of
from legday.adapting.wording import day_text
from legday.model.catalogue import Catalogue
from legday.model.easing import Decision, Easing
from legday.model.happened import Slept, SorenessFelt
from legday.model.state import RunnerState

RULE = "readiness"


def readiness_easings(
    state: RunnerState, catalogue: Catalogue, *, today: date, since: date = date.min
) -> Iterator[Easing]:
    """What holds back single days from `since` to `today` (science.md L4); of several words about a day the last counts."""
    sore = {one.day: one for one in state.log.soreness if since <= one.day <= today}
    for felt in sore.values():
        yield from _sore(felt, catalogue)
    nights = {one.day: one for one in state.log.nights if one.day <= today}
    for night in nights.values():
        if night.day >= since:
            yield from _slept(night, nights, catalogue)
            yield from _unready(night, catalogue)


def _sore(felt: SorenessFelt, catalogue: Catalogue) -> Iterator[Easing]:
    number = catalogue.rulebook.number
    stop, ease = number(RULE, "sore_stop"), number(RULE, "sore_ease")
    if felt.score >= stop or felt.limp:
        reason = f"{stop} or more" if felt.score >= stop else "a limp"
        yield left_out(
            felt.day, why=f"Legs sore {felt.score} of 10 ({reason})", back="Comes back the day after."
        )
    elif felt.score >= ease:
        yield _eased(f"Legs sore {felt.score} of 10 ({ease} or more)", felt.day, catalogue, name="sore_ease")


def left_out(day: date, *, why: str, back: str) -> Easing:
    """A day without its leg session: legs too sore, or a limp, whatever hurts."""
    return Easing(
        rule=RULE,
        number="sore_stop",
        decision=Decision.PAUSE,
        first=day,
        last=day,
        no_session=True,
        no_impact=True,
        no_growth=True,
        why=f"{why}. No leg session on {day_text(day)}.",
        back=back,
    )


def _eased(reason: str, day: date, catalogue: Catalogue, *, name: str) -> Easing:
    """Fewer sets and more in reserve on one day; `name` the number that says so."""
    number = catalogue.rulebook.number
    percent, plus, most = (
        number(RULE, "ease_percent"),
        number(RULE, "rir_plus"),
        number("effort", "rir_beginner"),
    )
    return Easing(
        rule=RULE,
        number=name,
        decision=Decision.EASE,
        first=day,
        last=day,
        no_growth=True,
        sets_percent=percent,
        rir_plus=plus,
        why=f"{reason}. {percent} % of the sets on {day_text(day)}, {plus} more in reserve, {most} at most.",
        back="Back to the plan the day after.",
    )


def _unready(night: Slept, catalogue: Catalogue) -> Iterator[Easing]:
    """A day on which the runner feels little ready counts like sore legs."""
    most = catalogue.rulebook.number(RULE, "ready_ease")
    if night.readiness is not None and night.readiness <= most:
        reason = f"Ready {night.readiness} of 5 ({most} or less)"
        yield _eased(reason, night.day, catalogue, name="ready_ease")


def _slept(night: Slept, nights: dict[date, Slept], catalogue: Catalogue) -> Iterator[Easing]:
    """Short nights running, the last of them before this day."""
    number = catalogue.rulebook.number
    least, many = number(RULE, "sleep_minutes"), number(RULE, "nights")
    row = [nights.get(night.day - timedelta(days=back)) for back in range(many)]
    if any(one is None or one.minutes is None or one.minutes >= least for one in row):
        return
    fewer = number(RULE, "sets_less")
    yield Easing(
        rule=RULE,
        number="sleep_minutes",
        decision=Decision.EASE,
        first=night.day,
        last=night.day,
        no_growth=True,
        sets_less=fewer,
        why=f"{many} nights running under {least // 60} h {least % 60:02d}. {fewer} set less of each exercise on {day_text(night.day)}.",
        back="Back to the plan after the next night that is long enough.",
    )


def sore_answer(state: RunnerState, catalogue: Catalogue, *, day: date) -> Answer:
    """The answer to the soreness last said of `day`."""
    least = catalogue.rulebook.number(RULE, "sore_ease")
    felt = next((one for one in reversed(state.log.soreness) if one.day == day), None)
    held = [
        one
        for one in readiness_easings(state, catalogue, today=day)
        if one.number in {"sore_stop", "sore_ease"}
    ]
    go_on = f"Legs sore {felt.score if felt else 0} of 10, under {least}. Go on as planned."
    return answer_of(held, catalogue, today=day, rule=RULE, number="sore_ease", go_on=go_on)


def slept_answer(state: RunnerState, catalogue: Catalogue, *, day: date) -> Answer:
    """The answer to the nights up to `day`, and to how ready the runner feels."""
    number = catalogue.rulebook.number
    least, many = number(RULE, "sleep_minutes"), number(RULE, "nights")
    held = [
        one
        for one in readiness_easings(state, catalogue, today=day)
        if one.number in {"sleep_minutes", "ready_ease"}
    ]
    go_on = f"Not {many} nights running under {least // 60} h {least % 60:02d}. Go on as planned; a good night raises nothing."
    return answer_of(held, catalogue, today=day, rule=RULE, number="sleep_minutes", go_on=go_on)
