"""Decides whether the legs are left alone around a race: quiet before it, recovery after it."""

from collections.abc import Iterator
from datetime import timedelta

from legday.model.load import LOOK_BACK_WEEKS
from legday.model.rules import Finding
from legday.model.runner import Priority
from legday.planning.checks.facts import LegSession, PlanFacts, SeenRace
from legday.planning.checks.wording import date_text, listed, moment_text, span_text

MARATHON_METRES = 42_000
HALF_METRES = 21_000
TEN_METRES = 10_000

_QUIET = {Priority.A: "hours_a", Priority.B: "hours_b", Priority.C: "hours_c"}


def race_quiet(facts: PlanFacts) -> Iterator[Finding]:
    """The last session ends well before a race, and nothing new begins in the weeks before an A race."""
    for race in facts.races:
        yield from _too_close(facts, race)
        if race.priority is Priority.A:
            yield from _new_before(facts, race)


def _too_close(facts: PlanFacts, race: SeenRace) -> Iterator[Finding]:
    hours = facts.number("race-quiet", _QUIET[race.priority])
    for session in facts.planned:
        if session.start <= race.start < session.end + timedelta(hours=hours):
            words = (
                f"the session of {moment_text(session.start)} ends {span_text(race.start - session.end)} before the "
                f"{race.priority} race of {moment_text(race.start)}; the last one needs {hours} h"
            )
            yield facts.finding("race-quiet", words, session.day, race.day)


def _exercises(session: LegSession) -> frozenset[str]:
    return frozenset(line.exercise for line, _ in session.lines)


def _known_before(facts: PlanFacts, race: SeenRace) -> frozenset[str]:
    """Exercises done before the quiet days began, planned ones and those of sessions behind."""
    begin = race.day - timedelta(days=facts.number("race-quiet", "new_days"))
    return frozenset(e for session in facts.sessions if session.day < begin for e in _exercises(session))


def _new_before(facts: PlanFacts, race: SeenRace) -> Iterator[Finding]:
    """Nothing new in the quiet days before an A race: every exercise planned in them was done before, in them too.

    Where no session before them is known, nobody can say what is new.
    """
    days = facts.number("race-quiet", "new_days")
    known = _known_before(facts, race)
    if not known:
        return
    for session in facts.sessions:
        if not race.day - timedelta(days=days) <= session.day <= race.day:
            continue
        new = _exercises(session) - known
        if new and session.planned:
            words = (
                f"{listed(facts.name(exercise) for exercise in sorted(new))} is new on {date_text(session.day)}, "
                f"{(race.day - session.day).days} d before the A race of {date_text(race.day)}; "
                f"nothing new in the {days} d before it"
            )
            yield facts.finding("race-quiet", words, session.day, race.day)
        known |= new


def _days_off(facts: PlanFacts, race: SeenRace) -> int:
    for metres, name in (
        (MARATHON_METRES, "days_marathon"),
        (HALF_METRES, "days_half"),
        (TEN_METRES, "days_ten"),
    ):
        if race.metres >= metres:
            return facts.number("after-race", name)
    return facts.number("after-race", "days_short")


def after_race(facts: PlanFacts) -> Iterator[Finding]:
    """No session on the day of a race and the days after it, counted by date; after a marathon fewer sets until `until_day_marathon`."""
    for race in facts.races:
        days = _days_off(facts, race)
        for session in facts.planned:
            since = (session.day - race.day).days
            if 0 <= since <= days and session.start > race.start:
                words = (
                    f"the session of {date_text(session.day)} comes {since} d after the race of "
                    f"{date_text(race.day)}; the legs need {days} d"
                )
                yield facts.finding("after-race", words, race.day, session.day)
        if race.metres >= MARATHON_METRES:
            yield from _too_much_after(facts, race, days)
            yield from _too_hard_after(facts, race)


def _too_hard_after(facts: PlanFacts, race: SeenRace) -> Iterator[Finding]:
    """Until `until_day_marathon` nothing heavy (six repetitions or fewer of a heavy lift) and no jumps."""
    until = facts.number("after-race", "until_day_marathon")
    for session in facts.planned:
        since = (session.day - race.day).days
        if session.start > race.start and since <= until and (session.heavy or session.plyometric):
            kind = "jumps" if session.plyometric else "heavy sets"
            words = f"the session of {date_text(session.day)}, {since} d after the marathon, holds {kind}; none until day {until}"
            yield facts.finding("after-race", words, race.day, session.day)


def _total(session: LegSession) -> int:
    return sum(session.quarter_sets.values())


def _too_much_after(facts: PlanFacts, race: SeenRace, days: int) -> Iterator[Finding]:
    """Measured in fractional sets against the largest session of the four weeks before the race."""
    percent = facts.number("after-race", "percent_marathon")
    until = facts.number("after-race", "until_day_marathon")
    first = race.day - timedelta(weeks=LOOK_BACK_WEEKS)
    usual = max((_total(session) for session in facts.sessions if first <= session.day < race.day), default=0)
    for session in facts.planned:
        since = (session.day - race.day).days
        if usual and days < since <= until and 100 * _total(session) > percent * usual:
            words = (
                f"the session of {date_text(session.day)}, {since} d after the marathon, holds "
                f"{100 * _total(session) // usual} % of the usual sets; {percent} % at most until day {until}"
            )
            yield facts.finding("after-race", words, race.day, session.day)
