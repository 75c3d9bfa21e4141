"""What a later wording of an article changed, sentence by sentence."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from transforms.segment import sentences
from transforms.text import normalise

_LONGEST = 300  # characters shown of one side of a change
_MOST = 12  # changes told of one wording: beyond that it is another article


@dataclass(frozen=True, slots=True)
class Change:
    """One change."""

    removed: str | None  # null: only added
    added: str | None  # null: only removed


def corrections(title: str, text: str, later_title: str, later_text: str) -> tuple[Change, ...]:
    """The changes from one wording to a later one, in the order of the text; the headline's first."""
    before, after = _parts(title, text), _parts(later_title, later_text)
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            found.append(Change(_shown(before[a:b]), _shown(after[c:d])))
    return tuple(found[:_MOST])


def _parts(title: str, text: str) -> list[str]:
    view = normalise(text)
    parts = [view.published(sentence.start, sentence.end).strip() for sentence in sentences(view.norm)]
    return [part for part in [" ".join(title.split()), *parts] if part]


def _shown(parts: list[str]) -> str | None:
    words = " ".join(parts)
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rstrip()}…"
    return words or None
