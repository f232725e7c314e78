"""Files dropped on the page in tests, and what a test reads off it."""

import html
import re
from datetime import date

TODAY = date(2026, 11, 24)


def store_of(page):
    """The store behind the page."""
    return page.app.state.desk.store


def dropped(page, files, **fields):
    """The page of an import that is over: `files` are names with bytes."""
    answer = page.post("/import", data=fields, files=[("files", file) for file in files])
    page.app.state.imports.wait()
    return page.get(str(answer.url))


def field_error(answer, name):
    """The words beside the field `name`, reached by its description."""
    tag = re.search(rf'<(?:input|select)[^>]* name="{name}"[^>]*>', answer.text)[0]
    assert 'aria-invalid="true"' in tag
    ids = re.search(r'aria-describedby="([^"]+)"', tag)[1].split()
    found = [re.search(rf'id="{one}"[^>]*role="alert">([^<]*)<', answer.text) for one in ids]
    return html.unescape(" ".join(one[1] for one in found if one))


def as_sent(text, action):
    """What a browser would send of the form to `action` on a page if nobody touched it."""
    form = re.search(rf'<form method="post" action="{action}".*?</form>', text, re.DOTALL)[0]
    found = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, kind = re.search(r'name="([^"]+)"', tag), re.search(r'type="([^"]+)"', tag)
        if name and not (kind and kind[1] in {"radio", "checkbox"} and " checked" not in tag):
            found[name[1]] = html.unescape(re.search(r'value="([^"]*)"', tag)[1])
    for name, options in re.findall(r'<select id="[^"]+" name="([^"]+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.findall(r'<option value="([^"]*)" selected', options)
        found[name] = chosen[0] if chosen else re.search(r'<option value="([^"]*)"', options)[1]
    return found
