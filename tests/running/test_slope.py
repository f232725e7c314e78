"""What a slope costs, against the values printed in the paper."""

import numpy as np
import pytest

from legday.running.slope import energy_cost, slope_factor


@pytest.mark.parametrize(
    ("gradient", "factor"),
    [(-0.20, 0.50), (-0.10, 0.60), (-0.05, 0.76), (0.0, 1.0), (0.05, 1.30), (0.10, 1.66), (0.20, 2.50)],
)
def test_a_slope_costs_what_minetti_measured(gradient, factor):
    assert slope_factor(np.array([gradient]))[0] == pytest.approx(factor, abs=0.006)


@pytest.mark.parametrize(
    ("gradient", "joule", "spread"), [(0.45, 18.93, 1.74), (-0.20, 1.73, 0.36), (-0.45, 3.92, 0.81)]
)
def test_the_polynomial_stays_within_the_spread_of_the_measurements(gradient, joule, spread):
    assert energy_cost(np.array([gradient]))[0] == pytest.approx(joule, abs=spread)


def test_running_is_cheapest_at_about_eighteen_percent_downhill():
    gradients = np.linspace(-0.45, 0.45, 901)
    assert gradients[np.argmin(energy_cost(gradients))] == pytest.approx(-0.18, abs=0.01)


def test_gradients_past_45_percent_cost_no_more_than_45_percent():
    assert energy_cost(np.array([0.9, -2.0])) == pytest.approx(energy_cost(np.array([0.45, -0.45])))
