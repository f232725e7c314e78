"""A session made ready to be done away from the server: what it is, what can stand in, and what a pain would change of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from legday.actions.doing import doing, session_id, weights_near
from legday.actions.places import places
from legday.actions.plan import current_plan
from legday.actions.session import session_at
from legday.actions.state import facts
from legday.adapting.easings import easings
from legday.catalogue.reader import read_catalogue
from legday.model.easing import Decision
from legday.model.happened import PainFelt
from legday.model.plan import PastSession
from legday.store import open_store
from sample_page import make_sample_home

TODAY = date(2026, 11, 24)
START = datetime(2026, 11, 24, 18)


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    home = make_sample_home(tmp_path_factory.mktemp("doing"))
    with open_store(home) as store:
        entries = store.entries()
        known = facts(store, read_catalogue(), today=TODAY, weeks=16)
        plan = current_plan(known, weeks=16)
        report = session_at(plan, known, entries, START)
        yield known, doing(plan, known, entries, report)


def test_a_session_that_was_not_begun_has_the_id_of_its_planned_start(ready):
    _, found = ready
    assert found.open.id == session_id(found.open.planned)
    assert found.one.session == found.whole.session == found.open.id
    other = PastSession(start=START, menu="B")
    assert session_id(other) not in {found.open.id, session_id(replace(other, start=START.replace(hour=6)))}


@pytest.mark.parametrize(
    "before", [(), (("calf", 5, 1), ("front-knee", 4, 3), ("sole", 7, 0), ("hip", 2, 6))]
)
def test_every_pain_changes_just_what_it_changes_set_by_set(ready, before):
    known, _ = ready
    hurt = tuple(
        PainFelt(
            id=UUID(int=number + 20),
            at=datetime(2026, 11, 24 - days, 9, tzinfo=UTC),
            day=TODAY - timedelta(days=days),
            place=place,
            score=score,
        )
        for number, (place, score, days) in enumerate(before)
    )
    state = replace(known.state, log=replace(known.state.log, pains=hurt))
    known = replace(known, state=replace(state, easings=easings(state, known.catalogue, today=TODAY)))
    plan = current_plan(
        replace(known, journal=replace(known.journal, gone=frozenset({UUID(int=1)}))), weeks=16
    )
    start = next(one.start for one in plan.sessions)
    found = doing(plan, known, [], session_at(plan, known, [], start))
    assert found is not None
    for place in places(known.catalogue):
        for score in range(11):
            felt = PainFelt(
                id=UUID(int=9), at=datetime(2026, 11, 24, 17, tzinfo=UTC), day=TODAY, place=place, score=score
            )
            state = replace(known.state, log=replace(known.state.log, pains=(*known.state.log.pains, felt)))
            state = replace(state, easings=easings(state, known.catalogue, today=TODAY))
            there = found.open.eased(replace(known, state=state), before=known.state.easings)
            band = [one for one in found.hurts[place] if one.score <= score][-1]
            asked = {line.exercise for line in found.open.asked}
            assert (band.lines, band.left_out) == (there.asked, there.left_out & asked), (place, score)
            assert band.stop == state.eased(TODAY).no_session


def test_no_pain_goes_on_and_a_pain_of_a_bone_is_for_someone_to_see(ready):
    _, found = ready
    assert all(bands[0].decision is Decision.GO_ON for bands in found.hurts.values())
    assert found.hurts["shin-spot"][-1].decision is Decision.SEE_SOMEONE


def test_a_stand_in_has_as_many_sets_and_begins_low(ready):
    known, found = ready
    for line in found.open.asked:
        for other in found.swaps[line.exercise]:
            exercise = known.catalogue.exercises[other.exercise]
            assert (other.sets, other.instead_of, other.reps) == (line.sets, line.exercise, exercise.reps)
            assert other.target == exercise.reps[0]
            assert other.weight_g in {one.grams for one in weights_near(other, known, START)}


def test_nothing_is_made_ready_of_a_session_that_is_none(ready):
    known, _ = ready
    plan = current_plan(known, weeks=16)
    gone = session_at(plan, known, [], datetime(2026, 11, 24, 3))
    assert doing(plan, known, [], gone) is None


def test_weights_near_go_to_either_side_of_the_one_asked_for(ready):
    known, found = ready
    (squat,) = [line for line in found.open.asked if line.exercise == "squat"]
    near = weights_near(squat, known, START)
    assert squat.weight_g in [one.grams for one in near]
    assert near[0].grams < squat.weight_g < near[-1].grams
    assert {one.grams: one.pick_up for one in near}[squat.weight_g] == squat.pick_up
