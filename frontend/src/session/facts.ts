// What a session is, as the page tells it: prescriptions and entries in the form in which the journal keeps them.

import type { Entry } from "../offline/kept";

export type Side = "both" | "left" | "right";

export interface Line {
  readonly exercise: string;
  readonly sets: number;
  readonly reps: readonly [number, number];
  readonly target: number;
  readonly per_side: boolean;
  readonly weight_g: number;
  readonly rir: number;
  readonly rest_s: number;
  readonly seconds: boolean;
  readonly pick_up: string;
  readonly tempo: string;
  readonly [more: string]: unknown;
}

export interface LoggedSet {
  readonly exercise: string;
  readonly reps: number;
  readonly weight_g: number | null;
  readonly rir: number | null;
  readonly side: Side;
  readonly seconds: boolean;
  readonly warm_up?: boolean;
  readonly tempo: string;
  readonly note: string;
}

export interface Drill {
  readonly name: string;
  readonly how: string;
  readonly seconds: number;
  readonly per_side: boolean;
}

export interface Rehearsal {
  readonly exercise: string;
  readonly reps: number;
  readonly pick_up: string;
}

/** What becomes of the session where a place hurts from a score on. `lines` null: as asked for. */
export interface Hurt {
  readonly score: number;
  readonly decision: string;
  readonly stop: boolean;
  readonly left_out: readonly string[];
  readonly lines: readonly Line[] | null;
}

export interface Shown {
  readonly name: string;
  readonly per_side: boolean;
  readonly weights: readonly { readonly grams: number; readonly pick_up: string }[];
}

/** An entry of leg work, as far as the player looks into it. */
export interface Work extends Entry {
  readonly session: string;
  readonly start: string;
  readonly prescribed: readonly Line[];
  readonly done: LoggedSet;
}

export interface Session {
  readonly start: string;
  readonly day: string;
  readonly shown_day: string;
  readonly zone: string;
  readonly title: string;
  readonly session: string;
  readonly begun: string | null;
  readonly done: readonly Work[];
  readonly one: Work;
  readonly whole: Entry & { readonly prescribed: readonly Line[] };
  readonly supersets: readonly (readonly [string, string])[];
  readonly tempos: Readonly<Record<string, string>>;
  readonly exercises: Readonly<Record<string, Shown>>;
  readonly swaps: Readonly<Record<string, readonly Line[]>>;
  readonly hurts: Readonly<Record<string, readonly Hurt[]>>;
  readonly places: Readonly<Record<string, string>>;
  readonly warm_up: readonly Drill[];
  readonly cool_down: readonly Drill[];
  readonly rehearsals: readonly Rehearsal[];
  readonly announce_s: number;
  readonly now: number;
  readonly words: Readonly<Record<string, string>>;
}
