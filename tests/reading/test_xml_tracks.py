"""GPX and TCX: tolerant of what apps write, deaf to what XML can do beyond recordings."""

from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

import gpxpy
import numpy as np
import pytest

from legday.model.runs import Missing, Recording, Samples, Sport
from legday.reading.limits import Limits
from legday.reading.members import Member
from legday.reading.recordings import Reading, read_member
from legday.writing.gpx import gpx_bytes
from legday.writing.tcx import tcx_bytes
from made_runs import made_recording, made_samples

LATEST = datetime(2026, 12, 1, tzinfo=UTC)


def reading(text: str | bytes, name: str, **limits: int) -> Reading:
    data = text if isinstance(text, bytes) else text.encode()
    return read_member(Member(name=name, data=data), latest=LATEST, limits=Limits(**limits))


def only(text: str | bytes, name: str) -> tuple[Recording, Samples]:
    found = reading(text, name)
    assert found.problem is None
    ((recording, samples),) = found.recordings
    assert samples is not None
    return recording, samples


def point(at: int, inside: str = "", *, zone: str = "Z") -> str:
    moment = f"2026-03-01T08:{at // 60:02d}:{at % 60:02d}{zone}"
    return f'<trkpt lat="{46 + at * 3 / 111_195:.7f}" lon="14.5"><time>{moment}</time>{inside}</trkpt>'


def track(inside: str = "", *, count: int = 121, zone: str = "Z") -> str:
    return "<trk><trkseg>" + "".join(point(at, inside, zone=zone) for at in range(count)) + "</trkseg></trk>"


def gpx(*tracks: str) -> str:
    return f'<gpx xmlns="http://www.topografix.com/GPX/1/1">{"".join(tracks)}</gpx>'


def test_a_track_is_a_run_by_its_pace_where_it_names_no_sport() -> None:
    recording, samples = only(gpx(track()), "a.gpx")
    assert recording.sport is Sport.RUN
    assert recording.repairs == ("its sport is not said: taken as run by its pace",)
    assert (recording.elapsed_s, len(samples)) == (120, 121)
    assert recording.metres == pytest.approx(360, abs=1)


@pytest.mark.parametrize(
    ("words", "sport"),
    [
        ("running", Sport.RUN),
        ("Trail Run", Sport.RUN),
        ("9", Sport.RUN),
        ("cycling", Sport.RIDE),
        ("hiking", Sport.HIKE),
    ],
)
def test_the_type_of_a_track_is_understood(words: str, sport: Sport) -> None:
    named = track().replace("<trk>", f"<trk><type>{words}</type>")
    assert only(gpx(named), "a.gpx")[0].sport is sport


@pytest.mark.parametrize("prefix", ["gpxtpx:", "ns3:", ""])
def test_heart_rate_and_cadence_are_read_whatever_their_prefix_even_undeclared(prefix: str) -> None:
    told = (
        f"<extensions><{prefix}TrackPointExtension><{prefix}hr>150</{prefix}hr><{prefix}cad>86</{prefix}cad>"
        f"</{prefix}TrackPointExtension></extensions>"
    )
    recording, samples = only(gpx(track(told)), "a.gpx")
    assert recording.mean_heart_rate == 150
    assert set(samples.cadence.tolist()) == {172.0}
    assert recording.missing == (Missing.HEIGHT,)


def test_a_byte_order_mark_and_utf_16_are_read() -> None:
    text = gpx(track())
    assert only(b"\xef\xbb\xbf" + text.encode(), "a.gpx")[0].sport is Sport.RUN
    assert only(text.encode("utf-16"), "a.gpx")[0].sport is Sport.RUN


def test_empty_segments_and_tracks_are_passed_over() -> None:
    text = gpx("<trk><trkseg/></trk>", track().replace("<trkseg>", "<trkseg></trkseg><trkseg>"), "<trk/>")
    assert len(reading(text, "a.gpx").recordings) == 1


def test_a_track_without_times_is_a_drawn_route() -> None:
    text = gpx('<trk><trkseg><trkpt lat="46" lon="14.5"/><trkpt lat="46.1" lon="14.5"/></trkseg></trk>')
    found = reading(text, "a.gpx")
    assert found.not_a_recording == "its 2 points have no times: a drawn route, not a recorded run"
    assert found.recordings == ()


def test_places_alone_are_no_recording() -> None:
    assert reading(gpx('<wpt lat="46" lon="14"/>'), "a.gpx").not_a_recording == (
        "it holds places or routes, no recorded track"
    )


def test_a_zone_in_the_times_becomes_the_offset() -> None:
    recording, _ = only(gpx(track(zone="+02:00")), "a.gpx")
    assert recording.utc_offset_s == 7200
    assert recording.start == datetime(2026, 3, 1, 6, tzinfo=UTC)


