"""Decides the words for when a pain is felt and how it behaves."""

from enum import StrEnum


class When(StrEnum):
    """When it hurt: while moving, the same day after, or on waking the next morning."""

    DURING = "during"
    AFTER = "after"
    NEXT_MORNING = "next-morning"


class Behaviour(StrEnum):
    """How a pain behaves, in the runner's words."""

    WARMS_UP = "warms-up"
    WORSENS = "worsens"
    NIGHT = "night"
    REST = "rest"
    SUDDEN = "sudden"
    SWELLING = "swelling"
    LOCKING = "locking"
    LIMP = "limp"
    HOP = "hop"
    NUMB = "numb"
