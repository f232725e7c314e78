"""The rulebook holds every rule with its agreed numbers, a source or the word that it is ours, and a sentence."""

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model import body
from legday.model.rules import Grade, Level, Season

CATALOGUE = read_catalogue()
RULES = CATALOGUE.rulebook.rules

MUST = {
    "leg-spacing": {"hours": 48, "hours_new": 72, "layoff_days": 21, "new_sessions": 2},
    "weekly-ceiling": {"sessions": 3, "days": 7},
    "run-first": {"hours_before": 6},
    "fresh-for-key-runs": {"hours": 24, "hours_new": 48, "contacts": 60, "early_hour": 6},
    "race-quiet": {"hours_a": 96, "hours_b": 72, "hours_c": 48, "new_days": 21},
    "after-race": {
        "days_marathon": 7, "percent_marathon": 60, "until_day_marathon": 14, "days_half": 4, "days_ten": 2, "days_short": 1,
    },
    "fits-the-opening": {"tolerance_minutes": 0},
    "gear": {},
    "leg-growth": {"percent": 110, "muscle_percent": 110, "muscle_quarters": 4, "weeks": 4, "least_body_masses": 50},
    "weight-step": {"percent": 10, "reps_past": 4, "reps_most": 30},
    "earned": {"sessions": 2, "spare": 2, "easy": 2, "step_back_percent": 10, "misses": 2},
    "returning": {
        "days_same": 10, "days_eased": 21, "days_intro": 56, "eased_percent": 90, "eased_sets": 1, "intro_percent": 75,
        "intro_sets_percent": 60, "again_percent": 55, "intro_sessions": 2,
    },
    "plyometric-gate": {
        "weeks": 4, "contacts_first": 20, "contacts_step": 20, "cap_beginner": 60, "cap_trained": 100, "cap_advanced": 120,
        "hours_apart": 48,
    },
    "pain-gate": {
        "bone": 0, "tendon_go": 2, "tendon_hold": 5, "kneecap": 2, "muscle": 3, "joint": 2, "soft_tissue": 3,
        "morning_repeat": 1, "morning_worse": 3, "weeks": 2, "times": 3, "times_days": 365, "hold_days": 7, "pause_days": 7,
        "steps_back": 2, "step_percent": 10, "sets_less": 1, "resolved_days": 14,
    },
    "red-flag-lock": {},
    "illness": {"clear_days": 1, "eased_days": 7, "eased_percent": 90, "eased_sets": 1},
    "condition-gates": {
        "adult_age": 18, "post_partum_weeks": 12, "post_partum_gate_weeks": 52, "minor_rir": 3, "minor_reps_low": 8,
        "masters_age": 50, "supine_weeks": 14, "inactive_weeks": 4, "inactive_rir": 4,
    },
}  # fmt: skip
SHOULD = {
    "readiness": {
        "sore_stop": 7, "sore_ease": 5, "ease_percent": 60, "rir_plus": 1, "sleep_minutes": 360, "nights": 2, "sets_less": 1, "ready_ease": 2,
    },
    "weekly-frequency": {"sessions": 2, "longest_gap_days": 8},
    "hours-after-run": {
        "hours_1": 3, "hours_2": 6, "hours_3": 24, "utility_0": 0, "utility_1": 50, "utility_2": 80, "utility_3": 100,
    },
    "hard-with-hard": {"runs_a_week": 5},
    "muscle-band": {
        "least": 4, "aim_low": 6, "aim_high": 12, "most": 18, "most_beginner": 12, "race_week": 3, "weeks_beginner": 4,
        "percent_cut_back": 50,
    },
    "posterior-balance": {"low": 100, "high": 220},
    "one-leg-work": {"exercises": 1},
    "hips-and-trunk": {"sets": 1},
    "steady-week": {"change": 1},
    "keep-promises": {"near_days": 7, "near": 10, "far": 2},
    "spread": {"hours": 72},
    "masters-rest": {"hours": 72, "percent": 95},
    "cut-back": {"every_low": 3, "every_high": 5, "percent_low": 40, "percent_high": 50},
    "rest-day": {"days": 1},
    "mobility": {"blocks": 2},
    "warm-up": {"minutes": 10, "minutes_after_run": 5},
    "cool-down": {"minutes_low": 5, "minutes_high": 10, "hold_s": 60},
    "new-block-new-run-load": {"percent": 10},
    "stalled": {"lifts": 2, "sessions": 3},
    "effort": {"rir_low": 2, "rir_high": 3, "rir_beginner": 4, "rir_never": 0},
}  # fmt: skip
INFO = {
    "longest-run": {"percent": 110, "days": 30},
    "run-growth": {"percent": 110, "percent_two_weeks": 130},
    "cross-train": {"runs": 1},
    "loads": {"days_short": 7, "days_long": 42},
    "not-used": {},
}


