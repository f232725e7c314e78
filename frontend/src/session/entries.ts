// Decides what is said of a session: the entries that the terminal would write of it.

import type { Entry } from "../offline/kept";
import { idNow } from "../offline/ids";
import { dayIn, momentIn } from "../offline/moments";
import type { Line, LoggedSet, Session, Side } from "./facts";
import { askedNow, type State } from "./progress";
import type { Step } from "./steps";

/** What was done of a set. `left` and `right` where the legs did not do alike. */
export interface Said {
  readonly reps: number;
  readonly left?: number;
  readonly right?: number;
  readonly weight_g: number;
  readonly rir: number;
}

/** Id, moment and day of an entry made at a moment (ms since 1970). */
export interface Stamp {
  readonly id: string;
  readonly at: string;
}

export function stampOf(ms: number, zone: string): Stamp {
  return { id: idNow(ms), at: momentIn(ms, zone) };
}

/** A set just as asked for. */
export function asAsked(line: Line): Said {
  return { reps: line.target, weight_g: line.weight_g, rir: line.rir };
}

/** The sets that one tap says: one, or one for each leg where they did not do alike. */
export function setsSaid(step: Step, said: Said): LoggedSet[] {
  const { line } = step;
  const one = (reps: number, side: Side): LoggedSet => ({
    exercise: line.exercise,
    reps,
    weight_g: said.weight_g,
    rir: said.rir,
    side,
    seconds: line.seconds,
    warm_up: false,
    tempo: line.tempo,
    note: "",
  });
  const { left, right } = said;
  if (step.side !== "both") return [one(said.reps, step.side)];
  if (left === undefined || right === undefined || left === right) return [one(left ?? said.reps, "both")];
  return [one(left, "left"), one(right, "right")];
}

/** The entries of a set that was done, made a millisecond apart so that they keep their order. */
export function setDone(state: State, step: Step, said: Said, ms: number): Entry[] {
  return setsSaid(step, said).map((done, place) => ({
    ...state.session.one,
    ...stampOf(ms + place, state.session.zone),
    start: begunAt(state),
    prescribed: askedNow(state),
    done,
  }));
}

/** The session as a whole; its sets were said one by one. */
export function finished(state: State, whole: { minutes: number | null; effort: number | null }, ms: number): Entry {
  return {
    ...state.session.whole,
    ...stampOf(ms, state.session.zone),
    start: begunAt(state),
    prescribed: askedNow(state),
    minutes: whole.minutes,
    effort: whole.effort,
  };
}

function begunAt(state: State): string {
  return state.done[0]?.start ?? state.progress.begun ?? `${state.session.start}:00`;
}

export function hurt(session: Session, pain: { place: string; side: Side; score: number }, ms: number): Entry {
  const day = dayIn(ms, session.zone);
  return { ...stampOf(ms, session.zone), tag: "pain-felt", day, ...pain, when: "during", behaviour: [], note: "" };
}

export function flagged(session: Session, flag: string, ms: number): Entry {
  return { ...stampOf(ms, session.zone), tag: "red-flag-raised", day: dayIn(ms, session.zone), flag, note: "" };
}

/** That another exercise is done instead, today. */
export function swapped(session: Session, was: string, now: string, ms: number): Entry {
  const day = dayIn(ms, session.zone);
  return { ...stampOf(ms, session.zone), tag: "exercise-swapped", was, now, first: day, last: day, why: "" };
}

/** What takes back the last set: both its entries where each leg had one. */
export function takenBack(state: State, ms: number): Entry[] {
  const last = state.done.at(-1);
  const before = state.done.at(-2);
  if (!last) return [];
  const pair = last.done.side === "right" && before?.done.side === "left" && before.done.exercise === last.done.exercise;
  const together = pair && Math.abs(Date.parse(last.at) - Date.parse(before.at)) <= 1;
  return (together ? [before, last] : [last]).map((one, place) => ({
    ...stampOf(ms + place, state.session.zone),
    tag: "retracted",
    of: one.id,
  }));
}

/** Whole minutes since the first set or the start, where that can be meant. */
export function minutesOf(state: State, ms: number): number | null {
  const first = state.done[0];
  const fromMs = state.progress.begunMs || (first ? Date.parse(first.at) : ms);
  const minutes = Math.round((ms - fromMs) / 60_000);
  return minutes >= 1 && minutes <= 600 ? minutes : null;
}
