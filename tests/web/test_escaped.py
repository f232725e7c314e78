"""What is stored is shown as text, whatever it holds, on every page there is; and so is what was asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

import pytest

from legday.model.happened import Away, Ill, PainFelt, SessionDone, SessionSkipped
from legday.model.ids import new_id
from legday.model.journal import ProfileSet, RunPlanAdded
from legday.model.runs import ExpectedRun, OutlookSource, RunKind, Sport
from legday.model.sets import LoggedSet
from web_files import dropped
from webpage import routes_of

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'"
AT = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)
MADE = count()


def stamp():
    return {"id": new_id(AT, next(MADE).to_bytes(10, "big")), "at": AT}


def hostile_entries(profile):
    """One entry of each kind that holds the runner's or a file's own words."""
    run = ExpectedRun(
        day=date(2026, 11, 24), kind=RunKind.EASY, source=OutlookSource.RUN_PLAN, minutes=40, title=MARKUP
    )
    races = tuple(replace(race, name=MARKUP) for race in profile.races)
    done = LoggedSet(exercise="squat", reps=10, weight_g=10_000, note=MARKUP)
    return [
        ProfileSet(**stamp(), profile=replace(profile, name=MARKUP, races=races, likes=(MARKUP,))),
        RunPlanAdded(**stamp(), name=MARKUP, runs=(run,), covers=(run.day,)),
        PainFelt(**stamp(), day=run.day, place="achilles", score=2, note=MARKUP),
        SessionDone(**stamp(), start=datetime(2026, 11, 23, 18), sets=(done,), note=MARKUP),
        SessionSkipped(**stamp(), planned=datetime(2026, 11, 19, 18), why=MARKUP),
        Ill(**stamp(), first=date(2026, 11, 1), last=date(2026, 11, 2), note=MARKUP),
        Away(**stamp(), first=date(2026, 12, 1), last=date(2026, 12, 3), note=MARKUP),
    ]


FILLED = {
    "day": "2026-11-24",
    "moment": "2026-11-24T18:00",
    "start": "2026-11-24T18:00",
    "start_words": "2026-11-24T18:00",
    "monday": "2026-11-23",
    "exercise": "squat",
}


def filled(path, page):
    """A path with something that exists in each of its places."""
    run = page.app.state.desk.store.recordings(sport=Sport.RUN)[-1][0].id
    for name in ("day", "moment", "start", "start_words", "exercise", "monday", "week", "session", "when"):
        path = path.replace(f"{{{name}}}", FILLED.get(name, FILLED["day"]))
    names = {"exercises": "squat", "runs": run, "rules": "leg-spacing", "profile": "gear"}
    wanted = names.get(path.split("/")[1], FILLED["day"])
    return "/".join(wanted if part.startswith("{") else part for part in path.split("/"))


def test_stored_words_are_shown_as_words_on_every_page(page):
    desk = page.app.state.desk
    for entry in hostile_entries(desk.known().facts.profile):
        desk.store.append(entry)
    told = dropped(page, [(f"{MARKUP}.fit", b"no recording")])
    paths = sorted({route.path for route in routes_of(page.app) if "GET" in route.methods})
    assert "/today" in paths
    for path in (one for one in paths if not one.startswith("/api/")):
        answer = page.get(told.url.path if path == "/import/{id_}" else filled(path, page))
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html"):
            assert answer.headers["x-content-type-options"] == "nosniff"
            continue
        for tag in ("<script>alert", "<img src=x"):
            assert tag not in answer.text, path


@pytest.mark.parametrize(
    "path",
    [f"/{MARKUP}", f"/exercises/{MARKUP}", f"/runs/{MARKUP}", f"/sign-in?to={MARKUP}", f"/today?x={MARKUP}"],
)
def test_what_was_asked_for_is_repeated_as_words_if_at_all(page_at, path):
    for page in (page_at(), page_at(passphrase="four words or so")):
        answer = page.get(path)
        assert answer.headers["content-type"].startswith("text/html")
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text


def test_the_api_gives_stored_words_as_json_that_no_browser_runs(page):
    desk = page.app.state.desk
    for entry in hostile_entries(desk.known().facts.profile):
        desk.store.append(entry)
    for path in ("today", "plan", "history", "progress", "entries"):
        answer = page.get(f"/api/v1/{path}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
    kept = page.get("/api/v1/entries").json()["entries"]
    assert [one["note"] for one in kept if one["tag"] == "pain-felt"] == [MARKUP]
