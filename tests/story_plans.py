"""Decides how a story becomes a plan: the same readers and the same pure call that the doors use."""

from datetime import datetime
from functools import cache

import story_afterwards  # noqa: F401 (registers its forms)
from legday.actions.plan_legs import plan_legs
from legday.catalogue.reader import read_catalogue
from legday.model.catalogue import Catalogue
from legday.model.lines import PromiseLine
from legday.model.plan import PastSession
from legday.model.runner import Profile
from legday.model.state import RunnerState
from legday.reading.notation import read_journal_text
from legday.reading.profile import read_profile
from legday.reading.run_plans import RunPlan, read_run_plan
from legday.running.outlook import make_outlook
from story_expectations import Told
from story_life import live
from story_notation import Story


@cache
def catalogue_in_english() -> Catalogue:
    return read_catalogue("en")


def _run_plan(story: Story, profile: Profile) -> RunPlan | None:
    if story.runs is None:
        return None
    name, data = story.runs
    return read_run_plan(name, data, zone=profile.time_zone, start=story.today, units=profile.units)


def _promised(story: Story) -> tuple[PastSession, ...]:
    lines = [line for line in read_journal_text(story.journal) if isinstance(line, PromiseLine)]
    return tuple(
        PastSession(start=datetime.combine(line.day, line.start), minutes=line.minutes, menu=line.menu)
        for line in lines
    )


def plan_of(story: Story, catalogue: Catalogue | None = None) -> Told:
    """The plan that legday makes for the story's runner on the story's day, after all that happened until then."""
    catalogue = catalogue or catalogue_in_english()
    if story.accepted is not None:
        return _told_of(story, catalogue)
    profile = read_profile(story.profile, file=f"{story.name}.md")
    run_plan = _run_plan(story, profile)
    spoken = ((frozenset(run_plan.covers), run_plan.runs),) if run_plan else ()
    outlook = make_outlook(profile, (), spoken, today=story.today, weeks=story.weeks)
    promised = _promised(story)
    state = RunnerState(profile=profile, promised=promised)
    plan = plan_legs(state, outlook, catalogue, today=story.today, weeks=story.weeks)
    return Told(
        story=story,
        profile=profile,
        outlook=outlook,
        plan=plan,
        catalogue=catalogue,
        not_understood=run_plan.not_understood if run_plan else (),
    )


def _told_of(story: Story, catalogue: Catalogue) -> Told:
    """The plan as it follows from all that happened since one was accepted."""
    lived = live(story, catalogue)
    known = lived.known
    return Told(
        story=story,
        profile=known.profile,
        outlook=known.outlook,
        plan=lived.plan,
        catalogue=known.catalogue,
        lived=lived,
    )
