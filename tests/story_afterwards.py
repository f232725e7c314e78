"""Decides whether one expected line holds for what happened after a plan was accepted; every form is explained in tests/stories/README.md."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from legday.adapting.answer import Answer
from legday.cli.show_today import questions
from legday.model.plan import Prescription, Session
from story_expectations import DAY, WEEK, Told, form
from story_life import Lived

EXERCISE = r"(?P<exercise>[a-z]+(?:-[a-z]+)*)"


def _lived(told: Told) -> Lived:
    assert told.lived is not None, "no plan was accepted in this story"
    return told.lived


def _doses(told: Told, match: re.Match[str]) -> list[Prescription]:
    day = date.fromisoformat(match["day"])
    sessions = [session for session in told.plan.sessions if session.day == day]
    return [x for session in sessions for x in session.exercises if x.exercise == match["exercise"]]


def _judged(doses: list[Prescription], *, good: bool) -> str:
    return "" if doses and good else f"found {[_shown(one) for one in doses]}"


def _shown(one: Prescription) -> str:
    weight = f" @ {one.weight_g / 1000:g} kg" if one.weight_g else ""
    instead = f" instead of {one.instead_of}" if one.instead_of else ""
    return f"{one.exercise} {one.sets} × {one.target}{weight}, {one.rir} in reserve{instead}: {one.why}"


# ---------------------------------------------------------------- what is next


@form(rf"{DAY} {EXERCISE} at (?:(?P<kg>[\d.]+) kg|bodyweight)")
def _at_weight(told: Told, match: re.Match[str]) -> str:
    grams, doses = round(1000 * float(match["kg"] or 0)), _doses(told, match)
    return _judged(doses, good=all(one.weight_g == grams for one in doses))


@form(rf"{DAY} {EXERCISE} (?P<sets>\d+) sets?(?: of (?P<target>\d+))?")
def _sets_of(told: Told, match: re.Match[str]) -> str:
    doses = _doses(told, match)
    good = all(
        one.sets == int(match["sets"]) and one.target == int(match["target"] or one.target) for one in doses
    )
    return _judged(doses, good=good)


@form(rf"{DAY} {EXERCISE} (?P<rir>\d+) in reserve")
def _in_reserve(told: Told, match: re.Match[str]) -> str:
    doses = _doses(told, match)
    return _judged(doses, good=all(one.rir == int(match["rir"]) for one in doses))


@form(rf"{DAY} {EXERCISE} why mentions (?P<text>.+)")
def _dose_why(told: Told, match: re.Match[str]) -> str:
    doses = _doses(told, match)
    return _judged(doses, good=any(match["text"].lower() in one.why.lower() for one in doses))


@form(rf"{DAY} (?P<how>holds|is without): (?P<exercises>[a-z, -]+)")
def _day_holds(told: Told, match: re.Match[str]) -> str:
    day = date.fromisoformat(match["day"])
    sessions = [session for session in told.plan.sessions if session.day == day]
    held = {line.exercise for session in sessions for line in session.exercises}
    named = {name.strip() for name in match["exercises"].split(",")}
    good = named <= held if match["how"] == "holds" else not named & held
    return "" if sessions and good else f"that day: {sorted(held) if sessions else 'no session'}"


@form(rf"swapped {EXERCISE} for (?P<now>[a-z-]+) on {DAY}")
def _swapped(told: Told, match: re.Match[str]) -> str:
    day = date.fromisoformat(match["day"])
    lines = [x for session in told.plan.sessions if session.day == day for x in session.exercises]
    good = any((x.exercise, x.instead_of) == (match["now"], match["exercise"]) for x in lines)
    return "" if good else f"that day: {[_shown(one) for one in lines]}"


@form(rf"next session: {DAY}")
def _next_session(told: Told, match: re.Match[str]) -> str:
    coming = [session.day for session in told.plan.sessions if session.day >= told.story.today]
    return "" if coming and f"{min(coming)}" == match["day"] else f"found {min(coming, default=None)}"


# ---------------------------------------------------------------- what is answered


def _answers(told: Told, match: re.Match[str]) -> list[Answer]:
    """The answers of the day named, else those given last."""
    given = _lived(told).answers
    day = date.fromisoformat(match["day"]) if match["day"] else max(given, default=date.min)
    return given.get(day, [])


def _all_words(one: Answer) -> str:
    return " ".join((one.rule, one.number, one.words, one.changes, one.back, *one.advice, *one.asks))


@form(rf"(?:{DAY} )?answer: (?P<decision>go on|hold|ease|swap|pause|see someone)")
def _answer(told: Told, match: re.Match[str]) -> str:
    found = [one.decision.value.replace("-", " ") for one in _answers(told, match)]
    return "" if match["decision"] in found else f"answers: {found}"


@form(rf"(?:{DAY} )?answer mentions (?P<text>.+)")
def _answer_mentions(told: Told, match: re.Match[str]) -> str:
    found = [_all_words(one) for one in _answers(told, match)]
    return "" if any(match["text"].lower() in one.lower() for one in found) else f"answers: {found}"


@form(rf"held back until (?:{DAY}|cleared)")
def _held_back(told: Told, match: re.Match[str]) -> str:
    wanted = date.fromisoformat(match["day"]) if match["day"] else None
    lasts = [one.last for one in _lived(told).known.state.easings]
    last = None if None in lasts else max(one for one in (*lasts, date.min) if one is not None)
    return "" if lasts and last == wanted else f"held back until: {[f'{one}' for one in lasts]}"


@form(r"nothing is held back")
def _not_held_back(told: Told, _match: re.Match[str]) -> str:
    eased = _lived(told).known.state.eased(told.story.today)
    return "; ".join(one.why for one in eased.easings)


# ---------------------------------------------------------------- what changed


@form(r"changes mention (?P<text>.+)")
def _changes_mention(told: Told, match: re.Match[str]) -> str:
    found = [
        f"{one.cause or ''} {one.rule} {one.what} {one.why} {one.before} → {one.after}"
        for one in _lived(told).changes.changes
    ]
    return "" if any(match["text"].lower() in one.lower() for one in found) else f"changes: {found}"


@form(r"no changes")
def _no_changes(told: Told, _match: re.Match[str]) -> str:
    return "; ".join(f"{one.before} → {one.after}: {one.what}" for one in _lived(told).changes.changes)


@form(rf"the rest of the plan(?: from {DAY})? is as accepted")
def _rest_as_accepted(told: Told, match: re.Match[str]) -> str:
    """Session by session: start, exercises, sets, repetitions, weight, reserve."""
    first = date.fromisoformat(match["day"]) if match["day"] else told.story.today
    accepted = _lived(told).accepted
    last = min(accepted.days[-1].day, told.plan.days[-1].day)
    done = {one.planned for one in _lived(told).known.state.done}
    promised = {
        _dosed(one) for one in accepted.sessions if first <= one.day <= last and one.start not in done
    }
    now = {_dosed(one) for one in told.plan.sessions if first <= one.day <= last}
    return "; ".join(sorted(f"{'now' if one in now else 'accepted'} {one}" for one in now ^ promised))


def _dosed(session: Session) -> str:
    doses = (f"{x.exercise} {x.sets} × {x.target} @ {x.weight_g} g rir {x.rir}" for x in session.exercises)
    return f"{session.start:%Y-%m-%d %H:%M} {session.menu}: {', '.join(doses)}"


@form(rf"{DAY} sets dropped: (?P<exercises>[a-z, -]+)")
def _sets_dropped(told: Told, match: re.Match[str]) -> str:
    """Exactly these exercises have fewer sets in that day's week, done and to come, than the accepted plan gave them."""
    day = date.fromisoformat(match["day"])
    monday = day - timedelta(days=day.weekday())
    week = range(monday.toordinal(), monday.toordinal() + 7)
    wanted = _sets(
        line for s in _lived(told).accepted.sessions if s.day.toordinal() in week for line in s.exercises
    )
    done = [one for one in _lived(told).known.state.done if one.start.date().toordinal() in week]
    coming = [one for one in told.plan.sessions if one.day.toordinal() in week]
    lines = [line for past in done for line in past.exercises]
    found = _sets((*lines, *(line for session in coming for line in session.exercises)))
    fewer = {name for name, sets in wanted.items() if found.get(name, 0) < sets}
    named = {name.strip() for name in match["exercises"].split(",")}
    return "" if fewer == named else f"fewer sets of: {sorted(fewer)}"


