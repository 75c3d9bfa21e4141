"""Edits a list of sources in place: blocks are added, changed and taken out, comments and the rest stay."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flows.errors import InputError
from flows.sources import Source, load_sources, parse_sources

_BLOCK = re.compile(r"^\[\[\s*source\s*\]\]", re.MULTILINE)
_HEAD = "# The sources of this home. What a source can say: docs/sources.md\n"


def block_of(values: Mapping[str, Any]) -> str:
    """The TOML of one source; values that say nothing are left out."""
    lines = ["[[source]]"]
    for key, value in values.items():
        if value not in (None, "", [], (), {}):
            lines.append(f"{key} = {_toml(value)}")
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(entry) for entry in value) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(entry)}" for key, entry in value.items()) + " }"
    # A JSON string is a TOML basic string, but for the escape of "/" which json does not use.
    return json.dumps(str(value), ensure_ascii=False)


def add_source(path: Path, values: Mapping[str, Any]) -> Source:
    """Append a source to a list, making the list where needed.

    Raises:
        InputError: the list has a source of that name or address already, or the values make no source.
    """
    present = load_sources(path) if path.exists() else ()
    (source,) = parse_sources({"source": [dict(values)]}, path)
    for other in present:
        if other.name == source.name:
            raise InputError(f'There is a source named "{source.name}" already.', advice="Choose another with --name.")
        if other.url and other.url == source.url:
            raise InputError(f'{source.url} is read already, as "{other.name}".')
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    _write(path, text.rstrip("\n") + "\n\n" + block_of(values))
    return source


def remove_source(path: Path, name: str) -> None:
    """Take a source out of a list; what was read from it stays in the warehouse.

    Raises:
        InputError: the list has no source of that name.
    """
    head, blocks = _blocks(path)
    kept = [block for block in blocks if _name(block) != name]
    if len(kept) == len(blocks):
        names = ", ".join(sorted(_name(block) for block in blocks)) or "none"
        raise InputError(f'There is no source named "{name}".', advice=f"There are: {names}.")
    _write(path, head + "".join(kept))


def set_key(path: Path, name: str, key: str, value: Any) -> None:
    """Give a source another value for one key."""
    head, blocks = _blocks(path)
    line = f"{key} = {_toml(value)}\n"
    pattern = re.compile(rf"^{re.escape(key)}\s*=.*\n", re.MULTILINE)
    for number, block in enumerate(blocks):
        if _name(block) == name:
            changed, found = pattern.subn(lambda _: line, block, count=1)
            blocks[number] = changed if found else _BLOCK.sub(lambda match: f"{match.group()}\n{line.rstrip()}", block)
    _write(path, head + "".join(blocks))


def _blocks(path: Path) -> tuple[str, list[str]]:
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    starts = [match.start() for match in _BLOCK.finditer(text)]
    ends = [*starts[1:], len(text)]
    return text[: starts[0]] if starts else text, [text[a:b] for a, b in zip(starts, ends, strict=True)]


def _name(block: str) -> str:
    return str(tomllib.loads(block)["source"][0].get("name", ""))


def _write(path: Path, text: str) -> None:
    """Replace the list at once, after making sure that it can be read."""
    parse_sources(tomllib.loads(text), path)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
