"""Decides what the web door offers: which pages there are, the API beside them, who guards both, and what an error looks like."""

from pathlib import Path

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from legday import __version__
from legday.model.catalogue import Catalogue
from legday.model.errors import LegdayError
from legday.store import Store
from legday.web import api, api_verbs, sign_in
from legday.web.attempts import Attempts
from legday.web.desk import Clock, Desk
from legday.web.door import Door
from legday.web.form_tokens import own_form
from legday.web.guard import Guard
from legday.web.heads import Heads
from legday.web.imports import Imports
from legday.web.keys import Keys
from legday.web.openapi import described
from legday.web.packing import Packing
from legday.web.pages import ROUTERS
from legday.web.paper import Paper
from legday.web.refusals import on_http_error, on_invalid, on_legday_error
from legday.web.told import Told

HERE = Path(__file__).parent


def create_app(
    store: Store,
    catalogue: Catalogue,
    *,
    clock: Clock,
    keys: Keys | None = None,
    names: frozenset[str] = frozenset(),
) -> FastAPI:
    """The page over one open store. The caller keeps the store open as long as the app runs, and closes it.

    `keys` are the page's secrets (None: new ones, forgotten with the app); where they hold a passphrase it is asked for. `names` are
    the hosts it is served under, lower case, besides this machine's own.
    """
    app = FastAPI(title="legday", version=__version__, docs_url=None, redoc_url=None, openapi_url=api.OPENAPI)
    door = Door(keys=keys or Keys(), clock=clock, names=names)
    app.state.desk = Desk(store=store, catalogue=catalogue, clock=clock)
    app.state.door = door
    app.state.attempts = Attempts()
    app.state.paper = Paper(catalogue)
    app.state.imports = Imports(app.state.desk)
    app.state.told = Told()
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for router in (*ROUTERS, sign_in.router):
        app.include_router(router, dependencies=[Depends(own_form)], include_in_schema=False)
    app.include_router(api.router)
    app.include_router(api_verbs.router)
    app.openapi = lambda: described(app)  # type: ignore[method-assign]  # how FastAPI is told
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(LegdayError, on_legday_error)
    app.add_middleware(Heads)
    app.add_middleware(Packing)
    app.add_middleware(Guard, door=door)
    return app
