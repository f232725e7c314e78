// The screens of the player, as the template wrote them: shows one, and fills in what changes.

export class Screens {
  private readonly root: HTMLElement;
  private readonly polite = document.getElementById("polite");
  private now = "";

  constructor(root: HTMLElement) {
    this.root = root;
  }

  screen(name: string): HTMLElement {
    return this.one(this.root, `[data-screen="${name}"]`);
  }

  /** Shows one screen alone; where it is another one than before, the keyboard and the screen reader begin at its heading. */
  show(name: string): HTMLElement {
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-screen]")) one.hidden = one.dataset["screen"] !== name;
    const screen = this.screen(name);
    if (this.now !== name) {
      screen.querySelector<HTMLDetailsElement>("details[open]")?.removeAttribute("open");
      window.scrollTo(0, 0);
    }
    this.now = name;
    return screen;
  }

  focus(screen: HTMLElement): void {
    screen.querySelector<HTMLElement>("[data-name]")?.focus({ preventScroll: true });
  }

  one(within: ParentNode, selector: string): HTMLElement {
    const found = within.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return found;
  }

  /** The text of a part; the part is hidden where there is none. */
  text(screen: ParentNode, part: string, text: string): void {
    const one = this.one(screen, `[data-${part}]`);
    one.textContent = text;
    one.hidden = text === "";
  }

  /** Has a screen reader say it when it is done with what it says. */
  say(text: string): void {
    if (this.polite) this.polite.textContent = text;
  }
}

export function button(text: string, act: () => void, pressed?: boolean): HTMLButtonElement {
  const one = document.createElement("button");
  one.type = "button";
  one.className = "plain";
  one.textContent = text;
  if (pressed !== undefined) one.setAttribute("aria-pressed", String(pressed));
  one.addEventListener("click", act);
  return one;
}
