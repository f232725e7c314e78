"""Decides how one exercise is printed."""

from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import print_json, print_lines
from legday.cli.options import AsJson

if TYPE_CHECKING:
    from legday.actions.exercise import ExerciseReport


def exercise(
    name: Annotated[str, typer.Argument(help="A name or id, such as squat.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Show how an exercise is done, what it trains and what it needs."""
    from legday.actions.exercise import exercise as action
    from legday.catalogue.reader import read_catalogue

    report = action(read_catalogue(), name)
    if as_json:
        from legday.actions.answer_json import exercise_json

        print_json(exercise_json(report))
    else:
        print_lines(exercise_lines(report))


def exercise_lines(report: "ExerciseReport") -> list[str]:
    """The exercise as lines for people."""
    known, words = report.exercise, report.words
    muscles = ", ".join(f"{muscle} {quarters / 4:g}" for muscle, quarters in known.sets.items())
    ways = " · ".join(" and ".join(sorted(variant.needs)) for variant in known.gear)
    low, high = known.reps
    lines = [f"{words.name} ({known.pattern}, {known.laterality})", ""]
    lines += [f"{number}. {step}" for number, step in enumerate(words.steps, start=1)]
    lines += ["", *(f"Cue: {cue}" for cue in words.cues), *(f"Fault: {fault}" for fault in words.faults), ""]
    lines += [f"Usual dose: {known.base_sets} × {low}–{high} {known.counting}, rest {known.rest_s} s"]
    lines += [f"Muscles (sets per set): {muscles}", f"With: {ways}"]
    lines += [f"Easier: {', '.join(known.easier)}"] if known.easier else []
    lines += [f"Harder: {', '.join(known.harder)}"] if known.harder else []
    rungs = [rung.exercise or f"tempo {rung.tempo}" for rung in known.ladder]
    lines += [f"When outgrown: {', then '.join(rungs)}"] if rungs else []
    lines += [f"Source: {source.citation}" for source in report.sources]
    return lines
