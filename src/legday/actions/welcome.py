"""Decides the safe defaults of a runner who has not said something yet, and what of the week is theirs to correct."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from legday.actions.init import set_profile
from legday.actions.journal import profile_of, read_journal
from legday.actions.profile_forms import form_of
from legday.actions.screen import screen
from legday.actions.stamp import Stamp
from legday.model.answers import Answers, Section
from legday.model.catalogue import Catalogue
from legday.model.runner import Opening, Profile, UsualRun
from legday.model.runs import Rhythm
from legday.reading.profile_answers import read_answers
from legday.running.outlook import EXPECTED_FROM
from legday.store import Store

AGE = 50
"""Someone who does not say when they were born is planned for like this: more rest between hard sessions (our setting)."""
BODY_MASS_G = 60_000
"""Someone who does not say what they weigh begins with weights for this: rather too light (our setting)."""
OPENING = time(18)
OPENING_MINUTES = 45
"""Someone who does not say when they can lift could every evening; the plan takes the days that fit the runs (our setting)."""


def unknown_runner(*, name: str, today: date, zone: str) -> Profile:
    """Who a runner is taken for who says nothing: on the careful side in everything."""
    return Profile(name=name, born=today.year - AGE - 1, body_mass_g=BODY_MASS_G, time_zone=zone)


def say(
    store: Store,
    catalogue: Catalogue,
    sections: Sequence[Section],
    answers: Answers,
    *,
    unknown: Profile,
    today: date,
    stamp: Stamp,
) -> Profile:
    """Remembers what one step of the welcome says, a few fields of several forms. A field left empty stays as it is, or as in `unknown`.

    AnswerRefused names the field that does not fit; then nothing is remembered.
    """
    profile = read_journal(store.entries()).profile or unknown
    typed = {name: said for name, said in answers.items() if said.strip()}
    for section in sections:
        merged = {**form_of(section, profile, catalogue), **typed}
        profile = read_answers(section, merged, profile=profile, today=today, catalogue=catalogue)
    set_profile(store, profile, stamp=stamp)
    return profile


def say_week(
    store: Store, catalogue: Catalogue, answers: Answers, *, rhythm: Rhythm, today: date, stamp: Stamp
) -> bool:
    """Remembers the corrected week. AnswerRefused names the field that does not fit."""
    profile = profile_of(read_journal(store.entries()))
    unsaid = replace(profile, usual_week=())
    merged = {**form_of(Section.RUNNING, unsaid, catalogue), **answers}
    said = read_answers(Section.RUNNING, merged, profile=unsaid, today=today, catalogue=catalogue)
    return set_profile(store, replace(said, usual_week=corrected_week(said.usual_week, rhythm)), stamp=stamp)


def every_evening() -> tuple[Opening, ...]:
    """The openings of someone who did not say any."""
    return tuple(Opening(weekday=weekday, start=OPENING, minutes=OPENING_MINUTES) for weekday in range(7))


def skip_openings(store: Store, *, stamp: Stamp) -> bool:
    """Takes every evening as an opening where none was said."""
    profile = profile_of(read_journal(store.entries()))
    if profile.openings:
        return False
    return set_profile(store, replace(profile, openings=every_evening()), stamp=stamp)


def skip_screening(store: Store, catalogue: Catalogue, *, today: date, stamp: Stamp) -> bool:
    """Begins as with someone who was not active, where screening was not answered."""
    if profile_of(read_journal(store.entries())).health.screened is not None:
        return False
    return screen(store, catalogue, answers={"active": False}, today=today, stamp=stamp).changed


@dataclass(frozen=True, slots=True, kw_only=True)
class MyWeek:
    """The week of runs as it stands: what the runner said, else what the files show over `weeks` weeks (0: nothing is known)."""

    runs: tuple[UsualRun, ...]
    weeks: int = 0


def my_week(profile: Profile, rhythm: Rhythm) -> MyWeek:
    """One run a weekday at most as the files show it, those expected at least every second week; all of what the runner said."""
    if profile.usual_week:
        return MyWeek(runs=profile.usual_week)
    return MyWeek(runs=_found(rhythm), weeks=rhythm.weeks)


def _found(rhythm: Rhythm) -> tuple[UsualRun, ...]:
    return tuple(
        UsualRun(weekday=day.weekday, kind=day.kind, minutes=day.minutes, start=day.start, metres=day.metres)
        for day in rhythm.days
        if day.chance >= EXPECTED_FROM
    )


def corrected_week(said: Sequence[UsualRun], rhythm: Rhythm) -> tuple[UsualRun, ...]:
    """The usual week to remember: none where it is as the files show it, so that they go on speaking; else what was said, with the
    hours that the files show."""
    found = {run.weekday: run for run in _found(rhythm)}
    if [_plain(run) for run in said] == [_plain(run) for run in found.values()]:
        return ()
    return tuple(_with_hour(run, found.get(run.weekday)) for run in said)


def _plain(run: UsualRun) -> tuple[int, str, int]:
    return run.weekday, run.kind.value, run.minutes


def _with_hour(said: UsualRun, found: UsualRun | None) -> UsualRun:
    if found is None or said.start is not None:
        return said
    return replace(said, start=found.start)
