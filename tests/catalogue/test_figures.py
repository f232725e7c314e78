"""Every figure is one a body can do, and shows what the article says of form."""

import shutil
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model import body as build
from legday.model.errors import CatalogueError
from legday.model.figures import Figure, Point
from legday.model.motion import body_at, key_bodies, moments
from legday.model.posture import ArmAt, BodyAt, LegAt, posture
from legday.model.space import Vec, angle_between

CATALOGUE = read_catalogue()
ALL = pytest.mark.parametrize("name", sorted(CATALOGUE.exercises))
THROUGH = 0.005
"""Half a percent of body height, 9 mm of a runner of 1.75 m, is no going through the floor but a soft shoe."""
PARALLEL = 5.0
"""Degrees within which a thigh is parallel to the floor, or two lines are one."""
RIGHT_ANGLE = 5.0


def figure(name: str) -> Figure:
    drawn = CATALOGUE.exercises[name].figure
    assert drawn is not None, f"{name} has no figure"
    return drawn


def shots(name: str) -> Iterator[BodyAt]:
    """The body at every frame, and half way between."""
    drawn = figure(name)
    for way in range(len(drawn.round())):
        for share in range(10):
            yield body_at(drawn, way, share / 10)


def legs(body: BodyAt) -> tuple[LegAt, LegAt]:
    return body.right_leg, body.left_leg


def arms(body: BodyAt) -> tuple[ArmAt, ArmAt]:
    return body.right_arm, body.left_arm


def lowest_hips(name: str) -> BodyAt:
    return min(key_bodies(figure(name)), key=lambda body: body.hips.y)


def highest_hips(name: str) -> BodyAt:
    return max(key_bodies(figure(name)), key=lambda body: body.hips.y)


def from_level(way: Vec) -> float:
    return abs(90.0 - angle_between(way, Vec(0.0, 1.0, 0.0)))


# What holds of all of them.


@ALL
def test_nothing_goes_through_the_floor(name: str) -> None:
    low = min((point.y, part) for body in shots(name) for part, point in body.undersides())
    assert low[0] >= -THROUGH, low


@ALL
def test_limbs_never_change_their_length(name: str) -> None:
    for body in shots(name):
        for leg in legs(body):
            assert (leg.knee - leg.hip).length == pytest.approx(build.THIGH, abs=1e-6)
            assert (leg.ankle - leg.knee).length == pytest.approx(build.SHANK, abs=1e-6)
            assert (leg.tip - leg.ball).length == pytest.approx(build.TIP_AHEAD, abs=1e-6)
            assert (leg.ball - leg.heel).length == pytest.approx(build.HEEL_BACK + build.BALL_AHEAD, abs=1e-6)
        for arm in arms(body):
            assert (arm.elbow - arm.shoulder).length == pytest.approx(build.UPPER_ARM, abs=1e-6)
            assert (arm.wrist - arm.elbow).length == pytest.approx(build.FOREARM, abs=1e-6)
        spine = (body.waist - body.hips).length + (body.shoulders - body.waist).length
        assert spine == pytest.approx(build.TRUNK, abs=1e-6)


@ALL
def test_joints_stay_within_what_they_can_do(name: str) -> None:
    def within(joint: str, degrees: float) -> bool:
        low, high = build.RANGES[joint]
        return low - 5 <= degrees <= high + 5

    for body in shots(name):
        for leg in legs(body):
            assert within("knee", leg.knee_bent), leg.knee_bent
            assert within("ankle", leg.ankle_bent), leg.ankle_bent
            assert within("hip", body.hip_bent(leg)), body.hip_bent(leg)
        for arm in arms(body):
            assert within("elbow", arm.elbow_bent), arm.elbow_bent


@ALL
def test_what_stands_still_stays_where_it_is(name: str) -> None:
    drawn = figure(name)
    poses = drawn.round()
    for way, (pose, after) in enumerate(pairwise([*poses, poses[0]])):
        later = {stand.on for stand in after.stands or ()}
        still = [stand.on for stand in pose.stands or () if stand.on in later and not stand.slides]
        start = body_at(drawn, way, 0.0)
        for body in (body_at(drawn, way, share / 10) for share in range(11)):
            moved = {point: (body.touching(point) - start.touching(point)).length for point in still}
            assert all(far <= 0.006 for far in moved.values()), moved


