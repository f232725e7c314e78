"""Decides what an accepted plan said: its sessions as they were promised."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from legday.model.journal import PlanAccepted
from legday.model.plan import Plan, Session


def told_plan(accepted: PlanAccepted) -> Plan | None:
    """The plan as it was accepted; None where the entry holds the promised times only."""
    if not accepted.plan:
        return None
    return _parsed(json.dumps(dict(accepted.plan)))


def told_sessions(accepted: PlanAccepted) -> Mapping[datetime, Session]:
    """The sessions of an accepted plan by their local start."""
    plan = told_plan(accepted)
    return {session.start: session for session in plan.sessions} if plan else {}


@lru_cache(maxsize=8)
def _parsed(text: str) -> Plan:
    from legday.reading.plan_file import read_plan

    return read_plan(text, file="the accepted plan")
