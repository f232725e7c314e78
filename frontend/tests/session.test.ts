import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeptEntry } from "../src/offline/kept";
import { asAsked, finished, minutesOf, setDone, setsSaid, takenBack } from "../src/session/entries";
import type { Line, Session, Work } from "../src/session/facts";
import { eased, FRESH, hurtOf, left, placeOf, type Progress, share, stateOf, withStandIn } from "../src/session/progress";
import { everyStep, stepsLeft } from "../src/session/steps";
import { announced, clockText, secondsLeft } from "../src/session/timer";
import { Words } from "../src/session/words";

const NOW = Date.parse("2026-11-24T17:00:00Z");

function line(exercise: string, more: Partial<Line> = {}): Line {
  const usual = { sets: 2, reps: [8, 12], target: 10, per_side: false, weight_g: 20_000, rir: 3, rest_s: 90, seconds: false, pick_up: "bar", tempo: "" } as const;
  return { exercise, ...usual, ...more };
}

const SQUAT = line("squat");
const LUNGE = line("lunge", { per_side: true, weight_g: 0 });
const template = { id: "", at: "", tag: "set-done", session: "s", start: "2026-11-24T18:00:00", prescribed: [SQUAT, LUNGE], menu: "A" };

const SESSION: Session = {
  start: "2026-11-24T18:00",
  day: "2026-11-24",
  shown_day: "",
  zone: "Europe/Vienna",
  title: "A",
  session: "s",
  begun: null,
  done: [],
  one: { ...template, done: { exercise: "squat", reps: 0, weight_g: null, rir: null, side: "both", seconds: false, tempo: "", note: "" } },
  whole: { ...template, tag: "session-done" },
  supersets: [],
  tempos: {},
  exercises: {},
  swaps: {},
  hurts: {
    knee: [
      { score: 0, decision: "go-on", stop: false, left_out: [], lines: null },
      { score: 3, decision: "swap", stop: false, left_out: ["lunge"], lines: [line("squat", { sets: 1 }), LUNGE] },
      { score: 6, decision: "see-someone", stop: true, left_out: ["lunge", "squat"], lines: null },
    ],
  },
  places: {},
  warm_up: [{ name: "walk", how: "", seconds: 60, per_side: false }],
  cool_down: [{ name: "stretch", how: "", seconds: 60, per_side: true }],
  rehearsals: [{ exercise: "squat", reps: 5, pick_up: "bar" }],
  announce_s: 10,
  now: NOW,
  words: {},
};

const WARM: Progress = { ...FRESH, begun: "2026-11-24T18:02:00", begunMs: NOW, warmUp: 1, rehearsed: 1 };

function kept(entries: readonly object[], where: KeptEntry["where"] = "here"): KeptEntry[] {
  return entries.map((entry, number) => ({ number, id: (entry as Work).id, entry: entry as Work, where, keptMs: 0 }));
}

function after(sets: number, progress: Progress = WARM): { state: ReturnType<typeof stateOf>; entries: object[] } {
  const entries: object[] = [];
  let state = stateOf(SESSION, [], progress);
  for (let done = 0; done < sets; done += 1) {
    const step = left(state)[0]!;
    entries.push(...setDone(state, step, asAsked(step.line), NOW + done * 60_000));
    state = stateOf(SESSION, kept(entries), progress);
  }
  return { state, entries };
}

test("a session goes from start by warm-up and lighter sets to its sets, the cool-down and the end", () => {
  const kinds = [
    placeOf(stateOf(SESSION, [], FRESH), NOW).kind,
    placeOf(stateOf(SESSION, [], { ...FRESH, begun: "x" }), NOW).kind,
    placeOf(stateOf(SESSION, [], { ...FRESH, begun: "x", warmUp: 1 }), NOW).kind,
    placeOf(after(0).state, NOW).kind,
    placeOf(after(3).state, NOW).kind,
    placeOf(after(4).state, NOW).kind,
    placeOf(after(4, { ...WARM, coolDown: 1 }).state, NOW).kind,
  ];
  assert.deepEqual(kinds, ["start", "warm-up", "rehearsal", "set", "set", "cool-down", "end"]);
});

test("a rest goes on by the clock, ends by it, and a clock that was set back ends it too", () => {
  const { state } = after(1, { ...WARM, restUntilMs: NOW + 90_000, restS: 90 });
  assert.equal(placeOf(state, NOW + 1_000).kind, "rest");
  assert.equal(placeOf(state, NOW + 90_000).kind, "set");
  assert.equal(placeOf(state, NOW - 24 * 3600_000).kind, "set");
});

test("what is kept here and what the page knows count once together", () => {
  const { entries } = after(2);
  const known = { ...SESSION, done: [entries[0] as Work] };
  assert.equal(stateOf(known, kept(entries), WARM).done.length, 2);
});

test("a set taken back is to be done again", () => {
  const { state, entries } = after(2);
  const undone = [...entries, ...takenBack(state, NOW + 300_000)];
  assert.equal(left(stateOf(SESSION, kept(undone), WARM)).length, 3);
});

test("both legs of a set are taken back together", () => {
  const state = stateOf(SESSION, kept(setDone(after(2).state, left(after(2).state)[0]!, { reps: 8, left: 8, right: 6, weight_g: 0, rir: 3 }, NOW)), WARM);
  assert.equal(takenBack(state, NOW + 1).length, 2);
});

