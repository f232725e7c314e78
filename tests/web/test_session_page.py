"""The page of one session: done, changed, doubted, stopped, skipped, swapped."""

from datetime import timedelta

import pytest

from form_fields import forms
from legday.actions.session import Standing, session_at
from legday.model.happened import SessionDone, SessionSkipped
from legday.model.sets import Side
from legday.model.standing_entries import standing_entries

SESSION = "/session/2026-11-24T18:00"


def form_of(page):
    (form,) = forms(page.get(SESSION).text, SESSION)
    return form


def standing(page, kind):
    entries = standing_entries(page.app.state.desk.store.entries())
    return [one for one in entries if isinstance(one, kind)]


def counted(done):
    return {
        name: [one.reps for one in done.sets if one.exercise == name]
        for name in dict.fromkeys(one.exercise for one in done.sets)
    }


def test_a_whole_session_done_as_planned_is_one_button(page):
    after = page.post(SESSION, data=form_of(page).data(effort="6", minutes="34", note="felt good"))
    assert after.url.path == SESSION
    (done,) = standing(page, SessionDone)
    assert (done.effort, done.minutes, done.note) == (6, 34, "felt good")
    assert [len(counted(done)[line.exercise]) for line in done.prescribed] == [
        line.sets for line in done.prescribed
    ]
    assert all(one.side is Side.BOTH for one in done.sets)
    asked = {line.exercise: line.weight_g for line in done.prescribed}
    assert all(one.weight_g == asked[one.exercise] for one in done.sets)
    assert "What comes next, and what grew" in after.text
    assert "felt good" in after.text


def test_the_form_as_it_stands_is_what_done_as_planned_keeps(page):
    page.post(SESSION, data=form_of(page).data())
    (by_form,) = standing(page, SessionDone)
    page.post("/undo")
    page.post(SESSION)
    (by_button,) = standing(page, SessionDone)
    assert by_form.sets == by_button.sets


def test_a_changed_weight_a_changed_leg_and_a_set_left_out_are_kept(page):
    changed = form_of(page).data(
        **{
            "squat.1.both.weight": "15",
            "squat.1.both.rir": "2",
            "squat.2.both.done": None,
            "walking-lunge.1.both.right": "9",
        }
    )
    page.post(SESSION, data=changed)
    (done,) = standing(page, SessionDone)
    assert [(one.weight_g, one.rir) for one in done.sets if one.exercise == "squat"] == [(15_000, 2)]
    lunge = [(one.side, one.reps) for one in done.sets if one.exercise == "walking-lunge"]
    assert lunge[:2] == [(Side.LEFT, 12), (Side.RIGHT, 9)]


def test_one_set_more_than_planned_is_kept(page):
    page.post(SESSION, data=form_of(page).data(**{"squat.3.both.more.reps": "7"}))
    (done,) = standing(page, SessionDone)
    assert counted(done)["squat"] == [10, 10, 7]


def test_a_comma_is_a_decimal_sign(page):
    page.post(SESSION, data=form_of(page).data(**{"squat.1.both.weight": "15,0"}))
    (done,) = standing(page, SessionDone)
    assert [one.weight_g for one in done.sets if one.exercise == "squat"] == [15_000, 10_000]


def test_500_kg_is_asked_about_and_kept_once_it_is_said_to_be_right(page):
    heavy = form_of(page).data(**{"squat.1.both.weight": "500", "minutes": "40"})
    asked = page.post(SESSION, data=heavy)
    assert asked.status_code == 422
    assert "500 kg is more than 3 times your body mass" in asked.text
    assert standing(page, SessionDone) == []
    (form,) = forms(asked.text, SESSION)
    assert form.data()["squat.1.both.weight"] == ["500"]
    assert form.data()["minutes"] == ["40"]
    (mark,) = [value for name, value in form.buttons if name == "sure"]
    page.post(SESSION, data=form.data(sure=mark))
    assert standing(page, SessionDone)[0].sets[0].weight_g == 500_000


def test_a_yes_to_one_doubt_is_no_yes_to_another(page):
    asked = page.post(SESSION, data=form_of(page).data(**{"squat.1.both.weight": "500"}))
    (form,) = forms(asked.text, SESSION)
    (mark,) = [value for name, value in form.buttons if name == "sure"]
    again = page.post(SESSION, data=form.data(**{"squat.1.both.weight": "600", "sure": mark}))
    assert (again.status_code, standing(page, SessionDone)) == (422, [])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("squat.1.both.reps", "many"),
        ("squat.1.both.reps", ""),
        ("squat.1.both.weight", "heavy"),
        ("squat.1.both.weight", "2000"),
        ("squat.1.both.rir", "11"),
        ("minutes", "0"),
    ],
)
def test_what_cannot_be_read_is_shown_again_and_nothing_is_lost(page, field, value):
    sent = form_of(page).data(**{field: value or None, "note": "kept <b>words</b>"})
    sent[field] = [value]
    again = page.post(SESSION, data=sent)
    assert again.status_code == 422
    assert f'aria-describedby="{field}-problem"' in again.text
    assert "kept &lt;b&gt;words&lt;/b&gt;" in again.text
    assert standing(page, SessionDone) == []


