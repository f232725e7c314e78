"""Decides what is answered to pain at a place: go on, hold, ease, swap, pause or see someone; for how long, and how it comes back.

Deterministic, by tissue, from rulebook "Pain" (science.md F1–F14). It never names a diagnosis.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from legday.adapting.answer import Answer, changes_words, leading_of
from legday.adapting.episodes import Episode, Report, Strain, episodes, reach_of
from legday.adapting.limits import RULE, avoided, paused
from legday.adapting.readiness import left_out
from legday.adapting.wording import day_text, place_text
from legday.model.catalogue import Catalogue
from legday.model.easing import Decision, Eased, Easing
from legday.model.exercises import Tissue
from legday.model.happened import PainFelt
from legday.model.pain_words import Behaviour
from legday.model.sets import Side
from legday.model.state import Log, RunnerState

REVIEW = "To be reviewed by a clinician."
"""What stands by every advice until a clinician has read it."""
NO_DIAGNOSIS = "legday names no diagnosis."
SEE = "Have it seen by a doctor or physiotherapist before anything that loads it again."
PROFESSIONAL = "A doctor or physiotherapist should see it."


def pain_answers(state: RunnerState, catalogue: Catalogue, *, today: date) -> tuple[Answer, ...]:
    """One answer for each place and side that hurt lately or is held back on `today`, by place and side."""
    answers = (
        answer_to(episode, catalogue, today=today) for episode in _told(state.log, catalogue, today=today)
    )
    return tuple(one for one in answers if one is not None)


def pain_easings(state: RunnerState, catalogue: Catalogue, *, today: date) -> tuple[Easing, ...]:
    """All that pain holds back from `today` on."""
    return tuple(
        easing
        for episode in episodes(state.log, catalogue, today=today)
        for easing in _standing(episode, catalogue, today=today)
    )


def _told(log: Log, catalogue: Catalogue, *, today: date) -> list[Episode]:
    """The last episode of each place and side, and any before it that a clinician must still see."""
    last: dict[tuple[str, Side], Episode] = {}
    for episode in episodes(log, catalogue, today=today):
        key = (episode.place, episode.side)
        if key not in last or last[key].to_see is None or episode.to_see is not None:
            last[key] = episode
    return list(last.values())


def answer_to(episode: Episode, catalogue: Catalogue, *, today: date) -> Answer | None:
    """The answer to an episode on `today`; None where it is over and holds nothing back any more."""
    rulebook = catalogue.rulebook
    held = _standing(episode, catalogue, today=today)
    silent = (today - episode.last.day).days > rulebook.number(RULE, "resolved_days")
    if not held and (silent or (episode.ended and episode.last.day < today)):
        return None
    leading = leading_of(held, today=today)
    decision = leading.decision if leading else Decision.GO_ON
    rule = leading.rule if leading else RULE
    number = leading.number if leading else episode.last.number
    flags = _flags(episode, catalogue, today=today)
    return Answer(
        decision=decision,
        place=episode.place,
        name=episode.condition.name,
        side=episode.side,
        score=episode.last.felt.score,
        day=episode.last.day,
        rule=rule,
        number=number,
        value=rulebook.number(rule, number),
        words=leading.why if leading else _go_on_words(episode),
        changes=changes_words(held, catalogue, today=today),
        back=leading.back if leading else "",
        advice=tuple(_advice(episode, decision, catalogue, held)),
        asks=(*(catalogue.red_flags[flag].question for flag in flags), *_morning(episode, today=today)),
        flags=flags,
        easings=held,
    )


def _go_on_words(episode: Episode) -> str:
    where = place_text(episode.condition.name, episode.side)
    felt = episode.last.felt
    if felt.score <= 0 or episode.ended:
        return f"{where}: {felt.score} of 10 now. Go on as planned."
    return f"{where}: {felt.score} of 10, up to {episode.limits.go} goes on as planned."


def _advice(
    episode: Episode, decision: Decision, catalogue: Catalogue, held: tuple[Easing, ...]
) -> Iterator[str]:
    if decision is Decision.SEE_SOMEONE:
        yield SEE
        yield "No running and no jumping on it until then."
    elif _asks_a_professional(episode, catalogue):
        yield PROFESSIONAL
    if decision is not Decision.GO_ON:
        out = Eased(easings=held).avoid
        kept = [one for one in episode.condition.keep_exercises if one not in out]
        if kept:
            slow = f"; slowly, {episode.condition.tempo} seconds" if episode.condition.tempo else ""
            yield f"What goes on or stands in: {', '.join(catalogue.name(one) for one in kept)}{slow}."
    if episode.condition.words:
        yield f"{episode.condition.words} ({REVIEW})"
    yield NO_DIAGNOSIS


def slow_tempo(exercise: str, eased: Eased, catalogue: Catalogue) -> str:
    """How slowly an exercise is done that goes on for a sore tendon (seconds down-pause-up); empty where it goes as always."""
    places = {one.place for one in eased.easings if one.rule == RULE}
    return next(
        (
            one.tempo
            for one in catalogue.conditions.values()
            if one.tempo and places & set(one.places) and exercise in one.keep_exercises
        ),
        "",
    )


def _flags(episode: Episode, catalogue: Catalogue, *, today: date) -> tuple[str, ...]:
    """Red flags whose question the last day's reports give a reason for."""
    felt = [one.felt for one in episode.reports if one.day == episode.last.day and not episode.ended]
    recent = (today - episode.last.day).days <= 1
    return tuple(
        flag.id
        for flag in catalogue.red_flags.values()
        if recent and any(flag.asked_after(one) for one in felt)
    )


