"""Decides how often a passphrase may be tried: so many times a client, and so many times in all."""

from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from math import ceil
from threading import Lock

WINDOW_S = 15 * 60
"""An attempt counts this long (our setting)."""

A_CLIENT, IN_ALL = 5, 40
"""Attempts that may fail within that time, from one client and from all of them (our setting)."""


@dataclass
class Attempts:
    """The attempts that failed lately, oldest first, each with its second and its client. At most `IN_ALL` are kept."""

    failed: list[tuple[float, str]] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def begin(self, client: str, *, now_s: float) -> int:
        """Counts an attempt as failed until it is `forgiven`, and returns 0; or the whole seconds to wait where none may be made."""
        with self._lock:
            self.failed = [one for one in self.failed if 0 <= now_s - one[0] < WINDOW_S]
            same = [at for at, other in self.failed if other == network(client)]
            first = same[0] if len(same) >= A_CLIENT else None
            if first is None and len(self.failed) >= IN_ALL:
                first = self.failed[0][0]
            if first is not None:
                return ceil(first + WINDOW_S - now_s)
            self.failed.append((now_s, network(client)))
            return 0

    def forgive(self, client: str) -> None:
        """Forgets the attempts of a client who then knew the passphrase."""
        with self._lock:
            self.failed = [one for one in self.failed if one[1] != network(client)]


def network(client: str) -> str:
    """What counts as one client: an address, of IPv6 its first half, since one machine has as many as it likes of the other."""
    try:
        address = ip_address(client.partition("%")[0])
    except ValueError:
        return client
    return str(int(address) >> 64) if isinstance(address, IPv6Address) else str(address)
