"""Long words in narrow places: where a name or a path may go on in the next line."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

SOFT_HYPHEN = "\u00ad"
LONGEST_WHOLE = 9
"""Letters of a word that fits over a column of figures."""

_ENDINGS = re.compile(
    r"(?<=\w{3})(?=(?:shire|borough|chester|cester|mouth|minster|(?<!Sout)hampton|ampton|"
    r"umberland|church|pool|brook|field|head|land|ham|ton)\b)"
)


def breakable_name(name: str) -> str:
    """A council's name with a soft hyphen in its long words: Northampton-shire."""
    return " ".join(
        _ENDINGS.sub(SOFT_HYPHEN, word, count=1) if len(word) > LONGEST_WHOLE else word
        for word in name.split(" ")
    )


def breakable_path(path: str) -> Markup:
    """A path that may go on in the next line after a stroke, a dot or a low line."""
    text = str(escape(path))
    for mark in "/_.":
        text = text.replace(mark, f"{mark}<wbr>")
    return Markup(text)  # escaped above; only the places to break are added
