"""Decides whether one expected line holds for a plan; every form is explained in tests/stories/README.md."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise, product

from legday.model.catalogue import Catalogue
from legday.model.exercises import Pattern
from legday.model.load import WeekLoad, volume_cap
from legday.model.plan import Day, Plan, Prescription, Session
from legday.model.rules import Level
from legday.model.runner import Gear, GearKind, Profile
from legday.model.runs import ExpectedRun, Outlook
from story_life import Lived
from story_notation import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story with all that came out of it; `lived` where a plan was accepted before the story's day."""

    story: Story
    profile: Profile
    outlook: Outlook
    plan: Plan
    catalogue: Catalogue
    not_understood: tuple[str, ...] = ()
    lived: Lived | None = None


Judge = Callable[[Told, re.Match[str]], str]
"""Gives what is wrong, or nothing where the line holds."""

FORMS: list[tuple[re.Pattern[str], Judge]] = []

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = r"(?P<day>\d{4}-\d\d-\d\d)"
WEEK = r"(?P<week>\d{4}-\d\d-\d\d)"
EARLY = time(6)


class NoSuchForm(Exception):
    """A line of an `expect` block that fits no form."""


def form(pattern: str) -> Callable[[Judge], Judge]:
    """Registers a form of expectation; the pattern must match the whole line."""

    def register(judge: Judge) -> Judge:
        FORMS.append((re.compile(pattern), judge))
        return judge

    return register


def problem_with(told: Told, line: str) -> str:
    """What is wrong with the plan by this line; empty where it holds. NoSuchForm where no form fits."""
    for pattern, judge in FORMS:
        if match := pattern.fullmatch(line):
            return judge(told, match)
    raise NoSuchForm(f"{line!r} fits no form; see tests/stories/README.md")


# ---------------------------------------------------------------- what the forms look at


def _sessions(told: Told) -> list[Session]:
    return sorted(told.plan.sessions, key=lambda session: session.start)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weeks(told: Told) -> list[date]:
    first = _monday(told.story.today)
    return [first + timedelta(weeks=number) for number in range(told.story.weeks)]


def _in_week(told: Told, monday: date) -> list[Session]:
    return [session for session in _sessions(told) if _monday(session.day) == monday]


def _on(told: Told, day: str) -> list[Session]:
    return [session for session in _sessions(told) if session.day == date.fromisoformat(day)]


def _in_block(told: Told, block: int, letter: str) -> list[Session]:
    mondays = {week.start for week in told.plan.weeks if week.block == block}
    return [s for s in _sessions(told) if _monday(s.day) in mondays and s.menu == letter]


def _run_start(told: Told, run: ExpectedRun) -> datetime:
    return datetime.combine(run.day, run.start or told.outlook.usual_start or EARLY)


def _runs(told: Told) -> Iterator[ExpectedRun]:
    for day in told.plan.days:
        yield from day.runs


def _shown(session: Session) -> str:
    lines = ", ".join(_line(line) for line in session.exercises)
    return f"{session.start:%Y-%m-%d %H:%M} {session.menu}: {lines}"


def _line(line: Prescription) -> str:
    low, high = line.reps
    return f"{line.exercise} {line.sets}x{low}" + ("" if low == high else f"-{high}")


def _differs(what: str, *, wanted: object, found: object) -> str:
    return "" if wanted == found else f"{what}: expected {wanted}, found {found}"


