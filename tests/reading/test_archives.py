"""Folders, archives and archives in them are searched; tricks and bombs end in a clear line."""

import gzip
import io
import os
import tempfile
import tracemalloc
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fit_file_bytes import run_file
from legday.model.runs import Sport
from legday.reading.gather import gather
from legday.reading.limits import Limits
from legday.reading.members import Member
from legday.reading.recordings import Reading, read_runs

RUN = run_file()


def zipped(entries: dict[str, bytes], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def found(path: Path, **limits: int) -> list[Member]:
    return list(gather([path], limits=Limits(**limits)))


def problems(members: list[Member]) -> dict[str, str]:
    return {member.name: member.problem for member in members if member.problem}


def test_a_folder_is_searched_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.fit", "a.gpx", "deeper/c.tcx", "notes.txt", "picture.jpg", "._b.fit", "d.fit.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(gzip.compress(RUN) if name.endswith("gz") else RUN)
    members = found(tmp_path)
    home = tmp_path.name
    assert [member.name for member in members] == [
        f"{home}/a.gpx",
        f"{home}/b.fit",
        f"{home}/d.fit.gz",
        f"{home}/deeper/c.tcx",
    ]
    assert all(member.data == RUN for member in members)


def test_archives_in_archives_are_searched_like_a_garmin_export(tmp_path: Path) -> None:
    part = zipped({"ana_1.fit": RUN, "ana_2.fit": RUN})
    path = tmp_path / "export.zip"
    path.write_bytes(
        zipped(
            {
                "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip": part,
                "DI_CONNECT/DI-Connect-User/profile.json": b"{}",
                "__MACOSX/._x.fit": b"x",
            }
        )
    )
    inside = "export.zip/DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip"
    assert [member.name for member in found(path)] == [f"{inside}/ana_1.fit", f"{inside}/ana_2.fit"]


STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Filename,Perceived Exertion\n"
    '1,"Mar 1, 2026, 8:00:00 AM","City 10 km race, rain",Run,"two\nlines",60,activities/1.fit.gz,8\n'
    '2,"Mar 2, 2026, 8:00:00 AM",To work,Ride,,60,activities/2.fit,\n'
    '3,"Mar 3, 2026, 8:00:00 AM",By hand,Run,,60,,\n'
)


@pytest.mark.parametrize("unpacked", ["unpacked", "zipped"])
def test_a_strava_exports_list_names_its_files(tmp_path: Path, unpacked: str) -> None:
    entries = {
        "activities.csv": STRAVA.encode(),
        "activities/1.fit.gz": gzip.compress(RUN),
        "activities/2.fit": RUN,
    }
    path = tmp_path / "strava.zip"
    path.write_bytes(zipped(entries))
    if unpacked == "unpacked":
        path = tmp_path / "strava"
        for name, data in entries.items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(data)
    race, ride = found(path)
    assert (race.title, race.sport, race.effort, race.race) == ("City 10 km race, rain", Sport.RUN, 8, True)
    assert race.listed == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert (ride.title, ride.sport, ride.effort, ride.race) == ("To work", Sport.RIDE, None, False)
    runs = list(read_runs(path))
    assert [(run.title, run.effort, run.race) for run, _ in runs] == [("City 10 km race, rain", 8, True)]


def test_a_list_in_another_language_still_gives_titles(tmp_path: Path) -> None:
    path = tmp_path / "strava.zip"
    table = "Aktivitäts-ID,Datum,Name,Art,Dateiname\n1,01.03.2026,Morgenlauf,Lauf,activities/1.fit\n"
    path.write_bytes(zipped({"activities.csv": table.encode(), "activities/1.fit": RUN}))
    (member,) = found(path)
    assert (member.title, member.sport) == ("Morgenlauf", None)


@pytest.mark.parametrize(
    "table", [b"", b"\xff\xfe\x00", b"a,b\n1", b'"' * 200_000, b"Filename\nactivities/1.fit"]
)
def test_a_list_that_cannot_be_read_hides_no_file(tmp_path: Path, table: bytes) -> None:
    path = tmp_path / "strava.zip"
    path.write_bytes(zipped({"activities.csv": table, "activities/1.fit": RUN}))
    (member,) = found(path)
    assert member.data == RUN


@pytest.mark.parametrize("name", ["../up.fit", "/root.fit", "a/../../up.fit", "C:/x.fit", "..\\up.fit"])
def test_paths_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "tricky.zip"
    path.write_bytes(zipped({name: RUN, "honest.fit": RUN}))
    members = found(path)
    assert list(problems(members).values()) == ["its path leads out of the archive"]
    assert [member.name for member in members if member.data] == ["tricky.zip/honest.fit"]


def test_links_in_archives_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "links.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("link.fit")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
    assert problems(found(path)) == {
        "links.zip/link.fit": "links and special files in archives are not followed"
    }


def test_links_out_of_a_folder_are_refused_and_inner_ones_read(tmp_path: Path) -> None:
    home, outside = tmp_path / "home", tmp_path / "secret.fit"
    home.mkdir()
    outside.write_bytes(RUN)
    (home / "run.fit").write_bytes(RUN)
    (home / "out.fit").symlink_to(outside)
    (home / "same.fit").symlink_to(home / "run.fit")
    (home / "round").symlink_to(home)
    members = found(home)
    assert problems(members) == {"home/out.fit": "a link that leads out of its folder is not followed"}
    assert [member.name for member in members if member.data] == ["home/run.fit", "home/same.fit"]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.fit")
    assert list(problems(found(tmp_path)).values()) == ["it is no regular file"]
    assert list(problems(found(tmp_path / "pipe.fit")).values()) == ["it is neither a file nor a folder"]


