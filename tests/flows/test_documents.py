"""Files given by hand become documents, and what cannot be used becomes a rejection that says why."""

import gzip
import json
from pathlib import Path

import pytest

from flows.documents import Given, check_published, read_bytes, read_documents
from flows.errors import InputError
from transforms.records import Document, Rejection

TEXT = "استقبل وزير الداخلية نظيره في الرياض."


def read(name: str, data: bytes, given: Given | None = None) -> list[Document | Rejection]:
    return list(read_documents(name, data, given or Given()))


def codes(found: list[Document | Rejection]) -> list[str]:
    return [entry.code if isinstance(entry, Rejection) else "document" for entry in found]


def test_a_text_file_is_one_document_with_what_the_caller_says_of_it() -> None:
    """The text stays as it is, to the letter: offsets of evidence count on it."""
    given = Given("2025-12-18", "عنوان", "https://n.example/a", "ar")

    assert read("a.txt", f"  {TEXT}\n".encode(), given) == [
        Document("", f"  {TEXT}\n", "عنوان", "2025-12-18", "https://n.example/a", "ar")
    ]


def test_a_page_brings_its_own_title_date_and_address() -> None:
    """What the caller says wins over what the page says."""
    page = f"""<!DOCTYPE html><html><head><link rel="canonical" href="https://n.example/a">
    <meta property="article:published_time" content="2025-12-18T10:00:00+03:00"><title>عنوان</title></head>
    <body><article><p>{TEXT * 5}</p></article></body></html>""".encode()

    (own,) = read("page", page)
    (said,) = read("page.html", page, Given(published="2025-12-17", title="آخر"))

    assert isinstance(own, Document) and isinstance(said, Document)
    assert (own.title, own.published, own.url) == ("عنوان", "2025-12-18T10:00:00+03:00", "https://n.example/a")
    assert (said.title, said.published) == ("آخر", "2025-12-17")


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress], ids=["plain", "gzip"])
def test_bad_lines_are_rejected_among_good_ones(pack: object) -> None:
    """Each is named by its file and line; the good ones keep their order."""
    lines = [
        json.dumps({"id": "1", "text": TEXT, "published": "2025-12-18"}),
        "{broken",
        "",
        json.dumps({"id": "3", "text": " "}),
        json.dumps({"id": "4", "text": TEXT, "published": "someday"}),
        json.dumps({"id": "5"}),
        json.dumps({"id": "6", "text": TEXT, "title": None}),
    ]
    data = pack("\n".join(lines).encode())  # type: ignore[operator]

    found = read("many.jsonl", data)

    assert codes(found) == ["document", "bad_line", "empty_text", "bad_date", "bad_line", "document"]
    assert [entry.locator for entry in found if isinstance(entry, Rejection)] == [
        "many.jsonl:2", "many.jsonl:4", "many.jsonl:5", "many.jsonl:6",
    ]  # fmt: skip
    assert found[0] == Document("1", TEXT, "", "2025-12-18")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"%PDF-1.7 ...", "binary_file"),
        ("a", b"PK\x03\x04" + b"x" * 50, "binary_file"),
        ("a", bytes(range(256)) * 4, "binary_file"),
        ("a.html", b"<html><body></body></html>", "no_text"),
        ("a.txt", b"x" * 5_000_001, "too_large"),
        ("a.jsonl.gz", b"\x1f\x8b\x08broken", "bad_compression"),
    ],
)
def test_a_file_that_is_no_article_is_rejected(name: str, data: bytes, code: str) -> None:
    """Told apart by content, whatever the name says."""
    assert codes(read(name, data)) == [code]


def test_missing_empty_and_unreadable_files_are_rejections(tmp_path: Path) -> None:
    """None of them stops the other files."""
    (tmp_path / "empty").write_bytes(b" \n")

    found = [read_bytes(tmp_path / name) for name in ("none", "empty", ".")]

    assert [entry.code for entry in found if isinstance(entry, Rejection)] == [
        "missing_file", "empty_file", "not_a_file",
    ]  # fmt: skip


def test_many_articles_take_no_single_date() -> None:
    """One date for a whole file of lines would be wrong for most of them."""
    with pytest.raises(InputError, match=r"many\.jsonl may hold many articles"):
        read("many.jsonl", b"{}", Given(published="2025-12-18"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (None, None),
        ("2025-12-18", "2025-12-18"),
        ("1965-03-02", "1965-03-02"),
        ("2025-12-18T10:00:00+03:00", "2025-12-18T10:00:00+03:00"),
        ("18 ديسمبر 2025", "2025-12-18"),
    ],
)
def test_a_date_of_publication_is_taken_in_any_form(written: str | None, expected: str | None) -> None:
    """ISO dates stay as they are; others are turned into ISO."""
    assert check_published(written) == expected


def test_a_date_of_publication_that_is_none_is_an_error() -> None:
    """It says which words and how to write it."""
    with pytest.raises(InputError, match="someday") as caught:
        check_published("someday")

    assert "2025-12-18" in caught.value.advice
