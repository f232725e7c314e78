"""Decides what a slope costs: the energy of running uphill and downhill against level ground."""

import numpy as np

from legday.model.runs import Series

STEEPEST = 0.45
"""Gradients are cut to ±45 %, the range measured (Minetti 2002, science.md E9)."""

LEVEL_COST = 3.6
"""J/kg/m on the level: the polynomial's own constant, so that the factor of level ground is 1."""

POLYNOMIAL = (155.4, -30.4, -43.3, 46.3, 19.5, LEVEL_COST)
"""Coefficients from i⁵ down to i⁰ (Minetti et al. 2002, J Appl Physiol 93:1039)."""


def energy_cost(gradient: Series) -> Series:
    """J/kg/m of running at a gradient (rise ÷ run), cut to ±45 %. Metabolic only: downhill is dear for the quadriceps all the same."""
    cut = np.clip(gradient, -STEEPEST, STEEPEST)
    return np.asarray(np.polyval(POLYNOMIAL, cut), dtype=np.float64)


def slope_factor(gradient: Series) -> Series:
    """Metres on the level that cost as much as one metre at this gradient."""
    return energy_cost(gradient) / LEVEL_COST
