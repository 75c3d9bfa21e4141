"""XML as the web sends it, made well-formed and harmless: no document types, no entities but characters, no network."""

import html
import re
from typing import Any
from xml.parsers import expat

from lxml import etree

_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_DOCTYPE_MARK = re.compile(r"[\[>\"']")
_SUBSET_END = re.compile(r"\]\s{0,99}>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_NAMED = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{1,30});")
_BARE = re.compile(r"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):[A-Za-z_]|\s([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*\s*=\s*[\"']")
_DECLARED = re.compile(r"xmlns:([A-Za-z_][\w.-]*)\s*=")
_FIRST_TAG = re.compile(r"<[A-Za-z_][\w.:-]*")
_BUILT_IN = frozenset(("amp", "lt", "gt", "quot", "apos"))


def prepare(text: str) -> str:
    """A document without declaration, document type, unknown entities and characters that XML forbids."""
    start = text.find("<")
    text = _NOT_XML.sub("", text[start:] if start > 0 else text)
    text = _DECLARATION.sub("", text, count=1).lstrip()
    text = _without_doctype(text)
    if "&" not in text:
        return text
    closed = text.rfind("]]>") + 3 if "]]>" in text else 0  # behind it each opening mark would look for its end in vain
    parts = [*_CDATA.split(text[:closed]), "", text[closed:]]
    return "".join(part if i % 2 else _BARE.sub("&amp;", _NAMED.sub(_character, part)) for i, part in enumerate(parts))


def _without_doctype(text: str) -> str:
    """The document without its document type, found in one pass: a pattern for it would look back too often."""
    start = _DOCTYPE.search(text, 0, 5000)
    if not start:
        return text
    at = start.end()
    while mark := _DOCTYPE_MARK.search(text, at):
        sign, at = mark.group(), mark.end()
        if sign == ">":
            return text[: start.start()] + text[at:]
        if sign == "[":
            end = _SUBSET_END.search(text, at)
            return text[: start.start()] + (text[end.end() :] if end else "")
        closing = text.find(sign, at)
        at = closing + 1 if closing >= 0 else len(text)
    return text[: start.start()]


def _character(match: re.Match[str]) -> str:
    """The character of an HTML entity; what no one has defined stays as its letters."""
    name = match.group(1)
    if name in _BUILT_IN:
        return match.group()
    character = html.unescape(match.group())
    return match.group() if character == match.group() else html.escape(character)


def well_formed(text: str) -> tuple[bytes, str, bool] | None:
    """The document as UTF-8, the local name of its root, and whether it had to be mended; null where there is no XML.

    The text must come from `prepare`. What is returned is well-formed to the parser that reads feeds as well.
    """
    data = _declare_prefixes(text).encode("utf-8")
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
        if root is None or not isinstance(root.tag, str):
            return None
        name = str(etree.QName(root).localname)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if not parser.error_log and _expat_reads(data):
        return data, name, False
    data = etree.tostring(root, encoding="utf-8")
    return (data, name, True) if _expat_reads(data) else None


def _declare_prefixes(text: str) -> str:
    """Give each prefix that is used and declared nowhere a namespace: many feeds forget one."""
    used = {one or other for one, other in _PREFIX.findall(text)} - set(_DECLARED.findall(text)) - {"xml", "xmlns"}
    if not used:
        return text
    names = "".join(f' xmlns:{prefix}="urn:undeclared:{prefix}"' for prefix in sorted(used))
    return _FIRST_TAG.sub(lambda match: match.group() + names, text, count=1)


def _expat_reads(data: bytes) -> bool:
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        return False
    return True


def in_lower_case(data: bytes) -> bytes:
    """The document with the names of its tags and attributes in lower case, as every feed format writes them."""
    root = tree(data)
    for node in root.iter(etree.Element):
        node.tag = node.tag.lower()
        for name, value in list(node.attrib.items()):
            del node.attrib[name]
            node.attrib[name.lower()] = value
    return bytes(etree.tostring(root, encoding="utf-8"))


def tree(data: bytes) -> Any:
    """The tree of a document that `well_formed` gave."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    return etree.fromstring(data, parser)
