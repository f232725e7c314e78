// The body: a tap on the picture chooses place and side in the form, without the page being loaded anew; the list and the picture agree.
import { whileThere } from "./page/there";

const LINK = "a[data-place]";

whileThere("[data-body]", (place) => {
  const form = place as HTMLFormElement;
  const stop = new AbortController();
  const on = { signal: stop.signal };
  form.addEventListener(
    "click",
    (event) => {
      const target = event.target as Element;
      const link = target.closest<SVGAElement>(LINK);
      if (link) {
        event.preventDefault();
        check(form, "place", link.dataset["place"]);
        check(form, "side", link.dataset["side"]);
        show(form, link);
      } else if (target.closest("[data-list]")) openList(form);
    },
    on,
  );
  form.addEventListener("change", (event) => {
    const name = (event.target as HTMLInputElement).name;
    if (name === "place" || name === "side") show(form, linkOf(form));
  }, on);
  return () => stop.abort();
});

function check(form: HTMLFormElement, name: string, value: string | undefined): void {
  const box = form.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
  if (box) box.checked = true;
}

function valueOf(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? "";
}

function linkOf(form: HTMLFormElement): SVGAElement | null {
  return form.querySelector(`${LINK}[data-place="${valueOf(form, "place")}"][data-side="${valueOf(form, "side")}"]`);
}

/** Marks what is chosen on the picture, and says it. Both sides of a place are said in the words of its radios. */
function show(form: HTMLFormElement, link: SVGAElement | null): void {
  for (const one of form.querySelectorAll(`${LINK}[aria-current]`)) one.removeAttribute("aria-current");
  const both = valueOf(form, "side") === "both";
  const marked = link ? [link] : [...form.querySelectorAll(`${LINK}[data-place="${valueOf(form, "place")}"]`)];
  if (link || both) for (const one of marked) one.setAttribute("aria-current", "true");
  const told = form.querySelector<HTMLElement>("[data-chosen]");
  if (!told) return;
  const name = link?.querySelector("title")?.textContent ?? wordsOf(form);
  told.textContent = name ? (told.dataset["words"] ?? "").replace("{place}", name) : (told.dataset["none"] ?? "");
}

function wordsOf(form: HTMLFormElement): string {
  const words = ["place", "side"].map((name) => {
    const box = form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`);
    return box?.labels?.[0]?.textContent ?? "";
  });
  return valueOf(form, "place") ? words.join(", ") : "";
}

function openList(form: HTMLFormElement): void {
  const list = form.querySelector<HTMLDetailsElement>("#places-list");
  if (list) list.open = true;
}
