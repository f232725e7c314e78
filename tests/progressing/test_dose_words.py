"""The one sentence that says what changed since last time."""

from dataclasses import replace

import pytest

from legday.model.exercises import WeightKind
from legday.model.runner import Gear, GearKind, Units
from legday.progressing.dose_words import dose_words, rehearsal_words
from legday.progressing.earned import Earned, Verdict
from legday.progressing.lattice import Lattice
from legday.progressing.limits import Work
from legday.progressing.steps import Dose, Given, Lift
from season_builder import catalogue, extra, runner

PAIRS = Lattice(own=(0, 10_000, 15_000, 20_000), every=(0, 10_000, 15_000, 20_000))
OWNER = runner(gear=Gear(dumbbells_g=(5_000, 7_500, 10_000), things=frozenset({GearKind.BENCH})))


def dose(words: str) -> Dose:
    """`3x10 15kg`."""
    work, weight = words.split()
    sets, target = work.split("x")
    return Dose(sets=int(sets), target=int(target), weight_g=round(float(weight[:-2]) * 1000))


def work(words: str, name: str = "squat", reps: tuple[int, int] = (10, 12), **changes: object) -> Work:
    lift = Lift(
        exercise=catalogue().exercises[name],
        reps=reps,
        weights=PAIRS,
        body_mass_g=60_000,
        sets=3,
        heavy=False,
    )
    facts = {"session": 0, "line": extra(OWNER, name), "lift": lift, "rest_s": 90, "still": False}
    return Work(**{**facts, "dose": dose(words), **changes})  # type: ignore[arg-type]


def given(
    words: str, reps: tuple[int, int] = (10, 12), base: str = "", verdict: Verdict | None = None
) -> Given:
    return Given(
        week=0,
        dose=dose(words),
        reps=reps,
        volume=0,
        base=dose(base) if base else None,
        verdict=verdict,
        spare=verdict.spare if verdict else None,
    )


def says(
    now: Work | str, *before: Given | str, units: Units = Units.METRIC, first: str = "", light: str = ""
) -> str:
    told = [given(one) if isinstance(one, str) else one for one in before]
    asked = work(now) if isinstance(now, str) else now
    return dose_words(asked, told, units, picked="two 5s", first=first, light=light)


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("3x10 10kg", "3x10 10kg", "as last time"),
        ("3x10 10kg", "3x11 10kg", "two 5s: 1 repetition more than last time"),
        ("3x10 10kg", "3x12 10kg", "two 5s: 2 repetitions more than last time"),
        ("3x12 10kg", "3x10 15kg", "two 5s: up from 10 kg in all (+50 %)"),
        ("3x12 0kg", "3x10 10kg", "two 5s: the first weight beyond bodyweight"),
        ("2x10 10kg", "3x10 10kg", "two 5s: 3 sets instead of 2"),
        ("3x10 15kg", "3x12 10kg", "lighter than last time, with more repetitions"),
        ("3x10 15kg", "3x10 10kg", "a little lighter after weeks without it"),
        ("3x12 15kg", "3x11 10kg", "a little lighter after weeks without it"),
        ("3x10 10kg", "2x10 10kg", "2 instead of 3 sets: what the week may hold"),
        ("3x12 10kg", "3x11 10kg", "11 repetitions so that the week grows no faster than it may"),
    ],
)
def test_what_changed_is_said(before: str, now: str, words: str) -> None:
    assert says(now, before) == words


def test_a_light_week_is_named() -> None:
    assert says("2x10 10kg", "3x10 10kg", light="a lighter week") == "2 instead of 3 sets: a lighter week"


def test_seconds_are_called_seconds() -> None:
    plank = {"name": "plank", "reps": (30, 60)}
    before = given("3x40 0kg", (30, 60))
    assert says(work("3x45 0kg", **plank), before) == "two 5s: 5 seconds more than last time"
    fewer = "35 seconds so that the week grows no faster than it may"
    assert says(work("3x35 0kg", **plank), before) == fewer


def test_what_was_there_before_is_a_return() -> None:
    assert says("3x10 15kg", given("3x10 10kg", base="3x10 15kg")) == "two 5s: back to the weight of before"
    assert says("3x10 15kg", "3x10 15kg", "3x10 10kg") == "two 5s: back to a weight you had before"
    assert says("3x10 10kg", "3x10 10kg", "2x10 10kg") == "two 5s: back to 3 sets instead of 2"
    long_ago = ("3x10 15kg", *["3x10 10kg"] * 4)
    assert says("3x10 15kg", *long_ago) == "two 5s: up from 10 kg in all (+50 %)"
    many_ago = ("3x10 10kg", *["2x10 10kg"] * 4)
    assert says("3x10 10kg", *many_ago) == "two 5s: 3 sets instead of 2"


def earned(spare: int = 12, reserve: int = 2) -> Given:
    told = Verdict(earned=Earned.RISE, sets=3, target=12, weight_g=10_000, spare=spare, reserve=reserve)
    return given("3x12 10kg", verdict=told)


