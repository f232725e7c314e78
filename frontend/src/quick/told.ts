// What is told without being a part of the page: to everyone, where something could not be done; to a screen reader, what has changed.

/** Shows a problem above the page until something else is done. */
export function tellProblem(words: string): void {
  const notice = document.getElementById("notice");
  if (notice) notice.textContent = words;
}

/** Takes the problem away. */
export function noProblem(): void {
  tellProblem("");
}

/** Has a screen reader say it when it is done with what it says. */
export function announce(words: string): void {
  const place = document.getElementById("announce");
  if (place) place.textContent = words.replace(/\s+/g, " ").trim().slice(0, 300);
}
