"""Decides what an accepted plan said: its sessions as they were promised."""

import json
from functools import lru_cache

from legday.model.journal import PlanAccepted
from legday.model.plan import Plan


def told_plan(accepted: PlanAccepted) -> Plan | None:
    """The plan as it was accepted; None where the entry holds the promised times only."""
    if not accepted.plan:
        return None
    return _parsed(json.dumps(dict(accepted.plan)))


@lru_cache(maxsize=8)
def _parsed(text: str) -> Plan:
    from legday.reading.plan_file import read_plan

    return read_plan(text, file="the accepted plan")
