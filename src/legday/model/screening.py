"""Decides what is asked before leg strength and when it hurts, and what the answers to the first allow."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from legday.model.happened import PainFelt
from legday.model.pain_words import Behaviour
from legday.model.runner import Health


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A sign that stops everything (rule `red-flag-lock`): the question, and what to do where the answer is yes.

    `places` and `behaviour` say after which report of pain the question is put. `reviewed` by a clinician. It never names a diagnosis.
    """

    id: str
    name: str
    question: str
    advice: str
    grade: str
    reviewed: bool
    places: tuple[str, ...] = ()
    behaviour: tuple[Behaviour, ...] = ()
    sources: tuple[str, ...] = ()

    def asked_after(self, pain: PainFelt) -> bool:
        """Whether this report of pain is a reason to put the question."""
        return pain.score > 0 and pain.place in self.places and bool(pain.behaviour & set(self.behaviour))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningQuestion:
    """A question before leg strength. `field` of `Health` is set by a yes, or by a no where `no` is true."""

    id: str
    field: str
    question: str
    no: bool = False
    sources: tuple[str, ...] = ()


class Verdict(StrEnum):
    """What screening allows (science.md M1), the freest first."""

    GO_ON = "go-on"
    LIGHT_FIRST = "light-first"
    CLEAR_BEFORE_HARD = "clear-before-hard"
    CLEAR_FIRST = "clear-first"
    STOP = "stop"


def verdict(health: Health) -> Verdict:
    """Three inputs decide: regular activity, a known disease, signs of one; a clinician's yes opens what they close."""
    if health.symptoms and not health.clinician_confirmed:
        return Verdict.STOP
    if health.known_disease and not health.clinician_confirmed:
        return Verdict.CLEAR_FIRST if health.inactive else Verdict.CLEAR_BEFORE_HARD
    return Verdict.LIGHT_FIRST if health.inactive else Verdict.GO_ON


def light_until(health: Health, *, today: date, weeks: int) -> date | None:
    """The first day after the light weeks of a runner who was not active; None where there are none. Unscreened: counted from today."""
    if not health.inactive:
        return None
    return (health.screened or today) + timedelta(weeks=weeks)
