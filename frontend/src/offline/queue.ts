// Decides when entries are sent and what an answer means: in their order, again and again until the server has said of each what became of it.

import type { Counts, Entry, Kept, KeptEntry, Whereabouts } from "./kept";

export const ENTRIES = "/api/v1/entries";
/** So many at once (our setting; the server takes 500). */
export const MOST_AT_ONCE = 50;
/** An answer that takes longer is taken as lost (our setting). */
export const PATIENCE_MS = 15_000;
export const FIRST_WAIT_MS = 1_000;
export const LONGEST_WAIT_MS = 5 * 60_000;

/** How the last try to send went. `sign-in`: the server asks who this is. */
export type Line = "idle" | "sending" | "none" | "sign-in";

export interface Outside {
  readonly fetch: (path: string, request: RequestInit) => Promise<Response>;
  readonly nowMs: () => number;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  /** Calls back after so many milliseconds; what it gives cancels that. */
  readonly later: (call: () => void, ms: number) => () => void;
  /** Runs what it is given while no other tab does; false where another one is at it. */
  readonly alone: (run: () => Promise<void>) => Promise<boolean>;
  readonly told: (line: Line, counts: Counts) => void;
}

interface Answer {
  readonly id: string;
  readonly outcome: "stored" | "already there" | "refused";
  readonly why?: { readonly detail?: string };
}

/** What a request came to: an answer for each entry, a body that will never be taken, someone to sign in, or no line. */
type Sent =
  | { readonly kind: "answers"; readonly answers: readonly Answer[] }
  | { readonly kind: "unfit"; readonly why: string }
  | { readonly kind: "sign-in" }
  | { readonly kind: "none" };

/** The wait before try number `tries` (from 0): doubled each time, with some chance in it so that two phones do not go in step. */
export function waitMs(tries: number, chance: number): number {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 20));
  return Math.round(most * (0.5 + chance / 2));
}

/** What the answers say of what was sent; what they say nothing of stays here. */
export function outcomes(
  sent: readonly KeptEntry[],
  answers: readonly Answer[],
): Map<number, { where: Whereabouts; why?: string }> {
  const found = new Map<number, { where: Whereabouts; why?: string }>();
  sent.forEach((one, place) => {
    const answer = answers.find((each) => each.id === one.id) ?? answers[place];
    if (!answer || (answer.id !== "" && answer.id !== one.id)) return;
    if (answer.outcome === "refused") found.set(one.number, { where: "refused", why: answer.why?.detail ?? "" });
    else if (answer.id === one.id) found.set(one.number, { where: "there" });
  });
  return found;
}

function isAnswers(value: unknown): value is { answers: Answer[] } {
  const answers = (value as { answers?: unknown } | null)?.answers;
  return Array.isArray(answers) && answers.every((one) => typeof one?.id === "string" && typeof one?.outcome === "string");
}

export class Queue {
  private tries = 0;
  private cancel: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private more = false;
  private line: Line = "idle";
  private readonly kept: Kept;
  private readonly outside: Outside;

  constructor(kept: Kept, outside: Outside) {
    this.kept = kept;
    this.outside = outside;
  }

  /** Keeps entries here, all or none, and begins to send. NotKept where this device has no room: then nothing was kept. */
  async keep(...entries: Entry[]): Promise<void> {
    await this.kept.keep(entries, this.outside.nowMs());
    await this.tell();
    void this.wake();
  }

  /** Sends now, however long the wait would have been; a second call while sending looks once more after it. Never throws. */
  wake(): Promise<void> {
    this.tries = 0;
    return this.look();
  }

  private look(): Promise<void> {
    this.more = true;
    this.running ??= this.run().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Waits for nothing any more: the page is going. */
  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  async counts(): Promise<Counts> {
    return this.kept.counts();
  }

  private async run(): Promise<void> {
    this.stop();
    try {
      while (this.more) {
        this.more = false;
        const mine = await this.outside.alone(() => this.sendAll());
        if (!mine) this.line = "idle";
      }
    } catch {
      this.line = "none";
    }
    await this.tell().catch(() => undefined);
    await this.plan().catch(() => undefined);
  }

  /** Tries again later, as long as something is here only. */
  private async plan(): Promise<void> {
    const { here } = await this.kept.counts();
    if (here === 0) return;
    this.cancel = this.outside.later(() => void this.look(), waitMs(this.tries, this.outside.chance()));
    this.tries += 1;
  }

  private async sendAll(): Promise<void> {
    let most = MOST_AT_ONCE;
    for (;;) {
      const waiting = await this.kept.unsent(most);
      if (waiting.length === 0) {
        this.line = "idle";
        await this.kept.forgetThere(this.outside.nowMs()).catch(() => undefined);
        return;
      }
      this.line = "sending";
      await this.tell();
      const sent = await this.send(waiting);
      if (sent.kind === "none" || sent.kind === "sign-in") {
        this.line = sent.kind;
        return;
      }
      if (sent.kind === "unfit" && waiting.length > 1) {
        // One of them cannot be taken at all: they go one by one, so that it does not hold up the others.
        most = 1;
        continue;
      }
      const found = sent.kind === "unfit" ? refused(waiting, sent.why) : outcomes(waiting, sent.answers);
      if (found.size === 0) {
        this.line = "none";
        return;
      }
      await this.kept.answered(found);
      this.tries = 0;
    }
  }

  private async send(waiting: readonly KeptEntry[]): Promise<Sent> {
    const patience = new AbortController();
    const cancel = this.outside.later(() => patience.abort(), PATIENCE_MS);
    try {
      const answer = await this.outside.fetch(ENTRIES, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(waiting.map((one) => one.entry)),
        credentials: "same-origin",
        cache: "no-store",
        redirect: "error",
        signal: patience.signal,
      });
      return await meant(answer);
    } catch {
      return { kind: "none" };
    } finally {
      cancel();
    }
  }

  private async tell(): Promise<void> {
    this.outside.told(this.line, await this.kept.counts());
  }
}

function refused(waiting: readonly KeptEntry[], why: string): Map<number, { where: Whereabouts; why?: string }> {
  return new Map(waiting.map((one) => [one.number, { where: "refused" as const, why }]));
}

/** What an answer means. Whatever does not come from legday itself is no answer: a hotel's page, a proxy's error. */
async function meant(answer: Response): Promise<Sent> {
  const value: unknown = await answer.json().catch(() => undefined);
  if (answer.status === 200 && isAnswers(value)) return { kind: "answers", answers: value.answers };
  if (answer.status === 401) return { kind: "sign-in" };
  if (answer.status === 400 || answer.status === 413 || answer.status === 422) {
    const detail = (value as { detail?: unknown } | undefined)?.detail;
    if (typeof detail === "string") return { kind: "unfit", why: detail };
  }
  return { kind: "none" };
}
