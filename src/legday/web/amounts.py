"""Decides how amounts and days are written on a page: in the runner's units, with the language's signs."""

from dataclasses import dataclass
from datetime import date

from legday.model.plan import Prescription
from legday.model.quantities import (
    METRES_PER_FOOT,
    METRES_PER_MILE,
    distance_text,
    minutes_text,
    pace_text,
    weight_text,
)
from legday.model.runner import Units
from legday.web.wording import Wording
from legday.writing.prescriptions import reps_text

_SWAPPED = str.maketrans({".": "\0", ",": "\1"})


@dataclass(frozen=True)
class Amounts:
    """Amounts in one language and one system of units."""

    words: Wording
    units: Units

    @property
    def unit_m(self) -> float:
        """The metres of a kilometre or a mile."""
        return METRES_PER_MILE if self.units is Units.IMPERIAL else 1000.0

    @property
    def distance_unit(self) -> str:
        return "mi" if self.units is Units.IMPERIAL else "km"

    @property
    def height_m(self) -> float:
        """The metres of a metre or a foot."""
        return METRES_PER_FOOT if self.units is Units.IMPERIAL else 1.0

    @property
    def height_unit(self) -> str:
        return "ft" if self.units is Units.IMPERIAL else "m"

    def height(self, metres: float) -> str:
        """`120 m`, `394 ft`."""
        return f"{self.whole(metres / self.height_m)} {self.height_unit}"

    def number(self, value: float) -> str:
        """At most one decimal: `1,234`, `6.5`, as the language writes it."""
        text = f"{value:,.1f}".removesuffix(".0")
        return self._signs("0" if text == "-0" else text)

    def sets(self, value: float) -> str:
        """Fractional sets, to the quarter: `6.25`."""
        text = f"{value:,.2f}"
        return self._signs(text.rstrip("0").rstrip("."))

    def whole(self, value: float) -> str:
        return self._signs(f"{round(value):,}")

    def weight(self, grams: float) -> str:
        return self._signs(weight_text(round(grams), self.units))

    @property
    def weight_unit(self) -> str:
        """The unit of a weight field."""
        return "lb" if self.units is Units.IMPERIAL else "kg"

    def held_weight(self, grams: int) -> str:
        """`12.5 kg`; bodyweight where nothing is held."""
        return self.weight(grams) if grams else self.words.say("amount.bodyweight")

    def held(self, line: Prescription) -> str:
        """What to pick up, else the weight in all."""
        return (
            self.things(line.pick_up) if line.weight_g and line.pick_up else self.held_weight(line.weight_g)
        )

    def things(self, pick_up: str) -> str:
        """Things to pick up, as the language calls them; what it cannot say keeps its English words."""
        told = self.words.read(pick_up)
        return pick_up.replace(".", self.words.say("amount.decimal")) if told is None else told

    def dose(self, line: Prescription) -> str:
        """`3 × 8–12 per side`."""
        side = f" {self.words.say('amount.per_side')}" if line.per_side else ""
        return f"{line.sets} × {reps_text(line)}{side}"

    def distance(self, metres: float) -> str:
        return self._signs(distance_text(round(metres), self.units))

    def pace(self, seconds_per_km: float) -> str:
        """`5:42/km`."""
        return pace_text(1000 / seconds_per_km, self.units)

    def pace_alone(self, seconds_per_km: float) -> str:
        """`5:42`, where the unit is said elsewhere."""
        return self.pace(seconds_per_km).partition("/")[0]

    def clock(self, seconds: float) -> str:
        """`5:42` or `1:05:42`."""
        minutes, rest = divmod(round(seconds), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"

    def minutes(self, minutes: float) -> str:
        return minutes_text(round(minutes))

    def day(self, day: date) -> str:
        """`24 Nov`."""
        return self.words.say(
            "amount.day", day=day.day, month=self.words.say(f"date.month_short.{day.month}")
        )

    def full_day(self, day: date) -> str:
        """`Tuesday, 24 November 2026`."""
        return self.words.say("amount.full_day", day=self.words.day(day), year=day.year)

    def month(self, day: date) -> str:
        """`November 2026`."""
        return self.words.say("amount.month", month=self.words.say(f"date.month.{day.month}"), year=day.year)

    def _signs(self, text: str) -> str:
        """The same number with the language's sign before decimals and between thousands."""
        decimal, thousands = self.words.say("amount.decimal"), self.words.say("amount.thousands")
        return text.translate(_SWAPPED).replace("\0", decimal).replace("\1", thousands)
