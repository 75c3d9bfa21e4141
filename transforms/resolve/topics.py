"""What a phrase is about: the topics that its words name."""

from transforms.lexicon.loader import languages, load
from transforms.segment import tokenise
from transforms.text import fold
from transforms.vocabulary import Topic


def topics_in(words: str, lang: str) -> tuple[Topic, ...]:
    """The topics that some words name, sorted; none where the language has no lexicon."""
    if lang not in languages():
        return ()
    hits = load(lang).gazetteer.find(tokenise(fold(words)))
    left_out = {(hit.first, hit.last) for hit in hits if hit.entry.kind == "topic_exclude"}
    found = {
        Topic(hit.entry.value)
        for hit in hits
        if hit.entry.kind == "topic" and not any(first <= hit.first and hit.last <= last for first, last in left_out)
    }
    return tuple(sorted(found))
