// Decides what a delay means: which moment is shown, and how long there is nothing to show yet.

export const MOST_DELAY_S = 10;
export const KEPT_MS = (MOST_DELAY_S + 2) * 1000;
export const FRAMES_A_SECOND = 20;
const EARLY_MS = 5; // a camera's frames come a little early and late

/** The moment that is shown `now` with a delay of so many seconds. */
export function momentShown(now: number, delayS: number): number {
  return now - Math.min(MOST_DELAY_S, Math.max(0, delayS)) * 1000;
}

/** Whole seconds until the first frame, taken at `first`, has been delayed; 0 once there is something to show. */
export function secondsToWait(first: number | undefined, now: number, delayS: number): number {
  if (first === undefined) return Math.ceil(delayS);
  return Math.max(0, Math.ceil((first - momentShown(now, delayS)) / 1000));
}

/** Whether a frame is taken `now`, the last having been taken at `last`. */
export function isDue(now: number, last: number): boolean {
  return now - last >= 1000 / FRAMES_A_SECOND - EARLY_MS;
}

/** The size of a kept frame: the camera's own, but no longer than `most` pixels on its longer side. */
export function keptSize(width: number, height: number, most: number): [number, number] {
  const share = Math.min(1, most / Math.max(width, height, 1));
  return [Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share))];
}
