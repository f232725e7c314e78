"""Decides what is answered once a runner has said how they feel: pain, soreness, sleep, illness, red flags, a clinician's word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from legday.actions.journal import profile_of, read_journal
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.adapting.answer import Answer
from legday.adapting.illness import ill_answer, illnesses
from legday.adapting.pain import answers_after
from legday.adapting.readiness import slept_answer, sore_answer
from legday.adapting.red_flags import red_flag_answer, standing_flags
from legday.model.easing import Easing, Until
from legday.model.errors import InputError
from legday.model.happened import ClearedByClinician, Ill, PainFelt, RedFlagRaised, Slept, SorenessFelt
from legday.model.journal import ProfileSet
from legday.store import Store

DAY = timedelta(days=1)
Felt = PainFelt | SorenessFelt | Slept | Ill | RedFlagRaised | ClearedByClinician


@dataclass(frozen=True, slots=True, kw_only=True)
class FeltReport:
    """What was said, the answers to it, and all that holds leg work back from that day on."""

    said: str
    day: date
    answers: tuple[Answer, ...]
    easings: tuple[Easing, ...]


def remember(store: Store, entry: Felt) -> None:
    """Writes down what was said. InputError where no profile has been set."""
    profile_of(read_journal(store.entries()))
    store.append(entry)


def felt_report(known: Facts, entry: Felt, *, said: str) -> FeltReport:
    """The answers to `entry`, once it is among the facts. The day of the answer is today, or the entry's own where that lies behind."""
    return FeltReport(
        said=said,
        day=known.today,
        answers=tuple(_answers(known, entry)),
        easings=known.state.easings,
    )


def _answers(known: Facts, entry: Felt) -> Sequence[Answer]:
    state, catalogue, today = known.state, known.catalogue, known.today
    match entry:
        case PainFelt():
            return answers_after(entry, state, catalogue, today=today)
        case SorenessFelt():
            return (sore_answer(state, catalogue, day=entry.day),)
        case Slept():
            return (slept_answer(state, catalogue, day=entry.day),)
        case Ill():
            return (ill_answer(state, catalogue, day=today),)
        case RedFlagRaised():
            return (red_flag_answer(state, catalogue, day=today),)
        case ClearedByClinician():
            return ()


def ongoing(known: Facts) -> Ill | None:
    """The illness that is not over yet."""
    return next((one for one in illnesses(known.state, today=known.today) if one.last is None), None)


def ill_entry(
    known: Facts, stamp: Stamp, *, fever: bool, since: date | None, until: date | None, note: str = ""
) -> Ill:
    """Illness from `since` (that of the illness going on, else today). InputError where it would end before it begins."""
    open_one = ongoing(known)
    first = since or (open_one.first if open_one else known.today)
    if until is not None and until < first:
        raise InputError(
            value=until.isoformat(),
            place="--until",
            problem=f"is before {first.isoformat()}",
            remedy="the last day of being ill",
        )
    feverish = fever or (open_one is not None and open_one.first == first and open_one.fever)
    return Ill(id=stamp.id, at=stamp.at, first=first, last=until, fever=feverish, note=note)


def well_entry(known: Facts, stamp: Stamp, *, since: date | None) -> Ill:
    """The illness that was going on, over on the day before `since` (today, if not said). InputError where there is none."""
    open_one = ongoing(known)
    if open_one is None:
        raise InputError(
            value="well",
            place="journal",
            problem="no illness is going on",
            remedy="`legday ill --until` for one that is over",
        )
    last = max(open_one.first, (since or known.today) - DAY)
    return Ill(
        id=stamp.id, at=stamp.at, first=open_one.first, last=last, fever=open_one.fever, note=open_one.note
    )


def to_clear(known: Facts) -> tuple[str, ...]:
    """What waits for a clinician's word today: red flags, places, and circumstances of the profile, by id; the doors name them."""
    flags = [one.flag for one in standing_flags(known.state, today=known.today)]
    held = known.state.eased(known.today).easings
    places = [one.place for one in held if one.place and one.until is Until.CLEARED]
    states = [
        one.id
        for one in known.catalogue.conditions.values()
        if one.tissue is None and one.id in _circumstances(known)
    ]
    return tuple(dict.fromkeys((*flags, *places, *states)))


def _circumstances(known: Facts) -> frozenset[str]:
    """The circumstances of the profile that wait for a clinician's word."""
    health = known.profile.health
    if health.clinician_confirmed:
        return frozenset()
    said = {
        "pregnancy": health.pregnant,
        "post-partum": health.weeks_post_partum is not None,
        "bone-density": health.osteoporosis,
        "recent-surgery": health.recent_surgery,
        "heart-or-blood-pressure": health.heart_or_blood_pressure,
    }
    return frozenset(name for name, holds in said.items() if holds)


def clears_profile(what: str, known: Facts) -> bool:
    """Whether a clinician's word also speaks of a circumstance of the profile, which waits for it."""
    health, condition = known.profile.health, known.catalogue.conditions.get(what)
    if condition is not None and condition.tissue is None:
        return not health.clinician_confirmed
    waits = (
        health.pregnant,
        health.weeks_post_partum is not None,
        health.osteoporosis,
        health.recent_surgery,
        health.heart_or_blood_pressure,
        health.other_restriction,
        health.symptoms,
        health.known_disease,
    )
    return not what and any(waits) and not health.clinician_confirmed


def confirmed_profile(known: Facts, stamp: Stamp) -> ProfileSet:
    """The profile with the clinician's yes."""
    profile = known.profile
    health = replace(profile.health, clinician_confirmed=True)
    return ProfileSet(id=stamp.id, at=stamp.at, profile=replace(profile, health=health))


def minutes_slept(said: str) -> int:
    """`5:30`, `5h30` or `7` as minutes. InputError where it is no time asleep."""
    hours, _, minutes = said.strip().lower().replace("h", ":").partition(":")
    whole = (
        hours.isascii() and hours.isdecimal() and (not minutes or (minutes.isascii() and minutes.isdecimal()))
    )
    if not whole or len(hours) > 2 or len(minutes) > 2 or int(hours) > 24 or int(minutes or 0) > 59:
        raise InputError(value=said, place="slept", problem="is not a time asleep", remedy="written 5:30")
    return 60 * int(hours) + int(minutes or 0)
