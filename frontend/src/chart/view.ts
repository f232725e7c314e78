// Which part of a run is looked at: from where to where, never past its ends, never so close that nothing is left to see.

export interface View {
  from: number;
  to: number;
}

/** The closest look: a hundredth of the whole. */
export const CLOSEST = 0.01;

/** Closer (`factor` above 1) or further away, around a place that stays where it is. */
export function zoomed(view: View, whole: View, factor: number, around: number): View {
  const least = (whole.to - whole.from) * CLOSEST;
  const width = Math.max((view.to - view.from) / factor, least);
  const share = (around - view.from) / (view.to - view.from || 1);
  return within({ from: around - width * share, to: around + width * (1 - share) }, whole);
}

/** Along the way by a share of what is seen: a quarter on is 0.25. */
export function moved(view: View, whole: View, share: number): View {
  const by = (view.to - view.from) * share;
  return within({ from: view.from + by, to: view.to + by }, whole);
}

/** The same width inside the ends; all of it where it is wider than they are. */
export function within(view: View, whole: View): View {
  const width = view.to - view.from;
  if (width >= whole.to - whole.from) return { ...whole };
  const from = Math.min(Math.max(view.from, whole.from), whole.to - width);
  return { from, to: from + width };
}

/** Whether all of the run is seen. */
export function isWhole(view: View, whole: View): boolean {
  return view.from <= whole.from && view.to >= whole.to;
}

/** The index of the value nearest to `wanted` in ascending values; -1 where there is none. */
export function nearest(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle;
    else high = middle;
  }
  if (values.length === 0) return -1;
  return Math.abs((values[low] ?? 0) - wanted) <= Math.abs((values[high] ?? 0) - wanted) ? low : high;
}
