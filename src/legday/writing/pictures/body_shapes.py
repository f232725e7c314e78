"""Decides how a body is drawn from the front and from the back: a half of its outline, and where each muscle lies in it.

Coordinates of the right half as one looks at it: x from the middle of the body outwards, y from above the head down. Drawn by us.
"""

from collections.abc import Mapping
from types import MappingProxyType

from legday.model.muscles import Muscle

WIDTH, HEIGHT = 148.0, 394.0
"""Of the whole figure; the middle lies at half the width."""

ARMPIT = (39.4, 111.0)
HEAD_AND_ARM = (
    "M-0.4 6C12 6 17.5 14 17.5 26C17.5 35 14.5 43 9.5 48.5C9.2 54 9.4 58 10.4 62C15 68.5 25 71 35 74"
    "C45 77 50.5 84 51.5 95C52.6 106 56 117 57.4 129C58.6 140 62 150 63.2 162C64.6 178 66.6 193 68 206"
    "C71.4 212 72.6 222 70.6 233C69.6 239.6 65.4 242.4 62.6 240.4C59.6 235.4 59.4 223 60.4 211.6"
    "C57.6 198 54 184 52 172C50.2 160 47.2 150 45.2 140C43.4 130 40.6 120 39.4 111"
)
"""From the top of the head over the arm to the armpit."""
FLANK_AND_LEG = (
    "C38.6 121 35.6 134 32.6 146"
    "C30.4 156 28.6 164 28.6 172C29.4 184 34.4 194 37.6 207C40.8 221 40.6 240 37.6 258C35.4 272 30.6 284 28.8 294"
    "C27.9 300 28 304 28.9 308.5C31.8 320 30.8 335 26.8 349C24.6 357 22.6 363 22 368C23.6 374 27.4 378.6 28 383"
    "C28.2 386.6 23.6 388 18 388C12 388 8.8 385 9 378.6C9.2 372 10 367 10 362C8 350 5.2 338 5.2 324"
    "C5.2 314 8 306 8.8 298C8.8 286 5.2 268 3 250C1.8 236 1 226 -0.4 218Z"
)
"""From the armpit down the flank and back up between the legs."""
OUTLINE = HEAD_AND_ARM + FLANK_AND_LEG
"""Half of the body, arms at the sides, a hair over the middle so that the halves leave no seam."""

FRONT: Mapping[Muscle, tuple[str, ...]] = MappingProxyType(
    {
        Muscle.TRUNK: (
            "M1.5 116C6 114.4 11 114.6 14.6 116.4C15.6 122 15.6 128 15.2 132C11 133.6 6 133.8 1.5 133.6Z",
            "M1.5 136C6 136.2 11 136 15 134.6C15.2 141 15 147 14.6 151.6C10.6 153 6 153.2 1.5 153Z",
            "M1.5 155.4C6 155.6 10.6 155.4 14.4 154.2C14.4 160 14 166 13.4 171.4C9.8 172.8 5.6 173 1.5 172.8Z",
            "M1.5 175.2C5.6 175.4 9.8 175.2 13.2 174C12.6 184 9.6 196 5 205C3.6 207 2.4 207.6 1.5 207.6Z",
            "M18 124C23 128 28 131 33 133.4C31 143 28.6 152 26.6 160C26 168 26.6 176 29 184C24 182 19 180 15.6 178.4C17 160 18.4 142 18 124Z",
        ),
        Muscle.HIP_FLEXORS: (
            "M15 182C21 183.6 27 186.4 31 190.6C30 197.6 25.6 205.4 19.4 213.6C15.6 209 12.6 204.4 10.4 200.4C12.6 194.4 14.2 188 15 182Z",
        ),
        Muscle.ADDUCTORS: (
            "M3 217C5 211.6 7.4 207.4 9.2 203.6C11.6 208.4 14.6 213 17.8 216.8C15 224 13.4 234 12.6 246C12 255 10.8 262 9.6 267C6.6 255 4 241 3 228Z",
        ),
        Muscle.QUADRICEPS: (
            "M35.2 206C38.6 220 38.8 239 36 256C34.2 267 30.8 277.6 28 285C26 277 27.2 262 28.8 248C30.4 233 32.4 219 35.2 206Z",
            "M20.4 216.8C25.4 211 30 204.4 32.8 197.6C33.6 203 32.6 210 31 218C28.6 232 27 249 25.2 264C24.4 272 23 279 21.4 284C18 275 15.4 262 15 248C15 236 16.6 225.6 20.4 216.8Z",
            "M13.4 254C14.8 265 17 276 19.4 286.6C18.8 291.6 12.8 292.6 10.4 288.4C9.4 281.6 10.6 268 13.4 254Z",
        ),
        Muscle.TIBIALIS: (
            "M19 304C23.4 309 25.6 320 24.4 334C23.4 346 20.2 356 17.4 363C16 351 15.4 337 15.6 323C15.8 315 17 308.6 19 304Z",
        ),
        Muscle.GASTROCNEMIUS: (
            "M9.4 304C12 311 12.8 324 11.6 338C8.6 333 6.8 326 6.8 319C7.2 313 8.4 308 9.4 304Z",
            "M27.6 309C30 319 29.2 331 26.2 342C26.8 331 27 320 26 312Z",
        ),
    }
)

