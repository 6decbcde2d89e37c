"""The level that lies behind a figure: drawn in by how much of it is chance."""
