"""Screening: what the answers make of a profile, and which doors they shut, in gates, openings and the checker alike."""

from dataclasses import replace
from datetime import timedelta

import pytest

from legday.adapting.screening import health_after, screening_words
from legday.model.runner import Health
from legday.model.screening import Verdict, verdict
from legday.progressing.gates import Gates, gates
from plan_builder import MONDAY, catalogue, found, lift, plan, runner

RULES = catalogue().rulebook
WEEK = timedelta(weeks=1)


def gate(health: Health, *, ahead: int = 0) -> Gates:
    return gates(runner(health=health).profile, RULES, week=MONDAY + ahead * WEEK, weeks_ahead=ahead)


def opens(health: Health, *, ahead: int = 0) -> tuple[bool, bool, bool]:
    """Whether leg work, heavy work and explosive work are open."""
    one = gate(health, ahead=ahead)
    return not one.closed, one.heavy, one.explosive


@pytest.mark.parametrize(
    ("health", "says", "open_doors"),
    [
        (Health(), Verdict.GO_ON, (True, True, True)),
        (Health(inactive=True), Verdict.LIGHT_FIRST, (True, False, False)),
        (Health(known_disease=True), Verdict.CLEAR_BEFORE_HARD, (True, False, False)),
        (Health(known_disease=True, clinician_confirmed=True), Verdict.GO_ON, (True, True, True)),
        (Health(inactive=True, known_disease=True), Verdict.CLEAR_FIRST, (False, False, False)),
        (Health(symptoms=True), Verdict.STOP, (False, False, False)),
        (Health(symptoms=True, clinician_confirmed=True), Verdict.GO_ON, (True, True, True)),
        (
            Health(inactive=True, known_disease=True, clinician_confirmed=True),
            Verdict.LIGHT_FIRST,
            (True, False, False),
        ),
    ],
)
def test_activity_disease_and_signs_decide(health, says, open_doors):
    assert verdict(health) is says
    assert opens(health) == open_doors
    assert screening_words(health, RULES).endswith(".")


def test_light_weeks_are_four_from_the_answers_and_keep_four_in_reserve():
    health = Health(inactive=True, screened=MONDAY)
    assert [gate(health, ahead=ahead).rir_least for ahead in (0, 3, 4)] == [4, 4, 0]
    assert [opens(health, ahead=ahead)[2] for ahead in (3, 4)] == [False, True]
    assert opens(replace(health, screened=MONDAY - 4 * WEEK)) == (True, True, True)


def test_a_light_week_counts_where_it_begins():
    health = Health(inactive=True, screened=MONDAY + timedelta(days=2))
    assert [gate(health, ahead=ahead).rir_least for ahead in (3, 4, 5)] == [4, 4, 0]


@pytest.mark.parametrize(
    ("health", "ahead", "explosive"),
    [
        (Health(weeks_post_partum=20), 0, False),
        (Health(weeks_post_partum=51), 0, False),
        (Health(weeks_post_partum=51), 1, True),
        (Health(weeks_post_partum=20, impact_gate_passed=True), 0, True),
        (Health(weeks_post_partum=20, impact_gate_passed=True, pelvic_floor_symptoms=True), 0, False),
        (Health(pelvic_floor_symptoms=True), 0, False),
    ],
)
def test_no_jumps_after_a_birth_before_the_checks_are_passed(health, ahead, explosive):
    assert gate(health, ahead=ahead).explosive is explosive
    jumps = plan(lift(f"w{ahead + 1} tue 18:00", ("box-jump 2x10", "squat 3x10")))
    state = runner(health=health, foundation_weeks=8)
    assert (found("condition-gates", jumps, state) == ()) is explosive


@pytest.mark.parametrize(
    ("health", "jumps_shut"),
    [
        (Health(known_disease=True), True),
        (Health(known_disease=True, clinician_confirmed=True), False),
        (Health(inactive=True), True),
        (Health(inactive=True, screened=MONDAY - 4 * WEEK), False),
    ],
)
def test_the_checker_reads_screening_by_itself(health, jumps_shut):
    jumps = plan(lift("tue 18:00", ("box-jump 2x10", "squat 3x10 rir4")))
    state = runner(health=health, foundation_weeks=8)
    assert bool(found("condition-gates", jumps, state)) is jumps_shut


@pytest.mark.parametrize("health", [Health(symptoms=True), Health(inactive=True, known_disease=True)])
def test_the_checker_lets_no_session_pass_before_a_clinician_agrees(health):
    session = plan(lift("tue 18:00", ("squat 3x10 rir4",)))
    assert len(found("condition-gates", session, runner(health=health))) == 1
    agreed = replace(health, clinician_confirmed=True)
    assert found("condition-gates", session, runner(health=agreed)) == ()


def test_answers_set_their_fields_and_the_day_and_leave_the_rest():
    before = Health(osteoporosis=True)
    questions = catalogue().screening
    after = health_after(before, {"active": False, "disease": True}, questions, today=MONDAY)
    assert after == Health(osteoporosis=True, inactive=True, known_disease=True, screened=MONDAY)
    assert health_after(before, {}, questions, today=MONDAY) == before


def test_answering_again_does_not_begin_the_light_weeks_anew():
    questions = catalogue().screening
    begun = Health(inactive=True, screened=MONDAY)
    again = health_after(begun, {"active": False}, questions, today=MONDAY + WEEK)
    assert again.screened == MONDAY
    active = health_after(begun, {"active": True}, questions, today=MONDAY + WEEK)
    assert (active.inactive, active.screened) == (False, MONDAY + WEEK)


def test_every_question_leads_to_a_field_of_its_own():
    fields = [question.field for question in catalogue().screening.values()]
    assert len(set(fields)) == len(fields)


@pytest.mark.parametrize(
    ("health", "words"),
    [
        (
            Health(symptoms=True),
            "Signs that want a doctor first: no leg session until a clinician has said that leg strength is fine.",
        ),
        (
            Health(inactive=True, known_disease=True),
            "A known disease and no regular activity: no leg session until a clinician has said that leg strength is fine.",
        ),
        (
            Health(known_disease=True),
            "A known disease: go on as you do; nothing heavy or explosive until a clinician has agreed.",
        ),
        (
            Health(inactive=True),
            "Not active so far: 4 weeks light, 4 repetitions in reserve, nothing heavy or explosive.",
        ),
        (Health(), "Nothing here holds leg strength back."),
    ],
)
def test_each_verdict_is_said_in_its_own_words(health, words):
    assert screening_words(health, RULES) == words


def test_other_answers_let_the_light_weeks_go_on_counting():
    begun = Health(inactive=True, screened=MONDAY)
    answered = health_after(begun, {"disease": False}, catalogue().screening, today=MONDAY + WEEK)
    assert answered.screened == MONDAY
