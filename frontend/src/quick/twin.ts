// Where the keyboard was, told in a way that finds the same place on a page that was written anew.

export interface Place {
  id: string;
  tag: string;
  href: string;
  name: string;
  value: string;
  action: string;
  text: string;
}

/** What is known of an element, enough to know it again. */
export function placeOf(element: Element): Place {
  const said = (name: string): string => element.getAttribute(name) ?? "";
  return {
    id: element.id,
    tag: element.tagName,
    href: said("href"),
    name: said("name"),
    value: said("value"),
    action: element.closest("form")?.getAttribute("action") ?? "",
    text: (element.textContent ?? "").trim(),
  };
}

/** Of these, the one at the same place: by its id, else the first that leads to or sends the same. */
export function twinOf<T>(place: Place, others: readonly T[], read: (one: T) => Place): T | undefined {
  const like = others.filter((one) => read(one).tag === place.tag);
  if (place.id) return like.find((one) => read(one).id === place.id);
  return like.find((one) => {
    const other = read(one);
    if (place.href) return other.href === place.href;
    return other.action === place.action && other.name === place.name && other.value === place.value && other.text === place.text;
  });
}
