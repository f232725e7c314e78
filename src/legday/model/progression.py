"""Decides what the progression settings are: phases, ranges, efforts; read from `catalogue/progression.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    FOUNDATION = "foundation"
    STRENGTH = "strength"
    POWER = "power"
    MAINTAIN = "maintain"
    TAPER = "taper"
    RECOVER = "recover"

    @property
    def light(self) -> bool:
        """Light on purpose, around a race."""
        return self in {Phase.TAPER, Phase.RECOVER}


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseDose:
    """How a phase doses: `heavy_reps` for heavy lifts, `reps` None keeps each exercise's own range; sets are percent of base."""

    phase: Phase
    rir: int
    sets_percent: int
    weeks: tuple[int, int]
    sessions: int | None = None
    heavy_reps: tuple[int, int] | None = None
    contacts_first: int = 0
    contacts_step: int = 0
    heavy_rest_s: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progression:
    """All settings of phases and dose. Percent and weeks as named; `doses[style][phase]`."""

    doses: Mapping[str, Mapping[Phase, PhaseDose]]
    block_weeks: int
    cut_back_every: int
    cut_back_percent: int
    beginner_extra_rir: int
    first_weeks_rir: int
    rehearsal_percent: tuple[int, ...]
    change_seconds: int
    warm_up_minutes: int
    warm_up_after_run_minutes: int
    cool_down_minutes: int
    cycle_weeks: int
    sources: tuple[str, ...] = ()
