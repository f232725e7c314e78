import assert from "node:assert/strict";
import { test } from "node:test";
import { idNow, newId } from "../src/offline/ids";

test("an id is the one that RFC 9562 gives for its example", () => {
  const chance = new Uint8Array([0x33, 0x0c, 0x98, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  const id = newId(0x017f22e279b0, chance);
  assert.match(id, /^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("ids made later sort later, and no two are alike", () => {
  const ids = [1, 2, 3, 1_700_000_000_000, 1_700_000_000_001].map((ms) => idNow(ms));
  assert.deepEqual([...ids].sort(), ids);
  assert.equal(new Set(Array.from({ length: 1000 }, () => idNow(5))).size, 1000);
});

test("what is no moment, and other than ten bytes of chance, makes no id", () => {
  assert.throws(() => newId(-1, new Uint8Array(10)), RangeError);
  assert.throws(() => newId(1.5, new Uint8Array(10)), RangeError);
  assert.throws(() => newId(1, new Uint8Array(9)), RangeError);
});
