"""Decides how programs use the verbs that are more than an entry: what they would see first, what is kept, and what follows from it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from legday.actions import verb_json
from legday.actions.answer_json import plan_answer_json
from legday.actions.changes import changes as changes_of
from legday.actions.export import ExportForm
from legday.actions.export import export as export_of
from legday.actions.felt import felt_report
from legday.actions.move import move as move_of
from legday.actions.move import move_report, tried_move
from legday.actions.plan import accept_plan, changes_since, plan_until
from legday.actions.profile_forms import form_of, profile_now, send_form
from legday.actions.rule_numbers import number_report, set_number, tried_number
from legday.actions.runs import one_run
from legday.actions.runs import runs as runs_of
from legday.actions.swap import swap_choices
from legday.actions.undo import undo as undo_of
from legday.actions.why import why as why_of
from legday.model.answers import Section
from legday.model.errors import InputError, UnknownName
from legday.model.journal import PlanAccepted
from legday.model.rules import Rule
from legday.web.api import PREFIX
from legday.web.imports import Imports
from legday.web.refusals import problem, told
from legday.web.saying import FELT, standing_by_id
from legday.web.showing import desk_of

router = APIRouter(prefix=PREFIX)

MOST_SIGNS = 200
MOST_ANSWERS = 3_000
MEDIA = {
    ExportForm.ICS: "text/calendar",
    ExportForm.JSON: "application/json",
    ExportForm.MARKDOWN: "text/markdown",
    ExportForm.JOURNAL: "text/plain",
}

Name = Annotated[str, Field(max_length=MOST_SIGNS)]
Minutes = Annotated[int, Field(ge=10, le=240, description="How long there is; else as before.")]
Value = Annotated[int, Field(ge=-(10**9), le=10**9)]


class Sent(BaseModel):
    """What a program sends: the keys that are known and no others, each of its own type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Accepted(Sent):
    """The last day that a plan is promised for; its whole week is."""

    until: Annotated[date, Field(strict=False)]


class Moved(Sent):
    """A session (its day, its start, or `workout b`), and the wall-clock moment it is put at."""

    session: Name
    to: Annotated[datetime, Field(strict=False, description="By the runner's clocks, without a zone.")]
    minutes: Minutes | None = None


class Number(Sent):
    """A number of the runner's own; null puts the rule's back."""

    value: Value | None


class Undone(Sent):
    """An id of the history, or the end of one; empty for the last thing said."""

    id: Name = ""


class Answered(Sent):
    """The fields of one part of the profile, by their names, as the page's form has them."""

    answers: Annotated[dict[Name, Annotated[str, Field(max_length=1_000)]], Field(max_length=MOST_ANSWERS)]


# The plan


@router.get("/plan/until/{last}")
def preview(request: Request, last: date) -> Response:
    """The plan as it would be, made anew up to the week of a day; nothing is promised."""
    known = desk_of(request).known()
    plan = plan_until(last, known.facts)
    accepted = known.facts.journal.accepted
    before = known.plan if accepted else None
    changes = changes_since(before, plan, known.facts) if before else ()
    return JSONResponse(plan_answer_json(plan, changes))


@router.post("/plan/accept")
def accept(request: Request, sent: Accepted) -> Response:
    """Promises the plan up to the week of a day."""
    desk = desk_of(request)

    def promised() -> PlanAccepted:
        return accept_plan(
            desk.store, plan_until(sent.until, desk.known().facts), stamp=desk.clock.new_stamp()
        )

    entry = desk.remember(lambda _now: promised())
    return JSONResponse({"id": str(entry.id), "sessions": len(entry.sessions)})


@router.get("/why/{day}")
def why(request: Request, day: date) -> Response:
    """Why a day of the plan has its session, or none."""
    return JSONResponse(verb_json.why_json(why_of(desk_of(request).known().plan, day)))


@router.get("/changes")
def changes(
    request: Request,
    everything: Annotated[bool, Query(alias="all", description="All days, not only the next 14.")] = False,  # noqa: FBT002
) -> Response:
    """What differs from the plan accepted last, and why."""
    known = desk_of(request).known()
    report = changes_of(known.facts, everything=everything, differences=known.changes)
    return JSONResponse(verb_json.changes_json(report))


# Sessions


@router.get("/move")
def look_at_move(
    request: Request,
    session: Annotated[str, Query(max_length=MOST_SIGNS)],
    to: Annotated[datetime, Query(description="By the runner's clocks, without a zone.")],
    minutes: Annotated[int | None, Query(ge=10, le=240)] = None,
) -> Response:
    """What would follow if a session were put at another time; nothing is kept. A move that a MUST forbids is refused."""
    desk = desk_of(request)
    with desk.lock:
        known, stamp = desk.facts_from_now(), desk.clock.new_stamp()
        done = tried_move(known, session.lower(), _wall(to), minutes=minutes, stamp=stamp)
        return JSONResponse(verb_json.move_json(move_report(done, desk.facts_from_now(done.entry))))


@router.post("/move")
def move(request: Request, sent: Moved) -> Response:
    """Puts a session at another time and keeps it there."""
    desk = desk_of(request)
    with desk.lock:
        known, stamp = desk.facts_from_now(), desk.clock.new_stamp()
        done = move_of(
            desk.store, known, sent.session.lower(), _wall(sent.to), minutes=sent.minutes, stamp=stamp
        )
        return JSONResponse(verb_json.move_json(move_report(done, desk.facts_from_now())))


