"""Serves a home as `legday serve` does, on the day it was made for, until it is stopped: a process to be measured from outside."""

import sys
from pathlib import Path

from legday.catalogue.reader import read_catalogue
from legday.cli.door import Opened
from legday.cli.serve import listening, serve_at
from legday.store import open_store
from legday.web.keys import keys_in
from lived_home import SetClock


def main(home: Path, port: int) -> None:
    with listening("127.0.0.1", port) as ear, open_store(home) as store:
        print(ear.getsockname()[1], flush=True)
        clock = SetClock(made=1_000_000)
        serve_at(ear, Opened(store=store, catalogue=read_catalogue()), clock=clock, keys=keys_in(home))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
