"""Pages in German: exercises, drills, rules and questions are German words, and none of them is marked as English."""

import html
import re

import pytest

from legday.catalogue.languages import in_language
from legday.catalogue.reader import read_catalogue
from legday.web.wording import wordings

GERMAN = {"accept-language": "de"}
ENGLISH_CATALOGUE, CATALOGUE = read_catalogue(), read_catalogue("de")
SESSION = "/session/2026-11-24T18:00"
MARKED = re.compile(r'<(\w+)[^>]*\slang="en"[^>]*>(.*?)</\1>', re.DOTALL)
UMLAUTS = re.compile(r"[äöüÄÖÜß„]")

PAGES = (
    "/today",
    SESSION,
    f"{SESSION}/do",
    f"{SESSION}/swap/squat",
    "/plan",
    "/plan/day/2026-11-24",
    "/plan/week/2026-11-23",
    "/legs",
    "/body",
    "/rules",
    "/rules/leg-spacing",
    "/exercises",
    "/exercises/squat",
    "/mirror",
    "/mirror/squat",
    "/profile/health",
    "/profile/taste",
)


def german(page, path):
    answer = page.get(path, headers=GERMAN)
    assert answer.status_code == 200
    return html.unescape(answer.text)


def marked_english(text):
    return [re.sub(r"<[^>]+>", " ", found) for _, found in MARKED.findall(text)]


def without_planner(text):
    """The page without what is marked as English."""
    return MARKED.sub("", text)


