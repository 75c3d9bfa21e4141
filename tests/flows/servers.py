"""A server on the loopback that misbehaves exactly as it is told, byte by byte."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Answer = Callable[[socket.socket, bytes], None]  # what to do with a connection and the head of its request


def http(body: bytes = b"", status: str = "200 OK", *headers: str, length: int | None = None) -> bytes:
    """The bytes of a response; `length` lies about its size."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body) if length is None else length}"]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode() + body


def says(*responses: bytes) -> Answer:
    """Answer with these responses in turn, the last one for ever."""
    count = iter(range(10**9))

    def answer(connection: socket.socket, _request: bytes) -> None:
        connection.sendall(responses[min(next(count), len(responses) - 1)])

    return answer


def drips(start: bytes, piece: bytes, pause: float, times: int) -> Answer:
    """Send a beginning, then a piece again and again with pauses."""

    def answer(connection: socket.socket, _request: bytes) -> None:
        connection.sendall(start)
        for _ in range(times):
            time.sleep(pause)
            connection.sendall(piece)

    return answer


def resets(start: bytes) -> Answer:
    """Send a beginning and then reset the connection."""

    def answer(connection: socket.socket, _request: bytes) -> None:
        connection.sendall(start)
        time.sleep(0.05)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return answer


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """The address of a server that treats every connection as told."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stopped = threading.Event()

        def one(connection: socket.socket) -> None:
            with connection, suppress(OSError):
                request = b""
                while b"\r\n\r\n" not in request:
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    request += piece
                answer(connection, request)
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_WR)

        def loop() -> None:
            while not stopped.is_set():
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=one, args=(connection,), daemon=True).start()

        threading.Thread(target=loop, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            stopped.set()
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
