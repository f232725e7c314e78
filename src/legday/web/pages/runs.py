"""Decides what the pages of runs show: weeks, every run by month, one run, and how the runner corrects what it was for."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.run_months import run_months
from legday.actions.running_weeks import running_weeks
from legday.actions.runs import correct_kind, run_along
from legday.model.runs import JudgedRun, RunKind
from legday.web.amounts import Amounts
from legday.web.desk import Desk
from legday.web.drawn.runs import RunPictures, WeekPictures
from legday.web.paper import Paper
from legday.writing.pictures import kind_mark

router = APIRouter()

MONTHS_A_PAGE = 3
WEEKS_SHOWN = 12


@router.get("/runs")
def runs(request: Request, kind: str = "", before: str = "") -> Response:
    """Weeks as pictures, and runs by month; what the address asks for and is none is left aside."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    known = desk.known()
    words = paper.words(request)
    amounts = Amounts(words, known.facts.profile.units)
    chosen, until = _kind(kind), _day(before)
    listed = run_months(
        known.facts.state.runs,
        months=MONTHS_A_PAGE,
        kind=chosen,
        before=until,
        older=lambda: known.older_runs,
    )
    return paper.page(
        request,
        "runs.html",
        listed=listed,
        weeks=WeekPictures(running_weeks(known.facts, weeks=WEEKS_SHOWN), words, amounts),
        first_page=until is None,
        chosen=chosen,
        kinds=tuple(RunKind),
        mark=kind_mark,
        amounts=amounts,
    )


@router.get("/runs/{recording}")
def one_run(request: Request, recording: str) -> Response:
    """One run: its numbers, why this kind, its way, its cost, and a form that corrects its kind."""
    return _run_page(request, _run(request, recording))


@router.post("/runs/{recording}/kind")
def correct(request: Request, recording: str, kind: Annotated[str, Form()] = "") -> Response:
    """Keeps what the runner says the run was for. Anything but one of the kinds is refused, and nothing is kept."""
    desk: Desk = request.app.state.desk
    run = _run(request, recording)
    said = _kind(kind)
    if said is None:
        return _run_page(request, run, refused=True)
    stamp = desk.clock.new_stamp()
    desk.remember(lambda _facts: correct_kind(desk.store, run, said, stamp=stamp))
    return RedirectResponse(f"/runs/{run.recording.id}?kept=1", status_code=303)


def _run_page(request: Request, run: JudgedRun, *, refused: bool = False) -> Response:
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    units = desk.known().facts.profile.units
    words = paper.words(request)
    amounts = Amounts(words, units)
    return paper.page(
        request,
        "run.html",
        status=422 if refused else 200,
        run=run,
        recording=run.recording,
        pictures=RunPictures(run, run_along(desk.store, run, units), words, amounts),
        kinds=tuple(RunKind),
        mark=kind_mark,
        amounts=amounts,
        refused=refused,
        kept="kept" in request.query_params,
    )


def _run(request: Request, recording: str) -> JudgedRun:
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    run = desk.known().run(recording)
    if run is None:
        raise HTTPException(404, paper.words(request).say("runs.one.missing"))
    return run


def _kind(name: str) -> RunKind | None:
    return RunKind(name) if name in set(RunKind) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
