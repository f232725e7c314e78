// The worker that keeps the page on the device: what pages are made of, and the pages of the next days. The line goes first; what is kept
// is shown where it does not answer, and says so.

import { onceQuiet } from "./keeping/quiet";
import { marked, shownTime, wayOf } from "./keeping/routes";

declare const self: ServiceWorkerGlobalScope & { readonly legdayShell: { readonly version: string; readonly files: readonly string[] } };

const { version, files } = self.legdayShell;
const SHELL = `shell-${version}`;
const PAGES = `pages-${version}`;
const KEPT_AT = "X-Kept-At";
const MARK = "/offline.json";
const NO_LINE = "/no-line";
/** A page that takes longer is shown as it is kept (our setting). */
const PATIENCE_MS = 4_000;
/** What is kept is looked after so often, where nothing else asks for it (our setting). */
const AGAIN_MS = 15 * 60_000;
/** After something was said the pages are brought once nothing more was said for so long: whoever waits for an answer goes first (our setting). */
const QUIET_MS = 1_500;
const SIGNED_OUT = "/sign-in";

interface Wanted {
  readonly mark: string;
  readonly pages: readonly string[];
  readonly figures: readonly string[];
}

let refreshing: Promise<void> | undefined;
let refreshedMs = 0;
/** Counts how often all was forgotten: what was asked for before is not kept after. */
let era = 0;

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

async function install(): Promise<void> {
  const shell = await caches.open(SHELL);
  await shell.addAll([...files]);
  // The first worker of a device, and one for a new version of the page, bring their own pages along; without a line they come later.
  await refresh(true).catch(() => undefined);
}

self.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => /^(shell|pages)-/.test(name) && name !== SHELL && name !== PAGES).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener("message", (event) => {
  const data = event.data as { kind?: string; force?: boolean } | null;
  if (data?.kind === "take-over") event.waitUntil(takeOver());
  if (data?.kind === "refresh") event.waitUntil((data.force ? refreshOnceQuiet() : refresh(false)).catch(() => undefined));
});

/** Only where no session is being done: whoever is in the midst of one goes on with the worker that they began with. */
async function takeOver(): Promise<void> {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!open.some((one) => new URL(one.url).pathname.endsWith("/do"))) await self.skipWaiting();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const way = wayOf(request.method, url, self.location.origin);
  if (way === "shell") event.respondWith(shell(request));
  else if (way === "figure") event.respondWith(figure(request));
  else if (way === "forget") event.respondWith(forgetting(request, () => true));
  else if (way === "sign-in") event.respondWith(forgetting(request, (answer) => answer.status === 200));
  else if ((way === "page" || way === "shown") && wantsPage(request)) event.respondWith(page(event, url, way === "page"));
});

function wantsPage(request: Request): boolean {
  return request.mode === "navigate" || request.headers.has("HX-Request");
}

/** An address with a print of its content never changes; what has none is asked for first. */
async function shell(request: Request): Promise<Response> {
  const exact = await caches.match(request);
  if (exact && new URL(request.url).searchParams.has("v")) return exact;
  try {
    return await fetch(request);
  } catch (error) {
    const any = exact ?? (await (await caches.open(SHELL)).match(request, { ignoreSearch: true }));
    if (any) return any;
    throw error;
  }
}

async function figure(request: Request): Promise<Response> {
  const known = await caches.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(PAGES)).put(request.url, answer.clone()).catch(() => undefined);
  return answer;
}

/** After an answer that is `over`, nothing of the runner stays on the device. */
async function forgetting(request: Request, over: (answer: Response) => boolean): Promise<Response> {
  const answer = await fetch(request);
  if (over(answer)) await forget();
  return answer;
}

async function forget(): Promise<void> {
  era += 1;
  refreshedMs = 0;
  await caches.delete(PAGES);
}

async function page(event: FetchEvent, url: URL, keep: boolean): Promise<Response> {
  const asked = era;
  const coming = fetch(event.request).then(async (answer) => {
    if (isSignedOut(answer)) await forget();
    else if (keep) await keepPage(url.pathname, answer, asked).catch(() => undefined);
    return answer;
  });
  event.waitUntil(coming.catch(() => undefined));
  const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE_MS));
  const answer = await Promise.race([coming.catch(() => undefined), late]);
  return answer ?? (await kept(url.pathname)) ?? coming.catch(() => noLine());
}

function isSignedOut(answer: Response): boolean {
  return answer.type === "opaqueredirect" ? false : answer.redirected && new URL(answer.url).pathname === SIGNED_OUT;
}

/** Keeps what a page's own address answered, and nothing else: no refusal, no other page it led to. */
async function keepPage(path: string, answer: Response, asked: number): Promise<void> {
  const own = answer.status === 200 && answer.type === "basic" && !answer.redirected;
  if (!own || !(answer.headers.get("Content-Type") ?? "").startsWith("text/html")) return;
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", [KEPT_AT]: String(Date.now()) });
  const policy = answer.headers.get("Content-Security-Policy");
  if (policy) headers.set("Content-Security-Policy", policy);
  const html = await answer.clone().text();
  if (asked === era) await (await caches.open(PAGES)).put(path, new Response(html, { headers }));
}

async function kept(path: string): Promise<Response | undefined> {
  const pages = await caches.open(PAGES);
  const found = await pages.match(path === "/" ? "/today" : path);
  if (!found) return undefined;
  const html = await found.text();
  const ms = Number(found.headers.get(KEPT_AT) ?? 0);
  return new Response(marked(html, shownTime(html, ms)), { headers: found.headers });
}

async function noLine(): Promise<Response> {
  const found = await (await caches.open(PAGES)).match(NO_LINE);
  return found ? new Response(await found.text(), { status: 503, headers: found.headers }) : Response.error();
}

const refreshOnceQuiet = onceQuiet(
  async () => {
    await refreshing?.catch(() => undefined);
    await refresh(true);
  },
  () => new Promise((done) => setTimeout(done, QUIET_MS)),
);

/** Brings the pages of the next days and their figures, where something was said since or some time has passed. */
function refresh(force: boolean): Promise<void> {
  if (!force && Date.now() - refreshedMs < AGAIN_MS) return Promise.resolve();
  refreshing ??= bring().finally(() => (refreshing = undefined));
  return refreshing;
}

async function bring(): Promise<void> {
  const asked = era;
  const answer = await fetch(MARK, { cache: "no-store" });
  if (answer.redirected || !answer.ok) {
    if (isSignedOut(answer)) await forget();
    return;
  }
  const wanted = (await answer.json()) as Wanted;
  const pages = await caches.open(PAGES);
  const known = (await (await pages.match(MARK))?.text()) ?? "";
  if (known !== wanted.mark) {
    for (const path of wanted.pages) {
      const one = await fetch(path, { headers: { Accept: "text/html" }, cache: "no-store" });
      await keepPage(path, one, asked);
      if (asked !== era) return;
    }
    for (const path of wanted.figures) if (!(await pages.match(path))) await pages.add(path);
    await pages.put(MARK, new Response(wanted.mark));
    const fresh = new Set([...wanted.pages, ...wanted.figures, MARK]);
    const old = (await pages.keys()).filter((one) => !fresh.has(new URL(one.url).pathname));
    await Promise.all(old.map((one) => pages.delete(one)));
  }
  refreshedMs = Date.now();
}
