"""Decides whether a week grows too fast: leg volume, sets per muscle, one exercise's sets, repetitions or weight."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legday.model.exercises import Exercise
from legday.model.gear_weights import buildable, comparable_variants
from legday.model.load import FURTHEST_WEEKS, muscle_caps, volume, volume_cap
from legday.model.plan import Prescription
from legday.model.quantities import weight_text
from legday.model.rules import Finding
from legday.model.runner import GearKind
from legday.planning.checks.facts import LegSession, PlanFacts, SeenWeek
from legday.planning.checks.wording import listed, quarters_text, week_text


def leg_growth(facts: PlanFacts) -> Iterator[Finding]:
    """Weekly volume, and sets of each muscle, against the highest of the weeks before."""
    for n, week in enumerate(facts.weeks):
        if week.planned:
            before = [other.load for other in facts.weeks[:n]]
            percent = facts.number("leg-growth", "percent")
            weeks = facts.number("leg-growth", "weeks")
            least = facts.number("returning", "again_percent")
            wanted = week.load.wanted
            cap = volume_cap(
                before,
                percent=percent,
                least_percent=least,
                least=100 * facts.number("leg-growth", "least_body_masses"),
                weeks=weeks,
                wanted=wanted,
            )
            if cap is not None and week.load.volume > cap:
                words = (
                    f"{week_text(week.start)} has a leg volume of {week.load.volume}; {cap} is "
                    f"{percent} % of the highest of the {weeks} weeks before that were not light"
                )
                yield facts.finding("leg-growth", words, week.start)
            yield from _muscle_growth(facts, week, n)


def _muscle_growth(facts: PlanFacts, week: SeenWeek, n: int) -> Iterator[Finding]:
    """Muscles that the sessions planned add to; what was done of another one is a fact, no plan's fault."""
    asked = {muscle for one in week.planned for muscle, quarters in one.quarter_sets.items() if quarters}
    caps = muscle_caps(
        [other.load for other in facts.weeks[:n]],
        percent=facts.number("leg-growth", "muscle_percent"),
        quarters=facts.number("leg-growth", "muscle_quarters"),
        least_percent=facts.number("returning", "again_percent"),
        weeks=facts.number("leg-growth", "weeks"),
        wanted=week.load.wanted,
    )
    over = [
        f"{muscle} {quarters_text(quarters)} instead of {quarters_text(caps[muscle])}"
        for muscle, quarters in week.load.quarter_sets.items()
        if caps is not None and muscle in asked and quarters > caps[muscle]
    ]
    if over:
        words = f"{week_text(week.start)} has more sets than a week may grow by: {listed(over)} at most"
        yield facts.finding("leg-growth", words, week.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Highest:
    """The highest of each dimension over some prescriptions of one exercise."""

    sets: int
    target: int
    weight_g: int
    volume: int


def _highest(lines: list[Prescription], volumes: list[int]) -> _Highest:
    return _Highest(
        sets=max(line.sets for line in lines),
        target=max(line.target for line in lines),
        weight_g=max(line.weight_g for line in lines),
        volume=max(volumes),
    )


def _volume(line: Prescription, exercise: Exercise, body_mass_g: int) -> int:
    return volume(
        exercise, sets=line.sets, target=line.target, weight_g=line.weight_g, body_mass_g=body_mass_g
    )


def _lines_by_exercise(sessions: Sequence[LegSession]) -> dict[str, list[Prescription]]:
    found: dict[str, list[Prescription]] = {}
    for session in sessions:
        for line, _ in session.lines:
            found.setdefault(line.exercise, []).append(line)
    return found


def _volumes_done(weeks: Sequence[SeenWeek], exercise: str) -> list[int]:
    """The volumes of an exercise in the sessions behind, which are facts: each of their sets counted as it was done."""
    sessions = (session for week in weeks for session in week.sessions if session.planned is None)
    return [line.volume for session in sessions for line, _ in session.lines if line.exercise == exercise]


def weight_step(facts: PlanFacts) -> Iterator[Finding]:
    """Each exercise takes one kind of step a week, and small ones."""
    weeks = [_lines_by_exercise(week.sessions) for week in facts.weeks]
    for n, week in enumerate(facts.weeks):
        for exercise, lines in _lines_by_exercise(week.planned).items():
            earlier = [
                line for past in weeks[max(0, n - FURTHEST_WEEKS) : n] for line in past.get(exercise, ())
            ]
            if earlier:
                days = [
                    one.day for one in week.planned if any(line.exercise == exercise for line, _ in one.lines)
                ]
                step = _Step(
                    facts=facts,
                    exercise=facts.catalogue.exercises[exercise],
                    earlier=earlier,
                    now=lines,
                    days=days,
                    volumes_done=_volumes_done(facts.weeks[max(0, n - FURTHEST_WEEKS) : n], exercise),
                    easy=_left_much(facts.weeks[:n], exercise),
                )
                yield from (
                    facts.finding("weight-step", f"{week_text(week.start)}: {words}", week.start)
                    for words in step.broken()
                )


def _left_much(weeks: Sequence[SeenWeek], exercise: str) -> int | None:
    """The weight at which the last session of an exercise left far more in reserve than was asked; None where it did not."""
    session, line = next(
        (session, line)
        for week in reversed(weeks)
        for session in reversed(week.sessions)
        for line, _ in reversed(session.lines)
        if line.exercise == exercise
    )
    return line.weight_g if exercise in session.easy else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One exercise in one week against the eight weeks before; `easy` the weight that the last session before it showed to be far too light."""

    facts: PlanFacts
    exercise: Exercise
    earlier: list[Prescription]
    now: list[Prescription]
    days: list[date]
    volumes_done: list[int]
    easy: int | None

    @property
    def body_mass_g(self) -> int:
        return self.facts.profile.body_mass_g

    def broken(self) -> Iterator[str]:
        before = _highest(self.earlier, [*self._volumes(self.earlier), *self.volumes_done])
        after = _highest(self.now, self._volumes(self.now))
        raised = [name for name, grown in self._raised(before, after).items() if grown]
        name = self.facts.name(self.exercise.id)
        if len(raised) > 1:
            yield f"{name} raises {listed(raised)} at once; one kind of step a week"
        far = self._too_far(before.weight_g, after.weight_g)
        if far and not (self._shown(before.weight_g, after.weight_g) or self._earned(before, after)):
            units = self.facts.profile.units
            yield (
                f"{name} goes from {weight_text(before.weight_g, units)} to {weight_text(after.weight_g, units)}, "
                f"more than {self._percent} %, without having grown past its repetitions first"
            )

    def _volumes(self, lines: list[Prescription]) -> list[int]:
        return [_volume(line, self.exercise, self.body_mass_g) for line in lines]

    def _raised(self, before: _Highest, after: _Highest) -> Mapping[str, bool]:
        return {
            "sets": after.sets > before.sets,
            "repetitions": after.target > before.target,
            "weight": after.weight_g > before.weight_g,
        }

    def _too_far(self, before_g: int, after_g: int) -> bool:
        """More than the percent of the weight, and not the next weight either, or one that is more than the percent of all that is moved."""
        fine = after_g * 100 <= (100 + self._percent) * before_g
        near = after_g == self._next_weight(before_g) and self._within_all_moved(before_g, after_g)
        return after_g > before_g and not (fine or near)

    @property
    def _percent(self) -> int:
        return self.facts.number("weight-step", "percent")

    def _within_all_moved(self, before_g: int, after_g: int) -> bool:
        """Whether all that is moved, the body's share too, grows by no more than the percent."""
        body = self.exercise.body_share * self.body_mass_g
        return 100 * (after_g - before_g) * 100 <= self._percent * (body + 100 * before_g)

    def _shown(self, before_g: int, after_g: int) -> bool:
        """At the heaviest weight far more was left than asked, and all that is moved grows by no more than the percent."""
        return self.easy == before_g and self._within_all_moved(before_g, after_g)

    def _earned(self, before: _Highest, after: _Highest) -> bool:
        """The next weight there is, after enough repetitions past the range or far more left than asked, with sets and volume held."""
        return (
            after.weight_g == self._next_weight(before.weight_g)
            and (self.easy == before.weight_g or self._grown_past(before.weight_g))
            and after.sets <= before.sets
            and after.volume * 100 <= (100 + self._percent) * before.volume
        )

    def _next_weight(self, weight_g: int) -> int | None:
        """The next heavier one that can be built, with the gear of the days on which it stands this week."""
        elastic = any(GearKind.BANDS in line.gear for line in self.now)
        heavier = [
            grams
            for gear in {self.facts.state.gear_on(day) for day in self.days}
            for way in comparable_variants(gear, self.exercise, elastic=elastic)
            for grams in buildable(gear, way)
            if grams > weight_g
        ]
        return min(heavier, default=None)

    def _grown_past(self, weight_g: int) -> bool:
        """Repetitions past the top of the range, the lower of the range then and the range now, at the highest weight."""
        past = self.facts.number("weight-step", "reps_past")
        top_now = min(line.reps[1] for line in self.now)
        return any(
            line.target >= min(line.reps[1], top_now) + past
            for line in self.earlier
            if line.weight_g == weight_g
        )
