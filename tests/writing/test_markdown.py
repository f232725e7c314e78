"""What a plan looks like as Markdown."""

from dataclasses import replace

import pytest

from legday.model.runner import Units
from legday.writing.markdown import plan_markdown
from legday.writing.prescriptions import dose_text, reps_text
from plan_example import CATALOGUE, PLAN, SQUAT, TUESDAY


def text(units=Units.METRIC):
    return plan_markdown(PLAN, CATALOGUE, units)


def test_the_weeks_stand_in_a_table():
    assert "| 23 Nov 2026 | foundation | 1 of 2 | 50 | 0 | 1.8 |" in text()


def test_a_day_names_its_runs_and_its_session():
    assert "### Tue 24 Nov: 07:00 easy run, 40 min, 7.2 km · 18:00 Workout A, 42 min" in text()


def test_a_session_lists_warm_up_exercises_and_cool_down():
    lines = text().splitlines()

    assert "- Warm-up: Leg swing" in lines
    assert "- Squat: 3 × 8–12 at 25 kg (2 × 12.5 kg), 3 in reserve, rest 90 s" in lines
    assert "- Cool-down: Calf stretch" in lines
    assert "- Pain other than muscle soreness: stop; see a professional if it stays." in lines
    assert "- In all 42 min of 45 min" in lines


def test_a_session_says_which_exercises_go_together():
    paired = replace(TUESDAY, supersets=(("squat", "side-plank"),))
    plan = replace(PLAN, days=(replace(PLAN.days[1], sessions=(paired,)),))
    lines = plan_markdown(plan, CATALOGUE, Units.METRIC).splitlines()

    assert lines.index("- Superset: Squat with Side plank") == lines.index("- Cool-down: Calf stretch") - 1
    assert "Superset" not in text()


def test_a_tempo_that_is_not_the_usual_is_said():
    assert dose_text(replace(SQUAT, tempo="4-1-1"), Units.METRIC) == (
        "3 × 8–12 at 25 kg (2 × 12.5 kg) at tempo 4-1-1, 3 in reserve, rest 90 s"
    )
    assert "tempo" not in dose_text(SQUAT, Units.METRIC)


def test_the_reasons_are_told():
    assert "> Why this day: No key run within 48 h." in text()
    assert "> Why this dose: First weight." in text()


def test_a_collision_names_rules_and_remedies():
    assert "**Tuesday and Wednesday lie 24 h apart.** Rules that collide: leg-spacing." in text()
    assert "- a 45-minute opening on Thursday" in text()


def test_a_collision_without_a_rule_names_none():
    (collision,) = PLAN.collisions
    plan = replace(PLAN, collisions=(replace(collision, rules=("openings",)),))

    assert "**Tuesday and Wednesday lie 24 h apart.**\n- a 45-minute" in plan_markdown(
        plan, CATALOGUE, Units.METRIC
    )


def test_findings_and_notes_stand_at_the_end():
    assert text().endswith(
        "- should · weekly-frequency: One session in the week of 23 Nov; 2 are wanted.\n\n- Style article.\n"
    )


def test_miles_and_pounds_are_shown_to_who_counts_in_them():
    assert "07:00 easy run, 40 min, 4.5 mi" in text(Units.IMPERIAL)
    assert "at 55 lb" in text(Units.IMPERIAL)


@pytest.mark.parametrize(
    ("reps", "target", "seconds", "told"),
    [
        ((8, 12), 8, False, "8–12"),
        ((8, 12), 12, False, "8–12"),
        ((8, 12), 16, False, "16"),
        ((8, 12), 6, False, "6"),
        ((30, 30), 30, True, "30 s"),
        ((30, 30), 45, True, "45 s"),
    ],
)
def test_a_target_beyond_its_range_stands_alone(reps, target, seconds, told):
    assert reps_text(replace(SQUAT, reps=reps, target=target, seconds=seconds)) == told
