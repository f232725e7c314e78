"""A catalogue in another language: other words, the same facts, the runner's numbers and a club's own additions kept."""

from dataclasses import replace

from legday.catalogue.languages import in_language
from legday.catalogue.reader import read_catalogue
from legday.model.exercises import ExerciseWords
from legday.model.rules import Rulebook

ENGLISH, GERMAN = read_catalogue(), read_catalogue("de")


def test_the_package_s_catalogue_in_german_is_the_german_one() -> None:
    assert in_language(ENGLISH, "de") == GERMAN
    assert in_language(GERMAN, "en") == ENGLISH


def test_its_own_language_is_the_catalogue_itself() -> None:
    assert in_language(ENGLISH, "en") is ENGLISH


def test_a_language_nobody_wrote_leaves_the_words_and_says_so() -> None:
    assert in_language(ENGLISH, "fr") is ENGLISH
    assert in_language(ENGLISH, "../en") is ENGLISH


def test_the_runner_s_own_numbers_stay_in_force() -> None:
    own = replace(ENGLISH, rulebook=Rulebook(ENGLISH.rulebook.rules, {"leg-spacing": {"hours": 60}}))
    told = in_language(own, "de").rulebook
    assert (told.number("leg-spacing", "hours"), told["leg-spacing"].title) == (
        60,
        "Zeit zwischen Beineinheiten",
    )


def test_a_club_s_own_exercise_keeps_the_words_it_has() -> None:
    wall_sit = ExerciseWords(name="Wall sit", steps=("Lean.",), cues=("Low",), faults=("High",))
    club = replace(
        ENGLISH,
        exercises={**ENGLISH.exercises, "wall-sit": replace(ENGLISH.exercises["squat"], id="wall-sit")},
        words={**ENGLISH.words, "wall-sit": wall_sit},
    )
    told = in_language(club, "de")
    assert (told.name("wall-sit"), told.name("squat")) == ("Wall sit", "Kniebeuge")
