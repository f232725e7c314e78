"""Decides the JSON of what is told on asking and of what was done: the same at the terminal and at the page's API."""

from typing import Any

from legday.actions.answer_json import happened_json
from legday.actions.changed_plan import ChangedPlan
from legday.actions.changes import ChangesReport
from legday.actions.felt import FeltReport
from legday.actions.import_files import ImportReport
from legday.actions.move import MoveReport
from legday.actions.runs import RunsReport
from legday.actions.swap import SwapReport
from legday.actions.undo import UndoReport
from legday.actions.why import WhyReport
from legday.adapting.answer import Answer
from legday.model.easing import Easing
from legday.model.matching import Question
from legday.model.runs import JudgedRun, Rhythm
from legday.writing.plan_json import change_json, collision_json, day_json, finding_json, moment, unused_json


def why_json(report: WhyReport) -> dict[str, Any]:
    """The day as in the plan's JSON, and what speaks about it."""
    return {
        "day": day_json(report.day),
        "unused": [unused_json(opening) for opening in report.unused],
        "findings": [finding_json(finding) for finding in report.findings],
        "collisions": [collision_json(collision) for collision in report.collisions],
    }


def changes_json(report: ChangesReport) -> dict[str, Any]:
    """The accepted plan's day, the last day compared, the changes as in the plan's JSON, how many come later, what is asked."""
    return {
        "accepted": None if report.accepted is None else report.accepted.isoformat(),
        "until": None if report.until is None else report.until.isoformat(),
        "changes": [change_json(change) for change in report.changes],
        "later": report.later,
        "asked": list(report.asked),
    }


def runs_json(report: RunsReport) -> dict[str, Any]:
    """The runs with thresholds (m/s, beats/min), rhythm, the last weeks, and average minutes a day by the days averaged."""
    known = report.thresholds
    return {
        "runs": [judged_json(run) for run in report.runs],
        "thresholds": {
            "speed": known.speed,
            "speed_sure": known.speed_sure.value,
            "heart_rate": known.heart_rate,
            "heart_rate_sure": known.heart_rate_sure.value,
            "max_heart_rate": known.max_heart_rate,
            "why": list(known.why),
        },
        "rhythm": rhythm_json(report.rhythm),
        "weeks": [
            {
                "start": week.start.isoformat(),
                "runs": week.runs,
                "minutes": week.minutes,
                "km": week.metres / 1000,
            }
            for week in report.weeks
        ],
        "older": report.older,
        "minutes_a_day": {str(days): minutes for days, minutes in report.minutes_a_day.items()},
    }


def judged_json(run: JudgedRun) -> dict[str, Any]:
    """One run with what legday makes of it; `start` is local, `cost` in points per muscle, `hardness` 0–100."""
    recording = run.recording
    return {
        "id": recording.id,
        "start": run.local_start.isoformat(timespec="seconds"),
        "title": recording.title,
        "file": recording.file,
        "kind": run.kind.value,
        "kind_by_runner": run.kind_by_runner,
        "key": run.key,
        "hardness": run.hardness,
        "sure": run.sure.value,
        "minutes": run.minutes,
        "km": None if recording.metres is None else recording.metres / 1000,
        "ascent_m": recording.ascent_m,
        "heart_rate": recording.mean_heart_rate,
        "trimp": run.trimp,
        "effort_minutes": run.effort_minutes,
        "cost": {muscle.value: points for muscle, points in run.cost.items()},
        "why": list(run.why),
        "unseen": [missing.value for missing in run.unseen],
        "repairs": list(recording.repairs),
    }


def rhythm_json(rhythm: Rhythm) -> dict[str, Any]:
    """The week the history shows; weekday 0 is Monday, chance in percent."""
    return {
        "weeks": rhythm.weeks,
        "left_out": [week.isoformat() for week in rhythm.left_out],
        "cut_back_every": rhythm.cut_back_every,
        "days": [
            {
                "weekday": day.weekday,
                "chance": day.chance,
                "kind": day.kind.value,
                "minutes": day.minutes,
                "km": None if day.metres is None else day.metres / 1000,
                "start": None if day.start is None else f"{day.start:%H:%M}",
            }
            for day in rhythm.days
        ],
    }


