"""What lies behind counts by the runner's own rule numbers."""

from datetime import date

import pytest

from legday.actions.state import facts
from legday.catalogue.reader import read_catalogue
from legday.store import open_store
from lived_journal import done, sets, squats, state
from terminal import ANA, home_of_ana, legday

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("own", "weeks"), [("", 2), ("[rules.returning]\ndays_intro = 28\n", 1)])
def test_the_runners_own_number_says_how_long_a_lay_off_is(tmp_path, own, weeks):
    home = home_of_ana(tmp_path, profile=ANA + own)
    text = tmp_path / "log.txt"
    text.write_text("2026-10-01 squat 3x10 10 kg\n2026-11-05 squat 3x10 10 kg\n", encoding="utf-8")
    assert legday("log", text, "--today", TODAY, home=home).code == 0

    with open_store(home) as store:
        state = facts(store, read_catalogue(), today=TODAY, weeks=1).state

    assert state.foundation_weeks == weeks


@pytest.mark.parametrize(
    ("said", "newcomer"),
    [
        ("", True),
        ("2026-11-05 squat 1x10 10 kg\n", True),
        ("2026-11-05 squat 2x10 10 kg\n2026-11-12 squat 2x10 10 kg\n", True),
        ("2026-08-05 squat 3x10 10 kg\n", True),
        ("2026-11-05 squat 3x10 10 kg\n", False),
    ],
)
def test_a_single_old_set_does_not_end_the_easy_first_weeks(tmp_path, said, newcomer):
    home = home_of_ana(tmp_path)
    text = tmp_path / "log.txt"
    text.write_text(said, encoding="utf-8")
    if said:
        assert legday("log", text, "--today", TODAY, home=home).code == 0

    plan = legday("plan", "--today", TODAY, "--json", home=home).value

    assert ("easy first weeks" in plan["notes"][0]) is newcomer


def test_half_of_what_was_asked_for_counts_as_leg_work_behind_and_less_does_not():
    asked = (squats(sets=4), squats(sets=4))
    known = [
        state(done(-7, *held, prescribed=asked), today=0) for held in (sets(10, 10, 10), sets(10, 10, 10, 10))
    ]

    assert [one.foundation_weeks for one in known] == [0, 1]
