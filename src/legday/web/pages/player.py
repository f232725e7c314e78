"""Decides what the session player is made of: one page that holds a whole session, so that it can be done without a line from then on."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.doing import Doing, Hurt, doing, weights_near
from legday.actions.places import REGIONS
from legday.actions.session import SessionReport, session_at
from legday.actions.state import Facts
from legday.model.journal import AnyEntry
from legday.model.plan import Prescription
from legday.store.entry_json import entry_json
from legday.web.amounts import Amounts
from legday.web.catalogues import worded_facts
from legday.web.line import spoken
from legday.web.pages.session import start_of
from legday.web.paper import Paper
from legday.web.showing import desk_of, show
from legday.web.wording import Wording

router = APIRouter(prefix="/session/{start_words}/do")

REST_S = 10
"""Announced once more when so many seconds are left (our setting)."""


@router.get("")
def player(request: Request, start_words: str) -> Response:
    """The session, one step at a time. What cannot be done has no player: its own page says why."""
    desk = desk_of(request)
    start = start_of(start_words)
    known, entries = desk.known(), desk.store.entries()
    report = session_at(known.plan, known.facts, entries, start) if start else None
    found = doing(known.plan, known.facts, entries, report) if report else None
    if report is None or found is None:
        return RedirectResponse(f"/session/{start_words}" if start else "/today", status_code=303)
    paper: Paper = request.app.state.paper
    words = paper.words(request)
    amounts = Amounts(words, known.facts.profile.units)
    now = desk.clock.now_in("UTC").replace(tzinfo=UTC)
    return show(
        request,
        "player.html",
        report=report,
        regions=REGIONS,
        session={
            **session_json(report, found, worded_facts(request, known.facts), amounts),
            "now": round(now.timestamp() * 1000),
            "words": dict(spoken(words, "player")),
        },
    )


def session_json(report: SessionReport, found: Doing, known: Facts, amounts: Amounts) -> Mapping[str, Any]:
    """All that the player's script knows of a session. Prescriptions and entries are in their stored form."""
    session = report.session
    lines = {line.exercise: line for line in (*found.open.asked, *_stand_ins(found))}
    return {
        "start": f"{report.start:%Y-%m-%dT%H:%M}",
        "day": report.start.date().isoformat(),
        "shown_day": amounts.words.day(report.start.date()),
        "zone": known.profile.time_zone,
        "title": report.title,
        "session": str(found.open.id),
        "begun": found.open.start.isoformat() if report.begun else None,
        "done": [_stored(one) for one in found.done],
        "one": _stored(found.one),
        "whole": _stored(found.whole),
        "supersets": [list(pair) for pair in session.supersets] if session else [],
        "tempos": {line.exercise: line.tempo for line in report.asked if line.tempo},
        "exercises": {name: _exercise(line, known, report, amounts) for name, line in lines.items()},
        "swaps": {was: _lines(choices, found) for was, choices in found.swaps.items()},
        "hurts": {place: [_hurt(one, found) for one in hurts] for place, hurts in found.hurts.items()},
        "places": {place: _place(place, amounts.words) for places in REGIONS.values() for place in places},
        "warm_up": list(_drills(session.warm_up if session else (), known)),
        "cool_down": list(_drills(session.cool_down if session else (), known)),
        "rehearsals": [
            {"exercise": one.exercise, "reps": one.reps, "pick_up": amounts.things(one.pick_up)}
            for one in report.rehearsals
        ],
        "announce_s": REST_S,
    }


def _stored(entry: AnyEntry) -> Any:
    return json.loads(entry_json(entry))


def _lines(lines: Sequence[Prescription], found: Doing) -> Any:
    """Prescriptions as an entry holds them."""
    return _stored(replace(found.one, prescribed=tuple(lines)))["prescribed"]


def _stand_ins(found: Doing) -> Iterator[Prescription]:
    for choices in found.swaps.values():
        yield from choices


def _exercise(line: Prescription, known: Facts, report: SessionReport, amounts: Amounts) -> Mapping[str, Any]:
    exercise = known.catalogue.exercises[line.exercise]
    return {
        "name": known.catalogue.name(line.exercise),
        "per_side": exercise.counting.per_side,
        "weights": [
            {"grams": one.grams, "pick_up": amounts.things(one.pick_up) if one.grams else ""}
            for one in weights_near(line, known, report.start)
        ],
    }


def _hurt(one: Hurt, found: Doing) -> Mapping[str, Any]:
    """What is the same as asked for is not said again."""
    same = one.lines == found.open.asked
    return {
        "score": one.score,
        "decision": one.decision.value,
        "stop": one.stop,
        "left_out": sorted(one.left_out),
        "lines": None if same else _lines(one.lines, found),
    }


def _place(place: str, words: Wording) -> str:
    return words.say(f"place.{place}")


def _drills(names: Sequence[str], known: Facts) -> Iterator[Mapping[str, Any]]:
    for name in names:
        called, how = known.catalogue.drill_words.get(name, (name, ""))
        drill = known.catalogue.drills[name]
        yield {"name": called, "how": how, "seconds": drill.seconds, "per_side": drill.per_side}


def players_until(starts: Sequence[datetime], last: date) -> list[str]:
    """The paths of the players of sessions that begin up to a day."""
    return [f"/session/{start:%Y-%m-%dT%H:%M}/do" for start in starts if start.date() <= last]
