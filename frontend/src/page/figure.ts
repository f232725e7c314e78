// Decides where a figure's clock stands: it runs at a share of its speed, stops, and goes from pose to pose.

/** When a figure is where: seconds of a round, and of the key poses in it, in order. */
export interface Round {
  seconds: number;
  poses: number[];
}

const NEAR = 0.01; // seconds that a pose may be off and still be that pose

export function wrapped(time: number, round: Round): number {
  return ((time % round.seconds) + round.seconds) % round.seconds;
}

/** The time of the pose after `time` (`step` 1) or before it (-1), round and round. */
export function poseFrom(time: number, step: 1 | -1, round: Round): number {
  const at = wrapped(time, round);
  const { poses } = round;
  const found = step > 0 ? poses.find((pose) => pose > at + NEAR) : [...poses].reverse().find((pose) => pose < at - NEAR);
  return found ?? (step > 0 ? poses[0] : poses[poses.length - 1]) ?? 0;
}

/** The number, from 1, of the pose that the figure stands in; 0 between two. */
export function poseAt(time: number, round: Round): number {
  const at = wrapped(time, round);
  return round.poses.findIndex((pose) => Math.abs(pose - at) <= NEAR) + 1;
}

/** A moving SVG whose clock is ours: its own is stopped and set frame by frame. */
export class Figure {
  private time = 0;
  private last = 0;
  private frame = 0;
  speed = 1;
  private readonly svg: SVGSVGElement;
  private readonly round: Round;

  constructor(svg: SVGSVGElement, round: Round) {
    this.svg = svg;
    this.round = round;
    this.time = wrapped(svg.getCurrentTime(), round);
    svg.pauseAnimations();
    this.set(this.time);
  }

  get moves(): boolean {
    return this.frame !== 0;
  }

  get pose(): number {
    return poseAt(this.time, this.round);
  }

  go(): void {
    if (this.moves) return;
    this.last = performance.now();
    this.frame = requestAnimationFrame((now) => this.tick(now));
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  step(by: 1 | -1): void {
    this.stop();
    this.set(poseFrom(this.time, by, this.round));
  }

  set(time: number): void {
    this.time = wrapped(time, this.round);
    this.svg.setCurrentTime(this.time);
  }

  private tick(now: number): void {
    this.set(this.time + (Math.max(0, now - this.last) / 1000) * this.speed);
    this.last = now;
    this.frame = requestAnimationFrame((next) => this.tick(next));
  }
}
