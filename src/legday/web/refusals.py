"""Decides how the page says no: a kind page in the reader's language, and for programs a problem (RFC 9457)."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from legday.model.errors import (
    CatalogueError,
    FileRefused,
    InputError,
    LegdayError,
    NoProfile,
    PlanBroken,
    StoreError,
)
from legday.web.paper import Paper

API = "/api/"
WELCOME = "/welcome"
PROBLEM = "application/problem+json"
TOLD = frozenset({400, 403, 404, 405, 413, 421, 422, 500, 503})
"""Refusals that have words of their own on a page."""

_STATUS: tuple[tuple[type[LegdayError], int], ...] = (
    (NoProfile, 409),
    (InputError, 422),
    (FileRefused, 422),
    (StoreError, 503),
    (CatalogueError, 500),
    (PlanBroken, 500),
)
_MOST_SHOWN = 200
_MOST_WRONG = 8
"""So many wrong values of one request are told."""


def is_api(request: Request) -> bool:
    """Whether a program asks, which is answered with a problem rather than with a page."""
    return request.url.path.startswith(API)


def refusal(
    request: Request,
    status: int,
    *,
    detail: str = "",
    headers: Mapping[str, str] | None = None,
    **more: object,
) -> Response:
    """The answer with this status. `detail` and `more` (value, place, remedy …) go to programs; people read the page's own words."""
    if is_api(request):
        return problem(status, detail=detail, headers=headers, **more)
    return page(request, status, words="", headers=headers)


def page(request: Request, status: int, *, words: str, headers: Mapping[str, str] | None = None) -> Response:
    """The page for people. `words` say what was wrong, where that is known better than the status does."""
    paper: Paper = request.app.state.paper
    kind = str(status) if status in TOLD else "other"
    answer = paper.page(request, "error.html", status=status, kind=kind, said=words)
    answer.headers.update(headers or {})
    return answer


def problem(
    status: int, *, detail: str = "", headers: Mapping[str, str] | None = None, **more: object
) -> Response:
    """A problem (RFC 9457); its title is the status in words, `more` names the value, the place and the remedy."""
    told = {key: value for key, value in more.items() if value not in ("", None)}
    title = HTTPStatus(status).phrase
    value = {"type": "about:blank", "title": title, "status": status, "detail": detail or title, **told}
    return JSONResponse(value, status_code=status, headers=headers, media_type=PROBLEM)


# What the framework and legday raise


def on_http_error(request: Request, error: Exception) -> Response:
    """404, 405 and whatever else was refused by its status."""
    assert isinstance(error, HTTPException)
    more: dict[str, Any] = {"place": f"{request.method} {shown(request.url.path)}"}
    if error.status_code in {404, 405}:
        more["remedy"] = "/api/v1/openapi.json names every path and what it takes"
    detail = "" if error.detail == HTTPStatus(error.status_code).phrase else str(error.detail)
    return refusal(request, error.status_code, detail=detail, headers=error.headers, **more)


def on_invalid(request: Request, error: Exception) -> Response:
    """Values that do not fit what a path takes: each with its place and what it should be."""
    assert isinstance(error, RequestValidationError)
    wrong = all_wrong(error.errors())
    first: dict[str, Any] = wrong[0]
    detail = f"{first['place']}: {first['value']} cannot be used."
    return refusal(request, 422, detail=detail, errors=wrong, **first)


def on_legday_error(request: Request, error: Exception) -> Response:
    """What legday raises on purpose, in its own words."""
    assert isinstance(error, LegdayError)
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    if is_api(request):
        return problem(status, **told(error))
    if isinstance(error, NoProfile) and request.url.path != WELCOME:
        return RedirectResponse(WELCOME, status_code=303)
    return page(request, status, words=_for_people(error))


def told(error: LegdayError) -> dict[str, Any]:
    """The words of an error, with its value, place and remedy where it has them."""
    names = ("value", "place", "remedy")
    more = {name: shown(getattr(error, name), quote=False) for name in names if hasattr(error, name)}
    return {"detail": str(error), **more}


def shown(value: object, *, quote: bool = True) -> str:
    """A value as it is repeated to whoever sent it: short, and fit to be written as UTF-8."""
    text = repr(value) if quote and not isinstance(value, str) else str(value)
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return clean if len(clean) <= _MOST_SHOWN else f"{clean[:_MOST_SHOWN]}…"


def _for_people(error: LegdayError) -> str:
    """The words of an error; a remedy for the terminal is no remedy here."""
    remedy = getattr(error, "remedy", "")
    words = str(error)
    return words.removesuffix(f" Maybe {remedy}.") if "legday " in remedy else words


def all_wrong(errors: Sequence[Any]) -> list[dict[str, Any]]:
    """Each value that does not fit, its place, and what it should be."""
    return [
        {
            "value": shown(one.get("input")),
            "place": ".".join(str(part) for part in one["loc"]),
            "remedy": str(one["msg"]),
        }
        for one in errors[:_MOST_WRONG]
    ]
