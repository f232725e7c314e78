// How much is on its way: bytes as a person reads them, and what share of all.

const STEPS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** `12.3 MB` in the language's own form; thousands, as devices count. */
export function bytesOf(bytes: number, language: string): string {
  let step = 0;
  let amount = bytes;
  while (amount >= 999.5 && step < STEPS.length - 1) {
    amount /= 1000;
    step += 1;
  }
  const digits = step === 0 || amount >= 99.95 ? 0 : 1;
  const unit = STEPS[step] ?? "byte";
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: step ? "short" : "long", maximumFractionDigits: digits }).format(amount);
}

/** Whole percent; 100 only when all has gone. */
export function percentOf(done: number, all: number): number {
  return all > 0 ? Math.min(Math.floor((100 * done) / all), 100) : 0;
}

/** Words with `{name}` in them, filled in. */
export function filled(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
