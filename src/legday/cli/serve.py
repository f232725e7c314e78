"""Decides how the page is started: where it listens, and what it is over."""

from typing import Annotated

import typer

from legday.cli.door import opened, tell

PORT = 8017


def serve(
    context: typer.Context,
    *,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port on this machine.")] = PORT,
) -> None:
    """Open the page on this machine alone, until Ctrl-C."""
    import uvicorn

    from legday.cli import clock
    from legday.web import create_app

    with opened(context, make=True) as home:
        tell(f"legday is at http://127.0.0.1:{port} — stop it with Ctrl-C.")
        uvicorn.run(
            create_app(home.store, home.catalogue, clock=clock),
            host="127.0.0.1",
            port=port,
            log_level="warning",
            server_header=False,
        )
