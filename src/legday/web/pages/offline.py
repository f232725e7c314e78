"""Decides what a device keeps of the page to work without a line: the worker that keeps it, what it keeps, and what is on the device only."""

import json
from datetime import timedelta
from hashlib import sha256

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from legday.web.desk import Desk
from legday.web.pages.player import players_until
from legday.web.paper import Paper
from legday.web.shell import worker_script

router = APIRouter()

WORKER = "/sw.js"
MANIFEST = "/manifest.webmanifest"
AHEAD = timedelta(days=14)
"""Sessions so far ahead are kept on the device."""
LANGUAGE_PAGES = ("/today", "/plan", "/body", "/unsent", "/no-line")


@router.get(WORKER)
def worker(request: Request) -> Response:
    """The service worker; a 404 where no bundle was built, and then nothing is kept."""
    paper: Paper = request.app.state.paper
    script = worker_script(paper.assets)
    return Response(script, status_code=200 if script else 404, media_type="text/javascript")


@router.get("/offline.json")
def offline(request: Request) -> Response:
    """What of this runner's pages a device keeps: Today, Plan, the players of the next days, their exercises and figures."""
    desk: Desk = request.app.state.desk
    known = desk.known()
    last = known.facts.today + AHEAD
    sessions = [one for one in known.plan.sessions if known.facts.today <= one.day <= last]
    exercises = sorted({line.exercise for one in sessions for line in one.exercises})
    starts = [one.start for one in sessions]
    pages = [
        *LANGUAGE_PAGES,
        *players_until(starts, last),
        *(f"/session/{start:%Y-%m-%dT%H:%M}" for start in starts),
        *(f"/exercises/{name}" for name in exercises),
    ]
    figures = [f"/exercises/{name}/{kind}.svg" for name in exercises for kind in ("moving", "still")]
    paper: Paper = request.app.state.paper
    said = (str(desk.store.version()), known.facts.today.isoformat(), paper.words(request).language, *pages)
    mark = sha256("\n".join(said).encode()).hexdigest()[:16]
    return JSONResponse({"mark": mark, "pages": pages, "figures": figures})


@router.get(MANIFEST)
def manifest(request: Request) -> Response:
    """What the page is called and looks like as an app of its own."""
    paper: Paper = request.app.state.paper
    assets = paper.assets
    told = {
        "id": "/",
        "name": "legday",
        "short_name": "legday",
        "start_url": "/today",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#fbfaf7",
        "lang": paper.words(request).language,
        "icons": [
            {"src": assets.url("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
            {
                "src": assets.url("icon-mask.svg"),
                "sizes": "any",
                "type": "image/svg+xml",
                "purpose": "maskable",
            },
        ],
    }
    return Response(json.dumps(told), media_type="application/manifest+json")


@router.get("/unsent")
def unsent(request: Request) -> Response:
    """What is on this device only: the page's script fills it in."""
    paper: Paper = request.app.state.paper
    return paper.page(request, "unsent.html")


@router.get("/no-line")
def no_line(request: Request) -> Response:
    """What is shown for a page that is not kept."""
    paper: Paper = request.app.state.paper
    return paper.page(request, "no_line.html")
