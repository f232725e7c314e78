"""Decides what takes the place of an exercise that is outgrown: the same one slower, then the next on its ladder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise, GearVariant, Rung, WeightKind, seconds_of
from legday.model.gear_weights import exercise_weights, light_enough, owned_variants
from legday.model.race_days import quiet_for_new
from legday.model.runner import LiftingLevel, Style
from legday.model.season import ChosenDay, Menu, MenuLine, WeekTarget
from legday.model.state import RunnerState
from legday.progressing.gates import gates
from legday.progressing.ladder_log import Bar, Shown, outgrown, outgrown_words, shown_in
from legday.progressing.lattice import lattice

_LEVELS = list(LiftingLevel)


@dataclass(frozen=True, kw_only=True)
class _Known:
    """What every climb is decided from."""

    state: RunnerState
    targets: Sequence[WeekTarget]
    catalogue: Catalogue

    @cached_property
    def shown(self) -> Mapping[str, tuple[Shown, ...]]:
        return shown_in(self.state.done)

    @cached_property
    def bar(self) -> Bar:
        number = self.catalogue.rulebook.number
        return Bar(
            past=number("weight-step", "reps_past"),
            spare=number("earned", "spare"),
            sessions=number("earned", "sessions"),
        )

    def reps_least(self, week: int) -> int:
        """The fewest repetitions that the runner's circumstances allow in the season's week (rule `condition-gates`)."""
        rules, start = self.catalogue.rulebook, self.targets[week].start
        return gates(self.state.profile, rules, week=start, weeks_ahead=max(0, week - 1)).reps_least

    def new_may_begin(self, day: ChosenDay) -> bool:
        """Whether something not done before may come on a day: no light week, no easing that holds growth, no A race soon."""
        target, date = self.targets[day.week], day.start.date()
        return not (
            target.light
            or self.state.eased(date).no_growth
            or quiet_for_new(date, self.state.profile.races, self.catalogue.rulebook)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where the runner stands on the ladder of a menu's exercise: what is done now, how slowly, and the rungs that are next."""

    exercise: Exercise
    tempo: str = ""
    following: tuple[Rung, ...] = ()


@dataclass(slots=True)
class _Climbs:
    """What has been climbed so far as the days are gone through: rungs by the menu's exercise, weeks that began one, and which exercise of
    the menus each one that stands in does so for."""

    weeks: set[int]
    claimed: dict[str, str]
    rungs: dict[str, Rung] = field(default_factory=dict)

    def free(self, exercise: str, *, of: str) -> bool:
        """Whether no other exercise of the menus has given way to this one; in its own place an exercise always is."""
        return exercise == of or self.claimed.get(exercise, of) == of


@dataclass(frozen=True, kw_only=True)
class _Session:
    """One session to come: its day, its menu, and the exercises of its week's menus."""

    day: ChosenDay
    menu: Menu
    in_week: frozenset[str]


def _stood(known: _Known, origin: Exercise) -> Exercise:
    """How far up the ladder of `origin` the log has come: each step from an outgrown exercise to one logged later in its place."""
    now = origin
    while outgrown(mine := known.shown.get(now.id, ()), known.bar):
        after = [
            rung.exercise
            for rung in now.ladder
            if any(
                one.stands_for == origin.id and one.start > mine[-1].start
                for one in known.shown.get(rung.exercise, ())
            )
        ]
        if not after:
            break
        now = known.catalogue.exercises[after[-1]]
    return now


def _place(known: _Known, origin: Exercise, day: ChosenDay) -> _Place:
    """The runner's place on the ladder of `origin` on a day. Slower is for what cannot be made heavier, on that day or at home."""
    now = _stood(known, origin)
    shown = known.shown.get(now.id)
    if not shown or _heavier(known, now, shown[-1].weight_g, day):
        return _Place(exercise=now)
    tempo = shown[-1].tempo if seconds_of(shown[-1].tempo) else ""
    if not outgrown(shown, known.bar):
        return _Place(exercise=now, tempo=tempo)
    at = next((place for place, rung in enumerate(now.ladder) if rung.tempo and rung.tempo == tempo), -1)
    return _Place(exercise=now, tempo=tempo, following=now.ladder[at + 1 :])


def _heavier(known: _Known, exercise: Exercise, grams: int, day: ChosenDay) -> bool:
    """Whether more than `grams` can be built for the exercise."""
    for gear in (known.state.gear_on(day.start.date()), known.state.profile.gear):
        ways = owned_variants(gear, exercise)
        if ways and lattice(exercise, gear, ways[0]).after(grams) is not None:
            return True
    return False


def _suits(known: _Known, exercise: Exercise) -> bool:
    """Whether level and taste let the exercise come."""
    profile = known.state.profile
    if exercise.id in profile.likes:
        return True
    early = known.state.foundation_weeks < known.catalogue.progression.block_weeks
    return (
        exercise.id not in profile.dislikes
        and _LEVELS.index(profile.lifting) >= _LEVELS.index(exercise.minimum_level)
        and not (exercise.advanced and early and profile.lifting is LiftingLevel.BEGINNER)
        and not exercise.plyometric
        and light_enough(exercise, profile)
    )


