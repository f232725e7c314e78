"""Decides what hangs on the wall of the gym: one week on one page, with room to write."""

from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.plan import week_start
from legday.actions.plan_weeks import plan_weeks
from legday.model.errors import OutOfReach
from legday.web.catalogues import worded
from legday.web.desk import Desk
from legday.web.paper import Paper
from legday.web.showing import show

router = APIRouter()


@router.get("/plan/week/{said}")
def week(request: Request, said: str) -> Response:
    """A week of the plan for the printer; another day than its Monday leads to that."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    known = desk.known()
    weeks = plan_weeks(known.plan, known.facts).weeks
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = date.min
    seen = next((one for one in weeks if one.week.start <= day < one.week.start + timedelta(days=7)), None)
    if seen is None:
        first, last = known.facts.today, known.plan.days[-1].day
        refused = OutOfReach(value=said, place="week", problem="is not in the plan", first=first, last=last)
        return paper.page(request, "plan_not_there.html", status=404, refused=refused)
    if day != week_start(day) or said != day.isoformat():
        return RedirectResponse(f"/plan/week/{seen.week.start.isoformat()}", status_code=303)
    return show(
        request,
        "plan_week.html",
        seen=seen,
        sessions=[session for one in seen.days if one.planned for session in one.planned.sessions],
        rules=worded(request, known.facts.catalogue).rulebook.rules,
    )
