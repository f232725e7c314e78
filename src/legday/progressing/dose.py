"""Decides what each session holds: sets × repetitions @ weight, week by week, within what growth, gear and minutes allow."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from legday.model.catalogue import Catalogue
from legday.model.exercises import SessionPlace
from legday.model.load import WeekLoad, muscle_caps, volume_cap
from legday.model.plan import Prescription, Reasons, Session
from legday.model.season import ChosenDay, Menu, WeekTarget
from legday.model.state import RunnerState
from legday.model.supersets import pairs
from legday.progressing.dose_words import dose_words, rehearsal_words
from legday.progressing.drills import cool_down, warm_up
from legday.progressing.first_weights import start_percent
from legday.progressing.gates import may_grow
from legday.progressing.lattice import pick_up, way_of
from legday.progressing.ledger import (
    LOOK_BACK,
    Facts,
    Ledger,
    WeekPlan,
    done_in,
    past_contacts,
    past_loads,
    remember,
    remember_done,
)
from legday.progressing.limits import Limits, Room, Work, minutes_of
from legday.progressing.raising import raised
from legday.progressing.shrinking import shrunk
from legday.progressing.standing import KIN_MARGIN, first_by_kin, given_since_back, works_of
from legday.progressing.steps import Given
from legday.progressing.taken_back import no_more_than

NEW_TO_LEGS_RIR = 4
"""Reserve in sessions that are new to the legs (science.md B8)."""


def _contacts_cap(facts: Facts, ledger: Ledger, week: WeekPlan) -> int:
    """The season's contacts, at most a step above the highest of the last four weeks; the first number where they had none."""
    lately = max(ledger.contacts.get(week.index - n, 0) for n in range(1, 5))
    first = facts.number("plyometric-gate", "contacts_first")
    step = facts.number("plyometric-gate", "contacts_step")
    grown = lately + step if lately else first
    return min(week.target.contacts, grown)


def _session_cap(facts: Facts, ledger: Ledger, week: WeekPlan) -> int | None:
    """Quarter sets a session may hold in all while a marathon lies behind: percent of the largest of the four weeks before it."""
    race = week.target.after_race
    if race is None:
        return None
    usual = max((total for day, total in ledger.largest if race - LOOK_BACK <= day < race), default=0)
    return usual * facts.number("after-race", "percent_marathon") // 100 if usual else None


def _limits(facts: Facts, ledger: Ledger, week: WeekPlan, done: WeekLoad) -> Limits:
    rooms = [
        Room(
            minutes=day.opening_minutes,
            after_run=day.after_run,
            superset=facts.menu(week.target, day).superset,
            contacts=facts.most_contacts(day),
        )
        for day in week.days
    ]
    cap = week.target.sets_cap
    weeks, least = facts.number("leg-growth", "weeks"), facts.number("returning", "again_percent")
    return Limits(
        rooms=rooms,
        progression=facts.catalogue.progression,
        contacts=_contacts_cap(facts, ledger, week),
        volume=volume_cap(
            ledger.loads,
            percent=facts.number("leg-growth", "percent"),
            least_percent=least,
            least=100 * facts.number("leg-growth", "least_body_masses"),
            weeks=weeks,
            wanted=week.target.wanted,
        ),
        muscles=muscle_caps(
            ledger.loads,
            percent=facts.number("leg-growth", "muscle_percent"),
            quarters=facts.number("leg-growth", "muscle_quarters"),
            least_percent=least,
            weeks=weeks,
            wanted=week.target.wanted,
        ),
        banded=None if cap is None else 4 * cap,
        session=_session_cap(facts, ledger, week),
        volume_done=done.volume,
        muscles_done=done.quarter_sets,
    )


def _decided(facts: Facts, ledger: Ledger, week: WeekPlan, limits: Limits) -> list[Work]:
    """The week's works: shrunk to the limits, then raised where the week may grow."""
    works: list[Work] = []
    for place in range(len(week.days)):
        works += works_of(facts, ledger, week, place, works)
    works = _level(facts, ledger, week, shrunk(works, limits))
    if week.light or limits.volume is None or not may_grow(facts.state.profile):
        return works
    return raised(works, limits, ledger.given, ledger.last_step, week=week.index, rule=facts.step_rule)


