import assert from "node:assert/strict";
import { test } from "node:test";
import { dayIn, momentIn, offBy, wallIn } from "../src/offline/moments";

const EVENING = Date.parse("2026-11-24T23:30:05.120Z");

test("a moment is told with the offset of the runner's zone, whatever the device's own is", () => {
  assert.equal(momentIn(EVENING, "Europe/Vienna"), "2026-11-25T00:30:05.120+01:00");
  assert.equal(momentIn(EVENING, "America/St_Johns"), "2026-11-24T20:00:05.120-03:30");
  assert.equal(momentIn(EVENING, "UTC"), "2026-11-24T23:30:05.120+00:00");
  assert.equal(Date.parse(momentIn(EVENING, "Asia/Kathmandu")), EVENING);
});

test("the day and the clock are those of the zone", () => {
  assert.equal(dayIn(EVENING, "Europe/Vienna"), "2026-11-25");
  assert.equal(dayIn(EVENING, "America/New_York"), "2026-11-24");
  assert.equal(wallIn(EVENING, "Europe/Vienna"), "2026-11-25T00:30:00");
});

test("the hour that summer time takes away and gives back is told by its offset", () => {
  assert.equal(momentIn(Date.parse("2026-10-25T00:30:00Z"), "Europe/Vienna"), "2026-10-25T02:30:00.000+02:00");
  assert.equal(momentIn(Date.parse("2026-10-25T01:30:00Z"), "Europe/Vienna"), "2026-10-25T02:30:00.000+01:00");
});

test("a clock a day off is put right; a slow line is no wrong clock", () => {
  const day = 24 * 3600_000;
  assert.equal(offBy(EVENING, EVENING + day), -day);
  assert.equal(offBy(EVENING, EVENING - day), day);
  assert.equal(offBy(EVENING, EVENING + 40_000), 0);
});
