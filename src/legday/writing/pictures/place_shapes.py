"""Decides where on the body each place that can hurt lies, from the waist down: drawn by us, on the body of the muscles.

Coordinates as in `body_shapes`; below the hips the legs are drawn apart, so that the inner sides can be told and tapped.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from legday.writing.pictures.body_shapes import ARMPIT, FLANK_AND_LEG
from legday.writing.pictures.svg import number

TOP, FOOT = 118.0, 446.0
HALF = 58.0
"""Half the width of one figure."""
HIPS, APART = 214.0, 0.13
"""Below this height the legs go outwards by so much a unit."""

LOWER_HALF = f"M-0.4 {ARMPIT[1]:g}L{ARMPIT[0]:g} {ARMPIT[1]:g}{FLANK_AND_LEG}"
"""Half of the body without the arm, from the armpit down."""
SOLE = "M12 396C9.5 402 10 408 11.4 413C9 420 7 427 8 434C9.4 443.5 25 443.5 27.6 434C28.6 427 26.4 420 24.6 413C26 408 26.4 402 24 396C21 391.6 15 391.6 12 396Z"
"""A foot for itself, toes down, under the leg: from below behind, from above in front."""

FRONT_PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "hip": (
            "M14 180C21 181.4 28 185 32.6 191C30.6 200 25.6 208 20.4 214.4C15.4 208.6 11.6 203 9.4 198.6C12 192.6 13.4 186 14 180Z",
        ),
        "groin": (
            "M1.6 194C4.6 195.4 6.8 197.4 8.2 200.4C10.8 206 14.6 212 18.6 216.4C15.6 223 13.4 231 12.2 240C8.6 240 5.6 234 3.8 226C2.6 216 1.6 205 1.6 194Z",
        ),
        "quadriceps": (
            "M20.8 218C26 212.4 31 205.4 34.4 198.6C38.6 213 39.2 236 35.6 255C33.8 265 30.8 274 28.2 280L14.2 280C12.4 268 12 254 13 242C14.4 232 17 224.6 20.8 218Z",
        ),
        "front-knee": (
            "M14 283C18 281.8 23.6 281.8 27.2 283C28.2 290 28 297 26.6 303.4L14.4 303.4C12.6 297 12.6 290 14 283Z",
        ),
        "kneecap-tendon": (
            "M14.4 305L26.6 305C26.6 311 25.6 317.6 23.6 323L16.6 323C14.8 317.6 14.2 311 14.4 305Z",
        ),
        "inner-knee": (
            "M12.2 281C11 290 11 300 13 311C8 313.6 2.4 312 0.4 307C-1.4 299 -1 289 1.4 281.6C4.4 277.4 9.6 277.4 12.2 281Z",
        ),
        "outer-knee": (
            "M29 281C29.8 290 29.8 300 28.2 311C32.8 313.6 38 312 39.8 307C41.2 299 41 289 39 281.6C36.4 277.4 31.6 277.4 29 281Z",
        ),
        "shin-diffuse": ("M5.8 325.4L15.6 325.4C16 340 16 354 16.2 366L10.4 366C8.8 353 6 339 5.8 325.4Z",),
        "shin-spot": (
            "M17.4 325.4L29 325.4C29.4 336 27.6 346 25.2 354C23.8 359 22.6 363 22 366L17.8 366C17.8 354 17.8 340 17.4 325.4Z",
        ),
        "foot-spot": (
            SOLE,
            "M10.2 369L21.8 369C23.6 374 27.2 378.6 27.8 383C27.8 386.4 23.4 387.6 18 387.6C12.2 387.6 9.2 384.6 9.4 378.6Z",
        ),
    }
)
BACK_PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "low-back": (
            "M9.4 140L33.8 141C31.2 152 28.8 164 28.8 173C29 177 29.8 180.6 31 184C24 180.6 16 181.4 9.6 184.6Z",
        ),
        "buttock": (
            "M1.6 190C10 184 22 182.4 31.6 187C36.4 196 39.4 210 38.2 222C34.6 233 16 240.4 3.4 232C2 220 1.6 204 1.6 190Z",
        ),
        "hamstring": (
            "M4.4 237C13 243.4 27.6 241 37.6 232C39.2 250 34.8 271 29.4 290L11.6 290C10.8 275 7 255 4.4 237Z",
        ),
        "calf": (
            "M9.4 303C14 298.6 23.4 298.6 28 303C31 315 30.4 330 27 341.6C22 347.4 13.4 347.4 9.8 341.6C6.4 329 6.2 314 9.4 303Z",
        ),
        "achilles": (
            "M10.8 347.4C15 351 22 350.8 26 346.8C24.8 354 23 361 22.2 367L10.8 367C10.8 360 10.6 353.6 10.8 347.4Z",
        ),
        "heel": (
            "M10.2 369L22.2 369C23.8 374 27.4 378.6 28 383C28 386.4 23.4 387.6 18 387.6C12.2 387.6 9.2 384.6 9.4 378.6Z",
            "M12 396C9.5 402 10 408 11.4 413L24.6 413C26 408 26.4 402 24 396C21 391.6 15 391.6 12 396Z",
        ),
        "sole": (
            "M11.2 414.6L24.8 414.6C26.6 420.6 28.6 427.4 27.6 434C25 443.5 9.4 443.5 8 434C7 427.4 9 420.6 11.2 414.6Z",
        ),
    }
)
MIDDLE_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "low-back": "M-7.8 139.8L7.8 139.8C8 156 8.2 170 8 185.4C3 188.4 -3 188.4 -8 185.4C-8.2 170 -8 156 -7.8 139.8Z"
    }
)
"""What lies on neither side, seen from behind."""
TARGETS: Mapping[str, str] = MappingProxyType(
    {
        "front-knee": "M12 281L28.6 281L28.6 304L12 304Z",
        "kneecap-tendon": "M12 304L28.6 304L28.6 323L12 323Z",
        "inner-knee": "M-5 278L12 278L12 313L-5 313Z",
        "outer-knee": "M28.6 278L45.6 278L45.6 313L28.6 313Z",
        "shin-diffuse": "M-1.4 324L16.4 324L16.4 367L-1.4 367Z",
        "shin-spot": "M16.4 324L34.2 324L34.2 367L16.4 367Z",
        "achilles": "M9 346L27 346L27 368L9 368Z",
    }
)
"""Where a small place is tapped: wider than it is drawn, so that a finger finds it."""
SPOTS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"shin-spot": (22.0, 344.0), "foot-spot": (17.6, 424.0)}
)
"""Where a sore spot is marked as a spot."""

NUMBERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "hip": (21.0, 197.0),
        "groin": (9.0, 220.0),
        "quadriceps": (25.0, 244.0),
        "front-knee": (20.4, 293.0),
        "kneecap-tendon": (20.4, 313.0),
        "inner-knee": (5.6, 296.0),
        "outer-knee": (34.6, 296.0),
        "shin-diffuse": (11.4, 344.0),
        "shin-spot": (22.6, 334.0),
        "foot-spot": (17.6, 408.0),
        "low-back": (20.0, 162.0),
        "buttock": (20.0, 211.0),
        "hamstring": (21.0, 264.0),
        "calf": (18.6, 321.0),
        "achilles": (17.8, 358.0),
        "heel": (17.8, 403.0),
        "sole": (17.8, 428.0),
    }
)
"""Where the number of a place stands."""

_PAIR = re.compile(r"(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)")


def legs_apart(d: str) -> str:
    """A path of absolute points with the legs apart."""
    return _PAIR.sub(lambda pair: f"{number(outwards(float(pair[1]), float(pair[2])))} {pair[2]}", d)


def outwards(x: float, y: float) -> float:
    """Where a point of the legs together lies with the legs apart."""
    return x + max(0.0, y - HIPS) * APART
