"""Red flags, illness, soreness, short nights and circumstances: what they hold back, and until when."""

from dataclasses import replace
from datetime import timedelta

import pytest

from felt_words import cleared, held, on, stamp, with_number
from legday.adapting.answer import Answer
from legday.adapting.easings import easings
from legday.adapting.illness import ill_answer
from legday.adapting.readiness import slept_answer, sore_answer
from legday.adapting.red_flags import red_flag_answer
from legday.model.easing import Decision, Easing
from legday.model.happened import Ill, RedFlagRaised, Slept, SorenessFelt
from legday.model.runner import Health
from legday.model.state import Log, RunnerState
from plan_builder import catalogue, day, runner


def saying(**said: object) -> RunnerState:
    return replace(runner(), log=Log(**said))


def tired(**facts: object) -> Easing:
    """Less on Tuesday by rule `readiness`, in what `facts` say."""
    tuesday = {"first": day("tue"), "last": day("tue"), "no_growth": True}
    words = {"back": "Back to the plan the day after."}
    return Easing(**{"rule": "readiness", "decision": Decision.EASE, **tuesday, **words, **facts})


def rested(*, why: str) -> Easing:
    """No leg session on Tuesday."""
    return tired(
        decision=Decision.PAUSE,
        number="sore_stop",
        no_session=True,
        no_impact=True,
        why=why,
        back="Comes back the day after.",
    )


def locked(**facts: object) -> Easing:
    """No leg work from Tuesday on, until a clinician has cleared it."""
    shut = {"no_session": True, "no_impact": True, "no_growth": True}
    see = {"decision": Decision.SEE_SOMEONE, "first": day("tue"), "last": None}
    return Easing(**{"rule": "red-flag-lock", **see, **shut, **facts})


def flag(when: str, name: str = "chest") -> RedFlagRaised:
    return RedFlagRaised(**stamp(day(when)), day=day(when), flag=name)


def sore(when: str, score: int, order: int = 0, *, limp: bool = False) -> SorenessFelt:
    return SorenessFelt(**stamp(day(when), order), day=day(when), score=score, limp=limp)


def slept(when: str, minutes: int | None, ready: int | None = 5) -> Slept:
    return Slept(**stamp(day(when)), day=day(when), minutes=minutes, readiness=ready)


def ill(first: str, last: str | None = None, order: int = 0, *, fever: bool = False) -> Ill:
    until = day(last) if last else None
    return Ill(**stamp(day(first), order), first=day(first), last=until, fever=fever)


def test_a_red_flag_locks_every_session_until_a_clinician_clears_it():
    state = saying(red_flags=(flag("tue"),))
    for when in ("tue", "w9 sun"):
        eased = on(state, when, today="tue")
        assert (eased.no_session, eased.no_impact, eased.no_growth) == (True, True, True)
    (lock,) = held(state, "tue")
    assert (lock.rule, lock.last, lock.decision) == ("red-flag-lock", None, Decision.SEE_SOMEONE)
    assert "local emergency number" in lock.why


@pytest.mark.parametrize(
    ("what", "when", "locked"),
    [("", "fri", False), ("chest", "fri", False), ("achilles", "fri", True), ("", "mon", True)],
)
def test_only_a_later_word_that_names_the_flag_or_nothing_clears_it(what, when, locked):
    state = saying(red_flags=(flag("tue"),), cleared=(cleared(when, what),))
    assert bool(held(state, "sat")) is locked


def test_one_flag_cleared_leaves_the_other():
    state = saying(red_flags=(flag("tue"), flag("tue", "calf-pop")), cleared=(cleared("fri", "chest"),))
    assert len(held(state, "sat")) == 1


def test_a_flag_the_catalogue_no_longer_knows_still_locks():
    (lock,) = held(saying(red_flags=(flag("tue", "old-flag"),)), "tue")
    assert lock.no_session
    assert "Call your local emergency number." in lock.why


