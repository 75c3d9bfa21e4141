"""Addresses: made absolute, made canonical, kept to the web."""

import re
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|yclid|msclkid|mc_[ce]id|igshid|_ga|ref_src|ref_url|cmpid|ns_\w+|ocid|spm|wt\.\w+)$",
    re.IGNORECASE,
)
_DEFAULT_PORT = {"http": 80, "https": 443}
_SAFE = "/:@!$&'()*+,;=-._~%"


def absolute(link: str, base: str | None = None) -> str | None:
    """An http(s) address from a link and the page that it stands on; null where it is none."""
    link = "".join(link.split()) if "\n" in link or "\t" in link else link.strip()
    if not link or len(link) > 4000:
        return None
    try:
        joined = urljoin(base, link) if base else link
        parts = urlsplit(joined)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        _ = parts.port  # raises on a port that is no number
    except ValueError:
        return None
    return joined


def host_of(url: str) -> str:
    """The host of an address, in the form that is looked up; empty where it has none."""
    try:
        return _punycode((urlsplit(url).hostname or "").lower().rstrip("."))
    except ValueError:
        return ""


def canonical(url: str) -> str:
    """One form for one page: lower-case host, no default port, fragment or tracking, Arabic letters encoded."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return url
    if not host:
        return url
    host = _punycode(host)
    netloc = f"[{host}]" if ":" in host else host
    if port and port != _DEFAULT_PORT.get(parts.scheme):
        netloc = f"{netloc}:{port}"
    query = "&".join(
        quote(unquote(pair), safe=_SAFE) if "%" not in pair else pair
        for pair in parts.query.split("&")
        if pair and not _TRACKING.match(pair.partition("=")[0])
    )
    return urlunsplit((parts.scheme.lower(), netloc, _path(parts.path), query, ""))


def _path(path: str) -> str:
    """The path with everything outside ASCII encoded, and encodings written one way."""
    if not path:
        return "/"
    return "/".join(_segment(piece) for piece in path.split("/"))


def _segment(piece: str) -> str:
    """One part of a path; percent codes that stand for a slash, a percent or another character set are left alone."""
    plain = unquote(piece, errors="surrogateescape")
    try:
        plain.encode("utf-8")
    except UnicodeEncodeError:
        return quote(piece, safe=_SAFE)
    if "/" in plain or "%" in plain:
        return quote(piece, safe=_SAFE)
    return quote(plain, safe=_SAFE.replace("/", "").replace("%", ""))


def _punycode(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
