"""Decides how a plan is written as JSON: the keys, their order and their units."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from legday.model.muscles import Muscle
from legday.model.plan import (
    Collision,
    Day,
    Plan,
    PlanChange,
    Prescription,
    Reasons,
    Session,
    SolverStage,
    UnusedOpening,
    Week,
)
from legday.model.rules import Finding
from legday.model.runs import ExpectedRun

Json = dict[str, Any]


def plan_json(plan: Plan) -> Json:
    """The plan as plain JSON values (docs/reference/plan-json.md, schema `plan`).

    Dates are ISO; `start` is the local wall clock without offset (`2026-11-24T18:00`), in the IANA zone of `zone`.
    Weights are grams, rests seconds, sets fractional sets.
    """
    return {
        "today": plan.today.isoformat(),
        "style": plan.style.value,
        "zone": plan.zone,
        "solver": [stage_json(stage) for stage in plan.solver],
        "days": [day_json(day) for day in plan.days],
        "weeks": [week_json(week) for week in plan.weeks],
        "findings": [finding_json(finding) for finding in plan.findings],
        "unused": [unused_json(opening) for opening in plan.unused],
        "collisions": [collision_json(collision) for collision in plan.collisions],
        "notes": list(plan.notes),
    }


def canonical_json(plan: Plan) -> str:
    """The plan in one fixed form, the solver's own milliseconds left out: equal inputs give equal bytes."""
    value = plan_json(plan)
    for stage in value["solver"]:
        del stage["ms"]
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def json_text(value: object) -> str:
    """Any JSON value as people and programs both read it: two spaces, UTF-8, a newline at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def stage_json(stage: SolverStage) -> Json:
    return {
        "stage": stage.stage,
        "status": stage.status,
        "objective": stage.objective,
        "bound": stage.bound,
        "ms": stage.ms,
    }


def day_json(day: Day) -> Json:
    return {
        "date": day.day.isoformat(),
        "runs": [run_json(run) for run in day.runs],
        "sessions": [session_json(session) for session in day.sessions],
        "mobility": list(day.mobility),
        "cross_train": day.cross_train,
        "rest": day.rest,
    }


def run_json(run: ExpectedRun) -> Json:
    """One run to come; `km` to the metre, `start` null where nobody knows it."""
    return {
        "kind": run.kind.value,
        "key": run.key,
        "minutes": run.minutes,
        "km": None if run.metres is None else run.metres / 1000,
        "start": None if run.start is None else moment(datetime.combine(run.day, run.start)),
        "source": run.source.value,
        "title": run.title,
        "race_pace": run.race_pace,
    }


def session_json(session: Session) -> Json:
    return {
        "id": session.id,
        "title": session.title,
        "menu": session.menu,
        "start": moment(session.start),
        "minutes": session.minutes,
        "opening_minutes": session.opening_minutes,
        "phase": session.phase.value,
        "new_to_legs": session.new_to_legs,
        "contacts": session.contacts,
        "superset": session.superset,
        "supersets": [list(pair) for pair in session.supersets],
        "exercises": [prescription_json(line) for line in session.exercises],
        "warm_up": list(session.warm_up),
        "cool_down": list(session.cool_down),
        "why": reasons_json(session.why),
    }


def prescription_json(line: Prescription) -> Json:
    return {
        "exercise": line.exercise,
        "sets": line.sets,
        "reps": list(line.reps),
        "target": line.target,
        "seconds": line.seconds,
        "per_side": line.per_side,
        "weight_g": line.weight_g,
        "pick_up": line.pick_up,
        "gear": [kind.value for kind in line.gear],
        "rir": line.rir,
        "rest_s": line.rest_s,
        "volume": line.volume,
        "why": line.why,
        "instead_of": line.instead_of,
        "menu_sets": line.menu_sets,
        "tempo": line.tempo,
    }


def reasons_json(why: Reasons) -> Json:
    return {"day": list(why.day), "menu": list(why.menu), "dose": list(why.dose)}


def week_json(week: Week) -> Json:
    """One week; sets are fractional sets, `posterior_anterior` a ratio (1.8) or null."""
    return {
        "start": week.start.isoformat(),
        "phase": week.phase.value,
        "block": week.block,
        "wanted": week.wanted,
        "sessions": week.sessions,
        "sets_by_muscle": sets_json(week.sets_by_muscle),
        "volume": week.volume,
        "contacts": week.contacts,
        "posterior_anterior": None if week.posterior_anterior is None else week.posterior_anterior / 100,
        "cut_back": week.cut_back,
    }


def sets_json(quarter_sets: Mapping[Muscle, int]) -> dict[str, float]:
    """Quarter sets as fractional sets, in the order of the muscles."""
    return {muscle.value: quarter_sets[muscle] / 4 for muscle in Muscle if muscle in quarter_sets}


def finding_json(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "days": [day.isoformat() for day in finding.days],
        "words": finding.words,
    }


def unused_json(opening: UnusedOpening) -> Json:
    return {
        "start": moment(opening.start),
        "minutes": opening.minutes,
        "rule": opening.rule,
        "why_not": opening.why_not,
    }


def collision_json(collision: Collision) -> Json:
    return {
        "week": collision.week.isoformat(),
        "wanted": collision.wanted,
        "possible": collision.possible,
        "rules": list(collision.rules),
        "words": collision.words,
        "remedies": list(collision.remedies),
    }


def change_json(change: PlanChange) -> Json:
    """One difference from the accepted plan; `before` or `after` is null where the session is not there."""
    return {
        "before": None if change.before is None else moment(change.before),
        "after": None if change.after is None else moment(change.after),
        "what": change.what,
        "why": change.why,
        "cause": None if change.cause is None else change.cause.value,
        "rule": change.rule,
    }


def moment(at: datetime) -> str:
    """A wall-clock moment to the minute, without offset."""
    return at.isoformat(timespec="minutes")
