"""Decides what is known of the runs to come, and how a run plan file adds to it."""

from dataclasses import dataclass
from datetime import date

from legday.actions.journal import profile_of, read_journal
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.journal import RunPlanAdded
from legday.model.rules import Finding
from legday.model.runs import Outlook
from legday.reading.run_plans import read_run_plan
from legday.running.signals import run_findings
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlanReport:
    """What a run plan file said: its name, runs, days it speaks for, and what could not be understood."""

    name: str
    runs: int
    covers: tuple[date, ...]
    not_understood: tuple[str, ...]
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectReport:
    """The outlook, what stands out in it, and the run plan just added (None where none was)."""

    outlook: Outlook
    findings: tuple[Finding, ...]
    added: RunPlanReport | None = None


def expect(known: Facts, *, added: RunPlanReport | None = None) -> ExpectReport:
    """The runs to come with what the runner should know about them; no advice while a red flag stands."""
    if known.state.eased(known.today).locked:
        return ExpectReport(outlook=known.outlook, findings=(), added=added)
    told = run_findings(
        known.state.runs,
        known.outlook,
        known.catalogue.rulebook,
        today=known.today,
        units=known.profile.units,
    )
    return ExpectReport(outlook=known.outlook, findings=told, added=added)


def add_run_plan(store: Store, *, name: str, data: bytes, start: date | None, stamp: Stamp) -> RunPlanReport:
    """Remembers the runs of an ICS or CSV file. `start` is the Monday of week 1 for plans that count weeks."""
    journal = read_journal(store.standing())
    profile = profile_of(journal)
    plan = read_run_plan(name, data, zone=profile.time_zone, start=start, units=profile.units)
    same = any(known.runs == plan.runs and known.covers == plan.covers for known in journal.run_plans[-1:])
    if plan.covers and not same:
        entry = RunPlanAdded(
            id=stamp.id, at=stamp.at, name=plan.name, runs=plan.runs, covers=tuple(plan.covers)
        )
        store.append(entry)
    return RunPlanReport(
        name=plan.name,
        runs=len(plan.runs),
        covers=tuple(plan.covers),
        not_understood=plan.not_understood,
        changed=bool(plan.covers) and not same,
    )
