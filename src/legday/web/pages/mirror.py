"""Decides what the mirror shows: the camera, worked by a script alone, beside the figure of an exercise or by itself."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from legday.actions.exercise import exercise as exercise_named
from legday.actions.exercise import exercises_by_movement
from legday.model.errors import UnknownName
from legday.web.catalogues import worded
from legday.web.desk import Desk
from legday.web.figures import moving, strip
from legday.web.paper import Paper

router = APIRouter()

WORDS = ("denied", "none", "busy", "insecure", "other", "opening", "open", "closed", "hidden", "tap")
"""What the script says, by the end of the key."""


@router.get("/mirror")
def mirror(request: Request) -> Response:
    """The camera by itself, and the exercises to put beside it."""
    return _page(request)


@router.get("/mirror/{name}")
def mirror_beside(request: Request, name: str) -> Response:
    """The camera beside the figure of one exercise."""
    return _page(request, name)


def _page(request: Request, name: str = "") -> Response:
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    words, catalogue = paper.words(request), worded(request, desk.catalogue)
    report = None
    if name:
        try:
            report = exercise_named(catalogue, name)
        except UnknownName:
            name = ""
    told = {key: words.say(f"mirror.{key}") for key in WORDS}
    told["wait"] = words.say("mirror.wait", seconds="{seconds}")
    told["stopped"] = words.say("mirror.stopped", seconds="{seconds}")
    told["angle"] = words.say("mirror.angle", degrees="{degrees}")
    return paper.page(
        request,
        "mirror.html",
        status=200 if report or request.url.path == "/mirror" else 404,
        report=report,
        moving=moving(report.exercise, report.words.name, words) if report else None,
        strip=strip(report.exercise, report.words.name, words) if report else None,
        movements=exercises_by_movement(catalogue),
        catalogue=catalogue,
        told=told,
    )
