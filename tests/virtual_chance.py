"""Decides where chance comes from in a virtual runner's life: one seed, and a name for what is drawn."""

import math
from random import Random


def chance(*what) -> Random:
    """The same stream for the same words, in every process, whatever else is drawn: contenders meet the same life."""
    return Random("/".join(map(str, what)))


def spread(random: Random, sd: float) -> float:
    """A factor around one: lognormal, `sd` of its logarithm."""
    return math.exp(random.gauss(0, sd))
