"""Decides how what was said reads on a page: one line of the journal in the words of its language."""

from dataclasses import dataclass
from datetime import date, time
from functools import singledispatchmethod

from legday.actions.happened import Happened
from legday.model.catalogue import Catalogue
from legday.model.lines import (
    AwayLine,
    ClearedLine,
    ExtraLine,
    IllLine,
    JournalLine,
    KindLine,
    MoveLine,
    PainLine,
    RedFlagLine,
    SessionLine,
    SetsLine,
    SkipLine,
    SleptLine,
    SoreLine,
    SwapLine,
    WeighLine,
)
from legday.model.pain_words import Behaviour
from legday.web.amounts import Amounts
from legday.web.wording import Wording
from legday.writing.notation import told_line


@dataclass(frozen=True, slots=True)
class Told:
    """The words for lines of the journal; what has none of its own is shown as the journal writes it."""

    words: Wording
    amounts: Amounts
    catalogue: Catalogue

    def thing(self, one: Happened) -> list[str]:
        """The lines of one thing that was said; empty where its kind says all that there is to read."""
        if one.run_plan is not None:
            name, count = one.run_plan
            return [self.words.say("history.run_plan", name=name, count=count)]
        return [self.line(part) for part in one.parts]

    @singledispatchmethod
    def line(self, line: JournalLine) -> str:
        """One line, without its day."""
        return told_line(line, self.amounts.units).removeprefix(f"{line.day.isoformat()} ")

    def place(self, place: str, side: str = "") -> str:
        """`Achilles tendon, left`; a place nobody knows keeps its own word."""
        key = f"place.{place}"
        name = self.words.say(key) if key in self.words.texts else place
        return f"{name}, {self.words.say(f'said.{side}')}" if side in {"left", "right"} else name

    @line.register
    def _sore(self, line: SoreLine) -> str:
        limp = self.words.say("said.limp") if line.limp else ""
        return self.words.say("said.sore", score=line.score) + limp

    @line.register
    def _ill(self, line: IllLine) -> str:
        said = self.words.say("said.fever" if line.fever else "said.ill")
        return self._noted([said, *self._until(line.last)], line.note)

    @line.register
    def _flag(self, line: RedFlagLine) -> str:
        flag = self.catalogue.red_flags.get(line.flag)
        return self._noted([self.words.say("said.flag", name=flag.name if flag else line.flag)], line.note)

    @line.register
    def _skip(self, line: SkipLine) -> str:
        return self.words.say("said.skip") + (f": {line.note}" if line.note else "")

    @line.register
    def _swap(self, line: SwapLine) -> str:
        was, now = (self.catalogue.name(one) for one in (line.was, line.now))
        said = self.words.say("said.back" if was == now else "said.swap", was=was, now=now)
        return self._noted([said, *self._until(line.last)], line.why)

    @line.register
    def _move(self, line: MoveLine) -> str:
        when = self._moment(line.to.date(), line.to.time())
        return self.words.say("said.move", day=self._moment(line.day, line.at), when=when)

    @line.register
    def _extra(self, line: ExtraLine) -> str:
        return self.words.say("said.extra", when=self._moment(line.day, line.at))

    @line.register
    def _kind(self, line: KindLine) -> str:
        return f"{self._moment(line.day, line.start)}: {self.words.say(f'plan.mark.{line.kind.value}')}"

    @line.register
    def _weigh(self, line: WeighLine) -> str:
        return self.amounts.weight(line.grams)

    @line.register
    def _pain(self, line: PainLine) -> str:
        place = self.place(line.place, line.side)
        parts = [self.words.say("said.pain", place=place, score=line.score)]
        parts += [self.words.say(f"body.whens.{line.when}")] if line.when else []
        parts += [
            self.words.say(f"body.behaviours.{one.value}") for one in Behaviour if one in line.behaviour
        ]
        return self._noted(parts, line.note)

    @line.register
    def _clear(self, line: ClearedLine) -> str:
        return self._noted([self.cleared(line.what)], line.note)

    def cleared(self, what: str) -> str:
        """What a clinician cleared: a red flag, a circumstance, a place; all of it where nothing is named."""
        if not what:
            return self.words.say("body.cleared_all")
        if what in self.catalogue.red_flags:
            return self.catalogue.red_flags[what].name
        condition = self.catalogue.conditions.get(what)
        return condition.name if condition and not condition.places else self.place(what)

    @line.register
    def _away(self, line: AwayLine) -> str:
        parts = [self.words.say("said.until", day=self.words.day(line.last))]
        parts += [] if line.gear is None else [self.words.say("said.other_gear")]
        if line.openings is not None:
            parts.append(self.words.say("said.other_hours" if line.openings else "said.no_legs"))
        return self._noted(parts, line.note)

    def _until(self, last: date | None) -> list[str]:
        return [] if last is None else [self.words.say("said.until", day=self.words.day(last))]

    def _moment(self, day: date, at: time | None) -> str:
        return f"{self.words.short_day(day)} {at:%H:%M}" if at else self.words.short_day(day)

    def _noted(self, parts: list[str], note: str) -> str:
        return " · ".join([*parts, *([self.words.say("said.note", note=note)] if note else [])])

    @line.register
    def _session(self, line: SessionLine) -> str:
        parts = [self.words.say("said.session", menu=line.menu).strip()]
        parts += [f"{line.at:%H:%M}"] if line.at else []
        parts += [self.amounts.minutes(line.minutes)] if line.minutes else []
        parts += [self.words.say("said.effort", effort=line.effort)] if line.effort is not None else []
        return self._noted(parts, line.note)

    @line.register
    def _sets(self, line: SetsLine) -> str:
        counts = ", ".join(str(one) for one in line.each) or str(line.reps)
        reps = f"{line.sets} × {counts}{' s' if line.seconds else ''}"
        parts = [f"{self.catalogue.name(line.exercise)} {reps}"]
        parts += [self.words.say(f"said.{line.side}")] if line.side else []
        parts += [] if line.weight_g is None else [self.amounts.held_weight(line.weight_g)]
        parts += [] if line.rir is None else [self.words.say("said.reserve", rir=line.rir)]
        parts += [self.words.say("said.warm_up")] if line.warm_up else []
        parts += [self.words.say("plan_day.tempo", tempo=line.tempo)] if line.tempo else []
        return self._noted(parts, line.note)

    @line.register
    def _slept(self, line: SleptLine) -> str:
        parts = []
        if line.minutes is not None:
            parts.append(
                self.words.say("said.slept", hours=line.minutes // 60, minutes=f"{line.minutes % 60:02d}")
            )
        if line.readiness is not None:
            parts.append(self.words.say("said.ready", ready=line.readiness))
        return " · ".join(parts)
