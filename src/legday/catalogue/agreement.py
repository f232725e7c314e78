"""Decides whether the files agree with each other: names that exist, numbers within their limits, words that fit."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from string import Formatter
from typing import TypeVar

from legday.catalogue.figures import figure_claims
from legday.catalogue.ladders import ladder_claims
from legday.model.catalogue import Catalogue, Transfer
from legday.model.errors import CatalogueError
from legday.model.exercises import Condition, Drill, DrillKind, Exercise, ExerciseWords
from legday.model.progression import Phase, PhaseDose
from legday.model.rules import Grade, Rule
from legday.model.runner import Health, Style
from legday.model.screening import RedFlag, ScreeningQuestion

ROWS = {"G": 3, "E": 8, "V": 4, "P": 7, "R": 7, "S": 1}
CLAIMS = frozenset({f"{letter}{row}" for letter, last in ROWS.items() for row in range(1, last + 1)}) | {
    "W-A",
    "W-B",
    "W-AB",
}
"""The ids of the article's rows (docs/article.md)."""

DEMANDS = ("achilles", "back", "balance", "foot", "groin", "hamstring", "hip", "knee", "shin", "shoulder")
"""What an exercise may ask something of (0–4)."""

LONGEST_HOLD_S = 60
LEAST_STEPS = 3

T = TypeVar("T")

Claim = tuple[str, object, bool, str]
"""Key, value, whether it holds, what was expected."""


def agree(catalogue: Catalogue) -> None:
    """CatalogueError for the first thing in which two files, or a number and its limits, disagree."""
    known = frozenset(catalogue.exercises)
    sources = frozenset(catalogue.sources)
    for file, claims in _all_claims(catalogue, known, sources):
        for key, value, holds, expected in claims:
            if not holds:
                raise CatalogueError(file=file, key=key, value=value, expected=expected)


def _all_claims(
    catalogue: Catalogue, known: frozenset[str], sources: frozenset[str]
) -> Iterator[tuple[str, Iterable[Claim]]]:
    language = f"words/{catalogue.language}"
    for name, exercise in catalogue.exercises.items():
        yield f"exercises/{name}.toml", _exercise(exercise, known, sources)
        yield f"exercises/{name}.toml", ladder_claims(exercise, catalogue.exercises)
        if exercise.figure is not None:
            yield f"exercises/{name}.toml", figure_claims(exercise.figure, exercise.tempo)
        yield f"{language}/exercises/{name}.toml", _exercise_words(catalogue.words[name])
    for condition in catalogue.conditions.values():
        yield f"conditions/{condition.id}.toml", _condition(condition, known, sources)
    places = frozenset(place for condition in catalogue.conditions.values() for place in condition.places)
    number = EMERGENCY.get(catalogue.language, "")
    yield "red_flags.toml", _each(catalogue.red_flags, lambda flag: _red_flag(flag, places, sources, number))
    yield "screening.toml", _each(catalogue.screening, lambda question: _question(question, sources))
    yield "mobility.toml", _each(catalogue.drills, lambda drill: _drill(drill, sources))
    yield "workouts.toml", _workouts(catalogue, known)
    yield "rules.toml", _each(catalogue.rulebook.rules, lambda rule: _rule(rule, sources))
    yield "transfer.toml", _each(catalogue.transfers, lambda transfer: _transfer(transfer, known))
    yield f"{language}/rules.toml", _each(catalogue.rulebook.rules, _rule_words)
    yield "progression.toml", _progression(catalogue)


def _each(things: Mapping[str, T], claims: Callable[[T], Iterable[Claim]]) -> Iterator[Claim]:
    for name, thing in things.items():
        for key, value, holds, expected in claims(thing):
            yield f"{name}.{key}", value, holds, expected


def _exercise(exercise: Exercise, known: frozenset[str], sources: frozenset[str]) -> Iterator[Claim]:
    for key in ("easier", "harder", "kin"):
        yield from _named(key, getattr(exercise, key), known - {exercise.id}, "the id of another exercise")
    yield from _backed(exercise.sources, exercise.claims, sources)
    yield "sources", exercise.sources, bool(exercise.sources), "at least one source"
    yield "gear", exercise.gear, bool(exercise.gear), "at least one way to do it"
    yield "sets", dict(exercise.sets), bool(exercise.sets), "at least one muscle"
    for muscle, quarters in exercise.sets.items():
        yield f"sets.{muscle}", quarters / 4, 0 < quarters <= 4, "a fractional set over 0 and up to 1"
    yield from _named("demands", tuple(exercise.demands), frozenset(DEMANDS), f"one of {', '.join(DEMANDS)}")
    for joint, demand in exercise.demands.items():
        yield f"demands.{joint}", demand, 0 <= demand <= 4, "0 to 4"
    yield from _dose(exercise)


