// Decides what the worker does with a request: which answers are kept on the device, and which never are.

/** `shell`: what pages are made of. `figure`: a drawing that does not change. `page`: kept, and asked for anew where there is a line.
 * `forget`: after it nothing of the runner stays. `sign-in`: nobody is signed in where this page is shown. `leave`: none of the worker's business. */
export type Way = "shell" | "figure" | "page" | "shown" | "forget" | "sign-in" | "leave";

const FORGET = new Set(["/sign-out", "/more/delete", "/more/restore", "/more/language"]);
const NEVER = ["/api/", "/offline.json", "/sw.js", "/import", "/more/"];
const KEPT = [/^\/(today|plan|body|unsent|no-line)$/, /^\/session\/[^/]+(\/do)?$/, /^\/exercises\/[^/]+$/];

export function wayOf(method: string, url: URL, ownOrigin: string): Way {
  const path = url.pathname;
  if (url.origin !== ownOrigin) return "leave";
  if (method !== "GET") return method === "POST" && FORGET.has(path) ? "forget" : "leave";
  if (path.startsWith("/static/")) return "shell";
  if (path === "/sign-in") return "sign-in";
  if (NEVER.some((one) => path.startsWith(one) && (one.endsWith("/") || path === one || path.startsWith(`${one}/`)))) return "leave";
  if (/^\/exercises\/[^/]+\/(moving|still)\.svg$/.test(path)) return "figure";
  // What was just said stands in the address: an answer to one moment, not a page to keep.
  if (KEPT.some((one) => one.test(path))) return url.search === "" ? "page" : "shown";
  return "shown";
}

/** The page with the words that it is kept and of when; the page itself brings the words. */
export function marked(html: string, time: string): string {
  return html.replace(/<p id="kept" hidden data-words="([^"]*)"><\/p>/, (_whole, words: string) => `<p id="kept" class="kept">${words.replace("{time}", time)}</p>`);
}

/** When a page was kept, as its own language writes it. */
export function shownTime(html: string, ms: number): string {
  const language = /<html lang="([A-Za-z-]+)"/.exec(html)?.[1] ?? "en";
  return new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(ms);
}
