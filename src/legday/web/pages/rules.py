"""Decides what the pages of the rules show and take: every rule with its numbers and sources, and a number of the runner's own."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from legday.actions.changes import told_once
from legday.actions.rule_numbers import OwnNumberReport, number_report, set_number, tried_number
from legday.actions.rules import RuleChoice, chosen_rules
from legday.actions.rules import rules as action
from legday.model.errors import OutOfBounds, UnknownName
from legday.web.catalogues import worded
from legday.web.desk import Desk
from legday.web.paper import Paper

router = APIRouter()


@router.get("/rules")
def rules(request: Request, show: str = "all") -> Response:
    """Every rule, or those asked for."""
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    catalogue = worded(request, desk.known().facts.catalogue)
    choice = RuleChoice(show) if show in set(RuleChoice) else RuleChoice.ALL
    reports = action(catalogue)
    return paper.page(
        request,
        "rules.html",
        reports=chosen_rules(reports, choice),
        choice=choice,
        counts={one.value: len(chosen_rules(reports, one)) for one in RuleChoice},
        sources=[one for one in catalogue.sources.values() if one.grade.shown_as_science],
    )


@router.get("/rules/{name}")
def rule(request: Request, name: str, number: str = "", value: str = "") -> Response:
    """One rule; with a `number` and a `value` for it, which sessions would move."""
    desk: Desk = request.app.state.desk
    if not number:
        return _page(request, name)
    try:
        return _page(
            request, name, number=number, value=value, tried=_looked_at(desk, name, number, int(value))
        )
    except (ValueError, OutOfBounds, UnknownName) as refused:
        return _refused(request, name, number, value, refused)


@router.post("/rules/{name}")
def own_number(
    request: Request,
    name: str,
    number: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    step: Annotated[str, Form()] = "save",
) -> Response:
    """Saves a number as the runner's own; puts it back where `step` is `back`."""
    desk: Desk = request.app.state.desk
    try:
        asked = None if step == "back" else int(value)
        desk.remember(
            lambda known: set_number(desk.store, known, name, number, asked, stamp=desk.clock.new_stamp())
        )
    except (ValueError, OutOfBounds, UnknownName) as refused:
        return _refused(request, name, number, value, refused)
    return RedirectResponse(f"/rules/{name}#number-{number}", status_code=303)


def _looked_at(desk: Desk, name: str, number: str, value: int) -> OwnNumberReport:
    """What a number would change, not kept."""
    with desk.lock:
        done = tried_number(desk.facts_from_now(), name, number, value, stamp=desk.clock.new_stamp())
        return number_report(done, desk.facts_from_now(done.entry))


def _refused(request: Request, name: str, number: str, value: str, refused: Exception) -> Response:
    """The rule again with what was typed and what is wrong with it."""
    if isinstance(refused, UnknownName):
        return _page(request, name, status=404)
    problem = "range" if isinstance(refused, OutOfBounds) else "whole"
    return _page(request, name, status=422, number=number, value=value, problem=problem)


def _page(
    request: Request,
    name: str,
    *,
    status: int = 200,
    number: str = "",
    value: str = "",
    problem: str = "",
    tried: OwnNumberReport | None = None,
) -> Response:
    desk: Desk = request.app.state.desk
    paper: Paper = request.app.state.paper
    catalogue = worded(request, desk.known().facts.catalogue)
    try:
        (report,) = action(catalogue, name)
    except UnknownName:
        return paper.page(request, "rule_not_there.html", status=404)
    return paper.page(
        request,
        "rule.html",
        status=status,
        report=report,
        number=number,
        value=value,
        problem=problem,
        tried=tried,
        follows=tried.changed.parted if tried else None,
        told_once=told_once,
        rules=catalogue.rulebook.rules,
    )
