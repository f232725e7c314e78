"""Decides how the rules are printed."""

from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import home_of, print_json, print_lines
from legday.cli.options import AsJson

if TYPE_CHECKING:
    from legday.actions.rules import RuleReport
    from legday.model.catalogue import Catalogue
    from legday.model.rules import Rule


def rules(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="One rule's id, such as leg-spacing.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show the rules with the numbers in force, and where each number comes from."""
    from legday.actions.rules import rules as action

    reports = action(_catalogue(context), name)
    if as_json:
        from legday.actions.answer_json import rule_json

        print_json({"rules": [rule_json(report) for report in reports]})
    else:
        blocks = ["\n".join(rule_lines(report)) for report in reports]
        print_lines("\n\n".join(blocks).split("\n"))


def rule_lines(report: "RuleReport") -> list[str]:
    """One rule as lines for people: each number with how it is known and what it may be."""
    rule = report.rule
    lines = [
        f"{rule.id} · {rule.level} · {rule.title}",
        f"  {rule.sentence}",
        f"  How known: {report.known_as}",
    ]
    lines += [
        f"  {number} = {value}: {rule.names[number]} ({'our setting' if rule.our_setting(number) else 'from the sources'}; {_bounds(rule, number)})"
        for number, value in rule.numbers.items()
        if number not in report.changed
    ]
    lines += [
        f"  Changed by you: {number} = {value}: {rule.names[number]} ({_bounds(rule, number)})"
        for number, value in report.changed.items()
    ]
    lines += [f"  Source: {source.citation}" for source in report.sources if source.grade.shown_as_science]
    return lines


def _bounds(rule: "Rule", number: str) -> str:
    """What the profile may set: `may be 48 to 96`."""
    low, high = rule.bounds[number]
    return "fixed" if low == high else f"may be {low} to {high}"


def _catalogue(context: typer.Context) -> "Catalogue":
    """The catalogue, under the runner's own numbers where a home exists; asking for a rule makes no home."""
    from legday.actions.journal import read_journal
    from legday.actions.rules import with_own_numbers
    from legday.catalogue.reader import read_catalogue
    from legday.store import open_store

    catalogue = read_catalogue()
    if not home_of(context).exists():
        return catalogue
    store = open_store(home_of(context))
    try:
        profile = read_journal(store.standing()).profile
    finally:
        store.close()
    return with_own_numbers(catalogue, profile.rule_numbers) if profile else catalogue
