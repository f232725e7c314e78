// Decides what a form of Today or Body says, as an entry: the one that the server would have written of it. null: the server had better
// read the form itself, to say what is wrong with it.

import type { Entry } from "./kept";

export interface Made {
  readonly id: string;
  readonly at: string;
  /** The runner's date. */
  readonly day: string;
}

type Fields = Pick<FormData, "get" | "getAll">;

const text = (fields: Fields, name: string): string => String(fields.get(name) ?? "").trim();

function whole(said: string, low: number, high: number): number | null {
  if (!/^\d{1,3}$/.test(said)) return null;
  const value = Number(said);
  return value >= low && value <= high ? value : null;
}

/** `7`, `7:30` or `7h30` as minutes. */
export function minutesAsleep(said: string): number | null {
  const found = /^(\d{1,2})(?:[:h](\d{0,2}))?$/.exec(said.trim().toLowerCase());
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] || 0)];
  return hours <= 24 && minutes <= 59 && hours * 60 + minutes <= 24 * 60 ? hours * 60 + minutes : null;
}

/** What a form with this address says. */
export function said(path: string, fields: Fields, made: Made): Entry | null {
  const { day, ...stamp } = made;
  const score = whole(text(fields, "score"), 0, 10);
  switch (path) {
    case "/body/sore": {
      const sore = whole(text(fields, "sore"), 0, 10);
      return sore === null ? null : { ...stamp, tag: "soreness-felt", day, score: sore, limp: text(fields, "limp") === "yes" };
    }
    case "/body/slept": {
      const asleep = text(fields, "asleep");
      const minutes = asleep ? minutesAsleep(asleep) : null;
      const ready = text(fields, "ready");
      const readiness = ready ? whole(ready, 1, 5) : null;
      const wrong = (asleep !== "" && minutes === null) || (ready !== "" && readiness === null);
      return wrong || (minutes === null && readiness === null) ? null : { ...stamp, tag: "slept", day, minutes, readiness };
    }
    case "/body/hurt": {
      const place = text(fields, "place");
      const when = text(fields, "day") || day;
      if (!place || score === null || !/^\d{4}-\d\d-\d\d$/.test(when) || when > day) return null;
      return {
        ...stamp,
        tag: "pain-felt",
        day: when,
        place,
        score,
        side: text(fields, "side") || "both",
        when: text(fields, "when") || "during",
        behaviour: fields.getAll("behaviour").map(String),
        note: text(fields, "note").slice(0, 1000),
      };
    }
    case "/body/flag": {
      const flag = text(fields, "flag");
      return flag ? { ...stamp, tag: "red-flag-raised", day, flag, note: "" } : null;
    }
  }
  const skip = /^\/session\/(\d{4}-\d\d-\d\dT\d\d:\d\d)\/skip$/.exec(path);
  if (!skip) return null;
  const menu = text(fields, "menu");
  return { ...stamp, tag: "session-skipped", planned: `${skip[1]}:00`, menu, why: (text(fields, "own") || text(fields, "why")).slice(0, 1000) };
}
