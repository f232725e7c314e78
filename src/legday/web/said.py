"""Decides how what was said reads on a page: one line of the journal in the words of its language."""

from dataclasses import dataclass

from legday.model.catalogue import Catalogue
from legday.model.lines import (
    IllLine,
    JournalLine,
    PainLine,
    RedFlagLine,
    SessionLine,
    SetsLine,
    SkipLine,
    SleptLine,
    SoreLine,
    SwapLine,
)
from legday.web.amounts import Amounts
from legday.web.wording import Wording
from legday.writing.notation import told_line


@dataclass(frozen=True, slots=True)
class Told:
    """The words for lines of the journal; what has none of its own is shown as the journal writes it."""

    words: Wording
    amounts: Amounts
    catalogue: Catalogue

    def line(self, line: JournalLine) -> str:
        """One line, without its day."""
        match line:
            case SessionLine():
                return self._session(line)
            case SetsLine():
                return self._sets(line)
            case PainLine():
                place = self.place(line.place, line.side)
                return self.words.say("said.pain", place=place, score=line.score)
            case SoreLine():
                limp = self.words.say("said.limp") if line.limp else ""
                return self.words.say("said.sore", score=line.score) + limp
            case SleptLine():
                return self._slept(line)
            case IllLine():
                return self.words.say("said.fever" if line.fever else "said.ill")
            case RedFlagLine():
                flag = self.catalogue.red_flags.get(line.flag)
                return self.words.say("said.flag", name=flag.name if flag else line.flag)
            case SkipLine():
                return self.words.say("said.skip") + (f": {line.note}" if line.note else "")
            case SwapLine():
                was, now = (self.catalogue.name(one) for one in (line.was, line.now))
                return self.words.say("said.back" if was == now else "said.swap", was=was, now=now)
        return told_line(line, self.amounts.units).removeprefix(f"{line.day.isoformat()} ")

    def place(self, place: str, side: str = "") -> str:
        """`Achilles tendon, left`; a place nobody knows keeps its own word."""
        key = f"place.{place}"
        name = self.words.say(key) if key in self.words.texts else place
        return f"{name}, {self.words.say(f'said.{side}')}" if side in {"left", "right"} else name

    def _session(self, line: SessionLine) -> str:
        parts = [self.words.say("said.session", menu=line.menu).strip()]
        parts += [self.amounts.minutes(line.minutes)] if line.minutes else []
        parts += [self.words.say("said.effort", effort=line.effort)] if line.effort is not None else []
        return " · ".join([*parts, *([line.note] if line.note else [])])

    def _sets(self, line: SetsLine) -> str:
        counts = ", ".join(str(one) for one in line.each) or str(line.reps)
        reps = f"{line.sets} × {counts}{' s' if line.seconds else ''}"
        parts = [f"{self.catalogue.name(line.exercise)} {reps}"]
        parts += [self.words.say(f"said.{line.side}")] if line.side else []
        parts += [] if line.weight_g is None else [self.amounts.held_weight(line.weight_g)]
        parts += [] if line.rir is None else [self.words.say("said.reserve", rir=line.rir)]
        return " · ".join(parts)

    def _slept(self, line: SleptLine) -> str:
        parts = []
        if line.minutes is not None:
            parts.append(
                self.words.say("said.slept", hours=line.minutes // 60, minutes=f"{line.minutes % 60:02d}")
            )
        if line.readiness is not None:
            parts.append(self.words.say("said.ready", ready=line.readiness))
        return " · ".join(parts)
