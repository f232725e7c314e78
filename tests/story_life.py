"""Decides how a story goes on once its plan is accepted: each day is lived through the same calls as the doors make, in a home of its own."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from fit_file_bytes import UINT8, UINT16, UINT32, file_id, fit_file, fit_time, message, session
from legday.actions.changes import ChangesReport, changes
from legday.actions.expect import add_run_plan
from legday.actions.felt import FeltReport, felt_report
from legday.actions.import_files import Lifting, import_files
from legday.actions.init import init
from legday.actions.log import Around, Desk, desk, draft, keep, read_text, said_as_planned, written_doubts
from legday.actions.plan import accept_plan, accepted_plan, make_plan
from legday.actions.stamp import Stamp
from legday.actions.state import Facts, facts
from legday.actions.today import TodayReport, today
from legday.actions.undo import undo
from legday.adapting.answer import Answer
from legday.model.catalogue import Catalogue
from legday.model.happened import ClearedByClinician, Ill, PainFelt, RedFlagRaised, Slept, SorenessFelt
from legday.model.ids import new_id
from legday.model.journal import AnyEntry
from legday.model.plan import Plan
from legday.store import Store, open_store
from story_notation import Later, Story, StoryUnclear

STRENGTH_TRAINING, TRAINING, SET = 20, 10, 225
SAID_AT = time(20)
"""What is said of a day is said in its evening, by the clocks of Greenwich."""
FELT = (PainFelt, SorenessFelt, Slept, Ill, RedFlagRaised, ClearedByClinician)

DATED = r"(?P<day>\d{4}-\d\d-\d\d)"
DONE = re.compile(
    rf"{DATED}(?: until (?P<until>\d{{4}}-\d\d-\d\d))? done(?: rir (?P<rir>\d+))?(?: except (?P<but>.+))?"
)
UNDO = re.compile(rf"{DATED} undo")
ACCEPT = re.compile(rf"{DATED} accept")
WATCHED = re.compile(r"(?P<exercise>[a-z-]+) (?P<sets>\d+)x(?P<reps>\d+)(?: (?P<kg>[\d.]+) kg)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """What has become of an `accepted` plan: the `plan` that follows now, the facts of the story's day, what differs, and what was answered and asked.

    `answers` and `doubts` by the day on which they were given; `told` is what `today` says.
    """

    accepted: Plan
    plan: Plan
    known: Facts
    changes: ChangesReport
    told: TodayReport
    answers: dict[date, list[Answer]] = field(default_factory=dict)
    doubts: dict[date, list[str]] = field(default_factory=dict)
    questions: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Life:
    """A home while its story is lived."""

    story: Story
    store: Store
    catalogue: Catalogue
    folder: Path
    profile: str
    said: int = 0
    answers: dict[date, list[Answer]] = field(default_factory=dict)
    doubts: dict[date, list[str]] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)

    def stamp(self, day: date) -> Stamp:
        self.said += 1
        at = datetime.combine(day, SAID_AT, tzinfo=UTC) + timedelta(seconds=self.said)
        return Stamp(new_id(at, bytes(10)), at)

    def facts(self, day: date) -> Facts:
        return facts(self.store, self.catalogue, today=day, weeks=self.story.weeks)

    def desk(self, day: date) -> Desk:
        return desk(self.store, self.facts(day), weeks=self.story.weeks)

    def set_profile(self, day: date, more: str = "") -> None:
        self.profile = _grown(self.profile, more)
        file = f"{self.story.name}.md"
        init(self.store, self.catalogue, text=self.profile, file=file, today=day, stamp=self.stamp(day))

    def add_runs(self, day: date, name: str, data: bytes) -> None:
        add_run_plan(self.store, name=name, data=data, start=day, stamp=self.stamp(day))

    def accept(self, day: date) -> None:
        report = make_plan(self.facts(day), weeks=self.story.weeks)
        accept_plan(self.store, report.plan, stamp=self.stamp(day))

    def take(self, day: date, name: str, data: bytes) -> None:
        """Files that come in: what a watch recorded, or another log's export."""
        path = self.folder / name
        path.write_bytes(data)
        at = self.stamp(day).at
        report = import_files(
            self.store,
            [path],
            clock=lambda: 0.0,
            latest=at,
            lifting=Lifting(catalogue=self.catalogue, today=day, at=at),
        )
        refused = [one.reason for one in (*report.refused, *report.rows)]
        if refused:
            raise StoryUnclear(f"{self.story.name}: {name}: {'; '.join(refused)}")
        self.questions += [one.words for one in report.questions]

    def say(self, day: date, text: str) -> None:
        """Lines of the notation, said on `day`: doubts are noted and waved through, answers are kept."""
        written = self.desk(day)
        read = read_text(written, text, file=f"{self.story.name}.md", stamps=lambda: self.stamp(day))
        self.keep(day, written, read.entries)

    def keep(self, day: date, written: Desk, entries: tuple[AnyEntry, ...]) -> None:
        self.doubts.setdefault(day, []).extend(written_doubts(written, entries))
        keep(self.store, entries)
        for entry in entries:
            if isinstance(entry, FELT):
                self.answers.setdefault(day, []).extend(self.answered(day, entry).answers)

    def answered(self, day: date, entry: AnyEntry) -> FeltReport:
        assert isinstance(entry, FELT)
        return felt_report(self.facts(day), entry, said="")

    def do(self, day: date, *, rir: int | None, but: str) -> None:
        """The planned session of the day, as asked for or nearly so."""
        written = self.desk(day)
        said = said_as_planned(written, Around(day=day), rir=rir, but=but)
        self.keep(day, written, (draft(written, said, stamp=self.stamp(day)),))

    def do_until(self, day: date, last: date, *, rir: int | None, but: str) -> None:
        """Every session that the plan has from `day` to `last`, as it stands by then."""
        while day <= last:
            plan = make_plan(self.facts(day), weeks=self.story.weeks).plan
            coming = [one.day for one in plan.sessions if day <= one.day <= last]
            if not coming:
                return
            self.do(coming[0], rir=rir, but=but)
            day = coming[0] + timedelta(days=1)


