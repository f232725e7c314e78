"""Decides what the page Plan shows: the weeks to the race, what changed since the plan was accepted, and what was given up."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.changes import changes, told_once
from legday.actions.export import ExportForm, export
from legday.actions.findings import findings_by_rule
from legday.actions.plan import accept_plan, plan_until
from legday.actions.plan_weeks import plan_weeks
from legday.model.errors import OutOfReach
from legday.model.journal import PlanAccepted
from legday.web.catalogues import worded
from legday.web.desk import Desk
from legday.web.paper import Paper
from legday.web.season_picture import season_picture
from legday.web.showing import show

router = APIRouter()


@router.get("/plan")
def plan(request: Request, until: str = "", moved: str = "") -> Response:
    """The weeks to the race; with `until`, a plan that reaches up to the week of that date, to look at before it is accepted.

    `moved` is the start of a session that was just moved here, or `back` where a move was just taken back.
    """
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    known = desk.known()
    shown = known.plan
    if until:
        last = _date(until)
        if last is None:
            return RedirectResponse("/plan", status_code=303)
        try:
            shown = plan_until(last, known.facts)
        except OutOfReach as refused:
            return paper.page(request, "plan_not_there.html", status=404, refused=refused)
    weeks = plan_weeks(shown, known.facts)
    report = changes(known.facts, everything=False, differences=known.changes)
    return show(
        request,
        "plan.html",
        plan=shown,
        weeks=weeks,
        picture=season_picture(weeks),
        moved=next((pin for pin in known.facts.state.pins if f"{pin.start:%Y-%m-%dT%H:%M}" == moved), None),
        taken_back=moved == "back",
        tried=shown is not known.plan,
        report=report,
        changes=told_once(report.changes),
        met=findings_by_rule(shown.findings),
        rules=worded(request, known.facts.catalogue).rulebook.rules,
    )


@router.post("/plan/accept")
def accept(request: Request, until: Annotated[str, Form()] = "") -> Response:
    """Promises the plan up to the week of `until`, as it was shown."""
    desk: Desk = request.app.state.desk
    last = _date(until)
    if last is not None:
        desk.remember(lambda _now: _promised(desk, last))
    return RedirectResponse("/plan", status_code=303)


def _promised(desk: Desk, last: date) -> PlanAccepted:
    """The plan as it was looked at: what stands earlier in the day included."""
    return accept_plan(desk.store, plan_until(last, desk.known().facts), stamp=desk.clock.new_stamp())


@router.get("/plan.ics")
def calendar(request: Request) -> Response:
    """The plan in force as a calendar file."""
    desk: Desk = request.app.state.desk
    known = desk.known()
    data = export(ExportForm.ICS, known.plan, known.facts, now=desk.clock.new_stamp().at)
    return Response(
        data,
        media_type="text/calendar",
        headers={"content-disposition": 'attachment; filename="legday.ics"'},
    )


def _date(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
