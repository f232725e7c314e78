import assert from "node:assert/strict";
import { test } from "node:test";

import { onceQuiet } from "../src/keeping/quiet";

/** A promise that is kept when it is told to. */
function open(): { promise: Promise<void>; keep: () => void } {
  let keep = (): void => undefined;
  const promise = new Promise<void>((done) => (keep = done));
  return { promise, keep };
}

test("what is said in a row brings the pages once", async () => {
  let brought = 0;
  const pause = open();
  const said = onceQuiet(async () => void (brought += 1), () => pause.promise);
  const all = [said(), said(), said()];
  pause.keep();
  await Promise.all(all);
  assert.equal(brought, 1);
});

test("what is said while pages come brings them anew, after those", async () => {
  const comings = [open(), open()];
  let began = 0;
  const said = onceQuiet(() => comings[began++]?.promise ?? Promise.resolve(), () => Promise.resolve());
  const first = said();
  await new Promise((done) => setImmediate(done));
  assert.equal(began, 1);
  const second = said();
  await new Promise((done) => setImmediate(done));
  assert.equal(began, 1);
  comings[0]?.keep();
  await first;
  await new Promise((done) => setImmediate(done));
  assert.equal(began, 2);
  comings[1]?.keep();
  await second;
});

test("pages that could not be brought hold nothing up", async () => {
  let tried = 0;
  const said = onceQuiet(async () => {
    tried += 1;
    throw new Error("no line");
  }, () => Promise.resolve());
  await assert.rejects(said(), /no line/);
  await assert.rejects(said(), /no line/);
  assert.equal(tried, 2);
});
