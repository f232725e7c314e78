"""Decides what the gear part of a profile file may say: weights with or without their unit, things, bands by colour."""

import re
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from legday.model.gear_weights import BAND_G
from legday.model.quantities import grams_from
from legday.model.runner import Adjustable, Band, Gear, GearKind

MOST_PLATES = 40
MOST_WEIGHTS = 200
MOST_DIAL = 100
MOST_NUMBER = 1000
HEAVIEST_G = 400_000

_WEIGHT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>kg|lbs?)", re.IGNORECASE)


def _said(value: object) -> tuple[Decimal, str]:
    """Number and unit of "12.5 kg" or "25 lb", a decimal comma allowed. ValueError, its remedy after a bar, for anything else."""
    found = _WEIGHT.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is not None:
        return Decimal(found["number"].replace(",", ".")), found["unit"].lower()
    bare = isinstance(value, int | float) or (isinstance(value, str) and re.fullmatch(r"[\d.,]+", value))
    problem = "does not say its unit" if bare else "is not a weight"
    raise ValueError(f'{problem} | written "12.5 kg" or "25 lb"')


def _grams(number: Decimal, unit: str) -> int:
    grams = grams_from(float(number), unit) if number <= MOST_NUMBER else 0
    if not 0 < grams <= HEAVIEST_G:
        raise ValueError("is not a weight a person lifts | more than 0 and up to 400 kg")
    return grams


def weight_of(value: object) -> int:
    """Grams of "12.5 kg" or "25 lb". ValueError, its remedy after a bar, for anything else."""
    return _grams(*_said(value))


def _listed(value: object) -> object:
    """One weight may stand without brackets."""
    return value if isinstance(value, list) else [value]


def _band(value: object) -> Band:
    """A band from "green" or "green 9 kg"."""
    colour, _, printed = value.strip().lower().partition(" ") if isinstance(value, str) else ("", "", "")
    if not colour.isalpha():
        raise ValueError('is not a band | written "green" or "green 9 kg"')
    if printed.strip():
        return Band(colour=colour, grams=weight_of(printed))
    if colour not in BAND_G:
        known = ", ".join(BAND_G)
        raise ValueError(f'is not one of the colours {known} | say its resistance: "{colour} 9 kg"')
    return Band(colour=colour, grams=BAND_G[colour])


def _bands(value: object) -> object:
    if isinstance(value, bool):
        return value
    bands = [_band(one) for one in value] if isinstance(value, list) else [_band(value)]
    colours = [band.colour for band in bands]
    if twice := sorted({colour for colour in colours if colours.count(colour) > 1}):
        raise ValueError(f"has two bands that are {twice[0]} | name each colour once")
    return bands


def _loads(value: object) -> object:
    if isinstance(value, bool):
        return value
    return [weight_of(one) for one in value] if isinstance(value, list) else [weight_of(value)]


_Number = Annotated[float, Field(gt=0, le=400)]
_Numbers = Annotated[list[_Number], BeforeValidator(_listed), Field(max_length=MOST_WEIGHTS)]
_Plates = Annotated[list[_Number], BeforeValidator(_listed), Field(max_length=MOST_PLATES)]
_Weight = Annotated[int, BeforeValidator(weight_of)]
_Weights = Annotated[list[_Weight], BeforeValidator(_listed), Field(max_length=MOST_WEIGHTS)]
_PlateWeights = Annotated[list[_Weight], BeforeValidator(_listed), Field(max_length=MOST_PLATES)]


