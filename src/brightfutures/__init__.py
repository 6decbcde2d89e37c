"""Bright Futures: see honestly how well children and families are served, council by council."""

__version__ = "0.1.0"
