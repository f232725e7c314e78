"""Decides how a report of progress becomes the pictures and lines of the page Legs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from legday.actions.progress import Aims, LiftProgress, ProgressReport, held_g
from legday.actions.state import Facts
from legday.model.muscles import BANDED, Muscle
from legday.model.sets import Side
from legday.progressing.balance import WeekBalance, Work
from legday.progressing.day_loads import LIFT_EFFORT, RUN_EFFORT
from legday.progressing.sides import SideBalance
from legday.progressing.strength import MOST_REPETITIONS, Estimate
from legday.web.amounts import Amounts
from legday.web.wording import Wording
from legday.writing.pictures import (
    Aim,
    BandPoint,
    Caption,
    DayAmount,
    Key,
    Picture,
    Series,
    Size,
    balance,
    band_line,
    bars,
    body,
    day_lines,
)
from legday.writing.prescriptions import exercise_name

WEEKS_AHEAD = 3
DAYS_SHOWN = 84
POINTS_SHOWN = 40
"""The last so many sessions of a lift are shown."""
SIDE_ENDS = 40
"""The level of left and right ends at so many percent; what lies beyond stands at its end."""
BACK_END = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftCard:
    """One lift with a number, in words and as a picture."""

    name: str
    once: str
    band: str
    sessions: int
    change: str
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleLine:
    """One muscle in a week: its sets done and planned (empty where none are); `standing` is below, within or above the aim, empty where it has none."""

    name: str
    done: str
    planned: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A balance, with what is said beneath it."""

    title: str
    picture: Picture
    said: str
    flagged: bool = False


