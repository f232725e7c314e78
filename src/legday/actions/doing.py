"""Decides what is needed to do a session without the server: its sets, what can stand in, and what a pain would change of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from legday.actions.places import places
from legday.actions.planned import planned_sessions
from legday.actions.session import SessionReport, Standing
from legday.actions.set_by_set import OpenSession, Whole, finished, set_done
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.actions.swap import swap_choices
from legday.adapting.easings import easings
from legday.adapting.limits import condition_of, limits_of
from legday.model.easing import Decision, Eased
from legday.model.exercises import WORST_PAIN, GearVariant
from legday.model.gear_weights import owned_variants
from legday.model.happened import PainFelt, SessionDone, SetDone
from legday.model.ids import derived_id
from legday.model.journal import AnyEntry
from legday.model.load import volume
from legday.model.plan import PastSession, Plan, Prescription
from legday.model.sets import LoggedSet
from legday.model.standing_entries import standing_entries
from legday.model.state import RunnerState
from legday.progressing.first_weights import first_weight
from legday.progressing.lattice import lattice, pick_up, way_of

MOST_CHOICES = 3
"""So many stand-ins are offered in the midst of a session, the best ones (our setting)."""
NEAR_WEIGHTS = 7
"""So many weights to either side of the one asked for are a tap away (our setting)."""
_ORDER = tuple(Decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A weight that can be built: grams in all, and what to pick up for it."""

    grams: int
    pick_up: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """What is left of the session where a place hurts from `score` on: nothing, or its lines as they were eased, less what is left out."""

    score: int
    decision: Decision
    stop: bool
    left_out: frozenset[str]
    lines: tuple[Prescription, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One session as it is done step by step.

    `open` what was begun, or would be: `done` are its entries so far. `one` and `whole` are entries of it with an empty set and without
    a word, to be filled in. `swaps` are prescriptions that can stand in, by exercise; `hurts` what each place that can hurt would change.
    """

    open: OpenSession
    done: tuple[SetDone, ...]
    one: SetDone
    whole: SessionDone
    swaps: Mapping[str, tuple[Prescription, ...]]
    hurts: Mapping[str, tuple[Hurt, ...]]


def doing(plan: Plan, known: Facts, entries: Sequence[AnyEntry], report: SessionReport) -> Doing | None:
    """The session of a report, made ready to be done; None where it is neither open nor to come, or nothing is known of what it holds."""
    standing = standing_entries(entries)
    if report.standing not in {Standing.OPEN, Standing.COMING} or not report.asked:
        return None
    begun = report.begun or _unbegun(plan, known, standing, report)
    if begun is None or begun.planned is None:
        return None
    stamp = Stamp(UUID(int=0), datetime(1970, 1, 1, tzinfo=UTC))
    lines: dict[Doses, tuple[Prescription, ...]] = {}
    return Doing(
        open=begun,
        done=tuple(one for one in standing if isinstance(one, SetDone) and one.session == begun.id),
        one=set_done(begun, LoggedSet(exercise=begun.asked[0].exercise, reps=0), stamp=stamp),
        whole=finished(begun, Whole(), stamp=stamp),
        swaps=_swaps(begun.asked, known, report.start),
        hurts={place: _hurts(place, begun, known, lines) for place in places(known.catalogue)},
    )


def session_id(planned: PastSession) -> UUID:
    """The id of a planned session's log: the same on every phone, so that two that begin it without a line do one session."""
    moment = planned.start.replace(tzinfo=UTC)
    return derived_id(moment, "session", planned.start.isoformat(), planned.menu)


def _unbegun(
    plan: Plan, known: Facts, standing: Sequence[AnyEntry], report: SessionReport
) -> OpenSession | None:
    held = planned_sessions(known, plan, standing)
    planned = next((one for one in held if one.start == report.start), None)
    if planned is None or not planned.exercises:
        return None
    return OpenSession(id=session_id(planned), start=report.start, planned=planned)


# What can stand in


def _swaps(
    asked: Sequence[Prescription], known: Facts, start: datetime
) -> Mapping[str, tuple[Prescription, ...]]:
    taken = {line.exercise for line in asked}
    found: dict[str, tuple[Prescription, ...]] = {}
    for line in asked:
        if line.exercise in known.catalogue.exercises:
            choices = [one.exercise for one in swap_choices(known, line.exercise).stand_ins]
            free = [name for name in choices if name not in taken][:MOST_CHOICES]
            found[line.exercise] = tuple(_stand_in(line, name, known, start) for name in free)
    return found


def _stand_in(line: Prescription, name: str, known: Facts, start: datetime) -> Prescription:
    """As many sets of another exercise: at the weight it was last done with, else where it begins; never more than was done."""
    exercise, gear = known.catalogue.exercises[name], known.state.gear_on(start.date())
    way = owned_variants(gear, exercise)[0]
    weights = lattice(exercise, gear, way)
    last = _last(name, known)
    grams = weights.floor(last.weight_g) if last else first_weight(exercise, known.profile, weights)
    target = min(max(last.target, exercise.reps[0]), exercise.reps[1]) if last else exercise.reps[0]
    built = way_of(exercise, gear, way, grams=grams)
    return replace(
        line,
        exercise=name,
        reps=exercise.reps,
        target=target,
        per_side=exercise.counting.per_side,
        seconds=exercise.counting.held,
        weight_g=grams,
        gear=tuple(sorted(built.needs)),
        pick_up=pick_up(gear, built, grams, known.profile.units),
        rest_s=exercise.rest_s,
        volume=volume(
            exercise, sets=line.sets, target=target, weight_g=grams, body_mass_g=known.profile.body_mass_g
        ),
        instead_of=line.exercise,
        tempo="",
        why="",
    )


def _last(name: str, known: Facts) -> Prescription | None:
    """What was done of an exercise when it was last done."""
    lines = (line for past in reversed(known.state.done) for line in past.exercises if line.exercise == name)
    return next(lines, None)


# What a pain changes


Doses = tuple[int, int, int, int]


def _hurts(
    place: str, begun: OpenSession, known: Facts, lines: dict[Doses, tuple[Prescription, ...]]
) -> tuple[Hurt, ...]:
    """By the score from which on it is so, lowest first. `lines` are those that easings alike have left already."""
    found: list[Hurt] = []
    before: object = None
    for score in _turning(place, known):
        supposed = _supposed(place, score, known)
        new = Eased(
            easings=tuple(
                one for one in supposed.eased(known.today).easings if one not in known.state.easings
            )
        )
        weighs = (_decision(new), new.no_session, new.no_impact, new.avoid, _doses(new))
        if weighs != before:
            before = weighs
            found.append(_hurt(score, new, begun, _eased(new, supposed, begun, known, lines)))
    return tuple(found)


def _turning(place: str, known: Facts) -> list[int]:
    """The scores from which on the answer may be another: none, any, and over each limit of the place."""
    limits = limits_of(condition_of(place, known.catalogue), known.catalogue.rulebook)
    over = (limit + 1 for limit in (limits.go, limits.stop, limits.bone))
    return sorted({0, 1, *(score for score in over if score <= WORST_PAIN)})


def _supposed(place: str, score: int, known: Facts) -> RunnerState:
    """The state with this pain told today."""
    at = datetime(1970, 1, 1, tzinfo=UTC)
    felt = PainFelt(id=UUID(int=0), at=at, day=known.today, place=place, score=score)
    state = replace(known.state, log=replace(known.state.log, pains=(*known.state.log.pains, felt)))
    return replace(state, easings=easings(state, known.catalogue, today=known.today))


def _decision(eased: Eased) -> Decision:
    """The gravest of them."""
    return _ORDER[max((_ORDER.index(one.decision) for one in eased.easings), default=0)]


def _doses(eased: Eased) -> Doses:
    return eased.sets_percent, eased.sets_less, eased.weight_percent, eased.rir_plus


def _eased(
    new: Eased,
    supposed: RunnerState,
    begun: OpenSession,
    known: Facts,
    lines: dict[Doses, tuple[Prescription, ...]],
) -> OpenSession:
    """The session as the new easings leave it, as it does where a pain is told set by set; what they make of its lines is worked out once."""
    day = datetime.combine(known.today, begun.start.time())
    here, doses = replace(begun, start=day), _doses(new)
    if doses not in lines:
        lines[doses] = here.eased(replace(known, state=supposed), before=known.state.easings).asked
    catalogue = known.catalogue.exercises
    jumps = {name for name, one in catalogue.items() if one.plyometric} if new.no_impact else set()
    planned = replace(here.planned, exercises=lines[doses]) if here.planned else None
    return replace(here, planned=planned, left_out=here.left_out | new.avoid | jumps)


def _hurt(score: int, new: Eased, begun: OpenSession, after: OpenSession) -> Hurt:
    return Hurt(
        score=score,
        decision=_decision(new),
        stop=new.no_session,
        left_out=after.left_out & {line.exercise for line in begun.asked},
        lines=after.asked,
    )


# Weights


def weights_near(line: Prescription, known: Facts, start: datetime) -> tuple[Weight, ...]:
    """The weights round the one asked for that the gear of the day builds, lightest first, with what to pick up."""
    exercise, gear = known.catalogue.exercises[line.exercise], known.state.gear_on(start.date())
    way = _way(line, owned_variants(gear, exercise))
    if way is None:
        return (Weight(grams=line.weight_g, pick_up=line.pick_up),)
    every = sorted({*lattice(exercise, gear, way).every, line.weight_g})
    here = every.index(line.weight_g)
    near = every[max(0, here - NEAR_WEIGHTS) : here + NEAR_WEIGHTS + 1]
    return tuple(
        Weight(
            grams=grams,
            pick_up=line.pick_up
            if grams == line.weight_g
            else pick_up(gear, way_of(exercise, gear, way, grams=grams), grams, known.profile.units),
        )
        for grams in near
    )


def _way(line: Prescription, owned: Sequence[GearVariant]) -> GearVariant | None:
    same = (one for one in owned if set(one.needs) == set(line.gear))
    return next(same, None) or next(iter(owned), None)
