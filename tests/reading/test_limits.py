"""The limits that are documented are the limits that hold."""

from dataclasses import fields
from pathlib import Path

import pytest

from legday.reading.limits import LIMITS, MEBIBYTE

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "limits.md").read_text()


def spoken(name: str) -> str:
    value = getattr(LIMITS, name)
    if name.endswith("bytes"):
        return f"{value // (1024 * MEBIBYTE)} GiB" if value >= 1024 * MEBIBYTE else f"{value // MEBIBYTE} MiB"
    return f"{value:,}"


@pytest.mark.parametrize("name", [each.name for each in fields(LIMITS)])
def test_every_limit_stands_on_its_page_with_its_value(name: str) -> None:
    (row,) = [line for line in PAGE.splitlines() if f"(`{name}`)" in line]
    assert row.split("|")[2].strip() == spoken(name)
