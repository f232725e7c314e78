import assert from "node:assert/strict";
import { test } from "node:test";
import { poseAt, poseFrom, wrapped } from "../src/page/figure";

const ROUND = { seconds: 4.5, poses: [0, 1.5, 3] };

test("a time past the round is the same time of another round", () => {
  assert.equal(wrapped(10, ROUND), 1);
  assert.equal(wrapped(-0.5, ROUND), 4);
  assert.equal(wrapped(4.5, ROUND), 0);
});

test("steps go from pose to pose, round and round", () => {
  assert.equal(poseFrom(0, 1, ROUND), 1.5);
  assert.equal(poseFrom(1.2, 1, ROUND), 1.5);
  assert.equal(poseFrom(3, 1, ROUND), 0);
  assert.equal(poseFrom(0, -1, ROUND), 3);
  assert.equal(poseFrom(1.6, -1, ROUND), 1.5);
  assert.equal(poseFrom(1.5, -1, ROUND), 0);
});

test("a pose has a number, a time between two has none", () => {
  assert.equal(poseAt(1.5, ROUND), 2);
  assert.equal(poseAt(4.5, ROUND), 1);
  assert.equal(poseAt(2, ROUND), 0);
});
