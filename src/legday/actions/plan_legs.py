"""Decides a whole plan: season, days, menus and doses, put together, judged once more, and let out only if no MUST is broken."""

from dataclasses import replace
from datetime import date, datetime

from legday.model.catalogue import Catalogue
from legday.model.errors import PlanBroken
from legday.model.plan import Plan, Session
from legday.model.rules import Finding, Level
from legday.model.runs import Outlook
from legday.model.season import DaysChoice, MenuChoice, WeekTarget
from legday.model.state import RunnerState
from legday.planning.assemble import assemble
from legday.planning.check import check
from legday.planning.days import choose_days
from legday.planning.eras import with_new_era
from legday.planning.menu import choose_menus
from legday.progressing.dose import dose
from legday.progressing.phases import season
from legday.running.signals import run_findings

MOST_WEEKS = 30


def plan_legs(
    state: RunnerState, outlook: Outlook, catalogue: Catalogue, *, today: date, weeks: int = 16
) -> Plan:
    """The leg plan for `weeks` weeks (1–30), the first being the week of `today`.

    Pure: no files, clock or chance; the same inputs give the same plan. Raises PlanBroken where the plain checker finds a MUST broken,
    which would be a bug. The runner's own rule numbers (`profile.rule_numbers`) are in force.
    """
    known = with_rule_numbers(catalogue, state)
    targets = season(state, outlook, known, today=today, weeks=weeks)
    choice, menus, sessions = _filled(state, outlook, targets, known, today=today)
    empty: frozenset[datetime] = frozenset()
    while True:
        left = {day.start for day in choice.days} - {session.start for session in sessions}
        again = None if left else with_new_era(targets, sessions, known)
        if not left and again is None:
            break
        empty, targets = empty | left, again or targets
        choice, menus, sessions = _filled(state, outlook, targets, known, today=today, empty=empty)
    plan = assemble(
        state,
        outlook,
        targets,
        choice=choice,
        menus=menus,
        sessions=sessions,
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
    return replace(plan, findings=(*findings, *told), notes=(*plan.notes, *own_numbers(known)))


def _filled(
    state: RunnerState,
    outlook: Outlook,
    targets: tuple[WeekTarget, ...],
    catalogue: Catalogue,
    *,
    today: date,
    empty: frozenset[datetime] = frozenset(),
) -> tuple[DaysChoice, MenuChoice, tuple[Session, ...]]:
    """Days, menus and doses of a season; `empty` are openings for which nothing was left to do."""
    choice = choose_days(state, outlook, targets, catalogue, today=today, empty=empty)
    menus = choose_menus(state, outlook, targets, choice, catalogue)
    return choice, menus, dose(state, targets, choice.days, menus.menus, catalogue)


def own_numbers(catalogue: Catalogue) -> tuple[str, ...]:
    """A sentence for each number of a rule that the runner changed."""
    return tuple(
        f"Your own number: {rule} {name} is {value} instead of {catalogue.rulebook[rule].numbers[name]}."
        for rule, numbers in sorted(catalogue.rulebook.changed.items())
        for name, value in sorted(numbers.items())
        if value != catalogue.rulebook[rule].numbers[name]
    )


def with_rule_numbers(catalogue: Catalogue, state: RunnerState) -> Catalogue:
    """The catalogue with the runner's own numbers in its rulebook."""
    changed = state.profile.rule_numbers
    if not changed:
        return catalogue
    return replace(catalogue, rulebook=replace(catalogue.rulebook, changed=changed))
