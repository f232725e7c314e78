"""Decides the calendar around the sessions: runs, mobility, cross-training, rest, and each week in numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from legday.model.catalogue import Catalogue
from legday.model.exercises import DrillKind
from legday.model.load import quarter_sets
from legday.model.muscles import Muscle
from legday.model.plan import Day, Plan, Session, SolverStage, Week
from legday.model.runs import Outlook
from legday.model.season import DaysChoice, MenuChoice, WeekTarget
from legday.model.state import RunnerState
from legday.running.signals import cross_train_day

MOBILITY_AREAS = ("hips", "hamstrings", "calves")
SWAP = "The last week asked much of the legs: this easy run may be swapped for cycling or swimming of the same length."


def assemble(
    state: RunnerState,
    outlook: Outlook,
    season: Sequence[WeekTarget],
    *,
    choice: DaysChoice,
    menus: MenuChoice,
    sessions: Sequence[Session],
    catalogue: Catalogue,
    today: date,
) -> Plan:
    """The whole plan, from `today` to the end of the season; findings are added by the check."""
    days = [
        Day(
            day=day,
            runs=outlook.on(day),
            sessions=tuple(session for session in sessions if session.day == day),
        )
        for day in _dates(season, today)
    ]
    swap = cross_train_day(state.runs, outlook, today=today)
    spare = [*_behind(season[0].start, state, outlook, today=today), *_ahead(days, state)]
    noted = [note for target in season for note in _noted(target, days, spare, catalogue, swap)]
    return Plan(
        today=today,
        style=state.profile.style,
        zone=state.profile.time_zone,
        days=tuple(_resting(day) if state.eased(day.day).at_rest else day for day in noted),
        weeks=tuple(week_numbers(target, sessions, state, catalogue) for target in season),
        solver=_in_order(choice.stages, menus.stages),
        unused=choice.unused,
        collisions=choice.collisions,
        notes=tuple(dict.fromkeys((*(target.why for target in season if target.why), *_held_back(state)))),
    )


def _resting(day: Day) -> Day:
    """A day on which nothing is offered: a red flag stands, or the runner is ill."""
    return replace(day, mobility=(), cross_train="", rest=not day.runs and not day.sessions)


def _held_back(state: RunnerState) -> Iterator[str]:
    """What holds leg work back and when it comes back, but for the circumstances the profile tells."""
    return (f"{one.why} {one.back}".rstrip() for one in state.easings if one.rule != "condition-gates")


def _in_order(*groups: Sequence[SolverStage]) -> tuple[SolverStage, ...]:
    return tuple(stage for group in groups for stage in group)


def _dates(season: Sequence[WeekTarget], today: date) -> Iterator[date]:
    end = season[-1].start + timedelta(days=7)
    for offset in range((end - today).days):
        yield today + timedelta(days=offset)


@dataclass(frozen=True)
class _Spare:
    """A day as far as mobility and cross-training ask: whether it held a leg session, whether a run."""

    day: date
    lifted: bool
    ran: bool

    @property
    def quiet(self) -> bool:
        return not self.lifted and not self.ran


def _behind(monday: date, state: RunnerState, outlook: Outlook, *, today: date) -> list[_Spare]:
    """The days of this week that are over, since the accepted plan began: what was offered on them is not offered again.

    A run is taken as run where it was recorded, or where the same weekday of the next week has one.
    """
    lifted = {moment.date() for moment in state.training}
    ran = {run.day for run in state.runs}
    began = max(monday, state.plan_began or monday)
    over = (began + timedelta(days=offset) for offset in range((today - began).days))
    return [
        _Spare(day, lifted=day in lifted, ran=day in ran or bool(outlook.on(day + timedelta(days=7))))
        for day in over
    ]


def _ahead(days: Sequence[Day], state: RunnerState) -> Iterator[_Spare]:
    """The days of the plan; a session of today that is done already counts."""
    done = {moment.date() for moment in state.training}
    for day in days:
        yield _Spare(day.day, lifted=bool(day.sessions) or day.day in done, ran=bool(day.runs))


def _noted(
    target: WeekTarget, days: Sequence[Day], spare: Sequence[_Spare], catalogue: Catalogue, swap: date | None
) -> list[Day]:
    """One week's days with mobility, cross-training and rest written in; `spare` holds the days of a week begun that are over too."""
    end = target.start + timedelta(days=7)
    week = [day for day in days if target.start <= day.day < end]
    whole = [day for day in spare if target.start <= day.day < end]
    quiet = {day.day for day in whole if day.quiet}
    mobile = _mobility_days(whole, catalogue.rulebook.number("mobility", "blocks"))
    drills = mobility_drills(catalogue)
    cross = _cross_training(whole)
    if swap is not None and any(day.day == swap for day in week):
        cross[swap] = SWAP
    return [
        Day(
            day=day.day,
            runs=day.runs,
            sessions=day.sessions,
            mobility=drills if day.day in mobile else (),
            cross_train=cross.get(day.day, ""),
            rest=day.day in quiet and day.day not in cross,
        )
        for day in week
    ]


