"""What is looked at on a page in a real browser, whatever the page: each look gives the complaints it has, empty where all is well."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
LEAST_TARGET = 24
"""CSS pixels of a target by WCAG 2.2, 2.5.8."""
MAIN_TARGET = 44
"""What a finger hits while one holds a dumbbell: main buttons, and all of the player."""
MOST_SHIFT = 0.02

SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth;
  const found = [];
  const over = document.documentElement.scrollWidth - room;
  if (over > 0) found.push(`page scrolls sideways by ${over} px`);
  const scrolls = (one) => { for (let up = one; up && up !== document.body; up = up.parentElement) { if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true; } return false; };
  for (const one of document.body.querySelectorAll('*')) {
    if (one.closest('svg') && one.tagName !== 'svg') continue;
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (one.matches('.skip, .skip *') || getComputedStyle(one).clipPath !== 'none' || getComputedStyle(one).position === 'fixed') continue;
    if ((box.right > room + 1 || box.left < -1) && !scrolls(one)) found.push(`${said(one)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} of ${room}`);
  }
  return found.slice(0, 6);
}"""

CUT = """() => {
  const found = [];
  for (const one of document.body.querySelectorAll('button, a, label, h1, h2, h3, p, li, td, th, summary, legend, span, dt, dd')) {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || !one.textContent.trim()) continue;
    const style = getComputedStyle(one);
    if (style.clipPath !== 'none' || one.closest('.skip, svg, .unseen, .hidden')) continue;
    if (!['hidden', 'clip'].includes(style.overflowX) && !['hidden', 'clip'].includes(style.overflowY)) continue;
    if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) found.push(`${said(one)} cuts its words`);
  }
  return found.slice(0, 6);
}"""

OVERLAP = """() => {
  const parts = [...document.querySelectorAll('a, button, input, select, textarea, summary')].filter((one) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('.skip, svg, nav.tabs') && one.getBoundingClientRect().width);
  const found = [];
  for (let i = 0; i < parts.length; i += 1) for (let j = i + 1; j < parts.length; j += 1) {
    if (parts[i].contains(parts[j]) || parts[j].contains(parts[i])) continue;
    for (const a of parts[i].getClientRects()) for (const b of parts[j].getClientRects()) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 2 && high > 2) { found.push(`${said(parts[i])} lies over ${said(parts[j])}`); break; }
    }
  }
  return [...new Set(found)].slice(0, 6);
}"""

SMALL = """([least, main]) => {
  const found = [];
  const inText = (one) => one.tagName === 'A' && getComputedStyle(one).display === 'inline';
  for (const one of document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('.skip')) continue;
    let box = one.getBoundingClientRect();
    if (!box.width || inText(one)) continue;
    const labels = [...(one.labels || [])].map((label) => label.getBoundingClientRect());
    const wide = Math.max(box.width, ...labels.map((each) => each.width));
    const high = Math.max(box.height, ...labels.map((each) => each.height));
    const needed = one.matches('button, .button, nav.tabs a, summary') ? main : least;
    if (wide < (needed === main && !one.matches('.number') ? needed : least) - 0.5 || high < needed - 0.5) found.push(`${said(one)} is ${Math.round(wide)} by ${Math.round(high)}`);
  }
  return found.slice(0, 6);
}"""

SAID = """const said = (one) => `<${one.tagName.toLowerCase()}${one.id ? '#' + one.id : ''}${one.classList.length ? '.' + [...one.classList].join('.') : ''}> “${(one.innerText || one.value || one.name || '').trim().replace(/\\s+/g, ' ').slice(0, 40)}”`;"""

MOVING = """async () => {
  const styled = document.getAnimations().filter((one) => one.playState === 'running' && one.effect.getComputedTiming().duration > 50);
  const drawn = [...document.querySelectorAll('svg:has(animate, animateTransform, animateMotion)')].filter((one) => one.checkVisibility());
  const before = drawn.map((one) => one.getCurrentTime());
  await new Promise((done) => setTimeout(done, 100));
  const moving = drawn.filter((one, place) => one.getCurrentTime() !== before[place]);
  return [...styled.map((one) => said(one.effect.target)), ...moving.map((one) => `${said(one)} moves`)].slice(0, 6);
}"""

