"""Decides how the reference pages of rules and exercises read, straight from the catalogue."""

from collections.abc import Iterable, Mapping

from legday.model.catalogue import Catalogue
from legday.model.exercises import Counting, Exercise, GearVariant, WeightKind
from legday.model.rules import Grade, Level, Rule, Source

GRADES = {
    Grade.SEEN: "seen: the paper or its abstract was read",
    Grade.SECOND_HAND: "second-hand: known from others who cite it",
    Grade.RECALLED: "our setting (recalled, not yet checked)",
    Grade.OURS: "our setting",
}
LEVELS = {
    Level.MUST: "A plan never leaves with one of these broken.",
    Level.SHOULD: "These are weighed; what is given up is told.",
    Level.INFO: "Shown about the runs; never moves a session by itself.",
}
COUNTS = {
    Counting.REPS: "",
    Counting.REPS_PER_SIDE: " per side",
    Counting.SECONDS: " s",
    Counting.SECONDS_PER_SIDE: " s per side",
}
WEIGHTS = {
    WeightKind.NONE: "",
    WeightKind.ONE: " (one, held)",
    WeightKind.PAIR: " (a pair)",
    WeightKind.BAR: " (with plates)",
    WeightKind.BAND: " (by colour)",
    WeightKind.BACKPACK: " (loaded)",
}
OUR_SETTING = "our setting"
OUR_SETTING_MEANS = f"“{OUR_SETTING.capitalize()}” marks numbers that no study gives."
THE_ARTICLE = "article"
MADE_FROM = "Made from `src/legday/catalogue`; change the data, then run `make docs`."


def rules_page(catalogue: Catalogue) -> str:
    """The rulebook as Markdown: every rule in words, its numbers with bounds, where it comes from."""
    parts = [
        "# Rules",
        MADE_FROM,
        f"A runner may change a number within its bounds; the plan then says so. {OUR_SETTING_MEANS}",
    ]
    for level, meaning in LEVELS.items():
        rules = [rule for rule in catalogue.rulebook.rules.values() if rule.level is level]
        parts += [f"## {level.value.capitalize()}", meaning]
        parts += [_rule(rule, catalogue.sources) for rule in rules]
    parts += ["## Sources", _bullets(_source(source) for source in catalogue.sources.values())]
    return "\n\n".join(parts) + "\n"


def exercises_page(catalogue: Catalogue) -> str:
    """Every exercise as Markdown: steps, cues, faults, what it needs, what it trains, its kin and sources."""
    names = sorted(catalogue.exercises, key=catalogue.name)
    contents = _bullets(f"{_link(name, catalogue)} · {_reps(catalogue.exercises[name])}" for name in names)
    parts = [
        "# Exercises",
        MADE_FROM,
        f"{len(names)} exercises. Fractional sets, joint demands and first weights are {OUR_SETTING}.",
        contents,
    ]
    return "\n\n".join([*parts, *(_exercise(name, catalogue) for name in names)]) + "\n"


def _rule(rule: Rule, sources: Mapping[str, Source]) -> str:
    lines = [f"### {rule.title}", f"`{rule.id}` · {rule.shape.value} · {GRADES[rule.grade]}", rule.sentence]
    if rule.numbers:
        lines.append(_numbers(rule))
    lines.append(_bullets(_backing(rule, sources)))
    return "\n\n".join(line for line in lines if line)


def _numbers(rule: Rule) -> str:
    rows = ["| number | what it is | value | may be | known as |", "|---|---|---|---|---|"]
    for name, number in rule.numbers.items():
        low, high = rule.bounds[name]
        known = OUR_SETTING if rule.our_setting(name) else "from the sources"
        rows.append(
            f"| {name} | {rule.names[name]} | {number} | {f'{low} to {high}' if low != high else 'fixed'} | {known} |"
        )
    return "\n".join(rows)


def _backing(rule: Rule, sources: Mapping[str, Source]) -> Iterable[str]:
    if rule.claims:
        yield f"The article, rows {', '.join(rule.claims)} ([what it says](../article.md))"
    for name in rule.sources:
        if name != THE_ARTICLE and sources[name].grade.shown_as_science:
            yield _finding(sources[name])


def _finding(source: Source) -> str:
    return f"{source.citation}{f' {source.finding}' if source.finding else ''}"


def _source(source: Source) -> str:
    doi = f" doi [{source.doi}](https://doi.org/{source.doi})." if source.doi else ""
    return f"`{source.id}`: {source.citation}{doi} *{GRADES[source.grade].capitalize()}.*"


def _exercise(name: str, catalogue: Catalogue) -> str:
    exercise, words = catalogue.exercises[name], catalogue.words[name]
    kind = f"`{name}` · {exercise.pattern.value} · {exercise.laterality.value}"
    dose = f"{exercise.base_sets} × {_reps(exercise)} · tempo {exercise.tempo} · rest {exercise.rest_s} s"
    steps = "\n".join(f"{place}. {step}" for place, step in enumerate(words.steps, start=1))
    return "\n\n".join([f"## {words.name}", f"{kind} · {dose}", steps, _bullets(_facts(exercise, catalogue))])


def _facts(exercise: Exercise, catalogue: Catalogue) -> Iterable[str]:
    words = catalogue.words[exercise.id]
    yield f"Cues: {' · '.join(words.cues)}"
    yield f"Common faults: {' · '.join(words.faults)}"
    yield f"Gear, best first: {' · '.join(_variant(variant) for variant in exercise.gear)}"
    yield f"Sets counted: {' · '.join(f'{muscle.value} {q / 4:g}' for muscle, q in exercise.sets.items())}"
    if exercise.contacts:
        yield f"Foot contacts per repetition: {exercise.contacts}"
    for key, ids in (("Easier", exercise.easier), ("Harder", exercise.harder), ("Kin", exercise.kin)):
        if ids:
            yield f"{key}: {' · '.join(_link(other, catalogue) for other in ids)}"
    yield f"When outgrown: {_ladder(exercise, catalogue)}"
    yield f"FIT: category {exercise.fit.category}, name {exercise.fit.name}"
    yield f"Sources: {', '.join(f'`{source}`' for source in exercise.sources)}" + (
        f"; the article: {', '.join(exercise.claims)}" if exercise.claims else ""
    )


def _ladder(exercise: Exercise, catalogue: Catalogue) -> str:
    """Its rungs in order, or why there are no more."""
    rungs = [
        f"tempo {rung.tempo}" if rung.tempo else _link(rung.exercise, catalogue) for rung in exercise.ladder
    ]
    return " → ".join(rungs) + (". " if rungs and exercise.ladder_end else "") + exercise.ladder_end


def _link(exercise: str, catalogue: Catalogue) -> str:
    """A link to the exercise's heading, by the anchor that Markdown readers make of it."""
    name = catalogue.name(exercise)
    anchor = "".join(letter for letter in name.lower() if letter.isalnum() or letter in " -_")
    return f"[{name}](#{anchor.replace(' ', '-')})"


def _variant(variant: GearVariant) -> str:
    return " and ".join(sorted(kind.value for kind in variant.needs)) + WEIGHTS[variant.weight]


def _reps(exercise: Exercise) -> str:
    low, high = exercise.reps
    return (str(low) if low == high else f"{low}–{high}") + COUNTS[exercise.counting]


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
