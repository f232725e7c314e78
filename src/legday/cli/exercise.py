"""Decides how one exercise is printed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import print_json, print_lines, tell, write_bytes
from legday.cli.options import AsJson
from legday.model.errors import InputError

if TYPE_CHECKING:
    from legday.actions.exercise import ExerciseReport


def exercise(
    name: Annotated[str, typer.Argument(help="A name or id, such as squat.")],
    *,
    figure: Annotated[
        Path | None,
        typer.Option("--figure", metavar="PATH", help="Write the moving figure as SVG; - prints it."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show how an exercise is done, what it trains and what it needs."""
    from legday.actions.exercise import exercise as action
    from legday.catalogue.reader import read_catalogue

    report = action(read_catalogue(), name)
    if figure is not None:
        write_figure(report, figure)
    elif as_json:
        from legday.actions.answer_json import exercise_json

        print_json(exercise_json(report))
    else:
        print_lines(exercise_lines(report))


def write_figure(report: "ExerciseReport", path: Path) -> None:
    """The moving figure as a file. InputError where the exercise has none."""
    from legday.writing.figures import Words, moving_svg

    known, name = report.exercise, report.words.name
    if known.figure is None:
        raise InputError(value=known.id, place="--figure", problem="is not drawn")
    words = Words(name=known.id, title=name, text=f"A moving figure does the exercise: {name}.")
    write_bytes(path, moving_svg(known.figure, known.tempo, words).encode())
    if str(path) != "-":
        tell(f"Wrote {path}.")


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
