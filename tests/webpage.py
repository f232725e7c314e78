"""What a browser does with the page: finds a form's token and sends it back."""

import re
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.requests import Request

from legday.web.form_tokens import csrf

TOKEN = re.compile(r'<input type="hidden" name="csrf" value="([0-9a-f]{64})">')


def form_token(page: TestClient) -> str:
    """A token for this browser, which is given its cookie, as any page with a form would give them."""
    cookies = "; ".join(f"{name}={value}" for name, value in page.cookies.items())
    request = Request(
        {"type": "http", "app": page.app, "headers": [(b"cookie", cookies.encode())], "state": {}}
    )
    found = TOKEN.fullmatch(str(csrf(request)))
    assert found is not None
    if secret := getattr(request.state, "new_form_secret", ""):
        page.cookies.set("legday-form", secret)
    return found[1]


def routes_of(app: FastAPI) -> Iterator[Any]:
    """Every route with a path and its methods, those of included routers too."""
    waiting = list(app.router.routes)
    while waiting:
        route = waiting.pop()
        router = getattr(route, "original_router", None)
        if router is not None:
            waiting += router.routes
        elif getattr(route, "methods", None):
            yield route


class Browser(TestClient):
    """A browser that was on the page before: its forms bring the token that the page wrote into them."""

    def post(self, url: Any, **sent: Any) -> Any:
        if not {"json", "content"} & sent.keys() and isinstance(sent.get("data", {}), dict):
            sent["data"] = {"csrf": form_token(self), **sent.get("data", {})}
        return super().post(url, **sent)
