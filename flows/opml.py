"""Lists of feeds as OPML, in and out."""

from collections.abc import Sequence
from typing import Any

from lxml import etree

from flows.errors import InputError
from flows.sources import Source
from transforms.parsing.encoding import decode
from transforms.parsing.urls import absolute
from transforms.parsing.xml import prepare, tree, well_formed


def read_opml(data: bytes) -> list[dict[str, Any]]:
    """The feeds that an OPML file lists, as the values of sources.

    Raises:
        InputError: it is no OPML.
    """
    text, _ = decode(data)
    found = well_formed(prepare(text))
    if found is None or found[1] != "opml":
        raise InputError("The file is no OPML.")
    feeds: list[dict[str, Any]] = []
    for outline in tree(found[0]).iter("{*}outline"):
        url = absolute(outline.get("xmlUrl") or "")
        if url:
            title = outline.get("title") or outline.get("text") or ""
            feeds.append({"kind": "feed", "url": url, "publisher": title, "languages": _language(outline)})
    return feeds


def _language(outline: Any) -> list[str]:
    code = (outline.get("language") or "")[:2].lower()
    return [code] if code.isalpha() else []


def write_opml(sources: Sequence[Source]) -> bytes:
    """The sources that are feeds on the web, as OPML 2.0."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "Liqaa sources"
    body = etree.SubElement(root, "body")
    for source in sources:
        if source.url is None:
            continue
        title = source.publisher or source.name
        outline = etree.SubElement(body, "outline", type="rss", text=title, title=title, xmlUrl=source.url)
        if source.languages:
            outline.set("language", source.languages[0])
    document: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return document
