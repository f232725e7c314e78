"""The page Legs says what the report of progress says, as pictures and as tables."""

import re
import shutil
from datetime import UTC, date, datetime
from html import unescape
from itertools import count
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest

from legday.actions.journal_text import Ground, entries_from
from legday.actions.progress import held_g, progress
from legday.actions.stamp import Stamp
from legday.actions.state import facts
from legday.catalogue.reader import read_catalogue
from legday.model.ids import new_id
from legday.model.muscles import BANDED, Muscle
from legday.model.quantities import weight_text
from legday.reading.notation import read_journal_text
from legday.store import open_store
from legday.web import create_app
from webpage import INLINE, Browser

LOGGED = """\
2026-11-03 session 18:00 40 min effort 6/10
2026-11-03 squat 3x5 60 kg rir 2
2026-11-03 split-squat 1x3 20 kg rir 0 left
2026-11-03 split-squat 1x8 20 kg rir 2 right
2026-11-03 calf-raise 3x15 20 kg rir 3
2026-11-03 side-plank 2x30 s
2026-11-10 session 18:00 40 min effort 7/10
2026-11-10 squat 3x5 62.5 kg rir 2
2026-11-10 split-squat 1x3 20 kg rir 0 left
2026-11-10 split-squat 1x8 22.5 kg rir 2 right
2026-11-17 session 18:00 45 min
2026-11-17 squat 3x5 67.5 kg rir 2
2026-11-20 extra session 09:00 30 min
2026-11-20 pogo 3x10
"""


@pytest.fixture(scope="module")
def _lifted(sample_home, tmp_path_factory):
    home = shutil.copytree(sample_home, tmp_path_factory.mktemp("lifted") / "home")
    at, numbers = datetime(2026, 11, 24, 6, tzinfo=UTC), count(1)

    def stamp() -> Stamp:
        return Stamp(new_id(at, next(numbers).to_bytes(10, "big")), at)

    ground = Ground(catalogue=read_catalogue(), zone=ZoneInfo("Europe/Ljubljana"), planned=(), begun={})
    lines = read_journal_text(LOGGED, file="log", earliest=date(2026, 1, 1))
    with open_store(home) as store:
        store.append_all(entries_from(lines, ground, stamps=stamp).entries)
    return home


@pytest.fixture
def lifted(_lifted, tmp_path, clock):
    """The page and its desk, over a runner with four logged sessions."""
    home = shutil.copytree(_lifted, tmp_path / "home")
    with open_store(home) as store:
        app = create_app(store, read_catalogue(), clock=clock)
        yield Browser(app, base_url="http://127.0.0.1:8017"), app.state.desk


