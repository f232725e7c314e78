"""Decides where and how a virtual runner comes to hurt, and how that goes on with what they do.

Episodes come about once a year, more often after weeks that grew fast; that, and how they heal, are our own settings.
"""

from dataclasses import dataclass
from random import Random

from legday.model.catalogue import Catalogue
from legday.model.exercises import Condition, Tissue
from legday.model.pain_words import Behaviour
from legday.model.sets import Side
from virtual_chance import chance

A_DAY = 0.0028
"""The chance of a new episode on a day of an ordinary week: about one a year (our setting)."""

HEALING = {
    Tissue.BONE: 0.04,
    Tissue.TENDON: 0.05,
    Tissue.KNEECAP: 0.06,
    Tissue.MUSCLE: 0.1,
    Tissue.JOINT: 0.09,
    Tissue.SOFT_TISSUE: 0.07,
}
"""The part of an episode that heals in a day, by tissue (our setting)."""

LIKELY = {
    "achilles": 5,
    "front-knee": 6,
    "shin-diffuse": 4,
    "sole": 3,
    "outer-knee": 4,
    "calf": 4,
    "hamstring": 4,
    "low-back": 3,
    "kneecap-tendon": 2,
    "inner-knee": 1,
    "quadriceps": 2,
    "buttock": 1,
    "groin": 1,
    "shin-spot": 1,
    "foot-spot": 1,
}


@dataclass(slots=True, kw_only=True)
class Episode:
    """One place that hurts: how much today (0–10), and what was felt yesterday."""

    condition: Condition
    place: str
    side: Side
    level: float
    began: int
    stirred: float = 0.0
    last_told: int = -99
    seen: bool = False

    @property
    def gone(self) -> bool:
        return self.level < 0.5


class Pains:
    """All episodes of one runner. Chance depends on the day alone, so that every contender meets the same luck."""

    def __init__(self, seed, catalogue: Catalogue):
        self.seed = seed
        self.catalogue = catalogue
        self.prone = chance(seed, "prone").choice([0.4, 0.8, 1.0, 1.4, 2.0])
        self.episodes: list[Episode] = []
        self.count = 0

    def morning(self, day: int, *, growth: float) -> None:
        """A night's healing, and perhaps a new episode. `growth`: last seven days' leg volume over the usual one."""
        for episode in self.episodes:
            draw = chance(self.seed, "healing", day, episode.place)
            healed = HEALING[episode.condition.tissue or Tissue.JOINT] * draw.uniform(0.4, 1.6)
            episode.level = max(0.0, min(10.0, episode.level * (1 - healed) - 0.05 + episode.stirred))
            episode.stirred = 0.0
        draw = chance(self.seed, "pain", day)
        luck = draw.random()
        if luck < A_DAY * self.prone * (1 + 4 * max(0.0, min(2.0, growth - 1.15))):
            self._begin(draw, day)

    def _begin(self, draw: Random, day: int) -> None:
        known = [name for name in LIKELY if name in self.catalogue.conditions]
        condition = self.catalogue.conditions[draw.choices(known, [LIKELY[name] for name in known])[0]]
        place = condition.places[0]
        if any(episode.place == place and not episode.gone for episode in self.episodes):
            return
        side = Side.BOTH if place == "low-back" else draw.choice([Side.LEFT, Side.RIGHT])
        level = min(8.0, max(1.0, draw.gauss(3.2, 1.4)))
        self.episodes = [episode for episode in self.episodes if not episode.gone]
        self.episodes.append(Episode(condition=condition, place=place, side=side, level=level, began=day))
        self.count += 1

    def load(self, exercises: list[str]) -> None:
        """A session: what a place does not like stirs it up, the rest does it a little good."""
        for episode in self.episodes:
            if not episode.gone:
                disliked = sum(1 for exercise in exercises if self.dislikes(episode.condition, exercise))
                episode.stirred += 0.5 * disliked if disliked else -0.1

    def dislikes(self, condition: Condition, exercise: str) -> bool:
        known = self.catalogue.exercises[exercise]
        return (
            exercise in condition.avoid_exercises
            or known.pattern in condition.avoid_patterns
            or (condition.avoid_impact and known.contacts > 0)
        )

    @property
    def worst(self) -> float:
        return max((episode.level for episode in self.episodes), default=0.0)


def behaviour_of(draw: Random, episode: Episode) -> frozenset[Behaviour]:
    """How it behaves, in the runner's words: mostly nothing is said; what is bad says more."""
    said = set()
    if draw.random() < 0.25:
        said.add(Behaviour.WARMS_UP if episode.level < 4 else Behaviour.WORSENS)
    if episode.level > 6 and draw.random() < 0.3:
        said.add(Behaviour.LIMP)
    if episode.condition.tissue is Tissue.BONE and draw.random() < 0.3:
        said.add(draw.choice([Behaviour.NIGHT, Behaviour.HOP]))
    return frozenset(said)
