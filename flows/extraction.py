"""The extraction format as a stream: a line in, a line out, in order, on one core or several."""

import json
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import NamedTuple

_BATCH = 16  # lines a worker takes at once: enough to hide the cost of passing them
_AHEAD = 4  # batches in flight for each worker: bounds the memory, whatever the length of the stream


class Line(NamedTuple):
    """One line of output, without its line break."""

    text: str
    good: bool  # false: it says what is wrong with the line of input


def extract_lines(lines: Iterable[bytes], workers: int = 1) -> Iterator[Line]:
    """One line of output for each line of input that is not empty, in the same order."""
    filled = (line for line in lines if line.strip())
    if workers <= 1:
        yield from map(extract_line, filled)
        return
    # Forked workers share the lexicons that the parent has loaded.
    extract_line(b'{"id": "", "text": ""}')
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting: deque[Future[list[Line]]] = deque()
        while batch := list(islice(filled, _BATCH)):
            waiting.append(pool.submit(_extract_batch, batch))
            if len(waiting) >= workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _extract_batch(batch: list[bytes]) -> list[Line]:
    return [extract_line(line) for line in batch]


def extract_line(line: bytes) -> Line:
    """The record of one document as JSON, or what is wrong with the line."""
    from transforms.codec import document_from_json, record_to_json
    from transforms.extract import extract

    number = None
    try:
        data = json.loads(line.decode("utf-8-sig"))
        if isinstance(data, dict):
            number = data.get("id")
        document = document_from_json(data)
    except UnicodeDecodeError as error:
        return _bad(number, f"not UTF-8: {error.reason} at byte {error.start}")
    except json.JSONDecodeError as error:
        return _bad(number, f"not JSON: {error.msg} at column {error.colno}")
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        return _bad(number, str(error) or type(error).__name__)
    return Line(json.dumps(record_to_json(extract(document)), ensure_ascii=False), True)


def _bad(number: object, error: str) -> Line:
    return Line(json.dumps({"id": number, "error": error}, ensure_ascii=False), False)
