"""Lets the tests of the checks, and their laws, share a small England."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
