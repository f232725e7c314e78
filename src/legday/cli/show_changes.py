"""Decides how what changed in a plan is printed, as lines and as JSON."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legday.actions.changed_plan import ChangedPlan


def changed_lines(changed: "ChangedPlan") -> list[str]:
    """Each change with why, then what is given up and what is new to know; of doses, and of what is given up, the near days only."""
    from legday.actions.changed_plan import NEAR
    from legday.cli.show_plan import changes_lines

    told = changed.told
    lines = list(changes_lines(told)) or ["Nothing else changes."]
    if later := len(changed.changes) - len(told):
        lines.append(f"{later} later doses follow from it: `legday changes --all`.")
    given_up = [found for found in changed.findings if any(day < changed.today + NEAR for day in found.days)]
    lines += [f"Given up: {found.words} ({found.rule})." for found in given_up]
    return [*lines, *changed.notes]


def changed_json(changed: "ChangedPlan") -> dict[str, Any]:
    """Changes, findings that are new, notes that are new."""
    from legday.writing.plan_json import change_json, finding_json

    return {
        "changes": [change_json(change) for change in changed.changes],
        "findings": [finding_json(found) for found in changed.findings],
        "notes": list(changed.notes),
    }
