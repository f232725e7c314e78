"""Plan files: our own JSON, JSON with keys left out, plans written by hand, and what is told of slips."""

import json
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.errors import InputError
from legday.model.plan import Day, Plan, Reasons, Session
from legday.model.progression import Phase
from legday.model.runner import GearKind, Style
from legday.model.runs import ExpectedRun, OutlookSource, RunKind
from legday.reading.plan_file import read_plan
from plan_builder import line
from plan_file_draws import plans


def told(text: str) -> str:
    with pytest.raises(InputError) as refused:
        read_plan(text, file="plan.json")
    return str(refused.value)


@given(plan=plans)
@settings(deadline=None, max_examples=40, derandomize=True)
def test_a_plan_written_as_json_is_read_back_as_it_was(plan):
    writer = pytest.importorskip("legday.writing.plan_json", reason="the JSON writer is not there")
    back = read_plan(json.dumps(writer.plan_json(plan)), file="plan.json")
    assert back == plan
    assert [stage.ms for stage in back.solver] == [stage.ms for stage in plan.solver]


def test_json_that_says_only_days_and_exercises_is_enough():
    text = """{"days": [{"date": "2026-11-24", "runs": [{"kind": "easy", "start": "07:30", "km": 8.5}],
      "sessions": [{"start": "2026-11-24T18:00:00+01:00", "title": "Workout B", "why": "the runner's own",
        "exercises": [{"exercise": "squat", "sets": 3, "reps": 10, "gear": ["dumbbells"], "colour": "red"}]}]}]}"""
    squat = line("squat 3x10 rir3", reps=(10, 10), gear=(GearKind.DUMBBELLS,), rest_s=90)
    session = Session(
        id="2026-11-24T18:00",
        start=datetime(2026, 11, 24, 18),
        minutes=0,
        opening_minutes=0,
        menu="B",
        title="Workout B",
        phase=Phase.FOUNDATION,
        new_to_legs=False,
        contacts=0,
        exercises=(squat,),
        warm_up=(),
        cool_down=(),
        why=Reasons(day=("the runner's own",)),
    )
    run = ExpectedRun(
        day=date(2026, 11, 24),
        kind=RunKind.EASY,
        source=OutlookSource.RUN_PLAN,
        metres=8500,
        start=time(7, 30),
    )
    day = Day(day=date(2026, 11, 24), runs=(run,), sessions=(session,))
    assert read_plan(text, file="plan.json") == Plan(
        today=date(2026, 11, 24), style=Style.ARTICLE, zone="UTC", days=(day,), weeks=()
    )


def test_days_may_come_in_any_order():
    plan = read_plan('{"days": [{"date": "2026-11-25"}, {"date": "2026-11-24"}]}', file="plan.json")
    assert [day.day.day for day in plan.days] == [24, 25]
    assert plan.today == date(2026, 11, 24)


def a_session(exercise: str) -> str:
    session = f'{{"start": "2026-11-24T18:00", "exercises": [{exercise}]}}'
    return f'{{"days": [{{"date": "2026-11-23"}}, {{"date": "2026-11-24", "sessions": [{session}]}}]}}'


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        (
            '{"exercise": "squat", "sets": "three", "reps": [8, 12]}',
            "plan.json: days[1].sessions[0].exercises[0].sets: 'three' does not fit. Maybe it should be a valid integer.",
        ),
        (
            '{"exercise": "squat", "sets": 0, "reps": [8, 12]}',
            "exercises[0].sets: 0 is too small. Maybe 1 or more.",
        ),
        ('{"exercise": "squat", "reps": [8, 12]}', "exercises[0]: 'sets' is missing. Maybe add sets = …."),
        ('{"exercise": "squat", "sets": 3, "reps": [12, 8]}', "has a range that runs backwards"),
        ('{"exercise": "squat", "sets": 3, "reps": [8]}', "exercises[0].reps: [8] does not fit"),
        (
            '{"exercise": "squat", "sets": 3, "reps": 8, "weight_g": -5}',
            "exercises[0].weight_g: -5 is too small",
        ),
        ('{"exercise": "squat", "sets": 3, "reps": 8, "gear": ["sledge"]}', "exercises[0].gear[0]: 'sledge'"),
    ],
)
def test_a_slip_in_the_json_is_told_with_its_place(exercise, words):
    assert words in told(a_session(exercise))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "plan.json: line 1: '{' is not JSON"),
        ('{\n"days": [}', "plan.json: line 2: '\"days\": [}' is not JSON"),
        ("{}", "plan.json: 'days' is missing"),
        ('{"days": []}', "plan.json: days: [] does not fit"),
        ('{"days": [{"date": "2026-13-01"}]}', "plan.json: days[0].date: '2026-13-01' is not a date"),
        ('{"days": [{"date": "2026-11-24"}, {"date": "2026-11-24"}]}', "has 2026-11-24 twice"),
        (
            '{"days": [{"date": "2026-11-24", "sessions": [{"start": "2026-11-25T18:00"}]}]}',
            "has a session that starts on 2026-11-25",
        ),
        ('{"days": [{"date": "2026-11-24", "sessions": [{"start": "18:00"}]}]}', "is not a moment"),
        ('{"days": NaN}', "NaN is not a number"),
        ('{"a":' + "[" * 100_000, "is not a plan's JSON"),
    ],
)
def test_json_that_is_no_plan_is_told(text, words):
    assert words in told(text)


