// The page that shows what is on this device only, and what was refused; nothing of it is ever thrown away here.

import type { Words } from "../session/words";
import type { Entry, Kept, KeptEntry } from "./kept";
import type { Queue } from "./queue";

/** The entries of such a file; null where it is none. */
export function entriesOf(file: string): Entry[] | null {
  try {
    const read: unknown = JSON.parse(file);
    return Array.isArray(read) && read.length > 0 && read.every(isEntry) ? read : null;
  } catch {
    return null;
  }
}

function isEntry(one: unknown): one is Entry {
  const entry = one as Partial<Record<string, unknown>> | null;
  return ["id", "at", "tag"].every((key) => typeof entry?.[key] === "string");
}

/** The file that takes unsent entries elsewhere: a list as the API takes it. */
export function fileOf(entries: readonly KeptEntry[]): string {
  return `${JSON.stringify(entries.map((one) => one.entry), null, 1)}\n`;
}

const wired = new WeakSet<Element>();

/** Fills in the page from what is kept now. */
export async function showUnsent(kept: Kept, queue: Queue, words: Words): Promise<void> {
  const page = document.querySelector<HTMLElement>("[data-unsent]");
  if (!page) return;
  const all = (await kept.all()).filter((one) => one.where !== "there");
  page.hidden = false;
  for (const part of page.querySelectorAll<HTMLElement>("[data-part]")) {
    const mine = all.filter((one) => one.where === part.dataset["part"]);
    part.hidden = mine.length === 0;
    part.querySelector("[data-list]")?.replaceChildren(...mine.map((one) => item(one, words)));
  }
  show(page, "[data-nothing]", all.length === 0);
  show(page, "[data-export]", all.length > 0);
  if (wired.has(page)) return;
  wired.add(page);
  page.querySelector("[data-send]")?.addEventListener("click", () => void queue.wake());
  page.querySelector("[data-again]")?.addEventListener("click", () => void kept.again().then(() => queue.wake()));
  const file = page.querySelector<HTMLInputElement>("[data-read]");
  file?.addEventListener("change", () => void read(file, page, queue, words));
  page.querySelector("[data-save]")?.addEventListener("click", () => void save(kept));
}

function show(page: HTMLElement, selector: string, shown: boolean): void {
  const one = page.querySelector<HTMLElement>(selector);
  if (one) one.hidden = !shown;
}

function item(one: KeptEntry, words: Words): HTMLElement {
  const line = document.createElement("li");
  const known = words.say(`kind.${one.entry.tag}`);
  const kind = known.startsWith("kind.") ? words.say("kind.other") : known;
  const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  line.textContent = `${kind}, ${when.format(Date.parse(one.entry.at))}`;
  if (one.why !== undefined) {
    const why = document.createElement("span");
    why.className = "quiet";
    why.lang = "en";
    why.textContent = ` ${one.why}`;
    line.append(document.createElement("br"), why);
  }
  return line;
}

async function save(kept: Kept): Promise<void> {
  const entries = (await kept.all()).filter((one) => one.where !== "there");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([fileOf(entries)], { type: "application/json" }));
  link.download = "legday-unsent.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Takes in a file that was saved here or on another device: its entries go the way of all others, each once by its id. */
async function read(file: HTMLInputElement, page: HTMLElement, queue: Queue, words: Words): Promise<void> {
  const told = page.querySelector<HTMLElement>("[data-told]");
  const entries = entriesOf((await file.files?.[0]?.text()) ?? "");
  file.value = "";
  if (entries !== null) await queue.keep(...entries);
  if (told) told.textContent = words.say(entries === null ? "file_wrong" : "file_read");
}
