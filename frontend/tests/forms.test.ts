import assert from "node:assert/strict";
import { test } from "node:test";
import { minutesAsleep, said } from "../src/offline/forms";
import { entriesOf, fileOf } from "../src/offline/unsent";
import { marked, shownTime, wayOf } from "../src/keeping/routes";

const MADE = { id: "i", at: "2026-11-24T08:00:00+01:00", day: "2026-11-24" };
const STAMP = { id: "i", at: MADE.at };

function fields(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one);
  return form;
}

test("forms of Today and Body say what the server would have written of them", () => {
  assert.deepEqual(said("/body/sore", fields({ sore: "4", limp: "yes" }), MADE), { ...STAMP, tag: "soreness-felt", day: MADE.day, score: 4, limp: true });
  assert.deepEqual(said("/body/slept", fields({ asleep: "7:30" }), MADE), { ...STAMP, tag: "slept", day: MADE.day, minutes: 450, readiness: null });
  assert.deepEqual(said("/body/flag", fields({ flag: "chest" }), MADE), { ...STAMP, tag: "red-flag-raised", day: MADE.day, flag: "chest", note: "" });
  const pain = said("/body/hurt", fields({ place: "calf", score: "3", side: "left", behaviour: ["night", "rest"], note: " so " }), MADE);
  assert.deepEqual(pain, { ...STAMP, tag: "pain-felt", day: MADE.day, place: "calf", score: 3, side: "left", when: "during", behaviour: ["night", "rest"], note: "so" });
  const skip = said("/session/2026-11-24T18:00/skip", fields({ menu: "A", why: "time" }), MADE);
  assert.deepEqual(skip, { ...STAMP, tag: "session-skipped", planned: "2026-11-24T18:00:00", menu: "A", why: "time" });
});

test("what cannot be read is left to the server, which says what is wrong", () => {
  for (const [path, values] of [
    ["/body/sore", {}],
    ["/body/sore", { sore: "11" }],
    ["/body/slept", {}],
    ["/body/slept", { asleep: "long" }],
    ["/body/hurt", { place: "calf" }],
    ["/body/hurt", { place: "calf", score: "3", day: "2026-11-25" }],
    ["/body/ill", {}],
    ["/session/soon/skip", {}],
  ] as const) {
    assert.equal(said(path, fields(values), MADE), null, `${path} ${JSON.stringify(values)}`);
  }
});

test("time asleep is read as the page reads it", () => {
  assert.deepEqual(["7", "7:30", "7h30", "24", "25", "7:60", "x", ""].map(minutesAsleep), [420, 450, 450, 1440, null, null, null, null]);
});

test("a saved file is read in again, and nothing else is", () => {
  const entry = { id: "i", at: MADE.at, tag: "slept" };
  const file = fileOf([{ number: 1, id: "i", entry, where: "here", keptMs: 0 }]);
  assert.deepEqual(entriesOf(file), [entry]);
  for (const wrong of ["", "{}", "[]", "[1]", '[{"id": 1}]', "<html>"]) assert.equal(entriesOf(wrong), null);
});

const HOME = "http://127.0.0.1:8017";

test("the worker keeps pages of the day and never what says all of a runner, or changes something", () => {
  const way = (path: string, method = "GET"): string => wayOf(method, new URL(path, HOME), HOME);
  assert.deepEqual(
    ["/today", "/plan", "/body", "/session/2026-11-24T18:00", "/session/2026-11-24T18:00/do", "/exercises/squat", "/unsent"].map((one) => way(one)),
    Array(7).fill("page"),
  );
  for (const one of ["/api/v1/entries", "/api/v1/today", "/more/journal.txt", "/more/backup.sqlite", "/more/delete", "/import", "/offline.json", "/sw.js"]) {
    assert.equal(way(one), "leave", one);
  }
  assert.equal(way("/today?said=x"), "shown");
  assert.equal(way("/runs"), "shown");
  assert.equal(way("/static/legday.css?v=1"), "shell");
  assert.equal(way("/exercises/squat/moving.svg"), "figure");
  assert.equal(way("/sign-in"), "sign-in");
  assert.deepEqual(["/sign-out", "/more/delete", "/more/restore"].map((one) => way(one, "POST")), ["forget", "forget", "forget"]);
  assert.equal(way("/body/sore", "POST"), "leave");
  assert.equal(wayOf("GET", new URL("http://127.0.0.1:8018/today"), HOME), "leave");
});

test("a kept page says that it is kept, and of when, in its own language", () => {
  const page = '<html lang="de" dir="auto"><main><p id="kept" hidden data-words="Seite von {time}"></p></main>';
  assert.equal(marked(page, "Di"), '<html lang="de" dir="auto"><main><p id="kept" class="kept">Seite von Di</p></main>');
  assert.match(shownTime(page, Date.parse("2026-11-24T12:00:00Z")), /Di.*24.*Nov/);
});
