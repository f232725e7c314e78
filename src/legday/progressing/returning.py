"""Decides how leg work comes back after days off: as before, eased, with an intro, or from foundation again (rule `returning`)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import pairwise

from legday.model.plan import PastSession, Told
from legday.model.rules import Rulebook

INTRO_RIR = 4
"""Least reserve of the first sessions back (science.md C11, B8)."""
ONCE_DAYS = 28
"""Days within which an exercise's first time back still counts as coming back with the others (our setting)."""


class Off(Enum):
    """How long the legs were off, as the rule counts."""

    SAME = "same"
    EASED = "eased"
    INTRO = "intro"
    AGAIN = "again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comeback:
    """The first session after days off: its day, how many days, what that means, and which session since it is (1 = the first)."""

    day: date
    days: int
    off: Off
    session: int = 1

    def first_time(self, last: date, day: date) -> bool:
        """Whether an exercise last done on `last` is done for the first time since on `day`."""
        return last < self.day and (day - self.day).days <= ONCE_DAYS

    def weight_percent(self, rules: Rulebook) -> int:
        name = {Off.EASED: "eased_percent", Off.INTRO: "intro_percent", Off.AGAIN: "again_percent"}.get(
            self.off
        )
        return rules.number("returning", name) if name else 100

    def sets_less(self, rules: Rulebook) -> int:
        return rules.number("returning", "eased_sets") if self.off is Off.EASED else 0

    def intro(self, rules: Rulebook) -> bool:
        """Whether the session is one of the first few, with fewer sets and more in reserve."""
        long = self.off in {Off.INTRO, Off.AGAIN}
        return long and self.session <= rules.number("returning", "intro_sessions")


def off_for(days: int, rules: Rulebook) -> Off:
    """What so many days from the last leg session to the next mean."""
    if days < rules.number("returning", "days_same"):
        return Off.SAME
    if days <= rules.number("returning", "days_eased"):
        return Off.EASED
    return Off.INTRO if days <= rules.number("returning", "days_intro") else Off.AGAIN


def comeback(before: Comeback | None, *, last: date | None, day: date, rules: Rulebook) -> Comeback | None:
    """The comeback that holds for a session on `day`, the last one having been on `last` (None: the first ever)."""
    if last is None:
        return None
    days = (day - last).days
    off = off_for(days, rules)
    if off is not Off.SAME:
        return Comeback(day=day, days=days, off=off)
    return replace(before, session=before.session + 1) if before else None


def held_days(done: Sequence[PastSession]) -> list[date]:
    """The days of sessions that took place; of an unsaid one nobody knows."""
    return [one.start.date() for one in done if one.told is not Told.UNSAID]


def began_again(done: Sequence[PastSession], today: date, rules: Rulebook) -> date | None:
    """The day on which leg work began again after the last lay-off so long that foundation comes first; `today` while still off; None without one."""
    days = [*held_days(done), today]
    pairs = list(pairwise(days))
    return next(
        (then for last, then in reversed(pairs) if off_for((then - last).days, rules) is Off.AGAIN), None
    )
