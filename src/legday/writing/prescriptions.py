"""Decides how one prescription, one session and one run read as a line of text."""

from collections.abc import Iterator
from datetime import date

from legday.model.catalogue import Catalogue
from legday.model.plan import Collision, Prescription, Reasons, Session
from legday.model.quantities import distance_text, minutes_text, weight_text
from legday.model.runner import Units
from legday.model.runs import ExpectedRun, RunKind

PAIN = "Pain other than muscle soreness: stop; see a professional if it stays."
"""What stands with every session, and in `legday today` (article R6)."""

LACK_OF_OPENINGS = "openings"
"""What a collision names where no rule stands in the way: there are too few openings, as its words say."""


def dose_text(line: Prescription, units: Units) -> str:
    """`3 × 8–12 per side at 25 kg (2 × 12.5 kg), 3 in reserve, rest 90 s`; a tempo (down-hold-up seconds) where it is not the usual."""
    words = [f"{line.sets} × {reps_text(line)}"]
    if line.per_side:
        words.append("per side")
    words.append(held_text(line, units))
    words += [f"at tempo {line.tempo}"] if line.tempo else []
    return f"{' '.join(words)}, {line.rir} in reserve, rest {line.rest_s} s"


def reps_text(line: Prescription) -> str:
    """The range to work in; a target beyond it stands alone, as it is what to do. Seconds say so."""
    low, high = line.reps
    text = f"{low}–{high}" if low < high and low <= line.target <= high else f"{line.target}"
    return f"{text}{' s' if line.seconds else ''}"


def held_text(line: Prescription, units: Units) -> str:
    """What to hold: nothing, or the weight in all and the things to pick up."""
    if line.weight_g == 0:
        return "bodyweight"
    weight = weight_text(line.weight_g, units)
    return f"at {weight} ({line.pick_up})" if line.pick_up and line.pick_up != weight else f"at {weight}"


def exercise_line(line: Prescription, catalogue: Catalogue, units: Units) -> str:
    """Name and dose; an exercise the catalogue does not know keeps its id."""
    return f"{exercise_name(line.exercise, catalogue)}: {dose_text(line, units)}"


def superset_lines(session: Session, catalogue: Catalogue) -> Iterator[str]:
    """`Superset: Squat with Calf raise`, one line for each two exercises that share their rests."""
    for first, second in session.supersets:
        yield f"Superset: {exercise_name(first, catalogue)} with {exercise_name(second, catalogue)}"


def exercise_name(exercise: str, catalogue: Catalogue) -> str:
    """The name in words; an exercise the catalogue does not know keeps its id."""
    words = catalogue.words.get(exercise)
    return words.name if words else exercise


def drills_line(drills: tuple[str, ...], catalogue: Catalogue) -> str:
    """Names of drills, joined; an unknown one keeps its id."""
    return ", ".join(catalogue.drill_words.get(drill, (drill, ""))[0] for drill in drills)


def session_line(session: Session) -> str:
    """`18:00 Workout A, 42 min`."""
    return f"{session.start:%H:%M} {session.title}, {minutes_text(session.minutes)}"


def run_line(run: ExpectedRun, units: Units) -> str:
    """`08:00 long run, 1:40 h, 18 km`; says only what is known."""
    known = [
        f"{run.start:%H:%M} " if run.start else "",
        "race" if run.kind is RunKind.RACE else f"{run.kind} run",
    ]
    sizes = [minutes_text(run.minutes)] if run.minutes else []
    sizes += [distance_text(run.metres, units)] if run.metres else []
    return "".join(known) + "".join(f", {size}" for size in sizes)


def colliding_rules(collision: Collision) -> str:
    """`Rules that collide: leg-spacing`; empty where it is no rule that stands in the way."""
    rules = [rule for rule in collision.rules if rule != LACK_OF_OPENINGS]
    return f"Rules that collide: {', '.join(rules)}" if rules else ""


def reasons(why: Reasons) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The reasons that were given, each under its title."""
    told = (
        ("Why this day", why.day),
        ("Why these exercises", why.menu),
        ("Why this dose", why.dose),
    )
    return tuple((title, sentences) for title, sentences in told if sentences)


def day_text(day: date) -> str:
    """`Tue 24 Nov`."""
    return f"{day:%a} {day.day} {day:%b}"


def date_text(day: date) -> str:
    """`24 Nov 2026`."""
    return f"{day.day} {day:%b} {day.year}"
