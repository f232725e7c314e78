"""Decides which openings exist in the weeks to come, what each is near, and which rules shut one by themselves."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise

from legday.model.happened import SessionMoved
from legday.model.plan import PastSession, Told, wall
from legday.model.progression import Progression
from legday.model.race_days import days_after_race, race_metres
from legday.model.rules import Rulebook
from legday.model.run_times import run_end, run_start
from legday.model.runner import LiftOrder, Opening, Priority, Profile
from legday.model.runs import ExpectedRun, Outlook, RunKind
from legday.model.season import HardestSession, MissedSession, WeekTarget
from legday.model.state import RunnerState

SESSION_MOST_MINUTES = 75
"""No session is planned longer than this, however long the opening (our setting)."""

LEAST_WORK_MINUTES = 10
"""An opening must leave this much between warm-up and cool-down to be worth opening (our setting)."""


STRAIGHT_AFTER = timedelta(hours=2)
"""A session that begins so soon after a run needs nothing more to raise the pulse (our setting)."""

RUNS_LOOKED_BACK = 8
"""Runs before a moment among which the last to end is looked for; more never overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSpan:
    """An expected run with the wall-clock moments it is taken to begin and end."""

    start: datetime
    end: datetime
    run: ExpectedRun


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceMoment:
    """A race on the calendar, behind or ahead."""

    start: datetime
    metres: int
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A rule that shuts an opening by itself, in words."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestEnd:
    """The moment by which a rule wants a session to end, sooner than its opening does, and in words for what."""

    end: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A session that lies behind: the moment from which hours to it are counted, and whether it was new to the legs."""

    session: PastSession
    moment: datetime
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One opening on one date: the latest end a session in it can have, its week, what shuts it, and what lies near.

    `sooner` is the end that a rule asks of every session in it, `sooner_if_new` that of one new to the legs; None where the opening may be
    used to its end. `blocks` shut it whatever else is chosen, `key_if_new` for a session new to the legs, both however short the session.
    `key_run_soon` says that a key run follows sooner than it may after many foot contacts. `since_run_h` hours since the last run ended (None: none known since the day before the plan's first); `run_day`, `quality_day` of its date; `pinned` where the
    runner put a session there.
    """

    start: datetime
    minutes: int
    sooner: LatestEnd | None
    sooner_if_new: LatestEnd | None
    week: int
    blocks: tuple[Block, ...]
    key_if_new: Block | None
    key_run_soon: bool
    since_run_h: float | None
    after_run: bool
    run_day: bool
    quality_day: bool
    pinned: bool = False

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def free(self) -> bool:
        return not self.blocks

    def ends_by(self, *, new: bool) -> LatestEnd | None:
        """What makes a session end before its opening does, by whether it is new to the legs."""
        return self.sooner_if_new if new else self.sooner

    def room(self, *, new: bool) -> int:
        """Minutes that a session may take, by whether it is new to the legs."""
        by = self.ends_by(new=new)
        return self.minutes if by is None else _minutes(by.end - self.start)

    def end(self, *, new: bool) -> datetime:
        """The latest end of a session, by whether it is new to the legs."""
        by = self.ends_by(new=new)
        return _last_end(self.start, self.minutes) if by is None else by.end


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """All that candidates are judged against; `hardest` the hardest session of a masters runner's weeks (by index), where they are known,
    `yesterday` the runs of the day before `today`: the plan no longer shows them, the legs still know them."""

    state: RunnerState
    rulebook: Rulebook
    progression: Progression
    season: Sequence[WeekTarget]
    spans: tuple[RunSpan, ...]
    races: tuple[RaceMoment, ...]
    today: date
    yesterday: tuple[RunSpan, ...] = ()
    usual_start: time | None = None
    empty: frozenset[datetime] = frozenset()
    missed: tuple[MissedSession, ...] = ()
    hardest: Mapping[int, HardestSession] = field(default_factory=dict)

    @property
    def profile(self) -> Profile:
        return self.state.profile

    @cached_property
    def starts(self) -> list[datetime]:
        """When each run begins, in order."""
        return [span.start for span in self.spans]

    @cached_property
    def pins(self) -> tuple[SessionMoved, ...]:
        """Where the runner put sessions that are still to come in this season; what has begun already is no pin any more."""
        begun = self.state.not_before
        end = self.season[-1].start + timedelta(days=7)
        return tuple(
            pin
            for pin in self.state.pins
            if self.today <= pin.start.date() < end and (begun is None or pin.start >= begun)
        )

    @cached_property
    def pinned(self) -> frozenset[datetime]:
        return frozenset(pin.start for pin in self.pins)

    @cached_property
    def given_up(self) -> dict[datetime, str]:
        """Openings that the runner gave up by skipping the session in them or putting it elsewhere, with words."""
        told = {
            skip.planned: f"you skipped the session of this time{f' ({skip.why})' if skip.why else ''}"
            for skip in self.state.log.skipped
        }
        told |= {
            pin.planned: f"you put its session on {pin.start:%A} {pin.start.day} {pin.start:%b %H:%M}"
            for pin in self.pins
            if pin.planned
        }
        return {start: words for start, words in told.items() if start not in self.pinned}

    @cached_property
    def layoff(self) -> timedelta:
        """Time without a session after which the legs are new to it again."""
        return timedelta(days=self.rulebook.number("leg-spacing", "layoff_days"))

    @cached_property
    def held(self) -> tuple[datetime, ...]:
        """When each training day behind began, sessions left out of which nothing was said."""
        return self.state.training

    @cached_property
    def since_layoff(self) -> int:
        """How many sessions behind there are since the last lay-off."""
        gaps = (later - moment for later, moment in pairwise(reversed(self.held)))
        return next((n for n, gap in enumerate(gaps, 1) if gap >= self.layoff), len(self.held))

    @cached_property
    def behind(self) -> tuple[Behind, ...]:
        """The sessions behind that a session from today on may still stand too close to."""
        longest = spacing(self, new=True, jumps=True)
        today = wall(self.today, time())
        return tuple(one for one in _sessions_behind(self) if today - one.moment < longest)

    @cached_property
    def spacings(self) -> Mapping[tuple[bool, bool], timedelta]:
        """Hours from one session to the next, by whether the first is new to the legs and whether both may hold jumps."""
        usual, new = self.hours("leg-spacing"), self.hours("leg-spacing", "hours_new")
        apart = self.hours("plyometric-gate", "hours_apart")
        hours = {False: usual, True: max(usual, new)}
        return {
            (fresh, jumps): max(least, apart) if jumps else least
            for fresh, least in hours.items()
            for jumps in (False, True)
        }

    def on(self, day: date) -> tuple[RunSpan, ...]:
        """The runs of one day."""
        return self._by_day.get(day, ())

    @cached_property
    def _by_day(self) -> dict[date, tuple[RunSpan, ...]]:
        found: dict[date, tuple[RunSpan, ...]] = {}
        for span in self.spans:
            found[span.run.day] = (*found.get(span.run.day, ()), span)
        return found

    def hours(self, rule: str, number: str = "hours") -> timedelta:
        return timedelta(hours=self.rulebook.number(rule, number))


