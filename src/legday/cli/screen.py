"""Decides how the questions before leg strength are asked, and what their answers come to."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import AsJson, Today

if TYPE_CHECKING:
    from legday.actions.screen import ScreenReport
    from legday.model.catalogue import Catalogue


def screen(
    context: typer.Context,
    *,
    answer: Annotated[
        list[str] | None, typer.Option("--answer", metavar="ID=yes|no", help="An answer; may be given again.")
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Answer the questions that come before leg strength; your profile remembers."""
    from legday.actions.screen import screen as action
    from legday.cli.clock import new_stamp

    with opened(context) as home:
        given = _given(answer or [], home.catalogue)
        if not given and sys.stdin.isatty() and not as_json:
            given = _asked(home.catalogue)
        report = action(home.store, home.catalogue, answers=given, today=home.today(today), stamp=new_stamp())
        if as_json:
            print_json(screen_json(report, home.catalogue, given))
        else:
            print_lines(_lines(report, home.catalogue, given))


def _given(answers: list[str], catalogue: "Catalogue") -> dict[str, bool]:
    """`active=yes` as an answer. InputError or UnknownName where it is none."""
    from legday.model.errors import InputError, UnknownName

    given = {}
    for one in answers:
        name, _, said = one.partition("=")
        if name not in catalogue.screening:
            raise UnknownName.among(name, tuple(catalogue.screening), place="--answer")
        if said.lower() not in {"yes", "no"}:
            raise InputError(
                value=one, place="--answer", problem="is neither yes nor no", remedy=f"{name}=yes"
            )
        given[name] = said.lower() == "yes"
    return given


def _asked(catalogue: "Catalogue") -> dict[str, bool]:
    return {
        name: typer.confirm(question.question, default=question.no)
        for name, question in catalogue.screening.items()
    }


def _lines(report: "ScreenReport", catalogue: "Catalogue", given: dict[str, bool]) -> list[str]:
    from legday.adapting.pain import REVIEW

    lines = [] if given else [f"{one.id}: {one.question}" for one in catalogue.screening.values()]
    hint = [] if given else ["", "Answer with `legday screen --answer ID=yes`, as often as you like."]
    changed = "Your profile remembers." if report.changed else "Your profile is unchanged."
    return [*lines, *hint, report.words, f"Rule condition-gates. {changed} No diagnosis. {REVIEW}"]


def screen_json(report: "ScreenReport", catalogue: "Catalogue", given: dict[str, bool]) -> dict[str, Any]:
    """The questions with the answers given now (null where none), the verdict and what it means."""
    return {
        "questions": [
            {"id": one.id, "question": one.question, "answer": given.get(one.id)}
            for one in catalogue.screening.values()
        ],
        "verdict": report.verdict.value,
        "words": report.words,
        "changed": report.changed,
    }
