"""How long the light commands take against `import duckdb`: at most four times, `extract` at most eight times.

usage: python tests/bench/bench_light.py [HOME]      (a home that has been run, ./liqaa-sample unless named)
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 9
DOCUMENT = b'{"id": "1", "published": "2026-03-01", "text": "The minister received his guest in Doha on Sunday."}\n'


def seconds(command: list[str], given: bytes = b"") -> float:
    began = time.perf_counter()
    subprocess.run(command, input=given, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main() -> int:
    home = sys.argv[1] if len(sys.argv) > 1 else "liqaa-sample"
    liqaa = str(Path(sys.executable).parent / "liqaa")
    commands = {
        "import duckdb": ([sys.executable, "-c", "import duckdb"], b"", 1.0),
        "query": ([liqaa, "--home", home, "query", "select 1"], b"", 4.0),
        "follow-ups": ([liqaa, "--home", home, "follow-ups"], b"", 4.0),
        "flags": ([liqaa, "--home", home, "flags"], b"", 4.0),
        "search": ([liqaa, "--home", home, "search", "Doha"], b"", 4.0),
        "extract": ([liqaa, "extract"], DOCUMENT, 8.0),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):  # in turn, so that a busy moment falls on all alike
        for name, (command, given, _limit) in commands.items():
            times[name].append(seconds(command, given))
    base = statistics.median(times["import duckdb"])
    worst = 0
    for name, (_command, _given, limit) in commands.items():
        median = statistics.median(times[name])
        within = median <= limit * base
        worst = max(worst, int(not within))
        print(
            f"{name:14} {median:6.3f} s  {median / base:5.2f} x  (at most {limit:.0f} x) {'' if within else 'TOO SLOW'}"
        )
    return worst


if __name__ == "__main__":
    sys.exit(main())
