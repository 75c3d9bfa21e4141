"""An expectation that no row is such and such, whose Data Docs show the rows themselves."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

import great_expectations as gx
from great_expectations.expectations.expectation import render_suite_parameter_string
from great_expectations.render.components import (
    LegacyDiagnosticRendererType,
    LegacyRendererType,
    RenderedStringTemplateContent,
    RenderedTableContent,
)
from great_expectations.render.renderer.renderer import renderer

_SHOWN = 50  # rows in Data Docs
_Base: Any = gx.expectations


class ExpectNoSuchRows(_Base.UnexpectedRowsExpectation):  # type: ignore[misc]
    """A query of which every row is unexpected. The library's own shows the query and a number only."""

    @classmethod
    @renderer(renderer_type=LegacyRendererType.PRESCRIPTIVE)
    @render_suite_parameter_string
    def _prescriptive_renderer(cls, configuration: Any = None, **_: Any) -> list[RenderedStringTemplateContent]:
        said = escape(configuration.description or "").replace("$", "$$")
        return [_string(said[:1].upper() + said[1:])]

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.UNEXPECTED_TABLE)
    def _diagnostic_unexpected_table_renderer(cls, result: Any = None, **_: Any) -> list[RenderedTableContent] | None:
        details = (result.result or {}).get("details") or {} if result is not None else {}
        rows = [dict(row) for row in details.get("unexpected_rows") or []][:_SHOWN]
        return [table_of(rows)] if rows else None


def table_of(rows: Iterable[Mapping[str, Any]]) -> RenderedTableContent:
    """The rows as a table. The pages are made without escaping, so that every cell is escaped here."""
    kept = list(rows)
    return RenderedTableContent(
        content_block_type="table",
        header_row=[escape(str(name)) for name in kept[0]],
        table=[[escape("" if value is None else str(value)) for value in row.values()] for row in kept],
        styling={"body": {"classes": ["table-bordered", "table-sm", "mt-3"]}},
    )


def _string(template: str) -> RenderedStringTemplateContent:
    content: dict[str, Any] = {"template": template, "params": {}, "styling": None}
    return RenderedStringTemplateContent(content_block_type="string_template", string_template=content)
