"""The page in a real browser: served over a copy of the sample home or an empty one, seen on a phone or at a desk."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from chromium_here import QUIET, found_chromium
from page_list import GUARDED, NEW, evening, morning
from sample_page import FixedClock, Served, copied, make_sample_home, serving

WAIT_MS = 30_000
"""How long a step in the browser waits for what it needs."""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
expect.set_options(timeout=WAIT_MS)
LETTERS = Path(__file__).with_name("letters.conf")
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")

NewContext = Callable[..., BrowserContext]


def chromium_here() -> str:
    """The path of the Chromium that the tests use; they fail where there is none."""
    found = found_chromium()
    if found is None:
        pytest.fail(
            f"No Chromium at {os.environ.get('CHROMIUM', '')!r} (CHROMIUM) or on the path; maybe: sudo apt-get install chromium, "
            "or CHROMIUM=/path/to/chrome",
            pytrace=False,
        )
    if not FONT.exists():
        pytest.fail(
            f"The letters of the tests, {FONT}, are not here; maybe: sudo apt-get install fonts-dejavu-core",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample runner's home on 24 November 2026 with an accepted plan; read only: copy it to change it."""
    return make_sample_home(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(made=1_000)


@pytest.fixture
def served(sample_home: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Served]:
    """The page over a copy of the sample home."""
    with serving(copied(sample_home, tmp_path / "home"), clock) as page:
        yield page


@pytest.fixture
def served_new(tmp_path: Path, clock: FixedClock) -> Iterator[Served]:
    """The page over a home in which nothing was ever said."""
    with serving(tmp_path / "new", clock) as page:
        yield page


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where the browser is, for a test that starts one with other arguments."""
    return chromium_here()


@pytest.fixture(scope="session")
def chromium(chromium_path: str) -> Iterator[Browser]:
    """The one browser of this worker."""
    with sync_playwright() as playwright:
        letters = {**os.environ, "FONTCONFIG_FILE": str(LETTERS)}
        browser = playwright.chromium.launch(executable_path=chromium_path, args=list(QUIET), env=letters)
        yield browser
        browser.close()


@pytest.fixture
def new_context(chromium: Browser) -> Iterator[NewContext]:
    """Makes contexts, each a browser profile of its own; closes them after the test."""
    made: list[BrowserContext] = []

    def context(**how: object) -> BrowserContext:
        one = chromium.new_context(**{"locale": "en-GB", "timezone_id": "Europe/Vienna", **how})
        one.set_default_timeout(WAIT_MS)
        made.append(one)
        return one

    yield context
    for one in made:
        one.close()


@pytest.fixture
def phone(new_context: NewContext) -> BrowserContext:
    """A phone of 390 × 844 with touch."""
    return new_context(**PHONE)


@pytest.fixture
def desk(new_context: NewContext) -> BrowserContext:
    """A desktop window of 1280 × 900."""
    return new_context(**DESK)


@pytest.fixture
def phone_page(phone: BrowserContext) -> Page:
    """A page on the phone, empty as yet."""
    return phone.new_page()


@pytest.fixture
def desk_page(desk: BrowserContext) -> Page:
    """A page at the desk, empty as yet."""
    return desk.new_page()


Opened = tuple[Served, dict[str, str]]


def opened(home, to, say: Callable[[Served], dict[str, str]], *, passphrase: str = "") -> Iterator[Opened]:
    """A page that is only read from here on, with the path of each of its pages by name."""
    with serving(copied(home, to) if home else to, FixedClock(made=1_000), passphrase=passphrase) as page:
        yield page, say(page)


@pytest.fixture(scope="session")
def in_the_morning(sample_home, tmp_path_factory):
    yield from opened(sample_home, tmp_path_factory.mktemp("morning") / "home", morning)


@pytest.fixture(scope="session")
def in_the_evening(sample_home, tmp_path_factory):
    yield from opened(sample_home, tmp_path_factory.mktemp("evening") / "home", evening)


@pytest.fixture(scope="session")
def before_anything(tmp_path_factory):
    yield from opened(None, tmp_path_factory.mktemp("new") / "home", lambda _: dict(NEW))


@pytest.fixture(scope="session")
def behind_a_passphrase(tmp_path_factory):
    to = tmp_path_factory.mktemp("guarded") / "home"
    yield from opened(None, to, lambda _: dict(GUARDED), passphrase="four words or so")
