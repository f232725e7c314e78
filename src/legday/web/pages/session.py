"""Decides what the page of one session shows and takes: the session step by step, what was done of it, skipping it, and swapping an exercise."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from legday.actions.changed_plan import changed_plan
from legday.actions.log import Around, keep, log_report, said_as_planned, written_doubts
from legday.actions.log import Desk as LogDesk
from legday.actions.log import desk as log_desk
from legday.actions.said_sessions import SessionSaid
from legday.actions.session import SessionReport, Standing, session_at, session_entry
from legday.actions.skip import skip
from legday.actions.swap import swap, swap_choices
from legday.model.errors import InputError
from legday.model.happened import ExerciseSwapped, SessionSkipped
from legday.model.standing_entries import standing_entries
from legday.web.desk import WEEKS, Desk
from legday.web.saying import kept, seen, standing_by_id
from legday.web.set_rows import Row, done_up_to, rows_of, rows_typed, sets_of
from legday.web.showing import desk_of, show
from legday.web.typed import Form, Typed

router = APIRouter(prefix="/session/{start_words}")

REASONS = ("time", "travel", "ill", "pain")
MOST_MINUTES = 600
MOST_EFFORT = 10


def start_of(words: str) -> datetime | None:
    """The wall-clock moment `2026-11-24T18:00`; None for anything else."""
    try:
        start = datetime.fromisoformat(words)
    except ValueError:
        return None
    return start if f"{start:%Y-%m-%dT%H:%M}" == words else None


def _report(desk: Desk, start_words: str) -> SessionReport:
    start = start_of(start_words)
    known = desk.known()
    if start is None:
        return SessionReport(
            start=datetime.combine(known.facts.today, datetime.min.time()), standing=Standing.GONE
        )
    return session_at(known.plan, known.facts, desk.store.entries(), start)


@router.get("")
def session(request: Request, start_words: str, said: str = "") -> Response:
    """The session, as it is asked for or as it was done; `said` is what was just said of it."""
    desk = desk_of(request)
    return _shown(request, _report(desk, start_words), said=said)


@router.post("")
def log(request: Request, start_words: str, form: Form) -> Response:
    """Keeps what was done; what looks mistyped is asked about first, what cannot be read is shown again."""
    desk = desk_of(request)
    with desk.lock:
        report = _report(desk, start_words)
        if report.standing is not Standing.OPEN:
            return (
                seen(f"/session/{start_words}")
                if report.standing is Standing.DONE
                else _shown(request, report)
            )
        known = desk.known()
        written = log_desk(desk.store, known.facts, weeks=WEEKS, shown=known.plan)
        rows = rows_typed(form, known.facts.catalogue)
        if not rows and not report.asked:
            return _shown(request, report)
        said = _said(report, written, form, rows)
        if form.problems or said is None:
            return _shown(request, report, typed=form, rows=rows, nothing=said is None)
        entry = session_entry(written, report, said, stamp=desk.clock.new_stamp())
        doubts = written_doubts(written, [entry])
        if doubts and form.text("sure") != _mark(doubts):
            return _shown(request, report, typed=form, rows=rows, doubts=doubts)
        keep(desk.store, [entry])
        told = log_report(written.plan, desk.known().facts, [entry], weeks=WEEKS)
        after = desk.known()
        changed = changed_plan(written.plan, after.plan, after.facts)
        desk.answers.keep(entry.id, replace(changed, changes=told.changes))
    return seen(f"/session/{start_words}", said=entry.id)


@router.post("/skip")
def skipping(request: Request, start_words: str, form: Form) -> Response:
    """Keeps that the session is not, or was not, done."""
    desk = desk_of(request)
    report = _report(desk, start_words)
    if report.standing not in {Standing.OPEN, Standing.COMING}:
        return seen(f"/session/{start_words}")
    why = form.text("own") or form.text("why")
    named = f"{report.start:%Y-%m-%dT%H:%M}"
    try:
        entry = kept(
            desk,
            lambda: skip(desk.store, desk.known().facts, named, why=why, stamp=desk.clock.new_stamp()).entry,
        )
    except InputError:
        return _shown(request, report, gone=True)
    return seen("/today" if form.text("back") == "/today" else f"/session/{start_words}", said=entry.id)


@router.get("/swap/{exercise}")
def choices(request: Request, start_words: str, exercise: str) -> Response:
    """What can be done instead of an exercise."""
    return _choices(request, start_words, exercise)


@router.post("/swap/{exercise}")
def swapping(request: Request, start_words: str, exercise: str, form: Form) -> Response:
    """Keeps that another exercise is done instead, on the session's day or for good."""
    desk = desk_of(request)
    report = _report(desk, start_words)
    known = desk.known().facts
    until: date | None = None if form.text("until") == "good" else max(report.start.date(), known.today)
    try:
        entry = kept(
            desk,
            lambda: (
                swap(
                    desk.store,
                    desk.facts_from_now(),
                    exercise,
                    form.text("new"),
                    until=until,
                    why=form.text("why"),
                    stamp=desk.clock.new_stamp(),
                ).entry
            ),
        )
    except InputError:
        return _choices(request, start_words, exercise, typed=form)
    return seen(f"/session/{start_words}", said=entry.id)