@dataclass(frozen=True)
class LegsPictures:
    """All that the page Legs shows. `week` is the Monday whose muscles are asked for."""

    report: ProgressReport
    known: Facts
    aims: Aims
    words: Wording
    week: date

    @cached_property
    def amounts(self) -> Amounts:
        return Amounts(self.words, self.known.profile.units)

    @property
    def this_week(self) -> date:
        return self.known.today - timedelta(days=self.known.today.weekday())

    # Strength

    def lifts(self) -> list[LiftCard]:
        """The lifts with an estimate, in the report's order."""
        return [self._lift(one) for one in self.report.lifts if one.estimate and one.past]

    def without_number(self) -> list[str]:
        """Why the other lifts have no number, each reason once."""
        by_reason: dict[str, list[str]] = {}
        for one in self.report.lifts:
            if one.why_not is not None:
                by_reason.setdefault(one.why_not.name.lower(), []).append(self._name(one.exercise))
        return [
            self.words.say(
                "legs.strength.no_number",
                names=", ".join(names),
                why=self.words.say(f"legs.strength.why.{reason}", most=MOST_REPETITIONS),
            )
            for reason, names in by_reason.items()
        ]

    def _lift(self, lift: LiftProgress) -> LiftCard:
        exercise = self.known.catalogue.exercises[lift.exercise]
        mass = self.known.profile.body_mass_g
        points = [
            BandPoint(
                day=one.day,
                low=held_g(one.low_g, exercise, mass),
                middle=held_g(one.grams, exercise, mass),
                high=held_g(one.high_g, exercise, mass),
            )
            for one in (*lift.past, *self._since(lift))[-POINTS_SHOWN:]
        ]
        name, now, write = self._lift_name(lift), points[-1], self.amounts.weight
        caption = Caption(
            id=f"strength-{lift.exercise}-{lift.side.value}",
            title=self.words.say("legs.strength.picture", name=name),
            description=self.words.say(
                "legs.strength.description",
                first=self.amounts.day(points[0].day),
                last=self.amounts.day(now.day),
                now=write(now.middle),
                low=write(now.low),
                high=write(now.high),
            ),
            columns=self._heads("day", "low", "strength.once", "high"),
        )
        return LiftCard(
            name=name,
            once=write(now.middle),
            band=self.words.say("legs.strength.between", low=write(now.low), high=write(now.high)),
            sessions=len(lift.past),
            change=self._change(points),
            picture=band_line(
                caption,
                points,
                write=self.amounts.weight,
                write_day=self.amounts.day,
                middle_name=self.words.say("legs.strength.once"),
                band_name=self.words.say("legs.strength.band"),
            ),
        )

    @staticmethod
    def _since(lift: LiftProgress) -> list[Estimate]:
        """Today's estimate, where the last session was earlier: the band has grown since."""
        now = lift.estimate
        return [now] if now and now.day > lift.past[-1].day else []

    def _change(self, points: Sequence[BandPoint]) -> str:
        """What grew since the first session; empty with one session."""
        if len(points) < 2:
            return ""
        more = points[-1].middle - points[0].middle
        key = "grown" if more > 0 else "fallen" if more < 0 else "same"
        day = self.amounts.day(points[0].day)
        return self.words.say(f"legs.strength.{key}", amount=self.amounts.weight(abs(more)), day=day)

    def _name(self, exercise: str) -> str:
        return exercise_name(exercise, self.known.catalogue)

    def _lift_name(self, lift: LiftProgress) -> str:
        name = self._name(lift.exercise)
        return name if lift.side is Side.BOTH else self.words.say(f"legs.strength.{lift.side}", name=name)

    # Sets per muscle

    @cached_property
    def chosen(self) -> WeekBalance:
        """The week asked for, that of today where there is none of that day."""
        weeks = {one.start: one for one in self.report.weeks}
        return weeks.get(self.week) or weeks[self.this_week]

    def body(self, *, planned: bool) -> Picture:
        """The chosen week's sets on the body: done, or planned."""
        work = self.chosen.planned if planned else self.chosen.done
        low, high = self.aims.sets
        caption = Caption(
            id="body",
            title=self.words.say("legs.body.title"),
            description=self.words.say(
                f"legs.body.{'planned' if planned else 'done'}", day=self.amounts.day(self.chosen.start)
            ),
            columns=self._heads("muscle", "planned" if planned else "done"),
        )
        return body(
            caption,
            _sets(work),
            full=high,
            names={muscle: self.words.say(f"muscle.{muscle.value}") for muscle in Muscle},
            sides=(self.words.say("legs.front"), self.words.say("legs.back")),
            write=self.amounts.sets,
            aim=Aim(low, high, frozenset(BANDED)) if work.sessions else None,
        )

    def muscles(self, *, planned: bool) -> list[MuscleLine]:
        """Every muscle with its sets; how the shown ones stand to the aim."""
        aim = Aim(*self.aims.sets, frozenset(BANDED))
        done, asked = _sets(self.chosen.done), _sets(self.chosen.planned)
        shown = asked if planned else done
        return [
            MuscleLine(
                name=self.words.say(f"muscle.{muscle.value}"),
                done=self.amounts.sets(done[muscle]),
                planned=self.amounts.sets(asked[muscle]) if asked[muscle] else "",
                standing=aim.says(muscle, shown[muscle]),
            )
            for muscle in Muscle
        ]

    # Week by week

    @cached_property
    def weeks(self) -> list[WeekBalance]:
        """From the first week with work to a few after this one."""
        last = self.this_week + timedelta(weeks=WEEKS_AHEAD)
        weeks = [one for one in self.report.weeks if one.start <= last]
        begun = (bool(one.done.sessions or one.planned.sessions) for one in weeks)
        return weeks[next((place for place, some in enumerate(begun) if some), len(weeks) - 1) :]

    def muscle_weeks(self) -> list[tuple[str, Picture]]:
        """The six muscles that have an aim, each over the weeks."""
        return [
            (
                self.words.say(f"muscle.{muscle.value}"),
                self._weeks(
                    f"sets-{muscle.value}",
                    title=self.words.say("legs.weeks.picture", name=self.words.say(f"muscle.{muscle.value}")),
                    description=self.words.say(
                        "legs.weeks.description", name=self.words.say(f"muscle.{muscle.value}")
                    ),
                    done=[_sets(one.done)[muscle] for one in self.weeks],
                    planned=[_sets(one.planned)[muscle] for one in self.weeks],
                    aim=self.aims.sets,
                ),
            )
            for muscle in BANDED
        ]

    def sessions(self) -> Picture:
        return self._counted("sessions", [(one.done.sessions, one.planned.sessions) for one in self.weeks])

    def contacts(self) -> Picture | None:
        """None where no jump is done or planned."""
        counts = [(one.done.contacts, one.planned.contacts) for one in self.weeks]
        return self._counted("contacts", counts) if any(map(any, counts)) else None

    def _counted(self, what: str, counts: Sequence[tuple[int, int]]) -> Picture:
        return self._weeks(
            what,
            title=self.words.say(f"legs.weeks.{what}"),
            description=self.words.say(f"legs.weeks.{what}_description"),
            done=[done for done, _ in counts],
            planned=[planned for _, planned in counts],
        )

    def _weeks(
        self,
        name: str,
        *,
        title: str,
        description: str,
        done: Sequence[float],
        planned: Sequence[float],
        aim: tuple[float, float] | None = None,
    ) -> Picture:
        starts = [one.start for one in self.weeks]
        caption = Caption(
            id=name, title=title, description=description, columns=self._heads("week", "done", "planned")
        )
        ahead = [start > self.this_week for start in starts]
        known = tuple(None if later else value for later, value in zip(ahead, done, strict=True))
        return bars(
            caption,
            [self.amounts.day(start) for start in starts],
            (
                Series(name=self.words.say("legs.done"), look="done", values=known),
                Series(name=self.words.say("legs.planned"), look="planned", values=tuple(planned)),
            ),
            write=self.amounts.sets,
            aim=aim,
            aim_name=self.words.say("legs.weeks.aim"),
            marked=starts.index(self.this_week) if self.this_week in starts else None,
            size=Size.HALF,
        )

    # Balance

    def back_front(self, *, planned: bool) -> Level:
        """Back of the legs against the front in the chosen week."""
        work = self.chosen.planned if planned else self.chosen.done
        low, high = self.aims.back
        ratio = work.posterior_anterior
        said = self.words.say("legs.balance.nothing") if ratio is None else self._ratio(ratio)
        sets = _sets(work)
        caption = Caption(
            id="back-front",
            title=self.words.say("legs.balance.back_front"),
            description=self.words.say(
                "legs.balance.back_description",
                day=self.amounts.day(self.chosen.start),
                low=self._ratio(low),
                high=self._ratio(high),
            ),
            columns=self._heads("balance.what", "sets"),
        )
        picture = balance(
            caption,
            at=ratio,
            ends=(0, BACK_END),
            meant=(low, high),
            names=(self.words.say("legs.balance.front"), self.words.say("legs.balance.back")),
            said=said,
            rows=(
                (
                    self.words.say("legs.balance.sets_back"),
                    self.amounts.sets(sets[Muscle.HAMSTRINGS] + sets[Muscle.GLUTE_MAX]),
                ),
                (self.words.say("legs.balance.sets_front"), self.amounts.sets(sets[Muscle.QUADRICEPS])),
            ),
        )
        return Level(title=caption.title, picture=picture, said=said)

    def _ratio(self, percent: int) -> str:
        return self.words.say("legs.balance.ratio", ratio=self.amounts.number(percent / 100))

    def sides(self) -> list[Level]:
        """Left against right, of each exercise that was logged leg by leg."""
        return [self._side(one) for one in self.report.sides if one.sessions]

    def _side(self, side: SideBalance) -> Level:
        last, most = side.sessions[-1], self.aims.side
        caption = Caption(
            id=f"side-{side.exercise}",
            title=self.words.say("legs.balance.side", name=self._name(side.exercise)),
            description=self.words.say(
                "legs.balance.side_description", day=self.amounts.day(last.day), percent=most
            ),
            columns=self._heads("day", "balance.ahead"),
        )
        said = self._ahead(last.percent)
        picture = balance(
            caption,
            at=last.percent,
            ends=(-SIDE_ENDS, SIDE_ENDS),
            meant=(-most, most),
            names=(self.words.say("legs.balance.left"), self.words.say("legs.balance.right")),
            said=said,
            rows=tuple(
                (self.amounts.day(one.day), f"{one.percent} %") for one in side.sessions[-POINTS_SHOWN:]
            ),
        )
        return Level(title=self._name(side.exercise), picture=picture, said=said, flagged=side.flagged)

    def _ahead(self, percent: int) -> str:
        if not percent:
            return self.words.say("legs.balance.alike")
        key = "right_ahead" if percent > 0 else "left_ahead"
        return self.words.say(f"legs.balance.{key}", percent=abs(percent))

    # Effort × minutes

    def loads(self) -> Picture | None:
        """The last days; None where nothing is known of any."""
        days, (short, long) = self.report.days[-DAYS_SHOWN:], self.report.spans
        if not days:
            return None
        names = [
            ("load-runs", self.words.say("legs.loads.runs")),
            ("load-lifts", self.words.say("legs.loads.lifts")),
            ("short", self.words.say("legs.loads.short", days=short)),
            ("long", self.words.say("legs.loads.long", days=long)),
        ]
        runs, lifts, quick, slow = (Key(look=look, name=name) for look, name in names)
        caption = Caption(
            id="loads",
            title=self.words.say("legs.loads.title"),
            description=self.words.say("legs.loads.description", short=short, long=long),
            columns=(self.words.say("legs.day"), *(name for _, name in names)),
        )
        amounts = [
            DayAmount(day=one.day, runs=one.runs, lifts=one.lifts, short=one.short, long=one.long)
            for one in days
        ]
        return day_lines(
            caption,
            amounts,
            write=self.amounts.whole,
            write_day=self.amounts.day,
            keys=(runs, lifts, quick, slow),
        )

    def loads_now(self) -> str:
        """Both averages today, in words."""
        now, (short, long) = self.report.days[-1], self.report.spans
        return self.words.say(
            "legs.loads.now",
            short=self.amounts.whole(now.short),
            short_days=short,
            long=self.amounts.whole(now.long),
            long_days=long,
        )

    def loads_read(self) -> str:
        """How the currency is read."""
        efforts = {kind.value: effort for kind, effort in RUN_EFFORT.items()}
        return self.words.say("legs.loads.read", legs=LIFT_EFFORT, **efforts)

    def _heads(self, *keys: str) -> tuple[str, ...]:
        return tuple(self.words.say(f"legs.{key}") for key in keys)


def _sets(work: Work) -> dict[Muscle, float]:
    return {muscle: work.quarter_sets.get(muscle, 0) / 4 for muscle in Muscle}
