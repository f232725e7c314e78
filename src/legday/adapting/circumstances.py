"""Decides what a circumstance leaves out as long as it lasts: under 18, pregnancy, the months after birth, fragile bones, surgery, heart."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from legday.model.catalogue import Catalogue
from legday.model.easing import Decision, Easing
from legday.model.exercises import Condition
from legday.model.runner import Profile

RULE = "condition-gates"

PREGNANCY_DAYS = 280


def circumstance_easings(profile: Profile, catalogue: Catalogue, *, today: date) -> Iterator[Easing]:
    """The exercises of `catalogue/conditions` that a circumstance leaves out, from `today` on."""
    for name in _holding(profile, catalogue, today=today):
        condition = catalogue.conditions.get(name)
        if condition is None:
            continue
        out = _left_out(condition, catalogue)
        pregnant = name == "pregnancy"
        yield _easing(condition, today, out, no_growth=pregnant)
        if pregnant:
            later = _later(profile, catalogue, today=today)
            yield _easing(condition, later, out | set(condition.avoid_supine), no_growth=True)


def _holding(profile: Profile, catalogue: Catalogue, *, today: date) -> tuple[str, ...]:
    health, number = profile.health, catalogue.rulebook.number
    weeks = health.weeks_post_partum
    early = weeks is not None and weeks < number(RULE, "post_partum_weeks")
    holding: Mapping[str, bool] = {
        "pregnancy": health.pregnant,
        "post-partum": early or health.pelvic_floor_symptoms,
        "under-18": profile.age_on(today) < number(RULE, "adult_age"),
        "bone-density": health.osteoporosis,
        "recent-surgery": health.recent_surgery,
        "heart-or-blood-pressure": health.heart_or_blood_pressure,
    }
    return tuple(name for name, holds in holding.items() if holds)


def _left_out(condition: Condition, catalogue: Catalogue) -> frozenset[str]:
    patterns = set(condition.avoid_patterns)
    found = {one.id for one in catalogue.exercises.values() if one.pattern in patterns}
    return frozenset(found | set(condition.avoid_exercises))


def _later(profile: Profile, catalogue: Catalogue, *, today: date) -> date:
    """From when on nothing is done lying on the back: at once where the weeks are not known."""
    weeks = catalogue.rulebook.number(RULE, "supine_weeks")
    due = profile.health.due
    if due is None:
        return today
    return max(today, due - timedelta(days=PREGNANCY_DAYS - 7 * weeks))


def _easing(condition: Condition, first: date, out: frozenset[str], *, no_growth: bool) -> Easing:
    return Easing(
        rule=RULE,
        decision=Decision.SWAP,
        first=first,
        last=None,
        no_impact=condition.avoid_impact,
        no_growth=no_growth,
        avoid=out,
        why=f"{condition.name}: {condition.words}",
        back="As long as your profile says so.",
    )
