// The panels of a run, one under another, each with its own scale: pace, heart rate, height. They look at one part of the run together.
import uPlot from "uplot";
import { onPinch } from "./pinch.js";
import { clockOf, numberOf } from "./readout.js";
import type { Look, Words } from "./readout.js";
import { moved, within, zoomed } from "./view.js";
import type { View } from "./view.js";

export interface Along {
  at: number[];
  series: ReadonlyMap<Look, (number | null)[]>;
}

export interface Listener {
  view: (view: View) => void;
  place: (index: number) => void;
}

const HEIGHTS: Readonly<Record<Look, number>> = { pace: 150, heart: 120, height: 100 };
const INK: Readonly<Record<Look, string>> = { pace: "--runs", heart: "--short", height: "--quiet" };
const NUMBERS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];
const STEPS: Readonly<Record<Look, number[]>> = { pace: [5, 10, 15, 30, 60, 120, 300, 600, 1200], heart: NUMBERS, height: NUMBERS };
const AXIS_PX = 28;
const SIDE_PX = 52;

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export class Panels {
  readonly whole: View;
  private readonly plots: uPlot[] = [];
  private readonly box: HTMLElement;
  private readonly along: Along;
  private readonly words: Words;
  private readonly listener: Listener;
  private seen: View;

  constructor(box: HTMLElement, along: Along, words: Words, listener: Listener) {
    this.box = box;
    this.along = along;
    this.words = words;
    this.listener = listener;
    this.whole = { from: along.at[0] ?? 0, to: along.at.at(-1) ?? 1 };
    this.seen = this.whole;
    const looks = [...along.series.keys()];
    for (const look of looks) this.plots.push(this.panel(look, look === looks.at(-1)));
    new ResizeObserver(() => this.fit()).observe(box);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.plots.forEach((plot) => plot.redraw(false)));
  }

  get view(): View {
    return this.seen;
  }

  /** Looks at another part. */
  look(view: View): void {
    const next = within(view, this.whole);
    if (next.from === this.seen.from && next.to === this.seen.to) return;
    this.seen = next;
    for (const plot of this.plots) plot.setScale("x", { min: next.from, max: next.to });
    this.listener.view(next);
  }

  closer(factor: number, around = (this.seen.from + this.seen.to) / 2): void {
    this.look(zoomed(this.seen, this.whole, factor, around));
  }

  onward(share: number): void {
    this.look(moved(this.seen, this.whole, share));
  }

  /** Shows one place in all panels. */
  point(index: number): void {
    const at = this.along.at[index];
    if (at === undefined) return;
    for (const plot of this.plots) plot.setCursor({ left: plot.valToPos(at, "x"), top: 0 }, false);
  }

  private panel(look: Look, last: boolean): uPlot {
    const values = this.along.series.get(look) ?? [];
    const place = document.createElement("div");
    this.box.append(place);
    const label = document.createElement("p");
    label.className = `panel-name ${look}`;
    label.textContent = `${this.words[look] ?? ""} (${(this.words[`${look}_unit`] ?? "").trim()})`;
    place.append(label);
    const plot = new uPlot(this.options(look, last), [this.along.at, values], place);
    plot.over.style.touchAction = "pan-y";
    onPinch(plot.over, {
      spread: (factor, was, is) => {
        this.closer(factor, plot.posToVal(was, "x"));
        this.look(moved(this.seen, this.whole, (was - is) / (plot.over.clientWidth || 1)));
      },
      read: (x) => this.listener.place(plot.posToIdx(x)),
    });
    return plot;
  }

  private options(look: Look, last: boolean): uPlot.Options {
    const language = document.documentElement.lang;
    const write = look === "pace" ? clockOf : (value: number): string => numberOf(value, language, 0);
    const axis = {
      stroke: () => token("--quiet"),
      grid: { stroke: () => token("--line"), width: 1 },
      ticks: { show: false },
      font: "12px system-ui, sans-serif",
    };
    return {
      width: this.width(),
      height: HEIGHTS[look] + (last ? AXIS_PX : 0),
      legend: { show: false },
      padding: [8, 18, last ? 0 : 6, 0],
      cursor: { y: false, drag: { x: true, y: false, setScale: false }, points: { size: 8 } },
      scales: {
        x: { time: false, auto: false, min: this.whole.from, max: this.whole.to },
        y: { dir: look === "pace" ? -1 : 1, range: (_plot, low, high) => roomy(low, high) },
      },
      series: [{}, { stroke: () => token(INK[look]), width: look === "height" ? 1.5 : 1.75, points: { show: false }, spanGaps: false }],
      axes: [
        { ...axis, show: last, size: AXIS_PX, values: (_plot, ticks) => this.marks(ticks) },
        { ...axis, size: SIDE_PX, space: 26, incrs: STEPS[look], values: (_plot, ticks) => ticks.map(write) },
      ],
      hooks: {
        setSelect: [(plot) => this.selected(plot)],
        setCursor: [(plot) => this.pointed(plot)],
      },
    };
  }

  /** The places under the panels, the last with its unit. */
  private marks(ticks: number[]): string[] {
    const language = document.documentElement.lang;
    const unit = ` ${this.words["along_unit"] ?? ""}`;
    return ticks.map((tick, index) => `${numberOf(tick, language, decimals(ticks))}${index === ticks.length - 1 ? unit : ""}`);
  }

  private selected(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < 4) return;
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.look({ from: plot.posToVal(left, "x"), to: plot.posToVal(left + width, "x") });
  }

  private pointed(plot: uPlot): void {
    if (!plot.cursor.event) return;
    const index = plot.cursor.idx;
    if (index !== null && index !== undefined && (plot.cursor.left ?? -1) >= 0) this.listener.place(index);
  }

  private fit(): void {
    const width = this.width();
    for (const plot of this.plots) if (plot.width !== width) plot.setSize({ width, height: plot.height });
  }

  private width(): number {
    return Math.max(this.box.clientWidth, 200);
  }
}

function decimals(ticks: readonly number[]): number {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return step >= 1 || step <= 0 ? 0 : step >= 0.1 ? 1 : 2;
}

/** A little room above and below, also where all values are one. */
function roomy(low: number | null, high: number | null): [number, number] {
  const [from, to] = [low ?? 0, high ?? 1];
  const room = Math.max((to - from) * 0.08, 2);
  return [from - room, to + room];
}
