"""How far two texts are the same: a sample of their word sequences, small enough to compare every article with all."""

import hashlib
import re

from transforms.ids import normal

_WORDS = 4  # of a sequence
SAMPLE = 24  # sequences kept of each text: those with the smallest hashes, which are the same for the same text
_WORD = re.compile(r"\w+")


def prints(text: str) -> tuple[str, ...]:
    """The sample of a text, sorted; fewer for a short text, none for one without words."""
    words = _WORD.findall(normal(text))
    if not words:
        return ()
    sequences = {" ".join(words[n : n + _WORDS]) for n in range(max(1, len(words) - _WORDS + 1))}
    hashes = sorted(hashlib.blake2b(sequence.encode(), digest_size=8).hexdigest() for sequence in sequences)
    return tuple(hashes[:SAMPLE])
