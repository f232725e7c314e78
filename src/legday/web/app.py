"""Decides what the web door offers: which pages there are, how they are made, and what an error looks like."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.staticfiles import StaticFiles

from legday.model.catalogue import Catalogue
from legday.model.errors import InputError, LegdayError, NoProfile
from legday.store import Store
from legday.web.desk import Clock, Desk
from legday.web.imports import Imports
from legday.web.pages import ROUTERS
from legday.web.paper import Paper
from legday.web.told import Told

HERE = Path(__file__).parent


def create_app(store: Store, catalogue: Catalogue, *, clock: Clock) -> FastAPI:
    """The page over one open store. The caller keeps the store open as long as the app runs, and closes it."""
    app = FastAPI(title="legday", docs_url=None, redoc_url=None)
    app.state.desk = Desk(store=store, catalogue=catalogue, clock=clock)
    app.state.paper = Paper()
    app.state.imports = Imports(app.state.desk)
    app.state.told = Told()
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(NoProfile, _welcomed)
    app.add_exception_handler(LegdayError, _told)
    return app


def _welcomed(request: Request, error: Exception) -> Response:
    """The one place that leads to the welcome: whatever asks for a runner where nobody has said who they are."""
    if request.url.path.startswith("/api/"):
        return _told(request, error)
    return RedirectResponse("/welcome", status_code=303)


def _told(request: Request, error: Exception) -> Response:
    """An error legday raises on purpose, as a page that says it in its own words."""
    paper: Paper = request.app.state.paper
    status = 422 if isinstance(error, InputError) else 500
    return paper.page(request, "error.html", status=status, told=str(error))