def live(story: Story, catalogue: Catalogue) -> Lived:
    """The story from the day its plan is accepted to its `today`."""
    if story.accepted is None:
        raise StoryUnclear(f"{story.name}: has no accepted plan to live by")
    with TemporaryDirectory() as folder, open_store(Path(folder) / "home") as store:
        life = _Life(
            story=story, store=store, catalogue=catalogue, folder=Path(folder), profile=story.profile
        )
        _begun(life, story.accepted)
        for day, happenings in _days(story):
            for one in happenings:
                _happens(life, day, one)
        return _lived(life)


def _begun(life: _Life, accepted: date) -> None:
    life.set_profile(accepted)
    for one in life.story.later:
        if one.kind == "csv log" and one.day == accepted:
            life.take(accepted, f"{one.kind}.csv", one.body.encode())
    if life.story.runs:
        life.add_runs(accepted, *life.story.runs)
    life.accept(accepted)


def _lived(life: _Life) -> Lived:
    known = life.facts(life.story.today)
    accepted = accepted_plan(known)
    assert accepted is not None
    plan = make_plan(known, weeks=life.story.weeks).plan
    return Lived(
        accepted=accepted,
        plan=plan,
        known=known,
        changes=changes(known, everything=True),
        told=today(plan, known, life.store.entries()),
        answers=life.answers,
        doubts=life.doubts,
        questions=tuple(life.questions),
    )


def _days(story: Story) -> Iterator[tuple[date, list[str | Later]]]:
    """Each day with what comes in and what is said on it; what a line says of days to come is said on the story's day."""
    lines = [line.strip() for line in story.journal.splitlines()]
    happenings: list[tuple[date, str | Later]] = [
        (one.day, one) for one in story.later if not (one.kind == "csv log" and one.day == story.accepted)
    ]
    told = [line for line in lines if line and not line.startswith("#")]
    happenings += [(min(_day_of(story, line), story.today), line) for line in told]
    happenings.sort(key=lambda one: one[0])
    for day, group in groupby(happenings, key=lambda one: one[0]):
        yield day, list(_chunks([one for _, one in group]))


