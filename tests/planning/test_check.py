"""The checker as a whole: the article's own week, hand-made plans, order of findings, speed of thought."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from legday.model.rules import Level
from legday.model.runner import LiftingLevel
from legday.model.runs import Outlook
from legday.planning.check import check
from plan_builder import A, B, catalogue, day, found, lift, line, outlook, plan, run, runner, week
from rule_cases import CASES

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
    few = {
        name: known.rulebook[name] for name in ("leg-spacing", "fresh-for-key-runs", "earned", "returning")
    }
    small = replace(known, rulebook=replace(known.rulebook, rules=few))
    given = plan(lift("tue 18:00"), lift("wed 18:00", B))
    assert {one.rule for one in check(given, runner(), Outlook(), small)} == {"leg-spacing"}


def test_the_runners_own_number_is_in_force() -> None:
    given = plan(lift("tue 18:00"), lift("fri 18:00", B))
    own = runner(rule_numbers={"leg-spacing": {"hours_new": 73}})
    rules = [one.rule for one in check(given, own, Outlook(), catalogue())]
    assert rules.count("leg-spacing") == 1


SAID = {
    "leg-spacing": (
        "Tuesday 24 Nov 18:00 to Thursday 26 Nov 17:59 is 47 h 59 min; leg sessions need 48 h",
        "tue, thu",
    ),
    "weekly-ceiling": (
        "4 leg sessions in the 7 days from Monday 23 Nov to Sunday 29 Nov; 3 at most",
        "mon, wed, fri, sun",
    ),
    "run-first": (
        "the session of Tuesday 24 Nov 17:59 stands with the easy run of Tuesday 24 Nov 17:00 to 18:00; lift after the run",
        "tue",
    ),
    "fresh-for-key-runs": (
        "the session of Tuesday 24 Nov 18:00 ends 23 h 59 min before the quality run of Wednesday 25 Nov 18:59; it needs 24 h",
        "tue, wed",
    ),
    "race-quiet": (
        "the session of Wednesday 25 Nov 09:01 ends 95 h 59 min before the A race of Sunday 29 Nov 10:00; the last one needs 96 h",
        "wed, sun",
    ),
    "after-race": (
        "the session of Sunday 6 Dec comes 7 d after the race of Sunday 29 Nov; the legs need 7 d",
        "sun, w2 sun",
    ),
    "fits-the-opening": ("the session of Tuesday 24 Nov 18:00 takes 60 min; its opening has 59 min", "tue"),
    "gear": (
        "Squat on Tuesday 24 Nov asks for 22.5 kg, which cannot be built; nearest: 20 kg or 25 kg",
        "tue",
    ),
    "leg-growth": (
        "the week of 30 Nov has a leg volume of 5865; 5610 is 110 % of the highest of the 4 weeks before that were not light",
        "w2 mon",
    ),
    "weight-step": (
        "the week of 30 Nov: Squat goes from 15 kg to 25 kg, more than 10 %, without having grown past its repetitions first",
        "w2 mon",
    ),
    "plyometric-gate": (
        "the session of Tuesday 24 Nov 18:00 has jumps after 3 weeks of leg work; 4 weeks come first",
        "tue",
    ),
    "condition-gates": (
        "the session of Tuesday 24 Nov needs a clinician's agreement first: a recent operation",
        "tue",
    ),
    "pain-gate": (
        "the session of Tuesday 24 Nov holds Walking lunge, to be left out: Achilles tendon, 6 of 10",
        "tue",
    ),
    "red-flag-lock": ("the session of Tuesday 24 Nov stands where none may: Chest, said on 23 Nov.", "tue"),
    "readiness": ("the session of Tuesday 24 Nov stands where none may: Achilles tendon, 6 of 10.", "tue"),
    "illness": (
        "the session of Tuesday 24 Nov rises over what was done, Squat volume 3905 after 3550: Achilles tendon, 6 of 10",
        "tue",
    ),
    "weekly-frequency": ("1 of 2 leg sessions in the week of 23 Nov", "mon"),
    "hours-after-run": (
        "the session of Tuesday 24 Nov 17:59 begins 2 h 59 min after a run; 3 h or more are better",
        "tue",
    ),
    "hard-with-hard": (
        "the session of Wednesday 25 Nov loads an easy day; days with a hard run: Tuesday 24 Nov",
        "wed",
    ),
    "muscle-band": (
        "the week of 23 Nov: glute-med 3.75 and gastrocnemius 3.75; between 4 and 18 sets",
        "mon",
    ),
    "posterior-balance": (
        "the week of 23 Nov has 7 sets for hamstrings and glutes and 3 for the quadriceps; 100–220 % keeps the balance",
        "mon",
    ),
    "one-leg-work": ("the session of Tuesday 24 Nov has 0 exercises on one leg; 1 at least", "tue"),
    "hips-and-trunk": (
        "the week of 23 Nov has 0 sets for the hip abductors and 1 for the trunk; 1 each at least",
        "mon",
    ),
    "steady-week": (
        "the week of 30 Nov uses Tuesday and Saturday where the week before used Tuesday and Friday",
        "w2 mon",
    ),
    "keep-promises": ("the session promised for Friday 27 Nov, 4 d ahead, is not kept (costs 10)", "fri"),
    "spread": (
        "Tuesday 24 Nov 18:00 and Friday 27 Nov 17:59 are 71 h 59 min apart; 72 h spread the week better",
        "tue, fri",
    ),
    "masters-rest": (
        "the session of Wednesday 25 Nov 18:00, the hardest of its week, is followed after 48 h; 72 h are better at this age",
        "wed, fri",
    ),
    "cut-back": ("the week of 21 Dec is the 5th full week in a row; a lighter one is due by then", "w5 mon"),
    "rest-day": ("the week of 23 Nov has 0 days with neither run nor leg session; 1 at least", "mon"),
    "mobility": ("the week of 23 Nov has 1 mobility blocks; 2 at least", "mon"),
    "warm-up": ("the warm-up of Tuesday 24 Nov 18:00 has nothing that raises the pulse", "tue"),
    "cool-down": ("the cool-down of Tuesday 24 Nov 18:00 does not take 5–10 min", "tue"),
    "new-block-new-run-load": (
        "a new block begins in the week of 30 Nov while the runs grow from 160 to 177 minutes",
        "w2 mon",
    ),
    "effort": ("repetitions in reserve on Tuesday 24 Nov: Squat 1; 2–4 are meant, never 0", "tue"),
}
"""What is said of the plan in `rule_cases` that breaks a rule, and of which days."""


@pytest.mark.parametrize("rule", sorted(CASES))
def test_a_broken_rule_is_said_in_these_words_of_these_days(rule: str) -> None:
    broken = CASES[rule].breaks
    (finding,) = found(rule, broken.plan, broken.state, broken.outlook)
    words, days = SAID[rule]
    assert finding.words == words
    assert finding.days == tuple(day(one) for one in days.split(", "))
