"""Decides how a page is written: template, language, and what every template knows."""

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from legday.model.catalogue import Catalogue
from legday.reading.limits import LIMITS
from legday.web.assets import Assets
from legday.web.door import Door
from legday.web.form_tokens import csrf
from legday.web.line import line_facts
from legday.web.telling import told, with_sentences
from legday.web.wording import Wording, language_of, wordings

HERE = Path(__file__).parent

TABS = ("today", "plan", "legs", "runs", "more")
"""The five places of the page, in order; each is a path and a key of the words."""


LANGUAGE = "language"
"""The cookie that holds the language a person chose."""


class Paper:
    """The templates, with the words of each language. Everything a template prints is escaped.

    `catalogue` is the one that plans are made with: its names stand in the planner's sentences.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._wordings = with_sentences(wordings(), catalogue)
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.assets = Assets(HERE / "static")
        self._templates.globals.update(
            csrf=csrf,
            line_facts=line_facts,
            may_sign_out=_may_sign_out,
            asset=self.assets.url,
            script=self.assets.script,
            built_style=self.assets.style,
            limits=LIMITS,
        )
        self._templates.filters["told"] = told

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of all languages there are."""
        return tuple(self._wordings)

    def page(self, request: Request, name: str, *, status: int = 200, **facts: Any) -> HTMLResponse:
        """A page from the template `name`, in the language the request asks for."""
        words = self.words(request)
        text = self._templates.get_template(name).render(
            request=request,
            path=request.url.path,
            tabs=TABS,
            words=words,
            t=words.say,
            texts=words.texts.__getitem__,
            lang=words.language,
            **facts,
        )
        return HTMLResponse(text, status_code=status)

    def words(self, request: Request) -> Wording:
        """The words of the language chosen on this browser, else of the first asked for that there is, English otherwise."""
        chosen = request.cookies.get(LANGUAGE, "")
        if chosen in self._wordings:
            return self._wordings[chosen]
        return self._wordings[language_of(request.headers.get("accept-language", ""), self._wordings)]


def _may_sign_out(request: Request) -> bool:
    """Whether there is a sign-in that can be ended."""
    door: Door = request.app.state.door
    return bool(door.keys.passphrase) and door.is_signed_in(request)