def changed_json(changed: ChangedPlan) -> dict[str, Any]:
    """Changes, findings that are new, notes that are new."""
    return {
        "changes": [change_json(change) for change in changed.changes],
        "findings": [finding_json(found) for found in changed.findings],
        "notes": list(changed.notes),
    }


def swap_json(report: SwapReport) -> dict[str, Any]:
    """What can stand in, or the swap that was made (null where none) and what changed."""
    entry = report.entry
    made = None
    if entry is not None:
        made = {
            "was": entry.was,
            "now": entry.now,
            "first": entry.first.isoformat(),
            "last": None if entry.last is None else entry.last.isoformat(),
            "why": entry.why,
        }
    changed = changed_json(report.changed) if report.changed else {"changes": [], "findings": [], "notes": []}
    stand_ins = [
        {"exercise": one.exercise, "sets_apart": one.distance / 4, "kin": one.kin, "why": one.why}
        for one in report.stand_ins
    ]
    return {"exercise": report.exercise, "stand_ins": stand_ins, "swapped": made, **changed}


def felt_json(report: FeltReport) -> dict[str, Any]:
    return {
        "said": report.said,
        "day": report.day.isoformat(),
        "answers": [_answer_json(answer) for answer in report.answers],
        "easings": [_easing_json(easing) for easing in report.easings],
        "places": [],
        "flags": [],
    }


def _answer_json(answer: Answer) -> dict[str, Any]:
    return {
        "decision": answer.decision.value,
        "rule": answer.rule,
        "number": answer.number,
        "value": answer.value,
        "place": answer.place,
        "side": answer.side.value,
        "score": answer.score,
        "words": answer.words,
        "changes": answer.changes,
        "back": answer.back,
        "advice": list(answer.advice),
        "asks": list(answer.asks),
        "flags": list(answer.flags),
    }


def _easing_json(easing: Easing) -> dict[str, Any]:
    """An easing with its days (`last` null = until told otherwise)."""
    return {
        "rule": easing.rule,
        "number": easing.number,
        "decision": easing.decision.value,
        "first": easing.first.isoformat(),
        "last": easing.last.isoformat() if easing.last else None,
        "place": easing.place,
        "side": easing.side.value,
        "no_session": easing.no_session,
        "no_impact": easing.no_impact,
        "no_growth": easing.no_growth,
        "avoid": sorted(easing.avoid),
        "sets_percent": easing.sets_percent,
        "sets_less": easing.sets_less,
        "weight_percent": easing.weight_percent,
        "rir_plus": easing.rir_plus,
        "why": easing.why,
        "back": easing.back,
    }


def move_json(report: MoveReport) -> dict[str, Any]:
    """The session as it was moved, and what changed."""
    entry = report.entry
    moved = {
        "planned": None if entry.planned is None else moment(entry.planned),
        "start": moment(entry.start),
        "minutes": entry.minutes,
    }
    return {"moved": moved, **changed_json(report.changed)}


def undo_json(report: UndoReport) -> dict[str, Any]:
    """What was taken back and brought back, and the ids that undo it again."""
    return {
        "taken_back": [happened_json(one) for one in report.taken_back],
        "brought_back": [happened_json(one) for one in report.brought_back],
        "retractions": [str(one.id) for one in report.retractions],
    }


def import_json(report: ImportReport) -> dict[str, Any]:
    """The report with the keys other programs build on."""
    return {
        "files": report.files,
        "runs": report.runs,
        "other": report.other,
        "duplicates": report.duplicates,
        "refused": [{"file": refusal.file, "reason": refusal.reason} for refusal in report.refused],
        "seconds": report.seconds,
        "logs": report.logs,
        "sessions": report.sessions,
        "sets": report.sets,
        "known": report.known,
        "questions": [question_json(question) for question in report.questions],
        "unknown_exercises": [
            {"name": one.name, "sets": one.sets, "legs": one.legs} for one in report.strangers
        ],
        "rows": [{"file": row.file, "reason": row.reason} for row in report.rows],
    }


def question_json(question: Question) -> dict[str, Any]:
    """A question with the keys other programs build on; any of `choices` answers it."""
    return {
        "id": question.id,
        "asked": question.asked.value,
        "recording": question.recording,
        "start": question.start.isoformat(timespec="minutes"),
        "words": question.words,
        "choices": [{"word": choice.word, "words": choice.words} for choice in question.choices],
        "default": question.default,
    }
