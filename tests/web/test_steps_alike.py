"""The player's script and the terminal go through a session alike: drawn sessions, each asked of both."""

import json
from dataclasses import replace
from datetime import datetime
from random import Random
from uuid import UUID

from legday.actions.set_by_set import OpenSession, set_done
from legday.actions.stamp import Stamp
from legday.model.plan import PastSession
from legday.model.sets import LoggedSet, Side
from legday.store.entry_json import entry_json
from node_scripts import bundled, run_node
from plan_builder import line

EXERCISES = ("squat", "walking-lunge", "deadlift", "calf-raise")
AT = datetime.fromisoformat("2026-11-24T17:00:00+00:00")
DRAWN = 300


def _session(draw: Random) -> tuple[OpenSession, tuple[tuple[str, str], ...]]:
    names = draw.sample(EXERCISES, draw.randint(1, 4))
    lines = tuple(
        replace(line(f"{name} 3x10"), sets=draw.randint(1, 4), rest_s=draw.choice((60, 90, 150)))
        for name in names
    )
    supersets = (tuple(draw.sample(names, 2)),) if len(names) > 1 and draw.random() < 0.5 else ()
    done = tuple(
        LoggedSet(
            exercise=draw.choice(EXERCISES),
            reps=8,
            side=draw.choice(list(Side)),
            warm_up=draw.random() < 0.1,
        )
        for _ in range(draw.randint(0, 8))
    )
    start = datetime(2026, 11, 24, 18)
    planned = PastSession(start=start, exercises=lines)
    left_out = frozenset(draw.sample(names, 1)) if draw.random() < 0.2 else frozenset()
    return OpenSession(id=UUID(int=1), start=start, planned=planned, done=done, left_out=left_out), supersets


def _asked(session: OpenSession, supersets: tuple[tuple[str, str], ...]) -> str:
    stamp = Stamp(UUID(int=2), AT)
    entries = [
        json.loads(entry_json(set_done(session, one, stamp=stamp)))
        for one in (*session.done, LoggedSet(exercise="squat", reps=1))
    ]
    return json.dumps(
        {
            "asked": entries[0]["prescribed"],
            "supersets": supersets,
            "done": [one["done"] for one in entries[:-1]],
            "left_out": sorted(session.left_out),
        }
    )


def test_what_is_left_is_the_same_in_the_browser_and_at_the_terminal(tmp_path):
    drawn = [_session(Random(seed)) for seed in range(DRAWN)]
    given = "\n".join(_asked(*one) for one in drawn) + "\n"
    told = run_node(bundled("proof/steps.ts", tmp_path), given=given)
    assert told.returncode == 0, told.stderr
    for (session, supersets), answer in zip(drawn, told.stdout.splitlines(), strict=True):
        steps = session.steps(supersets)
        assert json.loads(answer) == [[s.line.exercise, s.number, s.rest_s, s.side.value] for s in steps]
