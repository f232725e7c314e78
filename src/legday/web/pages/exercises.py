"""Decides what the exercise pages show: all exercises by movement, and one with its figure, its words and the runner's own history."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup

from legday.actions.exercise import DoneOn, exercise_history, exercises_by_movement
from legday.actions.exercise import exercise as action
from legday.model.errors import UnknownName
from legday.model.exercises import Exercise
from legday.model.quantities import weight_text
from legday.model.runner import Units
from legday.model.sets import LoggedSet, Side
from legday.web.desk import Desk
from legday.web.paper import Paper
from legday.web.wording import Wording
from legday.writing.figures import Words, moving_svg, still_svg, strip_svg

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
    words = paper.words(request)
    try:
        report = action(desk.catalogue, name)
    except UnknownName:
        return _all(request, unknown=name)
    done, units = _history(desk, report.exercise.id)
    return paper.page(
        request,
        "exercise.html",
        report=report,
        exercise=report.exercise,
        catalogue=desk.catalogue,
        moving=None if still else _moving(report.exercise, report.words.name, words),
        strip=_strip(report.exercise, report.words.name, words),
        still=_still,
        muscles=[
            (muscle.value, quarters, SHARES[quarters]) for muscle, quarters in report.exercise.sets.items()
        ],
        history=[(one.day, sets_text(one.sets, units, words)) for one in done[:DAYS_SHOWN]],
        earlier=max(0, len(done) - DAYS_SHOWN),
    )


def _all(request: Request, *, unknown: str = "") -> Response:
    """The page of all exercises; `unknown` a name that none of them has."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    return paper.page(
        request,
        "exercises.html",
        status=404 if unknown else 200,
        movements=exercises_by_movement(desk.catalogue),
        catalogue=desk.catalogue,
        still=_still,
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
    return weight_text(grams, units) if grams else words.say("exercises.bodyweight")


def _history(desk: Desk, exercise: str) -> tuple[tuple[DoneOn, ...], Units]:
    if not desk.has_profile():
        return (), Units.METRIC
    known = desk.known().facts
    return exercise_history(known.state, exercise), known.profile.units


def _moving(exercise: Exercise, name: str, words: Wording) -> Markup | None:
    if exercise.figure is None:
        return None
    told = Words(name=f"{exercise.id}-moving", title=name, text=words.say("exercises.moving"))
    return Markup(moving_svg(exercise.figure, exercise.tempo, told))  # noqa: S704 - drawn here, its words are escaped


def _strip(exercise: Exercise, name: str, words: Wording) -> Markup | None:
    if exercise.figure is None:
        return None
    told = Words(name=f"{exercise.id}-strip", title=name, text=words.say("exercises.strip"))
    return Markup(strip_svg(exercise.figure, told))  # noqa: S704 - drawn here, its words are escaped


def _still(exercise: Exercise) -> Markup:
    return Markup(still_svg(exercise.figure)) if exercise.figure else Markup()  # noqa: S704 - drawn here, without words