def _other_exercise_allowed(known: _Known, origin: Exercise, then: Exercise) -> bool:
    """Style `article` keeps its printed exercises until they are outgrown at their slowest, unless the runner asked for variety; a longer
    range is the same movement."""
    profile = known.state.profile
    return (
        any(rung.range_only for rung in origin.ladder if rung.exercise == then.id)
        or profile.style is Style.EVIDENCE
        or profile.variety
        or _at_its_slowest(known, origin)
    )


def _at_its_slowest(known: _Known, exercise: Exercise) -> bool:
    """Whether an outgrown exercise was last done as slowly as its ladder goes, so that nothing is left of it to climb."""
    tempos = [rung.tempo for rung in exercise.ladder if rung.tempo]
    return not tempos or known.shown[exercise.id][-1].tempo == tempos[-1]


def _keeps_a_leg(known: _Known, session: _Session, line: MenuLine, now: Exercise, then: Exercise) -> bool:
    """A two-leg exercise follows an outgrown one-leg one only with more weight, and where another one-leg exercise stays."""
    if then.one_leg or not now.one_leg:
        return True
    exercises = known.catalogue.exercises
    gear = known.state.gear_on(session.day.start.date())
    others = (exercises[other.exercise] for other in session.menu.lines if other is not line)
    held = known.shown[now.id][-1].weight_g
    return any(other.one_leg for other in others) and max(exercise_weights(gear, then)) > held


def _can_follow(known: _Known, session: _Session, line: MenuLine, now: Exercise, then: Exercise) -> bool:
    """Whether `then` may stand in the line's place on this day."""
    date = session.day.start.date()
    return (
        then.id not in session.in_week
        and then.id not in known.state.eased(date).avoid
        and bool(owned_variants(known.state.gear_on(date), then))
        and _suits(known, then)
        and _keeps_a_leg(known, session, line, now, then)
    )


