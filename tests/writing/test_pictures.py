"""Pictures: what is drawn stands where the numbers say, and the table behind says the same."""

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from legday.model.muscles import BANDED, Muscle
from legday.model.runs import RunKind
from legday.writing.pictures import (
    Aim,
    BandPoint,
    Caption,
    DayAmount,
    Key,
    Panel,
    Picture,
    Series,
    Stand,
    balance,
    band_line,
    bars,
    body,
    day_lines,
    kind_mark,
    run_chart,
)
from legday.writing.pictures.axis import CLOCK, ticks
from legday.writing.pictures.svg import element

NASTY = '</title><script>alert("x")</script> & \x07'
MUSCLES = {muscle: muscle.value for muscle in Muscle}
FRONT_BACK = ("Front", "Back")


def said(value: float) -> str:
    return f"{value:g}"


def caption(*columns: str, title: str = "Sets") -> Caption:
    return Caption(id="p", title=title, description="What is seen.", columns=columns)


def drawn(picture: Picture) -> ET.Element:
    return ET.fromstring(picture.svg.text)


def classed(root: ET.Element, look: str) -> list[ET.Element]:
    return [one for one in root.iter() if look in one.get("class", "").split()]


def tick_heights(root: ET.Element) -> dict[float, float]:
    """Where each value of the axis stands."""
    return {
        float(one.text or ""): float(one.get("y", "")) - 3.5
        for one in root.iter("text")
        if one.get("text-anchor") == "end" and float(one.get("x", "")) < 40
    }


def value_at(y: float, root: ET.Element) -> float:
    """Reads a height back as a value, by the first and the last of the axis."""
    marks = tick_heights(root)
    (low, low_y), (high, high_y) = (pick(marks.items()) for pick in (min, max))
    return low + (y - low_y) / (high_y - low_y) * (high - low)


def series(name: str, *values: float | None) -> Series:
    return Series(name=name, look=name, values=values)


def test_bars_are_as_high_as_what_was_done_and_planned():
    picture = bars(
        caption("Week", "done", "planned"),
        ["2 Nov", "9 Nov"],
        (series("done", 6, 8.5), series("planned", 7, None)),
        write=said,
    )
    root = drawn(picture)
    for look, values in (("done", [6, 8.5]), ("planned", [7])):
        assert [value_at(float(one.get("y", "")), root) for one in classed(root, look)] == pytest.approx(
            values, abs=0.01
        )
    assert picture.rows == (("2 Nov", "6", "7"), ("9 Nov", "8.5", "–"))


def test_stacked_bars_stand_on_each_other():
    root = drawn(
        bars(caption(), ["w"], (series("runs", 200), series("legs", 90)), write=said, stand=Stand.STACKED)
    )
    (runs,), (legs,) = classed(root, "runs"), classed(root, "legs")
    assert value_at(float(runs.get("y", "")), root) == pytest.approx(200, abs=2)
    assert value_at(float(legs.get("y", "")), root) == pytest.approx(290, abs=2)
    assert float(legs.get("y", "")) + float(legs.get("height", "")) <= float(runs.get("y", ""))


def test_a_limit_is_a_line_at_its_value_for_each_week_that_has_one_and_the_aim_a_band_behind():
    picture = bars(
        caption("Week", "run", "line"),
        ["1", "2", "3"],
        (series("run", 10, 14, 12),),
        write=said,
        limit=series("line", None, 11, 15.4),
        aim=(6, 12),
        aim_name="Aim",
    )
    root = drawn(picture)
    lines = [value_at(float(one.get("y1", "")), root) for one in classed(root, "line")]
    assert lines == pytest.approx([11, 15.4], abs=0.05)
    (aim,) = classed(root, "aim")
    top, tall = float(aim.get("y", "")), float(aim.get("height", ""))
    assert [value_at(top, root), value_at(top + tall, root)] == pytest.approx([12, 6], abs=0.05)
    assert picture.rows[0] == ("1", "10", "–")
    assert [key.name for key in picture.keys] == ["run", "line", "Aim"]


def test_little_is_seen_and_nothing_is_not():
    root = drawn(bars(caption(), ["1", "2"], (series("a", 10_000, 1), series("b", 0, None)), write=said))
    assert float(classed(root, "a")[1].get("height", "")) == 1
    assert classed(root, "b") == []


@pytest.mark.parametrize("labels", [[], ["only"], [str(n) for n in range(60)]])
def test_any_number_of_weeks_is_drawn_and_labels_do_not_touch(labels):
    picture = bars(caption(), labels, (series("a", *(1.0 for _ in labels)),), write=said)
    shown = [one.text for one in drawn(picture).iter("text") if one.get("text-anchor") == "middle"]
    assert len(picture.rows) == len(labels)
    assert set(shown) <= {*labels, "1"}
    assert sum(one in labels for one in shown) <= 7


def points(*middles: float) -> list[BandPoint]:
    first = date(2026, 9, 1)
    return [
        BandPoint(day=first + timedelta(days=7 * place), low=one - 10, middle=one, high=one + 20)
        for place, one in enumerate(middles)
    ]


