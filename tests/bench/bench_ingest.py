"""Items a second from the network to stored rows, on 200 local feeds of 50 items, beside lemon24/reader in one run.

usage: python tests/bench/bench_ingest.py [PYTHON]

PYTHON is an interpreter that has the package `reader`; without it only our own figures are shown. Both read the same
server in turn; a second round, in which nothing is new, follows each first one.
"""

import json
import os
import subprocess
import sys
import tempfile
import textwrap
import time

FEEDS, ITEMS = 200, 50

SERVER = """
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
ITEMS = int(sys.argv[1])
ITEM = ("<item><title>خبر {f} {n}</title><link>http://127.0.0.1/{f}/{n}</link><guid>{f}-{n}</guid>"
        "<pubDate>Wed, 11 Mar 2026 14:05:00 +0300</pubDate><description>"
        + "&lt;p&gt;نص الخبر يطول قليلا.&lt;/p&gt;" * 12
        + "</description></item>")
class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        f = self.path.strip("/")
        tag = '"' + f + '"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        items = "".join(ITEM.format(f=f, n=n) for n in range(ITEMS))
        body = ("<rss version='2.0'><channel><title>" + f + "</title>" + items + "</channel></rss>").encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
        self.send_header("ETag", tag); self.send_header("Content-Length", str(len(body)))
        self.end_headers(); self.wfile.write(body)
    def log_message(self, *a): pass
class Server(ThreadingHTTPServer):
    request_queue_size = 256
server = Server(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""

OURS = """
import json, sys, time
from pathlib import Path
from flows.home import Home
from flows.job import open_job
from flows.sources import FullText, Source, SourceKind
from flows.stages import ingest
from warehouse import load
from warehouse.store import open_store
root, port, feeds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
Home(root).claim("real")
sources = [Source(f"s{n}", SourceKind.FEED, url=f"http://127.0.0.1:{port}/{n}", private=True, full_text=FullText.NEVER)
           for n in range(feeds)]
job = open_job(root, None)
with open_store(root) as store:  # what is imported on first use is no part of the reading
    load.items_to_read(store)
out = []
for _ in range(2):
    began = time.perf_counter()
    summary = ingest.run(job, sources)
    out.append([time.perf_counter() - began, summary.new_items])
print(json.dumps(out))
"""

THEIRS = """
import json, sys, time
from reader import make_reader
root, port, feeds = sys.argv[1], sys.argv[2], int(sys.argv[3])
reader = make_reader(root + "/reader.sqlite")
out = []
for n in range(feeds):
    reader.add_feed(f"http://127.0.0.1:{port}/{n}")
for _ in range(2):
    before = reader.get_entry_counts().total
    began = time.perf_counter()
    reader.update_feeds(workers=8, scheduled=False)  # by default a second round within the hour asks nobody
    out.append([time.perf_counter() - began, reader.get_entry_counts().total - before])
print(json.dumps(out))
"""


def measure(python: str, code: str, port: str, feeds: int) -> tuple[list[list[float]], float]:
    """Seconds and new items of two rounds, and the most memory used, in MB."""
    with tempfile.TemporaryDirectory() as folder:
        command = [python, "-c", textwrap.dedent(code), folder, port, str(feeds)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"{python} failed")
    return json.loads(out), usage.ru_maxrss / 1024


def show(name: str, rounds: list[list[float]], memory: float) -> float:
    (first, new), (second, again) = rounds
    print(
        f"{name:22} {new / first:7.0f} items/s in {first:5.2f} s  unchanged round {second:5.2f} s, {again:.0f} new"
        f"  {memory:4.0f} MB"
    )
    return new / first


def main() -> int:
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(ITEMS)], stdout=subprocess.PIPE, text=True)
    assert server.stdout
    port = server.stdout.readline().strip()
    try:
        time.sleep(0.2)
        print(f"{FEEDS} feeds of {ITEMS} items")
        ours = show("liqaa", *measure(sys.executable, OURS, port, FEEDS))
        show(f"liqaa, {FEEDS * 4} feeds", *measure(sys.executable, OURS, port, FEEDS * 4))
        if len(sys.argv) < 2:
            print("Name an interpreter that has lemon24/reader to see it beside.")
            return 0
        theirs = show("lemon24/reader", *measure(sys.argv[1], THEIRS, port, FEEDS))
        return int(ours < theirs)
    finally:
        server.kill()


if __name__ == "__main__":
    sys.exit(main())
