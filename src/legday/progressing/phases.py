"""Decides what each week of the season asks for: phase, block, sessions wanted, effort, share of sets, contacts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from legday.model.catalogue import Catalogue
from legday.model.progression import Phase, PhaseDose, Progression
from legday.model.runner import LiftingLevel, Priority, Profile, Race, Style
from legday.model.runs import Outlook
from legday.model.season import WeekTarget
from legday.model.state import RunnerState
from legday.progressing.blocks import block_numbers
from legday.progressing.calendar_weeks import WEEK, RunWeeks, day_text, monday, run_weeks, weeks_between
from legday.progressing.cut_backs import cut_backs
from legday.progressing.gates import Gates, gates
from legday.progressing.layout import Frame, lay_out
from legday.progressing.races import (
    aimed_at,
    all_races,
    holding_down,
    room_for_sessions,
)
from legday.progressing.returning import began_again, held_days
from legday.progressing.stalled import Stalls, stall_words

USUAL_WEEKS = 4
"""Weeks looked back on for how many sessions a week usually holds (our setting)."""
FIRST_WEEKS = 2
"""Weeks of extra reserve for a newcomer."""
FIRST_SESSIONS = 3
"""Sessions in the last four weeks that make a runner without known weeks of leg work no newcomer any more (our setting)."""
SPARED_WEEKS = 3
"""First weeks of a newcomer without a cut-back."""
FIRST_SETS_PERCENT = 67
"""A newcomer's first week in style `evidence`: two of three sets (science.md M2, B8)."""
LOOK_BACK = timedelta(weeks=4)


