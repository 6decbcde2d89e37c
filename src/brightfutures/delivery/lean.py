"""HTML with fewer letters and nothing less in it, for a site of many thousand pages.

A table cell, a row, an item of a list and an option end where the next begins or where their
table or list ends (HTML standard, section 13.1.2.4, optional tags). A drawing within a page needs
no namespace and has the page's own letters.
"""

from __future__ import annotations

import re

from brightfutures.charts.palette import TYPEFACE

_END_TAGS = re.compile("</(?:t[dhr]|li|option|tbody|thead)>")
LEFT_OUT = (
    ' xmlns="http://www.w3.org/2000/svg"',
    f' font-family="{TYPEFACE}"',
)

_QUOTED = re.compile(rb'(=)"([\w./#-]*[\w#-])"(?!/)')  # begins with what is quickly looked for
_PARAGRAPH_ENDS = re.compile(
    rb"</p>(?=\n?<(?:p|h2|h3|ul|table|details|figure|div|/details|/div|/main|/figure)\b)"
)

_TABLE, _TABLE_ENDS = b"<table", b"</table>"
_FIRST_CELL = re.compile(rb"<tr\b[^>]*>\s*<t([hd])\b")

_INDENTED = re.compile(r"\n\s+")


def lean(html: str) -> str:
    """A page of the site without those, and without indents and empty lines."""
    html = "".join(_END_TAGS.split(html))
    for part in LEFT_OUT:
        html = html.replace(part, "")
    return _INDENTED.sub("\n", html)


def leanest(html: bytes) -> bytes:
    """A page already lean, for a folder that holds the whole site, also without these.

    The quotes of an attribute that is one word, number or plain address (HTML standard, section
    13.1.2.3), the end of a paragraph where the next part begins, and that a heading is its row's
    where a table shows it.
    """
    html = b"".join(_PARAGRAPH_ENDS.split(html)).replace(b"\n<tr", b"<tr")
    html = _TABLE_ENDS.join(map(_without_plain_scopes, html.split(_TABLE_ENDS)))
    return b"".join(_QUOTED.split(html))  # what the quotes held, and all around


def _without_plain_scopes(until_table_ends: bytes) -> bytes:
    """A table whose first column holds headings alone needs no `scope` to tell that they are its
    rows' (HTML standard, section 4.9.12.2); one with a heading over several rows keeps it.
    """
    before, begins, table = until_table_ends.partition(_TABLE)
    if b"rowspan" in table or b"d" in _FIRST_CELL.findall(table):
        return until_table_ends
    return before + begins + table.replace(b' scope="row"', b"")