def run_spans(
    runs: Iterable[ExpectedRun], rulebook: Rulebook, *, usual_start: time | None
) -> tuple[RunSpan, ...]:
    """Every expected run with a start: its own, else the runner's usual one, else early morning."""
    early = rulebook.number("fresh-for-key-runs", "early_hour")
    spans = [
        RunSpan(
            start=run_start(run, usual_start=usual_start, early_hour=early),
            end=run_end(run, usual_start=usual_start, early_hour=early),
            run=run,
        )
        for run in runs
    ]
    return tuple(sorted(spans, key=lambda span: span.start))


def race_moments(state: RunnerState, outlook: Outlook, rulebook: Rulebook) -> tuple[RaceMoment, ...]:
    """Races of the profile, of the run plan and of the history; one a day, the profile's word first."""
    early = time(rulebook.number("fresh-for-key-runs", "early_hour"))
    moments: dict[date, RaceMoment] = {}
    for race in state.profile.races:
        moments[race.day] = RaceMoment(
            start=wall(race.day, race.start or early), metres=race.metres, priority=race.priority
        )
    for run in outlook.runs:
        if run.kind is RunKind.RACE and run.day not in moments:
            metres = race_metres(run.metres, run.minutes)
            start = wall(run.day, run.start or early)
            moments[run.day] = RaceMoment(start=start, metres=metres, priority=Priority.C)
    for judged in state.runs:
        if judged.kind is RunKind.RACE and judged.day not in moments:
            metres = race_metres(judged.recording.metres, judged.minutes)
            moments[judged.day] = RaceMoment(start=judged.local_start, metres=metres, priority=Priority.C)
    return tuple(sorted(moments.values(), key=lambda moment: moment.start))


def spacing(around: Surroundings, *, new: bool, jumps: bool) -> timedelta:
    """Hours from one session to the next: rule `leg-spacing`, and `plyometric-gate` where both may hold jumps."""
    return around.spacings[new, jumps]


