"""Decides what the page keeps to itself: the key it signs with, the passphrase's hash, and the sessions that were ended."""

import hmac
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from legday.model.errors import InputError, StoreError

FILE = "page.json"
"""Its file in the home, readable by its owner only; no backup holds it."""

LEAST_SIGNS, MOST_SIGNS = 8, 1_024
"""How long a passphrase may be (our setting)."""

SESSION_S = 30 * 24 * 3600
"""How long a sign-in lasts (our setting)."""


@dataclass
class Keys:
    """The secrets of one page. `passphrase` is an argon2id hash, empty where none is set; `ended` the sessions signed out, by when they end."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    passphrase: str = ""
    ended: dict[str, int] = field(default_factory=dict)
    path: Path | None = None
    _lock: Lock = field(default_factory=Lock, repr=False)

    def signed(self, purpose: str, text: str) -> str:
        """A signature of `text` that only this page can make; one for another purpose is another."""
        return hmac.new(self.key, f"{purpose}\n{text}".encode(), sha256).hexdigest()

    # The passphrase

    def set_passphrase(self, said: str) -> None:
        """Keeps a passphrase as its hash; whoever was signed in by another one no longer is. InputError where it is too short or too long."""
        if not LEAST_SIGNS <= len(said) <= MOST_SIGNS:
            raise InputError(
                value=f"{len(said)} signs",
                place="passphrase",
                problem="is no length for one",
                remedy=f"{LEAST_SIGNS} to {MOST_SIGNS} signs; four words that have nothing to do with each other are good",
            )
        self.passphrase = self._hasher.hash(said)
        self.ended.clear()
        self._keep()

    def is_passphrase(self, said: str) -> bool:
        """Whether this is the passphrase that was set. Takes about as long either way, and one at a time, since it takes memory."""
        from argon2.exceptions import InvalidHashError, VerificationError

        with self._lock:
            try:
                return bool(self._hasher.verify(self.passphrase, said[: MOST_SIGNS + 1]))
            except (VerificationError, InvalidHashError):
                return False

    @cached_property
    def _hasher(self) -> Any:
        from argon2 import PasswordHasher

        return PasswordHasher()

    # Sessions

    def new_session(self, now_s: int) -> str:
        """What the cookie of a sign-in holds, from the moment `now_s` (seconds since 1970) on."""
        text = f"{secrets.token_hex(16)}.{now_s + SESSION_S}"
        return f"{text}.{self._session_signature(text)}"

    def is_session(self, cookie: str, now_s: int) -> bool:
        """Whether a cookie is of a sign-in that has neither run out nor been ended."""
        name, until = self._session(cookie)
        return now_s < until and name not in self.ended

    def end_session(self, cookie: str, now_s: int) -> None:
        """Signs out: the cookie is worth nothing from now on, wherever a copy of it lies."""
        name, until = self._session(cookie)
        if now_s < until:
            with self._lock:
                self.ended = {one: end for one, end in self.ended.items() if end > now_s} | {name: until}
                self._keep()

    def _session(self, cookie: str) -> tuple[str, int]:
        """Name and last second of a session that we signed; an empty name and 0 for anything else."""
        text, _, signature = cookie.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._session_signature(text).encode()):
            return "", 0
        name, _, until = text.partition(".")
        return name, int(until)

    def _session_signature(self, text: str) -> str:
        return self.signed(f"session {self.passphrase}", text)

    def _keep(self) -> None:
        if self.path is not None:
            _write(
                self.path, {"key": self.key.hex(), "passphrase": self.passphrase, "ended": dict(self.ended)}
            )


def keys_in(home: Path) -> Keys:
    """The keys of a home's page, made where there are none yet. StoreError for a file that cannot be used."""
    path = home / FILE
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        keys = Keys(path=path)
        keys._keep()  # noqa: SLF001  # its own maker
        return keys
    except (OSError, UnicodeDecodeError) as refused:
        raise _unusable(path, "cannot be read") from refused
    return _read(path, text)


def _read(path: Path, text: str) -> Keys:
    try:
        value = json.loads(text)
        ended = {str(name): int(until) for name, until in value["ended"].items()}
        key = bytes.fromhex(value["key"])
        passphrase = str(value["passphrase"])
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise _unusable(path, "does not hold the page's keys") from wrong
    if len(key) < 32:
        raise _unusable(path, "holds a key that is too short")
    return Keys(key=key, passphrase=passphrase, ended=ended, path=path)


def _unusable(path: Path, problem: str) -> StoreError:
    return StoreError(
        place=str(path), problem=problem, remedy="delete it; the passphrase is then asked for anew"
    )


def _write(path: Path, value: Mapping[str, object]) -> None:
    """Whole or not at all, and never readable by others."""
    half = path.with_name(f"{path.name}.part")
    try:
        half.unlink(missing_ok=True)
        with os.fdopen(
            os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8"
        ) as file:
            json.dump(value, file)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError as refused:
        raise StoreError(place=str(path), problem=f"cannot be written ({refused.strerror})") from refused
