"""Decides what the page Today shows: today's runs and session, what is asked, what was said, and what comes next."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.stamp import Stamp
from legday.actions.today import today as action
from legday.actions.undo import last_said, taken_back_by
from legday.actions.undo import undo as undo_action
from legday.model.errors import InputError
from legday.model.happened import SessionSkipped
from legday.model.lines import SessionLine
from legday.web.saying import answer_to, seen, standing_by_id
from legday.web.showing import desk_of, show
from legday.web.typed import Form

router = APIRouter()

PLACES = ("/today", "/body")
"""Where an undo may lead back to."""
MOST_NAMED = 200
"""So many things are taken back, or brought back, at once."""


@router.get("/")
def home() -> Response:
    """The page one comes to."""
    return RedirectResponse("/today", status_code=303)


@router.get("/today")
def today(request: Request, said: str = "", undone: str = "", nothing: bool = False) -> Response:  # noqa: FBT001, FBT002
    """What now; `said` is what was just said, `undone` the id of what took back something."""
    desk = desk_of(request)
    known = desk.known()
    standing = known.said.near(known.facts.today)
    report = action(known.plan, known.facts, standing)
    answer, changed = answer_to(desk, said)
    skipped = standing_by_id(standing, said) if said else None
    return show(
        request,
        "today.html",
        report=report,
        answer=answer,
        changed=changed,
        said_id=said,
        skipped=skipped if isinstance(skipped, SessionSkipped) else None,
        undone=taken_back_by(desk.store, undone) if undone else (),
        nothing=nothing,
        last=last_said(desk.store, journal=desk.said().journal),
        sessions_done=tuple(line for line in report.said if isinstance(line, SessionLine)),
        sore_said=any(one.day == known.facts.today for one in known.facts.state.log.soreness),
        slept_said=any(one.day == known.facts.today for one in known.facts.state.log.nights),
    )


@router.post("/undo")
def undo(request: Request, form: Form) -> Response:
    """Takes back the last that was said, or what is named; a taking back is taken back by its own id."""
    desk = desk_of(request)
    at = desk.clock.new_stamp().at
    made: list[UUID] = []
    try:
        with desk.lock:
            for name in form.every("id")[:MOST_NAMED] or [""]:
                report = undo_action(
                    desk.store, name=name, stamps=lambda: Stamp(desk.clock.new_stamp().id, at)
                )
                made += [one.id for one in report.retractions if report.taken_back]
    except InputError:
        return seen("/today", nothing="true")
    back = form.text("back")
    return seen(back if back in PLACES else "/today", undone=made[-1] if made else "")
