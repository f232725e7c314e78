"""Decides which words of the catalogue a page shows: those of the reader's language. What the planner wrote with its own words stays."""

from dataclasses import replace

from fastapi import Request

from legday.actions.state import Facts
from legday.catalogue.languages import in_language
from legday.model.catalogue import Catalogue
from legday.web.paper import Paper


def worded(request: Request, catalogue: Catalogue) -> Catalogue:
    """The catalogue in the language that the request asks for."""
    paper: Paper = request.app.state.paper
    return in_language(catalogue, paper.words(request).language)


def worded_facts(request: Request, known: Facts) -> Facts:
    """What is known, with the catalogue in the language that the request asks for: to show it, never to plan with it."""
    return replace(known, catalogue=worded(request, known.catalogue))
