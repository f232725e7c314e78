"""Decides which pages are measured: every path of the page and the API that can be looked at, with something that exists in each place."""

from fastapi import FastAPI

from legday.model.runs import Sport
from legday.store import Store
from webpage import routes_of

PLACES = {
    "/plan/day/{said}": "/plan/day/2026-11-24",
    "/plan/week/{said}": "/plan/week/2026-11-23",
    "/session/{start_words}": "/session/2026-11-24T18:00",
    "/session/{start_words}/swap/{exercise}": "/session/2026-11-24T18:00/swap/squat",
    "/exercises/{name}": "/exercises/squat",
    "/rules/{name}": "/rules/leg-spacing",
    "/profile/{section}": "/profile/gear",
    "/welcome/{step}": "/welcome/gear",
    "/help/{name}": "/help/start",
    "/plan/until/{last}": "/plan/until/2026-12-27",
    "/why/{day}": "/why/2026-11-24",
    "/swaps/{exercise}": "/swaps/squat",
    "/export/{form}": "/export/md",
}
LONG = ("/more/backup.sqlite", "/more/journal.txt", "/api/v1/history", "/api/v1/progress", "/welcome/plan")
"""Whole downloads, and the one page that makes a plan each time it is looked at."""


def paths_of(app: FastAPI, store: Store) -> list[str]:
    """The paths, pages first; those that only lead elsewhere or tell of one import are left out."""
    runs = store.recordings(sport=Sport.RUN)
    places = PLACES | {"/runs/{run}": f"/runs/{runs[-1][0].id}"}
    found = set()
    for route in routes_of(app):
        path = route.path.removeprefix("/api/v1")
        if "GET" in route.methods and ("{" not in path or path in places):
            found.add(route.path.replace(path, places.get(path, path)))
    found |= {"/runs?before=2018-01-01", f"/runs/{runs[-1][0].id}", f"/runs/{runs[5][0].id}"}
    return sorted(
        found - {"/", "/api/v1/openapi.json", "/api/v1/move"}, key=lambda one: (one.startswith("/api"), one)
    )
