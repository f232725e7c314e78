"""Decides how a figure becomes SVG: moving by the SVG's own clock, as a strip of its key poses, or as one still pose."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from legday.model.figures import Figure, Holder, Prop, PropKind, View
from legday.model.motion import Moment, key_bodies, moments
from legday.model.posture import BodyAt
from legday.model.space import Vec
from legday.writing.figures import outline
from legday.writing.figures.camera import SCALE, Camera, Spot, path_of
from legday.writing.figures.things import held_at, held_drawing, standing_drawing

WIDE, HIGH = 480, 200
"""The least size of a moving drawing; more where the figure needs it."""
STILL = (480, 430)
"""The least size of a still one, so that many side by side have one scale."""
TICKS = 5
"""So many marks pass on the floor in a round of a figure that travels."""
MARGIN = 18
GAP = 26
"""Between two poses of a strip."""

COLOURS = {
    "f-far": "#93a0a9",
    "f-body": "#54646f",
    "f-shirt": "#128566",
    "f-shorts": "#2f3d46",
    "f-shoe": "#2f3d46",
    "f-thing": "#a07a3f",
    "f-floor": "#8b9298",
}
"""Readable on white and on black; a page's own style goes before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a picture is called and what it shows; `name` makes its ids unique on a page."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class _Layer:
    """Parts of one colour, drawn in one path."""

    tint: str
    shapes: Callable[[Camera, BodyAt], Iterable[Sequence[Spot]]]


HEAD = "head"
"""Stands among the layers for the head, which is a drawing of its own."""

_SIDE = (
    _Layer(
        "f-far",
        lambda c, b: (outline.arm(c, b.left_arm), outline.leg(c, b.left_leg), outline.shoe(c, b.left_leg)),
    ),
    HEAD,
    _Layer("f-shirt", lambda c, b: (outline.shirt(c, b),)),
    _Layer("f-body", lambda c, b: (outline.leg(c, b.right_leg),)),
    _Layer(
        "f-shorts",
        lambda c, b: (outline.pelvis(c, b), outline.shorts(c, b.right_leg), outline.shoe(c, b.right_leg)),
    ),
    _Layer("f-body", lambda c, b: (outline.arm(c, b.right_arm),)),
    _Layer("f-shirt", lambda c, b: (outline.sleeve(c, b.right_arm),)),
)
_FRONT = (
    _Layer("f-body", lambda c, b: (outline.leg(c, b.left_leg), outline.leg(c, b.right_leg))),
    HEAD,
    _Layer("f-shirt", lambda c, b: (outline.shirt(c, b),)),
    _Layer(
        "f-shorts",
        lambda c, b: (
            outline.pelvis(c, b),
            outline.shorts(c, b.left_leg),
            outline.shorts(c, b.right_leg),
            outline.shoe(c, b.left_leg),
            outline.shoe(c, b.right_leg),
        ),
    ),
    _Layer("f-body", lambda c, b: (outline.arm(c, b.left_arm), outline.arm(c, b.right_arm))),
    _Layer("f-shirt", lambda c, b: (outline.sleeve(c, b.left_arm), outline.sleeve(c, b.right_arm))),
)
LAYERS: dict[View, tuple[_Layer | str, ...]] = {View.SIDE: _SIDE, View.FRONT: _FRONT}
ARMS_FROM = {View.SIDE: 5, View.FRONT: 4}
"""The layer before which what is held in front of the body but behind the near arm is drawn."""


@lru_cache(maxsize=256)
def moving_svg(figure: Figure, tempo: str, words: Words) -> str:
    """The figure moving for ever; pausable through the SVG's own clock."""
    found = moments(figure, tempo)
    if len({moment.key for moment in found}) < 2:
        return still_svg(figure, words)
    way = found[-1].body.hips.x - found[0].body.hips.x if figure.travels else 0.0
    clock = _Clock(found)
    shots = [
        (Camera(figure.view, way * share), moment.body)
        for share, moment in zip(clock.shares, found, strict=True)
    ]
    drawing, box = _drawn(figure, shots, clock)
    passing = _passing(way, box, clock) if figure.travels else ""
    return _framed(passing + drawing, box, words, "figure-moving", (WIDE, HIGH))


@lru_cache(maxsize=256)
def still_svg(figure: Figure, words: Words | None = None, *, key: int | None = None) -> str:
    """One key pose; by itself the one the figure is known by. Without words it is for the eye only."""
    bodies = key_bodies(figure)
    body = bodies[_known_by(figure) if key is None else key]
    drawing, box = _drawn(figure, [(Camera(figure.view), body)], None)
    return _framed(drawing, box, words, "figure-still", STILL)


@lru_cache(maxsize=256)
def strip_svg(figure: Figure, words: Words) -> str:
    """All key poses, one beside the other on one floor."""
    parts, at, top = [], 0.0, 0.0
    for body in _told_apart(figure):
        camera = Camera(figure.view)
        drawing, box = _drawn(figure, [(camera, body)], None)
        parts.append(f'<g transform="translate({round(at - box[0])})">{drawing}</g>')
        at += box[2] - box[0] + GAP
        top = min(top, box[1])
    box = (0.0, top, at - GAP, 0.0)
    return _framed("".join(parts), box, words, "figure-strip", (0, 0))


