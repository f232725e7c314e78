"""Decides the words for the days: why a session stands here, why an opening stays empty, what collides and what would free it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise

from legday.model.plan import Collision, UnusedOpening
from legday.model.runner import Opening
from legday.model.season import MissedSession
from legday.planning.candidates import (
    Candidate,
    LatestEnd,
    RunSpan,
    Surroundings,
    candidate_of,
    spacing,
)
from legday.planning.sequence import hours_utility, newness, too_close, week_of

REMEDY_MINUTES = 40
"""The opening that is suggested where one would help."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

EXPECTED_SHORTAGES = frozenset(
    {"race-quiet", "after-race", "condition-gates", "pain-gate", "red-flag-lock", "readiness", "illness"}
)
"""Rules that leave out sessions on purpose: no opening would change that."""


def day_reasons(chosen: Sequence[Candidate], around: Surroundings) -> list[tuple[str, ...]]:
    """For each chosen opening: hours since the last session, hours to the next key run, and what the day is otherwise."""
    starts = [candidate.start for candidate in chosen]
    new = newness(starts, [candidate.week for candidate in chosen], around)
    previous = [*around.held, *starts]
    reasons = []
    for candidate, fresh in zip(chosen, new, strict=True):
        sentences = [
            _own_doing(candidate, around),
            _since_session(candidate, previous),
            _beside_runs(candidate, around),
            _until_key_run(candidate.end(new=fresh), around),
            _ends_by(candidate.ends_by(new=fresh)),
            _new_words(around) if fresh else "",
        ]
        reasons.append(tuple(sentence for sentence in sentences if sentence))
    return reasons


def _own_doing(candidate: Candidate, around: Surroundings) -> str:
    """That the runner put the session here, or which missed one it makes up for."""
    for pin in around.pins:
        if pin.start == candidate.start:
            if pin.planned is None or pin.planned == pin.start:
                return "You put it here."
            return f"You moved it here from {_moment(pin.planned)}."
    for one in around.missed:
        if one.instead == candidate.start:
            return f"In place of the session of {_moment(one.start)}, {missed_words(one)}."
    return ""


def missed_words(missed: MissedSession) -> str:
    """`skipped (travel)`, `of which nothing was said`."""
    if not missed.skipped:
        return "of which nothing was said"
    return f"skipped ({missed.why})" if missed.why else "skipped"


def _moment(moment: datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%b %H:%M}"


def _new_words(around: Surroundings) -> str:
    hours = around.rulebook.number("leg-spacing", "hours_new")
    return f"New to the legs: the next session waits {hours} h."


def _since_session(candidate: Candidate, previous: Sequence[datetime]) -> str:
    before = [start for start in previous if start < candidate.start]
    if not before:
        return "The first leg session."
    return f"{_hours(candidate.start - max(before))} after the leg session before it."


def _beside_runs(candidate: Candidate, around: Surroundings) -> str:
    same_day = around.on(candidate.day)
    if not same_day:
        return f"{WEEKDAYS[candidate.day.weekday()]} has no run: the legs are fresh."
    last = same_day[-1]
    if last.run.start is None and around.usual_start is None:
        return f"On the day of the {last.run.kind.value} run, whose hour is not known."
    if last.end <= candidate.start:
        return f"After the {last.run.kind.value} run of the day, {_hours(candidate.start - last.end)} later."
    return f"Well before the {last.run.kind.value} run at {last.start:%H:%M}."


def next_key_run(moment: datetime, around: Surroundings) -> RunSpan | None:
    """The next run that wants fresh legs after `moment`."""
    return next((span for span in around.spans if span.run.key and span.start >= moment), None)


def _until_key_run(end: datetime, around: Surroundings) -> str:
    key = next_key_run(end, around)
    if key is None or key.start - end > timedelta(days=7):
        return ""
    return f"{_hours(key.start - end)} before the {key.run.kind.value} run on {key.start:%A}."


