import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { deleteDB } from "idb";
import { type Counts, DATABASE, type Entry, Kept, NotKept } from "../src/offline/kept";
import { idNow } from "../src/offline/ids";
import { type Line, Queue, waitMs } from "../src/offline/queue";

let kept: Kept;

beforeEach(async () => {
  kept?.close();
  await deleteDB(DATABASE);
  kept = await Kept.open();
});

function entry(more: object = {}): Entry {
  return { id: idNow(Date.now()), at: "2026-11-24T18:00:00+01:00", tag: "soreness-felt", day: "2026-11-24", score: 2, ...more };
}

type Handler = (entries: Entry[]) => Response | Promise<Response>;

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { "Content-Type": "application/json" } });
const stored: Handler = (entries) => json({ answers: entries.map((one) => ({ id: one.id, outcome: "stored" })) });

function queueTo(handler: Handler) {
  const told: { line: Line; counts: Counts }[] = [];
  const waits: { call: () => void; ms: number }[] = [];
  const sent: string[][] = [];
  const queue = new Queue(kept, {
    fetch: async (_path, request) => {
      const entries = JSON.parse(String(request.body)) as Entry[];
      sent.push(entries.map((one) => one.id));
      return handler(entries);
    },
    nowMs: () => Date.parse("2026-11-24T17:00:00Z"),
    chance: () => 1,
    later: (call, ms) => {
      const one = { call, ms };
      waits.push(one);
      return () => void waits.splice(waits.indexOf(one), 1);
    },
    alone: async (run) => (await run(), true),
    told: (line, counts) => void told.push({ line, counts }),
  });
  return { queue, told, waits, sent };
}

test("what is kept is sent in the order it was kept, and then counts as there", async () => {
  const { queue, sent, told } = queueTo(stored);
  const entries = [entry(), entry(), entry()];
  for (const one of entries) await queue.keep(one);
  await queue.wake();
  assert.deepEqual([...new Set(sent.flat())], entries.map((one) => one.id));
  assert.deepEqual((await kept.all()).map((one) => one.where), ["there", "there", "there"]);
  assert.deepEqual(told.at(-1), { line: "idle", counts: { here: 0, refused: 0 } });
});

test("without a line an entry stays here and is tried again after longer and longer", async () => {
  let line = false;
  const { queue, waits, told } = queueTo((entries) => {
    if (!line) throw new TypeError("Failed to fetch");
    return stored(entries);
  });
  await queue.keep(entry());
  await queue.wake();
  assert.deepEqual(told.at(-1), { line: "none", counts: { here: 1, refused: 0 } });
  const waited = [waits.at(-1)!.ms];
  for (let times = 0; times < 3; times += 1) {
    waits.pop()!.call();
    await new Promise((done) => setTimeout(done, 20));
    waited.push(waits.at(-1)!.ms);
  }
  assert.deepEqual(waited, [1000, 2000, 4000, 8000]);
  line = true;
  await queue.wake();
  assert.deepEqual(await queue.counts(), { here: 0, refused: 0 });
});

test("an answer lost after the server stored is sent once more, and then is there", async () => {
  const server = new Set<string>();
  let lose = true;
  const { queue } = queueTo((entries) => {
    const answers = entries.map((one) => ({ id: one.id, outcome: server.has(one.id) ? "already there" : "stored" }));
    for (const one of entries) server.add(one.id);
    if (lose) throw new TypeError("connection reset");
    return json({ answers });
  });
  await queue.keep(entry());
  await queue.wake();
  lose = false;
  await queue.wake();
  assert.equal(server.size, 1);
  assert.deepEqual((await kept.all()).map((one) => one.where), ["there"]);
});

test("an entry that the server refuses is set aside with the reason and holds up no other", async () => {
  const bad = entry({ score: 99 });
  const { queue } = queueTo((entries) =>
    json({
      answers: entries.map((one) =>
        one.id === bad.id ? { id: one.id, outcome: "refused", why: { detail: "99 is out of bounds" } } : { id: one.id, outcome: "stored" },
      ),
    }),
  );
  await queue.keep(entry(), bad, entry());
  await queue.wake();
  const all = await kept.all();
  assert.deepEqual(all.map((one) => one.where), ["there", "refused", "there"]);
  assert.equal(all[1]!.why, "99 is out of bounds");
  await kept.forgetThere(Date.now(), 0);
  assert.equal((await kept.all()).length, 1);
  assert.equal(await kept.forgetRunner(), false);
});

