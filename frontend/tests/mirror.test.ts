import assert from "node:assert/strict";
import { test } from "node:test";
import { angleOf, inPicture, mirrored, tapped } from "../src/mirror/angle";
import { FRAMES_A_SECOND, KEPT_MS, isDue, keptSize, momentShown, secondsToWait } from "../src/mirror/delay";
import { Ring } from "../src/mirror/ring";

function ringOf(...taken: number[]): Ring<string> {
  const ring = new Ring<string>(KEPT_MS);
  taken.forEach((time, number) => ring.add({ number, taken: time, picture: `p${number}` }));
  return ring;
}

test("the newest frame at a moment is shown, none before the first", () => {
  const ring = ringOf(100, 150, 200);
  assert.equal(ring.at(ring.placeAt(199))?.number, 1);
  assert.equal(ring.at(ring.placeAt(200))?.number, 2);
  assert.equal(ring.at(ring.placeAt(9_999))?.number, 2);
  assert.equal(ring.placeAt(99), -1);
  assert.equal(ring.at(-1), undefined);
});

test("frames older than is kept are let go, however long the camera is open", () => {
  const ring = new Ring<number>(KEPT_MS);
  const step = 1000 / FRAMES_A_SECOND;
  for (let number = 0; number < 5_000; number += 1) ring.add({ number, taken: number * step, picture: number });
  assert.equal(ring.length, KEPT_MS / step + 1);
  assert.equal(ring.at(ring.length - 1)?.number, 4_999);
  assert.equal(ring.secondsBack(0), KEPT_MS / 1000);
});

test("for every moment that is kept, the frame found is the last taken by then", () => {
  const times = Array.from({ length: 60 }, (_, n) => n * 50 + ((n * 7919) % 23));
  const ring = ringOf(...times);
  for (let moment = 0; moment < 3_000; moment += 13) {
    const wanted = times.filter((time) => time <= moment).length - 1;
    assert.equal(ring.placeAt(moment), wanted);
  }
});

test("a cleared ring holds nothing", () => {
  const ring = ringOf(1, 2, 3);
  ring.clear();
  assert.equal(ring.length, 0);
  assert.equal(ring.placeAt(10), -1);
  assert.equal(ring.secondsBack(0), 0);
});

test("a delay shows the moment so long ago, and no more than ten seconds", () => {
  assert.equal(momentShown(20_000, 3.5), 16_500);
  assert.equal(momentShown(20_000, 99), 10_000);
  assert.equal(momentShown(20_000, -1), 20_000);
});

test("until the first frame is old enough the seconds are counted down", () => {
  assert.equal(secondsToWait(undefined, 0, 5), 5);
  assert.equal(secondsToWait(1_000, 1_000, 5), 5);
  assert.equal(secondsToWait(1_000, 3_500, 5), 3);
  assert.equal(secondsToWait(1_000, 6_000, 5), 0);
  assert.equal(secondsToWait(1_000, 60_000, 5), 0);
});

test("a camera of sixty frames a second is thinned, one of twenty is not", () => {
  assert.equal(isDue(16.7, 0), false);
  assert.equal(isDue(49, 0), true);
});

test("frames are kept small and in shape", () => {
  assert.deepEqual(keptSize(1920, 1080, 640), [640, 360]);
  assert.deepEqual(keptSize(1080, 1920, 640), [360, 640]);
  assert.deepEqual(keptSize(320, 240, 640), [320, 240]);
  assert.deepEqual(keptSize(0, 0, 640), [1, 1]);
});

test("the angle of three taps is that at the second", () => {
  assert.equal(angleOf([{ x: 0, y: 10 }, { x: 0, y: 0 }, { x: 7, y: 0 }]), 90);
  assert.equal(Math.round(angleOf([{ x: -5, y: 0 }, { x: 0, y: 0 }, { x: 5, y: 0 }]) ?? 0), 180);
  assert.equal(Math.round(angleOf([{ x: 1, y: 0 }, { x: 0, y: 0 }, { x: 1, y: Math.sqrt(3) }]) ?? 0), 60);
  assert.equal(Math.round(angleOf([{ x: -1, y: 0.1 }, { x: 0, y: 0 }, { x: -1, y: -0.1 }]) ?? 0), 11);
});

test("the angle is the same from both ends, turned, moved, and mirrored", () => {
  for (let turn = 0; turn < 360; turn += 17) {
    const arm = (degrees: number, length: number) => ({
      x: 200 + Math.cos((degrees * Math.PI) / 180) * length,
      y: 90 + Math.sin((degrees * Math.PI) / 180) * length,
    });
    const points = [arm(turn, 40), { x: 200, y: 90 }, arm(turn + 72, 95)];
    for (const same of [points, [...points].reverse(), mirrored(points, 640)]) {
      assert.ok(Math.abs((angleOf(same) ?? 0) - 72) < 1e-9);
    }
  }
});

test("no angle is told of fewer than three points or of two on one spot", () => {
  assert.equal(angleOf([]), null);
  assert.equal(angleOf([{ x: 0, y: 0 }, { x: 1, y: 1 }]), null);
  assert.equal(angleOf([{ x: 1, y: 1 }, { x: 1, y: 1 }, { x: 2, y: 2 }]), null);
});

test("a fourth tap begins anew", () => {
  const three = [1, 2, 3].map((x) => ({ x, y: 0 }));
  assert.equal(tapped(three.slice(0, 2), { x: 9, y: 9 }).length, 3);
  assert.deepEqual(tapped(three, { x: 9, y: 9 }), [{ x: 9, y: 9 }]);
});

test("a tap lies where it is seen, whatever the size on the screen", () => {
  const box = { left: 10, top: 20, width: 320, height: 180 } as DOMRectReadOnly;
  assert.deepEqual(inPicture(170, 110, box, 640, 360), { x: 320, y: 180 });
  assert.deepEqual(inPicture(10, 20, box, 640, 360), { x: 0, y: 0 });
});