def _ends_by(sooner: LatestEnd | None) -> str:
    """That a session ends before its opening does, and what for."""
    return "" if sooner is None else f"Over by {sooner.end:%H:%M}, so that {sooner.words}."


def _hours(gap: timedelta) -> str:
    hours = gap.total_seconds() / 3600
    return f"{hours:.0f} h" if hours >= 1 else f"{gap.total_seconds() / 60:.0f} min"


def unused(
    found: Sequence[Candidate], chosen: Sequence[Candidate], around: Surroundings
) -> tuple[UnusedOpening, ...]:
    """Every opening that stays empty, with the rule that shuts it or what it would cost."""
    taken = {candidate.start for candidate in chosen}
    return tuple(
        UnusedOpening(start=candidate.start, minutes=candidate.minutes, rule=rule, why_not=words)
        for candidate in found
        if candidate.start not in taken
        for rule, words in [why_not(candidate, chosen, around)]
    )


def why_not(candidate: Candidate, chosen: Sequence[Candidate], around: Surroundings) -> tuple[str, str]:
    """The rule and the words that keep one opening empty."""
    if candidate.blocks:
        return candidate.blocks[0].rule, _sentence(candidate.blocks[0].words)
    clash = _clash(candidate, chosen, around)
    if clash:
        return clash
    target = around.season[candidate.week]
    placed = [other for other in chosen if other.week == candidate.week]
    done = [moment for moment in around.held if week_of(moment, around) == candidate.week]
    if done and len(placed) + len(done) >= target.wanted:
        days = " and ".join(WEEKDAYS[moment.weekday()] for moment in (*done, *(one.start for one in placed)))
        return "weekly-frequency", f"The week has its sessions on {days}."
    if len(placed) >= target.wanted:
        return "weekly-frequency", _enough(candidate, placed, target.wanted, around)
    return "weekly-ceiling", _sentence(
        f"any {around.rulebook.number('weekly-ceiling', 'days')} days hold at most "
        f"{around.rulebook.number('weekly-ceiling', 'sessions')} leg sessions"
    )


def _clash(candidate: Candidate, chosen: Sequence[Candidate], around: Surroundings) -> tuple[str, str] | None:
    """The chosen session, or the key run, that this opening would stand too close to."""
    row = sorted([*chosen, candidate], key=lambda other: other.start)
    place = row.index(candidate)
    longest = spacing(around, new=True, jumps=True)
    near = [other for other in row[max(0, place - 1) : place + 2] if other is not candidate]
    if not candidate.key_if_new and all(abs(candidate.start - other.start) >= longest for other in near):
        return None
    known = row[: place + 1]
    new = newness([other.start for other in known], [other.week for other in known], around)
    if new[place] and candidate.key_if_new:
        return candidate.key_if_new.rule, _sentence(f"new to the legs, and {candidate.key_if_new.words}")
    for earlier, later in ((place - 1, place), (place, place + 1)):
        if earlier < 0 or later >= len(row):
            continue
        gap = row[later].start - row[earlier].start
        jumps = all(around.season[row[n].week].contacts > 0 for n in (earlier, later))
        needed = spacing(around, new=new[earlier], jumps=jumps)
        if gap < needed:
            other = row[earlier] if earlier != place else row[later]
            return "leg-spacing", (
                f"Only {_hours(gap)} from the session of {other.start:%A} {other.start.day} {other.start:%b}; "
                f"{_hours(needed)} are needed{' after a session new to the legs' if new[earlier] else ''}."
            )
    return None


