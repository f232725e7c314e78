"""Decides that nothing the article says is lost: each of its rows leads to files that exist."""

import re
from pathlib import Path

import pytest

from house_ground import ROOT

IDS = (
    *("G1", "G2", "G3"),
    *("E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8"),
    *("V1", "V2", "V3", "V4"),
    *("P1", "P2", "P3", "P4", "P5", "P6", "P7"),
    *("R1", "R2", "R3", "R4", "R5", "R6", "R7"),
    *("W-A", "W-B", "W-AB"),
    "S1",
)
PAGE = ROOT / "docs" / "article.md"
ROW = re.compile(
    r"^\| (?P<id>[A-Z][A-Z0-9-]*) \| (?P<says>[^|]+) \| (?P<here>[^|]+) \| (?P<proof>[^|]+) \|$", re.MULTILINE
)
LINK = re.compile(r"\]\((?P<to>[^)\s#]+)")
RULE = re.compile(r"rule `(?P<id>[a-z-]+)`")


def _rows() -> dict[str, re.Match[str]]:
    return {match["id"]: match for match in ROW.finditer(PAGE.read_text(encoding="utf-8"))}


def _targets(cell: str) -> list[Path]:
    return [(PAGE.parent / match["to"]).resolve() for match in LINK.finditer(cell)]


def test_every_row_of_the_article_is_there_once_and_in_order() -> None:
    assert tuple(match["id"] for match in ROW.finditer(PAGE.read_text(encoding="utf-8"))) == IDS


@pytest.mark.parametrize("article_id", IDS)
def test_a_row_leads_to_what_does_it_and_to_what_proves_it(article_id: str) -> None:
    row = _rows()[article_id]
    for cell in ("here", "proof"):
        targets = _targets(row[cell])
        assert targets, f"{article_id}: the column '{cell}' names no file"
        assert [str(target) for target in targets if not target.exists()] == []


def test_every_rule_that_the_page_names_is_in_the_rulebook() -> None:
    from legday.catalogue.reader import read_catalogue

    rules = read_catalogue("en").rulebook.rules
    named = {match["id"] for match in RULE.finditer(PAGE.read_text(encoding="utf-8"))}
    assert named - set(rules) == set()


def test_what_the_catalogue_claims_is_in_the_article() -> None:
    from legday.catalogue.reader import read_catalogue

    catalogue = read_catalogue("en")
    holders = (catalogue.exercises, catalogue.drills, catalogue.workouts, catalogue.rulebook.rules)
    claimed = {claim for holder in holders for item in holder.values() for claim in item.claims}
    assert claimed - set(IDS) == set()
    assert {
        "E1",
        "E2",
        "E3",
        "E4",
        "E5",
        "E6",
        "E7",
        "E8",
        "V1",
        "V2",
        "V3",
        "V4",
        "W-A",
        "W-B",
        "P1",
        "P7",
    } <= claimed
