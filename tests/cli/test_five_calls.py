"""The five calls that others build on work as they are written, in a process of their own."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from legday.writing.sample import sample_files
from legday.writing.schema_files import schema
from terminal import ANA

SOURCE = Path(__file__).parents[2] / "src"
RUN_PLAN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//somebody//plan//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261124
SUMMARY:Tempo 5 mi
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261126
SUMMARY:Zebra crossing
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261129
SUMMARY:Long run 12 mi
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(scope="module")
def spring_runs(tmp_path_factory):
    """Runs of a spring long past, so that any clock believes them."""
    folder = tmp_path_factory.mktemp("spring")
    for name, data in sample_files(until=date(2026, 3, 1), weeks=4):
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def answers(tmp_path_factory, spring_runs):
    folder = tmp_path_factory.mktemp("calls")
    (folder / "profile.toml").write_text(ANA, encoding="utf-8")
    (folder / "runs.ics").write_text(RUN_PLAN.replace("\n", "\r\n"), encoding="utf-8")

    def call(*words):
        done = subprocess.run(
            [sys.executable, "-m", "legday.cli.main", "--home", "H", *words],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=100,
            check=False,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    said = {"init": call("init", "--from", "profile.toml")}
    said["import"] = json.loads(call("import", str(spring_runs), "--json"))
    said["expect"] = json.loads(call("expect", "--add", "runs.ics", "--json"))
    plan = call("plan", "--weeks", "16", "--today", "2026-11-23", "--json")
    (folder / "plan.json").write_text(plan, encoding="utf-8")
    said["plan"] = json.loads(plan)
    said["check"] = json.loads(call("check", "plan.json", "--json"))
    return said


def test_init_sets_the_profile(answers):
    assert "Ana" in answers["init"]


@pytest.mark.parametrize("verb", ["import", "expect", "plan", "check"])
def test_the_answer_fits_its_schema(answers, verb):
    jsonschema.validate(answers[verb], schema(verb))


def test_import_counts_every_file(answers, spring_runs):
    report = answers["import"]

    assert report["files"] == sum(1 for path in spring_runs.rglob("*") if path.is_file())
    assert report["runs"] >= 15
    assert report["other"] >= 1


def test_expect_takes_the_run_plan_and_lists_what_it_did_not_understand(answers):
    added = answers["expect"]["added"]

    assert added["runs"] == 2
    assert [line for line in added["not_understood"] if "Zebra crossing" in line]


def test_the_plan_stands_around_the_runs_of_the_run_plan(answers):
    days = {day["date"]: day for day in answers["plan"]["days"]}

    assert [run["source"] for run in days["2026-11-24"]["runs"]] == ["run-plan"]
    assert days["2026-11-29"]["runs"][0]["kind"] == "long"
    assert days["2027-02-14"]["runs"][0]["source"] == "usual-week"


def test_the_plan_has_sixteen_weeks_and_breaks_no_must(answers):
    assert len(answers["plan"]["weeks"]) == 16
    assert not [finding for finding in answers["plan"]["findings"] if finding["level"] == "must"]


def test_check_finds_what_the_plan_itself_said(answers):
    def told(findings):
        judged = (finding for finding in findings if finding["level"] != "info")
        return sorted((finding["rule"], finding["words"]) for finding in judged)

    assert answers["check"]["broken"] is False
    assert answers["check"]["sessions"] > 0
    assert told(answers["check"]["findings"]) == told(answers["plan"]["findings"])
