// The mirror: the camera beside the figure, with a delay; stopped it goes frame by frame and three taps measure an angle.
// Frames live in this page's memory alone: nothing here sends, stores or names a place to send to, and leaving lets all of them go.
import { type Point, angleOf, inPicture, mirrored, tapped } from "./mirror/angle";
import { KEPT_MS, isDue, keptSize, momentShown, secondsToWait } from "./mirror/delay";
import { type Frame, Ring } from "./mirror/ring";
import { told, whileThere } from "./page/there";

const LONGEST_SIDE = 640;
const QUALITY = 0.85;
const KEY_STEP = 0.02; // of the picture's width
const REFUSALS: Record<string, keyof Words> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

interface Words {
  denied: string;
  none: string;
  busy: string;
  insecure: string;
  other: string;
  opening: string;
  open: string;
  closed: string;
  hidden: string;
  wait: string;
  stopped: string;
  angle: string;
  tap: string;
}

class Mirror {
  private readonly place: HTMLElement;
  private readonly words: Words;
  private readonly canvas: HTMLCanvasElement;
  private readonly pen: CanvasRenderingContext2D;
  private readonly video = document.createElement("video");
  private readonly keeper = document.createElement("canvas");
  private readonly ring = new Ring<ArrayBuffer>(KEPT_MS);
  private stream: MediaStream | null = null;
  private awake: WakeLockSentinel | null = null;
  private opened = 0; // which opening of the camera: what belongs to an earlier one is thrown away
  private number = 0;
  private last = -Infinity;
  private encoding = false;
  private showing = false;
  private drawn = -1;
  private stoppedAt = -1; // the place of the still frame; -1 while the picture moves
  private picture: ImageBitmap | null = null;
  private points: Point[] = [];
  private cross: Point | null = null;

  constructor(place: HTMLElement) {
    this.place = place;
    this.words = told<Words>(place, "script[data-words]");
    this.canvas = this.one<HTMLCanvasElement>("[data-view]");
    const pen = this.canvas.getContext("2d");
    if (!pen) throw new Error("this browser draws no pictures");
    this.pen = pen;
    this.video.muted = true;
    this.video.playsInline = true;
  }

  begin(): () => void {
    const stop = new AbortController();
    const on = { signal: stop.signal };
    const click = (selector: string, act: () => void): void =>
      this.one(selector).addEventListener("click", act, on);
    click("[data-open]", () => void this.open());
    click("[data-close]", () => this.close(this.words.closed));
    click("[data-stop]", () => (this.stoppedAt < 0 ? this.stop() : this.goOn()));
    click("[data-frame-back]", () => this.still(this.stoppedAt - 1));
    click("[data-frame-on]", () => this.still(this.stoppedAt + 1));
    click("[data-clear]", () => this.measure([]));
    this.line().addEventListener("input", () => this.still(Number(this.line().value)), on);
    this.one("[data-delay]").addEventListener("input", () => this.showDelay(), on);
    this.one("[data-mirrored]").addEventListener("change", () => this.turned(), on);
    this.place.addEventListener("change", (event) => this.onCamera(event), on);
    this.canvas.addEventListener("click", (event) => this.onTap(event), on);
    this.canvas.addEventListener("keydown", (event) => this.onKey(event), on);
    this.canvas.addEventListener("blur", () => this.pointAt(null), on);
    window.addEventListener("pagehide", () => this.close(""), on);
    document.addEventListener("visibilitychange", () => document.hidden && this.stream && this.close(this.words.hidden), on);
    this.showDelay();
    return () => {
      stop.abort();
      this.close("");
    };
  }

  private one<T extends HTMLElement>(selector: string): T {
    const found = this.place.querySelector<T>(selector);
    if (!found) throw new Error(`the mirror has no ${selector}`);
    return found;
  }

  private line(): HTMLInputElement {
    return this.one<HTMLInputElement>("[data-line]");
  }

  private get delay(): number {
    return Number(this.one<HTMLInputElement>("[data-delay]").value);
  }

  private get isMirrored(): boolean {
    return this.one<HTMLInputElement>("[data-mirrored]").checked;
  }

  private say(words: string): void {
    const status = this.one("[data-status]");
    if (status.textContent !== words) status.textContent = words;
  }

  // The camera

