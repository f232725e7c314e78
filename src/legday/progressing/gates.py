"""Decides what a runner's circumstances close: leg work as a whole, explosive work, heavy and short sets, little reserve."""

from dataclasses import dataclass
from datetime import date

from legday.model.rules import Rulebook
from legday.model.runner import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Gates:
    """What stays closed in one week. `closed` is the reason for no leg work at all, empty where it is open."""

    closed: str = ""
    explosive: bool = True
    heavy: bool = True
    rir_least: int = 0
    reps_least: int = 1


_CLINICIAN = "until a clinician has said that leg strength is fine, legday plans none: "


def _asks_a_clinician(profile: Profile, *, post_partum_early: bool) -> str:
    """The circumstance that needs a clinician's yes first, in words; empty where none does."""
    health = profile.health
    reasons = {
        "pregnancy": health.pregnant,
        "the weeks after a birth": post_partum_early,
        "osteoporosis": health.osteoporosis,
        "recent surgery": health.recent_surgery,
        "heart or blood pressure": health.heart_or_blood_pressure,
        "a restriction a clinician gave": health.other_restriction,
    }
    named = [reason for reason, holds in reasons.items() if holds]
    return "" if health.clinician_confirmed or not named else ", ".join(named)


def gates(profile: Profile, rules: Rulebook, *, week: date, weeks_ahead: int) -> Gates:
    """The gates of the week `weeks_ahead` weeks from today (rule `condition-gates`; science.md M4–M8), on the safe side."""
    minor = profile.age_on(week) < rules.number("condition-gates", "adult_age")
    health = profile.health
    early = health.weeks_post_partum is not None and health.weeks_post_partum + weeks_ahead < rules.number(
        "condition-gates", "post_partum_weeks"
    )
    clinician = _asks_a_clinician(profile, post_partum_early=early)
    if clinician:
        return Gates(closed=_CLINICIAN + clinician, explosive=False, heavy=False)
    if minor and not health.guardian_or_coach:
        closed = "under 18, leg strength needs a guardian or coach who knows of it"
        return Gates(closed=closed, explosive=False, heavy=False)
    careful = health.pregnant or early or health.osteoporosis or health.recent_surgery
    guarded = careful or health.heart_or_blood_pressure or health.other_restriction
    return Gates(
        explosive=not (guarded or minor),
        heavy=not (guarded or minor),
        rir_least=rules.number("condition-gates", "minor_rir") if guarded or minor else 0,
        reps_least=rules.number("condition-gates", "minor_reps_low") if guarded or minor else 1,
    )


def may_grow(profile: Profile) -> bool:
    """Whether doses may rise from week to week: not in pregnancy (science.md M5)."""
    return not profile.health.pregnant
