// The files on their way to the page: how much has gone, and that they can be held back.
import htmx from "htmx.org";
import { announce } from "../quick/told.js";
import { bytesOf, filled, percentOf } from "./amounts.js";
import { filesOf, isSeen } from "./dropped.js";

interface Words {
  sending: string;
  sent: string;
  broken: string;
  too_large: string;
  nothing: string;
  stopped: string;
  most_files: number;
  most_bytes: number;
}

/** Makes a form with files a place to drop them on, and shows what of them has gone. */
export function dropZone(form: HTMLFormElement, shown: (within: ParentNode) => void): void {
  const words = JSON.parse(form.querySelector("script")?.textContent ?? "{}") as Words;
  const zone = new Zone(form, words, shown);
  form.querySelectorAll<HTMLElement>("[data-scripted]").forEach((one) => (one.hidden = false));
  form.addEventListener("submit", (event) => zone.submit(event));
  form.addEventListener("dragover", (event) => zone.over(event));
  form.addEventListener("dragleave", (event) => zone.out(event));
  form.addEventListener("drop", (event) => void zone.drop(event));
  zone.stop.addEventListener("click", () => zone.hold());
  folders(form, zone);
}

function folders(form: HTMLFormElement, zone: Zone): void {
  const input = form.querySelector<HTMLInputElement>("[data-folder]");
  const button = form.querySelector<HTMLButtonElement>("[data-choose-folder]");
  if (!input || !button) return;
  button.hidden = !("webkitdirectory" in input) || !matchMedia("(pointer: fine)").matches;
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => zone.send([...(input.files ?? [])].filter(isSeen)));
}

class Zone {
  readonly stop: HTMLButtonElement;
  private readonly under: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly told: HTMLElement;
  private readonly wrong: HTMLElement;
  private readonly form: HTMLFormElement;
  private readonly words: Words;
  private readonly shown: (within: ParentNode) => void;
  private sending: XMLHttpRequest | undefined;

  constructor(form: HTMLFormElement, words: Words, shown: (within: ParentNode) => void) {
    const part = <T extends HTMLElement>(name: string): T => form.querySelector<T>(`[data-${name}]`) as T;
    this.form = form;
    this.words = words;
    this.shown = shown;
    this.under = part("under-way");
    this.bar = part("bar");
    this.told = part("told");
    this.wrong = part("wrong");
    this.stop = part("stop");
  }

  over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = this.sending ? "none" : "copy";
    this.form.classList.toggle("over", !this.sending);
  }

  out(event: DragEvent): void {
    if (!(event.relatedTarget instanceof Node && this.form.contains(event.relatedTarget))) this.form.classList.remove("over");
  }

  async drop(event: DragEvent): Promise<void> {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.form.classList.remove("over");
    this.send(await filesOf(event.dataTransfer));
  }

  submit(event: SubmitEvent): void {
    event.preventDefault();
    const input = this.form.querySelector<HTMLInputElement>('input[name="files"]');
    this.send([...(input?.files ?? [])]);
  }

  send(files: File[]): void {
    if (this.sending) return;
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    if (files.length === 0) return this.refuse(this.words.nothing);
    if (files.length > this.words.most_files || bytes > this.words.most_bytes) return this.refuse(this.words.too_large);
    this.refuse("");
    this.begin(this.fields(files));
    announce(filled(this.words.sending, { count: files.length }));
  }

  hold(): void {
    this.sending?.abort();
  }

  /** The form's own fields first: the server looks at them before it takes a file. */
  private fields(files: File[]): FormData {
    const data = new FormData(this.form);
    data.delete("files");
    for (const file of files) data.append("files", file, file.name);
    return data;
  }

  private begin(data: FormData): void {
    const request = new XMLHttpRequest();
    this.sending = request;
    this.under.hidden = false;
    this.form.setAttribute("aria-busy", "true");
    this.gone(0, 0);
    request.upload.addEventListener("progress", (event) => this.gone(event.loaded, event.total));
    request.addEventListener("load", () => this.answered(request));
    request.addEventListener("error", () => this.ended(this.words.broken));
    request.addEventListener("abort", () => this.ended(this.words.stopped));
    request.open("POST", this.form.action);
    request.send(data);
    this.stop.focus();
  }

  private gone(done: number, all: number): void {
    const language = document.documentElement.lang;
    this.bar.value = percentOf(done, all);
    this.told.textContent = filled(this.words.sent, { done: bytesOf(done, language), all: bytesOf(all, language) });
  }

  private answered(request: XMLHttpRequest): void {
    if (request.status < 400) {
      location.assign(request.responseURL);
      return;
    }
    const main = document.getElementById("main");
    const next = new DOMParser().parseFromString(request.responseText, "text/html");
    if (!main || !next.querySelector("[data-bring]")) return this.ended(this.words.broken);
    void htmx.swap({ text: request.responseText, target: main, select: "#main", swap: "outerHTML" }).then(() => {
      this.shown(document);
      document.querySelector<HTMLElement>('#main [aria-invalid="true"]')?.focus();
    });
  }

  private ended(why: string): void {
    this.sending = undefined;
    this.under.hidden = true;
    this.form.removeAttribute("aria-busy");
    this.refuse(why);
    this.form.querySelector<HTMLElement>('input[name="files"]')?.focus();
  }

  private refuse(why: string): void {
    this.wrong.textContent = why;
  }
}
