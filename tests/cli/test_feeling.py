"""`legday hurt`, `sore`, `slept`, `ill`, `well`, `flag`, `cleared`, `screen`: what each answers, and what it changes."""

import jsonschema
import pytest

from legday.cli.exit_codes import ExitCode
from legday.writing.schema_files import schema
from terminal import TODAY, legday

NOW = ("--today", TODAY)


def said(home, verb, *words):
    """The verb's JSON, checked against its schema."""
    value = legday(verb, *words, *NOW, "--json", home=home).value
    jsonschema.validate(value, schema(verb))
    return value


def test_pain_is_answered_with_decision_rule_number_change_and_return(home):
    (told,) = said(home, "hurt", "achilles", "4", "--side", "left")["answers"]

    assert (told["decision"], told["rule"], told["number"], told["value"]) == (
        "hold",
        "pain-gate",
        "tendon_go",
        2,
    )
    assert told["changes"].startswith("No dose rises; no jumps")
    assert told["back"].startswith("Goes on after ")


def test_people_read_the_same(home):
    lines = legday("hurt", "achilles", "4", *NOW, home=home).out.splitlines()

    assert lines[0] == f"Noted: {TODAY} achilles 4/10."
    assert lines[2] == "Hold. Achilles tendon, 4 of 10: over 2, up to 5. Hold."
    assert lines[3] == "  Rule pain-gate: tendon_go = 2"
    assert lines[4].startswith("  Next sessions: No dose rises")


def test_the_next_morning_lets_go(home):
    legday("hurt", "achilles", "3", "--today", "2026-11-23", home=home)
    morning = ("hurt", "achilles", "2", "--when", "next-morning", "--today", "2026-11-24", "--json")

    value = legday(*morning, home=home).value

    assert [one["decision"] for one in value["answers"]] == ["go-on"]
    assert value["easings"] == []


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("achilles", "achilles"),
        ("Achilles tendon", "achilles"),
        ("front of the knee around the kneecap", "front-knee"),
        ("low back", "low-back"),
        ("back of the thigh", "hamstring"),
        ("one spot on the shin", "shin-spot"),
        ("sole of the foot", "sole"),
    ],
)
def test_a_place_is_found_by_free_words(home, words, place):
    assert said(home, "hurt", words, "1")["answers"][0]["place"] == place


@pytest.mark.parametrize(
    ("words", "remedy"), [("shin", "shin-diffuse or shin-spot"), ("achiles", "achilles")]
)
def test_a_place_that_is_not_clear_is_asked_about(home, words, remedy):
    refused = legday("hurt", words, "3", *NOW, home=home)

    assert refused.code == ExitCode.INPUT
    assert remedy in refused.err


def test_pain_without_a_number_or_of_tomorrow_is_refused(home):
    assert legday("hurt", "achilles", *NOW, home=home).code == ExitCode.INPUT
    assert legday("hurt", "achilles", "3", "--day", "2027-01-01", *NOW, home=home).code == ExitCode.INPUT


def test_hurt_alone_lists_the_places(home):
    value = legday("hurt", "--json", home=home).value

    jsonschema.validate(value, schema("hurt"))
    assert {"id": "achilles", "name": "Achilles tendon"} in value["places"]
    assert "achilles " in legday("hurt", home=home).out


def test_a_behaviour_that_may_be_a_red_flag_asks_the_question(home):
    printed = legday("hurt", "calf", "5", "--behaviour", "sudden", *NOW, home=home).out

    assert "? Did it feel like a kick or a pop" in printed
    assert "`legday flag calf-pop`" in printed


def test_soreness_takes_from_the_day(home):
    assert said(home, "sore", "5")["easings"][0]["sets_percent"] == 60
    (told,) = said(home, "sore", "8")["answers"]
    assert (told["decision"], told["number"]) == ("pause", "sore_stop")
    assert said(home, "sore", "2")["answers"][0]["decision"] == "go-on"
    assert said(home, "sore", "2", "--limp")["easings"][0]["no_session"]


def test_two_short_nights_take_a_set(home):
    legday("slept", "5:30", "--day", "2026-11-22", *NOW, home=home)
    value = said(home, "slept", "5:59", "--ready", "2")
    assert {one["number"]: one["sets_less"] for one in value["easings"]} == {
        "ready_ease": 0,
        "sleep_minutes": 1,
    }


