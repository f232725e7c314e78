"""Someone who uses the page: with a finger, each tap counted, or with the keyboard alone, the focus watched at every key."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as WaitedTooLong

MOST_TABS = 150

NOWHERE = "the focus is nowhere"

FOCUS = """() => {
  const now = document.activeElement;
  if (!now || now === document.body) return '%s';
  const said = `<${now.tagName.toLowerCase()} ${now.name || now.id || ''}> “${(now.innerText || '').trim().slice(0, 30)}”`;
  const drawn = [now, ...(now.labels || []), now.parentElement, now.nextElementSibling].filter(Boolean).some((one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  if (!drawn) return `${said} shows no focus`;
  const shown = now.labels && now.labels.length && getComputedStyle(now).opacity === '0' ? now.labels[0] : now;
  const box = shown.getBoundingClientRect();
  if (box.width < 1 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `${said} has the focus out of sight`;
  const tabs = document.querySelector('nav.tabs');
  if (tabs && !tabs.contains(now)) {
    const bar = tabs.getBoundingClientRect();
    if (box.top >= bar.top - 1 && box.left < bar.right && box.right > bar.left && bar.top > innerHeight / 2) return `${said} has the focus under the tabs`;
  }
  return '';
}""".replace("%s", NOWHERE)


@dataclass
class Person:
    """Does what a page asks for. `taps` counts what a finger did, `typed` the fields filled in."""

    page: Page
    taps: int = 0
    typed: int = 0

    def tap(self, what: Locator) -> None:
        self.taps += 1
        what.tap()

    def press(self, words: str) -> None:
        """The button of these words."""
        self.tap(self.page.get_by_role("button", name=words, exact=True).first)

    def follow(self, words: str) -> None:
        """The link of these words."""
        self.tap(self.page.get_by_role("link", name=words, exact=True).first)

    def tick(self, field: str, value: str) -> None:
        """The box or the radio button of a field."""
        self.tap(self.page.locator(f'input[name="{field}"][value="{value}"]'))

    def type(self, field: str, words: str) -> None:
        self.taps += 1
        self.typed += 1
        self.page.locator(f'[name="{field}"]').fill(words)

    def choose_file(self, path: Path) -> None:
        """The field, and the file in the picker of the phone."""
        self.taps += 2
        self.page.locator("#files").set_input_files(path)


@dataclass
class Typist(Person):
    """The same by keys alone: Tab, Enter, Space and arrows. `keys` counts them."""

    keys: int = 0

    def tap(self, what: Locator) -> None:
        self.reach(what)
        role = what.evaluate("(one) => one.type === 'checkbox' || one.type === 'radio' ? 'Space' : 'Enter'")
        self.key(role)

    def key(self, name: str) -> None:
        self.keys += 1
        self.page.keyboard.press(name)

    def reach(self, what: Locator) -> None:
        """Tab until it has the focus, which must be seen all the way."""
        wanted = what.element_handle()
        for _ in range(MOST_TABS):
            if self.page.evaluate("(wanted) => document.activeElement === wanted", wanted):
                return
            fresh = self.page.evaluate("document.activeElement === document.body")
            self.key("Tab")
            wrong = self.page.evaluate(FOCUS)
            # A page that was loaded whole begins at its top, and may take one key to find it.
            assert wrong == "" or (fresh and wrong == NOWHERE), f"{self.page.url}: {wrong}"
        raise AssertionError(f"{self.page.url}: Tab never comes to {what}")

    def tick(self, field: str, value: str) -> None:
        """A box by Space; of radio buttons the one that Tab comes to, and from it by arrows."""
        one = self.page.locator(f'input[name="{field}"][value="{value}"]')
        if one.get_attribute("type") == "checkbox":
            self.reach(one)
            self.key("Space")
            return
        group = self.page.locator(f'input[name="{field}"]')
        chosen = self.page.locator(f'input[name="{field}"]:checked')
        self.reach(chosen if chosen.count() else group.first)
        if not chosen.count():
            self.key("Space")
        for _ in range(group.count()):
            if one.is_checked():
                return
            self.key("ArrowDown")
        assert one.is_checked()

    def type(self, field: str, words: str) -> None:
        self.reach(self.page.locator(f'[name="{field}"]'))
        self.typed += 1
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(words)

    def choose_file(self, path: Path) -> None:
        for last in (False, False, True):
            self.reach(self.page.locator("#files"))
            try:
                with self.page.expect_file_chooser(timeout=5_000) as picker:
                    self.key("Enter")
                picker.value.set_files(path)
            except WaitedTooLong:  # a page that has only just come may miss a key, as it would for a person
                if last:
                    raise
            else:
                return


def to_the_first_set(page: Page) -> None:
    """From the player's first screen through warm-up and lighter sets to where the first set is done.

    A tap is kept on the device before the next screen shows, so each tap waits for what it brings.
    """
    screen = page.locator("[data-screen]:visible")
    onward = page.locator(
        "[data-do=start]:visible, [data-do=next-drill]:visible, [data-do=next-rehearsal]:visible"
    )
    while not page.locator("[data-screen=set]").is_visible():
        shown = screen.inner_text()
        onward.first.click()
        expect(screen).not_to_have_text(shown, use_inner_text=True)


ENGLISH = re.compile(r"\b(?:the|and|your|with|you|is|are|this|what|when)\b", re.IGNORECASE)

SHOWN = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement;
    if (at.closest('[lang]').lang.startsWith('de') && !at.closest('script, style, code')) found.push(walk.currentNode.data.trim().replace(/\\s+/g, ' '));
  }
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]')) if (one.closest('[lang]').lang.startsWith('de')) found.push(one.ariaLabel || one.placeholder || one.title);
  return found.filter(Boolean);
}"""


def english_in(page: Page) -> list[str]:
    """What is written in English on a German page without saying that it is English."""
    return [words for words in page.evaluate(SHOWN) if ENGLISH.search(words)][:6]