  private async open(): Promise<void> {
    if (!window.isSecureContext || !navigator.mediaDevices) return this.say(this.words.insecure);
    this.close("");
    const opened = this.opened;
    this.say(this.words.opening);
    const facing = this.one<HTMLInputElement>("[name=camera]:checked").value;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: { ideal: facing }, width: { ideal: 1280 }, frameRate: { ideal: 30 } },
      });
      if (opened !== this.opened) return stream.getTracks().forEach((track) => track.stop());
      this.stream = stream;
      this.video.srcObject = stream;
      await this.video.play();
    } catch (problem) {
      if (opened !== this.opened) return;
      this.close("");
      return this.say(this.words[REFUSALS[(problem as DOMException).name] ?? "other"]);
    }
    if (opened !== this.opened) return;
    this.place.classList.add("opened");
    this.say(this.words.open);
    void this.keepAwake(opened);
    this.tick(opened);
  }

  /** The camera's light goes out and every frame is let go. */
  private close(words: string): void {
    this.opened += 1;
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
    this.video.srcObject = null;
    void this.awake?.release();
    this.awake = null;
    this.ring.clear();
    this.picture?.close();
    this.picture = null;
    this.keeper.width = this.keeper.height = 0;
    this.number = 0;
    this.last = -Infinity;
    this.drawn = this.stoppedAt = -1;
    this.points = [];
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    for (const name of ["frame", "taken", "shown"]) delete this.canvas.dataset[name];
    this.place.classList.remove("opened", "stopped");
    this.say(words);
  }

  private async keepAwake(opened: number): Promise<void> {
    try {
      const lock = await navigator.wakeLock?.request("screen");
      if (opened === this.opened) this.awake = lock ?? null;
      else await lock?.release();
    } catch {
      // The screen may go dark then; everything else works.
    }
  }

  private onCamera(event: Event): void {
    const box = event.target as HTMLInputElement;
    if (box.name !== "camera") return;
    this.one<HTMLInputElement>("[data-mirrored]").checked = box.value === "user";
    if (this.stream) void this.open();
  }

  // Frames

  private tick(opened: number): void {
    if (opened !== this.opened) return;
    const now = performance.now();
    if (this.stoppedAt < 0) {
      if (isDue(now, this.last) && !this.encoding) void this.keep(now, opened);
      if (!this.showing) void this.show(now, opened);
    }
    requestAnimationFrame(() => this.tick(opened));
  }

  /** Keeps what the camera sees now, as small as a picture of its kind is. */
  private async keep(now: number, opened: number): Promise<void> {
    if (!this.video.videoWidth) return;
    this.encoding = true;
    this.last = now;
    try {
      const [width, height] = keptSize(this.video.videoWidth, this.video.videoHeight, LONGEST_SIDE);
      if (this.keeper.width !== width || this.keeper.height !== height) {
        this.keeper.width = this.canvas.width = width;
        this.keeper.height = this.canvas.height = height;
      }
      this.keeper.getContext("2d")?.drawImage(this.video, 0, 0, width, height);
      const packed = await new Promise<Blob | null>((done) => this.keeper.toBlob(done, "image/jpeg", QUALITY));
      const bytes = await packed?.arrayBuffer();
      if (!bytes || opened !== this.opened || this.stoppedAt >= 0) return;
      this.ring.add({ number: (this.number += 1), taken: now, picture: bytes });
    } finally {
      this.encoding = false;
    }
  }

  private async show(now: number, opened: number): Promise<void> {
    const wait = secondsToWait(this.ring.at(0)?.taken, now, this.delay);
    if (wait > 0 && this.delay > 0) return this.say(this.words.wait.replace("{seconds}", String(wait)));
    const frame = this.ring.at(this.ring.placeAt(momentShown(now, this.delay)));
    if (!frame || frame.number === this.drawn) return;
    this.drawn = frame.number;
    this.showing = true;
    try {
      await this.draw(frame, opened);
    } finally {
      this.showing = false;
    }
    if (this.stoppedAt < 0 && opened === this.opened) this.say(this.words.open);
  }

  private async draw(frame: Frame<ArrayBuffer>, opened: number): Promise<void> {
    const picture = await createImageBitmap(new Blob([frame.picture], { type: "image/jpeg" }));
    if (opened !== this.opened || this.drawn !== frame.number) return picture.close();
    this.picture?.close();
    this.picture = picture;
    this.canvas.dataset["frame"] = String(frame.number);
    this.canvas.dataset["taken"] = frame.taken.toFixed(1);
    this.canvas.dataset["shown"] = performance.now().toFixed(1);
    this.paint();
  }

  // Standing still

  private stop(): void {
    const place = this.ring.placeAt(momentShown(performance.now(), this.delay));
    if (place < 0) return;
    this.place.classList.add("stopped");
    this.line().max = String(this.ring.length - 1);
    this.still(place);
    this.measure([]);
  }

  private goOn(): void {
    this.stoppedAt = this.drawn = -1;
    this.place.classList.remove("stopped");
    this.ring.clear();
    this.points = [];
    this.cross = null;
    this.one("[data-stop]").textContent = this.one("[data-stop]").dataset["halt"] ?? "";
  }

  private still(place: number): void {
    const frame = this.ring.at(Math.min(this.ring.length - 1, Math.max(0, place)));
    if (!frame) return;
    this.stoppedAt = Math.min(this.ring.length - 1, Math.max(0, place));
    this.drawn = frame.number;
    this.one("[data-stop]").textContent = this.one("[data-stop]").dataset["go"] ?? "";
    this.line().value = String(this.stoppedAt);
    const back = this.ring.secondsBack(this.stoppedAt);
    const words = this.words.stopped.replace("{seconds}", back.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
    this.line().setAttribute("aria-valuetext", words);
    this.say(words);
    void this.draw(frame, this.opened);
  }

  private turned(): void {
    this.points = mirrored(this.points, this.canvas.width);
    this.paint();
  }

  // The angle

  private onTap(event: MouseEvent): void {
    if (this.stoppedAt < 0 || event.detail === 0) return;
    const box = this.canvas.getBoundingClientRect();
    const point = inPicture(event.clientX, event.clientY, box, this.canvas.width, this.canvas.height);
    this.measure(tapped(this.points, point));
  }

  private onKey(event: KeyboardEvent): void {
    if (this.stoppedAt < 0) return;
    const { width, height } = this.canvas;
    const at = this.cross ?? { x: width / 2, y: height / 2 };
    const step = width * KEY_STEP * (event.shiftKey ? 0.25 : 1);
    const ways: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const way = ways[event.key];
    if (way) this.pointAt({ x: Math.min(width, Math.max(0, at.x + way[0])), y: Math.min(height, Math.max(0, at.y + way[1])) });
    else if (event.key === "Enter" || event.key === " ") this.measure(tapped(this.points, at));
    else if (event.key === "Backspace") this.measure(this.points.slice(0, -1));
    else return;
    event.preventDefault();
  }

  private pointAt(cross: Point | null): void {
    this.cross = cross;
    if (this.stoppedAt >= 0) this.paint();
  }

  private measure(points: Point[]): void {
    this.points = points;
    const angle = angleOf(points);
    const words = angle === null ? this.words.tap : this.words.angle.replace("{degrees}", String(Math.round(angle)));
    this.one("[data-angle]").textContent = words;
    this.paint();
  }

  // What is seen

  private paint(): void {
    const { pen } = this;
    const { width, height } = this.canvas;
    if (!this.picture) return;
    pen.save();
    if (this.isMirrored) {
      pen.translate(width, 0);
      pen.scale(-1, 1);
    }
    pen.drawImage(this.picture, 0, 0, width, height);
    pen.restore();
    if (this.stoppedAt >= 0) this.paintAngle();
  }

  private paintAngle(): void {
    const [first, corner, last] = this.points;
    if (first && corner) this.stroke([first, corner]);
    if (corner && last) this.stroke([corner, last]);
    for (const point of this.points) this.dot(point, 7);
    const angle = angleOf(this.points);
    if (angle !== null && corner) this.label(`${Math.round(angle)}°`, corner);
    if (this.cross) {
      const { x, y } = this.cross;
      this.stroke([{ x: x - 14, y }, { x: x + 14, y }]);
      this.stroke([{ x, y: y - 14 }, { x, y: y + 14 }]);
    }
  }

  /** Light on dark, so that it is seen on every picture. */
  private stroke(points: Point[]): void {
    for (const [colour, wide] of [["#000000", 6], ["#ffffff", 3]] as const) {
      this.pen.strokeStyle = colour;
      this.pen.lineWidth = wide;
      this.pen.lineCap = "round";
      this.pen.beginPath();
      for (const { x, y } of points) this.pen.lineTo(x, y);
      this.pen.stroke();
    }
  }

  private dot({ x, y }: Point, wide: number): void {
    for (const [colour, radius] of [["#000000", wide + 2], ["#63d2ad", wide]] as const) {
      this.pen.fillStyle = colour;
      this.pen.beginPath();
      this.pen.arc(x, y, radius, 0, 2 * Math.PI);
      this.pen.fill();
    }
  }

  private label(words: string, at: Point): void {
    this.pen.font = "700 30px system-ui, sans-serif";
    const wide = this.pen.measureText(words).width;
    const x = at.x + 18 + wide > this.canvas.width ? at.x - 18 - wide : at.x + 18;
    const y = Math.max(34, at.y - 14);
    this.pen.fillStyle = "rgb(0 0 0 / 70%)";
    this.pen.fillRect(x - 7, y - 28, wide + 14, 37);
    this.pen.fillStyle = "#ffffff";
    this.pen.fillText(words, x, y);
  }

  private showDelay(): void {
    const seconds = this.delay.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    const output = this.one("[data-delay-told]");
    output.textContent = (output.dataset["words"] ?? "").replace("{seconds}", seconds);
    this.one("[data-delay]").setAttribute("aria-valuetext", output.textContent);
  }
}

whileThere("[data-mirror]", (place) => new Mirror(place).begin());
