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
        """The record of a draft: same-named fields, cited values uncited; what the record lacks is left out."""
        assert is_dataclass(record_type) and is_dataclass(draft)
        values = {
            f.name: self._plain(getattr(draft, f.name), f.name, f"{path}/{f.name}")
            for f in fields(record_type)
            if hasattr(draft, f.name)
        }
        return record_type(**values)

    def _plain(self, value: Any, name: str, path: str) -> Any:
        if isinstance(value, Cited):
            start, end = self._views[value.where].span(value.start, value.end)
            self.evidence.append(Evidence(path, start, end, value.rule, value.where))
            return value.value
        if isinstance(value, (list, tuple)):
            return tuple(self._plain(item, name, f"{path}/{n}") for n, item in enumerate(value))
        if is_dataclass(value) and name in _NESTED:
            return self.settle(value, _NESTED[name], path)
        return value
