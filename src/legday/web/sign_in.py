"""Decides how a runner signs in to a page that others could reach: with the passphrase, tried a few times only, and out again."""

import re
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from legday.web.attempts import Attempts
from legday.web.door import SESSION_COOKIE, SIGN_IN, Door, cookie
from legday.web.keys import SESSION_S
from legday.web.paper import Paper

router = APIRouter()

AFTER = "/today"
_PATH = re.compile(r"/(?!/)[\w./:~%-]*", re.ASCII)


@router.get(SIGN_IN)
def sign_in(request: Request, to: str = "") -> Response:
    """The page that asks for the passphrase."""
    door: Door = request.app.state.door
    if door.is_signed_in(request):
        return RedirectResponse(AFTER, status_code=303)
    return _asked(request, to=to)


@router.post(SIGN_IN)
def signed_in(
    request: Request, passphrase: Annotated[str, Form()] = "", to: Annotated[str, Form()] = ""
) -> Response:
    """Signs in, or asks again and says when it may be tried again."""
    door: Door = request.app.state.door
    attempts: Attempts = request.app.state.attempts
    client = request.client.host if request.client else ""
    if not door.keys.passphrase:
        return RedirectResponse(AFTER, status_code=303)
    if wait_s := attempts.begin(client, now_s=door.now_s()):
        return _asked(request, to=to, status=429, wait_s=wait_s)
    if not door.keys.is_passphrase(passphrase):
        return _asked(request, to=to, status=403)
    attempts.forgive(client)
    answer = RedirectResponse(own_path(to), status_code=303)
    session = door.keys.new_session(door.now_s())
    answer.headers.append("Set-Cookie", cookie(request, SESSION_COOKIE, session, seconds=SESSION_S))
    return answer


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """Ends the session."""
    door: Door = request.app.state.door
    door.keys.end_session(request.cookies.get(SESSION_COOKIE, ""), door.now_s())
    answer = RedirectResponse(SIGN_IN, status_code=303)
    answer.headers.append("Set-Cookie", cookie(request, SESSION_COOKIE, "", seconds=0))
    return answer


def own_path(said: str) -> str:
    """Where to go on after signing in: a path of this page, whatever was asked for."""
    return said if _PATH.fullmatch(said) and said != SIGN_IN else AFTER


def _asked(request: Request, *, to: str, status: int = 200, wait_s: int = 0) -> Response:
    paper: Paper = request.app.state.paper
    minutes = -(-wait_s // 60)
    answer = paper.page(
        request, "sign_in.html", status=status, to=own_path(to), wrong=status == 403, minutes=minutes
    )
    if wait_s:
        answer.headers["Retry-After"] = str(wait_s)
    return answer
