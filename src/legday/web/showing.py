"""Decides what the pages of the day have in common: the facts of today, amounts in the runner's units, and what was said in words."""

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from legday.web.amounts import Amounts
from legday.web.catalogues import worded
from legday.web.desk import Desk
from legday.web.paper import Paper
from legday.web.said import Told


def desk_of(request: Request) -> Desk:
    """The desk of the app that the request came to."""
    desk: Desk = request.app.state.desk
    return desk


def show(request: Request, name: str, *, status: int = 200, **facts: Any) -> HTMLResponse:
    """A page of the day from the template `name`."""
    paper: Paper = request.app.state.paper
    known, words = desk_of(request).known().facts, paper.words(request)
    amounts = Amounts(words, known.profile.units)
    catalogue = worded(request, known.catalogue)
    return paper.page(
        request,
        name,
        status=status,
        known=known,
        catalogue=catalogue,
        amounts=amounts,
        told=Told(words, amounts, catalogue),
        **facts,
    )
