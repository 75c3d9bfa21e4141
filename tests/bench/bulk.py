"""A large warehouse made in bulk: the years before, as copies of a year that was loaded and linked report by report.

Each copy stands a year earlier under ids of its own, so that every table holds the rows, days and groups that so many
reports would have given it. Officials stay for a term; in earlier terms the states have changed places, so that other
people hold the offices.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from warehouse.store import Store

YEAR = 365  # days
TERM = 900  # days that officials stay

_PEOPLE = ("core.person", "core.person_name")
_RENEWED = ("core.institution", "core.organisation", "core.organisation_member")  # by the next linking
_IDS = frozenset(
    "id article_id version report_id meeting_id follow_up_id agreement_id meeting_report_id promise_report_id a b"
    " digest url print body_id".split()
)
_PERSON_IDS = frozenset({"person_id", "name_id"})
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
            places = _places(year * YEAR // TERM, parties)
            for table in tables:
                if table not in _PEOPLE:
                    limit = "where kind <> 'person'" if table == "core.report_link" else ""
                    _copy(store, table, tables[table], limit, year, year * YEAR // TERM, places)
        for term, own in groupby(range(years + 1), lambda year: year * YEAR // TERM):
            _hold_office(store, tables, term, list(own), _places(term, parties))
    for base in tables.values():
        store.con.execute(f"drop table {base}")
    store.con.execute("checkpoint")


def _hold_office(
    store: Store, tables: Mapping[str, str], term: int, held: Sequence[int], places: Mapping[str, str]
) -> None:
    """The people of a term: those of the year itself were known earlier too, those of others are copies."""
    first, last = held[-1], held[0]
    for table in _PEOPLE:
        if term:
            _copy(store, table, tables[table], "", first, term, places)
            store.con.execute(
                f"update {table} set last_day = last_day + {YEAR * (first - last)}"
                f" where id in (select {_id('id', term)} from {tables[table]})"
            )
        else:
            store.con.execute(f"update {table} set day = day - {YEAR * first}")
    if term:
        _copy(store, "core.report_link", tables["core.report_link"], "where kind = 'person'", first, term, places)
    else:
        store.con.execute(f"update core.report_link set day = day - {YEAR * first} where kind = 'person'")


def _copy(store: Store, table: str, base: str, limit: str, year: int, term: int, places: Mapping[str, str]) -> None:
    salt = term if table in _PEOPLE or ("'person'" in limit and "<>" not in limit) else year
    values = [_value(column, kind, year, salt, term, places) for column, kind in store.columns(table).items()]
    store.con.execute(f"insert into {table} select {', '.join(values)} from {base} {limit}")


def _value(column: str, kind: str, year: int, salt: int, term: int, places: Mapping[str, str]) -> str:
    """A column of a copy."""
    mapped = "map {" + ", ".join(f"'{a}': '{b}'" for a, b in places.items()) + "}"
    if column in _PERSON_IDS:
        return _id(column, term) if term else column
    if column in _IDS:
        return _id(column, salt)
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


def _places(term: int, parties: Sequence[str]) -> dict[str, str]:
    """Which state stands for which in a term."""
    by = 19 * term % len(parties)
    return dict(zip(parties, [*parties[by:], *parties[:by]], strict=True))
