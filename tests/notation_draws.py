"""Lines of the journal by chance, as the notation can say them."""

from datetime import date, time

from hypothesis import strategies as st

from legday.model.journal import KindLine, PainLine, PromiseLine, SetsLine, SkipLine
from legday.model.runs import RunKind
from legday.reading.notation import WHENS

_days = st.dates(date(1900, 1, 1), date(2999, 12, 31))
_clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
_notes = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_word = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
_spoken = {"pain", "skip", "run", "promise"}


def _names(*not_ending: str):
    joined = st.lists(_word, min_size=1, max_size=3).map("-".join)
    return joined.filter(lambda name: name not in _spoken and name not in not_ending)


_menus = st.sampled_from("ABC")

journal_lines = st.one_of(
    st.builds(
        SetsLine,
        day=_days,
        exercise=_names(),
        sets=st.integers(1, 99),
        reps=st.integers(0, 9999),
        weight_g=st.none() | st.integers(0, 1_000_000),
        rir=st.none() | st.integers(0, 10),
        seconds=st.booleans(),
        at=st.none() | _clocks,
        note=_notes,
    ),
    st.builds(
        PainLine,
        day=_days,
        place=_names("left", "right"),
        score=st.integers(0, 10),
        side=st.sampled_from(["", "left", "right"]),
        when=st.sampled_from(["", *WHENS]),
        note=_notes,
    ),
    st.builds(SkipLine, day=_days, menu=_menus, note=_notes),
    st.builds(KindLine, day=_days, kind=st.sampled_from(RunKind), start=st.none() | _clocks),
    st.builds(PromiseLine, day=_days, start=_clocks, minutes=st.integers(1, 600), menu=_menus),
)
