"""Decides what the page Profile shows: each part of the profile as a form, and what saving it did to the plan."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.changed_plan import changed_plan
from legday.actions.machine_zone import zones
from legday.actions.profile_forms import form_of, profile_now, send_form
from legday.model.answers import DAY_ONLY, Answers, Section
from legday.model.catalogue import Catalogue
from legday.model.errors import AnswerRefused
from legday.model.gear_weights import BAND_G
from legday.model.runner import (
    GearKind,
    LiftDays,
    LiftingLevel,
    LiftOrder,
    Priority,
    Profile,
    RunningLevel,
    Style,
    Units,
)
from legday.model.runs import RunKind
from legday.reading.profile_answers import THINGS
from legday.web.amounts import Amounts
from legday.web.catalogues import worded
from legday.web.desk import Desk
from legday.web.paper import Paper
from legday.web.told import Told
from legday.web.typed_forms import Typed, Wrong, rows
from legday.web.wording import Wording

router = APIRouter()


@router.get("/profile")
def profile(request: Request) -> Response:
    """All parts, with what is said in each."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    known = desk.known().facts
    words = paper.words(request)
    lines = {section: _line(section, known.profile, words) for section in Section}
    return paper.page(request, "profile.html", sections=tuple(Section), profile=known.profile, lines=lines)


def _line(section: Section, now: Profile, words: Wording) -> str:
    """What is said in one part, in a few words."""
    match section:
        case Section.ABOUT:
            mass = Amounts(words, now.units).weight(now.body_mass_g)
            return words.say("profile.line.about", name=now.name, born=now.born, mass=mass)
        case Section.RUNNING:
            return words.say(f"profile.runs_{now.running}")
        case Section.OPENINGS:
            return words.say("profile.line.openings", count=len(now.openings))
        case Section.GEAR:
            named = [words.say(f"profile.thing.{thing}") for thing in sorted(now.gear.things)]
            some = [words.say("profile.dumbbells")] if GearKind.DUMBBELLS in now.gear.kinds else []
            return ", ".join([*some, *named]) or words.say("profile.line.body")
        case Section.RACES:
            return words.say("profile.line.races", count=len(now.races))
        case Section.HEALTH:
            return words.say("profile.line.screened" if now.health.screened else "profile.line.nothing")
        case Section.STYLE:
            return words.say("profile.line.a_week", count=now.sessions_a_week)
        case Section.TASTE:
            return words.say("profile.line.taste", likes=len(now.likes), dislikes=len(now.dislikes))
        case Section.PLACE:
            return f"{words.say(f'profile.{now.units}')}, {now.time_zone}"


@router.get("/profile/saved/{section}/{id_}")
def saved(request: Request, section: Section, id_: str) -> Response:
    """What saving a form did to the plan."""
    paper: Paper = request.app.state.paper
    return paper.page(request, "profile_saved.html", section=section, changed=_told(request).of(id_))


@router.get("/profile/{section}")
def form(request: Request, section: Section) -> Response:
    """One part as a form."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    now = profile_now(desk.store, today=desk.today())
    answers = form_of(section, now, desk.catalogue, comma=paper.words(request).comma)
    return _form(request, section, answers, Wrong())


@router.post("/profile/{section}")
def send(request: Request, section: Section, typed: Typed) -> Response:
    """Remembers one part; a form that does not fit comes back as it was typed."""
    desk: Desk = request.app.state.desk
    stamp = desk.clock.new_stamp()
    try:
        with desk.lock:
            before = desk.known().plan
            report = send_form(desk.store, desk.catalogue, section, typed, today=desk.today(), stamp=stamp)
            after = desk.known()
    except AnswerRefused as refused:
        return _form(request, section, typed, Wrong(refused), status=422)
    if report.changed:
        _told(request).keep(str(stamp.id), changed_plan(before, after.plan, after.facts))
    return RedirectResponse(f"/profile/saved/{section.value}/{stamp.id}", status_code=303)


def _told(request: Request) -> Told:
    told: Told = request.app.state.told
    return told


def _form(
    request: Request, section: Section, answers: Answers, wrong: Wrong, *, status: int = 200
) -> Response:
    paper: Paper = request.app.state.paper
    desk: Desk = request.app.state.desk
    now = profile_now(desk.store, today=desk.today())
    return paper.page(
        request,
        "profile_form.html",
        status=status,
        section=section,
        form=answers,
        wrong=wrong,
        **listed(paper.words(request)),
        **choices(worded(request, desk.catalogue), now, answers),
    )


def listed(words: Wording) -> dict[str, list[tuple[str, str]]]:
    """Weekdays and kinds of runs to choose from, in a language."""
    return {
        "day_choices": [(str(day), words.say(f"date.weekday.{day + 1}")) for day in range(7)],
        "kind_choices": [(kind.value, words.say(f"profile.kind.{kind}")) for kind in RunKind],
    }


def choices(catalogue: Catalogue, now: Profile, answers: Answers) -> dict[str, Any]:
    """All that the fields of a profile may be chosen from, and how many rows its lists have."""
    return {
        "unit": "lb" if now.units is Units.IMPERIAL else "kg",
        "length": "mi" if now.units is Units.IMPERIAL else "km",
        "zones": zones(),
        "units": tuple(Units),
        "levels": tuple(RunningLevel),
        "lifting_levels": tuple(LiftingLevel),
        "kinds": tuple(RunKind),
        "styles": tuple(Style),
        "orders": tuple(LiftOrder),
        "lift_days": tuple(LiftDays),
        "priorities": tuple(Priority),
        "things": THINGS,
        "colours": tuple(BAND_G),
        "once": DAY_ONLY,
        "questions": {name: one.question for name, one in catalogue.screening.items()},
        "exercises": sorted((catalogue.name(one), one) for one in catalogue.exercises),
        "week_rows": rows(answers, "week", more=2),
        "opening_rows": rows(answers, "openings", more=2),
        "race_rows": rows(answers, "races", more=1),
    }
