"""What a plan looks like as JSON."""

import json
from dataclasses import replace

import jsonschema
import pytest

from legday.model.plan import SolverStage
from legday.writing.plan_json import canonical_json, json_text, plan_json, session_json
from legday.writing.schema_files import schema
from plan_example import PLAN, SQUAT, TUESDAY


def test_a_plan_fits_the_published_schema():
    jsonschema.validate(plan_json(PLAN), schema("plan"))


def test_the_schema_itself_is_sound():
    jsonschema.Draft202012Validator.check_schema(schema("plan"))


@pytest.mark.parametrize("key", ["today", "style", "solver", "days", "weeks", "findings", "unused"])
def test_the_schema_asks_for_every_promised_key(key):
    value = plan_json(PLAN)
    del value[key]
    with pytest.raises(jsonschema.ValidationError, match=key):
        jsonschema.validate(value, schema("plan"))


def test_a_session_says_when_what_and_why():
    value = session_json(TUESDAY)

    assert value["start"] == "2026-11-24T18:00"
    assert value["exercises"][0]["weight_g"] == 25_000
    assert value["exercises"][0]["reps"] == [8, 12]
    assert value["why"]["day"] == ["No key run within 48 h."]


def test_exercises_that_share_their_rests_are_named_two_and_two():
    assert session_json(TUESDAY)["supersets"] == []
    paired = replace(TUESDAY, supersets=(("squat", "side-plank"),))
    plan = replace(PLAN, days=(replace(PLAN.days[1], sessions=(paired,)),))

    assert session_json(paired)["supersets"] == [["squat", "side-plank"]]
    jsonschema.validate(plan_json(plan), schema("plan"))


def test_the_schema_refuses_three_in_a_superset():
    value = plan_json(PLAN)
    value["days"][1]["sessions"][0]["supersets"] = [["squat", "side-plank", "calf-raise"]]

    with pytest.raises(jsonschema.ValidationError, match="too long"):
        jsonschema.validate(value, schema("plan"))


def test_a_run_is_told_in_kilometres_with_its_local_start():
    (run,) = plan_json(PLAN)["days"][1]["runs"]

    assert (run["kind"], run["key"], run["km"], run["start"]) == ("easy", False, 7.25, "2026-11-24T07:00")


def test_sets_are_fractional_and_in_the_order_of_the_muscles():
    (week,) = plan_json(PLAN)["weeks"]

    assert list(week["sets_by_muscle"].items()) == [("quadriceps", 15.0), ("soleus", 6.75)]
    assert week["posterior_anterior"] == 1.8


def test_the_canonical_form_is_the_same_however_long_the_solver_took():
    stage = SolverStage(stage="days: sessions", status="optimal", objective=2, bound=2, ms=99)
    slower = replace(PLAN, solver=(stage,))

    assert plan_json(slower) != plan_json(PLAN)
    assert canonical_json(slower) == canonical_json(PLAN)


def test_the_canonical_form_tells_different_plans_apart():
    heavier = replace(SQUAT, weight_g=30_000)
    session = replace(TUESDAY, exercises=(heavier,))
    day = replace(PLAN.days[1], sessions=(session,))

    assert canonical_json(replace(PLAN, days=(PLAN.days[0], day))) != canonical_json(PLAN)


def test_json_text_keeps_letters_beyond_ascii():
    assert json_text({"pick_up": "2 × 12.5 kg"}) == '{\n  "pick_up": "2 × 12.5 kg"\n}\n'


def test_the_text_reads_back_as_the_same_value():
    assert json.loads(json_text(plan_json(PLAN))) == plan_json(PLAN)
