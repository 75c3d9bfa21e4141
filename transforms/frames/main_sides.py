"""The two or three sides that an article is about, where it reports no meeting that names them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.lexicon.loader import load
from transforms.mentions.model import Analysis, Cited, Scene

_OFTEN = 2  # sentences (the headline counts as one) in which a side is named, or stands as the outlet's own
_MOST = 3  # sides
_OPENING = 3  # sentences at the start of a report that tell whose news it is


@dataclass(frozen=True, slots=True)
class MainSides:
    """Sides as an occasion that promises and agreements can lean on; it is told before the first sentence."""

    sentence: int
    parties: list[Cited[str]]


def main_sides(analysis: Analysis) -> MainSides | None:
    """The sides named more often than any other, one of them by an official; null where none stand out."""
    first: dict[str, Cited[str]] = {}
    counts: Counter[str] = Counter()
    for scene in analysis.scenes:
        named = _named(scene)
        counts.update({side.value for side in named})
        for side in named:
            first.setdefault(side.value, side)
    if analysis.home and analysis.scenes:
        word = analysis.scenes[0].sentence.tokens[0]
        first.setdefault(analysis.home, Cited(analysis.home, word.start, word.end, "derived.party.home"))
        counts[analysis.home] += 1
    counts.update({side.value for scene in analysis.title_scenes for side in _named(scene)} & set(first))
    for scene in (*analysis.scenes, *analysis.title_scenes):  # a capital adds to what is named otherwise
        counts.update({side.code for side in scene.parties} & set(first) - {side.value for side in _named(scene)})
    movements = load(analysis.lang).words["movements"]
    opening = (token for scene in analysis.scenes[:_OPENING] for token in scene.sentence.tokens)
    if any(token.low in movements for token in opening):
        return None
    speakers = {p.party.value for scene in analysis.scenes for p in scene.people if p.party is not None and p.in_scope}
    ranked = counts.most_common()
    for size in range(2, _MOST + 1):
        after = ranked[size][1] if len(ranked) > size else 0
        spoken = {code for code, _ in ranked[:size]} & speakers
        if len(ranked) >= size and (_OFTEN if spoken else _OFTEN + 1) <= ranked[size - 1][1] > after:
            return MainSides(-1, sorted((first[code] for code, _ in ranked[:size]), key=_value))
    return None


def _named(scene: Scene) -> Sequence[Cited[str]]:
    people = [p.party for p in scene.people if p.party is not None and p.in_scope and p.party.value[:1] != "@"]
    sides = [side for side in scene.parties if side.basis != "capital"]
    return [*people, *(Cited(side.code, side.start, side.end, f"party.{side.basis}") for side in sides)]


def _value(side: Cited[str]) -> str:
    return side.value
