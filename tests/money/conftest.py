"""Lets the tests of money share their made-up councils, and the slow twin of the oracle."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "oracle")]