def _told_apart(figure: Figure) -> list[BodyAt]:
    """The bodies of the key poses, without the way back through poses that were already shown."""
    found: dict[tuple[object, ...], BodyAt] = {}
    for pose, body in zip(figure.poses, key_bodies(figure), strict=False):
        if pose.passing:
            continue
        sides = frozenset((pose.right, pose.left))
        found.setdefault((pose.lean, pose.roll, pose.spine, pose.air, figure.stands_in(pose), sides), body)
    return list(found.values())


def _known_by(figure: Figure) -> int:
    """The pose it says, else the one furthest from the first: where the work is."""
    if figure.still is not None:
        return figure.still - 1
    bodies = key_bodies(figure)
    first = bodies[0]

    def away(body: BodyAt) -> float:
        pairs = (
            (body.right_leg.knee - body.hips, first.right_leg.knee - first.hips),
            (body.left_leg.knee - body.hips, first.left_leg.knee - first.hips),
            (body.shoulders - body.hips, first.shoulders - first.hips),
            (body.right_arm.hand - body.hips, first.right_arm.hand - first.hips),
        )
        rise = abs(body.hips.y - first.hips.y)
        return rise + sum((one - other).length for one, other in pairs)

    return max(range(len(figure.poses)), key=lambda place: away(bodies[place]))


class _Clock:
    """When each frame is shown, as shares of a round."""

    def __init__(self, found: Sequence[Moment]) -> None:
        self.whole = found[-1].seconds
        self.shares = [moment.seconds / self.whole for moment in found]
        self.times = ";".join(_short(share) for share in self.shares)

    def animate(self, attribute: str, values: Sequence[str]) -> str:
        return (
            f'<animate attributeName="{attribute}" dur="{_short(self.whole)}s" repeatCount="indefinite" '
            f'keyTimes="{self.times}" values="{";".join(values)}"/>'
        )

    def place(self, spots: Sequence[Spot], *, even: bool = False) -> str:
        values = [f"{round(x * SCALE)} {round(-y * SCALE)}" for x, y in spots]
        return self._transform("translate", values, even=even)

    def turn(self, degrees: Sequence[float]) -> str:
        return self._transform("rotate", [str(round(angle)) for angle in degrees], more=' additive="sum"')

    def _transform(self, kind: str, values: Sequence[str], *, more: str = "", even: bool = False) -> str:
        times = "" if even else f' keyTimes="{self.times}"'
        return (
            f'<animateTransform attributeName="transform" type="{kind}"{more} dur="{_short(self.whole)}s" '
            f'repeatCount="indefinite"{times} values="{";".join(values)}"/>'
        )


