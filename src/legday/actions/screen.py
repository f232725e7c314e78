"""Decides what the answers to screening make of a profile, and what they allow."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from legday.actions.journal import profile_of, read_journal
from legday.actions.stamp import Stamp
from legday.adapting.screening import health_after, screening_words
from legday.model.catalogue import Catalogue
from legday.model.journal import ProfileSet
from legday.model.runner import Health
from legday.model.screening import Verdict, verdict
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenReport:
    """What the answers allow, in words, and whether they changed the profile."""

    verdict: Verdict
    words: str
    health: Health
    changed: bool


def screen(
    store: Store, catalogue: Catalogue, *, answers: Mapping[str, bool], today: date, stamp: Stamp
) -> ScreenReport:
    """Remembers the answers (by question id; none leaves all as it is) in the profile. InputError where there is no profile."""
    profile = profile_of(read_journal(store.standing()))
    health = health_after(profile.health, answers, catalogue.screening, today=today)
    changed = health != profile.health
    if changed:
        store.append(ProfileSet(id=stamp.id, at=stamp.at, profile=replace(profile, health=health)))
    return ScreenReport(
        verdict=verdict(health),
        words=screening_words(health, catalogue.rulebook),
        health=health,
        changed=changed,
    )
