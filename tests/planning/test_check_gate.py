"""Doors: gear, jumps, conditions."""

from dataclasses import replace
from datetime import timedelta

import pytest

from drawn_lives import away
from legday.model.plan import Prescription, Session
from legday.model.runner import Gear, GearKind, Health, LiftingLevel, Units
from legday.model.state import Log
from plan_builder import MONDAY, B, day, done, found, lift, line, outlook, plan, run, runner, said


def test_an_exercise_nobody_knows_is_told() -> None:
    unknown = replace(line("squat 3x10"), exercise="leg-presss")
    assert said("gear", plan(lift("tue 18:00", (unknown,)))) == [
        "leg-presss on Tuesday 24 Nov is not an exercise legday knows"
    ]


def test_an_exercise_without_its_gear_is_told_with_what_it_needs() -> None:
    (words,) = said("gear", plan(lift("tue 18:00", ("box-jump 2x10",))), runner(gear=Gear()))
    assert words == "Box jump on Tuesday 24 Nov needs box or bench or step, which is not owned"


def test_gear_that_is_not_there_on_a_journey_is_told_as_that() -> None:
    gone = away(day("tue"), day("tue"), gear=Gear())
    home = runner(gear=Gear(things=frozenset({GearKind.ANCHOR, GearKind.BANDS})))
    given = plan(lift("tue 18:00", ("band-hamstring-curl 2x10",)))
    assert found("gear", given, home) == ()
    assert said("gear", given, replace(home, log=Log(away=(gone,)))) == [
        "Standing band curl on Tuesday 24 Nov needs anchor and bands, which is not there on this day"
    ]


def test_gear_named_in_a_prescription_must_be_owned() -> None:
    with_bar = line("squat 3x10", gear=(GearKind.BARBELL,))
    assert said("gear", plan(lift("tue 18:00", (with_bar,)))) == [
        "Squat on Tuesday 24 Nov uses barbell, which is not owned"
    ]
    with_dumbbells = line("squat 3x10 20kg", gear=(GearKind.DUMBBELLS, GearKind.BODY))
    assert found("gear", plan(lift("tue 18:00", (with_dumbbells,)))) == ()


def test_the_nearest_weights_are_named_for_one_that_cannot_be_built() -> None:
    assert said("gear", plan(lift("tue 18:00", ("squat 3x10 22kg",)))) == [
        "Squat on Tuesday 24 Nov asks for 22 kg, which cannot be built; nearest: 20 kg or 25 kg"
    ]


def test_bodyweight_is_a_weight_where_the_body_alone_will_do() -> None:
    assert found("gear", plan(lift("tue 18:00", ("squat 3x10",)))) == ()
    assert len(found("gear", plan(lift("tue 18:00", ("deadlift 3x8",))))) == 1


def jumping(*menu: str, when: str = "tue 18:00") -> Session:
    return lift(when, (*menu, "squat 3x10"))


READY = runner(foundation_weeks=4)
EXPECTING = Health(pregnant=True, clinician_confirmed=True)


def test_weeks_of_the_plan_with_sessions_count_as_foundation() -> None:
    weeks = [lift(f"w{n} tue 18:00", B) for n in (1, 2, 4, 5)]
    jumps = jumping("box-jump 2x10", when="w6 tue 18:00")
    assert found("plyometric-gate", plan(*weeks, jumps)) == ()
    assert said("plyometric-gate", plan(*weeks[1:], jumps)) == [
        "the session of Tuesday 29 Dec 18:00 has jumps after 3 weeks of leg work; 4 weeks come first"
    ]


@pytest.mark.parametrize(
    ("known", "when", "behind"),
    [(4, "fri 18:00", 3), (5, "fri 18:00", None), (3, "w2 tue 18:00", 3), (4, "w2 tue 18:00", None)],
)
def test_the_week_that_goes_on_is_behind_once_it_is_over_and_counts_once(known, when, behind) -> None:
    state = runner(foundation_weeks=known, past=(done("mon 06:00"),))
    findings = said("plyometric-gate", plan(lift("wed 18:00", B), jumping("box-jump 2x10", when=when)), state)
    assert [f"has jumps after {behind} weeks" in words for words in findings] == [True] * bool(behind)


@pytest.mark.parametrize(("jumps", "findings"), [("box-jump 4x10", 0), ("box-jump 1x41", 1)])
def test_at_first_40_contacts_are_the_most(jumps: str, findings: int) -> None:
    assert len(found("plyometric-gate", plan(jumping(jumps)), READY)) == findings


