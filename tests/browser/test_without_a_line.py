"""A session in the basement: done without a line, through reloads, closed tabs and dead browsers, and there once when the line is back."""

import json
import shutil
import subprocess
import time
from collections import Counter
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

from legday.model.happened import PainFelt, SessionDone, SessionSkipped, SetDone, SorenessFelt
from legday.model.standing_entries import standing_entries
from legday.web import shell

WAIT_MS = 60_000
START = "2026-11-24T18:00"
PLAYER = f"/session/{START}/do"
KEPT_PAGES = "caches.keys().then(names => Promise.all(names.filter(n => n.startsWith('pages-')).map(n => caches.open(n).then(c => c.match('/offline.json'))))).then(all => all.some(Boolean))"


def until(page: Page, promise: str) -> None:
    """Waits in the page until a promise gives something true."""
    page.evaluate(
        f"""async () => {{
          const end = performance.now() + {WAIT_MS};
          while (!(await ({promise}))) {{
            if (performance.now() > end) throw new Error('waited in vain');
            await new Promise(done => setTimeout(done, 50));
          }}
        }}"""
    )


def shown(page: Page, screen: str):
    return page.locator(f"[data-screen={screen}]")


def tap(page: Page, what: str) -> None:
    page.locator(f"[data-do={what}]:visible").first.click()


def opened(page: Page, url: str) -> None:
    """The player, begun, with warm-up and lighter sets left out."""
    page.goto(f"{url}{PLAYER}")
    expect(page.locator("#player")).to_be_visible()
    tap(page, "start")
    tap(page, "leave-drills")
    for _ in range(
        page.evaluate("JSON.parse(document.getElementById('session').textContent).rehearsals.length")
    ):
        onward(page, "next-rehearsal")
    expect(shown(page, "set")).to_be_visible()


def onward(page: Page, what: str) -> None:
    """A tap, and what it was for has been kept."""
    page.locator(f"[data-do={what}]:visible").first.wait_for()
    before = page.locator("#progress").evaluate("one => one.value")
    tap(page, what)
    until(page, f"document.getElementById('progress').value > {before}")


def do_sets(page: Page, most: int = 100) -> int:
    """Done as planned, set after set, without resting; how many."""
    for done in range(most):
        page.locator("[data-screen=set], [data-screen=rest], [data-screen=drill], [data-screen=end]").locator(
            "visible=true"
        ).wait_for()
        if shown(page, "rest").is_visible():
            tap(page, "rest-over")
            expect(shown(page, "rest")).to_be_hidden()
        if not shown(page, "set").is_visible():
            return done
        onward(page, "done")
    return most


def finish(page: Page, effort: int = 6) -> None:
    if shown(page, "rest").is_visible():
        tap(page, "rest-over")
    if shown(page, "drill").is_visible():
        tap(page, "leave-drills")
    page.locator(f"#effort-{effort}").check()
    page.locator("#minutes").fill("31")
    page.locator("form[data-end] button").click()
    expect(shown(page, "over")).to_be_visible()


def keeping(page: Page) -> None:
    """Waits until the worker has brought the pages of the next days."""
    until(page, "navigator.serviceWorker.controller !== null")
    until(page, KEPT_PAGES)


WHERE = """async () => {
  const open = indexedDB.open('legday');
  const database = await new Promise(done => { open.onsuccess = () => done(open.result); });
  const ask = database.transaction('entries').objectStore('entries').getAll();
  const all = await new Promise(done => { ask.onsuccess = () => done(ask.result); });
  database.close();
  return all.filter(one => one.where !== 'there').map(one => [one.where, one.why ?? '', one.entry.tag]);
}"""


def all_sent(page: Page) -> None:
    """Waits until the server has all that the phone kept, and has refused nothing."""
    until(page, f"({WHERE})().then(left => left.every(one => one[0] !== 'here'))")
    assert page.evaluate(WHERE) == []


def standing(served, kind):
    return [one for one in standing_entries(served.store.entries()) if isinstance(one, kind)]


def each_once(served, sets: int):
    """The one session of the journal: every set once, all of the same session."""
    done, wholes = standing(served, SetDone), standing(served, SessionDone)
    assert len(done) == sets
    assert max(Counter(one.id for one in served.store.entries()).values()) == 1
    assert {one.session for one in (*done, *wholes)} == {done[0].session}
    assert len(wholes) == 1, served.store.entries()[-3:]
    (whole,) = wholes
    assert (whole.effort, whole.minutes, f"{whole.planned:%Y-%m-%dT%H:%M}") == (6, 31, START)
    return done


