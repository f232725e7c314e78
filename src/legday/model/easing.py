"""Decides what an easing is: something that holds leg work back for some days, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legday.model.sets import Side

RED_FLAG_LOCK = "red-flag-lock"
ILLNESS = "illness"
CLEAR_DAYS = "clear_days"


class Decision(StrEnum):
    """What is answered to pain, soreness, bad sleep or illness, the mildest first."""

    GO_ON = "go-on"
    HOLD = "hold"
    EASE = "ease"
    SWAP = "swap"
    PAUSE = "pause"
    SEE_SOMEONE = "see-someone"


class Until(StrEnum):
    """What ends an easing: its last day, the runner's word that they are well, a clinician's word."""

    DAY = "day"
    WELL = "well"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Easing:
    """What holds leg work back from `first` to `last`, both included (`last` None = until the runner or a clinician says so).

    `rule` and `number` (its name in the rulebook, empty where none) say where it comes from, `why` says it to the runner, `back` says when and how
    what was held back returns. `no_session`: no leg session on these days. `no_impact`: no plyometrics. `no_growth`: no dose rises.
    `avoid`: exercise ids not to be done, swapped where a kinder one exists. `kind` an id of an easing that a later one replaces.
    `sets_percent` of each session's sets, `sets_less` sets fewer of each exercise (at least one stays), `weight_percent` of each weight,
    `rir_plus` repetitions more in reserve. An easing never raises anything. Of several on a day the most careful of each counts.
    """

    rule: str
    decision: Decision
    first: date
    last: date | None
    why: str
    number: str = ""
    back: str = ""
    place: str = ""
    side: Side = Side.BOTH
    no_session: bool = False
    no_impact: bool = False
    no_growth: bool = False
    avoid: frozenset[str] = frozenset()
    sets_percent: int = 100
    sets_less: int = 0
    weight_percent: int = 100
    rir_plus: int = 0

    @property
    def until(self) -> Until:
        """What ends it."""
        if self.last is not None:
            return Until.DAY
        return Until.WELL if self.rule == ILLNESS else Until.CLEARED

    def holds_on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eased:
    """All easings of one day taken together: the most careful of each."""

    easings: tuple[Easing, ...] = ()

    @property
    def no_session(self) -> bool:
        return any(one.no_session for one in self.easings)

    @property
    def locked(self) -> bool:
        """A red flag stands: no leg work, and no advice on running either."""
        return any(one.rule == RED_FLAG_LOCK for one in self.easings)

    @property
    def no_run(self) -> Easing | None:
        """What forbids running as well: a red flag, or a fever with its clear days after it (`clear_days` is the number of a fever)."""
        return next(
            (
                one
                for one in self.easings
                if one.rule == RED_FLAG_LOCK or (one.rule, one.number) == (ILLNESS, CLEAR_DAYS)
            ),
            None,
        )

    @property
    def at_rest(self) -> bool:
        """A red flag stands, or the runner is ill: nothing is offered at all."""
        return any(one.no_session and one.rule in {RED_FLAG_LOCK, ILLNESS} for one in self.easings)

    @property
    def no_impact(self) -> bool:
        return any(one.no_impact for one in self.easings)

    @property
    def no_growth(self) -> bool:
        return any(one.no_growth for one in self.easings)

    @property
    def avoid(self) -> frozenset[str]:
        return frozenset().union(*(one.avoid for one in self.easings))

    @property
    def sets_percent(self) -> int:
        return min((one.sets_percent for one in self.easings), default=100)

    @property
    def sets_less(self) -> int:
        return max((one.sets_less for one in self.easings), default=0)

    @property
    def weight_percent(self) -> int:
        return min((one.weight_percent for one in self.easings), default=100)

    @property
    def rir_plus(self) -> int:
        return max((one.rir_plus for one in self.easings), default=0)
