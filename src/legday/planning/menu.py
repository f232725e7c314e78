"""Decides which exercises a block's sessions hold, and how many sets: balance over the week, minutes, gear, gates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from legday.model.catalogue import Catalogue
from legday.model.exercises import HIP_DOMINANT, KNEE_DOMINANT, Exercise, Pattern, SessionPlace, WorkoutLine
from legday.model.muscles import BANDED, Muscle
from legday.model.plan import SolverStage
from legday.model.runner import LiftingLevel, Style
from legday.model.runs import Outlook, RunKind
from legday.model.season import DaysChoice, Menu, MenuChoice, MenuLine, WeekTarget
from legday.model.session_time import TimedLine, set_seconds
from legday.model.state import RunnerState
from legday.model.supersets import direct_muscles, shares_rests
from legday.planning.explain_menu import menu_reasons
from legday.planning.menu_frame import Frame, frames, previous_lines
from legday.planning.menu_kept import promised_menus
from legday.planning.solver import Model, Solved, Term, Tier

MOST_LINES = 6
FREE_LINES = 5
MISSING, STAND_IN, KIN = 40, 6, 3
PLACES = list(SessionPlace)


def choose_menus(
    state: RunnerState,
    outlook: Outlook,
    season: Sequence[WeekTarget],
    choice: DaysChoice,
    catalogue: Catalogue,
) -> MenuChoice:
    """Menus for every block and letter that the chosen days use, each block proven best for itself.

    Pure. Style `article` keeps Workouts A and B as printed as far as gear, minutes and gates allow; style `evidence` begins with them and
    then keeps the main lifts from block to block and changes one or two others.
    """
    hard_days = frozenset(
        run.day for run in outlook.runs if run.kind in {RunKind.QUALITY, RunKind.LONG, RunKind.RACE}
    )
    menus: dict[tuple[int, str], Menu] = {}
    stages: list[SolverStage] = []
    before: dict[str, Menu] = {}
    for frame in frames(
        state.profile, season, choice, catalogue, hard_days=hard_days, newcomer=not state.weeks_before_plan
    ):
        chosen = promised_menus(frame, season, state, catalogue)
        if not chosen:
            chosen, solved = _solve(frame, before, state, catalogue)
            stages.extend(
                replace(stage, stage=f"block {frame.block + 1} {stage.stage}") for stage in solved.stages
            )
        menus |= {(frame.block, letter): menu for letter, menu in chosen.items()}
        before = chosen
    return MenuChoice(menus=menus, stages=tuple(stages))


def _solve(
    frame: Frame, before: Mapping[str, Menu], state: RunnerState, catalogue: Catalogue
) -> tuple[dict[str, Menu], Solved]:
    model = MenuModel(frame=frame, before=before, state=state, catalogue=catalogue)
    model.write()
    solved = model.model.minimise(model.tiers(), stage="menu")
    assert solved is not None, "an empty menu always fits"
    return {letter: model.menu(letter, solved) for letter in frame.letters}, solved


@dataclass(slots=True)
class MenuModel:
    """The model of one block: `held` and `sets` by (exercise, letter), `stands_for` by (letter, line, exercise).

    `by_letter` has each letter's exercises with both, `options` what may stand on each printed line.
    """

    frame: Frame
    before: Mapping[str, Menu]
    state: RunnerState
    catalogue: Catalogue
    model: Model = field(default_factory=Model)
    held: dict[tuple[str, str], int] = field(default_factory=dict)
    sets: dict[tuple[str, str], int] = field(default_factory=dict)
    superset: dict[str, int] = field(default_factory=dict)
    stands_for: dict[tuple[str, int, str], int] = field(default_factory=dict)
    by_letter: dict[str, list[tuple[Exercise, int, int]]] = field(default_factory=dict)
    options: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def write(self) -> None:
        """Every MUST of the menus as constraints."""
        for letter in self.frame.letters:
            for name in self._allowed(letter):
                self._add(name, letter)
        self._once_a_week()
        self._keep_era()
        for letter in self.frame.letters:
            self._fit(letter)
            self._one_of_a_kind(letter)
            self._gate(letter)
            if letter in self.frame.printed:
                self._follow_print(letter)
        if self.frame.printed:
            self.model.require(list(self._extra_terms()), high=self.frame.extras)

    def tiers(self) -> list[Tier]:
        """Every SHOULD of the menus as costs, in order of rank."""
        print_tier = Tier("the printed workouts", tuple(self._print_costs()))
        structure = Tier("structure", tuple(self._structure_costs()))
        bands = Tier("balance", tuple(self._band_costs()))
        choices = Tier("variety", tuple(self._variety_costs()))
        order = Tier("the article's exercises first", tuple(self._order_costs()))
        return [tier for tier in (print_tier, structure, bands, choices, order) if tier.terms]

    def menu(self, letter: str, solved: Solved) -> Menu:
        """What was chosen for one letter, in the order it is done."""
        chosen = [
            (name, solved.values[self.sets[name, letter]])
            for name in self._allowed(letter)
            if solved.chosen(self.held[name, letter])
        ]
        printed = {line.exercise: line for line in self.frame.printed.get(letter, ())}
        lines = [self._line(name, sets, printed) for name, sets in chosen]
        lines.sort(key=lambda line: self._session_order(line.exercise, list(printed)))
        superset = letter in self.superset and solved.chosen(self.superset[letter])
        source = "A" if letter == "C" and self.frame.style is Style.ARTICLE else letter
        menu = Menu(
            block=self.frame.block,
            letter=letter,
            title=f"Workout {source}",
            lines=tuple(lines),
            superset=superset,
        )
        return replace(menu, why=menu_reasons(menu, self.frame, self.before, self.catalogue))

    def _line(self, name: str, sets: int, printed: Mapping[str, WorkoutLine]) -> MenuLine:
        reps = printed[name].reps if name in printed else self.catalogue.exercises[name].reps
        return MenuLine(exercise=name, sets=sets, reps=reps, variant=self.frame.variants[name])

    def _session_order(self, name: str, printed: Sequence[str]) -> tuple[int, int, str]:
        """Explosive first; then as printed where the article says so, else heavy, single-leg, isolation, trunk."""
        if self.catalogue.exercises[name].plyometric:
            return (0, 0, name)
        if name in printed:
            return (1, printed.index(name), name)
        return (2 if printed else 1, PLACES.index(self.catalogue.exercises[name].place), name)

    def _allowed(self, letter: str) -> list[str]:
        """Exercise ids this letter may hold, in catalogue order."""
        if letter not in self.frame.printed:
            return list(self.frame.shortlist)
        wanted = [line.exercise for line in self.frame.printed[letter]]
        options = {option for name in wanted for option, _ in self._options(name)}
        if self.frame.extras:
            options |= {n for n in self.frame.variants if self.catalogue.exercises[n].short}
        return [name for name in self.frame.variants if name in options]

    def _options(self, printed: str) -> list[tuple[str, int]]:
        """What may stand on a printed line, with its cost: itself, its kin, else the same movement."""
        if printed not in self.options:
            self.options[printed] = self._stand_ins(printed)
        return self.options[printed]

    def _stand_ins(self, printed: str) -> list[tuple[str, int]]:
        exercise = self.catalogue.exercises[printed]
        related = [*exercise.kin, *exercise.easier, *exercise.harder]
        movement = exercise.movement
        found = {printed: 0}
        for name in self.frame.variants:
            other = self.catalogue.exercises[name]
            if name in related and not other.plyometric:
                found.setdefault(name, KIN + (related.index(name) > 1))
            elif other.movement is movement and not other.plyometric and not other.short:
                found.setdefault(name, STAND_IN)
        return [(name, cost) for name, cost in found.items() if name in self.frame.variants]

    def _add(self, name: str, letter: str) -> None:
        exercise = self.catalogue.exercises[name]
        most = 4 if letter not in self.frame.printed and exercise.heavy and self.frame.heavy_reps else 3
        least = 1 if exercise.short else 2
        held = self.model.boolean()
        sets = self.model.integer(0, most)
        self.model.require([(1, sets), (-most, held)], high=0)
        self.model.require([(1, sets), (-least, held)], low=0)
        self.held[name, letter], self.sets[name, letter] = held, sets
        self.by_letter.setdefault(letter, []).append((exercise, held, sets))

    def _of(self, letter: str) -> Sequence[tuple[Exercise, int, int]]:
        return self.by_letter.get(letter, ())

    def _keep_era(self) -> None:
        """Within an era no leg exercise is new: only short hip and trunk exercises change."""
        if self.frame.begins_era or not self.before or not self.frame.free_letters:
            return
        kept = {name for names in previous_lines(self.before).values() for name in names}
        for (name, _), held in self.held.items():
            exercise = self.catalogue.exercises[name]
            if name not in kept and not exercise.short:
                self.model.require([(1, held)], high=0)

    def _once_a_week(self) -> None:
        """No exercise twice in a week, but for a third session that repeats the printed first."""
        repeats = self.frame.style is Style.ARTICLE
        places: dict[str, list[Term]] = {name: [] for name in self.frame.variants}
        for (name, letter), held in self.held.items():
            if not (repeats and letter == "C"):
                places[name].append((1, held))
        for terms in places.values():
            self.model.require(terms, high=1)

    def _fit(self, letter: str) -> None:
        """Rule `fits-the-opening`: warm-up, work, rests, changes and cool-down within the tightest opening."""
        facts = self.catalogue.progression
        warm_up = facts.warm_up_after_run_minutes if self.frame.after_run[letter] else facts.warm_up_minutes
        minutes = self.frame.minutes[letter] - warm_up - facts.cool_down_minutes
        room = minutes * 60 + facts.change_seconds
        work: list[Term] = []
        for exercise, held, sets in self._of(letter):
            timed = self._timed(exercise)
            work += [(set_seconds(timed) + timed.rest_s, sets), (facts.change_seconds - timed.rest_s, held)]
        if self.state.profile.supersets:
            both = self.model.boolean()
            self.superset[letter] = both
            self.model.require([*work, (-self.model.most(work), both)], high=room)
            for saved in self._savings(letter):
                self.model.require([*work, *saved], high=room)
        else:
            self.model.require(work, high=room)
        self.model.require([(1, held) for _, held, _ in self._of(letter)], high=MOST_LINES)

    def _savings(self, letter: str) -> Iterator[list[Term]]:
        """Bounds on what supersets save: half of the rests that can be shared, and, as two that train a muscle directly are no
        pair, the rests of those that do not train it."""
        own = [
            (exercise, self._timed(exercise).rest_s, held, sets) for exercise, held, sets in self._of(letter)
        ]
        able = [one for one in own if shares_rests(one[0], one[1])]
        yield [term for _, rest, held, sets in able for term in ((-(rest // 2), sets), (rest // 2, held))]
        for muscle in Muscle:
            others = [one for one in able if muscle not in direct_muscles(one[0])]
            if len(able) - len(others) > 1:
                yield [term for _, rest, held, sets in others for term in ((-rest, sets), (rest, held))]

    def _timed(self, exercise: Exercise) -> TimedLine:
        """The longest an exercise can take in this block."""
        heavy = exercise.heavy and self.frame.heavy_reps is not None
        rest = max(exercise.rest_s, self.frame.heavy_rest_s or 0) if heavy else exercise.rest_s
        reps = self.frame.heavy_reps[1] if heavy and self.frame.heavy_reps else exercise.reps[1]
        return TimedLine(exercise=exercise, sets=1, reps=reps, rest_s=rest)

    def _one_of_a_kind(self, letter: str) -> None:
        """A session holds one exercise of each movement pattern, two at most where lines are printed."""
        most = 1 if letter not in self.frame.printed else 2
        for pattern in Pattern:
            same = [(1, held) for exercise, held, _ in self._of(letter) if exercise.pattern is pattern]
            self.model.require(same, high=most)

    def _gate(self, letter: str) -> None:
        """Rule `plyometric-gate`: contacts within the block's first allowance, never straight after a hard run."""
        for exercise, held, sets in self._of(letter):
            if not exercise.plyometric:
                continue
            if self.frame.after_hard_run[letter]:
                self.model.require([(1, held)], high=0)
            sides = 2 if exercise.counting.per_side else 1
            contacts = max(1, exercise.contacts) * sides * exercise.reps[0]
            self.model.require([(contacts, sets)], high=max(self.frame.contacts, contacts * 2))

    def _follow_print(self, letter: str) -> None:
        """Every exercise of a printed session stands for one printed line, or is a short extra."""
        uses: dict[str, list[Term]] = {name: [] for name in self._allowed(letter)}
        for number, line in enumerate(self.frame.printed[letter]):
            taken: list[Term] = []
            for name, _ in self._options(line.exercise):
                stands = self.model.boolean()
                self.stands_for[letter, number, name] = stands
                taken.append((1, stands))
                uses[name].append((-1, stands))
            self.model.require(taken, high=1)
        for name, terms in uses.items():
            held = self.held[name, letter]
            if self.catalogue.exercises[name].short and self.frame.extras:
                self.model.require([(1, held), *terms], low=0)
            else:
                self.model.require([(1, held), *terms], low=0, high=0)

    def _extra_terms(self) -> Iterator[Term]:
        """Exercises that stand for no printed line."""
        for letter in self.frame.printed:
            for exercise, held, _ in self._of(letter):
                if exercise.short:
                    yield 1, held
        for (_, _, name), stands in self.stands_for.items():
            if self.catalogue.exercises[name].short:
                yield -1, stands

    def _print_costs(self) -> Iterator[Term]:
        for letter, lines in self.frame.printed.items():
            for number, line in enumerate(lines):
                stands = {
                    name: self.stands_for[letter, number, name] for name, _ in self._options(line.exercise)
                }
                yield MISSING, self.model.slack([(1, held) for held in stands.values()], low=1)
                for name, cost in self._options(line.exercise):
                    if cost:
                        yield cost, stands[name]
            for exercise, held, sets in self._of(letter):
                if not exercise.short:
                    yield 1, self.model.slack([(1, sets), (-self.frame.sets, held)], low=0)
                    yield 1, self.model.excess([(1, sets), (-self.frame.sets, held)], high=0)
            if letter in self.superset:
                yield 1, self.superset[letter]

    def _structure_costs(self) -> Iterator[Term]:
        for letter in self.frame.free_letters:
            own = self._of(letter)
            for patterns in (KNEE_DOMINANT, HIP_DOMINANT, frozenset({Pattern.CALF})):
                yield 10, self.model.slack([(1, h) for e, h, _ in own if e.pattern in patterns], low=1)
            yield 10, self.model.slack([(1, h) for e, h, _ in own if e.one_leg and not e.trunk], low=1)
            yield 3, self.model.slack([(1, held) for _, held, _ in own], low=FREE_LINES)
            if letter in self.superset:
                yield 2, self.superset[letter]
            yield from self._kept_lifts(letter)
        if self.frame.free_letters and self.frame.contacts and self.frame.power:
            jumps = [
                (1, held) for letter in self.frame.letters for e, held, _ in self._of(letter) if e.plyometric
            ]
            yield 5, self.model.slack(jumps, low=1)

    def _kept_lifts(self, letter: str) -> Iterator[Term]:
        """Main lifts stay in their session from block to block."""
        kept = previous_lines(self.before).get(letter, set())
        for exercise, held, _ in self._of(letter):
            if exercise.id in kept and exercise.place is SessionPlace.HEAVY:
                yield 5, self.model.slack([(1, held)], low=1)

    def _band_costs(self) -> Iterator[Term]:
        """Balance over each kind of week that the block really has: both letters, or one of them alone."""
        fullest = max(len(letters) for letters in self.frame.week_letters)
        for letters in self.frame.week_letters:
            if len(letters) == fullest:
                yield from self._muscle_costs(letters)
            yield from self._balance_costs(letters)
            if self.frame.extras:
                yield from self._hips_and_trunk_costs(letters)

    def _muscle_costs(self, letters: Sequence[str]) -> Iterator[Term]:
        rulebook, frame = self.catalogue.rulebook, self.frame
        least = 4 * rulebook.number("muscle-band", "least")
        early = frame.newcomer and frame.style is Style.EVIDENCE
        beginner = early and self.state.profile.lifting is LiftingLevel.BEGINNER
        most = 4 * rulebook.number("muscle-band", "most_beginner" if beginner else "most")
        aim = ("aim_low", "aim_high") if frame.free_letters and len(letters) > 1 else ()
        for muscle in BANDED:
            terms = list(self._muscle_terms(muscle, letters))
            yield 2, self.model.slack(terms, low=least)
            yield 2, self.model.excess(terms, high=most)
            if aim:
                yield 1, self.model.slack(terms, low=4 * rulebook.number("muscle-band", aim[0]))
                yield 1, self.model.excess(terms, high=4 * rulebook.number("muscle-band", aim[1]))

    def _hips_and_trunk_costs(self, letters: Sequence[str]) -> Iterator[Term]:
        for wanted in ("hip_abductor", "trunk"):
            sets = [
                (1, self.sets[name, letter])
                for name, letter in self.held
                if letter in letters and getattr(self.catalogue.exercises[name], wanted)
            ]
            yield 12, self.model.slack(sets, low=self.catalogue.rulebook.number("hips-and-trunk", "sets"))

    def _muscle_terms(self, muscle: Muscle, letters: Sequence[str]) -> Iterator[Term]:
        for (name, letter), sets in self.sets.items():
            quarters = self.catalogue.exercises[name].sets.get(muscle, 0)
            if quarters and letter in letters:
                yield quarters, sets

    def _balance_costs(self, letters: Sequence[str]) -> Iterator[Term]:
        """Rule `posterior-balance`: hamstrings and glute max against quadriceps, in percent."""
        rulebook = self.catalogue.rulebook
        low = rulebook.number("posterior-balance", "low")
        high = rulebook.number("posterior-balance", "high")
        back = (Muscle.HAMSTRINGS, Muscle.GLUTE_MAX)
        posterior = [term for muscle in back for term in self._muscle_terms(muscle, letters)]
        anterior = list(self._muscle_terms(Muscle.QUADRICEPS, letters))
        under = [(100 * factor, v) for factor, v in posterior] + [
            (-low * factor, v) for factor, v in anterior
        ]
        over = [(100 * factor, v) for factor, v in posterior] + [
            (-high * factor, v) for factor, v in anterior
        ]
        yield 1, self._hundreds(under, low=0)
        yield 1, self._hundreds([(-factor, v) for factor, v in over], low=0)

    def _hundreds(self, terms: Sequence[Term], *, low: int) -> int:
        """A slack counted in hundreds, so that percent and quarter sets weigh alike."""
        short = self.model.integer(0, max(0, (low - self.model.least(terms)) // 100 + 1))
        self.model.require([*terms, (100, short)], low=low)
        return short

    def _variety_costs(self) -> Iterator[Term]:
        likes = set(self.state.profile.likes)
        kept = {name for names in previous_lines(self.before).values() for name in names}
        if kept and self.frame.free_letters:
            changed = [
                (1, held)
                for (name, _), held in self.held.items()
                if name not in kept and not self.catalogue.exercises[name].short
            ]
            yield 3, self.model.slack(changed, low=1)
            yield 3, self.model.excess(changed, high=2)
        for name in sorted(likes & set(self.frame.variants)):
            places = [(1, held) for (other, _), held in self.held.items() if other == name]
            if places:
                yield 4, self.model.slack(places, low=1)
        for letter in self.frame.free_letters:
            for exercise, held, sets in self._of(letter):
                yield 1, self.model.slack([(1, sets), (-exercise.base_sets, held)], low=0)
                yield 1, self.model.excess([(1, sets), (-exercise.base_sets, held)], high=0)

    def _order_costs(self) -> Iterator[Term]:
        """The article's own exercises first, kept exercises in their own session, then the rest."""
        kept = previous_lines(self.before)
        for (name, letter), held in self.held.items():
            elsewhere = any(name in names for other, names in kept.items() if other != letter)
            cost = (0 if self.catalogue.exercises[name].claims else 2) + (3 if elsewhere else 0)
            if cost:
                yield cost, held
