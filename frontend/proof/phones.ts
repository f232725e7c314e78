// Plays drawn lives of phones against a real server: requests and answers get lost, late, doubled and out of order, tabs crash,
// clocks are a day off. At the end each entry that was kept must be with the server once, as it was said.
//
// node phones.js URL FIRST COUNT: one line of JSON; leaves with 1 where an entry was lost, doubled or changed.

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { alone } from "../src/offline/alone";
import { type Entry, Kept } from "../src/offline/kept";
import { newId } from "../src/offline/ids";
import { dayIn, momentIn } from "../src/offline/moments";
import { Queue } from "../src/offline/queue";

const ZONE = "Europe/Vienna";
const DAY_MS = 24 * 3600_000;
const PATIENCE_MS = 120_000;
const AT_ONCE = 5;

/** Numbers from 0 to 1 that a seed decides. */
function chanceOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Tally {
  lives: number;
  kept: number;
  requests: number;
  lostRequests: number;
  lostAnswers: number;
  late: number;
  doubled: number;
  crashes: number;
  lost: number;
  twice: number;
  changed: number;
}

const tally: Tally = {
  lives: 0,
  kept: 0,
  requests: 0,
  lostRequests: 0,
  lostAnswers: 0,
  late: 0,
  doubled: 0,
  crashes: 0,
  lost: 0,
  twice: 0,
  changed: 0,
};

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

class Tab {
  readonly queue: Queue;
  readonly kept: Kept;
  dead = false;

  constructor(kept: Kept, life: Life, name: string) {
    this.kept = kept;
    this.queue = new Queue(kept, {
      fetch: (path, request) => this.alive(life.request(path, request)),
      nowMs: () => life.nowMs,
      chance: life.chance,
      later: (call, ms) => life.later(() => this.dead || call(), ms),
      alone: alone(kept, name, () => life.nowMs),
      told: () => undefined,
    });
  }

  /** Nothing goes on in a tab that has crashed. */
  private async alive<T>(promise: Promise<T>): Promise<T> {
    try {
      const value = await promise;
      return this.dead ? await never<T>() : value;
    } catch (error) {
      if (this.dead) return never<T>();
      throw error;
    }
  }
}

class Phone {
  readonly disk = new IDBFactory();
  tabs: Tab[] = [];
  private readonly life: Life;
  /** How far its clock is off. */
  readonly offMs: number;
  private opened = 0;

  constructor(life: Life, offMs: number) {
    this.life = life;
    this.offMs = offMs;
  }

  async open(): Promise<Tab> {
    globalThis.indexedDB = this.disk;
    this.opened += 1;
    const tab = new Tab(await Kept.open(), this.life, `tab ${this.opened}`);
    this.tabs.push(tab);
    void tab.queue.wake();
    return tab;
  }

  crash(tab: Tab): void {
    tab.dead = true;
    tab.kept.close();
    this.tabs = this.tabs.filter((one) => one !== tab);
  }
}

/** Answers on their way, timers that wait, and what was kept. */
class Life {
  readonly chance: () => number;
  nowMs: number;
  faulty = true;
  line = true;
  readonly said: Entry[] = [];
  private readonly url: string;
  private readonly timers: { atMs: number; call: () => void }[] = [];
  private readonly onTheWay: (() => void)[] = [];
  private readonly old: RequestInit[] = [];

  constructor(url: string, seed: number, startMs: number) {
    this.url = url;
    this.chance = chanceOf(seed);
    this.nowMs = startMs;
  }

  later(call: () => void, ms: number): () => void {
    const timer = { atMs: this.nowMs + ms, call };
    this.timers.push(timer);
    return () => {
      const place = this.timers.indexOf(timer);
      if (place >= 0) this.timers.splice(place, 1);
    };
  }

  /** Lets time pass; timers go off in their order. */
  pass(ms: number): void {
    this.nowMs += ms;
    const due = this.timers.filter((one) => one.atMs <= this.nowMs).sort((one, other) => one.atMs - other.atMs);
    for (const one of due) this.timers.splice(this.timers.indexOf(one), 1);
    for (const one of due) one.call();
  }

