"""What a runner's circumstances close, and in which words."""

import pytest

from legday.model.runner import Health
from legday.progressing.gates import Gates, gates, may_grow
from season_builder import MONDAY, catalogue, runner

CLINICIAN = "until a clinician has said that leg strength is fine, legday plans none: "


def gate(health: Health | None = None, **profile: object) -> Gates:
    given = runner(health=health or Health(), **profile)
    return gates(given, catalogue().rulebook, week=MONDAY, weeks_ahead=0)


@pytest.mark.parametrize(
    ("health", "reason"),
    [
        (Health(pregnant=True), "pregnancy"),
        (Health(weeks_post_partum=3), "the weeks after a birth"),
        (Health(osteoporosis=True), "osteoporosis"),
        (Health(recent_surgery=True), "recent surgery"),
        (Health(heart_or_blood_pressure=True), "heart or blood pressure"),
        (Health(other_restriction=True), "a restriction a clinician gave"),
        (Health(symptoms=True), "signs that want a doctor"),
        (Health(inactive=True, known_disease=True), "a known disease, without regular activity"),
        (Health(pregnant=True, recent_surgery=True), "pregnancy, recent surgery"),
    ],
)
def test_what_closes_leg_work_is_named(health: Health, reason: str) -> None:
    assert gate(health) == Gates(closed=CLINICIAN + reason, explosive=False, heavy=False)


def test_under_age_asks_for_an_adult_who_knows() -> None:
    assert gate(born=2010).closed == "under 18, leg strength needs a guardian or coach who knows of it"
    known = gate(Health(guardian_or_coach=True), born=2010)
    assert known == Gates(explosive=False, heavy=False, rir_least=3, reps_least=8)


def test_the_year_of_the_eighteenth_birthday_still_counts_as_under_age() -> None:
    assert gate(born=2008).closed != ""
    assert gate(born=2007) == Gates()


def test_whoever_is_confirmed_keeps_repetitions_in_reserve() -> None:
    agreed = gate(Health(osteoporosis=True, clinician_confirmed=True))
    assert agreed == Gates(explosive=False, heavy=False, rir_least=3, reps_least=8)
    assert gate(Health(clinician_confirmed=True)) == Gates()


def test_nothing_grows_in_pregnancy_only() -> None:
    assert may_grow(runner())
    assert not may_grow(runner(health=Health(pregnant=True)))
