"""Turns drafts into records, and the words they rest on into evidence."""

from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from transforms.mentions.model import Cited
from transforms.records import Evidence, Participant
from transforms.text import View

R = TypeVar("R")
_NESTED = {"participants": Participant}


class Settler:
    """Collects the evidence of one record while its parts are settled."""

    def __init__(self, text: View, title: View) -> None:
        self._views = {"text": text, "title": title}
        self.evidence: list[Evidence] = []

    def settle(self, draft: object, record_type: type[R], path: str) -> R:
        """The record of a draft: same-named fields, cited values uncited; what the record lacks is left out.

        A value without words of its own (an index, a flag, an explanation) rests on the first words of its draft.
        """
        assert is_dataclass(record_type) and is_dataclass(draft)
        anchor = _anchor(draft)
        values = {
            f.name: self._plain(getattr(draft, f.name), f.name, f"{path}/{f.name}", anchor)
            for f in fields(record_type)
            if hasattr(draft, f.name)
        }
        return record_type(**values)

    def _plain(self, value: Any, name: str, path: str, anchor: Cited[Any]) -> Any:
        if isinstance(value, Cited):
            self._cite(path, value, value.rule)
            return value.value
        if isinstance(value, (list, tuple)):
            return tuple(self._plain(item, name, f"{path}/{n}", anchor) for n, item in enumerate(value))
        if is_dataclass(value) and name in _NESTED:
            return self.settle(value, _NESTED[name], path)
        if value is not None:
            self._cite(path, anchor, f"derived.{name}")
        return value

    def _cite(self, path: str, cited: Cited[Any], rule: str) -> None:
        start, end = self._views[cited.where].span(cited.start, cited.end)
        self.evidence.append(Evidence(path, start, end, rule, cited.where))


def _anchor(draft: Any) -> Cited[Any]:
    """The words that a draft as a whole rests on: its quote or title, else its first cited value."""
    values = [getattr(draft, f.name) for f in fields(draft)]
    cited = [v for v in (getattr(draft, "quote", None), *values) if isinstance(v, Cited)]
    return cited[0]
