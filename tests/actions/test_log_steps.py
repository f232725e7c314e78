"""How what is asked for next differs from what was asked for."""

import pytest

from legday.actions.log import Step, step_between
from lived_journal import squats


@pytest.mark.parametrize(
    ("asked", "line", "step"),
    [
        (None, squats(), Step.NEW),
        (squats(), squats(), Step.SAME),
        (squats(weight_g=20_000), squats(weight_g=25_000, target=8), Step.MORE_WEIGHT),
        (squats(weight_g=20_000), squats(weight_g=15_000, sets=4), Step.LESS_WEIGHT),
        (squats(2), squats(3), Step.MORE_SETS),
        (squats(3), squats(2, target=12), Step.FEWER_SETS),
        (squats(target=10), squats(target=11), Step.MORE_REPS),
        (squats(target=10), squats(target=9), Step.FEWER_REPS),
    ],
)
def test_the_first_difference_in_weight_sets_repetitions_names_the_step(asked, line, step):
    assert step_between(asked, line) is step