BACK: Mapping[Muscle, tuple[str, ...]] = MappingProxyType(
    {
        Muscle.ERECTORS: (
            "M1.5 96C5.6 98 8.6 106 9.2 118C9.8 132 11.4 144 12.4 156C13.2 168 12 180 9.4 190C6.6 193 4 194.6 1.5 195.4Z",
        ),
        Muscle.GLUTE_MED: (
            "M14 186.6C18.6 180.6 25.4 179.4 30 184.6C33.4 190.6 35.6 198.4 37 206.4C31.4 199.4 24 194.4 13 192.4Z",
        ),
        Muscle.GLUTE_MAX: (
            "M1.5 198C4.4 197 8 195.6 11.4 194.4C22 196 31 201.4 36 209.4C38.8 217 38.4 226 34.4 231C27.6 238 12 238.6 3.4 231.6C2 221 1.5 209 1.5 198Z",
        ),
        Muscle.HAMSTRINGS: (
            "M22.8 239.4C28.6 238.6 34 236.2 37.2 232.4C38 248 35.4 264 31.6 279C29.8 287 27.6 293.6 25.8 297.6C23.6 288 21.8 272 21.8 258Z",
            "M6.8 237.4C11.4 239.4 16 240 20.4 239.8C19.6 254 19.8 268 18.8 280C17.6 290 14 296 11 298C11.4 284 10.4 270 8.6 257C7.6 250 7 243.6 6.8 237.4Z",
        ),
        Muscle.ADDUCTORS: (
            "M2.4 233.4C3.4 234.6 4.4 235.6 5.4 236.4C5.6 246 6.6 256 8 266C5 256 3 244 2.4 233.4Z",
        ),
        Muscle.GASTROCNEMIUS: (
            "M20.4 299C23.6 299.6 26.6 303 27.8 308.6C30.2 318.6 29.6 329 26.8 338C24.4 342.8 21 341.4 19.8 335.4C19.4 324 19.4 311 20.4 299Z",
            "M17 299C13.6 300 10.4 304.4 8.8 310C6.2 320 6.6 331 9.2 340C12 345.4 16.4 344 17.8 337.4C18 325 17.8 311 17 299Z",
        ),
        Muscle.SOLEUS: (
            "M9.8 344C13 348.4 17 346.6 18.8 341C20.6 346 24.4 346.6 26.6 342.4C25.6 350 23.2 358 21.4 365C18.4 367 13.8 367 11.4 364.6C11 357 9.8 350.6 9.8 344Z",
        ),
    }
)

CONTOURS_FRONT = (
    "M5 73.6C14 76.6 24 76 33 79.4",
    "M2 106.6C10 111.4 25 111 34.6 100.6",
    "M12.6 298.4C14 291.6 23.6 291 25.8 297.4C25.6 304 14.4 305.4 12.6 298.4Z",
    "M7.2 27.4C8.4 26.4 10.4 26.4 11.6 27.4",
    "M13.4 380C13.6 376 14.6 372 15.8 369",
)
CONTOURS_BACK = (
    "M12 84.4C20 86.6 27.4 92 29.4 100C28.4 108 22 112.4 14.6 112.4",
    "M12.6 296.6C16 299 22 299 26 296",
    "M16.4 367.6C15.8 372 15.6 376 15.8 380",
)
"""A few lines that say which side one looks at: collarbone, chest, kneecap; shoulder blade, back of the knee, heel."""

ANCHORS_FRONT: Mapping[Muscle, tuple[float, float]] = MappingProxyType(
    {
        Muscle.TRUNK: (24.0, 150.0),
        Muscle.HIP_FLEXORS: (22.0, 196.0),
        Muscle.QUADRICEPS: (32.0, 252.0),
        Muscle.ADDUCTORS: (-8.0, 234.0),
        Muscle.TIBIALIS: (21.0, 328.0),
    }
)
ANCHORS_BACK: Mapping[Muscle, tuple[float, float]] = MappingProxyType(
    {
        Muscle.ERECTORS: (8.0, 146.0),
        Muscle.GLUTE_MED: (27.0, 188.0),
        Muscle.GLUTE_MAX: (24.0, 216.0),
        Muscle.HAMSTRINGS: (29.0, 262.0),
        Muscle.GASTROCNEMIUS: (25.0, 322.0),
        Muscle.SOLEUS: (22.0, 355.0),
    }
)
"""Where the line to a muscle's number begins; below 0 it begins in the other half."""
