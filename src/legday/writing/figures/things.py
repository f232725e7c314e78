"""Decides how the things around a figure look: what is held moves with the hand, what stands on the floor stays."""

from collections.abc import Sequence

from legday.model.figures import Holder, Prop, PropKind
from legday.model.posture import BodyAt
from legday.model.space import Vec
from legday.writing.figures.camera import SCALE, Camera, Spot

THICK = 0.028
"""A bench's board, in body heights."""


def held_at(holder: Holder, at: BodyAt) -> Vec:
    """The middle of what holds a thing."""
    right, left = at.right_leg, at.left_leg
    places = {
        Holder.RIGHT_HAND: at.right_arm.hand,
        Holder.LEFT_HAND: at.left_arm.hand,
        Holder.HANDS: at.right_arm.hand.toward(at.left_arm.hand, 0.5),
        Holder.NECK: at.shoulders - at.thorax.forward * 0.045 + at.thorax.up * 0.012,
        Holder.HIPS: at.hips + at.pelvis.forward * 0.085 + at.pelvis.up * 0.02,
        Holder.RIGHT_KNEE: right.knee,
        Holder.LEFT_KNEE: left.knee,
        Holder.KNEES: right.knee.toward(left.knee, 0.5) + at.pelvis.up * 0.045,
        Holder.RIGHT_ANKLE: right.ankle,
        Holder.LEFT_ANKLE: left.ankle,
        Holder.RIGHT_FOOT: right.ball,
        Holder.LEFT_FOOT: left.ball,
        Holder.HEELS: right.heel.toward(left.heel, 0.5),
        Holder.FEET: right.ball.toward(left.ball, 0.5),
    }
    return places[holder]


def held_drawing(prop: Prop) -> str:
    """A held thing about the middle of what holds it."""
    match prop.kind:
        case PropKind.DUMBBELL if prop.across:
            return '<circle r="15"/><circle r="5" class="f-hole"/>'
        case PropKind.DUMBBELL:
            return '<path d="M-20 0h40" stroke-width="6"/><path d="M-22-8v16M22-8v16" stroke-width="13"/>'
        case PropKind.BARBELL:
            return '<circle r="46" fill="none" stroke-width="8"/><circle r="7"/>'
        case PropKind.KETTLEBELL:
            return '<path d="M-9 10q-4-18 9-18t9 18" fill="none" stroke-width="6"/><circle cy="24" r="18"/>'
        case PropKind.BALL:
            return f'<circle r="{round(prop.length * SCALE / 2)}" fill-opacity=".35" stroke-width="4"/>'
        case PropKind.SLIDER:
            return '<path d="M-18 0h36" stroke-width="5"/>'
        case _:
            return '<circle r="6"/>'


def standing_drawing(prop: Prop, camera: Camera) -> tuple[str, Sequence[Spot]]:
    """A thing on the floor, and the corners it reaches to."""
    x = prop.x * camera.along
    half = prop.length / 2
    corners = [(x - half, 0.0), (x + half, prop.height)]
    left, right, top = round((x - half) * SCALE), round((x + half) * SCALE), round(-prop.height * SCALE)
    wide = right - left
    match prop.kind:
        case PropKind.BENCH:
            board = round(THICK * SCALE)
            legs = f"M{left + 14} {top + board}V0M{right - 14} {top + board}V0"
            return (
                f'<path d="{legs}" stroke-width="7"/><rect x="{left}" y="{top}" width="{wide}" height="{board}" rx="5" stroke="none"/>',
                corners,
            )
        case PropKind.CHAIR:
            back = f"M{left + 3} 0V{round(-prop.height * SCALE * 1.9)}M{right - 4} {top}V0"
            seat = f'<path d="M{left} {top + 4}H{right}" stroke-width="9"/>'
            return f'<path d="{back}" stroke-width="7"/>{seat}', [*corners, (x - half, prop.height * 1.9)]
        case PropKind.TOWEL:
            return f'<circle cx="{left}" cy="{top}" r="9" stroke="none"/>', corners
        case PropKind.WALL | PropKind.POST:
            return f'<path d="M{left} 0V{top}" stroke-width="6"/>', corners
        case PropKind.ANCHOR:
            pad = f'<rect x="{left}" y="{top}" width="{wide}" height="16" rx="8"/>'
            return f'<path d="M{left + wide // 2} {top + 8}V0" stroke-width="7"/>{pad}', corners
        case _:
            box = f'<rect x="{left + 2}" y="{top + 2}" width="{wide - 4}" height="{-top - 2}" rx="4" fill-opacity=".3" stroke-width="4"/>'
            return box, corners
