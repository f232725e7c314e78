"""Decides for how long the page remembers what a saving did to the plan: for the last few, until the server stops."""

from collections import OrderedDict
from threading import Lock

from legday.actions.changed_plan import ChangedPlan

MOST_TOLD = 20


class Told:
    """What the last savings did to the plan, by the ids of their entries; forgotten when the server stops."""

    def __init__(self) -> None:
        self._changes: OrderedDict[str, ChangedPlan] = OrderedDict()
        self._lock = Lock()

    def keep(self, id_: str, changed: ChangedPlan) -> None:
        with self._lock:
            self._changes[id_] = changed
            while len(self._changes) > MOST_TOLD:
                self._changes.popitem(last=False)

    def of(self, id_: str) -> ChangedPlan | None:
        return self._changes.get(id_)