  /** Something that was held up arrives, whichever it is. */
  arrive(): void {
    const place = Math.floor(this.chance() * this.onTheWay.length);
    this.onTheWay.splice(place, 1)[0]?.();
  }

  arriveAll(): void {
    for (const one of this.onTheWay.splice(0)) one();
  }

  async request(path: string, request: RequestInit): Promise<Response> {
    const { signal: _unused, redirect: _no, ...plain } = request;
    const draw = this.faulty ? this.chance() : 1;
    if (!this.line || draw < 0.15) {
      tally.lostRequests += 1;
      throw new TypeError("the request was lost");
    }
    if (draw < 0.3) await this.held();
    this.old.push(plain);
    if (draw > 0.3 && draw < 0.4) {
      tally.doubled += 1;
      await Promise.all([this.really(path, plain), this.really(path, plain)]);
    }
    const answer = await this.really(path, plain);
    const after = this.faulty ? this.chance() : 1;
    if (after < 0.3) {
      tally.lostAnswers += 1;
      throw new TypeError("the answer was lost");
    }
    if (after < 0.45) await this.held();
    return answer;
  }

  /** What was sent once comes once more, by some way of the net. */
  async echo(path: string): Promise<void> {
    const one = this.old[Math.floor(this.chance() * this.old.length)];
    if (one) {
      tally.doubled += 1;
      await this.really(path, one);
    }
  }

  private held(): Promise<void> {
    tally.late += 1;
    return new Promise((done) => void this.onTheWay.push(done));
  }

  private async really(path: string, request: RequestInit): Promise<Response> {
    tally.requests += 1;
    const answer = await fetch(`${this.url}${path}`, request);
    return new Response(await answer.text(), { status: answer.status, headers: answer.headers });
  }

  private readonly chanceBytes = (): Uint8Array => Uint8Array.from({ length: 10 }, () => Math.floor(this.chance() * 256));

  id(ms: number): string {
    return newId(ms, this.chanceBytes());
  }

  entry(phone: Phone): Entry {
    const ms = this.nowMs + phone.offMs;
    const day = dayIn(ms, ZONE);
    const stamp = { id: this.id(ms), at: momentIn(ms, ZONE) };
    const draw = this.chance();
    if (draw < 0.4) {
      const done = { exercise: "squat", reps: 1 + Math.floor(this.chance() * 12), weight_g: 10_000, rir: 3 };
      return { ...stamp, tag: "set-done", session: SESSION, start: `${day}T18:00:00`, done };
    }
    if (draw < 0.6) return { ...stamp, tag: "soreness-felt", day, score: Math.floor(this.chance() * 11) };
    if (draw < 0.8) return { ...stamp, tag: "slept", day, minutes: Math.floor(this.chance() * 600) };
    const earlier = this.said[Math.floor(this.chance() * this.said.length)];
    if (earlier && draw < 0.9) return { ...stamp, tag: "retracted", of: earlier.id };
    return { ...stamp, tag: "pain-felt", day, place: "calf", score: Math.floor(this.chance() * 4) };
  }
}

const SESSION = newId(Date.parse("2026-11-24T17:00:00Z"), new Uint8Array(10));

async function play(life: Life): Promise<void> {
  const phones = Array.from({ length: 2 }, () => new Phone(life, [0, 0, DAY_MS, -DAY_MS][Math.floor(life.chance() * 4)]!));
  for (const one of phones) await one.open();
  for (let step = 0; step < 14; step += 1) {
    const phone = phones[Math.floor(life.chance() * phones.length)]!;
    const tab = phone.tabs[Math.floor(life.chance() * phone.tabs.length)] ?? (await phone.open());
    const draw = life.chance();
    if (draw < 0.4) await say(life, phone, tab);
    else if (draw < 0.5) life.line = !life.line || life.chance() < 0.5;
    else if (draw < 0.6) {
      tally.crashes += 1;
      phone.crash(tab);
    } else if (draw < 0.65 && phone.tabs.length < 3) await phone.open();
    else if (draw < 0.72) await life.echo("/api/v1/entries");
    else if (draw < 0.85) life.pass(Math.floor(life.chance() * 60_000));
    else life.arrive();
    for (let turns = Math.floor(life.chance() * 4); turns > 0; turns -= 1) await settled();
  }
  await home(life, phones);
}

