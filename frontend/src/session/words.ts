// Decides how the page's words are filled in.

export type Values = Readonly<Record<string, string | number>>;

/** Words of a language by their keys; a `count` takes the form for one where there is one of it. */
export class Words {
  private readonly texts: Readonly<Record<string, string>>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = texts;
  }

  say(key: string, values: Values = {}): string {
    const plural = `${key}.${values["count"] === 1 ? "one" : "many"}`;
    const text = this.texts[key] ?? this.texts[plural] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }
}
