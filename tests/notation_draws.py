"""Lines of the journal by chance, as the notation can say them."""

from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import strategies as st

from legday.model.happened import Origin
from legday.model.lines import (
    AwayLine,
    ClearedLine,
    ExtraLine,
    IllLine,
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
from legday.model.pain_words import Behaviour, When
from legday.model.runner import Adjustable, Band, Gear, GearKind, Opening
from legday.model.runs import RunKind
from legday.reading.notation import AFTER_THE_DAY

_days = st.dates(date(1900, 1, 1), date(2999, 12, 31))
_clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
_walls = st.builds(datetime.combine, _days, _clocks)
_notes = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_word = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
_grams = st.integers(0, 1_000_000)
_minutes = st.integers(1, 600)
_scores = st.integers(0, 10)
_sides = st.sampled_from(["", "left", "right"])
_THINGS = frozenset(GearKind) - {
    GearKind.BODY,
    GearKind.DUMBBELLS,
    GearKind.KETTLEBELL,
    GearKind.BARBELL,
}


def _names(*not_ending: str):
    joined = st.lists(_word, min_size=1, max_size=3).map("-".join)
    return joined.filter(lambda name: name not in AFTER_THE_DAY and name not in not_ending)


def _some(strategy, *, least: int = 0):
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


def _sets(counts: list[int], **said) -> SetsLine:
    alike = len(set(counts)) == 1
    return SetsLine(sets=len(counts), reps=counts[0], each=() if alike else tuple(counts), **said)


_menus = st.sampled_from("ABC")
_openings = st.builds(Opening, start=_clocks, minutes=_minutes, weekday=st.integers(0, 6)) | st.builds(
    Opening, start=_clocks, minutes=_minutes, day=_days
)
_colours = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,4})?", fullmatch=True)
_adjustables = st.builds(
    Adjustable,
    handles=st.integers(1, 2),
    handle_g=_grams,
    plates_g=_some(_grams),
    most_g=st.none() | _grams,
) | st.builds(Adjustable, handles=st.integers(1, 2), dial_g=_some(_grams, least=1))


def _bars(gear: Gear) -> Gear:
    return gear if gear.bar_g is not None else replace(gear, more_bars_g=())


_gear = st.builds(
    Gear,
    dumbbells_g=_some(_grams),
    singles_g=_some(_grams),
    kettlebells_g=_some(_grams),
    bar_g=st.none() | _grams,
    more_bars_g=_some(_grams),
    plates_g=_some(_grams),
    backpack_g=_some(_grams),
    bands=_some(st.builds(Band, colour=_colours, grams=_grams)),
    adjustables=_some(_adjustables),
    things=st.frozensets(st.sampled_from(sorted(_THINGS))),
).map(_bars)
sets_lines = st.builds(
    _sets,
    st.lists(st.integers(0, 9999), min_size=1, max_size=5),
    day=_days,
    exercise=_names(),
    weight_g=st.none() | _grams,
    rir=st.none() | _scores,
    seconds=st.booleans(),
    side=_sides,
    warm_up=st.booleans(),
    tempo=st.sampled_from(["", "3-1-1", "2-0-1", "4"]),
    at=st.none() | _clocks,
    note=_notes,
)
journal_lines = st.one_of(
    sets_lines,
    st.builds(
        SessionLine,
        day=_days,
        menu=_menus | st.just(""),
        at=st.none() | _clocks,
        minutes=st.none() | _minutes,
        effort=st.none() | _scores,
        light=st.booleans(),
        planned=st.none() | _walls,
        origin=st.sampled_from(Origin),
        recording=st.sampled_from(["", "0123456789abcdef-0"]),
        note=_notes,
    ),
    st.builds(
        PainLine,
        day=_days,
        place=_names("left", "right"),
        score=_scores,
        side=_sides,
        when=st.sampled_from(["", *(when.value for when in When)]),
        behaviour=st.frozensets(st.sampled_from(Behaviour), max_size=3),
        note=_notes,
    ),
    st.builds(SoreLine, day=_days, score=_scores, limp=st.booleans()),
    st.builds(SleptLine, day=_days, minutes=st.integers(0, 1440), readiness=st.none() | st.integers(1, 5)),
    st.builds(SleptLine, day=_days, readiness=st.integers(1, 5)),
    st.builds(IllLine, day=_days, last=st.none() | _days, fever=st.booleans(), note=_notes),
    st.builds(
        AwayLine,
        day=_days,
        last=_days,
        gear=st.none() | _gear,
        openings=st.none() | _some(_openings),
        note=_notes,
    ),
    st.builds(WeighLine, day=_days, grams=st.integers(1, 1_000_000)),
    st.builds(ClearedLine, day=_days, what=st.just("") | _names(), note=_notes),
    st.builds(RedFlagLine, day=_days, flag=_names(), note=_notes),
    st.builds(SkipLine, day=_days, menu=_menus, at=st.none() | _clocks, note=_notes),
    st.builds(SkipLine, day=_days, at=_clocks, note=_notes),
    st.builds(
        MoveLine,
        day=_days,
        menu=_menus | st.just(""),
        at=st.none() | _clocks,
        to=_walls,
        minutes=_minutes,
    ),
    st.builds(ExtraLine, day=_days, at=_clocks, minutes=_minutes),
    st.builds(
        SwapLine,
        day=_days,
        was=_names("for", "to"),
        now=_names("for", "to"),
        last=st.none() | _days,
        why=_notes,
    ),
    st.builds(KindLine, day=_days, kind=st.sampled_from(RunKind), start=st.none() | _clocks),
    st.builds(PromiseLine, day=_days, start=_clocks, minutes=_minutes, menu=_menus),
)
