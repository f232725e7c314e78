"""Decides how much pain a place bears, by its tissue, and which exercises load it."""

from collections.abc import Mapping
from dataclasses import dataclass

from legday.model.catalogue import Catalogue
from legday.model.exercises import Condition, Exercise, Pattern, Tissue
from legday.model.pain_words import Behaviour
from legday.model.rules import Rulebook

RULE = "pain-gate"

BONE_LIKE = frozenset({Behaviour.NIGHT, Behaviour.REST, Behaviour.HOP})
"""What makes any pain count as bone until someone has looked."""
JOINT_SIGNS = frozenset({Behaviour.SWELLING, Behaviour.LOCKING})
"""What stops a place's exercises whatever the number."""
STANDING = frozenset(
    {Pattern.SQUAT, Pattern.LUNGE, Pattern.STEP, Pattern.HINGE, Pattern.BRIDGE, Pattern.CALF}
)
"""Movements that load the leg along its length; on one leg they carry the whole body."""

_GO = {
    Tissue.BONE: "bone",
    Tissue.TENDON: "tendon_go",
    Tissue.KNEECAP: "kneecap",
    Tissue.MUSCLE: "muscle",
    Tissue.JOINT: "joint",
    Tissue.SOFT_TISSUE: "soft_tissue",
}
_STOP = {**_GO, Tissue.TENDON: "tendon_hold"}

UNKNOWN = Condition(
    id="", name="A place legday does not know", tissue=Tissue.JOINT, hold_above=2, stop_above=2
)
"""The safe side for a place that is not in the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Up to `go` go on, over `stop` step back; between them hold. `go_number` and `stop_number` name them in the rulebook.

    Over `bone` a pain that is of a bone, or like one, is for a clinician.
    """

    go: int
    stop: int
    go_number: str
    stop_number: str
    bone: int


def condition_of(place: str, catalogue: Catalogue) -> Condition:
    """The condition of a place, by the place's id or the condition's own."""
    conditions = catalogue.conditions
    if place in conditions and conditions[place].tissue is not None:
        return conditions[place]
    return next((one for one in conditions.values() if place in one.places), UNKNOWN)


def limits_of(condition: Condition, rulebook: Rulebook) -> Limits:
    """The stricter of the tissue's limits in the rulebook and the place's own."""
    tissue = condition.tissue or Tissue.JOINT
    go = min(rulebook.number(RULE, _GO[tissue]), condition.hold_above)
    stop = min(rulebook.number(RULE, _STOP[tissue]), condition.stop_above)
    return Limits(
        go=go,
        stop=max(go, stop),
        go_number=_GO[tissue],
        stop_number=_STOP[tissue],
        bone=rulebook.number(RULE, "bone"),
    )


def _loads_one_leg(exercise: Exercise) -> bool:
    return exercise.one_leg and exercise.pattern in STANDING


def avoided(condition: Condition, exercises: Mapping[str, Exercise], *, bone: bool = False) -> frozenset[str]:
    """What a sore place leaves out; like `bone`, also every loaded exercise on one leg. Jumps always, what helps never."""
    one_leg = bone or condition.avoid_one_leg
    patterns = {*condition.avoid_patterns, Pattern.PLYOMETRIC}
    found = {
        one.id for one in exercises.values() if one.pattern in patterns or (one_leg and _loads_one_leg(one))
    }
    kept = set() if bone else set(condition.keep_exercises)
    return frozenset((found | set(condition.avoid_exercises)) - kept)


def paused(condition: Condition, exercises: Mapping[str, Exercise]) -> frozenset[str]:
    """What rests while a place is paused: all that it avoids, and every exercise of its patterns."""
    resting = {one.id for one in exercises.values() if one.pattern in condition.pause_patterns}
    return avoided(condition, exercises) | resting
