"""Decides what a profile file may say, and turns it into the model's profile."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from legday.model.catalogue import Catalogue
from legday.model.errors import InputError, OutOfBounds, UnknownName
from legday.model.quantities import GRAMS_PER_POUND, metres_from
from legday.model.runner import (
    Health,
    LiftDays,
    LiftingLevel,
    LiftOrder,
    Opening,
    Priority,
    Profile,
    Race,
    RunningLevel,
    Style,
    Units,
    UsualRun,
)
from legday.model.runs import RunKind
from legday.reading.checked import Clock, Date, checked, near_name
from legday.reading.gear_table import AdjustableTable, GearTable

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOST_BYTES = 1_000_000


def read_profile(
    text: str, *, file: str, today: date | None = None, catalogue: Catalogue | None = None
) -> Profile:
    """The profile in TOML `text`; `file` is its name in errors.

    With `today`, a birth year in the future is refused; with `catalogue`, unknown exercises in likes and
    dislikes and unknown or unbounded rule numbers are too. InputError names file, key, value and remedy.
    """
    profile = read_profile_table(_toml(text, file=file), file=file, today=today)
    if catalogue is not None:
        check_names(profile, catalogue, file=file)
    return profile


def read_profile_table(table: Mapping[str, Any], *, file: str, today: date | None = None) -> Profile:
    """The profile in the keys and values of a TOML file. InputError as `read_profile` has it."""
    profile = checked(_File, table, file=file).profile()
    if today is not None and profile.born > today.year:
        raise InputError(
            value=profile.born, place=f"{file}: born", problem="is in the future", remedy="the year of birth"
        )
    return profile


def check_names(profile: Profile, catalogue: Catalogue, *, file: str) -> None:
    """InputError for the first exercise or rule number of `profile` that the catalogue does not know or allow."""
    for key, names in (("likes", profile.likes), ("dislikes", profile.dislikes)):
        for name in names:
            if name not in catalogue.exercises:
                raise UnknownName.among(name, tuple(catalogue.exercises), place=f"{file}: {key}")
    for rule, numbers in profile.rule_numbers.items():
        if rule not in catalogue.rulebook.rules:
            raise UnknownName.among(rule, tuple(catalogue.rulebook.rules), place=f"{file}: rules")
        for name, number in numbers.items():
            _check_number(catalogue, rule, name, number=number, place=f"{file}: rules.{rule}.{name}")


def _check_number(catalogue: Catalogue, rule: str, name: str, *, number: int, place: str) -> None:
    known = catalogue.rulebook[rule]
    if name not in known.numbers:
        raise UnknownName.among(name, tuple(known.numbers), place=place)
    if name not in known.bounds:
        raise InputError(value=number, place=place, problem="cannot be changed", remedy="leave it out")
    low, high = known.bounds[name]
    if not low <= number <= high:
        raise OutOfBounds(value=number, place=place, low=low, high=high)


def _toml(text: str, *, file: str) -> dict[str, Any]:
    if len(text) > MOST_BYTES:
        raise InputError(value=len(text), place=file, problem="characters are too many for a profile")
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as refused:
        found = re.search(r"line (\d+)", str(refused))
        lines = text.splitlines()
        number = int(found[1]) if found else len(lines)
        line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
        raise InputError(
            value=line,
            place=f"{file}: line {number}",
            problem=f"is not TOML: {str(refused).split(' (at')[0]}",
            remedy="quotes or a bracket are missing",
        ) from None


def weekday_number(value: object) -> int:
    """0 for Monday … 6; English names, short or whole. ValueError otherwise."""
    name = value.strip().lower() if isinstance(value, str) else ""
    for number, weekday in enumerate(WEEKDAYS):
        if len(name) >= 3 and (weekday == name or weekday[:3] == name):
            return number
    raise ValueError(f"is not a weekday | {near_name(name, WEEKDAYS)}")


def _zone(value: object) -> str:
    try:
        if isinstance(value, str) and value:
            ZoneInfo(value)
            return value
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    cities = {zone.lower(): zone for zone in available_timezones() if "/" in zone}
    near = near_name(str(value).replace(" ", "_"), tuple(sorted(cities)))
    if near.startswith("you meant "):
        names = (cities[name] for name in near.removeprefix("you meant ").split(" or "))
        raise ValueError(f"is not a time zone | you meant {' or '.join(names)}")
    raise ValueError('is not a time zone | a name such as "Europe/Ljubljana" or "UTC"')


_Weekday = Annotated[int, BeforeValidator(weekday_number)]
_Minutes = Annotated[int, Field(ge=5, le=1440)]
_Distance = Annotated[float, Field(gt=0, le=1000)]
_Words = Annotated[str, Field(max_length=200)]


class _Table(BaseModel):
    """What all tables of the file share: no unknown keys, no guessing of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _OpeningTable(_Table):
    weekday: _Weekday | None = None
    date: Date | None = None
    start: Clock
    minutes: Annotated[int, Field(ge=5, le=600)]
    first: Date | None = Field(default=None, alias="from")
    last: Date | None = Field(default=None, alias="until")

    @model_validator(mode="after")
    def _when(self) -> Self:
        if (self.weekday is None) == (self.date is None):
            raise ValueError('needs a weekday or a date, and not both | weekday = "tue"')
        if self.date is not None and (self.first or self.last):
            raise ValueError("is one date, so from and until say nothing | leave them out")
        if self.first and self.last and self.last < self.first:
            raise ValueError("ends before it begins | until on or after from")
        return self

    def opening(self) -> Opening:
        return Opening(
            start=self.start,
            minutes=self.minutes,
            weekday=self.weekday,
            day=self.date,
            first=self.first,
            last=self.last,
        )