def test_contacts_the_plan_tells_count_where_they_are_more() -> None:
    told = replace(jumping("box-jump 2x10"), contacts=41)
    assert said("plyometric-gate", plan(told), READY) == [
        "the session of Tuesday 24 Nov 18:00 has 41 foot contacts; 40 at most by now"
    ]


def test_both_sides_count_as_contacts() -> None:
    each_side = line("plyometric-lunge 2x12")
    given = plan(lift("tue 18:00", (each_side, "squat 3x10")))
    assert each_side.per_side
    assert len(found("plyometric-gate", given, READY)) == 1


@pytest.mark.parametrize(
    ("level", "contacts", "findings"),
    [
        (LiftingLevel.BEGINNER, 60, 0),
        (LiftingLevel.BEGINNER, 61, 1),
        (LiftingLevel.TRAINED, 100, 0),
        (LiftingLevel.TRAINED, 101, 1),
        (LiftingLevel.ADVANCED, 120, 0),
        (LiftingLevel.ADVANCED, 121, 1),
    ],
)
def test_the_most_contacts_depend_on_the_level(level: LiftingLevel, contacts: int, findings: int) -> None:
    state = runner(foundation_weeks=9, lifting=level, past=(done("w0 tue 18:00", contacts=110),))
    assert len(found("plyometric-gate", plan(jumping(f"box-jump 1x{contacts}")), state)) == findings


@pytest.mark.parametrize(("contacts", "findings"), [(50, 0), (51, 1)])
def test_contacts_grow_by_20_a_week(contacts: int, findings: int) -> None:
    given = plan(jumping("box-jump 3x10"), jumping(f"box-jump 1x{contacts}", when="w2 tue 18:00"))
    assert len(found("plyometric-gate", given, READY)) == findings


def test_contacts_of_the_same_week_are_no_step() -> None:
    given = plan(jumping("box-jump 4x10"), jumping("box-jump 1x41", when="fri 18:00"))
    assert len(found("plyometric-gate", given, READY)) == 1


@pytest.mark.parametrize(
    ("first", "then", "findings"),
    [
        ("mon 18:00", "w5 tue 18:00", 0),
        ("tue 18:00", "w5 tue 18:00", 0),
        ("tue 18:00", "w6 tue 18:00", 1),
        ("sun 18:00", "w5 sun 18:00", 0),
        ("sun 18:00", "w6 tue 18:00", 1),
    ],
)
def test_after_four_weeks_without_jumps_they_begin_anew(first: str, then: str, findings: int) -> None:
    given = plan(jumping("box-jump 4x10", when=first), jumping("box-jump 1x55", when=then))
    assert len(found("plyometric-gate", given, READY)) == findings


def test_jumps_come_first_in_the_session() -> None:
    given = plan(lift("tue 18:00", ("squat 3x10", "box-jump 2x10")))
    assert said("plyometric-gate", given, READY) == [
        "the session of Tuesday 24 Nov 18:00 has jumps after other exercises; they come first"
    ]


@pytest.mark.parametrize(
    ("start", "kind", "findings"),
    [("15:00", "quality", 1), ("14:59", "quality", 0), ("15:00", "long", 1), ("15:00", "easy", 0)],
)
def test_nobody_jumps_within_two_hours_of_a_key_run(start: str, kind: str, findings: int) -> None:
    expected = outlook(run(f"tue {start} {kind} 60"))
    assert len(found("plyometric-gate", plan(jumping("box-jump 2x10")), READY, expected)) == findings


@pytest.mark.parametrize(("when", "findings"), [("thu 17:59", 1), ("thu 18:00", 0)])
def test_jumps_stand_48_hours_apart(when: str, findings: int) -> None:
    given = plan(jumping("box-jump 2x10"), jumping("box-jump 2x10", when=when))
    assert len(found("plyometric-gate", given, READY)) == findings


@pytest.mark.parametrize(
    ("health", "reason"),
    [
        (Health(pregnant=True), "pregnancy"),
        (Health(weeks_post_partum=6), "the weeks after birth"),
        (Health(osteoporosis=True), "osteoporosis"),
        (Health(recent_surgery=True), "a recent operation"),
        (Health(heart_or_blood_pressure=True), "heart or blood pressure"),
        (Health(other_restriction=True), "a restriction"),
    ],
)
def test_a_clinician_agrees_first(health: Health, reason: str) -> None:
    given = plan(lift("tue 18:00"))
    assert said("condition-gates", given, runner(health=health)) == [
        f"the session of Tuesday 24 Nov needs a clinician's agreement first: {reason}"
    ]
    agreed = replace(health, clinician_confirmed=True)
    assert found("condition-gates", given, runner(health=agreed)) == ()


