"""Any plan can be judged, and what is found does not hang on how it is written down."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.plan import Plan, Session
from legday.model.runs import Outlook
from legday.planning.check import check
from plan_builder import MONDAY, A, B, catalogue, lift, outlook, plan, run, runner, week

QUICK = settings(max_examples=50, deadline=None, derandomize=True)
MENUS = (A, B, ("box-jump 3x10", "squat 3x10 25kg"), ("side-plank 2x20",), ())

sessions = st.builds(
    lambda hours, menu, minutes: lift(
        "mon 00:00",
        menu,
        start=datetime.combine(MONDAY, datetime.min.time()) + timedelta(hours=hours),
        minutes=minutes,
    ),
    hours=st.integers(-48, 24 * 7 * 6),
    menu=st.sampled_from(MENUS),
    minutes=st.integers(0, 90),
)
runs = st.builds(
    lambda name, number, start, kind, minutes: run(f"w{number} {name} {start}{kind} {minutes}"),
    name=st.sampled_from(["mon", "wed", "thu", "sun"]),
    number=st.integers(1, 6),
    start=st.sampled_from(["", "06:00 ", "18:00 "]),
    kind=st.sampled_from(["easy", "long", "quality", "race"]),
    minutes=st.integers(0, 200),
)
plans = st.lists(sessions, max_size=12, unique_by=lambda session: session.start).map(
    lambda found: plan(*found)
)
outlooks = st.lists(runs, max_size=12).map(lambda found: outlook(*found))


@QUICK
@given(given_plan=plans, expected=outlooks)
def test_any_plan_is_judged_and_twice_the_same(given_plan: Plan, expected: Outlook) -> None:
    first = check(given_plan, runner(), expected, catalogue())
    assert first == check(given_plan, runner(), expected, catalogue())
    assert all(finding.words and finding.days for finding in first)


@QUICK
@given(given_plan=plans, expected=outlooks, told=st.booleans())
def test_what_a_plan_says_of_its_numbers_changes_nothing(
    given_plan: Plan, expected: Outlook, told: bool
) -> None:
    weeks = tuple(week(number) for number in range(1, 8)) if told else ()
    honest = replace(given_plan, weeks=weeks)
    boasting = replace(
        honest,
        weeks=tuple(replace(one, volume=1, contacts=999, posterior_anterior=7) for one in weeks),
        days=tuple(
            replace(one, sessions=tuple(_with_volume(session, 1) for session in one.sessions))
            for one in honest.days
        ),
    )
    assert check(boasting, runner(), expected, catalogue()) == check(honest, runner(), expected, catalogue())


def _with_volume(session: Session, volume: int) -> Session:
    return replace(session, exercises=tuple(replace(one, volume=volume) for one in session.exercises))


@QUICK
@given(given_plan=plans, expected=outlooks)
def test_days_and_runs_in_another_order_are_the_same_plan(given_plan: Plan, expected: Outlook) -> None:
    turned = replace(given_plan, days=given_plan.days[::-1])
    assert set(check(turned, runner(), expected, catalogue())) == set(
        check(given_plan, runner(), expected, catalogue())
    )


@QUICK
@given(given_plan=plans)
def test_less_gear_never_means_fewer_findings_about_gear(given_plan: Plan) -> None:
    owned = [one for one in check(given_plan, runner(), Outlook(), catalogue()) if one.rule == "gear"]
    bare = runner(gear=replace(runner().profile.gear, dumbbells_g=(), things=frozenset()))
    without = [one for one in check(given_plan, bare, Outlook(), catalogue()) if one.rule == "gear"]
    assert len(without) >= len(owned)
