"""The sentence that a report stands in: the ids of reports and the decisions of reviewers bind to it."""

from bisect import bisect_right
from collections.abc import Iterable

from transforms.records import Evidence, Record
from transforms.segment import sentences
from transforms.text import normalise

# The values whose words tell that a thing happened at all, the most telling first.
_TELLING = {
    "meetings": ("form", "occasion", "format", "parties/0", "date", "participants/0/name"),
    "agreements": ("title", "type", "status", "parties/0"),
    "follow_ups": ("quote", "kind", "modality", "what"),
}


class Anchors:
    """The sentences of one article, found by offset or by words."""

    def __init__(self, title: str, text: str) -> None:
        self._fields = {"title": title, "text": text}
        self._bounds: dict[str, tuple[list[int], list[int]]] = {}

    def at(self, field: str, offset: int) -> str:
        """The sentence around an offset, as published; empty when the offset is outside of the field."""
        source = self._fields[field]
        if not 0 <= offset < len(source):
            return ""
        starts, ends = self._sentences(field)
        i = bisect_right(starts, offset) - 1
        return source[starts[i] : ends[i]].strip() if i >= 0 else ""

    def around(self, words: str) -> str:
        """The sentence that begins with or holds these words; the words themselves where none does."""
        for field in ("text", "title"):
            offset = self._fields[field].find(words) if words else -1
            if offset >= 0:
                return self.at(field, offset) or words
        return words

    def of(self, record: Record, kind: str, index: int) -> str:
        """The sentence that tells of one entry of a record; empty where no evidence says which."""
        prefix = f"/{kind}/{index}/"
        own = [entry for entry in record.evidence if entry.path.startswith(prefix)]
        for value in _TELLING[kind]:
            found = _first(entry for entry in own if entry.path == prefix + value)
            if found:
                return self.at(found.where, found.start)
        found = _first(own)
        return self.at(found.where, found.start) if found else ""

    def _sentences(self, field: str) -> tuple[list[int], list[int]]:
        if field not in self._bounds:
            view = normalise(self._fields[field])
            spans = [view.span(s.start, s.end) for s in sentences(view.norm) if s.end > s.start]
            self._bounds[field] = ([start for start, _ in spans], [end for _, end in spans])
        return self._bounds[field]


def _first(entries: Iterable[Evidence]) -> Evidence | None:
    """The earliest entry; words in the body before words in the headline, which a later edit changes more often."""
    return min(entries, key=lambda entry: (entry.where != "text", entry.start, entry.end), default=None)