@pytest.mark.parametrize(
    ("score", "limp", "no_session", "percent", "plus"),
    [(4, False, False, 100, 0), (5, False, False, 60, 1), (6, False, False, 60, 1), (7, False, True, 100, 0),
     (2, True, True, 100, 0)],
)  # fmt: skip
def test_soreness_takes_from_its_day(score, limp, no_session, percent, plus):
    state = saying(soreness=(sore("tue", score, limp=limp),))
    eased = on(state, "tue")
    assert (eased.no_session, eased.sets_percent, eased.rir_plus) == (no_session, percent, plus)
    assert on(state, "wed", today="tue").easings == ()


def test_the_last_word_about_a_day_counts():
    assert held(saying(soreness=(sore("tue", 8), sore("tue", 3, 1))), "tue") == ()


@pytest.mark.parametrize(
    ("nights", "fewer"),
    [
        ((("mon", 359), ("tue", 359)), 1),
        ((("mon", 360), ("tue", 359)), 0),
        ((("mon", 359), ("tue", 360)), 0),
        ((("mon", None), ("tue", 300)), 0),
        ((("tue", 300),), 0),
        ((("w0 sun", 300), ("tue", 300)), 0),
    ],
)
def test_two_short_nights_running_take_a_set(nights, fewer):
    state = saying(nights=tuple(slept(when, minutes) for when, minutes in nights))
    assert on(state, "tue").sets_less == fewer


def test_a_good_night_and_readiness_raise_nothing():
    assert held(saying(nights=(slept("mon", 600), slept("tue", 600))), "tue") == ()


@pytest.mark.parametrize(("ready", "percent", "plus"), [(1, 60, 1), (2, 60, 1), (3, 100, 0), (None, 100, 0)])
def test_feeling_little_ready_takes_from_its_day_like_sore_legs(ready, percent, plus):
    state = saying(nights=(slept("tue", 480, ready),))
    eased = on(state, "tue")
    assert (eased.no_session, eased.sets_percent, eased.rir_plus) == (False, percent, plus)
    assert on(state, "wed", today="tue").easings == ()


def test_the_answer_to_a_night_names_how_ready_the_runner_feels():
    told = slept_answer(saying(nights=(slept("tue", 480, 2),)), catalogue(), day=day("tue"))
    assert (told.decision, told.number, told.value) == (Decision.EASE, "ready_ease", 2)
    assert (
        told.words
        == "Ready 2 of 5 (2 or less). 60 % of the sets on Tuesday 24 Nov, 1 more in reserve, 4 at most."
    )


@pytest.mark.parametrize(
    ("state", "easing"),
    [
        (
            saying(soreness=(sore("tue", 8),)),
            rested(why="Legs sore 8 of 10 (7 or more). No leg session on Tuesday 24 Nov."),
        ),
        (
            saying(soreness=(sore("tue", 2, limp=True),)),
            rested(why="Legs sore 2 of 10 (a limp). No leg session on Tuesday 24 Nov."),
        ),
        (
            saying(soreness=(sore("tue", 5),)),
            tired(
                why="Legs sore 5 of 10 (5 or more). 60 % of the sets on Tuesday 24 Nov, 1 more in reserve, 4 at most.",
                number="sore_ease",
                sets_percent=60,
                rir_plus=1,
            ),
        ),
        (
            saying(nights=(slept("tue", 500, 2),)),
            tired(
                why="Ready 2 of 5 (2 or less). 60 % of the sets on Tuesday 24 Nov, 1 more in reserve, 4 at most.",
                number="ready_ease",
                sets_percent=60,
                rir_plus=1,
            ),
        ),
        (
            saying(nights=(slept("mon", 350), slept("tue", 359))),
            tired(
                why="2 nights running under 6 h 00. 1 set less of each exercise on Tuesday 24 Nov.",
                number="sleep_minutes",
                back="Back to the plan after the next night that is long enough.",
                sets_less=1,
            ),
        ),
        (
            saying(red_flags=(flag("tue"),)),
            locked(
                why="Chest, heartbeat or breath, said on Tuesday 24 Nov. Stop at once and call your local emergency number.",
                back="Leg work and running advice come back when a clinician has cleared it: `legday cleared chest`.",
            ),
        ),
        (
            saying(red_flags=(flag("tue", "old-flag"),)),
            locked(
                why="old-flag, said on Tuesday 24 Nov. Call your local emergency number.",
                back="Leg work and running advice come back when a clinician has cleared it: `legday cleared old-flag`.",
            ),
        ),
    ],
)
def test_what_takes_from_a_day_says_why_and_when_it_comes_back(state, easing):
    assert held(state, "tue") == (easing,)