def test_a_plan_written_by_hand_is_read():
    text = """\
# my own plan
style evidence
2026-11-22 run long 100 min 08:00
2026-11-22 run race 26.2 mi
2026-11-24 18:00 45 min A: squat 3x10 20 kg, Walking Lunge 3x8-12 rir 2 rest 60 s, side-plank 3x30 s
2026-11-26 06:30 30 min: squat 2x5 bodyweight
"""
    plan = read_plan(text, file="mine.txt")
    assert [day.day.day for day in plan.days] == [22, 23, 24, 25, 26]
    assert plan.style is Style.EVIDENCE
    long, race = plan.days[0].runs
    assert (long.kind, long.minutes, long.metres, long.start) == (RunKind.LONG, 100, None, time(8))
    assert (race.kind, race.minutes, race.metres, race.start) == (RunKind.RACE, None, 42_165, None)
    first, second = plan.sessions
    assert (first.start, first.minutes, first.menu) == (datetime(2026, 11, 24, 18), 45, "A")
    assert (second.start, second.minutes, second.menu) == (datetime(2026, 11, 26, 6, 30), 30, "")
    lines = [
        (line.exercise, line.sets, line.reps, line.target, line.weight_g, line.rir, line.rest_s, line.seconds)
        for line in first.exercises
    ]
    assert lines == [
        ("squat", 3, (10, 10), 10, 20_000, 3, 90, False),
        ("walking-lunge", 3, (8, 12), 12, 0, 2, 60, False),
        ("side-plank", 3, (30, 30), 30, 0, 3, 90, True),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2026-11-24 18:00 A: squat 3x10", "plan.json: line 1: 'A:' is not a length. Maybe 45 min."),
        ("2026-11-24 18:00 45 min A squat 3x10", "'A' is not a workout's letter and a colon"),
        ("2026-11-24 18:00 45 min A: squat", "'' is not an exercise or sets. Maybe squat 3x10 20 kg."),
        ("2026-11-24 18:00 45 min A: squat 3x12-8", "'8' is out of bounds. Maybe between 12 and 9999."),
        ("2026-11-24 18:00 45 min A: squat 3x10 heavy", "'heavy' is more than this line can say"),
        ("2026-11-24 run fast", "'fast' is not a kind of run"),
        ("style heavy", "'heavy' is not a style. Maybe article or evidence."),
        ("# nothing", "holds no session and no run"),
        ("2026-11-24 run easy\n2206-11-24 run easy", "is years after 2026-11-24"),
    ],
)
def test_a_slip_in_a_plan_by_hand_is_told(line, words):
    assert words in told(line)


@given(text=st.text(st.sampled_from('2026-11 18:0min Asquatrunx,#{}[]"\n'), max_size=60))
@settings(deadline=None, max_examples=100, derandomize=True)
def test_any_text_is_read_or_refused_in_words(text):
    try:
        plan = read_plan(text, file="plan")
    except InputError:
        return
    assert plan.days