class _UsualRunTable(_Table):
    weekday: _Weekday
    kind: Annotated[RunKind, Field(strict=False)]
    minutes: _Minutes
    start: Clock | None = None
    km: _Distance | None = None
    miles: _Distance | None = None

    @model_validator(mode="after")
    def _one_distance(self) -> Self:
        if self.km is not None and self.miles is not None:
            raise ValueError("has two distances | km or miles, not both")
        return self

    def run(self) -> UsualRun:
        return UsualRun(
            weekday=self.weekday,
            kind=self.kind,
            minutes=self.minutes,
            start=self.start,
            metres=_metres(self.km, self.miles),
        )


class _RaceTable(_Table):
    date: Date
    km: _Distance | None = None
    miles: _Distance | None = None
    priority: Annotated[Priority, Field(strict=False)] = Priority.B
    start: Clock | None = None
    name: _Words = ""

    @model_validator(mode="after")
    def _one_distance(self) -> Self:
        if (self.km is None) == (self.miles is None):
            raise ValueError("needs km or miles, and not both | km = 21.1")
        return self

    def race(self) -> Race:
        metres = _metres(self.km, self.miles)
        assert metres is not None
        return Race(day=self.date, metres=metres, priority=self.priority, start=self.start, name=self.name)


class _HealthTable(_Table):
    pregnant: bool = False
    weeks_post_partum: Annotated[int, Field(ge=0, le=520)] | None = None
    osteoporosis: bool = False
    recent_surgery: bool = False
    heart_or_blood_pressure: bool = False
    other_restriction: bool = False
    clinician_confirmed: bool = False
    guardian_or_coach: bool = False
    inactive: bool = False
    symptoms: bool = False
    known_disease: bool = False
    pelvic_floor_symptoms: bool = False
    impact_gate_passed: bool = False
    due: Date | None = None
    screened: Date | None = None

    def health(self) -> Health:
        return Health(**self.model_dump())


_AS_SAID = (
    *(
        "name",
        "born",
        "time_zone",
        "units",
        "running",
        "lifting",
        "style",
        "order",
        "days",
        "sessions_a_week",
    ),
    *("variety", "supersets", "cut_back_every", "sex", "resting_heart_rate", "max_heart_rate"),
)
"""Keys whose value goes into the profile as it stands."""


