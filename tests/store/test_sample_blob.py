"""Packed samples: every value within 1e-6, gaps stay gaps, damage is noticed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.runs import Samples
from legday.store.sample_blob import COLUMNS, pack, unpack
from store_facts import an_hour

_values = st.one_of(
    st.floats(-1e9, 1e9),
    st.floats(-180, 180),
    st.just(float("nan")),
    st.just(float("inf")),
    st.just(-0.0),
)


@st.composite
def drawn_samples(draw):
    length = draw(st.integers(0, 40))
    column = st.lists(_values, min_size=length, max_size=length).map(lambda numbers: np.array(numbers, float))
    return Samples(**{name: draw(column) for name in COLUMNS})


@given(samples=drawn_samples())
@settings(deadline=None, max_examples=50, derandomize=True)
def test_samples_come_back_within_a_millionth(samples):
    back = unpack(pack(samples))
    for name in COLUMNS:
        expected = getattr(samples, name).copy()
        expected[~np.isfinite(expected)] = np.nan
        actual = getattr(back, name)
        assert actual.dtype == np.float64
        np.testing.assert_allclose(actual, expected, atol=1e-6, rtol=1e-15, equal_nan=True)


def test_packing_what_was_unpacked_gives_the_same_bytes():
    packed = pack(an_hour())
    assert pack(unpack(packed)) == packed


def test_an_hour_takes_less_than_a_tenth_of_its_raw_size():
    raw = sum(getattr(an_hour(), name).nbytes for name in COLUMNS)
    assert len(pack(an_hour())) < raw / 10


@pytest.mark.parametrize("damaged", [b"", b"LDS", b"PK\x03\x04" + bytes(20)])
def test_bytes_that_were_never_packed_are_refused(damaged):
    with pytest.raises(ValueError, match="not packed samples"):
        unpack(damaged)
