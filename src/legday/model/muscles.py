"""Decides which muscles legday counts, and in what unit: quarter sets."""

from collections.abc import Mapping
from enum import StrEnum


class Muscle(StrEnum):
    """Muscles and groups of the legs and trunk that exercises and runs are counted for."""

    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    GLUTE_MAX = "glute-max"
    GLUTE_MED = "glute-med"
    ADDUCTORS = "adductors"
    GASTROCNEMIUS = "gastrocnemius"
    SOLEUS = "soleus"
    TIBIALIS = "tibialis"
    HIP_FLEXORS = "hip-flexors"
    ERECTORS = "erectors"
    TRUNK = "trunk"


BANDED = (
    Muscle.QUADRICEPS,
    Muscle.HAMSTRINGS,
    Muscle.GLUTE_MAX,
    Muscle.GLUTE_MED,
    Muscle.GASTROCNEMIUS,
    Muscle.SOLEUS,
)
"""The six muscles whose weekly sets the rule `muscle-band` holds in a band."""

QuarterSets = Mapping[Muscle, int]
"""Fractional sets times four, so that sums stay whole: 4 is one direct set (science.md H9, C2)."""
