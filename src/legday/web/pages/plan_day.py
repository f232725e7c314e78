"""Decides what the page of a day shows and takes: what is on it and why, a session moved, kept, skipped, and each of these taken back."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from legday.actions.changes import told_once
from legday.actions.movable import movable
from legday.actions.move import MoveReport, move, move_report, tried_move
from legday.actions.plan import week_start
from legday.actions.plan_day import plan_day
from legday.actions.skip import skip
from legday.actions.undo import undo
from legday.model.errors import InputError, MoveRefused, OutOfReach
from legday.model.rules import Rule
from legday.planning.pins import DayRoom
from legday.web.catalogues import worded
from legday.web.desk import Desk
from legday.web.paper import Paper
from legday.web.showing import show
from legday.web.telling import shown
from legday.web.wording import Wording

router = APIRouter()

MOST_WORDS = 200
"""A reason for a skip is kept up to so many signs (our setting)."""


@router.get("/plan/day/{said}")
def day(request: Request, said: str) -> Response:
    """A day of the plan."""
    return _page(request, said)


@router.get("/plan/day/{said}/rooms")
def rooms(request: Request, said: str, planned: str = "") -> Response:
    """For a script: what each day of the plan says to the session that stands at `planned`, in words; none where it is not in the plan."""
    desk: Desk = request.app.state.desk
    words = request.app.state.paper.words(request)
    rules = worded(request, desk.catalogue).rulebook.rules
    try:
        with desk.lock:
            report = movable(
                desk.facts_from_now(),
                desk.known().plan,
                planned.lower() if planned.startswith(said) else said,
                stamp=desk.clock.new_stamp(),
            )
    except InputError:
        return JSONResponse({"days": {}}, status_code=404)
    return JSONResponse(
        {
            "days": {
                one.day.isoformat(): {
                    "hour": words.clock(one.start) if one.start else "",
                    "words": room_words(one, words, rules),
                }
                for one in report.rooms
            }
        }
    )


@router.get("/plan/day/{said}/{verb}")
def answered(said: str, verb: str) -> Response:  # noqa: ARG001
    """The day again, where the answer to one of its forms is loaded anew."""
    return RedirectResponse(f"/plan/day/{said}", status_code=303)


@router.post("/plan/day/{said}/move")
def move_from(
    request: Request,
    said: str,
    *,
    planned: Annotated[str, Form()] = "",
    to_day: Annotated[str, Form()] = "",
    to_hour: Annotated[str, Form()] = "",
    step: Annotated[str, Form()] = "look",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Shows what a move would change; saves it where `step` is `save`. Refused, the form comes back with what was typed.

    `back` is `plan` where the calendar asked: there the move is told, and taken back.
    """
    desk: Desk = request.app.state.desk
    typed = {"planned": planned, "to_day": to_day, "to_hour": to_hour}
    if back == "plan":
        typed["back"] = back
    to = _moment(to_day, to_hour)
    if to is None:
        return _page(request, said, status=422, typed=typed, problem="when")
    if not planned.startswith(said):
        return _page(request, said, status=422, typed=typed, problem="gone")
    try:
        if step == "save":
            desk.remember(
                lambda known: move(
                    desk.store, known, planned.lower(), to, minutes=None, stamp=desk.clock.new_stamp()
                )
            )
            there = (
                f"/plan?moved={to.isoformat(timespec='minutes')}" if back == "plan" else _day_path(to.date())
            )
            return RedirectResponse(there, status_code=303)
        return _page(request, said, typed=typed, tried=_looked_at(desk, planned, to))
    except MoveRefused as refused:
        return _page(request, said, status=422, typed=typed, problem="rule", refused=refused)
    except OutOfReach as refused:
        return _page(request, said, status=422, typed=typed, problem="reach", refused=refused)
    except InputError:
        return _page(request, said, status=422, typed=typed, problem="gone")


@router.post("/plan/day/{said}/skip")
def skip_on(
    request: Request, said: str, planned: Annotated[str, Form()] = "", why: Annotated[str, Form()] = ""
) -> Response:
    """Says that a session of the day is not done."""
    desk: Desk = request.app.state.desk
    reason = " ".join(why.split())[:MOST_WORDS]
    typed = {"planned": planned, "why": why}
    if not planned.startswith(said):
        return _page(request, said, status=422, typed=typed, problem="gone")
    try:
        desk.remember(
            lambda known: skip(desk.store, known, planned.lower(), why=reason, stamp=desk.clock.new_stamp())
        )
    except InputError:
        return _page(request, said, status=422, typed=typed, problem="gone")
    return RedirectResponse(f"/plan/day/{said}", status_code=303)


@router.post("/plan/day/{said}/undo")
def take_back(
    request: Request, said: str, entry: Annotated[str, Form()] = "", back: Annotated[str, Form()] = ""
) -> Response:
    """Takes back a move, a pin or a skip that the day shows; `back` is `plan` where it was told there."""
    desk: Desk = request.app.state.desk
    found = _date(said)
    if found is None:
        return _page(request, said)
    with desk.lock:
        known = desk.known()
        try:
            report = plan_day(known.plan, known.facts, found)
        except OutOfReach:
            return _page(request, said)
        shown = {str(one.id) for one in (*report.pins, *report.moved_away, *report.skipped)}
        if entry in shown:
            undo(desk.store, name=entry, stamps=desk.clock.new_stamp)
    return RedirectResponse("/plan?moved=back" if back == "plan" else _day_path(found), status_code=303)


def _looked_at(desk: Desk, planned: str, to: datetime) -> MoveReport:
    """A move that is not kept, and what would follow from it."""
    with desk.lock:
        known = desk.facts_from_now()
        done = tried_move(known, planned.lower(), to, minutes=None, stamp=desk.clock.new_stamp())
        return move_report(done, desk.facts_from_now(done.entry))


def _page(
    request: Request,
    said: str,
    *,
    status: int = 200,
    typed: dict[str, str] | None = None,
    problem: str = "",
    refused: MoveRefused | OutOfReach | None = None,
    tried: MoveReport | None = None,
) -> Response:
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    known = desk.known()
    try:
        report = plan_day(known.plan, known.facts, _date(said) or date.min)
    except OutOfReach as beyond:
        return paper.page(request, "plan_not_there.html", status=404, refused=beyond)
    return show(
        request,
        "plan_day.html",
        status=status,
        report=report,
        day=report.why.day,
        rules=worded(request, known.facts.catalogue).rulebook.rules,
        typed=typed or {},
        problem=problem,
        refused=refused,
        tried=tried,
        follows=tried.parted if tried else None,
        told_once=told_once,
        menu_tried=next(
            (one.menu for one in known.plan.sessions if tried and one.start == tried.entry.planned), ""
        ),
        starts={one.start.isoformat(timespec="minutes") for one in report.why.day.sessions},
        monday=week_start(report.why.day.day),
    )


def room_words(room: DayRoom, words: Wording, rules: Mapping[str, Rule]) -> str:
    """What a day says to a session that is held over it: the hour that would do, or the rule and why."""
    day = words.short_day(room.day)
    if room.start is not None:
        return words.say("plan.would_do", day=day, clock=words.clock(room.start))
    rule = rules[room.rule].title if room.rule in rules else words.say("plan.openings")
    return words.say("plan.would_not_do", day=day, rule=rule, why=shown(room.why_not, words))


def _day_path(day: date) -> str:
    return f"/plan/day/{day.isoformat()}"


def _date(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _moment(day: str, hour: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(day), time.fromisoformat(hour).replace(tzinfo=None))
    except ValueError:
        return None
