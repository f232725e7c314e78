"""Recorded runs: what was imported comes back, the same run is one run, bytes known already change nothing."""

from datetime import timedelta

import numpy as np
import pytest

from legday.model.errors import StoreError
from legday.model.runs import Digest, Missing, Sport
from legday.store import ImportedFile, ImportOutcome
from store_facts import DIGEST, MORNING, a_run, an_hour, full_run, import_run, read, sum_of


def test_a_recording_comes_back_with_everything_it_had(store):
    assert import_run(store, full_run(), an_hour()) == ImportOutcome(new=1)
    assert store.recordings() == ((full_run(), DIGEST),)
    samples = store.samples(full_run().id)
    np.testing.assert_allclose(samples.latitude, an_hour().latitude, atol=1e-6, rtol=0)
    np.testing.assert_array_equal(np.isnan(samples.heart_rate), np.isnan(an_hour().heart_rate))


def test_a_recording_without_samples_has_none(store):
    import_run(store, a_run())
    assert store.samples(a_run().id) is None
    assert store.samples("nobody-0") is None


def test_a_digest_made_with_numbers_of_numpy_is_kept(store):
    digest = Digest(best_speed={np.int64(60): np.float64(3.25)}, speed_s={np.int64(30): np.int64(9)})
    store.import_file(sha256=sum_of(1), file="1.fit", recordings=[read(a_run(), None, digest)])
    assert store.recordings()[0][1] == Digest(best_speed={60: 3.25}, speed_s={30: 9})


def test_the_same_bytes_twice_are_one_run(store):
    import_run(store, a_run())
    assert store.knows_file(sum_of(1))
    assert import_run(store, a_run()) == ImportOutcome(duplicates=1)
    assert len(store.recordings()) == 1


def test_the_same_run_from_two_sources_is_one_run_and_the_richer_wins(store):
    poor = a_run(1, missing=(Missing.HEART_RATE,))
    rich = a_run(2, start=MORNING + timedelta(seconds=90), metres=10_200)
    assert import_run(store, poor, an_hour(60)) == ImportOutcome(new=1)
    assert import_run(store, rich, an_hour(80)) == ImportOutcome(replaced=1)
    assert [recording for recording, _ in store.recordings()] == [rich]
    assert store.duplicates(rich.id) == (poor,)
    assert store.samples(poor.id) is None
    assert len(store.samples(rich.id)) == 80


def test_the_poorer_record_that_comes_later_is_known_as_a_duplicate(store):
    rich, poor = a_run(1), a_run(2, missing=(Missing.HEIGHT,))
    import_run(store, rich, an_hour(60))
    assert import_run(store, poor, an_hour(60)) == ImportOutcome(duplicates=1)
    assert [recording for recording, _ in store.recordings()] == [rich]
    assert store.duplicates(rich.id) == (poor,)
    assert store.knows_file(poor.sha256)


def test_a_third_and_richest_record_takes_over_all_duplicates(store):
    poor, better, best = (
        a_run(1, missing=(Missing.HEIGHT, Missing.HEART_RATE)),
        a_run(2, missing=(Missing.HEIGHT,)),
        a_run(3),
    )
    outcomes = [import_run(store, run) for run in (poor, better, best)]
    assert outcomes == [ImportOutcome(new=1), ImportOutcome(replaced=1), ImportOutcome(replaced=1)]
    assert [recording for recording, _ in store.recordings()] == [best]
    assert store.duplicates(best.id) == (poor, better)


@pytest.mark.parametrize(
    "other",
    [
        a_run(2, start=MORNING + timedelta(seconds=121)),
        a_run(2, metres=10_400),
    ],
    ids=["two minutes and a second later", "four percent longer"],
)
def test_runs_that_only_look_alike_are_two(store, other):
    import_run(store, a_run(1))
    assert import_run(store, other) == ImportOutcome(new=1)
    assert len(store.recordings()) == 2


def test_of_two_records_that_tell_as_much_the_one_known_longer_stays(store):
    first, second = a_run(2), a_run(1)
    import_run(store, first)
    assert import_run(store, second) == ImportOutcome(duplicates=1)
    assert [recording for recording, _ in store.recordings()] == [first]


def test_parts_of_one_file_are_kept_apart_unless_one_is_the_other_again(store):
    run, again = a_run(1, part=0), a_run(1, part=1, start=MORNING + timedelta(seconds=60))
    ride = a_run(1, part=2, start=MORNING + timedelta(seconds=90), sport=Sport.RIDE, metres=30_000)
    outcome = store.import_file(
        sha256=sum_of(1), file="1.fit", recordings=[read(run), read(again), read(ride)]
    )
    assert outcome == ImportOutcome(new=2, duplicates=1)
    assert [recording for recording, _ in store.recordings()] == [run, ride]
    assert store.duplicates(run.id) == (again,)


def test_recordings_are_chosen_by_sport_and_by_start_and_come_oldest_first(store):
    late, early = a_run(1, start=MORNING + timedelta(days=2)), a_run(2)
    ride = a_run(3, start=MORNING + timedelta(days=1), sport=Sport.RIDE)
    for recording in (late, early, ride):
        import_run(store, recording)
    assert [recording.sha256 for recording, _ in store.recordings()] == [sum_of(2), sum_of(3), sum_of(1)]
    assert [recording for recording, _ in store.recordings(sport=Sport.RUN)] == [early, late]
    assert [recording for recording, _ in store.recordings(since=MORNING + timedelta(days=2))] == [late]


def test_a_refused_file_is_remembered_with_its_reason_but_will_be_read_again(store):
    store.import_file(sha256=sum_of(7), file="bad.fit", recordings=[], problem="not a FIT file, at byte 0")
    assert not store.knows_file(sum_of(7))
    assert store.file(sum_of(7)) == ImportedFile(
        sha256=sum_of(7), name="bad.fit", recordings=0, problem="not a FIT file, at byte 0"
    )
    assert import_run(store, a_run(7)) == ImportOutcome(new=1)
    assert store.file(sum_of(7)).problem is None
    assert store.knows_file(sum_of(7))


def test_a_file_that_holds_no_recording_is_known(store):
    store.import_file(sha256=sum_of(8), file="settings.fit", recordings=[])
    assert store.knows_file(sum_of(8))
    assert not store.knows_file(sum_of(9))


def test_a_file_is_kept_whole_or_not_at_all(store):
    twice = [read(a_run(1)), read(a_run(1))]
    with pytest.raises(StoreError):
        store.import_file(sha256=sum_of(1), file="1.fit", recordings=twice)
    assert store.recordings() == ()
    assert store.file(sum_of(1)) is None
