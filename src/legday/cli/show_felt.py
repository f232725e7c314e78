"""Decides how an answer to what a runner felt is printed, as lines and as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legday.actions.felt import FeltReport
    from legday.adapting.answer import Answer
    from legday.model.catalogue import Catalogue

DECISIONS = {
    "go-on": "Go on",
    "hold": "Hold",
    "ease": "Ease",
    "swap": "Swap",
    "pause": "Pause",
    "see-someone": "See someone",
}


def felt_lines(report: "FeltReport") -> list[str]:
    """What was said, then each answer: decision, rule and number, what changes, when it comes back, advice, questions."""
    lines = [f"Noted: {report.said}."]
    for answer in report.answers:
        lines += ["", *_answer_lines(answer)]
    if not report.answers:
        lines += ["", *_standing(report)]
    return lines


def _answer_lines(answer: "Answer") -> Iterator[str]:
    yield f"{DECISIONS[answer.decision.value]}. {answer.words}"
    value = "" if answer.value is None else f": {answer.number} = {answer.value}"
    yield f"  Rule {answer.rule}{value}"
    if answer.changes:
        yield f"  Next sessions: {answer.changes}"
    if answer.back:
        yield f"  {answer.back}"
    for words in answer.advice:
        yield f"  {words}"
    for ask in answer.asks:
        yield f"  ? {ask}"
    if answer.flags:
        yield f"  If yes: {' or '.join(f'`legday flag {flag}`' for flag in answer.flags)}"


def _standing(report: "FeltReport") -> Iterator[str]:
    now = [one for one in report.easings if one.holds_on(report.day)]
    if not now:
        yield "Nothing holds leg work back now."
    for one in now:
        yield f"Still held back by rule {one.rule}: {one.why} {one.back}".rstrip()


def listing_json(*, places: list[dict[str, str]], flags: list[dict[str, str]]) -> dict[str, Any]:
    """What can be said, where nothing was: no answer, but the places or the red flags."""
    return {"said": "", "day": None, "answers": [], "easings": [], "places": places, "flags": flags}


def places_json(catalogue: "Catalogue") -> list[dict[str, str]]:
    from legday.actions.places import places

    return [{"id": place, "name": condition.name} for place, condition in places(catalogue).items()]


def flags_json(catalogue: "Catalogue") -> list[dict[str, str]]:
    return [
        {"id": flag.id, "name": flag.name, "question": flag.question, "advice": flag.advice}
        for flag in catalogue.red_flags.values()
    ]
