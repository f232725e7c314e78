"""Decides how a form shows that it came from a page of ours: by a token that only this page and this browser can have."""

import hmac
import re
import secrets
from collections.abc import AsyncIterator, Callable, Mapping

from fastapi import Request
from markupsafe import Markup
from starlette.exceptions import HTTPException

from legday.web.door import Door
from legday.web.keys import Keys

COOKIE = "legday-form"
FIELD = "csrf"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""

STREAMED = frozenset({"/import", "/more/restore"})
"""Paths that stream files to disk: they read the form themselves, and hold its fields to `own_fields` before the first file."""

_SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")
_PURPOSE = "form"


def csrf(request: Request) -> Markup:
    """The hidden first field of every form. A browser that has no secret yet is given one with the answer."""
    secret = _secret(request)
    if not secret:
        secret = getattr(request.state, "new_form_secret", "") or secrets.token_urlsafe(32)
        request.state.new_form_secret = secret
    token = _keys(request).signed(_PURPOSE, secret)
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token)


async def own_form(request: Request) -> AsyncIterator[None]:
    """Refuses (403) what changes something and does not bring the token of this browser; what was uploaded is put away afterwards."""
    try:
        if request.method not in SAFE and request.url.path not in STREAMED:
            _own((await request.form()).get(FIELD), request)
        yield
    finally:
        await request.close()


def own_fields(request: Request) -> Callable[[Mapping[str, str]], None]:
    """What is told the fields of a form that is streamed, and refuses it (403) without the token of this browser."""
    return lambda fields: _own(fields.get(FIELD), request)


def _own(said: object, request: Request) -> None:
    secret = _secret(request)
    known = _keys(request).signed(_PURPOSE, secret) if secret else ""
    if not known or not isinstance(said, str) or not hmac.compare_digest(said.encode(), known.encode()):
        raise HTTPException(403)


def _secret(request: Request) -> str:
    said = request.cookies.get(COOKIE, "")
    return said if _SHAPE.fullmatch(said) else ""


def _keys(request: Request) -> Keys:
    door: Door = request.app.state.door
    return door.keys
