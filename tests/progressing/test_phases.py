"""The season: phases, blocks, lighter weeks, sessions wanted, gates."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from legday.model.plan import PastSession, Told
from legday.model.progression import Phase
from legday.model.runner import Health, LiftingLevel, Style
from legday.model.runs import (
    ExpectedRun,
    FileFormat,
    JudgedRun,
    Outlook,
    OutlookSource,
    Recording,
    Rhythm,
    RunKind,
    Sport,
    Sure,
)
from legday.model.season import WeekTarget
from legday.model.sets import LoggedSet
from legday.model.state import RunnerState
from legday.progressing.phases import Known, _nothing_new, season
from plan_builder import line
from season_builder import MONDAY, catalogue, done, race, runner, targets, weekly_runs


def phases(weeks: tuple[WeekTarget, ...]) -> str:
    """The first letter of each week's phase."""
    return "".join(week.phase.value[0] for week in weeks)


EVIDENCE = {"style": Style.EVIDENCE, "lifting": LiftingLevel.TRAINED}


def test_weeks_begin_on_the_monday_of_today_and_follow_each_other() -> None:
    weeks = targets(runner(), weeks=5, today=MONDAY + timedelta(days=3))
    assert [week.start for week in weeks] == [MONDAY + timedelta(weeks=n) for n in range(5)]


def test_without_a_race_a_newcomer_gets_foundation_strength_power_in_a_cycle_of_twelve() -> None:
    assert phases(targets(runner(), weeks=14)) == "ffffsssssspp" + "ff"


def test_a_race_in_twenty_weeks_is_counted_back_from() -> None:
    weeks = targets(runner(races=(race(20 * 7 - 1),)), weeks=22)
    assert phases(weeks) == "ffff" + "s" * 10 + "pppp" + "tt" + "r" + "f"


def test_a_marathon_in_eleven_weeks_shortens_strength_and_leaves_power_out() -> None:
    weeks = targets(runner(races=(race(11 * 7 - 1, metres=42_195),)), weeks=13)
    assert phases(weeks) == "ffff" + "sssss" + "tt" + "rr"


def test_a_race_in_five_weeks_leaves_foundation_and_taper() -> None:
    assert phases(targets(runner(races=(race(5 * 7 - 1),)), weeks=5)) == "ffftt"


def test_a_runner_with_foundation_behind_goes_on_with_strength() -> None:
    weeks = targets(runner(), weeks=8, foundation_weeks=8, done=tuple(done(n) for n in range(2, 28, 3)))
    assert phases(weeks) == "ssssssss"


def test_two_a_races_each_get_a_taper_and_a_recovery() -> None:
    weeks = targets(runner(races=(race(10 * 7 - 1), race(18 * 7 - 1))), weeks=20)
    assert phases(weeks) == "ffffsssstt" + "r" + "ffsss"[:5] + "tt" + "r" + "f"


def test_b_races_are_aimed_at_only_where_there_is_no_a_race() -> None:
    alone = targets(runner(races=(race(10 * 7 - 1, priority="B"),)), weeks=10)
    beside = targets(runner(races=(race(6 * 7 - 1, priority="B"), race(12 * 7 - 1))), weeks=12)
    assert phases(alone).endswith("tt")
    assert alone[9].sets_cap == 3
    assert phases(beside)[4:6] == "ss"
    assert beside[5].cut_back
    assert "race this week" in beside[5].why


def test_a_c_race_changes_nothing_but_the_room_in_its_week() -> None:
    plain = targets(runner(), weeks=8)
    with_race = targets(runner(races=(race(30, metres=5_000, priority="C"),)), weeks=8)
    assert [replace(week, wanted=2, why="") for week in with_race] == [
        replace(week, wanted=2, why="") for week in plain
    ]


