"""Decides how the drawn body is built: its lengths, what its joints can do, how thick it is, where its weight lies."""

from collections.abc import Mapping

SOURCES = ("winter-2009", "merck-joint-ranges", "our-setting")
"""Where the numbers of this module come from (catalogue/sources.toml)."""

ANKLE_HEIGHT = 0.039
KNEE_HEIGHT = 0.285
HIP_HEIGHT = 0.530
SHOULDER_HEIGHT = 0.818
UPPER_ARM = 0.186
FOREARM = 0.146
FOOT = 0.152
HEAD = 0.130
SHOULDERS = 0.259
"""Heights and lengths in body heights (winter-2009, after Drillis and Contini)."""

SHANK = KNEE_HEIGHT - ANKLE_HEIGHT
THIGH = HIP_HEIGHT - KNEE_HEIGHT
TRUNK = SHOULDER_HEIGHT - HIP_HEIGHT
HEAD_CENTRE = 1.0 - SHOULDER_HEIGHT - HEAD / 2
"""From between the shoulders to the middle of the head."""

HALF_HIPS = 0.052
HALF_SHOULDERS = SHOULDERS / 2 - 0.027
HEEL_BACK = 0.040
BALL_AHEAD = 0.074
TIP_AHEAD = FOOT - HEEL_BACK - BALL_AHEAD
WAIST = 0.42
HAND = 0.055
INSTEP = 0.02
"""Our setting: half the way between the hip joints, and between the shoulder joints, which lie half an arm's thickness inside; heel, ball and toes along the foot from below the ankle; how far up the trunk it
bends; from the wrist to the middle of a closed hand; how
thick the toes are."""

THICKNESS: Mapping[str, float] = {
    "shoulder": 0.058,
    "hip": 0.058,
    "knee": 0.031,
    "ankle": 0.022,
    "elbow": 0.022,
    "wrist": 0.018,
    "head": 0.058,
}
"""How far the middle of a joint lies above a floor it rests on, in body heights (our setting, for the drawing)."""

MASS: Mapping[str, float] = {
    "head": 0.081,
    "trunk": 0.497,
    "upper-arm": 0.028,
    "forearm": 0.022,
    "thigh": 0.100,
    "shank": 0.0465,
    "foot": 0.0145,
}
"""Share of the body's mass, of one limb where there are two; the hand with its forearm (winter-2009)."""

MASS_AT: Mapping[str, float] = {
    "upper-arm": 0.436,
    "forearm": 0.682,
    "thigh": 0.433,
    "shank": 0.433,
    "trunk": 0.5,
}
"""Where along a segment, from the joint nearer to the trunk, its mass lies (winter-2009)."""

RANGES: Mapping[str, tuple[int, int]] = {
    "hip": (-30, 135),
    "hip out": (-40, 60),
    "hip turn": (-45, 60),
    "knee": (0, 145),
    "ankle": (-70, 40),
    "toes": (-30, 80),
    "heel": (-120, 180),
    "shoulder": (-60, 180),
    "shoulder out": (-45, 180),
    "shoulder turn": (-90, 90),
    "elbow": (0, 155),
    "spine": (-30, 60),
    "neck": (-60, 60),
    "lean": (-180, 180),
    "roll": (-180, 180),
}
"""Degrees a joint can do, from straight standing: bent forward (knee: backward) and toes up are over 0 (merck-joint-ranges, a little
wider where the body's weight helps, such as the ankle: our setting). `heel` is the lift of a standing foot, `lean` and `roll` the trunk's."""
