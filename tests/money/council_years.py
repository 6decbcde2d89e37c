"""Years of made-up councils, to be split."""

from brightfutures.money.council_year import CouncilYear, KindOfHelp, OtherLine


def council_year(
    name: str = "ours",
    *,
    children: float = 100_000,
    expected: float = 700,
    homes: tuple[float, float] = (100, 26_000_000),
    fostering: tuple[float, float] = (600, 24_000_000),
    youth: float = 5_000_000,
    **more: object,
) -> CouncilYear:
    """A council with two kinds of placement (children, pounds) and one line without children."""
    kinds = (
        KindOfHelp(name="homes", children=homes[0], spend_pounds=homes[1]),
        KindOfHelp(name="fostering", children=fostering[0], spend_pounds=fostering[1]),
    )
    given = {
        "council": name,
        "spend_pounds": homes[1] + fostering[1] + youth,
        "children_living_there": children,
        "children_helped": homes[0] + fostering[0],
        "children_expected": expected,
        "kinds": kinds,
        "other_lines": (OtherLine(name="youth", spend_pounds=youth),),
    }
    return CouncilYear(**{**given, **more})  # type: ignore[arg-type]
