"""An amount of money as a person or a spreadsheet writes it: one rule for every file handed in.

    1234   1,234.50   £1,234   -£1,234   £-1,234   −1 234   (1,234)   (£1,234)

Brackets and either minus sign are less than nought. Commas part thousands or there are none; spaces
are let be.
"""

from __future__ import annotations

import re

_FIGURE = r"(\d+|\d{1,3}(,\d{3})+)(\.\d+)?"
_AMOUNT = re.compile(rf"[-−]?£?{_FIGURE}|£[-−]{_FIGURE}|\(£?{_FIGURE}\)")
_SPACES = re.compile(r"[ \u00a0\u202f]")


def amount(text: str) -> float | None:
    """The amount, in whatever unit the column is in; None where the text is none."""
    written = _SPACES.sub("", text)
    if _AMOUNT.fullmatch(written) is None:
        return None
    below = written.startswith("(") or "-" in written or "−" in written
    return (-1.0 if below else 1.0) * float(re.sub("[^0-9.]", "", written))
