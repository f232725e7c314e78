// The session player: shows where the session stands, and keeps what is tapped before it goes on.

import { clockOf, dataOf, isFresh, type LineFacts, type News, news } from "./offline/device";
import { type Entry, Kept, type KeptEntry, NotKept } from "./offline/kept";
import { dayIn, wallIn } from "./offline/moments";
import { asAsked, finished, flagged, hurt, minutesOf, type Said, setDone, swapped, takenBack } from "./session/entries";
import type { Line, Session, Side } from "./session/facts";
import { preload, showFigure } from "./session/figures";
import { askedNow, eased, FRESH, hurtOf, type Place, placeOf, type Progress, setsDone, share, type State, stateOf, withStandIn } from "./session/progress";
import { button, Screens } from "./session/screens";
import { Signals } from "./session/signals";
import type { Step } from "./session/steps";
import { announced, clockText, secondsLeft } from "./session/timer";
import { Words } from "./session/words";

const hereMs = Date.now();
const TICK_MS = 250;
const LONGER_S = 30;
const GROWN_WAIT_MS = 8_000;

/** A clock that runs: until when, and what it is for. */
interface Running {
  readonly untilMs: number;
  readonly place: HTMLElement;
  readonly over: () => void;
  beforeS: number;
}

class Player {
  private readonly session: Session;
  private readonly kept: Kept;
  private readonly nowMs: () => number;
  private readonly words: Words;
  private readonly screens: Screens;
  private readonly signals = new Signals();
  private readonly tell: (what: News) => void;
  private state: State;
  private said: Said | undefined;
  private running: Running | undefined;
  private aside = false;
  private busy = false;
  /** What the server has dropped since, by its own page. */
  private readonly gone: ReadonlySet<string>;

  constructor(made: { session: Session; kept: Kept; nowMs: () => number; gone: ReadonlySet<string>; state: State; root: HTMLElement }) {
    this.session = made.session;
    this.kept = made.kept;
    this.nowMs = made.nowMs;
    this.gone = made.gone;
    this.state = made.state;
    this.words = new Words(made.session.words);
    this.screens = new Screens(made.root);
    this.tell = news((what) => {
      if (what === "sent") void this.sent();
    });
    this.wire(made.root);
    setInterval(() => this.tick(), TICK_MS);
    document.addEventListener("visibilitychange", () => this.tick());
    preload(Object.keys(made.session.exercises));
    this.show();
  }

  // What is tapped

