"""Decides the words for a menu: what is printed, what stands in for what and why, what time or gear took away."""

from collections.abc import Iterator, Mapping

from legday.model.catalogue import Catalogue
from legday.model.season import Menu
from legday.planning.menu_frame import Frame, previous_lines


def menu_reasons(
    menu: Menu, frame: Frame, before: Mapping[str, Menu], catalogue: Catalogue
) -> tuple[str, ...]:
    """Sentences that say why this menu."""
    if menu.letter in frame.printed:
        return tuple(_print_reasons(menu, frame, catalogue))
    return tuple(_free_reasons(menu, frame, before, catalogue))


def _print_reasons(menu: Menu, frame: Frame, catalogue: Catalogue) -> Iterator[str]:
    printed = {line.exercise: line for line in frame.printed[menu.letter]}
    held = {line.exercise: line for line in menu.lines}
    missing = [name for name in printed if name not in held]
    extra = [name for name in held if name not in printed]
    stand_ins = [name for name in extra if not catalogue.exercises[name].short]
    if not missing:
        yield f"{menu.title} with the article's exercises."
    else:
        yield f"{menu.title} from the article, fitted to you."
    for name in missing:
        yield f"{catalogue.name(name)} is left out: {_cause(name, menu.letter, frame, catalogue)}."
    if stand_ins:
        yield f"{_names(stand_ins, catalogue)} {'stand' if len(stand_ins) > 1 else 'stands'} in for what is left out."
    added = [name for name in extra if catalogue.exercises[name].short]
    if added:
        yield f"{_names(added, catalogue)}: hips and trunk, which the article's workouts lack."
    fewer = [name for name, line in held.items() if name in printed and line.sets < printed[name].sets]
    if fewer and frame.sets < 3:
        yield f"{frame.sets} sets each while the exercises are new."
    elif fewer:
        yield f"Fewer sets of {_names(fewer, catalogue)}, to fit {frame.minutes[menu.letter]} minutes."
    if menu.superset:
        yield "Done as supersets, so that it fits the time."


def _cause(name: str, letter: str, frame: Frame, catalogue: Catalogue) -> str:
    if name not in frame.variants:
        return "your gear or wishes do not allow it"
    if catalogue.exercises[name].plyometric and frame.after_hard_run[letter]:
        return "jumps do not follow a hard run"
    return f"{frame.minutes[letter]} minutes are too short for it"


def _free_reasons(
    menu: Menu, frame: Frame, before: Mapping[str, Menu], catalogue: Catalogue
) -> Iterator[str]:
    kept = previous_lines(before).get(menu.letter, set())
    held = [line.exercise for line in menu.lines]
    same = [name for name in held if name in kept]
    fresh = [name for name in held if name not in kept]
    yield f"{frame.phase.value.capitalize()} block: knee, hip and calf in each session, one leg at a time in one at least."
    if same:
        yield f"Kept from the block before: {_names(same, catalogue)}."
    if fresh and kept:
        yield f"New: {_names(fresh, catalogue)}."
    if menu.superset:
        yield "Done as supersets, so that it fits the time."


def _names(names: list[str], catalogue: Catalogue) -> str:
    words = [catalogue.name(name) for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
