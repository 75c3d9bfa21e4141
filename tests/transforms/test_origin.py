"""Whose witness an article is: its publisher under all its names, told by name or by the host of its address."""

import pytest

from flows.catalogue import catalogue
from transforms.lexicon.loader import shared
from transforms.origin import witness_of


@pytest.mark.parametrize(
    ("publisher", "url", "witness"),
    [
        ("وكالة الأنباء السعودية", None, "SPA"),
        ("Saudi Press Agency", None, "SPA"),
        ("أخبار الأمم المتحدة", None, "UN News"),
        ("UN  news", None, "UN News"),
        (None, "https://news.un.org/ar/story/1", "UN News"),
        (None, "https://www.n.example/a", "n.example"),
        ("صحيفة المثال", "https://news.un.org/ar/story/1", "صحيفة المثال"),
        (None, None, "s"),
    ],
)
def test_a_publisher_is_one_witness_under_all_its_names(publisher: str | None, url: str | None, witness: str) -> None:
    """In either language, declared or by the host of its addresses; an agency goes by its code."""
    assert witness_of(None, publisher, url, "s") == witness


def test_the_publishers_of_the_catalogue_are_one_witness_in_both_languages() -> None:
    """Each that has a feed in Arabic and one in English."""
    by_name = {str(entry["name"]): str(entry["publisher"]) for entry in catalogue()}
    pairs = [(by_name[name], by_name[f"{name[:-3]}-ar"]) for name in by_name if f"{name[:-3]}-ar" in by_name]

    assert len(pairs) > 10
    assert [pair for pair in pairs if len({witness_of(None, name, None, "s") for name in pair}) > 1] == []


def test_every_line_of_publishers_is_reached_and_contradicts_none() -> None:
    """No name of one stands in another's line, and none is taken for an agency that it only resembles."""
    lines = [[cell.strip() for cell in line.split("|")] for line in shared("publishers")["rows"].strip().splitlines()]
    for name, others, hosts in lines:
        assert {witness_of(None, other, None, "s") for other in [name, *others.split(";")]} == {name}
        found = {witness_of(None, None, f"https://x.{host.strip()}/a", "s") for host in hosts.split(";") if host}
        assert found <= {name}, name
