"""Decides what the journal learns from strength sessions that a watch recorded, and what the runner is asked about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from legday.actions.journal import read_journal
from legday.actions.promised_days import promised_days
from legday.actions.stamp import Stamp
from legday.model.catalogue import Catalogue
from legday.model.errors import InputError, UnknownName
from legday.model.happened import LegWork, Origin, SessionDone, SetDone
from legday.model.ids import derived_id
from legday.model.journal import AnyEntry, Retracted
from legday.model.lift_names import OTHER, is_unnamed
from legday.model.matching import ANOTHER, NONE, SAME, Asked, Choice, PlannedSession, Question
from legday.model.recorded_session import (
    NOT_PLANNED,
    RecordedSession,
    answered,
    close_to,
    is_leg_work,
    planned_on,
)
from legday.model.runner import Units
from legday.model.runs import Recording, Sport
from legday.model.set_naming import SetNamer
from legday.model.standing_entries import standing_entries
from legday.store import Store

ASKED_FOR = timedelta(days=28)
"""Of sessions longer ago nothing is asked unless the recording is named: nobody remembers (our setting)."""
OF_A_WATCH = " of a watch"
SAME_HOURS = 3
"""A session logged by hand this near a recorded one is the same; another of that day is asked about (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What recorded sessions brought: new sessions, their sets that count, sets of unknown exercises by name, and what is asked."""

    sessions: int = 0
    sets: int = 0
    same: int = 0
    strangers: Mapping[str, int] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()


def match_recordings(store: Store, catalogue: Catalogue, *, today: date, at: datetime) -> Matched:
    """Puts every strength recording that the journal does not know yet into it, made at the aware moment `at`.

    A session that was logged by hand stays as it was logged, and is not counted twice. A second call adds nothing.
    """
    seen = _Seen(store, catalogue, today=today)
    added: list[AnyEntry] = []
    sessions, sets, same = 0, 0, 0
    strangers: dict[str, int] = {}
    for recording in seen.unknown():
        entry = seen.first_entry(recording, at)
        if entry is None:
            continue
        added.append(entry)
        if entry.session != seen.session(recording).key:
            same += 1
            continue
        sessions += 1
        sets += sum(one.exercise in catalogue.exercises for one in entry.sets)
        for naming in seen.session(recording).namings:
            if naming.name not in catalogue.exercises and not is_unnamed(naming.name):
                name = f"{naming.word} {naming.category}/{naming.number}{OF_A_WATCH}"
                strangers[name] = strangers.get(name, 0) + len(naming.sets)
    store.append_all(added)
    asked = open_questions(store, catalogue, today=today)
    return Matched(sessions=sessions, sets=sets, same=same, strangers=strangers, questions=asked)


def open_questions(
    store: Store, catalogue: Catalogue, *, today: date, recording: str = ""
) -> tuple[Question, ...]:
    """What is asked about the recordings of the last four weeks, or about the one whose id begins with `recording`, of any age.

    InputError where no strength recording has such an id.
    """
    seen = _Seen(store, catalogue, today=today)
    chosen = [one for one in seen.recordings if one.id.startswith(recording)]
    if recording and not chosen:
        raise InputError(
            value=recording,
            place="match",
            problem="names no strength recording",
            remedy="an id that `legday match` lists",
        )
    recent = [one for one in chosen if recording or today - seen.start(one).date() <= ASKED_FOR]
    return tuple(question for one in recent for question in seen.questions(one))


def answer(
    store: Store, catalogue: Catalogue, question: Question, word: str, *, today: date, stamp: Stamp
) -> tuple[AnyEntry, ...]:
    """Remembers one answer and gives back the entries made. UnknownName for a word that answers nothing."""
    known = [choice.word for choice in question.choices]
    free = question.asked is Asked.EXERCISE
    if word not in known and not (free and word in catalogue.exercises):
        among = (*known, *catalogue.exercises) if free else tuple(known)
        raise UnknownName.among(word, among, place="--as")
    seen = _Seen(store, catalogue, today=today)
    recording = next(one for one in seen.recordings if one.id == question.recording)
    entries = seen.after(recording, question, word, stamp)
    store.append_all(entries)
    return entries


class _Seen:
    """The journal and the recorded sessions as they are now."""

    def __init__(self, store: Store, catalogue: Catalogue, *, today: date) -> None:
        self.store = store
        self.catalogue = catalogue
        self.today = today
        self.entries = store.entries()
        self.standing = standing_entries(self.entries)
        self.planned = promised_days(self.standing, catalogue.exercises, today=today)
        profile = read_journal(self.entries).profile
        self.zone = ZoneInfo(profile.time_zone if profile else "UTC")
        self.units = profile.units if profile else Units.METRIC
        self.namer = SetNamer(exercises=catalogue.exercises, names=catalogue.lift_names)

    @cached_property
    def recordings(self) -> tuple[Recording, ...]:
        """The strength sessions recorded up to today, oldest first."""
        found = (recording for recording, _ in self.store.recordings(sport=Sport.STRENGTH))
        return tuple(one for one in found if self.start(one).date() <= self.today)

    def start(self, recording: Recording) -> datetime:
        """The wall clock when it began: by the file's own offset, else by the runner's zone."""
        if recording.utc_offset_s is None:
            local = recording.start.astimezone(self.zone)
        else:
            local = recording.start + timedelta(seconds=recording.utc_offset_s)
        return local.replace(tzinfo=None, second=0, microsecond=0)

    def unknown(self) -> Iterator[Recording]:
        """Recordings of which the journal says nothing, also nothing that was taken back."""
        known = {entry.recording for entry in self.entries if isinstance(entry, SessionDone)}
        for one in self.recordings:
            if one.id not in known and not any(
                poorer.id in known for poorer in self.store.duplicates(one.id)
            ):
                yield one

    def entry(self, recording: Recording) -> SessionDone | None:
        """The last entry that stands for this recording."""
        mine = (entry for entry in self.standing if isinstance(entry, SessionDone))
        return next((entry for entry in reversed(list(mine)) if entry.recording == recording.id), None)

    def choices(self, recording: Recording) -> tuple[PlannedSession, ...]:
        """The planned sessions it may have been, the likeliest first; those done otherwise left out."""
        taken = {
            entry.planned
            for entry in self.standing
            if isinstance(entry, LegWork) and getattr(entry, "recording", "") != recording.id
        }
        free = [one for one in self.planned if one.planned not in taken]
        exact = [name for one in self.namer.named(recording.sets) for name in [one.name]]
        return planned_on(free, self.start(recording), exact)

    def session(self, recording: Recording) -> RecordedSession:
        """The recording as it is understood now: with the planned session the journal says, or the only one it can be."""
        entry = self.entry(recording)
        choices = self.choices(recording)
        planned = choices[0] if len(choices) == 1 else None
        if entry is not None:
            planned = next((one for one in self.planned if one.planned == entry.planned), None)
        return self.as_planned(recording, planned)

    def as_planned(self, recording: Recording, planned: PlannedSession | None) -> RecordedSession:
        return RecordedSession(
            recording=recording,
            start=self.start(recording),
            namings=self.namer.named(recording.sets, planned.exercises if planned else ()),
            planned=planned,
        )

    def by_hand(self, recording: Recording) -> LegWork | None:
        """What the runner (or another log) already said of a session that day, the nearest to it."""
        start = self.start(recording)
        said = [
            entry
            for entry in self.standing
            if isinstance(entry, LegWork)
            and entry.start.date() == start.date()
            and not getattr(entry, "recording", "")
        ]
        return min(said, key=lambda entry: (abs(entry.start - start), entry.id), default=None)

    def first_entry(self, recording: Recording, at: datetime) -> SessionDone | None:
        """What a recording brings at once: nothing where it was no leg work, or where everything about it has to be asked."""
        session = self.session(recording)
        if not self.is_leg_work(session):
            return None
        said = self.by_hand(recording)
        made = (derived_id(recording.start, "first", recording.id), at)
        if said is not None:
            return (
                self.linked(said, session, made)
                if close_to(said.start, session.start, hours=SAME_HOURS)
                else None
            )
        return session.entry(self.catalogue.exercises, {}, made=made)

    def is_leg_work(self, session: RecordedSession) -> bool:
        return is_leg_work((one.name for one in session.namings), self.catalogue.exercises)

    def linked(self, said: LegWork, session: RecordedSession, made: tuple[UUID, datetime]) -> SessionDone:
        """What was said by hand, with the recording it was; sets are the watch's only where none were said."""
        key = said.session_id
        mine = [
            entry for entry in self.standing if isinstance(entry, SessionDone) and entry.session_id == key
        ]
        sets_said = any(isinstance(entry, SetDone) and entry.session == key for entry in self.standing)
        if mine:
            whole = replace(mine[-1], id=made[0], at=made[1], session=key, recording=session.recording.id)
            if whole.sets or sets_said:
                return whole
            planned = next((one for one in self.planned if one.planned == whole.planned), None)
            return replace(
                whole, sets=self.as_planned(session.recording, planned).sets(self.catalogue.exercises, {})
            )
        recorded = session.entry(self.catalogue.exercises, {}, made=made)
        return replace(
            recorded,
            session=key,
            start=said.start,
            sets=(),
            menu=said.menu,
            planned=said.planned,
            prescribed=said.prescribed,
            light=said.light,
            origin=Origin.TYPED,
        )

    # Questions

    def questions(self, recording: Recording) -> Iterator[Question]:
        """What this recording leaves open. Which session it was comes first: the exercises of the plan help to name the sets."""
        entry, session = self.entry(recording), self.session(recording)
        if entry is None:
            yield from self._whether(recording, session)
        elif (
            entry.origin is Origin.WATCH
            and entry.planned is None
            and entry.note != NOT_PLANNED
            and len(self.choices(recording)) > 1
        ):
            yield self._which(session, self.choices(recording), must=True)
        else:
            open_names = {one.exercise for one in entry.sets if is_unnamed(one.exercise)}
            names = {name: self.catalogue.name(name) for name in self.catalogue.exercises}
            for naming in session.namings:
                if naming.name in open_names:
                    yield session.question(naming, names, self.units)

    def _whether(self, recording: Recording, session: RecordedSession) -> Iterator[Question]:
        """Asked where nothing was kept yet: whether it was logged already, or, without sets, whether it was the planned session."""
        if recording not in self.unknown():
            return
        said = self.by_hand(recording)
        if said is not None and self.is_leg_work(session):
            yield _logged_question(session, said)
        elif said is None and not recording.sets and self.choices(recording):
            yield self._which(session, self.choices(recording), must=False)

    def _which(self, session: RecordedSession, choices: Sequence[PlannedSession], *, must: bool) -> Question:
        minutes = round(session.recording.elapsed_s / 60)
        held = "" if must else ", without sets"
        return Question(
            id=f"{session.recording.id}/session",
            asked=Asked.SESSION,
            recording=session.recording.id,
            start=session.start,
            words=f"{session.start:%Y-%m-%d %H:%M}: {minutes} min of strength{held}. Which planned session?",
            choices=(
                *(Choice(word=_word(one.planned), words=_planned_words(one)) for one in choices),
                Choice(word=NONE, words="none of them"),
            ),
            default=_word(choices[0].planned),
        )

    def after(
        self, recording: Recording, question: Question, word: str, stamp: Stamp
    ) -> tuple[AnyEntry, ...]:
        """The entries that an answer makes."""
        made = (stamp.id, stamp.at)
        if question.asked is Asked.EXERCISE:
            return self._named(recording, question.id.rpartition("/")[2], word, made)
        if question.asked is Asked.SESSION:
            return self._chosen(recording, word, made)
        session = self.session(recording)
        said = self.by_hand(recording)
        if word == SAME and said is not None:
            return (self.linked(said, session, made),)
        return (session.entry(self.catalogue.exercises, {}, made=made),)

    def _chosen(self, recording: Recording, word: str, made: tuple[UUID, datetime]) -> tuple[AnyEntry, ...]:
        planned = next((one for one in self.planned if _word(one.planned) == word), None)
        session = self.as_planned(recording, planned)
        entry = session.entry(self.catalogue.exercises, {}, made=made)
        if planned is not None:
            return (entry,)
        none_of_them = replace(entry, note=NOT_PLANNED)
        return (none_of_them,) if recording.sets else (none_of_them, _taken_back(none_of_them))

    def _named(
        self, recording: Recording, name: str, word: str, made: tuple[UUID, datetime]
    ) -> tuple[AnyEntry, ...]:
        session, before = self.session(recording), self.entry(recording)
        if before is None:
            return ()
        answers = answered(before.sets, session) | {name: word}
        entry = session.entry(self.catalogue.exercises, answers, made=made)
        entry = replace(before, id=entry.id, at=entry.at, sets=entry.sets)
        if is_leg_work(
            (one.exercise for one in entry.sets if one.exercise != OTHER), self.catalogue.exercises
        ):
            return (entry,)
        # What turns out to be no leg work at all was no session: every entry that said so goes.
        mine = [
            one for one in self.standing if isinstance(one, SessionDone) and one.session == before.session
        ]
        return (entry, *(_taken_back(one, at=made[1]) for one in [*mine, entry]))


def _taken_back(entry: SessionDone, *, at: datetime | None = None) -> Retracted:
    return Retracted(id=derived_id(entry.at, "no leg work", str(entry.id)), at=at or entry.at, of=entry.id)


def _logged_question(session: RecordedSession, said: LegWork) -> Question:
    return Question(
        id=f"{session.recording.id}/logged",
        asked=Asked.LOGGED,
        recording=session.recording.id,
        start=session.start,
        words=(
            f"{session.start:%Y-%m-%d %H:%M}: a strength session was recorded, and one at {said.start:%H:%M} "
            "is logged already. The same?"
        ),
        choices=(
            Choice(word=SAME, words="the same session"),
            Choice(word=ANOTHER, words="another one, counted as well"),
        ),
        default=SAME,
    )


def _planned_words(one: PlannedSession) -> str:
    menu = f"workout {one.menu} " if one.menu else ""
    return f"{menu}at {one.start:%H:%M}"


def _word(planned: datetime) -> str:
    return planned.isoformat(timespec="minutes")
