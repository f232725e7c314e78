"""What a test measured and wants read is printed at the end of a run, by whichever worker it ran."""

from typing import Any

import pytest


def pytest_terminal_summary(terminalreporter: Any) -> None:
    told = [
        words
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, words in report.user_properties
        if name == "told"
    ]
    if told:
        terminalreporter.section("measured")
    for line in told:
        terminalreporter.write_line(line)
