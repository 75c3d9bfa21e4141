"""Compares records with gold ones, slot by slot: what was found, what was missed, what was made up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from transforms.evaluate_names import same_name

Json = Mapping[str, Any]

SLOTS = (
    *("relevant_documents", "meetings", "date", "parties", "participants", "offices", "country", "city", "topics"),
    *("agreements", "agreement_status", "follow_ups", "follow_up_windows", "follow_up_modality"),
)
# The composite is the mean F1 of these; one that neither side fills is left out.
COMPOSITE = (
    *("meetings", "date", "parties", "participants", "offices", "country", "topics"),
    *("agreements", "follow_ups", "follow_up_windows"),
)
# From these likenesses on, two entries are taken for the same one.
_SAME_MEETING, _SAME_AGREEMENT, _SAME_FOLLOW_UP, _SAME_WINDOW = 0.34, 0.55, 0.25, 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """How well one slot is filled: values that both sides have, that the gold has, that were found."""

    both: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.both + other.both, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 0 where nothing is there."""
        return self.both / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def errors(self) -> int:
        """Values missed and values made up."""
        return self.gold + self.found - 2 * self.both


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The figures of one document."""

    id: str
    figures: Mapping[str, Figure]

    @property
    def errors(self) -> int:
        """Errors in the slots that count for the composite."""
        return sum(self.figures[slot].errors for slot in COMPOSITE)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of a set of documents, and of each of them."""

    documents: tuple[DocumentScore, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def composite(self) -> float:
        """Mean F1 of the slots that either side fills, each rounded to three places; 1 where there are none."""
        used = [self.figures[slot] for slot in COMPOSITE if self.figures[slot].gold or self.figures[slot].found]
        return round(sum(round(figure.f1, 3) for figure in used) / len(used), 3) if used else 1.0

    def worst(self, count: int) -> tuple[DocumentScore, ...]:
        """The documents with most errors, the worst first; those without any are left out."""
        bad = sorted((d for d in self.documents if d.errors), key=lambda d: (-d.errors, d.id))
        return tuple(bad[:count])


def evaluate(gold: Iterable[Json], found: Iterable[Json]) -> Evaluation:
    """Figures of records in the extraction format against gold ones, paired by id.

    A gold document without a record counts as one in which nothing was found; a record without gold is left alone.
    """
    records = {str(record["id"]): record for record in found}
    scores = tuple(
        DocumentScore(str(wanted["id"]), _document(wanted, records.get(str(wanted["id"]), {}))) for wanted in gold
    )
    return Evaluation(scores, {slot: sum((d.figures[slot] for d in scores), Figure()) for slot in SLOTS})


def _document(wanted: Json, record: Json) -> dict[str, Figure]:
    """The figures of one document."""
    figures = dict.fromkeys(SLOTS, Figure())
    meetings, seen = _list(wanted, "meetings"), _list(record, "meetings")
    figures["relevant_documents"] = _yes(bool(meetings), bool(seen), bool(meetings and seen))
    pairs = _match(meetings, seen, _meeting_likeness, _SAME_MEETING)
    figures["meetings"] = Figure(len(pairs), len(meetings), len(seen))
    nothing: Json = {}
    kept_gold, kept_seen = {i for i, _ in pairs}, {j for _, j in pairs}
    compared = [(meetings[i], seen[j]) for i, j in pairs]
    compared += [(m, nothing) for i, m in enumerate(meetings) if i not in kept_gold]
    compared += [(nothing, m) for j, m in enumerate(seen) if j not in kept_seen]
    for ours, theirs in compared:
        for slot, figure in _meeting(ours, theirs).items():
            figures[slot] += figure
    figures |= _agreements(_list(wanted, "agreements"), _list(record, "agreements"))
    figures |= _follow_ups(_list(wanted, "follow_ups"), _list(record, "follow_ups"))
    return figures


def _meeting(gold: Json, found: Json) -> dict[str, Figure]:
    """The slots of one meeting beside those of the one it was paired with, or of none."""
    figures: dict[str, Figure] = {}
    for slot in ("date", "country", "city"):
        a, b = gold.get(slot), found.get(slot)
        figures[slot] = _yes(bool(a), bool(b), bool(a and b and str(a).casefold() == str(b).casefold()))
    for slot in ("parties", "topics"):
        wanted, got = set(_list(gold, slot)), set(_list(found, slot))
        figures[slot] = Figure(len(wanted & got), len(wanted), len(got))
    people, others = _list(gold, "participants"), _list(found, "participants")
    same = [(a, b) for a, b in _pair_people(people, others) if a.get("party") == b.get("party")]
    figures["participants"] = Figure(len(same), len(people), len(others))
    same_office = [
        1 for a, b in same if a.get("office") == b.get("office") and a.get("portfolio") == b.get("portfolio")
    ]
    figures["offices"] = Figure(len(same_office), len(people), len(others))
    return figures


def _agreements(gold: Sequence[Json], found: Sequence[Json]) -> dict[str, Figure]:
    pairs = _match(gold, found, _agreement_likeness, _SAME_AGREEMENT)
    status = sum(gold[i].get("status") == found[j].get("status") for i, j in pairs)
    return {
        "agreements": Figure(len(pairs), len(gold), len(found)),
        "agreement_status": Figure(status, len(gold), len(found)),
    }


def _follow_ups(gold: Sequence[Json], found: Sequence[Json]) -> dict[str, Figure]:
    pairs = _match(gold, found, _follow_up_likeness, _SAME_FOLLOW_UP)
    windows = sum(same_window(gold[i], found[j]) for i, j in pairs)
    modality = sum(gold[i].get("modality") == found[j].get("modality") for i, j in pairs)
    return {
        "follow_ups": Figure(len(pairs), len(gold), len(found)),
        "follow_up_windows": Figure(windows, len(gold), len(found)),
        "follow_up_modality": Figure(modality, len(gold), len(found)),
    }


def _match(
    gold: Sequence[Json], found: Sequence[Json], likeness: Callable[[Json, Json], float], floor: float
) -> list[tuple[int, int]]:
    """Pairs of entries (their places), the likest first, none below the floor; ties go to the later ones."""
    ranked = sorted(((likeness(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found)), reverse=True)
    pairs: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value >= floor and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _pair_people(gold: Sequence[Json], found: Sequence[Json]) -> list[tuple[Json, Json]]:
    """Each person of the gold with the first one left who has the same name."""
    left = list(found)
    pairs: list[tuple[Json, Json]] = []
    for person in gold:
        for n, other in enumerate(left):
            if same_name(str(person.get("name") or ""), str(other.get("name") or "")):
                pairs.append((person, left.pop(n)))
                break
    return pairs


def _meeting_likeness(a: Json, b: Json) -> float:
    """Half for the parties, half for the people."""
    ours, theirs = _list(a, "participants"), _list(b, "participants")
    named = 2 * len(_pair_people(ours, theirs)) / (len(ours) + len(theirs)) if ours and theirs else 0.0
    return 0.5 * _overlap(a, b) + 0.5 * named


def _agreement_likeness(a: Json, b: Json) -> float:
    value = 0.5 * _overlap(a, b)
    if a.get("type") == b.get("type"):
        value += 0.3
    elif {a.get("type"), b.get("type")} & {"unspecified", "agreement"}:
        value += 0.15
    return value + 0.2 * (a.get("status") == b.get("status"))


def _follow_up_likeness(a: Json, b: Json) -> float:
    parties = _overlap(a, b)
    if a.get("kind") != b.get("kind") or parties < 0.5:
        return 0.0
    return 0.5 * parties + 0.4 * same_window(a, b) + 0.1 * (a.get("modality") == b.get("modality"))


def same_window(gold: Json, found: Json) -> bool:
    """Whether two windows overlap by half of what they cover together; no window is like no window only."""
    start, end = gold.get("window_start"), gold.get("window_end")
    other_start, other_end = found.get("window_start"), found.get("window_end")
    if not start and not end:
        return not other_start and not other_end
    if not other_start or not other_end:
        return False
    try:
        a, b = date.fromisoformat(str(start or end)), date.fromisoformat(str(end or start))
        c, d = date.fromisoformat(other_start), date.fromisoformat(other_end)
    except ValueError:
        return False
    return ((min(b, d) - max(a, c)).days + 1) / ((max(b, d) - min(a, c)).days + 1) >= _SAME_WINDOW


def _overlap(a: Json, b: Json) -> float:
    """Parties that both have, as a share of those that either has."""
    ours, theirs = set(_list(a, "parties")), set(_list(b, "parties"))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def _yes(gold: bool, found: bool, both: bool) -> Figure:
    return Figure(int(both), int(gold), int(found))


def _list(entry: Json, key: str) -> list[Any]:
    return list(entry.get(key) or ())
