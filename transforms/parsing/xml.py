"""XML as the web sends it, made well-formed and harmless: no document types, no entities but characters, no network."""

import html
import re
from typing import Any

from lxml import etree

_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^\[>]|\"[^\"]*\"|'[^']*')*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_NAMED = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{1,30});")
_BARE = re.compile(r"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BUILT_IN = frozenset(("amp", "lt", "gt", "quot", "apos"))


def prepare(text: str) -> str:
    """A document without declaration, document type, unknown entities and characters that XML forbids."""
    start = text.find("<")
    text = _NOT_XML.sub("", text[start:] if start > 0 else text)
    text = _DECLARATION.sub("", text, count=1).lstrip()
    if "<!DOCTYPE" in text[:5000].upper():
        text = _DOCTYPE.sub("", text, count=1)
    if "&" not in text:
        return text
    parts = _CDATA.split(text)
    return "".join(part if i % 2 else _BARE.sub("&amp;", _NAMED.sub(_character, part)) for i, part in enumerate(parts))


def _character(match: re.Match[str]) -> str:
    """The character of an HTML entity; what no one has defined stays as its letters."""
    name = match.group(1)
    if name in _BUILT_IN:
        return match.group()
    character = html.unescape(match.group())
    return match.group() if character == match.group() else html.escape(character)


def well_formed(text: str) -> tuple[bytes, str, bool] | None:
    """The document as UTF-8, the local name of its root, and whether it had to be mended; null where there is no XML.

    The text must come from `prepare`.
    """
    data = text.encode("utf-8")
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or not isinstance(root.tag, str):
        return None
    name = etree.QName(root).localname
    if not len(parser.error_log):
        return data, name, False
    return etree.tostring(root, encoding="utf-8"), name, True


def tree(data: bytes) -> Any:
    """The tree of a document that `well_formed` gave."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    return etree.fromstring(data, parser)
