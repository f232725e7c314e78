// What is read at one place of a run, in words: `3.42 km · 5:31/km · 148 beats/min · 212 m`.

export interface Words {
  [name: string]: string;
}

export type Look = "pace" | "heart" | "height";

export const LOOKS: readonly Look[] = ["pace", "heart", "height"];

/** Seconds as a pace is written: `5:31`, from an hour on `1:05:31`. */
export function clockOf(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (part: number): string => String(part).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A number as the language writes it, with this many decimals. */
export function numberOf(value: number, language: string, digits: number): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** One value with its unit. */
export function valueOf(look: Look, value: number, words: Words, language: string): string {
  const unit = words[`${look}_unit`] ?? "";
  return look === "pace" ? `${clockOf(value)}${unit}` : `${numberOf(value, language, 0)} ${unit}`;
}

/** The place and all that is known of it. */
export function readoutOf(at: number, values: ReadonlyMap<Look, number | null>, words: Words, language: string): string {
  const parts = [`${numberOf(at, language, 2)} ${words["along_unit"] ?? ""}`];
  for (const look of LOOKS) {
    const value = values.get(look);
    if (value !== null && value !== undefined) parts.push(valueOf(look, value, words, language));
  }
  return parts.join(" · ");
}
