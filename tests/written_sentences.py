"""Which words the sources of the planner write, piece by piece, and whether patterns and pieces know each other."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from house_ground import ROOT

PACKAGE = ROOT / "src" / "legday"
FOLDERS = ("planning", "progressing", "adapting", "running")
BESIDE = ("actions/plan_legs.py", "actions/plan.py", "actions/today.py", "actions/log.py")
"""What tells a plan's notes and the day's besides."""
VOCABULARY = ("model", "web/pages/session.py")
"""What only names things: words of it may stand in a sentence, and make none."""


@dataclass(frozen=True)
class Piece:
    """Words as they stand in a source: a whole string, or what stands between two values of one."""

    words: str
    file: str
    line: int

    @property
    def speaks(self) -> bool:
        """Whether it is more than a name, a key or a sign: two words, or one beside a value."""
        return bool(re.search(r"[A-Za-z]{2,}.* |.* [a-z]{2,}", self.words)) and "\\" not in self.words


def pieces(places: Iterable[str]) -> list[Piece]:
    """Every piece that is written in these folders and files."""
    found = []
    for place in places:
        path = PACKAGE / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            name = file.relative_to(PACKAGE).as_posix()
            found += [
                Piece(words, name, line) for words, line in _strings(ast.parse(file.read_text("utf-8")))
            ]
    return found


def _strings(tree: ast.Module) -> Iterator[tuple[str, int]]:
    unsaid = set(_unsaid(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unsaid:
            yield node.value, node.lineno


def _unsaid(tree: ast.Module) -> Iterator[int]:
    """The ids of what is never said to a runner: docstrings, formats, what an assertion says, names of the solver's stages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        stage = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Tier"
        if isinstance(node, ast.Assert | ast.Raise) or stage:
            yield from (id(one) for one in ast.walk(node))
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            yield from (id(one) for one in ast.walk(node.format_spec))


def bare(words: str) -> str:
    """Words without what stands at their ends: a full stop, a capital."""
    return words.lower().strip().strip(".").strip()


def is_written(words: str, written: Iterable[str]) -> bool:
    """Whether words can have come out of pieces that follow each other: the end of one, whole ones, the beginning of one; or stand in one."""
    said, known = words.lower(), {one.lower() for one in written}
    if not said.strip() or any(said in one for one in known):
        return True
    ways = {n for n in range(1, len(said)) if any(one.endswith(said[:n]) for one in known)}
    for at in range(1, len(said)):
        if at in ways:
            ways |= {at + len(one) for one in known if one and said.startswith(one, at)}
            if any(one.startswith(said[at:]) for one in known):
                return True
    return len(said) in ways
