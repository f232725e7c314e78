// Decides the angle of three taps: that at the second of them, between the lines to the first and the third.

export interface Point {
  x: number;
  y: number;
}

/** Degrees 0–180; null with fewer than three points or two on one spot. */
export function angleOf(points: readonly Point[]): number | null {
  const [first, corner, last] = points;
  if (!first || !corner || !last) return null;
  const one = Math.atan2(first.y - corner.y, first.x - corner.x);
  const other = Math.atan2(last.y - corner.y, last.x - corner.x);
  if (isSame(first, corner) || isSame(last, corner)) return null;
  const between = Math.abs(one - other) * (180 / Math.PI);
  return between > 180 ? 360 - between : between;
}

/** The points after a tap: one more, or the first of new ones after three. */
export function tapped(points: readonly Point[], point: Point): Point[] {
  return points.length >= 3 ? [point] : [...points, point];
}

/** The points of a picture `width` wide once it is mirrored. */
export function mirrored(points: readonly Point[], width: number): Point[] {
  return points.map(({ x, y }) => ({ x: width - x, y }));
}

/** Where a tap at `x`, `y` of the screen lies in a picture shown in `box`. */
export function inPicture(x: number, y: number, box: DOMRectReadOnly, width: number, height: number): Point {
  return { x: ((x - box.left) / box.width) * width, y: ((y - box.top) / box.height) * height };
}

function isSame(one: Point, other: Point): boolean {
  return one.x === other.x && one.y === other.y;
}
