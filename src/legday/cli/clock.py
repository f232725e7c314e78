"""Decides what now is: the one place of legday that asks the clock and draws the chance of ids."""

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from legday.actions.stamp import Stamp
from legday.model.ids import new_id


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def now_in(zone: str) -> datetime:
    """What the clocks of `zone` (IANA name) show, as a wall-clock moment without a zone."""
    return datetime.now(ZoneInfo(zone)).replace(tzinfo=None)


def today_in(zone: str) -> date:
    """The date the clocks of `zone` show (IANA name)."""
    return now_in(zone).date()


def new_stamp() -> Stamp:
    """Id and moment of an entry made now."""
    at = now()
    return Stamp(new_id(at, secrets.token_bytes(10)), at)


@dataclass(frozen=True)
class ClockOff:
    """The clock of a demo that takes another day for today: everything is `off` from ours."""

    off: timedelta

    def now_in(self, zone: str) -> datetime:
        """What the clocks of `zone` (IANA name) would show."""
        return now_in(zone) + self.off

    def new_stamp(self) -> Stamp:
        """Id and moment of an entry made then."""
        at = now() + self.off
        return Stamp(new_id(at, secrets.token_bytes(10)), at)
