"""The reader takes a right catalogue and refuses a wrong one, naming file, key, value and what was expected."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from unittest.mock import ANY

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legday.catalogue.reader import read_catalogue
from legday.model.errors import CatalogueError
from legday.model.exercises import GearVariant, WeightKind
from legday.model.muscles import Muscle
from legday.model.runner import GearKind

PACKAGE = Path(str(files("legday.catalogue")))

Changed = Callable[..., Path]

WALL_SIT = """
pattern = "squat"
laterality = "both-legs"
counting = "seconds"
place = "isolation"
base_sets = 2
reps = [20, 45]
rep_seconds = 1
rest_s = 60
body_share = 80
sources = ["our-setting"]
gear = [{ needs = ["body"] }]
[sets]
quadriceps = 0.75
[fit]
category = 28
name = 20
"""
WALL_SIT_WORDS = """
name = "Wall sit"
steps = ["Lean on a wall.", "Slide down until your knees are bent.", "Hold."]
cues = ["Back flat"]
faults = ["Hands on the thighs"]
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The catalogue's own files in a folder that a test may spoil."""
    place = tmp_path / "catalogue"
    shutil.copytree(PACKAGE, place, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return place


@pytest.fixture
def changed(copy: Path) -> Changed:
    def change(file: str, old: str, new: str) -> Path:
        text = (copy / file).read_text(encoding="utf-8")
        assert old in text
        (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return copy

    return change


def refusal(root: Path, language: str = "en") -> tuple[str, str, object, str]:
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(language, root=root)
    error = caught.value
    return error.file, error.key, error.value, error.expected


def test_the_catalogue_in_the_package_reads_and_is_the_same_from_a_folder(copy: Path) -> None:
    assert read_catalogue(root=copy) == read_catalogue()


def test_an_exercise_is_read_with_quarter_sets_and_gear_best_first(copy: Path) -> None:
    (copy / "exercises/wall-sit.toml").write_text(
        WALL_SIT.replace(
            '{ needs = ["body"] }',
            '{ needs = ["bench", "kettlebell"], weight = "one" }, { needs = ["body"] }',
        )
    )
    (copy / "words/en/exercises/wall-sit.toml").write_text(WALL_SIT_WORDS)
    read = read_catalogue(root=copy).exercises["wall-sit"]
    assert read.sets == {Muscle.QUADRICEPS: 3}
    assert read.gear == (
        GearVariant(needs=frozenset({GearKind.BENCH, GearKind.KETTLEBELL}), weight=WeightKind.ONE),
        GearVariant(needs=frozenset({GearKind.BODY})),
    )


def test_a_new_exercise_is_one_file_and_its_words(copy: Path) -> None:
    before = read_catalogue(root=copy)
    (copy / "exercises/wall-sit.toml").write_text(WALL_SIT)
    (copy / "words/en/exercises/wall-sit.toml").write_text(WALL_SIT_WORDS)
    after = read_catalogue(root=copy)
    assert after.exercises.keys() - before.exercises.keys() == {"wall-sit"}
    assert after.name("wall-sit") == "Wall sit"


def test_another_language_is_one_more_folder(copy: Path) -> None:
    shutil.copytree(copy / "words/en", copy / "words/sl")
    squat = copy / "words/sl/exercises/squat.toml"
    squat.write_text(squat.read_text().replace('name = "Squat"', 'name = "Počep"'), encoding="utf-8")
    catalogue = read_catalogue("sl", root=copy)
    assert (catalogue.language, catalogue.name("squat")) == ("sl", "Počep")


def test_an_unknown_language_is_refused_with_those_there_are(copy: Path) -> None:
    assert refusal(copy, "xx") == ("words/xx", "language", "xx", "one of de, en")


def test_the_message_names_file_key_value_and_what_was_expected(changed: Changed) -> None:
    root = changed("exercises/squat.toml", 'pattern = "squat"', 'pattern = "sqat"')
    with pytest.raises(
        CatalogueError, match=r"exercises/squat\.toml: pattern = 'sqat': expected one of 'squat', 'lunge'"
    ):
        read_catalogue(root=root)


@pytest.mark.parametrize(
    "mistake",
    [
        ("exercises/squat.toml", '"4-1-1"', '"1-0-1"', "ladder", "1-0-1", "slower than 3 s, as 4-1-1"),
        ("exercises/squat.toml", '"4-1-1"', '"4-1"', "ladder", "4-1", "slower than 3 s, as 4-1-1"),
        (
            "exercises/squat.toml",
            'exercise = "split-squat"',
            'exercise = "hip-thrust"',
            "ladder",
            "hip-thrust",
            "an exercise of knee",
        ),
        (
            "exercises/kickstand-deadlift.toml",
            'exercise = "single-leg-deadlift"',
            'exercise = "glute-bridge"',
            "ladder",
            "glute-bridge",
            "no exercise that is easier",
        ),
        (
            "exercises/hip-thrust.toml",
            'tempo = "4-4-1"',
            'exercise = "single-leg-glute-bridge"',
            "ladder",
            "single-leg-glute-bridge",
            "one that never leads back",
        ),
        (
            "exercises/squat.toml",
            'exercise = "split-squat"',
            'exercise = "squat"',
            "ladder",
            "squat",
            "the id of another exercise",
        ),
        ("exercises/squat.toml", "rest_s = 90\n", "", "rest_s", None, "a value; the key is missing"),
        ("exercises/squat.toml", "rest_s = 90", "rest = 90\nrest_s = 90", "rest", 90, "no such key"),
        ("exercises/squat.toml", "rest_s = 90", 'rest_s = "90"', "rest_s", "90", "a valid integer"),
        ("exercises/squat.toml", "rest_s = 90", "rest_s = 90.5", "rest_s", 90.5, "a valid integer"),
        ("exercises/squat.toml", "rest_s = 90", "rest_s = true", "rest_s", True, "a valid integer"),
        ("exercises/squat.toml", "rest_s = 90", "rest_s = 5", "rest_s", 5, "15 to 300 seconds"),
        ("exercises/squat.toml", "heavy = true", "heavy = 1", "heavy", 1, "a valid boolean"),
        ("exercises/squat.toml", "[10, 12]", "[10]", "reps.1", None, "a value; the key is missing"),
        ("exercises/squat.toml", "[10, 12]", "[12, 10]", "reps", (12, 10), "a range, low first, from 1"),
        (
            "exercises/squat.toml",
            "quadriceps = 1",
            "quadriceps = 0.3",
            "sets.quadriceps",
            0.3,
            "a multiple of 0.25",
        ),
        (
            "exercises/squat.toml",
            "quadriceps = 1",
            'quadriceps = "1"',
            "sets.quadriceps",
            "1",
            "a multiple of 0.25",
        ),
        (
            "exercises/squat.toml",
            "quadriceps = 1",
            "quadriceps = 2",
            "sets.quadriceps",
            2.0,
            "a fractional set over 0 and up to 1",
        ),
        (
            "exercises/squat.toml",
            "quadriceps = 1",
            "quadriceps = nan",
            "sets.quadriceps",
            ANY,
            "a multiple of 0.25",
        ),
        (
            "exercises/squat.toml",
            "quadriceps = 1",
            "quadriceps = inf",
            "sets.quadriceps",
            float("inf"),
            "a multiple of 0.25",
        ),
        (
            "exercises/squat.toml",
            "quadriceps = 1",
            "quadriceps = true",
            "sets.quadriceps",
            True,
            "a multiple of 0.25",
        ),
        ("exercises/squat.toml", "knee = 3", "knee = 5", "demands.knee", 5, "0 to 4"),
        (
            "exercises/squat.toml",
            "knee = 3",
            "kne = 3",
            "demands",
            "kne",
            "one of achilles, back, balance, foot, groin, hamstring, hip, knee, shin, shoulder",
        ),
        (
            "exercises/squat.toml",
            '["box-squat"]',
            '["box-sqat"]',
            "easier",
            "box-sqat",
            "the id of another exercise",
        ),
        (
            "exercises/squat.toml",
            '["box-squat"]',
            '["squat"]',
            "easier",
            "squat",
            "the id of another exercise",
        ),
        (
            "exercises/squat.toml",
            '"our-setting"',
            '"nobody-1999"',
            "sources",
            "nobody-1999",
            "a source of sources.toml",
        ),
        ("exercises/squat.toml", '"E1"', '"E9"', "claims", "E9", "an id of the article's rows"),
        ("exercises/squat.toml", "category = 28\n", "", "fit.category", None, "a value; the key is missing"),
        (
            "exercises/squat.toml",
            "category = 28\n",
            "category = 28\nside = 1\n",
            "fit.side",
            1,
            "no such key",
        ),
        (
            "exercises/squat.toml",
            "advanced_percent = 60",
            "advanced_percent = 10",
            "start_weight",
            (20, 40, 10),
            "rising percents of body mass",
        ),
        ("exercises/pogo.toml", "contacts = 1\n", "", "contacts", 0, "1 or more for plyometrics, else 0"),
        ("words/en/exercises/squat.toml", 'name = "Squat"', 'name = ""', "name", "", "a name"),
        ("words/en/exercises/squat.toml", 'name = "Squat"', "name = 1", "name", 1, "a valid string"),
        (
            "conditions/achilles.toml",
            '"lunge"]',
            '"lunges"]',
            "avoid_exercises",
            "lunges",
            "the id of an exercise",
        ),
        (
            "conditions/achilles.toml",
            '"lunge"]',
            '"calf-raise"]',
            "keep_exercises",
            ["calf-raise"],
            "no exercise that is also to be avoided",
        ),
        (
            "conditions/hamstring.toml",
            "hold_above = 2",
            "hold_above = 4",
            "hold_above",
            4,
            "0 to 10, at most stop_above",
        ),
        ("conditions/achilles.toml", 'grade = "S2"', 'grade = "Q"', "grade", "Q", "one of S, S2, R, P"),
        ("conditions/achilles.toml", 'tissue = "tendon"\n', "", "tissue", None, "one with places"),
        (
            "mobility.toml",
            '[butterfly-stretch]\nkind = "static"\nareas = ["hips"]\nseconds = 45',
            '[butterfly-stretch]\nkind = "static"\nareas = ["hips"]\nseconds = 61',
            "butterfly-stretch.seconds",
            61,
            "holds up to 60 s a side",
        ),
        (
            "workouts.toml",
            'exercise = "squat"',
            'exercise = "sqat"',
            "A.lines",
            "sqat",
            "the id of an exercise",
        ),
        (
            "rules.toml",
            "numbers = { hours = 48,",
            "numbers = { hours = 47,",
            "leg-spacing.numbers.hours",
            47,
            "a number within its bounds 48 to 120",
        ),
        (
            "rules.toml",
            "bounds = { sessions = [1, 3], days",
            "bounds = { days",
            "weekly-ceiling.bounds",
            ["days"],
            "one for each number",
        ),
        (
            "rules.toml",
            'ours = ["layoff_days"]',
            'ours = ["layoff"]',
            "leg-spacing.ours",
            "layoff",
            "one of the rule's numbers",
        ),
        (
            "rules.toml",
            'sources = ["article", "red-flags"]',
            "sources = []",
            "red-flag-lock.sources",
            (),
            "at least one source, or grade P",
        ),
        (
            "rules.toml",
            'shape = "gap"',
            'shape = "gab"',
            "leg-spacing.shape",
            "gab",
            "one of 'gap', 'count', 'order', 'band', 'growth', 'gate', 'fit' or 'steady'",
        ),
        (
            "words/en/rules.toml",
            "At most {sessions}",
            "At most {session}",
            "weekly-ceiling.words",
            ["session"],
            "a sentence with only the rule's numbers in braces: sessions, days",
        ),
        ("progression.toml", "block_weeks = 4\n", "", "block_weeks", None, "a value; the key is missing"),
        (
            "progression.toml",
            "[doses.evidence]",
            "[doses.proof]",
            "doses",
            ["article", "proof"],
            "the styles article, evidence",
        ),
        (
            "progression.toml",
            "foundation = { rir = 3",
            "foundation = { rir = 0",
            "doses.article.foundation.rir",
            0,
            "1 to 5 repetitions in reserve",
        ),
        (
            "sources.toml",
            'grade = "P"',
            'grade = "X"',
            "our-setting.grade",
            "X",
            "one of 'S', 'S2', 'R' or 'P'",
        ),
    ],
)
def test_each_kind_of_mistake_is_named(
    changed: Changed, mistake: tuple[str, str, str, str, object, str]
) -> None:
    file, old, new, key, value, expected = mistake
    assert refusal(changed(file, old, new)) == (file, key, value, expected)


@pytest.mark.parametrize(
    "broken", ["At most {sessions", "At most {sessions:q}", "At most {0}", "At most {sessions.real}"]
)
def test_a_broken_template_is_refused(changed: Changed, broken: str) -> None:
    file, key, _, expected = refusal(changed("words/en/rules.toml", "At most {sessions}", broken))
    assert (file, key) == ("words/en/rules.toml", "weekly-ceiling.words")
    assert expected == "a sentence with only the rule's numbers in braces: sessions, days"


def test_a_missing_phase_is_refused(changed: Changed) -> None:
    root = changed(
        "progression.toml", "recover = { rir = 3, sets_percent = 60, weeks = [1, 2], sessions = 1 }\n", ""
    )
    assert refusal(root) == ("progression.toml", "doses.article", ["recover"], "every phase")


def test_words_in_the_file_of_facts_are_refused(changed: Changed) -> None:
    root = changed("rules.toml", 'shape = "gap"', 'title = "Rest"\nshape = "gap"')
    assert refusal(root) == (
        "rules.toml",
        "leg-spacing.title",
        "Rest",
        "no words here; they stand in words/en/rules.toml",
    )


@pytest.mark.parametrize(
    ("gone", "file", "key"),
    [
        ("words/en/exercises/squat.toml", "words/en/exercises/squat.toml", "squat"),
        ("exercises/pogo.toml", "words/en/exercises/pogo.toml", "pogo"),
        ("conditions/sole.toml", "words/en/conditions.toml", "sole"),
    ],
)
def test_facts_and_words_must_have_the_same_ids(copy: Path, gone: str, file: str, key: str) -> None:
    (copy / gone).unlink()
    assert refusal(copy)[:2] == (file, key)


def test_a_file_that_is_not_there_is_named(copy: Path) -> None:
    (copy / "sources.toml").unlink()
    assert refusal(copy) == ("sources.toml", "file", None, "a file that exists")


def test_a_folder_that_is_not_there_is_named(copy: Path) -> None:
    shutil.rmtree(copy / "conditions")
    assert refusal(copy) == ("conditions", "folder", None, "a folder that exists")


def test_a_file_that_is_not_toml_says_where(copy: Path) -> None:
    (copy / "rules.toml").write_text("[leg-spacing]\nshape =\n")
    file, key, _, expected = refusal(copy)
    assert (file, key) == ("rules.toml", "file")
    assert "line 2" in expected


def test_a_file_that_is_not_utf8_says_where(copy: Path) -> None:
    (copy / "rules.toml").write_bytes(b"# \xff\n")
    assert refusal(copy) == ("rules.toml", "byte 2", None, "UTF-8")


def test_a_value_where_a_table_belongs_is_refused(copy: Path) -> None:
    (copy / "sources.toml").write_text("article = 1\n")
    file, key, value, _ = refusal(copy)
    assert (file, key, value) == ("sources.toml", "article", 1)


def test_a_rule_that_is_not_a_table_is_refused(changed: Changed) -> None:
    root = changed("rules.toml", "[gear]", "[gear-of-old]")
    (root / "rules.toml").write_text("gear = 1\n" + (root / "rules.toml").read_text())
    (root / "words/en/rules.toml").write_text(
        (root / "words/en/rules.toml").read_text() + '[gear-of-old]\ntitle = "Gear"\nwords = "Gear."\n'
    )
    file, key, value, _ = refusal(root)
    assert (file, key, value) == ("rules.toml", "gear", 1)


@pytest.mark.parametrize(("doses", "key"), [("doses = 3", "doses"), ("doses.article = 3", "doses.article")])
def test_doses_that_are_not_tables_are_refused(copy: Path, doses: str, key: str) -> None:
    text = (copy / "progression.toml").read_text().split("[doses.article]")[0]
    (copy / "progression.toml").write_text(f"{text}\n{doses}\n")
    assert refusal(copy)[:3] == ("progression.toml", key, 3)


def test_sets_that_are_not_a_table_are_refused(copy: Path) -> None:
    text = WALL_SIT.replace("[sets]\nquadriceps = 0.75\n", "").replace("[fit]", "sets = 3\n[fit]")
    (copy / "exercises/wall-sit.toml").write_text(text)
    (copy / "words/en/exercises/wall-sit.toml").write_text(WALL_SIT_WORDS)
    assert refusal(copy)[:3] == ("exercises/wall-sit.toml", "sets", 3)


ONE_OF_EACH = ["exercises/pogo.toml", "words/en/exercises/pogo.toml", "conditions/sole.toml"]
SINGLE = [file for place in (PACKAGE, PACKAGE / "words/en") for file in place.glob("*.toml")]
FILES = [*ONE_OF_EACH, *sorted(str(file.relative_to(PACKAGE)) for file in SINGLE)]
JUNK = [
    "",
    "3",
    "-1",
    "nan",
    "true",
    '""',
    '"word"',
    "[]",
    "[1, 2, 3]",
    "{ a = 1 }",
    "2026-01-01",
    "[[1], [2]]",
    "0.25",
]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_spoiled_line_is_refused_as_a_mistake_of_the_catalogue_or_does_no_harm(
    copy: Path, data: st.DataObject
) -> None:
    file = copy / data.draw(st.sampled_from(FILES))
    whole = file.read_text(encoding="utf-8")
    lines = whole.splitlines()
    at = data.draw(st.sampled_from([place for place, line in enumerate(lines) if " = " in line]))
    lines[at] = f"{lines[at].split(' = ')[0]} = {data.draw(st.sampled_from(JUNK))}"
    file.write_text("\n".join(lines), encoding="utf-8")
    with suppress(CatalogueError):
        read_catalogue(root=copy)
    file.write_text(whole, encoding="utf-8")


def test_a_folder_without_words_is_refused(copy: Path) -> None:
    shutil.rmtree(copy / "words")
    assert refusal(copy) == ("words", "folder", None, "a folder that exists")
