"""The page History: what was said, in the words of the page, and never in those of the terminal."""

import html
import re
from datetime import date, datetime, time

import pytest

from legday.catalogue.languages import in_language
from legday.catalogue.reader import read_catalogue
from legday.model.lines import (
    AwayLine,
    ClearedLine,
    ExtraLine,
    IllLine,
    JournalLine,
    KindLine,
    MoveLine,
    PainLine,
    RedFlagLine,
    SessionLine,
    SetsLine,
    SkipLine,
    SleptLine,
    SoreLine,
    SwapLine,
    WeighLine,
)
from legday.model.pain_words import Behaviour
from legday.model.runner import Units
from legday.model.runs import RunKind
from legday.web.amounts import Amounts
from legday.web.said import Told
from legday.web.wording import wordings

DAY = date(2026, 11, 24)


def told(line: JournalLine, language: str = "de", units: Units = Units.METRIC) -> str:
    words = wordings()[language]
    return Told(words, Amounts(words, units), in_language(read_catalogue(), language)).line(line)


@pytest.mark.parametrize(
    ("line", "german"),
    [
        (
            SessionLine(day=DAY, menu="A", at=time(18), minutes=45, effort=6, note="gut"),
            "Beineinheit A · 18:00 · 45 min · Anstrengung 6 von 10 · „gut“",
        ),
        (
            SetsLine(day=DAY, exercise="squat", sets=2, reps=10, weight_g=12_500, rir=3),
            "Kniebeuge 2 × 10 · 12,5 kg · 3 in Reserve",
        ),
        (
            SetsLine(day=DAY, exercise="squat", sets=2, reps=10, each=(10, 8), weight_g=0, warm_up=True),
            "Kniebeuge 2 × 10, 8 · Körpergewicht · leichter Satz",
        ),
        (
            PainLine(
                day=DAY,
                place="achilles",
                side="left",
                score=3,
                when="next-morning",
                behaviour=frozenset({Behaviour.WARMS_UP}),
            ),
            "Achillessehne, links: Schmerz 3 von 10 · Am nächsten Morgen · Lässt beim Warmwerden nach",
        ),
        (SoreLine(day=DAY, score=4, limp=True), "Muskelkater 4 von 10, hinkend"),
        (SleptLine(day=DAY, minutes=365, readiness=2), "6:05 h geschlafen · bereit 2 von 5"),
        (
            IllLine(day=DAY, last=date(2026, 11, 26), fever=True),
            "Krank mit Fieber · bis Donnerstag, 26. November",
        ),
        (
            AwayLine(day=DAY, last=date(2026, 11, 26), openings=(), note="Rom"),
            "bis Donnerstag, 26. November · keine Beineinheiten · „Rom“",
        ),
        (WeighLine(day=DAY, grams=62_500), "62,5 kg"),
        (ClearedLine(day=DAY, what="achilles"), "Achillessehne"),
        (SkipLine(day=DAY, menu="A", note="Arbeit"), "Einheit ausgelassen: Arbeit"),
        (
            MoveLine(day=DAY, at=time(18), to=datetime(2026, 11, 25, 7), minutes=40),
            "Di 24. Nov. 18:00 → Mi 25. Nov. 07:00",
        ),
        (ExtraLine(day=DAY, at=time(18), minutes=30), "Eine Einheit mehr: Di 24. Nov. 18:00"),
        (SwapLine(day=DAY, was="squat", now="lunge"), "Ausfallschritt statt Kniebeuge"),
        (KindLine(day=DAY, kind=RunKind.EASY, start=time(7, 30)), "Di 24. Nov. 07:30: Lockerer Lauf"),
    ],
)
def test_each_kind_of_line_reads_in_german(line, german):
    assert told(line) == german


def test_a_red_flag_is_called_by_its_name():
    flag = next(iter(read_catalogue().red_flags))
    assert read_catalogue().red_flags[flag].name in told(RedFlagLine(day=DAY, flag=flag), "en")


def test_pounds_where_the_runner_lifts_pounds():
    line = SetsLine(day=DAY, exercise="squat", sets=1, reps=5, weight_g=11_340)
    assert told(line, "en", Units.IMPERIAL) == "Squat 1 × 5 · 25 lb"


def test_what_was_said_is_shown_in_words_and_notes_are_escaped(page):
    page.post("/body/hurt", data={"place": "achilles", "side": "left", "score": "3", "note": "<b>run</b>"})
    text = page.get("/history").text
    assert "<b>run</b>" not in text
    said = [html.unescape(one) for one in re.findall(r'<span class="said">(.*?)</span>', text)]
    assert any(
        one.startswith("Achilles tendon, left: pain 3 of 10") and "“<b>run</b>”" in one for one in said
    )
    assert "3/10" not in text
