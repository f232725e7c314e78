"""Decides when two recordings are one run from two sources, and which of them tells more."""

from legday.model.runs import FileFormat, Recording, Sport

START_S = 120
PERCENT = 3
"""The same run: starts within two minutes and distances within 3 % (our settings; see docs/reference/limits.md)."""

ON_FOOT = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE, Sport.OTHER})
"""Sports that two sources may call by each other's names."""

_PREFERRED = {FileFormat.FIT: 2, FileFormat.TCX: 1, FileFormat.GPX: 0}


def same_run(a: Recording, b: Recording) -> bool:
    """True where both record one run: start ± 2 min and distance ± 3 % (time, where one has no distance).

    A file that holds one run twice (two files chained) holds one run.
    """
    if a.id == b.id:
        return True
    if a.sport is not b.sport and not {a.sport, b.sport} <= ON_FOOT:
        return False
    if abs((a.start - b.start).total_seconds()) > START_S:
        return False
    if a.metres is not None and b.metres is not None:
        return _close(a.metres, b.metres)
    return _close(a.elapsed_s, b.elapsed_s)


def _close(a: int, b: int) -> bool:
    return abs(a - b) * 100 <= PERCENT * max(a, b)


def richer(a: Recording, b: Recording) -> Recording:
    """The one that tells more: fewer things missing, fewer repairs, more laps and sets, then FIT before TCX before GPX; else `a`."""
    return b if _told(b) > _told(a) else a


def _told(recording: Recording) -> tuple[int, int, int, int]:
    return (
        -len(recording.missing),
        -len(recording.repairs),
        len(recording.laps) + len(recording.sets),
        _PREFERRED[recording.format],
    )
