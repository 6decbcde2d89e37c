"""The folder that `export` writes: every page, whole, and every link to a file that is there."""

import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import sync_playwright

from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.export import MARKER, Exported, check_folder, export_site, put_in_place
from brightfutures.delivery.lean import leanest
from brightfutures.delivery.site_map import answer_at, council_addresses, every_address
from brightfutures.delivery.static_links import ASK, StaticLinks, file_of
from brightfutures.pages.addresses import slug
from brightfutures.published.load import load
from brightfutures.quantities import WrongUse
from turns import IN_CI

SOME_FILES = (
    "geography.toml",
    "dfe/children-in-need/2025/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
    "dfe/children-looked-after/2025/cla_number_and_rate_per_10k_children.csv",
    "dfe/children-looked-after/2025/la_cla_placement_stability.csv",
    "dfe/workforce/csww_indicators_2017_to_2024.csv",
    "dfe/statistical-neighbours/sn_model_2025_wide.csv",
)
"""Measures of five stages, with similar councils."""


@pytest.fixture(scope="module")
def home(made_up_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is exported: in CI the whole made-up England, elsewhere what some of its files hold.

    Every kind of page is written from either, and links to pages that there are.
    """
    if IN_CI:
        return made_up_home
    folder = tmp_path_factory.mktemp("some-files")
    for name in SOME_FILES:
        shutil.copy(made_up_home.parent / "made-up" / "statistics" / name, folder)
    load([folder], folder / "home")
    return folder / "home"


@pytest.fixture(scope="module")
def edition(home: Path) -> Edition:
    return Edition.open(home)


@pytest.fixture(scope="module")
def council(edition: Edition) -> str:
    """The address of a former council, which has the most to say for itself."""
    former = edition.geography.councils(former=True)
    return slug(next(area for area in former if area.is_former))


@pytest.fixture(scope="module")
def told() -> list[tuple[str, int, int]]:
    return []


@pytest.fixture(scope="module")
def made(
    home: Path,
    council: str,
    told: list[tuple[str, int, int]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Exported:
    """The site of the made-up England with one council's pages, and their figures as CSV."""
    out = tmp_path_factory.mktemp("export") / "site"
    return export_site(
        home,
        out,
        councils=(council.replace("-", " "),),
        forms=("csv",),
        workers=1,
        told=lambda *said: told.append(said),
    )


LINK = r' (?:href|action)=(?:"([^"]*)"|([^\s">]+))'


def links(page: Path) -> list[str]:
    return [unescape(one or other) for one, other in re.findall(LINK, page.read_text())]


def test_every_page_is_written_and_nothing_else(made: Exported, council: str, edition: Edition):
    own = [
        words
        for words in every_address(edition)
        if not (words and words[0] in edition.council_of_slug)
    ]
    wanted = {file_of(words) for words in (*own, *council_addresses(edition, council))}
    written = {str(path.relative_to(made.folder)) for path in made.folder.rglob("*.html")}

    assert written == wanted | {file_of((ASK,))}
    assert made.pages == len(wanted)
    files = [path for path in made.folder.rglob("*") if path.is_file()]
    assert made.files == len(files)
    assert made.bytes == sum(path.stat().st_size for path in files)
    assert (made.folder / f"{council}.csv").is_file()


def test_every_link_leads_to_a_file_that_is_there_and_none_to_a_root_or_a_query(made: Exported):
    tried = 0
    for page in made.folder.rglob("*.html"):
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme in ("http", "https"):
                continue
            assert not link.startswith("/"), (page, link)
            assert not parts.query, (page, link)
            if parts.path:
                assert (page.parent / unquote(parts.path)).is_file(), (page, link)
                tried += 1
    assert tried > 1_000


def test_it_is_the_same_page_that_the_server_shows_but_for_what_nobody_there_can_answer(
    made: Exported, council: str, edition: Edition
):
    shown = answer_at(edition, Asked(words=(council, "homes"))).content.decode()
    kept = (made.folder / council / "homes.html").read_text()
    folder_asked = Asked(words=(council, "homes"), beside=("csv",))
    as_a_copy = leanest(answer_at(edition, folder_asked).content).decode()

    def without_links(html: str) -> str:
        return re.sub(LINK, "", html)

    def said(html: str) -> str:
        return re.sub(r"<[^>]*>|\s", "", html[html.index("<h1") :])

    assert without_links(as_a_copy) == without_links(kept)
    unanswered = (
        r'(?s)<details class="screen-only"><summary>Change the comparison.*?</details>'
        r'|<a href="[^"]*\.(?:xlsx|json)[^"]*">\w+</a>(?: · )?|<nav class="screen-only" aria-label'
        r'="More.*|<p class="screen-only"><a href="[^"]*\.pdf.*?</p>'
        r'|<p class="source">Download a chart \(SVG\).*?</p>'
        r"|No cookies, no counting of visitors, no calls to other sites\."  # whose copy, knows
    )
    foot = "<p class=screen-only><a href=../how-to-ask.html>"
    left = said(re.sub(unanswered, "", shown)).replace("·", "")
    assert left == said(kept[: kept.index(foot)]).replace("·", "")


def test_progress_is_told_up_to_the_last_page(made: Exported, told: list[tuple[str, int, int]]):
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert told[-1][1] == told[-1][2] == made.pages


@pytest.mark.browser
def test_it_is_styled_and_its_links_work_without_a_server(
    made: Exported, council: str, chromium: str, chromium_arguments: list[str]
):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=chromium_arguments)
        page = browser.new_page(java_script_enabled=False)
        page.goto((made.folder / council / "homes.html").as_uri())
        colour = "e => getComputedStyle(e).backgroundColor"
        assert page.locator("header.masthead").evaluate(colour) == "rgb(18, 67, 109)"
        page.click("nav.places >> text=Overview")
        page.wait_for_url((made.folder / f"{council}.html").as_uri())
        browser.close()


