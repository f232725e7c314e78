"""Decides what the exercise pages show: all exercises by movement, and one with its figure, its words and the runner's own history."""

from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup
from starlette.exceptions import HTTPException

from legday.actions.exercise import DoneOn, exercise_history, exercises_by_movement
from legday.actions.exercise import exercise as action
from legday.model.errors import UnknownName
from legday.model.exercises import Exercise
from legday.model.runner import Units
from legday.model.sets import LoggedSet, Side
from legday.web.amounts import Amounts
from legday.web.catalogues import worded
from legday.web.desk import Desk
from legday.web.figures import moving, round_facts, strip
from legday.web.figures import still as still_figure
from legday.web.paper import Paper
from legday.web.wording import Wording

router = APIRouter()

SHARES = {1: "¼", 2: "½", 3: "¾", 4: "1"}
"""Quarter sets as they are written."""
DAYS_SHOWN = 12


@router.get("/exercises")
def exercises(request: Request) -> Response:
    """Every exercise by movement, each with a still figure."""
    return _all(request)


@router.get("/exercises/{name}")
def exercise(request: Request, name: str, still: str = "") -> Response:
    """How one exercise is done; `still` asks for the key poses instead of the moving figure."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    words, catalogue = paper.words(request), worded(request, desk.catalogue)
    try:
        report = action(catalogue, name)
    except UnknownName:
        return _all(request, unknown=name)
    done, units = _history(desk, report.exercise.id)
    return paper.page(
        request,
        "exercise.html",
        report=report,
        exercise=report.exercise,
        catalogue=catalogue,
        moving=None if still else moving(report.exercise, report.words.name, words),
        round=None if still else round_facts(report.exercise),
        strip=strip(report.exercise, report.words.name, words),
        still=still_figure,
        muscles=[
            (muscle.value, quarters, SHARES[quarters]) for muscle, quarters in report.exercise.sets.items()
        ],
        history=[(one.day, sets_text(one.sets, units, words)) for one in done[:DAYS_SHOWN]],
        earlier=max(0, len(done) - DAYS_SHOWN),
    )


@router.get("/exercises/{name}/moving.svg")
def moving_figure(request: Request, name: str) -> Response:
    """The moving figure alone, for who shows it somewhere else."""
    return _figure(request, name, moving)


@router.get("/exercises/{name}/still.svg")
def key_poses(request: Request, name: str) -> Response:
    """The key poses alone."""
    return _figure(request, name, strip)


def _figure(
    request: Request, name: str, drawn: Callable[[Exercise, str, Wording], Markup | None]
) -> Response:
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    known = desk.catalogue.exercises.get(name)
    svg = drawn(known, worded(request, desk.catalogue).name(name), paper.words(request)) if known else None
    if svg is None:
        raise HTTPException(404)
    return Response(str(svg), media_type="image/svg+xml")


def _all(request: Request, *, unknown: str = "") -> Response:
    """The page of all exercises; `unknown` a name that none of them has."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    catalogue = worded(request, desk.catalogue)
    return paper.page(
        request,
        "exercises.html",
        status=404 if unknown else 200,
        movements=exercises_by_movement(catalogue),
        catalogue=catalogue,
        still=still_figure,
        unknown=unknown,
    )


def sets_text(sets: tuple[LoggedSet, ...], units: Units, words: Wording) -> str:
    """`3 × 10 · 40 kg` where all sets are alike, else each set's repetitions; what was done at another weight stands apart."""
    parts = []
    for weight in dict.fromkeys(one.weight_g for one in sets):
        mine = [one for one in sets if one.weight_g == weight]
        parts.append(" · ".join(text for text in (_reps(mine, words), _weight(weight, units, words)) if text))
    return "; ".join(parts)


def _reps(sets: list[LoggedSet], words: Wording) -> str:
    told = [_one(one, words) for one in sets]
    return f"{len(told)} × {told[0]}" if len(set(told)) == 1 else ", ".join(told)


def _one(one: LoggedSet, words: Wording) -> str:
    text = f"{one.reps} s" if one.seconds else f"{one.reps}"
    return text if one.side is Side.BOTH else f"{text} {words.say(f'exercises.{one.side.value}')}"


def _weight(grams: int | None, units: Units, words: Wording) -> str:
    if grams is None:
        return ""
    return Amounts(words, units).weight(grams) if grams else words.say("exercises.bodyweight")


def _history(desk: Desk, exercise: str) -> tuple[tuple[DoneOn, ...], Units]:
    if not desk.has_profile():
        return (), Units.METRIC
    known = desk.known().facts
    return exercise_history(known.state, exercise), known.profile.units
