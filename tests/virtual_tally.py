"""Decides how the years of many virtual runners are counted: rules broken a week, strength reached, bands that held."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median

from virtual_baselines import DOUBLE_PROGRESSION
from virtual_life import day_of
from virtual_watcher import RULES
from virtual_year import YearTold


@dataclass(slots=True)
class Tally:
    """All years with one coach."""

    coach: str = ""
    years: list[YearTold] = field(default_factory=list)

    @property
    def weeks(self) -> int:
        return sum(year.weeks for year in self.years)

    def weeks_broken(self) -> Counter:
        """Runner-weeks in which each rule was broken at least once."""
        found: Counter = Counter()
        for year in self.years:
            found.update({(one.rule, (one.day - day_of(0)).days // 7): 1 for one in year.broken}.keys())
        by_rule: Counter = Counter()
        for (rule, _), count in found.items():
            by_rule[rule] += count
        return by_rule

    def percent_of_weeks(self, rule: str) -> float:
        return 100 * self.weeks_broken()[rule] / max(1, self.weeks)

    @property
    def sessions_a_week(self) -> float:
        return sum(year.done for year in self.years) / max(1, self.weeks)

    @property
    def strength_percent(self) -> float:
        """Mean change of hidden strength over the year, percent."""
        return 100 * (math.exp(fmean(year.growth for year in self.years)) - 1)

    def strength_of(self, least: float, *, among: Collection[int] | None = None) -> list[float]:
        """Hidden growth in percent of those who did at least this part of their sessions; of the seeds `among` alone where given."""
        return [
            100 * (math.exp(year.growth) - 1)
            for year in self.years
            if year.kept >= least and year.done > 20 and (among is None or year.seed in among)
        ]


def tallies(years: Iterable[YearTold]) -> dict[str, Tally]:
    found: defaultdict[str, Tally] = defaultdict(Tally)
    for year in years:
        found[year.coach].coach = year.coach
        found[year.coach].years.append(year)
    return dict(found)


def rules_table(found: dict[str, Tally]) -> str:
    """Percent of runner-weeks in which each rule was broken, a column for each coach (Markdown)."""
    names = list(found)
    lines = [f"| rule | {' | '.join(names)} |", f"|---|{'---:|' * len(names)}"]
    counts = {name: found[name].weeks_broken() for name in names}
    for rule in RULES:
        cells = (f"{100 * counts[name][rule] / max(1, found[name].weeks):.1f} %" for name in names)
        lines.append(f"| `{rule}` | {' | '.join(cells)} |")
    return "\n".join(lines)


def outcome_table(found: dict[str, Tally]) -> str:
    """What each coach's runners came to in the year (Markdown)."""
    lines = [
        "| coach | runners | sessions a week | hidden strength, mean | median | lowest tenth | episodes of pain a year | days with pain over 3 |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, tally in found.items():
        growth = sorted(100 * (math.exp(year.growth) - 1) for year in tally.years)
        lines.append(
            f"| {name} | {len(tally.years)} | {tally.sessions_a_week:.2f} | {tally.strength_percent:+.1f} % "
            f"| {median(growth):+.1f} % | {growth[len(growth) // 10]:+.1f} % "
            f"| {fmean(year.episodes for year in tally.years):.2f} | {fmean(year.pain_days for year in tally.years):.1f} |"
        )
    return "\n".join(lines)


SEEN = ((1, 1), (2, 3), (4, 7), (8, 15), (16, 10_000))


def calibration_table(found: dict[str, Tally]) -> str:
    """How often the true strength lay in the stated band, by the sessions an estimate rests on (Markdown)."""
    readings = [one for tally in found.values() for year in tally.years for one in year.readings]
    lines = [
        "| sessions seen | estimates | truth within the band | estimate over truth, median | band, high over low, median |",
        "|---|---:|---:|---:|---:|",
    ]
    for low, high in SEEN:
        mine = [one for one in readings if low <= one.sessions <= high]
        if mine:
            name = str(low) if low == high else f"{low} and more" if high > 1000 else f"{low}–{high}"
            held = 100 * fmean(one.inside for one in mine)
            lines.append(
                f"| {name} | {len(mine)} | {held:.0f} % | {median(one.ratio for one in mine):.2f} | {median(one.width for one in mine):.2f} |"
            )
    return "\n".join(lines)


def able_to_gain(years: Iterable[YearTold]) -> frozenset[int]:
    """The seeds whose life let double progression without any safety rule gain strength: a trained runner with nothing to lift gains with
    nobody."""
    return frozenset(year.seed for year in years if year.coach == DOUBLE_PROGRESSION and year.growth > 0)


def who_grew(tally: Tally, *, able: Collection[int], least: float = 0.8) -> str:
    """Of the runners who did at least this part of their sessions: how many grew stronger, and by how much; and of those `able` to (seeds
    whose same life let double progression without rules gain)."""
    growth = sorted(tally.strength_of(least))
    if not growth:
        return f"{tally.coach}: nobody did {least:.0%} of the sessions"
    could = tally.strength_of(least, among=able)
    return (
        f"{tally.coach}: {_grown(growth)} runners who did {least:.0%} and more grew, median {median(growth):+.1f} %; "
        f"{_grown(could)} of whom double progression grew"
    )


def _grown(growth: Sequence[float]) -> str:
    return f"{sum(one > 0 for one in growth)} of {len(growth)}"