def _level(facts: Facts, ledger: Ledger, week: WeekPlan, works: Sequence[Work]) -> list[Work]:
    """The works, none of which rises within the week while growth is held: what begins in it has nothing else to be held against."""
    kept: list[Work] = []
    for work in works:
        day = week.days[work.session].start.date()
        level: Work | None = work
        if facts.no_growth(day) and not given_since_back(ledger, work.exercise.id, day):
            earlier = [one for one in kept if one.exercise.id == work.exercise.id]
            level = no_more_than(work, earlier) if earlier else work
        if level is not None:
            kept.append(level)
    return kept


def _reserve(facts: Facts, week: WeekPlan, day: ChosenDay, work: Work) -> int:
    """Repetitions in reserve of one exercise: the week's or those promised, whichever are more; more where the session is new to the legs,
    eased, or one of the first back."""
    kept = facts.promised(day).get(work.exercise.id)
    rir = week.target.rir
    reserve = max(rir, min(NEW_TO_LEGS_RIR, rir + 1)) if day.new_to_legs else rir
    asked = max(reserve, kept.rir if kept else 0, work.rir_least)
    most = max(asked, facts.number("effort", "rir_beginner"))
    return min(most, asked + work.rir_plus)


def _first_words(facts: Facts, ledger: Ledger, work: Work, given: Sequence[Given]) -> str:
    """How a first weight was found; empty where the exercise has been done, and where nothing as light as it should be is owned."""
    if given or work.dose.weight_g == 0:
        return ""
    name, profile = facts.catalogue.name, facts.state.profile
    shown = facts.shown_strength(work.exercise.id)
    if shown is not None:
        source = f"{name(shown.kin)} in your log" if shown.kin else "your log"
        return f"what {source} shows, with one more in reserve"
    percent = start_percent(work.exercise, profile.lifting)
    if 100 * work.dose.weight_g <= percent * profile.body_mass_g:
        return f"{percent} % of body mass, rounded down to what you own"
    kin_g, kin = first_by_kin(facts, ledger, work.lift)
    return f"what you lifted in {name(kin)}, with {KIN_MARGIN} more in reserve" if kin_g else ""


def _prescription(
    facts: Facts, ledger: Ledger, week: WeekPlan, day: ChosenDay, *, work: Work
) -> Prescription:
    profile, given = facts.state.profile, ledger.before(work.exercise.id, week.index)
    gear = facts.state.gear_on(day.start.date())
    way = way_of(work.exercise, gear, work.line.variant, grams=work.dose.weight_g)
    picked = pick_up(gear, way, work.dose.weight_g, profile.units)
    why = dose_words(
        work,
        given,
        profile.units,
        picked=picked,
        first=_first_words(facts, ledger, work, given),
        light=week.light_words,
    )
    return Prescription(
        exercise=work.exercise.id,
        sets=work.dose.sets,
        reps=work.lift.reps,
        target=work.dose.target,
        per_side=work.exercise.counting.per_side,
        weight_g=work.dose.weight_g,
        gear=tuple(sorted(way.needs)),
        rir=_reserve(facts, week, day, work),
        rest_s=work.rest_s,
        volume=work.volume,
        seconds=work.exercise.counting.held,
        instead_of=work.line.instead_of,
        menu_sets=work.line.sets,
        tempo=work.line.tempo,
        pick_up=picked,
        why=why[0].upper() + why[1:] + ".",
    )


def _rehearsal(facts: Facts, works: Sequence[Work]) -> tuple[str, ...]:
    """The sentence on lighter sets before the session's first heavy lift."""
    heavy = next((one for one in works if one.exercise.place is SessionPlace.HEAVY), None)
    if heavy is None:
        return ()
    percents = facts.catalogue.progression.rehearsal_percent
    words = rehearsal_words(heavy, heavy.lift.weights, percents, facts.state.profile.units)
    return (f"{facts.catalogue.name(heavy.exercise.id)}: {words}.",) if words else ()