def _enough(candidate: Candidate, placed: Sequence[Candidate], wanted: int, around: Surroundings) -> str:
    days = " and ".join(WEEKDAYS[other.day.weekday()] for other in placed)
    sessions = "session" if wanted == 1 else "sessions"
    if not placed:
        return f"{around.season[candidate.week].phase.value.capitalize()} week: no leg session is wanted."
    costs = [
        words
        for holds, words in (
            (candidate.run_day and not placed[0].run_day, "a run stands on this day"),
            (
                hours_utility(candidate.since_run_h, around.rulebook)
                < min(hours_utility(other.since_run_h, around.rulebook) for other in placed),
                "it would follow a run more closely",
            ),
            (candidate.minutes < min(other.minutes for other in placed), "there is less time"),
        )
        if holds
    ]
    cost = f"; here {' and '.join(costs)}" if costs else ""
    return f"The week has its {wanted} {sessions} on {days}{cost}."


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def collisions(
    found: Sequence[Candidate], chosen: Sequence[Candidate], around: Surroundings
) -> tuple[Collision, ...]:
    """Each week that has fewer sessions than wanted, though not on purpose: the rules that collide and what would free it."""
    result = []
    for week, target in enumerate(around.season):
        done = sum(target.start <= moment.date() < target.start + timedelta(days=7) for moment in around.held)
        placed = sum(candidate.week == week for candidate in chosen) + done
        last_day = target.start + timedelta(days=6)
        left = _days_left(max(target.start, around.today), last_day, around)
        if placed < min(target.wanted, (left + 2) // 3):
            result.append(_collision(week, placed, found, chosen, around))
    return tuple(collision for collision in result if collision is not None)


def _days_left(first: date, last: date, around: Surroundings) -> int:
    """The days of a week on which there could be leg work: from `first` on, those away without it left out."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if not around.state.log.away:
        return len(days)
    return sum(not (away := around.state.away_on(day)) or away.openings != () for day in days)


def _collision(
    week: int, placed: int, found: Sequence[Candidate], chosen: Sequence[Candidate], around: Surroundings
) -> Collision | None:
    target = around.season[week]
    own = [
        candidate for candidate in found if candidate.week == week and candidate.start not in around.given_up
    ]
    others = [candidate for candidate in chosen if _bears_on(candidate, week, around)]
    need = target.wanted - (placed - sum(candidate.week == week for candidate in chosen))
    rules = _smallest_set(own, others, need, around)
    if rules and set(rules) <= EXPECTED_SHORTAGES:
        return None
    remedies = list(_remedies(week, own, others, need, around))
    one_more = placed + 1 + need - target.wanted
    if not remedies and one_more < need:
        remedies = [f"{remedy}, for one more" for remedy in _remedies(week, own, others, one_more, around)]
    return Collision(
        week=target.start,
        wanted=target.wanted,
        possible=placed,
        rules=rules or ("openings",),
        words=_collision_words(target.start, target.wanted, placed, rules, own),
        remedies=tuple(remedies),
    )


def _bears_on(candidate: Candidate, week: int, around: Surroundings) -> bool:
    """Whether a session of another week can make a difference to this one: near in time, or of the same era."""
    if candidate.week == week:
        return False
    same_era = around.season[candidate.week].era == around.season[week].era
    return abs(candidate.week - week) <= 4 or (same_era and candidate.week < week)


def _collision_words(
    start: date, wanted: int, placed: int, rules: Sequence[str], own: Sequence[Candidate]
) -> str:
    days = ", ".join(dict.fromkeys(f"{candidate.start:%A %H:%M}" for candidate in own)) or "none"
    told = " and ".join(f"`{rule}`" for rule in rules)
    if not rules:
        why = "there are too few"
    elif len(rules) == 1:
        why = f"the rule {told} leaves no more"
    else:
        why = f"the rules {told} together leave no more"
    return f"Week of {start.day} {start:%b}: {placed} of {wanted} sessions fit. Of the openings you gave ({days}), {why}."


def _smallest_set(
    own: Sequence[Candidate], others: Sequence[Candidate], need: int, around: Surroundings
) -> tuple[str, ...]:
    """The fewest rules without which the week would have its sessions; empty where openings are lacking whatever the rules."""
    blocking = sorted({block.rule for candidate in own for block in candidate.blocks})
    names = sorted({*blocking, "leg-spacing", "fresh-for-key-runs", "weekly-ceiling"})
    for size in range(1, len(names) + 1):
        for dropped in combinations(names, size):
            if possible(own, others, need, frozenset(dropped), around):
                return dropped
    return ()


def possible(
    own: Sequence[Candidate],
    others: Sequence[Candidate],
    need: int,
    dropped: frozenset[str],
    around: Surroundings,
) -> bool:
    """Whether `need` of a week's openings can hold sessions beside `others`, with some rules dropped."""
    usable = [candidate for candidate in own if all(block.rule in dropped for block in candidate.blocks)]
    return any(
        _holds(sorted([*others, *picked], key=lambda candidate: candidate.start), dropped, around)
        for picked in combinations(usable, need)
    )


def _holds(row: Sequence[Candidate], dropped: frozenset[str], around: Surroundings) -> bool:
    """Whether a row of sessions keeps the rules between sessions, but for those dropped."""
    starts = [candidate.start for candidate in row]
    if "weekly-ceiling" not in dropped and _over_ceiling(starts, around):
        return False
    gap = min((then - first for first, then in pairwise(starts)), default=timedelta.max)
    needed = [around.hours("leg-spacing", number) for number in ("hours", "hours_new")]
    if "leg-spacing" not in dropped and gap < min(needed):
        return False
    apart = "leg-spacing" in dropped or gap >= max(needed)
    fresh = "fresh-for-key-runs" in dropped or not any(candidate.key_if_new for candidate in row)
    if apart and fresh:
        return True
    new = newness(starts, [candidate.week for candidate in row], around)
    if not apart and too_close(starts, new, around.rulebook):
        return False
    return fresh or not any(
        was_new and candidate.key_if_new for was_new, candidate in zip(new, row, strict=True)
    )


def _over_ceiling(starts: Sequence[datetime], around: Surroundings) -> bool:
    most = around.rulebook.number("weekly-ceiling", "sessions")
    days = around.rulebook.number("weekly-ceiling", "days")
    near = timedelta(days=days)
    return any(
        later - first < near and (later.date() - first.date()).days < days
        for first, later in zip(starts, starts[most:], strict=False)
    )


def _remedies(
    week: int, own: Sequence[Candidate], others: Sequence[Candidate], need: int, around: Surroundings
) -> Iterator[str]:
    """Openings that do not exist yet and would give the week its sessions; three days at most, a usual hour before an unusual one."""
    offered: set[int] = set()
    for offset, start in _thinkable(week, around):
        day = around.season[week].start + timedelta(days=offset)
        taken = any(candidate.start == datetime.combine(day, start) for candidate in own)
        if taken or offset in offered or day < around.today:
            continue
        opening = Opening(weekday=offset, start=start, minutes=REMEDY_MINUTES)
        extra = candidate_of(opening, day, week=week, around=around)
        if extra.free and possible([*own, extra], others, need, frozenset(), around):
            yield f"a {REMEDY_MINUTES}-minute opening on {WEEKDAYS[offset]} at {start:%H:%M}"
            offered.add(offset)
        if len(offered) == 3:
            return


def _thinkable(week: int, around: Surroundings) -> Iterator[tuple[int, time]]:
    """Days and hours at which one could lift: the runner's usual hour, evening, morning, or right after the day's run."""
    usual = sorted({opening.start for opening in around.profile.openings})
    for start in dict.fromkeys([*usual[-1:], time(18), time(7)]):
        for offset in range(7):
            yield offset, start
    monday = around.season[week].start
    for span in around.spans:
        offset = (span.run.day - monday).days
        if 0 <= offset < 7 and span.end.date() == span.run.day and span.end.time() < time(20, 30):
            whole = span.end + timedelta(minutes=-span.end.minute % 30)
            yield offset, whole.time()
