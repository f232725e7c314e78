"""What a browser does with a form: it sends every field as the page wrote it, but for those that were typed, and the button pressed."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from fastapi.testclient import TestClient


@dataclass
class Form:
    """A form as the page wrote it; `buttons` are the words of its buttons."""

    method: str
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, dict[str, str]] = field(default_factory=dict)

    def send(self, page: TestClient, *, button: str = "", **typed: str) -> Any:
        """The answer to the form sent by the button of these words; no redirect is followed."""
        values = {**self.fields, **typed, **(self.buttons[button] if button else {})}
        address = self.action.partition("#")[0]
        if self.method == "get":
            return page.get(address, params=values, follow_redirects=False)
        return page.post(address, data=values, follow_redirects=False)


def form_with(answer: Any, button: str, **fields: str) -> Form:
    """The first form of a page that has a button of these words, and these fields as written."""
    found = [one for one in forms(answer) if button in one.buttons and fields.items() <= one.fields.items()]
    assert found, f"no form has the button {button!r}"
    return found[0]


def forms(answer: Any) -> list[Form]:
    """The forms of a page, in order."""
    reader = _Reader()
    reader.feed(answer.text)
    return reader.forms


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._button: dict[str, str] | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(said.get("method", "get"), said.get("action", "")))
        if tag == "input" and "name" in said and self.forms:
            self.forms[-1].fields[said["name"]] = said.get("value", "")
        if tag == "button":
            self._button = {said["name"]: said.get("value", "")} if "name" in said else {}
            self._words = ""

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "button" and self._button is not None:
            self.forms[-1].buttons[" ".join(self._words.split())] = self._button
            self._button = None