def _drills(
    facts: Facts, ledger: Ledger, exercises: tuple[str, ...], day: ChosenDay
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Warm-up and cool-down of a session of these exercises, worked out once."""
    after_run, owned = day.after_run, facts.state.gear_on(day.start.date())
    key = (exercises, after_run, owned)
    if key not in ledger.drills:
        minutes = facts.number("warm-up", "minutes_after_run" if after_run else "minutes")
        gear = owned.kinds
        worked = [facts.catalogue.exercises[one] for one in exercises]
        drills = facts.catalogue.drills
        hold_s = facts.number("cool-down", "hold_s")
        cooling = facts.number("cool-down", "minutes_low"), facts.number("cool-down", "minutes_high")
        ledger.drills[key] = (
            warm_up(drills, worked, gear, minutes=minutes, after_run=after_run),
            cool_down(drills, worked, gear, minutes=cooling, hold_s=hold_s),
        )
    return ledger.drills[key]


def _together(works: Sequence[Work]) -> tuple[tuple[str, str], ...]:
    """The ids of the exercises that share their rests."""
    ids = [one.exercise.id for one in works]
    found = pairs([one.exercise for one in works], [one.rest_s for one in works])
    return tuple((ids[one], ids[other]) for one, other in found)


def _session(
    facts: Facts, ledger: Ledger, week: WeekPlan, room: Room, *, day: ChosenDay, works: Sequence[Work]
) -> Session:
    menu = facts.menu(week.target, day)
    progression = facts.catalogue.progression
    lines = tuple(_prescription(facts, ledger, week, day, work=one) for one in works)
    name = facts.catalogue.name
    warm, cool = _drills(facts, ledger, tuple(line.exercise for line in lines), day)
    return Session(
        id=f"{day.start.date().isoformat()}-{day.letter}",
        start=day.start,
        minutes=minutes_of(works, room, progression),
        opening_minutes=day.opening_minutes,
        menu=day.letter,
        title=menu.title or f"Workout {day.letter}",
        phase=week.target.phase,
        new_to_legs=day.new_to_legs,
        contacts=sum(one.contacts for one in works),
        exercises=lines,
        warm_up=warm,
        cool_down=cool,
        why=Reasons(
            day=day.why,
            menu=menu.why,
            dose=(
                week.target.why,
                *(f"{name(line.exercise)}: {line.why[0].lower()}{line.why[1:]}" for line in lines),
                *_rehearsal(facts, works),
            ),
        ),
        superset=menu.superset,
        supersets=_together(works) if menu.superset else (),
    )


def dose(
    state: RunnerState,
    season: Sequence[WeekTarget],
    days: Sequence[ChosenDay],
    menus: Mapping[tuple[int, str], Menu],
    catalogue: Catalogue,
    *,
    own_menus: Mapping[datetime, Menu] | None = None,
) -> tuple[Session, ...]:
    """The sessions of the chosen days, in time order, as they go when the runner does what is planned (planning.md §4).

    `own_menus` are menus of single sessions by their start, where they differ from their block's. A week's sessions are decided together. Where the rules leave nothing to do (growth, or only new exercises just before an A race) a
    day holds no session. Raises KeyError where a chosen day has no menu.
    """
    ordered = sorted(days, key=lambda day: day.start)
    facts = Facts(
        state=state,
        season=season,
        menus=menus,
        catalogue=catalogue,
        own_menus=own_menus or {},
        days=ordered,
    )
    first = season[0].start if season else date.min
    ledger = Ledger(
        contacts=past_contacts(facts, first),
        largest=[(one.start.date(), sum(one.quarter_sets.values())) for one in facts.done],
    )
    remember_done(ledger, facts, first)
    ledger.loads = past_loads(ledger, facts, first)
    sessions: list[Session] = []
    for index, target in enumerate(season):
        chosen = tuple(day for day in ordered if day.week == index)
        week = WeekPlan(index=index, target=target, days=chosen)
        done = done_in(ledger, facts, target.start)
        limits = _limits(facts, ledger, week, done)
        works = _decided(facts, ledger, week, limits)
        for place, day in enumerate(chosen):
            mine = [one for one in works if one.session == place]
            if mine:
                sessions.append(_session(facts, ledger, week, limits.rooms[place], day=day, works=mine))
        remember(ledger, facts, week, works, done)
    return tuple(sessions)
