"""Decides what single sessions hold instead of their block's menu: what was swapped, what hurts, what there is no gear for on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from legday.adapting.swap import stand_ins
from legday.model.catalogue import Catalogue
from legday.model.easing import Eased
from legday.model.exercises import Exercise, GearVariant
from legday.model.gear_weights import buildable, owned_variants
from legday.model.happened import ExerciseSwapped
from legday.model.race_days import quiet_for_new
from legday.model.runner import Gear, GearKind
from legday.model.season import ChosenDay, Menu, MenuLine, WeekTarget
from legday.model.state import RunnerState

MenuKey = tuple[int, str]


def own_menus(
    state: RunnerState,
    targets: Sequence[WeekTarget],
    days: Sequence[ChosenDay],
    menus: Mapping[MenuKey, Menu],
    catalogue: Catalogue,
    *,
    own_menus: Mapping[datetime, Menu] | None = None,
) -> Mapping[datetime, Menu]:
    """The menus of single sessions by their start, those given with what a swap, an easing or the day's gear changes in them.

    A line whose exercise was swapped, is to be avoided, or cannot be done with the gear of its day gives way to the best stand-in, with the
    stand-in's own repetitions and the line's sets, or is left out; `Menu.why` says each. No exercise stands twice in a session, and a
    session keeps one for one leg where it can. In the quiet days before an A race only what was done before may stand in.
    """
    given = dict(own_menus or {})
    if not (state.log.swapped or state.easings or state.log.away):
        return given
    known = {line.exercise for session in state.held for line in session.exercises}
    for day in sorted(days, key=lambda one: one.start):
        usual = given.get(day.start) or menus[targets[day.week].block, day.letter]
        asked = _Asked.on(day.start.date(), state, catalogue, known=frozenset(known))
        menu = _changed(usual, asked, catalogue)
        if menu is not usual:
            given[day.start] = menu
        known |= {line.exercise for line in menu.lines}
    return given


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a day asks of its session: swaps, what to avoid and why, the gear there, and, in quiet days, what alone may be done."""

    state: RunnerState
    day: date
    swaps: Mapping[str, ExerciseSwapped]
    eased: Eased
    gear: Gear
    only: frozenset[str] | None

    @classmethod
    def on(cls, day: date, state: RunnerState, catalogue: Catalogue, *, known: frozenset[str]) -> "_Asked":
        quiet = quiet_for_new(day, state.profile.races, catalogue.rulebook)
        return cls(
            state=state,
            day=day,
            swaps=state.swaps_on(day),
            eased=state.eased(day),
            gear=state.gear_on(day),
            only=known if quiet else None,
        )

    def avoids(self, exercise: Exercise) -> bool:
        return exercise.id in self.eased.avoid or (self.eased.no_impact and exercise.plyometric)

    def way(self, exercise: Exercise, usual: GearVariant | None = None) -> GearVariant | None:
        """How the exercise is done with the day's gear, the usual way where that is there; None where it cannot be done."""
        if usual is not None and buildable(self.gear, usual):
            return usual
        return next(iter(owned_variants(self.gear, exercise)), None)

    @property
    def places(self) -> frozenset[str]:
        """Where it hurts."""
        return frozenset(one.place for one in self.eased.easings if one.place)

    def until(self) -> str:
        """Until when the gear is not there, in words."""
        away = self.state.away_on(self.day)
        return f" (away until {_day(away.last)})" if away else ""


def _changed(menu: Menu, asked: _Asked, catalogue: Catalogue) -> Menu:
    """The menu as the day allows it; the very same one where it allows all of it."""
    lines: list[MenuLine] = []
    why: list[str] = []
    for place, line in enumerate(menu.lines):
        used = {one.exercise for one in (*lines, *menu.lines[place + 1 :])}
        now, reason = _line(
            line, asked, catalogue, used=frozenset(used), alone=_only_one_leg(menu, line, catalogue)
        )
        lines += [now] if now else []
        why += [reason] if reason else []
    if not why and tuple(lines) == menu.lines:
        return menu
    return replace(menu, lines=tuple(lines), why=(*menu.why, *why))


def _only_one_leg(menu: Menu, line: MenuLine, catalogue: Catalogue) -> bool:
    """Whether the line is its session's only exercise for one leg."""
    single = [one.exercise for one in menu.lines if catalogue.exercises[one.exercise].one_leg]
    return single == [line.exercise]


