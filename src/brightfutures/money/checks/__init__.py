"""Checks on a finance return: what a treasurer would want asked before it is believed.

Pure functions. The rules are declared in `catalogue/checks`; here each is worked out on one
council's return (published, or a draft of its own) beside its past, all other councils and the
children it is spent on. Words are in `findings/check_words.py`.
"""
