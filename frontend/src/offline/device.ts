// What this device is to the page's scripts: the entries it keeps, what time it is by the server, and how tabs and scripts tell each other.

import { Kept } from "./kept";
import { offBy } from "./moments";

const OFF = "clock-off-ms";
const CHANNEL = "legday";

/** `kept`: an entry was kept here. `sent`: the server answered. `gone`: all of the runner's was forgotten. */
export type News = "kept" | "sent" | "gone";

export interface LineFacts {
  readonly now: number;
  readonly zone: string;
  readonly words: Readonly<Record<string, string>>;
}

/** The data that a template wrote for a script. */
export function dataOf<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? "{}") as T;
}

/** Whether this page came over the line just now, rather than from what is kept on the device. */
export function isFresh(): boolean {
  return document.getElementById("kept")?.hidden !== false;
}

/** Tells other scripts and tabs, and hears of what they do. */
export function news(heard: (what: News) => void): (what: News) => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<News>) => heard(event.data);
  return (what) => channel.postMessage(what);
}

/** What time it is (ms since 1970): the server's where this device's clock was seen to be wrong. A kept page tells nothing of that. */
export async function clockOf(kept: Kept, facts: LineFacts, hereMs: number): Promise<() => number> {
  if (isFresh()) {
    const off = offBy(facts.now, hereMs);
    const known = (await kept.fact<number>(OFF)) ?? 0;
    if (known !== off) await kept.setFact(OFF, off).catch(() => undefined);
    return () => Date.now() + off;
  }
  const off = (await kept.fact<number>(OFF)) ?? 0;
  return () => Date.now() + off;
}
