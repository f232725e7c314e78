"""A SQLite home and, where PostgreSQL is installed, a server of our own in a temporary folder."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

from legday.store import open_store

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin")) if Path("/usr/lib/postgresql").exists() else []


def _programs() -> Path:
    if found := shutil.which("initdb"):
        return Path(found).parent
    if not PROGRAMS:
        pytest.skip("PostgreSQL is not installed: no initdb on the path nor under /usr/lib/postgresql")
    return PROGRAMS[-1]


def _other_user() -> dict[str, str]:
    """PostgreSQL refuses to run as root; its own user is used then."""
    if os.geteuid() != 0:
        return {}
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        pytest.skip("PostgreSQL will not run as root, and there is no user postgres")
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgresql_server():
    """The address of a running server, without a database's name."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    programs, user = _programs(), _other_user()
    folder = Path(tempfile.mkdtemp(prefix="legday-postgresql-"))
    if user:
        shutil.chown(folder, "postgres", "postgres")
    port = _free_port()
    run = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **user}
    start = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [programs / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log"]
    try:
        made = ["-U", "legday", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--wal-segsize=1"]
        subprocess.run([programs / "initdb", "-D", folder / "data", *made], check=True, **run)
        subprocess.run([*control, "-o", start, "start"], check=True, **run)
        try:
            yield f"postgresql+psycopg://legday@127.0.0.1:{port}"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=True, **run)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgresql(postgresql_server):
    """The address of an empty database: the same one each time, emptied, which is far quicker than a new one."""
    from sqlalchemy import create_engine, text

    address = f"{postgresql_server}/postgres"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("SET client_min_messages = warning"))
        connection.execute(text("SET lock_timeout = '20s'"))
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return address


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def sqlite_store(home):
    with open_store(home) as store:
        yield store


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request):
    """Where a store lies besides its home: None for SQLite, an address for PostgreSQL."""
    return request.getfixturevalue("postgresql") if request.param == "postgresql" else None


@pytest.fixture
def store(home, url):
    """The same store over both databases."""
    with open_store(home, url=url) as store:
        yield store