def _transfer(transfer: Transfer, known: frozenset[str]) -> Iterator[Claim]:
    yield from _named("was", (transfer.was,), known, "the id of an exercise")
    yield from _named("now", (transfer.now,), known - {transfer.was}, "the id of another exercise")
    yield "percent", transfer.percent, 20 <= transfer.percent <= 200, "20 to 200"


def _dose(exercise: Exercise) -> Iterator[Claim]:
    low, high = exercise.reps
    yield "reps", exercise.reps, 1 <= low <= high, "a range, low first, from 1"
    yield "base_sets", exercise.base_sets, 1 <= exercise.base_sets <= 4, "1 to 4"
    yield "rep_seconds", exercise.rep_seconds, 1 <= exercise.rep_seconds <= 15, "1 to 15 seconds"
    yield "rest_s", exercise.rest_s, 15 <= exercise.rest_s <= 300, "15 to 300 seconds"
    yield "body_share", exercise.body_share, 0 < exercise.body_share <= 100, "1 to 100 percent of body mass"
    yield "impact", exercise.impact, 0 <= exercise.impact <= 4, "0 to 4"
    jumps = exercise.plyometric
    yield "contacts", exercise.contacts, (exercise.contacts > 0) == jumps, "1 or more for plyometrics, else 0"
    start = exercise.start_weight
    steps = (start.beginner_percent, start.trained_percent, start.advanced_percent)
    yield "start_weight", steps, 0 <= steps[0] <= steps[1] <= steps[2] <= 150, "rising percents of body mass"


def _exercise_words(words: ExerciseWords) -> Iterator[Claim]:
    yield "name", words.name, bool(words.name.strip()), "a name"
    yield "steps", words.steps, len(words.steps) >= LEAST_STEPS, f"at least {LEAST_STEPS} steps"
    yield "cues", words.cues, bool(words.cues), "at least one cue"
    yield "faults", words.faults, bool(words.faults), "at least one fault"


def _condition(condition: Condition, known: frozenset[str], sources: frozenset[str]) -> Iterator[Claim]:
    for key in ("avoid_exercises", "avoid_supine", "keep_exercises"):
        yield from _named(key, getattr(condition, key), known, "the id of an exercise")
    yield from _backed(condition.sources, (), sources)
    yield "sources", condition.sources, bool(condition.sources), "at least one source"
    yield "grade", condition.grade, condition.grade in set(Grade), f"one of {', '.join(Grade)}"
    hold, stop = condition.hold_above, condition.stop_above
    yield "hold_above", hold, 0 <= hold <= stop <= 10, "0 to 10, at most stop_above"
    yield (
        "tissue",
        condition.tissue,
        bool(condition.places) == (condition.tissue is not None),
        "one with places",
    )
    both = sorted(set(condition.avoid_exercises) & set(condition.keep_exercises))
    yield "keep_exercises", both, not both, "no exercise that is also to be avoided"


EMERGENCY = {"en": "your local emergency number", "de": "die örtliche Notrufnummer"}
"""What every red flag's advice must hold, in each language; one that is not named here is held to nothing."""


def _red_flag(flag: RedFlag, places: frozenset[str], sources: frozenset[str], number: str) -> Iterator[Claim]:
    yield from _named("places", flag.places, places, "a place of conditions/*.toml")
    yield "behaviour", flag.behaviour, bool(flag.behaviour) == bool(flag.places), "both or neither of places"
    yield "question", flag.question, flag.question.endswith("?"), "a question"
    yield "advice", flag.advice, number in flag.advice, f"advice that names {number}"
    yield "grade", flag.grade, flag.grade in set(Grade), f"one of {', '.join(Grade)}"
    yield "sources", flag.sources, bool(flag.sources), "at least one source"
    yield from _backed(flag.sources, (), sources)


def _question(question: ScreeningQuestion, sources: frozenset[str]) -> Iterator[Claim]:
    yield "question", question.question, question.question.endswith("?"), "a question"
    known = frozenset(field.name for field in fields(Health) if field.type is bool or field.type == "bool")
    yield from _named("field", (question.field,), known, "a yes or no of [health]")
    yield "sources", question.sources, bool(question.sources), "at least one source"
    yield from _backed(question.sources, (), sources)


