"""Receivers of alerts on the loopback: a webhook over HTTP and a mail server over SMTP, which do as they are told."""

import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_string
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Webhook:
    """What it was sent, and what it answers."""

    url: str = ""
    got: list[tuple[str, Any]] = field(default_factory=list)  # idempotency key and body
    answers: list[int] = field(default_factory=list)  # statuses to give, in turn; 200 after them
    on_arrival: Callable[[], None] = lambda: None  # done once a message is here, before it is answered


@contextmanager
def webhook() -> Iterator[Webhook]:
    """A webhook that keeps what it is sent."""
    kept = Webhook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = kept.answers.pop(0) if kept.answers else 200
            if status == 200:
                kept.got.append((self.headers["Idempotency-Key"], json.loads(body)))
            kept.on_arrival()
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        kept.url = f"http://127.0.0.1:{server.server_port}/hook"
        with _running(server):
            yield kept


@dataclass
class Mailbox:
    """What it took, and how it answers the next mails."""

    port: int = 0
    got: list[Message] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)  # to a whole mail, in turn; taken after them


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """A mail server without encryption that keeps what it takes."""
    kept = Mailbox()

    class Handler(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

        def handle(self) -> None:
            self.say("220 mail.example")
            while line := self.rfile.readline().decode().strip():
                word = line[:4].upper()
                if word == "DATA":
                    self.say("354 go on")
                    self.take()
                elif word == "QUIT":
                    self.say("221 bye")
                    return
                else:
                    self.say("250 fine")

        def take(self) -> None:
            lines: list[str] = []
            while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
                lines.append(line.removeprefix(".") if line.startswith("..") else line)
            answer = kept.answers.pop(0) if kept.answers else "250 taken"
            if answer.startswith("250"):
                kept.got.append(message_from_string("\n".join(lines)))
            self.say(answer)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        kept.port = server.server_address[1]
        with _running(server):
            yield kept


@contextmanager
def _running(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