@pytest.mark.parametrize(("when", "findings"), [("mon 18:00", 1), ("sun 18:00", 1), ("w2 mon 18:00", 0)])
def test_twelve_weeks_after_birth_are_counted_on_the_day_of_the_session(when: str, findings: int) -> None:
    state = runner(health=Health(weeks_post_partum=11))
    assert len(found("condition-gates", plan(lift(when)), state)) == findings


@pytest.mark.parametrize("health", [Health(pregnant=True), Health(weeks_post_partum=4)])
def test_no_jumps_in_pregnancy_nor_soon_after_birth(health: Health) -> None:
    state = runner(health=replace(health, clinician_confirmed=True))
    assert len(found("condition-gates", plan(jumping("box-jump 2x10")), state)) == 1


def test_in_pregnancy_three_repetitions_stay_in_reserve() -> None:
    state = runner(health=EXPECTING)
    assert found("condition-gates", plan(lift("tue 18:00", ("squat 3x10 rir3",))), state) == ()
    assert len(found("condition-gates", plan(lift("tue 18:00", ("squat 3x10 rir2",))), state)) == 1


COACHED = Health(guardian_or_coach=True)


@pytest.mark.parametrize(("born", "findings"), [(2007, 0), (2008, 1), (2012, 1)])
def test_a_runner_under_age_needs_a_guardian_or_coach(born: int, findings: int) -> None:
    given = plan(lift("tue 18:00"))
    assert len(found("condition-gates", given, runner(born=born))) == findings
    assert found("condition-gates", given, runner(born=born, health=COACHED)) == ()


@pytest.mark.parametrize(
    ("words", "reps", "findings"),
    [
        ("squat 3x8 rir3", (8, 12), 0),
        ("squat 3x7 rir3", (8, 12), 1),
        ("squat 3x8 rir3", (7, 12), 1),
        ("squat 3x8 rir2", (8, 12), 1),
        ("box-jump 1x5", (5, 5), 0),
        ("side-plank 2x7", (7, 20), 0),
    ],
)
def test_a_runner_under_age_does_many_repetitions_with_some_in_reserve(
    words: str, reps: tuple[int, int], findings: int
) -> None:
    state = runner(born=2010, health=COACHED, foundation_weeks=4)
    given = plan(lift("tue 18:00", (line(words, reps=reps),)))
    assert len(found("condition-gates", given, state)) == findings


def test_an_adult_may_do_few_repetitions() -> None:
    few = line("squat 3x5 rir2", reps=(3, 6))
    assert found("condition-gates", plan(lift("tue 18:00", (few,)))) == ()


HEAVY = line("squat 3x5 20kg rir4", reps=(3, 6))


@pytest.mark.parametrize(
    ("given", "health", "findings"),
    [
        (HEAVY, Health(known_disease=True), 1),
        (HEAVY, Health(known_disease=True, clinician_confirmed=True), 0),
        (line("squat 3x7 20kg rir4", reps=(3, 7)), Health(known_disease=True), 0),
        (line("squat 3x5 rir4", reps=(3, 6)), Health(known_disease=True), 0),
        (replace(HEAVY, reps=(5, 6), tempo="4-1-1"), Health(known_disease=True), 0),
        (HEAVY, Health(inactive=True), 1),
        (HEAVY, Health(inactive=True, screened=MONDAY - timedelta(days=27)), 0),
    ],
)
def test_heavy_sets_wait_for_a_clinician_and_for_the_light_weeks(
    given: Prescription, health: Health, findings: int
) -> None:
    assert len(found("condition-gates", plan(lift("tue 18:00", (given,))), runner(health=health))) == findings


def test_what_waits_for_a_clinician_or_for_the_body_is_named() -> None:
    on_tuesday = plan(lift("tue 18:00", (HEAVY,)))
    assert said("condition-gates", on_tuesday, runner(health=Health(known_disease=True))) == [
        "the session of Tuesday 24 Nov has heavy sets; with a known disease a clinician agrees first"
    ]
    jumps = plan(jumping("pogo 1x10"))
    assert said("condition-gates", jumps, runner(health=EXPECTING, foundation_weeks=4)) == [
        "the session of Tuesday 24 Nov has jumps; not in pregnancy nor in the first weeks after birth"
    ]


