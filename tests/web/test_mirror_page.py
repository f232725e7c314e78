"""The mirror as the server writes it: the figure, what is said of the camera, and nothing that could send a picture."""

import json
import re
from pathlib import Path

import pytest

GERMAN = {"accept-language": "de"}
SOURCES = Path(__file__).parents[2] / "frontend" / "src"
WAYS_OUT = ("fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "EventSource", "RTCPeer", "localStorage", "sessionStorage", "indexedDB", "caches", "createObjectURL", "toDataURL", "document.cookie", "postMessage", "MediaRecorder", "showSaveFilePicker", ".download")  # fmt: skip


def test_the_mirror_stands_beside_the_figure_of_an_exercise_and_says_that_nothing_leaves(page):
    text = page.get("/mirror/squat").text
    assert "<h1>Mirror: Squat</h1>" in text
    assert 'class="figure figure-moving"' in text
    assert "never sent anywhere and never stored" in text
    assert 'href="/exercises/squat"' in text
    assert "<noscript>" in text


def test_every_exercise_leads_to_its_mirror_and_the_mirror_to_every_exercise(page):
    text = page.get("/mirror").text
    for name in page.app.state.desk.catalogue.exercises:
        assert f'href="/mirror/{name}"' in text
    assert 'href="/mirror/squat"' in page.get("/exercises/squat").text


@pytest.mark.parametrize("path", ["/mirror/nothing", "/mirror/%3Cscript%3E"])
def test_the_mirror_of_no_exercise_shows_those_there_are(page, path):
    answer = page.get(path)
    assert answer.status_code == 404
    assert "There is no such exercise." in answer.text
    assert "<script>" not in answer.text


def test_the_mirror_speaks_german_with_all_that_its_script_says(page):
    text = page.get("/mirror/squat", headers=GERMAN).text
    assert "nie gesendet und nie gespeichert" in text
    (told,) = re.findall(r'<script type="application/json" data-words>(.*?)</script>', text)
    words = json.loads(told)
    assert words["denied"].startswith("Die Kamera wurde nicht erlaubt")
    assert "{seconds}" in words["wait"]
    assert "{degrees}" in words["angle"]


def test_the_help_of_the_mirror_is_there_in_both_languages(page):
    assert "Nothing leaves the device." in page.get("/help/mirror").text
    assert "Nichts verlässt das Gerät." in page.get("/help/mirror", headers=GERMAN).text


@pytest.mark.parametrize(
    "file", ["mirror.ts", "mirror/ring.ts", "mirror/delay.ts", "mirror/angle.ts", "page/there.ts"]
)
def test_no_source_of_the_mirror_has_a_way_to_send_or_keep_a_picture(file):
    source = (SOURCES / file).read_text("utf-8")
    assert [way for way in WAYS_OUT if way in source] == []