@ALL
def test_what_bears_lies_on_what_it_bears_on(name: str) -> None:
    drawn = figure(name)
    for pose, body in zip(drawn.round(), key_bodies(drawn), strict=True):
        for stand in pose.stands or ():
            assert body.touching(stand.on).y == pytest.approx(stand.height, abs=0.012), stand.on


@ALL
def test_it_ends_as_it_began(name: str) -> None:
    drawn, tempo = figure(name), CATALOGUE.exercises[name].tempo
    first, last = (moments(drawn, tempo)[place].body for place in (0, -1))
    gone = last.hips - first.hips
    assert (gone.length > 0.3) == drawn.travels
    assert gone.y == pytest.approx(0.0, abs=1e-6)
    one, other = first.moved(gone), last
    for mine, theirs in ((one.right_leg, other.right_leg), (one.left_leg, other.left_leg)):
        assert (mine.ankle - theirs.ankle).length == pytest.approx(0.0, abs=1e-6)
    assert (one.right_arm.hand - other.right_arm.hand).length == pytest.approx(0.0, abs=1e-6)


@ALL
def test_the_angles_in_the_file_are_those_that_are_shown(name: str) -> None:
    """Feet are set on their places, which may bend a joint a little further than the file says: a little only."""
    drawn = figure(name)
    for pose, body in zip(drawn.round(), key_bodies(drawn), strict=True):
        said = posture(pose)
        for leg, mine in zip(legs(said), legs(body), strict=True):
            assert mine.knee_bent == pytest.approx(leg.knee_bent, abs=6)
            assert body.hip_bent(mine) == pytest.approx(said.hip_bent(leg), abs=6)


@ALL
def test_time_goes_on_and_the_tempo_is_kept(name: str) -> None:
    exercise = CATALOGUE.exercises[name]
    drawn = figure(name)
    found = moments(drawn, exercise.tempo)
    assert all(one.seconds < other.seconds for one, other in pairwise(found))
    if exercise.tempo.count("-") == 2 and all(pose.by for pose in drawn.poses):
        down, _, up = (int(part) for part in exercise.tempo.split("-"))
        pauses = sum(pose.pause for pose in drawn.round())
        sides = 2 if drawn.mirrored else 1
        assert found[-1].seconds - pauses == pytest.approx(sides * (down + up), abs=0.01)


SLOW_ON_FEET = (
    "squat", "goblet-squat", "deadlift", "romanian-deadlift", "kickstand-deadlift", "single-leg-deadlift", "calf-raise",
    "split-squat", "lateral-step-down", "lateral-lunge", "standing-calf-raise",
)  # fmt: skip


@pytest.mark.parametrize("name", SLOW_ON_FEET)
def test_the_body_is_in_balance_over_its_feet(name: str) -> None:
    drawn = figure(name)
    for pose, body in zip(drawn.round(), key_bodies(drawn), strict=True):
        bearing = {stand.on for stand in pose.stands or ()}
        feet = [
            leg
            for leg, point in zip(legs(body), (Point.RIGHT_FOOT, Point.LEFT_FOOT), strict=True)
            if point in bearing
        ]
        if len(feet) == len(bearing & {Point.RIGHT_FOOT, Point.LEFT_FOOT}) and not pose.passing and feet:
            low = min(leg.heel.x for leg in feet)
            high = max(leg.tip.x for leg in feet)
            assert low <= body.balance.x <= high


# What the article says of form (docs/article.md, rows E1 to E8).


@pytest.mark.parametrize("name", ["squat", "goblet-squat", "bulgarian-split-squat"])
def test_at_the_bottom_the_thigh_is_parallel_to_the_floor_and_the_knee_behind_the_toes(name: str) -> None:
    leg = lowest_hips(name).right_leg
    assert from_level(leg.knee - leg.hip) <= PARALLEL
    for body in shots(name):
        assert body.right_leg.knee.x <= body.right_leg.tip.x


@pytest.mark.parametrize("name", ["squat", "goblet-squat", "box-squat"])
def test_the_squat_keeps_its_heels_down_and_its_chest_up(name: str) -> None:
    for body in shots(name):
        assert all(leg.heel.y == pytest.approx(0.0, abs=1e-6) for leg in legs(body))
        assert angle_between(body.thorax.up, Vec(0.0, 1.0, 0.0)) <= 45