@pytest.mark.parametrize(
    ("rir", "when", "findings"),
    [(4, "tue 18:00", 0), (3, "tue 18:00", 1), (3, "w4 sun 18:00", 1), (3, "w5 mon 18:00", 0)],
)
def test_four_light_weeks_leave_four_in_reserve(rir: int, when: str, findings: int) -> None:
    state = runner(health=Health(inactive=True))
    given = plan(lift(when, (f"squat 3x10 rir{rir}",)))
    assert len(found("condition-gates", given, state)) == findings


@pytest.mark.parametrize(
    ("then", "rise"),
    [
        ("squat 3x10 20kg", ""),
        ("squat 3x12 15kg", ""),
        ("squat 3x10 25kg", "Squat in weight"),
        ("squat 4x10 20kg", "Squat in sets"),
        ("squat 3x11 20kg", "Squat in repetitions"),
    ],
)
def test_in_pregnancy_nothing_rises_over_the_four_weeks_before(then: str, rise: str) -> None:
    given = plan(lift("tue 18:00", ("squat 3x10 20kg",)), lift("w5 sun 18:00", (then,)))
    told = [words for words in said("condition-gates", given, runner(health=EXPECTING)) if "rises" in words]
    assert [rise in words for words in told] == [True] * bool(rise)
    assert "rises" not in "".join(said("condition-gates", given, runner()))


def test_in_pregnancy_what_was_done_counts_and_what_lies_long_back_does_not() -> None:
    past = done("w0 tue 18:00", exercises=(line("squat 3x10 20kg"),))
    state = runner(health=EXPECTING, past=(past,))
    assert len(found("condition-gates", plan(lift("tue 18:00", ("squat 3x10 25kg",))), state)) == 1
    assert found("condition-gates", plan(lift("w5 mon 18:00", ("squat 3x10 25kg",))), state) == ()


def test_jumps_too_near_are_said_with_both_moments_and_days() -> None:
    given = plan(jumping("box-jump 2x10"), jumping("box-jump 2x10", when="thu 17:59"))
    (near,) = found("plyometric-gate", given, READY)
    assert near.words == (
        "jumps on Tuesday 24 Nov 18:00 and Thursday 26 Nov 17:59 are 47 h 59 min apart; 48 h at least"
    )
    assert near.days == (day("tue"), day("thu"))


@pytest.mark.parametrize(
    ("health", "words"),
    [
        (Health(symptoms=True), "needs a clinician's agreement first: signs that want a doctor"),
        (
            Health(inactive=True, known_disease=True),
            "needs a clinician's agreement first: a known disease without regular activity",
        ),
    ],
)
def test_what_closes_leg_work_is_named_in_the_finding(health: Health, words: str) -> None:
    given = said("condition-gates", plan(lift("tue 18:00")), runner(health=health))
    assert f"the session of Tuesday 24 Nov {words}" in given


def test_a_runner_under_age_without_an_adult_is_told_so() -> None:
    (words,) = said(
        "condition-gates", plan(lift("tue 18:00", ("squat 3x12 rir4",))), runner(born=MONDAY.year - 15)
    )
    assert words == (
        "the session of Tuesday 24 Nov needs a guardian or coach who knows of it: the runner is under age"
    )


@pytest.mark.parametrize(
    ("health", "why"),
    [
        (Health(pelvic_floor_symptoms=True), "not with signs of the pelvic floor"),
        (Health(known_disease=True), "with a known disease a clinician agrees first"),
    ],
)
def test_why_jumps_are_shut_is_said(health: Health, why: str) -> None:
    state = replace(READY, profile=replace(READY.profile, health=health))
    assert any(
        one.endswith(why)
        for one in [
            *said("plyometric-gate", plan(jumping("box-jump 2x10")), state),
            *said("condition-gates", plan(jumping("box-jump 2x10")), state),
        ]
    )


def test_weights_in_pounds_are_said_in_pounds() -> None:
    state = runner(units=Units.IMPERIAL)
    (words,) = said("gear", plan(lift("tue 18:00", ("squat 3x10 22.5kg",))), state)
    assert "49.5 lb" in words
    assert "44 lb or 55 lb" in words