CHOICES = """() => {
  const look = (one) => [one, one.nextElementSibling, ...(one.labels || [])].filter(Boolean).map((each) => { const style = getComputedStyle(each); const before = getComputedStyle(each, '::before'); return [style.opacity, style.borderColor, style.borderWidth, style.textDecorationLine, style.fontWeight, style.boxShadow, before.content].join(); }).join('|');
  const found = [];
  for (const one of document.querySelectorAll('button, .button')) {
    if (!one.checkVisibility()) continue;
    const style = getComputedStyle(one);
    if (parseFloat(style.borderTopWidth) < 1 && style.textDecorationLine === 'none') found.push(`${said(one)} has no edge`);
  }
  for (const one of document.querySelectorAll('input[type=radio]:checked, input[type=checkbox]:checked')) {
    if (!one.checkVisibility() || getComputedStyle(one).opacity !== '0') continue;
    const on = look(one);
    one.checked = false;
    if (look(one) === on) found.push(`${said(one)} looks the same chosen or not`);
    one.checked = true;
  }
  return found.slice(0, 6);
}"""

SHIFT = 0.02

SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth;
  const found = [];
  const over = document.documentElement.scrollWidth - room;
  if (over > 0) found.push(`page scrolls sideways by ${over} px`);
  const scrolls = (one) => { for (let up = one; up && up !== document.body; up = up.parentElement) { if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true; } return false; };
  for (const one of document.body.querySelectorAll('*')) {
    if (one.closest('svg') && one.tagName !== 'svg') continue;
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (one.matches('.skip, .skip *') || getComputedStyle(one).clipPath !== 'none' || getComputedStyle(one).position === 'fixed') continue;
    if ((box.right > room + 1 || box.left < -1) && !scrolls(one)) found.push(`${said(one)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} of ${room}`);
  }
  return found.slice(0, 6);
}"""

CUT = """() => {
  const found = [];
  for (const one of document.body.querySelectorAll('button, a, label, h1, h2, h3, p, li, td, th, summary, legend, span, dt, dd')) {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || !one.textContent.trim()) continue;
    const style = getComputedStyle(one);
    if (style.clipPath !== 'none' || one.closest('.skip, svg, .unseen, .hidden')) continue;
    if (!['hidden', 'clip'].includes(style.overflowX) && !['hidden', 'clip'].includes(style.overflowY)) continue;
    if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) found.push(`${said(one)} cuts its words`);
  }
  return found.slice(0, 6);
}"""

OVERLAP = """() => {
  const parts = [...document.querySelectorAll('a, button, input, select, textarea, summary')].filter((one) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('.skip, svg, nav.tabs') && one.getBoundingClientRect().width);
  const found = [];
  for (let i = 0; i < parts.length; i += 1) for (let j = i + 1; j < parts.length; j += 1) {
    if (parts[i].contains(parts[j]) || parts[j].contains(parts[i])) continue;
    for (const a of parts[i].getClientRects()) for (const b of parts[j].getClientRects()) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 2 && high > 2) { found.push(`${said(parts[i])} lies over ${said(parts[j])}`); break; }
    }
  }
  return [...new Set(found)].slice(0, 6);
}"""

SMALL = """([least, main]) => {
  const found = [];
  const inText = (one) => one.tagName === 'A' && getComputedStyle(one).display === 'inline';
  for (const one of document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('.skip')) continue;
    let box = one.getBoundingClientRect();
    if (!box.width || inText(one)) continue;
    const labels = [...(one.labels || [])].map((label) => label.getBoundingClientRect());
    const wide = Math.max(box.width, ...labels.map((each) => each.width));
    const high = Math.max(box.height, ...labels.map((each) => each.height));
    const needed = one.matches('button, .button, nav.tabs a, summary') ? main : least;
    if (wide < (needed === main && !one.matches('.number') ? needed : least) - 0.5 || high < needed - 0.5) found.push(`${said(one)} is ${Math.round(wide)} by ${Math.round(high)}`);
  }
  return found.slice(0, 6);
}"""

SAID = """const said = (one) => `<${one.tagName.toLowerCase()}${one.id ? '#' + one.id : ''}${one.classList.length ? '.' + [...one.classList].join('.') : ''}> “${(one.innerText || one.value || one.name || '').trim().replace(/\\s+/g, ' ').slice(0, 40)}”`;"""

SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"
"""WCAG 1.4.12."""

SHIFT = """
window.pageShift = 0;
window.pageShifted = [];
const shifted = (entries) => {
  for (const one of entries) { window.pageShift += one.value; window.pageShifted.push(...one.sources.map((each) => String(each.node && (each.node.id || each.node.className || each.node.nodeName)))); }
};
const observer = new PerformanceObserver((seen) => shifted(seen.getEntries()));
observer.observe({ type: 'layout-shift', buffered: true });
window.shiftsSoFar = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  shifted(observer.takeRecords());
  done([window.pageShift, window.pageShifted]);
})));
"""


@dataclass
class Watch:
    """What a page does that no page may: requests to others, errors on the console, a broken policy, a layout that jumps."""

    page: Page
    home: str
    heard: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.heard.append(f"console: {message.text}")

    def request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.home}/", "data:", "blob:")):
            self.heard.append(f"asks another host: {request.url}")

    def complaints(self) -> list[str]:
        """What was heard since the last time it was asked."""
        heard = [words for words in self.heard if not any(one in words for one in self.expected)]
        self.heard = []
        return heard

    def jumps(self) -> list[str]:
        """How far the page has shifted since it was opened, nobody having touched it: even what a browser forgives, as it does just
        after a window has got its size."""
        shift, moved = self.page.evaluate("window.shiftsSoFar()")
        return [f"shifts by {shift:.3f}: {moved[:4]}"] if shift > MOST_SHIFT else []


def watched(page: Page, home: str) -> Watch:
    """Watches a page from before it loads anything."""
    watch = Watch(page, home)
    page.on("console", watch.console)
    page.on("request", watch.request)
    page.on("pageerror", lambda problem: watch.heard.append(f"script: {problem}"))
    page.add_init_script(SHIFT)
    return watch


def axe(page: Page, *, colours_only: bool = False) -> list[str]:
    """The violations that axe-core finds, WCAG 2.2 AA and its best practices; or only those that another theme can bring about."""
    only = (
        {"type": "rule", "values": list(COLOURS)} if colours_only else {"type": "tag", "values": list(TAGS)}
    )
    options = {"resultTypes": ["violations"], "runOnly": only}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"axe {one['id']}: {node['target']} {' '.join(node['failureSummary'].split())[:300]}"
        for one in found
        for node in one["nodes"][:3]
    ]


def tall(page: Page, width: int) -> None:
    """The page at a width in a window as high as the page, so that nothing lies behind what stays at the window's edge."""
    page.set_viewport_size({"width": width, "height": 800})
    high = page.evaluate("Math.ceil(document.documentElement.scrollHeight)")
    page.set_viewport_size({"width": width, "height": max(800, high)})


