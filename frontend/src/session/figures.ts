// The moving figure of an exercise, drawn by the server and kept with the page; still where stillness is asked for.

const drawn = new Map<string, Promise<string>>();

function svg(exercise: string): Promise<string> {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const path = `/exercises/${exercise}/${still ? "still" : "moving"}.svg`;
  const known = drawn.get(path);
  if (known) return known;
  const coming = fetch(path).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.text();
  });
  drawn.set(path, coming);
  coming.catch(() => drawn.delete(path));
  return coming;
}

/** Loads figures before they are needed; what cannot be had is tried again when it is shown. */
export function preload(exercises: readonly string[]): void {
  for (const one of exercises) void svg(one).catch(() => undefined);
}

/** Shows the figure of an exercise in its place; the place stays empty where it cannot be had. */
export async function showFigure(place: HTMLElement, exercise: string): Promise<void> {
  if (place.dataset["exercise"] === exercise && place.childElementCount > 0) return;
  place.dataset["exercise"] = exercise;
  place.replaceChildren();
  const text = await svg(exercise).catch(() => "");
  if (place.dataset["exercise"] !== exercise || text === "") return;
  const read = new DOMParser().parseFromString(text, "text/html").querySelector("svg");
  if (read) place.replaceChildren(document.importNode(read, true));
}
