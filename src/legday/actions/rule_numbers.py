"""Decides what a rule's number of the runner's own does: checked against its range, shown with what it changes, then remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from legday.actions.changed_plan import ChangedPlan, changed_plan, plan_of
from legday.actions.journal import profile_of
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.journal import ProfileSet
from legday.model.plan import Plan
from legday.reading.profile import check_names
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNumber:
    """A number to be set or put back: the profile with it, and the plan as it was before."""

    entry: ProfileSet
    before: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNumberReport:
    """What the plan makes of the number."""

    changed: ChangedPlan


def tried_number(known: Facts, rule: str, name: str, number: int | None, *, stamp: Stamp) -> OwnNumber:
    """The runner's profile with `number` for `name` of `rule` (None, or the rule's own: put back), not remembered yet.

    UnknownName for a name nobody knows, OutOfBounds for a number outside its range.
    """
    profile = profile_of(known.journal)
    own = {one: dict(numbers) for one, numbers in profile.rule_numbers.items()}
    asked = own.setdefault(rule, {})
    asked[name] = 0 if number is None else number
    if number is not None:
        check_names(replace(profile, rule_numbers={rule: {name: number}}), known.catalogue, file="rules")
    if number is None or number == known.catalogue.rulebook[rule].numbers[name]:
        del asked[name]
    entry = ProfileSet(id=stamp.id, at=stamp.at, profile=replace(profile, rule_numbers=_without_empty(own)))
    return OwnNumber(entry=entry, before=plan_of(known))


def set_number(
    store: Store, known: Facts, rule: str, name: str, number: int | None, *, stamp: Stamp
) -> OwnNumber:
    """Remembers the number that `tried_number` allows; the number in force once more changes nothing."""
    done = tried_number(known, rule, name, number, stamp=stamp)
    if done.entry.profile != known.journal.profile:
        store.append(done.entry)
    return done


def number_report(done: OwnNumber, known: Facts) -> OwnNumberReport:
    """What the plan makes of a number; `known` are the facts since, or those that would be known if it were remembered."""
    return OwnNumberReport(changed=changed_plan(done.before, plan_of(known), known))


def _without_empty(numbers: Mapping[str, Mapping[str, int]]) -> dict[str, Mapping[str, int]]:
    return {rule: own for rule, own in numbers.items() if own}
