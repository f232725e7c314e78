"""Decides that the patterns of every language and the sentences that the planner writes know each other, both ways."""

import re
from pathlib import Path
from string import Formatter

import pytest

from legday.catalogue.reader import read_catalogue
from legday.web.sentences import JOINTS, PLACE, READABLE, SAID, TEXT, pattern_of, read_patterns
from legday.web.wording import DEFAULT, HERE, SENTENCES
from written_sentences import BESIDE, FOLDERS, VOCABULARY, bare, is_written, pieces

FILES = sorted(HERE.glob(f"*/{SENTENCES}"))
SAYING = pieces([*FOLDERS, *BESIDE])
WRITTEN = {one.words for one in SAYING}
NAMED = {one.words for one in pieces(VOCABULARY)}
CATALOGUE = {"label", "exercise", "place", "advice", "flag", "flag_advice", "flag_question", "menu", "rule"}
RULES = set(read_catalogue().rulebook.rules)
DEMANDS = {joint for one in read_catalogue().exercises.values() for joint in one.demands}

UNSAID = {
    # Names of the solver's stages.
    "planning/days.py": {"masters' rest"},
    "planning/menu.py": {"block "},
    # The pages ask with forms of their own, no command.
    # What a field refuses: the pages word that themselves.
    "actions/log.py": {"is still to come", "is before you were born, or more than 100 years ago"},
    "adapting/pain.py": {"legday flag ", "legday hurt ", " --side ", " --when next-morning"},
}
"""What the planner writes and no page shows."""


def languages() -> list[object]:
    return [pytest.param(file, id=file.parent.name) for file in FILES]


def test_every_language_but_english_reads_the_planner():
    assert {file.parent.name for file in FILES} == {folder.name for folder in HERE.iterdir()} - {DEFAULT}


@pytest.mark.parametrize("file", languages())
def test_every_sentence_that_the_planner_writes_has_a_pattern(file: Path):
    told = {
        words
        for pairs in read_patterns(file).values()
        for english in pairs
        for words in pattern_of(english, "").words
    }
    unknown = [
        f"{one.file}:{one.line}: {one.words!r} is in no pattern of src/legday/web/words/{file.parent.name}/{SENTENCES}"
        for one in SAYING
        if one.speaks
        and one.words not in UNSAID.get(one.file, ())
        and not is_written(bare(one.words), told | RULES)
    ]
    assert unknown == []


@pytest.mark.parametrize("file", languages())
def test_every_pattern_is_of_a_sentence_that_is_still_written(file: Path):
    known = WRITTEN | NAMED | DEMANDS
    dead = [
        f"[{kind}] {english!r}: nothing writes {words!r} any more"
        for kind, pairs in read_patterns(file).items()
        if kind != JOINTS
        for english in pairs
        for words in pattern_of(english, "").words
        if not is_written(words, known)
    ]
    assert dead == []


@pytest.mark.parametrize("file", languages())
def test_every_place_is_of_a_kind_there_is_and_every_kind_has_a_place(file: Path):
    patterns = read_patterns(file)
    kinds = {
        place[2] or place[1] for pairs in patterns.values() for one in pairs for place in PLACE.finditer(one)
    }
    assert kinds - set(patterns) - set(READABLE) - CATALOGUE == {TEXT}
    assert set(patterns) - kinds == {JOINTS}
    assert SAID in kinds


@pytest.mark.parametrize("file", languages())
def test_a_pattern_says_nothing_that_its_english_does_not_hold(file: Path):
    for pairs in read_patterns(file).values():
        for english, own in pairs.items():
            assert {name for _, name, _, _ in Formatter().parse(own) if name} <= {
                place[1] for place in PLACE.finditer(english)
            }, english
            assert sorted(re.findall(r"\d+", PLACE.sub("", english))) == sorted(
                re.findall(r"\d+", PLACE.sub("", own))
            )


def test_words_that_nothing_writes_are_found():
    assert is_written("the session of ", WRITTEN)
    assert is_written("the long run", WRITTEN | NAMED)
    assert not is_written("the session eats bananas", WRITTEN | NAMED)


def test_what_is_said_to_be_unsaid_is_still_written():
    for file, words in UNSAID.items():
        assert words <= {one.words for one in SAYING if one.file == file}
