"""Decides what the page Import shows: files dropped, how far reading them is, and what came of each."""

import json
from collections.abc import Iterator
from datetime import date

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from legday.actions.bring import bring
from legday.actions.journal import read_journal
from legday.model.errors import InputError, LimitExceeded
from legday.reading.limits import LIMITS, Limits
from legday.web.desk import Desk
from legday.web.form_tokens import own_fields
from legday.web.imports import FALLBACK_ZONE, Import, Imports
from legday.web.paper import Paper
from legday.web.uploads import Upload, receive

router = APIRouter()

ONWARD = {"welcome": "/welcome/week", "plan": "/welcome/plan"}
"""Where a finished import leads to, by the word that came with the form; else to the runs."""


@router.get("/import")
def ask(request: Request) -> Response:
    """Where files are dropped, and the imports of late."""
    return _ask(request)


@router.post("/import")
async def take(request: Request) -> Response:
    """Takes the files and begins to read them; what is refused is told beside the field."""
    limits: Limits = getattr(request.app.state, "limits", LIMITS)
    desk: Desk = request.app.state.desk
    try:
        upload = await receive(request, home=desk.store.home, limits=limits, allowed=own_fields(request))
    except LimitExceeded:
        return await run_in_threadpool(_ask, request, wrong="too_large", status=413)
    except InputError:
        return await run_in_threadpool(_ask, request, wrong="broken", status=422)
    return await run_in_threadpool(_begin, request, upload)


def _begin(request: Request, upload: Upload) -> Response:
    imports: Imports = request.app.state.imports
    try:
        start = date.fromisoformat(said) if (said := upload.fields.get("start", "")) else None
    except ValueError:
        upload.remove()
        return _ask(request, wrong="start", status=422)
    if not (upload.files or upload.refused):
        upload.remove()
        return _ask(request, wrong="nothing", status=422)
    desk: Desk = request.app.state.desk
    profile = read_journal(desk.store.entries()).profile
    how = imports.how(profile.time_zone if profile else FALLBACK_ZONE, start=start)
    one = imports.begin(
        lambda on_progress: bring(desk.store, upload.files, how, on_progress=on_progress),
        after=upload.remove,
        refused=tuple(upload.refused),
    )
    word = upload.fields.get("next", "")
    return RedirectResponse(f"/import/{one.id}{f'?next={word}' if word in ONWARD else ''}", status_code=303)


@router.get("/import/{id_}")
def progress(request: Request, id_: str) -> Response:
    """How far an import is, and in the end what was read, what was not and why."""
    paper: Paper = request.app.state.paper
    word = request.query_params.get("next", "")
    one = _known(request, id_)
    return paper.page(
        request,
        "import_progress.html",
        status=200 if one else 404,
        one=one,
        seconds=_seconds(one, comma=paper.words(request).comma),
        refusals=_refusals(one),
        onward=ONWARD.get(word, "/runs"),
        welcome=word in ONWARD,
    )


def _seconds(one: Import | None, *, comma: bool) -> str:
    took = one.report.imported.seconds if one and one.report else 0.0
    return f"{took:.1f}".replace(".", ",") if comma else f"{took:.1f}"


def _refusals(one: Import | None) -> list[tuple[str, str]]:
    """Every file that was not read, or not whole, and every line of a log that could not be taken, each with its reason."""
    if one is None or one.report is None:
        return []
    report = one.report
    told = (*report.refused, *report.imported.refused, *report.imported.rows)
    return [*one.refused, *((refusal.file, refusal.reason) for refusal in told)]


@router.get("/api/v1/imports/{id_}/events")
def events(request: Request, id_: str) -> Response:
    """How far an import is, as server-sent events: one each time that changes, until it is over."""
    one = _known(request, id_)
    if one is None:
        return JSONResponse(
            {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "no import has this id"},
            status_code=404,
            media_type="application/problem+json",
        )
    return StreamingResponse(
        _told(one), media_type="text/event-stream", headers={"cache-control": "no-store"}
    )


def _told(one: Import) -> Iterator[str]:
    for state, read, last in one.told():
        yield f"event: {state.value}\ndata: {json.dumps({'read': read, 'last': last})}\n\n"


def _known(request: Request, id_: str) -> Import | None:
    imports: Imports = request.app.state.imports
    return imports.known.get(id_)


def _ask(request: Request, *, wrong: str = "", status: int = 200) -> Response:
    paper: Paper = request.app.state.paper
    imports: Imports = request.app.state.imports
    return paper.page(
        request,
        "import.html",
        status=status,
        wrong=wrong,
        late=tuple(reversed(imports.known.values())),
    )
