"""What lies behind counts by the runner's own rule numbers."""

from datetime import date

import pytest

from legday.actions.state import facts
from legday.catalogue.reader import read_catalogue
from legday.store import open_store
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
