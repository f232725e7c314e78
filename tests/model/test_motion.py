"""The body is where its angles put it, and moves as its poses say."""

from itertools import pairwise

import pytest

from legday.model import body as build
from legday.model.figures import Arm, Figure, Leg, Point, Pose, Stand, Travel
from legday.model.motion import body_at, key_bodies, moments
from legday.model.posture import posture
from legday.model.space import UP, WORLD, Vec, angle_between

FEET = (Stand(on=Point.RIGHT_FOOT), Stand(on=Point.LEFT_FOOT))
TALL = Pose(by=Travel.UP)


def near(one: Vec, other: Vec) -> bool:
    return (one - other).length < 1e-9


def test_a_body_standing_straight_is_as_high_as_its_parts() -> None:
    (body, _) = key_bodies(Figure(poses=(TALL, Pose(by=Travel.DOWN)), stands=FEET))
    assert body.hips.y == pytest.approx(build.HIP_HEIGHT)
    assert body.shoulders.y == pytest.approx(build.SHOULDER_HEIGHT)
    assert body.head.y + build.HEAD / 2 == pytest.approx(1.0)
    assert body.lowest == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("pose", "part", "way"),
    [
        (Pose(legs=Leg(hip=90)), "knee", Vec(1, 0, 0)),
        (Pose(legs=Leg(out=90)), "knee", Vec(0, 0, 1)),
        (Pose(lean=90), "knee", Vec(-1, 0, 0)),
        (Pose(arms=Arm(shoulder=90)), "elbow", Vec(1, 0, 0)),
        (Pose(arms=Arm(shoulder=180)), "elbow", Vec(0, 1, 0)),
        (Pose(arms=Arm(out=90)), "elbow", Vec(0, 0, 1)),
        (Pose(lean=-90, arms=Arm(shoulder=90)), "elbow", Vec(0, 1, 0)),
        (Pose(roll=90), "knee", Vec(0, 0, -1)),
    ],
)
def test_an_angle_turns_its_limb_the_way_it_says(pose: Pose, part: str, way: Vec) -> None:
    body = posture(pose)
    limbs = {
        "knee": (body.right_leg.knee - body.right_leg.hip).unit(),
        "elbow": (body.right_arm.elbow - body.right_arm.shoulder).unit(),
    }
    assert near(limbs[part], way)


def test_a_bent_knee_goes_back_and_a_bent_elbow_forward() -> None:
    body = posture(Pose(legs=Leg(knee=90), arms=Arm(elbow=90)))
    assert near((body.right_leg.ankle - body.right_leg.knee).unit(), Vec(-1, 0, 0))
    assert near((body.left_arm.wrist - body.left_arm.elbow).unit(), Vec(1, 0, 0))


def test_left_and_right_mirror_each_other() -> None:
    body = posture(
        Pose(legs=Leg(hip=30, out=20, turn=10, knee=40), arms=Arm(shoulder=50, out=30, turn=15, elbow=60))
    )
    right, left = body.right_leg.ankle, body.left_leg.ankle
    assert near(left, Vec(right.x, right.y, -right.z))
    hand = body.right_arm.hand
    assert near(body.left_arm.hand, Vec(hand.x, hand.y, -hand.z))


def test_measured_angles_are_those_that_were_set() -> None:
    body = posture(Pose(lean=20, legs=Leg(hip=70, knee=55, ankle=12), arms=Arm(elbow=33)))
    assert body.hip_bent(body.right_leg) == pytest.approx(70)
    assert body.right_leg.knee_bent == pytest.approx(55)
    assert body.right_leg.ankle_bent == pytest.approx(12)
    assert body.left_arm.elbow_bent == pytest.approx(33)


def test_a_lifted_heel_leaves_the_toes_on_the_floor() -> None:
    figure = Figure(poses=(TALL, Pose(by=Travel.DOWN, legs=Leg(heel=40))), stands=FEET)
    leg = key_bodies(figure)[1].right_leg
    assert leg.ball.y == pytest.approx(0.0)
    assert leg.tip.y == pytest.approx(0.0)
    assert leg.heel.y > 0.06


