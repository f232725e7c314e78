// Decides which frames are kept and which of them is shown: those of the last seconds, in memory, in the order they were taken.

/** One picture of the camera: its number since the camera was opened, and when it was taken (ms of the page's own clock). */
export interface Frame<T> {
  number: number;
  taken: number;
  picture: T;
}

export class Ring<T> {
  private frames: Frame<T>[] = [];
  private readonly keptMs: number;

  constructor(keptMs: number) {
    this.keptMs = keptMs;
  }

  get length(): number {
    return this.frames.length;
  }

  /** The frame at `place`, from the oldest (0); undefined outside. */
  at(place: number): Frame<T> | undefined {
    return place < 0 ? undefined : this.frames[place];
  }

  /** Adds the newest frame and lets go of those that are older than is kept. */
  add(frame: Frame<T>): void {
    this.frames.push(frame);
    const oldest = frame.taken - this.keptMs;
    const kept = this.frames.findIndex((one) => one.taken >= oldest);
    if (kept > 0) this.frames.splice(0, kept);
  }

  /** The place of the newest frame taken at `time` or before; -1 where all are newer. */
  placeAt(time: number): number {
    let low = 0;
    let high = this.frames.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.frames[middle]?.taken ?? Infinity) <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** How many seconds before the newest frame the one at `place` was taken. */
  secondsBack(place: number): number {
    const newest = this.frames[this.frames.length - 1];
    const one = this.frames[place];
    return newest && one ? (newest.taken - one.taken) / 1000 : 0;
  }

  clear(): void {
    this.frames = [];
  }
}
