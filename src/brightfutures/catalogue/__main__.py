"""`python -m brightfutures.catalogue` checks every declaration and says what there is.

With `docs` it also writes the pages of docs/ that are made from the catalogue.
"""

import sys
from pathlib import Path

from brightfutures.catalogue import CatalogueError, load_catalogue
from brightfutures.catalogue.documents import DOCUMENTS


def main() -> int:
    """Load the catalogue; print what it holds, or the first mistake."""
    try:
        catalogue = load_catalogue()
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"catalogue: {len(catalogue.indicators)} indicators, {len(catalogue.series)} series, "
        f"{len(catalogue.sources)} sources, {len(catalogue.geography.councils())} councils, "
        f"{len(catalogue.questions)} questions, {len(catalogue.warnings)} warnings, "
        f"{len(catalogue.context)} circumstances: all sound"
    )
    if sys.argv[1:] == ["docs"]:
        for name, made in DOCUMENTS.items():
            Path("docs", name).write_text(made(catalogue), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
