"""Errors that reach people: one clear sentence, never a traceback."""


class PlainError(Exception):
    """Something a person can mend, in one sentence that names the file, row or word at fault."""

    exit_code = 1


class CannotAnswer(PlainError):
    """The question is well put but the data cannot answer it (exit code 1)."""

    exit_code = 1


class WrongUse(PlainError):
    """A wrong name, option or value was given (exit code 2)."""

    exit_code = 2