def _sets(lines: Iterable[Prescription]) -> dict[str, int]:
    total: dict[str, int] = {}
    for line in lines:
        total[line.exercise] = total.get(line.exercise, 0) + line.sets
    return total


# ---------------------------------------------------------------- what is asked


@form(rf"(?:{DAY} )?asks about {EXERCISE} (?P<said>[\d.]+ kg)")
def _asks_about(told: Told, match: re.Match[str]) -> str:
    doubts = _lived(told).doubts
    day = date.fromisoformat(match["day"]) if match["day"] else max(doubts, default=date.min)
    name = told.catalogue.name(match["exercise"]).lower()
    found = doubts.get(day, [])
    good = any(one.lower().startswith(name) and match["said"] in one for one in found)
    return "" if good else f"asked: {found}"


@form(r"asks about nothing")
def _asks_about_nothing(told: Told, _match: re.Match[str]) -> str:
    lived = _lived(told)
    return "; ".join([*(one for found in lived.doubts.values() for one in found), *lived.questions])


@form(r"today asks (?P<text>.+)")
def _today_asks(told: Told, match: re.Match[str]) -> str:
    found = questions(_lived(told).told)
    return "" if any(match["text"].lower() in one.lower() for one in found) else f"asked: {found}"


@form(rf"{DAY} done: {EXERCISE} (?P<sets>\d+)x(?P<reps>\d+)(?: at (?P<kg>[\d.]+) kg)?")
def _done(told: Told, match: re.Match[str]) -> str:
    day = date.fromisoformat(match["day"])
    sets = [
        one
        for session in _lived(told).known.state.done
        if session.start.date() == day
        for one in session.sets
        if one.exercise == match["exercise"]
    ]
    grams = round(1000 * float(match["kg"] or 0))
    good = len(sets) == int(match["sets"]) and all(
        one.reps == int(match["reps"]) and (match["kg"] is None or one.weight_g == grams) for one in sets
    )
    return "" if good else f"done: {[(one.reps, one.weight_g) for one in sets]}"


