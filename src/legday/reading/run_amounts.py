"""Decides how far or how long the title of a planned run says it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legday.model.quantities import METRES_PER_MILE
from legday.model.runner import Units

NUMBER = r"(\d+(?:\.\d+)?)"
RANGE = rf"{NUMBER}(?:\s*(?:-|to|or)\s*{NUMBER})?"
"""Of a range ("5-6 miles") the upper end counts, the careful side for a plan around it."""

MOST_BARE = {Units.IMPERIAL: 16, Units.METRIC: 25}
MOST_BARE_LONG = {Units.IMPERIAL: 27, Units.METRIC: 45}
MOST_BARE_MINUTES = 400
"""A number without a unit is miles or kilometres up to these (more in a long run), minutes above ("30 tempo"), nothing above the last."""

LONG = re.compile(r"\b(?:long|m?lr|ml|lsd|endurance|marathon|race)\b")

JOINED_WORDS = re.compile(r"([a-z]{2})([A-Z][a-z])")

CLEANED = (
    (re.compile(r"[×✕]"), "x"),
    (re.compile(r"[–—−]"), "-"),
    (re.compile(r"[′’`]"), "'"),
    (re.compile(r"(\d)½"), r"\1.5"),
    (re.compile(r"½"), "0.5"),
    (re.compile(r"(\d),(\d{3})\b"), r"\1\2"),
    (re.compile(r"(\d),(\d{1,2})(?![\d:])(?!\s*x)"), r"\1.\2"),
    (re.compile(r"\s+"), " "),
)

PACE = re.compile(
    r"(?:@|\bat\b)(?:[^,;+()]*?\b(?:pace|effort)\b|[^,;+()]*)"
    r"|\b\d{1,2}:\d{2}(?:\s*-\s*\d{1,2}:\d{2})?\s*(?:/|per |min/)\s*(?:km|k|mi|mile|m)\b"
    r"|\b(?:3|5|10|15)\s?km?\s*-?(?:\s*race)?[\s-]*(?:pace|effort)\b"
    r"|\b(?:rpe|effort|zones?|z|hr|heart rate|week|day|lap|run no\.?)\s*#?\d+(?:\s*-\s*\d+)?"
    r"|\b\d+\s*/\s*10\b"
    r"|\b\d+(?:\s*-\s*\d+)?\s*(?:bpm|%)"
)
"""What has numbers but says how hard, not how much."""

ASIDE = re.compile(r"\bw/|\bwith\b|\bincl\w*|\(|\bof which\b|\blast\b|\bfinal\b|\bfirst\b|\bevery\b")
"""Where the whole ends and its details begin."""

WARM_UP = re.compile(r"\b(?:wu|cd|w/u|c/d|warm[- ]?up|cool[- ]?down|warm[- ]?down)\b")
JOINED = re.compile(r"\+|,|;|&|\bthen\b|\band\b")
ADDED = re.compile(r"\+|&|\bthen\b")
STRIDES = re.compile(
    r"(?:\b\d+(?:\s*-\s*\d+)?\s*(?:x\s*)?)?(?:\d+\s*(?:m|s|secs?|seconds?|metres?|meters?|')?\s*)?\bstrides?\b"
)
REPEATS = re.compile(r"\b(\d+)(?:\s*-\s*\d+)?\s*x\s*\(?(.*)")
REST_AFTER = re.compile(r"/.*|\b(?:rest|recovery|rec|jog|walk|off)\b.*")


@dataclass(frozen=True, slots=True)
class Amount:
    """Metres and minutes, each where the title says so."""

    metres: int | None = None
    minutes: int | None = None

    @property
    def known(self) -> bool:
        return self.metres is not None or self.minutes is not None


def cleaned(title: str) -> str:
    """Small letters, one kind of dash, times sign and decimal point; "HillRepeats" are two words."""
    text = JOINED_WORDS.sub(r"\1 \2", title.strip()).lower().replace("park run", "parkrun")
    for pattern, written in CLEANED:
        text = pattern.sub(written, text)
    return text


def find_amount(text: str, unit: Units) -> Amount:
    """The whole of a cleaned title ("2 mi wu, 4 mi tempo, 2 mi cd" is 8 miles); nothing where only repeats are named.

    `unit` is that of bare numbers, and decides whether "20m" is miles or minutes.
    """
    text = STRIDES.sub(" ", PACE.sub(" ", text))
    if WARM_UP.search(text):
        return _sum(text, unit)
    head, aside = _parted(text)
    if ADDED.search(head):
        return _sum(head, unit)
    return _first(head, unit) if not aside else _first(head, unit, otherwise=aside)


def _parted(text: str) -> tuple[str, str]:
    found = ASIDE.search(text)
    if found is None:
        return text, ""
    bracketed = text[found.end() :] if found.group() == "(" else ""
    return text[: found.start()], bracketed


def _first(text: str, unit: Units, *, otherwise: str = "") -> Amount:
    """The first distance and the first duration of the pieces that are no repeats, else the first bare number.

    A first distance that is not the largest is a part ("1 mi easy, 6 mi MP, 1 mi easy"): then the sum.
    """
    whole = [piece for piece in JOINED.split(text) if not REPEATS.search(piece)]
    distances = [metres for piece in whole if (metres := _metres(piece, unit)) is not None]
    if distances and max(distances) > distances[0]:
        return _sum(text, unit)
    minutes = (_minutes(piece, unit) for piece in whole)
    found = Amount(
        distances[0] if distances else None, next((said for said in minutes if said is not None), None)
    )
    if found.known:
        return found
    bare = (_bare(piece, unit) for piece in whole)
    found = next((said for said in bare if said.known), found)
    return found if found.known or not otherwise else _first(otherwise, unit)


def _sum(text: str, unit: Units) -> Amount:
    """The sum of pieces that are all distances or all durations; nothing where they are mixed or one is unknown."""
    amounts = list(_pieces(text, unit))
    if not amounts or not all(amount.known for amount in amounts):
        return Amount()
    if all(amount.metres is not None for amount in amounts):
        return Amount(metres=sum(amount.metres or 0 for amount in amounts))
    if all(amount.minutes is not None for amount in amounts):
        return Amount(minutes=sum(amount.minutes or 0 for amount in amounts))
    return Amount()


def _pieces(text: str, unit: Units) -> Iterator[Amount]:
    for piece in JOINED.split(text):
        repeats = REPEATS.search(piece)
        if repeats is not None:
            yield _times(int(repeats[1]), _repeated(REST_AFTER.sub("", repeats[2]), unit))
        elif any(letter.isdigit() for letter in piece):
            yield _single(piece, unit)


def _repeated(piece: str, unit: Units) -> Amount:
    """What is repeated: "800" of "6 x 800" are metres."""
    track = TRACK_LENGTH.match(piece)
    return Amount(metres=int(track[1])) if track else _single(piece, unit)


def _times(count: int, amount: Amount) -> Amount:
    return Amount(
        None if amount.metres is None else count * amount.metres,
        None if amount.minutes is None else count * amount.minutes,
    )


def _single(piece: str, unit: Units) -> Amount:
    metres = _metres(piece, unit)
    if metres is not None:
        return Amount(metres=metres)
    minutes = _minutes(piece, unit)
    return Amount(minutes=minutes) if minutes is not None else _bare(piece, unit)


KILOMETRES = re.compile(rf"\b{RANGE}[\s-]*(?:kms?|k|kilomet(?:er|re)s?)\b")
MILES = re.compile(rf"\b{RANGE}[\s-]*(?:mi|miles?|milers?)\b")
METRES = re.compile(r"\b(\d{3,5})\s*(?:m|met(?:er|re)s?)\b")
TRACK_LENGTH = re.compile(r"\s*(\d{3,5})(?!\d|\s*(?:s|secs?|seconds?|mins?|'|km|mi)\b)")
SHORT_M = re.compile(rf"\b{RANGE}\s*m\b")
CLOCK = re.compile(r"\b(\d{1,3}):(\d{2})(?::(\d{2}))?\b")
HOURS = re.compile(rf"\b{RANGE}\s*(?:h|hrs?|hours?)(?:\s*(\d{{1,2}})\s*(?:m|mins?|minutes?|')?)?(?![a-z])")
MINUTES = re.compile(rf"\b{RANGE}[\s-]*(?:'|mins?\b|minutes?\b)")
BARE = re.compile(
    rf"(?<![\da-z:./#-]){RANGE}(?![\d:/%x.'])(?!\s*(?:x|st|nd|rd|th|s|sec|seconds?|intervals?|reps?|repeats?|sets?|times|hills?|efforts?|laps?|surges?)\b)"
)


def _upper(found: re.Match[str]) -> float:
    return float(found[2] or found[1])


def _metres(piece: str, unit: Units) -> int | None:
    if found := KILOMETRES.search(piece):
        return round(_upper(found) * 1000)
    if found := MILES.search(piece):
        return round(_upper(found) * METRES_PER_MILE)
    if found := METRES.search(piece):
        return int(found[1])
    found = SHORT_M.search(piece)
    return round(_upper(found) * METRES_PER_MILE) if found and _is_miles(_upper(found), unit) else None


def _is_miles(number: float, unit: Units) -> bool:
    """ "3m" is three miles in any plan; "20m" is twenty miles where the plan is in miles, else twenty minutes."""
    return number < 10 or (unit is Units.IMPERIAL and number <= MOST_BARE_LONG[unit])


def _minutes(piece: str, unit: Units) -> int | None:
    if found := CLOCK.search(piece):
        first, second = int(found[1]), int(found[2])
        return first * 60 + second if found[3] is not None or first <= 5 else first + round(second / 60)
    if found := HOURS.search(piece):
        return round(_upper(found) * 60) + int(found[3] or 0)
    if found := MINUTES.search(piece):
        return round(_upper(found))
    found = SHORT_M.search(piece)
    return round(_upper(found)) if found and not _is_miles(_upper(found), unit) else None


def _bare(piece: str, unit: Units) -> Amount:
    found = BARE.search(piece)
    if found is None:
        return Amount()
    number = _upper(found)
    if number == 0 or number > MOST_BARE_MINUTES:
        return Amount()
    if number > (MOST_BARE_LONG if LONG.search(piece) else MOST_BARE)[unit]:
        return Amount(minutes=round(number))
    return Amount(metres=bare_metres(number, unit))


def bare_metres(number: float, unit: Units) -> int:
    """Metres of a distance in the plan's own unit."""
    return round(number * (METRES_PER_MILE if unit is Units.IMPERIAL else 1000))


NAMED_UNITS = re.compile(r"\d\s*-?(?:(km|kms|k|kilomet(?:er|re)s?)|(mi|miles?|milers?))\b")


def unit_named(text: str) -> Units | None:
    """The unit of distance that a cleaned title names, None for none or for the names of races ("5k")."""
    found = NAMED_UNITS.search(PACE.sub(" ", text))
    if found is None or found[1] == "k":
        return None
    return Units.METRIC if found[1] else Units.IMPERIAL