@pytest.mark.parametrize("name", ["lunge", "walking-lunge", "reverse-lunge", "split-squat"])
def test_at_the_bottom_of_the_lunge_both_knees_are_at_a_right_angle(name: str) -> None:
    body = lowest_hips(name)
    assert all(leg.knee_bent == pytest.approx(90, abs=RIGHT_ANGLE) for leg in legs(body))
    front = max(legs(body), key=lambda leg: leg.ankle.x)
    rear = min(legs(body), key=lambda leg: leg.ankle.x)
    assert front.knee.x <= front.tip.x
    assert front.heel.y == pytest.approx(0.0, abs=1e-6)
    assert 0.005 <= rear.knee.y - build.THICKNESS["knee"] <= 0.05, "just above the floor"
    assert angle_between(body.thorax.up, Vec(0.0, 1.0, 0.0)) <= 10


@pytest.mark.parametrize(
    "name",
    ["deadlift", "romanian-deadlift", "kickstand-deadlift", "single-leg-deadlift", "squat", "goblet-squat"],
)
def test_the_trunk_is_one_straight_line_throughout(name: str) -> None:
    for body in shots(name):
        assert angle_between(body.waist - body.hips, body.shoulders - body.waist) <= 1e-3


@pytest.mark.parametrize(
    "name", ["deadlift", "romanian-deadlift", "kickstand-deadlift", "single-leg-deadlift"]
)
def test_the_deadlift_hinges_at_the_hips(name: str) -> None:
    top, bottom = highest_hips(name), min(key_bodies(figure(name)), key=lambda body: body.shoulders.y)
    hips = bottom.hip_bent(bottom.right_leg) - top.hip_bent(top.right_leg)
    knees = bottom.right_leg.knee_bent - top.right_leg.knee_bent
    assert hips >= 85
    assert knees <= 0.65 * hips
    assert bottom.hips.x < top.hips.x, "pushed back"
    assert bottom.hips.y > bottom.right_leg.knee.y + 0.05, "no squat"


def test_the_weight_of_the_deadlift_stays_close_to_the_legs() -> None:
    for body in shots("deadlift"):
        leg = body.right_leg
        assert abs(body.right_arm.hand.x - leg.ball.x) <= 0.06


def test_the_single_leg_deadlift_makes_one_line_of_trunk_and_free_leg() -> None:
    bottom = min(key_bodies(figure("single-leg-deadlift")), key=lambda body: body.shoulders.y)
    free = bottom.left_leg
    assert angle_between(bottom.shoulders - bottom.hips, free.hip - free.ankle) <= PARALLEL
    assert 5 <= bottom.right_leg.knee_bent <= 30, "a soft knee"
    (dumbbell,) = figure("single-leg-deadlift").props
    assert dumbbell.at == "left-hand", "in the hand opposite to the standing leg"


@pytest.mark.parametrize(
    "name", ["calf-raise", "standing-calf-raise", "single-leg-calf-raise", "towel-heel-raise"]
)
def test_the_heel_goes_up_over_straight_knees(name: str) -> None:
    bodies = key_bodies(figure(name))
    heels = [body.right_leg.heel.y - body.right_leg.ball.y for body in bodies]
    assert max(heels) >= 0.06
    assert all(body.right_leg.knee_bent <= 3 for body in bodies)


@pytest.mark.parametrize("name", ["standing-calf-raise", "single-leg-calf-raise"])
def test_over_the_edge_of_a_step_the_heel_sinks_below_it(name: str) -> None:
    bodies = key_bodies(figure(name))
    assert min(body.right_leg.heel.y - body.right_leg.ball.y for body in bodies) <= -0.03


def test_the_whole_foot_is_on_the_step_in_the_step_up() -> None:
    drawn = figure("step-up")
    (step,) = [prop for prop in drawn.props if prop.at is None]
    near, far = step.x - step.length / 2, step.x + step.length / 2
    for body in shots("step-up"):
        foot = body.right_leg
        assert near <= foot.heel.x
        assert foot.tip.x <= far
        assert foot.heel.y == pytest.approx(step.height, abs=1e-6)
        assert foot.ball.y == pytest.approx(step.height, abs=1e-6)


def test_the_step_up_ends_upright_with_both_feet_on_the_step() -> None:
    top = highest_hips("step-up")
    assert all(leg.knee_bent <= 5 for leg in legs(top))
    assert all(leg.ball.y == pytest.approx(0.22, abs=1e-6) for leg in legs(top))


