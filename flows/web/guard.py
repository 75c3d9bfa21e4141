"""Keeps requests on the public internet and within their time: every address is checked after name resolution, before
each connection, and every read and write ends at the deadline of the request that it is for."""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore

from flows.web.proxy import Proxies, Proxy

_SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class ForbiddenAddress(httpcore.ConnectError):
    """A host resolves to an address that is not on the public internet."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} is at {address}, which is not a public address")
        self.host = host
        self.address = address


# Prefixes whose last 32 bits are an IPv4 address: translation (RFC 6052), and the old compatible form (RFC 4291).
_CARRYING = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))
# Translation of a network's own (RFC 8215): where in it the IPv4 address stands is that network's affair.
_LOCAL_TRANSLATION = ipaddress.ip_network("64:ff9b:1::/48")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; mapped and tunnelled forms are looked through."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and any(ip in network for network in _CARRYING):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip in _LOCAL_TRANSLATION:
            return False
    return ip.is_global and not ip.is_multicast


class _Deadline(threading.local):
    """The moment of `time.monotonic` at which this thread's request ends, whatever it is waiting for."""

    at: float | None = None


_deadline = _Deadline()


@contextmanager
def deadline(seconds: float) -> Iterator[float]:
    """Give the block so many seconds for everything that it does on the network; gives the moment that they end at.

    A server that sends a byte now and then stays within every timeout of a single read.
    """
    _deadline.at = time.monotonic() + seconds
    try:
        yield _deadline.at
    finally:
        _deadline.at = None


def _left(timeout: float | None, late: type[httpcore.TimeoutException]) -> float | None:
    """What is left of a timeout before this thread's deadline."""
    if _deadline.at is None:
        return timeout
    left = _deadline.at - time.monotonic()
    if left <= 0:
        raise late("the time for the whole request is over")
    return left if timeout is None else min(timeout, left)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose reads and writes end at the deadline of the request that they are for."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects by the very address that was checked, so that a name cannot change its meaning in between.

    Behind a proxy the tunnel leads to the checked address as well: the proxy is asked for a number, never for a name
    that it would look up again, unless the settings say that it alone knows names and guards them.
    """

    def __init__(self, private_hosts: Iterable[str] = (), proxies: Proxies | None = None) -> None:
        self._inner = httpcore.SyncBackend()
        self._private_hosts = frozenset(host.lower() for host in private_hosts)
        self._proxies = proxies

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """Open a connection to a checked address of a host.

        Raises:
            ForbiddenAddress: one of its addresses is private and its source does not allow that.
            httpcore.ConnectError: the name has no address, or none answers.
        """
        private = host.lower() in self._private_hosts
        proxy = None if private or self._proxies is None else self._proxies.for_host(host, port)
        if proxy is not None and proxy.resolves and not _is_number(host):
            return _TimedStream(self._through(proxy, host, port, timeout))
        addresses = _resolved(host, port)
        if not private:
            for address in addresses:
                if not is_public(address):
                    raise ForbiddenAddress(host, address)
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses[:4]:
            left = _left(timeout, httpcore.ConnectTimeout)
            try:
                if proxy is not None:
                    return _TimedStream(self._through(proxy, address, port, left))
                return _TimedStream(self._inner.connect_tcp(address, port, left, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _through(self, proxy: Proxy, target: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        stream = self._inner.connect_tcp(proxy.host, proxy.port, timeout)
        try:
            proxy.tunnel(stream, target, port, timeout)
        except BaseException:
            stream.close()
            raise
        return stream

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[_SocketOption] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: no source is at a Unix socket."""
        raise httpcore.ConnectError("Unix sockets are not used")

    def sleep(self, seconds: float) -> None:
        """Wait, as the pool asks between its own retries."""
        self._inner.sleep(seconds)


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host} cannot be resolved ({error})") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _is_number(host: str) -> bool:
    """Whether a host is written as an address in any form that a resolver takes without asking anyone."""
    try:
        socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return False
    return True
