"""Decides what the page Legs shows: what grew, what is balanced, what was done of what was planned."""

from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from legday.actions.progress import aims
from legday.web.catalogues import worded_facts
from legday.web.desk import Desk
from legday.web.drawn.legs import LegsPictures
from legday.web.paper import Paper

router = APIRouter()


@router.get("/legs")
def legs(request: Request, week: str = "", show: str = "") -> Response:
    """Strength, sets per muscle of the week asked for, balances, loads. A week that is none is that of today."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    known = desk.known()
    report = known.progress
    pictures = LegsPictures(
        report=report,
        known=worded_facts(request, known.facts),
        aims=aims(known.facts.catalogue),
        words=paper.words(request),
        week=_monday(week) or known.facts.today,
    )
    chosen = pictures.chosen
    planned = show == "planned" or (show != "done" and not chosen.done.sessions)
    starts = {one.start for one in report.weeks}
    around = [chosen.start + timedelta(weeks=step) for step in (-1, 1)]
    earlier, later = (start if start in starts else None for start in around)
    return paper.page(
        request, "legs.html", pictures=pictures, planned=planned, earlier=earlier, later=later, report=report
    )


def _monday(text: str) -> date | None:
    """The Monday of a date as the address says it; None for anything else."""
    try:
        day = date.fromisoformat(text)
        return day - timedelta(days=day.weekday())
    except (ValueError, OverflowError):
        return None
