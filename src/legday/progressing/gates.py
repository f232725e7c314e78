"""Decides what a runner's circumstances close: leg work as a whole, explosive work, heavy and short sets, little reserve."""

from dataclasses import dataclass
from datetime import date, timedelta

from legday.model.rules import Rulebook
from legday.model.runner import Profile
from legday.model.screening import Verdict, light_until, verdict


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
        "signs that want a doctor": verdict(health) is Verdict.STOP,
        "a known disease, without regular activity": verdict(health) is Verdict.CLEAR_FIRST,
    }
    named = [reason for reason, holds in reasons.items() if holds]
    return "" if health.clinician_confirmed or not named else ", ".join(named)


def gates(profile: Profile, rules: Rulebook, *, week: date, weeks_ahead: int) -> Gates:
    """The gates of the week `weeks_ahead` weeks from today (rule `condition-gates`; science.md M1, M4–M8), on the safe side."""
    health = profile.health
    weeks = None if health.weeks_post_partum is None else health.weeks_post_partum + weeks_ahead
    early = weeks is not None and weeks < rules.number("condition-gates", "post_partum_weeks")
    closed = _closed(profile, rules, week=week, post_partum_early=early)
    if closed:
        return Gates(closed=closed, explosive=False, heavy=False)
    minor = _minor(profile, rules, week)
    careful = health.pregnant or early or health.osteoporosis or health.recent_surgery
    guarded = careful or health.heart_or_blood_pressure or health.other_restriction or minor
    uncleared = verdict(health) is Verdict.CLEAR_BEFORE_HARD
    light = _light(profile, rules, week=week, weeks_ahead=weeks_ahead)
    return Gates(
        explosive=not (guarded or uncleared or light or _before_jumps(profile, rules, weeks=weeks)),
        heavy=not (guarded or uncleared or light),
        rir_least=max(
            rules.number("condition-gates", "minor_rir") if guarded else 0,
            rules.number("condition-gates", "inactive_rir") if light else 0,
        ),
        reps_least=rules.number("condition-gates", "minor_reps_low") if guarded else 1,
    )


def _minor(profile: Profile, rules: Rulebook, day: date) -> bool:
    return profile.age_on(day) < rules.number("condition-gates", "adult_age")


def _closed(profile: Profile, rules: Rulebook, *, week: date, post_partum_early: bool) -> str:
    """Why there is no leg work at all; empty where there may be."""
    clinician = _asks_a_clinician(profile, post_partum_early=post_partum_early)
    if clinician:
        return _CLINICIAN + clinician
    if _minor(profile, rules, week) and not profile.health.guardian_or_coach:
        return "under 18, leg strength needs a guardian or coach who knows of it"
    return ""


def _before_jumps(profile: Profile, rules: Rulebook, *, weeks: int | None) -> bool:
    """After a birth: no jumps before the list of checks is passed, nor with signs of the pelvic floor (science.md M6)."""
    health = profile.health
    unchecked = weeks is not None and weeks < rules.number("condition-gates", "post_partum_gate_weeks")
    return health.pelvic_floor_symptoms or (unchecked and not health.impact_gate_passed)


def _light(profile: Profile, rules: Rulebook, *, week: date, weeks_ahead: int) -> bool:
    """The first weeks of a runner who was not active (science.md M1)."""
    weeks = rules.number("condition-gates", "inactive_weeks")
    until = light_until(profile.health, today=week - timedelta(weeks=weeks_ahead), weeks=weeks)
    return until is not None and week < until


def may_grow(profile: Profile) -> bool:
    """Whether doses may rise from week to week: not in pregnancy (science.md M5)."""
    return not profile.health.pregnant