def _mobility_days(week: Sequence[_Spare], blocks: int) -> set[date]:
    """After leg sessions first, then on quiet days, then after any run: as many as the rule asks for."""
    order = [
        *(day for day in week if day.lifted),
        *(day for day in week if day.quiet),
        *(day for day in week if day.ran),
    ]
    return set(list(dict.fromkeys(day.day for day in order))[:blocks])


def mobility_drills(catalogue: Catalogue) -> tuple[str, ...]:
    """One static drill for each of hips, hamstrings and calves."""
    found = []
    for area in MOBILITY_AREAS:
        found.append(
            next(
                drill.id
                for drill in catalogue.drills.values()
                if drill.kind is DrillKind.STATIC and area in drill.areas and drill.id not in found
            )
        )
    return tuple(found)


def _cross_training(week: Sequence[_Spare]) -> dict[date, str]:
    """Cross-training on the first quiet day of the week where another stays for rest."""
    quiet = [day for day in week if day.quiet]
    if len(quiet) < 2:
        return {}
    return {quiet[0].day: "If you like: 30–45 easy minutes of swimming, cycling or yoga."}


def week_numbers(
    target: WeekTarget, sessions: Sequence[Session], state: RunnerState, catalogue: Catalogue
) -> Week:
    """One week in numbers; sessions already done in it count with those to come."""
    own = [s for s in sessions if target.start <= s.day < target.start + timedelta(days=7)]
    done = [s for s in state.held if target.start <= s.start.date() < target.start + timedelta(days=7)]
    quarters: dict[Muscle, int] = {}
    for counted in (
        *(quarter_sets(session.exercises, catalogue.exercises) for session in own),
        *(session.quarter_sets for session in done),
    ):
        for muscle, count in counted.items():
            quarters[muscle] = quarters.get(muscle, 0) + count
    return Week(
        start=target.start,
        phase=target.phase,
        block=target.block,
        wanted=target.wanted,
        sessions=len(own) + len({session.start.date() for session in done}),
        sets_by_muscle=quarters,
        volume=sum(s.volume for s in own) + sum(s.volume for s in done),
        contacts=sum(s.contacts for s in own) + sum(s.contacts for s in done),
        posterior_anterior=posterior_anterior(quarters),
        cut_back=target.cut_back,
    )


def posterior_anterior(quarters: Mapping[Muscle, int]) -> int | None:
    """(Hamstrings + glute max) ÷ quadriceps in percent; None where no quadriceps set stands."""
    front = quarters.get(Muscle.QUADRICEPS, 0)
    back = quarters.get(Muscle.HAMSTRINGS, 0) + quarters.get(Muscle.GLUTE_MAX, 0)
    return round(100 * back / front) if front else None