def test_the_answer_to_a_day_says_what_changes():
    tuesday, known = day("tue"), catalogue()
    sore_legs = saying(soreness=(sore("tue", 5),))
    assert sore_answer(sore_legs, known, day=tuesday) == Answer(
        decision=Decision.EASE,
        rule="readiness",
        words="Legs sore 5 of 10 (5 or more). 60 % of the sets on Tuesday 24 Nov, 1 more in reserve, 4 at most.",
        number="sore_ease",
        value=5,
        day=day("tue"),
        changes="No dose rises; 60 % of the sets; 1 repetition more in reserve.",
        back="Back to the plan the day after.",
        easings=held(sore_legs, "tue"),
    )
    short = saying(nights=(slept("mon", 350), slept("tue", 359)))
    assert slept_answer(short, known, day=tuesday) == Answer(
        decision=Decision.EASE,
        rule="readiness",
        words="2 nights running under 6 h 00. 1 set less of each exercise on Tuesday 24 Nov.",
        number="sleep_minutes",
        value=360,
        day=day("tue"),
        changes="No dose rises; 1 set less of each exercise.",
        back="Back to the plan after the next night that is long enough.",
        easings=held(short, "tue"),
    )
    flagged = saying(red_flags=(flag("tue"),))
    assert red_flag_answer(flagged, known, day=tuesday) == Answer(
        decision=Decision.SEE_SOMEONE,
        rule="red-flag-lock",
        words="Chest, heartbeat or breath, said on Tuesday 24 Nov. Stop at once and call your local emergency number.",
        day=day("tue"),
        changes="No leg session; no dose rises; no jumps.",
        back="Leg work and running advice come back when a clinician has cleared it: `legday cleared chest`.",
        easings=held(flagged, "tue"),
    )
    assert sore_answer(saying(), known, day=tuesday) == Answer(
        decision=Decision.GO_ON,
        rule="readiness",
        words="Legs sore 0 of 10, under 5. Go on as planned.",
        number="sore_ease",
        value=5,
        day=day("tue"),
    )
    assert slept_answer(saying(), known, day=tuesday) == Answer(
        decision=Decision.GO_ON,
        rule="readiness",
        words="Not 2 nights running under 6 h 00. Go on as planned; a good night raises nothing.",
        number="sleep_minutes",
        value=360,
        day=day("tue"),
    )
    assert red_flag_answer(saying(), known, day=tuesday) == Answer(
        decision=Decision.GO_ON, rule="red-flag-lock", words="No red flag stands.", day=day("tue")
    )


def test_no_session_while_ill_and_none_until_it_is_said_to_be_over():
    assert on(saying(illnesses=(ill("tue"),)), "w9 tue", today="tue").no_session
    over = saying(illnesses=(ill("tue", "thu"),))
    assert on(over, "thu").no_session
    assert on(over, "fri", today="thu").easings == ()


def test_after_a_fever_a_clear_day_then_a_week_eased():
    state = saying(illnesses=(ill("tue", "thu", fever=True),))
    assert on(state, "fri", today="tue").no_session
    back = on(state, "sat", today="tue")
    assert (back.no_session, back.weight_percent, back.sets_less, back.no_growth) == (False, 90, 1, True)
    assert on(state, "w2 fri", today="tue").weight_percent == 90
    assert on(state, "w2 sat", today="tue").easings == ()


