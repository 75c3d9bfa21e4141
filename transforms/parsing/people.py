"""Authors as feeds and pages name them: names alone, never addresses of mail or of profiles."""

import re
from collections.abc import Iterable

_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|mailto:\S+")
_MOST = 200  # code points: longer is no name


def names_of(written: Iterable[str | None]) -> str | None:
    """Some authors in one line, each once, in the order given; null where none is named."""
    found: dict[str, None] = {}
    for entry in written:
        name = " ".join(_ADDRESS.sub(" ", entry or "").split()).strip(" ()<>,;،")
        if name and len(name) <= _MOST:
            found[name] = None
    return ", ".join(found) or None
