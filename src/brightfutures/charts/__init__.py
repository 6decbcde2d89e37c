"""Floor 2: numbers to SVG, and the table behind each picture. Nothing here knows a web page."""