def test_an_illness_says_since_when_and_when_the_legs_come_back():
    resting = Easing(
        rule="illness",
        decision=Decision.PAUSE,
        first=day("tue"),
        last=day("thu"),
        no_session=True,
        no_impact=True,
        no_growth=True,
        why="Ill since Tuesday 24 Nov. No leg session while ill.",
        back="Comes back on Friday 27 Nov.",
    )
    assert held(saying(illnesses=(ill("tue", "thu"),)), "tue") == (resting,)
    still_ill = replace(resting, last=None, back="Comes back when you say so: `legday well`.")
    assert held(saying(illnesses=(ill("tue"),)), "tue") == (still_ill,)


def test_a_fever_says_its_clear_day_and_its_eased_week():
    assert held(saying(illnesses=(ill("tue", "thu", fever=True),)), "tue") == (
        Easing(
            rule="illness",
            number="clear_days",
            decision=Decision.PAUSE,
            first=day("tue"),
            last=day("fri"),
            no_session=True,
            no_impact=True,
            no_growth=True,
            why="Ill with a fever since Tuesday 24 Nov. No leg session while ill and 1 clear day after it.",
            back="Comes back on Saturday 28 Nov.",
        ),
        Easing(
            rule="illness",
            number="eased_days",
            decision=Decision.EASE,
            first=day("sat"),
            last=day("w2 fri"),
            no_growth=True,
            weight_percent=90,
            sets_less=1,
            why="After a fever: 90 % of the weight and 1 set less of each exercise until Friday 4 Dec.",
            back="Grows again after Friday 4 Dec.",
        ),
    )


def test_two_clear_days_are_days():
    (resting,) = easings(
        saying(illnesses=(ill("tue", fever=True),)), with_number("illness", "clear_days", 2), today=day("tue")
    )
    assert resting.why.endswith("and 2 clear days after it.")


def test_the_answer_to_an_illness_is_what_holds_on_the_day():
    state = saying(illnesses=(ill("tue", "thu", fever=True),))
    back = ill_answer(state, catalogue(), day=day("sat"))
    assert (back.decision, back.rule, back.number, back.value) == (Decision.EASE, "illness", "eased_days", 7)
    assert back.easings == held(state, "sat")
    assert ill_answer(state, catalogue(), day=day("w2 fri")).decision is Decision.EASE
    well = ill_answer(state, catalogue(), day=day("w2 sat"))
    assert (well.decision, well.number, well.value) == (Decision.GO_ON, "clear_days", 1)


def test_a_later_word_about_the_same_illness_replaces_the_first():
    assert held(saying(illnesses=(ill("tue"), ill("tue", "wed", 1))), "thu") == ()


def test_answers_say_what_was_decided_and_what_was_not():
    known, tuesday = catalogue(), day("tue")
    told = sore_answer(saying(soreness=(sore("tue", 5),)), known, day=tuesday)
    assert (told.decision, told.rule, told.number, told.value) == (Decision.EASE, "readiness", "sore_ease", 5)
    assert sore_answer(saying(soreness=(sore("tue", 4),)), known, day=tuesday).decision is Decision.GO_ON
    short = saying(nights=(slept("mon", 300), slept("tue", 300)))
    assert slept_answer(short, known, day=tuesday).number == "sleep_minutes"
    assert slept_answer(saying(), known, day=tuesday).decision is Decision.GO_ON
    assert ill_answer(saying(illnesses=(ill("tue"),)), known, day=tuesday).decision is Decision.PAUSE
    assert ill_answer(saying(), known, day=tuesday).words == "Well again. Go on as planned."
    assert red_flag_answer(saying(red_flags=(flag("tue"),)), known, day=tuesday).value is None
    assert red_flag_answer(saying(), known, day=tuesday).words == "No red flag stands."


def expecting(**said: object) -> RunnerState:
    return runner(health=Health(pregnant=True, clinician_confirmed=True, **said))


