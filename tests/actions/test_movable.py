"""Where a session could go is told at once, and is what a plan made anew finds."""

from datetime import datetime, timedelta

import pytest

from legday.actions.changed_plan import plan_of
from legday.actions.movable import movable
from legday.actions.move import move, tried_move
from legday.actions.stamp import Stamp
from legday.actions.state import facts
from legday.catalogue.reader import read_catalogue
from legday.model.errors import InputError, MoveRefused
from legday.store import open_store
from sample_page import TODAY, FixedClock, copied, make_sample_home

FIRST = "2026-11-24t18:00"


@pytest.fixture(scope="module")
def sample_home(tmp_path_factory):
    return make_sample_home(tmp_path_factory.mktemp("movable"))


@pytest.fixture
def store(sample_home, tmp_path):
    with open_store(copied(sample_home, tmp_path / "home")) as store:
        yield store


def known(store, at: datetime | None = None):
    return facts(store, read_catalogue(), today=TODAY, weeks=16, not_before=at)


def stamp() -> Stamp:
    return FixedClock(made=500).new_stamp()


def rooms(known, said=FIRST):

    return {one.day: one for one in movable(known, plan_of(known), said, stamp=stamp()).rooms}


def plan_refuses(known, to: datetime) -> tuple[str, str] | None:
    try:
        tried_move(known, FIRST, to, minutes=None, stamp=stamp())
    except MoveRefused as refused:
        return refused.rule, refused.reason
    return None


@pytest.mark.parametrize("ahead", [1, 2, 3, 4, 5, 7, 8, 11])
def test_a_plan_made_anew_agrees_with_what_the_day_said(store, ahead) -> None:
    now = known(store)
    day = TODAY + timedelta(days=ahead)
    room = rooms(now)[day]
    if room.start is not None:
        assert plan_refuses(now, room.start) is None
    else:
        refused = plan_refuses(now, datetime.combine(day, datetime.min.time().replace(hour=18)))
        assert refused is not None
        assert refused[0] == room.rule
        assert room.why_not


def test_a_day_is_offered_at_its_opening_or_else_at_an_hour_that_would_do(store) -> None:
    found = rooms(known(store))
    assert found[TODAY + timedelta(days=2)].start == datetime(2026, 11, 26, 18)
    assert found[TODAY + timedelta(days=3)].start == datetime(2026, 11, 27, 7)


def test_the_day_of_the_session_itself_is_not_asked_and_all_others_are(store) -> None:
    found = rooms(known(store))
    assert TODAY not in found
    assert len(found) == 16 * 7 - 2


def test_what_has_begun_is_no_room_any_more(store) -> None:
    later = rooms(known(store, datetime(2026, 11, 24, 21)), "2026-12-01t18:00")[TODAY]
    assert later.start is None
    assert later.why_not == "It has begun already."


def test_a_moved_session_may_go_back_and_the_others_stay_where_the_runner_put_them(store) -> None:
    move(store, known(store), FIRST, datetime(2026, 11, 26, 18), minutes=None, stamp=stamp())
    now = known(store)
    assert rooms(now, "2026-11-26t18:00")[TODAY].start == datetime(2026, 11, 24, 18)
    beside = rooms(now, "2026-12-01t18:00")[TODAY + timedelta(days=1)]
    assert (beside.start, beside.rule) == (None, "leg-spacing")


def test_no_such_session_is_refused(store) -> None:
    now = known(store)
    with pytest.raises(InputError, match="2026-11-25"):
        rooms(now, "2026-11-25t18:00")
