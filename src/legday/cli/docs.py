"""Decides what the reference pages say: written from the program itself, so that they cannot lie."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from typer.testing import CliRunner

from legday.catalogue.reader import read_catalogue
from legday.cli.exit_codes import MEANING
from legday.cli.main import VERBS, app
from legday.writing.reference import exercises_page, rules_page
from legday.writing.schema_files import schema, schema_names

WIDTH = {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"}


def cli_page() -> str:
    """`docs/reference/cli.md`: each verb's help as the program prints it, and the schema of its JSON."""
    parts = [
        "# The terminal",
        (
            "Every verb but `serve`, which answers [programs](api.md) in its own way, takes `--json`, whose form is fixed by the schema named with it (packaged in "
            "`legday/writing/schemas`); `export` takes a path there. "
            "Options such as `--json` and `--today` stand after the verb, `--home` before it. Errors go to standard error with an "
            "[exit code](exit-codes.md). Colours and the progress bar show on a terminal only, never under `NO_COLOR`. "
            "Times are wall-clock times of the profile's zone; kg or lb, km or mi follow the profile's `units`."
        ),
        f"```text\n{_help()}\n```",
        *(_verb(name) for name in VERBS),
    ]
    return "\n\n".join(parts) + "\n"


def exit_codes_page() -> str:
    """`docs/reference/exit-codes.md`: every exit code and what it means."""
    rows = "\n".join(f"| {code.value} | {meaning} |" for code, meaning in MEANING.items())
    return f"# Exit codes\n\n| code | meaning |\n|---|---|\n{rows}\n"


def plan_json_page() -> str:
    """`docs/reference/plan-json.md`: the keys of a plan's JSON with their types, from the schema."""
    plan = schema("plan")
    parts = [
        "# A plan as JSON",
        (
            "Printed by `legday plan --json` and written by `legday export --json PATH`; judged by `legday check`. "
            "`start` is the local wall clock (`2026-11-24T18:00`) in the IANA zone `zone`, without offset, so that a clock "
            "change moves nothing. Weights are grams in all (both dumbbells together), rests seconds, "
            "`sets_by_muscle` fractional sets, `volume` sets × repetitions × percent of body mass moved, "
            "`posterior_anterior` a ratio. `target` is the expected number of repetitions within `reps`, or seconds where "
            "`seconds` is true. `supersets` names, two and two, the exercises that are done in each other's rests. Everything but the solver's own `ms` is the same every time."
        ),
        "The schema is `legday/writing/schemas/plan.json` (JSON Schema 2020-12).",
        f"## plan\n\n{_keys(plan)}",
        *(f"## {name}\n\n{_keys(part)}" for name, part in plan["$defs"].items() if "properties" in part),
    ]
    return "\n\n".join(parts) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "exercises.md": lambda: exercises_page(read_catalogue()),
    "exit-codes.md": exit_codes_page,
    "plan-json.md": plan_json_page,
    "rules.md": lambda: rules_page(read_catalogue()),
}


def write_pages(folder: Path) -> None:
    """Writes every reference page that is computed into `folder`."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")


def _verb(name: str) -> str:
    told = f"Its JSON: schema `{_schema_of(name)}`." if _schema_of(name) else ""
    return f"## {name}\n\n```text\n{_help(name)}\n```\n\n{told}".rstrip()


def _schema_of(verb: str) -> str:
    name = "plan" if verb == "export" else verb
    return f"{name}.json" if name in schema_names() else ""


def _help(*verb: str) -> str:
    printed = CliRunner(env=WIDTH).invoke(app, [*verb, "--help"], prog_name="legday", terminal_width=100)
    return "\n".join(line.rstrip() for line in printed.output.strip().splitlines())


def _keys(part: Mapping[str, object]) -> str:
    properties = part["properties"]
    assert isinstance(properties, Mapping)
    rows = "\n".join(f"| `{key}` | {_type(told)} |" for key, told in properties.items())
    return f"| key | value |\n|---|---|\n{rows}"


def _type(told: Mapping[str, object]) -> str:
    """A JSON type in words: `list of day`, `whole number or null`, `easy · long`."""
    if "$ref" in told:
        return str(told["$ref"]).removeprefix("#/$defs/")
    if "enum" in told:
        values = told["enum"]
        assert isinstance(values, list)
        return " · ".join(f"`{value}`" for value in values)
    if "anyOf" in told:
        choices = told["anyOf"]
        assert isinstance(choices, list)
        return " or ".join(_type(choice) for choice in choices)
    kind = told.get("type")
    if kind == "array":
        items = told["items"]
        assert isinstance(items, Mapping)
        return f"list of {_type(items)}"
    kinds = kind if isinstance(kind, list) else [kind]
    return " or ".join(_WORDS[str(each)] for each in kinds)


_WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "table",
    "null": "null",
}


if __name__ == "__main__":
    write_pages(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/reference"))
