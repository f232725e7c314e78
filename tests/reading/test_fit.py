"""Whatever a FIT file looks like in the wild, it ends in a recording or in one clear line."""

import struct
from datetime import UTC, datetime

import numpy as np
import pytest

from fit_file_bytes import (
    BYTE,
    CYCLING,
    DEVELOPER_DATA_ID,
    ENUM,
    FIELD_DESCRIPTION,
    RECORD,
    SETTINGS_FILE,
    SINT32,
    UINT8,
    UINT16,
    UINT32,
    definition,
    file_id,
    fit_file,
    fit_time,
    message,
    record,
    records,
    run_file,
    session,
)
from legday.model.runs import Missing, Recording, Samples, Sport
from legday.reading.fit import CATEGORIES
from legday.reading.limits import Limits
from legday.reading.members import Member
from legday.reading.recordings import Reading, read_member

LATEST = datetime(2026, 12, 1, tzinfo=UTC)
START = fit_time("2026-03-01T08:00:00")


def reading(data: bytes, name: str = "run.fit", **limits: int) -> Reading:
    return read_member(Member(name=name, data=data), latest=LATEST, limits=Limits(**limits))


def only(data: bytes, name: str = "run.fit") -> tuple[Recording, Samples]:
    found = reading(data, name)
    assert found.problem is None
    ((recording, samples),) = found.recordings
    assert samples is not None
    return recording, samples


def test_a_plain_run_is_read_with_its_totals() -> None:
    recording, samples = only(run_file())
    assert recording.sport is Sport.RUN
    assert recording.start == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert (recording.elapsed_s, recording.moving_s, recording.metres) == (60, 60, 180)
    assert (recording.mean_heart_rate, len(samples)) == (140, 61)
    assert recording.missing == (Missing.POSITION, Missing.HEIGHT, Missing.CADENCE)
    assert recording.repairs == ()


def test_a_header_of_twelve_bytes_is_read_too() -> None:
    assert only(run_file(header=12))[0].metres == 180


def test_the_other_byte_order_is_read_too() -> None:
    data = fit_file(file_id(), records(big=True), session(big=True))
    assert only(data)[0].metres == 180


def test_a_wrong_checksum_is_noted_and_all_is_kept() -> None:
    data = run_file(crc=1)
    recording, samples = only(data)
    assert recording.repairs == (f"wrong checksum at byte {len(data) - 2:,}",)
    assert len(samples) == 61


def test_a_declared_size_of_zero_is_read_to_the_end() -> None:
    recording, samples = only(run_file(declared=0))
    assert "declared size 0, at byte 4: read to the end of the file" in recording.repairs
    assert len(samples) == 61


def test_bytes_after_the_end_are_left_out() -> None:
    whole = run_file()
    recording, _ = only(whole + b"\0" * 20)
    assert recording.repairs == (f"20 bytes after the end, at byte {len(whole):,}, left out",)


