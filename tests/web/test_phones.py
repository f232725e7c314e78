"""Drawn lives of phones against the real server: whatever the line does, each entry that was kept is there once, as it was said."""

import json
import sys
from datetime import UTC, datetime

import pytest

from legday.model.ids import new_id
from legday.model.journal import ProfileSet
from legday.store import open_store
from node_scripts import bundled, run_node
from runs_made import ANA
from sample_page import FixedClock, serving

LIVES = 200
PARTS = 4
MORE_LIVES = 2_000


def _played(folder, first: int, count: int) -> dict[str, int]:
    clock = FixedClock()
    with open_store(folder / "home") as store:
        at = datetime(2026, 11, 1, tzinfo=UTC)
        store.append(ProfileSet(id=new_id(at, bytes(10)), at=at, profile=ANA))
    with serving(folder / "home", clock) as page:
        done = run_node(bundled("proof/phones.ts", folder), page.url, str(first), str(count), timeout_s=1_800)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(PARTS))
def test_no_entry_of_a_drawn_life_is_lost_or_doubled(tmp_path, part, capsys):
    each = LIVES // PARTS
    tally = _played(tmp_path, part * each, each)
    with capsys.disabled():
        sys.stdout.write(f"\nphones: {json.dumps(tally)}\n")
    assert tally["lives"] == each
    assert (tally["lost"], tally["twice"], tally["changed"]) == (0, 0, 0)
    assert min(tally[one] for one in ("lostRequests", "lostAnswers", "late", "doubled", "crashes")) > 0


@pytest.mark.proof
def test_no_entry_of_many_drawn_lives_is_lost_or_doubled(tmp_path, capsys):
    tally = {}
    for part in range(MORE_LIVES // 100):
        (tmp_path / str(part)).mkdir()
        found = _played(tmp_path / str(part), LIVES + 100 * part, 100)
        tally = {key: tally.get(key, 0) + value for key, value in found.items()}
    with capsys.disabled():
        sys.stdout.write(f"\nphones: {json.dumps(tally)}\n")
    assert tally["lives"] == MORE_LIVES
    assert (tally["lost"], tally["twice"], tally["changed"]) == (0, 0, 0)
