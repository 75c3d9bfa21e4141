"""A small world for the report: own articles, taken through the real stages to a published snapshot and its pages."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from flows.adding import take_files
from flows.documents import Given
from flows.home import Home
from flows.job import open_job
from flows.recording import recorded
from flows.stages import finish, transform
from flows.summary import RunSummary

LATE = (
    "ومن المرجح عقد اجتماع آخر بين مسؤولي وزارتي الداخلية في البلدين خلال الربع الأول من عام 2026 لمتابعة ما اتُّفق عليه."
)
UNDATED = "ومن المتوقع تشكيل لجان مشتركة لمتابعة تنفيذ بنود التعاون."
NEXT = "They agreed to hold the next round of consultations in Astana in the second quarter of 2026."
HOSTILE = (
    "The ministers agreed that the next meeting will take place in Manama in December 2026"
    " </style></script><script>window.hacked = 1</script><img src=x onerror=hacked=1>."
)
ARTICLES = (
    {
        "id": "a1",
        "lang": "ar",
        "title": "وزيرا الداخلية السعودي والكازاخستاني يلتقيان في الرياض",
        "published": "2025-12-18",
        "url": "https://agency.example/sa-kz?a=1&b=2",
        "text": (
            "الرياض - استقبل وزير الداخلية السعودي الأمير سلمان بن خالد في الرياض اليوم الخميس وزير الداخلية"
            " الكازاخستاني أرمان جاكسيليكوف. وبحث الجانبان مكافحة الإرهاب وتدريب الشرطة. " + LATE + " " + UNDATED
        ),
    },
    {
        "id": "a2",
        "lang": "en",
        "title": "Qatar and Kazakhstan hold consultations",
        "published": "2026-01-21",
        "url": "https://wire.example/qa-kz",
        "text": (
            "DOHA, January 21 - Qatar's Foreign Minister Nasser Al Hajri received Kazakhstan's Foreign Minister Erlan"
            " Omarov in Doha on Wednesday. They discussed trade and investment. " + NEXT
        ),
    },
    {
        "id": "a3",
        "lang": "en",
        "title": "<script>window.hacked = 1</script><b>Bahrain</b> & Kyrgyzstan meet",
        "published": "2026-09-09",
        "url": "javascript:window.hacked=1",
        "text": (
            "BISHKEK, September 9 - Kyrgyzstan's Interior Minister Bakyt Asanov received Bahrain's Interior Minister"
            " Khalid Al Noaimi in Bishkek on Wednesday. They discussed counter-terrorism. " + HOSTILE
        ),
    },
)
DAY = date(2026, 11, 23)


def publish(root: Path, articles: Sequence[Mapping[str, str]] = ARTICLES, as_of: date = DAY) -> Path:
    """Take articles through the stages, checks left out, and give the report's first page."""
    home = Home(root)
    home.claim("real")
    given = root / "articles.jsonl"
    given.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in articles), encoding="utf-8")
    with recorded(open_job(root, as_of), "add") as job:
        take_files(job, [given], Given())
        transformed, linked = transform.run(job)
        summary = RunSummary(job.run_id, as_of.isoformat(), transformed=transformed, linked=linked)
        published = finish.publish(job, finish.Checked(), summary.counts())
    assert published.report is not None
    return Path(published.report)
