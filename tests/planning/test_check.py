"""The checker as a whole: the article's own week, hand-made plans, order of findings, speed of thought."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from legday.model.rules import Level
from legday.model.runner import LiftingLevel
from legday.model.runs import Outlook
from legday.planning.check import check
from plan_builder import A, B, catalogue, lift, line, outlook, plan, run, runner, week

EASY = tuple(run(f"{name} 07:00 easy 40") for name in ("mon", "wed", "sat", "sun"))
BANDS = {"muscle-band", "posterior-balance", "effort"}


def as_printed(words: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(line(f"{one} rir4") for one in words)


def test_the_articles_own_week_breaks_no_must_and_no_band() -> None:
    given = plan(lift("tue 18:00", as_printed(A)), lift("fri 18:00", as_printed(B)), weeks=[week(1)])
    findings = check(given, runner(lifting=LiftingLevel.BEGINNER), outlook(*EASY), catalogue())
    assert [one for one in findings if one.level is Level.MUST or one.rule in BANDS] == []


def test_the_articles_own_week_for_four_weeks_in_a_row_breaks_no_must() -> None:
    sessions = [
        lift(f"w{n} {when}", as_printed(menu))
        for n in range(1, 5)
        for when, menu in (("tue 18:00", A), ("fri 18:00", B))
    ]
    given = plan(*sessions, weeks=[week(n) for n in range(1, 5)])
    findings = check(given, runner(lifting=LiftingLevel.BEGINNER), outlook(*EASY), catalogue())
    assert [one for one in findings if one.level is Level.MUST] == []


def test_musts_come_before_shoulds() -> None:
    given = plan(lift("tue 18:00", ("squat 3x10 rir0",)), lift("wed 18:00", ("squat 3x10 22.5kg",)))
    levels = [finding.level for finding in check(given, runner(), Outlook(), catalogue())]
    assert levels == sorted(levels, key=lambda level: level is not Level.MUST)
    assert {Level.MUST, Level.SHOULD} == set(levels)


def test_an_empty_plan_has_no_must_finding() -> None:
    findings = check(plan(), runner(), Outlook(), catalogue())
    assert [finding for finding in findings if finding.level is Level.MUST] == []


def test_moments_with_a_zone_are_read_by_the_wall_clock() -> None:
    zone = ZoneInfo("Europe/Ljubljana")
    naive = (lift("tue 18:00"), lift("thu 17:00", B))
    aware = tuple(replace(one, start=one.start.replace(tzinfo=zone)) for one in naive)
    assert check(plan(*aware), runner(), Outlook(), catalogue()) == check(
        plan(*naive), runner(), Outlook(), catalogue()
    )


def test_shifting_everything_by_whole_weeks_changes_no_rule_found() -> None:
    given = plan(lift("tue 18:00"), lift("wed 18:00", B), weeks=[week(1)])
    later = timedelta(weeks=9)
    shifted = replace(
        given,
        today=given.today + later,
        days=tuple(
            replace(
                day,
                day=day.day + later,
                sessions=tuple(replace(one, start=one.start + later) for one in day.sessions),
            )
            for day in given.days
        ),
        weeks=tuple(replace(one, start=one.start + later) for one in given.weeks),
    )
    rules = [one.rule for one in check(given, runner(), Outlook(), catalogue())]
    assert [one.rule for one in check(shifted, runner(), Outlook(), catalogue())] == rules


def test_a_rule_that_is_not_in_the_rulebook_is_not_judged() -> None:
    known = catalogue()
    few = {name: known.rulebook[name] for name in ("leg-spacing", "fresh-for-key-runs")}
    small = replace(known, rulebook=replace(known.rulebook, rules=few))
    given = plan(lift("tue 18:00"), lift("wed 18:00", B))
    assert {one.rule for one in check(given, runner(), Outlook(), small)} == {"leg-spacing"}


def test_the_runners_own_number_is_in_force() -> None:
    given = plan(lift("tue 18:00"), lift("fri 18:00", B))
    own = runner(rule_numbers={"leg-spacing": {"hours_new": 73}})
    rules = [one.rule for one in check(given, own, Outlook(), catalogue())]
    assert rules.count("leg-spacing") == 1
