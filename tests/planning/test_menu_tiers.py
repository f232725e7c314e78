"""The menu stage against every menu of a tiny catalogue, with the costs of each tier written down a second time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise, Pattern, SessionPlace, WorkoutLine
from legday.model.muscles import Muscle
from legday.model.progression import Phase
from legday.model.runner import LiftingLevel, Style
from legday.model.season import Menu, MenuLine
from legday.model.session_time import TimedLine, session_minutes
from legday.model.state import RunnerState
from legday.planning.menu import MenuModel
from legday.planning.menu_frame import Frame
from season_builder import catalogue, runner

KNEE = {"squat", "lunge", "step"}
HIP = {"hinge", "bridge", "curl"}
BAND = (
    Muscle.QUADRICEPS,
    Muscle.HAMSTRINGS,
    Muscle.GLUTE_MAX,
    Muscle.GLUTE_MED,
    Muscle.GASTROCNEMIUS,
    Muscle.SOLEUS,
)
TRIED = 5
"""Exercises in the tiny catalogue: few enough to try every menu of two sessions."""

Sets = Mapping[str, int]
Week = Mapping[str, Sets]
"""Sets by exercise, by letter."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One block to be filled, and the exercises there are."""

    frame: Frame
    names: tuple[str, ...]
    before: Mapping[str, Menu]
    state: RunnerState

    @property
    def known(self) -> Catalogue:
        return replace(catalogue(), exercises={name: catalogue().exercises[name] for name in self.names})

    def exercise(self, name: str) -> Exercise:
        return catalogue().exercises[name]


def menu_of(letter: str, names: Sequence[str]) -> Menu:
    lines = tuple(
        MenuLine(exercise=n, sets=3, reps=(8, 10), variant=catalogue().exercises[n].gear[0]) for n in names
    )
    return Menu(block=0, letter=letter, title=f"Workout {letter}", lines=lines)


def frame_of(names: Sequence[str], **changes: object) -> Frame:
    allowed = tuple(sorted(names))
    given_frame = Frame(
        block=1,
        phase=Phase.STRENGTH,
        style=Style.EVIDENCE,
        letters=("A", "B"),
        minutes={"A": 60, "B": 60},
        after_run={"A": False, "B": False},
        after_hard_run={"A": False, "B": False},
        printed={},
        contacts=0,
        heavy_reps=None,
        heavy_rest_s=None,
        sets=3,
        extras=2,
        variants={name: catalogue().exercises[name].gear[0] for name in allowed},
        newcomer=False,
        shortlist=allowed,
        used=frozenset({"A", "B"}),
    )
    return replace(given_frame, **changes)


@st.composite
def free_blocks(draw: st.DrawFn) -> Case:
    """A block of two sessions built freely from five exercises, with or without a block before it."""
    drawn = draw(
        st.lists(st.sampled_from(sorted(catalogue().exercises)), min_size=3, max_size=TRIED, unique=True)
    )
    contacts = draw(st.sampled_from([0, 20, 40]))
    names = [n for n in drawn if contacts or not catalogue().exercises[n].plyometric]
    sides = [draw(st.sampled_from(["A", "B", ""])) for _ in drawn]
    before = {
        letter: menu_of(letter, [n for n, own in zip(drawn, sides, strict=True) if own == letter])
        for letter in "AB"
        if letter in sides
    }
    heavy = draw(st.booleans())
    frame = frame_of(
        names,
        phase=draw(st.sampled_from([Phase.FOUNDATION, Phase.STRENGTH, Phase.POWER])),
        minutes={letter: draw(st.sampled_from([25, 32, 40, 60])) for letter in "AB"},
        after_hard_run={letter: draw(st.booleans()) for letter in "AB"},
        contacts=contacts,
        heavy_reps=(3, 6) if heavy else None,
        heavy_rest_s=180 if heavy else None,
        newcomer=draw(st.booleans()),
    )
    profile = runner(
        style=Style.EVIDENCE,
        lifting=draw(st.sampled_from([LiftingLevel.BEGINNER, LiftingLevel.TRAINED])),
        likes=tuple(draw(st.lists(st.sampled_from(drawn), max_size=1))),
    )
    return Case(frame=frame, names=tuple(drawn), before=before, state=RunnerState(profile=profile))


def fits(case: Case, letter: str, sets: Sets) -> bool:
    timed = []
    for name, count in sets.items():
        exercise = case.exercise(name)
        heavy = exercise.heavy and case.frame.heavy_reps is not None
        reps = case.frame.heavy_reps[1] if heavy else exercise.reps[1]
        rest = max(exercise.rest_s, case.frame.heavy_rest_s) if heavy else exercise.rest_s
        timed.append(TimedLine(exercise=exercise, sets=count, reps=reps, rest_s=rest))
    taken = session_minutes(timed, catalogue().progression, after_run=case.frame.after_run[letter])
    return taken <= case.frame.minutes[letter]


