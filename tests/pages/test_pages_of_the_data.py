"""The data, the catalogue and the words: every field of their pages is said."""

from dataclasses import replace

from test_view_models import unsaid

from brightfutures.delivery.catalogue_answer import catalogue_view
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.sources import data_view, source_view
from brightfutures.delivery.standing_answer import standing_view
from brightfutures.pages.addresses import ABOUT, ACCESSIBILITY, GLOSSARY
from brightfutures.pages.glossary_page import glossary_page


def test_every_field_of_their_view_models_is_said(made_up_edition: Edition):
    sources = [
        source_view(made_up_edition, name)
        for name in ("dfe_children_looked_after", "lait", "deprivation_2025_derived")
    ]
    forms = (("JSON", f"{GLOSSARY}.json"),)
    data = replace(data_view(made_up_edition), unclaimed=("holiday.csv",), notes=("One row.",))

    assert unsaid(made_up_edition, "data.html", data) == set()
    assert unsaid(made_up_edition, "source.html", *sources) == set()
    assert unsaid(made_up_edition, "catalogue.html", catalogue_view(made_up_edition)) == set()
    words = glossary_page(made_up_edition.catalogue, forms)
    assert unsaid(made_up_edition, "glossary.html", words) == set()
    standing = [standing_view(made_up_edition, address) for address in (ABOUT, ACCESSIBILITY)]
    assert unsaid(made_up_edition, "standing.html", *standing) == set()
