"""An export of another log becomes history: our exercises, grams in all, each session once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.actions.strength_logs import keep_strength_log
from legday.model.happened import Origin, SessionDone
from legday.model.journal import ProfileSet, Retracted
from legday.model.quantities import GRAMS_PER_POUND
from legday.model.runner import Units
from legday.reading.strength_csv import read_strength_csv
from plan_builder import at, catalogue, runner
from strength_sessions import NOW, SQUAT, TODAY, done, matched, sets, stamp, store_with, watched

HEADER = "Date;Workout Name;Exercise Name;Set Order;Weight;Reps;Distance;Seconds;Notes;Workout Notes;RPE"


def kept(store, *rows, header=HEADER, today=TODAY, number=0):
    log = read_strength_csv("\n".join([header, *rows]).encode(), file="strong.csv")
    return keep_strength_log(store, catalogue(), log, today=today, at=NOW + timedelta(seconds=number))


def row(
    exercise, weight="60", reps="8", *, when="2026-11-10 18:00:00", order="1", seconds="", rpe="", name="Legs"
):
    return f"{when};{name};{exercise};{order};{weight};{reps};;{seconds};;;{rpe}"


def logged(store):
    (entry,) = done(store)
    return [(one.exercise, one.reps, one.weight_g) for one in entry.sets]


def test_names_become_exercises_and_weights_grams_in_all(tmp_path):
    with store_with(tmp_path) as store:
        report = kept(
            store,
            row("Squat (Barbell)", "82,5", rpe="8"),
            row("Romanian Deadlift (Dumbbell)", "20"),
            row("Goblet Squat (Kettlebell)", "16"),
            row("Plank", "", "", seconds="60"),
        )
        (entry,) = done(store)
        assert (report.sessions, report.sets, entry.origin, entry.note) == (1, 4, Origin.HISTORY, "Legs")
        assert logged(store) == [
            ("squat", 8, 82_500),
            ("romanian-deadlift", 8, 40_000),
            ("goblet-squat", 8, 16_000),
            ("plank", 60, 0),
        ]
        assert [one.rir for one in entry.sets] == [2, None, None, None]


def test_leg_work_nobody_knows_is_kept_without_counting_and_the_upper_body_only_told(tmp_path):
    with store_with(tmp_path) as store:
        report = kept(
            store,
            row("Leg Press"),
            row("Calf Press on Leg Press"),
            row("Bench Press (Barbell)"),
            row("Leg Press"),
        )
        assert (report.sessions, report.sets) == (1, 0)
        assert dict(report.strangers) == {
            "Leg Press": 2,
            "Calf Press on Leg Press": 1,
            "Bench Press (Barbell)": 1,
        }
        assert [name for name, _, _ in logged(store)] == [
            "other-leg-press",
            "other-calf-press-on-leg-press",
            "other-leg-press",
        ]


@pytest.mark.parametrize("exercise", ["Bench Press (Barbell)", "Plank", "Hanging Leg Raise"])
def test_a_session_without_leg_work_is_none(tmp_path, exercise):
    with store_with(tmp_path) as store:
        assert kept(store, row(exercise, seconds="40")).sessions == 0
        assert done(store) == []


def test_weights_that_help_count_for_no_exercise_and_are_told(tmp_path):
    with store_with(tmp_path) as store:
        report = kept(store, row("Nordic Curl", "-20"), row("Squat (Bodyweight)", ""))
        assert dict(report.strangers) == {"Nordic Curl (with help)": 1}
        assert logged(store) == [("other-nordic-curl-with-help", 8, 0), ("squat", 8, 0)]


def test_a_set_of_seconds_where_repetitions_count_is_told_with_its_line(tmp_path):
    with store_with(tmp_path) as store:
        report = kept(store, row("Squat (Barbell)"), row("Squat (Barbell)", reps="", seconds="30"))
        assert "line 3: Squat (Barbell) without repetitions" in report.problems


def test_the_same_export_again_adds_nothing(tmp_path):
    rows = [row("Squat (Barbell)"), row("Squat (Barbell)", when="2026-11-13 18:00:00")]
    with store_with(tmp_path) as store:
        assert kept(store, *rows).sessions == 2
        before = store.entries()
        again = kept(store, *rows, number=5)
        assert (again.sessions, again.known, store.entries()) == (0, 2, before)


def test_a_session_corrected_in_the_export_replaces_what_was_known(tmp_path):
    with store_with(tmp_path) as store:
        kept(store, row("Squat (Barbell)", "600"))
        kept(store, row("Squat (Barbell)", "60"), number=5)
        assert logged(store) == [("squat", 8, 60_000)]


def test_a_session_taken_back_does_not_come_again(tmp_path):
    with store_with(tmp_path) as store:
        kept(store, row("Squat (Barbell)"))
        store.append(Retracted(id=stamp(1).id, at=stamp(1).at, of=done(store)[0].id))
        kept(store, row("Squat (Barbell)"), number=5)
        assert done(store) == []


def test_a_day_of_which_the_runner_or_a_watch_has_spoken_is_theirs(tmp_path):
    with store_with(tmp_path, recorded=(watched("tue 18:03", sets("3x8 60", SQUAT)),)) as store:
        matched(store)
        store.append(SessionDone(id=stamp(1).id, at=stamp(1).at, start=at("wed 07:00")))
        report = kept(
            store,
            row("Squat (Barbell)", when="2026-11-24 18:00:00"),
            row("Squat (Barbell)", when="2026-11-25 18:00:00"),
        )
        assert (report.sessions, report.known, len(done(store))) == (0, 2, 2)


def test_a_watch_file_that_comes_after_the_export_is_the_same_session(tmp_path):
    with store_with(tmp_path, recorded=(watched("tue 18:03", sets("3x8 60", SQUAT)),)) as store:
        kept(store, row("Squat (Barbell)", when="2026-11-24 18:00:00"))
        assert (matched(store).same, len(done(store))) == (1, 1)


def test_the_exports_of_two_apps_hold_one_history(tmp_path):
    hevy = "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps"
    with store_with(tmp_path) as store:
        kept(store, row("Squat (Barbell)", when="2026-11-10 18:00:40"))
        report = kept(store, 'Evening,"10 Nov 2026, 18:04",,Squat (Barbell),0,normal,60,8', header=hevy)
        assert (report.sessions, report.known) == (0, 1)


@pytest.mark.parametrize(
    ("when", "born", "why"),
    [
        ("2027-01-05 18:00:00", 1980, "it is still to come"),
        ("1901-01-05 18:00:00", 1980, "it is before 1995-01-01"),
        ("2004-12-31 18:00:00", 2005, "it is before 2005-01-01"),
    ],
)
def test_a_day_that_cannot_have_been_is_told_with_its_line(tmp_path, when, born, why):
    with store_with(tmp_path, born=born) as store:
        report = kept(store, row("Squat (Barbell)", when=when))
        assert report.sessions == 0
        assert report.problems[-1] == f"line 2: {when[:16]}: no day on which it can have been, {why}"


def test_a_moment_with_a_zone_is_on_the_clock_of_the_runner(tmp_path):
    profile = replace(runner().profile, time_zone="Europe/Ljubljana")
    with store_with(tmp_path) as store:
        store.append(ProfileSet(id=stamp(-1).id, at=stamp(-1).at, profile=profile))
        kept(store, row("Squat (Barbell)", when="2026-11-10T23:30:00Z"))
        assert done(store)[0].start.date() == date(2026, 11, 11)


def test_warm_ups_are_those_marked_and_those_far_lighter_than_what_follows(tmp_path):
    with store_with(tmp_path) as store:
        kept(
            store,
            row("Squat (Barbell)", "50", order="W"),
            row("Squat (Barbell)", "30"),
            row("Squat (Barbell)", "60"),
        )
        assert [one.warm_up for one in done(store)[0].sets] == [True, True, False]


@pytest.mark.parametrize(
    ("units", "grams"), [(Units.METRIC, 100_000), (Units.IMPERIAL, round(100 * GRAMS_PER_POUND))]
)
def test_weights_without_a_unit_are_in_that_of_the_profile_and_it_is_told(tmp_path, units, grams):
    with store_with(tmp_path) as store:
        store.append(
            ProfileSet(id=stamp(-1).id, at=stamp(-1).at, profile=replace(runner().profile, units=units))
        )
        report = kept(store, row("Squat (Barbell)", "100"))
        assert logged(store) == [("squat", 8, grams)]
        assert report.problems[-1].startswith("weights without kg or lb, in 1 sets: taken as")


@settings(deadline=None, max_examples=20, derandomize=True)
@given(st.integers(1, 4_000), st.sampled_from(["kg", "lb", "lbs"]), st.sampled_from([",", "."]))
def test_a_weight_is_the_same_in_every_unit_and_spelling(tmp_path_factory, quarters, unit, comma):
    header = HEADER.replace("Weight;", f"Weight ({unit});")
    written = f"{quarters / 4:.2f}".replace(".", comma)
    grams = round(quarters / 4 * (1000 if unit == "kg" else GRAMS_PER_POUND))
    with store_with(tmp_path_factory.mktemp("home")) as store:
        assert kept(store, row("Squat (Barbell)", written), header=header).problems == []
        assert logged(store) == [("squat", 8, grams)]


def test_a_name_the_runner_wrote_with_other_capitals_is_the_same():
    assert catalogue().lift_names.lift("  squat  (BARBELL) ").exercise == "squat"
    assert catalogue().lift_names.lift("Calf Press on Leg Press") is None
