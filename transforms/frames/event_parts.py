"""Parts a sentence that tells of several meetings: which of its parts belongs to which."""

from collections.abc import Sequence
from itertools import pairwise

from transforms.frames.event import Event
from transforms.mentions.model import Scene


def divide(events: Sequence[Event], scene: Scene) -> None:
    """Part a sentence about several events at its semicolons: "With the Minister …; with the Chairman …".

    Each event that owns a part takes the sentence in, and notes the parts that are not its own.
    """
    cuts = [i for i, t in enumerate(scene.sentence.tokens) if t.text in ";؛"]
    if not cuts or len(events) < 2:
        return
    edges = [0, *cuts, len(scene.sentence.tokens)]
    parts = list(pairwise(edges))
    owners = [_owner(events, scene, start, stop) for start, stop in parts]
    if len({id(o) for o in owners if o is not None}) < 2:
        return
    for owner in [o for o in owners if o is not None]:
        if scene.sentence.index not in owner.scenes:
            owner.scenes.append(scene.sentence.index)
        owner.others[scene.sentence.index] = [p for p, o in zip(parts, owners, strict=True) if o is not owner]


def _owner(events: Sequence[Event], scene: Scene, start: int, stop: int) -> Event | None:
    """The one event whose own people a part of a sentence names."""
    keys = {p.key for p in scene.people if p.key >= 0 and start <= p.first < stop}
    everywhere = set.intersection(*(set(e.members) for e in events[-2:]))
    fitting = [e for e in events if (keys - everywhere) & set(e.members)]
    return fitting[-1] if fitting else None
