"""Decides under which addresses the page's own files are loaded: each with a print of its content, so that it may be kept for good."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

STATIC = "/static/"
PRINT = "v"
_SIGNS = 12
"""Of a print: enough that two versions of one file never share it."""


@dataclass(frozen=True)
class Assets:
    """The files in `folder`. A file that changes while the server runs gets another address at once."""

    folder: Path
    _known: dict[str, tuple[tuple[int, int], str]] = field(default_factory=dict)

    def url(self, name: str) -> str:
        """The address of a file by its path in the folder: `/static/plan.css?v=0123456789ab`. KeyError for one that is not there."""
        made = self.print_of(name)
        if not made:
            raise KeyError(name)
        return f"{STATIC}{name}?{PRINT}={made}"

    def script(self, name: str, *, everywhere: bool = False) -> Markup:
        """The tag of a bundle under `built/`, which runs once the page is read; nothing where none was built: every page works without.

        A script that is not `everywhere` belongs to its page: pages with one are loaded whole.
        """
        file = f"built/{name}.js"
        if not self.print_of(file):
            return Markup()
        if everywhere:
            return Markup('<script src="{}" defer data-everywhere></script>').format(self.url(file))
        return Markup('<script src="{}" defer></script>').format(self.url(file))

    def style(self, name: str) -> Markup:
        """The tag of the styles that a bundle under `built/` brought with it; nothing where none was built."""
        file = f"built/{name}.css"
        return (
            Markup('<link rel="stylesheet" href="{}">').format(self.url(file))
            if self.print_of(file)
            else Markup()
        )

    def is_current(self, name: str, made: str) -> bool:
        """Whether this print is that of the file as it is now: under any other the content may yet change."""
        return bool(made) and made == self.print_of(name)

    def print_of(self, name: str) -> str:
        """The print of a file's content, empty where there is no such file inside the folder."""
        path = self.folder / name
        try:
            stat = path.stat()
            key = (stat.st_mtime_ns, stat.st_size)
            known = self._known.get(name)
            if known is None or known[0] != key:
                if self.folder not in path.resolve().parents:
                    return ""
                known = (key, sha256(path.read_bytes()).hexdigest()[:_SIGNS])
                self._known[name] = known
        except (OSError, ValueError):
            return ""
        return known[1]
