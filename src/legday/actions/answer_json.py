"""Decides the JSON in which the answers of the verbs are given, the same at the terminal and at the page's API."""

from collections.abc import Sequence
from typing import Any

from legday.actions.exercise import ExerciseReport
from legday.actions.happened import Happened
from legday.actions.history import HistoryReport
from legday.actions.progress import LiftProgress, ProgressReport
from legday.actions.rules import RuleReport
from legday.actions.today import TodayReport
from legday.adapting.pain import Asked
from legday.model.plan import Plan, PlanChange
from legday.progressing.balance import Work
from legday.progressing.sides import SideBalance
from legday.writing.notation import print_line
from legday.writing.plan_json import change_json, day_json, moment, plan_json, session_json, sets_json


def today_json(report: TodayReport) -> dict[str, Any]:
    """The day as in the plan's JSON; weights in grams, what was said in the notation; `asked.begun` the id of the session that waits."""
    return {
        "day": day_json(report.day),
        "next": session_json(report.next) if report.next else None,
        "rehearsals": [
            {"exercise": one.exercise, "reps": one.reps, "weight_g": one.weight_g, "pick_up": one.pick_up}
            for one in report.rehearsals
        ],
        "said": [print_line(line) for line in report.said],
        "held_back": list(report.held_back),
        "no_run": report.no_run,
        "week": report.week,
        "unsaid": [{"start": moment(one.start), "menu": one.menu} for one in report.unsaid],
        "asked": {
            "begun": str(report.begun.id) if report.begun else None,
            "again": [_asked_json(one) for one in report.again],
            "still": [
                {"place": one.place, "side": one.side.value, "day": one.day.isoformat(), "score": one.score}
                for one in report.still
            ],
            "felt": report.ask_felt,
        },
    }


def _asked_json(one: Asked) -> dict[str, Any]:
    return {
        "place": one.place,
        "side": one.side.value,
        "flag": one.flag,
        "score": one.score,
        "words": one.words,
    }


def plan_answer_json(plan: Plan, changes: Sequence[PlanChange]) -> dict[str, Any]:
    """The plan with what differs from the accepted one."""
    return {**plan_json(plan), "changes": [change_json(change) for change in changes]}


def history_json(report: HistoryReport) -> dict[str, Any]:
    """What was said, newest first; `exercise` empty where all of it."""
    return {"exercise": report.exercise, "happened": [happened_json(one) for one in report.happened]}


def happened_json(one: Happened) -> dict[str, Any]:
    """One thing: its day, the tag of its entry, the id that `undo` takes, its lines in the notation."""
    return {"day": one.day.isoformat(), "kind": one.kind, "id": str(one.id), "lines": list(one.lines)}


def progress_json(report: ProgressReport, body_mass_g: int) -> dict[str, Any]:
    """Grams, fractional sets, effort × minutes; each picture as data."""
    return {
        "body_mass_g": body_mass_g,
        "strength": [_lift_json(one) for one in report.lifts],
        "weeks": [
            {
                "start": week.start.isoformat(),
                "done": _work_json(week.done),
                "planned": _work_json(week.planned),
            }
            for week in report.weeks
        ],
        "sides": [_sides_json(one) for one in report.sides],
        "week": report.week,
        "average_days": {"short": report.spans[0], "long": report.spans[1]},
        "days": [
            {
                "date": one.day.isoformat(),
                "runs": one.runs,
                "lifts": one.lifts,
                "average_short": round(one.short, 1),
                "average_long": round(one.long, 1),
                "estimated": one.estimated,
            }
            for one in report.days
        ],
    }


def _lift_json(one: LiftProgress) -> dict[str, Any]:
    known = one.estimate
    return {
        "exercise": one.exercise,
        "side": one.side.value,
        "maximum_g": known.grams if known else None,
        "low_g": known.low_g if known else None,
        "high_g": known.high_g if known else None,
        "sessions": known.sessions if known else 0,
        "shown_g": list(one.shown),
        "why_not": one.why_not or "",
    }


def _work_json(work: Work) -> dict[str, Any]:
    ratio = work.posterior_anterior
    return {
        "sessions": work.sessions,
        "sets_by_muscle": sets_json(work.quarter_sets),
        "volume": work.volume,
        "contacts": work.contacts,
        "posterior_anterior": None if ratio is None else ratio / 100,
    }


def _sides_json(one: SideBalance) -> dict[str, Any]:
    return {
        "exercise": one.exercise,
        "flagged": one.flagged,
        "sessions": [
            {
                "date": each.day.isoformat(),
                "left_g": each.left,
                "right_g": each.right,
                "right_ahead_percent": each.percent,
            }
            for each in one.sessions
        ],
    }


def exercise_json(report: ExerciseReport) -> dict[str, Any]:
    """The exercise with its words; sets are fractional sets per set done."""
    known = report.exercise
    return {
        "id": known.id,
        "name": report.words.name,
        "steps": list(report.words.steps),
        "cues": list(report.words.cues),
        "faults": list(report.words.faults),
        "pattern": known.pattern.value,
        "laterality": known.laterality.value,
        "counting": known.counting.value,
        "reps": list(known.reps),
        "sets": known.base_sets,
        "rest_s": known.rest_s,
        "contacts": known.contacts,
        "muscles": {muscle.value: quarters / 4 for muscle, quarters in known.sets.items()},
        "gear": [sorted(kind.value for kind in variant.needs) for variant in known.gear],
        "easier": list(known.easier),
        "harder": list(known.harder),
        "kin": list(known.kin),
        "ladder": [{"tempo": rung.tempo, "exercise": rung.exercise} for rung in known.ladder],
        "ladder_end": known.ladder_end,
        "fit": {"category": known.fit.category, "name": known.fit.name},
        "sources": [{"id": source.id, "citation": source.citation} for source in report.sources],
    }


def rule_json(report: RuleReport) -> dict[str, Any]:
    """One rule with its numbers, bounds, grade and sources."""
    rule = report.rule
    return {
        "id": rule.id,
        "level": rule.level.value,
        "shape": rule.shape.value,
        "title": rule.title,
        "words": rule.sentence,
        "numbers": dict(rule.numbers),
        "names": dict(rule.names),
        "bounds": {number: list(bounds) for number, bounds in rule.bounds.items()},
        "changed": dict(report.changed),
        "ours": [number for number in rule.numbers if rule.our_setting(number)],
        "grade": rule.grade.value,
        "known_as": report.known_as,
        "needs": rule.needs.value,
        "claims": list(rule.claims),
        "sources": [{"id": source.id, "citation": source.citation} for source in report.sources],
    }
