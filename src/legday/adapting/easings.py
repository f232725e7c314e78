"""Decides all that holds leg work back: red flags, illness, pain, soreness and sleep, circumstances."""

from datetime import date

from legday.adapting.circumstances import circumstance_easings
from legday.adapting.illness import illness_easings
from legday.adapting.pain import pain_easings
from legday.adapting.readiness import readiness_easings
from legday.adapting.red_flags import red_flag_easings
from legday.model.catalogue import Catalogue
from legday.model.easing import Decision, Easing
from legday.model.state import RunnerState

ORDER = tuple(Decision)


def easings(state: RunnerState, catalogue: Catalogue, *, today: date) -> tuple[Easing, ...]:
    """Every easing that holds on `today` or later, in order of time; the same facts give the same ones, however they were ordered.

    Pure; reads the log and the profile, never `state.easings`. The numbers are those of the catalogue's rulebook.
    """
    found = (
        *red_flag_easings(state, catalogue, today=today),
        *illness_easings(state, catalogue, today=today),
        *pain_easings(state, catalogue, today=today),
        *readiness_easings(state, catalogue, today=today, since=today),
        *circumstance_easings(state.profile, catalogue, today=today),
    )
    holding = {one for one in found if one.last is None or one.last >= today}
    return tuple(sorted(holding, key=_in_order))


def _in_order(one: Easing) -> tuple[object, ...]:
    last = one.last or date.max
    return (one.first, last, -ORDER.index(one.decision), one.rule, one.number, one.place, one.side, one.why)
