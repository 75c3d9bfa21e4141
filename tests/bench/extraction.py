"""Documents a second: the extractor beside spaCy's Arabic sentencizer, which extracts nothing.

    python -m tests.bench.extraction --documents FILE.jsonl[.gz] [--limit N] [--rounds N]

FILE holds lines of the extraction format. spaCy is no dependency: `pip install spacy` first. The two take turns every
few documents in one process, so that a slow moment of the machine falls on both.
"""

import argparse
import gzip
import json
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from transforms.codec import document_from_json
from transforms.extract import extract
from transforms.records import Document

_TURN = 20  # documents


def main() -> None:
    """Measure, and print the rates, their ratio and the memory at the end of each round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    documents = list(islice(_read(options.documents), options.limit))
    sentencize = _sentencizer()
    extract(documents[0])  # lexicons are read once a process
    sentencize(documents[0])
    ratios = []
    for _ in range(options.rounds):
        ours, theirs = _in_turns(documents, extract, sentencize)
        ratios.append(theirs / ours)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        rates = f"liqaa {len(documents) / ours:7.0f}/s   spaCy {len(documents) / theirs:7.0f}/s"
        print(f"{rates}   ratio {ratios[-1]:.2f}   peak memory {memory} MB")
    print(f"median ratio {statistics.median(ratios):.2f} over {len(documents)} documents")


def _read(path: Path) -> Iterator[Document]:
    opened = gzip.open if path.suffix == ".gz" else Path.open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield document_from_json(json.loads(line))


def _sentencizer() -> Callable[[Document], object]:
    import spacy  # type: ignore[import-not-found, unused-ignore]

    pipeline = spacy.blank("ar")
    pipeline.add_pipe("sentencizer")
    return lambda document: [sentence.text for sentence in pipeline(document.text).sents]


def _in_turns(documents: list[Document], *works: Callable[[Document], object]) -> list[float]:
    """Seconds that each takes for all documents, a turn of a few at a time."""
    seconds = [0.0] * len(works)
    for start in range(0, len(documents), _TURN):
        for n, work in enumerate(works):
            started = time.perf_counter()
            for document in documents[start : start + _TURN]:
                work(document)
            seconds[n] += time.perf_counter() - started
    return seconds


if __name__ == "__main__":
    main()
