// The calendar: a session is dragged or carried by keys to another day; what that changes is shown before it is saved.
import { FINGER_SLACK, HOLD_MS, MOUSE_SLACK, apart, scrolled, stepped } from "./calendar/steps";
import { told, whileThere } from "./page/there";

interface Words {
  picked: string;
  asking: string;
  home: string;
  cancelled: string;
  looking: string;
  unreached: string;
}
interface Room {
  hour: string;
  words: string;
}
type Rooms = Record<string, Room>;

/** A session in hand: the day it is from, when it is planned, the day it is held over, and what the days say to it. */
interface Held {
  from: HTMLElement;
  planned: string;
  over: HTMLElement | null;
  rooms: Promise<Rooms>;
  known: Rooms;
  ghost: HTMLElement | null;
}

class Calendar {
  private held: Held | null = null;
  private press: { id: number; x: number; y: number; day: HTMLElement; timer: number } | null = null;
  private lastPoint = { x: 0, y: 0 };
  private pulled = 0;
  private asked = new Map<string, Promise<Rooms>>();
  private swallow = false;
  private readonly words: Words;
  private readonly place: HTMLElement;

  constructor(place: HTMLElement) {
    this.place = place;
    this.words = told<Words>(place, "script[data-words]");
  }

  begin(): () => void {
    const stop = new AbortController();
    const on = { signal: stop.signal };
    for (const day of this.days()) {
      if (sessionOf(day)) linkOf(day)?.setAttribute("aria-describedby", "how-to-move");
    }
    this.place.addEventListener("keydown", (event) => this.onKey(event), on);
    this.place.addEventListener("focusout", (event) => this.onLeave(event), on);
    this.place.addEventListener("focusin", (event) => this.onFocus(event), on);
    this.place.addEventListener("pointerdown", (event) => this.onPress(event), on);
    document.addEventListener("pointermove", (event) => this.onPull(event), on);
    document.addEventListener("pointerup", (event) => this.onRelease(event), on);
    document.addEventListener("pointercancel", (event) => this.onLost(event), on);
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.held?.ghost && this.letGo(), on);
    // A finger that holds a session does not scroll, and neither the link nor its picture is dragged by the browser.
    document.addEventListener("touchmove", (event) => this.held?.ghost && event.cancelable && event.preventDefault(), {
      passive: false,
      ...on,
    });
    this.place.addEventListener("dragstart", (event) => event.preventDefault(), on);
    this.place.addEventListener("contextmenu", (event) => (this.press || this.held) && event.preventDefault(), on);
    this.place.addEventListener("click", (event) => this.onClick(event), { capture: true, ...on });
    this.dialog().addEventListener("submit", (event) => this.onAnswer(event), on);
    this.dialog().addEventListener("click", (event) => this.onDialogClick(event), on);
    return () => stop.abort();
  }

  // What is on the page

  private one<T extends Element>(selector: string): T {
    const found = this.place.querySelector<T>(selector);
    if (!found) throw new Error(`the calendar has no ${selector}`);
    return found;
  }

  private days(): HTMLElement[] {
    return [...this.place.querySelectorAll<HTMLElement>("[data-day]")];
  }

  private dialog(): HTMLDialogElement {
    return this.one<HTMLDialogElement>("[data-dialog]");
  }

  private say(words: string): void {
    this.one("[data-told]").textContent = words;
  }

  // What the days say

  private rooms(day: HTMLElement): Promise<Rooms> {
    const planned = sessionOf(day) ?? "";
    let answer = this.asked.get(planned);
    if (!answer) {
      answer = fetch(`/plan/day/${dateOf(day)}/rooms?planned=${encodeURIComponent(planned)}`)
        .then((got) => (got.ok ? got.json() : { days: {} }))
        .then((told: { days: Rooms }) => told.days)
        .catch(() => {
          this.asked.delete(planned);
          return {};
        });
      this.asked.set(planned, answer);
    }
    return answer;
  }

  private async mark(held: Held): Promise<void> {
    held.known = await held.rooms;
    if (this.held !== held) return;
    for (const day of this.days()) {
      const room = held.known[dateOf(day)];
      if (!room) continue;
      day.classList.add(room.hour ? "would" : "would-not");
      day.dataset["mark"] = room.hour ? `✓ ${room.hour}` : "✕";
    }
    if (held.over && held.over !== held.from) this.say(this.saidBy(held.over));
  }

  private saidBy(day: HTMLElement): string {
    if (!this.held) return "";
    if (day === this.held.from) return this.words.home.replace("{day}", nameOf(day));
    return this.held.known[dateOf(day)]?.words ?? this.words.asking;
  }

  // In hand

  private take(day: HTMLElement): Held {
    const held: Held = {
      from: day,
      planned: sessionOf(day) ?? "",
      over: day,
      rooms: this.rooms(day),
      known: {},
      ghost: null,
    };
    this.held = held;
    this.place.classList.add("moving");
    this.one("[data-told]").classList.remove("above");
    day.classList.add("from", "over");
    this.say(this.words.picked);
    void this.mark(held);
    return held;
  }

  private holdOver(day: HTMLElement | null): void {
    const held = this.held;
    if (!held || held.over === day) return;
    held.over?.classList.remove("over");
    held.over = day;
    day?.classList.add("over");
    if (day) this.say(this.saidBy(day));
  }

  /** Puts down what is in hand and clears the marks; nothing is changed by it. */
  private letGo(words = this.words.cancelled): void {
    const held = this.held;
    this.held = null;
    held?.ghost?.remove();
    this.place.classList.remove("moving");
    for (const day of this.days()) {
      day.classList.remove("from", "over", "would", "would-not");
      delete day.dataset["mark"];
    }
    this.say(words);
    linkOf(held?.from)?.focus({ preventScroll: true });
  }

  private async drop(): Promise<void> {
    const held = this.held;
    const day = held?.over;
    if (!held || !day || day === held.from) return this.letGo();
    const rooms = await held.rooms;
    if (this.held !== held) return;
    this.letGo(this.words.looking);
    const form = this.one<HTMLFormElement>("[data-move]");
    const sent = new FormData(form);
    sent.set("planned", held.planned);
    sent.set("to_day", dateOf(day));
    sent.set("to_hour", rooms[dateOf(day)]?.hour || held.planned.slice(11));
    await this.look(`/plan/day/${dateOf(held.from)}/move`, sent);
  }

  // What it changes

  /** Shows the page's own answer to a move that is looked at, refused or not. */
  private async look(address: string, sent: FormData): Promise<void> {
    const dialog = this.dialog();
    try {
      const fields = [...sent].map(([name, value]): [string, string] => [name, String(value)]);
      const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const shown = page.querySelector("#move") ?? page.querySelector(".error");
      if (!shown) throw new Error(`no answer at ${address}`);
      shown.removeAttribute("id");
      shown.querySelector("h2")?.remove();
      const preview = this.one("[data-preview]");
      preview.replaceChildren(...(shown.tagName === "DETAILS" ? withoutSummary(shown) : shown.childNodes));
      this.say("");
      if (!dialog.open) dialog.showModal();
      dialog.scrollTop = 0;
    } catch {
      dialog.close();
      this.say(this.words.unreached);
    }
  }

  /** Another time is looked at here; what is saved is sent as any form is. */
  private onAnswer(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute("method") === "dialog") return;
    const sent = new FormData(form, event.submitter);
    if (sent.get("step") === "save") return;
    event.preventDefault();
    void this.look(form.getAttribute("action")?.split("#")[0] ?? "", sent);
  }

  private onDialogClick(event: MouseEvent): void {
    if ((event.target as Element).closest("[data-leave]")) {
      event.preventDefault();
      this.dialog().close();
    }
  }

  // By keys

  private onFocus(event: FocusEvent): void {
    const day = dayAt(event.target);
    if (day && sessionOf(day) && !this.held) void this.rooms(day);
  }

  private onKey(event: KeyboardEvent): void {
    const day = dayAt(event.target);
    if (!day || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!this.held) {
      if (event.key === " " && sessionOf(day)) {
        event.preventDefault();
        this.take(day);
        day.scrollIntoView({ block: "center" });
      }
      return;
    }
    if (this.held.ghost) return;
    const days = this.days();
    const next = stepped(days.indexOf(day), event.key, days.length, isRightToLeft(this.place));
    if (event.key === "Escape") this.letGo();
    else if (event.key === "Enter" || event.key === " ") void this.drop();
    else if (next === null) return;
    else this.carry(days[next] ?? day);
    event.preventDefault();
  }

  private carry(day: HTMLElement): void {
    const folded = day.closest<HTMLDetailsElement>("details:not([open])");
    if (folded) folded.open = true;
    this.holdOver(day);
    linkOf(day)?.focus({ preventScroll: true });
    day.scrollIntoView({ block: "center" });
  }

  private onLeave(event: FocusEvent): void {
    const inside = event.relatedTarget instanceof Node && this.place.contains(event.relatedTarget);
    if (this.held && !this.held.ghost && event.relatedTarget && !inside) this.letGo();
  }

  // By mouse and finger

  private onPress(event: PointerEvent): void {
    const day = dayAt(event.target);
    if (!day || !sessionOf(day) || !event.isPrimary || event.button !== 0 || this.held) return;
    void this.rooms(day);
    const hold = event.pointerType === "mouse" ? 0 : HOLD_MS;
    const timer = hold ? window.setTimeout(() => this.lift(event.pointerId), hold) : 0;
    this.press = { id: event.pointerId, x: event.clientX, y: event.clientY, day, timer };
    this.lastPoint = { x: event.clientX, y: event.clientY };
    this.swallow = false;
  }

  private lift(pointer: number): void {
    const press = this.press;
    if (!press || press.id !== pointer) return;
    const tile = press.day.querySelector<HTMLElement>("[data-planned]");
    const held = this.take(press.day);
    if (tile) {
      const box = tile.getBoundingClientRect();
      held.ghost = tile.cloneNode(true) as HTMLElement;
      held.ghost.classList.add("ghost");
      held.ghost.style.inlineSize = `${box.width}px`;
      document.body.append(held.ghost);
    }
    navigator.vibrate?.(20);
    this.follow(this.lastPoint.x, this.lastPoint.y);
    this.pulled = requestAnimationFrame(() => this.scroll());
  }

  private onPull(event: PointerEvent): void {
    const press = this.press;
    if (!press || press.id !== event.pointerId) return;
    this.lastPoint = { x: event.clientX, y: event.clientY };
    if (this.held?.ghost) return this.follow(event.clientX, event.clientY);
    const mouse = event.pointerType === "mouse";
    if (!apart(event.clientX - press.x, event.clientY - press.y, mouse ? MOUSE_SLACK : FINGER_SLACK)) return;
    if (mouse) this.lift(press.id);
    else this.unpress();
  }

  private follow(x: number, y: number): void {
    const ghost = this.held?.ghost;
    if (!ghost) return;
    ghost.style.transform = `translate(${x}px, ${y}px) translate(-50%, -120%)`;
    this.holdOver(dayAt(document.elementFromPoint(x, y)));
    // What is said never lies over the days that it is said of.
    this.one("[data-told]").classList.toggle("above", y > window.innerHeight * 0.6);
  }

  private scroll(): void {
    if (!this.held?.ghost) return;
    const by = scrolled(this.lastPoint.y, window.innerHeight, this.press?.y ?? this.lastPoint.y);
    if (by) {
      window.scrollBy(0, by);
      this.follow(this.lastPoint.x, this.lastPoint.y);
    }
    this.pulled = requestAnimationFrame(() => this.scroll());
  }

  private onRelease(event: PointerEvent): void {
    if (this.press?.id !== event.pointerId) return;
    this.unpress();
    if (!this.held?.ghost) return;
    this.swallow = true; // the click that follows a drag opens no page
    window.setTimeout(() => (this.swallow = false), 300);
    void this.drop();
  }

  private onLost(event: PointerEvent): void {
    if (this.press?.id !== event.pointerId) return;
    this.unpress();
    if (this.held?.ghost) this.letGo();
  }

  private unpress(): void {
    window.clearTimeout(this.press?.timer);
    cancelAnimationFrame(this.pulled);
    this.press = null;
  }

  private onClick(event: MouseEvent): void {
    if (!this.swallow || !dayAt(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    this.swallow = false;
  }
}

function dayAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-calendar] [data-day]") : null;
}

function sessionOf(day: HTMLElement): string | undefined {
  return day.querySelector<HTMLElement>("[data-planned]")?.dataset["planned"];
}

function dateOf(day: HTMLElement): string {
  return day.dataset["day"] ?? "";
}

function linkOf(day: HTMLElement | null | undefined): HTMLElement | null {
  return day?.querySelector("a") ?? null;
}

function nameOf(day: HTMLElement): string {
  return day.querySelector(".unseen")?.textContent?.split(":")[0]?.trim() ?? "";
}

function withoutSummary(details: Element): ChildNode[] {
  return [...details.childNodes].filter((one) => one.nodeName !== "SUMMARY");
}

function isRightToLeft(place: Element): boolean {
  return getComputedStyle(place).direction === "rtl";
}

whileThere("[data-calendar]", (calendar) => new Calendar(calendar).begin());
