"""Lives in the middle of a season: what a runner who accepted a plan then logs, skips, moves, swaps, and where they travel."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hypothesis import strategies as st

from legday.catalogue.reader import read_catalogue
from legday.model.easing import Decision, Easing
from legday.model.happened import Away, ExerciseSwapped, SessionMoved, SessionSkipped
from legday.model.plan import PastSession, Plan, Told
from legday.model.promised_sessions import held_by
from legday.model.runner import Gear, GearKind, Opening
from legday.model.state import Log, RunnerState

CATALOGUE = read_catalogue()
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def entry(number: int) -> dict[str, object]:
    """Id and moment of the entry number `number`: later numbers were made later."""
    return {"id": UUID(int=number + 1), "at": NOON + timedelta(minutes=number)}


def skipped(planned: datetime, why: str = "", *, menu: str = "", number: int = 0) -> SessionSkipped:
    return SessionSkipped(**entry(number), planned=planned, menu=menu, why=why)


def moved(planned: datetime | None, start: datetime, minutes: int = 60, *, number: int = 0) -> SessionMoved:
    return SessionMoved(**entry(number), planned=planned, start=start, minutes=minutes)


def swapped(
    was: str, now: str, first: date, last: date | None = None, why: str = "", *, number: int = 0
) -> ExerciseSwapped:
    return ExerciseSwapped(**entry(number), was=was, now=now, first=first, last=last, why=why)


def away(first: date, last: date, *, number: int = 0, **there: object) -> Away:
    return Away(**entry(number), first=first, last=last, **there)


@dataclass(frozen=True, kw_only=True)
class Life:
    """What happens after a plan was accepted, all in days and places of it, so that it can be told of any week.

    `told` how each session behind is known (None: skipped); `moves` are (session ahead, days, hour); `away` (first day, days, kind);
    `swap` and `easing` the exercises concerned, by their place in the next session.
    """

    days_in: int
    told: tuple[Told | None, ...] = ()
    logs: bool = True
    moves: tuple[tuple[int, int, int], ...] = ()
    skips: tuple[int, ...] = ()
    away: tuple[int, int, str] | None = None
    swap: int | None = None
    easing: tuple[int, int, str] | None = None


lives = st.builds(
    Life,
    days_in=st.integers(1, 40),
    told=st.lists(
        st.sampled_from([Told.LOGGED, Told.LOGGED, Told.LOGGED, Told.UNSAID, None]), min_size=4, max_size=14
    ).map(tuple),
    logs=st.booleans(),
    moves=st.lists(
        st.tuples(st.integers(0, 4), st.integers(-2, 5), st.sampled_from([6, 12, 18, 20])), max_size=2
    ).map(tuple),
    skips=st.lists(st.integers(0, 4), max_size=2, unique=True).map(tuple),
    away=st.one_of(
        st.none(),
        st.tuples(
            st.integers(-3, 14), st.integers(1, 9), st.sampled_from(["none", "body", "gym", "other", "hotel"])
        ),
    ),
    swap=st.one_of(st.none(), st.integers(0, 3)),
    easing=st.one_of(
        st.none(),
        st.tuples(st.integers(-3, 6), st.integers(0, 20), st.sampled_from(["avoid", "impact"])),
    ),
)

GEARS = {
    "body": Gear(),
    "hotel": Gear(),
    "gym": Gear(
        dumbbells_g=tuple(range(2_000, 40_001, 2_000)),
        bar_g=20_000,
        plates_g=(1_250, 2_500, 5_000, 10_000, 20_000),
        things=frozenset({GearKind.BENCH, GearKind.BOX, GearKind.STEP}),
    ),
}


def _behind(plan: Plan, life: Life, today: date) -> tuple[list[PastSession], list[SessionSkipped]]:
    done: list[PastSession] = []
    skips: list[SessionSkipped] = []
    told = life.told or (Told.LOGGED,)
    behind = [session for session in plan.sessions if session.day < today]
    for number, session in enumerate(behind):
        known = told[number % len(told)] if life.logs else Told.ASSUMED
        past = held_by(session, plan, CATALOGUE.exercises)
        if known is None:
            skips.append(skipped(session.start, "time", menu=session.menu, number=number))
        elif known is Told.UNSAID:
            if today - session.day <= timedelta(days=3):
                bare = PastSession(start=past.start, minutes=past.minutes, menu=past.menu, told=known)
                done.append(bare)
        else:
            done.append(replace(past, told=known))
    return done, skips


def state_in(state: RunnerState, plan: Plan, life: Life, *, today: date) -> RunnerState:
    """The runner's state on `today`, as the life goes on after `plan` was accepted."""
    done, skips = _behind(plan, life, today)
    ahead = [session for session in plan.sessions if session.day >= today]
    moves = []
    for number, (which, days, hour) in enumerate(life.moves):
        if which < len(ahead):
            start = datetime.combine(ahead[which].day + timedelta(days=days), time(hour))
            moves.append(moved(ahead[which].start, start, number=100 + number))
    skips += [
        skipped(ahead[which].start, "travel", menu=ahead[which].menu, number=200 + which)
        for which in life.skips
        if which < len(ahead)
    ]
    travel = _travel(life, today)
    next_lines = ahead[0].exercises if ahead else ()
    swaps = ()
    if life.swap is not None and life.swap < len(next_lines):
        was = CATALOGUE.exercises[next_lines[life.swap].exercise]
        kin = [name for name in was.kin if not CATALOGUE.exercises[name].plyometric]
        swaps = tuple(swapped(was.id, name, today, number=300) for name in kin[:1])
    promised = tuple(held_by(session, plan, CATALOGUE.exercises) for session in ahead)
    if life.logs:
        promised = tuple(replace(one, exercises=(), prescribed=one.exercises) for one in promised)
    held = [one for one in done if one.told is not Told.UNSAID]
    return replace(
        state,
        done=tuple(done),
        promised=promised,
        plan_began=plan.today,
        foundation_weeks=len({one.start.isocalendar()[:2] for one in held}),
        log=Log(skipped=tuple(skips), moved=tuple(moves), swapped=swaps, away=travel),
        easings=_easings(life, today, [line.exercise for line in next_lines]),
    )


def _travel(life: Life, today: date) -> tuple[Away, ...]:
    if life.away is None:
        return ()
    offset, days, kind = life.away
    first = today + timedelta(days=offset)
    last = first + timedelta(days=days - 1)
    there: dict[str, object] = {"gear": GEARS.get(kind)}
    if kind == "none":
        there["openings"] = ()
    if kind in {"other", "hotel"}:
        there["openings"] = tuple(
            Opening(day=first + timedelta(days=n), start=time(7), minutes=30) for n in range(days)
        )
    return (away(first, last, number=400, **there),)


def _easings(life: Life, today: date, exercises: list[str]) -> tuple[Easing, ...]:
    if life.easing is None:
        return ()
    offset, days, kind = life.easing
    first = today + timedelta(days=offset)
    return (
        Easing(
            rule="pain-gate",
            decision=Decision.SWAP,
            first=first,
            last=first + timedelta(days=days),
            why="Front of the knee, around the kneecap, 4 of 10: over the limit of 2. 2 steps back.",
            place="front-knee",
            no_impact=True,
            avoid=frozenset(exercises[:2]) if kind == "avoid" else frozenset(),
        ),
    )
