"""Decides what answers to screening say of a runner's health, and how the verdict reads."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from legday.model.rules import Rulebook
from legday.model.runner import Health
from legday.model.screening import ScreeningQuestion, Verdict, verdict

RULE = "condition-gates"


def health_after(
    health: Health, answers: Mapping[str, bool], questions: Mapping[str, ScreeningQuestion], *, today: date
) -> Health:
    """The health as answered (yes or no by question id); a question not answered leaves its field as it was."""
    if not answers:
        return health
    fields: dict[str, Any] = {
        questions[name].field: yes is not questions[name].no for name, yes in answers.items()
    }
    return replace(health, **fields, screened=_screened(health, fields, today))


def _screened(health: Health, fields: Mapping[str, Any], today: date) -> date:
    """The light weeks of a runner who was not active go on counting from the first time this was said."""
    still = health.inactive and fields.get("inactive", True)
    return health.screened if still and health.screened else today


def screening_words(health: Health, rulebook: Rulebook) -> str:
    """The verdict in one or two sentences. It names no disease and is no diagnosis."""
    weeks, rir = rulebook.number(RULE, "inactive_weeks"), rulebook.number(RULE, "inactive_rir")
    return {
        Verdict.STOP: "Signs that want a doctor first: no leg session until a clinician has said that leg strength is fine.",
        Verdict.CLEAR_FIRST: "A known disease and no regular activity: no leg session until a clinician has said that leg strength is fine.",
        Verdict.CLEAR_BEFORE_HARD: "A known disease: go on as you do; nothing heavy or explosive until a clinician has agreed.",
        Verdict.LIGHT_FIRST: f"Not active so far: {weeks} weeks light, {rir} repetitions in reserve, nothing heavy or explosive.",
        Verdict.GO_ON: "Nothing here holds leg strength back.",
    }[verdict(health)]
