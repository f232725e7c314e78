"""The pages of runs: months, kinds, weeks, one run; and a correction that sticks."""

import re
import shutil
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.journal import ProfileSet
from legday.model.runner import Units
from legday.model.runs import RunKind, Sport
from legday.store import open_store
from legday.web import create_app
from legday.web.drawn.zoomed_run import MOST_PLACES
from webpage import INLINE, Browser

NASTY = '<script>alert("x")</script>{{ 7*7 }}'


@pytest.fixture
def ground(sample_home, tmp_path, clock):
    """The page with its desk, and the home it is over."""
    home = shutil.copytree(sample_home, tmp_path / "home")
    with open_store(home) as store:
        app = create_app(store, read_catalogue(), clock=clock)
        yield Browser(app, base_url="http://127.0.0.1:8017"), app.state.desk, home


def listed(text: str) -> list[str]:
    return re.findall(r'href="/runs/([0-9a-f]+-\d)"', text)


def rows(text: str, title: str) -> list[list[str]]:
    (body,) = re.findall(rf"<caption>{re.escape(title)}</caption>.*?<tbody>(.*?)</tbody>", text, re.DOTALL)
    return [
        [unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    ]


def known_runs(desk) -> list:
    return list(desk.known().facts.state.runs)


def test_the_newest_months_are_listed_and_earlier_ones_follow(ground):
    page, desk, _ = ground
    runs = [run.recording.id for run in reversed(known_runs(desk))]
    text = page.get("/runs").text
    first = listed(text)
    assert first == runs[: len(first)]
    (earlier,) = re.findall(r'rel="next" href="(.*?)"', text) or [""]
    rest = listed(page.get(unescape(earlier)).text) if earlier else []
    assert [*first, *rest] == runs


def test_one_kind_is_listed_by_a_plain_link(ground):
    page, desk, _ = ground
    text = page.get("/runs").text
    assert 'href="/runs?kind=long#list"' in text
    wanted = [run.recording.id for run in reversed(known_runs(desk)) if run.kind is RunKind.LONG]
    assert listed(page.get("/runs?kind=long").text) == wanted
    assert 'class="kind kind-long"' in text


@pytest.mark.parametrize(
    "query", ["kind=walk", "before=never", "before=0001-01-01", "before=9999-12-31", "kind=race&before=x"]
)
def test_what_the_address_asks_for_and_is_none_is_no_trouble(page, query):
    assert page.get(f"/runs?{query}").status_code == 200


def test_weeks_are_those_of_the_recorded_runs(ground):
    page, desk, _ = ground
    text = page.get("/runs").text
    week = [run for run in known_runs(desk) if f"{run.day}" >= "2026-11-16" and f"{run.day}" <= "2026-11-22"]
    km = sum(run.recording.metres for run in week) / 1000
    minutes = sum(run.minutes for run in week)
    assert ["16 Nov", f"{km:.1f}"] in rows(text, "Distance a week (km)")
    assert ["16 Nov", str(minutes), "0"] in rows(text, "Minutes a week")
    longest = max(run.recording.metres for run in week) / 1000
    (row,) = [one for one in rows(text, "Longest run (km)") if one[0] == "16 Nov"]
    assert row[1] == f"{longest:.1f}".removesuffix(".0")
    assert float(row[2]) > 0


def test_a_run_shows_its_numbers_its_reason_its_way_and_its_cost(ground):
    page, desk, _ = ground
    run = next(one for one in reversed(known_runs(desk)) if one.kind is RunKind.LONG)
    text = unescape(page.get(f"/runs/{run.recording.id}").text)
    assert f"<dd>{run.recording.metres / 1000:.1f} km</dd>".replace(".0 km", " km") in text
    assert run.why[0] in text
    assert f"<dd>{run.hardness} of 100</dd>" in text
    splits = rows(text, "Along the way")
    assert len(splits) == -(-run.recording.metres // 1000)
    cost = dict(rows(text, "What it cost your legs"))
    assert cost["Lower calf"] == f"{max(run.cost.values())}"
    points = re.findall(r'<path d="(M[^"]+)" class="line"', text)
    assert points
    assert all(one.count("L") < 400 for one in points)


def test_the_way_of_a_run_comes_thinned_and_in_the_units_of_the_runner(ground, clock):
    page, desk, _ = ground
    run = known_runs(desk)[-1].recording
    told = page.get(f"/runs/{run.id}/along").json()
    assert 100 < len(told["at"]) <= MOST_PLACES
    assert told["at"] == sorted(told["at"])
    assert told["at"][-1] == pytest.approx(run.metres / 1000, rel=0.01)
    assert {len(values) for values in told.values()} == {len(told["at"])}
    profile = desk.known().facts.profile
    stamp = clock.new_stamp()
    desk.store.append(ProfileSet(id=stamp.id, at=stamp.at, profile=replace(profile, units=Units.IMPERIAL)))
    in_miles = page.get(f"/runs/{run.id}/along").json()
    assert in_miles["at"][-1] == pytest.approx(told["at"][-1] / 1.609344, rel=0.001)
    known = next(place for place, pace in enumerate(told["pace"]) if pace)
    assert in_miles["pace"][known] == pytest.approx(told["pace"][known] * 1.609344, abs=2)
    assert in_miles["height"] == [
        one if one is None else pytest.approx(one / 0.3048, abs=0.25) for one in told["height"]
    ]


def test_of_a_run_without_samples_nothing_is_drawn(ground):
    page, desk, _ = ground
    start = desk.store.recordings(sport=Sport.RUN)[-1][0].start - timedelta(hours=5)
    name = with_run(desk, start=start)
    assert page.get(f"/runs/{name}/along").json() == {"at": []}
    text = page.get(f"/runs/{name}").text
    assert "data-along" not in text
    assert "built/run.js" not in text


def test_the_way_of_a_run_that_is_not_there_is_not_found(page):
    assert page.get("/runs/0000000000000000-0/along").status_code == 404


def test_a_correction_changes_the_facts_of_the_plan_and_survives(ground, clock):
    page, desk, home = ground
    run = next(one for one in reversed(known_runs(desk)) if one.kind is RunKind.EASY)
    where = f"/runs/{run.recording.id}"
    answer = page.post(f"{where}/kind", data={"kind": "quality"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{where}?kept=1")
    text = page.get(answer.headers["location"]).text
    assert "You said so." in text
    assert 'value="quality" checked' in text

    def kind_in(facts) -> RunKind:
        return next(one.kind for one in facts.state.runs if one.recording.id == run.recording.id)

    assert kind_in(desk.known().facts) is RunKind.QUALITY
    assert kind_in(desk.facts_from_now()) is RunKind.QUALITY
    with open_store(home) as again:
        later = Browser(create_app(again, read_catalogue(), clock=clock), base_url="http://127.0.0.1:8017")
        assert 'value="quality" checked' in later.get(where).text
        assert run.recording.id in listed(later.get("/runs?kind=quality").text)


@pytest.mark.parametrize("kind", ["", "walk", "EASY", NASTY])
def test_what_is_no_kind_is_refused_beside_the_field_and_nothing_is_kept(ground, kind):
    page, desk, _ = ground
    run = known_runs(desk)[-1]
    before = len(desk.store.entries())
    answer = page.post(f"/runs/{run.recording.id}/kind", data={"kind": kind})
    assert answer.status_code == 422
    assert 'aria-describedby="kind-hint kind-refused"' in answer.text
    assert 'role="alert"' in answer.text
    assert f'value="{run.kind.value}" checked' in answer.text
    assert len(desk.store.entries()) == before


def test_a_run_that_is_not_there_is_not_found(page):
    assert page.get("/runs/0000000000000000-0").status_code == 404
    assert page.post("/runs/0000000000000000-0/kind", data={"kind": "easy"}).status_code == 404


def with_run(desk, **facts) -> str:
    """One more run in the store: the newest, with other facts and without samples."""
    recording, digest = desk.store.recordings(sport=Sport.RUN)[-1]
    other = replace(recording, **{"sha256": "e" * 64, **facts})
    desk.store.import_file(sha256="e" * 64, file="more.fit", recordings=[(other, None, digest)])
    return other.id


def test_words_of_a_file_are_shown_as_they_are(ground):
    page, desk, _ = ground
    start = desk.store.recordings(sport=Sport.RUN)[-1][0].start - timedelta(hours=5)
    name = with_run(desk, title=NASTY, file=NASTY, start=start, repairs=(NASTY,))
    for path in ("/runs", f"/runs/{name}"):
        text = page.get(path).text
        assert "<script>alert" not in text
        assert "{{ 7*7 }}" in text


def test_a_run_of_which_next_to_nothing_is_known_is_shown(ground):
    page, desk, _ = ground
    start = desk.store.recordings(sport=Sport.RUN)[-1][0].start - timedelta(hours=5)
    name = with_run(
        desk, title="", start=start, metres=None, moving_s=0, elapsed_s=0, mean_heart_rate=None, ascent_m=None
    )
    text = page.get(f"/runs/{name}").text
    assert "no samples to draw" in text
    assert "<h1>" in text


def test_a_run_of_ten_years_ago_is_listed_shown_and_corrected(ground):
    page, desk, _ = ground
    start = desk.store.recordings(sport=Sport.RUN)[-1][0].start - timedelta(days=3650)
    name = with_run(desk, start=start)
    assert name in listed(page.get("/runs?before=2017-01-01").text)
    page.post(f"/runs/{name}/kind", data={"kind": "race"})
    assert 'value="race" checked' in page.get(f"/runs/{name}").text


def test_runs_are_told_in_german(ground):
    page, desk, _ = ground
    run = known_runs(desk)[-1]
    german = {"accept-language": "de"}
    text = page.get("/runs", headers=german).text
    assert "November 2026" in text
    assert re.search(r"\d+,\d km", text)
    assert "Was er deine Beine kostete" in page.get(f"/runs/{run.recording.id}", headers=german).text


def test_nothing_on_the_pages_needs_a_style_or_a_script(ground):
    page, desk, _ = ground
    for path in ("/runs", f"/runs/{known_runs(desk)[-1].recording.id}"):
        text = page.get(path).text
        assert not INLINE.search(text)
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids))
