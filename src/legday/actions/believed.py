"""Decides what an entry made elsewhere may say: days that were lived, names of the catalogue, numbers that the notation takes."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NoReturn
from uuid import UUID

from legday.actions.places import places
from legday.actions.said_sessions import refuse_side
from legday.actions.state import Facts
from legday.actions.swap import swap_problem
from legday.actions.weigh import LEAST_G, MOST_G
from legday.model.errors import InputError, UnknownName
from legday.model.happened import (
    Away,
    BodyMassSet,
    ClearedByClinician,
    ExerciseSwapped,
    Ill,
    LegWork,
    PainFelt,
    RedFlagRaised,
    SessionDone,
    SessionMoved,
    SessionSkipped,
    SetDone,
    Slept,
    SorenessFelt,
)
from legday.model.journal import AnyEntry, KindCorrected, ProfileSet, Retracted
from legday.model.plan import Prescription
from legday.model.runner import Gear, Opening
from legday.model.sets import LoggedSet, Side
from legday.model.standing_entries import standing_entries

VERSION = 7
"""Of the ids: UUIDv7, whose beginning is the time."""

SINCE = datetime(1970, 1, 1, tzinfo=UTC)
FAST_CLOCK = timedelta(days=7)
"""A phone's clock may be so far ahead of ours (our setting); behind, as far as it likes."""

AHEAD = timedelta(days=1)
"""What was done or felt may be dated so far ahead of our today: a phone in another zone, or with a wrong clock (our setting)."""

REACH = timedelta(days=366)
"""Days to come that can be spoken of (our setting)."""

LONG_NOTE, LONG_NAME = 1_000, 200
MOST_SETS, MOST_LINES, MOST_PARTS = 200, 30, 100
MOST_REPS, MOST_WEIGHT_G, MOST_RIR, MOST_MINUTES = 9_999, 1_000_000, 10, 600
DAY_MINUTES = 24 * 60
"""The most that is believed, where the notation takes as much (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What an entry is held against: the facts, the aware moment it came in, and every entry there is."""

    known: Facts
    now: datetime
    entries: Mapping[UUID, AnyEntry]


def believe(entry: AnyEntry, ground: Ground) -> None:
    """InputError names the value of an entry that legday would not have written, its key, and what would do."""
    check = _CHECKS.get(type(entry))
    if check is None:
        _refuse(entry.tag, "tag", "is written by legday alone", f"one of: {', '.join(TAKEN)}")
    if entry.id.version != VERSION:
        _refuse(entry.id, "id", "is no UUIDv7", "an id made as RFC 9562 says, 5.7")
    if entry.at.tzinfo is None:
        _refuse(entry.at.isoformat(), "at", "has no zone", "2026-11-24T18:05:00Z")
    if not SINCE <= entry.at <= ground.now + FAST_CLOCK:
        _refuse(entry.at.isoformat(), "at", "is no moment that was", "set the clock it was made by")
    for place, text in _texts(entry, ""):
        _text(text, place)
    check(entry, ground)


def _refuse(value: object, place: str, problem: str, remedy: str) -> NoReturn:
    raise InputError(value=value, place=place, problem=problem, remedy=remedy)


