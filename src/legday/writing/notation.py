"""Decides how a line of the journal is written as plain text that the notation's parser reads back as the same line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, time
from typing import Any

from legday.model.happened import Origin
from legday.model.lines import (
    AwayLine,
    ClearedLine,
    ExtraLine,
    IllLine,
    JournalLine,
    KindLine,
    MoveLine,
    PainLine,
    PromiseLine,
    RedFlagLine,
    SessionLine,
    SetsLine,
    SkipLine,
    SleptLine,
    SoreLine,
    SwapLine,
    WeighLine,
)
from legday.model.pain_words import Behaviour
from legday.model.quantities import weight_text
from legday.model.runner import Adjustable, Gear, Opening, Units

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def print_lines(lines: Iterable[JournalLine]) -> str:
    """One line of text for each, in the order given; the text ends with a newline unless it is empty."""
    return "".join(f"{print_line(line)}\n" for line in lines)


def print_line(line: JournalLine) -> str:
    """`2026-03-02 squat 3x10 40 kg rir 2 at 18:05 "felt light"`; weights in kg to the gram."""
    return " ".join(word for word in (line.day.isoformat(), *_WRITTEN[type(line)](line)) if word)


def told_line(line: JournalLine, units: Units) -> str:
    """The line for a runner to read: weights in the runner's units, pounds to the nearest quarter."""
    text = print_line(line)
    grams = line.weight_g if isinstance(line, SetsLine) else line.grams if isinstance(line, WeighLine) else 0
    if not grams or units is Units.METRIC:
        return text
    return text.replace(_weight(grams), weight_text(grams, units), 1)


def _session(line: SessionLine) -> Iterator[str]:
    yield "session"
    yield _menu(line.menu)
    yield _clock(line.at)
    yield _minutes(line.minutes)
    yield "" if line.effort is None else f"effort {line.effort}/10"
    yield "light" if line.light else ""
    yield "" if line.planned is None else f"planned {line.planned:%Y-%m-%d %H:%M}"
    yield "" if line.origin is Origin.TYPED and not line.recording else f"from {line.origin}"
    yield line.recording
    yield _quoted(line.note)


def _sets(line: SetsLine) -> Iterator[str]:
    yield line.exercise
    yield f"{line.sets}x{','.join(str(reps) for reps in line.each or (line.reps,))}"
    yield "s" if line.seconds else ""
    yield "" if line.weight_g is None else _weight(line.weight_g)
    yield "" if line.rir is None else f"rir {line.rir}"
    yield line.side
    yield "warm-up" if line.warm_up else ""
    yield f"tempo {line.tempo}" if line.tempo else ""
    yield _at(line.at)
    yield _quoted(line.note)


def _pain(line: PainLine) -> Iterator[str]:
    yield from ("pain", line.place, line.side, f"{line.score}/10", line.when)
    yield ",".join(one.value for one in Behaviour if one in line.behaviour)
    yield _quoted(line.note)


def _sore(line: SoreLine) -> Iterator[str]:
    yield f"sore {line.score}/10"
    yield "limp" if line.limp else ""


def _slept(line: SleptLine) -> Iterator[str]:
    yield "slept"
    yield "" if line.minutes is None else f"{line.minutes // 60}:{line.minutes % 60:02d}"
    yield "" if line.readiness is None else f"ready {line.readiness}/5"


def _ill(line: IllLine) -> Iterator[str]:
    yield "ill"
    yield "fever" if line.fever else ""
    yield _to(line.last)
    yield _quoted(line.note)


def _away(line: AwayLine) -> Iterator[str]:
    yield "away"
    yield _to(line.last)
    yield "" if line.gear is None else f"with {','.join(_gear(line.gear))}"
    yield "no legs" if line.openings == () else ""
    yield f"open {', '.join(_opening(one) for one in line.openings)}" if line.openings else ""
    yield _quoted(line.note)


