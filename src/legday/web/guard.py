"""Decides which requests are let in, and what every answer carries: the page's own hosts and origins only, and signed in where asked for."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from anyio import current_time, fail_after
from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legday.web.assets import PRINT, STATIC, Assets
from legday.web.door import SIGN_IN, Door, cookie
from legday.web.form_tokens import COOKIE as FORM_COOKIE
from legday.web.form_tokens import SAFE, STREAMED
from legday.web.hosts import LOOPBACK, host_name, is_own_host, is_own_origin
from legday.web.refusals import is_api, refusal

YEAR_S = 365 * 24 * 3600

MOST_BYTES = 1024 * 1024
"""The largest body of a request (our setting)."""

MOST_STREAMED_BYTES = 17 * 1024**3
"""The same where files are streamed to disk, which hold to limits of their own below it."""

SOON_S, SILENT_S = 60.0, 30.0
"""The body of a request is here within the first, in seconds; one that carries files is never silent for longer than the second (our settings)."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        "worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Under `no-referrer` browsers send `Origin: null` with our own forms, which then look like foreign ones.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
}
"""What every answer carries."""

MIRROR = "/mirror"
MIRROR_POLICY = HEADERS["Permissions-Policy"].replace("camera=()", "camera=(self)")
"""The mirror alone may ask for the camera, and nobody else within it."""

OF_NOBODY = frozenset({"/sw.js", "/manifest.webmanifest"})
"""Paths whose answer holds nothing of a runner, not even a token."""
OPEN = OF_NOBODY | {"/no-line"}
"""Paths that say nothing of a runner: they are let in before a sign-in, since a browser asks for them without one."""

LOG = logging.getLogger("legday.web")


class Guard:
    """Stands before the whole app: no request reaches a page that it does not let in, and no answer leaves without its headers."""

    def __init__(self, app: ASGIApp, *, door: Door) -> None:
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            scope.setdefault("state", {})
            await self._answer(Request(scope, receive), send)

    async def _answer(self, request: Request, send: Send) -> None:
        answer = _Answer(request, send)
        try:
            refused = self._refused(request)
            if refused is None:
                await self.app(request.scope, _limited(request), answer.send)
                if request.method not in SAFE:
                    request.scope["app"].state.desk.written()
            else:
                await refused(request.scope, request.receive, answer.send)
        except Exception:
            LOG.exception("%s %r", request.method, request.url.path)
            if answer.begun:
                raise
            sorry = refusal(request, 500, detail="Something unforeseen happened; it is written in the log.")
            await sorry(request.scope, request.receive, answer.send)

    def _refused(self, request: Request) -> Response | None:
        """The answer to a request that is not let in; None where it is."""
        return self._foreign_host(request) or self._foreign_write(request) or self._stranger(request)

    def _foreign_host(self, request: Request) -> Response | None:
        said = request.headers.getlist("host")
        name = host_name(said[0]) if len(said) == 1 else None
        if name is None:
            return refusal(request, 400, detail="The Host header is missing or cannot be read.", place="Host")
        reached = (request.scope.get("server") or ("", None))[0]
        if is_own_host(name, names=LOOPBACK | self.door.names, reached=reached):
            return None
        return refusal(
            request,
            421,
            detail=f"Host: {name!r} is not a name of this page.",
            value=name,
            place="Host",
            remedy=f"legday serve --name {name}",
        )

    def _foreign_write(self, request: Request) -> Response | None:
        """What changes something must come from a page of ours, must not be too large, and to the API it must be JSON."""
        if request.method in SAFE:
            return None
        if wrong := _foreign(request):
            return refusal(
                request, 403, detail="This request comes from another site.", value=wrong[1], place=wrong[0]
            )
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if is_api(request) and kind != "application/json":
            return refusal(
                request,
                415,
                detail="Only JSON is taken here.",
                value=kind,
                place="Content-Type",
                remedy="application/json",
            )
        length = request.headers.get("content-length", "0")
        if length.isascii() and length.isdecimal() and int(length[:20]) > most_bytes(request):
            return refusal(request, 413, **_too_large(request))
        return None

    def _stranger(self, request: Request) -> Response | None:
        path = request.url.path
        if path == SIGN_IN or path in OPEN or path.startswith(STATIC) or self.door.is_signed_in(request):
            return None
        if is_api(request):
            return refusal(request, 401, detail="Nobody is signed in.", remedy=f"sign in at {SIGN_IN}")
        to = f"?to={quote(path, safe='/')}" if request.method == "GET" and path != "/" else ""
        return RedirectResponse(f"{SIGN_IN}{to}", status_code=303)


@dataclass
class _Answer:
    """An answer on its way out, given the headers that every answer has."""

    request: Request
    out: Send
    begun: bool = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            if is_mirror(self.request.url.path):
                headers["Permissions-Policy"] = MIRROR_POLICY
            headers["Cache-Control"] = self._keeping(message["status"])
            if secret := self.request.scope["state"].get("new_form_secret"):
                headers.append("Set-Cookie", cookie(self.request, FORM_COOKIE, secret, seconds=YEAR_S))
        await self.out(message)

    def _keeping(self, status: int) -> str:
        """What the page itself is made of may be kept: for good under an address that is of this very content, else asked for by its etag.

        What it says of a runner is not kept anywhere.
        """
        path = self.request.url.path
        if path in OF_NOBODY:
            return "no-cache"
        if not path.startswith(STATIC) or status not in {200, 304}:
            return "no-store"
        assets: Assets = self.request.app.state.paper.assets
        said = self.request.query_params.get(PRINT, "")
        kept = assets.is_current(path.removeprefix(STATIC), said)
        return f"public, max-age={YEAR_S}, immutable" if kept else "no-cache"


def is_mirror(path: str) -> bool:
    """Whether a path is the mirror's, the only one that shows what the camera sees."""
    return path == MIRROR or path.startswith(f"{MIRROR}/")


def most_bytes(request: Request) -> int:
    """How large a body this path takes."""
    return MOST_STREAMED_BYTES if request.url.path in STREAMED else MOST_BYTES


def _foreign(request: Request) -> tuple[str, str] | None:
    """The header that says that another site sent this, and its value; None where none does."""
    for origin in request.headers.getlist("origin"):
        if not is_own_origin(origin, host=request.headers["host"], scheme=request.url.scheme):
            return "Origin", origin
    for site in request.headers.getlist("sec-fetch-site"):
        if site not in {"same-origin", "none"}:
            return "Sec-Fetch-Site", site
    return None


def _limited(request: Request) -> Receive:
    """The request's body, refused (413) once it is larger than it may be, whatever it said of its length, and (408) once it is too slow.

    Files may take as long as their line needs, but never fall silent; anything else is here soon.
    """
    taken = 0
    most = most_bytes(request)
    whole = False
    until = current_time() + SOON_S

    async def receive() -> Message:
        nonlocal taken, whole
        if whole:
            return await request.receive()
        patience = SILENT_S if request.url.path in STREAMED else min(SILENT_S, until - current_time())
        try:
            with fail_after(max(0.0, patience)):
                message = await request.receive()
        except TimeoutError:
            raise HTTPException(408, "The body of the request did not come in time.") from None
        whole = not message.get("more_body", False)
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, _too_large(request)["detail"])
        return message

    return receive


def _too_large(request: Request) -> dict[str, Any]:
    most = most_bytes(request)
    return {
        "detail": f"The request is larger than {most:,} bytes.",
        "value": request.headers.get("content-length", ""),
        "place": "Content-Length",
        "remedy": f"at most {most:,} bytes, in several requests",
    }