async function say(life: Life, phone: Phone, tab: Tab): Promise<void> {
  const entries = Array.from({ length: 1 + Math.floor(life.chance() * 3) }, () => life.entry(phone));
  await tab.queue.keep(...entries);
  life.said.push(...entries);
}

/** The phones come home: the line holds, and each is opened once more where it was closed. */
async function home(life: Life, phones: readonly Phone[]): Promise<void> {
  life.line = true;
  life.faulty = false;
  for (const one of phones) if (one.tabs.length === 0) await one.open();
  const end = Date.now() + PATIENCE_MS;
  for (let turn = 0; !(await all(phones)); turn += 1) {
    if (Date.now() > end) throw new Error("not everything came home");
    life.arriveAll();
    if (turn % 50 === 0) {
      life.pass(60_000);
      for (const tab of phones.flatMap((one) => one.tabs)) void tab.queue.wake();
    }
    await new Promise((done) => setTimeout(done, 2));
  }
  for (const one of phones) {
    const refused = (await one.tabs[0]!.kept.all()).filter((each) => each.where === "refused");
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`);
    for (const tab of one.tabs) one.crash(tab);
  }
  life.arriveAll();
  await settled();
}

/** Whether the server has all that the phones said. */
async function all(phones: readonly Phone[]): Promise<boolean> {
  const waiting = await Promise.all(phones.map((one) => one.tabs[0]!.queue.counts()));
  return waiting.every((one) => one.here === 0);
}

async function journal(url: string): Promise<Map<string, unknown[]>> {
  const found = new Map<string, unknown[]>();
  for (let after: string | null = ""; after !== null; ) {
    const answer = await fetch(`${url}/api/v1/entries?most=500${after ? `&after=${after}` : ""}`);
    const page = (await answer.json()) as { entries: { id: string }[]; next: string | null };
    for (const one of page.entries) found.set(one.id, [...(found.get(one.id) ?? []), one]);
    after = page.next;
  }
  return found;
}

/** Whether the stored entry says all that was said; moments may be written with another offset. */
function says(stored: unknown, said: unknown): boolean {
  if (typeof said === "string" && /^\d{4}-\d\d-\d\dT.*[+-]\d\d:\d\d$/.test(said)) return Date.parse(String(stored)) === Date.parse(said);
  if (typeof said !== "object" || said === null) return stored === said;
  return Object.entries(said).every(([key, value]) => says((stored as Record<string, unknown>)?.[key], value));
}

const [url = "", first = "0", count = "1"] = process.argv.slice(2);
const startMs = Date.parse("2026-11-24T06:00:00Z");
const before = (await journal(url)).size;
const said: Entry[] = [];
const seeds = Array.from({ length: Number(count) }, (_, place) => Number(first) + place);

/** One life after the other; several go on at a time, each with phones of its own. */
async function lives(): Promise<void> {
  for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
    const life = new Life(url, seed, startMs);
    await play(life);
    said.push(...life.said);
    tally.lives += 1;
    tally.kept += life.said.length;
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, () => lives()));
const there = await journal(url);
for (const one of said) {
  const stored = there.get(one.id) ?? [];
  if (stored.length === 0) tally.lost += 1;
  if (stored.length > 1) tally.twice += 1;
  if (stored.length === 1 && !says(stored[0], one)) tally.changed += 1;
}
tally.twice += there.size - before - new Set(said.map((one) => one.id)).size;
process.stdout.write(`${JSON.stringify(tally)}\n`);
process.exit(tally.lost + tally.twice + tally.changed === 0 ? 0 : 1);
