"""The National Framework's outcomes and enablers: what each means, and what nobody measures.

Writing rules, enforced by tests/catalogue:
- `name` is the framework's own, and the declarations stand in the framework's order.
- `short` is how a person says it in mid-sentence: "help for families", without a capital.
- `means` is one plain sentence of our own on what it is for children.
- each of `not_measured` completes "No published figure says ..." and so begins with whether, how
  or what. It must be true of every council in England: what an indicator of ours, of the
  department's dashboard or of its interactive tool tells is measured, however badly.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One of the four outcomes or, with `is_enabler`, one of the three enablers."""

    id: str
    name: str
    short: str
    means: str
    not_measured: tuple[str, ...]
    is_enabler: bool = False

    def __post_init__(self) -> None:
        if not self.not_measured:
            raise ValueError(f"'{self.id}' says of nothing that it is not measured")
