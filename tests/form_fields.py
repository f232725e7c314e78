"""Decides what a browser would send of a form on a page: the fields as they stand, found by the form's action."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class PageForm:
    """One form: where it goes, its fields in order, and the values of its buttons."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def data(self, **changed: str | None) -> dict[str, list[str]]:
        """What is sent: fields named in `changed` (`__` for a dot) hold another value, those with None are not ticked."""
        other = {name.replace("__", "."): value for name, value in changed.items()}
        sent: dict[str, list[str]] = {}
        for name, value in [*self.fields, *((name, value) for name, value in other.items() if value)]:
            if name in other and value != other[name]:
                continue
            sent.setdefault(name, []).append(value)
        return {name: values[-1:] if name in other else values for name, values in sent.items()}


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.inside = False
        self.select = ""
        self.area = ""

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.forms.append(PageForm(given["action"]))
            self.inside = True
        if not self.inside:
            return
        form, name, value = self.forms[-1], given.get("name", ""), given.get("value") or ""
        if tag == "input" and name and (given.get("type") not in {"radio", "checkbox"} or "checked" in given):
            form.fields.append((name, value))
        elif tag == "button":
            form.buttons.append((name, value))
        elif tag == "select":
            self.select = name
        elif (
            tag == "option"
            and self.select
            and ("selected" in given or not dict(form.fields).get(self.select))
        ):
            form.fields.append((self.select, value))
        elif tag == "textarea":
            self.area = name

    def handle_data(self, data):
        if self.area:
            self.forms[-1].fields.append((self.area, data))

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.area = ""


def forms(text: str, action: str) -> list[PageForm]:
    """The forms of a page that go to `action`, as they stand in it."""
    parser = _Forms()
    parser.feed(text)
    return [one for one in parser.forms if one.action == action]
