"""Decides what an answer to the runner holds: decision, rule, number, what changes, and when it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legday.adapting.wording import exercises_text
from legday.model.catalogue import Catalogue
from legday.model.easing import Decision, Eased, Easing
from legday.model.sets import Side

ORDER = tuple(Decision)
"""The mildest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered on a day to what the runner said: pain at one place and side, soreness, sleep, illness, a red flag.

    `rule` and `number` (with its `value`; None where the rule has none) say what decided; `words` the decision, `changes` what the next
    sessions do without, `back` when and how it returns. `easings` hold it back. `asks` are questions to put, `flags` the red flags among them.
    """

    decision: Decision
    rule: str
    words: str
    number: str = ""
    value: int | None = None
    place: str = ""
    name: str = ""
    side: Side = Side.BOTH
    score: int | None = None
    day: date | None = None
    changes: str = ""
    back: str = ""
    advice: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    easings: tuple[Easing, ...] = ()

    @property
    def easing(self) -> Easing | None:
        """The most careful of its easings."""
        return max(self.easings, key=lambda one: ORDER.index(one.decision), default=None)

    @property
    def leading(self) -> Easing | None:
        """The easing that its words and its way back come from; None where nothing is held back."""
        return next((one for one in self.easings if one.why == self.words), None)


def leading_of(held: Sequence[Easing], *, today: date) -> Easing | None:
    """The most careful easing that holds on `today`."""
    now = (one for one in held if one.holds_on(today))
    return max(now, key=lambda one: ORDER.index(one.decision), default=None)


def answer_of(
    held: Sequence[Easing],
    catalogue: Catalogue,
    *,
    today: date,
    rule: str,
    number: str,
    go_on: str,
    advice: tuple[str, ...] = (),
) -> Answer:
    """The answer to what was said of a day: the most careful of `held` that holds on it, else the words `go_on` with the number they rest on."""
    leading = leading_of(held, today=today)
    name = leading.number if leading else number
    numbers = catalogue.rulebook[rule].numbers
    return Answer(
        decision=leading.decision if leading else Decision.GO_ON,
        rule=rule,
        number=name,
        value=catalogue.rulebook.number(rule, name) if name in numbers else None,
        words=leading.why if leading else go_on,
        day=today,
        changes=changes_words(held, catalogue, today=today),
        back=leading.back if leading else "",
        advice=advice,
        easings=tuple(held),
    )


def changes_words(held: Sequence[Easing], catalogue: Catalogue, *, today: date) -> str:
    """What the next sessions do without, in one sentence; empty where nothing changes."""
    now = Eased(easings=tuple(one for one in held if one.holds_on(today)))
    parts = [words for holds, words in _changes(now) if holds]
    left_out = {one for one in now.avoid if not catalogue.exercises[one].plyometric}
    if left_out:
        parts.append(f"left out or swapped: {exercises_text(left_out, catalogue)}")
    sentence = "; ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""


def _changes(now: Eased) -> tuple[tuple[bool, str], ...]:
    return (
        (now.no_session, "no leg session"),
        (now.no_growth, "no dose rises"),
        (now.no_impact, "no jumps"),
        (now.weight_percent < 100, f"{now.weight_percent} % of the weight"),
        (now.sets_less > 0, f"{_many(now.sets_less, 'set')} less of each exercise"),
        (now.sets_percent < 100, f"{now.sets_percent} % of the sets"),
        (now.rir_plus > 0, f"{_many(now.rir_plus, 'repetition')} more in reserve"),
    )


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
