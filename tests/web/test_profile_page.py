"""The profile in forms."""

import pytest

from legday.actions.journal import read_journal
from legday.model.answers import Section
from web_files import as_sent, field_error, store_of


def profile(page):
    return read_journal(store_of(page).entries()).profile


def entries(page):
    return len(store_of(page).entries())


def fields_of(page, section):
    return as_sent(page.get(f"/profile/{section}").text, f"/profile/{section}")


@pytest.mark.parametrize("section", [one.value for one in Section])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_form_sent_as_it_stands_changes_nothing(page, section, language):
    page.cookies.set("language", language)
    before, count = profile(page), entries(page)
    answer = page.post(f"/profile/{section}", data=fields_of(page, section))
    assert answer.status_code == 200
    assert profile(page) == before
    assert entries(page) == count


def test_fewer_openings_change_the_plan_and_the_page_says_how(page):
    said = {"openings-0-weekday": "5", "openings-0-start": "10:00", "openings-0-minutes": "40"}
    answer = page.post("/profile/openings", data=said)
    assert answer.url.path.startswith("/profile/saved/openings/")
    assert "What it does to the plan" in answer.text
    assert "See the plan" in answer.text
    assert "`legday" not in answer.text
    assert [(one.weekday, one.minutes) for one in profile(page).openings] == [(5, 40)]


@pytest.mark.parametrize(
    ("section", "said", "field"),
    [
        ("about", {"name": "Ana", "born": "2130", "body_mass": "62"}, "born"),
        ("about", {"name": "Ana", "born": "1991", "body_mass": "heavy"}, "body_mass"),
        ("about", {"name": "", "born": "1991", "body_mass": "62"}, "name"),
        (
            "about",
            {"name": "A", "born": "1991", "body_mass": "62", "resting_heart_rate": "8"},
            "resting_heart_rate",
        ),
        ("gear", {"dumbbells": "5,10"}, "dumbbells"),
        ("gear", {"plates": "5 10"}, "plates"),
        ("gear", {"dial-from": "2.5"}, "dial-from"),
        ("gear", {"bands": "purple"}, "bands"),
        ("races", {"races-0-date": "2027-04-11", "races-0-distance": "far"}, "races-0-distance"),
        ("races", {"races-1-name": "Spring"}, "races-1-date"),
        (
            "openings",
            {"openings-3-weekday": "2", "openings-3-start": "25:00", "openings-3-minutes": "30"},
            "openings-3-start",
        ),
        (
            "openings",
            {
                "openings-0-weekday": "once",
                "openings-0-date": "",
                "openings-0-start": "9:00",
                "openings-0-minutes": "30",
            },
            "openings-0-date",
        ),
        (
            "openings",
            {"openings-0-weekday": "2", "openings-0-start": "09:00", "openings-0-minutes": "2"},
            "openings-0-minutes",
        ),
        ("running", {"week-0-weekday": "2", "week-0-kind": "easy", "week-0-minutes": "x"}, "week-0-minutes"),
        ("place", {"units": "metric", "time_zone": "Middle/Earth"}, "time_zone"),
        ("style", {"sessions_a_week": "2", "cut_back_every": "99"}, "cut_back_every"),
        ("health", {"weeks_post_partum": "-1"}, "weeks_post_partum"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field_and_nothing_is_kept(page, section, said, field):
    count = entries(page)
    answer = page.post(f"/profile/{section}", data=said)
    assert answer.status_code == 422
    assert field_error(answer, field).startswith(("Please", "This could", "Plates"))
    assert entries(page) == count
    for name, value in said.items():
        if (
            value
            and "weekday" not in name
            and "kind" not in name
            and name not in {"units", "sessions_a_week"}
        ):
            assert f'value="{value}"' in answer.text


def test_weights_in_german_are_written_and_read_with_a_comma(page):
    page.cookies.set("language", "de")
    assert 'value="5 kg; 7,5 kg; 10 kg; 12,5 kg"' in page.get("/profile/gear").text
    page.post("/profile/gear", data={"dumbbells": "7,5; 12,5; 22,5"})
    assert profile(page).gear.dumbbells_g == (7_500, 12_500, 22_500)


def test_likes_and_health_are_kept(page):
    page.post("/profile/taste", data={"taste-goblet-squat": "like", "taste-hip-thrust": "dislike"})
    assert (profile(page).likes, profile(page).dislikes) == (("goblet-squat",), ("hip-thrust",))
    page.post("/profile/health", data={"ask-bones": "yes", "ask-active": "yes", "due": ""})
    assert profile(page).health.osteoporosis
    assert 'name="ask-bones" value="yes" checked' in page.get("/profile/health").text


def test_a_section_that_is_none_is_no_page(page):
    assert page.get("/profile/shoes").status_code in {404, 422}


def test_a_name_with_markup_is_printed_as_it_is(page):
    page.post("/profile/about", data={"name": "<img src=x>", "born": "1991", "body_mass": "62"})
    text = page.get("/profile").text
    assert "&lt;img src=x&gt;" in text
    assert "<img" not in text
