"""Every page there is, by a name: where it is, and a home over which it shows all that it can show."""

import re
from collections.abc import Mapping
from typing import Any

from legday.model.answers import Section
from legday.model.runs import Sport
from sample_page import Served
from web_files import dropped
from webpage import Browser

SESSION = "2026-11-24T18:00"
DAY = "2026-11-24"

MORNING: Mapping[str, str] = {
    "today": "/today",
    "plan": "/plan",
    "day": f"/plan/day/{DAY}",
    "day-free": "/plan/day/2026-11-25",
    "day-far": "/plan/day/2031-01-01",
    "week": "/plan/week/2026-11-23",
    "week-far": "/plan/week/2031-01-06",
    "session": f"/session/{SESSION}",
    "session-coming": "/session/{coming}",
    "session-none": "/session/2026-12-24T03:00",
    "swap": f"/session/{SESSION}/swap/{{exercise}}",
    "body": "/body",
    "legs": "/legs",
    "runs": "/runs",
    "run": "/runs/{run}",
    "exercises": "/exercises",
    "exercise": "/exercises/squat",
    "rules": "/rules",
    "rule": "/rules/leg-spacing",
    "rule-tried": "/rules/muscle-band?number=least&value=5",
    "more": "/more",
    "profile": "/profile",
    **{f"profile-{section.value}": f"/profile/{section.value}" for section in Section},
    "profile-saved": "/profile/saved/gear/{saved}",
    "import": "/import",
    "imported": "/import/{import}",
    "history": "/history",
    "help": "/help",
    "help-page": "/help/pain",
    "news": "/news",
    "delete": "/more/delete",
    "deleted": "/more/deleted",
    "restore": "/more/restore",
    "restored": "/more/restored",
    **{
        f"welcome-{step}": f"/welcome/{step}"
        for step in ("you", "runs", "week", "openings", "gear", "safety", "race", "plan")
    },
    "missing": "/no-such-page",
    "exercise-missing": "/exercises/no-such",
    "run-missing": "/runs/no-such",
    "rule-missing": "/rules/no-such",
}
"""Over the sample home in the morning, with pain told yesterday, another week's session moved, and files that were not all read."""

EVENING: Mapping[str, str] = {
    "today-after": "/today",
    "session-done": f"/session/{SESSION}",
    "body-after": "/body",
    "plan-after": "/plan",
    "day-after": f"/plan/day/{DAY}",
    "legs-after": "/legs",
    "history-after": "/history",
    "rule-after": "/rules/muscle-band",
}
"""Over a home in which much was said today: the session done, pain, a sign that stops everything, sleep, illness, an own number."""

NEW: Mapping[str, str] = {"welcome": "/welcome", "welcome-you-new": "/welcome/you"}
"""Over a home in which nothing was ever said."""

GUARDED: Mapping[str, str] = {"sign-in": "/sign-in"}
"""Behind a passphrase, for someone who is not signed in."""


HOMES: Mapping[str, Mapping[str, str]] = {
    "in_the_morning": MORNING,
    "in_the_evening": EVENING,
    "before_anything": NEW,
    "behind_a_passphrase": GUARDED,
}
"""The fixtures that serve each home, with its pages."""

ALIKE = frozenset(
    {
        "day-far",
        "week-far",
        "session-none",
        "exercise-missing",
        "run-missing",
        "rule-missing",
        "restored",
        "imported",
    }
)
"""Pages without a picture: they look as another one does, or tell how long something took."""

PICTURED = [(home, name) for home, pages in HOMES.items() for name in pages if name not in ALIKE]


def morning(served: Served) -> dict[str, str]:
    """Says what the pages of the morning show, and gives the path of each."""
    browser = _browser(served)
    known = served.app.state.desk.known()
    _sent(browser, "/body/hurt", place="achilles", score="4", side="left", day="2026-11-23")
    coming = next(one for one in known.plan.sessions if one.start.date().isoformat() > DAY)
    places = {
        "coming": coming.start.isoformat(timespec="minutes"),
        "exercise": known.plan.sessions[0].exercises[0].exercise,
        "run": served.store.recordings(sport=Sport.RUN)[-1][0].id,
        "saved": _sent(browser, "/profile/gear", dumbbells="5 7,5 10 12,5").url.path.rpartition("/")[2],
        "import": dropped(browser, [("Läufe/kaputt.fit", b"no recording"), ("notes.pdf", b"%PDF")]).url.path[
            8:
        ],
    }
    return {name: path.format(**places) for name, path in MORNING.items()}


def evening(served: Served) -> dict[str, str]:
    """Says what the pages of the evening show, and gives the path of each."""
    browser = _browser(served)
    _sent(browser, "/body/sore", sore="4")
    _sent(browser, "/body/slept", asleep="6", ready="3")
    _sent(browser, f"/session/{SESSION}", effort="6", minutes="38", note="Felt strong.")
    _sent(browser, "/body/hurt", place="front-knee", score="6", side="right")
    _sent(browser, "/rules/muscle-band", number="least", value="5")
    _sent(browser, "/body/ill", fever="yes")
    _sent(browser, "/body/flag", flag=min(served.app.state.desk.known().facts.catalogue.red_flags))
    return dict(EVENING)


def _browser(served: Served) -> Browser:
    return Browser(served.app, base_url=served.url)


def _sent(browser: Browser, path: str, **said: str) -> Any:
    answer = browser.post(path, data=said)
    assert answer.status_code == 200, (path, re.sub(r"<[^>]+>|\s+", " ", answer.text)[:500])
    return answer