@pytest.mark.parametrize(
    ("level", "agreed"), [(Level.MUST, MUST), (Level.SHOULD, SHOULD), (Level.INFO, INFO)]
)
def test_every_rule_of_a_level_is_there_with_its_numbers(
    level: Level, agreed: dict[str, dict[str, int]]
) -> None:
    assert {name: dict(rule.numbers) for name, rule in RULES.items() if rule.level is level} == agreed


CLAIMED = {
    "leg-spacing": ("P7", "W-AB"), "weekly-ceiling": ("P1",), "run-first": ("P2",), "fresh-for-key-runs": ("P2", "P3"),
    "fits-the-opening": ("W-A", "W-B", "R2", "R3"), "leg-growth": ("P5", "P6"), "weight-step": ("P5", "P6"),
    "plyometric-gate": ("V1", "V2"), "pain-gate": ("R6",), "red-flag-lock": ("R6",), "weekly-frequency": ("P1",),
    "hard-with-hard": ("P2", "P3"), "muscle-band": ("P4", "G3"), "posterior-balance": ("G3",),
    "one-leg-work": ("E4", "E7", "E8"), "hips-and-trunk": ("G2",), "spread": ("P7",), "cut-back": ("R1",),
    "rest-day": ("R1",), "mobility": ("R4",), "warm-up": ("R2",), "cool-down": ("R3",), "longest-run": ("P6",),
    "run-growth": ("P6",), "cross-train": ("R7",),
}  # fmt: skip


def test_rules_name_the_rows_of_the_article_they_come_from() -> None:
    assert {name: rule.claims for name, rule in RULES.items() if rule.claims} == CLAIMED


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_has_a_sentence_and_a_source_or_is_called_ours(name: str) -> None:
    rule = RULES[name]
    assert "{" not in rule.sentence
    assert rule.sentence.endswith(".")
    assert rule.sources


def test_only_the_rules_that_need_a_journal_wait_for_it() -> None:
    assert {name for name, rule in RULES.items() if rule.needs is Season.LOG} == {
        "pain-gate",
        "red-flag-lock",
        "readiness",
        "illness",
        "earned",
        "returning",
        "stalled",
    }


def test_what_is_called_seen_has_a_source_that_was_seen() -> None:
    for rule in RULES.values():
        if rule.grade.shown_as_science:
            grades = {CATALOGUE.sources[source].grade for source in rule.sources if source != "article"}
            assert grades & {Grade.SEEN, Grade.SECOND_HAND}, rule.id


def test_a_number_of_ours_is_never_shown_as_science() -> None:
    assert RULES["fresh-for-key-runs"].our_setting("hours")
    assert RULES["condition-gates"].our_setting("masters_age")
    assert not RULES["condition-gates"].our_setting("post_partum_weeks")
    assert not RULES["leg-spacing"].our_setting("hours")


def test_the_least_time_between_sessions_cannot_be_set_below_the_articles() -> None:
    assert RULES["leg-spacing"].bounds["hours"][0] == 48


def test_no_source_stands_unused() -> None:
    used = {
        source
        for things in (CATALOGUE.exercises, CATALOGUE.drills, CATALOGUE.conditions, RULES)
        for thing in things.values()
        for source in thing.sources
    }
    assert set(CATALOGUE.sources) == used | set(CATALOGUE.progression.sources) | set(body.SOURCES)


@pytest.mark.parametrize("name", sorted(CATALOGUE.sources))
def test_a_doi_looks_like_one(name: str) -> None:
    doi = CATALOGUE.sources[name].doi
    assert not doi or doi.startswith("10.")