def _line(
    line: MenuLine, asked: _Asked, catalogue: Catalogue, *, used: frozenset[str], alone: bool
) -> tuple[MenuLine | None, str]:
    """The line of the day and the sentence on it: as it is, done another way, another exercise, or None."""
    exercise = catalogue.exercises[line.exercise]
    swap = _swap_of(line, asked, catalogue)
    if swap and (named := _named(line, swap, asked, catalogue, used=used)):
        told = f"{catalogue.name(named.exercise)} instead of {_low(catalogue, line)}: {_swap_words(swap)}."
        return named, told
    way = asked.way(exercise, line.variant)
    if swap is None and way is not None and not asked.avoids(exercise):
        return _same_otherwise(line, way, asked, catalogue)
    reason = _reason(exercise, swap, asked)
    best = _best(line, asked, catalogue, used=used, alone=alone)
    if best is None:
        left_out = (
            f"{catalogue.name(line.exercise)} is left out: {reason}; nothing of its movement can stand in."
        )
        return None, left_out
    return best, f"{catalogue.name(best.exercise)} instead of {_low(catalogue, line)}: {reason}."


def _swap_of(line: MenuLine, asked: _Asked, catalogue: Catalogue) -> ExerciseSwapped | None:
    """The swap that the line falls under: of its exercise, or of the one of its movement that it was climbed from."""
    before = catalogue.exercises.get(line.instead_of)
    same = before is not None and before.movement is catalogue.exercises[line.exercise].movement
    return asked.swaps.get(line.exercise) or (asked.swaps.get(line.instead_of) if same else None)


def _same_otherwise(
    line: MenuLine, way: GearVariant, asked: _Asked, catalogue: Catalogue
) -> tuple[MenuLine, str]:
    if way == line.variant:
        return line, ""
    things = sorted(kind.value for kind in way.needs if kind is not GearKind.BODY)
    how = f"with {' and '.join(things)}" if things else "without weight"
    told = f"{catalogue.name(line.exercise)} {how}: the usual gear is not there{asked.until()}."
    return replace(line, variant=way), told


def _named(
    line: MenuLine, swap: ExerciseSwapped, asked: _Asked, catalogue: Catalogue, *, used: frozenset[str]
) -> MenuLine | None:
    """The line with the exercise the runner named, None where it cannot be done on this day."""
    now = catalogue.exercises.get(swap.now)
    if now is None or now.id in used or asked.avoids(now):
        return None
    if asked.only is not None and now.id not in asked.only:
        return None
    way = asked.way(now)
    return None if way is None else _in_place_of(line, now, way)


def _best(
    line: MenuLine, asked: _Asked, catalogue: Catalogue, *, used: frozenset[str], alone: bool
) -> MenuLine | None:
    """The line with the best stand-in; where it is the only exercise for one leg, with one for one leg if there is any."""
    profile = asked.state.profile
    found = stand_ins(
        line.exercise,
        catalogue,
        gear=asked.gear,
        avoid=_avoided(asked, catalogue.exercises.values()),
        level=profile.lifting,
        dislikes=frozenset(profile.dislikes) | set(asked.swaps),
        in_use=used,
        places=asked.places,
    )
    allowed = [one for one in found if asked.only is None or one.exercise in asked.only]
    single = [one for one in allowed if catalogue.exercises[one.exercise].one_leg]
    best = next(iter(single if alone and single else allowed), None)
    return None if best is None else _in_place_of(line, catalogue.exercises[best.exercise], best.variant)


def _avoided(asked: _Asked, exercises: Iterable[Exercise]) -> frozenset[str]:
    return frozenset(one.id for one in exercises if asked.avoids(one))


def _in_place_of(line: MenuLine, now: Exercise, way: GearVariant) -> MenuLine:
    return MenuLine(
        exercise=now.id,
        sets=line.sets,
        reps=now.reps,
        variant=way,
        instead_of=line.instead_of or line.exercise,
    )


def _reason(exercise: Exercise, swap: ExerciseSwapped | None, asked: _Asked) -> str:
    """Why the exercise is not done on this day."""
    if swap is not None:
        return f"{_swap_words(swap)}, and {swap.now} cannot be done on this day"
    easings = [one for one in asked.eased.easings if exercise.id in one.avoid]
    easings += [one for one in asked.eased.easings if one.no_impact and exercise.plyometric]
    if easings:
        return easings[0].why.rstrip(".")
    return f"what it needs is not there{asked.until()}"


def _swap_words(swap: ExerciseSwapped) -> str:
    until = f" until {_day(swap.last)}" if swap.last else ""
    return f"you swapped it{until}{f' ({swap.why})' if swap.why else ''}"


def _low(catalogue: Catalogue, line: MenuLine) -> str:
    name = catalogue.name(line.exercise)
    return name[0].lower() + name[1:]


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"