test("a set as asked for says so; legs that differ are two sets, one leg that is left is one", () => {
  const [step] = left(after(2).state);
  assert.deepEqual(setsSaid(step!, asAsked(LUNGE)).map((one) => [one.reps, one.side]), [[10, "both"]]);
  assert.deepEqual(setsSaid(step!, { ...asAsked(LUNGE), left: 8, right: 6 }).map((one) => [one.reps, one.side]), [[8, "left"], [6, "right"]]);
  assert.deepEqual(setsSaid(step!, { ...asAsked(LUNGE), left: 8, right: 8 }).map((one) => [one.reps, one.side]), [[8, "both"]]);
  assert.deepEqual(setsSaid({ ...step!, side: "right" }, asAsked(LUNGE)).map((one) => [one.reps, one.side]), [[10, "right"]]);
});

test("an entry holds what its session is, with the moment in the runner's zone", () => {
  const [entry] = after(1).entries as Work[];
  assert.equal(entry!.at, "2026-11-24T18:00:00.000+01:00");
  assert.deepEqual([entry!.session, entry!.start, entry!["menu"]], ["s", "2026-11-24T18:02:00", "A"]);
  const whole = finished(after(1).state, { minutes: 31, effort: 6 }, NOW);
  assert.deepEqual([whole.tag, whole["start"], whole["minutes"], whole["effort"]], ["session-done", "2026-11-24T18:02:00", 31, 6]);
});

test("a session is over once it was finished here", () => {
  const { state, entries } = after(4);
  const whole = finished(state, { minutes: null, effort: null }, NOW);
  assert.equal(placeOf(stateOf(SESSION, kept([...entries, whole]), WARM), NOW).kind, "over");
});

test("a pain leaves out and eases what has not begun, by its score", () => {
  const { state } = after(1);
  const change = eased(state, hurtOf(SESSION, "knee", 4)!);
  assert.deepEqual(change.leftOut, ["lunge"]);
  assert.equal(change.lines, null, "squats have begun and stay as they are");
  assert.equal(eased(after(0).state, hurtOf(SESSION, "knee", 4)!).lines?.[0]?.sets, 1);
  assert.equal(hurtOf(SESSION, "knee", 10)?.stop, true);
  assert.equal(hurtOf(SESSION, "elbow", 10), undefined);
});

test("a stand-in takes its place and what follows is prescribed with it", () => {
  const lines = withStandIn([SQUAT, LUNGE], "squat", line("goblet-squat"));
  const state = stateOf(SESSION, [], { ...WARM, lines });
  assert.equal(left(state)[0]!.line.exercise, "goblet-squat");
  const [entry] = setDone(state, left(state)[0]!, asAsked(lines[0]!), NOW) as Work[];
  assert.deepEqual(entry!.prescribed.map((one) => one.exercise), ["goblet-squat", "lunge"]);
  const again = stateOf(SESSION, kept([entry!]), WARM);
  assert.equal(left(again)[0]!.line.exercise, "goblet-squat", "known again from the entries alone");
});

test("two exercises of a superset go by turns and rest after the second", () => {
  const steps = everyStep([line("a", { sets: 3 }), line("b"), line("c", { sets: 1, rest_s: 120 })], [["a", "c"]]);
  assert.deepEqual(steps.map((one) => [one.line.exercise, one.number, one.rest_s]), [["a", 1, 0], ["c", 1, 120], ["a", 2, 120], ["a", 3, 120], ["b", 1, 90], ["b", 2, 90]]);
});

test("a leg that is left is asked for alone", () => {
  const one = { exercise: "lunge", reps: 8, weight_g: 0, rir: 3, side: "left", seconds: false, tempo: "", note: "" } as const;
  assert.equal(stepsLeft([LUNGE], [], [one], new Set())[0]!.side, "right");
});

test("progress grows to one", () => {
  const shares = [share(stateOf(SESSION, [], FRESH)), share(after(1).state), share(after(4).state), share(after(4, { ...WARM, coolDown: 1 }).state)];
  assert.deepEqual(shares, [...shares].sort());
  assert.equal(shares.at(-1), 1);
});

test("the minutes of a session are those since it began, where that can be meant", () => {
  assert.equal(minutesOf(after(4).state, NOW + 31 * 60_000), 31);
  assert.equal(minutesOf(after(4).state, NOW + 26 * 3600_000), null);
});

test("clocks are told to the second and aloud only near their end", () => {
  assert.deepEqual([secondsLeft(NOW + 1, NOW), secondsLeft(NOW, NOW + 5)], [1, 0]);
  assert.deepEqual([clockText(65), clockText(9), clockText(600)], ["1:05", "0:09", "10:00"]);
  const told = Array.from({ length: 91 }, (_, gone) => announced(91 - gone, 90 - gone, 10)).filter(Boolean);
  assert.deepEqual(told, ["left", "over"]);
  assert.equal(announced(90, 0, 10), "over", "the page was hidden");
});

test("words are filled in and know one from many", () => {
  const words = new Words({ "kept.one": "one", "kept.many": "{count} of {all}" });
  assert.deepEqual([words.say("kept", { count: 1 }), words.say("kept", { count: 3, all: 4 })], ["one", "3 of 4"]);
});