@dataclass(frozen=True)
class Known:
    """All that a season is decided from."""

    state: RunnerState
    outlook: Outlook
    catalogue: Catalogue
    today: date
    weeks: int

    @property
    def profile(self) -> Profile:
        return self.state.profile

    @property
    def progression(self) -> Progression:
        return self.catalogue.progression

    @cached_property
    def this_week(self) -> date:
        return monday(self.today)

    @cached_property
    def origin(self) -> date:
        """The Monday the season is laid out from: the plan's first, so that making the plan again changes nothing, or that of a new
        beginning after a long lay-off."""
        began = monday(self.state.plan_began or self.today)
        return min(max(began, monday(self.again or began)), self.this_week)

    @cached_property
    def again(self) -> date | None:
        """The day leg work began again after a lay-off so long that foundation comes first; None without one (rule `returning`)."""
        return began_again(self.state.done, self.today, self.catalogue.rulebook)

    @cached_property
    def foundation_behind(self) -> int:
        """Weeks of leg work behind the season's first; none after a long lay-off."""
        return 0 if self.again and monday(self.again) >= self.origin else self.state.weeks_before_plan

    @cached_property
    def stalled(self) -> tuple[tuple[str, ...], ...]:
        """The lifts that stand still before each week up to this one, empty where too few do."""
        stalls = Stalls(self.state, self.catalogue)
        return tuple(stalls.before(self.origin + n * WEEK) for n in range(self.weeks_in + 1))

    @cached_property
    def rested(self) -> tuple[bool, ...]:
        """Whether each week behind, from the origin on, was mostly missed: half of the sessions of any of the four before it, or fewer."""
        held = Counter(monday(day) for day in held_days(self.state.done))
        weeks = [self.origin + n * WEEK for n in range(self.weeks_in)]
        usual = [max(held[week - n * WEEK] for n in range(1, USUAL_WEEKS + 1)) for week in weeks]
        return tuple(2 * held[week] <= most and most > 0 for week, most in zip(weeks, usual, strict=True))

    @cached_property
    def weeks_in(self) -> int:
        return weeks_between(self.origin, self.this_week)

    @cached_property
    def newcomer(self) -> bool:
        """Nobody with weeks of leg work behind, and no more than a first session or two."""
        since = self.origin - LOOK_BACK
        recent = {one.start.date() for one in self.state.done if one.enough}
        return (
            self.foundation_behind == 0 and sum(since <= day < self.origin for day in recent) < FIRST_SESSIONS
        )

    @cached_property
    def idle(self) -> int:
        """Weeks from the origin in which a newcomer does not begin yet: gates are closed, or an A race is too near for anything new."""
        if not self.newcomer:
            return 0
        total = self.weeks_in + self.weeks
        opens = (n for n in range(total) if not self.gate(n).closed and not self.race_too_near(n))
        return next(opens, total)

    def gate(self, index: int) -> Gates:
        week = self.origin + index * WEEK
        ahead = max(0, (week - self.today).days // 7)
        return gates(self.profile, self.catalogue.rulebook, week=week, weeks_ahead=ahead)

    def own_cut_back(self, week: date) -> bool:
        """Whether the runner's own running is lighter in this week: as planned or recorded, or as the rhythm went and goes on."""
        rhythm = self.outlook.rhythm
        if self.runs.dips(week):
            return True
        if rhythm.cut_back_every is None or rhythm.last_cut_back is None:
            return False
        return weeks_between(rhythm.last_cut_back, week) % rhythm.cut_back_every == 0

    def race_behind(self, week: date) -> date | None:
        return holding_down(week, self.races, self.catalogue.rulebook)

    def race_too_near(self, index: int) -> bool:
        """Whether leg work begun in this week would be new within the quiet days before an A race."""
        week = self.origin + index * WEEK
        days = timedelta(days=self.number("race-quiet", "new_days"))
        quiet = (race.day for race in self.races if race.priority is Priority.A)
        return any(week <= day < week + timedelta(days=6) + days for day in quiet)

    @cached_property
    def races(self) -> tuple[Race, ...]:
        return all_races(self.state, self.outlook)

    @cached_property
    def goals(self) -> tuple[Race, ...]:
        since = self.origin + self.idle * WEEK - (0 if self.idle else 2) * WEEK
        return aimed_at(self.races, since=since)

    @cached_property
    def doses(self) -> dict[Phase, PhaseDose]:
        return dict(self.progression.doses[self.profile.style.value])

    @cached_property
    def frame(self) -> Frame:
        masters = self.profile.age_on(self.today) >= self.number("condition-gates", "masters_age")
        spans = {phase: dose.weeks for phase, dose in self.doses.items()}
        least, most = spans[Phase.FOUNDATION]
        spans[Phase.FOUNDATION] = (min(least + masters, most), most)
        return Frame(
            origin=self.origin + self.idle * WEEK,
            weeks=self.weeks_in + self.weeks - self.idle,
            spans=spans,
            cycle_weeks=self.progression.cycle_weeks,
            foundation_behind=self.foundation_behind,
        )

    @cached_property
    def runs(self) -> RunWeeks:
        return run_weeks(self.state, self.outlook, today=self.today)

    def number(self, rule: str, name: str) -> int:
        return self.catalogue.rulebook.number(rule, name)


@dataclass(frozen=True)
class Outline:
    """Phase, cut-back and block of every week from the season's origin on."""

    starts: tuple[date, ...]
    phases: tuple[Phase, ...]
    cut: tuple[bool, ...]
    blocks: tuple[int, ...]


def _changes_menus(known: Known) -> bool:
    """In style `article` the printed workouts stay, and so does the block, unless the runner asks for variety."""
    profile = known.profile
    return profile.style is Style.EVIDENCE or profile.variety or _likes_explosive(known)


def _likes_explosive(known: Known) -> bool:
    exercises = known.catalogue.exercises
    return any(exercises[like].plyometric for like in known.profile.likes if like in exercises)


def _nothing_new(known: Known, week: date, *, sessions: int) -> bool:
    """Whether a menu begun in this week would still be new within the quiet days before an A race.

    With one session a week the second menu is first used a week later.
    """
    last_first_use = week + timedelta(days=6 if sessions > 1 else 13)
    days = known.number("race-quiet", "new_days")
    return any(
        week <= race.day and last_first_use > race.day - timedelta(days=days)
        for race in known.races
        if race.priority is Priority.A
    )


def _period(known: Known) -> int:
    every = known.profile.cut_back_every or known.outlook.rhythm.cut_back_every
    return every or known.progression.cut_back_every


def _outline(known: Known) -> Outline:
    starts = tuple(known.origin + n * WEEK for n in range(known.weeks_in + known.weeks))
    phases = (Phase.FOUNDATION,) * known.idle + lay_out(known.goals, known.frame)
    cut = cut_backs(
        phases,
        [known.own_cut_back(week) for week in starts],
        every=_period(known),
        bounds=(known.number("cut-back", "every_low"), known.number("cut-back", "every_high")),
        spared=known.idle + SPARED_WEEKS if known.newcomer else 0,
        stalled=[bool(lifts) for lifts in known.stalled],
        rested=known.rested,
    )
    blocks = (0,) * len(starts)
    if _changes_menus(known):
        growth = known.number("new-block-new-run-load", "percent")
        blocks = block_numbers(
            phases,
            usual=known.progression.block_weeks,
            forbidden=lambda n: _nothing_new(known, starts[n], sessions=_usual_sessions(known, phases[n])),
            unwelcome=lambda n: cut[n] or known.runs.grows(starts[n], percent=growth),
        )
    return Outline(starts=starts, phases=phases, cut=cut, blocks=blocks)


def _usual_sessions(known: Known, phase: Phase) -> int:
    """Sessions a week of a phase where no race is near: the runner's own number, one in maintain and taper."""
    own = max(1, min(known.profile.sessions_a_week, known.number("weekly-ceiling", "sessions")))
    limit = known.doses[phase].sessions
    if limit is None and phase in {Phase.MAINTAIN, Phase.TAPER}:
        limit = 1
    return own if limit is None else min(own, limit)


def _wanted(known: Known, outline: Outline, index: int, gate: Gates) -> int:
    week = outline.starts[index]
    if gate.closed or index < known.idle:
        return 0
    usual = _usual_sessions(known, outline.phases[index])
    return min(usual, room_for_sessions(week, known.races, known.catalogue.rulebook))


def _goal_in(known: Known, week: date) -> bool:
    return any(week <= race.day < week + WEEK for race in known.goals)


def _race_lightens(known: Known, week: date) -> bool:
    """A race that matters but is not aimed at (a B race beside an A race) makes its week a light one."""
    return any(
        week <= race.day < week + WEEK and race.priority is not Priority.C
        for race in known.races
        if race not in known.goals
    )


def _newcomer_week(known: Known, index: int, weeks: int) -> bool:
    """Whether the week is one of a newcomer's first `weeks` with leg work."""
    return known.newcomer and index < known.idle + weeks


def _rir(known: Known, phase: Phase, index: int, gate: Gates) -> int:
    rir = known.doses[phase].rir
    if known.profile.lifting is LiftingLevel.BEGINNER:
        rir += known.progression.beginner_extra_rir
    if _newcomer_week(known, index, FIRST_WEEKS):
        rir = max(rir, known.progression.first_weeks_rir)
    least = "rir_high" if known.profile.lifting is LiftingLevel.BEGINNER else "rir_low"
    most = known.number("effort", "rir_beginner")
    return max(min(rir, most), known.number("effort", least), gate.rir_least)


def _sets_percent(known: Known, outline: Outline, index: int) -> int:
    week = outline.starts[index]
    percent = known.doses[outline.phases[index]].sets_percent
    if outline.cut[index] or _race_lightens(known, week):
        percent = min(percent, 100 - known.progression.cut_back_percent)
    if known.profile.style is Style.EVIDENCE and _newcomer_week(known, index, 1):
        percent = min(percent, FIRST_SETS_PERCENT)
    if known.race_behind(week):
        percent = min(percent, known.number("after-race", "percent_marathon"))
    return percent


def _sets_cap(known: Known, outline: Outline, index: int) -> int | None:
    if _goal_in(known, outline.starts[index]):
        return known.number("muscle-band", "race_week")
    if outline.cut[index]:
        return known.number("muscle-band", "most") * known.number("muscle-band", "percent_cut_back") // 100
    beginner = known.profile.lifting is LiftingLevel.BEGINNER and known.profile.style is Style.EVIDENCE
    if beginner and _newcomer_week(known, index, known.number("muscle-band", "weeks_beginner")):
        return known.number("muscle-band", "most_beginner")
    return None


def _explosive_phase(known: Known, phase: Phase) -> bool:
    if phase.light:
        return False
    asked = known.profile.variety or _likes_explosive(known)
    return asked or (known.profile.style is Style.EVIDENCE and known.doses[phase].contacts_first > 0)


def _may_jump(known: Known, outline: Outline, index: int) -> bool:
    """Foundation enough behind when the week's block began, a phase for it, no circumstance against it."""
    needed = known.number("plyometric-gate", "weeks")
    block_begin = outline.blocks.index(outline.blocks[index])
    gate = known.gate(index)
    return (
        gate.explosive
        and not gate.closed
        and known.foundation_behind + block_begin - known.idle >= needed
        and _explosive_phase(known, outline.phases[index])
    )


def _contacts(known: Known, outline: Outline) -> tuple[int, ...]:
    """The most foot contacts of a session in each week: a first number, a step a week, a cap by lifting level; 0 while closed."""
    first = known.number("plyometric-gate", "contacts_first")
    step = known.number("plyometric-gate", "contacts_step")
    cap = known.number("plyometric-gate", f"cap_{known.profile.lifting.value}")
    contacts: list[int] = []
    steps = 0
    for index, phase in enumerate(outline.phases):
        if not _may_jump(known, outline, index):
            contacts.append(0)
            steps = steps if phase.light else 0
            continue
        contacts.append(min(cap, first + steps * step))
        steps += not outline.cut[index]
    return tuple(contacts)


_PHASE_WORDS = {
    Phase.FOUNDATION: "Foundation: learn the movements and get the tissues used to them",
    Phase.STRENGTH: "Strength: the same lifts, step by step heavier",
    Phase.POWER: "Power: heavy and quick",
    Phase.MAINTAIN: "Maintain: one session a week keeps what was built",
    Phase.TAPER: "Taper: fewer sets at the same weight before the race",
    Phase.RECOVER: "Recover: little leg work after the race",
}


def _week_words(known: Known, outline: Outline, index: int, gate: Gates) -> str:
    """Why the week is as it is, in one sentence."""
    week = outline.starts[index]
    if gate.closed:
        return gate.closed[0].upper() + gate.closed[1:] + "."
    if index < known.idle:
        days = known.number("race-quiet", "new_days")
        return f"An A race is less than {days} days away, so nothing new for the legs begins before it."
    words = _PHASE_WORDS[outline.phases[index]] + _race_words(known, week, outline.phases[index])
    if outline.cut[index]:
        words += f"; cut-back week{_cut_back_words(known, index)}: {known.progression.cut_back_percent} % fewer sets"
    elif _race_lightens(known, week):
        words += "; a race this week, so fewer sets"
    elif _newcomer_week(known, index, FIRST_WEEKS):
        words += "; easy first weeks"
    return words + "."


def _cut_back_words(known: Known, index: int) -> str:
    """What made the week a cut-back week, as a part of the sentence; empty where it is simply due."""
    lifts = known.stalled[index] if index < len(known.stalled) else ()
    if lifts:
        return f", as {stall_words(lifts, known.catalogue)}"
    return ", on your own lighter running week" if known.own_cut_back(known.origin + index * WEEK) else ""


def _race_words(known: Known, week: date, phase: Phase) -> str:
    """The race that the phase looks at, as a part of the sentence."""
    if phase is Phase.RECOVER:
        return f" of {day_text(max(race.day for race in known.goals if race.day < week))}"
    ahead = [race for race in known.goals if race.day >= week]
    if not ahead:
        return "; no race to aim at, so cycles follow each other"
    count = weeks_between(week, monday(ahead[0].day))
    when = "this week" if count == 0 else "next week" if count == 1 else f"in {count} weeks"
    return f"; the race is {when}"


def _era(known: Known, outline: Outline, index: int) -> int:
    """How many blocks up to this week began menus with new leg exercises: those of a new phase, and every one where variety is asked."""
    block = outline.blocks[index]
    if known.profile.variety or known.profile.style is Style.ARTICLE:
        return block
    aims = [_block_phase(outline, number) for number in range(block + 1)]
    return sum(now is not before for before, now in pairwise(aims))


def _block_phase(outline: Outline, block: int) -> Phase | None:
    """What a block works towards: the last of its phases that is not light; None where all are, around a race at the season's begin."""
    weeks = zip(outline.phases, outline.blocks, strict=True)
    phases = [phase for phase, number in weeks if number == block and not phase.light]
    return phases[-1] if phases else None


def _target(known: Known, outline: Outline, index: int, contacts: int) -> WeekTarget:
    phase = outline.phases[index]
    week = outline.starts[index]
    gate = known.gate(index)
    dose = known.doses[phase]
    race_behind = known.race_behind(week)
    heavy = gate.heavy and race_behind is None
    return WeekTarget(
        start=week,
        phase=phase,
        block=outline.blocks[index],
        wanted=_wanted(known, outline, index, gate),
        rir=_rir(known, phase, index, gate),
        sets_percent=_sets_percent(known, outline, index),
        heavy_reps=dose.heavy_reps if heavy else None,
        heavy_rest_s=dose.heavy_rest_s if heavy else None,
        contacts=0 if race_behind else contacts,
        cut_back=outline.cut[index] or _race_lightens(known, week),
        sets_cap=_sets_cap(known, outline, index),
        why=_week_words(known, outline, index, gate),
        after_race=race_behind,
        era=_era(known, outline, index),
    )


def season(
    state: RunnerState, outlook: Outlook, catalogue: Catalogue, *, today: date, weeks: int
) -> tuple[WeekTarget, ...]:
    """The targets of `weeks` weeks, Monday first, from the week of `today` (planning.md §1).

    Laid out from the week the plan began (`state.plan_began`, else today's), so that making it again next week moves nothing.
    """
    known = Known(state=state, outlook=outlook, catalogue=catalogue, today=today, weeks=weeks)
    outline = _outline(known)
    contacts = _contacts(known, outline)
    indexes: Sequence[int] = range(known.weeks_in, known.weeks_in + weeks)
    return tuple(_target(known, outline, index, contacts[index]) for index in indexes)