def _gear(gear: Gear) -> Iterator[str]:
    yield "body"
    yield from sorted(thing.value for thing in gear.things)
    held = {
        "dumbbells": gear.dumbbells_g,
        "singles": gear.singles_g,
        "kettlebells": gear.kettlebells_g,
        "bar": gear.bars_g,
        "plates": gear.plates_g,
        "backpack": gear.backpack_g,
    }
    for name, weights in held.items():
        if weights:
            yield f"{name} {_weights(weights)}"
    for band in gear.bands:
        yield f"band {band.colour} {_weights((band.grams,))}"
    for one in gear.adjustables:
        yield " ".join(_adjustable(one))


def _adjustable(one: Adjustable) -> Iterator[str]:
    yield f"adjustable {one.handles}"
    if one.dial_g:
        yield f"dial {_weights(one.dial_g)}"
        return
    yield f"handles {_weights((one.handle_g,))}"
    if one.plates_g:
        yield f"plates {_weights(one.plates_g)}"
    if one.most_g is not None:
        yield f"most {_weights((one.most_g,))}"


def _weights(weights: Sequence[int]) -> str:
    return f"{'/'.join(_kilograms(grams) for grams in weights)} kg"


def _opening(opening: Opening) -> str:
    day = opening.day.isoformat() if opening.day else _WEEKDAYS[opening.weekday or 0]
    return f"{day} {_clock(opening.start)} {opening.minutes} min"


def _weigh(line: WeighLine) -> Iterator[str]:
    yield f"weigh {_weight(line.grams)}"


def _cleared(line: ClearedLine) -> Iterator[str]:
    yield from ("cleared", line.what, _quoted(line.note))


def _red_flag(line: RedFlagLine) -> Iterator[str]:
    yield from ("red-flag", line.flag, _quoted(line.note))


def _skip(line: SkipLine) -> Iterator[str]:
    yield from ("skip", _menu(line.menu), _clock(line.at), _quoted(line.note))


def _move(line: MoveLine) -> Iterator[str]:
    yield from ("move", _menu(line.menu), _clock(line.at))
    yield f"to {line.to:%Y-%m-%d %H:%M} {line.minutes} min"


def _extra(line: ExtraLine) -> Iterator[str]:
    yield from ("extra session", _clock(line.at), _minutes(line.minutes))


def _swap(line: SwapLine) -> Iterator[str]:
    yield from ("swap", line.was, "for", line.now, _to(line.last), _quoted(line.why))


def _kind(line: KindLine) -> Iterator[str]:
    yield from ("run", line.kind.value, _at(line.start))


def _promise(line: PromiseLine) -> Iterator[str]:
    yield from ("promise", _menu(line.menu), _clock(line.start), _minutes(line.minutes))


_WRITTEN: dict[type, Callable[[Any], Iterator[str]]] = {
    SessionLine: _session,
    SetsLine: _sets,
    PainLine: _pain,
    SoreLine: _sore,
    SleptLine: _slept,
    IllLine: _ill,
    AwayLine: _away,
    WeighLine: _weigh,
    ClearedLine: _cleared,
    RedFlagLine: _red_flag,
    SkipLine: _skip,
    MoveLine: _move,
    ExtraLine: _extra,
    SwapLine: _swap,
    KindLine: _kind,
    PromiseLine: _promise,
}


def _weight(grams: int) -> str:
    return "bodyweight" if grams == 0 else f"{_kilograms(grams)} kg"


def _kilograms(grams: int) -> str:
    kilograms, rest = divmod(grams, 1000)
    return f"{kilograms}{f'.{rest:03d}'.rstrip('0') if rest else ''}"


def _menu(menu: str) -> str:
    return f"workout {menu.lower()}" if menu else ""


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes} min"


def _to(last: date | None) -> str:
    return "" if last is None else f"to {last.isoformat()}"


def _at(start: time | None) -> str:
    return "" if start is None else f"at {_clock(start)}"


def _clock(start: time | None) -> str:
    return "" if start is None else f"{start.hour:02d}:{start.minute:02d}"


def _quoted(note: str) -> str:
    if not note:
        return ""
    escaped = note.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
