"""Decides how a virtual runner lives a year with a coach: what is said each morning, what is done of what was given, what is logged."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from statistics import fmean
from typing import Protocol

from legday.model.catalogue import Catalogue
from legday.model.exercises import Movement, Tissue
from legday.model.happened import (
    Away,
    BodyMassSet,
    ClearedByClinician,
    Happening,
    Ill,
    PainFelt,
    RedFlagRaised,
    SessionDone,
    SessionSkipped,
    SetDone,
    Slept,
    SorenessFelt,
)
from legday.model.ids import new_id
from legday.model.journal import ProfileSet
from legday.model.pain_words import When
from legday.model.plan import Prescription
from legday.model.runner import Priority
from legday.model.sets import LoggedSet
from legday.running.outlook import make_outlook
from virtual_body import Body
from virtual_chance import chance
from virtual_doing import Done, do_session
from virtual_life import DAYS, Life, day_of, life_of
from virtual_pain import Pains, behaviour_of
from virtual_runner import Tells, VirtualRunner
from virtual_watcher import Amount, Broken, Given, Held, Told, Watcher, amount_of, counted, monday

Entry = Happening | ProfileSet
PRINTED = {Movement.KNEE: "squat", Movement.HIP: "deadlift", Movement.CALF: "calf-raise"}
"""The movements whose hidden strength is reported, each by the exercise of it that was trained most; that of the article where none was."""

MORNING = 4
"""The hour at which the morning's news is told: before the earliest session, which may follow it."""

IDLE_DAYS = 14
IDLE_CHANCES = 3
IDLE_CHOICE_DAYS = 7
PROBE_MINUTES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One estimate of strength beside the truth: sessions it rests on, estimate over truth, whether the band held the truth."""

    sessions: int
    ratio: float
    inside: bool
    width: float


class Coach(Protocol):
    """Gives sessions. `hears` what is said; `given` says what is to be done on a day, after the morning's news."""

    name: str
    ahead: list[Given]

    def hears(self, entry: Entry, day: int) -> None: ...

    def given(self, day: int, told: Told, held: Sequence[Held]) -> Given | None: ...

    def was_done(self, given: Given, done: Done | None) -> None: ...

    def readings(self, day: int, body: Body) -> list[Reading]: ...

    def failures(self) -> list[Broken]: ...


@dataclass(slots=True, kw_only=True)
class YearTold:
    """What a year came to. `failures`: a plan that could not be made, or with a MUST broken by the planner's own check."""

    seed: int
    coach: str
    given: int = 0
    done: int = 0
    weeks: int = 0
    broken: list[Broken] = field(default_factory=list)
    ahead: list[Broken] = field(default_factory=list)
    idle: list[Broken] = field(default_factory=list)
    failures: list[Broken] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    plans: int = 0
    growth: float = 0.0
    episodes: int = 0
    pain_days: int = 0
    moved_by_week: list[float] = field(default_factory=list)

    @property
    def kept(self) -> float:
        return self.done / self.given if self.given else 0.0


