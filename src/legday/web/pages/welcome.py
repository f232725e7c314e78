"""Decides what the welcome shows: from nothing to a plan in a few steps, each of which may be skipped."""

import os
from hashlib import sha256

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.machine_zone import machine_zone
from legday.actions.plan import accept_plan, accepted_plan, make_plan
from legday.actions.profile_forms import form_of, profile_now, send_form
from legday.actions.sample_runner import ZONE as SAMPLE_ZONE
from legday.actions.sample_runner import begin_sample, bring_sample, is_empty
from legday.actions.welcome import (
    my_week,
    say,
    say_week,
    skip_openings,
    skip_screening,
    unknown_runner,
)
from legday.model.answers import Answers, Section
from legday.model.errors import AnswerRefused
from legday.model.plan import Plan
from legday.model.runner import Profile
from legday.model.screening import verdict
from legday.web.catalogues import worded
from legday.web.desk import WEEKS, Desk
from legday.web.imports import Imports
from legday.web.pages.profile import choices, listed
from legday.web.paper import Paper
from legday.web.plan_rows import weeks_of
from legday.web.typed_forms import Typed, Wrong
from legday.web.uploads import new_folder, remove

router = APIRouter(prefix="/welcome")

STEPS = ("you", "runs", "week", "openings", "gear", "safety", "race", "plan")
"""The steps in their order; each is a path and a key of the words."""

ASKED = {
    "you": (Section.PLACE, Section.ABOUT, Section.RUNNING, Section.STYLE),
    "openings": (Section.OPENINGS,),
    "gear": (Section.GEAR,),
    "safety": (Section.HEALTH,),
    "race": (Section.RACES,),
}
"""The parts of the profile that a step asks for, units first, so that what follows is read in them."""


def after(step: str) -> str:
    """The path of the step behind this one."""
    return f"/welcome/{STEPS[STEPS.index(step) + 1]}"


@router.get("")
def welcome(request: Request) -> Response:
    """What legday is, and three ways to begin."""
    desk: Desk = request.app.state.desk
    return _paper(request).page(
        request, "welcome.html", empty=is_empty(desk.store), languages=_paper(request).languages
    )


@router.post("/sample")
def sample(request: Request) -> Response:
    """Takes the invented runner into a home in which nothing was said."""
    desk: Desk = request.app.state.desk
    imports: Imports = request.app.state.imports
    how = imports.how(SAMPLE_ZONE)
    with desk.lock:
        begin_sample(desk.store, how)
    folder = new_folder(desk.store.home)
    one = imports.begin(
        lambda on_progress: bring_sample(desk.store, how, folder=folder, on_progress=on_progress),
        after=lambda: remove(folder),
        sample=True,
    )
    return RedirectResponse(f"/import/{one.id}?next=plan", status_code=303)


@router.get("/runs")
def runs(request: Request) -> Response:
    """Drop files; reading them is the import's."""
    return _step(request, "runs", {}, Wrong())


@router.get("/week")
def week(request: Request) -> Response:
    """My week as found, to correct."""
    desk: Desk = request.app.state.desk
    known = desk.known().facts
    mine = my_week(known.profile, known.outlook.rhythm)
    form = {
        f"week-{run.weekday}-{name}": str(said)
        for run in mine.runs
        for name, said in (("kind", run.kind.value), ("minutes", run.minutes))
    }
    return _step(request, "week", form, Wrong(), weeks=mine.weeks, found=bool(mine.runs))


@router.post("/week")
def send_week(request: Request, typed: Typed) -> Response:
    """Remembers the week where it differs from the one found."""
    desk: Desk = request.app.state.desk
    if "skip" in typed:
        return RedirectResponse(after("week"), status_code=303)
    known = desk.known().facts
    stamp = desk.clock.new_stamp()
    rhythm = known.outlook.rhythm
    try:
        with desk.lock:
            say_week(desk.store, desk.catalogue, typed, rhythm=rhythm, today=known.today, stamp=stamp)
    except AnswerRefused as refused:
        mine = my_week(known.profile, rhythm)
        return _step(
            request, "week", typed, Wrong(refused), weeks=mine.weeks, found=bool(mine.runs), status=422
        )
    return RedirectResponse(after("week"), status_code=303)


@router.get("/plan")
def plan(request: Request) -> Response:
    """The plan that follows, to accept."""
    return _plan(request, stale=False)


@router.post("/plan")
def accept(request: Request, typed: Typed) -> Response:
    """Accepts the plan that was shown; one that is another by now is shown first."""
    desk: Desk = request.app.state.desk

    def accepted() -> bool:
        known = desk.facts_from_now()
        before = accepted_plan(known)
        if before is not None and typed.get("plan") == print_of(before):
            return True
        made = make_plan(known, weeks=WEEKS).plan
        if typed.get("plan") != print_of(made):
            return False
        accept_plan(desk.store, made, stamp=desk.clock.new_stamp())
        return True

    with desk.lock:
        done = accepted()
    return RedirectResponse("/today", status_code=303) if done else _plan(request, stale=True)


