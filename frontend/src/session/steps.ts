// Decides which set comes next: exercise by exercise, two of a superset by turns, less what was done and what is left out.
// The same as `legday.actions.set_by_set` decides at the terminal; tests hold the two against each other.

import type { Line, LoggedSet, Side } from "./facts";

export interface Step {
  readonly line: Line;
  /** Which of its sets, from 1. */
  readonly number: number;
  /** Seconds of rest after it. */
  readonly rest_s: number;
  /** The one leg that is left to do, where the other has done. */
  readonly side: Side;
}

/** What is left to do, in order. */
export function stepsLeft(
  asked: readonly Line[],
  supersets: readonly (readonly [string, string])[],
  done: readonly LoggedSet[],
  leftOut: ReadonlySet<string>,
): Step[] {
  const found: Step[] = [];
  for (const step of everyStep(asked, supersets)) {
    const exercise = step.line.exercise;
    const { whole, side } = counted(done.filter((one) => one.exercise === exercise));
    if (leftOut.has(exercise) || step.number <= whole) continue;
    found.push({ ...step, side: step.number === whole + 1 ? side : "both" });
  }
  return found;
}

/** Every set of the session, done or not. */
export function everyStep(asked: readonly Line[], supersets: readonly (readonly [string, string])[]): Step[] {
  const byId = new Map(asked.map((line) => [line.exercise, line]));
  const partner = new Map<string, Line>();
  for (const [first, second] of supersets) {
    const other = byId.get(second);
    if (byId.has(first) && other) partner.set(first, other);
  }
  const seconds = new Set([...partner.values()].map((line) => line.exercise));
  return asked
    .filter((line) => !seconds.has(line.exercise))
    .flatMap((line) => {
      const other = partner.get(line.exercise);
      return other ? inTurns(line, other) : alone(line);
    });
}

function alone(line: Line): Step[] {
  return Array.from({ length: line.sets }, (_, place) => ({ line, number: place + 1, rest_s: line.rest_s, side: "both" as const }));
}

function inTurns(first: Line, second: Line): Step[] {
  const rest_s = Math.max(first.rest_s, second.rest_s);
  const steps: Step[] = [];
  for (let number = 1; number <= Math.max(first.sets, second.sets); number += 1) {
    const both = number <= Math.min(first.sets, second.sets);
    if (number <= first.sets) steps.push({ line: first, number, rest_s: both ? 0 : rest_s, side: "both" });
    if (number <= second.sets) steps.push({ line: second, number, rest_s, side: "both" });
  }
  return steps;
}

/** How many sets both legs have done, and which leg still has one to do. */
function counted(done: readonly LoggedSet[]): { whole: number; side: Side } {
  const sides = done.filter((one) => !one.warm_up).map((one) => one.side);
  const count = (side: Side): number => sides.filter((one) => one === side).length;
  const [left, right] = [count("left"), count("right")];
  return { whole: count("both") + Math.min(left, right), side: left === right ? "both" : left > right ? "right" : "left" };
}
