"""Makes docs/report.png: the first page of the report on the sample, as Chromium shows it.

usage: python scripts/screenshot.py [HOME] [OUT]      (after `make run`; needs Chromium, e.g. Debian's package)
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 1180, 1480
# No sandbox in containers; nothing that would ask a network in the background.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> int:
    home = Path(sys.argv[1] if len(sys.argv) > 1 else "liqaa-sample")
    out = Path(sys.argv[2] if len(sys.argv) > 2 else "docs/report.png")
    page = home / "report" / "index.html"
    if not page.exists():
        print(f"There is no report at {page}; run `make run` first.", file=sys.stderr)
        return 1
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("No Chromium was found; on Debian: apt-get install chromium", file=sys.stderr)
        return 1
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        tab.goto(page.resolve().as_uri())
        out.parent.mkdir(parents=True, exist_ok=True)
        tab.screenshot(path=out)
        browser.close()
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
