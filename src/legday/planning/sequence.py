"""Decides what a row of sessions in time is: their letters, which are new to the legs, whether they stand too close."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from legday.model.rules import Rulebook
from legday.planning.candidates import Surroundings


def done_counts(start: datetime, block: int, around: Surroundings) -> tuple[int, int]:
    """Sessions already done that count for the block of a session at `start` (all since the last lay-off, for the season's
    first block; none for later ones), and those in the 21 days before `start`."""
    layoff = timedelta(days=around.rulebook.number("leg-spacing", "layoff_days"))
    done = [session.start for session in around.state.done if session.start < start]
    recent = sum(start - moment < layoff for moment in done)
    return (len(done) if block == around.season[0].block else 0), recent


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


def menu_letters(weeks: Sequence[int]) -> list[str]:
    """Letters by position in the week (A, B, C); weeks with one session take A and B in turn."""
    counts: Mapping[int, int] = {week: weeks.count(week) for week in set(weeks)}
    letters: list[str] = []
    alone = 0
    for place, week in enumerate(weeks):
        if counts[week] == 1:
            letters.append("AB"[alone % 2])
            alone += 1
        else:
            letters.append("ABC"[place - weeks.index(week)])
    return letters


def newness(starts: Sequence[datetime], weeks: Sequence[int], around: Surroundings) -> list[bool]:
    """Which sessions are new to the legs: the first two of a block, or the first after 21 days off."""
    needed = around.rulebook.number("leg-spacing", "new_sessions")
    layoff = timedelta(days=around.rulebook.number("leg-spacing", "layoff_days"))
    blocks = [around.season[week].block for week in weeks]
    found = []
    for place, (start, block) in enumerate(zip(starts, blocks, strict=True)):
        done_block, done_recent = done_counts(start, block, around)
        in_block = blocks[:place].count(block) + done_block
        recent = done_recent or any(start - other < layoff for other in starts[:place])
        found.append(in_block < needed or not recent)
    return found


def too_close(starts: Sequence[datetime], new: Sequence[bool], rulebook: Rulebook) -> bool:
    """Whether any session follows the one before it sooner than rule `leg-spacing` allows."""
    hours = {flag: rulebook.number("leg-spacing", "hours_new" if flag else "hours") for flag in (True, False)}
    return any(
        (later - earlier).total_seconds() < hours[was_new] * 3600
        for (earlier, later), was_new in zip(pairwise(starts), new, strict=False)
    )
