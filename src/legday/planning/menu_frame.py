"""Decides what a block's menus must fit: letters, minutes, gear, gates, and what the article or the block before prints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise, GearVariant, Movement, WorkoutLine
from legday.model.gear_weights import buildable, light_enough
from legday.model.progression import Phase
from legday.model.runner import LiftingLevel, Profile, Style
from legday.model.season import ChosenDay, DaysChoice, Menu, WeekTarget

NEWCOMER_SETS = 2
"""Sets per exercise in a newcomer's first block of style evidence (rulebook, leg-growth)."""

VARIETY = (
    ("calf-raise", "standing-calf-raise"),
    ("glute-bridge", "hamstring-curl"),
    ("step-up", "box-jump"),
    ("walking-lunge", "plyometric-lunge"),
)
"""The article's exercises for variety and the printed ones they stand in for, one swap a block."""


SHORTLIST = {Movement.KNEE: 6, Movement.HIP: 6, Movement.CALF: 4}
"""How many exercises of a movement a free menu chooses from; two of every other (our setting)."""

TIGHT_MINUTES = 35
"""Where an opening is shorter than this few exercises fit, and half the shortlist is choice enough (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What one block's menus are chosen within.

    `minutes`, `after_run` and `after_hard_run` by letter: the tightest opening that no rule shortens, whether every session of the letter follows a run,
    whether any follows a quality or long run. `printed` are template lines by letter; letters without one are built freely.
    """

    block: int
    phase: Phase
    style: Style
    letters: tuple[str, ...]
    minutes: Mapping[str, int]
    after_run: Mapping[str, bool]
    after_hard_run: Mapping[str, bool]
    printed: Mapping[str, tuple[WorkoutLine, ...]]
    contacts: int
    heavy_reps: tuple[int, int] | None
    heavy_rest_s: int | None
    power: bool
    sets: int
    extras: int
    variants: Mapping[str, GearVariant]
    newcomer: bool
    shortlist: tuple[str, ...]
    used: frozenset[str]
    begins_era: bool
    week_letters: tuple[tuple[str, ...], ...]

    @property
    def free_letters(self) -> tuple[str, ...]:
        return tuple(letter for letter in self.letters if letter not in self.printed)


def frames(
    profile: Profile,
    season: Sequence[WeekTarget],
    choice: DaysChoice,
    catalogue: Catalogue,
    *,
    hard_days: frozenset[object],
    newcomer: bool,
) -> Iterator[Frame]:
    """A frame for every block that holds a session, in order. `hard_days` are dates with a quality or long run."""
    blocks = dict.fromkeys(season[day.week].block for day in choice.days)
    era: int | None = None
    for number, block in enumerate(blocks):
        days = [day for day in choice.days if season[day.week].block == block]
        targets = [target for target in season if target.block == block]
        yield _frame(
            profile,
            targets,
            days,
            catalogue,
            hard_days=hard_days,
            first=number == 0 and newcomer,
            begins_era=era != season[days[0].week].era,
        )
        era = season[days[0].week].era


def _frame(
    profile: Profile,
    targets: Sequence[WeekTarget],
    days: Sequence[ChosenDay],
    catalogue: Catalogue,
    *,
    hard_days: frozenset[object],
    first: bool,
    begins_era: bool,
) -> Frame:
    letters = tuple(sorted({day.letter for day in days} | {"A", "B"}))
    by_letter = {letter: [day for day in days if day.letter == letter] or list(days) for letter in letters}
    contacts = min((target.contacts for target in targets if target.contacts), default=0)
    article = profile.style is Style.ARTICLE
    block = targets[0].block
    beginner_first = first and profile.lifting is LiftingLevel.BEGINNER and not article
    templated = article or block == 0
    variants = usable(profile, catalogue, contacts=contacts)
    hard = {letter: any(day.start.date() in hard_days for day in own) for letter, own in by_letter.items()}
    printed = _printed(profile, block, catalogue, variants, hard=hard) if templated else {}
    return Frame(
        block=block,
        phase=targets[0].phase,
        style=profile.style,
        letters=letters,
        minutes={letter: _usual_room(own) for letter, own in by_letter.items()},
        after_run={letter: all(day.after_run for day in own) for letter, own in by_letter.items()},
        after_hard_run=hard,
        printed={letter: lines for letter, lines in printed.items() if letter in letters},
        contacts=contacts,
        heavy_reps=max(
            (t.heavy_reps for t in targets if t.heavy_reps), key=lambda reps: reps[1], default=None
        ),
        heavy_rest_s=max((t.heavy_rest_s for t in targets if t.heavy_rest_s), default=None),
        power=any(t.phase is Phase.POWER for t in targets),
        sets=NEWCOMER_SETS if beginner_first else 3,
        extras=0 if article else 2,
        variants=variants,
        newcomer=first,
        shortlist=shortlist(profile, variants, catalogue, tight=_usual_room(days) < TIGHT_MINUTES),
        used=frozenset(day.letter for day in days),
        begins_era=begins_era,
        week_letters=_week_letters(days),
    )


