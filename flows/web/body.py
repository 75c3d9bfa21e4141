"""Response bodies: read within limits of time and size, decompressed within limits of size."""

import io
import time
import zlib
from collections.abc import Iterable

import brotli
import zstandard


class BodyFault(Exception):
    """A body that cannot be used; what was received of it is kept."""

    def __init__(self, code: str, detail: str, received: bytes = b"") -> None:
        super().__init__(detail)
        self.code = code
        self.received = received


def read_bounded(chunks: Iterable[bytes], limit: int, deadline: float) -> bytes:
    """The bytes of a stream, as they came over the wire.

    Args:
        chunks: the stream.
        limit: most bytes that are taken.
        deadline: the moment of `time.monotonic` at which the whole must be here: a sender of a byte a second stays
            within every read timeout.
    """
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        parts.append(chunk)
        size += len(chunk)
        if size > limit:
            raise BodyFault("too_large", f"The body is larger than {limit:,} bytes.", b"".join(parts)[:limit])
        if time.monotonic() > deadline:
            raise BodyFault("too_slow", "The body did not arrive within the time allowed.", b"".join(parts))
    return b"".join(parts)


def decompress(data: bytes, encoding: str | None, limit: int) -> bytes:
    """The content of a body by its Content-Encoding header, several codings included; at most `limit` bytes."""
    for coding in reversed([name.strip().lower() for name in (encoding or "").split(",")]):
        if coding in ("", "identity"):
            continue
        data = _decompress_one(data, coding, limit)
    return data


def _decompress_one(data: bytes, coding: str, limit: int) -> bytes:
    # Some servers announce a coding and send the text itself.
    if coding in ("gzip", "x-gzip") and not data.startswith(b"\x1f\x8b"):
        return data
    try:
        if coding in ("gzip", "x-gzip"):
            return _inflate(data, (16 + zlib.MAX_WBITS,), limit)
        if coding == "deflate":
            return _inflate(data, (zlib.MAX_WBITS, -zlib.MAX_WBITS), limit)
        if coding == "br":
            return _brotli(data, limit)
        if coding == "zstd":
            return _zstd(data, limit)
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise BodyFault("bad_compression", f"The {coding} body cannot be decompressed ({error}).", data) from error
    raise BodyFault("unknown_coding", f'The body is in the coding "{coding}", which was not asked for.', data)


def _inflate(data: bytes, windows: tuple[int, ...], limit: int) -> bytes:
    for number, window in enumerate(windows, start=1):
        engine = zlib.decompressobj(window)
        try:
            out = engine.decompress(data, limit + 1)
        except zlib.error:
            if number == len(windows):
                raise
            continue
        _check_size(out, limit, data)
        if not engine.eof:
            raise BodyFault("truncated_body", "The compressed body breaks off.", out)
        return out
    raise AssertionError("a window is always tried")


def _brotli(data: bytes, limit: int) -> bytes:
    engine = brotli.Decompressor()
    out = io.BytesIO()
    piece = engine.process(data, output_buffer_limit=limit + 1)
    while piece:
        out.write(piece)
        _check_size(out.getbuffer(), limit, data)
        if engine.is_finished():
            break
        piece = engine.process(b"", output_buffer_limit=limit + 1)
    if not engine.is_finished():
        raise BodyFault("truncated_body", "The compressed body breaks off.", out.getvalue())
    return out.getvalue()


def _zstd(data: bytes, limit: int) -> bytes:
    engine = zstandard.ZstdDecompressor(max_window_size=2**27)
    with engine.stream_reader(io.BytesIO(data), read_across_frames=True) as reader:
        out = reader.read(limit + 1)
    _check_size(out, limit, data)
    return out


def _check_size(out: bytes | memoryview, limit: int, data: bytes) -> None:
    if len(out) > limit:
        raise BodyFault("bomb", f"The body unpacks to more than {limit:,} bytes.", data)
