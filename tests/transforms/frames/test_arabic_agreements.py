"""What Arabic reports of a meeting say was signed, is to be signed or is only wished for, one line an instrument."""

import pytest

from transforms.extract import extract
from transforms.records import Document

_MET = "عمان - التقى وزير الخارجية الأردني سالم الخطيب، اليوم، في عمان نظيره العراقي فؤاد الجنابي، وبحثا التعاون.\n"

SAID = [
    (
        "a contract that has become ready and is to be signed is agreed, and its name ends before that",
        "وقال الخطيب إن عقد شراء الكهرباء بين الأردن والعراق بات جاهزا وسيوقع في بغداد قبل نهاية الشهر الجاري.",
        ["contract agreed عقد شراء الكهرباء بين الأردن والعراق"],
    ),
    (
        "what ministers say in their closing statement has been issued",
        "وأدان الوزيران في بيانهما الختامي تهريب السلاح.",
        ["joint_statement signed بيانهما الختامي"],
    ),
    (
        "a sentence that opens in a joint statement quotes it",
        "وفي بيان مشترك، شدد الجانبان على أهمية التنسيق.",
        ["joint_statement signed بيان مشترك"],
    ),
    (
        "what two countries mean to conclude is agreed",
        "ورحب الجانبان بعزمهما إبرام اتفاق بشأن الشحن البحري قبل نهاية العام.",
        ["agreement agreed اتفاق بشأن الشحن البحري"],
    ),
    (
        "what is to be signed in a visit to come is agreed, by whatever verb",
        "ويمضي البلدان خلال الزيارة المقبلة بروتوكولا في مجال التكوين المهني.",
        ["protocol agreed بروتوكولا في مجال التكوين المهني"],
    ),
    (
        "a draft that ministries negotiate on is under negotiation",
        "ولدى البلدين مشروع مذكرة تفاهم بشأن العمالة تتفاوض عليها وزارتا العمل.",
        ["memorandum_of_understanding under_negotiation مشروع مذكرة تفاهم بشأن العمالة"],
    ),
    (
        "a parliament's approval may have its day before what was approved",
        "وصادق البرلمان الأردني أمس على اتفاقية النقل البري مع العراق.",
        ["agreement approved اتفاقية النقل البري"],
    ),
    (
        "the name of an instrument takes in no word that leads on to the next, or to what became of it",
        "وتوجت الأشغال بالتوقيع على محضر الاجتماع وعلى برنامج عمل يمتد إلى عام 2027.",
        ["minutes signed محضر الاجتماع", "programme signed برنامج عمل"],
    ),
    ("the aim of talks to come is no agreement", "وتبدأ المفاوضات قبل نهاية العام بهدف إبرام اتفاقيات تجارية.", []),
    ("what one side offers to conclude was not signed", "واقترح الوزير العراقي إبرام اتفاقية لتبادل السجناء.", []),
]


@pytest.mark.parametrize(("name", "text", "expected"), SAID, ids=[name for name, _, _ in SAID])
def test_an_agreement(name: str, text: str, expected: list[str]) -> None:
    record = extract(Document("a", _MET + text, published="2024-05-15T18:00:00+03:00", lang="ar"))
    assert [f"{a.type} {a.status} {a.title}" for a in record.agreements] == expected
