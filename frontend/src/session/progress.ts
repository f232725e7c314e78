// Decides where a session stands: what of it was done on any device, and what this device remembers between two taps.

import type { Entry, KeptEntry } from "../offline/kept";
import type { Hurt, Line, LoggedSet, Session, Work } from "./facts";
import { everyStep, stepsLeft, type Step } from "./steps";

/** What is remembered on this device besides the entries; a crash loses none of it. */
export interface Progress {
  /** When it was begun (wall clock of the runner's zone), null before. */
  readonly begun: string | null;
  readonly begunMs: number;
  readonly warmUp: number;
  readonly rehearsed: number;
  readonly coolDown: number;
  readonly leftOut: readonly string[];
  /** Prescriptions that took the place of those asked for, by what was asked for; null: as asked for. */
  readonly lines: readonly Line[] | null;
  /** When the rest is over (ms since 1970), null where none goes on. */
  readonly restUntilMs: number | null;
  readonly restS: number;
}

export const FRESH: Progress = {
  begun: null,
  begunMs: 0,
  warmUp: 0,
  rehearsed: 0,
  coolDown: 0,
  leftOut: [],
  lines: null,
  restUntilMs: null,
  restS: 0,
};

export type Place =
  | { readonly kind: "start" }
  | { readonly kind: "warm-up" | "cool-down"; readonly number: number }
  | { readonly kind: "rehearsal"; readonly number: number }
  | { readonly kind: "rest"; readonly next: Step; readonly untilMs: number }
  | { readonly kind: "set"; readonly step: Step }
  | { readonly kind: "end" }
  | { readonly kind: "over" };

/** A session with all that is known of it here: from the page, and from the entries kept on this device. */
export interface State {
  readonly session: Session;
  readonly progress: Progress;
  readonly done: readonly Work[];
  readonly over: boolean;
}

/** What is known of a session, by the page and by this device; an entry that both know counts once, what was taken back not at all. */
export function stateOf(session: Session, kept: readonly KeptEntry[], progress: Progress): State {
  const here = kept.map((one) => one.entry);
  const retracted = new Set(here.filter((one) => one.tag === "retracted").map((one) => String(one["of"])));
  const mine = here.filter((one) => one["session"] === session.session && !retracted.has(one.id));
  const works = new Map(session.done.filter((one) => !retracted.has(one.id)).map((one) => [one.id, one]));
  for (const one of mine) if (one.tag === "set-done") works.set(one.id, one as Work);
  const done = [...works.values()].sort(inTime);
  return { session, progress, done, over: mine.some((one) => one.tag === "session-done") };
}

function inTime(one: Entry, other: Entry): number {
  return Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1);
}

/** What is asked for now: what took its place on this device, else what the last set was done under, else what the page says. */
export function askedNow(state: State): readonly Line[] {
  const last = state.done.at(-1)?.prescribed;
  return state.progress.lines ?? (last?.length ? last : state.session.one.prescribed);
}

export function setsDone(state: State): LoggedSet[] {
  return state.done.map((one) => one.done);
}

export function left(state: State): Step[] {
  return stepsLeft(askedNow(state), state.session.supersets, setsDone(state), new Set(state.progress.leftOut));
}

/** Where the session goes on at a moment (ms since 1970). */
export function placeOf(state: State, nowMs: number): Place {
  const { session, progress, done } = state;
  if (state.over) return { kind: "over" };
  if (progress.begun === null) return { kind: "start" };
  const steps = left(state);
  const next = steps[0];
  if (done.length === 0 && next) {
    if (progress.warmUp < session.warm_up.length) return { kind: "warm-up", number: progress.warmUp };
    if (progress.rehearsed < session.rehearsals.length) return { kind: "rehearsal", number: progress.rehearsed };
  }
  if (next) {
    const untilMs = progress.restUntilMs;
    // A rest that lies further off than any rest is long comes from a clock that was set back.
    const resting = untilMs !== null && untilMs > nowMs && untilMs - nowMs <= progress.restS * 1000;
    return resting ? { kind: "rest", next, untilMs } : { kind: "set", step: next };
  }
  if (done.length > 0 && progress.coolDown < session.cool_down.length) return { kind: "cool-down", number: progress.coolDown };
  return { kind: "end" };
}

/** How far it is, from 0 to 1, counting every set, drill and rehearsal alike. */
export function share(state: State): number {
  const { session, progress } = state;
  const sets = everyStep(askedNow(state), session.supersets).length;
  const all = sets + session.warm_up.length + session.rehearsals.length + session.cool_down.length;
  if (state.over || all === 0) return 1;
  const begun = state.done.length > 0;
  const warm = begun ? session.warm_up.length + session.rehearsals.length : progress.warmUp + progress.rehearsed;
  return Math.min(1, (warm + sets - left(state).length + progress.coolDown) / all);
}

/** The prescriptions once one stands in for another: what was done under the old name stays done. */
export function withStandIn(asked: readonly Line[], was: string, now: Line): Line[] {
  return asked.map((line) => (line.exercise === was ? now : line));
}

/** What a pain of a score changes, by the page; nothing where the page does not know the place. */
export function hurtOf(session: Session, place: string, score: number): Hurt | undefined {
  return session.hurts[place]?.filter((one) => one.score <= score).at(-1);
}

/** The session after a pain: what has not begun takes its easier form, what is to be avoided goes. What has begun stays as it is. */
export function eased(state: State, hurt: Hurt): Pick<Progress, "lines" | "leftOut"> {
  const begun = new Set(setsDone(state).map((one) => one.exercise));
  const easier = new Map((hurt.lines ?? []).map((line) => [line.exercise, line]));
  const asked = askedNow(state);
  const lines = asked.map((line) => (begun.has(line.exercise) ? line : (easier.get(line.exercise) ?? line)));
  const changed = lines.some((line, place) => line !== asked[place]);
  return {
    lines: changed ? lines : state.progress.lines,
    leftOut: [...new Set([...state.progress.leftOut, ...hurt.left_out])],
  };
}