def settled(page: Page) -> None:
    """Waits until what watches its own size, such as a chart, has drawn itself again: two frames."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def sideways(page: Page) -> list[str]:
    """What leaves the page to the side once it has settled."""
    settled(page)
    return list(page.evaluate(f"(() => {{ {SAID} return ({SIDEWAYS})(); }})()"))


def cut(page: Page) -> list[str]:
    """Words that are cut off by their own box."""
    return list(page.evaluate(f"(() => {{ {SAID} return ({CUT})(); }})()"))


def overlapping(page: Page) -> list[str]:
    """Things to tap that lie over each other."""
    return list(page.evaluate(f"(() => {{ {SAID} return ({OVERLAP})(); }})()"))


def small_targets(page: Page, *, everything: bool = False) -> list[str]:
    """Things to tap that are too small, links inside a sentence apart; `everything` asks all for the size of main buttons."""
    return list(
        page.evaluate(f"(sizes) => {{ {SAID} return ({SMALL})(sizes); }}", [LEAST_TARGET, MAIN_TARGET])
    )


@contextmanager
def styled(page: Page, css: str) -> Iterator[None]:
    """The page under one more rule of style, as a person's own browser would lay over it."""
    put = "(css) => { const one = new CSSStyleSheet(); one.replaceSync(css); document.adoptedStyleSheets = [...document.adoptedStyleSheets, one]; }"
    page.evaluate(put, css)
    yield
    page.evaluate("() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }")


@contextmanager
def mirrored(page: Page) -> Iterator[None]:
    """The page as one that is read from right to left."""
    page.evaluate("document.documentElement.dir = 'rtl'")
    yield
    page.evaluate("document.documentElement.dir = 'auto'")


def motions(page: Page) -> list[str]:
    """What still moves where stillness was asked for."""
    return list(page.evaluate(f"(() => {{ {SAID} return ({MOVING})(); }})()"))


def unseen_choices(page: Page) -> list[str]:
    """What cannot be told apart where the system chooses the colours: buttons without an edge, choices that look like no choice."""
    return list(page.evaluate(f"(() => {{ {SAID} return ({CHOICES})(); }})()"))
