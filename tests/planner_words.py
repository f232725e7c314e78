"""What the planner says of its own accord, gathered from whatever holds it, and how it reads in German."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from legday.adapting.answer import Answer
from legday.catalogue.reader import read_catalogue
from legday.model.easing import Easing
from legday.model.plan import Plan, PlanChange
from legday.web.sentences import Sentences, read_patterns
from legday.web.wording import HERE, SENTENCES

FILE = HERE / "de" / SENTENCES

ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "with",
        "is",
        "are",
        "leg",
        "session",
        "sessions",
        "week",
        "run",
        "runs",
        "days",
        "you",
        "your",
        "after",
        "before",
        "than",
        "from",
        "sets",
        "weight",
        "more",
        "less",
        "at",
        "on",
        "to",
        "by",
        "it",
        "no",
        "none",
        "only",
        "that",
        "this",
        "has",
        "have",
        "not",
        "when",
        "until",
        "which",
        "each",
        "any",
    ]
)
"""Words that no German sentence holds."""


@cache
def german() -> Sentences:
    return Sentences(read_patterns(FILE), english=read_catalogue("en"), own=read_catalogue("de"), decimal=",")


def said_in(plan: Plan) -> Iterator[str]:
    """Every sentence of a plan, in the order in which it holds them."""
    yield from plan.notes
    for session in plan.sessions:
        yield from (*session.why.day, *session.why.menu, *session.why.dose)
        for line in session.exercises:
            yield from (line.why, line.pick_up)
    yield from (day.cross_train for day in plan.days)
    yield from (opening.why_not for opening in plan.unused)
    for collision in plan.collisions:
        yield from (collision.words, *collision.remedies)
    yield from (finding.words for finding in plan.findings)


def said_of(easings: Iterable[Easing]) -> Iterator[str]:
    for one in easings:
        yield from (one.why, one.back)


def answered(answers: Iterable[Answer]) -> Iterator[str]:
    for one in answers:
        yield from (one.words, one.changes, one.back, *one.advice, *one.asks)
        yield from said_of(one.easings)


def changed(changes: Iterable[PlanChange]) -> Iterator[str]:
    for one in changes:
        yield from (one.what, one.why)


def badly_read(said: Iterable[str], *, own: Iterable[str] = ()) -> list[str]:
    """What does not read in German: not at all, with other numbers, or with English words; `own` are the runner's words, left as they are."""
    found = ((text, german().told(text)) for text in dict.fromkeys(said) if text)
    problems = ((text, read, _problem(text, read, tuple(own))) for text, read in found)
    return [f"{problem}: {text!r} → {read!r}" for text, read, problem in problems if problem]


def _problem(text: str, read: str | None, own: tuple[str, ...]) -> str:
    if read is None:
        return f"no pattern of {FILE.name} reads"
    if sorted(re.findall(r"\d+", text)) != sorted(re.findall(r"\d+", read)):
        return "other numbers"
    if text.endswith(".") != read.endswith("."):
        return "another end"
    for words in own:
        read = read.replace(words, "")
    left = ENGLISH & set(re.findall(r"[a-zäöüß]+", re.sub(r"`[^`]*`|„[^“]*“", "", read).lower()))
    return f"English ({', '.join(sorted(left))}) in" if left else ""
