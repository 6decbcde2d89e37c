"""The few colours and the typeface of every chart, and what each colour means.

Contrast on white: navy 10.3, dark grey 7.1 and grey 3.4 may carry meaning; the pale greys may
not, and are only for context that the table under the chart repeats.
"""

US = "#12436D"  # navy: always and only the council the page is about
DARK = "#505A5F"  # the comparison, and words
GREY = "#858D92"  # other councils, where each one matters
PALE = "#BFC5CA"  # context: other councils as a crowd, the zero line
FAINT = "#DDE3E8"  # context: grid lines and the middle half
PAPER = "#FFFFFF"

# System fonts only. Names of more than one word need no quotation marks, which keeps the
# attribute the same inside any other quoting.
TYPEFACE = "Arial, Helvetica, Liberation Sans, Noto Sans, DejaVu Sans, sans-serif"
