// Decides where an entry is before the server has it: in this browser's database, on disk before anybody is told that it is kept.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** What makes an entry: its id, its tag, and whatever its kind holds, as the API takes it. */
export interface Entry {
  readonly id: string;
  readonly at: string;
  readonly tag: string;
  readonly [key: string]: unknown;
}

/** `here`: kept on this device only. `there`: the server has it. `refused`: the server will not have it, and says why. */
export type Whereabouts = "here" | "there" | "refused";

export interface KeptEntry {
  /** The order in which entries were kept. */
  readonly number: number;
  readonly id: string;
  readonly entry: Entry;
  readonly where: Whereabouts;
  /** Milliseconds since 1970, by this device. */
  readonly keptMs: number;
  readonly why?: string;
}

export interface Counts {
  readonly here: number;
  readonly refused: number;
}

interface Tables extends DBSchema {
  entries: {
    key: number;
    value: Omit<KeptEntry, "number"> & { number?: number };
    indexes: { id: string; where: Whereabouts };
  };
  facts: { key: string; value: unknown };
}

export const DATABASE = "legday";
/** What the server has is kept this long here as well, to go on with a session without a line (our setting). */
export const REMEMBERED_MS = 14 * 24 * 3600_000;

/** The entry could not be written: this device has no room for it, or does not let anything be kept. */
export class NotKept extends Error {
  readonly full: boolean;

  constructor(full: boolean, cause: unknown) {
    super(full ? "no room" : "cannot be kept", { cause });
    this.full = full;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}

export class Kept {
  private readonly database: IDBPDatabase<Tables>;

  private constructor(database: IDBPDatabase<Tables>) {
    this.database = database;
  }

  /** Opens the database, and makes it where there is none. NotKept where this browser keeps nothing. */
  static async open(): Promise<Kept> {
    try {
      const database = await openDB<Tables>(DATABASE, 1, {
        upgrade(fresh) {
          const entries = fresh.createObjectStore("entries", { keyPath: "number", autoIncrement: true });
          entries.createIndex("id", "id", { unique: true });
          entries.createIndex("where", "where");
          fresh.createObjectStore("facts");
        },
        blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
      });
      return new Kept(database);
    } catch (error) {
      throw new NotKept(isFull(error), error);
    }
  }

  close(): void {
    this.database.close();
  }

  /** Writes entries, all or none; when it returns they are on disk. One that is there already stays as it is. NotKept where it cannot. */
  async keep(entries: readonly Entry[], nowMs: number): Promise<void> {
    try {
      await this.write(entries, nowMs);
    } catch (error) {
      if (!isFull(error)) throw new NotKept(false, error);
      await this.forgetThere(nowMs, 0).catch(() => undefined);
      await this.write(entries, nowMs).catch((again: unknown) => {
        throw new NotKept(isFull(again), again);
      });
    }
  }

  private async write(entries: readonly Entry[], nowMs: number): Promise<void> {
    const change = this.database.transaction("entries", "readwrite", { durability: "strict" });
    try {
      for (const entry of entries) {
        if ((await change.store.index("id").getKey(entry.id)) === undefined) {
          await change.store.add({ id: entry.id, entry, where: "here", keptMs: nowMs });
        }
      }
    } catch (error) {
      await change.done.catch(() => undefined);
      throw error;
    }
    await change.done;
  }

  /** The entries that are here only, in the order they were kept, `most` at most. */
  async unsent(most?: number): Promise<KeptEntry[]> {
    return (await this.database.getAllFromIndex("entries", "where", "here", most)) as KeptEntry[];
  }

  /** Every entry that is still known here, in the order they were kept. */
  async all(): Promise<KeptEntry[]> {
    return (await this.database.getAll("entries")) as KeptEntry[];
  }

  async counts(): Promise<Counts> {
    const [here, refused] = await Promise.all([
      this.database.countFromIndex("entries", "where", "here"),
      this.database.countFromIndex("entries", "where", "refused"),
    ]);
    return { here, refused };
  }

  /** What the server answered: the entries it has, and those that it will not have with its reason. What it has stays so. */
  async answered(answers: ReadonlyMap<number, { where: Whereabouts; why?: string }>): Promise<void> {
    const change = this.database.transaction("entries", "readwrite", { durability: "strict" });
    for (const [number, answer] of answers) {
      const known = await change.store.get(number);
      if (known && known.where !== "there") {
        const { why: _before, ...rest } = known;
        await change.store.put({ ...rest, ...answer });
      }
    }
    await change.done;
  }

  /** What was refused waits to be sent once more. */
  async again(): Promise<void> {
    const change = this.database.transaction("entries", "readwrite", { durability: "strict" });
    for (const known of await change.store.index("where").getAll("refused")) {
      const { why: _before, ...rest } = known;
      await change.store.put({ ...rest, where: "here" });
    }
    await change.done;
  }

  /** Forgets what the server has had for longer than `olderMs`. What is here only, or was refused, is never forgotten. */
  async forgetThere(nowMs: number, olderMs: number = REMEMBERED_MS): Promise<void> {
    const change = this.database.transaction("entries", "readwrite");
    for (const number of await change.store.index("where").getAllKeys("there")) {
      const known = await change.store.get(number);
      if (known && (olderMs === 0 || nowMs - known.keptMs >= olderMs)) await change.store.delete(number);
    }
    await change.done;
  }

  /** A small fact of this device, such as how far its clock is off. */
  async fact<T>(name: string): Promise<T | undefined> {
    return (await this.database.get("facts", name)) as T | undefined;
  }

  /** Remembers a small fact; undefined forgets it. NotKept where it cannot. */
  async setFact(name: string, value: unknown): Promise<void> {
    try {
      if (value === undefined) await this.database.delete("facts", name);
      else await this.database.put("facts", value, name);
    } catch (error) {
      throw new NotKept(isFull(error), error);
    }
  }

  /** Forgets all that belongs to the runner, once the server has all of it. False where it has not, and then nothing is forgotten. */
  async forgetRunner(): Promise<boolean> {
    const { here, refused } = await this.counts();
    if (here + refused > 0) return false;
    const change = this.database.transaction(["entries", "facts"], "readwrite");
    await change.objectStore("entries").clear();
    await change.objectStore("facts").clear();
    await change.done;
    return true;
  }
}
