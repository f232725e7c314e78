// How far the reading of files is: told as it goes, by events from the server, until the page that says what came of it can be shown.
import htmx from "htmx.org";
import { announce } from "../quick/told.js";
import { filled } from "./amounts.js";

interface Words {
  one: string;
  many: string;
}

const SAID_EVERY_MS = 8000;

/** `12 files read`, in the words of the page. */
export function countOf(words: Words, count: number): string {
  return filled(count === 1 ? words.one : words.many, { count });
}

/** Follows one import; `shown` is told of the page that says what came of it. */
export function follow(card: HTMLElement, shown: (within: ParentNode) => void): void {
  const words = JSON.parse(card.querySelector("script")?.textContent ?? "{}") as Words;
  const count = card.querySelector<HTMLElement>("[data-count]");
  const last = card.querySelector<HTMLElement>("[data-last]");
  const events = new EventSource(card.dataset["reading"] ?? "");
  let said = Date.now();

  const told = (event: MessageEvent<string>): void => {
    if (!card.isConnected) return events.close();
    const now = JSON.parse(event.data) as { read: number; last: string };
    if (count) count.textContent = countOf(words, now.read);
    if (last && now.last) last.textContent = now.last;
    if (Date.now() - said < SAID_EVERY_MS) return;
    said = Date.now();
    announce(countOf(words, now.read));
  };
  const over = (): void => {
    events.close();
    if (card.isConnected) void outcome(shown);
  };
  for (const state of ["waiting", "reading"]) events.addEventListener(state, told);
  for (const state of ["done", "failed"]) events.addEventListener(state, over);
  // The browser tries again by itself; where it gives up, the server does not know of this import any more.
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) over();
  });
}

async function outcome(shown: (within: ParentNode) => void): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => undefined);
  const main = document.getElementById("main");
  if (!answer || !main) return location.reload();
  const text = await answer.text();
  await htmx.swap({ text, target: main, select: "#main", swap: "outerHTML" });
  shown(document);
  const heading = document.querySelector<HTMLElement>("#main h1");
  if (heading) heading.tabIndex = -1;
  heading?.focus();
}
