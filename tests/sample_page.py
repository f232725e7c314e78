"""The sample runner's home on a fixed day, and the page over a home served to a real browser at a fixed moment."""

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

import uvicorn
from fastapi import FastAPI

from legday.actions.demo import demo, prepare
from legday.actions.plan import accept_plan
from legday.actions.stamp import Stamp
from legday.catalogue.reader import read_catalogue
from legday.model.ids import new_id
from legday.store import Store, open_store
from legday.web import create_app
from legday.web.keys import keys_in

TODAY = date(2026, 11, 24)
PATIENCE_S = 10


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


def make_sample_home(folder: Path) -> Path:
    """The sample runner's home with an accepted plan, made in an empty folder."""
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


@dataclass(frozen=True)
class Served:
    """A page that is being served: where, over which home, by which clock."""

    url: str
    app: FastAPI
    store: Store
    home: Path
    clock: FixedClock


@contextmanager
def serving(home: Path, clock: FixedClock, *, passphrase: str = "") -> Iterator[Served]:
    """The page over a home (made where there is none) at a free port of this machine, until the block ends."""
    with open_store(home) as store:
        keys = keys_in(home)
        if passphrase:
            keys.set_passphrase(passphrase)
        app = create_app(store, read_catalogue(), clock=clock, keys=keys)
        app.state.imports.workers = 1
        with _listening(app) as url:
            yield Served(url=url, app=app, store=store, home=home, clock=clock)
        app.state.imports.wait()


@contextmanager
def _listening(app: FastAPI) -> Iterator[str]:
    """The app on a thread of its own; its address, good from the first request on since the socket listens already."""
    with socket.create_server(("127.0.0.1", 0)) as ear:
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1)
        )
        thread = Thread(target=server.run, kwargs={"sockets": [ear]}, daemon=True, name="served page")
        thread.start()
        try:
            yield f"http://127.0.0.1:{ear.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(PATIENCE_S)
    assert not thread.is_alive(), "the server did not end"


def copied(home: Path, to: Path) -> Path:
    """A copy of a home that may be changed."""
    return Path(shutil.copytree(home, to))