def test_a_path_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert problems(found(tmp_path / "gone.fit")) == {"gone.fit": "it is not there"}


def test_an_entry_that_unpacks_too_far_is_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({"bomb.fit": b"\0" * 4_000_000, "run.fit": RUN}))
    members = found(path)
    assert problems(members) == {
        "bomb.zip/bomb.fit": "it unpacks to more than 250 times its size, as only bombs do"
    }
    assert members[1].data == RUN


def test_a_gzip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.fit.gz"
    path.write_bytes(gzip.compress(b"\0" * 4_000_000))
    assert list(problems(found(path)).values()) == [
        "it unpacks to more than 250 times its size, as only bombs do"
    ]


def test_an_archive_inside_that_unpacks_too_far_is_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    inner = zipped({"a.fit": b"\0" * 3_000_000}, packing=zipfile.ZIP_STORED)
    path.write_bytes(zipped({"inner.zip": inner, "run.fit": RUN}))
    assert [member.data for member in found(path) if member.data] == [RUN]
    assert problems(found(path)) == {
        "bomb.zip/inner.zip": "it unpacks to more than 250 times its size, as only bombs do"
    }


def test_each_limit_ends_in_a_line_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    path.write_bytes(zipped({f"{at}.fit": RUN for at in range(5)}))
    size = len(RUN)
    assert problems(found(path, file_bytes=size - 1)) == {
        f"many.zip/{at}.fit": f"larger than {size - 1:,} bytes" for at in range(5)
    }
    assert problems(found(path, count=3)) == {"many.zip/3.fit": "more than 3 files"}
    assert problems(found(path, archive_bytes=2 * size)) == {
        "many.zip/2.fit": f"unpacks to more than {2 * size:,} bytes"
    }
    nested = tmp_path / "nested.zip"
    nested.write_bytes(zipped({"a.zip": zipped({"b.zip": zipped({"c.fit": RUN})})}))
    assert [member.data for member in found(nested, nesting=3)] == [RUN]
    assert problems(found(nested, nesting=2)) == {
        "nested.zip/a.zip/b.zip": "more than 2 archives inside each other"
    }


def test_broken_packing_is_one_line_each(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\3\4 this is no archive")
    whole = gzip.compress(RUN)
    (tmp_path / "b.fit.gz").write_bytes(whole[: len(whole) // 2])
    archive = bytearray(zipped({"c.fit": RUN}))
    archive[60:80] = b"\xff" * 20
    (tmp_path / "c.zip").write_bytes(bytes(archive))
    lines = problems(found(tmp_path))
    assert [name.partition("/")[2] for name in lines] == ["a.zip", "b.fit.gz", "c.zip/c.fit"]
    assert lines[f"{tmp_path.name}/a.zip"].startswith("it is no zip archive that can be read")
    assert lines[f"{tmp_path.name}/b.fit.gz"].startswith("its gzip packing is broken")
    assert lines[f"{tmp_path.name}/c.zip/c.fit"].startswith("its packing is broken")


def test_a_locked_entry_says_so(tmp_path: Path) -> None:
    archive = bytearray(zipped({"c.fit": RUN}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        archive[archive.index(mark) + (6 if mark.endswith(b"\x04") else 8)] |= 1
    path = tmp_path / "locked.zip"
    path.write_bytes(bytes(archive))
    assert list(problems(found(path)).values()) == ["it is locked with a password"]


def test_memory_stays_flat_over_many_files(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for at in range(2_000):
            archive.writestr(f"{at:05}.fit", RUN + bytes([at % 256]) * 50_000)
    tracemalloc.start()
    try:
        size = sum(len(member.data) for member in gather([path]))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert size > 100_000_000
    assert peak < 8_000_000


def test_reading_runs_leaves_other_sports_out_and_tells_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.fit").write_bytes(RUN)
    (tmp_path / "b.fit").write_bytes(b"nothing")
    told: list[Reading] = []
    runs = list(read_runs(tmp_path, on_problem=told.append))
    assert [run.file for run, _ in runs] == [f"{tmp_path.name}/a.fit"]
    assert [reading.problem for reading in told] == [
        "neither FIT nor GPX nor TCX, nor a strength log of Strong or Hevy"
    ]


def test_names_and_titles_that_would_play_with_a_terminal_are_made_plain(tmp_path: Path) -> None:
    (tmp_path / "red\x1b[31m\n.fit").write_bytes(RUN)
    (member,) = found(tmp_path)
    assert member.name == f"{tmp_path.name}/red\ufffd[31m .fit"
    (tmp_path / os.fsdecode(b"caf\xe9.fit")).write_bytes(RUN)
    assert found(tmp_path)[0].name == f"{tmp_path.name}/caf\ufffd.fit"


def test_one_file_too_large_does_not_end_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.fit").write_bytes(RUN + b"\0" * 100)
    (tmp_path / "b.fit").write_bytes(RUN)
    members = found(tmp_path, file_bytes=len(RUN))
    assert list(problems(members)) == [f"{tmp_path.name}/a.fit"]
    assert members[1].data == RUN


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(
    st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), min_size=1, max_size=8),
    st.integers(0, 100_000),
)
def test_damaged_archives_never_escape(flips: list[tuple[int, int]], cut: int) -> None:
    entries = {
        "activities.csv": STRAVA.encode(),
        "activities/1.fit.gz": gzip.compress(RUN),
        "in.zip": zipped({"a.fit": RUN}),
    }
    data = bytearray(zipped(entries))
    for place, value in flips:
        data[place % len(data)] = value
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "damaged.zip"
        path.write_bytes(data if cut % 2 else data[: cut % len(data)])
        for member in found(path):
            assert member.problem or member.data
