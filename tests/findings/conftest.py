"""Lets the tests of the words share comparisons made by hand."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
