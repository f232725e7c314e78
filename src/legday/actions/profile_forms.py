"""Decides what a form of the profile does: its answers read, and the profile remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from legday.actions.init import set_profile
from legday.actions.journal import profile_of, read_journal
from legday.actions.stamp import Stamp
from legday.adapting.screening import health_after
from legday.model.answers import Answers, Section
from legday.model.catalogue import Catalogue
from legday.model.happened import BodyMassSet
from legday.model.journal import ProfileSet
from legday.model.runner import Health, Profile
from legday.model.said_profile import said_profile
from legday.model.screening import ScreeningQuestion
from legday.model.standing_entries import standing_entries
from legday.reading.profile_answers import read_answers
from legday.store import Store
from legday.writing.profile_answers import profile_answers

ANSWERED = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormReport:
    """The profile after a form was sent, and whether that changed it."""

    profile: Profile
    changed: bool


def form_of(
    section: Section, profile: Profile, catalogue: Catalogue, *, comma: bool = False
) -> dict[str, str]:
    """What stands in the fields of one form, `comma` for decimal commas. Of screening nothing is ticked before it was answered."""
    answers = profile_answers(section, profile, comma=comma)
    if section is Section.HEALTH:
        answers |= screening_answers(profile.health, catalogue.screening)
    return answers


def screening_answers(health: Health, questions: Mapping[str, ScreeningQuestion]) -> dict[str, str]:
    """`ask-<id>` is yes or no as it was answered; nothing where screening never took place."""
    if health.screened is None:
        return {}
    return {
        f"ask-{name}": "yes" if getattr(health, question.field) is not question.no else "no"
        for name, question in questions.items()
    }


def profile_now(store: Store, *, today: date) -> Profile:
    """The profile in force today, at the body mass said last. NoProfile where none was set."""
    standing = standing_entries(store.entries())
    return said_profile(
        [one for one in standing if isinstance(one, ProfileSet)],
        [one for one in standing if isinstance(one, BodyMassSet)],
        today=today,
    )


def send_form(
    store: Store, catalogue: Catalogue, section: Section, answers: Answers, *, today: date, stamp: Stamp
) -> FormReport:
    """Remembers what one form says. AnswerRefused names the field that does not fit; then nothing is remembered."""
    now = profile_now(store, today=today)
    said = read_answers(section, answers, profile=now, today=today, catalogue=catalogue)
    if section is Section.HEALTH:
        said = replace(said, health=_screened(said.health, answers, catalogue, today=today))
    stored = profile_of(read_journal(store.entries()))
    if said.body_mass_g == now.body_mass_g:
        said = replace(said, body_mass_g=stored.body_mass_g)
    elif said.body_mass_g == stored.body_mass_g:
        store.append(BodyMassSet(id=stamp.id, at=stamp.at, day=today, grams=said.body_mass_g))
        return FormReport(profile=said, changed=True)
    return FormReport(profile=said, changed=set_profile(store, said, stamp=stamp))


def _screened(health: Health, answers: Answers, catalogue: Catalogue, *, today: date) -> Health:
    """The answers that say something new; all of them the first time."""
    before = screening_answers(health, catalogue.screening)
    given = {
        name: ANSWERED[answers[f"ask-{name}"]]
        for name in catalogue.screening
        if answers.get(f"ask-{name}") in ANSWERED and answers[f"ask-{name}"] != before.get(f"ask-{name}")
    }
    return health_after(health, given, catalogue.screening, today=today)
