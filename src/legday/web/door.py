"""Decides who stands before the page: under which names it is served, who is signed in, and what a browser is given to keep."""

from dataclasses import dataclass, field
from datetime import UTC

from fastapi import Request

from legday.web.desk import Clock
from legday.web.keys import Keys

SESSION_COOKIE = "legday-session"
SIGN_IN = "/sign-in"


@dataclass(frozen=True, kw_only=True)
class Door:
    """The page's secrets, what time it is, and the names that were said to be ours besides the machine's own."""

    keys: Keys
    clock: Clock
    names: frozenset[str] = field(default_factory=frozenset)

    def now_s(self) -> int:
        """Seconds since 1970."""
        return int(self.clock.now_in("UTC").replace(tzinfo=UTC).timestamp())

    def is_signed_in(self, request: Request) -> bool:
        """Whether the request comes from someone who said the passphrase, or none is set."""
        cookie = request.cookies.get(SESSION_COOKIE, "")
        return not self.keys.passphrase or self.keys.is_session(cookie, self.now_s())


def cookie(request: Request, name: str, value: str, *, seconds: int) -> str:
    """A Set-Cookie header that no script reads and no other site sends; `seconds` 0 takes the cookie away."""
    secure = "; Secure" if request.url.scheme == "https" else ""
    return f"{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
