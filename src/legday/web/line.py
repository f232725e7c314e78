"""Decides what the scripts of every page are told: the words for what is kept on the device, the runner's zone, what time it is."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from fastapi import Request

from legday.model.errors import LegdayError
from legday.web.desk import Desk
from legday.web.door import Door
from legday.web.wording import Wording


def spoken(words: Wording, file: str) -> Mapping[str, str]:
    """All words of one file, by their keys in it."""
    before = f"{file}."
    return {key.removeprefix(before): text for key, text in words.texts.items() if key.startswith(before)}


def line_facts(request: Request, words: Wording) -> Mapping[str, Any]:
    """`now` in milliseconds since 1970, `zone` the runner's (empty where nobody said who they are), `words` those of `line`."""
    desk: Desk = request.app.state.desk
    now = desk.clock.now_in("UTC").replace(tzinfo=UTC)
    return {
        "now": round(now.timestamp() * 1000),
        "zone": _zone(request, desk),
        "words": dict(spoken(words, "line")),
    }


def _zone(request: Request, desk: Desk) -> str:
    door: Door = request.app.state.door
    try:
        return desk.zone() if door.is_signed_in(request) else ""
    except LegdayError:
        return ""
