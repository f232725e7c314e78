"""Decides how weights, sets and repetitions read on a page, in the runner's units and the page's language."""

from dataclasses import dataclass

from legday.model.plan import Prescription
from legday.model.quantities import distance_text, minutes_text, weight_text
from legday.model.runner import Units
from legday.web.wording import Wording
from legday.writing.prescriptions import reps_text


@dataclass(frozen=True, slots=True)
class Amounts:
    """How amounts are written for one runner in one language."""

    words: Wording
    units: Units

    @property
    def unit(self) -> str:
        """The unit of a weight field."""
        return "lb" if self.units is Units.IMPERIAL else "kg"

    def weight(self, grams: int) -> str:
        """`12.5 kg`; bodyweight where nothing is held."""
        return self._number(weight_text(grams, self.units)) if grams else self.words.say("amount.bodyweight")

    def held(self, line: Prescription) -> str:
        """What to pick up, else the weight in all."""
        return self._number(line.pick_up) if line.weight_g and line.pick_up else self.weight(line.weight_g)

    def things(self, pick_up: str) -> str:
        """Things to pick up, with the language's decimal sign."""
        return self._number(pick_up)

    def sets(self, line: Prescription) -> str:
        """`3 × 8–12 per side`."""
        side = f" {self.words.say('amount.per_side')}" if line.per_side else ""
        return f"{line.sets} × {reps_text(line)}{side}"

    def distance(self, metres: int) -> str:
        """`10.5 km`."""
        return self._number(distance_text(metres, self.units))

    def minutes(self, minutes: int) -> str:
        """`45 min`, `1:40 h`."""
        return minutes_text(minutes)

    def _number(self, text: str) -> str:
        return text.replace(".", self.words.say("amount.decimal"))
