"""Decides what a row of sessions in time is: their letters, which are new to the legs, whether they stand too close."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from legday.model.race_days import quiet_for_new
from legday.model.rules import Rulebook
from legday.planning.candidates import Surroundings


def done_counts(start: datetime, era: int, around: Surroundings) -> tuple[int, int]:
    """Sessions already done that count for the era of a session at `start` (those since the last lay-off, for the season's
    first era; none for later ones), and those in the 21 days before `start`."""
    done = [moment for moment in around.held if moment < start]
    recent = sum(start - moment < around.layoff for moment in done)
    return (len(since_layoff(done, around)) if era == around.season[0].era else 0), recent


def since_layoff(moments: Sequence[datetime], around: Surroundings) -> list[datetime]:
    """The last of some sessions in order, back to the first that follows 21 days without one."""
    kept: list[datetime] = []
    for moment in reversed(moments):
        if kept and kept[-1] - moment >= around.layoff:
            break
        kept.append(moment)
    return kept[::-1]


def week_of(moment: datetime, around: Surroundings) -> int:
    return (moment.date() - around.season[0].start).days // 7


def hours_utility(hours: float | None, rulebook: Rulebook) -> int:
    """0–100: how good lifting is so many hours after a run (rule `hours-after-run`); 100 where no run is near."""
    if hours is None:
        return 100
    steps = [(rulebook.number("hours-after-run", f"hours_{n}"), f"utility_{n}") for n in (3, 2, 1)]
    for least, name in steps:
        if hours >= least:
            return rulebook.number("hours-after-run", name)
    return rulebook.number("hours-after-run", "utility_0")


def letters_of(days: Sequence[tuple[datetime, int]], around: Surroundings) -> list[str]:
    """The menu letter of each chosen (start, week): as promised, wherever the runner put it; else the letters its week still lacks in
    order; alone in its week, A and B in turn, where a light week's does not count: every fourth week would otherwise lighten the same one.
    In the quiet days before an A race a letter that was not done before them gives way to one that was: all of it would be new."""
    promised = _promised_letters(around)
    behind = [(session.start, session.menu) for session in around.state.held if session.menu]
    used: dict[int, list[str]] = {}
    for start, menu in behind:
        used.setdefault(week_of(start, around), []).append(menu)
    counts = {week: sum(other == week for _, other in days) + len(used.get(week, ())) for _, week in days}
    last = _last_full_letter(around)
    known = {menu for _, menu in behind}
    letters: list[str] = []
    for start, week in days:
        own = used.setdefault(week, [])
        if start in promised:
            letter = promised[start]
        elif counts[week] == 1:
            letter = "B" if last == "A" else "A"
        else:
            taken = {*own, *(promised[other] for other, at in days if at == week and other in promised)}
            letter = next((one for one in "ABC" if one not in taken), "A")
        if not quiet_for_new(start.date(), around.profile.races, around.rulebook):
            known.add(letter)
        elif known and letter not in known:
            letter = min(sorted(known), key=lambda one: (one in own, one == last))
        own.append(letter)
        letters.append(letter)
        last = last if around.season[week].cut_back and last else letter
    return letters


def _last_full_letter(around: Surroundings) -> str:
    """The letter of the last session held outside a light week, of any where all were light; empty before the first."""
    held = [session for session in around.state.held if session.menu]
    full = [session for session in held if not session.light]
    return (full or held)[-1].menu if held else ""


def _promised_letters(around: Surroundings) -> dict[datetime, str]:
    """The letter promised for a start, and for the start to which the runner moved it."""
    state = around.state
    told = {one.start: one.menu for one in (*state.done, *state.promised) if one.menu}
    moved = {pin.start: told[pin.planned] for pin in around.pins if pin.planned in told}
    return {one.start: one.menu for one in state.promises if one.menu} | moved


def newness(starts: Sequence[datetime], weeks: Sequence[int], around: Surroundings) -> list[bool]:
    """Which sessions, in order of time, are new to the legs: the first two of an era, or the first after 21 days off."""
    needed = around.rulebook.number("leg-spacing", "new_sessions")
    behind = {around.season[0].era: around.since_layoff}
    last = around.held[-1] if around.held else None
    found = []
    for place, (start, week) in enumerate(zip(starts, weeks, strict=True)):
        era = around.season[week].era
        recent = last is not None and start - last < around.layoff
        if place == 0 and not recent:
            behind = {}
        found.append(behind.get(era, 0) < needed or not recent)
        behind[era] = behind.get(era, 0) + 1
        last = start
    return found


def too_close(starts: Sequence[datetime], new: Sequence[bool], rulebook: Rulebook) -> bool:
    """Whether any session follows the one before it sooner than rule `leg-spacing` allows."""
    hours = {flag: rulebook.number("leg-spacing", "hours_new" if flag else "hours") for flag in (True, False)}
    return any(
        (later - earlier).total_seconds() < hours[was_new] * 3600
        for (earlier, later), was_new in zip(pairwise(starts), new, strict=False)
    )
