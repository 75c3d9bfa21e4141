"""The state for whose readers an outlet writes, by the address of its article."""

from functools import lru_cache
from urllib.parse import urlsplit

from transforms.lexicon.loader import shared
from transforms.lexicon.schema import STATES

# The ending of a state that is not its ISO code.
_OTHER_ENDINGS = {"uk": "GB"}


def outlet_state(url: str | None) -> str | None:
    """The ISO code of the outlet's state: of the listed host, else of the host's ending; null: nothing says it."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:  # "http://[broken": an address that names no host
        return None
    hosts, sold = _outlets()
    parts = host.split(".")
    for i in range(len(parts) - 1):
        if ".".join(parts[i:]) in hosts:
            return hosts[".".join(parts[i:])]
    ending = parts[-1]
    state = _OTHER_ENDINGS.get(ending, ending.upper())
    return state if len(parts) > 1 and ending not in sold and state in STATES else None


@lru_cache
def _outlets() -> tuple[dict[str, str], frozenset[str]]:
    data = shared("outlets")
    rows = (line.split("|") for line in data["rows"].strip().splitlines())
    return {host.strip(): state.strip() for host, state, _ in rows}, frozenset(data["sold"].split())
