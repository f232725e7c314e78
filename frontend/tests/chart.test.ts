import assert from "node:assert/strict";
import { test } from "node:test";
import { pinched } from "../src/chart/pinch.js";
import { clockOf, readoutOf, valueOf } from "../src/chart/readout.js";
import { CLOSEST, isWhole, moved, nearest, within, zoomed } from "../src/chart/view.js";

const RUN = { from: 0, to: 20 };
const WORDS = { along_unit: "km", pace_unit: "/km", heart_unit: "beats/min", height_unit: "m" };

test("closer keeps the place that is looked at where it is", () => {
  assert.deepEqual(zoomed(RUN, RUN, 2, 5), { from: 2.5, to: 12.5 });
  assert.deepEqual(zoomed({ from: 2.5, to: 12.5 }, RUN, 1 / 2, 5), RUN);
});

test("a look never leaves the run, whatever is asked for", () => {
  for (const factor of [0.01, 0.5, 1, 2, 7, 1000, 1e9]) {
    for (const around of [-5, 0, 3, 19.999, 20, 40]) {
      const view = zoomed(moved(RUN, RUN, 0.3), RUN, factor, around);
      assert.ok(view.from >= 0 && view.to <= 20 && view.to - view.from >= 20 * CLOSEST - 1e-9, `${factor} ${around}`);
    }
  }
});

test("along the way ends at the ends, with the same width", () => {
  assert.deepEqual(moved({ from: 15, to: 19 }, RUN, 0.5), { from: 16, to: 20 });
  assert.deepEqual(moved({ from: 1, to: 5 }, RUN, -2), { from: 0, to: 4 });
  assert.deepEqual(within({ from: -9, to: 99 }, RUN), RUN);
  assert.ok(isWhole(RUN, RUN) && !isWhole({ from: 0, to: 19.9 }, RUN));
});

test("the nearest place is found", () => {
  const places = [0, 1, 2, 5, 9];
  for (const wanted of [-3, 0, 0.4, 0.6, 3.4, 3.6, 7, 7.1, 100]) {
    const apart = (index: number): number => Math.abs((places[index] ?? NaN) - wanted);
    assert.equal(apart(nearest(places, wanted)), Math.min(...places.map((_, index) => apart(index))));
  }
  assert.equal(nearest([], 1), -1);
  assert.equal(nearest([4], 1), 0);
});

test("a pace is written as a clock, also where seconds round up", () => {
  assert.deepEqual([331, 59.6, 3599.7, 3931].map(clockOf), ["5:31", "1:00", "1:00:00", "1:05:31"]);
});

test("a place is read with what is known of it, in the language's numbers", () => {
  const known = new Map([["pace", 331], ["heart", 148], ["height", 1212]] as const);
  assert.equal(readoutOf(3.416, known, WORDS, "en"), "3.42 km · 5:31/km · 148 beats/min · 1,212 m");
  assert.equal(readoutOf(3.416, new Map([["pace", null], ["heart", 148]] as const), WORDS, "de"), "3,42 km · 148 beats/min");
  assert.equal(valueOf("height", -3.6, WORDS, "en"), "-4 m");
});

test("two fingers spread and move; on one spot they do nothing", () => {
  assert.deepEqual(pinched([{ x: 100 }, { x: 200 }], [{ x: 50 }, { x: 250 }]), { factor: 2, was: 150, is: 150 });
  assert.deepEqual(pinched([{ x: 100 }, { x: 200 }], [{ x: 130 }, { x: 230 }]), { factor: 1, was: 150, is: 180 });
  assert.equal(pinched([{ x: 100 }, { x: 101 }], [{ x: 50 }, { x: 250 }]), null);
});
