"""Decides what a plan file says: our own plan JSON, with keys left out or not, or a plan written by hand as text."""

import json
from datetime import date, datetime, time
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from legday.model.errors import InputError
from legday.model.muscles import Muscle
from legday.model.plan import (
    Collision,
    Day,
    Plan,
    Prescription,
    Reasons,
    Session,
    SolverStage,
    UnusedOpening,
    Week,
)
from legday.model.progression import Phase
from legday.model.rules import Finding, Level
from legday.model.runner import GearKind, Style
from legday.model.runs import ExpectedRun, OutlookSource, RunKind
from legday.reading.checked import Date, checked
from legday.reading.plan_text import USUAL_REST_S, USUAL_RIR, read_plan_text

MOST_CHARACTERS = 20_000_000


def read_plan(text: str, *, file: str) -> Plan:
    """The plan in `text`: JSON where it begins with a brace, else one session or run a line (docs/reference/notation.md).

    What is left out gets the values a checker works out again (volume, contacts, weeks) or `plan_text`'s usual ones.
    InputError names the place, such as `days[3].sessions[0].exercises[1].sets`, or the line.
    """
    if len(text) > MOST_CHARACTERS:
        raise InputError(value=len(text), place=file, problem="characters are too many for a plan")
    said = text.removeprefix("\ufeff")
    if not said.lstrip().startswith("{"):
        return read_plan_text(said, file=file)
    return checked(_PlanTable, _json(said, file=file), file=file).plan()


