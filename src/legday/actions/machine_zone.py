"""Decides in which time zone the machine stands, as a first guess of the runner's."""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

LOCALTIME = Path("/etc/localtime")
UNKNOWN = "UTC"


def machine_zone(environment: Mapping[str, str], localtime: Path = LOCALTIME) -> str:
    """The IANA name in `TZ`, else the one that `localtime` is a link to, else UTC."""
    named = environment.get("TZ", "").lstrip(":")
    linked = localtime.resolve().parts if localtime.is_symlink() else ()
    found = "/".join(linked[linked.index("zoneinfo") + 1 :]) if "zoneinfo" in linked else ""
    return next((zone for zone in (named, found) if _is_zone(zone) and not zone.startswith("Etc/")), UNKNOWN)


def zones() -> tuple[str, ...]:
    """The zones by their places, in the order of the alphabet, for people to choose from."""
    places = (zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return (UNKNOWN, *sorted(places))


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and bool(ZoneInfo(name))
    except (ValueError, OSError):
        return False
