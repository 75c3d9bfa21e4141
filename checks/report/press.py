"""The press: makes pages out of templates in which all data are escaped. What pages have in common is made once."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup, escape

from checks.report.words import words

_SPACE = re.compile(r"\s*\n\s*")
# Stand in the frame of a page where its own title, path and content come. No text of a source gets into the frame.
_TITLE, _PATH, _MAIN = "\0title\0", "\0path\0", "\0main\0"
_METHODS = frozenset(dir(dict))
_ROWS = ("promise_row", "meeting_line", "agreement_row")  # macros whose piece stands on many pages
_SLOT = re.compile(f"({_TITLE}|{_PATH}|{_MAIN})")


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site."""

    path: str  # below the report's folder
    text: str


class Press:
    """Makes the pages of one site, in one language."""

    def __init__(self, shared: Mapping[str, Any]) -> None:
        """`shared` is what every template may name."""
        self._shared = {**shared, **policy()}
        self._templates = _environment(shared["w"].lang)
        self._kits: dict[str, dict[str, Any]] = {}
        self._frames: dict[str, list[str]] = {}

    def page(self, path: str, template: str, **own: Any) -> Page:
        """A page from its template's two blocks, title and main; `own` is what only this template may name."""
        root = "../" * path.count("/")
        made = self._templates.get_template(template)
        context = made.new_context({**self._kit(root), "path": path, **own})
        parts = {name: "".join(block(context)) for name, block in made.blocks.items()}
        filled = {_TITLE: parts["title"], _PATH: str(escape(path)), _MAIN: parts["main"]}
        return Page(path, "".join([filled.get(piece, piece) for piece in self._frame(root, path)]))

    def _kit(self, root: str) -> dict[str, Any]:
        """What templates may name, the macros among it, on pages that lie so deep."""
        if root not in self._kits:
            known = {**self._shared, "root": root}
            macros = self._templates.get_template("macros.html").make_module(known)
            made = {name: macro for name, macro in vars(macros).items() if name[0] != "_"}
            self._kits[root] = known | made | {name: _once(made[name]) for name in _ROWS}
        return self._kits[root]

    def _frame(self, root: str, path: str) -> list[str]:
        """What stands around the content: the same on all pages of a folder, but of its own on each top page."""
        key = root or path
        if key not in self._frames:
            slots = {"title": Markup(_TITLE), "main": Markup(_MAIN), "path": Markup(_PATH) if root else path}
            made = self._templates.get_template("base.html").render(**self._shared, root=root, **slots)
            self._frames[key] = _SLOT.split(made)
        return self._frames[key]


def _once(macro: Callable[[Any], Markup]) -> Callable[[Any], Markup]:
    """A macro that makes the piece of a thing once; the things are those of the site, which outlive it."""
    known: dict[int, Markup] = {}

    def piece(thing: Any) -> Markup:
        if id(thing) not in known:
            known[id(thing)] = macro(thing)
        return known[id(thing)]

    return piece


class _Context(Context):
    """Calls what a template names as it is: looking whether it asks for the context costs more than most calls."""

    def call(
        self, called: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any
    ) -> Any:
        return called(*args, **named)


class _Environment(Environment):
    """Looks for a row's value where it is: asking the mapping for an attribute first, and failing, costs more."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj and attribute not in _METHODS:
            return obj[attribute]
        return super().getattr(obj, attribute)


@cache
def _environment(lang: str) -> Environment:
    """The templates, compiled for a language: its fixed words become part of the text around them."""
    made = _Environment(
        loader=PackageLoader("checks.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else it looks for each page whether its template was changed
    )
    made.context_class = _Context
    made.filters["say"] = words(lang).say
    made.filters["as_day"] = date.fromisoformat
    made.filters["as_rows"] = _rows
    return made


def _rows(stored: str) -> list[dict[str, Any]]:
    """Rows that a check did not expect, as it stored them."""
    found = json.loads(stored)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def policy() -> dict[str, Markup]:
    """Style and script as they stand on every page, and the policy that lets nothing else in."""
    assets = files("checks.report").joinpath("assets")
    style = _SPACE.sub("\n", assets.joinpath("report.css").read_text(encoding="utf-8"))
    script = assets.joinpath("report.js").read_text(encoding="utf-8")
    rules = (
        f"default-src 'none'; style-src 'self' file: {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    # Both are files of this package: nothing in them comes from a feed.
    return {"style": Markup(style), "script": Markup(script), "policy": Markup(rules)}
