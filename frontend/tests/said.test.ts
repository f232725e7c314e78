import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, tellsWhatFollows } from "../src/quick/said";

test("the page that tells what follows is known by its address", () => {
  assert.equal(addressOf("/today", "01a2"), "/today?said=01a2");
  assert.equal(tellsWhatFollows(addressOf("/body", "01a2")), true);
  assert.equal(tellsWhatFollows("/runs?kind=long"), false);
});
