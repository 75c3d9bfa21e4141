"""The sides an article is about, where it reports no meeting that names them."""

import pytest

from transforms.frames.main_sides import main_sides
from transforms.mentions.analyse import analyse
from transforms.records import Document
from transforms.text import normalise


def sides(lang: str, title: str, text: str) -> list[str] | None:
    found = main_sides(analyse(Document("d", text, title, "2026-03-10", lang=lang), lang, normalise(text)))
    return [side.value for side in found.parties] if found else None


@pytest.mark.parametrize(
    ("lang", "title", "text", "expected"),
    [
        ("en", "", "Peru and Spain spoke of rail. The Peruvian minister wants loans. Spain agreed. China watched.",
         ["ES", "PE"]),
        ("en", "Peru and Spain", "Peru and Spain will sign a treaty, the Peruvian minister said. They reviewed trade.",
         ["ES", "PE"]),
        ("en", "", "Rebels from Peru met Spanish aides. Peru and Spain denied it. Spain and Peru protested.", None),
        ("en", "", "Peru, Spain, Chile and Cuba were named. Peru, Spain, Chile and Cuba took part.", None),
        ("en", "", "The minister opened a bridge.", None),
        ("ar", "", "وقالت بيرو إن إسبانيا ستوقع المعاهدة. وأكدت إسبانيا ذلك. ورحبت بيرو.", None),
        ("ar", "بيرو وإسبانيا", "وقال الوزير البيروفي إن إسبانيا ستوقع المعاهدة. ورحبت إسبانيا.", ["ES", "PE"]),
    ],
)  # fmt: skip
def test_two_sides_named_far_more_than_others_stand_out(
    lang: str, title: str, text: str, expected: list[str] | None
) -> None:
    """Twice where an official of theirs speaks, three times otherwise; never of movements, never of four."""
    assert sides(lang, title, text) == expected