def asked(served):
    known = served.app.state.desk.known()
    (session,) = [one for one in known.plan.sessions if f"{one.start:%Y-%m-%dT%H:%M}" == START]
    return session.exercises


def test_a_whole_session_is_the_entries_that_the_terminal_would_write(served, phone_page):
    lines = asked(served)
    opened(phone_page, served.url)
    do_sets(phone_page)
    finish(phone_page)
    all_sent(phone_page)
    done = each_once(served, sum(line.sets for line in lines))
    assert [(one.done.exercise, one.done.reps, one.done.weight_g, one.done.rir) for one in done] == [
        (line.exercise, line.target, line.weight_g, line.rir) for line in lines for _ in range(line.sets)
    ]
    assert all(one.prescribed == lines for one in done)
    assert {one.at.utcoffset() for one in done} == {done[0].at.utcoffset()}
    expect(phone_page.locator("[data-grown] li").first).to_be_visible()


def test_changing_repetitions_weight_and_reserve_takes_two_taps_each(served, phone_page):
    opened(phone_page, served.url)
    for what, choice in (("reps", "8"), ("rir", "2")):
        phone_page.locator(f"[data-what={what}]").click()
        phone_page.locator("#choose").get_by_role("button", name=choice, exact=True).click()
    phone_page.locator("[data-what=weight]").click()
    phone_page.locator("#choose button[aria-pressed=true] + button").click()
    tap(phone_page, "done")
    expect(shown(phone_page, "rest")).to_be_visible()
    all_sent(phone_page)
    (done,) = standing(served, SetDone)
    assert (done.done.reps, done.done.rir) == (8, 2)
    assert done.done.weight_g > done.prescribed[0].weight_g


def test_a_session_goes_on_without_a_line_through_a_reload_and_a_closed_tab(served, phone):
    page = phone.new_page()
    page.goto(f"{served.url}/today")
    keeping(page)
    opened(page, served.url)
    do_sets(page, 2)
    all_sent(page)
    phone.set_offline(True)
    do_sets(page, 2)
    expect(page.locator("#line")).to_contain_text("saved here")
    page.reload()
    expect(page.locator("#kept")).to_contain_text("No line")
    do_sets(page, 1)
    page.close()
    page = phone.new_page()
    page.goto(f"{served.url}{PLAYER}")
    do_sets(page)
    finish(page)
    expect(shown(page, "over")).to_contain_text("Saved here")
    assert len(standing(served, SetDone)) == 2
    phone.set_offline(False)
    all_sent(page)
    expect(shown(page, "over")).to_contain_text("Saved there")
    each_once(served, sum(line.sets for line in asked_before(served)))


def asked_before(served):
    return standing(served, SetDone)[0].prescribed


def connected(browser_type, port: str) -> Browser:
    """A browser over CDP; one that is still busy with its start is asked once more."""
    try:
        return browser_type.connect_over_cdp(f"http://127.0.0.1:{port}", timeout=15_000)
    except TookTooLong:
        return browser_type.connect_over_cdp(f"http://127.0.0.1:{port}")