test("a body that cannot be taken at all is sent one by one until the unfit one is found", async () => {
  const bad = entry({ note: "unfit" });
  const { queue, sent } = queueTo((entries) =>
    entries.some((one) => one.id === bad.id) ? json({ detail: "The request is larger than it may be." }, 413) : stored(entries),
  );
  await queue.keep(entry(), bad, entry());
  await queue.wake();
  assert.deepEqual((await kept.all()).map((one) => one.where), ["there", "refused", "there"]);
  assert.deepEqual(sent.map((one) => one.length), [3, 1, 1, 1]);
});

for (const [name, answer] of [
  ["a server in trouble", () => json({ detail: "database is locked" }, 503)],
  ["a hotel's page", () => new Response("<html>Log in to our network</html>", { status: 200 })],
  ["answers of somebody else", () => json({ answers: [{ id: "x", outcome: "stored" }] })],
  ["a refusal of this place, not of the entry", () => json({ detail: "Host" }, 421)],
] as const) {
  test(`${name} is no line: nothing is taken as sent and nothing is dropped`, async () => {
    const { queue, told } = queueTo(() => answer());
    await queue.keep(entry());
    await queue.wake();
    assert.deepEqual(told.at(-1), { line: "none", counts: { here: 1, refused: 0 } });
  });
}

test("who is not signed in is told so, and keeps what they said", async () => {
  const { queue, told } = queueTo(() => json({ detail: "Nobody is signed in." }, 401));
  await queue.keep(entry());
  await queue.wake();
  assert.deepEqual(told.at(-1), { line: "sign-in", counts: { here: 1, refused: 0 } });
});

test("where there is no room nothing is kept, and what was kept before stays", async () => {
  const { queue } = queueTo(() => {
    throw new TypeError("no line");
  });
  await queue.keep(entry());
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  try {
    await assert.rejects(queue.keep(entry()), (error: unknown) => error instanceof NotKept && error.full);
  } finally {
    IDBObjectStore.prototype.add = add;
  }
  assert.equal((await kept.all()).length, 1);
  await queue.keep(entry());
  assert.equal((await kept.all()).length, 2);
});

test("room is made by forgetting what the server has, never what is here only", async () => {
  let line = true;
  const { queue } = queueTo((entries) => {
    if (!line) throw new TypeError("no line");
    return stored(entries);
  });
  await queue.keep(entry());
  await queue.wake();
  line = false;
  const waiting = entry();
  await queue.keep(waiting);
  const add = IDBObjectStore.prototype.add;
  let full = true;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
    if (full) {
      full = false;
      throw new DOMException("full", "QuotaExceededError");
    }
    return add.apply(this, args);
  };
  const last = entry();
  try {
    await queue.keep(last);
  } finally {
    IDBObjectStore.prototype.add = add;
  }
  assert.deepEqual((await kept.all()).map((one) => one.id), [waiting.id, last.id]);
});

test("the same entry is kept once, however often it is handed over", async () => {
  const { queue } = queueTo(() => {
    throw new TypeError("no line");
  });
  const one = entry();
  await queue.keep(one);
  await queue.keep(one, entry());
  assert.equal((await kept.all()).length, 2);
});

test("a refused entry can be sent again once what stood against it is gone", async () => {
  let fit = false;
  const { queue } = queueTo((entries) =>
    fit ? stored(entries) : json({ answers: entries.map((one) => ({ id: one.id, outcome: "refused", why: { detail: "not yet" } })) }),
  );
  await queue.keep(entry());
  await queue.wake();
  assert.deepEqual(await queue.counts(), { here: 0, refused: 1 });
  fit = true;
  await kept.again();
  await queue.wake();
  assert.deepEqual(await queue.counts(), { here: 0, refused: 0 });
});

test("waits grow to five minutes and no further, and differ by chance", () => {
  assert.equal(waitMs(0, 0), 500);
  assert.equal(waitMs(0, 1), 1000);
  assert.equal(waitMs(60, 1), 300_000);
});