def test_a_newcomer_with_an_a_race_in_three_weeks_begins_after_it() -> None:
    weeks = targets(runner(races=(race(3 * 7 - 1, metres=10_000),)), weeks=8)
    assert [week.wanted for week in weeks[:3]] == [0, 0, 0]
    assert weeks[3].wanted > 0
    assert (
        weeks[0].why == "An A race is less than 21 days away, so nothing new for the legs begins before it."
    )
    assert phases(weeks[3:]) == "ffffs"


def test_a_newcomer_begins_the_week_after_a_race_on_a_monday() -> None:
    weeks = targets(runner(races=(race(7, metres=5_000),)), weeks=3)
    assert [week.wanted for week in weeks] == [0, 0, 2]


def test_a_first_session_week_that_ends_just_before_the_quiet_days_is_used() -> None:
    """Monday to Sunday ends 21 days before a race on a Sunday four weeks on, so nothing in it is new in the quiet days."""
    weeks = targets(runner(races=(race(4 * 7 - 1),)), weeks=4)
    assert weeks[0].wanted == 2
    assert targets(runner(races=(race(4 * 7 - 2),)), weeks=4)[0].wanted == 0


def test_making_the_season_again_a_week_later_moves_nothing() -> None:
    profile = runner(races=(race(15 * 7 - 1),), **EVIDENCE)
    first = targets(profile, weeks=16)
    sessions = tuple(done(n, today=MONDAY + timedelta(days=21)) for n in (2, 5, 9, 12, 16, 19))
    later = targets(
        profile,
        weeks=13,
        today=MONDAY + timedelta(days=21),
        plan_began=MONDAY,
        done=sessions,
        foundation_weeks=3,
    )
    assert later == first[3:]


def test_maintain_and_taper_want_one_session_and_other_weeks_what_the_runner_asked_for() -> None:
    weeks = targets(runner(sessions_a_week=3, races=(race(20 * 7 - 1),)), weeks=20)
    assert {week.wanted for week in weeks if week.phase is Phase.TAPER} == {1}
    assert {week.wanted for week in weeks if week.phase is Phase.STRENGTH} == {3}
    long = targets(runner(sessions_a_week=3, races=(race(27 * 7 - 1),)), weeks=27)
    assert [week.wanted for week in long if week.phase is Phase.MAINTAIN] == [1, 1, 1]


def test_no_session_is_wanted_in_the_week_after_a_marathon_and_fewer_sets_in_the_next() -> None:
    weeks = targets(runner(races=(race(11 * 7 - 1, metres=42_195),)), weeks=14)
    assert weeks[11].wanted == 0
    assert weeks[12].sets_percent == 60
    assert weeks[12].after_race == MONDAY + timedelta(days=76)
    assert weeks[13].after_race is None


def test_a_race_just_run_asks_for_recovery_although_it_lies_before_today() -> None:
    profile = runner(races=(race(-1, metres=42_195),))
    weeks = targets(profile, weeks=4, foundation_weeks=6, done=(done(12), done(9)))
    assert phases(weeks).startswith("r")
    assert weeks[0].wanted == 0


def test_the_race_week_of_a_thursday_race_has_no_room() -> None:
    weeks = targets(runner(races=(race(10 * 7 + 3),)), weeks=12)
    assert weeks[10].wanted == 0


def test_a_newcomer_has_no_cut_back_in_the_first_three_weeks_and_then_every_fourth() -> None:
    weeks = targets(runner(cut_back_every=3), weeks=9)
    assert [index for index, week in enumerate(weeks) if week.cut_back] == [3, 6]
    assert [index for index, week in enumerate(targets(runner(), weeks=12)) if week.cut_back] == [3, 7, 11]


def test_the_cut_back_falls_on_the_lighter_running_week() -> None:
    outlook = weekly_runs([60, 66, 72, 79, 45, 72, 79, 86, 50])
    weeks = targets(runner(), weeks=9, outlook=outlook)
    assert [index for index, week in enumerate(weeks) if week.cut_back] == [4, 8]
    assert "your own lighter running week" in weeks[4].why


