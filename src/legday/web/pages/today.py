"""Decides what the page Today shows: today's runs and session, what is asked, and what comes next."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.today import today as action
from legday.web.desk import Desk
from legday.web.paper import Paper

router = APIRouter()


@router.get("/")
def home() -> Response:
    """The page one comes to."""
    return RedirectResponse("/today", status_code=303)


@router.get("/today")
def today(request: Request) -> Response:
    """What now."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    known = desk.known()
    report = action(known.plan, known.facts, desk.store.entries())
    return paper.page(request, "today.html", report=report, known=known.facts)
