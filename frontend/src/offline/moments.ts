// Decides what time it is for an entry: the server's where this device's clock was seen to be wrong, in the runner's zone.

/** A clock this far off (ms) is put right; less is the time that answers take (our setting). */
export const WRONG_MS = 5 * 60_000;

/** How far this device's clock is off, by the server's time of a page that just came over the line; 0 where that may be the line. */
export function offBy(serverMs: number, hereMs: number): number {
  const off = serverMs - hereMs;
  return Math.abs(off) > WRONG_MS ? off : 0;
}

interface Parts {
  readonly date: string;
  readonly time: string;
}

function parts(ms: number, zone: string): Parts {
  const told = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    calendar: "gregory",
    numberingSystem: "latn",
  }).formatToParts(ms);
  const of = (type: string): string => told.find((one) => one.type === type)?.value ?? "";
  return {
    date: `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}`,
    time: `${of("hour")}:${of("minute")}:${of("second")}`,
  };
}

/** The date that the clocks of `zone` show: `2026-11-24`. */
export function dayIn(ms: number, zone: string): string {
  return parts(ms, zone).date;
}

/** What the clocks of `zone` show, to the minute and without a zone: `2026-11-24T18:05:00`. */
export function wallIn(ms: number, zone: string): string {
  const shown = parts(ms, zone);
  return `${shown.date}T${shown.time.slice(0, 5)}:00`;
}

/** The moment with the offset of `zone`: `2026-11-24T18:05:03.120+01:00`. */
export function momentIn(ms: number, zone: string): string {
  const shown = parts(ms, zone);
  const asUtc = Date.parse(`${shown.date}T${shown.time}Z`);
  const minutes = Math.round((asUtc - Math.floor(ms / 1000) * 1000) / 60_000);
  const sign = minutes < 0 ? "-" : "+";
  const pad = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(Math.abs(minutes) / 60);
  const thousandths = String(((ms % 1000) + 1000) % 1000).padStart(3, "0");
  return `${shown.date}T${shown.time}.${thousandths}${sign}${pad(hours)}:${pad(Math.abs(minutes) % 60)}`;
}
