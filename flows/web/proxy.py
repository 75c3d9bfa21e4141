"""Proxies of the machine or of the settings: which one is for which host, and a tunnel through it."""

import base64
import os
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

import httpcore

_LONGEST_HEAD = 16_384


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that opens tunnels."""

    host: str
    port: int
    secret: str | None = field(default=None, repr=False)  # user and password; null: it asks for none
    resolves: bool = False  # it alone knows names, and keeps private addresses away by itself

    def tunnel(self, stream: httpcore.NetworkStream, target: str, port: int, timeout: float | None) -> None:
        """Ask for a tunnel to an address over an open connection.

        Raises:
            httpcore.ProxyError: it opens none; says what it answered.
        """
        place = f"[{target}]:{port}" if ":" in target else f"{target}:{port}"
        lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
        if self.secret is not None:
            lines.append(f"Proxy-Authorization: Basic {base64.b64encode(self.secret.encode()).decode()}")
        stream.write("\r\n".join([*lines, "", ""]).encode("ascii"), timeout)
        head = b""
        # A byte at a time: whatever follows the head is the first of the tunnel.
        while not head.endswith(b"\r\n\r\n"):
            piece = stream.read(1, timeout)
            head += piece
            if not piece or len(head) > _LONGEST_HEAD:
                raise httpcore.ProxyError(f"the proxy {self.host} broke off")
        status = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
        if len(status) < 2 or not status[1].startswith("2"):
            said = " ".join(status[1:])[:80]
            raise httpcore.ProxyError(f"the proxy {self.host} opens no tunnel to port {port} ({said})")


class Proxies:
    """Which proxy is for which host: the one of the settings, or those of the environment (HTTPS_PROXY, NO_PROXY …)."""

    def __init__(self, setting: str, resolves: bool = False) -> None:
        self._setting = setting
        self._resolves = resolves

    def for_host(self, host: str, port: int) -> Proxy | None:
        """The proxy for a host; null: it is asked directly.

        Raises:
            httpcore.ProxyError: the proxy is of a kind that is not known.
        """
        if not self._setting or urllib.request.proxy_bypass(f"{host}:{port}"):
            return None
        url = self._setting
        if self._setting == "environment":
            named = urllib.request.getproxies_environment()
            url = named.get("https" if port == 443 else "http") or named.get("all") or ""
        return parse_proxy(url, self._resolves) if url else None


def parse_proxy(url: str, resolves: bool = False) -> Proxy:
    """A proxy by its address; the secret in it may come from the environment as ${NAME}.

    Raises:
        httpcore.ProxyError: it is no address of an HTTP proxy; never says the secret.
    """
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port = parts.port or 3128
    except ValueError:
        raise httpcore.ProxyError("the address of the proxy cannot be read") from None
    if parts.scheme != "http" or not parts.hostname:
        raise httpcore.ProxyError(f"a proxy of the kind {parts.scheme} is not supported; name one as http://host:port")
    secret = None
    if parts.username is not None:
        secret = os.path.expandvars(f"{unquote(parts.username)}:{unquote(parts.password or '')}")
    return Proxy(parts.hostname, port, secret, resolves)