def band_of(told: list[BandPoint]) -> Picture:
    return band_line(
        caption("Day", "Low", "Once", "High"),
        told,
        write=said,
        write_day=str,
        middle_name="once",
        band_name="band",
    )


def path_points(d: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", d)]


def test_a_line_goes_through_the_middles_and_its_band_through_both_ends():
    picture = band_of(points(40, 46, 43))
    root = drawn(picture)
    (line,), (band,) = classed(root, "line"), classed(root, "band")
    assert [value_at(y, root) for _, y in path_points(line.get("d", ""))] == pytest.approx(
        [40, 46, 43], abs=0.1
    )
    edge = [value_at(y, root) for _, y in path_points(band.get("d", ""))]
    assert edge == pytest.approx([60, 66, 63, 33, 36, 30], abs=0.1)
    assert picture.rows[0] == ("2026-09-01", "30", "40", "60")
    places = [x for x, _ in path_points(line.get("d", ""))]
    assert places[1] - places[0] == pytest.approx(places[2] - places[1], abs=0.2)


def test_one_session_is_a_dot_in_its_band_and_none_is_an_empty_picture():
    one = drawn(band_of(points(40)))
    assert (len(classed(one, "dot")), classed(one, "line")) == (1, [])
    none = band_of([])
    assert (none.rows, classed(drawn(none), "dot")) == ((), [])


def level(at: float | None) -> ET.Element:
    return drawn(
        balance(
            caption(),
            at=at,
            ends=(-40, 40),
            meant=(-15, 15),
            names=("Left", "Right"),
            said="5 %",
            rows=(),
        )
    )


@pytest.mark.parametrize(("at", "place"), [(0, 180), (-40, 14), (20, 263)])
def test_a_balance_stands_where_its_value_is(at, place):
    (knob,) = classed(level(at), "knob")
    assert float(knob.get("cx", "")) == pytest.approx(place, abs=0.1)
    assert ("out" in knob.get("class", "").split()) == (abs(at) > 15)


def test_a_balance_past_its_end_is_an_arrow_there_and_an_unknown_one_has_no_mark():
    (knob,) = classed(level(1e9), "knob")
    assert knob.tag == "path"
    assert {x for x, _ in path_points(knob.get("d", ""))} <= {339, 352}
    assert classed(level(None), "knob") == []


def body_of(amounts: dict[Muscle, float], *, full: float = 12, aimed: bool = True) -> Picture:
    aim = Aim(6, 12, frozenset(BANDED)) if aimed else None
    return body(
        caption("Muscle", "Sets"),
        amounts,
        full=full,
        names=MUSCLES,
        sides=FRONT_BACK,
        write=said,
        aim=aim,
    )


def test_muscles_are_the_fuller_the_more_sets_they_had():
    root = drawn(body_of({Muscle.QUADRICEPS: 12, Muscle.HAMSTRINGS: 6, Muscle.SOLEUS: 30}))
    shade = {
        name: classed(root, name)[0].get("fill-opacity") for name in ("quadriceps", "hamstrings", "soleus")
    }
    assert shade == {"quadriceps": "1.00", "hamstrings": "0.61", "soleus": "1.00"}
    assert all("none" in one.get("class", "") for one in classed(root, "trunk"))


def test_every_muscle_is_drawn_on_both_sides_of_the_body_with_its_number_and_in_the_table():
    amounts = {muscle: place + 0.5 for place, muscle in enumerate(Muscle)}
    picture = body_of(amounts, aimed=False)
    root = drawn(picture)
    for muscle in Muscle:
        assert len(classed(root, muscle.value)) % 2 == 0
        assert classed(root, muscle.value)
    numbers = sorted(float(one.text or "") for one in classed(root, "number"))
    assert numbers == sorted(amounts.values())
    assert dict(picture.rows) == {muscle.value: said(amount) for muscle, amount in amounts.items()}


def test_a_number_says_whether_it_is_below_or_above_the_aim():
    root = drawn(
        body_of({Muscle.QUADRICEPS: 5.75, Muscle.HAMSTRINGS: 12.25, Muscle.SOLEUS: 6, Muscle.TRUNK: 1})
    )
    numbers = {one.text for one in classed(root, "number")}
    assert {"▾5.75", "▴12.25", "6", "1"} <= numbers


@pytest.mark.parametrize("full", [0, 1e-9, 1e9])
def test_a_body_is_drawn_whatever_full_is(full):
    shades = [
        one.get("fill-opacity") for one in classed(drawn(body_of({Muscle.SOLEUS: 3}, full=full)), "soleus")
    ]
    assert all(0 <= float(one or "") <= 1 for one in shades)


def day_amounts(count: int) -> list[DayAmount]:
    first = date(2026, 9, 1)
    return [
        DayAmount(day=first + timedelta(days=n), runs=100 + n, lifts=50, short=120, long=80 + n)
        for n in range(count)
    ]


def days_of(days: list[DayAmount]) -> Picture:
    keys = tuple(Key(look=look, name=look) for look in ("runs", "lifts", "short", "long"))
    return day_lines(caption(), days, write=said, write_day=str, keys=keys)


def test_days_are_bars_under_the_lines_of_their_averages():
    picture = days_of(day_amounts(3))
    root = drawn(picture)
    assert [value_at(float(one.get("y", "")), root) for one in classed(root, "runs")] == pytest.approx(
        [100, 101, 102], abs=0.2
    )
    (short,), (long,) = classed(root, "short"), classed(root, "long")
    assert {round(value_at(y, root)) for _, y in path_points(short.get("d", ""))} == {120}
    assert [round(value_at(y, root)) for _, y in path_points(long.get("d", ""))] == [80, 81, 82]
    assert picture.rows[2] == ("2026-09-03", "102", "50", "120", "82")


@pytest.mark.parametrize("count", [0, 1, 400])
def test_any_number_of_days_is_drawn(count):
    picture = days_of(day_amounts(count))
    assert len(picture.rows) == count == len(classed(drawn(picture), "runs"))


def panel(look: str, *values: float | None, falling: bool = False) -> Panel:
    return Panel(name=look, look=look, values=values, write=said, falling=falling)


def chart_of(along: list[float], *panels: Panel) -> ET.Element:
    return drawn(run_chart(caption(), along, panels, write_along=said, rows=()))


def test_a_run_is_drawn_along_its_way_with_gaps_where_nothing_is_known():
    root = chart_of([1, 2, 3, 4, 5], panel("heart", 140, 150, None, 160, 160))
    lines = [path_points(one.get("d", "")) for one in classed(root, "line")]
    assert [[round(value_at(y, root)) for _, y in one] for one in lines] == [[140, 150], [160, 160]]


def test_faster_is_higher_and_a_stop_is_held_at_the_edge():
    root = chart_of([1, 2, 3, 4], panel("pace", 300, 320, 310, 9_000, falling=True))
    (line,) = classed(root, "line")
    heights = [y for _, y in path_points(line.get("d", ""))]
    assert heights[0] < heights[2] < heights[1] < heights[3] <= 98
    assert all(float(one.text or "") < 700 for one in root.iter("text") if one.get("text-anchor") == "end")


def test_what_was_never_measured_has_no_panel_and_one_point_is_a_dot():
    root = chart_of([1], panel("heart", None), panel("height", 300))
    assert len(classed(root, "panel")) == 1
    assert len(classed(root, "dot")) == 1
    assert chart_of([], panel("heart")).findall(".//g") == []


def test_names_with_markup_stay_words():
    picture = bars(caption(title=NASTY), [NASTY], (Series(name=NASTY, look="a", values=(1,)),), write=said)
    root = drawn(picture)
    assert [one.tag for one in root.iter() if one.tag == "script"] == []
    assert root.findtext("title") == NASTY.replace("\x07", "")
    assert element("text", class_='"><b>').text == '<text class="&quot;&gt;&lt;b&gt;"/>'


PICTURES = [
    bars(caption(), ["1"], (series("a", 1),), write=said),
    band_of(points(40, 50)),
    body_of({Muscle.SOLEUS: 3}),
    days_of(day_amounts(2)),
    run_chart(caption(), [1, 2], [panel("height", 1, 2)], write_along=said, rows=()),
]


@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_is_named_and_described_and_holds_no_style(picture):
    root = drawn(picture)
    assert root.get("role") == "img"
    assert [
        root.find(f".//*[@id='{root.get(name)}']").text for name in ("aria-labelledby", "aria-describedby")
    ] == [
        "Sets",
        "What is seen.",
    ]
    assert {
        name for one in root.iter() for name in one.attrib if name == "style" or name.startswith("on")
    } == set()
    assert [one for one in root.iter() if one.tag in {"style", "script", "image", "a"}] == []


def test_each_kind_of_run_has_a_shape_of_its_own():
    shapes = {re.sub(r"kind-\w+", "", kind_mark(kind).text) for kind in RunKind}
    assert len(shapes) == len(RunKind)


def test_a_number_that_is_none_is_refused():
    with pytest.raises(ValueError, match="nan cannot be drawn"):
        element("line", x1=float("nan"))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 0, (0, 0.25, 0.5, 0.75, 1)), (0, 290, (0, 100, 200, 300)), (0, 1e9, (0, 2.5e8, 5e8, 7.5e8, 1e9))],
)
def test_ticks_are_round(low, high, expected):
    assert ticks(low, high) == expected


def test_paces_are_marked_at_values_that_are_round_on_a_clock():
    assert ticks(281, 395, most=3, steps=CLOCK) == (240, 300, 360, 420)


@settings(deadline=None, derandomize=True)
@example(low=-6.103515625e-05, span=50001.0, most=2)
@given(
    low=st.floats(-1e9, 1e9),
    span=st.floats(0, 1e9),
    most=st.integers(2, 8),
)
def test_ticks_hold_all_values_and_rise_evenly(low, span, most):
    marks = ticks(low, low + span, most=most)
    assert marks[0] <= low + 1e-6 * max(1, abs(low))
    assert marks[-1] >= low + span - 1e-6 * max(1, abs(low + span))
    assert 2 <= len(marks) <= most + 1
    assert all(one < other for one, other in pairwise(marks))