def test_the_rhythm_of_the_past_says_where_the_next_cut_back_is() -> None:
    rhythm = Rhythm(cut_back_every=4, last_cut_back=MONDAY - timedelta(weeks=2))
    weeks = targets(
        runner(),
        weeks=8,
        outlook=Outlook(rhythm=rhythm),
        foundation_weeks=8,
        done=tuple(done(n) for n in range(2, 28, 3)),
    )
    assert [index for index, week in enumerate(weeks) if week.cut_back] == [2, 6]


BEHIND = {"foundation_weeks": 8, "done": tuple(done(n) for n in range(26, 1, -3))}
"""Eight weeks of leg work, three sessions in each of the last."""


def cut_backs(*, today: date = MONDAY, weeks: int = 8, **facts: object) -> list[int]:
    """The weeks with a cut-back of somebody with weeks of leg work behind, counted from `today`'s."""
    known = {"today": today, **BEHIND, **facts}
    return [n for n, week in enumerate(targets(runner(), weeks=weeks, **known)) if week.cut_back]  # type: ignore[arg-type]


def test_a_cut_back_on_the_runners_own_lighter_week_says_so() -> None:
    rhythm = Rhythm(cut_back_every=4, last_cut_back=MONDAY - timedelta(weeks=1))
    weeks = targets(runner(), weeks=8, outlook=Outlook(rhythm=rhythm), **BEHIND)
    assert [index for index, week in enumerate(weeks) if week.cut_back] == [3, 7]
    assert weeks[3].why == (
        "Strength: the same lifts, step by step heavier; no race to aim at, so cycles follow each other; "
        "cut-back week, on your own lighter running week: 45 % fewer sets."
    )
    plain = targets(runner(), weeks=4, **BEHIND)
    assert plain[3].why.endswith("; cut-back week: 45 % fewer sets.")


def test_half_a_rhythm_says_nothing_of_lighter_weeks() -> None:
    assert cut_backs(outlook=Outlook(rhythm=Rhythm(cut_back_every=4))) == [3, 7]
    assert cut_backs(outlook=Outlook(rhythm=Rhythm(last_cut_back=MONDAY - timedelta(weeks=1)))) == [3, 7]


def test_a_lighter_week_that_the_rhythm_shows_stays_a_cut_back_once_it_lies_behind() -> None:
    light = MONDAY + timedelta(weeks=2)
    before = Outlook(rhythm=Rhythm(cut_back_every=4, last_cut_back=MONDAY - timedelta(weeks=2)))
    after = Outlook(rhythm=Rhythm(cut_back_every=4, last_cut_back=light))
    assert cut_backs(outlook=before) == [2, 6]
    later = MONDAY + timedelta(weeks=3)
    sessions = (*BEHIND["done"], *(done(n, today=later) for n in (19, 16, 12, 9, 5, 2)))  # type: ignore[misc]
    assert cut_backs(
        outlook=after, today=later, plan_began=MONDAY, done=sessions, foundation_weeks=11, weeks=5
    ) == [3]


def test_a_stall_makes_a_week_light_before_one_is_due() -> None:
    def flat(name: str, weeks_ago: int) -> PastSession:
        asked = line(f"{name} 3x10 40kg rir2")
        start = datetime.combine(MONDAY + timedelta(weeks=2 - weeks_ago, days=1), time(18))
        sets = tuple(LoggedSet(exercise=name, reps=reps, weight_g=40_000, rir=2) for reps in (10, 9, 9))
        return PastSession(start=start, told=Told.LOGGED, sets=sets, prescribed=(asked,), exercises=(asked,))

    def week(*lifts: str) -> WeekTarget:
        stuck = tuple(flat(name, ago) for ago in (3, 2, 1) for name in lifts)
        return targets(
            runner(),
            weeks=1,
            today=MONDAY + timedelta(weeks=2),
            plan_began=MONDAY,
            foundation_weeks=3,
            done=stuck,
        )[0]

    assert not week("squat").cut_back
    stalled = week("squat", "deadlift")
    assert (stalled.cut_back, stalled.sets_percent) == (True, 55)
    assert "cut-back week, as squat and deadlift have not risen over 3 sessions" in stalled.why