@pytest.mark.parametrize("name", ["glute-bridge", "single-leg-glute-bridge", "hip-thrust"])
def test_at_the_top_of_the_bridge_shoulders_hips_and_knee_are_in_one_line(name: str) -> None:
    top = highest_hips(name)
    knee = top.right_leg.knee
    assert angle_between(top.hips - top.shoulders, knee - top.right_leg.hip) <= PARALLEL
    assert from_level(knee - top.right_leg.ankle) >= 85, "upright shins"


@pytest.mark.parametrize("name", ["glute-bridge", "single-leg-glute-bridge"])
def test_the_bridge_keeps_its_shoulders_and_feet_on_the_floor(name: str) -> None:
    for body in shots(name):
        assert body.touching(Point.SHOULDERS).y == pytest.approx(0.0, abs=1e-6)
        assert body.right_leg.heel.y == pytest.approx(0.0, abs=0.003)


def test_the_rear_foot_of_the_bulgarian_split_squat_stays_on_the_bench() -> None:
    for body in shots("bulgarian-split-squat"):
        assert body.touching(Point.LEFT_INSTEP).y == pytest.approx(0.21, abs=0.003)
    assert lowest_hips("bulgarian-split-squat").right_leg.heel.y == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("name", ["plank", "side-plank"])
def test_the_plank_is_one_line(name: str) -> None:
    body = max(key_bodies(figure(name)), key=lambda body: body.hips.y)
    ankles = body.right_leg.ankle.toward(body.left_leg.ankle, 0.5)
    assert angle_between(body.hips - body.shoulders, ankles - body.hips) <= PARALLEL


def test_the_nordic_curl_keeps_knees_hips_and_shoulders_in_one_line() -> None:
    for body in key_bodies(figure("nordic-curl")):
        assert abs(body.hip_bent(body.right_leg)) <= 10


@pytest.mark.parametrize("name", ["box-jump", "jump-squat", "pogo", "plyometric-lunge"])
def test_a_jump_leaves_the_floor_and_lands_on_bent_knees(name: str) -> None:
    drawn = figure(name)
    poses, bodies = drawn.round(), key_bodies(drawn)
    flights = [place for place, pose in enumerate(poses) if not pose.stands]
    assert flights
    for place in flights:
        assert min(leg.tip.y for leg in legs(bodies[place])) >= 0.04
        landing = bodies[(place + 1) % len(bodies)]
        assert max(leg.knee_bent for leg in legs(landing)) >= (3 if name == "pogo" else 20)


# What the reader refuses.


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "catalogue"
    shutil.copytree(
        str(files("legday.catalogue")), folder, ignore=shutil.ignore_patterns("*.py", "__pycache__")
    )
    return folder


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ("knee = 116", "knee = 170", "figure.poses.2.legs.knee", "0 to 145 degrees"),
        ("lean = 42", "lean = 200", "figure.poses.2.lean", "-180 to 180 degrees"),
        ('by = "down"', "", "figure.poses.2.seconds", "either seconds, or by = the part of the tempo it takes"),
        ("pause = 0.3", "pause = -1", "figure.poses.2.pause", "up to 10 seconds"),
        (
            'stands = [{ on = "right-foot" }, { on = "left-foot" }]',
            "",
            "figure.poses.1.stands",
            "a point that bears, or air above 0",
        ),
        ('on = "left-foot"', 'on = "right-foot"', "figure.poses.1.stands", "each point once"),
        ("knee = 116", "kne = 116", "figure.poses.1.legs.kne", "no such key"),
    ],
)  # fmt: skip
def test_a_pose_that_no_body_can_do_is_refused_by_its_place(
    copy: Path, old: str, new: str, key: str, expected: str
) -> None:
    file = copy / "exercises" / "squat.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")

    with pytest.raises(CatalogueError) as refused:
        read_catalogue(root=copy)

    assert (refused.value.file, refused.value.key, refused.value.expected) == (
        "exercises/squat.toml",
        key,
        expected,
    )


def test_the_numbers_of_the_body_name_their_sources() -> None:
    assert set(build.SOURCES) <= set(CATALOGUE.sources)
    standing = build.ANKLE_HEIGHT + build.SHANK + build.THIGH + build.TRUNK
    assert standing == pytest.approx(build.SHOULDER_HEIGHT)
    assert standing + build.HEAD_CENTRE + build.HEAD / 2 == pytest.approx(1.0)
    assert sum(build.MASS.values()) + sum(
        build.MASS[part] for part in ("upper-arm", "forearm", "thigh", "shank", "foot")
    ) == pytest.approx(1.0, abs=0.005)
