// Decides which tab sends: the one that holds the lock, or, where the browser has none, the one that holds a lease.

import type { Kept } from "./kept";

const NAME = "legday-send";
/** A tab that crashed gives its lease back after so long (our setting): longer than one request may take. */
export const LEASE_MS = 30_000;

interface Lease {
  readonly tab: string;
  readonly untilMs: number;
}

/** Runs while no other tab does; false where another one is at it. Two at once would be harmless: an entry is stored once by its id. */
export function alone(kept: Kept, tab: string, nowMs: () => number): (run: () => Promise<void>) => Promise<boolean> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks) {
    return (run) =>
      locks.request(NAME, { ifAvailable: true }, async (lock) => {
        if (lock) await run();
        return lock !== null;
      });
  }
  return async (run) => {
    const lease = await kept.fact<Lease>(NAME);
    if (lease && lease.tab !== tab && lease.untilMs > nowMs() && lease.untilMs <= nowMs() + LEASE_MS) return false;
    await kept.setFact(NAME, { tab, untilMs: nowMs() + LEASE_MS } satisfies Lease);
    try {
      await run();
    } finally {
      await kept.setFact(NAME, undefined);
    }
    return true;
  };
}