def test_a_week_mostly_missed_is_a_rest_and_the_next_cut_back_comes_later() -> None:
    today = MONDAY + timedelta(weeks=3)
    kept = tuple(done(n, today=today) for n in (26, 23, 19, 16, 12, 9, 5, 2))
    again = {"today": today, "plan_began": MONDAY, "foundation_weeks": 11}
    assert cut_backs(done=kept, **again) == [0, 4]  # type: ignore[arg-type]
    assert cut_backs(done=kept[:-1], **again) == [3, 7]  # type: ignore[arg-type]
    assert cut_backs(done=kept[:-2], **again) == [3, 7]  # type: ignore[arg-type]


def test_a_cut_back_after_the_weeks_that_are_known_is_simply_due() -> None:
    later = MONDAY + timedelta(weeks=2)
    sessions = tuple(done(n, today=later) for n in range(26, 1, -3))
    weeks = targets(runner(), weeks=2, today=later, plan_began=MONDAY, done=sessions, foundation_weeks=10)
    assert [week.cut_back for week in weeks] == [False, True]
    assert weeks[1].why.endswith("; cut-back week: 45 % fewer sets.")


def test_a_beginner_keeps_more_in_reserve_than_a_trained_lifter() -> None:
    beginner = targets(runner(), weeks=8)
    trained = targets(runner(lifting=LiftingLevel.TRAINED), weeks=8)
    assert [week.rir for week in beginner] == [4, 4, 4, 4, 3, 3, 3, 3]
    assert [week.rir for week in trained] == [4, 4, 3, 3, 2, 2, 2, 2]


@pytest.mark.parametrize(("lifting", "least"), [(LiftingLevel.TRAINED, 2), (LiftingLevel.BEGINNER, 3)])
def test_no_phase_asks_for_less_in_reserve_than_the_rule_allows(lifting: LiftingLevel, least: int) -> None:
    known = catalogue()
    bare = {phase: replace(dose, rir=0) for phase, dose in known.progression.doses["article"].items()}
    progression = replace(known.progression, doses={"article": bare})
    state = RunnerState(profile=runner(lifting=lifting), foundation_weeks=8)
    weeks = season(state, Outlook(), replace(known, progression=progression), today=MONDAY, weeks=4)
    assert {week.rir for week in weeks} == {least}


def test_style_evidence_begins_with_two_of_three_sets_and_style_article_with_all() -> None:
    assert targets(runner(), weeks=2)[0].sets_percent == 100
    assert [week.sets_percent for week in targets(runner(**EVIDENCE), weeks=2)] == [67, 100]


def test_style_article_keeps_one_menu_and_style_evidence_changes_it_every_few_weeks() -> None:
    article = targets(runner(), weeks=16)
    evidence = targets(runner(**EVIDENCE), weeks=16)
    assert {week.block for week in article} == {0}
    sizes = [sum(week.block == n for week in evidence) for n in range(evidence[-1].block)]
    assert sizes
    assert all(3 <= size <= 6 for size in sizes)


def test_variety_changes_the_menu_in_style_article_too() -> None:
    assert targets(runner(variety=True), weeks=16)[-1].block > 1


@pytest.mark.parametrize("profile", [{"variety": True, **EVIDENCE}, {"variety": True}, {"likes": ("pogo",)}])
def test_with_variety_and_in_style_article_every_block_brings_new_exercises(
    profile: dict[str, object],
) -> None:
    weeks = targets(runner(**profile), weeks=20)
    assert weeks[-1].block > 3
    assert [week.era for week in weeks] == [week.block for week in weeks]


