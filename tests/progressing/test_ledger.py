"""What is written down of sessions behind and of weeks given, for the weeks after them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from legday.model.easing import Decision, Eased, Easing
from legday.model.happened import Away
from legday.model.load import WeekLoad, volume
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Told
from legday.model.progression import Phase
from legday.model.runner import Gear, GearKind, Health
from legday.model.season import ChosenDay, Menu, MenuLine, WeekTarget
from legday.model.sets import LoggedSet
from legday.model.state import Log, RunnerState
from legday.progressing.ledger import (
    Facts,
    Ledger,
    WeekPlan,
    done_in,
    past_contacts,
    past_loads,
    remember,
    remember_done,
)
from legday.progressing.limits import Work
from legday.progressing.steps import Dose, Given
from plan_builder import line
from season_builder import MONDAY, catalogue, runner
from week_works import work

BAR = Gear(
    bar_g=20_000, plates_g=(10_000, 5_000, 2_500, 1_250), things=frozenset({GearKind.BENCH, GearKind.BOX})
)
RUNNER = runner(gear=BAR)
RULES = catalogue().rulebook
HOTEL = Gear(dumbbells_g=(5_000,))


def ago(days: int) -> date:
    return MONDAY - timedelta(days=days)


def past(days_ago: int, *exercises: str, **changes: object) -> PastSession:
    """A session done so many days before the season's first Monday: `squat 3x10 50kg`."""
    session = PastSession(
        start=datetime.combine(ago(days_ago), time(18)),
        menu="A",
        exercises=tuple(line(words) for words in exercises),
        volume=1_000,
    )
    return replace(session, **changes)


