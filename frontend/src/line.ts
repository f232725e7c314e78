// On every page: sends what is kept on this device, says how much is not sent yet, and holds back what would lose it.

import { alone } from "./offline/alone";
import { clockOf, dataOf, type LineFacts, type News, news } from "./offline/device";
import { said } from "./offline/forms";
import { idNow } from "./offline/ids";
import { type Counts, Kept, NotKept, type Whereabouts } from "./offline/kept";
import { dayIn, momentIn } from "./offline/moments";
import { type Line, Queue } from "./offline/queue";
import { showUnsent } from "./offline/unsent";
import { addressOf, showSaid } from "./quick/said";
import { Words } from "./session/words";

const hereMs = Date.now();
const facts = dataOf<LineFacts>("line-facts");
const words = new Words(facts.words);
/** So long a form waits for the answer before the page says that it is saved here (our setting). */
const WAIT_MS = 4_000;
const THERE_MS = 4_000;
/** The same said again so soon is a hasty second tap, and says nothing more (our setting). */
const HASTY_MS = 1_000;
const HELD = new Map([
  ["/sign-out", "hold_sign_out"],
  ["/more/delete", "hold_delete"],
  ["/more/restore", "hold_delete"],
]);

let counts: Counts = { here: 0, refused: 0 };
let hide: ReturnType<typeof setTimeout> | undefined;

function badge(line: Line, now: Counts): void {
  const place = document.getElementById("line");
  if (!place) return;
  const before = counts;
  counts = now;
  clearTimeout(hide);
  const parts: string[] = [];
  if (now.here > 0) parts.push(words.say("here", { count: now.here }));
  if (now.refused > 0) parts.push(words.say("refused", { count: now.refused }));
  if (now.here > 0 && line === "sign-in") parts.push(words.say("sign_in"));
  const all = parts.length === 0;
  const justSent = all && before.here > 0;
  if (all && !justSent) {
    place.hidden = true;
    return;
  }
  place.dataset["state"] = all ? "there" : now.refused > 0 ? "refused" : "here";
  const told = document.createElement("span");
  told.textContent = all ? words.say("there") : parts.join(" · ");
  const see = document.createElement("a");
  see.href = "/unsent";
  see.textContent = words.say("see");
  place.replaceChildren(told, ...(all || document.querySelector(".player") ? [] : [see]));
  place.hidden = false;
  if (all) hide = setTimeout(() => (place.hidden = true), THERE_MS);
}

function notice(text: string): void {
  const place = document.getElementById("notice");
  if (place) place.textContent = text;
}

async function start(): Promise<void> {
  const kept = await Kept.open();
  const nowMs = await clockOf(kept, facts, hereMs);
  const tell = news((what: News) => {
    if (what === "kept") void queue.wake();
    else void kept.counts().then((now) => badge("idle", now));
  });
  const queue = new Queue(kept, {
    fetch: (path, request) => fetch(path, request),
    nowMs: () => Date.now(),
    chance: Math.random,
    later: (call, ms) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    alone: alone(kept, idNow(Date.now()), () => Date.now()),
    told: (line, now) => {
      const sent = now.here < counts.here;
      badge(line, now);
      if (line === "idle" || sent) {
        tell("sent");
        if (sent) refresh(true);
      }
      if (document.querySelector("[data-unsent]")) void showUnsent(kept, queue, words);
    },
  });
  window.addEventListener("online", () => void queue.wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void queue.wake();
  });
  window.addEventListener("pageshow", () => void queue.wake());
  document.addEventListener("submit", (event) => void submitted(event, kept, queue, nowMs, tell), { capture: true });
  document.addEventListener("htmx:after:swap", () => {
    if (document.querySelector("[data-unsent]")) void showUnsent(kept, queue, words);
  });
  void navigator.storage?.persisted?.().catch(() => false);
  await queue.wake();
}

const passed = new WeakSet<Event>();
const cleared = new WeakSet<HTMLFormElement>();

