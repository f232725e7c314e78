"""Decides what the page History shows: everything said, newest first, and the last of it to take back."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.history import newest
from legday.actions.journal import profile_of
from legday.actions.undo import last_said, undo
from legday.model.errors import InputError
from legday.web.desk import Desk
from legday.web.showing import show
from legday.web.typed_forms import Typed

router = APIRouter()

SHOWN = 60


@router.get("/history")
def history(request: Request) -> Response:
    """Everything said, newest first."""
    return _page(request)


@router.post("/history/undo")
def take_back(request: Request, typed: Typed) -> Response:
    """Takes back the last thing said if it still is the last, or brings back what was taken."""
    desk: Desk = request.app.state.desk
    name = typed.get("id", "")
    with desk.lock:
        last = last_said(desk.store)
        try:
            if last and str(last[0].id) == name:
                report = undo(desk.store, stamps=desk.clock.new_stamp)
            elif typed.get("what") == "bring-back":
                report = undo(desk.store, name=name, stamps=desk.clock.new_stamp)
            else:
                return _page(request, wrong=True, status=409)
        except InputError:
            return _page(request, wrong=True, status=409)
    retraction = report.retractions[-1].id
    word = "brought" if report.brought_back else "taken"
    return RedirectResponse(f"/history?{word}={retraction}", status_code=303)


def _page(request: Request, *, wrong: bool = False, status: int = 200) -> Response:
    desk: Desk = request.app.state.desk
    said = desk.said()
    most = None if "all" in request.query_params else SHOWN
    report = newest(said.things, profile_of(said.journal), most=most)
    taken = request.query_params.get("taken", "")
    here = {str(one.id) for one in desk.store.entries()} if taken else set()
    return show(
        request,
        "history.html",
        status=status,
        happened=report.happened,
        older=report.older,
        last=last_said(desk.store, journal=said.journal),
        wrong=wrong,
        taken=taken if taken in here else "",
        brought="brought" in request.query_params,
    )
