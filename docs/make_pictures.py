"""Takes the pictures of the README from a loaded store: `make pictures STORE=FOLDER`.

Eight kinds of page, each as its first screen, small. Needs Chromium.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from brightfutures.delivery.export import export_site

PICTURES = Path(__file__).parent / "pictures"
COUNCIL = "Essex"
MEASURE = "children_looked_after_rate"

PAGES: dict[str, str] = {
    "first-page": "index.html",
    "england": "england.html",
    "region": "regions/east-of-england.html",
    "council": "essex.html",
    "stage": "essex/in-care.html",
    "measure": f"essex/indicators/{MEASURE}.html",
    "map": f"indicators/{MEASURE}.html",
    "questions": "essex/questions.html",
}
"""The name of each picture, and the page of an export that it is of."""

WIDTH, HEIGHT, SCALE, QUALITY = 1000, 1240, 0.6, 76
"""Pixels of the page, pixels of the picture for each, and how well it is kept, of 100."""


def main() -> int:
    """Write every picture; 2 if no store is named or Chromium is not on this machine."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if len(sys.argv) != 2 or chromium is None:
        print("Name the folder of a loaded store, on a machine that has Chromium.")
        return 2
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        site = Path(place) / "site"
        export_site(Path(sys.argv[1]), site, councils=(COUNCIL,))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE
        )
        for name, path in PAGES.items():
            page.goto((site / path).as_uri())
            if name == "map":
                page.get_by_role("heading", name="Where in England").evaluate(
                    "heading => heading.scrollIntoView()"
                )
            page.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", quality=QUALITY)
            print(f"docs/pictures/{name}.jpg")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
