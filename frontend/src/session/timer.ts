// Decides what a clock shows that runs by the time of day, so that it is right after the page was hidden or the phone slept.

/** Whole seconds that are left, 0 once it is over. */
export function secondsLeft(untilMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
}

/** `1:05`, or `9` below ten seconds of the last minute. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What is told aloud between two looks at a clock: that a few seconds are left, that it is over, or nothing. */
export function announced(beforeS: number, nowS: number, atS: number): "left" | "over" | null {
  if (nowS === 0 && beforeS > 0) return "over";
  if (nowS <= atS && beforeS > atS && nowS > 0) return "left";
  return null;
}
