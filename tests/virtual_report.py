# ruff: noqa: T201 - it prints
"""Prints what virtual runners came to, for docs/why/proof.md: `python tests/virtual_report.py 200 --jobs 2`."""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter

from virtual_run import wrong, years_of
from virtual_tally import able_to_gain, calibration_table, outcome_table, rules_table, tallies, who_grew

OFTEN = 1.5
"""Sessions a week from which a comparison with two fixed days a week is fair: the others have no room that the rules allow."""


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("runners", type=int, nargs="?", default=50)
    asked.add_argument("--first", type=int, default=0, help="the first seed")
    asked.add_argument("--jobs", type=int, default=1)
    options = asked.parse_args()
    began = perf_counter()
    seeds = range(options.first, options.first + options.runners)
    with ProcessPoolExecutor(options.jobs) as pool:
        years = [year for lived in pool.map(years_of, seeds, chunksize=1) for year in lived]
    found = tallies(years)
    tables = (rules_table(found), outcome_table(found), calibration_table(found))
    print(f"{options.runners} runners × 52 weeks × {len(found)} coaches in {perf_counter() - began:.0f} s\n")
    print("\n\n".join(tables))
    able = {
        year.seed for year in years if year.coach.startswith("legday") and year.given >= OFTEN * year.weeks
    }
    print(f"\nOf these, the {len(able)} to whom legday could give {OFTEN} sessions a week and more:\n")
    print(outcome_table(tallies(year for year in years if year.seed in able)) if able else "nobody")
    print("\n" + "\n".join(who_grew(tally, able=able_to_gain(years)) for tally in found.values()))
    legday = [year for year in years if year.coach.startswith("legday")]
    lines = wrong(legday)
    print(f"\nlegday: {len(lines)} findings in {sum(year.weeks for year in legday)} runner-weeks")
    print("\n".join(lines[:40]))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
