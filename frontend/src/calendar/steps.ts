// Decides which day a key leads to, and when a finger or a mouse has taken hold of a session.

export const MOUSE_SLACK = 6; // pixels that a mouse may move before a press is a drag
export const FINGER_SLACK = 10; // pixels that a finger may move and still hold
export const HOLD_MS = 400; // so long a finger rests before it takes hold
export const EDGE = 72; // pixels from the screen's edge within which it scrolls
const TOWARDS = 16; // pixels that it must have been carried towards that edge

/** The place in `days` (in order, without gaps) that a key leads to from place `at`; null for any other key. */
export function stepped(at: number, key: string, days: number, rightToLeft: boolean): number | null {
  const ahead = rightToLeft ? -1 : 1;
  const steps: Record<string, number> = { ArrowRight: ahead, ArrowLeft: -ahead, ArrowDown: 7, ArrowUp: -7 };
  if (key === "Home") return 0;
  if (key === "End") return days - 1;
  const step = steps[key];
  if (step === undefined) return null;
  const next = at + step;
  return next < 0 || next >= days ? at : next;
}

/**
 * How many pixels to scroll in this frame while something is held at `y` of a screen `height` high. What was taken hold of at `from`
 * near an edge scrolls only once it has been carried towards that edge: a move along the row leaves the page where it is.
 */
export function scrolled(y: number, height: number, from: number): number {
  if (y < EDGE && y < from - TOWARDS) return -Math.ceil((EDGE - y) / 6);
  if (y > height - EDGE && y > from + TOWARDS) return Math.ceil((y - height + EDGE) / 6);
  return 0;
}

export function apart(x: number, y: number, slack: number): boolean {
  return Math.hypot(x, y) > slack;
}