def test_in_style_evidence_only_a_block_of_another_aim_brings_new_exercises() -> None:
    """The block that begins two weeks before power works towards it."""
    weeks = targets(runner(races=(race(20 * 7 - 1),), **EVIDENCE), weeks=22)
    assert phases(weeks) == "ffff" + "s" * 10 + "pppp" + "tt" + "r" + "f"
    assert "".join(str(week.block) for week in weeks) == "0000" + "11112222" + "333333" + "333" + "4"
    assert "".join(str(week.era) for week in weeks) == "0000" + "11111111" + "222222" + "222" + "3"


def test_after_a_race_at_the_season_s_begin_the_first_block_in_earnest_brings_new_exercises() -> None:
    weeks = targets(runner(races=(race(13, metres=42_195),), **EVIDENCE), weeks=8, **BEHIND)
    assert phases(weeks) == "ttrr" + "ssss"
    assert [(week.block, week.era) for week in weeks] == [(0, 0)] * 4 + [(1, 1)] * 4


@pytest.mark.parametrize(
    ("days", "sessions", "forbidden"),
    [
        (27, 2, False),
        (26, 2, True),
        (26, 3, True),
        (27, 3, False),
        (34, 1, False),
        (33, 1, True),
        (0, 2, True),
        (-1, 2, False),
    ],
)
def test_a_menu_is_new_until_each_of_its_sessions_was_done_once(
    days: int, sessions: int, *, forbidden: bool
) -> None:
    # The last first session of a menu begun on Monday is on that Sunday, of one session a week a week later: 21 days before the race.
    profile = runner(races=(race(days),))
    known = Known(
        state=RunnerState(profile=profile), outlook=Outlook(), catalogue=catalogue(), today=MONDAY, weeks=4
    )
    assert _nothing_new(known, MONDAY, sessions=sessions) is forbidden


