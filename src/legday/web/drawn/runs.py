"""Decides how weeks of running, and one run, become the pictures of the page Runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from legday.actions.running_weeks import RunningWeek, RunningWeeks
from legday.model.muscles import Muscle
from legday.model.runs import JudgedRun
from legday.running.along import Along, Split
from legday.web.amounts import Amounts
from legday.web.wording import Wording
from legday.writing.pictures import (
    Caption,
    Panel,
    Picture,
    Series,
    Stand,
    bars,
    body,
    run_chart,
)
from legday.writing.pictures.picture import Write

FULL_COST = 150
"""Points of the fullest shade: an hour and a half of easy running for the lower calf (our setting)."""
NONE = "–"


@dataclass(frozen=True)
class WeekPictures:
    """Weeks of running in four pictures; the last week is that of today."""

    told: RunningWeeks
    words: Wording
    amounts: Amounts

    @property
    def weeks(self) -> Sequence[RunningWeek]:
        return self.told.weeks

    def all(self) -> list[Picture]:
        """Distance, longest run, minutes and effort; nothing where no run is known."""
        return [self.distance(), self.longest(), self.minutes(), self.effort()] if self.weeks else []

    def distance(self) -> Picture:
        metres = [week.metres for week in self.weeks]
        return self._bars(
            "distance",
            (self._series("runs", "load-runs", [one / self.amounts.unit_m for one in metres]),),
            weeks=len(self.weeks),
            now=self.amounts.distance(metres[-1]),
        )

    def minutes(self) -> Picture:
        return self._stacked(
            "minutes",
            [week.minutes for week in self.weeks],
            [week.leg_minutes for week in self.weeks],
        )

    def effort(self) -> Picture:
        return self._stacked(
            "effort", [week.run_load for week in self.weeks], [week.leg_load for week in self.weeks]
        )

    def longest(self) -> Picture:
        """The longest run of each week with the line of the rule; in minutes where a distance is missing."""
        unit = self.amounts.unit_m if self.told.in_metres else 1.0
        allowed = [None if week.allowed is None else week.allowed / unit for week in self.weeks]
        line = Series(
            name=self.words.say("runs.week_pictures.limit", percent=self.told.percent),
            look="limit",
            values=tuple(allowed),
        )
        return self._bars(
            "longest",
            (self._series("longest", "load-runs", [week.longest / unit for week in self.weeks]),),
            limit=line,
            percent=self.told.percent,
            days=self.told.days,
        )

    def longest_read(self) -> str:
        return self.words.say(
            "runs.week_pictures.longest_read", percent=self.told.percent, days=self.told.days
        )

    def _series(self, name: str, look: str, values: Sequence[float]) -> Series:
        return Series(name=self.words.say(f"runs.week_pictures.{name}"), look=look, values=tuple(values))

    def _stacked(self, what: str, runs: Sequence[float], legs: Sequence[float]) -> Picture:
        series = (self._series("runs", "load-runs", runs), self._series("legs", "load-lifts", legs))
        return self._bars(what, series, stand=Stand.STACKED)

    def _bars(
        self,
        what: str,
        series: tuple[Series, ...],
        *,
        stand: Stand = Stand.BESIDE,
        limit: Series | None = None,
        **said: object,
    ) -> Picture:
        names = [one.name for one in (*series, *((limit,) if limit else ()))]
        unit = {"distance": self._distance_unit, "longest": self._longest_unit}.get(what, "")
        title = self.words.say(f"runs.week_pictures.{what}")
        return bars(
            Caption(
                id=f"weeks-{what}",
                title=f"{title} ({unit})" if unit else title,
                description=self.words.say(f"runs.week_pictures.{what}_description", **said),
                columns=(self.words.say("runs.week"), *names),
            ),
            [self.amounts.day(week.start) for week in self.weeks],
            series,
            write=self.amounts.number if unit else self.amounts.whole,
            stand=stand,
            limit=limit,
            marked=len(self.weeks) - 1,
        )

    @property
    def _distance_unit(self) -> str:
        return self.amounts.distance_unit

    @property
    def _longest_unit(self) -> str:
        return self.amounts.distance_unit if self.told.in_metres else "min"


@dataclass(frozen=True)
class RunPictures:
    """One run: along its way, and on the body."""

    run: JudgedRun
    along: Along | None
    words: Wording
    amounts: Amounts

    @cached_property
    def chart(self) -> Picture | None:
        """Pace, heart rate and height over the distance, else over the minutes; None without samples or anything known in them."""
        if self.along is None:
            return None
        places, by_distance = self.along.places, self.along.by_distance
        unit = self.amounts.unit_m if by_distance else 60.0
        panels = self._known_panels(self.along)
        if not panels:
            return None
        key = "chart_description" if by_distance else "chart_time_description"
        heads = (
            ("runs.one.split", "runs.one.pace", "runs.one.heart_rate", "runs.one.climbed")
            if by_distance
            else ("runs.one.minute", "runs.one.heart_rate", "runs.one.height")
        )
        return run_chart(
            Caption(
                id="along",
                title=self.words.say("runs.one.chart"),
                description=self.words.say(f"runs.one.{key}"),
                columns=tuple(self.words.say(head) for head in heads),
            ),
            [place.at / unit for place in places],
            panels,
            write_along=self._write_along(by_distance=by_distance),
            rows=self._split_rows(self.along.splits) if by_distance else self._minute_rows(self.along),
        )

    @property
    def panels(self) -> int:
        """How many of the three are known: room is kept for so many."""
        return 0 if self.along is None else len(self._known_panels(self.along))

    def _known_panels(self, along: Along) -> list[Panel]:
        return [one for one in self._panels(along) if any(value is not None for value in one.values)]

    def zoom_words(self) -> dict[str, str]:
        """What the picture that can be zoomed into says: names, units, and its buttons."""
        along = self.along
        by_distance = along is not None and along.by_distance
        keys = ("zoom_in", "zoom_out", "before", "after", "whole", "place", "how", "from_to")
        return {
            **{key: self.words.texts[f"runs.zoom.{key}"] for key in keys},
            "pace": self.words.say("runs.one.pace"),
            "heart": self.words.say("runs.one.heart_rate"),
            "height": self.words.say("runs.one.height"),
            "along_unit": self.amounts.distance_unit if by_distance else "min",
            "pace_unit": f"/{self.amounts.distance_unit}",
            "heart_unit": self.words.say("runs.one.beats_unit"),
            "height_unit": self.amounts.height_unit,
        }

    def _write_along(self, *, by_distance: bool) -> Write:
        unit = self.amounts.distance_unit if by_distance else "min"
        return lambda value: f"{self.amounts.number(value)} {unit}" if value else "0"

    def _panels(self, along: Along) -> list[Panel]:
        places = along.places
        pace = f"{self.words.say('runs.one.pace')} (/{self.amounts.distance_unit})"
        rate = f"{self.words.say('runs.one.heart_rate')} ({self.words.say('runs.one.beats_unit')})"
        height = f"{self.words.say('runs.one.height')} ({self.amounts.height_unit})"
        return [
            Panel(
                name=pace,
                look="pace",
                values=tuple(place.seconds_per_km for place in places),
                write=self.amounts.pace_alone,
                falling=True,
            ),
            Panel(
                name=rate,
                look="heart",
                values=tuple(place.heart_rate for place in places),
                write=self.amounts.whole,
            ),
            Panel(
                name=height,
                look="height",
                values=tuple(
                    None if place.height is None else place.height / self.amounts.height_m for place in places
                ),
                write=self.amounts.whole,
            ),
        ]

    def _split_rows(self, splits: Sequence[Split]) -> tuple[tuple[str, ...], ...]:
        rows, covered = [], 0.0
        for split in splits:
            covered += split.metres
            pace = 1000 * split.seconds / split.metres if split.seconds and split.metres else None
            rows.append(
                (
                    self.amounts.distance(covered),
                    self._known(pace, self.amounts.pace),
                    self._known(split.heart_rate, self.amounts.whole),
                    self._known(split.climbed, self.amounts.height),
                )
            )
        return tuple(rows)

    def _minute_rows(self, along: Along) -> tuple[tuple[str, ...], ...]:
        """Some thirty of the places."""
        step = max(1, len(along.places) // 30)
        return tuple(
            (
                self.amounts.clock(place.at),
                self._known(place.heart_rate, self.amounts.whole),
                self._known(place.height, self.amounts.height),
            )
            for place in along.places[::step]
        )

    @staticmethod
    def _known(value: float | None, write: Write) -> str:
        return NONE if value is None else write(value)

    def cost(self) -> Picture | None:
        """What the run cost each muscle; None where too little is known of it."""
        if not self.run.cost:
            return None
        return body(
            Caption(
                id="cost",
                title=self.words.say("runs.one.cost"),
                description=self.words.say("runs.one.cost_description"),
                columns=(self.words.say("legs.muscle"), self.words.say("runs.one.points")),
            ),
            {muscle: float(points) for muscle, points in self.run.cost.items()},
            full=max(FULL_COST, *self.run.cost.values()),
            names={muscle: self.words.say(f"muscle.{muscle.value}") for muscle in Muscle},
            sides=(self.words.say("legs.front"), self.words.say("legs.back")),
            write=self.amounts.whole,
        )
