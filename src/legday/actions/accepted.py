"""Decides what an accepted plan said: its sessions as they were promised."""

import json
from collections import deque
from functools import lru_cache

from legday.model.journal import PlanAccepted
from legday.model.plan import Plan

MOST_READ = 8
_READ: deque[tuple[PlanAccepted, Plan]] = deque(maxlen=MOST_READ)
"""The entries read last, with their plans: an entry never changes, so the same one says the same."""


def told_plan(accepted: PlanAccepted) -> Plan | None:
    """The plan as it was accepted; None where the entry holds the promised times only."""
    if not accepted.plan:
        return None
    known = next((plan for entry, plan in tuple(_READ) if entry is accepted), None)
    if known is None:
        known = _parsed(json.dumps(dict(accepted.plan)))
        _READ.append((accepted, known))
    return known


@lru_cache(maxsize=MOST_READ)
def _parsed(text: str) -> Plan:
    from legday.reading.plan_file import read_plan

    return read_plan(text, file="the accepted plan")
