// Decides when an island begins and ends: as soon as its place is on the page, and when that place has gone.

/** Calls `begin` for each element of `selector` that is there or comes later; what it gives back is called when the element has gone. */
export function whileThere(selector: string, begin: (place: HTMLElement) => (() => void) | void): void {
  const begun = new Map<HTMLElement, (() => void) | void>();
  const look = (): void => {
    for (const [place, end] of begun) {
      if (!place.isConnected) {
        begun.delete(place);
        end?.();
      }
    }
    for (const place of document.querySelectorAll<HTMLElement>(selector)) {
      if (!begun.has(place)) begun.set(place, begin(place));
    }
  };
  const start = (): void => {
    look();
    new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

/** The facts or words that the page wrote for a script. */
export function told<T>(place: ParentNode, selector: string): T {
  return JSON.parse(place.querySelector(selector)?.textContent ?? "{}") as T;
}
