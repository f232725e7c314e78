import assert from "node:assert/strict";
import { test } from "node:test";
import { EDGE, FINGER_SLACK, apart, scrolled, stepped } from "../src/calendar/steps";

const DAYS = 28;

test("arrows go to the days around, and a week up or down", () => {
  assert.equal(stepped(10, "ArrowRight", DAYS, false), 11);
  assert.equal(stepped(10, "ArrowLeft", DAYS, false), 9);
  assert.equal(stepped(10, "ArrowDown", DAYS, false), 17);
  assert.equal(stepped(10, "ArrowUp", DAYS, false), 3);
});

test("from right to left the arrows keep pointing where they point", () => {
  assert.equal(stepped(10, "ArrowRight", DAYS, true), 9);
  assert.equal(stepped(10, "ArrowLeft", DAYS, true), 11);
  assert.equal(stepped(10, "ArrowDown", DAYS, true), 17);
});

test("no arrow leads out of the plan", () => {
  assert.equal(stepped(0, "ArrowLeft", DAYS, false), 0);
  assert.equal(stepped(3, "ArrowUp", DAYS, false), 3);
  assert.equal(stepped(DAYS - 1, "ArrowRight", DAYS, false), DAYS - 1);
  assert.equal(stepped(DAYS - 7, "ArrowDown", DAYS, false), DAYS - 7);
});

test("home and end lead to the first and the last day, other keys nowhere", () => {
  assert.equal(stepped(10, "Home", DAYS, false), 0);
  assert.equal(stepped(10, "End", DAYS, false), DAYS - 1);
  for (const key of ["Tab", "Enter", "a", "PageDown"]) assert.equal(stepped(10, key, DAYS, false), null);
});

test("the screen scrolls near its edges only, the faster the nearer", () => {
  assert.equal(scrolled(400, 844, 600), 0);
  assert.equal(scrolled(EDGE, 844, 400), 0);
  assert.ok(scrolled(EDGE - 1, 844, 400) < 0);
  assert.ok(scrolled(1, 844, 400) < scrolled(EDGE - 20, 844, 400));
  assert.ok(scrolled(840, 844, 400) > scrolled(800, 844, 400));
});

test("what was taken hold of near an edge is carried along its row without scrolling", () => {
  assert.equal(scrolled(830, 844, 826), 0);
  assert.equal(scrolled(20, 844, 30), 0);
  assert.ok(scrolled(843, 844, 820) > 0);
});

test("a finger that trembles still holds", () => {
  assert.equal(apart(6, 6, FINGER_SLACK), false);
  assert.equal(apart(8, 8, FINGER_SLACK), true);
});
