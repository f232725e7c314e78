// Where files are brought: what makes the form a place to drop them on, and what tells how far reading them is.
import { follow } from "./reading.js";
import { dropZone } from "./sending.js";

const wired = new WeakSet<Element>();

/** Brings to life what stands within a page, each once. */
export function bringing(within: ParentNode): void {
  for (const form of fresh<HTMLFormElement>(within, "form[data-bring]")) dropZone(form, bringing);
  for (const card of fresh<HTMLElement>(within, "[data-reading]")) follow(card, bringing);
}

function fresh<T extends Element>(within: ParentNode, selector: string): T[] {
  const found = [...within.querySelectorAll<T>(selector)].filter((one) => !wired.has(one));
  found.forEach((one) => wired.add(one));
  return found;
}
