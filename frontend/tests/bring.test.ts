import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf, filled, percentOf } from "../src/bring/amounts.js";
import { isSeen } from "../src/bring/dropped.js";

test("bytes are written as a person reads them", () => {
  const plain = (text: string): string => text.replace(/\s/g, " ");
  assert.deepEqual(
    [0, 512, 1_000, 12_345_678, 999_949, 999_950_000, 1_300_000_000, 17e12].map((bytes) => plain(bytesOf(bytes, "en"))),
    ["0 bytes", "512 bytes", "1 kB", "12.3 MB", "1 MB", "1 GB", "1.3 GB", "17,000 GB"],
  );
  assert.equal(plain(bytesOf(12_345_678, "de")), "12,3 MB");
});

test("a hundred percent is said when all has gone", () => {
  assert.deepEqual([percentOf(0, 0), percentOf(1, 3), percentOf(999, 1000), percentOf(1000, 1000), percentOf(1001, 1000)], [0, 33, 99, 100, 100]);
});

test("words are filled in, and what is not known stays", () => {
  assert.equal(filled("{done} of {all} sent", { done: 1, all: 2 }), "1 of 2 sent");
  assert.equal(filled("{other} {count}", { count: 3 }), "{other} 3");
});

test("what systems hide in folders is not sent", () => {
  const seen = (name: string): boolean => isSeen({ name });
  assert.deepEqual([".DS_Store", "._run.fit", "Thumbs.db", "run.fit", "a.b.gpx"].map(seen), [false, false, false, true, true]);
});
