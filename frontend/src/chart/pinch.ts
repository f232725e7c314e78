// Fingers on the picture: two of them spread or draw it together and move it along, one of them reads.

export interface Finger {
  x: number;
}

/** What two fingers did between two moments: by how much they spread, where their middle was and is. Null where they stand on one spot. */
export function pinched(before: readonly [Finger, Finger], now: readonly [Finger, Finger]): { factor: number; was: number; is: number } | null {
  const [apart, wide] = [Math.abs(before[0].x - before[1].x), Math.abs(now[0].x - now[1].x)];
  if (apart < 8 || wide < 8) return null;
  return { factor: wide / apart, was: (before[0].x + before[1].x) / 2, is: (now[0].x + now[1].x) / 2 };
}

/** Listens to fingers on an element; x is told in its own pixels. */
export function onPinch(
  element: HTMLElement,
  does: { spread: (factor: number, was: number, is: number) => void; read: (x: number) => void },
): void {
  const fingers = new Map<number, Finger>();
  const x = (event: PointerEvent): number => event.clientX - element.getBoundingClientRect().left;
  const pair = (): [Finger, Finger] | null => {
    const [first, second] = [...fingers.values()];
    return first && second ? [{ ...first }, { ...second }] : null;
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") fingers.set(event.pointerId, { x: x(event) });
    if (fingers.size === 1) does.read(x(event));
  });
  element.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = pair();
    fingers.set(event.pointerId, { x: x(event) });
    const now = pair();
    const found = before && now && pinched(before, now);
    if (found) does.spread(found.factor, found.was, found.is);
    else if (fingers.size === 1) does.read(x(event));
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"] as const) {
    element.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
}
