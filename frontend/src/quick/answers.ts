// How the answer to a link or a form takes the place of the page's main part: when it may, and where the eye and the keyboard are afterwards.
import { tellsWhatFollows } from "./said.js";
import { fits, shellOf } from "./shell.js";
import { stylesOf } from "./styles.js";
import { announce, noProblem, tellProblem } from "./told.js";
import { placeOf, twinOf } from "./twin.js";
import type { Place } from "./twin.js";
import { wordsOf } from "./words.js";

/** What htmx knows of one request, as far as it is used here. */
interface Request {
  sourceElement: Element;
  select?: string;
  push?: string;
  request: { method: string; action: string; anchor?: string; abort?: () => void; headers: Record<string, string> };
  response?: { raw: Response; status: number };
}

/** What is remembered of it while it is under way. */
interface UnderWay {
  from: string;
  keyboard?: Place;
  inMain: boolean;
  scroll: number;
  next?: Document;
  styles?: () => void;
}

const KEYBOARD = "a[href], button, input, select, textarea, summary, [tabindex]";
const NOTE = '[role="alert"], [role="status"]';

const underWay = new WeakMap<Request, UnderWay>();
let latest: Request | undefined;

/** Whether this page has a script of its own, and is therefore left and reached as a whole. */
export function onlyWholePages(page: Document): boolean {
  return shellOf(page).own;
}

/** Listens to htmx; `shown` is told of each new main part. */
export function quickly(shown: (main: ParentNode) => void): void {
  on("htmx:before:request", begin);
  on("htmx:before:response", answered);
  on("htmx:before:swap", ({ ctx }) => underWay.get(ctx)?.styles?.());
  on("htmx:after:swap", ({ ctx }) => settle(ctx, shown));
  on("htmx:finally:request", ({ ctx }) => {
    if (latest === ctx) latest = undefined;
  });
  on("htmx:error", ({ ctx }) => failed(ctx));
  document.addEventListener("htmx:before:history:update", (event) => onePlaceOneEntry((event as CustomEvent).detail));
}

function on(name: string, does: (detail: { ctx: Request }, event: Event) => void): void {
  document.addEventListener(name, (event) => {
    const detail = (event as CustomEvent<{ ctx?: Request }>).detail;
    if (detail.ctx && isPage(detail.ctx)) does({ ctx: detail.ctx }, event);
  });
}

/** Whether the request asks for a page; what else is asked for by htmx goes its own ways. */
function isPage(ctx: Request): boolean {
  return ctx.select === "#main" || isBack(ctx);
}

/** Whether it came from the browser's Back or Forward. */
function isBack(ctx: Request): boolean {
  return ctx.sourceElement === document.body;
}

/** One thing at a time: what is being sent is waited for, what is being read gives way to what was asked for last. */
function begin({ ctx }: { ctx: Request }, event: Event): void {
  if (latest && latest.request.method !== "GET" && !isBack(ctx)) {
    event.preventDefault();
    return;
  }
  latest?.request.abort?.();
  latest = ctx;
  noProblem();
  const active = document.activeElement;
  underWay.set(ctx, {
    from: location.pathname,
    inMain: document.getElementById("main")?.contains(ctx.sourceElement) ?? false,
    scroll: scrollY,
    ...(active && active !== document.body ? { keyboard: placeOf(active) } : {}),
  });
}

function answered({ ctx }: { ctx: Request }): void {
  const raw = ctx.response?.raw;
  const known = underWay.get(ctx);
  if (!raw || !known) return;
  // A page that came from a form without leading to another one has no address to come back to.
  if (ctx.request.method !== "GET" && !raw.redirected) ctx.push = "false";
  const read = raw.text.bind(raw);
  raw.text = async () => {
    if (!raw.headers.get("content-type")?.startsWith("text/html")) return elsewhere(ctx, raw);
    const text = await read();
    const next = new DOMParser().parseFromString(text, "text/html");
    const sent = ctx.request.method !== "GET" && !raw.redirected;
    const refused = sent && next.getElementById("refusal");
    if (refused) return stay(`${next.querySelector("h1")?.textContent ?? ""}. ${refused.textContent ?? ""}`);
    if (!sent && !fits(shellOf(document), shellOf(next))) return elsewhere(ctx, raw);
    known.next = next;
    known.styles = await stylesOf(next);
    return text;
  };
}