def test_a_file_cut_short_keeps_every_sample_before_the_cut() -> None:
    whole = fit_file(file_id(), records())
    found = reading(whole[: len(whole) // 2])
    assert found.problem is not None
    assert "cut short, at byte" in found.problem
    ((recording, samples),) = found.recordings
    assert samples is not None
    assert found.problem.endswith(f"kept {len(samples)} samples")
    assert 28 <= len(samples) <= 32
    assert recording.sport is Sport.RUN
    assert recording.repairs == ("its sport is not said: taken as run by its pace",)


def test_a_broken_message_with_nothing_after_it_ends_the_reading_there() -> None:
    found = reading(fit_file(file_id(), records(), b"\x0b\x01\x02"))
    assert found.problem is not None
    assert "broken message, at byte" in found.problem
    assert found.problem.endswith("kept 61 samples")
    assert found.recordings[0][0].metres == 180


def test_the_way_goes_on_past_a_lost_byte() -> None:
    """One byte missing in the middle, as an app has written it: what follows is found again."""
    begin = definition(2, RECORD, [(253, 4, UINT32), (5, 4, UINT32), (3, 1, UINT8)])
    rows = [b"\x02" + struct.pack("<IIB", START + at, at * 300, 140) for at in range(61)]
    broken = b"".join(row[:4] + row[5:] if at == 30 else row for at, row in enumerate(rows))
    found = reading(fit_file(file_id(), begin, broken, session()))
    ((recording, samples),) = found.recordings
    assert samples is not None
    assert found.problem is not None
    assert found.problem.startswith("broken message at byte ")
    assert (recording.metres, recording.elapsed_s) == (180, 60)
    assert len(samples) >= 58
    assert (np.diff(samples.t) > 0).all()


def test_two_files_chained_are_two_recordings() -> None:
    later = fit_file(file_id(), records("2026-03-02T08:00:00"), session("2026-03-02T08:00:00"))
    found = reading(run_file() + later)
    assert [each.start.day for each, _ in found.recordings] == [1, 2]
    assert [each.part for each, _ in found.recordings] == [0, 1]


def test_settings_chained_to_a_run_are_passed_over() -> None:
    found = reading(run_file() + fit_file(file_id(SETTINGS_FILE)))
    assert (len(found.recordings), found.problem, found.not_a_recording) == (1, None, None)


def test_a_settings_file_says_what_it_is() -> None:
    found = reading(fit_file(file_id(SETTINGS_FILE)))
    assert found.not_a_recording == "it holds settings of a device, no recording"
    assert found.problem is None


def test_an_activity_without_anything_in_it_says_so() -> None:
    assert reading(fit_file(file_id())).problem == "a FIT file without samples and without totals"


def test_totals_alone_are_a_run_without_samples() -> None:
    ((recording, samples),) = reading(fit_file(file_id(), session())).recordings
    assert samples is None
    assert Missing.SAMPLES in recording.missing
    assert (recording.metres, recording.moving_s) == (180, 60)


def test_each_sport_of_a_multisport_file_is_a_part_of_its_own() -> None:
    ride = session("2026-03-01T08:00:00", seconds=60, metres=180, sport=CYCLING)
    change = session("2026-03-01T08:01:00", seconds=30, metres=90, sport=3)
    run = session("2026-03-01T08:01:30", seconds=30, metres=90)
    found = reading(fit_file(file_id(), records(count=121), ride, change, run))
    assert [(each.part, each.sport, each.metres) for each, _ in found.recordings] == [
        (0, Sport.RIDE, 180),
        (1, Sport.RUN, 90),
    ]
    samples = found.recordings[1][1]
    assert samples is not None
    assert samples.t.tolist() == list(range(31))
    assert samples.metres[0] == 0


def test_without_a_start_time_the_first_sample_says_it() -> None:
    recording, _ = only(fit_file(file_id(), records(), session(None)))
    assert recording.start == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert Missing.START not in recording.missing


def test_a_clock_never_set_is_dated_by_the_day_the_file_was_made() -> None:
    data = fit_file(file_id(), records("1989-12-31T00:10:00"), session("1989-12-31T00:10:00"))
    recording, _ = only(data)
    assert recording.start == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert recording.repairs == ("its date 1989-12-31 cannot be true: dated 2026-03-01 08:00",)
    assert Missing.START in recording.missing


def test_a_clock_never_set_is_dated_by_the_files_name_when_nothing_else_helps() -> None:
    never = "1989-12-31T00:10:00"
    data = fit_file(file_id(created=never), records(never), session(never))
    assert only(data, "2025-06-07-081500.fit")[0].start == datetime(2025, 6, 7, 8, 15, tzinfo=UTC)
    assert reading(data, "run.fit").problem == "no start time that can be true"


def test_a_date_in_the_future_is_not_believed() -> None:
    data = fit_file(file_id(), records("2031-01-01T08:00:00"), session("2031-01-01T08:00:00"))
    recording, _ = only(data)
    assert recording.repairs == ("its date 2031-01-01 cannot be true: dated 2026-03-01 08:00",)


def test_samples_whose_time_runs_backwards_are_left_out() -> None:
    early = record(START + 5, metres=90)
    recording, samples = only(fit_file(file_id(), records(count=31), early, records(), session()))
    assert "time runs backwards: 31 samples left out" in recording.repairs
    assert (np.diff(samples.t) >= 0).all()
    assert recording.metres == 180


def test_after_a_jump_of_days_the_longer_piece_is_kept() -> None:
    data = fit_file(
        file_id(), records(count=20), records("2026-03-04T08:00:00", count=61), session(seconds=259_260)
    )
    recording, samples = only(data)
    assert recording.repairs == ("time jumps by 3 days: 20 of 81 samples left out",)
    assert recording.start == datetime(2026, 3, 4, 8, tzinfo=UTC)
    assert (len(samples), recording.elapsed_s) == (61, 60)


def test_a_few_samples_of_another_time_are_left_out_and_the_rest_goes_on() -> None:
    stray = [record(START + 20_000), record(START - 90_000)]
    rest = [record(START + at, metres=at * 3) for at in range(31, 61)]
    recording, samples = only(fit_file(file_id(), records(count=31), *stray, *rest, session()))
    assert "2 samples with impossible times left out" in recording.repairs
    assert samples.t[-1] == 60


def test_a_leap_in_distance_does_not_count() -> None:
    steps = [record(START + at, metres=at * 3 + (50_000 if at > 30 else 0)) for at in range(61)]
    recording, samples = only(fit_file(file_id(), *steps))
    assert "1 leaps in distance left out" in recording.repairs
    assert samples.metres[-1] == pytest.approx(177)


def test_stray_positions_are_left_out() -> None:
    def at(index: int) -> bytes:
        north = 46.0 + index * 3 / 111_195 if index not in {20, 21} else 47.5
        place = ((0, SINT32, north * 2**31 / 180), (1, SINT32, 14.5 * 2**31 / 180))
        return message(2, RECORD, (253, UINT32, START + index), *place)

    recording, samples = only(fit_file(file_id(), *map(at, range(61)), session()))
    assert "2 stray positions left out" in recording.repairs
    assert np.isnan(samples.latitude[20:22]).all()
    assert samples.metres[-1] == pytest.approx(180, abs=1)


def test_compressed_speed_and_distance_are_unpacked() -> None:
    begin = definition(2, RECORD, [(253, 4, UINT32), (8, 3, BYTE)])
    rows = b"".join(
        b"\x02" + struct.pack("<I", START + at) + bytes([0, (at * 48 % 4096 & 15) << 4, at * 48 % 4096 >> 4])
        for at in range(121)
    )
    recording, samples = only(fit_file(file_id(), begin, rows))
    assert samples.metres[-1] == pytest.approx(360)
    assert recording.metres == 360


def test_developer_fields_do_not_disturb_the_run() -> None:
    identity = message(3, DEVELOPER_DATA_ID, (3, UINT8, 0))
    described = message(3, FIELD_DESCRIPTION, (0, UINT8, 0), (1, UINT8, 7), (2, UINT8, UINT16))
    begin = definition(2, RECORD, [(253, 4, UINT32), (5, 4, UINT32)], developer=[(7, 2, 0)])
    rows = b"".join(b"\x02" + struct.pack("<IIH", START + at, at * 300, 999) for at in range(61))
    assert only(fit_file(file_id(), identity, described, begin, rows, session()))[0].metres == 180


def test_developer_fields_nobody_described_do_not_disturb_the_run() -> None:
    begin = definition(2, RECORD, [(253, 4, UINT32), (5, 4, UINT32)], developer=[(7, 2, 4)])
    rows = b"".join(b"\x02" + struct.pack("<IIH", START + at, at * 300, 999) for at in range(61))
    assert only(fit_file(file_id(), begin, rows, session()))[0].metres == 180


def test_misaligned_fields_read_as_nothing_not_as_noise() -> None:
    """A heart rate declared as a 16-bit number of one byte, a cadence of three bytes, as COROS watches have written."""
    begin = definition(2, RECORD, [(253, 4, UINT32), (5, 4, UINT32), (3, 1, UINT16), (4, 3, UINT16)])
    rows = b"".join(b"\x02" + struct.pack("<IIB3B", START + at, at * 300, 140, 1, 2, 3) for at in range(61))
    recording, samples = only(fit_file(file_id(), begin, rows, session()))
    assert recording.metres == 180
    known = samples.heart_rate[np.isfinite(samples.heart_rate)]
    assert set(known.tolist()) <= {140.0}


def test_cadence_of_one_leg_becomes_steps_of_both() -> None:
    rows = [
        record(START + at, metres=at * 3, more=((4, UINT8, 85), (53, UINT8, 64))) for at in range(61)
    ]  # 85.5 per leg
    recording, samples = only(fit_file(file_id(), *rows, session()))
    assert set(samples.cadence.tolist()) == {171.0}
    assert recording.steps == 171


def test_the_clock_of_the_place_gives_the_offset() -> None:
    ends = START + 60
    place = message(3, 34, (253, UINT32, ends), (5, UINT32, ends + 3600), (1, UINT16, 1))
    assert only(fit_file(file_id(), records(), session(), place))[0].utc_offset_s == 3600


def test_strength_sets_are_kept_with_their_numbers() -> None:
    lifted = message(
        4, 225, (254, UINT32, START + 40), (6, UINT32, START + 10), (0, UINT32, 30_000), (3, UINT16, 12),
        (4, UINT16, 20 * 16), (5, UINT8, 1), (7, UINT16, 28), (8, UINT16, 37),
    )  # fmt: skip
    rest = message(
        4, 225, (254, UINT32, START + 90), (6, UINT32, START + 40), (0, UINT32, 50_000), (5, UINT8, 0)
    )
    data = fit_file(file_id(), lifted, rest, session(seconds=120, metres=0, sport=10, sub_sport=20))
    ((recording, _),) = reading(data).recordings
    assert recording.sport is Sport.STRENGTH
    (done,) = recording.sets
    assert (done.start_s, done.seconds, done.reps, done.weight_g) == (10, 30, 12, 20_000)
    assert (done.category, done.name) == (28, 37)


def test_the_runners_own_effort_is_read() -> None:
    felt = message(1, 18, (253, UINT32, START + 60), (2, UINT32, START), (5, ENUM, 1), (7, UINT32, 60_000),
                   (193, UINT8, 70))  # fmt: skip
    assert only(fit_file(file_id(), records(), felt))[0].effort == 7


def test_more_samples_than_the_limit_are_refused() -> None:
    assert reading(run_file(), samples=60).problem == "more than 60 samples"
    assert reading(run_file(crc=1), samples=20).problem == "more than 20 samples"


def test_bytes_that_are_no_fit_file_are_refused_by_name() -> None:
    assert (
        reading(b"hello, this is text").problem
        == "neither FIT nor GPX nor TCX, nor a strength log of Strong or Hevy"
    )
    assert reading(b"").problem == "it is empty"


def test_exercise_categories_have_the_numbers_of_the_public_profile() -> None:
    wanted = {
        "calf_raise": 1,
        "deadlift": 8,
        "hip_raise": 10,
        "leg_curl": 15,
        "lunge": 17,
        "plyo": 20,
        "squat": 28,
    }
    assert {name: CATEGORIES.index(name) for name in wanted} == wanted


def test_the_sport_a_session_leaves_out_is_said_by_another_message() -> None:
    named = message(3, 12, (0, ENUM, 1), (1, ENUM, 1))
    unsaid = message(1, 18, (253, UINT32, START + 60), (2, UINT32, START), (7, UINT32, 60_000))
    recording, _ = only(fit_file(file_id(), named, records(), unsaid))
    assert (recording.sport, recording.indoor, recording.repairs) == (Sport.RUN, True, ())


def test_stated_totals_that_cannot_be_true_are_passed_over() -> None:
    recording, _ = only(fit_file(file_id(), records(), session(seconds=1_000_000)))
    assert (recording.elapsed_s, recording.metres) == (60, 180)
    assert recording.repairs == ("its stated time cannot be true: passed over",)


def test_a_distance_nobody_covers_in_the_time_is_passed_over() -> None:
    recording, _ = only(fit_file(file_id(), records(), session(metres=400_000)))
    assert recording.metres == 180
    assert recording.repairs == ("its stated distance cannot be true: passed over",)
