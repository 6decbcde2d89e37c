"""What a copy leaves out of a page's letters, a browser puts back."""

import pytest

from brightfutures.delivery.lean import leanest

HEAD = '<thead><tr><th scope="col">Council<th scope="col">Figure'
PLAIN = '<tr><th scope="row">Kent<td>5<tr><th scope="row">Essex<td>6'


def table(rows: str) -> bytes:
    return f'<table class="plain second">{HEAD}<tbody>{rows}</table>'.encode()


def test_a_row_of_a_table_whose_first_column_is_headings_alone_is_headed_without_saying_so():
    made = leanest(table(f'<tr class="stage"><th scope="rowgroup" colspan="2">In care{PLAIN}'))
    assert b"scope=row>" not in made
    assert made.count(b"scope=col>") == 2
    assert made.count(b"scope=rowgroup") == 1
    assert made.count(b"<th>") == 2


@pytest.mark.parametrize(
    "rows", [f"{PLAIN}<tr><td>All<td>11", '<tr><th scope="row" rowspan="2">Kent<td>5<tr><td>6']
)
def test_where_the_table_alone_would_not_show_it_a_heading_still_says_whose_it_is(rows: str):
    made = leanest(table(rows))
    assert made.count(b"scope=row") == rows.count('scope="row"')


def test_each_table_of_a_page_is_taken_by_itself():
    made = leanest(table(PLAIN) + b"<p>and" + table(f"{PLAIN}<tr><td>All<td>11") + table(PLAIN))
    assert made.count(b"scope=row") == 2
