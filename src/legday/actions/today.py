"""Decides what is told of today: its runs and session with lighter sets first, what was said, what is asked, and what comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from legday.actions.journal_text import journal_lines
from legday.actions.set_by_set import OpenSession, open_session
from legday.actions.state import Facts
from legday.actions.why import day_of
from legday.adapting.pain import Asked, asked_again, slow_tempo
from legday.model.easing import ILLNESS, RED_FLAG_LOCK, Eased
from legday.model.happened import PainFelt, SessionDone
from legday.model.journal import AnyEntry
from legday.model.lines import JournalLine, KindLine, PromiseLine
from legday.model.plan import Day, PastSession, Plan, Prescription, Session
from legday.model.standing_entries import standing_entries
from legday.progressing.rehearsal import Rehearsal, rehearsals
from legday.progressing.stalled import light_for_a_stall

ASKED_AGAIN = timedelta(days=14)
"""A pain is asked about again for so long after it was last said (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayReport:
    """Today's day of the plan, and the next session after it (None where the plan has none).

    `rehearsals` are lighter sets before the session's first heavy lift; `said` what the journal holds of today; `held_back` why leg work
    is held back today; `no_run` why the day's runs are not to be run, empty where they may be; `week` why the whole week is lighter because lifts stand still.

    What is asked: `unsaid` sessions behind of which nothing was said; `begun` the session of today that waits to be gone on with; `again`
    what hurt yesterday, `still` the last word on other places that hurt lately; `ask_felt` whether soreness and sleep are still to be said.
    """

    day: Day
    next: Session | None
    rehearsals: tuple[Rehearsal, ...] = ()
    said: tuple[JournalLine, ...] = ()
    held_back: tuple[str, ...] = ()
    no_run: str = ""
    week: str = ""
    unsaid: tuple[PastSession, ...] = ()
    begun: OpenSession | None = None
    again: tuple[Asked, ...] = ()
    still: tuple[PainFelt, ...] = ()
    ask_felt: bool = False


def today(plan: Plan, known: Facts, entries: Sequence[AnyEntry] = ()) -> TodayReport:
    """What today holds by the plan derived now. InputError where the plan does not reach it."""
    day = known.today
    standing = standing_entries(entries)
    later = [session for session in plan.sessions if session.day > day]
    here = slowly(day_of(plan, day), known)
    zone = ZoneInfo(known.profile.time_zone)
    again = asked_again(known.state, known.catalogue, today=day)
    return TodayReport(
        day=here,
        next=later[0] if later else None,
        rehearsals=_rehearsals(here, known),
        said=tuple(
            line
            for line in journal_lines(standing, zone=zone)
            if line.day == day and not isinstance(line, PromiseLine | KindLine)
        ),
        held_back=tuple(dict.fromkeys(one.why for one in known.state.eased(day).easings)),
        no_run=_no_run(known.state.eased(day)) if here.runs else "",
        week=light_for_a_stall(known.state, plan, known.catalogue, today=day),
        unsaid=known.state.unsaid,
        begun=open_session(standing, day),
        again=again,
        still=tuple(_still_to_ask(known.state.log.pains, again, day)),
        ask_felt=_ask_felt(here, standing, known),
    )


def slowly(day: Day, known: Facts) -> Day:
    """The day with what goes on for a sore tendon at the tempo it is to be done at.

    Only what is shown of today is slower: the plan goes on from the tempo of before once the tendon is well.
    """
    eased = known.state.eased(day.day)

    def line(one: Prescription) -> Prescription:
        tempo = "" if one.seconds else slow_tempo(one.exercise, eased, known.catalogue)
        return replace(one, tempo=tempo) if tempo else one

    return replace(
        day,
        sessions=tuple(
            replace(session, exercises=tuple(line(one) for one in session.exercises))
            for session in day.sessions
        ),
    )


def _no_run(eased: Eased) -> str:
    """Why nothing is run on a day, with the rule; empty where that is left to the runner."""
    held = eased.no_run
    if held is None:
        return ""
    if held.rule == RED_FLAG_LOCK:
        return f"Do not run until a clinician has cleared it (rule {RED_FLAG_LOCK})."
    return f"Do not run with a fever, nor on the clear day after it (rule {ILLNESS})."


def _rehearsals(day: Day, known: Facts) -> tuple[Rehearsal, ...]:
    gear, units = known.state.gear_on(day.day), known.profile.units
    return tuple(
        one for session in day.sessions for one in rehearsals(session.exercises, gear, known.catalogue, units)
    )


def _still_to_ask(pains: Sequence[PainFelt], again: Sequence[Asked], day: date) -> Iterator[PainFelt]:
    """What hurt lately, without what is asked about on waking anyway."""
    mornings = {one.place for one in again if one.score is not None}
    for pain in _still_open(pains, day):
        if pain.place not in mornings or day - pain.day != timedelta(days=1):
            yield pain


def _ask_felt(day: Day, standing: Sequence[AnyEntry], known: Facts) -> bool:
    """Whether soreness and sleep matter: before a session, as long as nothing was said of them."""
    done = any(isinstance(one, SessionDone) and one.start.date() == day.day for one in standing)
    log = known.state.log
    felt = day.day in {*(one.day for one in log.soreness), *(one.day for one in log.nights)}
    return bool(day.sessions) and not done and not felt


def _still_open(pains: Sequence[PainFelt], day: date) -> list[PainFelt]:
    """The last word on each place and side, where it was pain, lately and not today."""
    last = {(one.place, one.side): one for one in pains if one.day <= day}
    return [one for one in last.values() if one.score and one.day < day and day - one.day <= ASKED_AGAIN]
