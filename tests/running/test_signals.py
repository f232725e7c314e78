"""What the runs themselves give cause to say."""

from dataclasses import replace
from datetime import date, timedelta

from legday.model.muscles import Muscle
from legday.model.rules import Grade, Level, Rule, Rulebook, Shape
from legday.model.runner import Units
from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from legday.running.signals import cross_train_day, run_findings
from runs_made import judged_of

MONDAY = date(2026, 11, 23)


def rule(name, **numbers):
    return Rule(
        id=name, shape=Shape.BAND, level=Level.INFO, title=name, words="", grade=Grade.SEEN, numbers=numbers
    )


RULES = Rulebook(
    {
        "longest-run": rule("longest-run", percent=110, days=30),
        "run-growth": rule("run-growth", percent=110, percent_two_weeks=130),
        "cross-train": rule("cross-train"),
    }
)


def past(minutes_by_week, *, metres=None):
    """One run a week on Sundays, the last yesterday."""
    weeks = len(minutes_by_week)
    return [
        judged_of(MONDAY - timedelta(days=1, weeks=weeks - 1 - n), minutes, metres=metres)
        for n, minutes in enumerate(minutes_by_week)
    ]


def expected(day, minutes, *, metres=None, kind=RunKind.EASY):
    return ExpectedRun(
        day=MONDAY + timedelta(days=day),
        kind=kind,
        source=OutlookSource.RUN_PLAN,
        minutes=minutes,
        metres=metres,
    )


def found(runs, *to_come, rules=RULES, **more):
    return run_findings(runs, Outlook(runs=to_come), rules, today=MONDAY, **more)


def test_a_run_a_fifth_longer_than_any_of_the_month_is_named_with_the_numbers():
    (finding,) = found(past([60, 60, 60, 60], metres=10_000), expected(6, 60, metres=12_000))
    assert (finding.rule, finding.level) == ("longest-run", Level.INFO)
    assert finding.days == (date(2026, 11, 29),)
    assert "20 % longer" in finding.words
    assert "10 km" in finding.words
    assert "1.64" in finding.words


def test_miles_are_said_to_who_counts_in_miles():
    (finding,) = found(past([60] * 4, metres=16_093), expected(6, 60, metres=32_186), units=Units.IMPERIAL)
    assert "20 mi" in finding.words


def test_ten_percent_longer_is_fine():
    assert found(past([60] * 4, metres=10_000), expected(6, 60, metres=11_000)) == ()


def test_a_longest_run_older_than_a_month_does_not_help():
    runs = [judged_of(MONDAY - timedelta(days=40), 120, metres=20_000), *past([60, 60], metres=10_000)]
    assert [f.rule for f in found(runs, expected(6, 60, metres=15_000))] == ["longest-run"]


def test_planned_runs_count_for_those_after_them():
    steps = [expected(6, 60, metres=10_900), expected(13, 60, metres=11_900), expected(20, 60, metres=13_000)]
    assert found(past([60] * 4, metres=10_000), *steps) == ()


def test_a_race_is_no_training_run_to_warn_about():
    assert found(past([60] * 4, metres=30_000), expected(6, 60, metres=42_195, kind=RunKind.RACE)) == ()


def test_without_distances_minutes_are_compared():
    runs = [replace(run, recording=replace(run.recording, metres=None)) for run in past([60] * 4)]
    finding = next(f for f in found(runs, expected(6, 80)) if f.rule == "longest-run")
    assert "1:20 h" in finding.words


def test_a_week_twelve_percent_up_is_a_note():
    (finding,) = found(past([100, 100, 100], metres=10_000), expected(6, 112, metres=10_000))
    assert finding.rule == "run-growth"
    assert "12 % more" in finding.words
    assert "10 %" in finding.words


def test_a_third_more_in_two_weeks_is_a_warning():
    (finding,) = found(past([100, 100, 120], metres=10_000), expected(6, 131, metres=10_000))
    assert "31 % more than two weeks before" in finding.words


def test_coming_back_after_a_lighter_week_is_no_growth():
    assert found(past([100, 100, 60], metres=10_000), expected(6, 100, metres=10_000)) == ()


def test_rules_that_are_not_in_the_book_say_nothing():
    assert found(past([60] * 4, metres=10_000), expected(6, 200, metres=30_000), rules=Rulebook({})) == ()


def test_after_a_heavy_week_the_next_easy_run_could_be_a_ride():
    runs = [
        replace(run, cost={Muscle.SOLEUS: 200 if n == 4 else 100}) for n, run in enumerate(past([60] * 5))
    ]
    to_come = Outlook(runs=(expected(1, 60, kind=RunKind.QUALITY), expected(2, 40), expected(4, 40)))
    assert cross_train_day(runs, to_come, today=MONDAY) == date(2026, 11, 25)
    assert cross_train_day(runs[:-1], to_come, today=MONDAY) is None
    offer = run_findings(runs, to_come, RULES, today=MONDAY)[-1]
    assert (offer.rule, offer.days) == ("cross-train", (date(2026, 11, 25),))
    assert "130 %" in offer.words


def test_after_usual_weeks_no_swap_is_offered():
    runs = [replace(run, cost={Muscle.SOLEUS: 100, Muscle.QUADRICEPS: 70}) for run in past([60] * 5)]
    assert cross_train_day(runs, Outlook(runs=(expected(2, 40),)), today=MONDAY) is None
