"""Decides whether a plan may leave: every rule judged again, in plain Python, for any plan."""

from collections.abc import Callable, Iterable, Mapping

from legday.model.catalogue import Catalogue
from legday.model.plan import Plan
from legday.model.rules import Finding, Level
from legday.model.runs import Outlook
from legday.model.state import RunnerState
from legday.planning.checks import band, count, easing, fit, gap, gate, growth, order, race, steady
from legday.planning.checks.facts import PlanFacts, number_in_force
from legday.planning.checks.run_facts import expected_runs, seen_races, seen_runs
from legday.planning.checks.session_facts import seen_sessions, seen_weeks

Check = Callable[[PlanFacts], Iterable[Finding]]

CHECKS: Mapping[str, Check] = {
    "leg-spacing": gap.leg_spacing,
    "weekly-ceiling": count.weekly_ceiling,
    "run-first": order.run_first,
    "fresh-for-key-runs": gap.fresh_for_key_runs,
    "race-quiet": race.race_quiet,
    "after-race": race.after_race,
    "fits-the-opening": fit.fits_the_opening,
    "gear": gate.gear,
    "leg-growth": growth.leg_growth,
    "weight-step": growth.weight_step,
    "plyometric-gate": gate.plyometric_gate,
    "condition-gates": gate.condition_gates,
    "pain-gate": easing.pain_gate,
    "red-flag-lock": easing.red_flag_lock,
    "readiness": easing.readiness,
    "illness": easing.illness,
    "weekly-frequency": count.weekly_frequency,
    "hours-after-run": gap.hours_after_run,
    "hard-with-hard": order.hard_with_hard,
    "muscle-band": band.muscle_band,
    "posterior-balance": band.posterior_balance,
    "one-leg-work": count.one_leg_work,
    "hips-and-trunk": count.hips_and_trunk,
    "steady-week": steady.steady_week,
    "keep-promises": steady.keep_promises,
    "spread": gap.spread,
    "masters-rest": gap.masters_rest,
    "cut-back": count.cut_back,
    "rest-day": count.rest_day,
    "mobility": count.mobility,
    "warm-up": fit.warm_up,
    "cool-down": fit.cool_down,
    "new-block-new-run-load": order.new_block_new_run_load,
    "effort": band.effort,
}
"""Every rule that a plan can break, alone or against what the log says, in the rulebook's order."""


def plan_facts(plan: Plan, state: RunnerState, outlook: Outlook, catalogue: Catalogue) -> PlanFacts:
    """What the checks read of a plan."""
    early_hour = number_in_force(state.profile, catalogue, "fresh-for-key-runs", "early_hour")
    runs = seen_runs(expected_runs(plan, state, outlook), outlook, early_hour)
    sessions = seen_sessions(plan, state, catalogue, runs)
    return PlanFacts(
        plan=plan,
        state=state,
        outlook=outlook,
        catalogue=catalogue,
        sessions=sessions,
        runs=runs,
        races=seen_races(runs, state, early_hour),
        weeks=seen_weeks(
            plan,
            sessions,
            runs,
            wanted=state.profile.sessions_a_week,
            days_off=number_in_force(state.profile, catalogue, "returning", "days_same"),
        ),
    )


def check(plan: Plan, state: RunnerState, outlook: Outlook, catalogue: Catalogue) -> tuple[Finding, ...]:
    """All findings of a plan, however it was made: MUSTs first, then SHOULDs, each in the rulebook's order and by date.

    `state.done` are facts and only judged together with what is planned. Times are wall clock; zones of moments are dropped.
    Needs the rules `leg-spacing` and `fresh-for-key-runs` in the rulebook; any other rule that is not there is not judged.
    """
    facts = plan_facts(plan, state, outlook, catalogue)
    rules = catalogue.rulebook.rules
    found = [finding for rule, judge in CHECKS.items() if rule in rules for finding in judge(facts)]
    return tuple(sorted(found, key=lambda finding: finding.level is not Level.MUST))