Shots = Sequence[tuple[Camera, BodyAt]]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in units of the drawing."""


def _passing(way: float, box: Box, clock: _Clock) -> str:
    """Marks on the floor that go by as the figure goes on."""
    step = way / TICKS
    first, last = box[0] / SCALE - 0.3, box[2] / SCALE + 0.3 + way
    marks = "".join(
        f"M{round((first + step * place) * SCALE)} 6h14" for place in range(round((last - first) / step))
    )
    colour = COLOURS["f-floor"]
    gone = clock.place([(-way * share, 0.0) for share in (0.0, 1.0)], even=True)
    return f'<g class="f-floor" stroke="{colour}"><path stroke-width="3" d="{marks}"/>{gone}</g>'


def _drawn(figure: Figure, shots: Shots, clock: _Clock | None) -> tuple[str, Box]:
    """The figure with its things, and the room it takes."""
    standing = [standing_drawing(prop, Camera(figure.view)) for prop in figure.props if _stands(prop)]
    held = [prop for prop in figure.props if not _stands(prop)]
    spots = [spot for _, corners in standing for spot in corners]
    spots += [spot for prop in held for spot in _reach(prop, shots)]
    parts = [_tinted("f-thing", "".join(drawing for drawing, _ in standing))] if standing else []
    parts += [_held(prop, shots, clock) for prop in held if prop.behind]
    for place, layer in enumerate(LAYERS[figure.view]):
        if place == ARMS_FROM[figure.view]:
            parts += [_held(prop, shots, clock) for prop in held if not prop.behind]
        if isinstance(layer, str):
            parts.append(_head(shots, clock))
            spots += [(x + side, y + 0.07) for x, y in _heads(shots) for side in (-0.06, 0.06)]
        else:
            shapes = [list(layer.shapes(camera, body)) for camera, body in shots]
            spots += [spot for shot in shapes for polygon in shot for spot in polygon]
            parts.append(_limb(layer.tint, [path_of(shape) for shape in shapes], clock))
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    pad = outline.ROUND
    box = ((min(xs) - pad) * SCALE, -(max(ys) + pad) * SCALE, (max(xs) + pad) * SCALE, 0.0)
    return "".join(parts), box


def _heads(shots: Shots) -> list[Spot]:
    return [camera.spot(body.head) for camera, body in shots]


def _head(shots: Shots, clock: _Clock | None) -> str:
    """The head, placed and turned."""
    spots, angles = _heads(shots), _steady([outline.head_turned(camera, body) for camera, body in shots])
    drawing = outline.FACE if shots[0][0].view is View.FRONT else outline.PROFILE
    x, y = round(spots[0][0] * SCALE), round(-spots[0][1] * SCALE)
    moves = clock is not None and len({(round(x, 4), round(y, 4)) for x, y in spots}) > 1
    moved = clock.place(spots) + clock.turn(angles) if clock and moves else ""
    return _tinted(
        "f-body", f'<g transform="translate({x} {y}) rotate({round(angles[0])})">{moved}{drawing}</g>'
    )


def _steady(angles: Sequence[float]) -> list[float]:
    """Angles without a jump by a whole turn."""
    found = [angles[0]]
    for angle in angles[1:]:
        found.append(found[-1] + (angle - found[-1] + 180) % 360 - 180)
    return found


def _stands(prop: Prop) -> bool:
    return prop.at is None


def _reach(prop: Prop, shots: Shots) -> list[Spot]:
    half = {PropKind.BARBELL: 0.125, PropKind.KETTLEBELL: 0.1, PropKind.BALL: prop.length / 2}.get(
        prop.kind, 0.05
    )
    found = []
    for camera, body in shots:
        x, y = camera.spot(held_at(prop.at or Holder.HANDS, body))
        found += [(x - half, y + half), (x + half, y)]
    return found


def _limb(tint: str, paths: Sequence[str], clock: _Clock | None) -> str:
    if clock is None or len(set(paths)) == 1:
        return _tinted(tint, f'<path d="{paths[0]}"/>')
    return _tinted(tint, f'<path d="{paths[0]}">{clock.animate("d", paths)}</path>')


def _held(prop: Prop, shots: Shots, clock: _Clock | None) -> str:
    assert prop.at is not None
    if prop.kind in {PropKind.BAND, PropKind.ROPE}:
        return _band(prop, shots, clock)
    spots = [camera.spot(held_at(prop.at, body)) for camera, body in shots]
    if prop.kind is PropKind.BALL:
        spots = [(x, prop.length / 2) for x, _ in spots]
    drawing = held_drawing(prop)
    if prop.tilt:
        drawing = f'<g transform="rotate({_short(prop.tilt)})">{drawing}</g>'
    x, y = spots[0]
    moved = clock.place(spots) if clock and len(set(spots)) > 1 else ""
    placed = f'<g transform="translate({round(x * SCALE)} {round(-y * SCALE)})">{moved}{drawing}</g>'
    return _tinted("f-thing", placed, faint=prop.behind)


def _band(prop: Prop, shots: Shots, clock: _Clock | None) -> str:
    """From one holder to another, or to a place that stays."""
    lines = []
    for camera, body in shots:
        start = held_at(prop.at or Holder.HANDS, body)
        end = held_at(prop.to, body) if prop.to else Vec(prop.x, prop.height, start.z)
        lines.append(path_of([camera.spots((start, end))], closed=False))
    moved = clock.animate("d", lines) if clock and len(set(lines)) > 1 else ""
    return _tinted("f-thing", f'<path d="{lines[0]}" stroke-width="7" fill="none">{moved}</path>')


def _tinted(tint: str, drawing: str, *, faint: bool = False) -> str:
    colour = COLOURS[tint]
    more = ' opacity=".55"' if faint else ""
    return f'<g class="{tint}" fill="{colour}" stroke="{colour}"{more}>{drawing}</g>'


def _framed(drawing: str, box: Box, words: Words | None, kind: str, least: tuple[int, int]) -> str:
    left, top, right, _ = box
    spare = max(0.0, least[0] - (right - left) - 2 * MARGIN) / 2
    x, wide = round(left - MARGIN - spare), round(right - left + 2 * (MARGIN + spare))
    high = round(max(-top + MARGIN, least[1]))
    stroke = round(outline.ROUND * SCALE * 2)
    floor = (
        f'<path class="f-floor" stroke="{COLOURS["f-floor"]}" stroke-width="3" d="M{x + 8} 2h{wide - 16}"/>'
    )
    told, named = _told(words)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure {kind}" viewBox="{x} {-high} {wide} {high + 12}" preserveAspectRatio="xMidYMax" {named}>'
        f'{told}{floor}<g stroke-width="{stroke}" stroke-linejoin="round" stroke-linecap="round">{drawing}</g></svg>'
    )


def _told(words: Words | None) -> tuple[str, str]:
    if words is None:
        return "", 'aria-hidden="true"'
    title, text = f"{words.name}-title", f"{words.name}-text"
    told = f"<title id={quoteattr(title)}>{escape(words.title)}</title><desc id={quoteattr(text)}>{escape(words.text)}</desc>"
    return told, f'role="img" aria-labelledby={quoteattr(f"{title} {text}")}'


def _short(number: float) -> str:
    """Three places at most, and no more signs than needed."""
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return text.removeprefix("0") if "." in text else text
