"""Decides what a device keeps of the page to work without a line: the worker that keeps it, what it keeps, and what is on the device only."""

import json
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from legday.web.assets import Assets
from legday.web.desk import Desk
from legday.web.pages.player import players_until
from legday.web.paper import Paper

router = APIRouter()

WORKER = "/sw.js"
MANIFEST = "/manifest.webmanifest"
AHEAD = timedelta(days=14)
"""Sessions so far ahead are kept on the device."""
LANGUAGE_PAGES = ("/today", "/plan", "/body", "/unsent", "/no-line")


@router.get(WORKER)
def worker(request: Request) -> Response:
    """The service worker with what the page is made of by its content: one that keeps something else is another worker."""
    assets: Assets = request.app.state.paper.assets
    script = _bundle(assets)
    if not script:
        return Response("// No bundle was built.\n", status_code=404, media_type="text/javascript")
    files = [assets.url(name) for name in shell_files(assets)]
    version = sha256("\n".join((script, *files)).encode()).hexdigest()[:16]
    told = json.dumps({"version": version, "files": files})
    return Response(f"self.legdayShell={told};\n{script}", media_type="text/javascript")


def _bundle(assets: Assets) -> str:
    path = assets.folder / "built" / "sw.js"
    return path.read_text("utf-8") if path.is_file() else ""


def shell_files(assets: Assets) -> list[str]:
    """What pages are made of: styles, scripts and icons, but for what only pages with a line need."""
    found = (path for path in sorted(assets.folder.rglob("*")) if path.is_file())
    return [name for path in found if _kept(name := path.relative_to(assets.folder).as_posix(), path)]


def _kept(name: str, path: Path) -> bool:
    return path.suffix in {".css", ".js", ".svg"} and name != "built/sw.js"


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
