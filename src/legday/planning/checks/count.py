"""Decides whether there are enough of a thing, and not too many: sessions, rest days, mobility, one-leg work, cut-backs."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from legday.model.progression import Phase
from legday.model.rules import Finding
from legday.planning.checks.facts import LegSession, PlanFacts, SeenWeek
from legday.planning.checks.wording import date_text, listed, week_text

MOBILE_AREAS = ("hips", "hamstrings", "calves")
ONE_A_WEEK = frozenset({Phase.MAINTAIN, Phase.TAPER})


def weekly_ceiling(facts: PlanFacts) -> Iterator[Finding]:
    """At most `sessions` in any `days` days in a row, counted by date, past sessions included (of a day they are one)."""
    most, days = facts.number("weekly-ceiling", "sessions"), facts.number("weekly-ceiling", "days")
    for last in facts.planned:
        window = [
            session
            for session in facts.sessions
            if not session.unsaid and session.start <= last.start and (last.day - session.day).days < days
        ]
        count = _training(window)
        if count > most:
            words = (
                f"{count} leg sessions in the {days} days from {date_text(last.day - timedelta(days=days - 1))} "
                f"to {date_text(last.day)}; {most} at most"
            )
            yield facts.finding("weekly-ceiling", words, *(session.day for session in window))


def _training(sessions: Sequence[LegSession]) -> int:
    """How many sessions these are: what was done in two parts on a day is one."""
    planned = sum(session.planned is not None for session in sessions)
    return planned + len({session.day for session in sessions if session.planned is None})


def _race_near(facts: PlanFacts, week: SeenWeek) -> bool:
    """A race in the week, or in the week before it."""
    return any(timedelta(-7) <= race.day - week.start < timedelta(7) for race in facts.races)


def _wanted(facts: PlanFacts, week: SeenWeek) -> int:
    """What the runner asked for, the rule's number where that is the usual two; one in maintain and taper; none when recovering."""
    phase = week.told.phase if week.told else None
    if phase is Phase.RECOVER or _race_near(facts, week):
        return 0
    asked = facts.profile.sessions_a_week
    usual = facts.number("weekly-frequency", "sessions") if asked == 2 else asked
    return min(usual, 1) if phase in ONE_A_WEEK else usual


def weekly_frequency(facts: PlanFacts) -> Iterator[Finding]:
    """Enough sessions in each whole week, and never a long time without one."""
    for week in facts.weeks:
        wanted = _wanted(facts, week)
        count = _training(week.sessions)
        if week.whole and count < wanted:
            words = f"{count} of {wanted} leg sessions in {week_text(week.start)}"
            yield facts.finding("weekly-frequency", words, week.start)
    yield from _long_gaps(facts)


def _long_gaps(facts: PlanFacts) -> Iterator[Finding]:
    longest = facts.number("weekly-frequency", "longest_gap_days")
    for first, then in facts.steps:
        days = (then.day - first.day).days
        if days > longest and not _resting(facts, first.day, then.day):
            words = (
                f"{days} d without a leg session from {date_text(first.day)} to {date_text(then.day)}; "
                f"{longest} d at most in season"
            )
            yield facts.finding("weekly-frequency", words, first.day, then.day)


def _resting(facts: PlanFacts, first: date, then: date) -> bool:
    """Whether a race or a week of recovery lies between, or the gap began before the plan did."""
    recovering = any(
        week.phase is Phase.RECOVER and first <= week.start + timedelta(days=6) and week.start <= then
        for week in facts.plan.weeks
    )
    return first < facts.plan.today or recovering or any(first <= race.day <= then for race in facts.races)


def one_leg_work(facts: PlanFacts) -> Iterator[Finding]:
    """Each session holds at least one exercise on one leg."""
    least = facts.number("one-leg-work", "exercises")
    for session in facts.planned:
        had = sum(exercise.one_leg for _, exercise in session.lines)
        if had < least:
            words = (
                f"the session of {date_text(session.day)} has {had} exercises on one leg; {least} at least"
            )
            yield facts.finding("one-leg-work", words, session.day)


def hips_and_trunk(facts: PlanFacts) -> Iterator[Finding]:
    """Each whole week with sessions holds sets for the hip abductors and for the trunk."""
    least = facts.number("hips-and-trunk", "sets")
    for week in facts.weeks:
        if not (week.whole and week.planned):
            continue
        lines = [pair for session in week.planned for pair in session.lines]
        hips = sum(line.sets for line, exercise in lines if exercise.hip_abductor)
        trunk = sum(line.sets for line, exercise in lines if exercise.trunk)
        if min(hips, trunk) < least:
            words = (
                f"{week_text(week.start)} has {hips} sets for the hip abductors and {trunk} for the trunk; "
                f"{least} each at least"
            )
            yield facts.finding("hips-and-trunk", words, week.start)


