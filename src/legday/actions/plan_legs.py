"""Decides a whole plan: season, days, menus and doses, put together, judged once more, and let out only if no MUST is broken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from legday.adapting.missed_work import missed_work
from legday.adapting.own_menus import own_menus
from legday.model.catalogue import Catalogue
from legday.model.errors import PlanBroken
from legday.model.plan import Plan, Session
from legday.model.rules import Finding, Level
from legday.model.runs import Outlook
from legday.model.season import DaysChoice, HardestSession, MenuChoice, WeekTarget
from legday.model.state import RunnerState
from legday.planning.assemble import assemble
from legday.planning.check import check
from legday.planning.days import choose_days, surroundings
from legday.planning.eras import with_new_era
from legday.planning.masters import hardest_of_weeks, unrested, with_rest_told
from legday.planning.menu import choose_menus
from legday.planning.pins import with_moves
from legday.progressing.dose import dose
from legday.progressing.ladders import climbed
from legday.progressing.phases import season
from legday.running.signals import run_findings

MOST_WEEKS = 30
REMEMBERED = timedelta(days=400)
"""Sessions longer ago than this say nothing about the plan of today (our setting)."""


def plan_legs(
    state: RunnerState, outlook: Outlook, catalogue: Catalogue, *, today: date, weeks: int = 16
) -> Plan:
    """The leg plan for `weeks` weeks (1–30), the first being the week of `today`.

    Pure: no files, clock or chance; the same inputs give the same plan. Raises PlanBroken where the plain checker finds a MUST broken,
    which would be a bug. The runner's own rule numbers (`profile.rule_numbers`) are in force.
    """
    state = state.remembering(today - REMEMBERED)
    known = with_rule_numbers(catalogue, state)
    targets = season(state, outlook, known, today=today, weeks=weeks)
    if state.log.moved:
        targets = with_moves(targets, surroundings(state, outlook, targets, known, today=today))
    filled = _filled(state, outlook, targets, known, today=today)
    empty: frozenset[datetime] = frozenset()
    while True:
        left = {day.start for day in filled.choice.days} - {session.start for session in filled.sessions}
        again = None if left else with_new_era(targets, filled.sessions, known, done=state.done)
        if not left and again is None:
            break
        empty, targets = empty | left, again or targets
        filled = _filled(state, outlook, targets, known, today=today, empty=empty)
    filled = _with_masters_rest(filled, state, outlook, targets, known, today=today, empty=empty)
    plan = assemble(
        state,
        outlook,
        targets,
        choice=filled.choice,
        menus=filled.menus,
        sessions=filled.sessions,
        catalogue=known,
        today=today,
    )
    findings = check(plan, state, outlook, known)
    broken = tuple(finding.words for finding in findings if finding.level is Level.MUST)
    if broken:
        raise PlanBroken(broken)
    told: tuple[Finding, ...] = ()
    if not state.eased(today).locked:
        told = run_findings(state.runs, outlook, known.rulebook, today=today, units=state.profile.units)
    return replace(
        plan,
        findings=(*findings, *told),
        notes=(*plan.notes, *filled.notes, *travels(state, today), *own_numbers(known)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    """A season's days, menus and sessions, with what is to be said of sessions that were missed."""

    choice: DaysChoice
    menus: MenuChoice
    sessions: tuple[Session, ...]
    notes: tuple[str, ...]


def _filled(
    state: RunnerState,
    outlook: Outlook,
    targets: tuple[WeekTarget, ...],
    catalogue: Catalogue,
    *,
    today: date,
    empty: frozenset[datetime] = frozenset(),
    hardest: Mapping[int, HardestSession] | None = None,
) -> _Filled:
    """Days, menus and doses of a season; `empty` are openings for which nothing was left to do.

    The block's menu first, then what single sessions hold instead: the next rung of what is outgrown, what another missed session hands on, then what swaps, pain and the
    day's gear ask for, so that what is handed on is done with what is there.
    """
    choice = choose_days(state, outlook, targets, catalogue, today=today, empty=empty, hardest=hardest)
    menus = choose_menus(state, outlook, targets, choice, catalogue)
    own = climbed(state, targets, choice.days, menus.menus, catalogue)
    handed = missed_work(
        state, targets, choice.days, menus.menus, catalogue, missed=choice.missed, own_menus=own
    )
    own = own_menus(state, targets, choice.days, menus.menus, catalogue, own_menus=handed.own_menus)
    sessions = dose(state, targets, choice.days, menus.menus, catalogue, own_menus=own)
    return _Filled(choice=choice, menus=menus, sessions=sessions, notes=handed.notes)


def _with_masters_rest(
    filled: _Filled,
    state: RunnerState,
    outlook: Outlook,
    targets: tuple[WeekTarget, ...],
    catalogue: Catalogue,
    *,
    today: date,
    empty: frozenset[datetime],
) -> _Filled:
    """Days chosen anew where the hardest session of a masters runner's week, known only now, is followed too soon; kept where that helps."""
    hardest = hardest_of_weeks(filled.sessions, state, targets, catalogue.rulebook)
    if unrested(hardest):
        again = _filled(state, outlook, targets, catalogue, today=today, empty=empty, hardest=hardest)
        whole = len(again.sessions) == len(again.choice.days) == len(filled.sessions)
        after = hardest_of_weeks(again.sessions, state, targets, catalogue.rulebook)
        same_eras = with_new_era(targets, again.sessions, catalogue, done=state.done) is None
        if whole and same_eras and unrested(after) < unrested(hardest):
            filled, hardest = again, after
    return replace(filled, sessions=with_rest_told(filled.sessions, hardest, catalogue.rulebook))


def travels(state: RunnerState, today: date) -> tuple[str, ...]:
    """A sentence for each travel to come or going on: what it changes."""
    told = []
    for away in state.log.away:
        if away.last < today or state.away_on(max(away.first, today)) is not away:
            continue
        span = f"Away from {away.first.day} {away.first:%b} to {away.last.day} {away.last:%b}"
        if away.openings == ():
            told.append(f"{span}: no leg work on these days.")
        else:
            gear = " with other gear" if away.gear is not None else ""
            hours = " at other hours" if away.openings is not None else ""
            told.append(f"{span}{gear}{hours}: what cannot be done there is swapped.")
    return tuple(told)


def own_numbers(catalogue: Catalogue) -> tuple[str, ...]:
    """A sentence for each number of a rule that the runner changed."""
    rules = catalogue.rulebook
    return tuple(
        f"Your own number in `{rule}`, {rules[rule].names[name]}: {value} instead of {rules[rule].numbers[name]}."
        for rule, numbers in sorted(rules.changed.items())
        for name, value in sorted(numbers.items())
        if value != rules[rule].numbers[name]
    )


def with_rule_numbers(catalogue: Catalogue, state: RunnerState) -> Catalogue:
    """The catalogue with the runner's own numbers in its rulebook."""
    changed = state.profile.rule_numbers
    if not changed:
        return catalogue
    return replace(catalogue, rulebook=replace(catalogue.rulebook, changed=changed))
