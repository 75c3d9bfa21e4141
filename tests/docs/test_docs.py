"""The documentation tells what is: its queries give the results that it prints, its dictionary is the schema."""

from pathlib import Path

from tests.conftest import Cli
from tests.docs.pages import QUERIES, ROOT, SCHEMA, answer, commands, queries, renewed, schema_page
from warehouse.store import open_snapshot

_RENEW = "; write it anew with: make docs"


def test_every_query_gives_the_result_that_is_printed_below_it(sample_home: Path) -> None:
    """On the sample, row by row."""
    printed = queries(QUERIES.read_text(encoding="utf-8"))

    given = [(statement, answer(sample_home, statement)) for statement, _ in printed]
    assert given == printed, _RENEW


def test_every_mart_answers_a_question_in_a_short_select(sample_home: Path) -> None:
    """Each view is asked alone, in at most three lines, and says something of the sample."""
    with open_snapshot(sample_home) as con:
        marts = con.execute(
            "select view_name from duckdb_views() where schema_name = 'mart' and not internal"
        ).fetchall()
    printed = queries(QUERIES.read_text(encoding="utf-8"))
    asked = {statement.split("from mart.")[1].split()[0]: (statement, result) for statement, result in printed}

    assert set(asked) == {name for (name,) in marts}
    for name, (statement, result) in asked.items():
        assert len(statement.splitlines()) <= 3 and " join " not in statement, name
        assert len(result.splitlines()) > 2, name


def test_every_query_of_every_page_runs(sample_home: Path, cli: Cli) -> None:
    """What the README and the other pages tell to type works as typed."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    typed = [statement for page in pages for statement in commands(page.read_text(encoding="utf-8"))]

    assert typed
    assert [cli("--home", sample_home, "query", statement)[0] for statement in typed] == [0] * len(typed)


def test_renewing_the_results_of_a_page_changes_nothing_else(sample_home: Path) -> None:
    """A stale result is replaced, a missing one is added, the words around stay."""
    page = (
        "# Page\n\n```sql\nselect 1 as one\n```\n\n| one |\n| --- |\n| 2 |\n\nWords.\n\n"
        "```sql\nselect 'a|b' as x\n```\nEnd.\n"
    )

    assert renewed(page, sample_home) == (
        "# Page\n\n```sql\nselect 1 as one\n```\n\n| one |\n| --- |\n| 1 |\n\nWords.\n\n"
        "```sql\nselect 'a|b' as x\n```\n\n| x |\n| --- |\n| a\\|b |\nEnd.\n"
    )


def test_the_data_dictionary_is_that_of_the_schema(sample_home: Path, cli: Cli) -> None:
    """`liqaa schema --format markdown` prints docs/schema.md, for a table and for all."""
    page = SCHEMA.read_text(encoding="utf-8")

    assert page == schema_page(), _RENEW
    assert cli("--home", sample_home, "schema", "--format", "markdown") == (0, page, "")
    code, one, _ = cli("--home", sample_home, "schema", "core.meeting_party", "--format", "markdown")
    assert code == 0 and one in page and one.startswith("### core.meeting_party\n")
