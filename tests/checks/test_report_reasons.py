"""Reasons of links in the report's language."""

import ast
import inspect
import re
from collections.abc import Iterator
from itertools import product
from types import ModuleType

import pytest

from checks.report.reasons import reasons, reasons_in
from checks.report.words import words
from transforms.resolve import names, same_agreement, same_meeting, same_person, same_promise
from transforms.watch import fulfilment, states

_SAMPLES = ("3", "50%", "SA", "talks", " in another office", "", "session_no")


_NO_PAIRS = (same_person, names, states)  # give reasons otherwise than in pairs with a weight


def _told_by(module: ModuleType) -> Iterator[str]:
    """Every reason that a module's code can give, each slot as a null byte."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        inside: list[ast.expr] = []
        if isinstance(node, ast.Tuple) and len(node.elts) == 2 and module not in _NO_PAIRS:
            inside = (
                [] if isinstance(node.elts[0], ast.Constant) and node.elts[0].value == "session_no" else node.elts[1:]
            )
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = {"_Entry": 1, "NameMatch": 3, "Judgement": 3}.get(node.func.id)
            inside = node.args[place : place + 1] if place else []
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "reasons":
            inside = [node.value]
        for each in inside:
            yield from _texts(each)


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.Tuple):
        for each in node.elts:
            yield from _texts(each)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)  # type: ignore[misc]


def _filled(text: str) -> Iterator[str]:
    parts = text.split("\0")
    for values in product(_SAMPLES, repeat=len(parts) - 1):
        yield "".join(part + value for part, value in zip(parts, (*values, ""), strict=True))


@pytest.mark.parametrize(
    ("module", "least"),
    [
        (same_meeting, 25),
        (same_promise, 20),
        (same_agreement, 13),
        (same_person, 3),
        (names, 9),
        (fulfilment, 35),
        (states, 1),
    ],
)
def test_every_reason_that_the_transforms_give_has_arabic_words(module: ModuleType, least: int) -> None:
    told = {text for text in _told_by(module) if re.search("[a-z]{2}", text)}
    arabic = reasons(words("ar"))
    unknown = {text for text in told if not any(arabic.translated(filled) for filled in _filled(text))}
    assert (unknown, len(told) >= least) == (set(), True)


def test_both_languages_have_the_same_slots() -> None:
    slots = {key: (re.findall(r"{\w+}", key), re.findall(r"{\w+}", said)) for key, said in reasons_in("ar").items()}
    assert {key: told for key, told in slots.items() if sorted(told[0]) != sorted(told[1])} == {}


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("same parties", "الأطراف نفسها"),
        ("12 days after the window", "بعد الموعد بأيام: ١٢"),
        ("topics 50% alike", "تشابه الموضوعات: ٥٠%"),
        ("SA: same office, other name", "السعودية: المنصب نفسه واسم آخر"),
        ("form: call, in_person", "الشكل: اتصال هاتفي، حضوريًا"),
        ("portfolios: interior; defence, other", "الحقائب: الداخلية؛ الدفاع، مجال آخر"),
        ("agrees but for <b>", "يتطابق إلا: &lt;b&gt;"),
    ],
)
def test_arabic_tells_a_reason_with_its_values(english: str, arabic: str) -> None:
    assert str(reasons(words("ar")).tell([english])) == arabic


def test_a_reason_without_arabic_words_stays_english_and_says_so() -> None:
    told = reasons(words("ar")).tell(["same day", "a <new> reason"])
    assert str(told) == 'اليوم نفسه؛ <bdi lang="en" dir="ltr">a &lt;new&gt; reason</bdi>'


def test_english_tells_reasons_as_they_are() -> None:
    assert str(reasons(words("en")).tell(["same day", "topics 50% alike"])) == "same day; topics 50% alike"