@router.get("/{step}")
def form(request: Request, step: str) -> Response:
    """One step as a form, with what is known so far."""
    if step not in ASKED:
        return RedirectResponse("/welcome", status_code=303)
    return _step(request, step, _so_far(request, step), Wrong())


@router.post("/{step}")
def send(request: Request, step: str, typed: Typed) -> Response:
    """Remembers a step, or its safe default where it is skipped and was not said before."""
    desk: Desk = request.app.state.desk
    if step not in ASKED:
        return RedirectResponse("/welcome", status_code=303)
    try:
        with desk.lock:
            _skip(request, step) if "skip" in typed else _say(request, step, typed)
    except AnswerRefused as refused:
        return _step(request, step, typed, Wrong(refused), status=422)
    return RedirectResponse(after(step), status_code=303)


def print_of(made: Plan) -> str:
    """A sign by which a plan is known again."""
    lines = [(session.start.isoformat(), session.exercises) for session in made.sessions]
    return sha256(repr(lines).encode()).hexdigest()[:16]


def _say(request: Request, step: str, typed: Answers) -> None:
    desk: Desk = request.app.state.desk
    unknown = _unknown(request)
    today = desk.clock.now_in(unknown.time_zone).date()
    stamp = desk.clock.new_stamp()
    if step == "you":
        say(desk.store, desk.catalogue, ASKED[step], typed, unknown=unknown, today=today, stamp=stamp)
    else:
        (section,) = ASKED[step]
        send_form(desk.store, desk.catalogue, section, typed, today=today, stamp=stamp)


def _skip(request: Request, step: str) -> None:
    """What was said before stays; else the safe default that the step names."""
    desk: Desk = request.app.state.desk
    stamp = desk.clock.new_stamp()
    if step == "you":
        _say(request, step, {})
    elif step == "openings":
        skip_openings(desk.store, stamp=stamp)
    elif step == "safety":
        skip_screening(desk.store, desk.catalogue, today=desk.today(), stamp=stamp)


def _unknown(request: Request) -> Profile:
    """Who is met here for the first time."""
    desk: Desk = request.app.state.desk
    zone = machine_zone(os.environ)
    name = _paper(request).words(request).say("welcome.you.unknown")
    return unknown_runner(name=name, today=desk.clock.now_in(zone).date(), zone=zone)


def _so_far(request: Request, step: str) -> dict[str, str]:
    """What was said before; of someone new the careful choices, and nothing of what only they can know."""
    desk: Desk = request.app.state.desk
    new = step == "you" and desk.said().journal.profile is None
    now = _unknown(request) if new else profile_now(desk.store, today=desk.today())
    comma = _paper(request).words(request).comma
    found: dict[str, str] = {}
    for section in ASKED[step]:
        found |= form_of(section, now, desk.catalogue, comma=comma)
    if new:
        found |= dict.fromkeys(("name", "born", "body_mass"), "")
    return _by_weekday(found) if step == "openings" else found


def _by_weekday(found: Answers) -> dict[str, str]:
    """The openings of each weekday under the number of the weekday: a later one of the same day, and single dates, come behind."""
    sorted_: dict[str, str] = {}
    more = 7
    for row in sorted({int(name.split("-")[1]) for name in found}):
        fields = {name.split("-")[2]: said for name, said in found.items() if name.split("-")[1] == str(row)}
        place = fields["weekday"]
        if not place.isdecimal() or f"openings-{place}-weekday" in sorted_:
            place, more = str(more), more + 1
        sorted_ |= {f"openings-{place}-{name}": said for name, said in fields.items()}
    return sorted_


def _step(
    request: Request, step: str, form: Answers, wrong: Wrong, *, status: int = 200, **facts: object
) -> Response:
    desk: Desk = request.app.state.desk
    known = desk.said().journal.profile or _unknown(request)
    lists = listed(_paper(request).words(request))
    facts = {
        "weeks": 0,
        "found": False,
        **facts,
        **lists,
        **choices(worded(request, desk.catalogue), known, form),
    }
    return _paper(request).page(
        request,
        f"welcome_{step}.html",
        status=status,
        step=step,
        steps=STEPS,
        form=form,
        wrong=wrong,
        **facts,
    )


def _plan(request: Request, *, stale: bool) -> Response:
    desk: Desk = request.app.state.desk
    with desk.lock:
        known = desk.facts_from_now()
        report = make_plan(known, weeks=WEEKS)
        accepted = accepted_plan(known)
    made = report.plan
    return _paper(request).page(
        request,
        "welcome_plan.html",
        step="plan",
        steps=STEPS,
        plan=made,
        print=print_of(made),
        accepted=accepted is not None and print_of(accepted) == print_of(made),
        stale=stale,
        verdict=verdict(known.profile.health).value,
        catalogue=worded(request, known.catalogue),
        rows=weeks_of(made, _paper(request).words(request)),
    )


def _paper(request: Request) -> Paper:
    paper: Paper = request.app.state.paper
    return paper
