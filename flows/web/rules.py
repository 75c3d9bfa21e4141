"""What a site allows: robots.txt, and reservations against text mining (TDMRep), each asked once a host and run."""

import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from protego import Protego

from flows.web.client import Client

_AGENT = "Liqaa"
_LARGEST = 500_000
_Rules = TypeVar("_Rules")
_Reserved = tuple[tuple[re.Pattern[str], bool], ...]  # places in the order given: the first that fits decides


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page is left alone."""

    code: str
    detail: str


class Rules:
    """What the hosts of this run allow; threads may share it."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._robots: dict[str, Protego | None] = {}
        self._reserved: dict[str, _Reserved] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def refusal(self, url: str, mined: bool, private: frozenset[str] = frozenset()) -> Refusal | None:
        """Why a page may not be fetched; null: it may.

        Args:
            url: the page.
            mined: whether a reservation against text mining binds us; official texts are in nobody's exclusive right.
            private: hosts that may be at private addresses.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules = self._once(self._robots, origin, lambda: self._ask_robots(origin, private))
        if rules is None:
            # Out of reach: assume the worst for now (RFC 9309, 2.3.1.4).
            return Refusal(
                "robots_unreachable", "The site's robots.txt is out of reach, so nothing is fetched for now."
            )
        if not rules.can_fetch(url, _AGENT):
            return Refusal("robots", "The site's robots.txt forbids it.")
        if mined:
            reserved = self._once(self._reserved, origin, lambda: self._ask_reserved(origin, private))
            if next((reserves for pattern, reserves in reserved if pattern.match(parts.path or "/")), False):
                return Refusal("reserved", "The publisher reserves this page against text mining (tdmrep.json).")
        return None

    def _once(self, known: dict[str, _Rules], origin: str, ask: Callable[[], _Rules]) -> _Rules:
        """What is known of a host, asked for by the first thread that wants it while the others wait for that host."""
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            if origin not in known:
                known[origin] = ask()
            return known[origin]

    def _ask_robots(self, origin: str, private: frozenset[str]) -> Protego | None:
        response = self._client.fetch(f"{origin}/robots.txt", private=private)
        if response.body is not None:
            return Protego.parse(response.body[:_LARGEST].decode("utf-8", "replace").lstrip("\ufeff"))
        if response.status is not None and 400 <= response.status < 500 and response.status != 429:
            return Protego.parse("")  # no rules: everything is allowed (RFC 9309, 2.3.1.3)
        return None

    def _ask_reserved(self, origin: str, private: frozenset[str]) -> _Reserved:
        response = self._client.fetch(f"{origin}/.well-known/tdmrep.json", private=private)
        try:
            entries = json.loads((response.body or b"[]")[:_LARGEST])
        except (ValueError, RecursionError):
            return ()
        places = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
        return tuple(
            (_pattern(place["location"]), place.get("tdm-reservation") in (1, "1"))
            for place in places
            if isinstance(place.get("location"), str)
        )


def _pattern(location: str) -> re.Pattern[str]:
    """A location of tdmrep.json: `*` stands for anything, a final `$` for the end."""
    end = "$" if location.endswith("$") else ""
    body = ".*".join(re.escape(piece) for piece in location.removesuffix("$").split("*"))
    return re.compile(body + end)
