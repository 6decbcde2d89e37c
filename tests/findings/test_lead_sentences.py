"""The sentences under the headline: figure, comparison, gap, each from what is shown."""

from hand_made import catalogue, comparison, gap, indicator, verdict

from brightfutures.findings.health_check import lead_sentences
from brightfutures.measures.results import Level

VISITS = indicator()


def lead(**changes) -> str:
    beside = comparison(verdict=verdict(Level.HIGHER, **changes))
    return " ".join(lead_sentences(catalogue(VISITS), beside, "Ourshire"))


def test_the_gap_to_similar_councils_is_from_the_average_shown():
    said = lead(gap=gap(100.0, 40.0), average=200.0)

    assert "Ten similar councils average 200; England’s figure is 250." in said
    assert "The gap to similar councils is 100: about 40 more visits" in said


def test_the_gap_to_england_is_never_taken_for_the_gap_to_englands_figure():
    said = lead(gap=gap(120.0, 48.0), average=180.0, against="england")

    assert "the other councils of England average 180. The gap to that is 120: about 50" in said
    assert "gap to England" not in said
