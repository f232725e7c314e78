"""Decides what the worker of a browser is: its script, told what pages are made of by their content, so that another content is another worker."""

import json
from hashlib import sha256
from pathlib import Path

from legday.web.assets import Assets

KINDS = frozenset({".css", ".js", ".svg"})
WORKER = "built/sw.js"


def worker_script(assets: Assets) -> str:
    """The script, empty where none was built."""
    script = bundle(assets)
    if not script:
        return ""
    files = shell_files(assets)
    version = sha256("\n".join((script, *files)).encode()).hexdigest()[:16]
    return f"self.legdayShell={json.dumps({'version': version, 'files': files})};\n{script}"


def bundle(assets: Assets) -> str:
    """The worker's bundle as it was built."""
    path = assets.folder / WORKER
    return path.read_text("utf-8") if path.is_file() else ""


def shell_files(assets: Assets) -> list[str]:
    """The addresses of all that pages are made of: styles, scripts, icons."""
    found = (path for path in sorted(assets.folder.rglob("*")) if path.is_file() and path.suffix in KINDS)
    return [assets.url(name) for path in found if (name := _name(path, assets)) != WORKER]


def _name(path: Path, assets: Assets) -> str:
    return path.relative_to(assets.folder).as_posix()