@router.get("/swaps/{exercise}")
def swaps(request: Request, exercise: str) -> Response:
    """What can stand in for an exercise, best first. A swap is made by its entry."""
    try:
        return JSONResponse(verb_json.swap_json(swap_choices(desk_of(request).known().facts, exercise)))
    except UnknownName as unknown:
        return problem(404, **told(unknown))


def _wall(said: datetime) -> datetime:
    """InputError for a moment with a zone: the runner's clocks are meant."""
    if said.tzinfo is not None:
        raise InputError(value=str(said), place="to", problem="has a zone", remedy="2026-11-25T18:30")
    return said


# What was said


@router.get("/felt/{entry}")
def felt(request: Request, entry: UUID) -> Response:
    """The answer to a pain, soreness, night, illness or red flag that was sent: what changes, and when it comes back."""
    known = desk_of(request).known()
    found = standing_by_id(known.said.standing, str(entry))
    if not isinstance(found, FELT):
        return problem(404, detail=f"No such entry stands: {entry}.", value=str(entry), place="entry")
    return JSONResponse(verb_json.felt_json(felt_report(known.facts, found, said="")))


@router.post("/undo")
def undo(request: Request, sent: Undone) -> Response:
    """Takes back the last thing said, or what an id names; a taking back is taken back by its own id."""
    desk = desk_of(request)
    with desk.lock:
        return JSONResponse(
            verb_json.undo_json(undo_of(desk.store, name=sent.id, stamps=desk.clock.new_stamp))
        )


# Runs


@router.get("/runs")
def runs(
    request: Request,
    since: Annotated[date | None, Query(description="From this day on; else those that count now.")] = None,
) -> Response:
    """The runs with what legday makes of them, thresholds, rhythm and weeks."""
    desk = desk_of(request)
    return JSONResponse(
        verb_json.runs_json(runs_of(desk.known().facts, since=since, store=desk.store if since else None))
    )


@router.get("/runs/{run}")
def run(request: Request, run: str) -> Response:
    """One run, by its id, the beginning of it, or its day. What it was for is put right by an entry."""
    desk = desk_of(request)
    try:
        return JSONResponse(verb_json.judged_json(one_run(desk.known().facts, run, store=desk.store)))
    except InputError as unknown:
        return problem(404, **told(unknown))


@router.get("/imports/{id_}")
def imported(request: Request, id_: str) -> Response:
    """How far an import of the page is, and in the end what it brought."""
    imports: Imports = request.app.state.imports
    one = imports.known.get(id_)
    if one is None:
        return problem(404, detail="No import has this id.", value=id_[:MOST_SIGNS], place="id")
    report = one.report.imported if one.report else None
    return JSONResponse(
        {
            "state": one.state.value,
            "read": one.read,
            "last": one.last,
            "problem": one.problem,
            "report": verb_json.import_json(report) if report else None,
        }
    )


# Rules and profile


@router.get("/rules/{rule}/{number}")
def look_at_number(request: Request, rule: str, number: str, value: Annotated[int, Query()]) -> Response:
    """What would follow from a number of the runner's own; nothing is kept."""
    desk = desk_of(request)
    with desk.lock:
        known = desk.facts_from_now()
        _there(known.catalogue.rulebook.rules, rule, number)
        done = tried_number(known, rule, number, value, stamp=desk.clock.new_stamp())
        report = number_report(done, desk.facts_from_now(done.entry))
    return JSONResponse(verb_json.changed_json(report.changed))


@router.post("/rules/{rule}/{number}")
def own_number(request: Request, rule: str, number: str, sent: Number) -> Response:
    """Keeps a number as the runner's own, or puts the rule's back."""
    desk = desk_of(request)
    with desk.lock:
        known = desk.facts_from_now()
        _there(known.catalogue.rulebook.rules, rule, number)
        done = set_number(desk.store, known, rule, number, sent.value, stamp=desk.clock.new_stamp())
        report = number_report(done, desk.facts_from_now())
    return JSONResponse(verb_json.changed_json(report.changed))


@router.get("/profile")
def profile(request: Request) -> Response:
    """The profile, part by part, as its forms have it."""
    desk = desk_of(request)
    now = profile_now(desk.store, today=desk.today())
    return JSONResponse({one.value: form_of(one, now, desk.catalogue) for one in Section})


@router.post("/profile/{section}")
def own_profile(request: Request, section: Section, sent: Answered) -> Response:
    """Keeps one part of the profile as a whole: what is left out is taken back."""
    desk = desk_of(request)
    with desk.lock:
        report = send_form(
            desk.store,
            desk.catalogue,
            section,
            sent.answers,
            today=desk.today(),
            stamp=desk.clock.new_stamp(),
        )
    return JSONResponse({"changed": report.changed})


@router.get("/export/{form}")
def export(request: Request, form: ExportForm) -> Response:
    """The plan in force as a calendar, JSON or Markdown, or the journal as text."""
    desk = desk_of(request)
    known = desk.known()
    now = desk.clock.new_stamp().at
    data = export_of(form, known.plan, known.facts, now=now, entries=known.said.standing)
    return PlainTextResponse(data, media_type=MEDIA[form])


def _there(rules: Mapping[str, Rule], rule: str, number: str) -> None:
    """UnknownName for a number that no rule has."""
    if rule not in rules:
        raise UnknownName.among(rule, tuple(rules), place="rule")
    if number not in rules[rule].numbers:
        raise UnknownName.among(number, tuple(rules[rule].numbers), place="number")