def keeps_the_gate(case: Case, letter: str, sets: Sets) -> bool:
    for name, count in sets.items():
        exercise = case.exercise(name)
        if exercise.plyometric:
            one_set = exercise.contacts * exercise.reps[0] * (2 if exercise.counting.per_side else 1)
            if case.frame.after_hard_run[letter]:
                return False
            if count > 2 and one_set * count > case.frame.contacts:
                return False
    return True


def may_be(case: Case, letter: str, sets: Sets, *, alike: int) -> bool:
    patterns = [case.exercise(name).pattern for name in sets]
    return (
        all(patterns.count(pattern) <= alike for pattern in Pattern)
        and len(sets) <= 6
        and keeps_the_gate(case, letter, sets)
        and fits(case, letter, sets)
    )


def counts(case: Case, name: str, *, free: bool) -> list[int]:
    """The numbers of sets an exercise may have where it is held."""
    exercise = case.exercise(name)
    most = 4 if free and exercise.heavy and case.frame.heavy_reps else 3
    return list(range(1 if exercise.short else 2, most + 1))


def free_weeks(case: Case) -> Iterator[Week]:
    """Every week of two sessions: each exercise in neither or in one of them."""
    names = list(case.frame.shortlist)
    ways = [
        [("", 0), *((letter, n) for letter in "AB" for n in counts(case, name, free=True))] for name in names
    ]
    known: dict[tuple[str, tuple[tuple[str, int], ...]], bool] = {}
    for picked in product(*ways):
        week = {
            letter: {name: n for name, (own, n) in zip(names, picked, strict=True) if own == letter}
            for letter in "AB"
        }
        for letter, sets in week.items():
            key = (letter, tuple(sets.items()))
            if key not in known:
                known[key] = may_be(case, letter, sets, alike=1)
        if all(known[letter, tuple(sets.items())] for letter, sets in week.items()):
            yield week


def structure(case: Case, week: Week) -> int:
    cost = 0
    for letter, sets in week.items():
        held = [case.exercise(name) for name in sets]
        patterns = {exercise.pattern.value for exercise in held}
        cost += 10 * (not patterns & KNEE) + 10 * (not patterns & HIP) + 10 * ("calf" not in patterns)
        cost += 10 * (not any(exercise.one_leg for exercise in held))
        cost += 3 * max(0, 5 - len(held))
        was = {line.exercise for line in case.before[letter].lines} if letter in case.before else set()
        stays = {name for name in was if name in case.frame.shortlist}
        cost += 5 * sum(
            case.exercise(name).place is SessionPlace.HEAVY and name not in sets for name in stays
        )
    jumping = any(case.exercise(name).plyometric for sets in week.values() for name in sets)
    if case.frame.phase is Phase.POWER and case.frame.contacts and not jumping:
        cost += 5
    return cost


