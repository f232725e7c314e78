"""Decides how what the planner wrote is shown on a page: in its language where that can be said whole, else in English and marked as such."""

import re
from collections.abc import Mapping
from dataclasses import replace

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from legday.catalogue.languages import in_language
from legday.model.catalogue import Catalogue
from legday.web.sentences import Sentences, read_patterns
from legday.web.wording import HERE, SENTENCES, Wording

RULE = re.compile(r"(?<=\brule )[a-z][a-z-]+\b|`[a-z][a-z-]+`")
"""Where the planner names a rule by its id: after the word, or between ticks."""


def with_sentences(wordings: Mapping[str, Wording], catalogue: Catalogue) -> Mapping[str, Wording]:
    """The words of every language, with the titles of rules, and the planner's sentences where it has any; `catalogue` is the one they were written with."""
    return {language: _with_sentences(words, catalogue) for language, words in wordings.items()}


def _with_sentences(words: Wording, catalogue: Catalogue) -> Wording:
    own = in_language(catalogue, words.language)
    words = replace(words, rules={id_: rule.title for id_, rule in own.rulebook.rules.items()})
    file = HERE / words.language / SENTENCES
    if not file.exists():
        return words
    sign = words.texts["date.decimal"]
    return replace(words, sentences=Sentences(read_patterns(file), english=catalogue, own=own, decimal=sign))


def shown(text: str, words: Wording, *, first: bool = False) -> str:
    """What the planner wrote, in the words of a page; English where they cannot say it. A rule is called by its title. With `first` it
    stands as a sentence of its own, from a capital on."""
    told = words.read(text)
    said = RULE.sub(lambda found: _titled(found, words), text if told is None else told).replace("`", "")
    return _capital(said) if first else said


@pass_context
def told(context: Context, text: object, *, first: bool = False) -> Markup:
    """What the planner wrote, for a template that knows its `words`: English on a page of another language is marked as that."""
    words: Wording = context["words"]
    said = escape(shown(str(text), words, first=first))
    return said if words.read(str(text)) is not None else Markup('<span lang="en">{}</span>').format(said)


def _titled(found: re.Match[str], words: Wording) -> str:
    title = words.rules.get(found[0].strip("`"))
    return f"“{title}”" if title else found[0]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