def test_a_free_foot_that_would_go_through_the_floor_is_drawn_up_on_its_way() -> None:
    low = Pose(by=Travel.UP, right_leg=Leg(hip=40, knee=50), stands=(Stand(on=Point.LEFT_FOOT),))
    back = Pose(by=Travel.DOWN, right_leg=Leg(hip=-20, knee=40), stands=(Stand(on=Point.LEFT_FOOT),))
    figure = Figure(poses=(low, back))
    assert min(body_at(figure, 0, share / 20).lowest for share in range(21)) >= -1e-6


def test_a_second_foot_is_reached_for_where_it_first_stood() -> None:
    bent = Leg(hip=45, knee=40)
    figure = Figure(
        poses=(Pose(by=Travel.UP, right_leg=Leg(hip=30, knee=25), left_leg=Leg(hip=-10, knee=45, heel=40)),
               Pose(by=Travel.DOWN, right_leg=bent, left_leg=Leg(hip=-5, knee=60, heel=45))),
        stands=FEET,
    )  # fmt: skip
    first, second = key_bodies(figure)
    assert near(first.touching(Point.LEFT_FOOT), second.touching(Point.LEFT_FOOT))
    assert first.touching(Point.LEFT_FOOT).y == pytest.approx(0.0)


def test_a_sliding_foot_keeps_its_height_only() -> None:
    slides = (Stand(on=Point.SHOULDERS), Stand(on=Point.RIGHT_HEEL, slides=True))
    near_by = Pose(by=Travel.UP, lean=-116, right_leg=Leg(knee=112, heel=-18))
    away = Pose(by=Travel.DOWN, lean=-99, right_leg=Leg(knee=30, heel=-65))
    first, second = key_bodies(Figure(poses=(near_by, away), stands=slides))
    assert second.touching(Point.RIGHT_HEEL).x > first.touching(Point.RIGHT_HEEL).x + 0.1
    assert second.touching(Point.RIGHT_HEEL).y == pytest.approx(0.0)


def test_a_flight_rises_ever_slower_and_lands_further_on() -> None:
    jump = Figure(
        poses=(
            Pose(seconds=0.3, legs=Leg(heel=40)),
            Pose(seconds=0.3, legs=Leg(ankle=-30), stands=(), air=0.2, forward=0.1),
            Pose(seconds=0.3, forward=0.1),
            Pose(seconds=0.3, stands=(), air=0.1, forward=-0.1),
        ),
        stands=FEET,
    )
    ground, high, landed, _ = key_bodies(jump)
    assert high.lowest == pytest.approx(0.2)
    assert landed.hips.x - ground.hips.x == pytest.approx(0.2)
    rise = [body_at(jump, 0, share / 4).hips.y for share in range(5)]
    steps = [after - before for before, after in pairwise(rise)]
    assert steps == sorted(steps, reverse=True)


def test_the_parts_of_the_tempo_are_shared_by_the_poses_that_take_them() -> None:
    figure = Figure(
        poses=(
            Pose(by=Travel.UP, pause=0.5),
            Pose(by=Travel.DOWN, lean=20, legs=Leg(hip=20)),
            Pose(by=Travel.DOWN, lean=40, legs=Leg(hip=40)),
        ),
        stands=FEET,
    )
    at = {moment.key: moment.seconds for moment in moments(figure, "3-0-1") if moment.key is not None}
    ends = [moment.seconds for moment in moments(figure, "3-0-1") if moment.key is not None]
    assert at[1] == pytest.approx(0.5 + 1.5)
    assert at[2] == pytest.approx(0.5 + 3.0)
    assert ends[-1] == pytest.approx(0.5 + 3.0 + 1.0)


def test_the_other_side_follows_where_a_figure_is_mirrored() -> None:
    figure = Figure(
        poses=(TALL, Pose(by=Travel.DOWN, right_leg=Leg(hip=60, knee=60), stands=(FEET[1],))),
        stands=FEET,
        mirrored=True,
    )
    bodies = key_bodies(figure)
    assert len(bodies) == 4
    one, other = bodies[1].right_leg.knee, bodies[3].left_leg.knee
    assert near(other, Vec(one.x, one.y, -one.z))


def test_frames_turn_about_their_own_axes() -> None:
    assert near(WORLD.pitched(90).up, WORLD.forward)
    assert near(WORLD.rolled(90).up, WORLD.right)
    assert near(WORLD.turned(90).forward, WORLD.right)
    assert angle_between(UP, WORLD.pitched(30).up) == pytest.approx(30)