def table(text: str, title: str) -> list[list[str]]:
    """The rows of the table with this caption."""
    (body,) = re.findall(rf"<caption>{re.escape(title)}</caption>.*?<tbody>(.*?)</tbody>", text, re.DOTALL)
    return [
        [unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    ]


def pictures(text: str) -> dict[str, ET.Element]:
    """Each picture by its title."""
    drawn = [ET.fromstring(svg) for svg in re.findall(r'<svg role="img".*?</svg>', text, re.DOTALL)]
    return {one.findtext("title") or "": one for one in drawn}


def test_each_lift_is_told_with_its_band_in_the_runner_s_units(lifted):
    page, desk = lifted
    text = page.get("/legs").text
    known = desk.known()
    lift = next(one for one in known.progress.lifts if one.exercise == "squat")
    exercise, mass = known.facts.catalogue.exercises["squat"], known.facts.profile.body_mass_g
    rows = table(text, "Squat: strength over time")
    told = [
        [
            weight_text(held_g(grams, exercise, mass), known.facts.profile.units)
            for grams in (one.low_g, one.grams, one.high_g)
        ]
        for one in (*lift.past, lift.estimate)
    ]
    assert [row[1:] for row in rows] == told
    assert [row[0] for row in rows] == ["3 Nov", "10 Nov", "17 Nov", "24 Nov"]
    assert f"<strong>{told[-1][1]}</strong>" in text


def test_lifts_without_a_number_say_why_and_no_command_is_shown(lifted):
    text = lifted[0].get("/legs").text
    assert "No number for Pogo hop, Side plank: jumps and holds say nothing in kilograms." in text
    assert "No number for Calf raise: sets longer than 10 repetitions to failure" in text
    assert "legday log" not in text


def test_the_body_and_its_list_hold_the_sets_of_the_week_asked_for(lifted):
    page, desk = lifted
    text = page.get("/legs?week=2026-11-03&show=done").text
    week = next(one for one in desk.known().progress.weeks if f"{one.start}" == "2026-11-02")
    sets = {muscle: week.done.quarter_sets.get(muscle, 0) / 4 for muscle in Muscle}
    rows = table(text, "Sets for each muscle")
    assert [float(sum_) for _, sum_ in rows] == list(sets.values())
    numbers = [
        float((one.text or "").strip("▾▴"))
        for one in pictures(text)["Sets for each muscle"].iter("text")
        if one.get("class") == "number"
    ]
    assert sorted(numbers) == sorted(sets.values())
    assert "Week of 2 Nov" in text


def test_a_week_ahead_shows_what_is_planned(lifted):
    page, desk = lifted
    text = page.get("/legs?week=2026-11-30").text
    week = next(one for one in desk.known().progress.weeks if f"{one.start}" == "2026-11-30")
    planned = [float(sum_) for _, sum_ in table(text, "Sets for each muscle")]
    assert planned == [week.planned.quarter_sets.get(muscle, 0) / 4 for muscle in Muscle]
    assert any(planned)


def test_weeks_of_each_muscle_are_those_of_the_report(lifted):
    page, desk = lifted
    text = page.get("/legs").text
    weeks = {one.start: one for one in desk.known().progress.weeks}
    for muscle, name in zip(
        BANDED,
        ("Quadriceps", "Hamstrings", "Large glute", "Side glute", "Upper calf", "Lower calf"),
        strict=True,
    ):
        rows = table(text, f"{name}: sets a week")
        shown = [weeks[start] for start in sorted(weeks)][-len(weeks) :]
        begun = next(n for n, one in enumerate(shown) if one.done.sessions or one.planned.sessions)
        told = shown[begun : begun + len(rows)]
        assert [float(row[2]) for row in rows] == [
            one.planned.quarter_sets.get(muscle, 0) / 4 for one in told
        ]
        past = [
            one.done.quarter_sets.get(muscle, 0) / 4 for one in told if one.start <= desk.known().facts.today
        ]
        assert [float(row[1]) for row in rows if row[1] != "–"] == past


def test_jumps_are_counted_by_week(lifted):
    rows = table(lifted[0].get("/legs").text, "Foot contacts a week")
    assert ["16 Nov", "30", "0"] in rows


def test_balances_say_what_the_report_says(lifted):
    page, desk = lifted
    text = page.get("/legs?week=2026-11-02&show=done").text
    week = next(one for one in desk.known().progress.weeks if f"{one.start}" == "2026-11-02")
    assert f"{week.done.posterior_anterior / 100:.1f}".removesuffix(".0") + " to 1" in text
    side = next(one for one in desk.known().progress.sides if one.exercise == "split-squat")
    assert side.flagged
    rows = table(text, "Split squat: left and right")
    assert [row[1] for row in rows] == [f"{one.percent} %" for one in side.sessions]
    assert "begin with the weaker leg" in text


def test_loads_are_those_of_the_report(lifted):
    page, desk = lifted
    report = desk.known().progress
    rows = table(page.get("/legs").text, "Effort × minutes")
    last = report.days[-1]
    assert len(rows) == min(84, len(report.days))
    assert [round(float(cell.replace(",", ""))) for cell in rows[-1][1:]] == [
        last.runs,
        last.lifts,
        round(last.short),
        round(last.long),
    ]


def test_before_the_first_log_the_page_says_how_numbers_come(page):
    text = page.get("/legs").text
    assert "Nothing is logged yet" in text
    assert 'href="/today"' in text
    assert "Left against right shows once you log" in text


@pytest.mark.parametrize("week", ["", "never", "2026-13-45", "0001-01-01", "9999-12-31", "2031-01-01"])
def test_a_week_that_is_not_there_is_this_one(lifted, week):
    answer = lifted[0].get("/legs", params={"week": week})
    assert answer.status_code == 200
    assert "This week" in answer.text


def test_the_page_speaks_german(lifted):
    text = lifted[0].get("/legs", headers={"accept-language": "de"}).text
    assert '<html lang="de"' in text
    assert "Sätze je Muskel" in text
    assert re.search(r"<strong>\d+(,5)? kg</strong> zwischen", text)
    assert "Kniebeuge: Kraft über die Zeit" in text
    assert "Squat" not in text


def test_the_same_is_told_as_by_the_action(lifted):
    _, desk = lifted
    store = desk.store
    known = facts(store, desk.catalogue, today=desk.today(), weeks=16)
    assert progress(known, desk.known().plan, store.entries(), weeks=8) == desk.known().progress


def test_nothing_on_the_page_needs_a_style_or_a_script(lifted):
    text = lifted[0].get("/legs").text
    assert not INLINE.search(text)
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
