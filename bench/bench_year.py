"""Prints how long one core takes for a year of one virtual runner: 52 weeks lived, logged, replayed and planned anew."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from stopwatch import baseline_ms, best_core_ms, line
from virtual_run import style_of, year_with_legday

SEEDS = (0, 3, 5)
AIM_MS = 1_000.0


def main() -> None:
    baseline = baseline_ms()
    for seed in SEEDS:
        year = year_with_legday(seed)
        ms = best_core_ms(lambda s=seed: year_with_legday(s), times=2)
        print(line(f"a year of one virtual runner ({style_of(seed)})", ms, baseline=baseline, aim_ms=AIM_MS))
        print(f"{'':<46}{year.plans} plans, {year.done} sessions done, {ms / year.plans:.1f} ms a plan")


if __name__ == "__main__":
    main()
