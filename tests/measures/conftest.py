"""Lets tests of comparison share the small England of tests/measures."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "measures"))
