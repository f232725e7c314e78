"""Decides whether a number lies in its band: sets per muscle, back to front, effort."""

from collections.abc import Iterator, Mapping

from legday.model.muscles import BANDED, Muscle
from legday.model.rules import Finding
from legday.model.runner import LiftingLevel, Style
from legday.planning.checks.facts import LIGHT_PHASES, PlanFacts, SeenWeek
from legday.planning.checks.wording import date_text, listed, quarters_text, week_text


def _race_week(facts: PlanFacts, week: SeenWeek) -> bool:
    return any(0 <= (race.day - week.start).days < 7 for race in facts.races)


def _first_weeks(facts: PlanFacts, week: SeenWeek) -> bool:
    behind = facts.state.weeks_before(week.start, planned=(session.day for session in facts.planned))
    beginner = facts.profile.lifting is LiftingLevel.BEGINNER and facts.plan.style is Style.EVIDENCE
    weeks = facts.number("muscle-band", "weeks_beginner")
    return beginner and behind < weeks


def _band(facts: PlanFacts, week: SeenWeek) -> tuple[int, int]:
    """Least and most quarter sets of a muscle in `week`."""
    if _race_week(facts, week):
        return 0, 4 * facts.number("muscle-band", "race_week")
    name = "most_beginner" if _first_weeks(facts, week) else "most"
    least, most = 4 * facts.number("muscle-band", "least"), 4 * facts.number("muscle-band", name)
    if week.told and week.told.cut_back:
        percent = facts.number("muscle-band", "percent_cut_back")
        return least * percent // 100, most * percent // 100
    if week.told and week.told.phase in LIGHT_PHASES:
        return 0, most
    return (least if week.whole and week.counted else 0), most


def muscle_band(facts: PlanFacts) -> Iterator[Finding]:
    """Fractional sets per muscle and week: not fewer than helps, not more than recovers."""
    for week in facts.weeks:
        if not week.planned:
            continue
        least, most = _band(facts, week)
        sets = week.load.quarter_sets
        out = [muscle for muscle in BANDED if not least <= sets.get(muscle, 0) <= most]
        if out:
            words = (
                f"{week_text(week.start)}: {listed(_sets_text(muscle, sets) for muscle in out)}; "
                f"between {quarters_text(least)} and {quarters_text(most)} sets"
            )
            yield facts.finding("muscle-band", words, week.start)


def _sets_text(muscle: Muscle, sets: Mapping[Muscle, int]) -> str:
    return f"{muscle} {quarters_text(sets.get(muscle, 0))}"


def posterior_balance(facts: PlanFacts) -> Iterator[Finding]:
    """Hamstrings and glute max against quadriceps, in percent; the calves are never left out."""
    for week in facts.weeks:
        if not (week.planned and week.counted):
            continue
        yield from _out_of_balance(facts, week)
        sets = week.load.quarter_sets
        if sets.get(Muscle.GASTROCNEMIUS, 0) + sets.get(Muscle.SOLEUS, 0) == 0:
            yield facts.finding(
                "posterior-balance", f"{week_text(week.start)} has no sets for the calves", week.start
            )


def _out_of_balance(facts: PlanFacts, week: SeenWeek) -> Iterator[Finding]:
    low, high = facts.number("posterior-balance", "low"), facts.number("posterior-balance", "high")
    sets = week.load.quarter_sets
    front = sets.get(Muscle.QUADRICEPS, 0)
    back = sets.get(Muscle.HAMSTRINGS, 0) + sets.get(Muscle.GLUTE_MAX, 0)
    if not low * front <= 100 * back <= high * front:
        words = (
            f"{week_text(week.start)} has {quarters_text(back)} sets for hamstrings and glutes and "
            f"{quarters_text(front)} for the quadriceps; {low}–{high} % keeps the balance"
        )
        yield facts.finding("posterior-balance", words, week.start)


def effort(facts: PlanFacts) -> Iterator[Finding]:
    """Repetitions in reserve: two or three, a beginner's three or four; a plan never goes to failure."""
    beginner = facts.profile.lifting is LiftingLevel.BEGINNER
    low = facts.number("effort", "rir_high" if beginner else "rir_low")
    never, high = facts.number("effort", "rir_never"), facts.number("effort", "rir_beginner")
    for session in facts.planned:
        lines = [line for line, _ in session.lines if line.rir <= never or not low <= line.rir <= high]
        if lines:
            names = listed(f"{facts.name(line.exercise)} {line.rir}" for line in lines)
            words = f"repetitions in reserve on {date_text(session.day)}: {names}; {low}–{high} are meant, never {never}"
            yield facts.finding("effort", words, session.day)