def test_broken_xml_keeps_the_points_before_the_break() -> None:
    text = gpx(track()).replace("</trkpt>", "</trkpt>\n")
    found = reading(text[: len(text) // 2], "a.gpx")
    ((recording, samples),) = found.recordings
    assert samples is not None
    assert found.problem is not None
    assert found.problem.startswith("broken XML (")
    assert "at line 6" in found.problem
    assert recording.elapsed_s >= 55


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("trick", [BOMB, OUTSIDE, "<!DOCTYPE gpx>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities_are_refused(trick: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n{trick}{gpx(track())}'
    found = reading(text.encode(encoding), "a.gpx")
    assert found.recordings == ()
    assert found.problem == "it defines a document type or entities, which no recording needs, at line 2"


def test_endless_depth_is_refused() -> None:
    found = reading("<gpx>" + "<a>" * 1000, "a.gpx")
    assert found.problem == "more than 64 elements inside each other, at line 1"


def test_more_points_than_the_limit_are_refused() -> None:
    assert reading(gpx(track()), "a.gpx", samples=100).problem == "more than 100 points"
    tcx = tcx_bytes(made_recording(), made_samples())
    assert reading(tcx, "a.tcx", samples=100).problem == "more than 100 points"


def test_times_that_stand_still_are_no_run() -> None:
    standing = "".join(
        f'<trkpt lat="{46 + at / 1000}" lon="14"><time>2026-03-01T08:00:00Z</time></trkpt>' for at in range(5)
    )
    assert reading(gpx(f"<trk><trkseg>{standing}</trkseg></trk>"), "a.gpx").problem == "its times stand still"


def test_the_day_of_a_clock_never_set_comes_from_the_files_own_date() -> None:
    text = gpx(
        "<metadata><time>2026-03-05T07:00:00Z</time></metadata>", track().replace("2026-03-01", "1990-01-01")
    )
    recording, _ = only(text, "a.gpx")
    assert recording.start == datetime(2026, 3, 5, 7, tzinfo=UTC)
    assert "its date 1990-01-01 cannot be true: dated 2026-03-05 07:00" in recording.repairs


def test_our_gpx_reads_back_as_it_was_and_as_gpxpy_reads_it() -> None:
    samples = made_samples(1200)
    data = gpx_bytes(made_recording(title="Hills & <fog>", elapsed_s=1200), samples)
    recording, again = only(data, "a.gpx")
    other = gpxpy.parse(data.decode())
    assert recording.title == "Hills & <fog>" == other.tracks[0].name
    assert recording.metres == pytest.approx(other.length_2d(), rel=0.002)
    assert recording.elapsed_s == other.get_duration() == 1200
    up, down = other.get_uphill_downhill()
    assert (recording.ascent_m, recording.descent_m) == pytest.approx((up, down), rel=0.05)
    np.testing.assert_allclose(again.altitude, samples.altitude, atol=0.06)
    np.testing.assert_allclose(again.cadence, samples.cadence)
    np.testing.assert_allclose(again.latitude, samples.latitude, atol=1e-7)


def tcx(sport: str = "Running", *, inside: str = "") -> str:
    points = "".join(
        f"<Trackpoint><Time>2026-03-01T08:{at // 60:02d}:{at % 60:02d}Z</Time><DistanceMeters>{at * 3}</DistanceMeters>"
        f"<HeartRateBpm><Value>{130 + at % 3}</Value></HeartRateBpm>{inside}</Trackpoint>"
        for at in range(121)
    )
    return (
        f"<TrainingCenterDatabase><Activities><Activity Sport={quoteattr(sport)}><Id>2026-03-01T08:00:00Z</Id>"
        '<Lap StartTime="2026-03-01T08:00:00Z"><TotalTimeSeconds>120</TotalTimeSeconds><DistanceMeters>360</DistanceMeters>'
        f"<AverageHeartRateBpm><Value>131</Value></AverageHeartRateBpm><Track>{points}</Track></Lap>"
        "<Creator><Name>Watch 3</Name></Creator></Activity></Activities></TrainingCenterDatabase>"
    )


def test_a_tcx_run_is_read_with_laps_and_device() -> None:
    recording, samples = only(tcx(), "a.tcx")
    assert (recording.sport, recording.metres, recording.elapsed_s) == (Sport.RUN, 360, 120)
    assert (recording.device, recording.mean_heart_rate, len(samples)) == ("Watch 3", 131, 121)
    (lap,) = recording.laps
    assert (lap.start_s, lap.seconds, lap.metres, lap.heart_rate) == (0, 120, 360, 131)
    assert recording.missing == (Missing.POSITION, Missing.HEIGHT, Missing.CADENCE)


def test_run_cadence_in_an_extension_counts_both_feet() -> None:
    told = "<Extensions><ns3:TPX><ns3:RunCadence>85</ns3:RunCadence></ns3:TPX></Extensions>"
    assert set(only(tcx(inside=told), "a.tcx")[1].cadence.tolist()) == {170.0}


def test_a_tcx_with_nothing_in_it_says_so() -> None:
    text = "<TrainingCenterDatabase><Activities></Activities></TrainingCenterDatabase>"
    assert reading(text, "a.tcx").not_a_recording == "nothing is recorded in it"


def test_a_tcx_without_points_is_a_run_by_its_laps() -> None:
    text = tcx()
    start, end = text.index("<Track>"), text.index("</Track>")
    ((recording, samples),) = reading(text[:start] + text[end + 8 :], "a.tcx").recordings
    assert samples is None
    assert (recording.metres, recording.elapsed_s) == (360, 120)


def test_other_sports_of_tcx_are_not_runs() -> None:
    assert only(tcx("Biking"), "a.tcx")[0].sport is Sport.RIDE
    assert only(tcx("Other"), "a.tcx")[0].sport is Sport.OTHER


def test_our_tcx_reads_back_as_it_was() -> None:
    samples = made_samples(900)
    data = tcx_bytes(made_recording(title="Fog & hills", elapsed_s=900, moving_s=900, metres=2700), samples)
    recording, again = only(data, "a.tcx")
    assert (recording.title, recording.metres, recording.elapsed_s) == ("Fog & hills", 2700, 900)
    np.testing.assert_allclose(again.metres, samples.metres, atol=0.01)
    np.testing.assert_allclose(again.heart_rate, samples.heart_rate)
    np.testing.assert_allclose(again.cadence, samples.cadence)
