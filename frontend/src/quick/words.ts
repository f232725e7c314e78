// The words a script shows: data that the page's template wrote, in the page's language.

/** The words of an element of the page (a script of type application/json), by their names; empty where it is not there. */
export function wordsOf(id: string): Record<string, string> {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as Record<string, string>) : {};
}
