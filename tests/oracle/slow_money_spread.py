"""The slow, obvious twin of the spread of spend per child: one council at a time is picked."""

from collections.abc import Mapping


def slow_ends(
    pounds: Mapping[str, float], children: Mapping[str, float], fewest_children: float
) -> tuple[list[str], list[str], float, float, float, float] | None:
    """Codes of the ten lowest and highest, means of both, and the innermost of both; or None."""
    left = {
        code: pounds[code] / children[code]
        for code in pounds
        if code in children and children[code] >= fewest_children and children[code] > 0
    }
    if len(left) < 40:
        return None
    lowest: list[str] = []
    while len(lowest) < 10:
        least = None
        for code in left:
            if code in lowest:
                continue
            if least is None or (left[code], code) < (left[least], least):
                least = code
        assert least is not None
        lowest.append(least)
    highest: list[str] = []
    while len(highest) < 10:
        most = None
        for code in left:
            if code in highest:
                continue
            if most is None or (left[code], code) > (left[most], most):
                most = code
        assert most is not None
        highest.append(most)
    low_sum = 0.0
    for code in lowest:
        low_sum += left[code]
    high_sum = 0.0
    for code in highest:
        high_sum += left[code]
    return lowest, highest, low_sum / 10, high_sum / 10, left[lowest[-1]], left[highest[-1]]