class Year:
    """One runner's year with one coach. Call `live` once."""

    def __init__(self, runner: VirtualRunner, coach: Coach, catalogue: Catalogue):
        self.runner, self.coach, self.catalogue = runner, coach, catalogue
        self.life: Life = life_of(runner)
        self.body = Body(
            runner.seed,
            catalogue,
            body_mass_g=runner.profile.body_mass_g,
            lifting=runner.profile.lifting,
            age=runner.age,
        )
        self.pains = Pains(runner.seed, catalogue)
        self.watcher = Watcher(catalogue)
        self.told = Told(profile=runner.profile)
        self.held: list[Held] = []
        self.hard: list[tuple[int, float]] = []
        self.late: list[tuple[int, Held, list[Entry]]] = []
        self.result = YearTold(seed=runner.seed, coach=coach.name)
        self._serial = 0
        self._logs = False
        self._idle_since = -1
        self._chances: list[int] = []

    def live(self, days: int = DAYS) -> YearTold:
        for day in range(days):
            self._morning(day)
            if day % 7 == 0 or self._runs_changed:
                self._look_ahead(day)
            given = self.coach.given(day, self.told, self.held)
            self._ahead()
            if day % 7 == 0:
                self.result.readings += self.coach.readings(day, self.body)
            self._idle(day, given)
            if given is not None:
                self._session(day, given)
            self.body.night()
            if day % 7 == 6:
                self.body.end_of_week()
        self.result.weeks = days // 7
        self.result.failures = self.coach.failures()
        self.result.plans = getattr(self.coach, "planned", 0)
        self.result.growth = fmean(self.body.gain(self._most_trained(movement)) for movement in PRINTED)
        self.result.episodes = self.pains.count
        self.result.moved_by_week = [
            sum(moved for day, moved in self.hard if day // 7 == week) for week in range(days // 7)
        ]
        return self.result

    def _most_trained(self, movement: Movement) -> str:
        sets = self.body.sets_of
        mine = [name for name in sets if self.catalogue.exercises[name].movement is movement]
        return max(mine, key=lambda name: sets[name], default=PRINTED[movement])

    def _ahead(self) -> None:
        """What was planned for the days to come, as if all of it were done as planned."""
        held = list(self.held)
        for given in self.coach.ahead:
            before = [one for one in held if one.start < given.start]
            self.result.ahead += self.watcher.judge(given, before, self.told)
            held.append(self._as_given(given))

    # What is said

    def _stamp(self, day: int, hour: int = MORNING) -> dict:
        self._serial += 1
        at = datetime.combine(day_of(day), time(hour), tzinfo=UTC) + timedelta(milliseconds=self._serial)
        return {"id": new_id(at, chance(self.runner.seed, "id", self._serial).randbytes(10)), "at": at}

    def _say(self, day: int, entry: Entry) -> None:
        match entry:
            case ProfileSet():
                self.told.profile = replace(entry.profile, body_mass_g=self.told.profile.body_mass_g)
                self._runs_changed = True
            case BodyMassSet():
                self.told.profile = replace(self.told.profile, body_mass_g=entry.grams)
            case PainFelt():
                self.told.pains.append(entry)
            case RedFlagRaised():
                self.told.flags.append(entry)
            case ClearedByClinician():
                self.told.cleared.append(entry)
            case Ill():
                self.told.illnesses[entry.first] = entry
            case Away():
                self.told.away.append(entry)
            case Slept():
                self.told.nights[entry.day] = entry
            case SorenessFelt():
                self.told.sore[entry.day] = entry
            case SessionDone() | SetDone() | SessionSkipped():
                self._logs = True
        self.coach.hears(entry, day)

    def _morning(self, day: int) -> None:
        self._runs_changed = day == 0
        self.body.body_mass_g = round(self.runner.profile.body_mass_g * self.life.mass_factor(day))
        if day == 0:
            self._say(day, ProfileSet(**self._stamp(day), profile=self.runner.profile))
        for first, profile in self.life.profiles[1:]:
            if first == day:
                now = replace(profile, body_mass_g=self.told.profile.body_mass_g)
                self._say(day, ProfileSet(**self._stamp(day), profile=now))
        if self.runner.habits.weighs and day % 14 == 9:
            grams = 100 * round(self.body.body_mass_g / 100)
            self._say(day, BodyMassSet(**self._stamp(day), day=day_of(day), grams=grams))
        self._illness(day)
        self._travel(day)
        self._flags(day)
        self._night(day)
        self._pain(day)
        for due, held, entries in [one for one in self.late if one[0] == day]:
            self.held = sorted(
                [held if one.start == held.start else one for one in self.held], key=lambda one: one.start
            )
            for entry in entries:
                self._say(due, entry)

    def _illness(self, day: int) -> None:
        for ill in self.life.illnesses:
            said = {"first": day_of(ill.first), "fever": ill.fever}
            if day == ill.first:
                self.body.ill = 0.1 if ill.fever else 0.05
                self._say(day, Ill(**self._stamp(day), **said))
            if day == ill.told_well:
                self._say(day, Ill(**self._stamp(day), **said, last=day_of(ill.last)))

    def _travel(self, day: int) -> None:
        for away in self.life.travels:
            if day == away.told:
                first, last = day_of(away.first), day_of(away.last)
                self._say(
                    day,
                    Away(**self._stamp(day), first=first, last=last, gear=away.gear, openings=away.openings),
                )

    def _flags(self, day: int) -> None:
        for flag in self.life.red_flags:
            if day == flag.day:
                self._say(day, RedFlagRaised(**self._stamp(day), day=day_of(day), flag=flag.flag))
            if day == flag.cleared:
                self._say(day, ClearedByClinician(**self._stamp(day), day=day_of(day)))

    def _night(self, day: int) -> None:
        minutes = self.life.minutes_slept(day)
        if self.runner.habits.tells_nights and minutes < 370:
            readiness = 2 if self.life.decide("readiness", day) < 0.5 else None
            self._say(day, Slept(**self._stamp(day), day=day_of(day), minutes=minutes, readiness=readiness))
        score = round(self.body.soreness + 2 * self.life.decide("ache", day) - 1)
        if self.runner.habits.tells_soreness and score >= 4:
            limp = score >= 9
            self._say(day, SorenessFelt(**self._stamp(day), day=day_of(day), score=min(10, score), limp=limp))

    def _pain(self, day: int) -> None:
        self.pains.morning(day, growth=self._growth(day))
        self.result.pain_days += self.pains.worst > 3
        for episode in self.pains.episodes:
            draw = chance(self.runner.seed, "tells", day, episode.place)
            fresh = episode.began == day
            score = max(0, min(10, round(episode.level + draw.gauss(0, 0.5))))
            trained = any(one == day - 1 for one, _ in self.hard)
            due = fresh or trained or day - episode.last_told >= 4
            if episode.gone and episode.seen:
                continue
            if episode.gone or (due and draw.random() < 0.85):
                if episode.gone:
                    score, episode.seen = 0, True
                    if episode.condition.tissue is Tissue.BONE or draw.random() < 0.5:
                        self._say(
                            day,
                            ClearedByClinician(**self._stamp(day), day=day_of(day), what=episode.place),
                        )
                        continue
                episode.last_told = day
                when = When.NEXT_MORNING if trained else draw.choice((When.DURING, When.AFTER))
                self._say(
                    day,
                    PainFelt(
                        **self._stamp(day),
                        day=day_of(day),
                        place=episode.place,
                        score=score,
                        side=episode.side,
                        when=when,
                        behaviour=behaviour_of(draw, episode) if score else frozenset(),
                    ),
                )

    def _growth(self, day: int) -> float:
        """The last seven days' work over the mean of the four weeks before; one where there was none."""
        now = sum(moved for one, moved in self.hard if day - 7 <= one < day)
        before = sum(moved for one, moved in self.hard if day - 35 <= one < day - 7) / 4
        return now / before if before and day > 28 else 1.0

    def _look_ahead(self, day: int) -> None:
        outlook = make_outlook(self.told.profile, (), (), today=day_of(day), weeks=4)
        self.told.runs = outlook.runs

    # What is done

    def _session(self, day: int, given: Given) -> None:
        self.result.given += 1
        self.result.broken += self.watcher.judge(given, self._before(given), self.told)
        habits = self.runner.habits
        ill = self.life.ill_on(day) is not None
        if ill or self.pains.worst > 7 or self.life.decide("skips", day) < habits.skips:
            self._skipped(day, given)
            self.coach.was_done(given, None)
            return
        done = do_session(
            given.lines,
            self.body,
            habits,
            gear=self.told.gear_on(day_of(day)),
            form=self._form(day),
            draw=chance(self.runner.seed, "session", day),
        )
        if not done.sets:  # told of as done, it would count as done as asked
            self._skipped(day, given)
            self.coach.was_done(given, None)
            return
        self.result.done += 1
        self.body.train(list(done.efforts))
        self.pains.load([effort.exercise for effort in done.efforts])
        self._log(day, given, done)
        self.coach.was_done(given, done)

    def _before(self, given: Given) -> list[Held]:
        return [one for one in self.held if one.start < given.start]

    def _form(self, day: int) -> float:
        tired = 0.02 if self.life.minutes_slept(day) < 360 else 0.0
        return 1 - tired + chance(self.runner.seed, "form", day).gauss(0, 0.02)

    def _skipped(self, day: int, given: Given) -> None:
        habits = self.runner.habits
        says = self.life.decide("says skip", day) < habits.says_skip and habits.tells is not Tells.NOTHING
        if says:
            self._say(day, SessionSkipped(**self._stamp(day, 21), planned=given.start, why="no time"))
        else:
            self.held.append(self._unsaid(given))

    def _unsaid(self, given: Given) -> Held:
        """What is known of a session of which nothing was said: until the first log what was promised counts as done."""
        return Held(start=given.start, known=False) if self._logs else self._as_given(given)

    def _as_given(self, given: Given) -> Held:
        amounts = tuple(amount_of(line, self.catalogue.exercises[line.exercise]) for line in given.lines)
        return Held(start=given.start, amounts=amounts, contacts=given.contacts, light=given.light)

    def _log(self, day: int, given: Given, done: Done) -> None:
        moved = sum(
            self.body.moved_g(one.exercise, one.weight_g or 0) * one.reps / self.body.body_mass_g
            for one in done.sets
        )
        self.hard.append((day, moved))
        habits = self.runner.habits
        told = habits.tells
        if told is Tells.NOTHING:
            self.held.append(self._as_given(given))
            return
        held = self._as_given(given) if told is Tells.BARE else self._as_done(given, done)
        if self.life.decide("forgets", day) < habits.forgets:
            self.held.append(self._unsaid(given))
            return
        late = 1 + int(3 * self.life.decide("how late", day))
        if self.life.decide("late", day) < habits.late:
            self.held.append(self._unsaid(given))
            self.late.append((day + late, held, self._entries(day, day + late, given, done)))
            return
        self.held.append(held)
        for entry in self._entries(day, day, given, done):
            self._say(day, entry)

    def _entries(self, day: int, said_on: int, given: Given, done: Done) -> list[Entry]:
        hour = MORNING if said_on > day else 21
        about = {
            "start": given.start,
            "planned": given.start,
            "prescribed": given.lines,
            "light": given.light,
            "menu": given.menu,
        }
        tells = self.runner.habits.tells
        stamp = self._stamp(said_on, hour)
        single: list[Entry] = []
        if tells is Tells.SET_BY_SET:
            single = [
                SetDone(**self._stamp(said_on, hour), session=stamp["id"], done=one, **about)
                for one in done.sets
            ]
        whole = SessionDone(
            **stamp,
            **about,
            sets=done.sets if tells is Tells.WHOLE else (),
            session=stamp["id"] if single else None,
            minutes=given.minutes,
            effort=6 + int(3 * self.life.decide("effort", day)),
        )
        return [*single, whole]

    def _as_done(self, given: Given, done: Done) -> Held:
        asked = {line.exercise: line for line in given.lines}
        by_exercise: dict[str, list[LoggedSet]] = {}
        for one in done.sets:
            by_exercise.setdefault(one.exercise, []).append(one)
        amounts = tuple(self._amount(name, mine, asked[name]) for name, mine in by_exercise.items())
        contacts = sum(
            one.reps * self.catalogue.exercises[one.exercise].contacts * self._sides(one) for one in done.sets
        )
        return Held(start=given.start, amounts=amounts, contacts=contacts, light=given.light)

    def _sides(self, one: LoggedSet) -> int:
        both = self.catalogue.exercises[one.exercise].counting.per_side and one.side == "both"
        return 2 if both else 1

    def _amount(self, name: str, mine: list[LoggedSet], line: Prescription) -> Amount:
        exercise = self.catalogue.exercises[name]
        reps = [counted(exercise, one.reps * self._sides(one)) for one in mine]
        return Amount(
            exercise=name,
            sets=self._sets(mine),
            reps=max(one.reps for one in mine),
            weight_g=max(one.weight_g or 0 for one in mine),
            own=sum(reps) * exercise.body_share,
            lifted=sum(one * (done.weight_g or 0) for one, done in zip(reps, mine, strict=True)),
            top=line.reps[1],
            beyond=self._beyond(mine, line),
        )

    def _sets(self, mine: list[LoggedSet]) -> int:
        """Sets done; where the legs did not do as many, those of the one that did more."""
        left, right = (sum(one.side == side for one in mine) for side in ("left", "right"))
        return len(mine) - min(left, right)

    def _beyond(self, mine: list[LoggedSet], line: Prescription) -> int | None:
        """The least left in reserve beyond what was asked, where all that was asked was done and told of."""
        legs = sum(1 if one.side in {"left", "right"} else 2 for one in mine)
        told = all(one.rir is not None and one.reps >= line.target for one in mine)
        return min(one.rir - line.rir for one in mine) if told and legs >= 2 * line.sets else None

    # What was not given

    def _idle(self, day: int, given: Given | None) -> None:
        """A fortnight with three chances that no rule forbids, the first of them a week ago, and no session: told once.

        A plan may choose which day of a week: where the chances came all at once, the session may stand on the last of them.
        """
        if given is not None or self._held_back(day):
            self._idle_since, self._chances = day, []
            return
        self._chances += [day] * self._chance(day)
        fortnight = day - self._idle_since >= IDLE_DAYS
        if fortnight and len(self._chances) >= IDLE_CHANCES and day - self._chances[0] >= IDLE_CHOICE_DAYS:
            words = f"nothing since {day_of(self._idle_since)}, {len(self._chances)} chances"
            self.result.idle.append(Broken(rule="idle", day=day_of(day), words=words))
            self._idle_since, self._chances = day, []

    def _held_back(self, day: int) -> bool:
        """Something holds leg work back today, in the widest reading: illness and two days more, pain told in a fortnight, a lock, a race near.

        To who has done nothing yet all is new, and nothing new comes in the 21 days before an A race.
        """
        today = day_of(day)
        ill = any(
            one.first <= today and (one.last is None or today <= one.last + timedelta(days=2))
            for one in self.told.illnesses.values()
        )
        hurting = any(pain.score > 1 and (today - pain.day).days <= 14 for pain in self.told.pains)
        racing = any(-4 <= (today - race.day).days <= 14 for race in self.told.profile.races)
        new = not self.held and any(
            race.priority is Priority.A and 0 <= (race.day - today).days <= 21
            for race in self.told.profile.races
        )
        return ill or hurting or racing or new or bool(self.told.locked(today))

    def _chance(self, day: int) -> bool:
        """Whether a session today would break no rule. In a week that has the sessions asked for, another would be one too many."""
        today = day_of(day)
        week = [one for one in self.held if one.known and monday(one.start.date()) == monday(today)]
        if len(week) >= self.told.profile.sessions_a_week:
            return False
        away = self.told.away_on(today)
        openings = self.told.profile.openings if away is None or away.openings is None else away.openings
        for opening in openings:
            if opening.on(today) and opening.minutes >= PROBE_MINUTES:
                start = datetime.combine(today, opening.start)
                probe = Given(
                    start=start, minutes=PROBE_MINUTES, lines=(), contacts=0, light=False, wanted=1, menu="A"
                )
                longer = replace(probe, start=start, minutes=PROBE_MINUTES + 24 * 60)
                broken = self.watcher.judge(probe, self._before(probe), self.told)
                wider = [
                    one
                    for one in self.watcher.judge(longer, [], self.told)
                    if one.rule == "fresh-for-key-runs"
                ]
                if not broken and not wider:
                    return True
        return False
