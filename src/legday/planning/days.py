"""Decides which openings hold a leg session: rules as constraints, wishes as costs, tier after tier."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from legday.model.catalogue import Catalogue
from legday.model.plan import wall
from legday.model.rules import Rulebook
from legday.model.runner import LiftDays, LiftingLevel, Profile, RunningLevel
from legday.model.runs import Outlook
from legday.model.season import ChosenDay, DaysChoice, HardestSession, WeekTarget
from legday.model.state import RunnerState
from legday.planning.candidates import (
    Candidate,
    Surroundings,
    candidates,
    race_moments,
    run_spans,
    spacing,
)
from legday.planning.explain_days import collisions, day_reasons, unused
from legday.planning.masters import rest_terms
from legday.planning.missed import delays, made_up, missed_sessions
from legday.planning.pins import pin_collisions
from legday.planning.sequence import done_counts, hours_utility, letters_of, newness, week_of
from legday.planning.solver import Model, Term, Tier

LOOK_BACK = timedelta(weeks=26)
"""Days are chosen by the sessions of so long before (our setting): every lay-off and every spacing is far shorter."""

FULL_MINUTES = 45
"""An opening this long holds the article's workouts whole; a shorter one costs a little (our setting)."""

UTILITY_WEIGHT = {
    LiftingLevel.BEGINNER: 1,
    LiftingLevel.TRAINED: 4,
    LiftingLevel.ADVANCED: 6,
}
"""How much the hours since a run count, by lifting level: flat for beginners, steeper for the trained (science.md B2)."""


def choose_days(
    state: RunnerState,
    outlook: Outlook,
    season: Sequence[WeekTarget],
    catalogue: Catalogue,
    *,
    today: date,
    empty: frozenset[datetime] = frozenset(),
    hardest: Mapping[int, HardestSession] | None = None,
) -> DaysChoice:
    """The proven best openings for the whole season, with why each, why not the others, and what collides.

    Pure. `season` begins with the week of `today`; `empty` are openings for which nothing would be left to do, `hardest` the hardest sessions of
    weeks as an earlier choice had them. Where sessions wanted cannot be had, fewer are planned and a `Collision` says why.
    """
    around = surroundings(state, outlook, season, catalogue, today=today, empty=empty)
    around = replace(around, hardest=hardest or {})
    found = candidates(around, today=today)
    model = DaysModel(around=around, candidates=found)
    model.write()
    solved = model.model.minimise(model.tiers(), stage="days")
    assert solved is not None, "no session at all always fits"
    chosen = [
        candidate
        for candidate, variable in zip(found, model.held, strict=True)
        if variable is not None and solved.chosen(variable)
    ]
    around = with_made_up(chosen, around)
    return DaysChoice(
        days=_chosen_days(chosen, around),
        stages=solved.stages,
        unused=unused(found, chosen, around),
        collisions=(*collisions(found, chosen, around), *pin_collisions(chosen, around)),
        missed=around.missed,
    )


def with_made_up(chosen: Sequence[Candidate], around: Surroundings) -> Surroundings:
    """The surroundings with each missed session knowing which of the chosen takes its place."""
    if not around.missed:
        return around
    promised = {session.start for session in around.state.promises}
    free = [one.start for one in chosen if one.start not in promised and not one.pinned]
    return replace(around, missed=made_up(around.missed, free, around.season[0].start))


def surroundings(
    state: RunnerState,
    outlook: Outlook,
    season: Sequence[WeekTarget],
    catalogue: Catalogue,
    *,
    today: date,
    empty: frozenset[datetime] = frozenset(),
) -> Surroundings:
    """What candidates are judged against, gathered once; sessions of older years say nothing about which days to choose."""
    rulebook = catalogue.rulebook
    first = season[0].start - LOOK_BACK
    return Surroundings(
        state=replace(state, done=tuple(one for one in state.done if one.start.date() >= first)),
        rulebook=rulebook,
        progression=catalogue.progression,
        season=season,
        spans=run_spans(outlook.runs, rulebook, usual_start=outlook.usual_start),
        yesterday=run_spans(outlook.yesterday, rulebook, usual_start=outlook.usual_start),
        races=race_moments(state, outlook, rulebook),
        today=today,
        usual_start=outlook.usual_start,
        empty=empty,
        missed=missed_sessions(
            state, first=season[0].start, last=season[-1].start + timedelta(days=7), today=today
        ),
    )