# Values of any entry


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every text inside an entry with the key it stands under."""
    if isinstance(value, str):
        yield place, value
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name), f"{place}.{one.name}".lstrip("."))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts(one, f"{place}.{number}")


def _text(text: str, place: str) -> None:
    most = LONG_NOTE if place in {"note", "why"} or place.endswith(".note") else LONG_NAME
    if len(text) > most:
        _refuse(f"{text[:20]}…", place, f"is longer than {most:,} signs", f"at most {most:,}")
    if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n" for sign in text):
        _refuse(place, place, "holds signs that cannot be printed", "text")


def _within(value: int | None, low: int, high: int, place: str) -> None:
    if value is not None and not low <= value <= high:
        _refuse(value, place, "is out of bounds", f"{low:,} to {high:,}")


def _count(many: Sequence[object], most: int, place: str) -> None:
    if len(many) > most:
        _refuse(len(many), place, "are too many", f"at most {most:,}")


def _name(said: str, known: Iterable[str], place: str) -> None:
    names = tuple(known)
    if said not in names:
        raise UnknownName.among(said, names, place=place)


def _lived(day: date, ground: Ground, place: str) -> None:
    """A day that the runner has lived, or lives where the phone is."""
    _day(day, ground.known.profile.lived_since(ground.known.today), ground.known.today + AHEAD, place)


def _near(day: date, ground: Ground, place: str) -> None:
    """A day that was lived, or one to come that can be spoken of."""
    _day(day, ground.known.profile.lived_since(ground.known.today), ground.known.today + REACH, place)


def _day(day: date, first: date, last: date, place: str) -> None:
    if not first <= day <= last:
        _refuse(day.isoformat(), place, "is no day that can be meant", f"{first} to {last}")


def _wall(moment: datetime | None, ground: Ground, place: str, *, lived: bool = False) -> None:
    """A moment of the wall clock, without a zone."""
    if moment is None:
        return
    if moment.tzinfo is not None:
        _refuse(
            moment.isoformat(),
            place,
            "has a zone; it is what the runner's clock showed",
            "2026-11-24T18:05:00",
        )
    (_lived if lived else _near)(moment.date(), ground, place)


def _days(first: date, last: date | None, ground: Ground) -> None:
    _near(first, ground, "first")
    if last is not None:
        _near(last, ground, "last")
        if last < first:
            _refuse(last.isoformat(), "last", f"is before {first}", f"{first} or later")


# Leg work


def _leg_work(entry: LegWork, ground: Ground) -> None:
    _wall(entry.start, ground, "start", lived=True)
    _wall(entry.planned, ground, "planned")
    _menu(entry.menu)
    _count(entry.prescribed, MOST_LINES, "prescribed")
    for number, line in enumerate(entry.prescribed):
        _prescription(line, ground, f"prescribed.{number}")


def _menu(menu: str) -> None:
    if menu and not (len(menu) == 1 and menu.isascii() and menu.isupper()):
        _refuse(menu, "menu", "is no letter of a session", "A")


def _prescription(line: Prescription, ground: Ground, place: str) -> None:
    _name(line.exercise, ground.known.catalogue.exercises, f"{place}.exercise")
    if line.instead_of:
        _name(line.instead_of, ground.known.catalogue.exercises, f"{place}.instead_of")
    bounds = {
        "sets": MOST_PARTS,
        "target": MOST_REPS,
        "weight_g": MOST_WEIGHT_G,
        "rir": MOST_RIR,
        "rest_s": 3600,
        "volume": MOST_PARTS * MOST_REPS * 1_000,
        "menu_sets": MOST_PARTS,
    }
    for key, most in bounds.items():
        _within(getattr(line, key), 0, most, f"{place}.{key}")
    low, high = line.reps
    _within(low, 0, high, f"{place}.reps.0")
    _within(high, low, MOST_REPS, f"{place}.reps.1")
    _count(line.gear, MOST_PARTS, f"{place}.gear")
    _tempo(line.tempo, f"{place}.tempo")


def _tempo(tempo: str, place: str) -> None:
    parts = tempo.split("-")
    if tempo and not (len(parts) == 3 and all(len(one) == 1 and one in "0123456789" for one in parts)):
        _refuse(tempo, place, "is no tempo", "3-1-1: seconds down, held, up")


def _session_done(entry: SessionDone, ground: Ground) -> None:
    _leg_work(entry, ground)
    _count(entry.sets, MOST_SETS, "sets")
    for number, one in enumerate(entry.sets):
        _set(one, ground, f"sets.{number}")
    _within(entry.minutes, 1, MOST_MINUTES, "minutes")
    _within(entry.effort, 0, 10, "effort")
    if any(sign.isspace() or sign in '"#' for sign in entry.recording):
        _refuse(entry.recording, "recording", "is no id of a recording", "an id of `legday runs`")


def _set_done(entry: SetDone, ground: Ground) -> None:
    _leg_work(entry, ground)
    _set(entry.done, ground, "done")


def _set(one: LoggedSet, ground: Ground, place: str) -> None:
    catalogue = ground.known.catalogue
    _name(one.exercise, catalogue.exercises, f"{place}.exercise")
    _within(one.reps, 0, MOST_REPS, f"{place}.reps")
    _within(one.weight_g, 0, MOST_WEIGHT_G, f"{place}.weight_g")
    _within(one.rir, 0, MOST_RIR, f"{place}.rir")
    _tempo(one.tempo, f"{place}.tempo")
    held = catalogue.exercises[one.exercise].counting.held
    if one.seconds is not held:
        _refuse(one.seconds, f"{place}.seconds", f"is not how {one.exercise} is counted", str(held).lower())
    if one.side is not Side.BOTH:
        refuse_side(one.exercise, one.side.value, catalogue, both=one.exercise)


# Plan and life


def _session_skipped(entry: SessionSkipped, ground: Ground) -> None:
    _wall(entry.planned, ground, "planned")
    _menu(entry.menu)


def _session_moved(entry: SessionMoved, ground: Ground) -> None:
    _wall(entry.planned, ground, "planned")
    _wall(entry.start, ground, "start")
    _within(entry.minutes, 1, MOST_MINUTES, "minutes")


def _exercise_swapped(entry: ExerciseSwapped, ground: Ground) -> None:
    exercises = ground.known.catalogue.exercises
    for place, name in (("was", entry.was), ("now", entry.now)):
        _name(name, exercises, place)
    _days(entry.first, entry.last, ground)
    if problem := swap_problem(ground.known, exercises[entry.was], exercises[entry.now]):
        _refuse(entry.now, "now", problem, "an exercise of the same movement")


def _away(entry: Away, ground: Ground) -> None:
    _days(entry.first, entry.last, ground)
    if entry.gear is not None:
        _gear(entry.gear)
    _count(entry.openings or (), MOST_PARTS, "openings")
    for number, opening in enumerate(entry.openings or ()):
        _opening(opening, ground, f"openings.{number}")


def _opening(one: Opening, ground: Ground, place: str) -> None:
    _within(one.minutes, 1, MOST_MINUTES, f"{place}.minutes")
    _within(one.weekday, 0, 6, f"{place}.weekday")
    if (one.weekday is None) is (one.day is None):
        _refuse(one.weekday, place, "needs a weekday or a day, one of them", "weekday 0 to 6, 0 is Monday")
    if one.start.tzinfo is not None:
        _refuse(one.start.isoformat(), f"{place}.start", "has a zone", "18:00:00")
    for key in ("day", "first", "last"):
        day = getattr(one, key)
        if day is not None:
            _near(day, ground, f"{place}.{key}")


def _gear(gear: Gear) -> None:
    """Weights that exist, as many as one room holds."""
    handles = gear.adjustables
    weights = {
        "dumbbells_g": gear.dumbbells_g,
        "kettlebells_g": gear.kettlebells_g,
        "bar_g": gear.bars_g,
        "plates_g": gear.plates_g,
        "singles_g": gear.singles_g,
        "bands": tuple(band.grams for band in gear.bands),
        "backpack_g": gear.backpack_g,
    }
    _count(handles, 4, "gear.adjustables")
    for number, one in enumerate(handles):
        _within(one.handles, 1, 2, f"gear.adjustables.{number}.handles")
        weights |= {
            f"adjustables.{number}": (one.handle_g, one.most_g or 0),
            f"adjustables.{number}.plates_g": one.plates_g,
            f"adjustables.{number}.dial_g": one.dial_g,
        }
    for place, grams in weights.items():
        _count(grams, 40, f"gear.{place}")
        for each in grams:
            _within(each, 0, MOST_WEIGHT_G, f"gear.{place}")


# The body


def _pain(entry: PainFelt, ground: Ground) -> None:
    _lived(entry.day, ground, "day")
    _name(entry.place, places(ground.known.catalogue), "place")
    _within(entry.score, 0, 10, "score")


def _red_flag(entry: RedFlagRaised, ground: Ground) -> None:
    _lived(entry.day, ground, "day")
    _name(entry.flag, ground.known.catalogue.red_flags, "flag")


def _cleared(entry: ClearedByClinician, ground: Ground) -> None:
    _lived(entry.day, ground, "day")
    catalogue = ground.known.catalogue
    circumstances = (one.id for one in catalogue.conditions.values() if one.tissue is None)
    _name(entry.what, ("", *places(catalogue), *catalogue.red_flags, *circumstances), "what")


def _soreness(entry: SorenessFelt, ground: Ground) -> None:
    _lived(entry.day, ground, "day")
    _within(entry.score, 0, 10, "score")


def _slept(entry: Slept, ground: Ground) -> None:
    _lived(entry.day, ground, "day")
    _within(entry.minutes, 0, DAY_MINUTES, "minutes")
    _within(entry.readiness, 1, 5, "readiness")
    if entry.minutes is None and entry.readiness is None:
        _refuse(None, "minutes", "says nothing of the night", "minutes, readiness or both")


def _ill(entry: Ill, ground: Ground) -> None:
    _lived(entry.first, ground, "first")
    _days(entry.first, entry.last, ground)


def _body_mass(entry: BodyMassSet, ground: Ground) -> None:
    _lived(entry.day, ground, "day")
    _within(entry.grams, LEAST_G, MOST_G, "grams")


# What speaks of other things


def _kind(entry: KindCorrected, ground: Ground) -> None:
    if entry.start.tzinfo is None:
        _refuse(entry.start.isoformat(), "start", "has no zone", "2026-11-24T17:05:00Z")
    _lived(entry.start.date(), ground, "start")


def _retracted(entry: Retracted, ground: Ground) -> None:
    """Anything may be taken back, also what has not come in yet, as long as a profile is left to plan with."""
    after = standing_entries([*ground.entries.values(), entry])
    if not any(isinstance(one, ProfileSet) for one in after):
        _refuse(
            entry.of,
            "of",
            "is the only profile, and without one nothing can be planned",
            "set another one first",
        )


_CHECKS: Mapping[type, Callable[[Any, Ground], None]] = {
    SessionDone: _session_done,
    SetDone: _set_done,
    SessionSkipped: _session_skipped,
    SessionMoved: _session_moved,
    ExerciseSwapped: _exercise_swapped,
    PainFelt: _pain,
    RedFlagRaised: _red_flag,
    ClearedByClinician: _cleared,
    SorenessFelt: _soreness,
    Slept: _slept,
    Ill: _ill,
    Away: _away,
    BodyMassSet: _body_mass,
    KindCorrected: _kind,
    Retracted: _retracted,
}

TAKEN = tuple(sorted(str(one.default) for kind in _CHECKS for one in fields(kind) if one.name == "tag"))
"""The tags of the entries that can be made elsewhere."""
