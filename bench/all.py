"""Runs every benchmark in its own process, one after another, so that none warms another up."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ORDER = (
    "bench_plan.py",
    "bench_pieces.py",
    "bench_replay.py",
    "bench_year.py",
    "bench_pages.py",
    "bench_first_load.py",
    "bench_cold.py",
    "bench_import.py",
)


def main() -> int:
    failed = 0
    for name in ORDER:
        print(f"\n== {name}", flush=True)
        failed += subprocess.run([sys.executable, str(HERE / name)], check=False).returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