def slower_reps(exercise: Exercise, reps: tuple[int, int], rung: Rung) -> tuple[int, int]:
    """The range at a slower tempo, so that a set lasts no longer than before."""
    low, high = (max(1, number * exercise.rep_seconds // rung.seconds) for number in reps)
    return low, high


def _at_tempo(
    known: _Known, session: _Session, line: MenuLine, exercise: Exercise, rung: Rung
) -> MenuLine | None:
    """The line slower; None where few heavy repetitions are asked for, or fewer than the runner's circumstances allow."""
    week = known.targets[session.day.week]
    reps = slower_reps(exercise, line.reps, rung)
    held = exercise.counting.held
    heavy = week.heavy_reps is not None and exercise.heavy
    if held or heavy or reps[0] < known.reps_least(session.day.week):
        return None
    return replace(line, tempo=rung.tempo, reps=reps)


def _way(known: _Known, exercise: Exercise, day: ChosenDay) -> GearVariant:
    """How it is done: the best way owned; a one-leg exercise not done before begins at bodyweight where that can be."""
    ways = owned_variants(known.state.gear_on(day.start.date()), exercise)
    light = [way for way in ways if way.weight is WeightKind.NONE]
    return light[0] if light and exercise.one_leg and exercise.id not in known.shown else ways[0]


def _with(known: _Known, line: MenuLine, exercise: Exercise, day: ChosenDay) -> MenuLine:
    return replace(
        line,
        exercise=exercise.id,
        reps=exercise.reps,
        variant=_way(known, exercise, day),
        instead_of=line.exercise,
    )


def _instead(
    known: _Known, session: _Session, line: MenuLine, origin: Exercise, then: Exercise
) -> MenuLine | None:
    """The line with `then` in the place of `origin`; None where it cannot be on this day."""
    allowed = _other_exercise_allowed(known, origin, then)
    if not (allowed and _can_follow(known, session, line, origin, then)):
        return None
    return _with(known, line, then, session.day)


def _so_far(known: _Known, session: _Session, line: MenuLine, now: Exercise) -> MenuLine | None:
    """The line with the exercise that the log has climbed to; None where that cannot be on this day."""
    if now.id == line.exercise:
        return line
    return _instead(known, session, line, known.catalogue.exercises[line.exercise], now)


def _stepped(known: _Known, session: _Session, line: MenuLine, place: _Place, rung: Rung) -> MenuLine | None:
    """The line after one rung; None where it cannot be on this day."""
    if rung.exercise:
        return _instead(known, session, line, place.exercise, known.catalogue.exercises[rung.exercise])
    here = _so_far(known, session, line, place.exercise)
    return here and _at_tempo(known, session, here, place.exercise, rung)


def _climb(
    known: _Known, session: _Session, line: MenuLine, place: _Place, climbs: _Climbs
) -> tuple[MenuLine, str] | None:
    """The line one rung further than the log, with the reason: a climb begun before, or the week's own; None where there is none."""
    begun = climbs.rungs.get(line.exercise)
    if begun is None and (session.day.week in climbs.weeks or not known.new_may_begin(session.day)):
        return None
    for rung in place.following if begun is None else (begun,):
        stepped = _stepped(known, session, line, place, rung)
        if stepped is not None and climbs.free(stepped.exercise, of=line.exercise):
            climbs.rungs[line.exercise] = rung
            climbs.weeks |= {session.day.week} if begun is None else set()
            climbs.claimed.setdefault(stepped.exercise, line.exercise)
            return stepped, _reason(known, place, stepped)
    return None


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]


def _reason(known: _Known, place: _Place, stepped: MenuLine) -> str:
    name = known.catalogue.name
    held = place.exercise.counting.held
    shown = outgrown_words(known.shown[place.exercise.id], known.bar, held=held)
    if stepped.exercise == place.exercise.id:
        return f"{name(stepped.exercise)} slower, {stepped.tempo} (seconds down, held, up): {shown}."
    return f"{name(stepped.exercise)} instead of {_lowered(name(place.exercise.id))}: {shown}."


def _stayed(known: _Known, session: _Session, line: MenuLine, place: _Place) -> tuple[MenuLine, str]:
    """The line as far as the log has climbed; the menu's own where that cannot be on this day."""
    name, then = known.catalogue.name, place.exercise
    now = _so_far(known, session, line, then)
    if now is None:
        return line, ""
    slower = _at_tempo(known, session, now, then, Rung(tempo=place.tempo)) if place.tempo else None
    if slower is not None:
        return slower, f"{name(then.id)} at {place.tempo} (seconds down, held, up): nothing heavier is owned."
    if now is line:
        return line, ""
    return now, f"{name(then.id)} instead of {_lowered(name(line.exercise))}, which you have outgrown."


def _climbed_lines(known: _Known, session: _Session, climbs: _Climbs) -> Iterator[tuple[MenuLine, str]]:
    for line in session.menu.lines:
        place = _place(known, known.catalogue.exercises[line.exercise], session.day)
        found = _climb(known, session, line, place, climbs) if place.following else None
        stays = climbs.free(place.exercise.id, of=line.exercise)
        yield found or (_stayed(known, session, line, place) if stays else (line, ""))


def _begun_this_week(known: _Known) -> bool:
    """Whether the log already shows a climb in the season's first week: an exercise in another's place, or a tempo, not there before."""
    for shown in known.shown.values():
        before = [one for one in shown if one.start.date() < known.targets[0].start]
        for one in shown[len(before) :]:
            slower = one.tempo and before and all(other.tempo != one.tempo for other in before)
            if slower or (one.stands_for and not before):
                return True
    return False


def _claimed(known: _Known, menus: Iterable[Menu]) -> dict[str, str]:
    """The exercises that already stand in another's place, with that other."""
    claimed: dict[str, str] = {}
    for name in dict.fromkeys(line.exercise for menu in menus for line in menu.lines):
        now = _stood(known, known.catalogue.exercises[name])
        if now.id != name:
            claimed.setdefault(now.id, name)
    return claimed


def climbed(
    state: RunnerState,
    targets: Sequence[WeekTarget],
    days: Sequence[ChosenDay],
    menus: Mapping[tuple[int, str], Menu],
    catalogue: Catalogue,
) -> Mapping[datetime, Menu]:
    """The menus of the sessions in which something outgrown gives way, by start; a session without any is left out.

    An exercise is outgrown when the last logged sessions (`earned.sessions`) had so many repetitions past the range in them
    (`weight-step.reps_past`) with some in reserve (`earned.spare`), and nothing heavier can be built. At most one climb begins a week; it holds from then on.
    """
    known = _Known(state=state, targets=targets, catalogue=catalogue)
    if not known.shown or not days:
        return {}
    ordered = sorted(days, key=lambda day: day.start)
    menu_of = {day.start: menus[(targets[day.week].block, day.letter)] for day in ordered}
    weeks = {0} if _begun_this_week(known) else set()
    climbs = _Climbs(weeks=weeks, claimed=_claimed(known, menu_of.values()))
    found: dict[datetime, Menu] = {}
    for day in ordered:
        week = (menu_of[other.start].lines for other in ordered if other.week == day.week)
        in_week = frozenset(line.exercise for lines in week for line in lines)
        menu = menu_of[day.start]
        session = _Session(day=day, menu=menu, in_week=in_week)
        climbed_lines = tuple(_climbed_lines(known, session, climbs))
        lines = tuple(line for line, _ in climbed_lines)
        if lines != menu.lines:
            why = tuple(words for _, words in climbed_lines if words)
            found[day.start] = replace(menu, lines=lines, why=(*menu.why, *why))
    return found