def _json(text: str, *, file: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as refused:
        line = text.split("\n")[refused.lineno - 1].strip()[:60]
        raise InputError(
            value=line,
            place=f"{file}: line {refused.lineno}",
            problem=f"is not JSON ({refused.msg})",
            remedy="a file made by legday plan --json",
        ) from None
    except (ValueError, RecursionError) as refused:
        raise InputError(
            value=str(refused),
            place=file,
            problem="is not a plan's JSON",
            remedy="legday plan --json makes one",
        ) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def _wall(value: object) -> datetime:
    """The wall clock of an ISO moment; an offset says nothing more than the plan's zone does."""
    try:
        return datetime.fromisoformat(value if isinstance(value, str) and "T" in value else "").replace(
            tzinfo=None
        )
    except ValueError:
        raise ValueError("is not a moment | written 2026-11-24T18:00") from None


def _time_of_day(value: object) -> time | None:
    """The time of `2026-11-24T18:00` or of `18:00`."""
    if value is None:
        return None
    try:
        return time.fromisoformat(value.rpartition("T")[2] if isinstance(value, str) else "").replace(
            tzinfo=None
        )
    except ValueError:
        raise ValueError("is not a time | written 2026-11-24T18:00 or 18:00") from None


def _range(value: object) -> object:
    """One count is a range of one."""
    return [value, value] if isinstance(value, int) else value


def _sentences(value: object) -> object:
    """One sentence may stand without brackets."""
    return [value] if isinstance(value, str) else value


def _reasons(value: object) -> object:
    return value if isinstance(value, dict) else {"day": _sentences(value)}


_Wall = Annotated[datetime, BeforeValidator(_wall)]
_Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
_Texts = Annotated[list[str], BeforeValidator(_sentences)]
_Pair = Annotated[list[str], Field(min_length=2, max_length=2)]


class _Table(BaseModel):
    """What all parts of a plan share: keys we do not know are left alone, types are not guessed."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)


class _PrescriptionTable(_Table):
    exercise: Annotated[str, Field(min_length=1)]
    sets: Annotated[int, Field(ge=1, le=99)]
    reps: Annotated[
        list[Annotated[int, Field(ge=0, le=9999)]], BeforeValidator(_range), Field(min_length=2, max_length=2)
    ]
    target: _Count | None = None
    per_side: bool = False
    seconds: bool = False
    weight_g: _Count = 0
    pick_up: str = ""
    gear: list[Annotated[GearKind, Field(strict=False)]] = []
    rir: Annotated[int, Field(ge=0, le=10)] = USUAL_RIR
    rest_s: _Count = USUAL_REST_S
    volume: _Count = 0
    why: str = ""
    instead_of: str = ""
    menu_sets: Annotated[int, Field(ge=0, le=99)] = 0
    tempo: Annotated[str, Field(max_length=20)] = ""

    @model_validator(mode="after")
    def _low_to_high(self) -> Self:
        if self.reps[0] > self.reps[1]:
            raise ValueError("has a range that runs backwards | reps = [8, 12]")
        return self

    def prescription(self) -> Prescription:
        low, high = self.reps
        same = {
            key: getattr(self, key)
            for key in (
                "exercise",
                "sets",
                "per_side",
                "seconds",
                "weight_g",
                "pick_up",
                "rir",
                "rest_s",
                "volume",
                "why",
                "instead_of",
                "menu_sets",
                "tempo",
            )
        }
        target = high if self.target is None else self.target
        return Prescription(**same, reps=(low, high), target=target, gear=tuple(self.gear))


class _ReasonsTable(_Table):
    day: _Texts = []
    menu: _Texts = []
    dose: _Texts = []


class _SessionTable(_Table):
    start: _Wall
    id: str = ""
    title: str = ""
    menu: str = ""
    minutes: _Count = 0
    opening_minutes: _Count = 0
    phase: Annotated[Phase, Field(strict=False)] = Phase.FOUNDATION
    new_to_legs: bool = False
    contacts: _Count = 0
    superset: bool = False
    supersets: list[_Pair] = []
    exercises: list[_PrescriptionTable] = []
    warm_up: _Texts = []
    cool_down: _Texts = []
    why: Annotated[_ReasonsTable, BeforeValidator(_reasons)] = _ReasonsTable()

    def session(self) -> Session:
        """Without a letter, the one of a title such as "Workout B"; without an id, one made of the start."""
        titled = self.title[-1:] if self.title[-2:-1] in {"", " "} and self.title[-1:].isupper() else ""
        same = {
            key: getattr(self, key)
            for key in ("start", "minutes", "opening_minutes", "phase", "new_to_legs", "contacts", "superset")
        }
        return Session(
            **same,
            id=self.id or f"{self.start:%Y-%m-%dT%H:%M}",
            menu=self.menu or titled,
            title=self.title or f"Workout {self.menu}".strip(),
            exercises=tuple(line.prescription() for line in self.exercises),
            supersets=tuple((first, second) for first, second in self.supersets),
            warm_up=tuple(self.warm_up),
            cool_down=tuple(self.cool_down),
            why=Reasons(day=tuple(self.why.day), menu=tuple(self.why.menu), dose=tuple(self.why.dose)),
        )


class _RunTable(_Table):
    kind: Annotated[RunKind, Field(strict=False)]
    minutes: _Count | None = None
    km: Annotated[float, Field(ge=0, le=1000)] | None = None
    start: Annotated[time | None, BeforeValidator(_time_of_day)] = None
    source: Annotated[OutlookSource, Field(strict=False)] = OutlookSource.RUN_PLAN
    title: str = ""
    race_pace: bool = False

    def run(self, day: date) -> ExpectedRun:
        return ExpectedRun(
            day=day,
            kind=self.kind,
            source=self.source,
            minutes=self.minutes,
            metres=None if self.km is None else round(self.km * 1000),
            start=self.start,
            title=self.title,
            race_pace=self.race_pace,
        )


class _DayTable(_Table):
    date: Date
    runs: list[_RunTable] = []
    sessions: list[_SessionTable] = []
    mobility: _Texts = []
    cross_train: str | None = ""
    rest: bool = False

    @model_validator(mode="after")
    def _own_sessions(self) -> Self:
        for session in self.sessions:
            if session.start.date() != self.date:
                raise ValueError(
                    f"has a session that starts on {session.start.date()} | the session's own day"
                )
        return self

    def day(self) -> Day:
        return Day(
            day=self.date,
            runs=tuple(run.run(self.date) for run in self.runs),
            sessions=tuple(session.session() for session in self.sessions),
            mobility=tuple(self.mobility),
            cross_train=self.cross_train or "",
            rest=self.rest,
        )


class _WeekTable(_Table):
    start: Date
    phase: Annotated[Phase, Field(strict=False)] = Phase.FOUNDATION
    block: _Count = 0
    wanted: _Count = 0
    sessions: _Count = 0
    sets_by_muscle: dict[Annotated[Muscle, Field(strict=False)], Annotated[float, Field(ge=0, le=1000)]] = {}
    volume: _Count = 0
    contacts: _Count = 0
    posterior_anterior: Annotated[float, Field(ge=0, le=1000)] | None = None
    cut_back: bool = False

    def week(self) -> Week:
        same = {
            key: getattr(self, key)
            for key in ("start", "phase", "block", "wanted", "sessions", "volume", "contacts", "cut_back")
        }
        ratio = self.posterior_anterior
        return Week(
            **same,
            sets_by_muscle={muscle: round(sets * 4) for muscle, sets in self.sets_by_muscle.items()},
            posterior_anterior=None if ratio is None else round(ratio * 100),
        )


class _StageTable(_Table):
    stage: str
    status: str
    objective: int = 0
    bound: int = 0
    ms: int = 0


class _FindingTable(_Table):
    rule: str
    level: Annotated[Level, Field(strict=False)]
    words: str = ""
    days: list[Date] = []

    def finding(self) -> Finding:
        return Finding(rule=self.rule, level=self.level, words=self.words, days=tuple(self.days))


class _UnusedTable(_Table):
    start: _Wall
    minutes: _Count = 0
    rule: str = ""
    why_not: str = ""


class _CollisionTable(_Table):
    week: Date
    wanted: _Count = 0
    possible: _Count = 0
    rules: list[str] = []
    words: str = ""
    remedies: list[str] = []

    def collision(self) -> Collision:
        return Collision(
            week=self.week,
            wanted=self.wanted,
            possible=self.possible,
            rules=tuple(self.rules),
            words=self.words,
            remedies=tuple(self.remedies),
        )


class _PlanTable(_Table):
    today: Date | None = None
    style: Annotated[Style, Field(strict=False)] = Style.ARTICLE
    zone: str = "UTC"
    solver: list[_StageTable] = []
    days: Annotated[list[_DayTable], Field(min_length=1, max_length=3700)]
    weeks: list[_WeekTable] = []
    findings: list[_FindingTable] = []
    unused: list[_UnusedTable] = []
    collisions: list[_CollisionTable] = []
    notes: _Texts = []

    @model_validator(mode="after")
    def _each_day_once(self) -> Self:
        dates = [day.date for day in self.days]
        if twice := sorted({day for day in dates if dates.count(day) > 1}):
            raise ValueError(f"has {twice[0]} twice | one entry of days for each date")
        return self

    def plan(self) -> Plan:
        days = sorted((day.day() for day in self.days), key=lambda day: day.day)
        return Plan(
            today=self.today or days[0].day,
            style=self.style,
            zone=self.zone,
            days=tuple(days),
            weeks=tuple(week.week() for week in self.weeks),
            solver=tuple(SolverStage(**stage.model_dump()) for stage in self.solver),
            findings=tuple(finding.finding() for finding in self.findings),
            unused=tuple(UnusedOpening(**opening.model_dump()) for opening in self.unused),
            collisions=tuple(collision.collision() for collision in self.collisions),
            notes=tuple(self.notes),
        )
