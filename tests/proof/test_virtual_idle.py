"""What a virtual year takes for idle: a fortnight without a session that could have had one, and not one that had all that was asked for."""

from collections.abc import Collection, Sequence
from datetime import datetime, time

import pytest

from legday.model.plan import Prescription
from legday.model.runner import Style
from virtual_body import Body
from virtual_doing import Done
from virtual_life import day_of
from virtual_run import catalogue
from virtual_runner import virtual_runner
from virtual_watcher import Broken, Given, Held, Told
from virtual_year import Entry, Reading, Year

SQUATS = Prescription(
    exercise="squat",
    sets=2,
    reps=(8, 12),
    target=8,
    per_side=False,
    weight_g=0,
    gear=(),
    rir=3,
    rest_s=60,
    volume=0,
)


class Squats:
    """A coach who gives squats on some days, at some hour, and nothing else."""

    def __init__(self, days: Collection[int], *, hour: int = 18):
        self.name, self.days, self.hour = "squats", days, hour
        self.ahead: list[Given] = []

    def hears(self, entry: Entry, day: int) -> None:
        """Nothing that is said changes anything."""

    def given(self, day: int, told: Told, held: Sequence[Held]) -> Given | None:  # noqa: ARG002
        if day not in self.days:
            return None
        start = datetime.combine(day_of(day), time(self.hour))
        return Given(start=start, minutes=30, lines=(SQUATS,), contacts=0, light=False, wanted=1)

    def was_done(self, given: Given, done: Done | None) -> None:
        """Nor what was done."""

    def readings(self, day: int, body: Body) -> list[Reading]:  # noqa: ARG002
        return []

    def failures(self) -> list[Broken]:
        return []


@pytest.mark.parametrize(("last", "idle"), [(28, []), (21, ["2027-01-01"])])
def test_a_week_that_holds_the_sessions_asked_for_offers_no_more_chances(last: int, idle: list[str]) -> None:
    """Virtual runner 1072 asks for one session a week, and went away on Sunday 27 December, untold until that day, with no leg work for a fortnight.
    Without Monday the 21st nothing came since the 18th, until which a sore sole of the 4th excuses all."""
    runner = virtual_runner(1072, Style.ARTICLE)
    assert runner.profile.sessions_a_week == 1
    year = Year(runner, Squats(range(0, last + 1, 7)), catalogue()).live(43)
    assert [str(one.day) for one in year.idle] == idle


@pytest.mark.parametrize(("friday", "idle"), [({158}, []), (set(), ["2027-05-04"])])
def test_where_chances_come_all_at_once_a_session_may_stand_on_the_last_of_them(
    friday: set[int], idle: list[str]
) -> None:
    """Virtual runner 1765 runs at 19:00 and can lift at 18:00, which no rule leaves free, until a journey from Tuesday 27 April on."""
    runner = virtual_runner(1765, Style.EVIDENCE)
    year = Year(runner, Squats({115, *friday}, hour=7), catalogue()).live(165)
    assert [str(one.day) for one in year.idle if str(one.day) > "2027-03-18"] == idle