  private wire(root: HTMLElement): void {
    root.addEventListener("click", (event) => {
      const tapped = (event.target as HTMLElement).closest<HTMLElement>("[data-do]");
      if (tapped) void this.tapped(tapped);
    });
    this.screens.one(root, "form[data-hurt]").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.once(() => this.tellHurt(event.target as HTMLFormElement));
    });
    this.screens.one(root, "form[data-end]").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.once(() => this.finish(event.target as HTMLFormElement));
    });
  }

  /** One tap at a time: a second one while the first is being kept does nothing. */
  private async once(act: () => Promise<void> | void): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      this.trouble(this.words.say(error.full ? "full" : "not_kept"));
    } finally {
      this.busy = false;
    }
  }

  private async tapped(one: HTMLElement): Promise<void> {
    const what = one.dataset["do"] ?? "";
    this.signals.ready();
    await this.once(async () => {
      const acts: Record<string, () => Promise<void> | void> = {
        start: () => this.start(),
        clock: () => this.clock(),
        "next-drill": () => this.nextDrill(1),
        "leave-drills": () => this.nextDrill(1000),
        "next-rehearsal": () => this.remember({ rehearsed: this.state.progress.rehearsed + 1 }),
        done: () => this.done(),
        choose: () => this.choose(one),
        "rest-over": () => this.remember({ restUntilMs: null }),
        "rest-longer": () => this.longer(),
        undo: () => this.undo(),
        "leave-out": () => this.leaveOut(),
        swap: () => this.swap(),
        hurt: () => this.askHurt(),
        flag: () => this.flag(one),
        back: () => this.back(),
        finish: () => this.end(),
        stop: () => this.stop(),
      };
      await acts[what]?.();
    });
  }

  // What is kept

  /** Keeps entries and what is remembered, and only then shows what follows. NotKept: nothing changed. */
  private async keep(entries: readonly Entry[], progress: Partial<Progress> = {}): Promise<void> {
    await this.kept.keep(entries, Date.now());
    this.tell("kept");
    await this.remember(progress);
  }

  private async remember(change: Partial<Progress>): Promise<void> {
    const progress = { ...this.state.progress, ...change };
    // What was done is in the entries; what is remembered besides may be lost where there is no room.
    await this.kept.setFact(factOf(this.session), progress).catch(() => undefined);
    this.state = stateOf(this.session, await known(this.kept, this.gone), progress);
    this.said = undefined;
    this.aside = false;
    this.trouble("");
    this.show();
  }

  private async start(): Promise<void> {
    const ms = this.nowMs();
    void navigator.storage?.persist?.().catch(() => false);
    await this.remember({ begun: wallIn(ms, this.session.zone), begunMs: ms });
  }

  private async nextDrill(by: number): Promise<void> {
    const place = placeOf(this.state, this.nowMs());
    const { warm_up, cool_down } = this.session;
    if (place.kind === "warm-up") await this.remember({ warmUp: Math.min(place.number + by, warm_up.length) });
    if (place.kind === "cool-down") await this.remember({ coolDown: Math.min(place.number + by, cool_down.length) });
  }

  private async done(): Promise<void> {
    const place = this.place();
    if (place.kind !== "set") return;
    const ms = this.nowMs();
    const entries = setDone(this.state, place.step, this.said ?? asAsked(place.step.line), ms);
    const rest_s = place.step.rest_s;
    await this.keep(entries, { restUntilMs: rest_s > 0 ? ms + rest_s * 1000 : null, restS: rest_s });
  }

  private async longer(): Promise<void> {
    const { restUntilMs, restS } = this.state.progress;
    if (restUntilMs !== null) await this.remember({ restUntilMs: restUntilMs + LONGER_S * 1000, restS: restS + LONGER_S });
  }

  private async undo(): Promise<void> {
    const entries = takenBack(this.state, this.nowMs());
    if (entries.length === 0) return;
    await this.keep(entries, { restUntilMs: null, coolDown: 0 });
    this.screens.say(this.words.say("undone"));
  }

  private async leaveOut(): Promise<void> {
    const place = this.place();
    if (place.kind !== "set") return;
    const exercise = place.step.line.exercise;
    await this.remember({ leftOut: [...this.state.progress.leftOut, exercise] });
    this.screens.say(this.words.say("left_out", { what: this.name(exercise) }));
  }

  private async standIn(was: Line, now: Line): Promise<void> {
    const entry = swapped(this.session, was.exercise, now.exercise, this.nowMs());
    const lines = withStandIn(askedNow(this.state), was.exercise, now);
    await this.keep([entry], { lines });
  }

  private async tellHurt(form: HTMLFormElement): Promise<void> {
    const fields = new FormData(form);
    const place = String(fields.get("place") ?? "");
    const score = fields.get("score");
    this.screens.one(form, "[data-missing]").hidden = Boolean(place) && score !== null;
    if (!place || score === null) return;
    const pain = { place, side: String(fields.get("side") ?? "both") as Side, score: Number(score) };
    const answer = hurtOf(this.session, place, pain.score);
    await this.keep([hurt(this.session, pain, this.nowMs())], answer ? eased(this.state, answer) : {});
    form.reset();
    this.showHurt(pain.place, pain.score, answer);
  }

  private async flag(one: HTMLElement): Promise<void> {
    const flag = one.dataset["flag"] ?? "";
    await this.keep([flagged(this.session, flag, this.nowMs())]);
    const advice = one.closest("li")?.querySelector("[data-advice]")?.textContent ?? "";
    const screen = this.screens.show("hurt-answer");
    this.aside = true;
    this.paragraphs(screen, [this.words.say("hurt_flagged", { advice })]);
    this.screens.one(screen, "[data-flags]").hidden = true;
    this.screens.one(screen, "[data-on]").hidden = true;
    this.screens.focus(screen);
  }

  private async finish(form: HTMLFormElement): Promise<void> {
    const fields = new FormData(form);
    const effort = fields.get("effort");
    const typed = String(fields.get("minutes") ?? "").trim();
    const minutes = /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 600 ? Number(typed) : null;
    const entry = finished(this.state, { minutes, effort: effort === null ? null : Number(effort) }, this.nowMs());
    await this.keep([entry], { restUntilMs: null });
    void this.signals.rest();
  }

  private async stop(): Promise<void> {
    this.signals.silence();
    await this.signals.rest();
    location.assign("/today");
  }

  // What is shown

  private place(): Place {
    return placeOf(this.state, this.nowMs());
  }

  private name(exercise: string): string {
    return this.session.exercises[exercise]?.name ?? exercise;
  }

  private trouble(words: string): void {
    const place = document.getElementById("trouble");
    if (!place) return;
    place.textContent = words;
    place.hidden = words === "";
    if (words) place.scrollIntoView({ block: "nearest" });
  }

  private show(): void {
    this.running = undefined;
    this.signals.silence();
    const bar = document.getElementById("progress") as HTMLProgressElement | null;
    if (bar) bar.value = share(this.state);
    const place = this.place();
    if (place.kind !== "start" && place.kind !== "over") void this.signals.stayOn();
    if (place.kind === "start") this.showStart();
    else if (place.kind === "warm-up" || place.kind === "cool-down") this.showDrill(place.kind, place.number);
    else if (place.kind === "rehearsal") this.showRehearsal(place.number);
    else if (place.kind === "rest") this.showRest(place.next, place.untilMs);
    else if (place.kind === "set") this.showSet(place.step);
    else if (place.kind === "end") this.end();
    else this.showOver();
  }

  private showStart(): void {
    const screen = this.screens.show("start");
    const done = this.state.done.length;
    this.screens.text(screen, "kept", done > 0 ? this.words.say("go_on_words", { count: done }) : "");
    const early = dayIn(this.nowMs(), this.session.zone) < this.session.day;
    this.screens.text(screen, "later", early ? this.words.say("later", { day: this.session.shown_day }) : "");
    const start = this.screens.one(screen, '[data-do="start"]') as HTMLButtonElement;
    start.disabled = early;
    start.hidden = early;
    start.textContent = this.words.say(done > 0 ? "go_on" : "start");
    this.screens.one(screen, "[data-holds]").replaceChildren(...this.holds());
  }

  private holds(): HTMLElement[] {
    const { warm_up, cool_down } = this.session;
    const lines = askedNow(this.state).map((line) => [this.name(line.exercise), `${line.sets} × ${this.target(line, line.target, "both")} · ${this.weight(line, line.weight_g)}`]);
    const before = warm_up.length > 0 ? [[this.words.say("warm_up"), `${minutes(warm_up)} min`]] : [];
    const after = cool_down.length > 0 ? [[this.words.say("cool_down"), `${minutes(cool_down)} min`]] : [];
    return [...before, ...lines, ...after].map(([what = "", much = ""]) => {
      const item = document.createElement("li");
      const amount = document.createElement("span");
      amount.className = "quiet";
      amount.textContent = much;
      item.append(what, amount);
      return item;
    });
  }

  private showDrill(kind: "warm-up" | "cool-down", number: number): void {
    const list = kind === "warm-up" ? this.session.warm_up : this.session.cool_down;
    const drill = list[number];
    if (!drill) return;
    const screen = this.screens.show("drill");
    const part = kind === "warm-up" ? "warm_up" : "cool_down";
    this.screens.text(screen, "eyebrow", `${this.words.say(part)} · ${this.words.say("drill_of", { number: number + 1, count: list.length })}`);
    const name = this.screens.one(screen, "[data-name]");
    name.textContent = drill.name;
    this.screens.text(screen, "how", drill.how);
    this.screens.one(screen, "[data-side]").hidden = !drill.per_side;
    const clock = this.screens.one(screen, "[data-clock]");
    clock.textContent = clockText(drill.seconds);
    clock.classList.remove("over");
    const button = this.screens.one(screen, '[data-do="clock"]');
    button.textContent = this.words.say("begin_clock");
    button.dataset["seconds"] = String(drill.seconds);
    this.screens.one(screen, '[data-do="leave-drills"]').textContent = this.words.say(`leave_${part}`);
    this.screens.focus(screen);
  }

  private showRehearsal(number: number): void {
    const one = this.session.rehearsals[number];
    if (!one) return;
    const screen = this.screens.show("rehearsal");
    this.screens.one(screen, "[data-name]").textContent = this.name(one.exercise);
    void showFigure(this.screens.one(screen, "[data-figure]"), one.exercise);
    this.screens.text(screen, "hold", one.pick_up);
    this.screens.text(screen, "how", this.words.say("rehearsal_words", { reps: one.reps }));
    this.screens.focus(screen);
  }

  private showSet(step: Step): void {
    const { line } = step;
    const screen = this.screens.show("set");
    const said = this.said ?? asAsked(line);
    const leg = step.side === "both" ? "" : ` · ${this.words.say(`${step.side}_only`)}`;
    this.screens.text(screen, "eyebrow", this.words.say("set_of", { number: step.number, count: line.sets }) + leg);
    this.screens.one(screen, "[data-name]").textContent = this.name(line.exercise);
    void showFigure(this.screens.one(screen, "[data-figure]"), line.exercise);
    this.screens.text(screen, "hold", this.weight(line, said.weight_g));
    this.screens.text(screen, "target", this.target(line, line.target, step.side));
    const [low, high] = line.reps;
    this.screens.text(screen, "range", low < high ? this.words.say("range", { low, high }) : "");
    this.screens.text(screen, "words", this.dose(line));
    this.numbers(screen, step, said);
    const holding = this.screens.one(screen, "[data-holding]");
    holding.hidden = !line.seconds;
    const clock = this.screens.one(screen, "[data-clock]");
    clock.hidden = true;
    const start = this.screens.one(holding, '[data-do="clock"]');
    start.dataset["seconds"] = String(line.target);
    start.textContent = this.words.say("begin_clock");
    (this.screens.one(screen, "[data-how-link]") as HTMLAnchorElement).href = `/exercises/${line.exercise}`;
    this.screens.one(screen, "[data-undo]").hidden = this.state.done.length === 0;
    this.screens.one(screen, '[data-do="swap"]').hidden = setsDone(this.state).some((one) => one.exercise === line.exercise);
    if (!this.said) this.screens.focus(screen);
  }

  private dose(line: Line): string {
    const parts = line.seconds ? [] : [this.words.say("reserve_words", { rir: line.rir })];
    const [down = "", hold = "", up = ""] = (this.session.tempos[line.exercise] || line.tempo).split("-");
    if (up) parts.push(this.words.say("tempo_words", { down, hold, up }));
    return parts.join(" · ");
  }

  private target(line: Line, reps: number, side: Side): string {
    const each = line.per_side && side === "both" ? "_side" : "";
    return this.words.say(`target_${line.seconds ? "s" : "reps"}${each}`, { reps });
  }

  private weight(line: Line, grams: number): string {
    if (grams === 0) return this.words.say("bodyweight");
    const known = this.session.exercises[line.exercise]?.weights.find((one) => one.grams === grams)?.pick_up;
    return known || (grams === line.weight_g ? line.pick_up : "") || `${grams / 1000} kg`;
  }

  private numbers(screen: HTMLElement, step: Step, said: Said): void {
    const asked = asAsked(step.line);
    const reps = said.left === undefined ? String(said.reps) : `${said.left} / ${said.right}`;
    const shown = { reps, weight: this.weight(step.line, said.weight_g), rir: String(said.rir) };
    const changed = { reps: reps !== String(asked.reps), weight: said.weight_g !== asked.weight_g, rir: said.rir !== asked.rir };
    for (const one of screen.querySelectorAll<HTMLElement>("[data-what]")) {
      const what = one.dataset["what"] as keyof typeof shown;
      this.screens.one(one, "[data-value]").textContent = shown[what];
      one.classList.toggle("changed", changed[what]);
      one.setAttribute("aria-expanded", "false");
    }
    this.screens.one(screen, "[data-label]").textContent = this.words.say(step.line.seconds ? "seconds" : "reps");
    this.screens.one(screen, "[data-choose]").hidden = true;
    const done = this.screens.one(screen, "[data-done]");
    const parts = [reps, ...(changed.weight ? [shown.weight] : []), ...(changed.rir ? [`${this.words.say("reserve")} ${said.rir}`] : [])];
    const any = changed.reps || changed.weight || changed.rir;
    done.textContent = any ? this.words.say("done_so", { what: parts.join(" · ") }) : this.words.say("done_as_planned");
  }

  /** The choices for one number: a tap on the number, a tap on the choice. */
  private choose(tapped: HTMLElement): void {
    const place = this.place();
    if (place.kind !== "set") return;
    const screen = this.screens.screen("set");
    const open = tapped.getAttribute("aria-expanded") === "true";
    for (const one of screen.querySelectorAll("[data-what]")) one.setAttribute("aria-expanded", "false");
    const box = this.screens.one(screen, "[data-choose]");
    box.hidden = open;
    if (open) return;
    tapped.setAttribute("aria-expanded", "true");
    const said = this.said ?? asAsked(place.step.line);
    const what = tapped.dataset["what"];
    if (what === "reps") box.replaceChildren(...this.repsChoices(place.step, said));
    else if (what === "weight") box.replaceChildren(this.weightChoices(place.step, said));
    else box.replaceChildren(options(Array.from({ length: 7 }, (_, rir) => button(String(rir), () => this.change({ ...said, rir }), rir === said.rir))));
  }

  private repsChoices(step: Step, said: Said): HTMLElement[] {
    const { line } = step;
    const by = line.seconds ? 5 : 1;
    const around = Array.from({ length: 15 }, (_, place) => line.target + (place - 9) * by).filter((reps) => reps >= 0);
    const row = (chosen: number | undefined, pick: (reps: number) => Said): HTMLElement =>
      options(around.map((reps) => button(String(reps), () => this.change(pick(reps)), reps === chosen)));
    const { left: _left, right: _right, ...both } = said;
    if (!line.per_side || step.side !== "both") return [row(said.reps, (reps) => ({ ...both, reps }))];
    const label = (key: string): HTMLElement => {
      const text = document.createElement("p");
      text.textContent = this.words.say(key);
      return text;
    };
    const [left, right] = [said.left ?? said.reps, said.right ?? said.reps];
    return [
      label("left"),
      row(left, (reps) => ({ ...said, left: reps, right })),
      label("right"),
      row(right, (reps) => ({ ...said, left, right: reps })),
    ];
  }

  private weightChoices(step: Step, said: Said): HTMLElement {
    const weights = this.session.exercises[step.line.exercise]?.weights ?? [];
    const buttons = weights.map((one) => button(this.weight(step.line, one.grams), () => this.change({ ...said, weight_g: one.grams }), one.grams === said.weight_g));
    return options(buttons, "wide");
  }

  private change(said: Said): void {
    const place = this.place();
    if (place.kind !== "set") return;
    this.said = said;
    this.numbers(this.screens.screen("set"), place.step, said);
    this.screens.text(this.screens.screen("set"), "hold", this.weight(place.step.line, said.weight_g));
    this.screens.one(this.screens.screen("set"), "[data-done]").focus();
  }

  private showRest(next: Step, untilMs: number): void {
    const screen = this.screens.show("rest");
    this.screens.text(screen, "next", this.words.say("up_next", { what: this.told(next) }));
    this.screens.text(screen, "hold", this.weight(next.line, next.line.weight_g));
    const seconds = secondsLeft(untilMs, this.nowMs());
    this.signals.soundIn(seconds);
    this.run(untilMs, this.screens.one(screen, "[data-clock]"), () => {
      this.screens.say(this.words.say("rest_over", { what: this.told(next) }));
      void this.once(() => this.remember({ restUntilMs: null }));
    });
    this.screens.focus(screen);
    this.screens.say(this.words.say("rest_of", { seconds }));
  }

  private told(step: Step): string {
    return `${this.name(step.line.exercise)}, ${this.words.say("set_of", { number: step.number, count: step.line.sets })}`;
  }

  private swap(): void {
    const place = this.place();
    if (place.kind !== "set") return;
    const { line } = place.step;
    const screen = this.screens.show("swap");
    this.aside = true;
    this.screens.one(screen, "[data-name]").textContent = this.words.say("swap_title", { was: this.name(line.exercise) });
    const taken = new Set(askedNow(this.state).map((one) => one.exercise));
    const choices = (this.session.swaps[line.exercise] ?? []).filter((one) => !taken.has(one.exercise));
    this.screens.one(screen, "[data-none]").hidden = choices.length > 0;
    const items = choices.map((now) => {
      const item = document.createElement("li");
      const one = button(this.name(now.exercise), () => void this.once(() => this.standIn(line, now)));
      const more = document.createElement("span");
      more.className = "quiet";
      more.textContent = `${now.sets} × ${this.target(now, now.target, "both")} · ${this.weight(now, now.weight_g)}`;
      one.append(more);
      item.append(one);
      return item;
    });
    this.screens.one(screen, "[data-choices]").replaceChildren(...items);
    this.screens.focus(screen);
  }

  private askHurt(): void {
    this.aside = true;
    this.running = undefined;
    this.screens.focus(this.screens.show("hurt"));
  }

  private showHurt(place: string, score: number, answer: ReturnType<typeof hurtOf>): void {
    this.aside = true;
    this.running = undefined;
    const screen = this.screens.show("hurt-answer");
    const told = [this.words.say("hurt_noted", { place: this.session.places[place] ?? place, score })];
    const out = answer?.left_out.map((one) => this.name(one)) ?? [];
    if (answer?.stop) told.push(this.words.say("hurt_stop"));
    else if (out.length > 0) told.push(this.words.say("hurt_out", { what: out.join(", ") }));
    if (answer?.lines && !answer.stop) told.push(this.words.say("hurt_eased"));
    if (answer?.decision === "see-someone") told.push(this.words.say("hurt_see"));
    if (!answer || answer.decision === "go-on") told.push(this.words.say("hurt_go"));
    told.push(this.words.say("hurt_no_line"));
    this.paragraphs(screen, told);
    const flags = this.screens.one(screen, "[data-flags]");
    flags.hidden = score === 0;
    for (const one of flags.querySelectorAll<HTMLElement>("li")) {
      const places = (one.dataset["places"] ?? "").split(" ").filter(Boolean);
      one.hidden = places.length > 0 && !places.includes(place);
    }
    this.screens.one(screen, "[data-on]").hidden = answer?.stop ?? false;
    this.screens.focus(screen);
  }

  private paragraphs(screen: HTMLElement, told: readonly string[]): void {
    this.screens.one(screen, "[data-name]").textContent = told[0] ?? "";
    this.screens.one(screen, "[data-answer]").replaceChildren(
      ...told.slice(1).map((text) => {
        const one = document.createElement("p");
        one.textContent = text;
        return one;
      }),
    );
    this.screens.one(screen, "[data-answer]").hidden = told.length < 2;
  }

  private back(): void {
    this.aside = false;
    this.show();
  }

  private end(): void {
    this.aside = this.place().kind !== "end";
    const screen = this.screens.show("end");
    const minutes = this.screens.one(screen, "#minutes") as HTMLInputElement;
    minutes.value ||= String(minutesOf(this.state, this.nowMs()) ?? "");
    this.screens.focus(screen);
  }

  private showOver(): void {
    const screen = this.screens.show("over");
    this.screens.text(screen, "where", this.words.say("over_here"));
    this.screens.focus(screen);
    void this.sent();
  }

  /** Once the server has the session, what it makes of it is looked up; until then the page says honestly where it is. */
  private async sent(): Promise<void> {
    if (this.place().kind !== "over") return;
    const mine = (await this.kept.all()).filter((one) => one.entry["session"] === this.session.session);
    if (mine.some((one) => one.where === "here")) return;
    const screen = this.screens.screen("over");
    this.screens.text(screen, "where", this.words.say("over_there"));
    const id = mine.find((one) => one.entry.tag === "session-done")?.id ?? "";
    const look = this.screens.one(screen, "[data-look]") as HTMLAnchorElement;
    look.href = `/session/${this.session.start}?said=${id}`;
    look.hidden = false;
    const grown = this.screens.one(screen, "[data-grown]");
    if (grown.childElementCount > 0) return;
    const answer = await fetch(look.href, { signal: AbortSignal.timeout(GROWN_WAIT_MS) }).then((one) => one.text()).catch(() => "");
    const found = new DOMParser().parseFromString(answer, "text/html").querySelector('[aria-labelledby="next-title"]');
    if (found) grown.replaceChildren(document.importNode(found, true));
  }

  // Clocks

  private clock(): void {
    const visible = [...document.querySelectorAll<HTMLElement>("[data-screen]")].find((one) => !one.hidden);
    const start = visible?.querySelector<HTMLElement>('[data-do="clock"]');
    const place = visible?.querySelector<HTMLElement>("[data-clock]");
    if (!start || !place) return;
    if (this.running) {
      start.dataset["seconds"] = String(secondsLeft(this.running.untilMs, this.nowMs()));
      start.textContent = this.words.say("begin_clock");
      this.running = undefined;
      this.signals.silence();
      return;
    }
    const seconds = Number(start.dataset["seconds"] ?? 0);
    if (seconds <= 0) return;
    place.hidden = false;
    start.textContent = this.words.say("pause_clock");
    this.signals.soundIn(seconds);
    this.run(this.nowMs() + seconds * 1000, place, () => {
      start.textContent = this.words.say("begin_clock");
      this.screens.say(this.words.say("time_over"));
    });
  }

  private run(untilMs: number, place: HTMLElement, over: () => void): void {
    this.running = { untilMs, place, over, beforeS: secondsLeft(untilMs, this.nowMs()) };
    place.classList.remove("over");
    this.tick();
  }

  private tick(): void {
    const running = this.running;
    if (!running) return;
    const seconds = secondsLeft(running.untilMs, this.nowMs());
    running.place.textContent = clockText(seconds);
    const told = announced(running.beforeS, seconds, this.session.announce_s);
    running.beforeS = seconds;
    if (told === "left") this.screens.say(this.words.say("rest_left", { seconds }));
    if (seconds > 0) return;
    this.running = undefined;
    running.place.classList.add("over");
    this.signals.buzz();
    if (!this.aside) running.over();
  }
}