def _day_of(story: Story, line: str) -> date:
    found = re.match(DATED, line)
    if found is None:
        raise StoryUnclear(f"{story.name}: {line!r} does not begin with a date")
    return date.fromisoformat(found["day"])


def _is_notation(line: str | Later) -> bool:
    return isinstance(line, str) and not any(verb.fullmatch(line) for verb in (DONE, UNDO, ACCEPT))


def _chunks(happenings: list[str | Later]) -> Iterator[str | Later]:
    """Neighbouring lines of the notation are said together."""
    for notation, group in groupby(happenings, key=_is_notation):
        if notation:
            yield "\n".join(str(line) for line in group)
        else:
            yield from group


def _happens(life: _Life, day: date, one: str | Later) -> None:
    if isinstance(one, Later):
        _comes_in(life, one)
    elif match := DONE.fullmatch(one):
        rir = int(match["rir"]) if match["rir"] else None
        if match["until"]:
            life.do_until(day, date.fromisoformat(match["until"]), rir=rir, but=match["but"] or "")
        else:
            life.do(day, rir=rir, but=match["but"] or "")
    elif UNDO.fullmatch(one):
        undo(life.store, stamps=lambda: life.stamp(day))
    elif ACCEPT.fullmatch(one):
        life.accept(day)
    else:
        life.say(day, one)


def _comes_in(life: _Life, one: Later) -> None:
    match one.kind:
        case "toml profile":
            life.set_profile(one.day, one.body)
        case "csv runs":
            life.add_runs(one.day, f"{life.story.name}-{one.day}.csv", one.body.encode())
        case "csv log":
            life.take(one.day, f"log-{one.day}.csv", one.body.encode())
        case _:
            life.take(one.day, f"watch-{one.day}.fit", _fit(life, one))


def _grown(profile: str, more: str) -> str:
    """The profile's text with the keys and tables of `more` in place of its own."""
    if not more:
        return profile
    return "\n".join([_without(profile, set(tomllib.loads(more))), more])


def _without(profile: str, keys: set[str]) -> str:
    """A profile's text without some of its keys and tables."""
    kept, out = [], False
    for line in profile.splitlines():
        table = re.match(r"\[+([a-z_]+)", line)
        key = re.match(r"([a-z_]+) *=", line)
        if table:
            out = table[1] in keys
        if not out and not (key and key[1] in keys):
            kept.append(line)
    return "\n".join(kept)


def _fit(life: _Life, one: Later) -> bytes:
    """What a watch would write of such sets: a set and a rest in turn, each a minute, from the block's `at`."""
    begin = f"{one.day}T{one.at:%H:%M}:00"
    at, messages = fit_time(begin), [file_id(created=begin)]
    for line in one.body.splitlines():
        match = WATCHED.fullmatch(line.strip())
        if match is None:
            raise StoryUnclear(f"{life.story.name}: {line!r} is not what a watch records; squat 4x8 60 kg is")
        exercise = life.catalogue.exercises[match["exercise"]].fit
        for _ in range(int(match["sets"])):
            messages.append(
                _set(at, int(match["reps"]), float(match["kg"] or 0), exercise.category, exercise.name)
            )
            at += 120
    seconds = at - fit_time(begin)
    whole = session(begin, seconds=seconds, metres=0, sport=TRAINING, sub_sport=STRENGTH_TRAINING)
    return fit_file(*messages, whole)


def _set(at: int, reps: int, kg: float, category: int, name: int | None) -> bytes:
    named = [(8, UINT16, name)] if name is not None else []
    return message(
        4,
        SET,
        (254, UINT32, at + 60),
        (6, UINT32, at),
        (0, UINT32, 60_000),
        (3, UINT16, reps),
        (4, UINT16, round(kg * 16)),
        (5, UINT8, 1),
        (7, UINT16, category),
        *named,
    )
