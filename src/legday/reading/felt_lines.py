"""Decides what the notation says of the body: pain, soreness, sleep, illness, body mass, a clinician's word."""

import re
from datetime import date

from legday.model.lines import ClearedLine, IllLine, PainLine, RedFlagLine, SleptLine, SoreLine, WeighLine
from legday.model.pain_words import Behaviour
from legday.reading.words import NAME, Words, read_weight

_BEHAVIOUR = "|".join(one.value for one in Behaviour)
_MOST_ASLEEP = 24 * 60


def pain_line(words: Words, day: date) -> PainLine:
    """`pain achilles left 3/10 next-morning worsens,night "note"`."""
    place = words.names(
        r"(left|right)(?!\S)|\d+/10(?!\S)", "is not a place or a score", "pain knee left 3/10"
    )
    side = words.maybe(r"(left|right)(?!\S)")
    score = words.score()
    when = words.maybe(r"(during|after|next[ -]morning)(?!\S)")
    line = PainLine(
        day=day,
        place=place,
        score=score,
        side=side[1].lower() if side else "",
        when=when[1].lower().replace(" ", "-") if when else "",
        behaviour=_behaviour(words),
        note=words.note(),
    )
    words.end()
    return line


def _behaviour(words: Words) -> frozenset[Behaviour]:
    if words.at_end() or words.rest.startswith('"'):
        return frozenset()
    found = words.need(
        rf"((?:{_BEHAVIOUR})(?:\s*,\s*(?:{_BEHAVIOUR}))*)(?!\S)",
        "is not how a pain behaves",
        ", ".join(one.value for one in Behaviour),
    )
    return frozenset(Behaviour(said.strip().lower()) for said in found[1].split(","))


def sore_line(words: Words, day: date) -> SoreLine:
    line = SoreLine(day=day, score=words.score(), limp=words.said("limp"))
    words.end()
    return line


def slept_line(words: Words, day: date) -> SleptLine:
    """`slept 5:30 ready 2/5`, one of the two or both; `5.5 h` is hours too."""
    minutes = _asleep(words)
    readiness = words.score(most=5, least=1) if words.said("ready") else None
    if minutes is None and readiness is None:
        raise words.error("is not a night", "slept 5:30, slept 7 h or slept ready 2/5")
    words.end()
    return SleptLine(day=day, minutes=minutes, readiness=readiness)


def _asleep(words: Words) -> int | None:
    clock = words.maybe(r"(\d{1,2}):([0-5]\d)(?:\s*h)?(?!\S)")
    if clock:
        minutes = 60 * int(clock[1]) + int(clock[2])
    elif hours := words.maybe(r"(\d{1,2}(?:[.,]\d{1,2})?)\s*h(?!\S)"):
        minutes = round(60 * float(hours[1].replace(",", ".")))
    else:
        return None
    return words.whole(str(minutes), most=_MOST_ASLEEP)


def ill_line(words: Words, day: date) -> IllLine:
    line = IllLine(day=day, fever=words.said("fever"), last=words.until(), note=words.note())
    words.end()
    return line


def weigh_line(words: Words, day: date) -> WeighLine:
    grams = read_weight(words)
    if not grams:
        raise words.error("is not a body mass", "weigh 71.5 kg")
    words.end()
    return WeighLine(day=day, grams=grams)


def cleared_line(words: Words, day: date) -> ClearedLine:
    what = (
        words.name("is not a place, a red flag or a circumstance", "cleared achilles")
        if _named(words)
        else ""
    )
    line = ClearedLine(day=day, what=what, note=words.note())
    words.end()
    return line


def red_flag_line(words: Words, day: date) -> RedFlagLine:
    flag = words.name("is not a red flag", "red-flag chest-pain")
    line = RedFlagLine(day=day, flag=flag, note=words.note())
    words.end()
    return line


def _named(words: Words) -> bool:
    return re.match(rf"{NAME}(?!\S)", words.rest, re.IGNORECASE) is not None
