"""Decides, apart from the planner's own code, which rules a session that a runner is given would break.

Written from the rulebook's words, for sessions as prescribed against sessions as logged. It knows the model's types and the catalogue's facts,
none of the functions that plan, dose or check.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import combinations

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise, Tissue, WeightKind
from legday.model.happened import (
    Away,
    ClearedByClinician,
    Ill,
    PainFelt,
    RedFlagRaised,
    Slept,
    SorenessFelt,
)
from legday.model.plan import Prescription
from legday.model.runner import Gear, GearKind, LiftingLevel, LiftOrder, Priority, Profile
from legday.model.runs import ExpectedRun, RunKind

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
FAR_MORE = 2
"""Repetitions in reserve beyond those asked for, in every set, that let a weight rise by a tenth of all that is moved at once."""
LEAST_SHARE = 0.55
"""Of the year's highest week, so much may always be done: it is where a lay-off of months begins again."""
AFTER_FEVER = 8 * DAY
"""After a fever: a clear day, then a week with less."""
SHORT_NIGHT, LITTLE_READY, SORE = 360, 2, 5
"""Minutes asleep under which a night is short; a readiness up to which, and soreness from which, a day is taken more easily."""
LEAST = 5_000
"""Percent of the body mass times repetitions that a week may always hold: about a set of each exercise."""
ROUNDING = 1.01
"""Volumes are whole numbers per line; a week's sum may differ by this much from one that rounds at the end."""

HOLDS = {Tissue.BONE: 0, Tissue.KNEECAP: 2, Tissue.TENDON: 2}
STOPS = {**HOLDS, Tissue.TENDON: 5}
"""The pain over which places of these tissues hold, and stop what they must not do; all others say it themselves."""

