"""What each session holds, week by week."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from legday.model.exercises import DrillKind, SessionPlace
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Prescription, Reasons, Session
from legday.model.progression import Phase
from legday.model.runner import Gear, GearKind, Health, LiftingLevel, Style, Units
from legday.model.season import Menu
from plan_builder import line
from season_builder import MONDAY, Season, catalogue, done, extra, race, runner, season_of

EVIDENCE = {"style": Style.EVIDENCE, "lifting": LiftingLevel.TRAINED}
PLATES = Gear(
    bar_g=20_000, plates_g=(20_000, 10_000, 5_000, 2_500, 1_250), things=frozenset({GearKind.BENCH})
)


def words(session: Session) -> list[str]:
    """`squat 3x10 10kg`, one for each exercise."""
    return [f"{one.exercise} {one.sets}x{one.target} {one.weight_g / 1000:g}kg" for one in session.exercises]


def of(exercise: str, sessions: tuple[Session, ...]) -> list[Prescription]:
    return [one for session in sessions for one in session.exercises if one.exercise == exercise]


def sets(sessions: list[Session]) -> int:
    return sum(one.sets for session in sessions for one in session.exercises)


def test_style_article_begins_as_printed_at_the_low_end_and_an_easy_weight() -> None:
    first, second = season_of(runner(), weeks=1).sessions()
    assert sorted(words(first)) == [
        "calf-raise 3x15 0kg",
        "deadlift 3x8 15kg",
        "squat 3x10 10kg",
        "walking-lunge 3x12 0kg",
    ]
    assert sorted(words(second)) == [
        "bulgarian-split-squat 3x10 0kg",
        "glute-bridge 3x15 0kg",
        "single-leg-deadlift 3x10 5kg",
        "step-up 3x12 0kg",
    ]
    assert {one.rir for one in first.exercises} == {4}


def test_style_evidence_begins_with_two_sets_and_adds_sets_as_growth_allows() -> None:
    weeks = season_of(runner(**EVIDENCE), weeks=8).by_week()
    assert {one.sets for session in weeks[0] for one in session.exercises} == {2}
    assert [sets(week) for week in weeks[:3]] == sorted({sets(week) for week in weeks[:3]})


def test_repetitions_rise_by_one_a_week_and_go_past_the_range_before_a_large_jump() -> None:
    far_apart = replace(runner().gear, dumbbells_g=(5_000, 10_000))
    squats = of("squat", season_of(runner(gear=far_apart), weeks=12).sessions())
    assert [one.target for one in squats[:3]] == [10, 11, 12]
    assert max(one.target for one in squats) == 16
    heavier = next(index for index, one in enumerate(squats) if one.weight_g > 10_000)
    assert squats[heavier].weight_g == 20_000
    assert squats[heavier].target == 10
    assert "so repetitions first" in squats[heavier - 1].why
    assert "up from 10 kg" in squats[heavier].why


def test_a_cut_back_week_halves_the_sets_at_the_same_weight_and_the_next_returns() -> None:
    weeks = season_of(runner(), weeks=5).by_week()
    before, light, after = weeks[2], weeks[3], weeks[4]
    assert 50 <= 100 * sets(light) // sets(before) <= 60
    assert sets(after) == sets(before)
    weights = {one.exercise: one.weight_g for session in before for one in session.exercises}
    assert {one.exercise: one.weight_g for session in light for one in session.exercises} == weights
    assert any("a lighter week" in one.why for session in light for one in session.exercises)


def test_heavy_lifts_drop_to_few_repetitions_and_grow_in_weight() -> None:
    squats = of("squat", season_of(runner(gear=PLATES, **EVIDENCE), weeks=10).sessions())
    foundation, strength = squats[:4], squats[4:]
    assert {one.reps for one in foundation} == {(10, 12)}
    assert {one.reps for one in strength} == {(3, 6)}
    assert strength[0].target == 6
    assert strength[0].rest_s == 180
    assert strength[-1].weight_g >= foundation[-1].weight_g * 120 // 100
    assert "so that weight can rise" in strength[0].why


def test_after_the_heavy_phases_more_repetitions_come_with_less_weight() -> None:
    profile = runner(gear=PLATES, **EVIDENCE)
    squats = of("squat", season_of(profile, weeks=15).sessions())
    back = next(index for index, one in enumerate(squats) if index > 5 and one.reps == (10, 12))
    assert squats[back].weight_g < squats[back - 1].weight_g
    assert squats[back].target >= 10
    assert "Lighter than last time" in squats[back].why


def test_gear_that_is_too_light_keeps_the_range() -> None:
    light = Gear(dumbbells_g=(5_000,), things=frozenset({GearKind.BENCH}))
    deadlifts = of("deadlift", season_of(runner(gear=light, **EVIDENCE), weeks=10).sessions())
    assert {one.reps for one in deadlifts} == {(8, 10)}


def test_a_short_opening_costs_sets_and_never_rests() -> None:
    full = season_of(runner(), weeks=1).sessions()
    short = season_of(runner(), weeks=1, minutes=28).sessions()
    assert all(one.minutes <= 28 for one in short)
    assert sets(list(short)) < sets(list(full))
    rests = {one.exercise: one.rest_s for session in full for one in session.exercises}
    assert all(one.rest_s == rests[one.exercise] for session in short for one in session.exercises)


def test_a_week_with_a_short_opening_does_not_cost_the_weeks_after() -> None:
    plain = season_of(runner(), weeks=6)
    days = list(plain.days)
    days[4] = replace(days[4], opening_minutes=27)
    weeks = replace(plain, days=tuple(days)).by_week()
    assert sets([weeks[2][0]]) < 12
    assert sets([weeks[4][0]]) == 12


def test_first_sessions_of_a_menu_leave_more_in_reserve_and_begin_low() -> None:
    profile = runner(**EVIDENCE)
    season = season_of(profile, weeks=10)
    given = season.sessions()
    known: set[str] = set()
    checked = begun = 0
    for session in given:
        week = season.weeks[(session.day - MONDAY).days // 7]
        for one in session.exercises:
            if session.new_to_legs:
                assert one.rir == min(4, week.rir + 1)
                checked += 1
            if one.exercise not in known:
                assert one.target == one.reps[0]
                begun += 1
        known |= {one.exercise for one in session.exercises}
    assert checked > 16
    assert begun >= 8


def test_warm_up_raises_and_moves_and_straight_after_a_run_only_moves() -> None:
    drills = catalogue().drills
    fresh = season_of(runner(), weeks=1).sessions()[0]
    after = season_of(runner(), weeks=1, after_run=True).sessions()[0]
    assert DrillKind.RAISE in {drills[one].kind for one in fresh.warm_up}
    assert {drills[one].kind for one in after.warm_up} == {DrillKind.DYNAMIC}
    assert sum(drills[one].seconds for one in fresh.warm_up) <= 600
    assert sum(drills[one].seconds for one in after.warm_up) <= 300
    assert after.minutes == fresh.minutes - 5


def test_the_cool_down_stretches_hips_hamstrings_and_calves_for_five_to_ten_minutes() -> None:
    drills = catalogue().drills
    for session in season_of(runner(), weeks=2).sessions():
        chosen = [drills[one] for one in session.cool_down]
        assert {one.kind for one in chosen} == {DrillKind.STATIC}
        assert {"hips", "hamstrings", "calves"} <= {area for one in chosen for area in one.areas}
        assert 300 <= sum(one.seconds for one in chosen) <= 600


def test_jumps_come_first_and_their_contacts_stay_under_the_weeks_number() -> None:
    profile = runner(likes=("pogo",))
    season = season_of(profile, weeks=12, explosive="pogo")
    order = list(SessionPlace)
    jumping = []
    for session in season.sessions():
        places = [order.index(catalogue().exercises[one.exercise].place) for one in session.exercises]
        assert places[0] == order.index(SessionPlace.PLYOMETRIC) or SessionPlace.PLYOMETRIC not in {
            order[place] for place in places
        }
        week = season.weeks[(session.day - MONDAY).days // 7]
        assert session.contacts <= week.contacts
        jumping.append(session.contacts)
    assert not any(jumping[:8])
    assert any(jumping)


def test_contacts_begin_with_twenty_and_rise_by_twenty_whatever_the_season_would_allow() -> None:
    season = season_of(runner(likes=("pogo",), lifting=LiftingLevel.ADVANCED), weeks=14, explosive="pogo")
    many = {
        key: replace(
            menu, lines=tuple(replace(one, sets=9) if one.exercise == "pogo" else one for one in menu.lines)
        )
        for key, menu in season.menus.items()
    }
    open_weeks = tuple(replace(week, contacts=200 if week.contacts else 0) for week in season.weeks)
    given = replace(season, weeks=open_weeks, menus=many).by_week()
    contacts = [max((one.contacts for one in week), default=0) for week in given]
    begun = next(n for n, most in enumerate(contacts) if most)
    assert contacts[begun] <= 20
    assert all(most <= max(contacts[max(0, n - 4) : n]) + 20 for n, most in enumerate(contacts) if n > begun)
    assert max(contacts) > 40


def test_no_jumps_straight_after_a_run() -> None:
    season = season_of(runner(likes=("pogo",)), weeks=12, explosive="pogo", after_run=True)
    assert not of("pogo", season.sessions())


def test_volume_done_this_week_counts_towards_what_the_week_may_hold() -> None:
    today = MONDAY + timedelta(days=3)
    history = tuple(done(n, volume=20_000, today=today) for n in (24, 21, 17, 14, 10, 7))
    free = season_of(runner(), weeks=1, today=today, done=history)
    taken = replace(free, state=replace(free.state, done=(*history, done(2, volume=25_000, today=today))))
    assert sum(one.volume for one in taken.sessions()) <= 44_000 - 25_000
    assert sum(one.volume for one in free.sessions()) > 44_000 - 25_000


def test_sessions_of_unknown_volume_give_no_reference() -> None:
    history = tuple(done(n, volume=0) for n in (24, 21, 17, 14, 10, 7))
    first = season_of(runner(), weeks=1, done=history).sessions()[0]
    assert sets([first]) == 12


def test_sets_of_a_muscle_grow_by_one_a_week_at_most() -> None:
    history = tuple(
        PastSession(
            start=done(n).start,
            volume=40_000,
            quarter_sets={muscle: (8 if muscle is Muscle.GLUTE_MAX else 60) for muscle in Muscle},
        )
        for n in (24, 17, 10, 3)
    )
    week = season_of(runner(), weeks=1, done=history).by_week()[0]
    glutes = sum(
        one.sets * catalogue().exercises[one.exercise].sets.get(Muscle.GLUTE_MAX, 0)
        for session in week
        for one in session.exercises
    )
    assert 0 < glutes <= 12


def test_nothing_new_comes_in_the_three_weeks_before_an_a_race() -> None:
    profile = runner(races=(race(8 * 7 - 1),))
    season = season_of(profile, weeks=8)
    menus = {
        (block, letter): replace(menu, lines=(*menu.lines, extra(profile, "side-plank")))
        for (block, letter), menu in season.menus.items()
    }
    late = {day.start for day in season.days if day.week >= 5}
    switched = Season(
        state=season.state,
        weeks=tuple(replace(week, block=1) if n >= 5 else week for n, week in enumerate(season.weeks)),
        days=season.days,
        menus={
            **{key: season.menus[key] for key in season.menus},
            **{(1, key[1]): menus[key] for key in menus},
        },
    )
    given = [session for session in switched.sessions() if session.start in late]
    assert given
    assert not of("side-plank", tuple(given))


def test_after_a_marathon_a_session_holds_at_most_three_fifths_of_the_usual_sets() -> None:
    profile = runner(races=(race(11 * 7 - 1, metres=42_195),))
    season = season_of(profile, weeks=14)
    weeks = season.by_week()

    def quarters(session: Session) -> int:
        return sum(
            one.sets * sum(catalogue().exercises[one.exercise].sets.values()) for one in session.exercises
        )

    usual = max(quarters(session) for week in weeks[7:11] for session in week)
    assert not weeks[11]
    assert weeks[12]
    assert all(10 * quarters(session) <= 6 * usual for session in weeks[12])


def test_the_taper_keeps_the_weight_and_cuts_the_sets() -> None:
    season = season_of(runner(races=(race(11 * 7 - 1),)), weeks=11)
    weeks = season.by_week()
    assert season.weeks[9].phase is Phase.TAPER
    before = {one.exercise: one for session in weeks[8] for one in session.exercises}
    for one in (one for session in weeks[9] for one in session.exercises):
        assert one.weight_g == before[one.exercise].weight_g
        assert one.sets < before[one.exercise].sets
        assert "taper" in one.why


def test_a_pregnant_runner_whose_clinician_agrees_repeats_the_dose() -> None:
    health = Health(pregnant=True, clinician_confirmed=True)
    squats = of("squat", season_of(runner(health=health), weeks=3).sessions())
    assert len({(one.sets, one.target, one.weight_g) for one in squats}) == 1


def test_a_runner_under_age_does_eight_repetitions_at_least() -> None:
    profile = runner(born=2010, gear=PLATES, health=Health(guardian_or_coach=True), **EVIDENCE)
    given = season_of(profile, weeks=10).sessions()
    assert all(one.reps[0] >= 8 and one.target >= 8 for session in given for one in session.exercises)


def test_one_session_a_week_takes_a_and_b_in_turn_and_grows_as_well() -> None:
    given = season_of(runner(sessions_a_week=1), weeks=8).sessions()
    assert [session.menu for session in given] == list("ABABABAB")
    assert of("squat", given)[-1].target > 10


def test_an_exercise_twice_in_a_week_takes_one_kind_of_step() -> None:
    weeks = season_of(runner(sessions_a_week=3), weeks=8).by_week()
    best: list[Prescription] = []
    for week in weeks:
        now = [one for session in week for one in session.exercises if one.exercise == "squat"]
        lately = best[-8:]
        if lately:
            grown = [
                max(one.sets for one in now) > max(one.sets for one in lately),
                max(one.target for one in now) > max(one.target for one in lately),
                max(one.weight_g for one in now) > max(one.weight_g for one in lately),
            ]
            assert sum(grown) <= 1
        best += now


def test_reasons_name_the_exercise_and_rehearsal_sets_the_weights_to_pick_up() -> None:
    session = season_of(runner(), weeks=1).sessions()[0]
    said = " ".join(session.why.dose)
    assert "20 % of body mass, rounded down to what you own" in said
    assert "begins with bodyweight" in said
    assert "before the first set a few easy repetitions with bodyweight" in said


def test_pounds_are_said_in_pounds() -> None:
    gear = Gear(dumbbells_g=(4_536, 6_804, 9_072), things=frozenset({GearKind.BENCH}))
    session = season_of(runner(units=Units.IMPERIAL, gear=gear), weeks=1).sessions()[0]
    squat = next(one for one in session.exercises if one.exercise == "squat")
    assert squat.pick_up == "2 × 10 lb dumbbells"


def test_ids_are_the_day_and_the_letter() -> None:
    assert [one.id for one in season_of(runner(), weeks=1).sessions()] == ["2026-11-24-A", "2026-11-27-B"]


def test_no_days_hold_no_sessions() -> None:
    season = season_of(runner(), weeks=2)
    assert replace(season, days=()).sessions() == ()
    assert Season(state=season.state, weeks=(), days=(), menus={}).sessions() == ()


def test_a_day_without_a_menu_is_an_error() -> None:
    with pytest.raises(KeyError):
        replace(season_of(runner(), weeks=1), menus={}).sessions()


def test_a_whole_session_is_given_to_the_letter() -> None:
    profile = runner(units=Units.IMPERIAL)
    season = season_of(profile, weeks=1)
    squat = replace(season.menus[0, "A"].lines[0], instead_of="box-squat")
    menu = Menu(
        block=0,
        letter="A",
        title="",
        lines=(squat, extra(profile, "hip-thrust"), extra(profile, "plank", sets=2)),
        superset=True,
        why=("As asked.",),
    )
    first, *_ = replace(season, menus={**season.menus, (0, "A"): menu}).sessions()
    assert first == Session(
        id="2026-11-24-A",
        start=datetime(2026, 11, 24, 18),
        minutes=27,
        opening_minutes=60,
        menu="A",
        title="Workout A",
        phase=Phase.FOUNDATION,
        new_to_legs=True,
        contacts=0,
        exercises=(
            line(
                "squat 3x10 10kg rir4",
                reps=(10, 12),
                gear=(GearKind.DUMBBELLS,),
                rest_s=90,
                volume=3030,
                pick_up="2 × 5 kg dumbbells",
                why="Begins with 2 × 5 kg dumbbells: 20 % of body mass, rounded down to what you own.",
                instead_of="box-squat",
                menu_sets=3,
            ),
            line(
                "hip-thrust 3x8 7.5kg rir4",
                reps=(8, 12),
                gear=(GearKind.BENCH, GearKind.DUMBBELLS),
                rest_s=90,
                volume=1608,
                pick_up="7.5 kg dumbbell",
                why="Begins with 7.5 kg dumbbell: 15 % of body mass, rounded down to what you own.",
                menu_sets=3,
            ),
            line(
                "plank 2x30 rir4",
                reps=(30, 60),
                gear=(GearKind.BODY,),
                rest_s=30,
                volume=1200,
                seconds=True,
                pick_up="bodyweight",
                why="Begins with bodyweight.",
                menu_sets=2,
            ),
        ),
        warm_up=(
            "brisk-walk",
            "easy-squat",
            "cat-camel",
            "hip-hinge",
            "heel-raise-easy",
            "walking-knee-hug",
            "lunge-with-reach",
            "straight-leg-kick",
        ),
        cool_down=(
            "butterfly-stretch",
            "hamstring-stretch",
            "calf-stretch-bent",
            "quadriceps-stretch",
            "figure-four-stretch",
            "calf-stretch-straight",
        ),
        why=Reasons(
            menu=("As asked.",),
            dose=(
                "Foundation: learn the movements and get the tissues used to them; no race to aim at, so cycles follow each other; easy first weeks.",
                "Squat: begins with 2 × 5 kg dumbbells: 20 % of body mass, rounded down to what you own.",
                "Hip thrust: begins with 7.5 kg dumbbell: 15 % of body mass, rounded down to what you own.",
                "Plank: begins with bodyweight.",
                "Squat: before the first set a few easy repetitions with bodyweight.",
            ),
        ),
        superset=True,
        supersets=(("squat", "plank"),),
    )


def test_reserve_is_what_the_week_asks_and_one_more_where_the_session_is_new() -> None:
    season = season_of(runner(lifting=LiftingLevel.TRAINED), weeks=1)
    for rir, new, given in ((2, False, 2), (2, True, 3), (3, True, 4), (4, True, 4), (4, False, 4)):
        (week,) = (replace(one, rir=rir) for one in season.weeks)
        days = tuple(replace(one, new_to_legs=new) for one in season.days)
        sessions = replace(season, weeks=(week,), days=days).sessions()
        assert {line.rir for one in sessions for line in one.exercises} == {given}


def test_a_promised_reserve_is_kept_where_it_is_more() -> None:
    season = season_of(runner(lifting=LiftingLevel.TRAINED), weeks=1, always_grow=True)
    (first, *_) = season.sessions()
    for rir, given in ((1, 2), (3, 3)):
        (week,) = (replace(one, rir=2) for one in season.weeks)
        lines = tuple(replace(one, rir=rir) for one in first.exercises)
        promise = PastSession(start=first.start, menu="A", exercises=lines)
        state = replace(season.state, promised=(promise,))
        again = replace(season, state=state, weeks=(week,)).sessions()[0]
        assert {one.rir for one in again.exercises} == {given}


def test_a_menu_without_a_title_takes_its_letter_and_one_with_a_title_keeps_it() -> None:
    season = season_of(runner(), weeks=1)
    named = replace(
        season, menus={key: replace(one, title=f"Legs {one.letter}") for key, one in season.menus.items()}
    )
    assert [one.title for one in named.sessions()] == ["Legs A", "Legs B"]
