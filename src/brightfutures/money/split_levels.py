"""The two levels at which a gap in spend is split: what is declared of each.

At both, a kind of help is where a line's pounds can be set against the children they were for. What
is left has lines of its own in the remainder: adoption and leaving care are for other children than
those in care, and nobody counts the children of a children's centre. Children in supported homes,
with their parents or seeking asylum are counted among those in care; the return does not tell
their pounds so that they could be priced apart.

Residential care is set against children in children's homes and secure homes. Those in residential
schools and other residential settings are few, their numbers are withheld for most councils, and
much of what they cost is paid by others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from brightfutures.money.placement_kinds import (
    ALL_IN_CARE,
    ENDED,
    FOSTERING,
    HELPED,
    RESIDENTIAL,
    PlacementKind,
)


@dataclass(frozen=True, kw_only=True)
class DeclaredKind:
    """One kind of help: the spend lines, and the series of children that are added and taken off.

    Where a line is a total its parts count. `wobble_indicator` says how much such numbers
    ordinarily move. How long help lasts on average is those helped over those whose help `ended`
    in the year (Little 1961).
    """

    id: str
    title: str
    lines: tuple[str, ...]
    children: tuple[str, ...]
    wobble_indicator: str
    helped: str
    ended: str
    children_less: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SplitLevel:
    """One level: the line that the gap is of, and whom it helps.

    `helped` is the series of all children helped on 31 March, and `need_indicator` the indicator
    of that count from which need is worked out. `needed` are the kinds without which there is
    nothing to part; `counted_lines` are spend lines whose children are among those helped, though
    no kind prices them.
    """

    id: str
    title: str
    line: str
    helped: str
    need_indicator: str
    kinds: tuple[DeclaredKind, ...]
    needed: tuple[str, ...] = ()
    counted_lines: tuple[str, ...] = ()


IN_CARE_RATE = "children_looked_after_rate"


def _counted_alike(kind: PlacementKind) -> DeclaredKind:
    """A kind of placement with the pounds and the children of its weekly cost."""
    return DeclaredKind(
        id=kind.id,
        title=kind.title,
        lines=(kind.line,),
        children=(kind.children,),
        wobble_indicator=IN_CARE_RATE,
        helped=HELPED,
        ended=ENDED,
    )


IN_CARE = SplitLevel(
    id="in_care",
    title="Children in care, by where they live",
    line=ALL_IN_CARE.line,
    helped=HELPED,
    need_indicator=IN_CARE_RATE,
    counted_lines=("unaccompanied_children_looked_after", "other_children_looked_after"),
    kinds=(_counted_alike(RESIDENTIAL), _counted_alike(FOSTERING)),
)

ALL_LINES = SplitLevel(
    id="all_lines",
    title="All children’s social care",
    line="childrens_social_care",
    helped="children_in_need_at_31_march",
    need_indicator="children_in_need_rate",
    needed=("in_care",),
    kinds=(
        replace(_counted_alike(ALL_IN_CARE), id="in_care", title="Children in care"),
        DeclaredKind(
            id="otherwise_in_need",
            title="Other children in need, those on protection plans among them",
            lines=("family_support", "safeguarding", "children_and_young_peoples_safety"),
            children=("children_in_need_at_31_march",),
            children_less=(HELPED,),
            wobble_indicator="children_in_need_rate",
            helped="children_in_need_at_31_march",
            ended="children_in_need_episodes_ended",
        ),
    ),
)

LEVELS = (ALL_LINES, IN_CARE)
LEVEL_OF: Mapping[str, SplitLevel] = {level.id: level for level in LEVELS}
"""The levels by their ids."""