RULES = (
    "leg-spacing",
    "weekly-ceiling",
    "run-first",
    "fresh-for-key-runs",
    "race-quiet",
    "after-race",
    "fits-the-opening",
    "gear",
    "leg-growth",
    "weight-step",
    "plyometric-gate",
    "pain-gate",
    "red-flag-lock",
    "illness",
    "returning",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What was done, or is asked for, of one exercise in one session: sets, most repetitions of a set, heaviest grams.

    `own` is repetitions × percent of the body moved, `lifted` repetitions × grams held, both sides counted. `beyond` is the least that any set
    left in reserve beyond what was asked; None where that was not told, or not all of it was done.
    """

    exercise: str
    sets: int
    reps: int
    weight_g: int
    own: float
    lifted: float
    top: int
    beyond: int | None = None

    def moved(self, body_mass_g: int) -> float:
        """Volume in percent of a body mass. All that is compared is set against the same one, so that the same sets stay the same amount
        for who has become lighter or heavier."""
        return self.own + 100 * self.lifted / body_mass_g


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A session that took place, as it is known. `known` is false where the runner said nothing of it."""

    start: datetime
    amounts: tuple[Amount, ...] = ()
    contacts: int = 0
    light: bool = False
    known: bool = True

    def moved(self, body_mass_g: int) -> float:
        return sum(amount.moved(body_mass_g) for amount in self.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A session as it was given to the runner: start, end, room, lines, contacts; whether its week was light on purpose, sessions wanted in it."""

    start: datetime
    minutes: int
    lines: tuple[Prescription, ...]
    contacts: int
    light: bool
    wanted: int
    menu: str = ""

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """One rule broken on a day, in words."""

    rule: str
    day: date
    words: str


@dataclass(slots=True, kw_only=True)
class Told:
    """All that the runner has said so far that is not a session, and the runs to come."""

    profile: Profile
    pains: list[PainFelt] = field(default_factory=list)
    flags: list[RedFlagRaised] = field(default_factory=list)
    cleared: list[ClearedByClinician] = field(default_factory=list)
    illnesses: dict[date, Ill] = field(default_factory=dict)
    away: list[Away] = field(default_factory=list)
    nights: dict[date, Slept] = field(default_factory=dict)
    sore: dict[date, SorenessFelt] = field(default_factory=dict)
    runs: Sequence[ExpectedRun] = ()

    def away_on(self, day: date) -> Away | None:
        return next((one for one in reversed(self.away) if one.first <= day <= one.last), None)

    def locked(self, day: date) -> list[RedFlagRaised]:
        """The red flags that stand on a day. A clinician's word on another thing, such as a knee that is well again, clears none."""
        return [
            flag
            for flag in self.flags
            if flag.day <= day
            and not any(
                one.what in {"", flag.flag} and flag.day <= one.day <= day and one.at >= flag.at
                for one in self.cleared
            )
        ]

    def gear_on(self, day: date) -> Gear:
        away = self.away_on(day)
        return self.profile.gear if away is None or away.gear is None else away.gear


def amount_of(line: Prescription, exercise: Exercise) -> Amount:
    """What a prescription asks for."""
    reps = counted(exercise, line.sets * line.target * (2 if exercise.counting.per_side else 1))
    return Amount(
        exercise=line.exercise,
        sets=line.sets,
        reps=line.target,
        weight_g=line.weight_g,
        own=reps * exercise.body_share,
        lifted=reps * line.weight_g,
        top=line.reps[1],
    )


def counted(exercise: Exercise, reps: int) -> float:
    """Repetitions, a third of the seconds held."""
    return reps / 3 if exercise.counting.held else reps


def can_be_built(gear: Gear, exercise: Exercise, weight_g: int) -> bool:
    """Whether some way of doing the exercise with this gear weighs exactly that."""
    return weight_g in all_weights(gear, exercise)


def all_weights(gear: Gear, exercise: Exercise) -> frozenset[int]:
    owned = {GearKind.BODY, *gear.things}
    owned |= {GearKind.DUMBBELLS} if gear.dumbbells_g else set()
    owned |= {GearKind.KETTLEBELL} if gear.kettlebells_g else set()
    owned |= {GearKind.BARBELL} if gear.bar_g is not None else set()
    owned |= {GearKind.BANDS} if gear.bands else set()
    owned |= {GearKind.BACKPACK} if gear.backpack_g else set()
    owned |= {GearKind.STEP} if owned & {GearKind.BENCH, GearKind.BOX} else set()
    found: set[int] = set()
    for way in exercise.gear:
        if way.needs <= owned:
            found |= _weights(gear, way.weight, bells=GearKind.KETTLEBELL in way.needs)
    return frozenset(found)


def _weights(gear: Gear, kind: WeightKind, *, bells: bool) -> set[int]:
    if kind is WeightKind.NONE:
        return {0}
    if kind is WeightKind.BAND:
        return {band.grams for band in gear.bands} or {0}
    if kind is WeightKind.BACKPACK:
        return {0, *gear.backpack_g}
    single = gear.kettlebells_g if bells else gear.dumbbells_g
    if kind is WeightKind.ONE:
        return set(single)
    if kind is WeightKind.PAIR:
        return {2 * grams for grams in single if not bells or single.count(grams) > 1}
    plates = gear.plates_g
    picks = {sum(some) for count in range(len(plates) + 1) for some in combinations(plates, count)}
    return {(gear.bar_g or 0) + 2 * pick for pick in picks}


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


class Watcher:
    """Judges each session given against what was known when it was given."""

    def __init__(self, catalogue: Catalogue):
        self.exercises: Mapping[str, Exercise] = catalogue.exercises
        self.conditions = catalogue.conditions
        self._weights: dict[tuple[Gear, str], frozenset[int]] = {}

    def judge(self, given: Given, held: Sequence[Held], told: Told) -> list[Broken]:
        """All that `given` breaks; `held` are the sessions before it, oldest first, planned ones of the meantime included."""
        day = given.start.date()
        told_of = [
            *self._spacing(given, held),
            *self._runs(given, told),
            *self._races(given, told),
            *self._room(given, told),
            *self._gear(given, told),
            *self._growth(given, held, told),
            *self._steps(given, held, told),
            *self._jumps(given, held, told),
            *self._pain(given, held, told),
            *self._locks(given, told),
            *self._returning(given, held, told),
        ]
        return [Broken(rule=rule, day=day, words=words) for rule, words in told_of]

    def weights(self, gear: Gear, exercise: str) -> frozenset[int]:
        key = gear, exercise
        if key not in self._weights:
            self._weights[key] = all_weights(gear, self.exercises[exercise])
        return self._weights[key]

    def _spacing(self, given: Given, held: Sequence[Held]) -> Iterator[tuple[str, str]]:
        """A session of which nothing was said may not have been done: it is rested after, and no session of the week. Hours are counted where
        the rules say hours, days where they say days."""
        near = [one for one in held if abs(given.start - one.start) < timedelta(hours=48)]
        for one in near:
            yield "leg-spacing", f"{given.start} comes less than 48 h after {one.start}"
        since = given.start.date() - WEEK
        week = [one for one in held if one.known and since < one.start.date() <= given.start.date()]
        if len(week) >= 3:
            yield "weekly-ceiling", f"{given.start} is the fourth in seven days"

    def _runs(self, given: Given, told: Told) -> Iterator[tuple[str, str]]:
        for run in told.runs:
            key = run.kind in {RunKind.LONG, RunKind.QUALITY, RunKind.RACE}
            early = datetime.combine(run.day, run.start or time(6))
            if (
                key
                and timedelta() <= early - given.end < timedelta(hours=24)
                and run.day != given.start.date()
            ):
                yield "fresh-for-key-runs", f"ends {given.end}, {run.kind} at {early}"
            over = early + timedelta(minutes=run.minutes or 0)
            if run.day == given.start.date() and given.start < over:
                easy_later = not key and early - given.end >= timedelta(hours=6)
                if told.profile.order is LiftOrder.AFTER or not easy_later:
                    yield "run-first", f"{given.start} is before the end of the run at {early}"

    def _races(self, given: Given, told: Told) -> Iterator[tuple[str, str]]:
        quiet = {Priority.A: 96, Priority.B: 72, Priority.C: 48}
        for race in told.profile.races:
            before = datetime.combine(race.day, race.start or time(6)) - given.start
            if timedelta() <= before < timedelta(hours=quiet[race.priority]):
                yield "race-quiet", f"{given.start} is too near the {race.priority} race of {race.day}"
            after = (given.start.date() - race.day).days
            rest = (
                7
                if race.metres >= 42_000
                else 4
                if race.metres >= 21_000
                else 2
                if race.metres >= 10_000
                else 1
            )
            if 0 < after < rest:
                yield "after-race", f"{given.start} is {after} days after {race.metres} m"

    def _room(self, given: Given, told: Told) -> Iterator[tuple[str, str]]:
        day = given.start.date()
        away = told.away_on(day)
        openings = told.profile.openings if away is None or away.openings is None else away.openings
        room = [
            opening.minutes for opening in openings if opening.on(day) and opening.start == given.start.time()
        ]
        if not room or max(room) < given.minutes:
            yield "fits-the-opening", f"{given.start}, {given.minutes} min: room {room}"

    def _gear(self, given: Given, told: Told) -> Iterator[tuple[str, str]]:
        gear = told.gear_on(given.start.date())
        for line in given.lines:
            if line.weight_g not in self.weights(gear, line.exercise):
                yield "gear", f"{line.exercise} at {line.weight_g} g cannot be built"

    def _growth(self, given: Given, held: Sequence[Held], told: Told) -> Iterator[tuple[str, str]]:
        """The week up to this session against 110 % of the highest of the last four weeks with a session that were not light."""
        this = monday(given.start.date())
        mass = told.profile.body_mass_g
        cap = self._cap(this, held, given, mass) if given.lines else None
        if cap is None:
            return
        before = sum(one.moved(mass) for one in held if monday(one.start.date()) == this)
        asked = sum(amount_of(line, self.exercises[line.exercise]).moved(mass) for line in given.lines)
        if before + asked > cap * ROUNDING:
            yield "leg-growth", f"week of {this}: {before:.0f} done + {asked:.0f} asked, {cap:.0f} allowed"

    def _cap(self, this: date, held: Sequence[Held], given: Given, mass: int) -> float | None:
        every: dict[date, list[Held]] = {}
        for one in held:
            every.setdefault(monday(one.start.date()), []).append(one)
        earliest = min(every, default=this)
        weeks = [this - n * WEEK for n in range(1, 60) if this - n * WEEK >= earliest]
        by_week = {week: [one for one in every.get(week, ()) if one.known] for week in weeks}
        light = {
            week: bool(by_week[week])
            and (any(one.light for one in by_week[week]) or self._back_in(by_week[week], held))
            for week in weeks
        }
        since = []
        empty = 0
        for week in weeks:
            empty = 0 if by_week[week] else empty + 1
            if empty >= 4:
                break
            if by_week[week]:
                since.append(week)
        if not any(len(by_week[week]) >= given.wanted for week in since) and len(since) < 4:
            return None
        trained = [week for week in weeks[:8] if by_week[week]]
        looked_at = ([week for week in trained if not light[week]] or trained)[:4]
        if not looked_at:
            return None
        highest = max(sum(one.moved(mass) for one in by_week[week]) for week in looked_at)
        rested = len(weeks) >= 3 and all(light[week] for week in weeks[:3])
        year = max(sum(one.moved(mass) for one in by_week[week]) for week in weeks[:52])
        return max(highest * (0.8 if rested else 1.1), year * LEAST_SHARE, LEAST)

    def _back_in(self, week: Sequence[Held], held: Sequence[Held]) -> bool:
        """Whether a session of the week came ten days or more after the one before."""
        for one in week:
            before = [other.start.date() for other in held if other.known and other.start < one.start]
            if before and (one.start.date() - before[-1]).days >= 10:
                return True
        return False

    def _steps(self, given: Given, held: Sequence[Held], told: Told) -> Iterator[tuple[str, str]]:
        this = monday(given.start.date())
        for line in given.lines:
            exercise = self.exercises[line.exercise]
            earlier = [
                amount
                for one in held
                if this - 8 * WEEK <= one.start.date() < this
                for amount in one.amounts
                if amount.exercise == line.exercise
            ]
            if earlier:
                asked = amount_of(line, exercise)
                yield from self._one_step(asked, earlier, exercise, given, told)

    def _one_step(
        self, asked: Amount, earlier: Sequence[Amount], exercise: Exercise, given: Given, told: Told
    ) -> Iterator[tuple[str, str]]:
        sets, reps = max(one.sets for one in earlier), max(one.reps for one in earlier)
        mass = told.profile.body_mass_g
        weight_g, moved = max(one.weight_g for one in earlier), max(one.moved(mass) for one in earlier)
        raised = [
            name
            for name, up in (
                ("sets", asked.sets > sets),
                ("reps", asked.reps > reps),
                ("weight", asked.weight_g > weight_g),
            )
            if up
        ]
        if len(raised) > 1:
            yield "weight-step", f"{exercise.id} raises {' and '.join(raised)} at once"
        if asked.weight_g > weight_g and asked.weight_g > weight_g * 1.1 + 1:
            gear = told.gear_on(given.start.date())
            following = min((w for w in self.weights(gear, exercise.id) if w > weight_g), default=None)
            next_one = asked.weight_g == following
            past = any(
                one.weight_g == weight_g and one.reps >= min(one.top, asked.top) + 4 for one in earlier
            )
            small = asked.moved(mass) <= moved * 1.1 * ROUNDING
            body = exercise.body_share * mass / 100
            light = earlier[-1].beyond is not None and earlier[-1].beyond >= FAR_MORE
            shown = light and earlier[-1].weight_g == weight_g
            near = body + asked.weight_g <= (body + weight_g) * 1.1 + 1
            if not ((near and (next_one or shown)) or (next_one and small and (past or shown))):
                yield "weight-step", f"{exercise.id} from {weight_g} g to {asked.weight_g} g"

    def _jumps(self, given: Given, held: Sequence[Held], told: Told) -> Iterator[tuple[str, str]]:
        if not given.contacts:
            return
        cap = {LiftingLevel.BEGINNER: 60, LiftingLevel.TRAINED: 100, LiftingLevel.ADVANCED: 120}
        this = monday(given.start.date())
        before = max((one.contacts for one in held if one.start.date() < this), default=0)
        if given.contacts > cap[told.profile.lifting]:
            yield "plyometric-gate", f"{given.contacts} contacts for {told.profile.lifting}"
        if given.contacts > max(40, before + 20):
            yield "plyometric-gate", f"{given.contacts} contacts after {before} at most"
        weeks = {monday(one.start.date()) for one in held if one.start.date() < this and one.known}
        if len(weeks) < 4:
            yield "plyometric-gate", f"jumps after {len(weeks)} weeks"

    def _pain(self, given: Given, held: Sequence[Held], told: Told) -> Iterator[tuple[str, str]]:
        day = given.start.date()
        for pain in self._hurting(day, told):
            condition = next(one for one in self.conditions.values() if pain.place in one.places)
            if condition.avoid_impact and given.contacts:
                yield "pain-gate", f"jumps with {pain.place} {pain.score}/10 of {pain.day}"
            if pain.score > min(condition.stop_above, STOPS.get(condition.tissue, 10)):
                wrong = [line.exercise for line in given.lines if line.exercise in condition.avoid_exercises]
                if wrong:
                    yield "pain-gate", f"{wrong} with {pain.place} {pain.score}/10 of {pain.day}"
            yield from self._rises(given, held, pain, told)

    def _hurting(self, day: date, told: Told) -> list[PainFelt]:
        """The last report of each place, where it is above its limit and less than a week old."""
        last: dict[tuple[str, str], PainFelt] = {}
        for pain in told.pains:
            if pain.day <= day:
                last[pain.place, pain.side] = pain
        found = []
        for pain in last.values():
            condition = next(one for one in self.conditions.values() if pain.place in one.places)
            names = {"", pain.place, condition.id}
            cleared = any(one.what in names and pain.day <= one.day <= day for one in told.cleared)
            limit = min(condition.hold_above, HOLDS.get(condition.tissue, 10))
            if pain.score > limit and (day - pain.day).days < 7 and not cleared:
                found.append(pain)
        return found

    def _rises(
        self, given: Given, held: Sequence[Held], pain: PainFelt, told: Told
    ) -> Iterator[tuple[str, str]]:
        """Above the most of five weeks; where all of these were light on purpose, which growth is never measured against, or on a journey with
        other gear, whose weights say nothing of the legs, of eight on the calendar, as the rule counts them.

        More repetitions in fewer sets, less moved in all, are another range and no rise.
        """
        day, mass = given.start.date(), told.profile.body_mass_g
        for line in given.lines:
            done = [
                (one, amount) for one in held for amount in one.amounts if amount.exercise == line.exercise
            ]
            near = [(one, amount) for one, amount in done if day - 5 * WEEK <= one.start.date()]
            if near and all(one.light or self._with_other_gear(one.start.date(), told) for one, _ in near):
                near = [(one, amount) for one, amount in done if monday(day) - 8 * WEEK <= one.start.date()]
            earlier = [amount for _, amount in near]
            asked = amount_of(line, self.exercises[line.exercise]).moved(mass)
            if earlier and (
                line.weight_g > max(one.weight_g for one in earlier)
                or line.sets > max(one.sets for one in earlier)
                or (
                    line.target > max(one.reps for one in earlier)
                    and asked > max(one.moved(mass) for one in earlier)
                )
            ):
                yield "pain-gate", f"{line.exercise} rises with {pain.place} {pain.score}/10 of {pain.day}"

    def _with_other_gear(self, day: date, told: Told) -> bool:
        return told.gear_on(day) != told.profile.gear

    def _locks(self, given: Given, told: Told) -> Iterator[tuple[str, str]]:
        day = given.start.date()
        for flag in told.locked(day):
            yield "red-flag-lock", f"{flag.flag} of {flag.day} is not cleared"
        for ill in told.illnesses.values():
            if ill.fever and ill.first <= day and (ill.last is None or day <= ill.last + DAY):
                yield "illness", f"fever from {ill.first} to {ill.last}"

    def _returning(self, given: Given, held: Sequence[Held], told: Told) -> Iterator[tuple[str, str]]:
        """The first session after a lay-off: less weight, by how long it was, than before it; what was less for a time only is no measure."""
        behind = [one for one in held if one.start < given.start]
        if not behind or not behind[-1].known:
            return
        off = (given.start.date() - behind[-1].start.date()).days
        percent = 100 if off <= 10 else 90 if off < 21 else 75 if off < 56 else 55
        if percent == 100 or off in {21, 56}:
            return
        last = self._in_force(behind, told)
        for line in given.lines:
            if line.exercise in last and line.weight_g:
                lightest = min(self.weights(told.gear_on(given.start.date()), line.exercise))
                allowed = max(lightest, last[line.exercise].weight_g * percent // 100)
                if line.weight_g > allowed:
                    was = last[line.exercise].weight_g
                    yield "returning", f"{line.exercise} {line.weight_g} g after {off} days off from {was} g"

    def _hurt_lately(self, day: date, told: Told) -> bool:
        """Whether a pain was told in the week up to a day: over its limit it holds, grown since the day before it eases."""
        return any(one.score > 0 and timedelta() <= day - one.day <= WEEK for one in told.pains)

    def _after_fever(self, day: date, told: Told) -> bool:
        """Whether a fever was over for no longer than a clear day and the week with less after it."""
        return any(
            one.fever and one.last is not None and one.last < day <= one.last + AFTER_FEVER
            for one in told.illnesses.values()
        )

    def _held_as_it_was(self, day: date, told: Told) -> bool:
        """Whether growth may have been held on a day, so that a weight lowered the last time was not given back yet: after a night that was short
        and the second running or left the runner little ready, with sore legs, or for the fortnight that a pain holds at the longest."""
        night, before, sore = told.nights.get(day), told.nights.get(day - DAY), told.sore.get(day)
        short = all(one and one.minutes is not None and one.minutes < SHORT_NIGHT for one in (night, before))
        unready = night is not None and night.readiness is not None and night.readiness <= LITTLE_READY
        hurt = any(one.score > 0 and timedelta() <= day - one.day <= 2 * WEEK for one in told.pains)
        return short or unready or hurt or (sore is not None and sore.score >= SORE)

    def _in_force(self, held: Sequence[Held], told: Told) -> dict[str, Amount]:
        """What was last done of each exercise, but for what was lighter for once: the first time of it after ten days off, what the gear of a
        journey, a pain or a fever left of it, and what a day that held growth left as it was after one of these."""
        found: dict[str, Amount] = {}
        lighter: dict[str, Amount] = {}
        last: dict[str, Amount] = {}
        seen: dict[str, date] = {}
        back, before = date.min, None
        for one in held:
            day = one.start.date()
            if not one.known:
                continue
            if before is not None and (day - before).days >= 10:
                back = day
            before = day
            once = (
                self._with_other_gear(day, told)
                or self._hurt_lately(day, told)
                or self._after_fever(day, told)
            )
            kept = self._held_as_it_was(day, told)
            for amount in one.amounts:
                name = amount.exercise
                less = name in found and amount.weight_g < found[name].weight_g
                less = less and (once or (kept and last[name].weight_g <= amount.weight_g))
                first_back = seen.get(name, day) < back
                (lighter if first_back or less else found)[name] = amount
                seen[name], last[name] = day, amount
        return lighter | found
