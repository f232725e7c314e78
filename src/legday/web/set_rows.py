"""Decides how the sets of a session stand in a form, one row each, and which sets the rows say were done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legday.actions.session import SessionReport
from legday.model.catalogue import Catalogue
from legday.model.errors import InputError
from legday.model.plan import Prescription
from legday.model.quantities import weight_text
from legday.model.runner import Units
from legday.model.sets import LoggedSet, Side
from legday.web.typed import Typed

MOST_REPS = 9_999
MOST_RESERVE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One set in the form: its exercise, which it is, and the fields as they stand there.

    `side` where only one leg is left to do; `per_side` where each leg has a number of its own; `more` for a row past those asked for.
    """

    exercise: str
    number: int
    side: Side = Side.BOTH
    per_side: bool = False
    seconds: bool = False
    more: bool = False
    done: bool = True
    reps: str = ""
    left: str = ""
    right: str = ""
    weight: str = ""
    rir: str = ""

    @property
    def name(self) -> str:
        """What its fields are named by; it says again which row it is."""
        return f"{self.exercise}.{self.number}.{self.side}{'.more' if self.more else ''}"


def rows_of(report: SessionReport, catalogue: Catalogue, units: Units) -> tuple[Row, ...]:
    """The sets that are left to do, as they are asked for, and an empty row after those of each exercise."""
    rows: list[Row] = []
    for step in report.steps:
        if step.line.exercise not in catalogue.exercises:
            continue
        if rows and rows[-1].exercise != step.line.exercise:
            rows.append(_more(rows[-1]))
        target, both = str(step.line.target), step.line.per_side and step.side is Side.BOTH
        rows.append(
            Row(
                exercise=step.line.exercise,
                number=step.number,
                side=step.side,
                per_side=both,
                seconds=step.line.seconds,
                reps="" if both else target,
                left=target if both else "",
                right=target if both else "",
                weight=weight_field(step.line.weight_g, units),
                rir=str(step.line.rir),
            )
        )
    return (*rows, *([_more(rows[-1])] if rows else []))


def _more(last: Row) -> Row:
    return Row(
        exercise=last.exercise,
        number=last.number + 1,
        per_side=last.per_side or last.side is not Side.BOTH,
        seconds=last.seconds,
        more=True,
        done=False,
        weight=last.weight,
    )


def weight_field(grams: int, units: Units) -> str:
    """A weight as it stands in its field: the number alone."""
    return weight_text(grams, units).split()[0]


def rows_typed(typed: Typed, catalogue: Catalogue) -> tuple[Row, ...]:
    """The rows of a form as they were sent. Rows of exercises that do not exist are left out."""
    return tuple(row for name in typed.every("row") for row in _row(name, typed, catalogue))


def _row(name: str, typed: Typed, catalogue: Catalogue) -> Iterator[Row]:
    exercise, _, rest = name.partition(".")
    number, _, side = rest.partition(".")
    side, _, more = side.partition(".")
    known = catalogue.exercises.get(exercise)
    if known is None or not (number.isascii() and number.isdecimal()) or side not in set(Side):
        return
    yield Row(
        exercise=exercise,
        number=int(number[:4]),
        side=Side(side),
        per_side=known.counting.per_side and side == Side.BOTH,
        seconds=known.counting.held,
        more=bool(more),
        done=f"{name}.done" in dict(typed.fields),
        reps=typed.text(f"{name}.reps"),
        left=typed.text(f"{name}.left"),
        right=typed.text(f"{name}.right"),
        weight=typed.text(f"{name}.weight"),
        rir=typed.text(f"{name}.rir"),
    )


def done_up_to(rows: Sequence[Row], last: str) -> tuple[Row, ...]:
    """The rows that were done: ticked ones, or filled ones past those asked for; nothing after the exercise `last`, where it is named."""
    order = list(dict.fromkeys(row.exercise for row in rows))
    kept = order[: order.index(last) + 1] if last in order else order
    return tuple(
        row
        for row in rows
        if row.exercise in kept and (row.left or row.right or row.reps if row.more else row.done)
    )


def sets_of(
    rows: Sequence[Row], typed: Typed, asked: Sequence[Prescription], units: Units
) -> tuple[LoggedSet, ...]:
    """The sets that rows say were done; what cannot be read becomes a problem of its field."""
    lines = {line.exercise: line for line in asked}
    return tuple(one for row in rows for one in _sets(row, typed, lines.get(row.exercise), units))


def _sets(row: Row, typed: Typed, line: Prescription | None, units: Units) -> Iterator[LoggedSet]:
    grams = _grams(row, typed, line, units)
    rir = typed.whole(f"{row.name}.rir", least=0, most=MOST_RESERVE)
    fields = ("left", "right") if row.per_side else ("reps",)
    counts = [typed.whole(f"{row.name}.{one}", least=0, most=MOST_REPS) for one in fields]
    for one, count in zip(fields, counts, strict=True):
        if count is None and not (row.per_side and typed.text(f"{row.name}.{one}") == "" and any(counts)):
            typed.problems.setdefault(f"{row.name}.{one}", "number")
    sides = (row.side,) if len(set(counts)) == 1 else (Side.LEFT, Side.RIGHT)
    for side, count in zip(sides, counts, strict=False):
        if count is not None:
            yield LoggedSet(
                exercise=row.exercise,
                reps=count,
                weight_g=grams,
                rir=rir,
                side=side,
                seconds=row.seconds,
                tempo=line.tempo if line else "",
            )


def _grams(row: Row, typed: Typed, line: Prescription | None, units: Units) -> int | None:
    """The weight typed; one left as it was asked for is exactly that one, in whatever units it was shown."""
    name = f"{row.name}.weight"
    if line is not None and typed.text(name).replace(",", ".") == weight_field(line.weight_g, units):
        return line.weight_g
    try:
        return typed.grams(name, units)
    except InputError:
        typed.problems[name] = "weight"
        return None
