"""Prints what a runner waits for and pays: cold start, peak memory, install size."""

import os
import subprocess
import sys
import tempfile
from importlib.metadata import files
from pathlib import Path

from stopwatch import baseline_ms, best_ms, line

PROFILE = """
name = "Ana"
born = 1991
body_mass_kg = 62
time_zone = "Europe/Ljubljana"
running = "experienced"
lifting = "beginner"
[gear]
dumbbells_kg = [5, 7.5, 10, 12.5]
bench = true
[[openings]]
weekday = "tue"
start = "18:00"
minutes = 50
[[openings]]
weekday = "fri"
start = "18:00"
minutes = 50
[[usual_week]]
weekday = "sun"
kind = "long"
minutes = 100
start = "08:00"
"""
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As on a runner's machine, where compiled modules stay from the first start on."""
PLAN = ("plan", "--weeks", "16", "--today", "2026-11-23", "--json")


def _legday(home: Path, *words: str) -> None:
    command = [sys.executable, "-m", "legday.cli.main", "--home", str(home), *words]
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)


def _peak_mb(home: Path) -> float:
    """The most memory that `legday plan` held, in MB, as the kernel counted it for the child alone."""
    command = [sys.executable, "-m", "legday.cli.main", "--home", str(home), *PLAN]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, "legday plan failed"
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return kilobytes / 1024


def _size_mb(package: str) -> float:
    places = [path.locate() for path in files(package) or []]
    return sum(Path(place).stat().st_size for place in places if Path(place).is_file()) / 1e6


def _own_size_mb() -> float:
    import legday

    folder = Path(legday.__file__).parent
    return (
        sum(path.stat().st_size for path in folder.rglob("*") if path.suffix in {".py", ".toml", ".json"})
        / 1e6
    )


def main() -> None:
    baseline = baseline_ms()
    python = best_ms(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    print(
        f"baseline: a million steps of plain Python   {baseline:>9.1f} ms; python itself starts in {python:.0f} ms"
    )
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        profile = Path(folder) / "profile.toml"
        profile.write_text(PROFILE, encoding="utf-8")
        _legday(home, "init", "--from", str(profile))
        helped = best_ms(lambda: _legday(home, "--help"))
        planned = best_ms(lambda: _legday(home, *PLAN))
        print(line("cold: legday --help", helped, baseline=baseline, aim_ms=300))
        print(line("cold: legday plan, 16 weeks", planned, baseline=baseline, aim_ms=1200))
        peak = _peak_mb(home)
        print(
            f"{'memory: legday plan at its peak':<46}{peak:>9.0f} MB            aim 250 MB {'met' if peak <= 250 else 'MISSED'}"
        )
    print(f"{'installed: legday itself':<46}{_own_size_mb():>9.1f} MB")
    for package in ("ortools", "numpy", "pandas", "sqlalchemy", "pydantic"):
        print(f"{'installed: ' + package:<46}{_size_mb(package):>9.1f} MB")


if __name__ == "__main__":
    main()