def _choices(request: Request, start_words: str, exercise: str, typed: Typed | None = None) -> Response:
    """The choices; `typed` is what was chosen where that could not be."""
    desk = desk_of(request)
    report = _report(desk, start_words)
    known = desk.known().facts
    asked = next((line for line in report.asked if line.exercise == exercise), None)
    if (
        asked is None
        or report.standing not in {Standing.OPEN, Standing.COMING}
        or report.start.date() < known.today
    ):
        return _shown(request, report, status=404)
    return show(
        request,
        "session_swap.html",
        status=422 if typed else 200,
        report=report,
        line=asked,
        choices=swap_choices(known, exercise).stand_ins,
        typed=typed or Typed(),
        refused=typed is not None,
    )


def _shown(
    request: Request,
    report: SessionReport,
    *,
    said: str = "",
    typed: Typed | None = None,
    rows: Sequence[Row] = (),
    doubts: Sequence[str] = (),
    status: int | None = None,
    **facts: Any,
) -> Response:
    """The page; `typed` and `rows` are the form as it was sent, where it is shown again."""
    desk = desk_of(request)
    known = desk.known().facts
    entry = standing_by_id(standing_entries(desk.store.entries()), said)
    refused = 422 if typed else 404 if report.standing is Standing.GONE else 200
    return show(
        request,
        "session.html",
        status=status or refused,
        report=report,
        rows=rows or rows_of(report, known.catalogue, known.profile.units),
        typed=typed or Typed(),
        doubts=doubts,
        sure=_mark(doubts),
        reasons=REASONS,
        entry=entry if isinstance(entry, ExerciseSwapped | SessionSkipped) else None,
        said_id=str(entry.id) if entry else "",
        changed=desk.answers.of(entry.id) if entry else None,
        **{"nothing": False, "gone": False, **facts},
    )


def _said(report: SessionReport, written: LogDesk, form: Typed, rows: Sequence[Row]) -> SessionSaid | None:
    """The session as the form tells it; as planned where it has no rows. None where no set was done."""
    around = Around(
        day=report.start.date(),
        minutes=form.whole("minutes", least=1, most=MOST_MINUTES),
        effort=form.whole("effort", least=0, most=MOST_EFFORT),
        planned=report.start,
    )
    if not rows:
        return said_as_planned(written, around)
    done = done_up_to(rows, form.text("stop"))
    asked = report.begun.asked if report.begun else written.planned_on(around.day, report.start).exercises
    sets = sets_of(done, form, asked, written.known.profile.units)
    if not sets and not form.problems and not (report.begun and report.begun.done):
        return None
    return SessionSaid(
        day=around.day,
        sets=sets,
        minutes=around.minutes,
        effort=around.effort,
        planned=report.start,
        note=form.text("note"),
    )


def _mark(doubts: Sequence[str]) -> str:
    """What a yes to exactly these doubts is known by."""
    return hashlib.sha256("\n".join(doubts).encode()).hexdigest()[:16] if doubts else ""