def test_a_rise_the_log_has_earned_says_what_was_spare() -> None:
    rise = "two 5s: last two sessions you had {} spare at the top of the range; +50 %"
    assert says("3x10 15kg", earned(reserve=3), earned()) == rise.format(2)
    assert says("3x10 15kg", earned(reserve=3), earned(reserve=4)) == rise.format(3)
    plain = "two 5s: up from 10 kg in all (+50 %)"
    assert says("3x10 15kg", earned()) == plain
    assert says("3x10 15kg", earned(), earned(spare=11)) == plain
    assert says("3x10 15kg", earned(), "3x12 10kg") == plain
    heavy = work("3x10 15kg")
    assert says(replace(heavy, lift=replace(heavy.lift, heavy=True)), earned(), earned()) == plain


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("3x12 10kg", ""),
        ("3x13 10kg", "; the next weight is 50 % heavier, so repetitions first"),
        ("3x13 20kg", "; nothing heavier is owned, so repetitions first"),
        ("3x13 0kg", "; the first weight is 10 kg, so repetitions first"),
    ],
)
def test_past_the_range_the_next_weight_is_the_reason(now: str, words: str) -> None:
    assert says(now, now) == f"as last time{words}"


def test_pounds_are_said_where_pounds_are_used() -> None:
    assert "22 lb" in says("3x10 15kg", "3x12 10kg", units=Units.IMPERIAL)
    assert "22 lb" in says("3x13 0kg", "3x13 0kg", units=Units.IMPERIAL)


def test_a_new_range_is_said_before_anything_else() -> None:
    old = (15, 20)
    assert (
        says("3x12 10kg", given("3x15 10kg", old)) == "10–12 repetitions from now on, so that weight can rise"
    )
    assert says("3x12 10kg", given("3x10 15kg", (3, 6))) == "lighter than last time, with more repetitions"
    assert says("3x12 10kg", given("3x12 10kg", old)) == "as last time"
    line = replace(extra(OWNER, "squat"), tempo="4-0-1")
    slow = work("3x10 10kg", line=line)
    assert says(slow, given("3x15 10kg", old)) == "slower, 4-0-1, so fewer repetitions"
    assert says(slow, given("3x10 10kg", old)) == "as last time"


def test_many_repetitions_instead_of_few_say_that_nothing_heavier_is_owned() -> None:
    easy = Verdict(earned=Earned.RISE, sets=3, target=6, weight_g=20_000, spare=6, reserve=6, easy=True)
    few = given("3x6 20kg", (3, 6), verdict=easy)
    assert says("3x10 20kg", few) == "10–12 repetitions from now on, as nothing heavier is owned"
    more = "two 5s: 4 repetitions more than last time"
    assert says("3x10 20kg", replace(few, verdict=replace(easy, easy=False))) == more
    assert says("3x10 20kg", given("3x6 20kg", (3, 6))) == more
    assert says("3x10 20kg", replace(few, reps=(6, 10))) == more
    lighter = replace(few, dose=dose("3x6 15kg"))
    assert says("3x10 15kg", lighter) == more


def test_what_was_taken_back_is_said_first() -> None:
    eased = work("2x10 10kg", because="Achilles tendon, 4 of 10")
    assert says(eased, "3x10 10kg") == "two 5s: Achilles tendon, 4 of 10"


def test_the_first_time_says_how_the_weight_was_found() -> None:
    assert says("3x10 10kg", first="20 % of body mass") == "begins with two 5s: 20 % of body mass"
    assert says("3x10 0kg") == "begins with two 5s"


def test_the_rehearsal_names_lighter_weights_that_can_be_built() -> None:
    def rehearsed(
        words: str, units: Units = Units.METRIC, weights: Lattice = PAIRS, **changes: object
    ) -> str:
        return rehearsal_words(work(words, **changes), weights, (40, 60, 80), units)

    few = "before the first set a few easy repetitions with "
    assert rehearsed("3x10 20kg") == f"{few}bodyweight, then 10 kg, then 15 kg"
    assert rehearsed("3x10 20kg", Units.IMPERIAL) == f"{few}bodyweight, then 22 lb, then 33 lb"
    assert rehearsed("3x10 0kg") == ""
    only = Lattice(own=(20_000,), every=(20_000,))
    assert rehearsed("3x10 20kg", weights=only) in {"", f"{few}bodyweight"}
    bands = extra(OWNER, "squat")
    loose = replace(bands, variant=replace(bands.variant, weight=WeightKind.NONE))
    assert rehearsed("3x10 20kg", line=loose) == ""


def test_a_weight_that_cannot_be_built_any_more_is_told_as_lost_gear_and_not_as_weeks_off() -> None:
    lost = "lighter, as the 17.5 kg of last time cannot be built from the gear there is"
    assert says("3x10 15kg", "3x10 17.5kg") == lost
    assert says("3x10 15kg", "3x10 20kg") == "a little lighter after weeks without it"