def test_feeling_little_ready_takes_from_the_day(home):
    (told,) = said(home, "slept", "8:00", "--ready", "2")["answers"]
    assert (told["decision"], told["number"], told["value"]) == ("ease", "ready_ease", 2)
    assert said(home, "slept", "8:00", "--ready", "3")["answers"][0]["decision"] == "go-on"


@pytest.mark.parametrize("words", ["a lot", "5:77", "25", "5:3o", "-1"])
def test_a_night_that_is_no_time_is_refused(home, words):
    assert legday("slept", "--", words, home=home).code != ExitCode.OK


def test_ill_and_well_again(home):
    assert said(home, "ill", "--fever")["easings"][0]["last"] is None
    (rest, *_) = legday("well", "--today", "2026-11-26", "--json", home=home).value["easings"]
    assert (rest["first"], rest["last"]) == (TODAY, "2026-11-26")
    assert legday("well", "--today", "2026-11-27", home=home).code == ExitCode.INPUT


def test_well_again_fits_its_schema(home):
    legday("ill", "--since", "2026-11-20", *NOW, home=home)
    assert said(home, "well")["easings"] == []


def test_an_illness_does_not_end_before_it_begins(home):
    refused = legday("ill", "--until", "2026-11-01", *NOW, home=home)
    assert refused.code == ExitCode.INPUT


def test_a_red_flag_locks_until_it_is_cleared(home):
    value = said(home, "flag", "chest")
    assert value["easings"][0]["no_session"]
    assert "local emergency number" in value["answers"][0]["words"]

    assert said(home, "cleared", "calf-pop")["easings"] != []
    assert "Still held back by rule red-flag-lock" in legday("cleared", "achilles", *NOW, home=home).out
    assert said(home, "cleared", "chest")["easings"] == []


def test_flag_alone_lists_the_questions(home):
    value = legday("flag", "--json", home=home).value

    jsonschema.validate(value, schema("flag"))
    assert len(value["flags"]) >= 10
    assert all("local emergency number" in one["advice"] for one in value["flags"])
    assert "To be reviewed by a clinician." in legday("flag", home=home).out


def test_a_red_flag_empties_the_plan_and_says_why(home):
    legday("flag", "chest", *NOW, home=home)

    value = legday("plan", "--weeks", "2", *NOW, "--json", home=home).value

    assert [day["sessions"] for day in value["days"] if day["sessions"]] == []
    assert {one["rule"] for one in value["unused"]} == {"red-flag-lock"}


def test_screening_lists_the_questions_where_nobody_can_be_asked(home):
    value = said(home, "screen")

    assert value["verdict"] == "go-on"
    assert {one["id"] for one in value["questions"]} >= {"active", "symptoms", "disease"}
    assert not value["changed"]


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        (("active=yes", "symptoms=no", "disease=no"), "go-on"),
        (("active=no",), "light-first"),
        (("disease=yes",), "clear-before-hard"),
        (("active=no", "disease=yes"), "clear-first"),
        (("symptoms=yes",), "stop"),
        (("symptoms=yes", "clinician=yes"), "go-on"),
        (("active=no", "disease=yes", "clinician=yes"), "light-first"),
    ],
)
def test_screening_decides_by_activity_disease_and_signs(home, answers, verdict):
    given = [word for one in answers for word in ("--answer", one)]

    value = said(home, "screen", *given)

    assert value["verdict"] == verdict
    assert said(home, "screen")["verdict"] == verdict


def test_signs_of_trouble_empty_the_plan_until_a_clinician_clears_them(home):
    def sessions():
        value = legday("plan", "--weeks", "2", *NOW, "--json", home=home).value
        return sum(len(day["sessions"]) for day in value["days"])

    before = sessions()
    legday("screen", "--answer", "symptoms=yes", *NOW, home=home)
    assert sessions() == 0
    legday("cleared", *NOW, home=home)
    assert sessions() == before > 0


@pytest.mark.parametrize("answer", ["active=maybe", "actve=yes"])
def test_an_answer_that_is_none_is_refused(home, answer):
    assert legday("screen", "--answer", answer, *NOW, home=home).code == ExitCode.INPUT


def test_nothing_can_be_felt_in_a_home_without_a_profile(tmp_path):
    assert legday("sore", "3", home=tmp_path / "empty").code != ExitCode.OK
