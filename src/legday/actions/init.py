"""Decides what setting a profile does: checked against the catalogue, then remembered."""

from dataclasses import dataclass
from datetime import date

from legday.actions.journal import read_journal
from legday.actions.stamp import Stamp
from legday.model.catalogue import Catalogue
from legday.model.journal import ProfileSet
from legday.model.runner import Profile
from legday.reading.profile import read_profile
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class InitReport:
    """The profile in force, and whether this call changed it."""

    profile: Profile
    changed: bool


def init(
    store: Store, catalogue: Catalogue, *, text: str, file: str, today: date, stamp: Stamp
) -> InitReport:
    """Sets the profile read from TOML `text`. InputError where it does not fit; the same profile twice changes nothing."""
    profile = read_profile(text, file=file, today=today, catalogue=catalogue)
    return InitReport(profile=profile, changed=set_profile(store, profile, stamp=stamp))


def set_profile(store: Store, profile: Profile, *, stamp: Stamp) -> bool:
    """Remembers a checked profile; False, and nothing is remembered, where it is the one in force."""
    if read_journal(store.entries()).profile == profile:
        return False
    store.append(ProfileSet(id=stamp.id, at=stamp.at, profile=profile))
    return True
