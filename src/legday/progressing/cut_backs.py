"""Decides which weeks are cut-back weeks: the runner's own where the runs show them, else every so many weeks."""

from collections.abc import Sequence

from legday.model.progression import Phase


def cut_backs(
    phases: Sequence[Phase],
    dips: Sequence[bool],
    *,
    every: int,
    bounds: tuple[int, int],
    spared: int,
    stalled: Sequence[bool] = (),
    rested: Sequence[bool] = (),
) -> tuple[bool, ...]:
    """Whether each week is a cut-back week.

    `dips` marks weeks whose runs are lighter; a dip `bounds` weeks (least, most) after the last light week is the runner's own cut-back
    week and is taken; without one in reach it is the `every`-th week. The first `spared` weeks and weeks next to a light one stay whole.
    A week in `stalled` is one whatever the others say; one in `rested`, behind and mostly missed, was light without being planned so.
    """
    cut: list[bool] = []
    since_light = 0
    for index, phase in enumerate(phases):
        since_light += 1
        if phase.light:
            cut.append(False)
            since_light = 0
            continue
        light_next = index + 1 < len(phases) and phases[index + 1].light
        may = index >= spared and since_light >= bounds[0] and not light_next
        ahead = range(index + 1, index + 1 + max(0, bounds[1] - since_light))
        better = any(n < len(dips) and dips[n] for n in ahead)
        due = dips[index] or (since_light >= every and not better)
        cut.append((may and due) or (index < len(stalled) and stalled[index]))
        was_light = cut[-1] or (index < len(rested) and rested[index])
        since_light = 0 if was_light else since_light
    return tuple(cut)
