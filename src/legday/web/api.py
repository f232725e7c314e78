"""Decides what programs are answered under /api/v1: the JSON that the terminal prints, and entries taken in."""

import json
from collections.abc import Sequence
from datetime import UTC, date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from legday.actions import answer_json
from legday.actions.exercise import exercise as exercise_named
from legday.actions.history import history as history_of
from legday.actions.plan import accepted_plan, changes_since
from legday.actions.progress import progress as progress_of
from legday.actions.rules import RuleReport
from legday.actions.rules import rules as rules_of
from legday.actions.take_in import Taken, take_in
from legday.actions.today import today as today_of
from legday.model.catalogue import Catalogue
from legday.model.errors import UnknownName
from legday.store.entry_json import entry_json
from legday.web.desk import Desk
from legday.web.refusals import problem, told

PREFIX = "/api/v1"
OPENAPI = f"{PREFIX}/openapi.json"
MOST_AT_ONCE = 500

router = APIRouter(prefix=PREFIX)


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


# What is known


@router.get("/today")
def today(request: Request) -> Response:
    """Today's runs and session, what holds the day back, what was said, and the session that comes next."""
    desk = _desk(request)
    known = desk.known()
    return JSONResponse(answer_json.today_json(today_of(known.plan, known.facts, desk.store.entries())))


@router.get("/plan")
def plan(request: Request) -> Response:
    """The plan in force, with what differs from the one accepted."""
    known = _desk(request).known()
    accepted = accepted_plan(known.facts)
    changes = changes_since(accepted, known.plan, known.facts) if accepted else ()
    return JSONResponse(answer_json.plan_answer_json(known.plan, changes))


@router.get("/history")
def history(
    request: Request,
    exercise: Annotated[str, Query(max_length=100, description="Only what was said of this exercise.")] = "",
    since: Annotated[date | None, Query(description="From this day on.")] = None,
) -> Response:
    """What was logged and said, newest first, in the notation."""
    desk = _desk(request)
    return JSONResponse(
        answer_json.history_json(history_of(desk.store, desk.catalogue, name=exercise, since=since))
    )


@router.get("/progress")
def progress(
    request: Request, weeks: Annotated[int, Query(ge=1, le=520, description="Weeks to look back.")] = 6
) -> Response:
    """Strength per lift, sets per muscle done and planned, balance, loads."""
    desk = _desk(request)
    known = desk.known()
    report = progress_of(known.facts, known.plan, desk.store.entries(), weeks=weeks)
    return JSONResponse(answer_json.progress_json(report, known.facts.profile.body_mass_g))


@router.get("/exercises")
def exercises(request: Request) -> Response:
    """Every exercise of the catalogue."""
    catalogue = _desk(request).catalogue
    found = [answer_json.exercise_json(exercise_named(catalogue, name)) for name in catalogue.exercises]
    return JSONResponse({"exercises": found})


@router.get("/exercises/{name}")
def exercise(request: Request, name: str) -> Response:
    """One exercise, by its id or its name."""
    try:
        return JSONResponse(answer_json.exercise_json(exercise_named(_desk(request).catalogue, name)))
    except UnknownName as unknown:
        return problem(404, **told(unknown))


@router.get("/rules")
def rules(request: Request) -> Response:
    """The rules with the numbers in force."""
    return _rules(rules_of(_own(request)))


@router.get("/rules/{name}")
def rule(request: Request, name: str) -> Response:
    """One rule, by its id."""
    try:
        return _rules(rules_of(_own(request), name))
    except UnknownName as unknown:
        return problem(404, **told(unknown))


def _rules(found: Sequence[RuleReport]) -> Response:
    return JSONResponse({"rules": [answer_json.rule_json(one) for one in found]})


def _own(request: Request) -> Catalogue:
    """The catalogue under the runner's own numbers, where there is a runner."""
    desk = _desk(request)
    return desk.known().facts.catalogue if desk.has_profile() else desk.catalogue


# The journal


@router.get("/entries")
def entries(
    request: Request,
    after: Annotated[
        UUID | None, Query(description="The id after which to go on; an unknown one is a 404.")
    ] = None,
    most: Annotated[int, Query(ge=1, le=MOST_AT_ONCE, description="So many at once.")] = 100,
) -> Response:
    """The journal's entries in their stored form, in the order of time; `next` is where to go on, null at the end."""
    there = _desk(request).store.entries()
    begin = 0
    if after is not None:
        begin = next((at for at, entry in enumerate(there, start=1) if entry.id == after), -1)
    if begin < 0:
        return problem(
            404,
            detail=f"after: no entry has the id {after}.",
            value=str(after),
            place="after",
            remedy="leave it out, to begin with the first",
        )
    found = there[begin : begin + most]
    more = str(found[-1].id) if begin + most < len(there) else None
    return JSONResponse({"entries": [json.loads(entry_json(entry)) for entry in found], "next": more})


@router.post(
    "/entries", openapi_extra={"requestBody": {"required": True, "content": {"application/json": {}}}}
)
async def add_entries(request: Request) -> Response:
    """Takes a list of entries in their stored form, each stored once by its id. Sending them again changes nothing."""
    values = _list_of(await request.body())
    return JSONResponse(await run_in_threadpool(_added, _desk(request), values))


def _added(desk: Desk, values: Sequence[object]) -> dict[str, Any]:
    now = desk.clock.now_in("UTC").replace(tzinfo=UTC)
    with desk.lock:
        taken = take_in(desk.store, desk.known().facts, values, now=now)
    return {"answers": [_answer(one) for one in taken]}


def _answer(one: Taken) -> dict[str, Any]:
    why = {} if one.why is None else {"why": told(one.why)}
    return {"id": one.id, "outcome": one.outcome.value, **why}


def _list_of(body: bytes) -> list[object]:
    """The list in a request's body. HTTPException 400 for what is no JSON, 422 for JSON that is no list."""
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as wrong:
        raise HTTPException(400, f"The body is no JSON: {str(wrong)[:100]}") from wrong
    if not isinstance(value, list):
        raise HTTPException(422, "The body is no list of entries. Maybe [ ] around the one entry.")
    return value


def _no_number(said: str) -> None:
    message = f"{said} is no number of JSON"
    raise ValueError(message)
