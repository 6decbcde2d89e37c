"""What answers for each kind of page, loaded when it is first asked for.

The modules of all kinds of page take a fifth of the time in which a server starts, and its first
page needs few of them.
"""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.catalogue import Stage
from brightfutures.delivery.answers import Answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.quantities import Area


def home(edition: Edition, asked: Asked) -> Answer:
    """`/`."""
    from brightfutures.delivery.home import home_answer

    return home_answer(edition, asked)


def england(edition: Edition, asked: Asked) -> Answer:
    """`/england`."""
    from brightfutures.delivery.england_answer import england_answer

    return england_answer(edition, asked)


def england_framework(edition: Edition, asked: Asked) -> Answer:
    """`/england/framework`."""
    from brightfutures.delivery.england_framework import england_framework_answer

    return england_framework_answer(edition, asked)


def inspection(edition: Edition, asked: Asked) -> Answer:
    """`/england/inspection`."""
    from brightfutures.delivery.inspection import inspection_answer

    return inspection_answer(edition, asked)


def england_money(edition: Edition, asked: Asked) -> Answer:
    """`/money`."""
    from brightfutures.delivery.england_money_answer import england_money_answer

    return england_money_answer(edition, asked)


def regions(edition: Edition, asked: Asked) -> Answer:
    """`/regions`."""
    from brightfutures.delivery.region import regions_answer

    return regions_answer(edition, asked)


def region(edition: Edition, name: str, asked: Asked) -> Answer:
    """`/regions/<region>`."""
    from brightfutures.delivery.region import region_answer

    return region_answer(edition, name, asked)


def compare(edition: Edition, asked: Asked) -> Answer:
    """`/compare`."""
    from brightfutures.delivery.compare_answer import compare_answer

    return compare_answer(edition, asked)


def indicators(edition: Edition, asked: Asked) -> Answer:
    """`/indicators`."""
    from brightfutures.delivery.site_answers import indicators_answer

    return indicators_answer(edition, asked)


def national_indicator(edition: Edition, name: str, asked: Asked) -> Answer:
    """`/indicators/<indicator>`."""
    from brightfutures.delivery.site_answers import national_answer

    return national_answer(edition, name, asked)


def methods(edition: Edition, asked: Asked) -> Answer:
    """`/methods`."""
    from brightfutures.delivery.site_answers import methods_answer

    return methods_answer(edition, asked)


def method(edition: Edition, name: str, asked: Asked) -> Answer:
    """`/methods/<topic>`."""
    from brightfutures.delivery.site_answers import topic_answer

    return topic_answer(edition, name, asked)


def track_record(edition: Edition, asked: Asked) -> Answer:
    """`/track-record`."""
    from brightfutures.delivery.site_answers import track_record_answer

    return track_record_answer(edition, asked)


def data(edition: Edition, asked: Asked) -> Answer:
    """`/data`."""
    from brightfutures.delivery.source_answer import data_answer

    return data_answer(edition, asked)


def source(edition: Edition, name: str, asked: Asked) -> Answer:
    """`/data/<source>`."""
    from brightfutures.delivery.source_answer import source_answer

    return source_answer(edition, name, asked)


def catalogue(edition: Edition, asked: Asked) -> Answer:
    """`/catalogue`."""
    from brightfutures.delivery.catalogue_answer import catalogue_answer

    return catalogue_answer(edition, asked)


def glossary(edition: Edition, asked: Asked) -> Answer:
    """`/glossary`."""
    from brightfutures.delivery.glossary_answer import glossary_answer

    return glossary_answer(edition, asked)


def accessibility(edition: Edition, asked: Asked) -> Answer:
    """`/accessibility`."""
    from brightfutures.delivery.standing_answer import accessibility_answer

    return accessibility_answer(edition, asked)


def about(edition: Edition, asked: Asked) -> Answer:
    """`/about`."""
    from brightfutures.delivery.standing_answer import about_answer

    return about_answer(edition, asked)


def overview(edition: Edition, area: Area, asked: Asked) -> Answer:
    """`/<council>`."""
    from brightfutures.delivery.overview_answer import overview_answer

    return overview_answer(edition, area, asked)


def framework(edition: Edition, area: Area, asked: Asked) -> Answer:
    """`/<council>/framework`."""
    from brightfutures.delivery.framework_answer import framework_answer

    return framework_answer(edition, area, asked)


def priorities(edition: Edition, area: Area, asked: Asked) -> Answer:
    """`/<council>/priorities`."""
    from brightfutures.delivery.priorities_answer import priorities_answer

    return priorities_answer(edition, area, asked)


def questions(edition: Edition, area: Area, asked: Asked) -> Answer:
    """`/<council>/questions`."""
    from brightfutures.delivery.questions_answer import questions_answer

    return questions_answer(edition, area, asked)


def similar(edition: Edition, area: Area, asked: Asked) -> Answer:
    """`/<council>/similar`."""
    from brightfutures.delivery.similar_answer import similar_answer

    return similar_answer(edition, area, asked)


def money(edition: Edition, area: Area, asked: Asked) -> Answer:
    """`/<council>/money`."""
    from brightfutures.delivery.money_answer import money_answer

    return money_answer(edition, area, asked)


def indicator(edition: Edition, area: Area, name: str, asked: Asked) -> Answer:
    """`/<council>/indicators/<indicator>`."""
    from brightfutures.delivery.indicator_answer import indicator_answer

    return indicator_answer(edition, area, name, asked)


def of_stage(stage: Stage) -> Callable[[Edition, Area, Asked], Answer]:
    """`/<council>/<stage>`, of one stage."""

    def answer(edition: Edition, area: Area, asked: Asked) -> Answer:
        from brightfutures.delivery.stage_answer import stage_answer

        return stage_answer(edition, area, stage, asked)

    return answer


def topic_names(edition: Edition) -> tuple[str, ...]:
    """Every `<topic>` of `/methods/<topic>`."""
    from brightfutures.pages.methods_topics import topics

    return tuple(topic.topic for topic in topics())


def region_names(edition: Edition) -> tuple[str, ...]:
    """Every `<region>` of `/regions/<region>`."""
    from brightfutures.delivery.region import region_words

    return region_words(edition)
