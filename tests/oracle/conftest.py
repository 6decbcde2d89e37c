"""Lets the oracle's tests share the small England of tests/measures, and their slow twins."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "measures")]