def balance(case: Case, week: Week, *, free: bool) -> int:
    quarters = dict.fromkeys(Muscle, 0)
    for sets in week.values():
        for name, count in sets.items():
            for muscle, share in case.exercise(name).sets.items():
                quarters[muscle] += share * count
    cautious = case.frame.newcomer and case.state.profile.lifting is LiftingLevel.BEGINNER
    most = 12 if cautious else 18
    cost = 0
    for muscle in BAND:
        cost += 2 * max(0, 4 * 4 - quarters[muscle])
        cost += max(0, 4 * (6 if free else 4) - quarters[muscle])
        cost += 2 * max(0, quarters[muscle] - 4 * most)
    back = quarters[Muscle.HAMSTRINGS] + quarters[Muscle.GLUTE_MAX]
    front = quarters[Muscle.QUADRICEPS]
    cost += max(0, front - back)
    cost += max(0, -(-(100 * back - 220 * front) // 100))
    if case.frame.extras:
        held = [(case.exercise(name), n) for sets in week.values() for name, n in sets.items()]
        cost += 12 * (not any(e.hip_abductor for e, _ in held)) + 12 * (not any(e.trunk for e, _ in held))
        for sets in week.values():
            cost += 3 * (not any(case.exercise(n).hip_abductor or case.exercise(n).trunk for n in sets))
    return cost


def has_place(case: Case, name: str) -> bool:
    """Whether a session may hold an exercise at all: a printed one takes what can stand on its lines, and short extras."""
    lines = [line.exercise for printed in case.frame.printed.values() for line in printed]
    extra = case.frame.extras > 0 and case.exercise(name).short
    return not lines or extra or any(stand_in(case, line, name) is not None for line in lines)


def variety(case: Case, week: Week, *, free: bool) -> int:
    held = [(name, count) for sets in week.values() for name, count in sets.items()]
    kept = {line.exercise for menu in case.before.values() for line in menu.lines}
    cost = 0
    if kept and free:
        changed = sum(name not in kept for name, _ in held)
        cost += 3 * (changed == 0) + 3 * max(0, changed - 2)
    liked = [
        name for name in case.state.profile.likes if name in case.frame.variants and has_place(case, name)
    ]
    cost += 4 * sum(name not in dict(held) for name in liked)
    if free:
        cost += sum(abs(count - case.exercise(name).base_sets) for name, count in held)
    return cost


def order(case: Case, week: Week) -> int:
    cost = 0
    for letter, sets in week.items():
        for name in sets:
            elsewhere = any(
                name == line.exercise
                for own, menu in case.before.items()
                if own != letter
                for line in menu.lines
            )
            cost += (0 if case.exercise(name).claims else 2) + 3 * elsewhere
    return cost


def solved(case: Case) -> dict[str, int]:
    """What each tier costs in the stage's own answer; a tier that holds nothing costs nothing."""
    model = MenuModel(frame=case.frame, before=case.before, state=case.state, catalogue=case.known)
    model.write()
    answer = model.model.minimise(model.tiers(), stage="menu")
    assert answer is not None
    assert all(stage.status == "optimal" for stage in answer.stages)
    return {stage.stage.removeprefix("menu: "): stage.objective for stage in answer.stages}


@settings(max_examples=25, deadline=None, derandomize=True)
@given(free_blocks())
def test_a_free_block_is_as_good_in_every_tier_as_the_best_of_all_menus(case):
    best = min(
        (
            structure(case, week),
            balance(case, week, free=True),
            variety(case, week, free=True),
            order(case, week),
        )
        for week in free_weeks(case)
    )
    found = solved(case)
    tiers = ("structure", "balance", "variety", "the article's exercises first")
    assert tuple(found.get(tier, 0) for tier in tiers) == best


PRINT_LINES = ("squat", "walking-lunge", "deadlift", "calf-raise")


@st.composite
def printed_sessions(draw: st.DrawFn) -> Case:
    """One printed session of two or three lines, from five exercises of which some lines may be missing."""
    lines = draw(st.lists(st.sampled_from(PRINT_LINES), min_size=2, max_size=3, unique=True))
    others = sorted(
        name
        for name, exercise in catalogue().exercises.items()
        if not exercise.plyometric and name not in lines
    )
    room = st.lists(st.sampled_from(others), min_size=1, max_size=TRIED - len(lines) + 1, unique=True)
    names = [*draw(st.lists(st.sampled_from(lines), unique=True)), *draw(room)]
    workout = catalogue().workouts["A"]
    printed = tuple(
        WorkoutLine(exercise=line.exercise, sets=line.sets, reps=line.reps)
        for line in workout.lines
        if line.exercise in lines
    )
    frame = frame_of(
        names,
        block=0,
        phase=Phase.FOUNDATION,
        letters=("A",),
        printed={"A": printed},
        minutes={"A": draw(st.sampled_from([25, 28, 32, 40, 60]))},
        sets=draw(st.sampled_from([2, 3])),
        extras=draw(st.sampled_from([0, 2])),
        used=frozenset({"A"}),
    )
    likes = tuple(draw(st.lists(st.sampled_from(names), max_size=1)))
    return Case(
        frame=frame,
        names=tuple(sorted({*names, *lines})),
        before={},
        state=RunnerState(profile=runner(style=Style.EVIDENCE, likes=likes)),
    )


def stand_in(case: Case, line: str, name: str) -> int | None:
    """What it costs that an exercise stands on a printed line; None where it may not."""
    if line == name:
        return 0
    printed, other = case.exercise(line), case.exercise(name)
    related = [*printed.kin, *printed.easier, *printed.harder]
    if name in related:
        return 3 if related.index(name) < 2 else 4
    return 6 if other.movement is printed.movement and not other.short else None


def print_cost(case: Case, sets: Sets) -> int | None:
    """The cheapest way to lay the exercises on the printed lines; None where one has no place."""
    lines = [line.exercise for line in case.frame.printed["A"]]
    short = [name for name in sets if case.exercise(name).short]
    fixed = sum(abs(n - case.frame.sets) for name, n in sets.items() if name not in short)
    places = [*sets, *[""] * len(lines)]
    best: int | None = None
    for laid in set(permutations(places, len(lines))):
        costs = [stand_in(case, line, name) if name else 40 for line, name in zip(lines, laid, strict=True)]
        spare = [name for name in sets if name not in laid]
        if None in costs or set(spare) - set(short) or len(spare) > case.frame.extras:
            continue
        total = fixed + sum(cost for cost in costs if cost is not None)
        best = total if best is None else min(best, total)
    return best


def printed_weeks(case: Case) -> Iterator[tuple[Week, int]]:
    names = sorted(case.frame.variants)
    for picked in product(*[[0, *counts(case, name, free=False)] for name in names]):
        sets = {name: n for name, n in zip(names, picked, strict=True) if n}
        if may_be(case, "A", sets, alike=2):
            cost = print_cost(case, sets)
            if cost is not None:
                yield {"A": sets}, cost


@settings(max_examples=40, deadline=None, derandomize=True)
@given(printed_sessions())
def test_a_printed_session_is_as_good_in_every_tier_as_the_best_of_all_menus(case):
    best = min(
        (cost, balance(case, week, free=False), variety(case, week, free=False), order(case, week))
        for week, cost in printed_weeks(case)
    )
    found = solved(case)
    tiers = ("the printed workouts", "balance", "variety", "the article's exercises first")
    assert tuple(found.get(tier, 0) for tier in tiers) == best
