// Pages bring styles of their own: the next page's are loaded before it is shown, and the last page's go when it does.

const LOADED_IN_MS = 3000;

function sheets(page: Document): HTMLLinkElement[] {
  return [...page.head.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
}

function address(link: HTMLLinkElement): string {
  return link.getAttribute("href") ?? "";
}

/** Loads what the next page needs without showing it; gives what puts it in the place of what this page needed. */
export async function stylesOf(next: Document): Promise<() => void> {
  const wanted = sheets(next).map(address);
  const here = new Set(sheets(document).map(address));
  const coming = wanted.filter((one) => !here.has(one)).map(load);
  await Promise.all(coming.map(([, loaded]) => loaded));
  return () => {
    for (const [link] of coming) link.media = "all";
    for (const link of sheets(document)) if (!wanted.includes(address(link))) link.remove();
  };
}

function load(href: string): [HTMLLinkElement, Promise<void>] {
  const link = document.createElement("link");
  const loaded = new Promise<void>((done) => {
    link.onload = () => done();
    link.onerror = () => done();
    setTimeout(done, LOADED_IN_MS);
  });
  link.rel = "stylesheet";
  link.media = "not all";
  link.setAttribute("href", href);
  document.head.append(link);
  return [link, loaded];
}
