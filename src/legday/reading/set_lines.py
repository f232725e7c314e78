"""Decides what the notation says of a session that took place and of its sets."""

from datetime import date, time
from itertools import pairwise

from legday.model.happened import Origin
from legday.model.lines import SessionLine, SetsLine
from legday.reading.words import Words, read_weight

_COUNTS = r"(\d+)\s*[x×]\s*(\d+(?:\s*,\s*\d+)*)(\s*s)?(?!\S)"
_PART = r'(?:[^,"#]|"(?:[^"\\]|\\.)*"|,(?=\s*\d))+'
"""One exercise's words in a list: a comma before a number belongs to its repetitions."""

EXAMPLE = "squat 3x10 40 kg rir 2"


def read_sets_list(text: str, day: date, *, place: str) -> tuple[SetsLine, ...]:
    """The sets of `squat 3x10 40 kg rir 2, walking-lunge 3x12 20 kg`. NotationError says `place`."""
    lines: list[SetsLine] = []
    rest = Words(text.strip(), place=place)
    while not rest.at_end():
        part = rest.need(_PART, "is not an exercise or sets", EXAMPLE)[0]
        lines.append(sets_line(Words(part.strip(), place=place), day))
        if not rest.at_end():
            rest.need(",", "is a quote that does not end", 'a " at its end')
            if rest.at_end():
                raise rest.error("is no further exercise", f"{EXAMPLE}, calf-raise 3x15")
    if not lines:
        raise rest.error("is not an exercise or sets", EXAMPLE)
    return tuple(lines)


def sets_line(words: Words, day: date) -> SetsLine:
    """`squat 3x10,10,8 40 kg rir 2 left warm-up tempo 3-1-1 at 18:05 "note"`, all of it but exercise and counts optional."""
    exercise = words.names(_COUNTS, "is not an exercise or sets", f"2026-03-02 {EXAMPLE}")
    counts = words.need(_COUNTS, "is not sets and repetitions", "3x10, 3x10,10,8 or 3x30 s")
    sets = words.whole(counts[1], most=99, least=1)
    each = tuple(words.whole(said.strip(), most=9999) for said in counts[2].split(","))
    if len(each) not in {1, sets}:
        raise words.error("does not have as many repetitions as sets", "3x10 or 3x10,10,8", value=counts[0])
    weight_g = read_weight(words)
    rir = words.maybe(r"rir\s+(\S+)")
    line = SetsLine(
        day=day,
        exercise=exercise,
        sets=sets,
        reps=each[0],
        each=each if any(one != other for one, other in pairwise(each)) else (),
        weight_g=weight_g,
        rir=words.whole(rir[1], most=10) if rir else None,
        seconds=counts[3] is not None,
        side=_side(words),
        warm_up=words.said("warm-up"),
        tempo=_tempo(words),
        at=_at(words),
        note=words.note(),
    )
    words.end()
    return line


def session_line(words: Words, day: date) -> SessionLine:
    """`session workout a 18:05 50 min effort 7/10 light planned 2026-03-02 18:00 from watch ID "note"`, all of it optional."""
    menu, at, minutes = words.maybe_menu(), words.maybe_clock(), words.maybe_minutes()
    effort = words.score() if words.said("effort") else None
    light = words.said("light")
    planned = words.moment() if words.said("planned") else None
    origin, recording = _origin(words)
    line = SessionLine(
        day=day,
        menu=menu,
        at=at,
        minutes=minutes,
        effort=effort,
        light=light,
        planned=planned,
        origin=origin,
        recording=recording,
        note=words.note(),
    )
    words.end()
    return line


def _origin(words: Words) -> tuple[Origin, str]:
    if not words.said("from"):
        return Origin.TYPED, ""
    kinds = "|".join(origin.value for origin in Origin)
    origin = words.need(rf"({kinds})(?!\S)", "is not where a log comes from", "watch or history")
    recording = words.maybe(r'([^\s"#]+)(?!\S)')
    return Origin(origin[1].lower()), recording[1] if recording else ""


def _side(words: Words) -> str:
    side = words.maybe(r"(left|right)(?!\S)")
    return side[1].lower() if side else ""


def _tempo(words: Words) -> str:
    if not words.said("tempo"):
        return ""
    return words.need(r"(\d+(?:-\d+)*)(?!\S)", "is not a tempo", "tempo 3-1-1, seconds down, held, up")[1]


def _at(words: Words) -> time | None:
    return words.clock() if words.said("at") else None
