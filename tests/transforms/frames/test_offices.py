"""Which office and portfolio somebody at a meeting holds, from the words that name it."""

import pytest

from transforms.extract import extract
from transforms.records import Document

ENGLISH = "Foreign Minister of Jordan Sami Haddad received in Amman on Monday {}."
ARABIC = "استقبل وزير الخارجية الأردني سامي حداد في عمان أمس {}."


def guest(lang: str, words: str) -> tuple[str | None, str, str | None, str | None]:
    """The guest's name, party, office and portfolio."""
    text = (ENGLISH if lang == "en" else ARABIC).format(words)
    record = extract(Document("d", text, published="2026-03-10", lang=lang))
    (person,) = (p for p in record.meetings[0].participants if p.party != "JO")
    return person.name, person.party, person.office, person.portfolio


@pytest.mark.parametrize(
    ("lang", "words", "expected"),
    [
        ("en", "the Under-Secretary of State for Foreign Affairs of Finland, Juhani Rautio",
         ("Juhani Rautio", "FI", "deputy_minister", "foreign_affairs")),
        ("en", "the UN Special Coordinator for the Middle East Peace Process, Nikolaj Brandt",
         ("Nikolaj Brandt", "UN", "envoy", None)),
        ("en", "the Head of the Asia Division of the European External Action Service, Karin Holm",
         ("Karin Holm", "EU", "official", None)),
        ("en", "the Chairman of the Transitional Military Council of Sudan, Lt. General Adil Badreddin",
         ("Adil Badreddin", "SD", "head_of_state", None)),
        ("ar", "رئيس المجلس العسكري الانتقالي السوداني الفريق أول عبدالرحيم بدرالدين",
         ("عبدالرحيم بدرالدين", "SD", "head_of_state", None)),
        ("ar", "رئيس دائرة المخابرات العامة العراقية حميد الشطري", ("حميد الشطري", "IQ", "security_chief", None)),
        ("ar", "وزيرة العدل حافظة الأختام الفرنسية كلير دوبون", ("كلير دوبون", "FR", "minister", "justice")),
    ],
)  # fmt: skip
def test_an_office_is_read_with_all_that_belongs_to_it(
    lang: str, words: str, expected: tuple[str, str, str, str | None]
) -> None:
    """What it deals with is no part of a name, and a council that rules has the head of state."""
    assert guest(lang, words) == expected


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("Deputy prime ministers", {("deputy_head_of_government", None)}),
        ("Deputy foreign ministers", {("deputy_minister", "foreign_affairs")}),
    ],
)
def test_two_deputies_named_by_one_plural_are_deputies(heads: str, expected: set[tuple[str, str | None]]) -> None:
    """The sentence that names them says only their states."""
    text = (
        f"{heads} of Armenia and Azerbaijan met in Tbilisi on Monday. "
        "Armenia's Artak Simonyan and Azerbaijan's Rauf Mammadzade agreed to meet again."
    )

    record = extract(Document("d", text, published="2026-03-10", lang="en"))

    assert {(p.office, p.portfolio) for p in record.meetings[0].participants} == expected