/** Forms that lose what is on this device are held back while something is; those that say something go by the entries of this device. */
function submitted(event: SubmitEvent, kept: Kept, queue: Queue, nowMs: () => number, tell: (what: News) => void): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || passed.has(event)) return;
  const path = new URL(form.action, location.href).pathname;
  const held = HELD.get(path);
  if (held !== undefined && !cleared.has(form)) {
    hold(event);
    void letGo(form, event.submitter, held, kept, tell);
    return;
  }
  const fields = new FormData(form, event.submitter);
  const ms = nowMs();
  if (facts.zone === "") return;
  const made = { id: idNow(ms), at: momentIn(ms, facts.zone), day: dayIn(ms, facts.zone) };
  const entry = form.hasAttribute("data-says") ? said(path, fields, made) : null;
  if (entry === null) return;
  hold(event);
  if (form.ariaBusy === "true" || isHasty(event, path, fields)) return;
  const back = String(fields.get("back") ?? "") || (path.startsWith("/session/") ? path.replace(/\/skip$/, "") : "/body");
  form.setAttribute("aria-busy", "true");
  void queue
    .keep(entry)
    .then(() => answered(queue, kept, entry.id, back, form))
    .catch((error: unknown) => {
      form.removeAttribute("aria-busy");
      if (error instanceof NotKept) notice(words.say("not_kept"));
    });
}

let lastSaid = { what: "", atMs: -HASTY_MS };

/** By the time of the tap itself: without a line the first one may be kept before the second is heard of. */
function isHasty(event: Event, path: string, fields: FormData): boolean {
  const what = JSON.stringify([path, ...[...fields].map(([name, value]) => [name, String(value)])]);
  const hasty = what === lastSaid.what && event.timeStamp - lastSaid.atMs < HASTY_MS;
  if (!hasty) lastSaid = { what, atMs: event.timeStamp };
  return hasty;
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The answer is read on the page it is told on, once the server has the entry; until then the page says that it is saved here. */
async function answered(queue: Queue, kept: Kept, id: string, back: string, form: HTMLFormElement): Promise<void> {
  const whereabouts = async (): Promise<Whereabouts | undefined> => (await kept.all()).find((one) => one.id === id)?.where;
  const sending = queue.wake();
  await Promise.race([sending, new Promise<void>((done) => setTimeout(done, WAIT_MS))]);
  if ((await whereabouts()) === "there") return showSaid(addressOf(back, id));
  form.removeAttribute("aria-busy");
  if ((await whereabouts()) === "here") notice(words.say("said_here"));
  await sending;
  if ((await whereabouts()) === "here") return;
  if (document.getElementById("notice")?.textContent === words.say("said_here")) notice("");
  if ((await whereabouts()) === "there" && isAtRest(form)) showSaid(addressOf(back, id));
}

/** Whether the page is as it was when the form was sent: nobody went elsewhere, or began with something else on it. */
function isAtRest(form: HTMLFormElement): boolean {
  const active = document.activeElement;
  return form.isConnected && (active === null || active === document.body || form.contains(active));
}

async function letGo(form: HTMLFormElement, by: HTMLElement | null, why: string, kept: Kept, tell: (what: News) => void): Promise<void> {
  if (!(await kept.forgetRunner())) {
    notice(`${words.say(why)} ${words.say("hold_how")}`);
    const see = document.createElement("a");
    see.href = "/unsent";
    see.textContent = ` ${words.say("see")}`;
    document.getElementById("notice")?.append(see);
    return;
  }
  tell("gone");
  await forgetPages();
  cleared.add(form);
  form.requestSubmit(by instanceof HTMLButtonElement ? by : null);
}

/** The pages that are kept go with the runner. */
async function forgetPages(): Promise<void> {
  const names = await globalThis.caches?.keys().catch(() => []);
  await Promise.all((names ?? []).filter((name) => name.startsWith("pages-")).map((name) => caches.delete(name)));
}

// The worker that keeps the page

function refresh(force: boolean): void {
  navigator.serviceWorker?.controller?.postMessage({ kind: "refresh", force });
}

/** A new worker takes over where no session is going on; nothing is ever loaded anew because of it. */
async function worker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registered = await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
  const takeOver = (): void => {
    if (!document.querySelector(".player")) registered.waiting?.postMessage({ kind: "take-over" });
  };
  takeOver();
  registered.addEventListener("updatefound", () => {
    registered.installing?.addEventListener("statechange", takeOver);
  });
  await navigator.serviceWorker.ready;
  refresh(false);
}

void start().catch((error: unknown) => {
  if (!(error instanceof NotKept)) throw error;
});
// The page itself comes first.
const idle = (): void => void setTimeout(() => void worker().catch(() => undefined), 0);
if (document.readyState === "complete") idle();
else addEventListener("load", idle);