@pytest.mark.parametrize("days", [69, 76, 83, 90, 104, 118, 139])
def test_no_block_begins_in_the_three_weeks_before_an_a_race(days: int) -> None:
    profile = runner(races=(race(days),), **EVIDENCE)
    weeks = targets(profile, weeks=days // 7 + 1)
    begun = [now.start for before, now in pairwise(weeks) if now.block != before.block]
    assert all(start + timedelta(days=6) < MONDAY + timedelta(days=days - 20) for start in begun)


def test_a_block_waits_a_week_where_the_runs_grow() -> None:
    flat = targets(runner(**EVIDENCE), weeks=12, outlook=weekly_runs([60] * 12))
    begins = next(index for index, week in enumerate(flat) if week.block == 1)
    grows = [60] * begins + [90] * (12 - begins)
    shifted = targets(runner(**EVIDENCE), weeks=12, outlook=weekly_runs(grows))
    assert next(index for index, week in enumerate(shifted) if week.block == 1) != begins


def test_jumps_wait_for_four_weeks_and_then_grow_to_the_cap() -> None:
    weeks = targets(runner(likes=("pogo",)), weeks=16)
    assert not any(week.contacts for week in weeks[:4])
    contacts = [week.contacts for week in weeks if week.contacts]
    assert contacts[0] == 20
    assert max(contacts) == 60
    assert all(after - before <= 20 for before, after in pairwise(contacts))


def test_whoever_has_weeks_behind_begins_with_the_first_number_of_jumps() -> None:
    weeks = targets(runner(likes=("pogo",)), weeks=3, **BEHIND)
    assert [week.contacts for week in weeks] == [20, 40, 60]
    recovering = targets(runner(likes=("pogo",), races=(race(-1, metres=10_000),)), weeks=3, **BEHIND)
    assert [(week.phase.value, week.contacts) for week in recovering] == [
        ("recover", 0),
        ("strength", 20),
        ("strength", 40),
    ]


def test_jumps_begin_anew_in_a_cycle_without_them_between() -> None:
    weeks = targets(runner(**EVIDENCE), weeks=24)
    assert [week.contacts for week in weeks if week.phase is Phase.POWER] == [20, 40, 20, 40]


def test_weeks_that_are_waited_through_are_no_foundation_for_jumps() -> None:
    weeks = targets(runner(likes=("pogo",), races=(race(3 * 7 - 1, metres=10_000),)), weeks=12)
    assert [week.wanted for week in weeks[:4]] == [0, 0, 0, 2]
    assert next(index for index, week in enumerate(weeks) if week.contacts) == 7


def test_no_jumps_in_the_two_weeks_after_a_marathon_that_was_only_run() -> None:
    run = ExpectedRun(
        day=MONDAY + timedelta(days=6), kind=RunKind.RACE, source=OutlookSource.RUN_PLAN, metres=42_195
    )
    weeks = targets(runner(likes=("pogo",)), weeks=4, outlook=Outlook(runs=(run,)), **BEHIND)
    assert [week.contacts for week in weeks] == [20, 0, 0, 80 - 20]


def test_without_asking_style_article_has_no_jumps_and_style_evidence_only_in_power() -> None:
    assert not any(week.contacts for week in targets(runner(), weeks=16))
    evidence = targets(runner(**EVIDENCE), weeks=12)
    assert {week.phase for week in evidence if week.contacts} == {Phase.POWER}


@pytest.mark.parametrize(
    "health",
    [
        Health(pregnant=True),
        Health(osteoporosis=True),
        Health(recent_surgery=True),
        Health(heart_or_blood_pressure=True),
        Health(other_restriction=True),
    ],
)
def test_a_circumstance_that_needs_a_clinician_closes_leg_work_until_they_agree(health: Health) -> None:
    closed = targets(runner(health=health, **EVIDENCE), weeks=3)
    assert [week.wanted for week in closed] == [0, 0, 0]
    assert "clinician" in closed[0].why
    agreed = targets(
        runner(health=replace(health, clinician_confirmed=True), likes=("pogo",), **EVIDENCE), weeks=12
    )
    assert agreed[0].wanted == 2
    assert all(week.rir >= 3 and week.heavy_reps is None and not week.contacts for week in agreed)


def test_the_weeks_after_a_birth_open_when_twelve_have_passed() -> None:
    weeks = targets(runner(health=Health(weeks_post_partum=10)), weeks=4)
    assert [week.wanted for week in weeks] == [0, 0, 2, 2]
    eleven = runner(health=Health(weeks_post_partum=11))
    assert [week.wanted for week in targets(eleven, weeks=2)] == [0, 2]
    thursday = targets(eleven, weeks=3, today=MONDAY + timedelta(days=3))
    assert [week.wanted for week in thursday] == [0, 0, 2]
    assert phases(weeks) == "ffff"
    assert weeks[2].rir == 4


def test_a_runner_under_age_needs_a_guardian_and_never_lifts_heavy() -> None:
    assert targets(runner(born=2010), weeks=1)[0].wanted == 0
    known = targets(runner(born=2010, health=Health(guardian_or_coach=True), **EVIDENCE), weeks=10)
    assert known[0].wanted == 2
    assert all(week.heavy_reps is week.heavy_rest_s is None and week.rir >= 3 for week in known)


def test_a_masters_runner_gets_a_longer_foundation() -> None:
    assert phases(targets(runner(born=1960), weeks=7)) == "fffffss"


def test_a_race_of_a_run_plan_takes_room_like_a_c_race() -> None:
    run = ExpectedRun(
        day=MONDAY + timedelta(days=6),
        kind=RunKind.RACE,
        source=OutlookSource.RUN_PLAN,
        metres=42_195,
    )
    weeks = targets(runner(), weeks=3, outlook=Outlook(runs=(run,)))
    assert weeks[1].wanted == 0
    assert weeks[2].after_race == run.day


def test_the_race_week_caps_the_sets_of_a_muscle_at_three() -> None:
    weeks = targets(runner(races=(race(11 * 7 - 1),)), weeks=11)
    assert weeks[10].sets_cap == 3
    assert weeks[3].sets_cap == 9
    assert targets(runner(style=Style.EVIDENCE), weeks=1)[0].sets_cap == 12


def test_a_race_on_a_monday_belongs_to_the_week_it_begins() -> None:
    weeks = targets(runner(races=(race(11 * 7),)), weeks=12)
    assert [week.sets_cap for week in weeks[9:]] == [None, None, 3]
    assert [week.why.split("; ")[-1] for week in weeks[10:]] == [
        "the race is next week.",
        "the race is this week.",
    ]
    beside = targets(runner(races=(race(6 * 7, priority="B"), race(12 * 7 - 1))), weeks=12)
    assert [index for index, week in enumerate(beside) if "a race this week, so fewer sets" in week.why] == [
        6
    ]


def test_every_week_says_why() -> None:
    weeks = targets(runner(races=(race(11 * 7 - 1),)), weeks=20)
    assert all(week.why.endswith(".") for week in weeks)
    assert "the race is this week" in weeks[10].why
    assert "7 February" in weeks[11].why


def test_a_race_far_away_is_preceded_by_whole_cycles() -> None:
    weeks = targets(runner(races=(race(48 * 7 - 1),)), weeks=30)
    assert phases(weeks)[:24] == "ffffsssssspp" + "ffsssssssspp"


def test_a_race_among_the_recorded_runs_keeps_the_days_after_it_free() -> None:
    start = datetime.combine(MONDAY - timedelta(days=1), time(9), tzinfo=UTC)
    recording = Recording(
        sport=Sport.RUN,
        start=start,
        elapsed_s=14_400,
        moving_s=14_400,
        file="race.fit",
        sha256="0" * 64,
        format=FileFormat.FIT,
        metres=42_300,
    )
    run = JudgedRun(
        recording=recording,
        local_start=start.replace(tzinfo=None),
        kind=RunKind.RACE,
        key=True,
        hardness=100,
        sure=Sure.HIGH,
    )
    weeks = targets(runner(), weeks=3, runs=(run,))
    assert [week.wanted for week in weeks] == [0, 2, 2]
    assert [week.sets_percent for week in weeks] == [60, 60, 100]


def test_two_sessions_in_a_month_are_still_a_newcomers() -> None:
    few = targets(runner(), weeks=1, done=(done(9), done(3)))
    more = targets(runner(), weeks=1, done=(done(9), done(6), done(3)))
    assert few[0].rir == 4
    assert "easy first weeks" in few[0].why
    assert "easy first weeks" not in more[0].why


SEASON = [
    (
        "foundation",
        0,
        0,
        2,
        4,
        67,
        None,
        None,
        0,
        False,
        None,
        "Foundation: learn the movements and get the tissues used to them; the race is in 12 weeks; easy first weeks.",
    ),
    (
        "foundation",
        0,
        0,
        2,
        4,
        100,
        None,
        None,
        0,
        False,
        None,
        "Foundation: learn the movements and get the tissues used to them; the race is in 11 weeks; easy first weeks.",
    ),
    (
        "foundation",
        0,
        0,
        2,
        3,
        100,
        None,
        None,
        0,
        False,
        None,
        "Foundation: learn the movements and get the tissues used to them; the race is in 10 weeks.",
    ),
    (
        "foundation",
        0,
        0,
        2,
        3,
        55,
        None,
        None,
        0,
        True,
        9,
        "Foundation: learn the movements and get the tissues used to them; the race is in 9 weeks; cut-back week: 45 % fewer sets.",
    ),
    (
        "strength",
        1,
        1,
        2,
        2,
        100,
        (3, 6),
        180,
        20,
        False,
        None,
        "Strength: the same lifts, step by step heavier; the race is in 8 weeks.",
    ),
    (
        "strength",
        1,
        1,
        2,
        2,
        100,
        (3, 6),
        180,
        40,
        False,
        None,
        "Strength: the same lifts, step by step heavier; the race is in 7 weeks.",
    ),
    (
        "strength",
        1,
        1,
        2,
        2,
        100,
        (3, 6),
        180,
        60,
        False,
        None,
        "Strength: the same lifts, step by step heavier; the race is in 6 weeks.",
    ),
    (
        "strength",
        1,
        1,
        2,
        2,
        55,
        (3, 6),
        180,
        80,
        True,
        9,
        "Strength: the same lifts, step by step heavier; the race is in 5 weeks; cut-back week: 45 % fewer sets.",
    ),
    (
        "strength",
        2,
        1,
        2,
        2,
        100,
        (3, 6),
        180,
        80,
        False,
        None,
        "Strength: the same lifts, step by step heavier; the race is in 4 weeks.",
    ),
    (
        "strength",
        2,
        1,
        2,
        2,
        100,
        (3, 6),
        180,
        100,
        False,
        None,
        "Strength: the same lifts, step by step heavier; the race is in 3 weeks.",
    ),
    (
        "strength",
        2,
        1,
        2,
        2,
        100,
        (3, 6),
        180,
        100,
        False,
        None,
        "Strength: the same lifts, step by step heavier; the race is in 2 weeks.",
    ),
    (
        "taper",
        2,
        1,
        1,
        4,
        60,
        (3, 5),
        180,
        0,
        False,
        None,
        "Taper: fewer sets at the same weight before the race; the race is next week.",
    ),
    (
        "taper",
        2,
        1,
        1,
        4,
        60,
        (3, 5),
        180,
        0,
        False,
        3,
        "Taper: fewer sets at the same weight before the race; the race is this week.",
    ),
    (
        "recover",
        2,
        1,
        1,
        4,
        60,
        None,
        None,
        0,
        False,
        None,
        "Recover: little leg work after the race of 21 February.",
    ),
    (
        "foundation",
        3,
        1,
        2,
        3,
        100,
        None,
        None,
        100,
        False,
        None,
        "Foundation: learn the movements and get the tissues used to them; no race to aim at, so cycles follow each other.",
    ),
    (
        "foundation",
        3,
        1,
        1,
        3,
        55,
        None,
        None,
        100,
        True,
        None,
        "Foundation: learn the movements and get the tissues used to them; no race to aim at, so cycles follow each other; a race this week, so fewer sets.",
    ),
    (
        "strength",
        3,
        1,
        2,
        2,
        100,
        (3, 6),
        180,
        100,
        False,
        None,
        "Strength: the same lifts, step by step heavier; no race to aim at, so cycles follow each other.",
    ),
]
"""Thirteen weeks to an A race and four after it, a B race among them: phase, block, era, sessions, reserve, percent of the sets, heavy
repetitions and their rest, contacts, cut-back, most sets of a muscle, and why."""


def test_a_whole_season_is_laid_out_to_the_letter() -> None:
    races = (race(7 * 13 - 1), race(7 * 15 + 2, metres=10_000, priority="B"))
    profile = runner(style=Style.EVIDENCE, lifting=LiftingLevel.TRAINED, likes=("pogo",), races=races)
    for week, told in zip(targets(profile, weeks=17), SEASON, strict=True):
        assert (
            week.phase.value, week.block, week.era, week.wanted, week.rir, week.sets_percent, week.heavy_reps,
            week.heavy_rest_s, week.contacts, week.cut_back, week.sets_cap, week.why,
        ) == told  # fmt: skip


def test_a_closed_week_says_why_and_holds_nothing() -> None:
    (week,) = targets(runner(health=Health(pregnant=True)), weeks=1)
    assert (week.wanted, week.why) == (
        0,
        "Until a clinician has said that leg strength is fine, legday plans none: pregnancy.",
    )
