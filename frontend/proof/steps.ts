// Answers for each session on stdin (JSON, one a line) with the sets that are left, as [exercise, number, rest, side].

import { createInterface } from "node:readline";
import { stepsLeft } from "../src/session/steps";

for await (const line of createInterface({ input: process.stdin })) {
  const { asked, supersets, done, left_out } = JSON.parse(line);
  const steps = stepsLeft(asked, supersets, done, new Set(left_out));
  process.stdout.write(`${JSON.stringify(steps.map((one) => [one.line.exercise, one.number, one.rest_s, one.side]))}\n`);
}
