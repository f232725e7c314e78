"""Decides what the journal adds up to on a day: the runner's state, replayed from all entries."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar, cast

from legday.model.done_sessions import Counter, Logged, joined, logged_sessions
from legday.model.exercises import Exercise
from legday.model.happened import (
    Away,
    BodyMassSet,
    ClearedByClinician,
    ExerciseSwapped,
    Ill,
    PainFelt,
    RedFlagRaised,
    SessionDone,
    SessionMoved,
    SessionSkipped,
    SetDone,
    Slept,
    SorenessFelt,
)
from legday.model.journal import AnyEntry, PlanAccepted, ProfileSet
from legday.model.late_entries import LATE, said_after
from legday.model.load import weighed
from legday.model.plan import PastSession, Told
from legday.model.promised_sessions import (
    Promise,
    TellsPlan,
    Turned,
    answers,
    as_promised,
    done_otherwise,
    pins,
    promises,
)
from legday.model.runs import JudgedRun
from legday.model.said_illnesses import said_illnesses
from legday.model.said_profile import said_profile
from legday.model.stamped import Entry
from legday.model.standing_entries import made, standing_entries
from legday.model.state import Log, RunnerState

UNSAID_COUNTS = timedelta(hours=72)
"""A promised session of which nothing was said is rested after for this long, and then forgotten (our setting: the longest spacing)."""
UNSAID_ASKED = timedelta(days=7)
"""A promised session of which nothing was said is asked about for so long (our setting)."""

Kind = TypeVar("Kind", bound=Entry)
OfKind = Mapping[type, Sequence[AnyEntry]]


def replay(
    entries: Iterable[AnyEntry],
    runs: Sequence[JudgedRun],
    *,
    today: date,
    exercises: Mapping[str, Exercise],
    told: TellsPlan,
    lay_off_days: int,
) -> RunnerState:
    """The runner's state on `today` from all entries of the journal, in any order, each counted once.

    `runs` are the judged runs, oldest first; thresholds, easings and the clock are not the journal's and are put in by the caller.
    `exercises` are those the catalogue knows, `told` gives back an accepted plan (None where the entry keeps the times only); after more
    than `lay_off_days` without leg work foundation begins anew (rule `returning`, days_intro).
    InputError where no profile was set.
    """
    said = _by_kind(standing_entries(entries))
    profile = said_profile(_of(said, ProfileSet), _of(said, BodyMassSet), today=today)
    logged = [one for one in _logged(said) if one.start.date() <= today]
    kept = answers(logged)
    accepted: list[PlanAccepted] = _of(said, PlanAccepted)
    turned: list[Turned] = sorted([*_of(said, SessionMoved), *_of(said, SessionSkipped)], key=made)
    at_rest = _days_at_rest(said)
    promised = [
        one
        for one in promises(accepted, turned, today=today)
        if not one.answered(kept) and (one.start.date() >= today or not at_rest(one.start.date()))
    ]
    assumed, unsaid = _of_which_nothing_was_said(promised, _logging_began(accepted, logged, said), today)
    ahead = as_promised(
        [one for one in promised if one.start.date() >= today], told=told, exercises=exercises
    )
    counter = Counter(exercises, profile.body_mass_g, _minutes(accepted))
    counted = [counter.count(one) for one in logged]
    free = bool(accepted) and done_otherwise(accepted[-1], _since(accepted[-1], logged, counted), told=told)
    done = (
        *counted,
        *_weighed(as_promised(assumed, told=told, exercises=exercises), exercises, profile.body_mass_g),
        *(one for one in unsaid if one.start >= datetime.combine(today, time()) - UNSAID_COUNTS),
    )
    return RunnerState(
        profile=profile,
        done=tuple(sorted(done, key=lambda one: one.start)),
        promised=_without_doses(ahead) if free else ahead,
        runs=tuple(runs),
        plan_began=accepted[0].today if accepted else None,
        foundation_weeks=foundation_weeks(done, today=today, lay_off_days=lay_off_days),
        log=_log(said, pins(turned, kept), today),
        unsaid=unsaid,
    )


def foundation_weeks(done: Iterable[PastSession], *, today: date, lay_off_days: int) -> int:
    """The calendar weeks with enough leg work since the last lay-off of more than `lay_off_days`; 0 within one."""
    days = sorted({one.start.date() for one in done if one.enough})
    weeks: set[tuple[int, int]] = set()
    for day, after in zip(days, [*days[1:], today], strict=False):
        weeks.add(day.isocalendar()[:2])
        if (after - day).days > lay_off_days:
            weeks.clear()
    return len(weeks)


def _of_which_nothing_was_said(
    promised: Sequence[Promise], began: date | None, today: date
) -> tuple[list[Promise], tuple[PastSession, ...]]:
    """The promises behind that no log answers: those taken as done, and those that are asked about.

    Before the first session that was logged or skipped (`began`) the runner did not log: what was promised is taken as done. After it a
    session of which nothing was said is unsaid, and asked about for some days.
    """
    behind = [one for one in promised if one.start.date() < today]
    assumed = [one for one in behind if began is None or one.start.date() < began]
    return assumed, tuple(
        PastSession(start=one.start, minutes=one.minutes, menu=one.session.menu, told=Told.UNSAID)
        for one in behind[len(assumed) :]
        if one.start.date() >= today - UNSAID_ASKED
    )


def _days_at_rest(said: OfKind) -> Callable[[date], bool]:
    """The days on which nothing was done by the runner's own word: ill, or away without leg work (of travels the one said last counts)."""
    ill, travels = said_illnesses(_of(said, Ill)), _of(said, Away)

    def at_rest(day: date) -> bool:
        away = next((one for one in reversed(travels) if one.first <= day <= one.last), None)
        resting = away is not None and away.openings == ()
        return resting or any(one.first <= day and (one.last is None or day <= one.last) for one in ill)

    return at_rest


