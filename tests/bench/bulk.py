"""A large warehouse made in bulk: the years before, as copies of a year that was loaded and linked report by report.

Each copy stands a year earlier under ids of its own, so that every table holds the rows, days and groups that so many
reports would have given it. In every year the states have changed places: with the same ones, each promise and each
instrument would stand in all years under the same parties and title, unlinked, and the next linking would make them
one. So other people hold the offices in each year.
"""

from collections.abc import Mapping, Sequence

from warehouse.store import Store

YEAR = 365  # days

_RENEWED = ("core.institution", "core.organisation", "core.organisation_member")  # by the next linking
_IDS = frozenset(
    "id article_id version report_id meeting_id follow_up_id agreement_id meeting_report_id promise_report_id a b"
    " digest url print body_id person_id name_id".split()
)
_STATE = frozenset("party side visitor host country posting".split())
_STATES = frozenset({"parties", "about"})
_TABLES = """
select schema_name || '.' || table_name from duckdb_tables()
where not temporary and schema_name in ('core', 'raw') and estimated_size > 0 order by all
"""


def multiply(store: Store, years: int, parties: Sequence[str]) -> None:
    """Put so many copies of the year that a warehouse holds before it."""
    named = [row[0] for row in store.con.execute(_TABLES).fetchall() if row[0] not in _RENEWED]
    tables = {table: "year_" + table.replace(".", "_") for table in named}
    for table, base in tables.items():
        store.con.execute(f"create temp table {base} as from {table}")
    with store.transaction():
        for year in range(1, years + 1):
            places = _places(year, parties)
            for table in tables:
                _copy(store, table, tables[table], year, places)
    for base in tables.values():
        store.con.execute(f"drop table {base}")
    store.con.execute("checkpoint")


def _copy(store: Store, table: str, base: str, year: int, places: Mapping[str, str]) -> None:
    values = [_value(column, kind, year, places) for column, kind in store.columns(table).items()]
    store.con.execute(f"insert into {table} select {', '.join(values)} from {base}")


def _value(column: str, kind: str, year: int, places: Mapping[str, str]) -> str:
    """A column of a copy."""
    mapped = "map {" + ", ".join(f"'{a}': '{b}'" for a, b in places.items()) + "}"
    if column in _IDS:
        return _id(column, year)
    if column in _STATE:
        return f"coalesce({mapped}[{column}], {column})"
    if column in _STATES:
        return f"list_sort(list_transform({column}, lambda party: coalesce({mapped}[party], party)))"
    if column in ("date", "end_date", "published"):
        day = f"strftime(try_cast(left({column}, 10) as date) - {YEAR * year}, '%Y-%m-%d')"
        month = f"(left({column}, 4)::integer - {year}) || substr({column}, 5)"
        return f"case when len({column}) >= 10 then {day} else {month} end"
    if kind == "DATE":
        return f"{column} - {YEAR * year}"
    return f"{column} - interval {YEAR * year} day" if kind.startswith("TIMESTAMP") else column


def _id(column: str, salt: int) -> str:
    return f"left({column}, 1) || left(md5({column} || ':{salt}'), 24)"


def _places(year: int, parties: Sequence[str]) -> dict[str, str]:
    """Which state stands for which in a year."""
    by = 19 * year % len(parties)
    return dict(zip(parties, [*parties[by:], *parties[:by]], strict=True))
