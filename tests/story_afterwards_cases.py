"""Lines about what happened after a plan was accepted, each once as it holds and once as it fails, for two small lives."""

from functools import cache

from story_expectations import Told
from story_notation import read_story
from story_plans import plan_of

PROFILE = """```toml profile
name = "Bo"
born = 1990
body_mass_kg = 100
lifting = "trained"
[gear]
bar_kg = 20
plates_kg = [1.25, 2.5, 5, 10, 15]
bench = true
step = true
[[openings]]
weekday = "mon"
start = "18:00"
minutes = 75
[[openings]]
weekday = "thu"
start = "18:00"
minutes = 75
```
"""


@cache
def life(today: str, *journal: str) -> Told:
    """Bo's life since 23 November 2026, told up to a day."""
    asked = f"```toml plan\naccepted = 2026-11-23\ntoday = {today}\nweeks = 4\n```\n"
    lines = "\n".join(journal)
    text = f"# Bo\n\n{PROFILE}\n{asked}\n```text journal\n{lines}\n```\n\n```expect\nno must finding\n```\n"
    return plan_of(read_story("bo", text))


CALM = life("2026-11-24", "2026-11-23 done")
"""One session, done as asked."""
MISTYPED = life("2026-11-24", "2026-11-23 done except squat 3x10 500 kg rir 4")
SORE = life("2026-11-26", "2026-11-23 done", "2026-11-26 pain front-knee left 4/10", "2026-11-26 sore 8/10")
SKIPPED = life("2026-12-01", "2026-11-23 done", "2026-11-26 done", "2026-11-30 skip workout a")
SILENT = life("2026-12-01", "2026-11-23 done", "2026-11-26 done")

AFTERWARDS: list[tuple[str, Told, str, Told]] = [
    ("2026-11-30 squat at 40 kg", CALM, "2026-11-30 squat at bodyweight", CALM),
    ("2026-11-30 squat 3 sets of 11", CALM, "2026-11-30 squat 3 sets of 12", CALM),
    ("2026-11-30 squat 4 in reserve", CALM, "2026-11-30 squat 3 in reserve", CALM),
    ("2026-11-30 squat why mentions 1 repetition more", CALM, "2026-11-30 squat why mentions moon", CALM),
    ("2026-11-30 holds: squat, deadlift", CALM, "2026-11-30 is without: squat", CALM),
    ("sets on 2026-11-30: 12", CALM, "sets on 2026-11-30: 11", CALM),
    ("swapped squat for box-squat on 2026-11-30", SORE, "swapped squat for box-squat on 2026-11-30", CALM),
    ("next session: 2026-11-26", CALM, "next session: 2026-11-30", CALM),
    ("week 2026-12-14 is a lighter week", CALM, "week 2026-12-07 is a lighter week", CALM),
    ("answer: swap", SORE, "2026-11-26 answer: hold", SORE),
    ("answer mentions readiness", SORE, "answer mentions sleep", SORE),
    ("held back until 2026-12-03", SORE, "held back until cleared", SORE),
    ("nothing is held back", CALM, "nothing is held back", SORE),
    ("changes mention pain-gate", SORE, "changes mention pain-gate", CALM),
    ("no changes", CALM, "no changes", SORE),
    ("the rest of the plan is as accepted", CALM, "the rest of the plan is as accepted", SORE),
    ("2026-11-26 is as accepted", CALM, "2026-11-26 is as accepted", SORE),
    (
        "2026-11-30 sets dropped: squat, walking-lunge, deadlift, glute-bridge",
        SKIPPED,
        "2026-11-30 sets dropped: squat",
        SKIPPED,
    ),
    ("asks about squat 500 kg", MISTYPED, "2026-11-23 asks about squat 500 kg", CALM),
    ("asks about nothing", CALM, "asks about nothing", MISTYPED),
    ("today asks done or skipped", SILENT, "today asks done or skipped", CALM),
    ("2026-11-30 is asked about", SILENT, "2026-11-30 is asked about", CALM),
    ("2026-11-23 done: squat 3x10 at 40 kg", CALM, "2026-11-23 done: squat 3x10 at 500 kg", CALM),
]