def candidates(around: Surroundings, *, today: date) -> tuple[Candidate, ...]:
    """Every opening from `today` to the season's end, in order of time, shut ones too."""
    first, last = around.season[0].start, around.season[-1].start + timedelta(days=7)
    days = ((last - today).days) if last > today else 0
    found: list[Candidate] = []
    for offset in range(days):
        day = today + timedelta(days=offset)
        target = (day - first).days // 7
        found.extend(
            candidate_of(opening, day, week=target, around=around) for opening in _openings(day, around)
        )
    return tuple(sorted(found, key=lambda candidate: (candidate.start, -candidate.minutes)))


def _openings(day: date, around: Surroundings) -> tuple[Opening, ...]:
    """The openings of a day; on a day away without leg work the usual ones too, so that it can be told why they are shut."""
    there = around.state.openings_on(day)
    if not _no_legs(day, around):
        return there
    taken = {opening.start for opening in there}
    usual = (opening for opening in around.profile.openings if opening.on(day))
    return (*there, *(opening for opening in usual if opening.start not in taken))


def _no_legs(day: date, around: Surroundings) -> bool:
    away = around.state.away_on(day)
    return away is not None and away.openings == ()


def candidate_of(opening: Opening, day: date, *, week: int, around: Surroundings) -> Candidate:
    """What one opening on one date is worth, and what shuts it."""
    start = wall(day, opening.start)
    last = _last_end(start, opening.minutes)
    near = around.spans[: bisect_left(around.starts, start)][-RUNS_LOOKED_BACK:]
    ends = [span.end for span in near if span.end <= start]
    after_run = bool(ends) and start - max(ends) <= STRAIGHT_AFTER
    behind = [*ends, *(span.end for span in around.yesterday if span.end <= start)]
    today_runs = [span.run for span in around.on(day)]
    least = start + timedelta(minutes=_least_minutes(around, after_run=after_run))
    asked = [one for one in _ends_asked(start, around) if least <= one.end < last]
    asked_if_new = [one for one in _ends_asked_if_new(start, around) if least <= one.end < last]
    sooner = min(asked, key=_by_end, default=None)
    sooner_if_new = min([*asked, *asked_if_new], key=_by_end, default=None)
    end, end_if_new = (last if one is None else one.end for one in (sooner, sooner_if_new))
    hours_new = around.hours("fresh-for-key-runs", "hours_new")
    return Candidate(
        start=start,
        minutes=opening.minutes,
        sooner=sooner,
        sooner_if_new=sooner_if_new,
        week=week,
        blocks=tuple(_blocks(start, end, opening.minutes, week=week, after_run=after_run, around=around)),
        key_if_new=_key_run_within(end_if_new, hours_new, around),
        key_run_soon=_key_run_within(end, hours_new, around) is not None,
        since_run_h=(start - max(behind)).total_seconds() / 3600 if behind else None,
        after_run=after_run,
        run_day=bool(today_runs),
        quality_day=any(run.kind is RunKind.QUALITY for run in today_runs),
        pinned=start in around.pinned,
    )


def _last_end(start: datetime, minutes: int) -> datetime:
    """The end of the longest session that an opening of so many minutes can hold."""
    return start + timedelta(minutes=min(minutes, SESSION_MOST_MINUTES))


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds()) // 60


def _by_end(one: LatestEnd) -> datetime:
    return one.end


def _ends_asked(start: datetime, around: Surroundings) -> Iterator[LatestEnd]:
    """By when each rule that counts from a session's end wants one to end that begins at `start`."""
    yield from _fresh_by(start, around.hours("fresh-for-key-runs"), around)
    for race in around.races:
        if start < race.start:
            quiet = around.hours("race-quiet", f"hours_{race.priority.value.lower()}")
            words = f"the {race.priority.value} race on {race.start.day} {race.start:%b}"
            yield _so_long_before(race.start, quiet, words)
    if around.profile.order is not LiftOrder.AFTER:
        hours = around.hours("run-first", "hours_before")
        for span in around.on(start.date()):
            if start < span.end and span.run.kind in {RunKind.EASY, RunKind.RECOVERY}:
                yield _so_long_before(span.start, hours, f"the {span.run.kind.value} run of the day")


def _ends_asked_if_new(start: datetime, around: Surroundings) -> Iterator[LatestEnd]:
    """By when a session new to the legs is to end before the next key run."""
    yield from _fresh_by(start, around.hours("fresh-for-key-runs", "hours_new"), around)


