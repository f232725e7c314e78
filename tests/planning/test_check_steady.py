"""The same weekdays, and promises kept."""

from dataclasses import replace

import pytest

from legday.model.plan import PastSession
from plan_builder import B, done, found, lift, plan, runner, said


def weekdays(first: str, then: str) -> list[str]:
    sessions = [
        lift(f"{week} {day} 18:00") for week, days in (("w1", first), ("w2", then)) for day in days.split()
    ]
    return said("steady-week", plan(*sessions))


@pytest.mark.parametrize(
    ("first", "then", "changes"),
    [
        ("tue fri", "tue fri", 0),
        ("tue fri", "tue", 0),
        ("tue", "tue fri", 0),
        ("tue fri", "tue sat", 1),
        ("tue fri", "wed sat", 1),
        ("tue fri", "wed", 1),
    ],
)
def test_a_week_uses_the_weekdays_of_the_week_before(first: str, then: str, changes: int) -> None:
    assert len(weekdays(first, then)) == changes


def test_the_words_name_the_weekdays() -> None:
    assert weekdays("tue fri", "mon thu") == [
        "the week of 30 Nov uses Monday and Thursday where the week before used Tuesday and Friday"
    ]


def test_the_week_before_the_plan_counts() -> None:
    past = (done("w0 tue 18:00"), done("w0 fri 18:00"))
    assert len(found("steady-week", plan(lift("wed 18:00"), lift("sat 18:00")), runner(past=past))) == 1


def test_a_runner_who_charges_nothing_for_a_change_hears_of_none() -> None:
    given = plan(lift("tue 18:00"), lift("w2 wed 18:00"))
    assert len(found("steady-week", given)) == 1
    assert found("steady-week", given, runner(rule_numbers={"steady-week": {"change": 0}})) == ()


def promise(when: str) -> PastSession:
    return done(when)


@pytest.mark.parametrize(("when", "price"), [("mon 18:00", 10), ("sun 18:00", 10), ("w2 mon 18:00", 2)])
def test_a_promise_broken_within_seven_days_costs_most(when: str, price: int) -> None:
    (words,) = said("keep-promises", plan(lift("w3 tue 18:00")), runner(promised=(promise(when),)))
    assert words.endswith(f"is not kept (costs {price})")


def test_the_words_say_which_promise() -> None:
    assert said("keep-promises", plan(lift("sat 18:00", B)), runner(promised=(promise("fri 18:00"),))) == [
        "the session promised for Friday 27 Nov, 4 d ahead, is not kept (costs 10)"
    ]


def test_another_hour_of_the_promised_day_keeps_the_promise() -> None:
    state = runner(promised=(promise("fri 18:00"),))
    assert found("keep-promises", plan(lift("fri 07:00")), state) == ()


def test_a_promise_of_a_day_gone_by_is_past_keeping() -> None:
    state = runner(promised=(promise("w0 fri 18:00"),))
    assert found("keep-promises", plan(lift("tue 18:00")), state) == ()


def test_a_promise_done_already_is_kept() -> None:
    state = replace(runner(promised=(promise("mon 18:00"),)), done=(done("mon 07:00"),))
    assert found("keep-promises", plan(lift("thu 18:00")), state) == ()
