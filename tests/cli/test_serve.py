"""`legday serve`: where it listens, what it asks for, and how it ends, with a real server."""

import json
import os
import pty
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from house_ground import ROOT
from legday.cli.exit_codes import ExitCode
from legday.cli.serve import guarded, told_at
from legday.web.keys import Keys, keys_in
from terminal import home_of_ana, legday

ON_ITS_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Makes the terminal its own, as a shell does, so that Ctrl-C reaches it."""


@contextmanager
def serving(home: Path, *words: str, **environment: str):
    """A server in a process of its own; gives its process and the port it told."""
    command = [sys.executable, "-m", "legday.cli.main", "--home", str(home), "serve", "--port", "0", *words]
    known = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    process = subprocess.Popen(
        command, env=known, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    )
    try:
        said = ""
        while "legday is at" not in said and (line := process.stderr.readline()):
            said += line
        yield process, int(said.rpartition("http://127.0.0.1:")[2].split()[0])
    finally:
        process.kill()
        process.communicate()


def asked(port: int, path: str, **headers: str) -> tuple[int, str]:
    """Status and body of a real request."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()


def raw(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(request)
        return line.recv(65536)


def test_a_real_server_refuses_what_is_foreign_and_ends_cleanly(tmp_path):
    home = home_of_ana(tmp_path)
    with serving(home) as (process, port):
        assert asked(port, "/api/v1/rules")[0] == 200
        assert asked(port, "/nowhere")[0] == 404
        assert asked(port, "/today", Host="evil.example")[0] == 421
        assert raw(port, b"GET /today HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 400")
        twice = b"GET /today HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"
        assert raw(port, twice).startswith(b"HTTP/1.1 400")
        whole = b"GET http://evil.example/today HTTP/1.1\r\nHost: evil.example\r\n\r\n"
        assert raw(port, whole).startswith(b"HTTP/1.1 421")
        foreign = b"POST /api/v1/entries HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n"
        foreign += b"Content-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"
        assert raw(port, foreign).startswith(b"HTTP/1.1 403")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0, process.stderr.read()
        assert "Stopped; all that was said is kept." in process.stderr.read()
    assert legday("doctor", home=home).code == ExitCode.OK


def test_ctrl_c_ends_a_server_that_others_reach_by_address_name_and_passphrase(tmp_path):
    home = home_of_ana(tmp_path)
    words = ("--host", "0.0.0.0", "--name", "Laptop.local")
    with serving(home, *words, LEGDAY_PASSPHRASE="correct horse battery") as (process, port):
        status, body = asked(port, "/api/v1/rules", Host="laptop.local")
        assert (status, json.loads(body)["detail"]) == (401, "Nobody is signed in.")
        assert asked(port, "/", Host="127.0.0.1")[0] == 200
        assert asked(port, "/", Host="10.9.8.7")[0] == 421
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0, process.stderr.read()
    assert keys_in(home).is_passphrase("correct horse battery")


def test_a_port_that_is_taken_is_told_with_another(tmp_path):
    home = home_of_ana(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        printed = legday("serve", "--port", str(port), home=home)
    assert printed.code == ExitCode.INPUT
    assert f"{port} is taken by another program" in printed.err
    assert "--port" in printed.err.partition("Maybe")[2]


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host", "x" * 300])
def test_an_address_that_is_not_ours_is_told(tmp_path, host):
    printed = legday("serve", "--port", "0", "--host", host, home=home_of_ana(tmp_path))
    assert printed.code == ExitCode.INPUT
    assert "is no address of this machine" in printed.err


@pytest.mark.parametrize("name", ["laptop.local:8017", "http://laptop", "a b", ""])
def test_a_name_is_the_name_of_a_host(tmp_path, name):
    printed = legday("serve", "--name", name, home=home_of_ana(tmp_path))
    assert printed.code == ExitCode.INPUT
    assert "--name" in printed.err


def test_a_page_that_others_reach_is_not_opened_without_a_passphrase(tmp_path, monkeypatch):
    monkeypatch.delenv("LEGDAY_PASSPHRASE", raising=False)
    printed = legday("serve", "--host", "0.0.0.0", "--port", "0", home=home_of_ana(tmp_path))
    assert printed.code == ExitCode.INPUT
    assert "is needed where other devices can reach the page" in printed.err


def test_a_newcomer_is_welcomed_in_a_home_that_is_made(tmp_path):
    with serving(tmp_path / "home") as (_, port):
        answer = raw(port, b"GET /today HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert b"location: /welcome" in answer
    assert (tmp_path / "home").is_dir()


def test_a_call_that_cannot_listen_makes_no_home(tmp_path):
    assert legday("serve", "--host", "192.0.2.1", home=tmp_path / "home").code == ExitCode.INPUT
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "laptop.local"])
def test_the_passphrase_of_the_environment_is_kept_and_can_be_changed(host, monkeypatch):
    keys = Keys()
    monkeypatch.setenv("LEGDAY_PASSPHRASE", "first passphrase")
    guarded(keys, host, anew=False)
    first = keys.passphrase
    guarded(keys, host, anew=False)
    assert keys.passphrase == first
    monkeypatch.setenv("LEGDAY_PASSPHRASE", "second passphrase")
    guarded(keys, host, anew=False)
    assert keys.is_passphrase("second passphrase")


def test_on_a_terminal_the_passphrase_is_asked_for_twice_and_not_shown(tmp_path):
    home = home_of_ana(tmp_path)
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "LEGDAY_PASSPHRASE"}
    words = ("--home", str(home), "serve", "--host", "0.0.0.0", "--port", "0")
    process = subprocess.Popen(
        [sys.executable, "-c", ON_ITS_TERMINAL, "-m", "legday.cli.main", *words],
        env={**environment, "PYTHONPATH": str(ROOT / "src")},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    try:
        shown = read_until(ours, "Passphrase: ")
        os.write(ours, b"four good old words\n")
        shown += read_until(ours, "confirmation: ")
        os.write(ours, b"four good old words\n")
        shown += read_until(ours, "stop it with Ctrl-C.")
        os.write(ours, b"\x03")
        shown += read_until(ours, "Stopped")
        assert process.wait(timeout=30) == 0, process.stderr.read()
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        os.close(theirs)
    assert "good old" not in shown
    assert keys_in(home).is_passphrase("four good old words")


def read_until(terminal: int, words: str) -> str:
    shown = ""
    while words not in shown:
        shown += os.read(terminal, 4096).decode()
    return shown


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.8.8"])
def test_this_machine_alone_needs_none(host, monkeypatch):
    monkeypatch.delenv("LEGDAY_PASSPHRASE", raising=False)
    keys = Keys()
    guarded(keys, host, anew=False)
    assert keys.passphrase == ""


def test_where_it_is_is_told_for_every_way_in():
    with socket.create_server(("127.0.0.1", 0)) as ear:
        port = ear.getsockname()[1]
        assert list(told_at(ear, frozenset({"laptop.local"}))) == [
            f"legday is at http://127.0.0.1:{port} — stop it with Ctrl-C.",
            f"On other devices of your network: http://laptop.local:{port}",
        ]
