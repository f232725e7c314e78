"""Decides how a session is asked for set by set: each kept as soon as it is said, with the rest counted down between."""

import sys
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TextIO
from zoneinfo import ZoneInfo

from legday.actions.journal_text import Ground, entries_from
from legday.actions.log import Desk, LogReport, log_report, set_doubts
from legday.actions.places import place_named
from legday.actions.said_sessions import NOON, refuse_side
from legday.actions.set_by_set import (
    EXAMPLES,
    Answer,
    OpenSession,
    Step,
    Whole,
    Word,
    finished,
    hurt_since,
    open_session,
    read_answer,
    set_done,
)
from legday.cli.clock import new_stamp, now
from legday.cli.doubt import sure
from legday.cli.log import Call
from legday.cli.options import DEFAULT_WEEKS
from legday.cli.rest_timer import rest
from legday.cli.show_log import step_line
from legday.model.errors import InputError
from legday.model.happened import SetDone
from legday.model.journal import AnyEntry
from legday.model.lines import PainLine
from legday.model.plan import Session
from legday.model.sets import Side
from legday.writing.prescriptions import PAIN, drills_line, session_line, superset_lines

MOST_MINUTES = 600


def set_by_set(call: Call, written: Desk, *, out: TextIO) -> LogReport:
    """Goes through the session of the day, or goes on with the one begun. InputError where none is planned."""
    begun = open_session(written.standing, call.around.day)
    session = begun or _new_session(call, written)
    if begun is not None and hurt_since(written.standing, begun):
        held = written.known.state.easings
        session = begun.eased(written.known, before=[one for one in held if one.rule != "pain-gate"])
    walk = Walk(call=call, written=written, session=session, out=out)
    walk.open(again=begun is not None)
    whole = walk.go() and bool(walk.session.done)
    if whole:
        walk.close()
    elif walk.session.done:
        walk.say("Kept so far; `legday log` goes on with it.")
    return log_report(written.plan, call.facts(), walk.kept, weeks=DEFAULT_WEEKS)


def _new_session(call: Call, written: Desk) -> OpenSession:
    planned = written.planned_on(call.around.day)
    own = call.clock if call.around.day == written.known.today else None
    start = call.around.at or own or planned.start.time() or NOON
    return OpenSession(id=new_stamp().id, start=datetime.combine(call.around.day, start), planned=planned)