def test_pregnancy_takes_out_jumps_and_growth_and_later_work_on_the_back():
    due = day("mon") + timedelta(days=280 - 7 * 13)
    eased = on(expecting(due=due), "mon")
    assert (eased.no_impact, eased.no_growth, eased.no_session) == (True, True, False)
    assert "glute-bridge" not in eased.avoid
    assert "glute-bridge" in on(expecting(due=due), "w2 mon", today="mon").avoid


def test_where_the_weeks_of_pregnancy_are_not_known_nothing_is_done_on_the_back():
    assert "glute-bridge" in on(expecting(), "mon").avoid


@pytest.mark.parametrize(
    ("health", "left_out"),
    [
        (Health(weeks_post_partum=11), "pogo"),
        (Health(pelvic_floor_symptoms=True), "pogo"),
        (Health(osteoporosis=True), "box-jump"),
        (Health(recent_surgery=True), "pogo"),
        (Health(heart_or_blood_pressure=True), "pogo"),
    ],
)
def test_circumstances_leave_out_their_exercises(health, left_out):
    assert left_out in on(runner(health=health), "mon").avoid


def test_a_runner_under_age_does_no_nordic_curls():
    assert "nordic-curl" in on(runner(born=2012), "mon").avoid
    assert held(runner(), "mon") == ()


def test_a_circumstance_says_what_it_is_and_how_long_it_holds():
    for health, name in ((Health(osteoporosis=True), "bone-density"), (Health(pregnant=True), "pregnancy")):
        state, condition = runner(health=health), catalogue().conditions[name]
        for easing in held(state, "tue"):
            assert (easing.rule, easing.decision, easing.last) == ("condition-gates", Decision.SWAP, None)
            assert easing.why == f"{condition.name}: {condition.words}"
            assert easing.back == "As long as your profile says so."
            assert easing.no_growth is (name == "pregnancy")


def test_the_weeks_after_birth_and_the_years_before_adult_end_on_their_day():
    assert held(runner(health=Health(weeks_post_partum=11)), "tue") != ()
    assert held(runner(health=Health(weeks_post_partum=12)), "tue") == ()
    assert held(runner(born=2008), "tue") != ()
    assert held(runner(born=2007), "tue") == ()


def test_two_sets_and_two_in_reserve_are_said_in_the_plural():
    def changes(rule: str, number: str, state: RunnerState, answer) -> str:
        return answer(state, with_number(rule, number, 2), day=day("tue")).changes

    short = saying(nights=(slept("mon", 350), slept("tue", 359)))
    assert changes("readiness", "sets_less", short, slept_answer) == (
        "No dose rises; 2 sets less of each exercise."
    )
    assert "2 repetitions more in reserve" in changes(
        "readiness", "rir_plus", saying(soreness=(sore("tue", 5),)), sore_answer
    )


def test_of_two_red_flags_the_other_is_told_as_well():
    state = saying(red_flags=(flag("mon"), flag("tue", "calf-pop")))
    given = red_flag_answer(state, catalogue(), day=day("tue"))
    assert {given.words, *given.advice} == {one.why for one in held(state, "tue")}
    assert len(given.advice) == 1


def test_the_limit_itself_is_said_to_be_reached():
    (stop,) = held(saying(soreness=(sore("tue", 7),)), "tue")
    assert stop.why.startswith("Legs sore 7 of 10 (7 or more).")


def test_sore_legs_are_answered_with_what_was_said_of_that_day():
    state = saying(soreness=(sore("mon", 9), sore("tue", 4)))
    given = sore_answer(state, catalogue(), day=day("tue"))
    assert given.words == "Legs sore 4 of 10, under 5. Go on as planned."
    assert sore_answer(state, catalogue(), day=day("mon")).decision is Decision.PAUSE


def test_a_flag_raised_after_a_clinicians_word_of_the_same_day_stands():
    late = replace(flag("tue"), at=stamp(day("tue"), 601)["at"])
    assert held(saying(red_flags=(late,), cleared=(cleared("tue"),)), "tue") != ()
    at_once = replace(flag("tue"), at=stamp(day("tue"), 600)["at"])
    assert held(saying(red_flags=(at_once,), cleared=(cleared("tue"),)), "tue") == ()
