"""Fetches one address and tells the whole story of it as a value; nothing that a server does raises."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx
import stamina

from flows.settings import HttpSettings
from flows.web.body import BodyFault, decompress, read_bounded
from flows.web.guard import ForbiddenAddress, GuardedBackend, deadline
from flows.web.proxy import Proxies
from transforms.parsing.urls import absolute, host_of

_ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/html;q=0.8, */*"
_PERMANENT = frozenset((301, 308))
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_TRANSIENT_STATUS = frozenset((500, 502, 504))
_WAIT_LIMIT = 24 * 3600  # a server may not send us away for longer than a day at a time
_DAILY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Validators:
    """What is known of the last full answer of an address."""

    etag: str | None = None
    last_modified: str | None = None
    full_at: datetime | None = None  # when it last answered with a body
    sha256: str | None = None  # of that body
    moved_to: str | None = None  # where it said last that it is for good; null: where it was


@dataclass(frozen=True, slots=True)
class Response:
    """The story of one exchange."""

    url: str  # as asked for
    final_url: str  # where the answer came from
    permanent_url: str | None  # where every permanent redirect from `url` on leads; null: none
    status: int | None  # null: no answer
    body: bytes | None  # decompressed; null: none, or not usable
    received: bytes = b""  # what arrived of a body that is not usable
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None
    wire_bytes: int = 0
    seconds: float = 0.0
    attempts: int = 1
    retry_after: int | None = None  # seconds the server asks us to wait
    reserved: bool = False  # its headers reserve the content against text mining (TDMRep)
    error: str | None = None  # stable code; null: all is well
    detail: str = ""  # one sentence for a person

    @property
    def not_modified(self) -> bool:
        """Whether the server says that nothing is new."""
        return self.status == 304 and self.error is None


class _Transient(Exception):
    """A fault that may pass; carries the story so far."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.detail)
        self.response = response


class _Transport(httpx.BaseTransport):
    """httpx on a pool whose connections are guarded."""

    def __init__(self, private_hosts: Iterable[str], settings: HttpSettings) -> None:
        workers = settings.workers
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=workers * 2,
            max_keepalive_connections=workers,
            keepalive_expiry=5,
            network_backend=GuardedBackend(private_hosts, Proxies(settings.proxy, settings.proxy_resolves)),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=url,
                headers=request.headers.raw,
                content=request.stream if isinstance(request.stream, httpx.SyncByteStream) else None,
                extensions=request.extensions,
            )
        )
        stream = answer.stream
        assert isinstance(stream, Iterable)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(stream), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    """A body as it comes; its end is passed on to the pool."""

    def __init__(self, inner: Iterable[bytes]) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        close = getattr(self._inner, "close", None)
        if close:
            close()


@dataclass(slots=True)
class _Host:
    """The manners towards one host."""

    slots: threading.Semaphore
    lock: threading.Lock = field(default_factory=threading.Lock)
    next_at: float = 0.0  # of time.monotonic: when the next request may begin
    rests_until: float = 0.0  # likewise: the server asked us to wait until then


