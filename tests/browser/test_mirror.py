"""The mirror with the browser's test camera: the picture is late by what was chosen, angles are right, nothing is left and nothing sent."""

import re

import pytest
from playwright.sync_api import Page, expect

from legday.web.guard import HEADERS

SLOW_MS = 2_000
"""A busy machine shows a picture so much later than it should."""
CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")

WATCHED = """
const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
window.streams = [];
if (ask) navigator.mediaDevices.getUserMedia = async (wish) => {
  const stream = await ask(wish);
  window.streams.push(stream);
  return stream;
};
"""

# The camera is watched by a second stream; the picture of the mirror is looked for among what it saw.
LATENESS = """
async ({ frames, width, height }) => {
  const seen = document.createElement("video");
  seen.muted = true;
  seen.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 } } });
  await seen.play();
  const pen = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", { willReadFrequently: true });
  const view = document.querySelector("[data-view]");
  const look = (what) => {
    pen.drawImage(what, 0, 0, width, height);
    const all = pen.getImageData(0, 0, width, height).data;
    return all.filter((_, n) => n % 4 === 1);
  };
  const was = [];
  while (was.length < frames) {
    await new Promise((done) => seen.requestVideoFrameCallback(done));
    was.push({ at: performance.now(), looks: look(seen) });
  }
  const now = { at: performance.now(), looks: look(view) };
  seen.srcObject.getTracks().forEach((track) => track.stop());
  const unlike = (one) => one.looks.reduce((sum, shade, n) => sum + Math.abs(shade - now.looks[n]), 0);
  const marks = was.map((one) => ({ at: one.at, unlike: unlike(one) })).sort((a, b) => a.unlike - b.unlike);
  return now.at - marks[0].at;
}
"""


@pytest.fixture
def camera_page(chromium, chromium_path):
    """A page of a browser whose camera shows a running clock, and which lets it be used. The worker that keeps pages for later is left out:
    what is asked for is what the page asks for.
    """
    browser = chromium.browser_type.launch(
        executable_path=chromium_path, args=["--no-sandbox", "--disable-gpu", *CAMERA]
    )
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        locale="en-GB",
        permissions=["camera"],
        service_workers="block",
    )
    context.add_init_script(WATCHED)
    yield context.new_page()
    browser.close()


def opened(page: Page, served, path: str = "/mirror/squat", *, delay: str = "0") -> None:
    page.goto(f"{served.url}{path}")
    page.locator("[data-delay]").fill(delay)
    page.get_by_role("button", name="Open the camera").click()
    page.locator("[data-view][data-frame]").wait_for()


def test_the_picture_is_late_by_what_was_chosen(served, camera_page):
    opened(camera_page, served, delay="2")
    camera_page.get_by_label("Mirrored").uncheck()
    taken, shown = (
        float(camera_page.locator("[data-view]").get_attribute(f"data-{one}")) for one in ("taken", "shown")
    )
    assert 2_000 <= shown - taken < 2_000 + SLOW_MS
    late = camera_page.evaluate(LATENESS, {"frames": 80, "width": 640, "height": 360})
    assert 1_900 <= late < 2_000 + SLOW_MS


def test_before_the_delay_has_passed_the_seconds_are_counted_down(served, camera_page):
    camera_page.goto(f"{served.url}/mirror")
    camera_page.locator("[data-delay]").fill("10")
    camera_page.get_by_role("button", name="Open the camera").click()
    expect(camera_page.locator("[data-status]")).to_contain_text("The picture comes in 8 s.")
    assert camera_page.locator("[data-view]").get_attribute("data-frame") is None


def test_a_stopped_picture_goes_frame_by_frame(served, camera_page):
    opened(camera_page, served, delay="1")
    camera_page.get_by_role("button", name="Stop the picture").click()
    view = camera_page.locator("[data-view]")
    still = int(view.get_attribute("data-frame"))
    camera_page.get_by_role("button", name="Frame before").click()
    expect(view).to_have_attribute("data-frame", str(still - 1))
    camera_page.get_by_role("button", name="Next frame").click()
    expect(view).to_have_attribute("data-frame", str(still))
    camera_page.locator("[data-line]").fill("0")
    expect(camera_page.locator("[data-status]")).to_contain_text("before the last picture")
    camera_page.get_by_role("button", name="Go on").click()
    expect(view).not_to_have_attribute("data-frame", "1")


def tap(page: Page, x: float, y: float) -> None:
    box = page.locator("[data-view]").bounding_box()
    page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)