function options(buttons: readonly HTMLElement[], more = ""): HTMLElement {
  const box = document.createElement("div");
  box.className = `options ${more}`.trim();
  box.append(...buttons);
  return box;
}

function minutes(drills: readonly { seconds: number }[]): number {
  return Math.round(drills.reduce((all, one) => all + one.seconds, 0) / 60);
}

function factOf(session: Session): string {
  return `session ${session.session}`;
}

async function known(kept: Kept, gone: ReadonlySet<string>): Promise<KeptEntry[]> {
  return (await kept.all()).filter((one) => !gone.has(one.id));
}

/** Entries that the server had of this session and, by the page it just sent, has no more: taken back on another device or page. */
function takenBackElsewhere(session: Session, all: readonly KeptEntry[]): Set<string> {
  const there = new Set(session.done.map((one) => one.id));
  const mine = all.filter((one) => one.entry["session"] === session.session && one.where === "there");
  return isFresh() ? new Set(mine.filter((one) => !there.has(one.id)).map((one) => one.id)) : new Set();
}

async function open(root: HTMLElement): Promise<void> {
  const session = dataOf<Session>("session");
  try {
    const kept = await Kept.open();
    const nowMs = await clockOf(kept, dataOf<LineFacts>("line-facts"), hereMs);
    const gone = takenBackElsewhere(session, await kept.all());
    const entries = await known(kept, gone);
    const remembered = (await kept.fact<Progress>(factOf(session))) ?? FRESH;
    const begun = stateOf(session, entries, remembered);
    const anew = gone.size > 0 && begun.done.length === 0;
    const state = stateOf(session, entries, anew ? FRESH : { ...FRESH, ...remembered });
    new Player({ session, kept, nowMs, gone, state, root });
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    const trouble = document.getElementById("trouble");
    if (trouble) {
      trouble.textContent = session.words["no_keeping"] ?? "";
      trouble.hidden = false;
    }
    document.querySelector<HTMLElement>('[data-screen="start"]')?.removeAttribute("hidden");
    document.querySelector<HTMLButtonElement>('[data-do="start"]')?.setAttribute("hidden", "");
  }
  root.hidden = false;
}

const root = document.getElementById("player");
if (root) void open(root);
