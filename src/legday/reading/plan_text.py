"""Decides what a plan written by hand says: a session or a run a line, days without a line are free.

2026-11-22 run long 100 min 08:00
2026-11-24 18:00 45 min A: squat 3x10 20 kg, walking-lunge 3x12 rir 3 rest 90 s
"""

from collections.abc import Sequence
from datetime import date, timedelta

from legday.model.errors import InputError, NotationError
from legday.model.plan import Day, Plan, Prescription, Reasons, Session, wall
from legday.model.progression import Phase
from legday.model.quantities import metres_from
from legday.model.runner import Style
from legday.model.runs import ExpectedRun, OutlookSource, RunKind
from legday.reading.words import Words, read_weight

USUAL_RIR = 3
"""Effort where a plan says none: inside the band of the rule `effort` for beginners and others (our setting)."""
USUAL_REST_S = 90
"""Rest where a plan says none (our setting)."""
MOST_DAYS = 3700

_SETS = r"(\d+)\s*[x×]\s*(\d+)(?:\s*[-–]\s*(\d+))?(\s*s)?(?!\S)"
_EXAMPLE = "2026-11-24 18:00 45 min A: squat 3x10 20 kg"


def read_plan_text(text: str, *, file: str) -> Plan:
    """The plan in `text`, its days from the first to the last named. NotationError names the line."""
    style, found = Style.ARTICLE, []
    for number, line in enumerate(text.split("\n"), start=1):
        words = Words(line.partition("#")[0].strip(), place=f"{file}: line {number}")
        if words.at_end():
            continue
        if words.maybe(r"style(?!\S)"):
            style = Style(
                words.need(r"(article|evidence)(?!\S)", "is not a style", "article or evidence")[1].lower()
            )
            words.end()
        else:
            found.append(_line(words))
    if not found:
        raise InputError(value=file, place=file, problem="holds no session and no run", remedy=_EXAMPLE)
    days = _days(found, file=file)
    return Plan(today=days[0].day, style=style, zone="UTC", days=days, weeks=())


def _line(words: Words) -> Session | ExpectedRun:
    day = words.day()
    if words.maybe(r"run(?!\S)"):
        return _run(words, day)
    return _session(words, day)


def _run(words: Words, day: date) -> ExpectedRun:
    kinds = [kind.value for kind in RunKind]
    kind = words.need(rf"({'|'.join(kinds)})(?!\S)", "is not a kind of run", ", ".join(kinds))
    minutes = words.maybe(r"(\d+)\s*min(?!\S)")
    length = words.maybe(r"(\d{1,4}(?:\.\d+)?)\s*(km|mi)(?!\S)")
    run = ExpectedRun(
        day=day,
        kind=RunKind(kind[1].lower()),
        source=OutlookSource.RUN_PLAN,
        minutes=words.whole(minutes[1], most=6000, least=1) if minutes else None,
        metres=metres_from(float(length[1]), length[2].lower()) if length else None,
        start=None if words.at_end() else words.clock(),
    )
    words.end()
    return run


def _session(words: Words, day: date) -> Session:
    start = wall(day, words.clock())
    minutes = words.need(r"(\d+)\s*min(?![^\s:])", "is not a length", "45 min")
    menu = words.need(r"([a-z]?)\s*:", "is not a workout's letter and a colon", _EXAMPLE)[1].upper()
    return Session(
        id=f"{start:%Y-%m-%dT%H:%M}",
        start=start,
        minutes=words.whole(minutes[1], most=600, least=1),
        opening_minutes=0,
        menu=menu,
        title=f"Workout {menu}".strip(),
        phase=Phase.FOUNDATION,
        new_to_legs=False,
        contacts=0,
        exercises=tuple(
            _prescription(Words(part.strip(), place=words.place)) for part in words.rest.split(",")
        ),
        warm_up=(),
        cool_down=(),
        why=Reasons(),
    )


def _prescription(words: Words) -> Prescription:
    exercise = words.names(_SETS, "is not an exercise or sets", "squat 3x10 20 kg")
    counts = words.need(_SETS, "is not sets and repetitions", "3x10, 3x8-12 or 3x30 s")
    low = words.whole(counts[2], most=9999)
    high = words.whole(counts[3], most=9999, least=low) if counts[3] else low
    weight_g = read_weight(words)
    rir = words.maybe(r"rir\s+(\S+)")
    rest = words.maybe(r"rest\s+(\d+)\s*s(?!\S)")
    line = Prescription(
        exercise=exercise,
        sets=words.whole(counts[1], most=99, least=1),
        reps=(low, high),
        target=high,
        per_side=False,
        weight_g=weight_g or 0,
        gear=(),
        rir=words.whole(rir[1], most=10) if rir else USUAL_RIR,
        rest_s=words.whole(rest[1], most=3600) if rest else USUAL_REST_S,
        volume=0,
        seconds=counts[4] is not None,
    )
    words.end()
    return line


def _days(found: Sequence[Session | ExpectedRun], *, file: str) -> tuple[Day, ...]:
    first, last = min(one.day for one in found), max(one.day for one in found)
    if (last - first).days >= MOST_DAYS:
        raise NotationError(
            value=str(last), place=file, problem=f"is years after {first}", remedy="a mistyped year"
        )
    dates = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    runs = [one for one in found if isinstance(one, ExpectedRun)]
    sessions = sorted((one for one in found if isinstance(one, Session)), key=lambda one: one.start)
    return tuple(
        Day(
            day=day,
            runs=tuple(run for run in runs if run.day == day),
            sessions=tuple(session for session in sessions if session.day == day),
        )
        for day in dates
    )
