"""Decides whether a block's menus are those an accepted plan promised: kept as they are while the runner can still do them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from legday.model.catalogue import Catalogue
from legday.model.plan import PastSession, Prescription
from legday.model.season import Menu, MenuLine, WeekTarget
from legday.model.state import RunnerState
from legday.planning.menu_frame import Frame

KEPT = ("The same exercises as before in this block.",)


def promised_menus(
    frame: Frame, season: Sequence[WeekTarget], state: RunnerState, catalogue: Catalogue
) -> dict[str, Menu]:
    """The block's menus by letter as promised; empty where a letter was not promised or an exercise can no longer be done.

    A letter whose last promised session lies behind stays what that session asked for, while the block has another one promised.
    """
    weeks = {target.start for target in season if target.block == frame.block}
    menus = {}
    for letter in frame.letters:
        done = _of_weeks(state.done, weeks, letter)
        promised = _of_weeks(state.promised, weeks, letter) or [_as_asked(one) for one in done]
        lines = _lines([_asked(one) for one in promised], done)
        if lines and set(lines) <= set(frame.variants):
            menus[letter] = _menu(promised[0], lines, frame, catalogue)
    ahead = any(_of_weeks(state.promised, weeks, letter) for letter in frame.letters)
    return menus if ahead and frame.used <= set(menus) else {}


def _of_weeks(sessions: Sequence[PastSession], mondays: set[date], letter: str) -> list[PastSession]:
    return [
        session
        for session in sessions
        if session.menu == letter
        and (session.exercises or session.prescribed)
        and session.start.date() - timedelta(days=session.start.weekday()) in mondays
    ]


def _asked(session: PastSession) -> PastSession:
    """A promise whose doses are free again still says which exercises it held."""
    return session if session.exercises else replace(session, exercises=session.prescribed)


def _as_asked(done: PastSession) -> PastSession:
    """A session that took place, as it was asked for where that is known."""
    return replace(done, exercises=done.prescribed or done.exercises)


def _lines(promised: Sequence[PastSession], done: Sequence[PastSession]) -> dict[str, Prescription]:
    """Each promised exercise in its order, as it stands where it has the most sets in the block."""
    longest = max(promised, key=lambda session: len(session.exercises), default=None)
    if longest is None:
        return {}
    lines = {_usual(line): line for line in longest.exercises}
    for session in (*promised, *done):
        for line in session.exercises:
            if _usual(line) in lines and line.sets > lines[_usual(line)].sets:
                lines[_usual(line)] = line
    return lines


def _usual(line: Prescription) -> str:
    """The exercise of the block's menu: the one that a stand-in of a single day stands for."""
    return line.instead_of or line.exercise


def _menu(
    session: PastSession, lines: Mapping[str, Prescription], frame: Frame, catalogue: Catalogue
) -> Menu:
    printed = {line.exercise: line.reps for line in frame.printed.get(session.menu, ())}
    return Menu(
        block=frame.block,
        letter=session.menu,
        title=session.title or f"Workout {session.menu}",
        lines=tuple(
            MenuLine(
                exercise=name,
                sets=max(line.sets, line.menu_sets),
                reps=printed.get(name, catalogue.exercises[name].reps),
                variant=frame.variants[name],
            )
            for name, line in lines.items()
        ),
        why=session.why_menu or KEPT,
        superset=session.superset,
    )