def lift_days(profile: Profile, outlook_runs_a_week: float, rulebook: Rulebook) -> LiftDays:
    """The setting `days`: the runner's own, else fresh days for beginners and hard days for those who run often."""
    if profile.days is not None:
        return profile.days
    often = outlook_runs_a_week >= rulebook.number("hard-with-hard", "runs_a_week")
    experienced = profile.running is RunningLevel.EXPERIENCED
    return LiftDays.HARD_WITH_HARD if often and experienced else LiftDays.FRESH_DAYS


@dataclass(slots=True)
class DaysModel:
    """The model of the days stage: `held[i]` is the boolean of candidate i, None where a rule shuts it.

    `opened` has index, candidate and boolean of every candidate that no rule shuts, in order of time.
    """

    around: Surroundings
    candidates: Sequence[Candidate]
    model: Model = field(default_factory=Model)
    held: list[int | None] = field(default_factory=list)
    seen_before: dict[int, int] = field(default_factory=dict)
    opened: list[tuple[int, Candidate, int]] = field(default_factory=list)

    def write(self) -> None:
        """Every MUST of the days as constraints."""
        self.held = [self.model.boolean() if candidate.free else None for candidate in self.candidates]
        self.opened = [
            (index, candidate, variable)
            for index, (candidate, variable) in enumerate(zip(self.candidates, self.held, strict=True))
            if variable is not None
        ]
        self._newness()
        self._spacing()
        self._ceiling()
        for index, target in enumerate(self.around.season):
            pinned = sum(candidate.pinned for _, candidate, _ in self.opened if candidate.week == index)
            left = max(pinned, target.wanted - self._done_in(index), 0)
            self.model.require(self._week_terms(index), high=left)

    def tiers(self) -> list[Tier]:
        """Every SHOULD of the days as costs, in order of rank."""
        return [
            *_where_asked("pins", self._broken_pins()),
            Tier("frequency", tuple(self._shortage())),
            Tier("promises", tuple(self._broken_promises())),
            *_where_asked("missed", self._delays()),
            *_where_asked("masters' rest", self._masters_rest()),
            Tier("spacing and recovery", tuple(self._strain())),
            Tier("steady weeks", tuple(self._changes())),
            Tier("first that fits", tuple(self._order())),
        ]

    def _week_terms(self, week: int) -> list[Term]:
        return [(1, variable) for _, candidate, variable in self.opened if candidate.week == week]

    def _days_terms(self, first: date, last: date) -> list[Term]:
        """The open candidates from the day `first` to the day `last`."""
        moments = wall(first, time()), wall(last + timedelta(days=1), time())
        begin, end = (bisect_left(self.opened, moment, key=lambda one: one[1].start) for moment in moments)
        return [(1, variable) for _, _, variable in self.opened[begin:end]]

    def _done_in(self, week: int) -> int:
        return sum(week_of(moment, self.around) == week for moment in self.around.held)

    def _newness(self) -> None:
        """`seen_before[i]` may be 1 only where a session at i is not new: two of its era, and one in the last 21 days, lie before it."""
        needed = self.around.rulebook.number("leg-spacing", "new_sessions")
        opened = self.opened
        for place, (index, candidate, _) in enumerate(opened):
            seen = self.model.boolean()
            self.seen_before[index] = seen
            era = self.around.season[candidate.week].era
            before = [one for one in opened[:place] if one[1].start < candidate.start]
            in_era = [(1, v) for _, other, v in before if self.around.season[other.week].era == era]
            recent = [(1, v) for _, other, v in before if candidate.start - other.start < self.around.layoff]
            counting, done_recent = self._done_in_era(candidate, era, before)
            self.model.require([*in_era, *counting, (-needed, seen)], low=0)
            self.model.require([*recent, (-1, seen)], low=-min(1, done_recent))
            if candidate.key_if_new is not None:
                self.model.require([(1, seen), (-1, self._held(index))], low=0)

    def _done_in_era(
        self, candidate: Candidate, era: int, before: Sequence[tuple[int, Candidate, int]]
    ) -> tuple[list[Term], int]:
        """What sessions already done add to a candidate's era: all of them where no lay-off follows them, else nothing.

        Whether one follows depends on what is chosen: a session within 21 days of the last one done bridges it.
        """
        done_era, done_recent = done_counts(candidate.start, era, self.around)
        if not done_era:
            return [], done_recent
        if done_recent:
            return [(done_era, self._fixed())], done_recent
        last = self.around.held[-1]
        bridge = [(1, v) for _, other, v in before if other.start - last < self.around.layoff]
        if not bridge:
            return [], 0
        bridged = self.model.boolean()
        self.model.require([*bridge, (-1, bridged)], low=0)
        return [(done_era, bridged)], 0

    def _fixed(self) -> int:
        """A variable that is always 1."""
        return self.model.integer(1, 1)

    def _held(self, index: int) -> int:
        variable = self.held[index]
        assert variable is not None
        return variable

    def _spacing(self) -> None:
        opened = self.opened
        for place, (index, candidate, variable) in enumerate(opened):
            for _, later, other in opened[place + 1 :]:
                gap = later.start - candidate.start
                jumps = bool(self._contacts(candidate) and self._contacts(later))
                if gap >= spacing(self.around, new=True, jumps=True):
                    break
                if gap < spacing(self.around, new=False, jumps=jumps):
                    self.model.require([(1, variable), (1, other)], high=1)
                elif gap < spacing(self.around, new=True, jumps=jumps):
                    self.model.require([(1, variable), (1, other), (-1, self.seen_before[index])], high=1)

    def _contacts(self, candidate: Candidate) -> int:
        return self.around.season[candidate.week].contacts

    def _ceiling(self) -> None:
        """Rule `weekly-ceiling`: in every seven days, counted from any day with a session done or possible."""
        most = self.around.rulebook.number("weekly-ceiling", "sessions")
        days = self.around.rulebook.number("weekly-ceiling", "days")
        behind = [moment.date() for moment in self.around.held]
        for first in sorted({*behind, *(candidate.day for _, candidate, _ in self.opened)}):
            window = self._days_terms(first, first + timedelta(days=days - 1))
            if not window:
                continue
            done = sum(0 <= (day - first).days < days for day in behind)
            if len(window) + done > most:
                self.model.require(window, high=max(0, most - done))

    def _shortage(self) -> Iterator[Term]:
        for index, target in enumerate(self.around.season):
            yield (
                10,
                self.model.slack(self._week_terms(index), low=max(0, target.wanted - self._done_in(index))),
            )
        longest = self.around.rulebook.number("weekly-frequency", "longest_gap_days")
        end = self.around.season[-1].start + timedelta(days=7)
        for day in sorted({candidate.day for _, candidate, _ in self.opened}):
            if day + timedelta(days=longest) >= end:
                break
            yield 1, self.model.slack(self._days_terms(day, day + timedelta(days=longest)), low=1)

    def _broken_promises(self) -> Iterator[Term]:
        rulebook = self.around.rulebook
        promised = self.around.state.promises
        if not promised:
            return
        for session in promised:
            near = (session.start.date() - self.around.today).days < rulebook.number(
                "keep-promises", "near_days"
            )
            price = rulebook.number("keep-promises", "near" if near else "far")
            day = session.start.date()
            same_start = [(1, v) for _, c, v in self.opened if c.start == session.start]
            yield price * 2, self.model.slack(self._days_terms(day, day), low=1)
            yield price, self.model.slack(same_start, low=1)

    def _broken_pins(self) -> Iterator[Term]:
        """Sessions that do not stand where the runner put them; those that a rule shuts by itself are told, not charged."""
        for _, candidate, variable in self.opened:
            if candidate.pinned:
                yield 1, self.model.slack([(1, variable)], low=1)

    def _delays(self) -> Iterator[Term]:
        """A missed session slides to the next opening of its week: each opening further on costs a point."""
        promised = {session.start for session in self.around.state.promises}
        for missed in self.around.missed:
            week = week_of(missed.start, self.around)
            free = {
                candidate.start: variable
                for _, candidate, variable in self.opened
                if candidate.week == week and candidate.start not in promised and not candidate.pinned
            }
            for start, delay in delays(missed, list(free)).items():
                yield delay, free[start]

    def _masters_rest(self) -> Iterator[Term]:
        return rest_terms(self.model, [(one, v) for _, one, v in self.opened], self.around)

    def _strain(self) -> Iterator[Term]:
        wish = lift_days(self.around.profile, self._runs_a_week(), self.around.rulebook)
        for _, candidate, variable in self.opened:
            short = _short_cost(candidate, new=False)
            cost = self._hours_cost(candidate) + _day_cost(candidate, wish) + short
            if cost:
                yield cost, variable
        yield from self._shorter_if_new()
        yield from self._crowding()
        yield from self._rest_days()

    def _shorter_if_new(self) -> Iterator[Term]:
        """What a session new to the legs lacks of the minutes that it would have otherwise."""
        for index, candidate, variable in self.opened:
            more = _short_cost(candidate, new=True) - _short_cost(candidate, new=False)
            if more:
                seen = self.seen_before[index]
                yield more, self.model.excess([(1, variable), (-1, seen)], high=0)

    def _runs_a_week(self) -> float:
        return len(self.around.spans) / max(1, len(self.around.season))

    def _hours_cost(self, candidate: Candidate) -> int:
        """Rule `hours-after-run`: what the hours since the last run lack of the best, times the level's weight."""
        utility = hours_utility(candidate.since_run_h, self.around.rulebook)
        return (100 - utility) * UTILITY_WEIGHT[self.around.profile.lifting] // 20

    def _crowding(self) -> Iterator[Term]:
        """Rule `spread`: two sessions closer than they need to be cost a point per four hours missing."""
        apart = self.around.hours("spread")
        opened = self.opened
        for place, (_, candidate, variable) in enumerate(opened):
            for _, later, other in opened[place + 1 :]:
                gap = later.start - candidate.start
                if gap >= apart:
                    break
                if gap >= self.around.hours("leg-spacing"):
                    both = self.model.slack([(-1, variable), (-1, other)], low=-1)
                    yield max(1, int((apart - gap).total_seconds() // 14_400)), both

    def _rest_days(self) -> Iterator[Term]:
        """Rule `rest-day`: a week whose every run-free day holds a session lacks its day of rest."""
        busy = {span.run.day for span in self.around.spans}
        for target in self.around.season:
            week = {target.start + timedelta(days=offset) for offset in range(7)}
            rest = week - busy
            on_free = [(1, v) for _, c, v in self.opened if c.day in rest]
            if rest and len(on_free) >= len(rest):
                yield 15, self.model.excess(on_free, high=len(rest) - 1)

    def _changes(self) -> Iterator[Term]:
        """Rule `steady-week`: a weekday that was not used the week before costs a charge."""
        by_week: dict[tuple[int, int], list[Term]] = {}
        for _, candidate, variable in self.opened:
            by_week.setdefault((candidate.week, candidate.day.weekday()), []).append((1, variable))
        charge = self.around.rulebook.number("steady-week", "change")
        behind = {moment.weekday() for moment in self.around.held if week_of(moment, self.around) == -1}
        for (week, weekday), terms in by_week.items():
            if week == 0 and (not behind or weekday in behind):
                continue
            before = [(-1, variable) for _, variable in by_week.get((week - 1, weekday), [])]
            yield charge, self.model.excess([*terms, *before], high=0)

    def _order(self) -> Iterator[Term]:
        """Earlier in the week where all else is equal, so that there is one answer."""
        rank: dict[int, int] = {}
        for _, candidate, variable in self.opened:
            rank[candidate.week] = rank.get(candidate.week, 0) + 1
            yield rank[candidate.week], variable


def _where_asked(name: str, terms: Iterable[Term]) -> tuple[Tier, ...]:
    """A tier that only some plans have: none where nothing stands in it."""
    found = tuple(terms)
    return (Tier(name, found),) if found else ()


def _day_cost(candidate: Candidate, wish: LiftDays) -> int:
    if wish is LiftDays.FRESH_DAYS:
        return 10 if candidate.run_day else 0
    return 0 if candidate.quality_day else 10


def _short_cost(candidate: Candidate, *, new: bool) -> int:
    return max(0, FULL_MINUTES - candidate.room(new=new))


def _chosen_days(chosen: Sequence[Candidate], around: Surroundings) -> tuple[ChosenDay, ...]:
    letters = letters_of([(candidate.start, candidate.week) for candidate in chosen], around)
    new = newness([candidate.start for candidate in chosen], [c.week for c in chosen], around)
    reasons = day_reasons(chosen, around)
    return tuple(
        ChosenDay(
            start=candidate.start,
            opening_minutes=candidate.room(new=new[place]),
            week=candidate.week,
            letter=letters[place],
            new_to_legs=new[place],
            after_run=candidate.after_run,
            why=reasons[place],
            key_run_soon=candidate.key_run_soon,
            shortened=candidate.ends_by(new=new[place]) is not None,
        )
        for place, candidate in enumerate(chosen)
    )
