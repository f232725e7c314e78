"""Decides how progress looks on a terminal: tables, and a line of bars for each lift."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table

from legday.model.exercises import Exercise
from legday.model.muscles import BANDED, Muscle
from legday.model.quantities import weight_text
from legday.model.sets import Side
from legday.progressing.sides import FLAG_PERCENT
from legday.writing.prescriptions import day_text, exercise_name

if TYPE_CHECKING:
    from legday.actions.progress import LiftProgress, ProgressReport
    from legday.actions.state import Facts
    from legday.progressing.balance import WeekBalance, Work
    from legday.progressing.day_loads import DayLoad
    from legday.progressing.sides import SideBalance

NOTHING_LOGGED = "Nothing is logged yet: strength is told from logged sets (`legday log`)."
BARS = "▁▂▃▄▅▆▇█"
BARS_SHOWN = 16
_SHORT = {
    Muscle.QUADRICEPS: "quads",
    Muscle.HAMSTRINGS: "hams",
    Muscle.GLUTE_MAX: "glute max",
    Muscle.GLUTE_MED: "glute med",
    Muscle.GASTROCNEMIUS: "gastroc",
    Muscle.SOLEUS: "soleus",
}

STRENGTH_READ = (
    "What you could probably lift once, as weight held beside your own body, with the band that holds 8 times out of 10; "
    "never test it."
)
SETS_READ = (
    "Fractional sets a week, done / planned. back: sets of the back of the legs for each 1 of the front."
)
LOADS_READ = (
    "Effort 0–10 × minutes. Where no effort was said: recovery 2, easy 3, long 4, quality 6, race 9, leg session 5 (our settings). "
    "The averages are pictures of habit, no forecast of injury."
)


def progress_blocks(report: "ProgressReport", known: "Facts") -> Iterator[Table | Sequence[str]]:
    """Strength, weeks, sides, loads; each with how it is read."""
    yield from _strength(report.lifts, known)
    yield from ([["", report.week]] if report.week else [])
    yield ["", "Sets per muscle"]
    yield _weeks_table(_from_the_first([week for week in report.weeks if week.start <= known.today]))
    yield [SETS_READ, ""]
    yield _sides_lines(report.sides, known)
    yield ["Loads"]
    yield _loads_lines(report.days, report.spans)


def sparkline(values: Sequence[float]) -> str:
    """One bar a value, from the lowest to the highest of them; even values are bars of the middle."""
    low, high = min(values, default=0), max(values, default=0)
    if low == high:
        return BARS[3] * len(values)
    return "".join(BARS[round((value - low) / (high - low) * (len(BARS) - 1))] for value in values)


def _strength(lifts: "Sequence[LiftProgress]", known: "Facts") -> Iterator[Table | Sequence[str]]:
    yield ["Strength"]
    if not lifts:
        yield [NOTHING_LOGGED]
        return
    table = Table("lift", "once", "band", "sessions", "trend", box=None, pad_edge=False)
    for lift in lifts:
        if lift.estimate is not None:
            table.add_row(*_lift_row(lift, known))
    if table.row_count:
        yield table
        yield [STRENGTH_READ]
    yield _not_told(lifts, known)


def _not_told(lifts: "Sequence[LiftProgress]", known: "Facts") -> list[str]:
    """Why some lifts have no number, each reason once."""
    by_reason: dict[str, list[str]] = {}
    for lift in lifts:
        if lift.why_not is not None:
            by_reason.setdefault(lift.why_not, []).append(_name(lift, known))
    return [f"No number for {', '.join(names)}: {why}." for why, names in by_reason.items()]


def _lift_row(lift: "LiftProgress", known: "Facts") -> tuple[str, ...]:
    found = lift.estimate
    if found is None:
        return (_name(lift, known),)
    exercise = known.catalogue.exercises[lift.exercise]
    low, once, high = (_held(grams, exercise, known) for grams in (found.low_g, found.grams, found.high_g))
    return (
        _name(lift, known),
        once,
        f"{low} – {high}",
        str(found.sessions),
        sparkline(lift.shown[-BARS_SHOWN:]),
    )


def _held(moved_g: int, exercise: Exercise, known: "Facts") -> str:
    """The weight held when so much is moved with the body's own share."""
    from legday.actions.progress import held_g

    return weight_text(held_g(moved_g, exercise, known.profile.body_mass_g), known.profile.units)


def _name(lift: "LiftProgress", known: "Facts") -> str:
    name = exercise_name(lift.exercise, known.catalogue)
    return name if lift.side is Side.BOTH else f"{name}, {lift.side}"


def _from_the_first(weeks: "list[WeekBalance]") -> "list[WeekBalance]":
    """The weeks without those before anything was done or planned; the last always stays."""
    empty = (week.done.sessions + week.planned.sessions == 0 for week in weeks)
    return list(weeks[next((place for place, none in enumerate(empty) if not none), len(weeks) - 1) :])


def _weeks_table(weeks: "Sequence[WeekBalance]") -> Table:
    columns = ("week of", "sessions", *(_SHORT[muscle] for muscle in BANDED), "jumps", "back")
    table = Table(*columns, box=None, pad_edge=False)
    for week in weeks:
        done, planned = week.done, week.planned
        table.add_row(
            f"{week.start.day} {week.start:%b}",
            f"{done.sessions}/{planned.sessions}",
            *(f"{_sets(done, muscle)}/{_sets(planned, muscle)}" for muscle in BANDED),
            f"{done.contacts}/{planned.contacts}",
            f"{_ratio(done)}/{_ratio(planned)}",
        )
    return table


def _sets(work: "Work", muscle: Muscle) -> str:
    return f"{work.quarter_sets.get(muscle, 0) / 4:g}"


def _ratio(work: "Work") -> str:
    ratio = work.posterior_anterior
    return "–" if ratio is None else f"{ratio / 100:.1f}"


def _sides_lines(sides: "Sequence[SideBalance]", known: "Facts") -> list[str]:
    """Left against right of each exercise where each leg was logged alone."""
    if not sides:
        return []
    lines = ["Left and right"]
    for one in sides:
        last = one.sessions[-1]
        name = exercise_name(one.exercise, known.catalogue)
        ahead = (
            "both legs alike" if not last.percent else f"{_ahead(last.percent)} {abs(last.percent)} % ahead"
        )
        lines.append(f"  {name}, {day_text(last.day)}: {ahead}")
        if one.flagged:
            lines.append(
                f"    More than {FLAG_PERCENT} % twice in a row (our setting): begin with the weaker leg; this is no injury test."
            )
    return [*lines, ""]


def _ahead(percent: int) -> str:
    return "right" if percent > 0 else "left"


def _loads_lines(days: "Sequence[DayLoad]", spans: tuple[int, int]) -> list[str]:
    """The last seven days summed, and both averages today."""
    if not days:
        return ["No run and no leg session is known yet."]
    last = days[-7:]
    runs, lifts = sum(one.runs for one in last), sum(one.lifts for one in last)
    now, (short, long) = days[-1], spans
    shown = [one.short for one in days[-long:]]
    return [
        f"Last {len(last)} days: runs {runs}, leg sessions {lifts}, together {runs + lifts}.",
        f"A day on average: {now.short:.0f} over {short} days, {now.long:.0f} over {long} days.  {sparkline(shown)}",
        LOADS_READ,
    ]