def _usual_room(days: Sequence[ChosenDay]) -> int:
    """The tightest room of some sessions, but for those that a rule shortens: for these the dose leaves something out, not the block's menu."""
    whole = [day.opening_minutes for day in days if not day.shortened]
    return min(whole or [day.opening_minutes for day in days])


def _week_letters(days: Sequence[ChosenDay]) -> tuple[tuple[str, ...], ...]:
    """The kinds of week a block has: each set of letters that stands together in one of its weeks."""
    weeks: dict[int, set[str]] = {}
    for day in days:
        weeks.setdefault(day.week, set()).add(day.letter)
    return tuple(sorted({tuple(sorted(letters)) for letters in weeks.values()}))


def _printed(
    profile: Profile,
    block: int,
    catalogue: Catalogue,
    variants: Mapping[str, GearVariant],
    *,
    hard: Mapping[str, bool],
) -> dict[str, tuple[WorkoutLine, ...]]:
    swaps = _swaps(profile, block, catalogue, variants, hard=hard)
    lines = {
        letter: tuple(_swapped(line, swaps, catalogue) for line in catalogue.workouts[letter].lines)
        for letter in ("A", "B")
    }
    if profile.style is Style.ARTICLE:
        lines["C"] = lines["A"]
    return lines


def _swaps(
    profile: Profile,
    block: int,
    catalogue: Catalogue,
    variants: Mapping[str, GearVariant],
    *,
    hard: Mapping[str, bool],
) -> dict[str, str]:
    """The one swap for variety of this block, among those that gear and gates allow; no jump where a hard run comes first."""
    if not profile.variety or block == 0:
        return {}
    letter_of = {line.exercise: letter for letter in ("A", "B") for line in catalogue.workouts[letter].lines}
    possible = [
        (printed, other)
        for printed, other in VARIETY
        if other in variants and not (catalogue.exercises[other].plyometric and hard.get(letter_of[printed]))
    ]
    return dict([possible[(block - 1) % len(possible)]]) if possible else {}


def _swapped(line: WorkoutLine, swaps: Mapping[str, str], catalogue: Catalogue) -> WorkoutLine:
    other = swaps.get(line.exercise)
    if other is None:
        return line
    return WorkoutLine(exercise=other, sets=line.sets, reps=catalogue.exercises[other].reps)


def usable(profile: Profile, catalogue: Catalogue, *, contacts: int) -> dict[str, GearVariant]:
    """Exercises the runner can do, with the best variant their gear allows: gear, dislikes, level, a first weight light enough and the plyometric gate."""
    found: dict[str, GearVariant] = {}
    printed = {line.exercise for workout in catalogue.workouts.values() for line in workout.lines}
    for name, exercise in sorted(catalogue.exercises.items()):
        if name in profile.dislikes or (exercise.plyometric and contacts == 0):
            continue
        if name not in printed and not _level_reached(exercise, profile):
            continue
        if not light_enough(exercise, profile):
            continue
        variant = best_variant(exercise, profile)
        if variant is not None:
            found[name] = variant
    return found


def shortlist(
    profile: Profile, variants: Mapping[str, GearVariant], catalogue: Catalogue, *, tight: bool
) -> tuple[str, ...]:
    """What a free menu chooses from: per movement the liked, the article's own, the harder and the weighted, a few of each."""
    exercises = catalogue.exercises
    easier = {other for name in variants for other in exercises[name].easier}

    def rank(name: str) -> tuple[bool, bool, bool, bool, str]:
        exercise = exercises[name]
        weighted = max(buildable(profile.gear, variants[name])) > 0
        return (name not in profile.likes, not exercise.claims, name in easier, not weighted, name)

    def fit(exercise: Exercise) -> bool:
        return bool(exercise.claims) or not exercise.advanced or exercise.id in profile.likes

    chosen: list[str] = []
    for movement in dict.fromkeys(exercises[name].movement for name in variants):
        same = sorted(
            (name for name in variants if exercises[name].movement is movement and fit(exercises[name])),
            key=rank,
        )
        chosen += same[: SHORTLIST.get(movement, 2) // (2 if tight else 1)]
    return tuple(sorted(chosen))


def _level_reached(exercise: Exercise, profile: Profile) -> bool:
    order = list(LiftingLevel)
    return exercise.id in profile.likes or order.index(profile.lifting) >= order.index(exercise.minimum_level)


def best_variant(exercise: Exercise, profile: Profile) -> GearVariant | None:
    """The first variant whose gear is owned and for which at least one weight can be built."""
    owned = profile.gear.kinds
    return next(
        (variant for variant in exercise.gear if variant.needs <= owned and buildable(profile.gear, variant)),
        None,
    )


def previous_lines(previous: Mapping[str, Menu]) -> dict[str, set[str]]:
    """Exercise ids by letter of the block before."""
    return {letter: {line.exercise for line in menu.lines} for letter, menu in previous.items()}
