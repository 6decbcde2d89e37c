"""HTML with fewer letters and nothing less in it, for a site of many thousand pages.

A table cell, a row, an item of a list and an option end where the next begins or where their
table or list ends (HTML standard, section 13.1.2.4, optional tags). A drawing within a page needs
no namespace and has the page's own letters.
"""

from __future__ import annotations

import re

from brightfutures.charts.palette import TYPEFACE

LEFT_OUT = (
    "</td>",
    "</th>",
    "</tr>",
    "</li>",
    "</option>",
    "</tbody>",
    "</thead>",
    ' xmlns="http://www.w3.org/2000/svg"',
    f' font-family="{TYPEFACE}"',
)

_QUOTED = re.compile(rb'( (?!href=)[a-z-]+=)"([\w.#-]+)"(?!/)|( href=)"([\w./#-]*[\w#-])"(?!/)')
_PARAGRAPH_ENDS = re.compile(
    rb"</p>(?=\n?<(?:p|h2|h3|ul|table|details|figure|div|/details|/div|/main|/figure)\b)"
)

_INDENTED = re.compile(r"\n\s+")


def lean(html: str) -> str:
    """A page of the site without those, and without indents and empty lines."""
    for part in LEFT_OUT:
        html = html.replace(part, "")
    return _INDENTED.sub("\n", html)


def leanest(html: bytes) -> bytes:
    """A page already lean, for a folder that holds the whole site, also without these.

    The quotes of an attribute that is one word, number or plain address (HTML standard, section
    13.1.2.3), and the end of a paragraph where the next part begins.
    """
    html = b"".join(_PARAGRAPH_ENDS.split(html)).replace(b"\n<tr", b"<tr")
    return b"".join(filter(None, _QUOTED.split(html)))  # what the quotes held, and all around
