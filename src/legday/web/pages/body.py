"""Decides what the page Body shows and takes: signs that stop everything, pain by place, soreness, sleep, illness, a clinician's word."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from legday.actions.felt import (
    clears_profile,
    confirmed_profile,
    ill_entry,
    minutes_slept,
    ongoing,
    to_clear,
    well_entry,
)
from legday.actions.pain_trend import pain_trends
from legday.actions.places import REGIONS
from legday.actions.stamp import Stamp
from legday.actions.undo import taken_back_by
from legday.model.errors import InputError
from legday.model.exercises import WORST_PAIN
from legday.model.happened import ClearedByClinician, PainFelt, RedFlagRaised, Slept, SorenessFelt
from legday.model.pain_words import Behaviour, When
from legday.model.sets import Side
from legday.model.state import Log
from legday.web.saying import answer_to, felt, seen
from legday.web.showing import desk_of, show
from legday.web.trend_line import trend_line
from legday.web.typed import Form, Typed

router = APIRouter(prefix="/body")

MOST_READY = 5


@router.get("")
def body(request: Request, said: str = "", undone: str = "") -> Response:
    """What hurts, and what can be told of it; `said` is what was just said."""
    return _shown(request, said=said, undone=undone)


@router.post("/hurt")
def hurt(request: Request, form: Form) -> Response:
    """Keeps a pain; the answer says what changes and when it comes back."""
    desk = desk_of(request)
    known = {place for places in REGIONS.values() for place in places}
    place = form.text("place")
    score = form.whole("score", least=0, most=WORST_PAIN)
    if place not in known:
        form.problems["place"] = "place"
    if score is None:
        form.problems["score"] = "score"
    day = form.day("day", today=desk.today())
    behaviour = frozenset(Behaviour(one) for one in form.every("behaviour") if one in set(Behaviour))
    if form.problems or score is None:
        return _shown(request, typed=form)
    stamp = desk.clock.new_stamp()
    entry = PainFelt(
        id=stamp.id,
        at=stamp.at,
        day=day,
        place=place,
        score=score,
        side=Side(form.text("side")) if form.text("side") in set(Side) else Side.BOTH,
        when=When(form.text("when")) if form.text("when") in set(When) else When.DURING,
        behaviour=behaviour,
        note=form.text("note"),
    )
    return _answered(form, felt(desk, entry).id)


@router.post("/sore")
def sore(request: Request, form: Form) -> Response:
    """Keeps how sore the legs are."""
    desk = desk_of(request)
    score = form.whole("sore", least=0, most=WORST_PAIN)
    if score is None:
        form.problems["sore"] = "score"
        return _shown(request, typed=form)
    stamp = desk.clock.new_stamp()
    entry = SorenessFelt(
        id=stamp.id, at=stamp.at, day=desk.today(), score=score, limp=form.text("limp") == "yes"
    )
    return _answered(form, felt(desk, entry).id)


@router.post("/slept")
def slept(request: Request, form: Form) -> Response:
    """Keeps how long the night was and how ready the runner feels; one of them is enough."""
    desk = desk_of(request)
    ready = form.whole("ready", least=1, most=MOST_READY)
    minutes = None
    try:
        minutes = minutes_slept(form.text("asleep")) if form.text("asleep") else None
    except InputError:
        form.problems["asleep"] = "asleep"
    if minutes is None and ready is None:
        form.problems.setdefault("asleep", "asleep")
    if form.problems:
        return _shown(request, typed=form)
    stamp = desk.clock.new_stamp()
    entry = Slept(id=stamp.id, at=stamp.at, day=desk.today(), minutes=minutes, readiness=ready)
    return _answered(form, felt(desk, entry).id)


@router.post("/ill")
def ill(request: Request, form: Form) -> Response:
    """Keeps an illness; nothing is asked of the legs until the runner is well."""
    desk = desk_of(request)
    since = form.day("since", today=desk.today())
    if form.problems:
        return _shown(request, typed=form)
    entry = ill_entry(
        desk.known().facts,
        desk.clock.new_stamp(),
        fever=form.text("fever") == "yes",
        since=since if form.text("since") else None,
        until=None,
        note=form.text("note"),
    )
    return _answered(form, felt(desk, entry).id)


@router.post("/well")
def well(request: Request, form: Form) -> Response:
    """Keeps that the runner is well again; where no illness goes on nothing is kept."""
    desk = desk_of(request)
    known = desk.known().facts
    if ongoing(known) is None:
        return seen("/body")
    return _answered(form, felt(desk, well_entry(known, desk.clock.new_stamp(), since=None)).id)


@router.post("/flag")
def flag(request: Request, form: Form) -> Response:
    """Keeps a sign that stops everything."""
    desk = desk_of(request)
    if form.text("flag") not in desk.known().facts.catalogue.red_flags:
        form.problems["flag"] = "flag"
        return _shown(request, typed=form)
    stamp = desk.clock.new_stamp()
    entry = RedFlagRaised(id=stamp.id, at=stamp.at, day=desk.today(), flag=form.text("flag"))
    return _answered(form, felt(desk, entry).id)


@router.post("/cleared")
def cleared(request: Request, form: Form) -> Response:
    """Keeps a clinician's word that leg work may go on: of one thing that waits for it, or of all."""
    desk = desk_of(request)
    known = desk.known().facts
    what = form.text("what")
    if form.text("seen") != "yes" or what not in {"", *to_clear(known)}:
        form.problems["seen"] = "seen"
        return _shown(request, typed=form)
    stamp = desk.clock.new_stamp()
    entry = ClearedByClinician(id=stamp.id, at=stamp.at, day=desk.today(), what=what, note=form.text("note"))
    # Kept in the same moment, so that one undo takes back both.
    more = (
        (confirmed_profile(known, Stamp(desk.clock.new_stamp().id, stamp.at)),)
        if clears_profile(what, known)
        else ()
    )
    return _answered(form, felt(desk, entry, *more).id)


def _answered(form: Typed, said: object) -> Response:
    """Where the answer is read: on Today, for what was said there in one tap, else here."""
    return seen("/today" if form.text("back") == "/today" else "/body", said=said)


def _shown(
    request: Request, *, said: str = "", undone: str = "", typed: Typed | None = None, **facts: Any
) -> Response:
    """The page; `typed` is the form as it was sent, where it is shown again."""
    desk = desk_of(request)
    known = desk.known().facts
    answer, changed = answer_to(desk, said)
    return show(
        request,
        "body.html",
        status=422 if typed else 200,
        answer=answer,
        changed=changed,
        said_id=said,
        undone=taken_back_by(desk.store, undone) if undone else (),
        typed=typed or Typed(),
        regions=REGIONS,
        behaviours=tuple(Behaviour),
        whens=tuple(When),
        held=known.state.eased(known.today).easings,
        ongoing=ongoing(known),
        to_clear=to_clear(known),
        trends=tuple(
            (one, trend_line(one.worst, today=known.today))
            for one in pain_trends(known.state.log, today=known.today)
        ),
        last=_last_of(known.state.log, known.today),
        **facts,
    )


def _last_of(log: Log, today: date) -> dict[str, Slept | SorenessFelt | None]:
    """What was said today of soreness and of the night."""
    return {
        "sore": next((one for one in reversed(log.soreness) if one.day == today), None),
        "slept": next((one for one in reversed(log.nights) if one.day == today), None),
    }
