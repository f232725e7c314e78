"""Decides what the page History shows: everything said, newest first, and the last of it to take back."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.history import history as action
from legday.actions.undo import last_said, undo
from legday.model.errors import InputError
from legday.web.desk import Desk
from legday.web.paper import Paper
from legday.web.typed_forms import Typed

router = APIRouter()

SHOWN = 60
PLAIN = frozenset({"profile-set", "plan-accepted", "retracted"})
"""Kinds of which the name says all that there is to read."""


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
    paper: Paper = request.app.state.paper
    with desk.lock:
        report = action(desk.store, desk.catalogue)
        last = last_said(desk.store)
        here = {str(one.id) for one in desk.store.entries()}
    taken = request.query_params.get("taken", "")
    most = None if "all" in request.query_params else SHOWN
    return paper.page(
        request,
        "history.html",
        status=status,
        happened=report.happened[:most],
        older=max(0, len(report.happened) - SHOWN) if most else 0,
        last=last,
        wrong=wrong,
        plain=PLAIN,
        taken=taken if taken in here else "",
        brought="brought" in request.query_params,
    )
