"""Bytes to text: the declared character set where it works, and what the bytes themselves say where it does not."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_HTML_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# Arabic sites declare Latin-1 or its Windows twin and send Windows Arabic; a true Latin page has few high bytes.
_LATIN = frozenset({"iso8859-1", "cp1252", "ascii"})
_ARABIC_LETTERS = re.compile("[\u0621-\u064a]")
_HIGH = re.compile(rb"[\x80-\xff]")
# The commonest Arabic letters: a wrong Arabic code page yields letters too, but not these.
_COMMON = re.compile("[اليمونرتبةعسد]")


def decode(data: bytes, content_type: str | None = None) -> tuple[str, str]:
    """The text of some bytes and the name of the encoding that was used; never raises.

    A byte-order mark wins, then UTF-8 where the bytes are valid UTF-8 (a wrong declaration is common, valid UTF-8
    by chance is not), then the declarations of the transport and of the document, then Windows and ISO Arabic.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _clean(data.decode(name, "replace")), name
    wide = _wide(data)
    if wide is not None:
        return _clean(data.decode(wide, "replace")), wide
    try:
        return _clean(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    for name in _declared(data, content_type):
        if name in _LATIN or name == "utf-8":
            continue
        try:
            return _clean(data.decode(name)), name
        except (UnicodeDecodeError, LookupError):
            continue
    return _guess(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark: the signs of markup leave every other byte at its beginning zero."""
    head = data[:200]
    if len(head) < 8 or head.count(0) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 4 > len(head) and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even * 4 > len(head) and odd == 0 else None


def _declared(data: bytes, content_type: str | None) -> list[str]:
    """The encodings that header and document declare, by their canonical names."""
    names: list[str] = []
    header = _HEADER_CHARSET.search(content_type or "")
    if header:
        names.append(header.group(1))
    head = data[:2048]
    for pattern in (_XML_CHARSET, _HTML_CHARSET):
        found = pattern.search(head)
        if found:
            names.append(found.group(1).decode("ascii", "replace"))
    known = []
    for name in names:
        try:
            known.append(codecs.lookup(name).name)
        except LookupError:
            continue
    return known


def _guess(data: bytes) -> tuple[str, str]:
    """UTF-8 with a few broken bytes, or the Arabic code page whose letters look most like Arabic, or Latin."""
    high = len(_HIGH.findall(data))
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 10 <= high:
        return _clean(text), "utf-8"
    best, score = "cp1252", 0
    for name in ("cp1256", "iso8859-6"):
        candidate = data.decode(name, "replace")
        common = len(_COMMON.findall(candidate)) - candidate.count("\ufffd")
        if common > score and len(_ARABIC_LETTERS.findall(candidate)) * 2 > high:
            best, score = name, common
    return _clean(data.decode(best, "replace")), best


def _clean(text: str) -> str:
    """Without NULs and lone surrogates, which no database or XML parser takes."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text.removeprefix("\ufeff")
