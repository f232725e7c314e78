"""Decides which answers are packed (gzip): text, and only for pages of our own.

Packed answers can tell of their content by their length to somebody who makes a browser ask for them and listens on the wire (BREACH). So what
a browser says another site asked for leaves unpacked, the cookies of the page never go along with such a request, and the token of a form, the one
secret that pages repeat, is written another way each time (`form_tokens`).
"""

from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

LEAST_BYTES = 700
"""What is shorter fits into one packet as it is (our setting)."""
EFFORT = 5
"""Of nine: the steps above it cost twice the time for a hundredth of the bytes (our setting)."""
OWN = frozenset({"", "same-origin", "none"})


class Packing:
    """Stands between the guard and the app. Streams of events, archives and pictures are left as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.packed = GZipMiddleware(app, minimum_size=LEAST_BYTES, compresslevel=EFFORT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        own = scope["type"] == "http" and Headers(scope=scope).get("sec-fetch-site", "") in OWN
        await (self.packed if own else self.app)(scope, receive, send)