def rest_day(facts: PlanFacts) -> Iterator[Finding]:
    """Each whole week has a day with neither a run nor a leg session."""
    least = facts.number("rest-day", "days")
    for week in facts.weeks:
        busy = {session.day for session in week.sessions} | {run.run.day for run in week.runs}
        free = sum(day not in busy for day in week.days)
        if week.whole and free < least:
            words = (
                f"{week_text(week.start)} has {free} days with neither run nor leg session; {least} at least"
            )
            yield facts.finding("rest-day", words, week.start)


def mobility(facts: PlanFacts) -> Iterator[Finding]:
    """Each whole week has short blocks for hips, hamstrings and calves."""
    least = facts.number("mobility", "blocks")
    blocks = {day.day: day.mobility for day in facts.plan.days if day.mobility}
    for week in facts.weeks:
        if not week.whole:
            continue
        here = [blocks[day] for day in week.days if day in blocks]
        missing = _areas_missing(facts, [drill for block in here for drill in block])
        if len(here) < least or missing:
            words = f"{week_text(week.start)} has {len(here)} mobility blocks; {least} at least" + (
                f", and none for {listed(missing)}" if missing else ""
            )
            yield facts.finding("mobility", words, week.start)


def _areas_missing(facts: PlanFacts, drills: Sequence[str]) -> list[str]:
    known = facts.catalogue.drills
    had = {area for drill in drills if drill in known for area in known[drill].areas}
    return [area for area in MOBILE_AREAS if area not in had]


def cut_back(facts: PlanFacts) -> Iterator[Finding]:
    """Every few weeks a lighter one: neither too seldom nor too often, and lighter by about half."""
    training = [week for week in facts.weeks if week.planned]
    before = [None, *training]
    light = {week.start: _is_light(facts, week, last) for last, week in zip(before, training, strict=False)}
    yield from _too_seldom(facts, light)
    yield from _too_often(facts, training)
    yield from _wrong_depth(facts, training, light)


def _is_light(facts: PlanFacts, week: SeenWeek, before: SeenWeek | None) -> bool:
    """As the plan tells it; where it tells no weeks, by a fall in sets."""
    if facts.plan.weeks or before is None:
        return week.light
    return 100 * week.sets <= (100 - facts.number("cut-back", "percent_low")) * before.sets


def _too_seldom(facts: PlanFacts, light: dict[date, bool]) -> Iterator[Finding]:
    longest = facts.number("cut-back", "every_high")
    run = 0
    last: date | None = None
    for monday, easier in light.items():
        in_a_row = last is not None and monday - last == timedelta(weeks=1)
        run = 0 if easier else (run + 1 if in_a_row else 1)
        last = monday
        if run == longest:
            words = f"{week_text(monday)} is the {longest}th full week in a row; a lighter one is due by then"
            yield facts.finding("cut-back", words, monday)


def _too_often(facts: PlanFacts, training: Sequence[SeenWeek]) -> Iterator[Finding]:
    shortest = facts.number("cut-back", "every_low")
    cut = [week.start for week in training if week.told and week.told.cut_back]
    for first, then in pairwise(cut):
        weeks = (then - first).days // 7
        if weeks < shortest:
            words = f"{week_text(then)} is lighter again after {weeks} weeks; {shortest} at least lie between"
            yield facts.finding("cut-back", words, first, then)


def _wrong_depth(
    facts: PlanFacts, training: Sequence[SeenWeek], light: dict[date, bool]
) -> Iterator[Finding]:
    low, high = facts.number("cut-back", "percent_low"), facts.number("cut-back", "percent_high")
    usual = 0
    for week in training:
        if not light[week.start]:
            usual = week.sets
            continue
        if usual and week.told and week.told.cut_back and not low <= 100 - 100 * week.sets / usual <= high:
            words = (
                f"{week_text(week.start)} has {_against(week.sets, usual)}; "
                f"a lighter week has {low}–{high} % fewer"
            )
            yield facts.finding("cut-back", words, week.start)


def _against(sets: int, usual: int) -> str:
    """How many sets a week has beside the last one that was not light: `12 sets, as many as the week before`."""
    if sets == usual:
        return f"{sets} sets, as many as the full week before it"
    if sets > usual:
        return f"{sets} sets, more than the {usual} of the full week before it"
    return f"{sets} sets instead of {usual}, {100 - 100 * sets // usual} % fewer"