@contextmanager
def killable(path: str, folder, browser_type):
    """A browser of its own process, to be killed; its context over CDP."""
    port_file = folder / "DevToolsActivePort"
    port_file.unlink(missing_ok=True)
    process = subprocess.Popen(
        [
            path,
            f"--user-data-dir={folder}",
            "--headless=new",
            "--remote-debugging-port=0",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        end = time.monotonic() + 30
        while not port_file.exists() or not port_file.read_text().strip():
            assert process.poll() is None
            assert time.monotonic() < end, "the browser did not start"
        port = port_file.read_text().split()[0]
        yield process, connected(browser_type, port).contexts[0]
    finally:
        process.kill()
        process.wait()


def test_a_browser_that_dies_in_mid_session_loses_nothing_that_was_tapped(served, chromium, tmp_path):
    path = shutil.which("chromium") or "/usr/bin/chromium"
    folder = tmp_path / "profile"
    folder.mkdir()
    with killable(path, folder, chromium.browser_type) as (process, context):
        page = context.pages[0] if context.pages else context.new_page()
        page.goto(f"{served.url}/today")
        keeping(page)
        opened(page, served.url)
        context.set_offline(True)
        do_sets(page, 3)
        process.kill()
    assert standing(served, SetDone) == []
    with killable(path, folder, chromium.browser_type) as (_, context):
        page = context.new_page()
        page.goto(f"{served.url}/today")
        all_sent(page)
        assert len(standing(served, SetDone)) == 3
        page.goto(f"{served.url}{PLAYER}")
        do_sets(page)
        finish(page)
        all_sent(page)
    each_once(served, sum(line.sets for line in asked_before(served)))


def test_two_phones_that_begin_without_a_line_do_one_session(served, new_context):
    one, other = (new_context(viewport={"width": 390, "height": 844}) for _ in range(2))
    pages = [context.new_page() for context in (one, other)]
    for page in pages:
        opened(page, served.url)
    for context in (one, other):
        context.set_offline(True)
    do_sets(pages[0], 2)
    do_sets(pages[1], 1)
    for context, page in zip((one, other), pages, strict=True):
        context.set_offline(False)
        all_sent(page)
    done = standing(served, SetDone)
    assert len(done) == 3
    assert len({entry.session for entry in done}) == 1
    pages[1].reload()
    left = sum(line.sets for line in asked_before(served)) - 2
    assert do_sets(pages[1]) <= left
    finish(pages[1])
    all_sent(pages[1])
    assert len(standing(served, SessionDone)) == 1


def test_answers_that_are_lost_after_the_server_stored_change_nothing(served, new_context):
    context = new_context(service_workers="block")
    page = context.new_page()
    lost = []

    def lose(route):
        if len(lost) < 3:
            lost.append(route.fetch())
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/api/v1/entries", lose)
    opened(page, served.url)
    do_sets(page)
    finish(page)
    all_sent(page)
    assert len(lost) == 3
    each_once(served, sum(line.sets for line in asked_before(served)))


@pytest.mark.parametrize("hours", [24, -24])
def test_a_phone_whose_clock_is_a_day_off_keeps_the_right_day(served, new_context, hours):
    context = new_context()
    context.add_init_script(
        f"const real = Date.now.bind(Date), off = {served.clock.at.timestamp() * 1000} - real() + {hours} * 3600e3; Date.now = () => real() + off"
    )
    page = context.new_page()
    opened(page, served.url)
    do_sets(page, 1)
    all_sent(page)
    (done,) = standing(served, SetDone)
    assert done.start.date() == served.clock.at.date()
    assert abs((done.at - served.clock.at).total_seconds()) < 600


def test_a_full_phone_says_so_and_loses_nothing_that_was_kept(served, new_context):
    context = new_context(service_workers="block")
    context.add_init_script(
        """const add = IDBObjectStore.prototype.add;
        IDBObjectStore.prototype.add = function (...a) {
          if (window.phoneFull) throw new DOMException('full', 'QuotaExceededError');
          return add.apply(this, a);
        };"""
    )
    page = context.new_page()
    opened(page, served.url)
    context.set_offline(True)
    do_sets(page, 1)
    page.evaluate("window.phoneFull = true")
    if shown(page, "rest").is_visible():
        tap(page, "rest-over")
    tap(page, "done")
    expect(page.locator("#trouble")).to_contain_text("no room")
    expect(shown(page, "set")).to_be_visible()
    page.evaluate("window.phoneFull = false")
    tap(page, "done")
    expect(shown(page, "rest")).to_be_visible()
    context.set_offline(False)
    all_sent(page)
    assert len(standing(served, SetDone)) == 2


def test_a_new_worker_waits_until_no_session_is_done(served, phone, monkeypatch):
    page = phone.new_page()
    page.goto(f"{served.url}/today")
    keeping(page)
    opened(page, served.url)
    page.evaluate("window.stillHere = true")
    bundle = shell.bundle
    monkeypatch.setattr(shell, "bundle", lambda assets: bundle(assets) + "\n// another one\n")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    until(
        page,
        "navigator.serviceWorker.getRegistration().then(one => one.waiting !== null && one.installing === null)",
    )
    do_sets(page, 2)
    assert page.evaluate("window.stillHere") is True
    phone.set_offline(True)
    page.reload()
    expect(page.locator("#player")).to_be_visible()
    assert page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.waiting !== null)")
    phone.set_offline(False)
    page.close()
    page = phone.new_page()
    page.goto(f"{served.url}/today")
    until(
        page,
        "navigator.serviceWorker.getRegistration().then(one => one.waiting === null && one.active !== null && one.active.state === 'activated')",
    )
    keeping(page)
    all_sent(page)
    assert len(standing(served, SetDone)) == 2


def test_pain_in_mid_session_leaves_out_what_it_forbids_and_is_kept_without_a_line(served, phone):
    page = phone.new_page()
    opened(page, served.url)
    phone.set_offline(True)
    tap(page, "hurt") if page.locator("[data-do=hurt]:visible").count() else page.locator(
        ".else summary"
    ).click()
    if not shown(page, "hurt").is_visible():
        tap(page, "hurt")
    page.locator("#hurt-front-knee").check()
    page.locator("#score-4").check()
    page.locator("form[data-hurt] button").click()
    expect(shown(page, "hurt-answer")).to_contain_text("Left out today: Squat")
    tap(page, "back")
    expect(shown(page, "set").locator("h2")).not_to_have_text("Squat")
    phone.set_offline(False)
    all_sent(page)
    (pain,) = standing(served, PainFelt)
    assert (pain.place, pain.score) == ("front-knee", 4)


def test_a_swap_in_mid_session_works_without_a_line(served, phone):
    page = phone.new_page()
    opened(page, served.url)
    phone.set_offline(True)
    page.locator(".else summary").click()
    tap(page, "swap")
    page.locator("[data-choices] button").first.click()
    expect(shown(page, "set").locator("h2")).to_have_text("Goblet squat")
    do_sets(page, 1)
    phone.set_offline(False)
    all_sent(page)
    (done,) = standing(served, SetDone)
    assert done.done.exercise == "goblet-squat"
    assert done.prescribed[0].instead_of == "squat"


def test_the_last_set_can_be_taken_back(served, phone_page):
    opened(phone_page, served.url)
    do_sets(phone_page, 1)
    tap(phone_page, "undo")
    expect(shown(phone_page, "set")).to_contain_text("Set 1 of 2")
    all_sent(phone_page)
    assert standing(served, SetDone) == []


def test_a_rest_is_right_by_the_clock_after_the_page_was_gone(served, phone_page):
    opened(phone_page, served.url)
    tap(phone_page, "done")
    clock = shown(phone_page, "rest").locator("[data-clock]")
    expect(clock).to_be_visible()
    phone_page.evaluate("const now = Date.now; Date.now = () => now() + 60000")
    until(phone_page, "document.querySelector('[data-screen=rest] [data-clock]').textContent < '0:35'")
    phone_page.evaluate("const later = Date.now; Date.now = () => later() + 60000")
    expect(shown(phone_page, "set")).to_be_visible()
    expect(phone_page.locator("#polite")).to_contain_text("Rest is over")


# Around the session


def test_forms_of_today_are_kept_without_a_line_and_said_once_when_it_is_back(served, phone):
    page = phone.new_page()
    page.goto(f"{served.url}/today")
    keeping(page)
    phone.set_offline(True)
    page.get_by_role("button", name="A little").click()
    expect(page.locator("#notice")).to_contain_text("Saved here")
    page.goto(f"{served.url}/plan")
    expect(page.locator("#kept")).to_contain_text("No line")
    expect(page.locator("#line")).to_contain_text("One thing saved here")
    phone.set_offline(False)
    page.goto(f"{served.url}/today")
    all_sent(page)
    (sore,) = standing(served, SorenessFelt)
    assert (sore.score, sore.day) == (2, served.clock.at.date())


def test_with_a_line_a_form_of_today_is_answered_as_ever(served, phone_page):
    phone_page.goto(f"{served.url}/today")
    phone_page.get_by_role("button", name="Very").click()
    expect(phone_page.locator("#answer")).to_be_visible()
    assert len(standing(served, SorenessFelt)) == 1


def test_skipping_goes_by_the_entries_of_the_device(served, phone_page):
    phone_page.goto(f"{served.url}/session/{START}")
    phone_page.get_by_text("Skip this session").click()
    phone_page.get_by_role("button", name="No time").click()
    expect(phone_page.get_by_text("This session is skipped")).to_be_visible()
    (skip,) = standing(served, SessionSkipped)
    assert (skip.why, skip.menu) == ("time", "A")


LATER = "019ab000-0000-7000-8000-000000000001"
KEEP = """score => new Promise(done => { const open = indexedDB.open('legday'); open.onsuccess = () => {
  const entry = { id: '%s', at: '2026-11-24T08:00:00+01:00', tag: 'soreness-felt', day: '2026-11-24', score };
  const change = open.result.transaction('entries', 'readwrite');
  change.objectStore('entries').add({ id: entry.id, entry, where: 'here', keptMs: 0 });
  change.oncomplete = () => { open.result.close(); done(); }; }; })"""


def kept_only(page: Page, score: int) -> None:
    """Puts an entry among those that are on the phone only."""
    until(page, "indexedDB.databases().then(all => all.some(one => one.name === 'legday'))")
    page.evaluate(KEEP % LATER, score)


def test_nothing_is_deleted_while_something_is_on_the_phone_only(served, new_context):
    page = new_context(service_workers="block").new_page()
    page.route("**/api/v1/entries", lambda route: route.abort())
    page.goto(f"{served.url}/more/delete")
    kept_only(page, 3)
    page.locator("#word").fill("delete")
    page.get_by_role("button", name="Delete everything").click()
    expect(page.locator("#notice")).to_contain_text("Not yet")
    assert page.url.endswith("/more/delete")
    page.locator("#notice a").click()
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    saved = download.value.path().read_text()
    other = new_context().new_page()
    other.goto(f"{served.url}/unsent")
    expect(other.locator("#read")).to_be_visible()
    other.locator("#read").set_input_files(
        {"name": "legday-unsent.json", "mimeType": "application/json", "buffer": saved.encode()}
    )
    expect(other.locator("[data-told]")).to_have_text("Read in.")
    all_sent(other)
    page.unroute("**/api/v1/entries")
    page.locator("[data-send]").click()
    all_sent(page)
    assert [one.score for one in served.store.entries() if isinstance(one, SorenessFelt)] == [3]
    page.goto(f"{served.url}/more/delete")
    page.locator("#word").fill("delete")
    page.get_by_role("button", name="Delete everything").click()
    page.wait_for_url("**/more/deleted")


def test_what_is_kept_goes_when_everything_is_deleted(served, phone):
    page = phone.new_page()
    page.goto(f"{served.url}/today")
    keeping(page)
    page.goto(f"{served.url}/more/delete")
    page.locator("#word").fill("delete")
    page.get_by_role("button", name="Delete everything").click()
    page.wait_for_url("**/more/deleted")
    assert not page.evaluate("caches.match('/today').then(Boolean)")
    assert not page.evaluate(KEPT_PAGES)


def test_what_cannot_be_taken_is_set_aside_with_the_reason_and_leaves_as_a_file(served, phone):
    page = phone.new_page()
    page.goto(f"{served.url}/today")
    kept_only(page, 99)
    page.goto(f"{served.url}/unsent")
    expect(page.locator("[data-part=refused]")).to_contain_text("99 is out of bounds")
    expect(page.locator("#line")).to_contain_text("One thing was not taken")
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    (entry,) = json.loads(download.value.path().read_text())
    assert entry["score"] == 99


def test_who_wants_no_motion_sees_the_key_poses(served, new_context):
    page = new_context(reduced_motion="reduce").new_page()
    opened(page, served.url)
    expect(shown(page, "set").locator("svg.figure-strip")).to_be_visible()
    assert page.locator("[data-screen=set] animate, [data-screen=set] animateTransform").count() == 0


def test_without_script_the_player_is_the_form(served, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{served.url}{PLAYER}")
    page.wait_for_url(f"**/session/{START}")
    expect(page.get_by_role("button", name="Done as planned")).to_be_visible()


def test_the_player_works_with_the_keyboard_alone(served, desk_page):
    desk_page.goto(f"{served.url}{PLAYER}")
    expect(desk_page.locator("#player")).to_be_visible()
    for _ in range(6):
        if desk_page.evaluate("document.activeElement.dataset.do") == "start":
            break
        desk_page.keyboard.press("Tab")
    desk_page.keyboard.press("Enter")
    expect(shown(desk_page, "drill")).to_be_visible()
    for what in ("clock", "next-drill", "leave-drills"):
        desk_page.keyboard.press("Tab")
        assert desk_page.evaluate("document.activeElement.dataset.do") == what
    desk_page.keyboard.press("Enter")
    expect(
        desk_page.locator("[data-screen=rehearsal], [data-screen=set]").locator("visible=true")
    ).to_be_visible()
