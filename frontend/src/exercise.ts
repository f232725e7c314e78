// The figure of an exercise: slowed, stopped, and gone through pose by pose; stopped at first where stillness is asked for.
import { Figure, type Round } from "./page/figure";
import { told, whileThere } from "./page/there";

whileThere("[data-figure]", (place) => {
  const svg = place.querySelector<SVGSVGElement>("svg.figure-moving");
  const play = place.querySelector<HTMLButtonElement>("[data-play]");
  const pose = place.querySelector<HTMLElement>("[data-pose]");
  if (!svg || !play || !pose) return;
  const stop = new AbortController();
  const on = { signal: stop.signal };
  const figure = new Figure(svg, told<Round>(place, "[data-round]"));
  const show = (): void => {
    play.textContent = (figure.moves ? play.dataset["stop"] : play.dataset["go"]) ?? "";
    const number = figure.moves ? 0 : figure.pose;
    pose.textContent = number ? (pose.dataset["words"] ?? "").replace("{number}", String(number)) : "";
  };
  const step = (by: 1 | -1): void => {
    figure.step(by);
    show();
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  place.classList.add("played");
  if (still.matches) figure.set(0);
  else figure.go();
  play.addEventListener("click", () => {
    if (figure.moves) figure.stop();
    else figure.go();
    show();
  }, on);
  place.querySelector("[data-back]")?.addEventListener("click", () => step(-1), on);
  place.querySelector("[data-on]")?.addEventListener("click", () => step(1), on);
  place.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    if (box.name === "speed") figure.speed = Number(box.value);
  }, on);
  still.addEventListener("change", () => {
    if (still.matches) figure.stop();
    show();
  }, on);
  show();
  return () => {
    stop.abort();
    figure.stop();
  };
});