def test_stop_here_counts_what_was_done_and_not_the_rest(page):
    page.post(SESSION, data=form_of(page).data(stop="walking-lunge"))
    (done,) = standing(page, SessionDone)
    assert list(counted(done)) == ["squat", "walking-lunge"]
    assert len(done.prescribed) > 2


def test_a_session_without_a_set_is_no_session(page):
    sent = {name: value for name, value in form_of(page).data().items() if not name.endswith(".done")}
    assert "No set is ticked." in page.post(SESSION, data=sent).text
    assert standing(page, SessionDone) == []


def test_sent_twice_it_is_kept_once(page):
    form = form_of(page)
    page.post(SESSION, data=form.data())
    assert page.post(SESSION, data=form.data()).url.path == SESSION
    assert len(standing(page, SessionDone)) == 1


def test_a_logged_session_is_taken_back_from_its_own_page(page):
    after = page.post(SESSION, data=form_of(page).data())
    (form,) = forms(after.text, "/undo")
    page.post("/undo", data=form.data())
    assert standing(page, SessionDone) == []
    assert "Done as planned" in page.get(SESSION).text


def test_a_session_is_skipped_with_a_reason(page):
    (form,) = forms(page.get(SESSION).text, f"{SESSION}/skip")
    after = page.post(f"{SESSION}/skip", data=form.data(why="travel"))
    assert "This session is skipped" in after.text
    assert "Travel" in after.text
    assert [one.why for one in standing(page, SessionSkipped)] == ["travel"]


def test_an_exercise_is_swapped_for_one_of_the_choices(page):
    choices = page.get(f"{SESSION}/swap/squat")
    (form,) = forms(choices.text, f"{SESSION}/swap/squat")
    new = form.buttons[0][1]
    after = page.post(f"{SESSION}/swap/squat", data=form.data(new=new, why="knee"))
    assert after.url.path == SESSION
    assert f'name="row" value="{new}.1.both"' in after.text
    assert 'name="row" value="squat.1.both"' not in after.text
    back = forms(page.get(f"{SESSION}/swap/{new}").text, f"{SESSION}/swap/squat")
    assert ("new", "squat") in back[0].fields


def test_what_cannot_stand_in_is_refused_and_asked_again(page):
    answer = page.post(f"{SESSION}/swap/squat", data={"new": "calf-raise", "until": "good", "why": "my knee"})
    assert answer.status_code == 422
    assert "nothing was changed" in answer.text
    assert 'value="my knee"' in answer.text


def test_a_swap_kept_is_taken_back_in_one_tap(page):
    page.post(f"{SESSION}/swap/squat", data={"new": "goblet-squat", "until": "good"})
    page.post(f"{SESSION}/swap/goblet-squat", data={"new": "squat", "until": "good"})
    assert 'name="row" value="squat.1.both"' in page.get(SESSION).text


@pytest.mark.parametrize("start", ["2026-11-24T17:00", "nonsense", "2026-11-24", "2026-11-24T18:00:00"])
def test_a_time_without_a_session_is_a_kind_page(page, start):
    answer = page.get(f"/session/{start}")
    assert answer.status_code == 404
    assert "There is no leg session at this time." in answer.text


def test_a_session_to_come_is_shown_and_not_logged(page):
    known = page.app.state.desk.known()
    start = next(one.start for one in known.plan.sessions if one.day > known.facts.today)
    path = f"/session/{start:%Y-%m-%dT%H:%M}"
    assert "still to come" in page.get(path).text
    page.post(path)
    assert standing(page, SessionDone) == []
    assert session_at(known.plan, known.facts, (), start).standing is Standing.COMING


def test_a_session_of_yesterday_is_logged_today(page, clock):
    clock.at += timedelta(days=1)
    page.post(SESSION, data=form_of(page).data(**{"squat.1.both.reps": "9"}))
    (done,) = standing(page, SessionDone)
    assert done.start.isoformat() == "2026-11-24T18:00:00"
    assert counted(done)["squat"] == [9, 10]


def test_the_session_in_german(page):
    text = page.get(SESSION, headers={"accept-language": "de"}).text
    for words in ("Wie geplant gemacht", "Satz 1", "Hier aufhören", "Diese Einheit auslassen"):
        assert words in text
