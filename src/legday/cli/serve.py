"""Decides how the page is started: where it listens, under which names, behind which passphrase, and how it ends."""

import errno
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import Opened, home_of, opened, tell
from legday.model.errors import InputError

if TYPE_CHECKING:
    from types import FrameType

    from uvicorn import Server

    from legday.web.desk import Clock
    from legday.web.keys import Keys

PORT = 8017
HERE = "127.0.0.1"
PASSPHRASE = "LEGDAY_PASSPHRASE"  # noqa: S105  # the name of the variable
GRACE_S = 3
"""Requests under way when the page is stopped may take so long to end (our setting)."""


def serve(
    context: typer.Context,
    *,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any free one.")
    ] = PORT,
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar="ADDRESS",
            help="Where to listen; 0.0.0.0 for every device of your network, behind a passphrase.",
        ),
    ] = HERE,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name", metavar="HOST", help="A name it is reached by, besides its address; may be repeated."
        ),
    ] = None,
    new_passphrase: Annotated[
        bool, typer.Option("--new-passphrase", help="Set another passphrase; every device signs in again.")
    ] = False,
) -> None:
    """Open the page, on this machine alone unless another --host is said, until Ctrl-C."""
    from legday.cli import clock
    from legday.web.keys import keys_in

    names = host_names(name or [])
    with listening(host, port) as ear, opened(context, make=True) as home:
        keys = keys_in(home_of(context))
        guarded(keys, host, anew=new_passphrase)
        serve_at(ear, home, clock=clock, keys=keys, names=names)


def serve_at(
    ear: socket.socket, home: Opened, *, clock: "Clock", keys: "Keys", names: frozenset[str] = frozenset()
) -> None:
    """The page over an open home, at a socket that listens already; returns once it is stopped by Ctrl-C or SIGTERM."""
    import uvicorn

    from legday.web import create_app

    app = create_app(home.store, home.catalogue, clock=clock, keys=keys, names=names)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=GRACE_S,
        )
    )
    with _ending(server):
        for line in told_at(ear, names):
            tell(line)
        server.run(sockets=[ear])
    tell("Stopped; all that was said is kept.")


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens at an address of this machine. InputError for a port that is taken, or an address that is not ours."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError) as refused:
        raise _not_ours(host) from refused
    family, kind, protocol, _, address = found[0]
    with socket.socket(family, kind, protocol) as ear:
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        _bound(ear, address, host=host, port=port)
        yield ear


def _bound(ear: socket.socket, address: object, *, host: str, port: int) -> None:
    try:
        ear.bind(address)  # type: ignore[arg-type]  # as getaddrinfo gave it
        ear.listen(128)
    except OSError as refused:
        if refused.errno == errno.EADDRNOTAVAIL:
            raise _not_ours(host) from refused
        taken = refused.errno == errno.EADDRINUSE
        raise InputError(
            value=port,
            place="--port",
            problem="is taken by another program, perhaps a legday that runs already"
            if taken
            else "may not be used",
            remedy=f"--port {port + 1 if taken and port < 65_535 else PORT}",
        ) from refused


def _not_ours(host: str) -> InputError:
    return InputError(
        value=host, place="--host", problem="is no address of this machine", remedy=f"{HERE} or 0.0.0.0"
    )


def host_names(said: list[str]) -> frozenset[str]:
    """The names the page is reached by, lower case. InputError for what is no name of a host (a port does not belong to it)."""
    from legday.web.hosts import host_name

    for name in said:
        if host_name(name) != name.lower():
            raise InputError(
                value=name, place="--name", problem="is no name of a host", remedy="--name laptop.local"
            )
    return frozenset(name.lower() for name in said)


# The passphrase


def guarded(keys: "Keys", host: str, *, anew: bool) -> None:
    """Makes sure that a page that others could reach has a passphrase. InputError where it needs one and none can be asked for."""
    from legday.web.hosts import is_loopback

    said = os.environ.get(PASSPHRASE, "")
    if said:
        if anew or not keys.passphrase or not keys.is_passphrase(said):
            keys.set_passphrase(said)
            tell(f"The passphrase is the one of {PASSPHRASE}.")
    elif anew or not (keys.passphrase or is_loopback(host)):
        keys.set_passphrase(_asked())


def _asked() -> str:
    if not sys.stdin.isatty():
        raise InputError(
            value="passphrase",
            place="serve",
            problem="is needed where other devices can reach the page",
            remedy=f"a terminal, which is asked for one, or the environment variable {PASSPHRASE}",
        )
    tell(
        "Other devices will reach this page: choose a passphrase, of four words or so. It is kept as a hash only."
    )
    said: str = typer.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True)
    return said


# Where it is, and how it ends


def told_at(ear: socket.socket, names: frozenset[str]) -> Iterator[str]:
    """Where the page is, for this machine and for others."""
    host, port = ear.getsockname()[:2]
    address = ip_address(host)
    yield f"legday is at http://{HERE if address.is_unspecified else _in_address(host)}:{port} — stop it with Ctrl-C."
    other = sorted(names) + ([_outward()] if address.is_unspecified else [])
    for name in filter(None, other):
        yield f"On other devices of your network: http://{_in_address(name)}:{port}"


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _outward() -> str:
    """The address by which other devices of the network reach this machine, empty where there is none. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # an address that no machine has: only the way out is asked for
        except OSError:
            return ""
        return str(way.getsockname()[0])


@contextmanager
def _ending(server: "Server") -> Iterator[None]:
    """Ctrl-C and SIGTERM end the server and nothing more, so that the store is closed as after any verb."""

    def enough(_number: int, _frame: "FrameType | None") -> None:
        server.should_exit = True

    before = {one: signal.signal(one, enough) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