def test_three_taps_measure_the_angle_at_the_second(served, camera_page):
    opened(camera_page, served)
    camera_page.get_by_role("button", name="Stop the picture").click()
    told = camera_page.locator("[data-angle]")
    for x, y in ((0.3, 0.2), (0.3, 0.6), (0.7, 0.6)):
        tap(camera_page, x, y)
    expect(told).to_have_text("90° at the second point")
    camera_page.get_by_label("Mirrored").uncheck()
    expect(told).to_have_text("90° at the second point")
    tap(camera_page, 0.2, 0.5)
    expect(told).to_contain_text("Tap three points")


def test_an_angle_is_measured_by_keys_alone(served, camera_page):
    opened(camera_page, served)
    camera_page.get_by_role("button", name="Stop the picture").press("Enter")
    camera_page.locator("[data-view]").focus()
    for keys in (["ArrowUp"] * 5 + ["Enter"], ["ArrowDown"] * 5 + ["Enter"], ["ArrowRight"] * 5 + ["Enter"]):
        for key in keys:
            camera_page.keyboard.press(key)
    expect(camera_page.locator("[data-angle]")).to_have_text("90° at the second point")


@pytest.mark.parametrize("way", ["close", "leave"])
def test_closing_or_leaving_turns_the_camera_off_and_leaves_no_picture(served, camera_page, way):
    opened(camera_page, served)
    camera_page.evaluate(
        """addEventListener("pagehide", () => sessionStorage.setItem("left", JSON.stringify({
            tracks: streams.flatMap((one) => one.getTracks().map((track) => track.readyState)),
            frame: document.querySelector("[data-view]").dataset.frame ?? "",
        })))"""
    )
    if way == "close":
        camera_page.get_by_role("button", name="Close the camera").click()
        expect(camera_page.locator("[data-status]")).to_have_text("The camera is closed; no picture is left.")
    camera_page.get_by_role("link", name="Steps and cues").click()
    camera_page.wait_for_url("**/exercises/squat")
    assert camera_page.evaluate("JSON.parse(sessionStorage.getItem('left'))") == {
        "tracks": ["ended"],
        "frame": "",
    }


STORED = """
async () => {
  const kept = [];
  for (const name of await caches.keys()) {
    for (const one of await (await caches.open(name)).keys()) kept.push(`${name} ${new URL(one.url).pathname}`);
  }
  const bases = await indexedDB.databases();
  return [kept.sort(), bases.map((one) => one.name).sort(), Object.keys(localStorage).sort()];
}
"""


def test_nothing_is_asked_for_while_the_camera_is_open_and_nothing_is_stored(served, camera_page):
    camera_page.goto(f"{served.url}/mirror/squat")
    camera_page.wait_for_load_state("networkidle")
    before = camera_page.evaluate(STORED)
    asked: list[str] = []
    camera_page.context.on("request", lambda request: asked.append(request.url))
    camera_page.locator("[data-delay]").fill("0")
    camera_page.get_by_role("button", name="Open the camera").click()
    expect(camera_page.locator("[data-view]")).to_have_attribute("data-frame", re.compile(r"[5-9]|\d\d+"))
    camera_page.get_by_role("button", name="Stop the picture").click()
    tap(camera_page, 0.5, 0.5)
    camera_page.get_by_role("button", name="Close the camera").click()
    assert asked == []
    assert camera_page.evaluate(STORED) == before


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("NotAllowedError", "The camera was not allowed."),
        ("NotFoundError", "No camera was found on this device."),
        ("NotReadableError", "The camera is used by something else"),
    ],
)
def test_a_camera_that_does_not_open_is_told_kindly(served, desk_page, problem, words):
    desk_page.add_init_script(
        f"navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '{problem}'))"
    )
    desk_page.goto(f"{served.url}/mirror")
    desk_page.get_by_role("button", name="Open the camera").click()
    expect(desk_page.locator("[data-status]")).to_contain_text(words)


def test_a_page_that_may_not_ask_for_a_camera_says_why(served, desk_page):
    desk_page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    desk_page.goto(f"{served.url}/mirror")
    desk_page.get_by_role("button", name="Open the camera").click()
    expect(desk_page.locator("[data-status]")).to_contain_text("or over https")


def test_only_the_mirror_may_ask_for_the_camera(served, camera_page):
    allowed = {}
    for path in ("/mirror", "/mirror/squat", "/exercises/squat", "/today"):
        answer = camera_page.goto(f"{served.url}{path}")
        allowed[path] = "camera=(self)" in answer.headers["permissions-policy"]
        assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    assert allowed == {"/mirror": True, "/mirror/squat": True, "/exercises/squat": False, "/today": False}
