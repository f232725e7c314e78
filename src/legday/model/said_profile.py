"""Decides which profile is in force: the one set last, at the body mass that was said last."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from legday.model.errors import NoProfile
from legday.model.happened import BodyMassSet
from legday.model.journal import ProfileSet
from legday.model.runner import Profile
from legday.model.standing_entries import made


def said_profile(profiles: Sequence[ProfileSet], weighed: Sequence[BodyMassSet], *, today: date) -> Profile:
    """The profile in force on `today`. Entries come in the order of their making. NoProfile where none was set.

    A weighing counts from its day on, until a later one or until a profile is set that says another mass than the profile before it.
    """
    if not profiles:
        raise no_profile()
    before = [None, *(one.profile.body_mass_g for one in profiles)]
    changes = [one for one, mass in zip(profiles, before, strict=False) if one.profile.body_mass_g != mass]
    since = made(changes[-1])
    newest = [one for one in weighed if one.day <= today and made(one) > since]
    profile = profiles[-1].profile
    if not newest:
        return profile
    return replace(profile, body_mass_g=max(newest, key=lambda one: (one.day, made(one))).grams)


def no_profile() -> NoProfile:
    """What is answered where a profile is needed and none was set."""
    return NoProfile(
        value="profile",
        place="this home",
        problem="has not been set",
        remedy="`legday init --from profile.toml`",
    )
