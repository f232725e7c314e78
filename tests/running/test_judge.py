"""What each recorded run was."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.runs import Digest, Missing, RunKind, Sport, Sure
from legday.running.digest import digest
from legday.running.judge import judge
from runs_made import ANA, easy, history, intervals, recording_of, run_of, tempo

few = settings(deadline=None, max_examples=25, derandomize=True)
MONDAY = date(2026, 9, 7)
TODAY = date(2026, 11, 23)


def judged(recordings, *, today=TODAY, corrections=None, profile=ANA):
    return judge(recordings, profile=profile, corrections=corrections or {}, today=today).runs


def kinds_of(recordings, **more):
    return [run.kind for run in judged(recordings, **more)]


def kind_of_last(*runs, **more):
    return judged([*history(MONDAY, 9), *runs], **more)[-1]


def after_nine_weeks(weekday):
    return MONDAY + timedelta(weeks=9, days=weekday)


def test_intervals_tempo_easy_and_long_runs_are_told_apart():
    week = [RunKind.QUALITY, RunKind.EASY, RunKind.EASY, RunKind.LONG]
    assert kinds_of(history(MONDAY, 10)) == week * 10


def test_they_are_told_apart_without_any_sample_too():
    totals = [
        run_of(MONDAY + timedelta(weeks=week, days=day), pieces, title=title)[0]
        for week in range(6)
        for day, pieces, title in [(1, tempo(), "Tempo"), (3, easy(45), ""), (6, easy(100), "")]
    ]
    bare = [(recording, digest(recording, None)) for recording in totals]
    assert kinds_of(bare) == [RunKind.QUALITY, RunKind.EASY, RunKind.LONG] * 6


def test_minutes_alone_are_enough_for_long_and_easy():
    bare = []
    for week in range(6):
        for day, minutes in [(1, 40), (3, 45), (6, 95)]:
            start = datetime.combine(MONDAY + timedelta(weeks=week, days=day), time(16), UTC)
            bare.append((recording_of(start, seconds=60 * minutes, metres=None), Digest()))
    runs = judged(bare)
    assert [run.kind for run in runs] == [RunKind.EASY, RunKind.EASY, RunKind.LONG] * 6
    assert {Missing.HEART_RATE, Missing.DISTANCE} <= set(runs[0].unseen)
    assert runs[0].sure is Sure.LOW


def test_a_beginners_three_even_runs_are_all_easy():
    runs = [
        run_of(MONDAY + timedelta(weeks=week, days=day), [(1800, 2.4)])
        for week in range(8)
        for day in (1, 3, 5)
    ]
    assert set(kinds_of(runs)) == {RunKind.EASY}


def test_a_beginners_longer_weekend_run_is_long_by_its_share_of_the_week():
    runs = [
        run_of(MONDAY + timedelta(weeks=week, days=day), [(60 * minutes, 2.4)])
        for week in range(8)
        for day, minutes in [(1, 30), (3, 30), (5, 50)]
    ]
    assert kinds_of(runs)[-3:] == [RunKind.EASY, RunKind.EASY, RunKind.LONG]


def test_run_walk_is_easy():
    runs = [
        run_of(MONDAY + timedelta(weeks=week, days=day), [(120, 2.3), (60, 1.4)] * 10)
        for week in range(5)
        for day in (1, 3, 5)
    ]
    assert set(kinds_of(runs)) == {RunKind.EASY}


def test_a_run_recorded_as_a_race_is_one():
    run = kind_of_last(run_of(after_nine_weeks(5), [(2600, 3.9)], race=True))
    assert (run.kind, run.key, run.sure) == (RunKind.RACE, True, Sure.HIGH)


def test_a_run_named_as_a_race_is_one_but_race_pace_training_is_not():
    assert kind_of_last(run_of(after_nine_weeks(5), easy(30), title="Parkrun Ljubljana")).kind is RunKind.RACE
    paced = kind_of_last(run_of(after_nine_weeks(5), easy(40), title="Race pace practice"))
    assert paced.kind is RunKind.EASY


def test_a_best_over_ten_kilometres_at_race_effort_is_a_race_without_its_name():
    slower = run_of(MONDAY + timedelta(days=3), [(3571, 2.8)])
    best = run_of(after_nine_weeks(5), [(2530, 3.95)])
    last = judged([slower, *history(MONDAY, 9), best])[-1]
    assert last.kind is RunKind.RACE
    assert "10 km" in last.why[0]


def test_a_short_slow_run_the_day_after_a_key_run_is_recovery():
    run = kind_of_last(run_of(after_nine_weeks(0), [(1800, 2.4)]))
    assert run.kind is RunKind.RECOVERY


def test_a_hard_effort_told_makes_a_run_quality():
    run = kind_of_last(run_of(after_nine_weeks(3), easy(40), effort=8))
    assert run.kind is RunKind.QUALITY
    assert "effort 8/10" in run.why[0]


def test_heart_rate_alone_shows_a_quality_run():
    def blind(day, beats):
        recording, found = run_of(day, [(1500, 2.8), (900, 2.8)], heart_rates=[beats[0], beats[1]])
        return replace(recording, metres=None), replace(
            found, best_speed={}, speed_s={}, adjusted_metres=None, fast_laps=0
        )

    days = [MONDAY + timedelta(days=2 * n) for n in range(20)]
    runs = [blind(day, (140, 142)) for day in days[:-1]] + [blind(days[-1], (145, 175))]
    profile = replace(ANA, max_heart_rate=188)
    assert kinds_of(runs, profile=profile) == [RunKind.EASY] * 19 + [RunKind.QUALITY]


def test_the_runners_correction_stands_and_says_so():
    runs = history(MONDAY, 6)
    wrong = runs[5][0].id
    corrected = judged(runs, corrections={wrong: RunKind.RACE})[5]
    assert (corrected.kind, corrected.kind_by_runner, corrected.key) == (RunKind.RACE, True, True)
    assert corrected.why == ("you said so",)
    assert not judged(runs)[5].kind_by_runner


def test_other_sports_and_runs_after_today_are_left_out():
    ride = run_of(MONDAY, easy(60), sport=Sport.RIDE)
    later = run_of(TODAY + timedelta(days=1), easy(60))
    assert judged([ride, later, *history(MONDAY, 1)]) == judged(history(MONDAY, 1))


def test_runs_come_out_oldest_first_whatever_the_order_in():
    runs = history(MONDAY, 3)
    assert judged(list(reversed(runs))) == judged(runs)
    assert [run.day for run in judged(runs)] == sorted(run.day for run in judged(runs))


def test_the_day_is_that_of_the_runners_own_clock():
    late = run_of(MONDAY, easy(30), at=time(23, 30))
    assert judged([late])[0].local_start == datetime(2026, 9, 8, 1, 30)
    abroad = run_of(MONDAY, easy(30), at=time(23, 30), utc_offset_s=-5 * 3600)
    assert judged([abroad])[0].local_start == datetime(2026, 9, 7, 18, 30)


def test_a_judged_run_carries_its_impulse_and_cost():
    run = judged(
        [run_of(MONDAY, easy(60), heart_rates=[140], effort=3)], profile=replace(ANA, max_heart_rate=190)
    )[0]
    assert run.trimp is not None
    assert run.trimp > 50
    assert run.effort_minutes == 180
    assert max(run.cost.values()) == 100


def test_no_runs_are_no_trouble():
    found = judge([], profile=ANA, corrections={}, today=TODAY)
    assert found.runs == ()
    assert found.thresholds.speed_sure is Sure.NONE


pieces_drawn = st.lists(st.tuples(st.integers(300, 2400), st.floats(2.2, 4.5)), min_size=1, max_size=3)


@few
@given(
    st.lists(
        st.tuples(st.integers(0, 60), pieces_drawn), min_size=1, max_size=15, unique_by=lambda run: run[0]
    ),
    st.integers(-8, 8),
)
def test_shifting_everything_by_whole_weeks_changes_no_kind(drawn, weeks):
    # An offset is given so that clock changes cannot move a run to another hour.
    runs = [run_of(MONDAY + timedelta(days=day), pieces, utc_offset_s=3600) for day, pieces in drawn]
    by = timedelta(weeks=weeks)
    shifted = [(replace(recording, start=recording.start + by), found) for recording, found in runs]
    now, then = judged(runs), judged(shifted, today=TODAY + by)
    assert [(run.kind, run.hardness, run.why) for run in now] == [
        (run.kind, run.hardness, run.why) for run in then
    ]


@few
@given(st.permutations(range(12)))
def test_the_order_of_import_changes_nothing(order):
    runs = history(MONDAY, 3)
    assert judged([runs[place] for place in order]) == judged(runs)


def test_intervals_keep_their_kind_in_a_history_of_intervals():
    runs = [run_of(MONDAY + timedelta(days=3 * n), intervals()) for n in range(10)]
    assert set(kinds_of(runs)) == {RunKind.QUALITY}


def test_a_week_not_over_yet_is_held_against_a_usual_one():
    usual = [
        run_of(MONDAY + timedelta(weeks=week, days=day), [(60 * minutes, 2.4)])
        for week in range(8)
        for day, minutes in [(1, 30), (3, 30), (4, 30), (5, 50)]
    ]
    tuesday = MONDAY + timedelta(weeks=8, days=1)
    run = run_of(tuesday, [(60 * 40, 2.4)])
    assert judged([*usual, run], today=tuesday)[-1].kind is RunKind.EASY
    assert judged([*usual, run], today=tuesday + timedelta(weeks=1))[-1].kind is RunKind.LONG


def test_a_distance_in_the_name_makes_a_race_only_at_race_effort():
    raced = kind_of_last(run_of(after_nine_weeks(5), [(2530, 3.95)], title="Ljubljana 10k"))
    jogged = kind_of_last(run_of(after_nine_weeks(5), [(3571, 2.8)], title="Ljubljana 10k"))
    assert (raced.kind, jogged.kind) == (RunKind.RACE, RunKind.EASY)


def test_a_run_named_recovery_is_one_and_strides_make_no_quality():
    assert kind_of_last(run_of(after_nine_weeks(3), easy(50), title="Recovery")).kind is RunKind.RECOVERY
    assert (
        kind_of_last(run_of(after_nine_weeks(3), easy(50), title="Easy + 6x100 strides")).kind is RunKind.EASY
    )


def test_recovery_is_seen_by_heart_rate_where_no_distance_is_known():
    def blind(day, seconds, beats, **more):
        recording, found = run_of(day, [(seconds, 2.8)], heart_rates=[beats], **more)
        return replace(recording, metres=None), replace(
            found, best_speed={}, speed_s={}, adjusted_metres=None
        )

    runs = [blind(MONDAY + timedelta(days=2 * n), 3000, 145) for n in range(10)]
    hard = blind(MONDAY + timedelta(days=20), 3000, 150, effort=8)
    gentle = blind(MONDAY + timedelta(days=21), 1500, 125)
    brisk = blind(MONDAY + timedelta(days=21), 1500, 150)
    assert judged([*runs, hard, gentle])[-1].kind is RunKind.RECOVERY
    assert judged([*runs, hard, brisk])[-1].kind is RunKind.EASY
