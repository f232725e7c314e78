"""Decides how strong a runner is in an exercise as their log shows it, and how far that may be wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, product
from math import exp, log, sqrt

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise
from legday.model.plan import PastSession, Prescription, Told
from legday.model.runner import GearKind, LiftingLevel
from legday.model.sets import LoggedSet, Side
from legday.model.state import RunnerState

MOST_REPETITIONS = 10
"""Sets with more repetitions (done and in reserve together) say too little about strength (science.md D8)."""
FEW_REPETITIONS = 6
SD_FEW = 0.05
SD_MORE = 0.09
"""Standard deviation of one set's reading, as a share: up to six repetitions, seven to ten (science.md D8, our setting)."""
SD_UNSAID = 0.12
"""… where the reserve was not said and is taken as prescribed (our setting)."""
SD_BEGINNER = 0.05
"""… added for a beginner, whose reserve is told ±2 (science.md D5)."""
SD_SESSION = 0.03
"""… of a day as a whole: its sets are wrong together (our setting)."""
SD_FAR = 0.25
"""How far an estimate is off that rests only on sets with four or more left: the scale's last step says no more (science.md D5, our setting)."""
FAR_RESERVE = 4
SD_PERSON = 0.15
"""How far a person's repetitions at a share of the maximum are from everybody's; no number of sessions averages it out (science.md D8)."""
SD_DAY = 0.005
"""How far strength drifts in a day (our setting)."""
SD_KIN = 0.15
"""How far a kin's strength is from what the transfer factor says (our setting)."""
BAND = 1.2816
"""Standard deviations to each side of a band that holds 8 times out of 10."""

SHARES = (
    *(100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1, 79.9, 78.6, 77.4),
    *(76.2, 75.1, 73.9, 72.3, 70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9, 58.6, 57.2),
)
"""Percent of the one-repetition maximum by half repetitions: place 2 × (repetitions + reserve − 1) (science.md D6)."""

_UNKNOWN_WEIGHT = frozenset({GearKind.BANDS, GearKind.MINIBAND, GearKind.BACKPACK})


def epley(grams: int, repetitions: int) -> float:
    """The one-repetition maximum in grams of someone who can do `repetitions` (done and in reserve) with `grams` (science.md D7)."""
    return float(grams) if repetitions == 1 else grams * (30 + repetitions) / 30