def _fresh_by(start: datetime, hours: timedelta, around: Surroundings) -> Iterator[LatestEnd]:
    key = next((span for span in around.spans[bisect_left(around.starts, start) :] if span.run.key), None)
    if key is not None:
        yield _so_long_before(key.start, hours, f"the {key.run.kind.value} run on {key.start:%A %H:%M}")


def _so_long_before(moment: datetime, hours: timedelta, what: str) -> LatestEnd:
    return LatestEnd(end=moment - hours, words=f"{hours.total_seconds() / 3600:.0f} h are left to {what}")


def _blocks(
    start: datetime, end: datetime, minutes: int, *, week: int, after_run: bool, around: Surroundings
) -> Iterator[Block]:
    if start in around.empty:
        yield _nothing_left(start, around)
    if around.state.not_before is not None and start < around.state.not_before:
        yield Block(rule="fits-the-opening", words="it has begun already")
    yield from _easings(start.date(), around)
    yield from _own_word(start, around)
    yield from _no_time(minutes, around, after_run=after_run)
    yield from _condition_gate(start.date(), around)
    yield from _run_order(start, end, around)
    key = _key_run_within(end, around.hours("fresh-for-key-runs"), around)
    if key:
        yield key
    yield from _races(start, end, around)
    yield from _done_before(start, week, around)


def _own_word(start: datetime, around: Surroundings) -> Iterator[Block]:
    """What the runner said of this very time: away without leg work, or given up."""
    day = start.date()
    if _no_legs(day, around) and not any(one.start == start.time() for one in around.state.openings_on(day)):
        away = around.state.away_on(day)
        assert away is not None
        until = f"{away.last:%A} {away.last.day} {away.last:%b}"
        yield Block(rule="fits-the-opening", words=f"you are away until {until}, without leg work")
    if start in around.given_up:
        yield Block(rule="keep-promises", words=around.given_up[start])


def _nothing_left(start: datetime, around: Surroundings) -> Block:
    """An opening for which the dose left nothing to do: what hurts, what is not there, only new exercises before an A race, growth."""
    day = start.date()
    held = next((one for one in around.state.eased(day).easings if one.avoid or one.no_impact), None)
    if held is not None:
        why = f"{held.why[0].lower()}{held.why[1:]}".rstrip(".")
        return Block(rule=held.rule, words=f"nothing of its menu can be done: {why}")
    if around.state.gear_on(day) != around.profile.gear:
        return Block(rule="gear", words="nothing of its menu can be done with what is there")
    quiet = around.rulebook.number("race-quiet", "new_days")
    days = [(race.start.date() - start.date()).days for race in around.races if race.priority is Priority.A]
    if any(0 <= left <= quiet for left in days):
        return Block(
            rule="race-quiet",
            words=f"all its exercises would be new less than {quiet} days before the A race",
        )
    return Block(rule="leg-growth", words="what the week may hold leaves nothing for it")


def _easings(day: date, around: Surroundings) -> Iterator[Block]:
    """What holds leg work back on this day altogether: pain, a red flag, illness, soreness."""
    for easing in around.state.eased(day).easings:
        if easing.no_session:
            yield Block(rule=easing.rule, words=easing.why.rstrip("."))


def _least_minutes(around: Surroundings, *, after_run: bool) -> int:
    """The least minutes worth beginning a session for."""
    facts = around.progression
    warm_up = facts.warm_up_after_run_minutes if after_run else facts.warm_up_minutes
    return warm_up + facts.cool_down_minutes + LEAST_WORK_MINUTES


def _no_time(minutes: int, around: Surroundings, *, after_run: bool) -> Iterator[Block]:
    least = _least_minutes(around, after_run=after_run)
    if minutes < least:
        yield Block(rule="fits-the-opening", words=f"{minutes} minutes are too short: {least} are the least")


def _condition_gate(day: date, around: Surroundings) -> Iterator[Block]:
    """Circumstances that need a clinician's word first; the safe side when unknown (rule `condition-gates`)."""
    health, rulebook = around.profile.health, around.rulebook
    reasons = [
        words
        for holds, words in (
            (health.pregnant, "pregnancy"),
            (
                health.weeks_post_partum is not None
                and health.weeks_post_partum + (day - around.today).days // 7
                < rulebook.number("condition-gates", "post_partum_weeks"),
                f"less than {rulebook.number('condition-gates', 'post_partum_weeks')} weeks after giving birth",
            ),
            (health.osteoporosis, "osteoporosis"),
            (health.recent_surgery, "recent surgery"),
            (health.heart_or_blood_pressure, "a heart or blood pressure condition"),
            (health.other_restriction, "a restriction you told of"),
            (health.symptoms, "signs that want a doctor"),
            (health.known_disease and health.inactive, "a known disease, and no regular activity so far"),
        )
        if holds
    ]
    if reasons and not health.clinician_confirmed:
        yield Block(
            rule="condition-gates",
            words=f"{' and '.join(reasons)}: leg sessions wait until a clinician has agreed",
        )
    minor = around.profile.age_on(day) < rulebook.number("condition-gates", "adult_age")
    if minor and not health.guardian_or_coach:
        yield Block(
            rule="condition-gates", words="under 18: leg sessions wait until a guardian or coach is with it"
        )