def test_an_earlier_export_is_replaced_and_anything_else_is_left_alone(
    home: Path, council: str, tmp_path: Path
):
    out = tmp_path / "site"
    out.mkdir()
    (out / "a letter").write_text("mine")
    with pytest.raises(WrongUse, match="holds other things"):
        export_site(home, out, councils=(council,))
    assert [path.name for path in out.iterdir()] == ["a letter"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_cannot_be_written_is_one_sentence(home: Path, council: str, tmp_path: Path):
    with pytest.raises(WrongUse, match="No council, region or country"):
        export_site(home, tmp_path / "site", councils=("Nowhereshire",))
    with pytest.raises(WrongUse, match="There is no form 'doc'"):
        export_site(home, tmp_path / "site", councils=(council,), forms=("doc",))
    with pytest.raises(WrongUse, match="There is no folder"):
        export_site(home, tmp_path / "none" / "site", councils=(council,))
    assert not list(tmp_path.iterdir())


def test_an_export_says_that_it_is_one(made: Exported):
    assert (made.folder / MARKER).is_file()


@pytest.mark.parametrize(
    ("link", "folder", "leads_to"),
    [
        ("/", (), "index.html"),
        ("/essex", ("kent",), "../essex.html"),
        ("/essex", ("essex",), "../essex.html"),
        ("/essex/homes#together", ("kent", "indicators"), "../../essex/homes.html#together"),
        ("/essex/homes#together", ("essex", "indicators"), "../homes.html#together"),
        ("/essex/homes", ("essex",), "homes.html"),
        ("/essex/homes.csv", (), "essex/homes.csv"),
        ("/essex/homes.xlsx", (), "how-to-ask.html"),
        ("/essex/homes?against=region", ("kent",), "../how-to-ask.html"),
        ("/find", (), "how-to-ask.html"),
        ("/kent", (), "how-to-ask.html"),
        ("/static/site.css", ("kent",), "../static/site.css"),
    ],
)
def test_a_link_becomes_the_way_to_a_file(link: str, folder: tuple[str, ...], leads_to: str):
    turn = StaticLinks({(), ("essex",), ("essex", "homes")}, ("csv",))
    html = f'<a href="{link}">x</a><a href="https://example.org/">y</a>'.encode()
    assert turn.relative(html, folder).decode() == html.decode().replace(
        f'"{link}"', f'"{leads_to}"'
    )


@pytest.mark.parametrize(
    "form", ['<form class="find" method="get">', '<form action="/find" class="find" method="get">']
)
def test_a_form_leads_to_how_to_ask_for_nobody_there_can_answer_it(form: str):
    turn = StaticLinks({(), ("essex",), ("find",)}, ())
    assert turn.relative(form.encode(), ("essex",)).decode() == (
        '<form class="find" method="get" action="../how-to-ask.html">'
    )


def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path):
    old, new = tmp_path / "site", tmp_path / ".new"
    for folder, page in ((old, "gone.html"), (new, "index.html")):
        folder.mkdir()
        (folder / MARKER).write_text("ours")
        (folder / page).write_text("x")
    check_folder(old)
    put_in_place(new, old)
    assert {path.name for path in tmp_path.iterdir()} == {"site"}
    assert {path.name for path in old.iterdir()} == {MARKER, "index.html"}
