import assert from "node:assert/strict";
import { test } from "node:test";
import { fits } from "../src/quick/shell.js";
import type { Shell } from "../src/quick/shell.js";
import { twinOf } from "../src/quick/twin.js";
import type { Place } from "../src/quick/twin.js";

const SHELL: Shell = { language: "en", tabs: true, everywhere: ["/static/built/page.js?v=1"], own: false, main: true };
const PLACE: Place = { id: "", tag: "BUTTON", href: "", name: "sore", value: "2", action: "/body/sore", text: "A little" };

test("a page takes another's place only in the same shell", () => {
  assert.ok(fits(SHELL, { ...SHELL }));
  const others: Partial<Shell>[] = [{ language: "de" }, { tabs: false }, { own: true }, { main: false }, { everywhere: ["/static/built/page.js?v=2"] }];
  for (const other of others) assert.ok(!fits(SHELL, { ...SHELL, ...other }), JSON.stringify(other));
  assert.ok(!fits({ ...SHELL, own: true }, SHELL));
});

test("the same place is found on a page written anew", () => {
  const others: Place[] = [{ ...PLACE, value: "4" }, { ...PLACE, action: "/body/slept" }, { ...PLACE }, { ...PLACE, tag: "A" }];
  assert.equal(twinOf(PLACE, others, (one) => one), others[2]);
  assert.equal(twinOf({ ...PLACE, name: "gone" }, others, (one) => one), undefined);
});

test("an id says most, an address more than words", () => {
  const link: Place = { ...PLACE, tag: "A", href: "/runs?kind=easy", text: "Easy" };
  const others: Place[] = [{ ...link, href: "/runs" }, { ...link, text: "Leicht" }, { ...link, id: "here", href: "" }];
  assert.equal(twinOf(link, others, (one) => one), others[1]);
  assert.equal(twinOf({ ...link, id: "here" }, others, (one) => one), others[2]);
  assert.equal(twinOf({ ...link, id: "lost" }, others, (one) => one), undefined);
});