def _drill(drill: Drill, sources: frozenset[str]) -> Iterator[Claim]:
    yield from _backed(drill.sources, drill.claims, sources)
    a_side = drill.seconds // 2 if drill.per_side else drill.seconds
    yield "seconds", drill.seconds, drill.seconds > 0, "more than 0 seconds"
    held = drill.kind is DrillKind.STATIC
    yield (
        "seconds",
        drill.seconds,
        not held or a_side <= LONGEST_HOLD_S,
        f"holds up to {LONGEST_HOLD_S} s a side",
    )
    yield "areas", drill.areas, bool(drill.areas), "at least one area"


def _workouts(catalogue: Catalogue, known: frozenset[str]) -> Iterator[Claim]:
    for name, workout in catalogue.workouts.items():
        lines = tuple(line.exercise for line in workout.lines)
        yield from _named(f"{name}.lines", lines, known, "the id of an exercise")
        yield from _named(f"{name}.claims", workout.claims, CLAIMS, "an id of the article's rows")
        for line in workout.lines:
            yield f"{name}.lines", line.reps, 1 <= line.reps[0] <= line.reps[1], "a range, low first"


def _rule(rule: Rule, sources: frozenset[str]) -> Iterator[Claim]:
    yield from _backed(rule.sources, rule.claims, sources)
    backed = bool(rule.sources) or rule.grade is Grade.OURS
    yield "sources", rule.sources, backed, f"at least one source, or grade {Grade.OURS}"
    yield "bounds", sorted(rule.bounds), rule.bounds.keys() == rule.numbers.keys(), "one for each number"
    yield from _named("ours", rule.ours, frozenset(rule.numbers), "one of the rule's numbers")
    for name, number in rule.numbers.items():
        low, high = rule.bounds.get(name, (number, number))
        yield f"numbers.{name}", number, low <= number <= high, f"a number within its bounds {low} to {high}"


def _rule_words(rule: Rule) -> Iterator[Claim]:
    yield "title", rule.title, bool(rule.title.strip()), "a title"
    yield "words", rule.words, bool(rule.words.strip()), "a sentence"
    numbers = ", ".join(rule.numbers) or "it has none"
    unknown = sorted(_fields(rule.words) - rule.numbers.keys())
    yield "words", unknown, not unknown, f"a sentence with only the rule's numbers in braces: {numbers}"
    yield (
        "names",
        sorted(rule.names),
        rule.names.keys() == rule.numbers.keys(),
        f"what each number is: {numbers}",
    )


def _fields(template: str) -> set[str]:
    """What stands in braces; all of the template where its braces do not match."""
    try:
        parts = [(field, form) for _, field, form, _ in Formatter().parse(template) if field is not None]
    except ValueError:
        return {template}
    return {f"{field}:{form}" if form else field for field, form in parts}


def _progression(catalogue: Catalogue) -> Iterator[Claim]:
    yield from _backed(catalogue.progression.sources, (), frozenset(catalogue.sources))
    doses = catalogue.progression.doses
    yield "doses", sorted(doses), doses.keys() == set(Style), f"the styles {', '.join(sorted(Style))}"
    for style, phases in doses.items():
        missing = sorted(set(Phase) - phases.keys())
        yield f"doses.{style}", missing, not missing, "every phase"
        for phase, dose in phases.items():
            for key, value, holds, expected in _phase(dose):
                yield f"doses.{style}.{phase}.{key}", value, holds, expected


def _phase(dose: PhaseDose) -> Iterator[Claim]:
    yield "weeks", dose.weeks, 0 <= dose.weeks[0] <= dose.weeks[1], "a range of weeks, low first"
    yield "rir", dose.rir, 1 <= dose.rir <= 5, "1 to 5 repetitions in reserve"
    yield "sets_percent", dose.sets_percent, 0 < dose.sets_percent <= 100, "1 to 100 percent"
    if dose.heavy_reps is not None:
        low, high = dose.heavy_reps
        yield "heavy_reps", dose.heavy_reps, 1 <= low <= high, "a range, low first"


def _backed(used: tuple[str, ...], claims: tuple[str, ...], sources: frozenset[str]) -> Iterator[Claim]:
    yield from _named("sources", used, sources, "a source of sources.toml")
    yield from _named("claims", claims, CLAIMS, "an id of the article's rows")


def _named(key: str, names: tuple[str, ...], known: frozenset[str], expected: str) -> Iterator[Claim]:
    for name in names:
        yield key, name, name in known, expected
