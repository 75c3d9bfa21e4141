"""The gold set itself: well-formed, within the contract's words, and about texts that say what it claims."""

from datetime import date
from itertools import chain
from typing import Any

import pytest

from tests.gold.texts import SETS, documents, gold
from transforms.vocabulary import (
    AgreementStatus,
    AgreementType,
    FollowUpKind,
    Form,
    Format,
    Modality,
    Office,
    Portfolio,
    Role,
    Topic,
)

BOTH = [
    (name[-2:], document, record) for name in SETS for document, record in zip(documents(name), gold(name), strict=True)
]
IDS = [document.id for _, document, _ in BOTH]


def people(record: dict[str, Any]) -> list[dict[str, Any]]:
    return list(chain.from_iterable(meeting["participants"] for meeting in record["meetings"]))


@pytest.mark.parametrize("name", SETS)
def test_each_set_has_texts_with_and_without_anything(name: str) -> None:
    """Recall and precision both need something to show on."""
    records = gold(name)
    empty = [r for r in records if not (r["meetings"] or r["agreements"] or r["follow_ups"])]

    assert len(records) >= 18
    assert len(empty) >= 4


@pytest.mark.parametrize(("lang", "document", "record"), BOTH, ids=IDS)
def test_every_name_quote_and_title_stands_in_the_text(lang: str, document: Any, record: dict[str, Any]) -> None:
    """An annotator copies; nothing is made up."""
    quoted = [p["name"] for p in people(record)] + [f["quote"] for f in record["follow_ups"]]
    quoted += [a["title"] for a in record["agreements"] if a["title"]]

    assert (document.id, document.lang) == (record["id"], lang)
    assert [words for words in quoted if words not in document.text] == []


@pytest.mark.parametrize(("lang", "document", "record"), BOTH, ids=IDS)
def test_every_code_is_one_of_the_vocabulary(lang: str, document: Any, record: dict[str, Any]) -> None:
    """A slip in the annotation would be scored as an error of the extraction."""
    for meeting in record["meetings"]:
        assert Form(meeting["form"]) and Format(meeting["format"])
        assert meeting["parties"] == sorted(set(meeting["parties"])) and len(meeting["parties"]) > 1
        assert (meeting["form"] == "in_person") or (meeting["city"], meeting["country"]) == (None, None)
        assert {p["party"] for p in meeting["participants"]} <= set(meeting["parties"])
    for person in people(record):
        assert Office(person["office"]) and Role(person["role"])
        assert (person["portfolio"] is not None) == (person["office"] in ("minister", "deputy_minister"))
        assert person["portfolio"] is None or Portfolio(person["portfolio"])
    for entry in record["meetings"] + record["agreements"]:
        assert all(Topic(topic) for topic in entry["topics"])
        assert entry["date"] is None or date.fromisoformat(entry["date"])
    assert all(AgreementType(a["type"]) and AgreementStatus(a["status"]) for a in record["agreements"])
    for promise in record["follow_ups"]:
        assert FollowUpKind(promise["kind"]) and Modality(promise["modality"])
        window = promise["window_start"], promise["window_end"]
        assert window == (None, None) or date.fromisoformat(window[0]) <= date.fromisoformat(window[1])
