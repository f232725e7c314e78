"""Decides what races ask of the weeks around them: which are aimed at, which days stay free of leg work, how long recovery lasts."""

from datetime import date, time, timedelta

from legday.model.race_days import MARATHON_M, days_after_race, race_metres
from legday.model.rules import Rulebook
from legday.model.runner import Priority, Race
from legday.model.runs import Outlook, RunKind
from legday.model.state import RunnerState

EARLIEST = time(6)


def all_races(state: RunnerState, outlook: Outlook) -> tuple[Race, ...]:
    """Every race known, by date: the runner's own, those among the runs to come and those just run (as C, where nobody ranked them)."""
    known = {race.day: race for race in state.profile.races}
    for run in outlook.runs:
        if run.kind is RunKind.RACE:
            metres = race_metres(run.metres, run.minutes)
            known.setdefault(run.day, Race(day=run.day, metres=metres, priority=Priority.C, start=run.start))
    for past in state.runs:
        if past.kind is RunKind.RACE:
            metres = race_metres(past.recording.metres, past.minutes)
            known.setdefault(past.day, Race(day=past.day, metres=metres, priority=Priority.C))
    return tuple(known[day] for day in sorted(known))


def aimed_at(races: tuple[Race, ...], *, since: date) -> tuple[Race, ...]:
    """The races the season is built towards: the A races, else the B races; none where there is neither."""
    coming = [race for race in races if race.day >= since]
    for priority in (Priority.A, Priority.B):
        chosen = tuple(race for race in coming if race.priority is priority)
        if chosen:
            return chosen
    return ()


def quiet_hours(race: Race, rules: Rulebook) -> int:
    """Hours without a leg session before the race (rule `race-quiet`)."""
    return rules.number("race-quiet", f"hours_{race.priority.value.lower()}")


def blocked_days(race: Race, rules: Rulebook) -> tuple[date, date]:
    """First and last date on which a leg session around the race has no place."""
    hours = quiet_hours(race, rules) - (race.start or EARLIEST).hour
    days = days_after_race(race.metres, rules)
    return race.day - timedelta(days=-(-hours // 24)), race.day + timedelta(days=days)


def free_days(week: date, races: tuple[Race, ...], rules: Rulebook) -> int:
    """Days of the week (from its Monday) that no race keeps free of leg work."""
    blocked = [blocked_days(race, rules) for race in races]
    days = (week + timedelta(days=n) for n in range(7))
    return sum(not any(first <= day <= last for first, last in blocked) for day in days)


def room_for_sessions(week: date, races: tuple[Race, ...], rules: Rulebook) -> int:
    """Sessions a week can hold around its races when they stand two days apart."""
    return (free_days(week, races, rules) + 1) // 2


def recover_weeks(race: Race) -> int:
    """Weeks of recovery after a race the season was built towards: two after a marathon, one after shorter ones."""
    return 2 if race.metres >= MARATHON_M else 1


def holding_down(week: date, races: tuple[Race, ...], rules: Rulebook) -> date | None:
    """The day of the last marathon or longer race so short behind that the week's sets stay at the rule's percent.

    Its own week counts where a runner's own number of days without leg work ends within it.
    """
    rest, last = (
        timedelta(days=rules.number("after-race", name)) for name in ("days_marathon", "until_day_marathon")
    )
    sunday = week + timedelta(days=6)
    days = [
        race.day
        for race in races
        if race.metres >= MARATHON_M
        and week <= race.day + last
        and (race.day < week or race.day + rest < sunday)
    ]
    return max(days, default=None)
