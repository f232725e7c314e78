"""What a browser does with the page: finds a form's token and sends it back."""

import re

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