/** The page stays as it is, with all that was typed into it, and says why. */
function stay(words: string): never {
  tellProblem(words.replace(/\s+/g, " ").trim());
  throw new DOMException("refused", "AbortError");
}

/** Loads the answer as a whole page. */
function elsewhere(ctx: Request, raw: Response): never {
  const to = new URL(raw.url);
  if (ctx.request.anchor) to.hash = ctx.request.anchor;
  if (isBack(ctx) || (to.pathname === location.pathname && to.search === location.search)) location.reload();
  else location.assign(to);
  throw new DOMException("loaded whole", "AbortError");
}

/** No line, or none that answers. A page may still be kept on this device; what was to be sent stays where it is. */
function failed(ctx: Request): void {
  if (ctx.request.method === "GET" && navigator.serviceWorker?.controller) {
    location.assign(ctx.request.action);
    return;
  }
  const words = wordsOf("quick-words");
  tellProblem((ctx.request.method === "GET" ? words["no_page"] : words["not_sent"]) ?? "");
}

/** Forms and filters that lead back to where they are do not pile up in the browser's history. */
function onePlaceOneEntry(detail: { history: { type: string; path: string } }): void {
  if (new URL(detail.history.path, location.href).pathname === location.pathname) detail.history.type = "replace";
}

function settle(ctx: Request, shown: (main: ParentNode) => void): void {
  const known = underWay.get(ctx);
  const main = document.getElementById("main");
  if (!known || !main) return;
  if (known.next) markTabs(known.next);
  shown(main);
  if (isBack(ctx)) focus(main.querySelector("h1"));
  else if (known.inMain && location.pathname === known.from) inPlace(ctx, known, main);
  else arrive(ctx, main);
}

/** The same page again: what it says now is brought into view; otherwise eye and keyboard stay where they were. */
function inPlace(ctx: Request, known: UnderWay, main: Element): void {
  const note = main.querySelector<HTMLElement>(NOTE);
  if (note && (ctx.request.method !== "GET" || tellsWhatFollows(ctx.request.action))) {
    scrollTo({ top: known.scroll, behavior: "instant" });
    focus(note);
    note.scrollIntoView({ block: "nearest", behavior: "instant" });
    return;
  }
  if (!ctx.request.anchor) scrollTo({ top: known.scroll, behavior: "instant" });
  const found = known.keyboard && twinOf(known.keyboard, [...main.querySelectorAll<HTMLElement>(KEYBOARD)], placeOf);
  if (found) found.focus({ preventScroll: true });
  else focus(note ?? main.querySelector("h1"));
  announce(note?.textContent ?? known.next?.title ?? "");
}

/** Another page: from its top, with the keyboard at its heading, which a screen reader then says. */
function arrive(ctx: Request, main: Element): void {
  const anchored = ctx.request.anchor ? document.getElementById(ctx.request.anchor) : null;
  if (!anchored) scrollTo({ top: 0, behavior: "instant" });
  focus(anchored ?? main.querySelector<HTMLElement>(NOTE) ?? main.querySelector("h1"));
}

function focus(element: HTMLElement | null): void {
  if (!element) return;
  if (!element.matches(KEYBOARD)) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function markTabs(next: Document): void {
  const coming = [...next.querySelectorAll(".tabs a")];
  document.querySelectorAll(".tabs a").forEach((tab, place) => {
    const current = coming[place]?.getAttribute("aria-current");
    if (current) tab.setAttribute("aria-current", current);
    else tab.removeAttribute("aria-current");
  });
}
