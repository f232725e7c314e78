"""One home with the sample runner, made once, copied for each test that needs it; the page over it at a fixed moment."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient

from legday.actions.demo import demo, prepare
from legday.actions.plan import accept_plan
from legday.actions.stamp import Stamp
from legday.catalogue.reader import read_catalogue
from legday.model.ids import new_id
from legday.store import open_store
from legday.web import create_app
from legday.web.keys import keys_in
from webpage import Browser

TODAY = date(2026, 11, 24)


@dataclass
class FixedClock:
    """A clock that stands still at `at` (aware), and ids that count up."""

    at: datetime = field(default_factory=lambda: datetime.combine(TODAY, time(7), tzinfo=UTC))
    made: int = 0

    def now_in(self, zone: str) -> datetime:
        return self.at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    def new_stamp(self) -> Stamp:
        self.made += 1
        at = self.at + timedelta(milliseconds=self.made)
        return Stamp(new_id(at, self.made.to_bytes(10, "big")), at)


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample runner's home on 24 November 2026 with an accepted plan; read only: copy it to change it."""
    folder = tmp_path_factory.mktemp("sample")
    prepare(folder, today=TODAY)
    clock = FixedClock()
    with open_store(folder / "home") as store:
        report = demo(
            store,
            read_catalogue(),
            folder=folder,
            today=TODAY,
            stamp=clock.new_stamp(),
            clock=lambda: 0.0,
            on_progress=lambda _done, _file: None,
        )
        accept_plan(store, report.planned.plan, stamp=clock.new_stamp())
    return folder / "home"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(made=1_000)


@pytest.fixture
def page_at(sample_home: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Callable[..., TestClient]]:
    """Makes the page over a copy of the sample home: behind a passphrase, under other names, at another address."""
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    with open_store(home) as store:

        def made(
            *,
            passphrase: str = "",
            bare: bool = False,
            names: frozenset[str] = frozenset(),
            base_url: str = "http://127.0.0.1:8017",
        ) -> TestClient:
            keys = keys_in(home)
            browser = TestClient if bare else Browser
            if passphrase:
                keys.set_passphrase(passphrase)
            app = create_app(store, read_catalogue(), clock=clock, keys=keys, names=names)
            return browser(app, base_url=base_url)

        yield made


@pytest.fixture
def page(page_at: Callable[..., TestClient]) -> TestClient:
    """The page over a copy of the sample home."""
    return page_at()


@pytest.fixture
def page_over(
    sample_home: Path, tmp_path_factory: pytest.TempPathFactory, clock: FixedClock
) -> Iterator[Callable[[], TestClient]]:
    """Makes the page over a fresh copy of the sample home each time it is asked, for draws."""
    catalogue = read_catalogue()
    with ExitStack() as opened:

        def made() -> TestClient:
            home = tmp_path_factory.mktemp("drawn") / "home"
            shutil.copytree(sample_home, home)
            store = opened.enter_context(open_store(home))
            return TestClient(create_app(store, catalogue, clock=clock), base_url="http://127.0.0.1:8017")

        yield made


@pytest.fixture
def new_page(tmp_path: Path, clock: FixedClock) -> Iterator[TestClient]:
    """The page over a home in which nothing was ever said."""
    with open_store(tmp_path / "new") as store:
        app = create_app(store, read_catalogue(), clock=clock)
        app.state.imports.workers = 1
        yield Browser(app, base_url="http://127.0.0.1:8017")
        app.state.imports.wait()
