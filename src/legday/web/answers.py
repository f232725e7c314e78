"""Decides how long the page remembers what an entry changed in the plan: the last few, until it is stopped."""

from collections import OrderedDict
from dataclasses import dataclass, field
from uuid import UUID

from legday.actions.changed_plan import ChangedPlan

KEPT = 50
"""So many answers are remembered (our setting): they are shown right after something was said."""


@dataclass(slots=True)
class Answers:
    """What changed by an entry's id; the oldest go first. What is forgotten can still be read on the page Plan."""

    _kept: OrderedDict[UUID, ChangedPlan] = field(default_factory=OrderedDict)

    def keep(self, entry: UUID, changed: ChangedPlan) -> None:
        """Remembers what the entry changed."""
        self._kept[entry] = changed
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def of(self, entry: UUID) -> ChangedPlan | None:
        """What the entry changed; None where that is not remembered any more."""
        return self._kept.get(entry)