def share_of_maximum(repetitions: int) -> float:
    """The share of the maximum (0–1) with which `repetitions` are possible: the lower of Epley's and the table's (science.md D6, D7)."""
    place = 2 * (repetitions - 1)
    formula = 1 / epley(1, max(1, repetitions))
    return min(formula, SHARES[place] / 100) if 0 <= place < len(SHARES) else formula


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one session showed: the maximum its best set stands for, in grams of the whole mass moved, and how far that may be off (share);
    `far` where that set left four or more in reserve."""

    day: date
    grams: float
    sd: float
    far: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The one-repetition maximum of the whole mass moved (the body's share and the external weight) on `day`, in grams.

    It lies between `low_g` and `high_g` 8 times out of 10. `sure_g` is the lower end of what the runner's own sets vary by, which is what
    their next sets are decided from: how far the formula is from this person does not matter there. `sessions` it rests on; `kin` the
    exercise it was taken over from, else empty.
    """

    grams: int
    low_g: int
    high_g: int
    sure_g: int
    day: date
    sessions: int
    kin: str = ""

    def external_g(self, exercise: Exercise, body_mass_g: int) -> int:
        """The same maximum as external weight only, never below nothing."""
        return max(0, self.grams - exercise.body_share * body_mass_g // 100)


@dataclass(frozen=True, slots=True)
class _Belief:
    """Mean and variance of the logarithm of the maximum."""

    mean: float
    variance: float
    day: date
    sessions: int
    far: bool

    def on(self, day: date) -> "_Belief":
        days = max(0, (day - self.day).days)
        return replace(self, variance=self.variance + days * SD_DAY**2, day=max(day, self.day))

    def told(self, shown: Shown) -> "_Belief":
        """After one more session (a Kalman update in one dimension)."""
        before = self.on(shown.day)
        noise = shown.sd**2
        gain = before.variance / (before.variance + noise)
        return _Belief(
            before.mean + gain * (log(shown.grams) - before.mean),
            (1 - gain) * before.variance,
            before.day,
            self.sessions + 1,
            self.far and shown.far,
        )

    def estimate(self) -> Estimate:
        sd = sqrt(self.variance + SD_PERSON**2 + (SD_FAR**2 if self.far else 0))
        return Estimate(
            grams=round(exp(self.mean)),
            low_g=round(exp(self.mean - BAND * sd)),
            high_g=round(exp(self.mean + BAND * sd)),
            sure_g=round(exp(self.mean - BAND * sqrt(self.variance))),
            day=self.day,
            sessions=self.sessions,
        )


def _beliefs(shown: Iterable[Shown], belief: _Belief | None = None) -> Iterator[_Belief]:
    """What is believed after each session; `belief` what was before the first of them."""
    for one in sorted(shown, key=lambda one: one.day):
        first = _Belief(log(one.grams), one.sd**2, one.day, 1, one.far)
        belief = first if belief is None else belief.told(one)
        yield belief


def estimate(shown: Iterable[Shown], *, today: date | None = None) -> Estimate | None:
    """The strength that sessions show, as of `today` (None: as of the last of them); None where there is none.

    Every session counts as one reading, however many sets it had: its sets are wrong together.
    """
    told = list(_beliefs(shown))
    if not told:
        return None
    last = told[-1]
    return (last if today is None else last.on(today)).estimate()


def history(shown: Iterable[Shown]) -> tuple[Estimate, ...]:
    """The estimate after each session, oldest first."""
    return tuple(belief.estimate() for belief in _beliefs(shown))


@dataclass(frozen=True, slots=True)
class _Seen:
    """One set that says something: mass moved, repetitions done and in reserve together, whether the reserve was said."""

    moved_g: int
    repetitions: int
    said: bool
    far: bool

    def sd(self, lifting: LiftingLevel) -> float:
        own = SD_FEW if self.repetitions <= FEW_REPETITIONS else SD_MORE
        own = own if self.said else SD_UNSAID
        beginner = SD_BEGINNER if lifting is LiftingLevel.BEGINNER else 0.0
        return sqrt(own**2 + beginner**2 + SD_SESSION**2)


def _seen(one: LoggedSet, asked: Prescription | None, body_g: int, *, most: int | None) -> _Seen | None:
    """The set as a reading; None where it says nothing. `most` reads it as no more than so many repetitions."""
    weight = one.weight_g if one.weight_g is not None else asked.weight_g if asked else None
    reserve = one.rir if one.rir is not None else asked.rir if asked else None
    if (
        one.warm_up
        or one.seconds
        or one.reps < 1
        or weight is None
        or reserve is None
        or body_g + weight <= 0
    ):
        return None
    tested = one.reps == 1 and reserve == 0
    repetitions = one.reps + reserve if most is None else min(most, one.reps + reserve)
    if tested or repetitions > MOST_REPETITIONS:
        return None
    return _Seen(body_g + weight, repetitions, one.rir is not None, reserve >= FAR_RESERVE)


def _best(seen: Sequence[_Seen]) -> _Seen:
    """The set that stands for the highest maximum, of those with a reserve said where there are any."""
    said = [one for one in seen if one.said]
    return max(said or seen, key=lambda one: epley(one.moved_g, one.repetitions))


def weighable(exercise: Exercise, asked: Prescription | None) -> bool:
    """Whether sets of the exercise say how strong somebody is: not jumps, holds, bands, nor short hip and trunk work."""
    held = exercise.counting.held
    unknown = asked is not None and bool(_UNKNOWN_WEIGHT & set(asked.gear))
    return not (exercise.plyometric or exercise.trunk or exercise.short or held or unknown)


def sides_of(exercise: Exercise, sets: Iterable[LoggedSet]) -> tuple[Side, ...]:
    """The legs that sets are counted for: each its own where any set was done by one leg, else both as one."""
    sided = exercise.counting.per_side and any(one.side is not Side.BOTH for one in sets)
    return (Side.LEFT, Side.RIGHT) if sided else (Side.BOTH,)


def of_side(sets: Iterable[LoggedSet], side: Side) -> list[LoggedSet]:
    """The sets that a leg took part in."""
    return [one for one in sets if side is Side.BOTH or one.side in {side, Side.BOTH}]


def shown_by(
    session: PastSession,
    exercise: Exercise,
    state: RunnerState,
    *,
    side: Side = Side.BOTH,
    most: int | None = None,
) -> Shown | None:
    """What a logged session shows of an exercise (of one leg); None where no set says enough."""
    asked = next((line for line in session.prescribed if line.exercise == exercise.id), None)
    if not weighable(exercise, asked):
        return None
    body_g = exercise.body_share * state.profile.body_mass_g // 100
    mine = of_side((one for one in session.sets if one.exercise == exercise.id), side)
    seen = [found for one in mine if (found := _seen(one, asked, body_g, most=most)) is not None]
    if not seen:
        return None
    best = _best(seen)
    sd = best.sd(state.profile.lifting)
    grams = epley(best.moved_g, best.repetitions)
    return Shown(day=session.start.date(), grams=grams, sd=sd, far=best.far)


def shown(
    sessions: Iterable[PastSession], state: RunnerState, catalogue: Catalogue
) -> dict[tuple[str, Side], list[Shown]]:
    """What logged sessions show, by exercise and leg (`Side.BOTH` where no set was done by one leg alone), in the order given."""
    logged = [one for one in sessions if one.told is Told.LOGGED]
    sets: dict[str, list[LoggedSet]] = {}
    held: dict[str, list[PastSession]] = {}
    for session in logged:
        for name in dict.fromkeys(one.exercise for one in session.sets):
            held.setdefault(name, []).append(session)
        for one in session.sets:
            sets.setdefault(one.exercise, []).append(one)
    found: dict[tuple[str, Side], list[Shown]] = {}
    for name, mine in held.items():
        exercise = catalogue.exercises.get(name)
        for side in sides_of(exercise, sets[name]) if exercise else ():
            seen = [shown_by(session, exercise, state, side=side) for session in mine if exercise]
            told = [one for one in seen if one is not None]
            if told:
                found[name, side] = told
    return found


def estimates(
    state: RunnerState, catalogue: Catalogue, today: date | None = None
) -> Mapping[tuple[str, Side], Estimate]:
    """Strength by exercise and leg as of `today` (None: as of the last session of each)."""
    told = {key: estimate(seen, today=today) for key, seen in shown(state.done, state, catalogue).items()}
    return {key: one for key, one in told.items() if one is not None}


def histories(state: RunnerState, catalogue: Catalogue) -> Mapping[tuple[str, Side], tuple[Estimate, ...]]:
    """How each estimate came about, session by session, oldest first (pictures of progress)."""
    return {key: history(seen) for key, seen in shown(state.done, state, catalogue).items()}


def weaker(known: Mapping[tuple[str, Side], Estimate], exercise: str) -> Estimate | None:
    """The estimate of an exercise, of the weaker leg where legs differ."""
    mine = [known[exercise, side] for side in Side if (exercise, side) in known]
    return min(mine, key=lambda one: one.sure_g, default=None)


_READINGS = (None, MOST_REPETITIONS, FEW_REPETITIONS)
"""A set of many repetitions also shows fewer of them: each way to read a session."""


def reach_g(sessions: Iterable[PastSession], exercise: Exercise, state: RunnerState) -> int | None:
    """The maximum (grams moved) that the runner has at least, the weaker leg's; None where the log says nothing of strength.

    Of the ways to read the last two sessions the best counts, so that a set done better never lowers it.
    """
    held = [one for one in sessions if one.told is Told.LOGGED]
    sets = [one for session in held for one in session.sets if one.exercise == exercise.id]
    lows = [_reach(held, exercise, state, side) for side in sides_of(exercise, sets)]
    return min((low for low in lows if low is not None), default=None)


def _reach(held: Sequence[PastSession], exercise: Exercise, state: RunnerState, side: Side) -> int | None:
    def read(sessions: Iterable[PastSession], most: int | None) -> list[Shown]:
        found = (shown_by(one, exercise, state, side=side, most=most) for one in sessions)
        return [one for one in found if one is not None]

    with_it = [one for one in held if any(done.exercise == exercise.id for done in one.sets)]
    earlier = read(with_it[:-2], None)
    if not earlier and not read(with_it, None):
        return None
    before = _last(_beliefs(earlier))
    ways = [[read([one], most) for most in _READINGS] for one in with_it[-2:]]
    told = (_last(_beliefs(chain.from_iterable(choice), before)) or before for choice in product(*ways))
    return max(one.estimate().sure_g for one in told if one is not None)


def _last(beliefs: Iterable[_Belief]) -> _Belief | None:
    return next(reversed(list(beliefs)), None)


def estimate_from_kin(
    known: Mapping[tuple[str, Side], Estimate], exercise: str, catalogue: Catalogue
) -> Estimate | None:
    """The strength in `exercise` that kin exercises show, by the factors of `catalogue/transfer.toml`: the lowest, with a wider band.

    The factors are our own setting. None where no kin with a factor has an estimate.
    """
    found: list[Estimate] = []
    for transfer in catalogue.transfers.values():
        source = weaker(known, transfer.was) if transfer.now == exercise else None
        if source is not None:
            found.append(_transferred(source, percent=transfer.percent, kin=transfer.was))
    return min(found, key=lambda one: one.sure_g, default=None)


def _transferred(source: Estimate, *, percent: int, kin: str) -> Estimate:
    grams = source.grams * percent / 100
    spread, unsure = (
        exp(sqrt(log(source.grams / lower) ** 2 + (BAND * SD_KIN) ** 2))
        for lower in (source.low_g, source.sure_g)
    )
    return replace(
        source,
        grams=round(grams),
        low_g=round(grams / spread),
        high_g=round(grams * spread),
        sure_g=round(grams / unsure),
        kin=kin,
    )