@dataclass(slots=True, kw_only=True)
class Walk:
    """One going through of a session: what is done so far, what was kept of it, and what was `typed` before it was asked for."""

    call: Call
    written: Desk
    session: OpenSession
    out: TextIO
    kept: list[AnyEntry] = field(default_factory=list)
    typed: str = ""

    def say(self, *lines: str) -> None:
        self.out.write("".join(f"{line}\n" for line in lines))
        self.out.flush()

    def asked(self, prompt: str) -> str | None:
        """The next line of the runner; None where there is none any more."""
        self.out.write(prompt)
        self.out.flush()
        if self.typed:
            line, self.typed = self.typed, ""
            self.say(line)
            return line
        line = sys.stdin.readline()
        return line.strip() if line else None

    @property
    def planned(self) -> Session | None:
        """The session as it is planned, with its drills and supersets."""
        start = self.session.planned.start if self.session.planned else None
        return next((one for one in self.written.plan.sessions if one.start == start), None)

    def steps(self) -> tuple[Step, ...]:
        return self.session.steps(self.planned.supersets if self.planned else ())

    def open(self, *, again: bool) -> None:
        """What there is to do before the first set; `again` where the session goes on."""
        catalogue, planned = self.written.known.catalogue, self.planned
        if again:
            self.say(
                f"Going on with the session of {self.session.start:%H:%M}: {len(self.session.done)} sets are kept."
            )
        elif planned is not None:
            self.say(session_line(planned))
            if planned.warm_up:
                self.say(f"Warm-up: {drills_line(planned.warm_up, catalogue)}")
            self.say(*superset_lines(planned, catalogue))
        self.say(f"Answer {EXAMPLES}.", PAIN)

    def go(self) -> bool:
        """Set after set; False where the runner stopped before the end."""
        while steps := self.steps():
            step = steps[0]
            self.say(step_line(step, self.written.known.catalogue, self.written.known.profile.units))
            text = self.asked("> ")
            if text is None:
                return False
            try:
                if not self.answered(read_answer(text, step, self.call.around.day), step):
                    return False
            except InputError as refused:
                self.say(str(refused))
        return True

    def answered(self, answer: Answer, step: Step) -> bool:
        """Keeps what was answered; False where the runner stops. InputError for what cannot be kept."""
        if answer.word is Word.STOP:
            return False
        if answer.word is Word.SKIP:
            self._leave_out(frozenset({step.line.exercise}))
        elif answer.pain is not None:
            return self._hurt(answer.pain)
        else:
            for one in answer.sets:
                if one.side is not Side.BOTH:
                    refuse_side(
                        one.exercise, one.side.value, self.written.known.catalogue, both=str(one.reps)
                    )
            self._doubt(answer)
            for done in answer.sets:
                self._keep(set_done(self.session, done, stamp=new_stamp()))
            self.session = replace(self.session, done=(*self.session.done, *answer.sets))
            if self.steps():
                self.typed = rest(step.rest_s, stream=self.out)
        return True

    def close(self) -> None:
        """Asks how all of it was, and keeps the session as a whole."""
        planned = self.planned
        if planned is not None and planned.cool_down:
            self.say(f"Cool-down: {drills_line(planned.cool_down, self.written.known.catalogue)}")
        around = self.call.around
        effort = (
            around.effort if around.effort is not None else self._number("Effort of all of it, 0–10", most=10)
        )
        took = self._took()
        minutes = around.minutes or self._number("Minutes", least=1, most=MOST_MINUTES, usual=took)
        self._keep(finished(self.session, Whole(minutes=minutes, effort=effort), stamp=new_stamp()))

    def _keep(self, entry: AnyEntry) -> None:
        self.call.home.store.append(entry)
        self.kept.append(entry)

    def _leave_out(self, exercises: frozenset[str]) -> None:
        self.session = replace(self.session, left_out=self.session.left_out | exercises)

    def _doubt(self, answer: Answer) -> None:
        found = set_doubts(self.written, answer.sets, self.session.asked, day=self.call.around.day)
        sure(found, yes=self.call.yes, place="log")

    def _hurt(self, line: PainLine) -> bool:
        """Keeps the pain, says what follows from it today, and leaves out what it forbids; False where the session ends."""
        known = self.written.known
        ground = Ground(catalogue=known.catalogue, zone=ZoneInfo(known.profile.time_zone))
        named = replace(line, place=place_named(line.place, known.catalogue))
        for entry in entries_from((named,), ground, stamps=new_stamp).entries:
            self._keep(entry)
        now = self.call.facts()
        eased = now.state.eased(self.call.around.day)
        self.say(*dict.fromkeys(one.why for one in eased.easings), PAIN)
        self.session = self.session.eased(now, before=known.state.easings)
        return not eased.no_session

    def _number(self, words: str, *, most: int, least: int = 0, usual: int | None = None) -> int | None:
        """A number asked for until one fits; Enter takes the usual one."""
        said = "not said" if usual is None else str(usual)
        while True:
            text = self.asked(f"{words} (Enter: {said}): ")
            if not text:
                return usual
            if text.isdecimal() and least <= int(text) <= most:
                return int(text)
            self.say(f"{text!r} is not a number from {least} to {most}.")

    def _took(self) -> int | None:
        """Minutes since the first set was kept, where that was not just now."""
        first = [
            one.at
            for one in (*self.written.standing, *self.kept)
            if isinstance(one, SetDone) and one.session == self.session.id
        ]
        minutes = round((now() - min(first)).total_seconds() / 60) if first else 0
        return minutes if 1 <= minutes <= MOST_MINUTES else None