class _File(_Table):
    name: Annotated[str, Field(min_length=1, max_length=200)]
    born: Annotated[int, Field(ge=1900, le=2100)]
    body_mass_kg: Annotated[float, Field(ge=20, le=400)] | None = None
    body_mass_lb: Annotated[float, Field(ge=44, le=880)] | None = None
    time_zone: Annotated[str, BeforeValidator(_zone)] = "UTC"
    units: Annotated[Units, Field(strict=False)] = Units.METRIC
    running: Annotated[RunningLevel, Field(strict=False)] = RunningLevel.BEGINNER
    lifting: Annotated[LiftingLevel, Field(strict=False)] = LiftingLevel.BEGINNER
    style: Annotated[Style, Field(strict=False)] = Style.ARTICLE
    order: Annotated[LiftOrder, Field(strict=False)] = LiftOrder.AFTER
    days: Annotated[LiftDays, Field(strict=False)] | None = None
    sessions_a_week: Annotated[int, Field(ge=1, le=3)] = 2
    gear: GearTable = GearTable()
    openings: Annotated[list[_OpeningTable], Field(max_length=2000)] = []
    usual_week: Annotated[list[_UsualRunTable], Field(max_length=50)] = []
    races: Annotated[list[_RaceTable], Field(max_length=200)] = []
    likes: list[_Words] = []
    dislikes: list[_Words] = []
    variety: bool = False
    supersets: bool = False
    cut_back_every: Annotated[int, Field(ge=2, le=8)] | None = None
    health: _HealthTable = _HealthTable()
    sex: Literal["", "female", "male"] = ""
    resting_heart_rate: Annotated[int, Field(ge=25, le=120)] | None = None
    max_heart_rate: Annotated[int, Field(ge=100, le=240)] | None = None
    rules: dict[str, dict[str, int]] = {}

    @model_validator(mode="after")
    def _together(self) -> Self:
        if (self.body_mass_kg is None) == (self.body_mass_lb is None):
            raise ValueError("needs body_mass_kg or body_mass_lb, and not both | body_mass_kg = 62")
        if both := set(self.likes) & set(self.dislikes):
            raise ValueError(f"likes and dislikes {', '.join(sorted(both))} | one of the two")
        if self.resting_heart_rate and self.max_heart_rate and self.resting_heart_rate >= self.max_heart_rate:
            raise ValueError(
                "rests at a higher heart rate than its highest | resting_heart_rate below max_heart_rate"
            )
        return self

    def profile(self) -> Profile:
        return Profile(
            **{key: getattr(self, key) for key in _AS_SAID},
            body_mass_g=_body_mass(self.body_mass_kg, self.body_mass_lb),
            gear=self.gear.gear(),
            openings=tuple(opening.opening() for opening in self.openings),
            usual_week=tuple(run.run() for run in self.usual_week),
            races=tuple(race.race() for race in self.races),
            likes=tuple(self.likes),
            dislikes=tuple(self.dislikes),
            health=self.health.health(),
            rule_numbers={rule: dict(numbers) for rule, numbers in self.rules.items()},
        )


def _metres(km: float | None, miles: float | None) -> int | None:
    if km is not None:
        return metres_from(km, "km")
    return metres_from(miles, "mi") if miles is not None else None


def _body_mass(kilograms: float | None, pounds: float | None) -> int:
    return round(kilograms * 1000 if kilograms is not None else (pounds or 0.0) * GRAMS_PER_POUND)


_TABLES: tuple[type[BaseModel], ...] = (
    *(_File, GearTable, AdjustableTable, _OpeningTable, _UsualRunTable, _RaceTable, _HealthTable),
)
KEYS = tuple(sorted({field.alias or name for table in _TABLES for name, field in table.model_fields.items()}))
"""Every key a profile file may hold, in any of its tables; the reference page names them all."""
