"""Decides what differs between two plans: what moved, appeared, went, or changed its menu or dose, and why."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

from legday.model.plan import Plan, PlanChange, Prescription, Session
from legday.model.rules import Level

Pair = tuple[Session, Session]
Alike = Callable[[Session, Session], bool]


def _monday(session: Session) -> date:
    return session.day - timedelta(days=session.day.weekday())


def _start(session: Session) -> datetime:
    return session.start.replace(tzinfo=None)


_LIKENESS: tuple[Alike, ...] = (
    lambda old, new: _start(old) == _start(new),
    lambda old, new: old.day == new.day,
    lambda old, new: _monday(old) == _monday(new) and old.menu == new.menu,
    lambda old, new: _monday(old) == _monday(new),
)
"""How one session is found again in another plan, the surest way first: same moment, same date, same week and menu, same week."""


def _paired(old: list[Session], new: list[Session], alike: Alike) -> list[Pair]:
    """Pairs by one likeness, the earliest first; what is paired leaves both lists."""
    pairs: list[Pair] = []
    for session in tuple(old):
        match = next((other for other in new if alike(session, other)), None)
        if match is not None:
            pairs.append((session, match))
            old.remove(session)
            new.remove(match)
    return pairs


def compare(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    """Every difference between the sessions of two plans, in order of time; equal plans have none.

    Sessions that `after` does not speak for (before its `today`) are left out. A session that moved and changed its menu is two changes.
    """
    old = [session for session in before.sessions if session.day >= after.today]
    new = [session for session in after.sessions if session.day >= after.today]
    pairs = [pair for alike in _LIKENESS for pair in _paired(old, new, alike)]
    changes = [
        *(change for pair in pairs for change in _changes(*pair, after)),
        *(_gone(session, after) for session in old),
        *(_come(session) for session in new),
    ]
    return tuple(sorted(changes, key=_in_time))


def _in_time(change: PlanChange) -> tuple[str, str]:
    moment = change.before or change.after
    return (moment.isoformat() if moment else "", change.what)


def _changes(old: Session, new: Session, after: Plan) -> Iterable[PlanChange]:
    if _start(old) != _start(new):
        yield _change(old, new, "moved", _why_moved(old, new, after))
    if _exercises(old) != _exercises(new):
        yield _change(old, new, _menu_words(old, new), " ".join(new.why.menu))
    elif doses := _dose_words(old.exercises, new.exercises):
        yield _change(old, new, doses, " ".join(new.why.dose))


def _change(old: Session, new: Session, what: str, why: str) -> PlanChange:
    return PlanChange(before=_start(old), after=_start(new), what=what, why=why)


def _gone(session: Session, after: Plan) -> PlanChange:
    return PlanChange(before=_start(session), after=None, what="went", why=_why_not(session, after))


def _come(session: Session) -> PlanChange:
    return PlanChange(before=None, after=_start(session), what="appeared", why=" ".join(session.why.day))


def _why_not(session: Session, after: Plan) -> str:
    """What the new plan says of the opening that is empty now, of the promise it breaks, or of the week it lies in."""
    said = [
        *(
            opening.why_not
            for opening in after.unused
            if opening.start.replace(tzinfo=None) == _start(session)
        ),
        *(one.words for one in after.collisions if one.week == _monday(session)),
        *(one.words for one in after.findings if session.day in one.days and one.level is not Level.INFO),
    ]
    return said[0] if said else ""


def _why_moved(old: Session, new: Session, after: Plan) -> str:
    return _why_not(old, after) or " ".join(new.why.day)


def _exercises(session: Session) -> tuple[str, ...]:
    return tuple(line.exercise for line in session.exercises)


def _menu_words(old: Session, new: Session) -> str:
    was, now = _exercises(old), _exercises(new)
    came = [f"+ {exercise}" for exercise in now if exercise not in was]
    went = [f"− {exercise}" for exercise in was if exercise not in now]
    return f"menu: {', '.join([*came, *went]) or 'another order'}"


def _dose(line: Prescription) -> str:
    unit = " s" if line.seconds else ""
    weight = f" @ {line.weight_g / 1000:g} kg" if line.weight_g else ""
    return f"{line.sets} × {line.target}{unit}{weight}, {line.rir} in reserve"


def _dose_words(old: Sequence[Prescription], new: Sequence[Prescription]) -> str:
    """Each exercise whose sets, repetitions, weight or effort differ; empty where none does."""
    changed = [
        f"{now.exercise} {_dose(was)} → {_dose(now)}"
        for was, now in zip(old, new, strict=True)
        if _dose(was) != _dose(now)
    ]
    return f"dose: {'; '.join(changed)}" if changed else ""
