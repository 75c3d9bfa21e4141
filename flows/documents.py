"""Files given by hand, to documents: plain text, HTML pages, and JSON Lines in the extraction format."""

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from flows.errors import InputError
from transforms.codec import document_from_json
from transforms.feed import is_html
from transforms.ids import bytes_id
from transforms.parsing.dates import parse_date
from transforms.parsing.encoding import decode
from transforms.parsing.page import read_page
from transforms.records import Document, Rejection

ADDED = "added"  # the source of everything that is given by hand
_LARGEST = 2_000_000_000  # bytes of one file, unpacked
_LARGEST_TEXT = 5_000_000  # of one article
_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
}


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of a single article; null where nothing was said."""

    published: str | None = None
    title: str | None = None
    url: str | None = None
    lang: str | None = None

    def __bool__(self) -> bool:
        return any((self.published, self.title, self.url, self.lang))


def check_published(value: str | None) -> str | None:
    """An ISO date or datetime as given, or the ISO form of any date that feeds are read with.

    Raises:
        InputError: it is no date.
    """
    if value is None:
        return None
    try:
        datetime.fromisoformat(value)
        return value
    except ValueError:
        parsed = parse_date(value)
    if parsed is None:
        raise InputError(
            f'"{value}" is no date of publication.', advice="Write it as 2025-12-18 or 2025-12-18T19:40+03:00."
        )
    return parsed


def read_bytes(path: Path) -> bytes | Rejection:
    """The bytes of a file, or why there are none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Rejection(ADDED, "missing_file", f"There is no file {path.name}.", None, path.name)
    except IsADirectoryError:
        return Rejection(ADDED, "not_a_file", f"{path.name} is a folder; name the files in it.", None, path.name)
    except OSError as error:
        return Rejection(ADDED, "unreadable_file", f"{path.name} cannot be read: {error.strerror}.", None, path.name)
    if not data.strip():
        return Rejection(ADDED, "empty_file", f"{path.name} is empty.", bytes_id(data), path.name)
    return data


def read_documents(name: str, data: bytes, given: Given) -> Iterator[Document | Rejection]:
    """The documents in the bytes of a file, or why something in it is none; decided by name and content.

    Args:
        name: the file's name, for messages and its suffixes.
        data: what it holds.
        given: what the caller says of it; only for a file that holds one article.
    """
    lower = name.lower()
    if is_lines(name):
        yield from _lines(name, data, given)
        return
    kind = next((what for magic, what in _MAGIC.items() if data.startswith(magic)), None)
    if kind is None and _is_binary(data):
        kind = "a binary file"
    if kind is not None:
        detail = f"{name} is {kind}; Liqaa reads text, HTML and JSON Lines."
        yield Rejection(ADDED, "binary_file", detail, bytes_id(data), name)
        return
    text, _ = decode(data)
    if len(text) > _LARGEST_TEXT:
        yield Rejection(ADDED, "too_large", f"{name} is too large for one article.", bytes_id(data), name)
    elif lower.endswith((".html", ".htm", ".xhtml")) or is_html(text):
        yield _page(name, data, text, given)
    else:
        yield Document("", text, given.title or "", given.published, given.url, given.lang)


def is_lines(name: str) -> bool:
    """Whether a file of this name holds many articles, one a line."""
    return name.lower().endswith((".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"))


def _page(name: str, data: bytes, markup: str, given: Given) -> Document | Rejection:
    page = read_page(markup, given.url)
    if not page.text:
        return Rejection(ADDED, "no_text", f"{name} is a page without an article.", bytes_id(data), name)
    published = given.published or next(iter(page.dates.values()), None)
    return Document("", page.text, given.title or page.title, published, given.url or page.canonical_url, given.lang)


def _lines(name: str, data: bytes, given: Given) -> Iterator[Document | Rejection]:
    if given.published or given.title or given.url:
        what = f"{name} may hold many articles, so --published, --title and --url do not fit it."
        raise InputError(what, advice="Give a file of text or HTML, or write these keys into the lines.")
    sha256 = bytes_id(data)
    if data.startswith(b"\x1f\x8b"):
        try:
            data = _unzip(data)
        except (OSError, EOFError, zlib.error) as error:
            yield Rejection(ADDED, "bad_compression", f"{name} cannot be unpacked: {error}.", sha256, name)
            return
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        locator = f"{name}:{number}"
        try:
            document = document_from_json(json.loads(line.decode("utf-8-sig")))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            yield Rejection(ADDED, "bad_line", f"Line {number} of {name}: {error}.", sha256, locator)
            continue
        if not document.text.strip():
            yield Rejection(ADDED, "empty_text", f"Line {number} of {name} has no text.", sha256, locator)
            continue
        try:
            published = check_published(document.published)
        except InputError as error:
            yield Rejection(ADDED, "bad_date", f"Line {number} of {name}: {error.what}", sha256, locator)
            continue
        yield replace(document, published=published, lang=document.lang or given.lang)


def _unzip(data: bytes) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        out = file.read(_LARGEST + 1)
    if len(out) > _LARGEST:
        raise OSError(f"it unpacks to more than {_LARGEST:,} bytes")
    return out


def _is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: NULs outside UTF-16 and UTF-32, or many control characters."""
    head = data[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return b"\x00" in head or controls * 50 > len(head)
