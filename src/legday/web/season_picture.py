"""Decides where the bars and bands of the season's picture stand: across in percent of its width, up and down in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

from legday.actions.plan_weeks import PlanWeeks, SeenWeek
from legday.model.runs import RunKind

HEIGHT = 148
RIBBON_TOP, RIBBON = 72, 22
TALLEST_SETS, TALLEST_RUNS = 62, 44
GAP = 6
NARROWEST = 300
"""The picture is never drawn narrower than so many pixels; by it is decided whether a phase's name fits its band."""

LETTER = 6.5
"""Pixels a letter of a phase's name takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One week: `x` and `width` of its bars and `left` and `whole` of all its room (percent), tops and heights (pixels)."""

    seen: SeenWeek
    x: str
    width: str
    left: str
    whole: str
    middle: str
    sets_top: int
    sets_height: int
    runs_top: int
    runs_height: int
    sets_share: str
    runs_share: str
    now: bool
    race: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One phase: where its band begins, how wide it is, and the letters that fit into it on a small phone."""

    phase: str
    x: str
    width: str
    middle: str
    weeks: int
    letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonPicture:
    """The weeks of a plan as bars over and under a ribbon of phases; `columns` in the order of the weeks."""

    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    height: int = HEIGHT
    ribbon_top: int = RIBBON_TOP
    ribbon: int = RIBBON

    @property
    def near(self) -> tuple[Column, ...]:
        return self.columns[: self._near]

    @property
    def later(self) -> tuple[Column, ...]:
        return self.columns[self._near :]

    _near: int = 0


def season_picture(plan: PlanWeeks) -> SeasonPicture:
    """The picture of a plan's weeks."""
    return SeasonPicture(columns=tuple(_columns(plan)), bands=tuple(_bands(plan)), _near=len(plan.near))


def _columns(plan: PlanWeeks) -> Iterator[Column]:
    most_sets = max(1, *(one.sets for one in plan.weeks)) if plan.weeks else 1
    most_runs = max(1, *(one.run_minutes for one in plan.weeks)) if plan.weeks else 1
    room = 100 / max(1, len(plan.weeks))
    for place, seen in enumerate(plan.weeks):
        sets = round(TALLEST_SETS * seen.sets / most_sets)
        yield Column(
            seen=seen,
            x=_percent((place + 0.14) * room),
            width=_percent(0.72 * room),
            left=_percent(place * room),
            whole=_percent(room),
            middle=_percent((place + 0.5) * room),
            sets_top=RIBBON_TOP - GAP - sets,
            sets_height=sets,
            runs_top=RIBBON_TOP + RIBBON + GAP,
            runs_height=round(TALLEST_RUNS * seen.run_minutes / most_runs),
            sets_share=_percent(100 * seen.sets / most_sets),
            runs_share=_percent(100 * seen.run_minutes / most_runs),
            now=place == 0,
            race=any(_races(seen)),
        )


def _races(seen: SeenWeek) -> Iterator[bool]:
    for day in seen.days:
        runs = day.planned.runs if day.planned else ()
        yield day.race is not None or any(run.kind is RunKind.RACE for run in runs)


def _bands(plan: PlanWeeks) -> Iterator[Band]:
    room = 100 / max(1, len(plan.weeks))
    for span in plan.phases:
        yield Band(
            phase=span.phase.value,
            x=_percent(span.week * room),
            width=_percent(span.weeks * room),
            middle=_percent((span.week + span.weeks / 2) * room),
            weeks=span.weeks,
            letters=int(NARROWEST * span.weeks * room / 100 / LETTER) - 1,
        )


def _percent(number: float) -> str:
    return f"{number:.2f}%"