def _morning(episode: Episode, *, today: date) -> tuple[str, ...]:
    """The question of the next morning, where it is still open."""
    if episode.ended or episode.last.felt.score <= 0 or episode.last.day != today - timedelta(days=1):
        return ()
    where = place_text(episode.condition.name, episode.side)
    return (f"{where}: {episode.last.felt.score} of 10 yesterday. How is it this morning, 0 to 10?",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about a place that hurt, and the command that answers it; `score` the number to be replaced, None where a red `flag` is asked."""

    place: str
    words: str
    command: str
    score: int | None = None
    side: Side = Side.BOTH
    flag: str = ""


def asked_again(state: RunnerState, catalogue: Catalogue, *, today: date) -> tuple[Asked, ...]:
    """What to ask on `today` about what hurt yesterday: each place on waking, and red flags that its behaviour gives a reason for."""
    return tuple(
        asked
        for answer in pain_answers(state, catalogue, today=today)
        for asked in _asked_of(answer, catalogue)
    )


def _asked_of(answer: Answer, catalogue: Catalogue) -> Iterator[Asked]:
    for flag in answer.flags:
        question = f"{catalogue.red_flags[flag].question} If so:"
        command = f"legday flag {flag}"
        yield Asked(place=answer.place, words=question, command=command, side=answer.side, flag=flag)
    side = "" if answer.side is Side.BOTH else f" --side {answer.side}"
    for words in answer.asks[len(answer.flags) :]:
        command = f"legday hurt {answer.place} {answer.score}{side} --when next-morning"
        yield Asked(place=answer.place, words=words, command=command, score=answer.score, side=answer.side)


# What holds back -----------------------------------------------------------------------------------------------------------------


def _standing(episode: Episode, catalogue: Catalogue, *, today: date) -> tuple[Easing, ...]:
    """What an episode holds back from `today` on; of one long past that is what a clinician must see."""
    past = episode.last.day + reach_of(catalogue.rulebook).holds < today
    found = _seen(episode, catalogue) if past else _easings(episode, catalogue)
    return tuple(one for one in found if one.last is None or one.last >= today)


def _easings(episode: Episode, catalogue: Catalogue) -> Iterator[Easing]:
    yield from _seen(episode, catalogue)
    yield from _over(episode, catalogue)
    if not episode.ended:
        yield from _held(episode, catalogue)
        yield from _again_and_again(episode, catalogue)
    yield from _limping(episode)


def _easing(
    episode: Episode, decision: Decision, report: Report, *, last: date | None, **held: object
) -> Easing:
    """An easing of this episode, from the day of `report` on; jumps and growth are always held."""
    given: dict[str, object] = {
        "rule": RULE,
        "number": report.number,
        "place": episode.place,
        "side": episode.side,
        "no_impact": True,
        "no_growth": True,
        **held,
    }
    return Easing(decision=decision, first=report.day, last=last, **given)  # type: ignore[arg-type]


def _seen(episode: Episode, catalogue: Catalogue) -> Iterator[Easing]:
    """Bone-like pain, or a joint that swells or locks: until a clinician has looked."""
    first = episode.to_see
    if first is None:
        return
    bone = any(one.see == "bone" for one in episode.reports)
    exercises = catalogue.exercises
    out = avoided(episode.condition, exercises, bone=bone)
    if any(one.see == "joint" for one in episode.reports):
        out |= paused(episode.condition, exercises)
    yield _easing(
        episode,
        Decision.SEE_SOMEONE,
        first,
        last=None,
        number=first.see,
        avoid=out,
        no_session=_nowhere(episode),
        why=f"{_where(episode, first)}: {_see_reason(first, episode)}",
        back=f"Comes back when a clinician has cleared it: `legday cleared {episode.place}`.",
    )


def _see_reason(report: Report, episode: Episode) -> str:
    if report.see == "bone":
        place = (
            "a bone"
            if episode.condition.tissue is Tissue.BONE
            else "like a bone: it hurts at night, at rest or hopping"
        )
        return f"{place}, where anything over 0 stops jumps and loaded work on one leg. See someone."
    return "it swells, locks or gives way. Its exercises stop; see someone."


def _nowhere(episode: Episode) -> bool:
    """A place legday does not know has no exercises to leave out: then the whole session rests."""
    return not episode.condition.id


def _over(episode: Episode, catalogue: Catalogue) -> Iterator[Easing]:
    """Over the limit: two steps back at first, a pause the second time, then two steps back again on the way in."""
    days = episode.days(Strain.OVER)
    worst = episode.worst(Strain.OVER)
    if worst is None:
        return
    number = catalogue.rulebook.number
    hold = timedelta(days=number(RULE, "hold_days"))
    if len(days) == 1:
        yield _stepped_back(episode, worst, catalogue, last=worst.day + hold)
        return
    last = worst.day + timedelta(days=number(RULE, "pause_days"))
    yield _easing(
        episode,
        Decision.PAUSE,
        worst,
        last=last,
        avoid=paused(episode.condition, catalogue.exercises),
        no_session=_nowhere(episode),
        why=f"{_where(episode, worst)}: {_over_reason(worst, episode)} for the {_ordinal(len(days))} time. What loads it pauses.",
        back=f"Comes back after {day_text(last)}, {number(RULE, 'steps_back')} steps back.",
    )
    yield _stepped_back(episode, worst, catalogue, last=last + hold)


def _stepped_back(episode: Episode, report: Report, catalogue: Catalogue, *, last: date) -> Easing:
    number = catalogue.rulebook.number
    swap = report.over_score and episode.condition.tissue is not Tissue.TENDON
    steps = number(RULE, "steps_back")
    return _easing(
        episode,
        Decision.SWAP if swap else Decision.EASE,
        report,
        last=last,
        avoid=avoided(episode.condition, catalogue.exercises),
        no_session=_nowhere(episode),
        weight_percent=100 - steps * number(RULE, "step_percent"),
        sets_less=number(RULE, "sets_less"),
        why=f"{_where(episode, report)}: {_over_reason(report, episode)}. {steps} steps back{', kinder exercises' if swap else ''}.",
        back=f"Grows again after {day_text(last)}, if it stays at {episode.limits.go} or less and is no worse the next morning.",
    )


def _over_reason(report: Report, episode: Episode) -> str:
    if report.over_score:
        return f"over the limit of {episode.limits.stop}"
    if report.rise is not None and report.rise > 0:
        return f"{report.rise} more than the day before"
    return "it makes you limp"


def _held(episode: Episode, catalogue: Catalogue) -> Iterator[Easing]:
    """Between go on and step back: nothing grows, no jumps, kinder exercises; what a clinician must see first promises no date."""
    worst = episode.worst(Strain.HOLD)
    if worst is None or episode.to_see is not None:
        return
    last = worst.day + timedelta(days=catalogue.rulebook.number(RULE, "hold_days"))
    reason = (
        f"{worst.rise} more than the day before"
        if worst.number == "morning_repeat"
        else f"over {episode.limits.go}, up to {episode.limits.stop}"
    )
    yield _easing(
        episode,
        Decision.HOLD,
        worst,
        last=last,
        avoid=avoided(episode.condition, catalogue.exercises),
        why=f"{_where(episode, worst)}: {reason}. Hold.",
        back=(
            f"Goes on after {day_text(last)}, or as soon as it is {episode.limits.go} or less and no worse the next morning."
        ),
    )


def _asks_a_professional(episode: Episode, catalogue: Catalogue) -> bool:
    limps = any(Behaviour.LIMP in one.felt.behaviour for one in episode.reports)
    return limps or _long(episode, catalogue) or _often(episode, catalogue)


def _long(episode: Episode, catalogue: Catalogue) -> bool:
    weeks = catalogue.rulebook.number(RULE, "weeks")
    return (episode.last.day - episode.reports[0].day).days > 7 * weeks


def _often(episode: Episode, catalogue: Catalogue) -> bool:
    return episode.time >= catalogue.rulebook.number(RULE, "times")


def _again_and_again(episode: Episode, catalogue: Catalogue) -> Iterator[Easing]:
    """Too long, or too often: a professional should see it, and nothing grows until the episode is over."""
    number = catalogue.rulebook.number
    told = []
    if _long(episode, catalogue):
        told.append(("weeks", f"for longer than {number(RULE, 'weeks')} weeks"))
    if _often(episode, catalogue):
        told.append(("times", f"for the {_ordinal(episode.time)} time"))
    last = episode.last.day + timedelta(days=number(RULE, "resolved_days"))
    for name, words in told:
        yield Easing(
            rule=RULE,
            number=name,
            decision=Decision.HOLD,
            first=episode.last.day,
            last=last,
            place=episode.place,
            side=episode.side,
            no_growth=True,
            why=f"{_where(episode, episode.last)}: {words}. A professional should see it; nothing grows.",
            back=f"Grows again when it is over, or after {day_text(last)} if you say nothing more of it, or when cleared.",
        )


def _limping(episode: Episode) -> Iterator[Easing]:
    """A limp leaves out that day's session (science.md L4)."""
    for report in episode.reports:
        if report.strain is not Strain.GONE and Behaviour.LIMP in report.felt.behaviour:
            limping = left_out(
                report.day,
                why=f"{_where(episode, report)}: it makes you limp",
                back="Comes back the day after, unless you limp again.",
            )
            yield replace(limping, place=episode.place, side=episode.side)


def _where(episode: Episode, report: Report) -> str:
    return f"{place_text(episode.condition.name, episode.side)}, {report.felt.score} of 10"


def _ordinal(number: int) -> str:
    return {2: "second", 3: "third", 4: "fourth", 5: "fifth"}.get(number, f"{number}th")


def answers_after(
    pain: PainFelt, state: RunnerState, catalogue: Catalogue, *, today: date
) -> tuple[Answer, ...]:
    """The answers of the place that `pain` names, once it is in the log."""
    sides = {pain.side, Side.BOTH} if pain.side is not Side.BOTH else set(Side)
    return tuple(
        one
        for one in pain_answers(state, catalogue, today=today)
        if one.place == pain.place and one.side in sides
    )