def shows(text, words):
    """Whether a text shows `words` as words of their own."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text) is not None


@pytest.mark.parametrize("language", sorted(wordings()))
def test_every_language_of_the_pages_has_a_catalogue(language):
    assert in_language(ENGLISH_CATALOGUE, language).language == language


@pytest.mark.parametrize("path", PAGES)
def test_no_german_is_marked_as_english(page, path):
    told = [words for words in marked_english(german(page, path)) if "doi:" not in words]
    names = [
        *(one.name for one in CATALOGUE.words.values()),
        *(one[0] for one in CATALOGUE.drill_words.values()),
    ]
    assert [words for words in told if UMLAUTS.search(words) or words.strip() in names] == []


@pytest.mark.parametrize("path", PAGES)
def test_no_name_step_or_title_of_the_english_catalogue_is_left_over(page, path):
    text = without_planner(german(page, path))
    english = [
        *(step for one in ENGLISH_CATALOGUE.words.values() for step in one.steps),
        *(cue for one in ENGLISH_CATALOGUE.words.values() for cue in one.cues),
        *(one.name for one in ENGLISH_CATALOGUE.words.values()),
        *(words for one in ENGLISH_CATALOGUE.drill_words.values() for words in one),
        *(one.title for one in ENGLISH_CATALOGUE.rulebook.rules.values()),
        *(one.question for one in ENGLISH_CATALOGUE.red_flags.values()),
        *(one.question for one in ENGLISH_CATALOGUE.screening.values()),
    ]
    assert [words for words in english if shows(text, words)] == []


def test_an_exercise_is_told_in_german_step_by_step(page):
    text = german(page, "/exercises/single-leg-deadlift")
    told = CATALOGUE.words["single-leg-deadlift"]
    assert f"<h1>{told.name}</h1>" in text
    for words in (*told.steps, *told.cues, *told.faults):
        assert f"<li>{words}</li>" in text
    for easier in CATALOGUE.exercises["single-leg-deadlift"].easier:
        assert CATALOGUE.name(easier) in text


def test_an_exercise_is_found_by_its_german_name(page):
    assert f"<h1>{CATALOGUE.name('squat')}</h1>" in german(page, "/exercises/Kniebeuge")


def test_the_picture_of_an_exercise_is_called_by_its_german_name(page):
    assert "Kniebeuge" in german(page, "/exercises/squat/moving.svg")
    assert "Squat" in page.get("/exercises/squat/moving.svg").text


def test_a_session_calls_its_exercises_and_drills_in_german(page):
    text = german(page, SESSION)
    for name in ("Kniebeuge", "Gehender Ausfallschritt", "Kreuzheben", "Wadenheben"):
        assert name in text
    session = page.app.state.desk.known().plan.sessions[0]
    for drill in (*session.warm_up, *session.cool_down):
        for words in CATALOGUE.drill_words[drill]:
            assert words in text


def test_the_player_is_given_german_names_and_questions(page):
    text = german(page, f"{SESSION}/do")
    assert '"name": "Kniebeuge"' in text
    assert CATALOGUE.red_flags["chest"].advice in text


def test_the_week_for_the_wall_is_german(page):
    text = german(page, "/plan/week/2026-11-23")
    assert '<th scope="row">Kniebeuge</th>' in text
    assert "Oberschenkel vorn dehnen" in text


def test_every_rule_has_its_german_title_and_sentence(page):
    text = re.sub(r"</?b[^>]*>", "", german(page, "/rules"))
    for rule in CATALOGUE.rulebook.rules.values():
        assert rule.title in text
        assert f'<p class="sentence">{rule.sentence}</p>' in text


def test_a_rule_by_itself_keeps_the_runner_s_own_number_in_german(page):
    page.post("/rules/leg-spacing", data={"number": "hours", "value": "60", "step": "save"})
    text = german(page, "/rules/leg-spacing")
    assert "<h1>Zeit zwischen Beineinheiten</h1>" in text
    assert 'mindestens <b class="own">60</b> Stunden' in text


def test_the_signs_that_stop_everything_are_german(page):
    text = german(page, "/body")
    for flag in CATALOGUE.red_flags.values():
        for words in (flag.name, flag.question, flag.advice):
            assert words in text


def test_the_advice_to_a_raised_sign_is_german(page):
    after = page.post("/body/flag", data={"flag": "chest", "back": "/body"}, headers=GERMAN)
    assert CATALOGUE.red_flags["chest"].advice in after.text


def test_the_questions_before_leg_strength_are_those_of_the_catalogue(page):
    for headers, catalogue in (({}, ENGLISH_CATALOGUE), (GERMAN, CATALOGUE)):
        text = html.unescape(page.get("/profile/health", headers=headers).text)
        assert [one.question for one in catalogue.screening.values() if one.question not in text] == []


def test_the_api_and_the_plan_stay_as_they_are_whatever_is_asked(page):
    german_answer = page.get("/api/v1/exercises/squat", headers=GERMAN).json()
    assert german_answer == page.get("/api/v1/exercises/squat").json()


TOLD_BY_THE_PLANNER = (
    "/today",
    SESSION,
    f"{SESSION}/swap/squat",
    "/plan",
    *(f"/plan/day/2026-11-{day}" for day in range(24, 31)),
    "/plan/week/2026-11-23",
    "/body",
    "/legs",
    "/welcome/plan",
)


@pytest.mark.parametrize("path", TOLD_BY_THE_PLANNER)
def test_what_the_planner_says_is_german_too(page, path):
    assert marked_english(german(page, path)) == []


@pytest.mark.parametrize(
    ("path", "said", "answer"),
    [
        (
            "/body/hurt",
            {"place": "achilles", "side": "left", "score": "6"},
            "Achillessehne, links, 6 von 10: über der Grenze von 5. 2 Schritte zurück.",
        ),
        (
            "/body/hurt",
            {"place": "shin-spot", "side": "right", "score": "2"},
            "Schienbein, ein wunder Punkt, rechts, 2 von 10: ein Knochen",
        ),
        (
            "/body/sore",
            {"sore": "5"},
            "Muskelkater 5 von 10 (5 oder mehr). 60 % der Sätze am Dienstag, 24. November,",
        ),
        ("/body/sore", {"sore": "9"}, "Keine Beineinheit am Dienstag, 24. November."),
        ("/body/slept", {"asleep": "4"}, "Weiter wie geplant; eine gute Nacht steigert nichts."),
        ("/body/flag", {"flag": "chest"}, "Brust, Herzschlag oder Atem, gesagt am Dienstag, 24. November."),
    ],
)
def test_what_is_felt_is_answered_in_german(page, path, said, answer):
    after = page.post(path, data={**said, "back": "/body"}, headers=GERMAN)
    assert after.status_code == 200
    assert answer in html.unescape(after.text)
    for shown in (
        after.text,
        german(page, "/today"),
        german(page, "/plan"),
        german(page, "/plan/day/2026-11-24"),
    ):
        assert marked_english(shown) == []


def test_a_session_left_out_is_told_with_the_runner_s_own_words(page):
    why = "<b>{keys}</b> lost"
    page.post("/plan/day/2026-11-24/skip", data={"planned": "2026-11-24T18:00", "why": why}, headers=GERMAN)
    for path in ("/plan", "/plan/day/2026-11-24", "/today"):
        text = page.get(path, headers=GERMAN).text
        assert "<b>{keys}" not in text
        assert marked_english(text) == []
    assert f"({html.escape(why)})" in page.get("/plan/day/2026-11-24", headers=GERMAN).text


def test_what_a_move_would_change_is_german(page):
    typed = {"planned": "2026-11-24T18:00", "to_day": "2026-11-28", "to_hour": "18:00", "step": "look"}
    refused = page.post("/plan/day/2026-11-24/move", data=typed, headers=GERMAN)
    assert refused.status_code == 422
    assert (
        "Bis zum langen Lauf am Sonntag um 08:05 Uhr sind es 13 h, frische Beine brauchen 24 h"
        in refused.text
    )
    looked = page.post("/plan/day/2026-11-24/move", data={**typed, "to_day": "2026-11-25"}, headers=GERMAN)
    assert [*marked_english(refused.text), *marked_english(looked.text)] == []


def test_days_that_would_not_do_say_why_in_german(page):
    rooms = page.get("/plan/day/2026-11-24/rooms", params={"planned": "2026-11-24T18:00"}, headers=GERMAN)
    told = [one["words"] for one in rooms.json()["days"].values()]
    assert any("frische Beine brauchen" in words for words in told)
    assert [words for words in told if "fresh legs" in words or "leg sessions" in words] == []
