"""Decides when two recordings are the same run, and which of them says more."""

from datetime import timedelta

from legday.model.runs import Recording

START_TOLERANCE = timedelta(minutes=2)
LENGTH_TOLERANCE_PERCENT = 3


def same_run(a: Recording, b: Recording) -> bool:
    """Same sport, started within two minutes, and within 3 % as long (by distance; by time where one has no distance)."""
    if a.sport is not b.sport or abs(a.start - b.start) > START_TOLERANCE:
        return False
    if a.metres is not None and b.metres is not None:
        return _alike(a.metres, b.metres)
    return _alike(a.elapsed_s, b.elapsed_s)


def richer(a: Recording, b: Recording) -> Recording:
    """The one that says more; the same whichever comes first."""
    return max(a, b, key=_says)


def _alike(a: int, b: int) -> bool:
    return abs(a - b) * 100 <= LENGTH_TOLERANCE_PERCENT * max(a, b)


def _says(recording: Recording) -> tuple[int, int, int, int, str]:
    told = (
        recording.metres,
        recording.ascent_m,
        recording.mean_heart_rate,
        recording.steps,
        recording.effort,
        recording.utc_offset_s,
        recording.title or None,
    )
    known = sum(fact is not None for fact in told)
    return (-len(recording.missing), known, len(recording.laps), -len(recording.repairs), recording.id)
