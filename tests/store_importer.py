"""A process of its own that imports made-up files into a home and prints the name of each once it is kept.

python tests/store_importer.py HOME FIRST COUNT [URL]
"""

import sys
from datetime import timedelta
from pathlib import Path

from legday.store import open_store
from store_facts import MORNING, a_run, an_hour, import_run, profile_set


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(home: str, first: str, count: str, url: str | None = None) -> None:
    tell("ready")
    sys.stdin.readline()
    samples = an_hour()
    with open_store(Path(home), url=url) as store:
        for number in range(int(first), int(first) + int(count)):
            run = a_run(number, start=MORNING + timedelta(hours=number))
            if store.knows_file(run.sha256):
                continue
            import_run(store, run, samples)
            store.append(profile_set(number))
            tell(run.file)


if __name__ == "__main__":
    main(*sys.argv[1:])
