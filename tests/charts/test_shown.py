"""Charts as they are really drawn: by Chromium, and by the PDF maker."""

from typing import Any

import pytest

from brightfutures.charts.councils import Average, CouncilMark, Standing
from brightfutures.charts.ranked_bars import RankedBarsChart
from brightfutures.charts.trend import Line, TrendChart
from brightfutures.charts.words import ChartWords
from brightfutures.quantities import Missing, Reason

NAMES = ("Bournemouth, Christchurch and Poole", "Northamptonshire", "Kent")


def charts(words: ChartWords, name: str) -> list[Any]:
    figures = (66, 67, Missing((Reason.SUPPRESSED,)), 71, 94.5)
    trend = TrendChart(
        words=words,
        periods=("2020-21", "2021-22", "2022-23", "2023-24", "2024-25"),
        us=Line(name=name, figures=figures),
        comparison=Line(name="Similar councils", figures=(62, 63, 65, 66, 90)),
        middle_half=((50, 70),) * 5,
    )
    others = tuple(CouncilMark(name=f"Council {i}", figure=40.0 + i) for i in range(100))
    us = CouncilMark(name=name, figure=94.5, standing=Standing.US)
    bars = RankedBarsChart(
        words=words, councils=(*others, us), average=Average(name="England", number=71)
    )
    return [trend, bars]


@pytest.mark.browser
@pytest.mark.parametrize("name", NAMES)
def test_chromium_draws_every_word_inside_the_chart_and_over_no_other(
    chromium: str, chromium_arguments: list[str], words: ChartWords, name: str
) -> None:
    from playwright.sync_api import sync_playwright

    pictures = [
        chart.svg(f"chart-{i}-{narrow}", narrow=narrow)
        for i, chart in enumerate(charts(words, name))
        for narrow in (False, True)
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=chromium_arguments)
        page = browser.new_page()
        page.set_content("".join(pictures))
        found = page.evaluate(
            """() => [...document.querySelectorAll('svg')].map(svg => ({
                width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height,
                texts: [...svg.querySelectorAll('text')].map(text => {
                    const box = text.getBBox();
                    return [box.x, box.y, box.x + box.width, box.y + box.height, text.textContent];
                })
            }))"""
        )
        browser.close()
    for chart in found:
        for left, top, right, bottom, text in chart["texts"]:
            assert left >= 0, text
            assert top >= -2, text  # a box has room above the letters
            assert right <= chart["width"], text
            assert bottom <= chart["height"] + 2, text
        for place, one in enumerate(chart["texts"]):
            for other in chart["texts"][place + 1 :]:
                across = one[0] < other[2] and other[0] < one[2]
                # Boxes of neighbouring lines share the room above and below their letters.
                assert not (across and one[1] + 4 < other[3] and other[1] + 4 < one[3])


def test_the_pdf_maker_draws_charts_without_complaint(
    words: ChartWords, caplog: pytest.LogCaptureFixture
) -> None:
    weasyprint = pytest.importorskip("weasyprint", reason="the pdf extra is not installed")
    pictures = "".join(chart.svg(f"chart-{i}") for i, chart in enumerate(charts(words, NAMES[0])))
    pdf = weasyprint.HTML(string=f"<html lang=en><body>{pictures}</body></html>").write_pdf()
    assert pdf.startswith(b"%PDF")
    assert not [record for record in caplog.records if record.name.startswith("weasyprint")]
