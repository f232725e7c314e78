"""Decides how what changed in a plan is printed, as lines and as JSON."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legday.actions.changed_plan import ChangedPlan


def changed_lines(changed: "ChangedPlan") -> list[str]:
    """Each change with why, then what is given up and what is new to know."""
    from legday.cli.show_plan import change_lines

    lines = [line for change in changed.changes for line in change_lines(change)]
    lines = lines or ["Nothing else changes."]
    lines += [f"Given up: {found.words} ({found.rule})." for found in changed.findings]
    return [*lines, *changed.notes]


def changed_json(changed: "ChangedPlan") -> dict[str, Any]:
    """Changes, findings that are new, notes that are new."""
    from legday.writing.plan_json import change_json, finding_json

    return {
        "changes": [change_json(change) for change in changed.changes],
        "findings": [finding_json(found) for found in changed.findings],
        "notes": list(changed.notes),
    }