def _logging_began(accepted: Sequence[PlanAccepted], logged: Iterable[Logged], said: OfKind) -> date | None:
    """The day of the first session logged or skipped since a plan was first accepted."""
    if not accepted:
        return None
    days = [one.start.date() for one in logged]
    days += [one.planned.date() for one in _of(said, SessionSkipped)]
    return min((day for day in days if day >= accepted[0].today), default=None)


def _by_kind(standing: Sequence[AnyEntry]) -> OfKind:
    kinds: dict[type, list[AnyEntry]] = {}
    for entry in standing:
        kind = type(entry)
        if kind in kinds:
            kinds[kind].append(entry)
        else:
            kinds[kind] = [entry]
    return kinds


def _of(said: OfKind, kind: type[Kind]) -> list[Kind]:
    return cast("list[Kind]", said.get(kind, []))


def _logged(said: OfKind) -> list[Logged]:
    return joined(logged_sessions(_of(said, SessionDone), _of(said, SetDone)))


def _since(plan: PlanAccepted, logged: Sequence[Logged], counted: Sequence[PastSession]) -> list[PastSession]:
    """The sessions of which something was logged after the plan was accepted."""
    first = plan.at - LATE
    pairs = zip(logged, counted, strict=True)
    return [
        one
        for said, one in pairs
        if said.said_last[0] >= first and any(said_after(plan, each) for each in said.entries)
    ]


def _minutes(accepted: Sequence[PlanAccepted]) -> dict[datetime, int]:
    return {session.start: session.minutes for plan in accepted for session in plan.sessions}


def _weighed(
    promised: Sequence[PastSession], exercises: Mapping[str, Exercise], body_mass_g: int
) -> Iterator[PastSession]:
    """Promises taken as done, set against the body mass of now as logged sessions are."""
    for one in promised:
        lines = weighed(one.exercises, exercises, body_mass_g)
        yield replace(one, exercises=lines, volume=sum(line.volume for line in lines))


def _without_doses(promised: Sequence[PastSession]) -> tuple[PastSession, ...]:
    """Promises of days and menus alone: what was asked for stays known as `prescribed`, and doses follow from what was done."""
    return tuple(replace(one, exercises=(), prescribed=one.exercises) for one in promised)


def _log(said: OfKind, moved: tuple[SessionMoved, ...], today: date) -> Log:
    """What else was said, up to `today` where it is about a day that was lived."""
    return Log(
        pains=_lived(said, PainFelt, lambda one: one.day, today),
        red_flags=_lived(said, RedFlagRaised, lambda one: one.day, today),
        cleared=_lived(said, ClearedByClinician, lambda one: one.day, today),
        soreness=_lived(said, SorenessFelt, lambda one: one.day, today),
        nights=_lived(said, Slept, lambda one: one.day, today),
        illnesses=said_illnesses(_of(said, Ill)),
        away=tuple(_of(said, Away)),
        skipped=tuple(sorted(_of(said, SessionSkipped), key=lambda one: one.planned)),
        moved=moved,
        swapped=tuple(_of(said, ExerciseSwapped)),
    )


def _lived(said: OfKind, kind: type[Kind], day_of: Callable[[Kind], date], today: date) -> tuple[Kind, ...]:
    return tuple(sorted((one for one in _of(said, kind) if day_of(one) <= today), key=day_of))
