"""Asks sources whether they can be read, and remembers which were reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.errors import InputError
from flows.got import parse_source
from flows.home import Home
from flows.job import sources_of
from flows.reading import private_hosts, source_response
from flows.settings import load_settings
from flows.sourcelist import set_key
from flows.sources import Source
from flows.web.client import Client


@dataclass(frozen=True, slots=True)
class Checked:
    """How one source answered."""

    name: str
    result: str  # ok, or a stable code of what is wrong
    items: int
    detail: str


def check_sources(home: Home, names: Sequence[str]) -> list[Checked]:
    """Ask the named sources of a home, or all; one that answers rightly is marked as verified in its list.

    Raises:
        InputError: a name is not in the list.
    """
    sample = home.kind() == "sample"
    declared = {source.name: source for source in sources_of(home, None, sample)}
    for name in names:
        if name not in declared:
            raise InputError(f'There is no source named "{name}".', advice=f"There are: {', '.join(declared)}.")
    chosen = [declared[name] for name in names] or list(declared.values())
    client = Client(load_settings(home).http, private_hosts(chosen))
    try:
        results = [_check(client, source) for source in chosen]
    finally:
        client.close()
    for source, result in zip(chosen, results, strict=True):
        if result.result == "ok" and not source.verified and not sample:
            set_key(home.sources, source.name, "verified", True)
    return results


def _check(client: Client, source: Source) -> Checked:
    response = source_response(client, source, source.address, "feed", None)
    if response.body is None:
        return Checked(source.name, response.error or "empty", 0, response.detail)
    today = datetime.now(UTC).date().isoformat()
    read = parse_source(source, response.body, response.final_url, response.content_type, today)
    if not read.items and not read.children and read.rejections:
        return Checked(source.name, read.rejections[0].code, 0, read.rejections[0].detail)
    detail = f"moved to {response.permanent_url}" if response.permanent_url else read.title
    return Checked(source.name, "ok", len(read.items), detail)
