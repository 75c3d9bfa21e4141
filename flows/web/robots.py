"""robots.txt, asked once a host and run, for pages."""

import threading
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from flows.web.client import Client

_AGENT = "Liqaa"
_LARGEST = 500_000


class Robots:
    """What the hosts of this run allow; threads may share it."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._rules: dict[str, RobotFileParser] = {}
        self._lock = threading.Lock()

    def allowed(self, url: str) -> bool:
        """Whether a page may be fetched. A site without rules allows everything; one that cannot say, nothing yet."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            rules = self._rules.get(origin)
            if rules is None:
                rules = self._rules[origin] = self._ask(origin)
        return rules.can_fetch(_AGENT, url)

    def _ask(self, origin: str) -> RobotFileParser:
        rules = RobotFileParser()
        response = self._client.fetch(f"{origin}/robots.txt")
        if response.body is not None:
            rules.parse(response.body[:_LARGEST].decode("utf-8", "replace").splitlines())
        elif response.status is not None and 400 <= response.status < 500:
            rules.parse([])  # no rules: everything is allowed (RFC 9309, 2.3.1.3)
        else:
            rules.parse(["User-agent: *", "Disallow: /"])  # out of reach: assume the worst for now (2.3.1.4)
        return rules
