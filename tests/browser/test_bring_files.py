"""Files dropped on the page: what has gone, how far reading is, and in the end what was read, what was not and why."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from legday.model.runs import Sport
from sample_page import Served

START = datetime(2026, 11, 21, 7, tzinfo=UTC)
DROP = """(form, files) => {
  const carried = new DataTransfer();
  for (const [name, text] of files) carried.items.add(new File([text], name));
  for (const type of ["dragover", "drop"]) {
    form.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}"""
BROKEN = ("notes.fit", "no recording at all")


def gpx(start: datetime = START) -> str:
    """An hour to the north at three metres a second."""
    points = "".join(
        f'<trkpt lat="{47 + 0.000027 * second:.6f}" lon="13"><ele>400</ele><time>{start + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>'
        for second in range(0, 3600, 5)
    )
    return f'<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>'


@pytest.fixture
def welcome(served_new: Served) -> Iterator[Served]:
    """An empty home that reads in one process, so that the test ends with it."""
    served_new.app.state.imports.workers = 1
    yield served_new
    served_new.app.state.imports.wait()


def drop(page: Page, *files: tuple[str, str]) -> None:
    page.locator("form[data-bring]").evaluate(DROP, list(files))


def runs_in(served: Served) -> int:
    return len(served.store.recordings(sport=Sport.RUN))


def test_dropped_files_are_sent_read_and_told_of_without_a_reload(welcome, phone_page):
    seen: list[str] = []

    def saw(text: str) -> None:
        seen.append(text)

    phone_page.expose_function("legdaySaw", saw)
    phone_page.goto(f"{welcome.url}/welcome/runs")
    phone_page.locator("[data-under-way]").evaluate(
        "(one) => new MutationObserver(() => one.hidden || legdaySaw(one.innerText)).observe(one, { attributes: true })"
    )
    with welcome.app.state.imports.held_off():
        drop(phone_page, ("morning.gpx", gpx()), BROKEN)
        expect(phone_page.locator("h1")).to_have_text("Waiting to read")
        assert "sent" in "".join(seen)
        phone_page.evaluate("window.kept = true")
    expect(phone_page.locator("h1")).to_have_text("Read")
    expect(phone_page.locator("h1")).to_be_focused()
    expect(phone_page.locator(".numbers")).to_contain_text("1 new run")
    expect(phone_page.locator("#refused")).to_have_text("One file was not read, or not whole")
    expect(phone_page.locator(".lines")).to_contain_text("notes.fit")
    assert phone_page.evaluate("window.kept") is True
    assert phone_page.title() == "Read · legday"
    assert phone_page.locator("p.actions a.button").first.get_attribute("href") == "/welcome/week"
    assert runs_in(welcome) == 1


def test_files_that_are_chosen_go_the_same_way(welcome, desk_page, tmp_path):
    file = tmp_path / "evening.gpx"
    file.write_text(gpx())
    desk_page.goto(f"{welcome.url}/import")
    desk_page.set_input_files("#files", file)
    desk_page.click("form[data-bring] .actions button >> nth=0")
    expect(desk_page.locator("h1")).to_have_text("Read")
    assert runs_in(welcome) == 1


def test_a_folder_is_taken_with_what_lies_in_it_and_without_what_systems_hide_there(
    welcome, desk_page, tmp_path: Path
):
    for day in (0, 1):
        inner = tmp_path / "runs" / str(day)
        inner.mkdir(parents=True)
        (inner / "run.gpx").write_text(gpx(START - timedelta(days=day)))
        (inner / ".DS_Store").write_text("hidden")
    desk_page.goto(f"{welcome.url}/import")
    expect(desk_page.get_by_role("button", name="Choose a folder")).to_be_visible()
    desk_page.set_input_files("[data-folder]", tmp_path / "runs")
    expect(desk_page.locator("h1")).to_have_text("Read")
    expect(desk_page.locator("#refused")).to_have_count(0)
    assert runs_in(welcome) == 2


def test_nothing_chosen_is_said_beside_the_field(welcome, phone_page):
    phone_page.goto(f"{welcome.url}/import")
    phone_page.click("form[data-bring] .actions button >> nth=0")
    expect(phone_page.locator("[data-wrong]")).to_have_text("Please choose at least one file.")


def test_what_the_server_refuses_is_said_beside_the_field(welcome, phone_page):
    phone_page.goto(f"{welcome.url}/import")
    phone_page.locator("#start").evaluate("(one) => { one.type = 'text'; one.value = 'someday' }")
    drop(phone_page, ("morning.gpx", gpx()))
    expect(phone_page.locator("#start-wrong")).to_be_visible()
    expect(phone_page.locator("#start")).to_be_focused()
    drop(phone_page, ("morning.gpx", gpx()))
    expect(phone_page.locator("h1")).to_have_text("Read")


def test_an_upload_that_breaks_off_is_said_and_can_be_tried_again(welcome, phone_page):
    phone_page.goto(f"{welcome.url}/import")
    phone_page.context.set_offline(True)
    drop(phone_page, ("morning.gpx", gpx()))
    expect(phone_page.locator("[data-wrong]")).to_contain_text("The upload broke off")
    phone_page.context.set_offline(False)
    drop(phone_page, ("morning.gpx", gpx()))
    expect(phone_page.locator("h1")).to_have_text("Read")
    assert runs_in(welcome) == 1


def test_an_upload_can_be_stopped(welcome, phone: BrowserContext, phone_page):
    phone_page.goto(f"{welcome.url}/import")
    line = phone.new_cdp_session(phone_page)
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 20_000},
    )
    drop(phone_page, ("morning.gpx", gpx() + " " * 2_000_000))
    expect(phone_page.locator("[data-under-way]")).to_be_visible()
    phone_page.click("[data-stop]")
    expect(phone_page.locator("[data-wrong]")).to_contain_text("You stopped it")
    assert runs_in(welcome) == 0


def test_without_script_the_form_is_sent_and_the_page_looks_again_by_itself(welcome, new_context, tmp_path):
    file = tmp_path / "run.gpx"
    file.write_text(gpx())
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{welcome.url}/import")
    page.set_input_files("#files", file)
    with welcome.app.state.imports.held_off():
        page.click("form[data-bring] .actions button >> nth=0")
        expect(page.locator("h1")).to_have_text("Waiting to read")
    expect(page.locator("h1")).to_have_text("Read")
    assert runs_in(welcome) == 1
