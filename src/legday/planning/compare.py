"""Decides what differs between two plans: what moved, appeared, went, or changed its menu or dose, and why."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

from legday.model.plan import Plan, PlanChange, Prescription, Session
from legday.model.quantities import weight_text
from legday.model.rules import Rulebook
from legday.model.runner import Units
from legday.model.state import RunnerState
from legday.planning.causes import Reason, Reasoning

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


def compare(
    before: Plan, after: Plan, *, state: RunnerState | None = None, rulebook: Rulebook | None = None
) -> tuple[PlanChange, ...]:
    """Every difference between the sessions of two plans, in order of time; equal plans have none.

    Sessions that `after` does not speak for (before its `today`) are left out. A session that moved and changed its menu is two changes.
    With `state`, what is known of the runner when `after` was made, each change names its cause, and what was done, or has begun, today is
    left out; `rulebook` tells lay-offs.
    """
    reasoning = Reasoning(plan=after, state=state, rulebook=rulebook)
    units = state.profile.units if state else Units.METRIC
    old = [session for session in before.sessions if reasoning.speaks_for(session)]
    new = [session for session in after.sessions if session.day >= after.today]
    pairs = [pair for alike in _LIKENESS for pair in _paired(old, new, alike)]
    changes = [
        *(change for pair in pairs for change in _changes(*pair, reasoning, units)),
        *(_change(session, None, "went", reasoning.gone(session)) for session in old),
        *(_change(None, session, "appeared", reasoning.come(session)) for session in new),
    ]
    return tuple(sorted(changes, key=_in_time))


def _in_time(change: PlanChange) -> tuple[str, str]:
    moment = change.before or change.after
    return (moment.isoformat() if moment else "", change.what)


def _changes(old: Session, new: Session, reasoning: Reasoning, units: Units) -> Iterable[PlanChange]:
    if _start(old) != _start(new):
        yield _change(old, new, "moved", reasoning.moved(old, new))
    if _exercises(old) != _exercises(new):
        yield _change(old, new, _menu_words(old, new), reasoning.menu(old, new))
    elif changed := _changed_doses(old.exercises, new.exercises):
        yield _change(old, new, _dose_words(changed, units), reasoning.dose(changed, old, new))


def _change(old: Session | None, new: Session | None, what: str, reason: Reason) -> PlanChange:
    return PlanChange(
        before=_start(old) if old else None,
        after=_start(new) if new else None,
        what=what,
        why=reason.why,
        cause=reason.cause,
        rule=reason.rule,
    )


def _exercises(session: Session) -> tuple[str, ...]:
    return tuple(line.exercise for line in session.exercises)


def _menu_words(old: Session, new: Session) -> str:
    was, now = _exercises(old), _exercises(new)
    came = [f"+ {exercise}" for exercise in now if exercise not in was]
    went = [f"− {exercise}" for exercise in was if exercise not in now]
    return f"menu: {', '.join([*came, *went]) or 'another order'}"


def _dose(line: Prescription) -> tuple[int, int, int, int]:
    return line.sets, line.target, line.weight_g, line.rir


def _changed_doses(
    old: Sequence[Prescription], new: Sequence[Prescription]
) -> list[tuple[Prescription, Prescription]]:
    """Each exercise whose sets, repetitions, weight or effort differ."""
    return [(was, now) for was, now in zip(old, new, strict=True) if _dose(was) != _dose(now)]


def _dose_text(line: Prescription, units: Units) -> str:
    weight = f" at {weight_text(line.weight_g, units)}" if line.weight_g else ""
    return f"{line.sets} × {line.target}{' s' if line.seconds else ''}{weight}"


def _dose_words(changed: Sequence[tuple[Prescription, Prescription]], units: Units) -> str:
    """`dose: squat 3 × 10 at 20 kg → 3 × 10 at 25 kg`; the reserve is named where it differs."""
    return f"dose: {'; '.join(_one_dose_words(was, now, units) for was, now in changed)}"


def _one_dose_words(was: Prescription, now: Prescription, units: Units) -> str:
    before, after = _dose_text(was, units), _dose_text(now, units)
    reserve = "" if was.rir == now.rir else f"{was.rir} in reserve → {now.rir}"
    told = ", ".join(
        words for words in (f"{before} → {after}" if before != after else before, reserve) if words
    )
    return f"{now.exercise} {told}"