def logged(days_ago: int, asked: str, *sets: str) -> PastSession:
    """One exercise as asked (`squat 3x10 50kg`) and each set as done (`8 50kg`, `8 50kg rir0`)."""
    wanted = line(asked)
    done = []
    for words in sets:
        reps, kilos, *rest = words.split()
        reserve = int(rest[0][3:]) if rest else 3
        grams = round(float(kilos[:-2]) * 1000)
        done.append(LoggedSet(exercise=wanted.exercise, reps=int(reps), weight_g=grams, rir=reserve))
    held = replace(
        wanted,
        sets=len(done),
        target=sum(one.reps for one in done) // len(done),
        weight_g=sorted(one.weight_g or 0 for one in done)[(len(done) - 1) // 2],
    )
    return past(days_ago, told=Told.LOGGED, sets=tuple(done), prescribed=(wanted,), exercises=(held,))


def easing(day: date, **changes: object) -> Easing:
    one = Easing(rule="readiness", decision=Decision.EASE, first=day, last=day, why="Legs sore 5 of 10.")
    return replace(one, **changes)


def target(**changes: object) -> WeekTarget:
    week = WeekTarget(
        start=MONDAY,
        phase=Phase.FOUNDATION,
        block=0,
        wanted=2,
        rir=3,
        sets_percent=100,
        heavy_reps=None,
        heavy_rest_s=None,
        contacts=0,
        cut_back=False,
    )
    return replace(week, **changes)


def menu(letter: str, *exercises: str) -> Menu:
    found = [catalogue().exercises[name] for name in exercises]
    return Menu(
        block=0,
        letter=letter,
        title="",
        lines=tuple(MenuLine(exercise=one.id, sets=3, reps=one.reps, variant=one.gear[0]) for one in found),
    )


def day(offset: int, letter: str = "A", **changes: object) -> ChosenDay:
    chosen = ChosenDay(
        start=datetime.combine(MONDAY + timedelta(days=offset), time(18)),
        opening_minutes=60,
        week=offset // 7,
        letter=letter,
        new_to_legs=False,
        after_run=False,
    )
    return replace(chosen, **changes)


def facts(
    *done: PastSession,
    menus: Mapping[tuple[int, str], Menu] | None = None,
    days: Iterable[ChosenDay] = (),
    **state: object,
) -> Facts:
    """Facts of a season whose menu A holds squat, deadlift, calf raise and pogo."""
    known = {"profile": RUNNER, "done": done, **state}
    return Facts(
        state=RunnerState(**known),  # type: ignore[arg-type]
        season=(target(), target(start=MONDAY + timedelta(days=7))),
        menus=menus or {(0, "A"): menu("A", "squat", "deadlift", "calf-raise", "pogo")},
        catalogue=catalogue(),
        days=tuple(days),
    )


def remembered(*done: PastSession, **state: object) -> Ledger:
    ledger = Ledger()
    remember_done(ledger, facts(*done, **state), MONDAY)
    return ledger


def stands_g(ledger: Ledger, exercise: str = "squat") -> int:
    """The grams to go on from after the last session."""
    return ledger.given[exercise][-1].stands.weight_g


@pytest.mark.parametrize(("index", "open_"), [(0, False), (1, False), (2, True)])
def test_weeks_after_a_birth_are_counted_on_from_the_plan_s_second_week(index: int, *, open_: bool) -> None:
    """Eleven weeks today may be twelve only next week: the plan's first Monday may lie behind today."""
    mother = facts(profile=replace(RUNNER, health=Health(weeks_post_partum=11)))
    assert (not mother.gates(mother.season[0], index=index).closed) == open_


def test_a_session_just_before_a_key_run_holds_fewer_than_sixty_foot_contacts() -> None:
    assert facts().most_contacts(day(1, key_run_soon=True)) == 59
    assert facts().most_contacts(day(1)) is None


def promise(offset: int, *exercises: str) -> PastSession:
    return past(-offset, *exercises)


def test_promises_after_one_that_cannot_be_kept_hold_no_more_and_that_one_itself_still_tells() -> None:
    """The menu has lost the calf raise that Tuesday was promised."""
    promised = (promise(1, "squat 3x10", "calf-raise 3x15"), promise(4, "squat 3x11"))
    lost = facts(promised=promised, days=(day(1), day(4)), menus={(0, "A"): menu("A", "squat")})
    assert set(lost.promised(day(1))) == {"squat", "calf-raise"}
    assert lost.promised(day(4)) == {}
    kept = facts(promised=promised, days=(day(1), day(4)))
    assert kept.promised(day(4))["squat"].target == 11


def test_the_maximum_that_the_log_shows_bounds_a_rise_and_without_a_log_there_is_none() -> None:
    """Five at 50 kg with two left: 52.7 kg of the body and 50 held, seven in all, after Epley 126.7 kg; less what one session may be off."""
    shown = facts(logged(3, "squat 3x5 50kg rir2", "5 50kg rir2", "5 50kg rir2", "5 50kg rir2"))
    squat = catalogue().exercises["squat"]
    reach = shown.reach_g(squat)
    assert reach is not None
    assert 102_700 < reach < 126_700
    assert shown.reach_g(squat) == reach
    assert facts().reach_g(squat) is None


def test_the_log_of_an_exercise_itself_goes_before_that_of_its_kin() -> None:
    own = logged(3, "squat 3x5 50kg rir2", "5 55kg rir2", "5 55kg rir2", "5 55kg rir2")
    kin = logged(5, "box-squat 3x5 50kg rir2", "5 55kg rir2", "5 55kg rir2", "5 55kg rir2")
    both, only_kin = facts(kin, own).shown_strength("squat"), facts(kin).shown_strength("squat")
    assert both is not None
    assert only_kin is not None
    assert (both.kin, only_kin.kin) == ("", "box-squat")


@pytest.mark.parametrize(
    ("days_off", "before_kg", "back_kg", "on_kg"),
    [
        (12, 50, 45, 50),
        (12, 50, 42.5, 42.5),
        (12, 47.5, 42.5, 47.5),
        (12, 50, 52.5, 52.5),
        (7, 50, 45, 45),
        (7, 51, 50, 50),
        (30, 50, 45, 45),
    ],
)
def test_a_tenth_taken_off_after_days_off_comes_back_and_what_is_lower_than_that_does_not(
    days_off: int, before_kg: float, back_kg: float, on_kg: float
) -> None:
    ledger = remembered(past(days_off + 2, f"squat 3x10 {before_kg}kg"), past(2, f"squat 3x10 {back_kg}kg"))
    assert stands_g(ledger) == on_kg * 1000


def test_only_the_first_time_back_explains_a_lower_weight() -> None:
    ledger = remembered(past(19, "squat 3x10 50kg"), past(7, "squat 3x10 45kg"), past(3, "squat 3x10 45kg"))
    assert [one.stands.weight_g for one in ledger.given["squat"]] == [50_000, 50_000, 45_000]


@pytest.mark.parametrize(
    ("percent", "done_kg", "on_kg"),
    [(90, 45, 50), (90, 42.5, 42.5), (80, 40, 50), (80, 37.5, 37.5), (100, 45, 45), (99, 47.5, 50)],
)
def test_weight_that_an_easing_took_comes_back_and_no_more_than_that(
    percent: int, done_kg: float, on_kg: float
) -> None:
    ledger = remembered(
        past(9, "squat 3x10 50kg"),
        past(2, f"squat 3x10 {done_kg}kg"),
        easings=(easing(ago(2), weight_percent=percent),),
    )
    assert stands_g(ledger) == on_kg * 1000


@pytest.mark.parametrize(
    ("held", "done_kg", "on_kg"), [(True, 45, 50), (True, 42.5, 42.5), (True, 52.5, 52.5), (False, 45, 45)]
)
def test_what_days_off_took_and_a_hold_kept_off_comes_back_after_it(
    done_kg: float, on_kg: float, *, held: bool
) -> None:
    ledger = remembered(
        past(16, "squat 3x10 50kg"),
        past(4, "squat 3x10 45kg"),
        past(2, f"squat 3x10 {done_kg}kg"),
        easings=(easing(ago(2), no_growth=held),),
    )
    assert stands_g(ledger) == on_kg * 1000


def test_a_lower_weight_on_a_day_that_holds_growth_after_a_usual_one_is_what_is_gone_on_from() -> None:
    ledger = remembered(
        past(9, "squat 3x10 50kg"), past(2, "squat 3x10 45kg"), easings=(easing(ago(2), no_growth=True),)
    )
    assert stands_g(ledger) == 45_000


def test_of_days_off_and_an_easing_the_one_that_takes_more_explains_a_lower_weight() -> None:
    for percent, back_kg, on_kg in ((80, 40, 50), (95, 45, 50), (95, 42.5, 42.5)):
        ledger = remembered(
            past(14, "squat 3x10 50kg"),
            past(2, f"squat 3x10 {back_kg}kg"),
            easings=(easing(ago(2), weight_percent=percent),),
        )
        assert stands_g(ledger) == on_kg * 1000


def test_where_nothing_so_light_can_be_built_the_lightest_is_what_an_easing_explains() -> None:
    """80 % of 22.5 kg are 18: the bar alone is 20."""
    ledger = remembered(
        past(9, "deadlift 3x8 22.5kg"),
        past(2, "deadlift 3x8 20kg"),
        easings=(easing(ago(2), weight_percent=80),),
    )
    assert stands_g(ledger, "deadlift") == 22_500


@pytest.mark.parametrize("done_kg", [10, 0])
def test_after_a_hotel_the_weights_of_home_return_whatever_was_lifted_there(done_kg: int) -> None:
    away = Away(id=UUID(int=1), at=datetime(2026, 11, 1, tzinfo=UTC), first=ago(3), last=ago(1), gear=HOTEL)
    ledger = remembered(past(9, "squat 3x10 50kg"), past(2, f"squat 3x10 {done_kg}kg"), log=Log(away=(away,)))
    assert stands_g(ledger) == 50_000


def test_a_session_that_fell_short_on_a_lighter_day_is_gone_on_from_as_it_was_asked() -> None:
    short = logged(2, "squat 3x10 45kg", "10 45kg", "10 45kg", "8 45kg")
    ledger = remembered(past(14, "squat 3x10 50kg"), short)
    assert ledger.given["squat"][-1].stands == Dose(sets=3, target=10, weight_g=45_000)


def test_more_sets_and_uneven_repetitions_go_on_from_what_every_asked_set_reached() -> None:
    more = logged(2, "squat 3x10 50kg", "12 50kg", "11 50kg", "10 50kg", "10 50kg")
    (given,) = remembered(more).given["squat"]
    assert given.dose == Dose(sets=4, target=10, weight_g=50_000)
    assert given.stands == Dose(sets=3, target=10, weight_g=50_000)


def test_days_off_make_the_first_session_back_lighter_and_an_intro_lasts_two_sessions() -> None:
    days = [ago(60), ago(50), ago(47), ago(20), ago(17), ago(13)]
    ledger = Ledger()
    for one in days:
        ledger.held(one, RULES)
    assert ledger.came_back == {ago(50), ago(20)}
    assert ledger.lessened == {ago(50), ago(20), ago(17)}
    assert ledger.last_day == ago(13)


def doubtful(days_ago: int) -> PastSession:
    """A session whose hour a journey took away."""
    return past(days_ago, volume=0, doubtful=True)


@pytest.mark.parametrize(
    ("between", "came_back", "unclear"),
    [
        ([], {ago(5)}, set()),
        ([past(12)], set(), set()),
        ([doubtful(12)], {ago(5)}, {ago(5)}),
        ([doubtful(14)], {ago(5)}, {ago(5)}),
        ([doubtful(15)], {ago(5)}, set()),
    ],
)
def test_a_session_that_may_not_have_taken_place_ends_no_days_off(
    between: list[PastSession], came_back: set[date], unclear: set[date]
) -> None:
    ledger = remembered(past(19), *between, past(5), past(2))
    assert ledger.came_back == came_back
    assert ledger.unclear_back == unclear


def test_a_week_that_may_have_begun_after_days_off_is_no_measure_of_growth_and_takes_its_place() -> None:
    known = facts(past(19), doubtful(12), past(5))
    ledger = Ledger()
    remember_done(ledger, known, MONDAY)
    behind = past_loads(ledger, known, MONDAY)
    assert [(one.sessions, one.unclear) for one in behind] == [(1, False), (0, True), (1, True)]


def test_so_does_a_week_to_come() -> None:
    ledger = remembered(past(9), doubtful(2))
    for offset in (1, 8):
        ledger.held(ago(-offset), RULES)
    for index in (0, 1):
        ended(ledger, facts(), work("squat 3x10"), index=index)
    assert [(one.light, one.unclear) for one in ledger.loads] == [(True, True), (False, False)]


@pytest.mark.parametrize(
    ("sessions", "works", "unclear"), [(0, 0, True), (0, 1, False), (1, 0, True), (1, 1, True)]
)
def test_what_was_unclear_of_the_week_that_goes_on_stays_so_until_something_is_known_of_it(
    sessions: int, works: int, *, unclear: bool
) -> None:
    ledger = Ledger()
    begun = replace(NOTHING, sessions=sessions, unclear=True)
    ended(ledger, facts(), *[work("squat 3x10")] * works, done=begun)
    assert [one.unclear for one in ledger.loads] == [unclear]


def given(sets: int, *, week: int = -1) -> Given:
    return Given(week=week, dose=Dose(sets=sets, target=10, weight_g=0), reps=(10, 12), volume=0)


@pytest.mark.parametrize(
    ("had", "now", "eased", "whole"),
    [
        (3, 2, {"sets_less": 1}, 3),
        (3, 2, {"sets_percent": 99}, 3),
        (2, 3, {"sets_less": 1}, 3),
        (3, 2, {"weight_percent": 90}, None),
        (3, 2, {}, None),
        (None, 2, {"sets_less": 1}, None),
    ],
)
def test_sets_that_an_easing_took_are_gone_on_from_whole(
    had: int | None, now: int, eased: dict[str, int], whole: int | None
) -> None:
    ledger = Ledger(given={} if had is None else {"squat": [given(had)]})
    dose = Dose(sets=now, target=10, weight_g=0)
    held = Eased(easings=(easing(MONDAY, **eased),) if eased else ())
    assert ledger.whole_sets("squat", dose, MONDAY, held) == whole
    assert ledger.whole_sets("deadlift", dose, MONDAY, held) is None


def test_sets_left_out_in_the_first_sessions_back_are_gone_on_from_whole() -> None:
    ledger = remembered(past(40, "squat 3x10"), past(5, "squat 2x10"), past(2, "squat 1x10"))
    assert [one.sets for one in ledger.given["squat"]] == [3, 3, 3]
    assert [one.whole_sets for one in ledger.given["squat"]] == [None, 3, 3]
    assert [
        one.whole_sets for one in remembered(past(9, "squat 3x10"), past(2, "squat 2x10")).given["squat"]
    ] == [
        None,
        None,
    ]


def test_what_lies_before_a_week_leaves_out_what_was_done_in_it() -> None:
    ledger = Ledger(
        given={"squat": [given(1, week=-9), given(2, week=-1), given(3, week=0), given(4, week=0)]}
    )
    assert [one.dose.sets for one in ledger.before("squat", 0)] == [1, 2]
    assert [one.dose.sets for one in ledger.before("squat", 1)] == [1, 2, 3, 4]
    assert list(ledger.before("deadlift", 1)) == []


def test_a_week_behind_is_all_of_its_sessions_of_known_volume() -> None:
    quarters = {Muscle.QUADRICEPS: 8, Muscle.SOLEUS: 2}
    known = facts(
        past(7, volume=3_000, quarter_sets=quarters),
        past(5, volume=2_000, quarter_sets={Muscle.QUADRICEPS: 4}),
        past(3, volume=0),
    )
    assert done_in(Ledger(), known, ago(7)) == WeekLoad(
        start=ago(7),
        wanted=2,
        sessions=2,
        volume=5_000,
        quarter_sets={Muscle.QUADRICEPS: 12, Muscle.SOLEUS: 2},
        light=False,
    )


@pytest.mark.parametrize(
    ("session", "unclear"),
    [
        (past(5, volume=0), True),
        (past(5, volume=0, light=True), False),
        (past(5, volume=0, told=Told.UNSAID), False),
        (past(5), False),
        (past(12, volume=0), False),
    ],
)
def test_a_week_behind_is_unclear_where_nobody_knows_what_its_only_session_held(
    session: PastSession, *, unclear: bool
) -> None:
    assert done_in(Ledger(), facts(session), ago(7)).unclear is unclear
    assert not done_in(Ledger(), facts(past(6), session), ago(7)).unclear


@pytest.mark.parametrize(
    ("marked", "came_back", "light"), [(False, (), False), (True, (), True), (False, (5,), True)]
)
def test_a_week_behind_is_light_where_a_session_was_or_the_first_after_days_off(
    came_back: tuple[int, ...], *, marked: bool, light: bool
) -> None:
    known = facts(past(7), past(5, light=marked))
    ledger = Ledger(came_back={ago(days) for days in came_back})
    assert done_in(ledger, known, ago(7)).light is light


@pytest.mark.parametrize(("told", "light"), [(Told.ASSUMED, True), (Told.UNSAID, False)])
def test_a_week_behind_is_light_also_where_nothing_was_left_of_its_light_session(
    told: Told, *, light: bool
) -> None:
    """Virtual runner 1739: an easy session before a race of which every exercise would have been new."""
    known = facts(past(12), past(5, light=True, volume=0, told=told))
    assert done_in(Ledger(), known, ago(7)).light is light
    assert done_in(Ledger(), known, ago(7)).sessions == 0


@pytest.mark.parametrize(
    ("days_ago", "weeks_ago"), [((), []), ((0,), []), ((1,), [1]), ((15,), [3, 2, 1]), ((14, 2, 0), [2, 1])]
)
def test_the_weeks_behind_run_from_the_first_session_to_last_week(
    days_ago: tuple[int, ...], weeks_ago: list[int]
) -> None:
    known = facts(*(past(days) for days in days_ago))
    assert [one.start for one in past_loads(Ledger(), known, MONDAY)] == [
        MONDAY - timedelta(weeks=weeks) for weeks in weeks_ago
    ]


def test_the_most_foot_contacts_of_a_session_count_for_its_week() -> None:
    known = facts(
        past(56, contacts=30),
        past(8, contacts=50),
        past(7, contacts=0),
        past(5, contacts=40),
        past(3, contacts=20),
    )
    assert past_contacts(known, MONDAY) == {-8: 30, -2: 50, -1: 40}
    assert past_contacts(facts(past(3)), MONDAY) == {-1: 0}


def test_a_session_behind_is_written_down_as_it_was_done() -> None:
    (given,) = remembered(past(50, "squat 3x10 50kg rir2", menu="B")).given["squat"]
    dose = Dose(sets=3, target=10, weight_g=50_000)
    assert given == Given(week=-8, dose=dose, reps=(10, 12), volume=0, day=ago(50), base=dose)


def test_how_slowly_it_was_done_is_written_down_of_what_was_done_and_of_what_is_to_come() -> None:
    slow = replace(line("squat 3x5 50kg", reps=(5, 6)), tempo="4-1-1")
    ledger = remembered(past(5, exercises=(slow,)), past(2, "deadlift 3x8 50kg"))
    asked = work("squat 3x5 50kg")
    ended(ledger, facts(), replace(asked, line=replace(asked.line, tempo="4-1-1")))
    assert [one.tempo for one in ledger.given["squat"]] == ["4-1-1", "4-1-1"]
    assert [one.tempo for one in ledger.given["deadlift"]] == [""]


def test_sets_nobody_asked_for_leave_nothing_to_spare_and_a_session_without_sets_is_as_planned() -> None:
    history = logged(2, "squat 3x12 50kg", "12 50kg", "12 50kg", "12 50kg")
    unasked = replace(history, prescribed=())
    as_asked, not_asked, without_sets, assumed = (
        remembered(one).given["squat"][0]
        for one in (
            history,
            unasked,
            replace(unasked, sets=()),
            replace(unasked, told=Told.ASSUMED),
        )
    )
    assert (as_asked.spare, as_asked.topped) == (12, 12)
    assert (not_asked.spare, not_asked.topped) == (0, 0)
    assert (without_sets.spare, without_sets.topped) == (None, 12)
    assert (assumed.spare, assumed.topped) == (None, 12)


def test_what_nobody_spoke_of_is_not_written_down_and_what_came_after_it_is() -> None:
    ledger = remembered(past(9, "squat 3x10", told=Told.UNSAID), past(2, "squat 3x11"))
    assert [one.dose.target for one in ledger.given["squat"]] == [11]


def test_only_exercises_of_the_season_and_their_kin_are_written_down() -> None:
    ledger = remembered(past(2, "squat 3x10", "box-squat 3x10", "plank 3x30"))
    assert set(ledger.given) == {"squat", "box-squat"}


def test_the_last_full_session_of_a_letter_tells_its_sets() -> None:
    full = past(9, "squat 3x10", "plank 2x30")
    assert remembered(full, past(2, "squat 1x10", light=True)).full_sets == {"A": 5}
    assert remembered(full, past(2)).full_sets == {"A": 5}
    assert remembered(full, past(2, "squat 1x10")).full_sets == {"A": 1}
    assert remembered(full, past(2, "squat 1x10", menu="B")).full_sets == {"A": 5, "B": 1}


def test_a_session_with_fewer_sets_for_a_time_only_is_not_a_full_one() -> None:
    full, sore = past(9, "squat 3x10", "plank 2x30"), past(2, "squat 1x10", "plank 1x30")
    assert remembered(full, sore).full_sets == {"A": 2}
    assert remembered(full, sore, easings=(easing(ago(2), sets_percent=60),)).full_sets == {"A": 5}
    assert remembered(past(30, "squat 3x10", "plank 2x30"), sore).full_sets == {"A": 5}


@pytest.mark.parametrize(
    ("before", "after", "stepped"),
    [
        ("squat 3x10 20kg", "squat 3x10 20kg", False),
        ("squat 3x10 20kg", "squat 4x10 20kg", True),
        ("squat 3x10 20kg", "squat 3x11 20kg", True),
        ("squat 3x10 20kg", "squat 3x10 22.5kg", True),
        ("squat 3x10 20kg", "squat 2x9 17.5kg", False),
    ],
)
def test_more_sets_repetitions_or_weight_than_in_the_weeks_before_is_a_step(
    before: str, after: str, *, stepped: bool
) -> None:
    assert remembered(past(9, before), past(2, after)).last_step == ({"squat": -1} if stepped else {})
    assert remembered(past(9, before)).last_step == {}


def test_doing_more_than_was_asked_takes_no_turn() -> None:
    asked = past(9, "squat 3x10 50kg")
    more = logged(2, "squat 3x10 50kg", "10 50kg", "10 50kg", "10 50kg", "10 50kg")
    assert remembered(asked, more).last_step == {}
    risen = logged(2, "squat 3x11 50kg", "11 50kg", "11 50kg", "11 50kg")
    assert remembered(asked, risen).last_step == {"squat": -1}


def test_light_days_with_other_gear_take_no_turn_though_heavier_weights_are_gone_on_from() -> None:
    away = Away(id=UUID(int=1), at=datetime(2026, 8, 1, tzinfo=UTC), first=ago(14), last=ago(1), gear=HOTEL)
    ledger = remembered(
        past(90, "squat 3x10 50kg"),
        past(86, "squat 3x10 50kg"),
        past(9, "squat 3x10 10kg"),
        past(2, "squat 3x10 10kg"),
        log=Log(away=(away,)),
    )
    assert [one.stands.weight_g for one in ledger.given["squat"]][2:] == [50_000, 50_000]
    assert ledger.last_step == {}


def test_a_step_done_this_week_counts_only_once_the_week_is_over() -> None:
    """The week's turns were given before it began: a plan made on Wednesday gives them as Monday's did."""
    known = facts(past(9, "squat 3x10"), past(-1, "squat 3x11"))
    ledger = Ledger()
    remember_done(ledger, known, MONDAY)
    assert ledger.last_step == {}
    ended(ledger, known)
    assert ledger.last_step == {"squat": 0}


def test_nothing_new_done_this_week_is_no_step() -> None:
    known = facts(past(9, "squat 3x10"), past(-1, "squat 3x10"))
    ledger = Ledger()
    remember_done(ledger, known, MONDAY)
    ended(ledger, known)
    assert ledger.last_step == {}


NOTHING = WeekLoad(start=MONDAY, wanted=2, sessions=0, volume=0)


def ended(
    ledger: Ledger, known: Facts, *works: Work, done: WeekLoad = NOTHING, index: int = 0, **changes: object
) -> None:
    """A week of Tuesday (letter A) and Friday (letter B), with its works, is over."""
    week = WeekPlan(
        index=index,
        target=target(start=MONDAY + timedelta(weeks=index), **changes),
        days=(day(1 + 7 * index), day(4 + 7 * index, "B")),
    )
    remember(ledger, known, week, works, done)


def test_a_week_given_is_written_down_exercise_by_exercise() -> None:
    ledger, base = Ledger(), Dose(sets=3, target=10, weight_g=50_000)
    ended(ledger, facts(), work("squat 3x10 20kg", session=1, base=base), index=1)
    assert ledger.given == {
        "squat": [
            Given(
                week=1,
                dose=Dose(sets=3, target=10, weight_g=20_000),
                reps=(10, 12),
                volume=3 * 10 * 85 + 968,
                day=MONDAY + timedelta(days=11),
                base=base,
            )
        ]
    }


def test_a_week_given_counts_with_what_was_done_in_it() -> None:
    ledger = Ledger()
    quarters = {Muscle.QUADRICEPS: 5, Muscle.TRUNK: 4}
    done = replace(NOTHING, sessions=1, volume=500, quarter_sets=quarters)
    ended(ledger, facts(), work("squat 2x10"), work("calf-raise 1x15", session=1), done=done)
    squat, calf = catalogue().exercises["squat"], catalogue().exercises["calf-raise"]
    assert ledger.loads == [
        WeekLoad(
            start=MONDAY,
            wanted=2,
            sessions=3,
            volume=500
            + volume(squat, sets=2, target=10, weight_g=0, body_mass_g=62_000)
            + volume(calf, sets=1, target=15, weight_g=0, body_mass_g=62_000),
            quarter_sets={
                Muscle.QUADRICEPS: 13,
                Muscle.HAMSTRINGS: 2,
                Muscle.GLUTE_MAX: 6,
                Muscle.GLUTE_MED: 2,
                Muscle.ADDUCTORS: 4,
                Muscle.ERECTORS: 4,
                Muscle.SOLEUS: 6,
                Muscle.GASTROCNEMIUS: 4,
                Muscle.TRUNK: 4,
            },
            light=False,
        )
    ]


@pytest.mark.parametrize(
    ("changes", "done_light", "came_back", "light"),
    [
        ({}, False, (), False),
        ({"cut_back": True}, False, (), True),
        ({"phase": Phase.TAPER}, False, (), True),
        ({}, True, (), True),
        ({}, False, (4,), True),
        ({}, False, (-3,), False),
    ],
)
def test_a_week_given_is_light_on_purpose_or_because_one_came_back_in_it(
    changes: dict[str, object], came_back: tuple[int, ...], *, done_light: bool, light: bool
) -> None:
    ledger = Ledger(came_back={ago(-days) for days in came_back})
    ended(ledger, facts(), work("squat 3x10"), done=replace(NOTHING, light=done_light), **changes)
    assert [one.light for one in ledger.loads] == [light]


def test_the_quarter_sets_of_each_session_and_its_sets_are_kept_by_day_and_by_letter() -> None:
    """A set of squats holds 14 quarter sets, one of calf raises 8."""
    ledger = Ledger()
    works = (work("squat 2x10"), work("calf-raise 1x15"), work("calf-raise 3x15", session=1))
    ended(ledger, facts(), *works)
    assert ledger.largest == [(MONDAY + timedelta(days=1), 36), (MONDAY + timedelta(days=4), 24)]
    assert ledger.full_sets == {"A": 3, "B": 3}
    assert ledger.trained == {0}
    ended(ledger, facts(), work("squat 1x10"), index=1, cut_back=True)
    assert ledger.full_sets == {"A": 3, "B": 3}
    tuesday = easing(MONDAY + timedelta(days=8), sets_less=1)
    ended(ledger, facts(easings=(tuesday,)), work("squat 1x10"), index=1)
    assert ledger.full_sets == {"A": 3, "B": 3}
    assert ledger.trained == {0, 1}
    ended(ledger, facts(), index=2)
    assert ledger.trained == {0, 1}


def test_the_session_with_the_most_foot_contacts_counts_for_its_week_done_ones_too() -> None:
    known = facts()
    ledger = Ledger(contacts={0: 50})
    ended(ledger, known, work("pogo 2x15"), work("pogo 2x10", session=1))
    ended(ledger, known, work("pogo 2x15"), work("pogo 2x10"), work("pogo 2x20", session=1), index=1)
    ended(ledger, known, work("squat 3x10"), index=2)
    assert ledger.contacts == {0: 50, 1: 50, 2: 0}


def test_the_percent_of_the_first_full_week_with_a_session_is_kept() -> None:
    ledger, known = Ledger(), facts()
    ended(ledger, known, sets_percent=50)
    assert ledger.first_percent is None
    ended(ledger, known, work("squat 2x10"), index=1, sets_percent=55, cut_back=True)
    assert ledger.first_percent is None
    ended(ledger, known, work("squat 2x10"), index=2, sets_percent=67)
    ended(ledger, known, work("squat 3x10"), index=3, sets_percent=100)
    assert ledger.first_percent == 67


def test_a_step_above_the_weeks_before_is_the_exercise_s_turn() -> None:
    ledger, known = Ledger(), facts(past(9, "squat 3x10"), past(2, "calf-raise 3x15"))
    remember_done(ledger, known, MONDAY)
    ended(ledger, known, work("squat 3x11"), work("calf-raise 3x15"), work("deadlift 3x8 20kg"))
    assert ledger.last_step == {"squat": 0}


def test_sets_that_a_week_gave_fewer_of_for_a_time_only_are_gone_on_from_whole() -> None:
    ledger, known = Ledger(), facts(past(9, "squat 3x10"), easings=(easing(ago(-1), sets_less=1),))
    remember_done(ledger, known, MONDAY)
    ended(ledger, known, work("squat 2x10"), work("squat 2x10", session=1))
    assert [one.whole_sets for one in ledger.given["squat"]] == [None, 3, None]
    back = Ledger(lessened={ago(-4)})
    remember_done(back, known, MONDAY)
    ended(back, known, work("squat 2x10", session=1))
    assert [one.whole_sets for one in back.given["squat"]] == [None, 3]
