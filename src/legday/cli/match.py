"""Decides how what watches left open is listed, asked and answered."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import Opened, opened, print_json, print_lines
from legday.cli.options import AsJson, Today
from legday.model.errors import InputError

if TYPE_CHECKING:
    from legday.model.matching import Question

LATER = "later"


def match(
    context: typer.Context,
    recording: Annotated[
        str | None, typer.Argument(metavar="[RECORDING]", help="A recorded session, by the start of its id.")
    ] = None,
    *,
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--as", metavar="ANSWER", help="Answer its next question; may be given again for the one after."
        ),
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say what a watch's strength session was: lists what is open, asks, or takes answers."""
    from legday.actions.match import open_questions

    with opened(context) as home:
        day = home.today(today)
        if answers and not recording:
            raise InputError(
                value=answers[0],
                place="--as",
                problem="needs one recording",
                remedy="an id that `legday match` lists",
            )
        done = [_answer_next(home, recording or "", word, today=day) for word in answers or []]
        open_now = open_questions(home.store, home.catalogue, today=day, recording=recording or "")
        if as_json:
            from legday.actions.verb_json import question_json

            print_json({"answered": done, "questions": [question_json(one) for one in open_now]})
            return
        print_lines([f"{len(done)} answered, {len(open_now)} open." if done else f"{len(open_now)} open."])
        print_lines(question_lines(open_now))
        if not done:
            ask(home, today=day, recording=recording or "")


def _answer_next(home: Opened, recording: str, word: str, *, today: date) -> dict[str, str]:
    from legday.actions.match import answer, open_questions
    from legday.cli.clock import new_stamp

    asked = open_questions(home.store, home.catalogue, today=today, recording=recording)
    if not asked:
        raise InputError(
            value=word,
            place="--as",
            problem="answers nothing: no question is open",
            remedy="`legday match` for those that are",
        )
    if any(one.recording != asked[0].recording for one in asked):
        raise InputError(
            value=recording,
            place="match",
            problem="begins the ids of several recordings",
            remedy=asked[0].recording,
        )
    answer(home.store, home.catalogue, asked[0], word, today=today, stamp=new_stamp())
    return {"question": asked[0].id, "answer": word}


def ask(home: Opened, *, today: date, recording: str = "") -> None:
    """Asks what is open, one question after another, where somebody sits at a terminal; `later` leaves one open."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return
    from legday.actions.match import open_questions

    left: set[str] = set()
    while asked := [
        one
        for one in open_questions(home.store, home.catalogue, today=today, recording=recording)
        if one.id not in left
    ]:
        if not _asked(home, asked[0], today=today):
            left.add(asked[0].id)


def _asked(home: Opened, question: "Question", *, today: date) -> bool:
    """One question on the terminal; False where it is left for later."""
    from legday.actions.match import answer
    from legday.cli.clock import new_stamp
    from legday.cli.door import tell
    from legday.model.errors import UnknownName

    print_lines([question.words, *_choice_lines(question)])
    while True:
        said = input(f"[{question.default}, or {LATER}] ").strip().lower() or question.default
        if said == LATER:
            return False
        if said.isdigit() and 1 <= int(said) <= len(question.choices):
            said = question.choices[int(said) - 1].word
        try:
            answer(home.store, home.catalogue, question, said, today=today, stamp=new_stamp())
        except UnknownName as unknown:
            tell(str(unknown))
        else:
            return True


def _choice_lines(question: "Question") -> Iterable[str]:
    return (
        f"  {number}. {choice.word}: {choice.words}"
        for number, choice in enumerate(question.choices, start=1)
    )


def question_lines(questions: Sequence["Question"]) -> list[str]:
    """Each question with its choices and the line that answers it."""
    lines = []
    for one in questions:
        free = ["any other exercise"] if one.asked.value == "exercise" else []
        words = ", ".join([*(choice.word for choice in one.choices), *free])
        lines += [
            f"  {one.words}",
            f"    {words}; likeliest: `legday match {one.recording} --as {one.default}`",
        ]
    return lines