def _listed(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _range(low: str, high: str | None) -> range:
    return range(int(low), int(high or low) + 1)


# ---------------------------------------------------------------- how often and when


@form(r"sessions a week: (?P<low>\d)(?: to (?P<high>\d))?(?: until (?P<until>\S+))?")
def _sessions_a_week(told: Told, match: re.Match[str]) -> str:
    until = date.fromisoformat(match["until"]) if match["until"] else date.max
    whole = [week for week in _weeks(told) if told.story.today <= week < until]
    wanted = _range(match["low"], match["high"])
    wrong = {f"{w}": n for w in whole if (n := len(_in_week(told, w))) not in wanted}
    return f"sessions by week: {wrong}" if wrong or not whole else ""


@form(rf"week {WEEK} has (?P<low>\d)(?: to (?P<high>\d))? sessions?")
def _week_has(told: Told, match: re.Match[str]) -> str:
    found = len(_in_week(told, date.fromisoformat(match["week"])))
    return "" if found in _range(match["low"], match["high"]) else f"found {found}"


@form(r"sessions in all: (?P<low>\d+)(?: to (?P<high>\d+))?")
def _in_all(told: Told, match: re.Match[str]) -> str:
    found = len(_sessions(told))
    return "" if found in _range(match["low"], match["high"]) else f"found {found}"


@form(r"(?P<no>no )?sessions? on: (?P<days>[a-z, ]+)")
def _on_weekdays(told: Told, match: re.Match[str]) -> str:
    named = {DAYS.index(day) for day in _listed(match["days"])}
    wrong = [s for s in _sessions(told) if (s.day.weekday() in named) == bool(match["no"])]
    return ", ".join(f"{s.start:%a %Y-%m-%d %H:%M}" for s in wrong)


@form(r"every week the same weekdays")
def _same_weekdays(told: Told, _match: re.Match[str]) -> str:
    weeks = {w: tuple(s.day.weekday() for s in _in_week(told, w)) for w in _weeks(told)[1:]}
    full = {w: days for w, days in weeks.items() if len(days) >= told.profile.sessions_a_week}
    kinds = set(full.values())
    return f"weekdays by week: {full}" if len(kinds) != 1 else ""


@form(r"gap >= (?P<hours>\d+) h")
def _gap(told: Told, match: re.Match[str]) -> str:
    least = timedelta(hours=int(match["hours"]))
    near = [(a, b) for a, b in pairwise(_sessions(told)) if b.start - a.start < least]
    return ", ".join(f"{a.start:%Y-%m-%d %H:%M} to {b.start:%Y-%m-%d %H:%M}" for a, b in near)


@form(rf"{DAY}(?P<start> \d\d:\d\d)? has a session")
def _has_a_session(told: Told, match: re.Match[str]) -> str:
    starts = [f"{s.start: %H:%M}" for s in _on(told, match["day"])]
    good = match["start"] in starts if match["start"] else starts
    return "" if good else f"sessions that day: {starts}"


@form(rf"{DAY} has no session")
def _has_no_session(told: Told, match: re.Match[str]) -> str:
    return ", ".join(_shown(session) for session in _on(told, match["day"]))


@form(rf"no session from {DAY} to (?P<last>\S+)")
def _no_session_between(told: Told, match: re.Match[str]) -> str:
    first, last = date.fromisoformat(match["day"]), date.fromisoformat(match["last"])
    return ", ".join(_shown(s) for s in _sessions(told) if first <= s.day <= last)


@form(r"each session <= (?P<minutes>\d+) min")
def _minutes(told: Told, match: re.Match[str]) -> str:
    long = [s for s in _sessions(told) if s.minutes > int(match["minutes"])]
    return ", ".join(f"{s.minutes} min on {s.day}" for s in long)


@form(r"each session inside an opening")
def _inside_an_opening(told: Told, _match: re.Match[str]) -> str:
    def fits(session: Session) -> bool:
        return any(
            o.on(session.day) and o.start == session.start.time() and session.minutes <= o.minutes
            for o in told.profile.openings
        )

    return ", ".join(_shown(session) for session in _sessions(told) if not fits(session))


# ---------------------------------------------------------------- around the runs


@form(r"session ends >= (?P<hours>\d+) h before key runs")
def _before_key_runs(told: Told, match: re.Match[str]) -> str:
    least = timedelta(hours=int(match["hours"]))
    near = [
        f"{session.start:%Y-%m-%d %H:%M} before {run.kind} on {run.day}"
        for session, run in product(_sessions(told), _runs(told))
        if run.key and timedelta() < _run_start(told, run) - session.start
        if _run_start(told, run) - session.end < least
    ]
    return ", ".join(near)


@form(r"on run days the session follows the run")
def _follows_the_run(told: Told, _match: re.Match[str]) -> str:
    early = [
        f"{session.start:%Y-%m-%d %H:%M}"
        for session, run in product(_sessions(told), _runs(told))
        if run.day == session.day
        if session.start < _run_start(told, run) + timedelta(minutes=run.minutes or 0)
    ]
    return ", ".join(early)


@form(r"no session on run days")
def _not_on_run_days(told: Told, _match: re.Match[str]) -> str:
    days = {run.day for run in _runs(told)}
    return ", ".join(_shown(session) for session in _sessions(told) if session.day in days)


@form(rf"last session ends >= (?P<hours>\d+) h before {DAY}")
def _quiet_before(told: Told, match: re.Match[str]) -> str:
    start = datetime.combine(date.fromisoformat(match["day"]), EARLY)
    runs = [run for run in _runs(told) if run.day == start.date()]
    start = min((_run_start(told, run) for run in runs), default=start)
    least = timedelta(hours=int(match["hours"]))
    return ", ".join(_shown(s) for s in _sessions(told) if s.start < start and start - s.end < least)


@form(rf"{DAY} runs: (?P<kind>[a-z]+)(?: (?P<minutes>\d+) min)?(?: (?P<km>[\d.]+) km)?")
def _runs_on(told: Told, match: re.Match[str]) -> str:
    runs = [run for run in _runs(told) if run.day == date.fromisoformat(match["day"])]
    wanted = (
        match["kind"],
        int(match["minutes"]) if match["minutes"] else None,
        round(1000 * float(match["km"])) if match["km"] else None,
    )
    found = [
        (run.kind.value, run.minutes if wanted[1] else None, run.metres if wanted[2] else None)
        for run in runs
    ]
    return "" if wanted in found else f"runs that day: {[(r.kind.value, r.minutes, r.metres) for r in runs]}"


@form(rf"{DAY} has no run")
def _no_run_on(told: Told, match: re.Match[str]) -> str:
    return ", ".join(run.title or run.kind for run in _runs(told) if f"{run.day}" == match["day"])


@form(r"not understood: (?P<text>.+)")
def _not_understood(told: Told, match: re.Match[str]) -> str:
    lines = told.not_understood
    return "" if any(match["text"] in line for line in lines) else f"listed: {lines}"


@form(r"everything understood")
def _all_understood(told: Told, _match: re.Match[str]) -> str:
    return "; ".join(told.not_understood)


# ---------------------------------------------------------------- what is in a session


ITEM = re.compile(
    r"(?P<exercise>[a-z-]+)(?: (?P<sets>\d+)x(?P<low>\d+)(?:-(?P<high>\d+))?)?(?: at (?P<kg>[\d.]+) kg)?"
)


def _fits_item(line: Prescription, item: str) -> bool:
    match = ITEM.fullmatch(item)
    if match is None:
        raise NoSuchForm(f"{item!r} is not an exercise with its sets")
    reps = (int(match["low"]), int(match["high"] or match["low"])) if match["low"] else line.reps
    return (
        line.exercise == match["exercise"]
        and line.sets == int(match["sets"] or line.sets)
        and line.reps == reps
        and (match["kg"] is None or line.weight_g == round(1000 * float(match["kg"])))
    )


def _is_exactly(session: Session, items: list[str]) -> bool:
    return len(items) == len(session.exercises) and all(map(_fits_item, session.exercises, items))


def _holds(session: Session, items: list[str]) -> bool:
    return all(any(_fits_item(line, item) for line in session.exercises) for item in items)


@form(rf"{DAY} has (?P<letter>[ABC]): (?P<items>.+)")
def _has_menu(told: Told, match: re.Match[str]) -> str:
    sessions = [s for s in _on(told, match["day"]) if s.menu == match["letter"]]
    good = any(_is_exactly(session, _listed(match["items"])) for session in sessions)
    return "" if good else f"that day: {[_shown(s) for s in _on(told, match['day'])]}"


@form(r"menu (?P<letter>[ABC]) of block (?P<block>\d+) (?P<how>is|holds): (?P<items>.+)")
def _menu_of_block(told: Told, match: re.Match[str]) -> str:
    sessions = _in_block(told, int(match["block"]), match["letter"])
    judge = _is_exactly if match["how"] == "is" else _holds
    good = bool(sessions) and judge(sessions[0], _listed(match["items"]))
    return "" if good else f"first such session: {[_shown(s) for s in sessions[:1]]}"


@form(rf"{DAY} pairs (?:nothing|(?P<first>[a-z-]+) with (?P<second>[a-z-]+))")
def _pairs(told: Told, match: re.Match[str]) -> str:
    sessions = _on(told, match["day"])
    wanted = (match["first"], match["second"])
    good = all(wanted in s.supersets if match["first"] else not s.supersets for s in sessions)
    return "" if sessions and good else f"pairs that day: {[s.supersets for s in sessions]}"


@form(r"every session has (?P<what>a one-leg exercise|a calf exercise|a knee exercise|a hip exercise)")
def _every_session_has(told: Told, match: re.Match[str]) -> str:
    patterns = {
        "a calf exercise": {Pattern.CALF},
        "a knee exercise": {Pattern.SQUAT, Pattern.LUNGE, Pattern.STEP},
        "a hip exercise": {Pattern.HINGE, Pattern.BRIDGE, Pattern.CURL},
    }

    def has(line: Prescription) -> bool:
        exercise = told.catalogue.exercises[line.exercise]
        wanted = patterns.get(match["what"])
        return exercise.one_leg if wanted is None else exercise.pattern in wanted

    return ", ".join(_shown(s) for s in _sessions(told) if not any(map(has, s.exercises)))


@form(r"no plyometrics")
def _no_plyometrics(told: Told, _match: re.Match[str]) -> str:
    return ", ".join(_shown(s) for s in _sessions(told) if s.contacts or _jumps(told, s))


def _jumps(told: Told, session: Session) -> bool:
    return any(told.catalogue.exercises[line.exercise].plyometric for line in session.exercises)


@form(r"never (?P<exercises>[a-z, -]+)")
def _never(told: Told, match: re.Match[str]) -> str:
    unwanted = set(_listed(match["exercises"]))
    return ", ".join(_shown(s) for s in _sessions(told) if unwanted & {x.exercise for x in s.exercises})


@form(r"effort >= (?P<rir>\d) in reserve(?: until (?P<until>\S+))?")
def _effort(told: Told, match: re.Match[str]) -> str:
    until = date.fromisoformat(match["until"]) if match["until"] else date.max
    hard = [
        f"{line.exercise} rir {line.rir} on {session.day}"
        for session in _sessions(told)
        for line in session.exercises
        if session.day < until and line.rir < int(match["rir"])
    ]
    return ", ".join(hard)


@form(r"repetitions >= (?P<reps>\d+)")
def _repetitions(told: Told, match: re.Match[str]) -> str:
    few = [
        x for s in _sessions(told) for x in s.exercises if not x.seconds and x.reps[0] < int(match["reps"])
    ]
    return ", ".join(_line(line) for line in few)


# ---------------------------------------------------------------- weights


def _sums(weights: tuple[int, ...]) -> set[int]:
    sums = {0}
    for weight in weights:
        sums |= {weight + other for other in sums}
    return sums


def _families(gear: Gear) -> tuple[set[int], ...]:
    """Weights in grams by how they are held, one thing, a pair, a bar: written apart from the planner's own lattice."""
    singles = {0} | set(gear.dumbbells_g) | set(gear.kettlebells_g)
    pairs = {0} | {2 * weight for weight in gear.dumbbells_g}
    bars = {gear.bar_g + 2 * plates for plates in _sums(gear.plates_g)} if gear.bar_g is not None else set()
    return singles, pairs, bars


def _buildable(gear: Gear) -> set[int]:
    """Every external weight in grams that the runner can hold."""
    return set().union(*_families(gear))


@form(r"every weight buildable")
def _every_weight_buildable(told: Told, _match: re.Match[str]) -> str:
    can = _buildable(told.profile.gear)
    wrong = [
        f"{x.exercise} {x.weight_g} g" for s in _sessions(told) for x in s.exercises if x.weight_g not in can
    ]
    return ", ".join(wrong)


@form(r"no weights?")
def _no_weights(told: Told, _match: re.Match[str]) -> str:
    return ", ".join(
        f"{x.exercise} {x.weight_g} g" for s in _sessions(told) for x in s.exercises if x.weight_g
    )


@form(r"gear used: (?P<gear>[a-z, ]+)")
def _gear_used(told: Told, match: re.Match[str]) -> str:
    allowed = {GearKind(kind) for kind in _listed(match["gear"])} | {GearKind.BODY}
    return ", ".join(
        f"{x.exercise} needs {x.gear}"
        for s in _sessions(told)
        for x in s.exercises
        if not set(x.gear) <= allowed
    )


@form(r"every weight step <= (?P<percent>\d+) % or the next one owned")
def _weight_steps(told: Told, match: re.Match[str]) -> str:
    before: dict[str, int] = {}
    wrong = []
    for session in _sessions(told):
        for line in session.exercises:
            highest = before.get(line.exercise, line.weight_g)
            tenth = highest * (100 + int(match["percent"])) // 100
            if line.weight_g > tenth and line.weight_g not in _next_owned(told.profile.gear, highest):
                wrong.append(f"{line.exercise} {highest} to {line.weight_g} g on {session.day}")
            before[line.exercise] = max(highest, line.weight_g)
    return ", ".join(wrong)


def _next_owned(gear: Gear, weight: int) -> set[int]:
    """The next weight up in each way of holding that the runner owns."""
    heavier = (sorted(other for other in family if other > weight) for family in _families(gear))
    return {weights[0] for weights in heavier if weights}


# ---------------------------------------------------------------- weeks


@form(r"weekly volume <= 110 % of the four weeks before")
def _weekly_volume(told: Told, _match: re.Match[str]) -> str:
    before: list[WeekLoad] = []
    wrong = []
    for week in told.plan.weeks:
        sessions = _in_week(told, week.start)
        volume = sum(session.volume for session in sessions)
        cap = volume_cap(before, percent=110, least_percent=55)
        if cap is not None and volume > cap:
            wrong.append(f"week {week.start}: {volume} over {cap}")
        before.append(
            WeekLoad(
                start=week.start, wanted=week.wanted, sessions=len(sessions), volume=volume, light=week.light
            )
        )
    return ", ".join(wrong)


@form(rf"week {WEEK} is (?P<phase>foundation|strength|power|maintain|taper|recover)")
def _phase(told: Told, match: re.Match[str]) -> str:
    phases = {f"{week.start}": week.phase.value for week in told.plan.weeks}
    return _differs("phase", wanted=match["phase"], found=phases.get(match["week"]))


@form(r"a cut-back week every (?P<low>\d) to (?P<high>\d) weeks")
def _cut_backs(told: Told, match: re.Match[str]) -> str:
    light = [number for number, week in enumerate(told.plan.weeks, start=1) if week.cut_back]
    steps = [after - before for before, after in pairwise([0, *light])]
    good = light and all(step in _range(match["low"], match["high"]) for step in steps)
    return "" if good else f"cut-back weeks: {light}"


@form(r"(?P<muscle>[a-z-]+) (?P<low>[\d.]+) to (?P<high>[\d.]+) sets in week " + WEEK)
def _sets_in_week(told: Told, match: re.Match[str]) -> str:
    week = next(week for week in told.plan.weeks if f"{week.start}" == match["week"])
    found = {muscle.value: quarters / 4 for muscle, quarters in week.sets_by_muscle.items()}
    sets = found.get(match["muscle"], 0)
    return "" if float(match["low"]) <= sets <= float(match["high"]) else f"found {sets}"


@form(r"(?P<what>rest|mobility) on >= (?P<least>\d) days? a week")
def _days_with(told: Told, match: re.Match[str]) -> str:
    wrong = {}
    for monday in (week for week in _weeks(told) if week >= told.story.today):
        days = [day for day in told.plan.days if _monday(day.day) == monday]
        count = sum(bool(day.mobility) if match["what"] == "mobility" else _rest(day) for day in days)
        if count < int(match["least"]):
            wrong[f"{monday}"] = count
    return f"too few in {wrong}" if wrong else ""


def _rest(day: Day) -> bool:
    return not (day.runs or day.sessions)


# ---------------------------------------------------------------- what legday says


@form(r"no must finding")
def _no_must(told: Told, _match: re.Match[str]) -> str:
    return "; ".join(f.words for f in told.plan.findings if f.level is Level.MUST)


@form(r"(?P<no>no )?finding of (?P<rule>[a-z-]+)")
def _finding(told: Told, match: re.Match[str]) -> str:
    found = [finding.words for finding in told.plan.findings if finding.rule == match["rule"]]
    if match["no"]:
        return "; ".join(found)
    return "" if found else f"findings: {sorted({finding.rule for finding in told.plan.findings})}"


@form(r"no collision")
def _no_collision(told: Told, _match: re.Match[str]) -> str:
    return "; ".join(collision.words for collision in told.plan.collisions)


@form(rf"collision in week {WEEK}(?: names (?P<rule>[a-z-]+))?")
def _collision(told: Told, match: re.Match[str]) -> str:
    week = [c for c in told.plan.collisions if f"{c.week}" == match["week"]]
    good = any(match["rule"] is None or match["rule"] in collision.rules for collision in week)
    return "" if good else f"collisions: {[(f'{c.week}', c.rules) for c in told.plan.collisions]}"


@form(r"(?:a )?remedy mentions (?P<text>.+)")
def _remedy(told: Told, match: re.Match[str]) -> str:
    remedies = [remedy for collision in told.plan.collisions for remedy in collision.remedies]
    good = any(match["text"].lower() in remedy.lower() for remedy in remedies)
    return "" if good else f"remedies: {remedies}"


@form(rf"unused {DAY} (?P<start>\d\d:\d\d) names (?P<rule>[a-z-]+)")
def _unused(told: Told, match: re.Match[str]) -> str:
    at = datetime.fromisoformat(f"{match['day']}T{match['start']}")
    rules = [opening.rule for opening in told.plan.unused if opening.start == at]
    return "" if match["rule"] in rules else f"rules that speak for this opening: {rules}"


@form(r"every unused opening has a reason")
def _unused_have_reasons(told: Told, _match: re.Match[str]) -> str:
    starts = {session.start for session in _sessions(told)}
    free = {
        datetime.combine(day.day, opening.start)
        for day in told.plan.days
        for opening in told.profile.openings
        if opening.on(day.day) and day.day >= told.story.today
    }
    silent = free - starts - {o.start for o in told.plan.unused if o.why_not}
    return ", ".join(f"{start:%Y-%m-%d %H:%M}" for start in sorted(silent))


@form(r"every session says why this day, these exercises, this dose")
def _every_session_says_why(told: Told, _match: re.Match[str]) -> str:
    return ", ".join(f"{s.day}" for s in _sessions(told) if not (s.why.day and s.why.menu and s.why.dose))


@form(rf"{DAY} why mentions (?P<text>.+)")
def _why_mentions(told: Told, match: re.Match[str]) -> str:
    reasons = [text for s in _on(told, match["day"]) for text in (*s.why.day, *s.why.menu, *s.why.dose)]
    good = any(match["text"].lower() in reason.lower() for reason in reasons)
    return "" if good else f"reasons: {reasons}"


@form(r"a note mentions (?P<text>.+)")
def _note_mentions(told: Told, match: re.Match[str]) -> str:
    good = any(match["text"].lower() in note.lower() for note in told.plan.notes)
    return "" if good else f"notes: {told.plan.notes}"


@form(r"the days are proven optimal")
def _proven(told: Told, _match: re.Match[str]) -> str:
    days = [stage for stage in told.plan.solver if stage.stage.startswith("days")]
    good = days and all(stage.status == "optimal" and stage.objective == stage.bound for stage in days)
    return "" if good else f"stages: {told.plan.solver}"