class Client:
    """A fetcher that many threads may share."""

    def __init__(self, settings: HttpSettings, private_hosts: Iterable[str] = ()) -> None:
        stamina.instrumentation.set_on_retry_hooks([])  # a retry is part of the story, not a line on the screen
        self._settings = settings
        self._private = frozenset(host.lower() for host in private_hosts)
        self._http = httpx.Client(
            transport=_Transport(self._private, settings),
            timeout=httpx.Timeout(settings.read_timeout, connect=settings.connect_timeout),
            headers={"User-Agent": settings.user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, br, zstd"},
            trust_env=False,
        )
        self._hosts: dict[str, _Host] = defaultdict(lambda: _Host(threading.Semaphore(settings.per_host)))
        self._hosts_lock = threading.Lock()

    def close(self) -> None:
        """Give back every connection."""
        self._http.close()

    def fetch(
        self,
        url: str,
        validators: Validators | None = None,
        headers: Mapping[str, str] | None = None,
        private: frozenset[str] = frozenset(),
        rest: bool = False,
    ) -> Response:
        """Ask for an address, again where the fault may pass, and tell how it went.

        Args:
            url: the address.
            validators: what is known of its last answer.
            headers: further ones, for its own host alone.
            private: hosts that may be at private addresses for this request; a host that another source has declared
                private is out of reach of this one's redirects.
            rest: whether to leave a server alone that has asked such a request to wait; for pages, which lose nothing
                by it, while a source must not suffer for another one of the same server.
        """
        response = Response(url, url, None, None, None, error="unreachable", detail="No request was made.")
        attempts = 0
        try:
            for attempt in stamina.retry_context(
                on=_Transient,
                attempts=self._settings.attempts,
                timeout=None,
                wait_initial=self._settings.back_off,
                wait_max=20.0,
                wait_jitter=self._settings.back_off,
            ):
                with attempt:
                    attempts += 1
                    response = self._once(url, validators, dict(headers or {}), private, rest)
                    if _passing(response):
                        raise _Transient(response)
        except _Transient as fault:
            response = fault.response
        return replace(response, attempts=attempts)

    def _once(
        self, url: str, validators: Validators | None, headers: dict[str, str], private: frozenset[str], rest: bool
    ) -> Response:
        """One attempt, redirects included."""
        started = time.monotonic()
        ask, permanent, moving = url, None, True
        seen: set[str] = set()
        conditional = _conditions(validators)
        for _ in range(self._settings.max_redirects + 1):
            own = headers if urlsplit(ask).netloc == urlsplit(url).netloc else {}  # no secrets to another host
            host = host_of(ask)
            if host in self._private and host not in private:
                detail = f"{host} is a private host of another source."
                return self._failed(url, ask, None, "private_address", detail, started)
            answer = self._exchange(url, ask, {**own, **conditional}, bool(conditional), rest)
            if isinstance(answer, Response):
                return replace(answer, permanent_url=permanent, seconds=time.monotonic() - started)
            target, status = answer
            moving = moving and status in _PERMANENT
            seen.add(ask)
            if absolute(target) is None:
                return self._failed(url, ask, status, "bad_redirect", "It redirects to no web address.", started)
            if target in seen:
                return self._failed(url, ask, status, "redirect_loop", "It redirects in a circle.", started)
            ask, permanent = target, target if moving else permanent
        return self._failed(url, ask, None, "redirect_loop", "It redirects without end.", started)

    def _failed(self, url: str, at: str, status: int | None, code: str, detail: str, started: float) -> Response:
        return Response(url, at, None, status, None, seconds=time.monotonic() - started, error=code, detail=detail)

    def _exchange(
        self, url: str, ask: str, headers: dict[str, str], conditional: bool, rest: bool
    ) -> Response | tuple[str, int]:
        """One request: the story of it, or where it redirects to and with which status."""
        try:
            with self._manners(ask) as host:
                if rest and host.rests_until > time.monotonic():
                    left = round(host.rests_until - time.monotonic())
                    detail = f"The server asked for a pause, of which {left} seconds are left."
                    return Response(url, ask, None, None, None, retry_after=left, error="resting", detail=detail)
                with (
                    deadline(self._settings.whole_timeout) as ends,
                    self._http.stream("GET", ask, headers=headers, follow_redirects=False) as answer,
                ):
                    if answer.status_code in _REDIRECTS and "location" in answer.headers:
                        return _target(ask, answer.headers["location"]), answer.status_code
                    response = self._read(url, ask, answer, conditional, ends)
                if rest and response.retry_after and response.error:
                    host.rests_until = time.monotonic() + response.retry_after
                return response
        except ForbiddenAddress as error:
            return Response(url, ask, None, None, None, error="private_address", detail=f"{error}.")
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            return Response(url, ask, None, None, None, error="bad_url", detail=f"The address cannot be used: {error}.")
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            name = "connect_timeout" if "Connect" in type(error).__name__ else "read_timeout"
            return Response(url, ask, None, None, None, error=name, detail="The server did not answer in time.")
        except httpcore.ProxyError as error:
            return Response(url, ask, None, None, None, error="proxy_refused", detail=f"No connection: {error}.")
        except (httpcore.ConnectError, httpx.ConnectError) as error:
            return Response(url, ask, None, None, None, error="unreachable", detail=f"No connection: {error}.")
        except (httpx.HTTPError, httpcore.ProtocolError, httpcore.NetworkError) as error:
            detail = f"The exchange broke off: {error or type(error).__name__}."
            return Response(url, ask, None, None, None, error="broken_exchange", detail=detail)

    def _read(self, url: str, ask: str, answer: httpx.Response, conditional: bool, ends: float) -> Response:
        status = answer.status_code
        base = Response(
            url,
            ask,
            None,
            status,
            None,
            etag=answer.headers.get("etag"),
            last_modified=answer.headers.get("last-modified"),
            content_type=answer.headers.get("content-type"),
            retry_after=_retry_after(answer.headers.get("retry-after")),
            reserved=answer.headers.get("tdm-reservation", "").strip() == "1",
        )
        if status == 304:
            if conditional:
                return base
            return replace(base, error="unexpected_304", detail="It says nothing is new, though nothing was asked.")
        if not 200 <= status < 300:
            return replace(base, error=_status_code(status), detail=f"The server answered {status}.")
        wire = bytearray()
        try:
            data = read_bounded(_kept(answer.iter_raw(), wire), self._settings.max_wire, ends)
            body = decompress(data, answer.headers.get("content-encoding"), self._settings.max_body)
        except BodyFault as fault:
            return replace(
                base, error=fault.code, detail=str(fault), received=fault.received, wire_bytes=len(fault.received)
            )
        except (httpx.HTTPError, httpcore.ProtocolError, httpcore.NetworkError, httpcore.TimeoutException) as error:
            slow = isinstance(error, (httpx.TimeoutException, httpcore.TimeoutException))
            detail = f"The body broke off: {error or type(error).__name__}."
            code = "truncated_body"
            if slow:
                code = "too_slow" if time.monotonic() >= ends else "read_timeout"
            return replace(base, error=code, detail=detail, received=bytes(wire), wire_bytes=len(wire))
        return replace(base, body=body, wire_bytes=len(data))

    @contextmanager
    def _manners(self, url: str) -> Iterator[_Host]:
        """Wait for a slot at a host and for the pause after the last request to it."""
        name = host_of(url)
        with self._hosts_lock:
            host = self._hosts[name]
        with host.slots:
            pause = 0.0 if name in self._private else self._settings.delay
            if pause:
                with host.lock:
                    now = time.monotonic()
                    start = max(now, host.next_at)
                    host.next_at = start + pause
                time.sleep(max(0.0, start - now))
            yield host


def _target(ask: str, location: str) -> str:
    """Where a redirect leads; an address that cannot be made out leads nowhere."""
    try:
        return urljoin(ask, location).partition("#")[0]
    except ValueError:
        return ""


def _kept(chunks: Iterable[bytes], wire: bytearray) -> Iterator[bytes]:
    """The chunks of a body, noted as they pass, so that a break loses nothing that arrived."""
    for chunk in chunks:
        wire += chunk
        yield chunk


def _conditions(validators: Validators | None) -> dict[str, str]:
    """The headers of a conditional request; none once a day, since caches lie, and no date from the future."""
    now = datetime.now(UTC)
    if validators is None or validators.full_at is None or now - validators.full_at >= _DAILY:
        return {}
    headers: dict[str, str] = {}
    if validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators.last_modified:
        try:
            when = parsedate_to_datetime(validators.last_modified)
        except (ValueError, TypeError):
            return headers
        if (when if when.tzinfo else when.replace(tzinfo=UTC)) <= now:
            headers["If-Modified-Since"] = validators.last_modified
    return headers


def _passing(response: Response) -> bool:
    """Whether the fault may be gone in a moment; a server that names a time is not asked before it."""
    if response.retry_after:
        return False
    return response.status in _TRANSIENT_STATUS or response.error in (
        "connect_timeout", "read_timeout", "unreachable", "broken_exchange", "truncated_body",
    )  # fmt: skip


def _status_code(status: int) -> str:
    known = {401: "unauthorised", 403: "forbidden", 404: "not_found", 410: "gone", 429: "too_many_requests"}
    return known.get(status, "server_error" if status >= 500 else f"status_{status}")


def _retry_after(value: str | None) -> int | None:
    """Seconds to wait, from either form of the header."""
    if not value:
        return None
    if value.strip().isdigit():
        return min(int(value), _WAIT_LIMIT)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    seconds = (when if when.tzinfo else when.replace(tzinfo=UTC)) - datetime.now(UTC)
    return min(max(0, int(seconds.total_seconds())), _WAIT_LIMIT)