@form(rf"{DAY} is (?P<no>not )?asked about")
def _asked_about(told: Told, match: re.Match[str]) -> str:
    days = [f"{one.start.date()}" for one in _lived(told).told.unsaid]
    return "" if (match["day"] in days) != bool(match["no"]) else f"asked about: {days}"


@form(rf"{DAY} is as accepted")
def _day_as_accepted(told: Told, match: re.Match[str]) -> str:
    day = date.fromisoformat(match["day"])
    promised = {_dosed(one) for one in _lived(told).accepted.sessions if one.day == day}
    now = {_dosed(one) for one in told.plan.sessions if one.day == day}
    return "" if promised and promised == now else f"accepted {promised}, now {now}"


@form(rf"sets on {DAY}: (?P<sets>\d+)")
def _sets_in_all(told: Told, match: re.Match[str]) -> str:
    day = date.fromisoformat(match["day"])
    found = sum(x.sets for session in told.plan.sessions if session.day == day for x in session.exercises)
    return "" if found == int(match["sets"]) else f"found {found}"


@form(rf"week {WEEK} is (?P<no>not )?a lighter week")
def _lighter_week(told: Told, match: re.Match[str]) -> str:
    light = [f"{week.start}" for week in told.plan.weeks if week.cut_back]
    return "" if (match["week"] in light) != bool(match["no"]) else f"lighter weeks: {light}"
