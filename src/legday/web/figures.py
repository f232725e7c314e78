"""Decides how the figure of an exercise stands in a page: moving or as its key poses, with its words."""

from markupsafe import Markup

from legday.model.exercises import Exercise
from legday.web.wording import Wording
from legday.writing.figures import Words, moving_svg, round_of, still_svg, strip_svg


def moving(exercise: Exercise, name: str, words: Wording) -> Markup | None:
    """The moving figure; None for an exercise without one."""
    if exercise.figure is None:
        return None
    told = Words(name=f"{exercise.id}-moving", title=name, text=words.say("exercises.moving"))
    return Markup(moving_svg(exercise.figure, exercise.tempo, told))  # noqa: S704 - drawn here, its words are escaped


def strip(exercise: Exercise, name: str, words: Wording) -> Markup | None:
    """The key poses beside each other; None for an exercise without a figure."""
    if exercise.figure is None:
        return None
    told = Words(name=f"{exercise.id}-strip", title=name, text=words.say("exercises.strip"))
    return Markup(strip_svg(exercise.figure, told))  # noqa: S704 - drawn here, its words are escaped


def still(exercise: Exercise) -> Markup:
    """The pose it is known by, without words."""
    return Markup(still_svg(exercise.figure)) if exercise.figure else Markup()  # noqa: S704 - drawn here, without words


def round_facts(exercise: Exercise) -> dict[str, object] | None:
    """The times of the moving figure, for the script that slows and stops it; None where none moves."""
    found = round_of(exercise.figure, exercise.tempo) if exercise.figure else None
    return None if found is None else {"seconds": found.seconds, "poses": found.poses}
