"""Decides how what was typed into a form is taken, and which words stand beside a field that does not fit."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request

from legday.model.answers import Answers
from legday.model.errors import AnswerRefused

MOST_FIELDS = 3000

_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("dumbbells", "singles", "kettlebells", "bars", "plates", "backpack"), "weights"),
    "bands": "bands",
    "due": "date",
    "from": "date",
    "until": "date",
    "max_heart_rate": "heart_rate",
    "resting_heart_rate": "heart_rate",
    "weeks_post_partum": "number",
    "sessions_a_week": "number",
    "cut_back_every": "number",
}
_OWN = frozenset(
    {"name", "born", "body_mass", "time_zone", "date", "start", "minutes", "distance", "weekday", "taste"}
)


async def _typed(request: Request) -> dict[str, str]:
    form = await request.form(max_fields=MOST_FIELDS, max_files=0)
    return {name: value for name, value in form.items() if isinstance(value, str)}


Typed = Annotated[dict[str, str], Depends(_typed)]
"""What stands in the fields of the form that was sent, by their names."""


class Wrong:
    """The field that does not fit, if any, and the key of the words that say what would."""

    def __init__(self, refused: AnswerRefused | None = None) -> None:
        self.field = refused.field if refused else ""
        self.key = f"field.wrong.{kind_of(refused)}" if refused else ""

    def __bool__(self) -> bool:
        return bool(self.key)


def kind_of(refused: AnswerRefused) -> str:
    """What would fit: a date, weights, a year of birth …"""
    if "plates but no bar" in refused.problem:
        return "plates"
    if "could be" in refused.problem or "unit" in refused.problem:
        return "unclear"
    if refused.field.startswith(("dial-", "handle-")):
        return "adjustable"
    last = refused.field.rsplit("-", 1)[-1]
    return last if last in _OWN else _KINDS.get(last, "other")


def rows(answers: Answers, name: str, *, more: int) -> range:
    """The rows of a list to show: those that stand there, and some empty ones."""
    from legday.model.answers import rows_of

    return range(max(rows_of(answers, name), default=-1) + 1 + more)
