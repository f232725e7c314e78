"""Measures how fast recordings are read: files and samples a second, against fitdecode alone and gpxpy alone on the same files.

PYTHONPATH=src python bench/bench_import.py [--files 200] [--workers 2]
"""

import argparse
import os
import resource
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from time import perf_counter

import fitdecode
import gpxpy

from legday.reading.many import read_members
from legday.reading.members import Member
from legday.reading.recordings import read_member
from legday.writing.fit import fit_bytes
from legday.writing.gpx import gpx_bytes
from legday.writing.sample import sample_files


def hour_long() -> tuple[bytes, bytes]:
    """The sample runner's longest run, cut to one hour, one sample a second, as FIT and as GPX."""
    readings = (
        read_member(Member(name=name, data=data)) for name, data in sample_files(until=date(2026, 11, 22))
    )
    pairs = [pair for reading in readings for pair in reading.recordings if pair[1] is not None]
    recording, samples = max(pairs, key=lambda pair: len(pair[1] or ()))
    assert samples is not None
    hour = {name: getattr(samples, name)[:3601] for name in samples.__slots__}
    cut = replace(samples, **hour)
    short = replace(recording, elapsed_s=3600, moving_s=3600, metres=round(float(cut.metres[-1])))
    return fit_bytes(short, cut), gpx_bytes(short, cut)


def timed(job: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the wall, and of processor time in this process and those it started."""
    begun, used = perf_counter(), sum(os.times()[:4])
    job()
    return perf_counter() - begun, sum(os.times()[:4]) - used


def by_fitdecode(data: bytes) -> int:
    with fitdecode.FitReader(data) as reader:
        return sum(1 for frame in reader if frame.frame_type == fitdecode.FIT_FRAME_DATA)


def by_gpxpy(data: bytes) -> int:
    return int(gpxpy.parse(data.decode()).get_points_no())


def read_all(members: list[Member], workers: int) -> None:
    count = 0
    for reading in read_members(iter(members), workers=workers):
        assert reading.recordings, reading.problem
        count += 1
    assert count == len(members)


def line(words: str, files: int, seconds: tuple[float, float]) -> float:
    wall, processor = seconds
    print(
        f"{words:26} {files / wall:7.1f} files/s {files * 3601 / wall:11,.0f} samples/s"
        f" {files / processor:7.1f} files per processor second"
    )
    return files / wall


def compare(
    kind: str, data: bytes, other: Callable[[bytes], int], name: str, asked: argparse.Namespace
) -> None:
    members = [Member(name=f"{at}.{kind.lower()}", data=data) for at in range(asked.files)]
    few = max(3, asked.files // 40)
    alone = line(f"{name} alone", few, timed(lambda: [other(data) for _ in range(few)]))
    half = members[: asked.files // 2]
    one = line(f"legday, {kind}, 1 process", len(half), timed(lambda: read_all(half, 1)))
    label = f"legday, {kind}, {asked.workers} processes"
    many = line(label, len(members), timed(lambda: read_all(members, asked.workers)))
    print(f"legday : {name} = {one / alone:.1f} (1 process), {many / alone:.1f} ({asked.workers} processes)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    fit, gpx = hour_long()
    print(f"one-hour files at one sample a second: FIT {len(fit):,} bytes, GPX {len(gpx):,} bytes")
    compare("FIT", fit, by_fitdecode, "fitdecode", asked)
    compare("GPX", gpx, by_gpxpy, "gpxpy", asked)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory: {peak:.0f} MB here, {workers:.0f} MB in the largest worker")


if __name__ == "__main__":
    main()