class _Table(BaseModel):
    """No unknown keys, no guessing of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _dial_weight(value: object) -> tuple[Decimal, str]:
    number, unit = _said(value)
    _grams(number, unit)
    return number, unit[:2]


_DialWeight = Annotated[tuple[Decimal, str], BeforeValidator(_dial_weight)]


class AdjustableTable(_Table):
    """Dumbbells whose weight is changed, by plates on handles or by a dial."""

    handles: Annotated[int, Field(ge=1, le=2)] = 2
    handle: _Weight | None = None
    plates: _PlateWeights = []
    most: _Weight | None = None
    lightest: _DialWeight | None = Field(default=None, alias="from")
    heaviest: _DialWeight | None = Field(default=None, alias="to")
    step: _DialWeight | None = None

    @model_validator(mode="after")
    def _plates_or_dial(self) -> Self:
        dial = (self.lightest, self.heaviest, self.step)
        if (self.handle is None) == (dial == (None, None, None)):
            raise ValueError(
                'needs a handle with plates, or a dial, and not both | handle = "2 kg" and plates = ["2.5 kg"]'
            )
        if self.handle is None and (self.plates or self.most):
            raise ValueError("is a dial, which has no plates | leave plates and most out")
        if self.handle and self.most and self.most < self.handle:
            raise ValueError("takes less than its handle weighs | most is handle and plates together")
        if self.handle is None:
            self._dial()
        return self

    def adjustable(self) -> Adjustable:
        return Adjustable(
            handles=self.handles,
            handle_g=self.handle or 0,
            plates_g=tuple(sorted(self.plates)),
            dial_g=() if self.handle else self._dial(),
            most_g=self.most,
        )

    def _dial(self) -> tuple[int, ...]:
        """The weights of the dial, each worked out in the unit it is printed in, so that nothing drifts."""
        if self.lightest is None or self.heaviest is None or self.step is None:
            raise ValueError(
                'is a dial that says too little | from = "2.5 kg", to = "24 kg", step = "2.5 kg"'
            )
        (first, unit), (last, unit_of_last), (step, unit_of_step) = self.lightest, self.heaviest, self.step
        if {unit, unit_of_last, unit_of_step} != {unit}:
            raise ValueError("is a dial in kg and lb at once | one of the two")
        if not first <= last <= first + MOST_DIAL * step:
            raise ValueError(f"is a dial that runs backwards or has more than {MOST_DIAL} steps")
        return tuple(_grams(first + number * step, unit) for number in range(int((last - first) / step) + 1))


def _in_grams(kilograms: list[float], pounds: list[float], grams: list[int]) -> tuple[int, ...]:
    """All weights in grams, lightest first."""
    in_grams = [grams_from(number, "kg") for number in kilograms]
    return tuple(sorted(in_grams + [grams_from(number, "lb") for number in pounds] + grams))


class GearTable(_Table):
    """`[gear]` of a profile file."""

    dumbbells: _Weights = []
    dumbbells_kg: _Numbers = []
    dumbbells_lb: _Numbers = []
    single_dumbbells: _Weights = []
    adjustable: Annotated[list[AdjustableTable], BeforeValidator(_listed), Field(max_length=10)] = []
    kettlebells: _Weights = []
    kettlebells_kg: _Numbers = []
    kettlebells_lb: _Numbers = []
    bar: Annotated[list[_Weight], BeforeValidator(_listed), Field(max_length=5)] = []
    bar_kg: _Number | None = None
    bar_lb: _Number | None = None
    plates: _PlateWeights = []
    plates_kg: _Plates = []
    plates_lb: _Plates = []
    bands: Annotated[bool | list[Band], BeforeValidator(_bands)] = False
    miniband: bool = False
    bench: bool = False
    step: bool = False
    box: bool = False
    sliders: bool = False
    ball: bool = False
    anchor: bool = False
    backpack: Annotated[bool | list[int], BeforeValidator(_loads)] = False
    rope: bool = False

    @model_validator(mode="after")
    def _plates_need_a_bar(self) -> Self:
        if self.bar_kg is not None and self.bar_lb is not None:
            raise ValueError("has two bars | bar_kg or bar_lb, not both")
        if (self.plates or self.plates_kg or self.plates_lb) and not self._bars():
            raise ValueError("has plates but no bar | add bar_kg = 20")
        if len(self.plates) + len(self.plates_kg) + len(self.plates_lb) > MOST_PLATES:
            raise ValueError(f"has more than {MOST_PLATES} pairs of plates | those you use for your legs")
        return self

    def gear(self) -> Gear:
        bars = self._bars()
        return Gear(
            dumbbells_g=_in_grams(self.dumbbells_kg, self.dumbbells_lb, self.dumbbells),
            singles_g=tuple(sorted(self.single_dumbbells)),
            adjustables=tuple(own.adjustable() for own in self.adjustable),
            kettlebells_g=_in_grams(self.kettlebells_kg, self.kettlebells_lb, self.kettlebells),
            bar_g=bars[0] if bars else None,
            more_bars_g=bars[1:],
            plates_g=_in_grams(self.plates_kg, self.plates_lb, self.plates),
            bands=() if isinstance(self.bands, bool) else tuple(sorted(self.bands, key=_by_grams)),
            backpack_g=() if isinstance(self.backpack, bool) else tuple(sorted(self.backpack)),
            things=frozenset(kind for kind in GearKind if getattr(self, kind.value, False) is True),
        )

    def _bars(self) -> tuple[int, ...]:
        """All bars, the first named first."""
        kilograms = [] if self.bar_kg is None else [self.bar_kg]
        pounds = [] if self.bar_lb is None else [self.bar_lb]
        return (*self.bar, *_in_grams(kilograms, pounds, []))


def _by_grams(band: Band) -> tuple[int, str]:
    return band.grams, band.colour
