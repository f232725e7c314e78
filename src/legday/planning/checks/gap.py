"""Decides whether there is time enough between two things: leg sessions, key runs, a run and the session after it."""

from collections.abc import Iterator
from datetime import timedelta

from legday.model.rules import Finding
from legday.model.runner import LiftingLevel
from legday.planning.checks.facts import LegSession, PlanFacts, SeenRun
from legday.planning.checks.wording import moment_text, span_text


def leg_spacing(facts: PlanFacts) -> Iterator[Finding]:
    """Hours from the start of one leg session to the start of the next; more where the first is new to the legs."""
    for first, then in facts.steps:
        hours = facts.number("leg-spacing", "hours")
        if first.new_to_legs or first.to_failure:
            hours = max(hours, facts.number("leg-spacing", "hours_new"))
        gap = then.start - first.start
        if gap < timedelta(hours=hours):
            reason = " after a session that is new to the legs" if first.new_to_legs else ""
            reason = " after a session to failure" if first.to_failure else reason
            words = (
                f"{moment_text(first.start)} to {moment_text(then.start)} is {span_text(gap)}; "
                f"leg sessions need {hours} h{reason}"
            )
            yield facts.finding("leg-spacing", words, first.day, then.day)


def _hours_before_key_run(facts: PlanFacts, session: LegSession) -> int:
    many = session.contacts >= facts.number("fresh-for-key-runs", "contacts")
    hours = facts.number("fresh-for-key-runs", "hours")
    if many or session.new_to_legs:
        return max(hours, facts.number("fresh-for-key-runs", "hours_new"))
    return hours


def _too_soon(facts: PlanFacts, session: LegSession, hours: int) -> Iterator[SeenRun]:
    """Key runs that begin after the session began and less than `hours` after it ends."""
    for run in facts.runs:
        if run.run.key and session.start <= run.start < session.end + timedelta(hours=hours):
            yield run


def fresh_for_key_runs(facts: PlanFacts) -> Iterator[Finding]:
    """Hours from the end of a session to the start of the next key runs."""
    for session in facts.planned:
        hours = _hours_before_key_run(facts, session)
        for run in _too_soon(facts, session, hours):
            words = (
                f"the session of {moment_text(session.start)} ends {span_text(run.start - session.end)} before the "
                f"{run.run.kind} run of {moment_text(run.start)}; it needs {hours} h"
            )
            yield facts.finding("fresh-for-key-runs", words, session.day, run.run.day)


def hours_after_run(facts: PlanFacts) -> Iterator[Finding]:
    """A trained lifter gains less from a session soon after a run; a beginner does not."""
    if facts.profile.lifting is LiftingLevel.BEGINNER:
        return
    hours = facts.number("hours-after-run", "hours_1")
    for session in facts.planned:
        ends = [run.end for run in facts.runs_on(session.day) if run.end <= session.start]
        if ends and session.start - max(ends) < timedelta(hours=hours):
            words = (
                f"the session of {moment_text(session.start)} begins {span_text(session.start - max(ends))} "
                f"after a run; {hours} h or more are better"
            )
            yield facts.finding("hours-after-run", words, session.day)


def masters_rest(facts: PlanFacts) -> Iterator[Finding]:
    """From the masters' age on more hours follow the session of a week that moves most; one of which nothing was said hides what that is."""
    hours = facts.number("masters-rest", "hours")
    following = {first.start: then for first, then in facts.steps}
    for week in facts.weeks:
        if facts.profile.age_on(week.start) < facts.number("condition-gates", "masters_age"):
            continue
        easy = week.light or all(session.light for session in week.sessions)
        if easy or any(session.unsaid for session in week.sessions):
            continue
        least = max(session.volume for session in week.sessions) * facts.number("masters-rest", "percent")
        pairs = [(one, following.get(one.start)) for one in week.sessions if 100 * one.volume >= least]
        near = [
            (one, then) for one, then in pairs if then and then.start - one.start < timedelta(hours=hours)
        ]
        if len(near) == len(pairs):
            first, then = near[0]
            words = (
                f"the session of {moment_text(first.start)}, the hardest of its week, is followed after "
                f"{span_text(then.start - first.start)}; {hours} h are better at this age"
            )
            yield facts.finding("masters-rest", words, first.day, then.day)


def _crowded(facts: PlanFacts, first: LegSession, then: LegSession) -> bool:
    """Whether a third session stands within seven days of the two, so that they cannot lie far apart."""
    others = [session for session in facts.sessions if session not in (first, then)]
    return any(
        abs((other.day - first.day).days) < 7 and abs((other.day - then.day).days) < 7 for other in others
    )


def spread(facts: PlanFacts) -> Iterator[Finding]:
    """Two sessions a week stand at least `hours` apart, start to start; with three a week `leg-spacing` says enough."""
    hours = facts.number("spread", "hours")
    for first, then in facts.steps:
        gap = then.start - first.start
        if gap < timedelta(hours=hours) and not _crowded(facts, first, then):
            words = (
                f"{moment_text(first.start)} and {moment_text(then.start)} are {span_text(gap)} apart; "
                f"{hours} h spread the week better"
            )
            yield facts.finding("spread", words, first.day, then.day)