def _run_order(start: datetime, end: datetime, around: Surroundings) -> Iterator[Block]:
    """Rule `run-first`: after the run, or far enough before an easy one where the runner chose so."""
    order = around.profile.order
    for span in around.on(start.date()):
        after = start >= span.end
        easy = span.run.kind in {RunKind.EASY, RunKind.RECOVERY}
        before = easy and span.start - end >= around.hours("run-first", "hours_before")
        allowed = {
            LiftOrder.AFTER: after,
            LiftOrder.BEFORE: before if easy else after,
            LiftOrder.EITHER: after or before,
        }[order]
        if not allowed:
            moment = f"the {span.run.kind.value} run at {span.start:%H:%M}"
            wanted = {
                LiftOrder.AFTER: f"lifting comes after {moment}",
                LiftOrder.BEFORE: f"it is not {around.rulebook.number('run-first', 'hours_before')} h before {moment}"
                if easy
                else f"lifting comes after {moment}",
                LiftOrder.EITHER: f"it is neither after {moment} nor long enough before it",
            }[order]
            yield Block(rule="run-first", words=wanted)
            return


def _key_run_within(end: datetime, hours: timedelta, around: Surroundings) -> Block | None:
    for span in around.spans[bisect_left(around.starts, end) :]:
        if span.start - end >= hours:
            return None
        if span.run.key:
            gap = (span.start - end).total_seconds() / 3600
            return Block(
                rule="fresh-for-key-runs",
                words=f"the {span.run.kind.value} run on {span.start:%A %H:%M} is {gap:.0f} h away, "
                f"fresh legs need {hours.total_seconds() / 3600:.0f} h",
            )
    return None


def _races(start: datetime, end: datetime, around: Surroundings) -> Iterator[Block]:
    rulebook = around.rulebook
    for race in around.races:
        quiet = around.hours("race-quiet", f"hours_{race.priority.value.lower()}")
        if start < race.start and race.start - end < quiet:
            yield Block(
                rule="race-quiet",
                words=f"the {race.priority.value} race on {race.start.day} {race.start:%b} is less than "
                f"{quiet.total_seconds() / 3600:.0f} h away",
            )
            return
        days = days_after_race(race.metres, rulebook)
        if 0 <= (start.date() - race.start.date()).days <= days and start >= race.start:
            yield Block(
                rule="after-race",
                words=f"the race on {race.start.day} {race.start:%b} asks for {days} days without a leg session",
            )
            return


def _sessions_behind(around: Surroundings) -> Iterator[Behind]:
    """Every session behind; the first two since a lay-off were new to the legs."""
    needed = around.rulebook.number("leg-spacing", "new_sessions")
    behind, before = 0, None
    for done in around.state.done:
        anew = before is None or done.start - before >= around.layoff
        same_day = before is not None and done.start.date() == before.date()
        count = 1 if anew else behind + (not same_day)
        if done.told is not Told.UNSAID:
            behind, before = count, done.start
        yield Behind(session=done, moment=done.spaced_from, new=count <= needed)


def _done_before(start: datetime, week: int, around: Surroundings) -> Iterator[Block]:
    """Rule `leg-spacing` towards sessions that lie behind."""
    for done in around.behind:
        jumps = done.session.contacts > 0 and around.season[week].contacts > 0
        needed = spacing(around, new=done.new, jumps=jumps)
        if timedelta(0) <= start - done.moment < needed:
            gap = (start - done.moment).total_seconds() / 3600
            unsaid = ", of which nothing was said" if done.session.told is Told.UNSAID else ""
            yield Block(
                rule="leg-spacing",
                words=f"only {gap:.0f} h after the session of {done.session.start:%A}{unsaid}; leg sessions need "
                f"{needed.total_seconds() / 3600:.0f} h{' after one that was new to the legs' if done.new else ''}",
            )
            return
