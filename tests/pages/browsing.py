"""What the tests that look at pages in a browser share: a visit, and what is looked at there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page

from turns import IN_CI

PATIENCE = 120_000
"""Milliseconds: a page that is worked out when first asked for may have to wait its turn."""

A4_INSIDE_MARGINS = 695
"""CSS pixels in 210 mm less two margins of 13 mm."""

HEIGHT = 900

MANY = 2_500
"""Tags: a page of more takes axe many seconds, and repeats itself in hundreds of rows."""

CONTRAST = "color-contrast"

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {CONTRAST: {"enabled": False}},
}
"""Axe's names for WCAG 2.0, 2.1 and 2.2, levels A and AA, and for what is good practice beside.

The rule of colours is run by itself, in `pale`.
"""


def visit(browser: Browser, address: str, width: int = 1200) -> Page:
    """A new page at an address, so many pixels wide; it may say no, but must not have failed."""
    page = window(browser).new_page()
    widen(page, width)
    answer = page.goto(address, timeout=PATIENCE)
    assert answer is None or answer.status < 500
    return page


@cache
def window(browser: Browser) -> BrowserContext:
    """What all pages are opened in: a window for each would take longer than most pages do."""
    return browser.new_context()


def widen(page: Page, width: int) -> None:
    """Give the page that is open another width, without loading it again."""
    page.set_viewport_size({"width": width, "height": HEIGHT})


def open_everything(page: Page) -> None:
    """Open all that a reader can open."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


def faults_at(page: Page, widths: Sequence[int]) -> dict[str, list[str]]:
    """What axe finds, and what does not fit, at each of the widths; nothing where all is well.

    Everything on the page is opened first. Axe looks at the whole page at the first width, and at
    the others at `one_of_each_build`, which is then all that is left of the page. Of a page of more
    than `MANY` tags it looks at no more than that at the first width either, but in CI. Colours it
    sees on the whole page, once for each set of rules of style that the widths bring into force.
    """
    open_everything(page)
    page.evaluate(AXE_SCRIPT)
    found, styles = {}, set()
    for width in reversed(widths):
        widen(page, width)
        found[f"what does not fit, {width} wide"] = misfits(page)
        style = rules_in_force(page)
        if style not in styles:
            found[f"colours, {width} wide"] = pale(page)
            styles.add(style)
    if not IN_CI and page.locator("body *").count() > MANY:
        one_of_each_build(page)
    found["the whole page"] = axe(page)
    one_of_each_build(page)
    for width in widths[1:]:
        widen(page, width)
        found[f"{width} wide"] = axe(page)
    return {where: faults for where, faults in found.items() if faults}


FAULTS = """found => found.violations.flatMap(fault =>
    fault.nodes.map(node => `${fault.id}: ${node.html.slice(0, 160)}`))"""


def axe(page: Page) -> list[str]:
    """What axe finds against all rules but that of colours, each with the rule and where."""
    return page.evaluate(f"options => axe.run(options).then({FAULTS})", RULES)


def pale(page: Page) -> list[str]:
    """Words that axe finds too pale for what is behind them.

    Of the words that look alike it is shown the first: of one colour, size and weight, in parts of
    the same tags, classes and backgrounds up to the body. The rule takes longer than all others
    together. Of words in a drawing it only ever says that it cannot tell: they are passed over.
    """
    return page.evaluate(
        """options => {
            const alike = new Map()
            const look = (part, behind) => {
                const style = getComputedStyle(part)
                const here = `${behind}>${part.tagName}.${part.className} `
                    + `${style.backgroundColor} ${style.backgroundImage} ${style.opacity}`
                if ([...part.childNodes].some(node => node.nodeType === 3 && node.data.trim())) {
                    const words = `${here} ${style.color} ${style.fontSize} ${style.fontWeight}`
                    if (!alike.has(words)) alike.set(words, part)
                }
                for (const child of part.children) {
                    if (child.tagName !== 'svg') look(child, here)
                }
            }
            look(document.body, '')
            return axe.run({include: [...alike.values()]}, options).then(FAULTS)
        }""".replace("FAULTS", FAULTS),
        {"resultTypes": ["violations"], "runOnly": [CONTRAST]},
    )


def rules_in_force(page: Page) -> str:
    """Which of the conditions in the styles of a page hold at its width."""
    return page.evaluate(
        """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
            .filter(rule => rule.media).map(rule => matchMedia(rule.media.mediaText).matches)
            .join()"""
    )


def one_of_each_build(page: Page) -> None:
    """Leave one of the rows, points and parts that stand together and are built alike.

    They have the same tags and classes down to the last.
    """
    page.evaluate(
        """() => {
            const repeated = new Set(['TR', 'LI', 'P', 'DETAILS', 'SECTION', 'TBODY', 'OPTION'])
            const build = part => {
                const inside = [...part.children].map(build)
                const seen = new Set()
                ;[...part.children].forEach((child, place) => {
                    if (!repeated.has(child.tagName)) return
                    if (seen.has(inside[place])) child.remove()
                    seen.add(inside[place])
                })
                return `${part.tagName}.${part.className}(${inside})`
            }
            build(document.body)
        }"""
    )


def misfits(page: Page) -> list[str]:
    """What reaches past the right edge, unless it lies in a part that scrolls by itself.

    The first that is said is the page itself, where it scrolls sideways as a whole.
    """
    return page.evaluate(
        """() => {
            const root = document.documentElement
            const edge = root.clientWidth + 1
            const out = [...document.querySelectorAll('body *')]
                .filter(part => part.getBoundingClientRect().right > edge)
                .filter(part => !part.closest('.scroll') || part.matches('.scroll'))
                .filter(part => !part.closest('.hidden') && !part.closest('svg > *'))
                .map(part => part.outerHTML.slice(0, 120))
            const scrolls = root.scrollWidth > window.innerWidth
            return scrolls ? [`the page is ${root.scrollWidth} wide`, ...out] : out
        }"""
    )


@contextmanager
def wearing(page: Page, style: str) -> Iterator[None]:
    """The page with a reader's own style laid over ours, for as long as this stands."""
    page.evaluate(
        """style => {
            const sheet = new CSSStyleSheet()
            sheet.replaceSync(style)
            document.adoptedStyleSheets = [sheet]
        }""",
        style,
    )
    yield
    page.evaluate("document.adoptedStyleSheets = []")
