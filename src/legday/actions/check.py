"""Decides how a plan file, ours or another's, is judged by the rules."""

from dataclasses import dataclass

from legday.actions.state import Facts
from legday.model.rules import Finding, Level
from legday.planning.check import check
from legday.reading.plan_file import read_plan


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The findings about a plan file, MUST first."""

    file: str
    sessions: int
    findings: tuple[Finding, ...]

    @property
    def broken(self) -> bool:
        """Whether a MUST is broken."""
        return any(finding.level is Level.MUST for finding in self.findings)


def check_file(text: str, *, file: str, known: Facts) -> CheckReport:
    """Judges the plan in `text` (JSON or one session a line). InputError where it cannot be read."""
    plan = read_plan(text, file=file)
    found = check(plan, known.state, known.outlook, known.catalogue)
    order = list(Level)
    return CheckReport(
        file=file,
        sessions=len(plan.sessions),
        findings=tuple(sorted(found, key=lambda finding: order.index(finding.level))),
    )
