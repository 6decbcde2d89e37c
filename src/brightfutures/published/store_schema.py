"""The tables of a store. Another number means another shape: a store is rebuilt, not migrated."""

SCHEMA_NUMBER = 3

CURRENT = "current"
"""The file of a home folder that names the store in use."""

TABLES = """
create table about (key varchar, value varchar);
create table area (area_id integer, code varchar);
create table period (period_id integer, label varchar);
create table release (release_id integer, label varchar);
create table published_column (column_id integer, name varchar);
create table published_text (text_id integer, text varchar);
create table series (
    series_id integer, series varchar, from_dictionary boolean, title varchar, unit varchar,
    polarity varchar, period_kind varchar, description varchar, decimal_places integer,
    quartiles_shown boolean, published_years varchar[], years varchar[]
);
create table file (
    file_id integer, path varchar, source varchar, publisher varchar, publication varchar,
    page varchar, licence varchar, releases varchar[], sha256 varchar, bytes bigint,
    readings bigint, note varchar
);
create table reading (
    series_id integer, area_id integer, period_id integer, place integer, value double,
    missing usmallint, release_id integer, file_id integer, row_number bigint,
    column_id integer, text_id integer
);
create table neighbour (
    similar_councils varchar, council varchar, place integer, neighbour varchar,
    closeness varchar, file_id integer, row_number bigint
);
create table judgement (
    area varchar, framework varchar, inspected_on varchar, published_on varchar, part varchar,
    grade varchar, file_id integer, row_number bigint
);
create table reconciliation (
    series varchar, period varchar, sum_of_councils double, england double,
    difference_percent double, councils_with_value integer, withheld_count integer,
    withheld varchar[], absent_count integer, absent varchar[], england_rounded_to integer,
    file varchar
);
create table unclaimed (path varchar);
create table note (sentence varchar);
"""
