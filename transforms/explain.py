"""Explains a record: the text cut where its values stand, the rule behind each, and why others are null."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from transforms.codec import record_to_json
from transforms.records import Document, Evidence, Record
from transforms.vocabulary import NullReason

_LISTS = ("meetings", "agreements", "follow_ups", "claims", "prior_events", "signals")
_NO_RECORD = {
    NullReason.NO_PARTIES: "fewer than two states or organisations are named",
    NullReason.DOMESTIC: "only one state's own officials and people meet",
    NullReason.NO_CONTACT: "no contact between officials is told",
    NullReason.SPORT: "it is about sport",
    NullReason.OUT_OF_SCOPE_ACTOR: "those who meet hold no office of a state or an organisation",
    NullReason.BACKGROUND_ONLY: "contacts are told only as background, or too thinly to count",
    NullReason.UNSUPPORTED_LANGUAGE: "there is no lexicon for its language",
    NullReason.EMPTY_TEXT: "the text is empty",
}
_NULLS = {
    "meetings": {
        "date": "no day word belongs to it; the day of publication is never taken for it",
        "city": "no city is named for it, or only a country, a palace or an office",
        "country": "the place is not told and not certain",
        "venue": "no building or site is named for it",
    },
    "participants": {"portfolio": "a minister, and no field of work is told"},
    "agreements": {
        "date": "no day is told on which it came about",
        "title": "it is mentioned without a name or a subject",
    },
    "follow_ups": {"window_start": "no time is given, or a vague one"},
    "claims": {"year": "no year is told", "value": "no figure is told"},
}
_PLACELESS = {"call": "a call has no place", "video": "a video call has no place"}
_FIELDS_OF_MINISTERS = ("minister", "deputy_minister")


@dataclass(frozen=True, slots=True)
class Mark:
    """One value whose words stand in a segment."""

    path: str  # JSON pointer into the record
    value: str
    rule: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is covered by the same values throughout; laid end to end they are the whole text."""

    text: str
    marks: tuple[Mark, ...]  # the narrowest span first; empty: nothing was read from it


@dataclass(frozen=True, slots=True)
class Value:
    """One value with the words that it rests on."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A value that is null, or a record without meetings, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document with everything that its record says about it."""

    document: Document
    lang: str
    title: tuple[Segment, ...]
    text: tuple[Segment, ...]
    values: tuple[Value, ...]  # in the order of the record
    gaps: tuple[Gap, ...]

    @property
    def right_to_left(self) -> bool:
        """Whether its language is written from right to left."""
        return self.lang in ("ar", "fa", "he", "ur")


def explain(document: Document, record: Record) -> Explanation:
    """What a record rests on, span by span. Spans outside the text are cut to it."""
    data = record_to_json(record)
    marks = {
        where: [(e.start, e.end, Mark(e.path, _shown(_at(data, e.path)), e.rule)) for e in _in(record, where)]
        for where in ("title", "text")
    }
    whole = {"title": document.title, "text": document.text}
    values = tuple(
        Value(Mark(e.path, _shown(_at(data, e.path)), e.rule), whole[e.where][e.start : e.end])
        for e in record.evidence
        if e.where in whole
    )
    gaps = tuple(Gap("/meetings", _NO_RECORD[reason]) for reason in record.reasons)
    return Explanation(
        document,
        record.lang,
        _segments(document.title, marks["title"]),
        _segments(document.text, marks["text"]),
        values,
        gaps + tuple(_gaps(data)),
    )


def _in(record: Record, where: str) -> Iterator[Evidence]:
    return (e for e in record.evidence if e.where == where and e.start < e.end)


def _segments(text: str, spans: list[tuple[int, int, Mark]]) -> tuple[Segment, ...]:
    """The text cut at every edge of a span."""
    spans = [(max(0, start), min(len(text), end), mark) for start, end, mark in spans]
    edges = sorted({0, len(text), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    edges = [edge for edge in edges if 0 <= edge <= len(text)]
    by_width = sorted(spans, key=lambda span: span[1] - span[0])
    segments = []
    for start, end in pairwise(edges):
        over = tuple(mark for a, b, mark in by_width if a <= start and end <= b)
        segments.append(Segment(text[start:end], over))
    return tuple(segments)


def _at(data: Any, path: str) -> Any:
    """The value at a JSON pointer; null where the pointer leads nowhere."""
    for step in path.split("/")[1:]:
        if isinstance(data, list):
            data = data[int(step)] if step.isdecimal() and int(step) < len(data) else None
        else:
            data = data.get(step) if isinstance(data, Mapping) else None
    return data


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _gaps(data: Mapping[str, Any]) -> Iterator[Gap]:
    """The nulls of a record that a reader would ask about, each with its reason."""
    for kind in _LISTS:
        for n, entry in enumerate(data.get(kind) or ()):
            path = f"/{kind}/{n}"
            yield from _of_entry(kind, entry, path)
            for m, person in enumerate(entry.get("participants") or () if kind == "meetings" else ()):
                if person.get("office") in _FIELDS_OF_MINISTERS:
                    yield from _of_entry("participants", person, f"{path}/participants/{m}")


def _of_entry(kind: str, entry: Mapping[str, Any], path: str) -> Iterator[Gap]:
    for key, why in _NULLS.get(kind, {}).items():
        if key in entry and entry[key] is None:
            placeless = _PLACELESS.get(str(entry.get("form")), why) if key in ("city", "country", "venue") else why
            yield Gap(f"{path}/{key}", placeless)
