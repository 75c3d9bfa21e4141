"""How a preview looks on a screen."""

from collections.abc import Mapping
from typing import Any

from flows.cli.screen import table

_LONGEST = 600  # characters of an article that are shown


def show(told: Mapping[str, Any]) -> None:
    """Print what would be read from one target, or why not."""
    if told["kind"] is None:
        print(f"{told['target']}: {told['error']}: {told['detail']}")
        for feed in told.get("feeds", ()):
            print(f"  it announces the feed {feed}")
        return
    if told["kind"] == "page":
        article = told["article"]
        print(f"{told['target']}: a page")
        for key in ("title", "published", "basis", "lang", "author", "origin", "url"):
            print(f"  {key}: {article[key]}")
        text = article["text"]
        print(text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …")
        return
    print(f"{told['target']}: {told['kind']}, {len(told['items'])} items, {len(told['rejections'])} rejected")
    table(("published", "title", "url"), [(i["published"], i["title"], i["url"]) for i in told["items"]])
    for refusal in told["rejections"]:
        print(f"  rejected: {refusal['code']}: {refusal['detail']}")
