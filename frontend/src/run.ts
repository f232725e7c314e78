// The page of one run: its way can be looked at more closely, by mouse, finger, keys and buttons. Without this, and on paper, the drawn picture stays.
import "uplot/dist/uPlot.min.css";
import { filled } from "./bring/amounts.js";
import { Panels } from "./chart/panels.js";
import type { Along } from "./chart/panels.js";
import { LOOKS, numberOf, readoutOf } from "./chart/readout.js";
import type { Look, Words } from "./chart/readout.js";
import { isWhole, nearest } from "./chart/view.js";
import type { View } from "./chart/view.js";
import { announce } from "./quick/told.js";
import { wordsOf } from "./quick/words.js";

const STEP = 2;
const SHARE = 0.25;

async function alongOf(address: string): Promise<Along | undefined> {
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const data = (await answer.json()) as { at: number[] } & Partial<Record<Look, (number | null)[]>>;
  const series = new Map<Look, (number | null)[]>();
  for (const look of LOOKS) {
    const values = data[look];
    if (values) series.set(look, values);
  }
  return data.at.length > 1 && series.size > 0 ? { at: data.at, series } : undefined;
}

function made<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

function button(text: string, sign: string, does: () => void): HTMLButtonElement {
  const one = made("button", "plain");
  one.type = "button";
  one.append(made("span", "sign", sign));
  one.firstElementChild?.setAttribute("aria-hidden", "true");
  one.append(made("span", sign ? "unseen" : "", text));
  one.title = text;
  one.addEventListener("click", does);
  return one;
}

function zoomable(section: HTMLElement, along: Along, words: Words): void {
  const language = document.documentElement.lang;
  const figure = section.querySelector("figure");
  const whole = made("div", "zoomable");
  const box = made("div", "panels");
  const readout = made("p", "readout");
  const slider = made("input", "place");
  const buttons = made("div", "zooms");
  box.setAttribute("aria-hidden", "true");
  slider.type = "range";
  slider.max = String(along.at.length - 1);
  slider.value = "0";
  slider.setAttribute("aria-label", words["place"] ?? "");
  whole.append(readout, box, slider, buttons, made("p", "quiet small", words["how"]));
  // Inside the figure, which stays where it is: nothing around it moves.
  (figure ?? section).prepend(whole);
  section.classList.add("live");

  let pointed = -1;
  const place = (index: number): void => {
    if (index === pointed) return;
    pointed = index;
    const values = new Map([...along.series].map(([look, known]) => [look, known[index] ?? null] as const));
    readout.textContent = readoutOf(along.at[index] ?? 0, values, words, language);
    slider.value = String(index);
    slider.setAttribute("aria-valuetext", readout.textContent);
    panels.point(index);
  };
  const looked = (view: View): void => {
    slider.min = String(nearest(along.at, view.from));
    slider.max = String(nearest(along.at, view.to));
    const all = isWhole(view, panels.whole);
    reset.disabled = all;
    section.dataset["from"] = view.from.toFixed(3);
    section.dataset["to"] = view.to.toFixed(3);
    panels.point(pointed);
    const said = { first: numberOf(view.from, language, 2), last: numberOf(view.to, language, 2), unit: words["along_unit"] ?? "" };
    announce(filled(words["from_to"] ?? "", said));
  };
  const panels = new Panels(box, along, words, { view: looked, place });
  const reset = button(words["whole"] ?? "", "", () => panels.look(panels.whole));
  reset.disabled = true;
  buttons.append(
    button(words["zoom_in"] ?? "", "+", () => panels.closer(STEP, pointed > 0 ? along.at[pointed] : undefined)),
    button(words["zoom_out"] ?? "", "−", () => panels.closer(1 / STEP)),
    button(words["before"] ?? "", "‹", () => panels.onward(-SHARE)),
    button(words["after"] ?? "", "›", () => panels.onward(SHARE)),
    reset,
  );
  box.addEventListener("dblclick", () => panels.look(panels.whole));
  slider.addEventListener("input", () => place(Number(slider.value)));
  // The panels have their scales once they were drawn for the first time.
  requestAnimationFrame(() => place(0));
}

const section = document.querySelector<HTMLElement>("[data-along]");
if (section) {
  void alongOf(section.dataset["along"] ?? "").then((along) => along && zoomable(section, along, wordsOf("chart-words")));
}
