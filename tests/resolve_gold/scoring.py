"""How well linking parts and joins: our own scenes and stories against what the rules decide.

Scenes hold every spelling of people with near names (names*.jsonl), single pairs of names (name_pairs*.jsonl), and
reports of neighbouring meetings as values (meetings*.jsonl) or as texts (meeting_texts*.jsonl). Each numbered set was
written and scored before the rules that it showed wanting were touched; pairs of names then stood at F1 0.873 (fifth),
0.873 (sixth) and 0.905 (seventh), reports of the fifth set at 0.971.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.warehouse.world import meeting, minister, promise, reading
from transforms.extract import extract
from transforms.records import Document, Participant
from transforms.resolve.names import SAME, compare_names
from transforms.resolve.sounds import script_of
from transforms.vocabulary import FollowUpKind, Form, Format, Modality, Office, Portfolio, Role, Topic
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.rows import Reading
from warehouse.store import open_memory

AS_OF = date(2026, 11, 23)
_FOLDER = Path(__file__).parent


NAMES = ("names.jsonl", "names_second.jsonl", "names_third.jsonl", "names_fourth.jsonl")
NAME_PAIRS = ("name_pairs_fifth.jsonl", "name_pairs_sixth.jsonl", "name_pairs_seventh.jsonl")
MEETINGS = (
    "meetings.jsonl",
    "meetings_second.jsonl",
    "meetings_third.jsonl",
    "meetings_fourth.jsonl",
    "meetings_fifth.jsonl",
)
TEXTS = ("meeting_texts_second.jsonl", "meeting_texts_third.jsonl", "meeting_texts_fourth.jsonl")


@dataclass(frozen=True, slots=True)
class Told:
    """Two reports or spellings, whether they are one in truth, and the languages that they are in."""

    a: str
    b: str
    same: bool
    langs: str

    def __str__(self) -> str:
        return f"{self.a} / {self.b}"


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs judged: rightly joined, wrongly joined, wrongly parted; and what went wrong, to be read."""

    right: int
    joined: tuple[str, ...]  # different in truth
    parted: tuple[str, ...]  # same in truth
    pairs: int
    by_langs: Mapping[str, "Score"] = field(default_factory=dict)

    @property
    def figures(self) -> str:
        """The score in one line."""
        return f"{self.pairs} pairs, P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"

    @property
    def precision(self) -> float:
        """Of the joined pairs, those that are one."""
        found = self.right + len(self.joined)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are one, those joined."""
        there = self.right + len(self.parted)
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        wrong = len(self.joined) + len(self.parted)
        return 2 * self.right / (2 * self.right + wrong) if self.right + wrong else 1.0

    def __str__(self) -> str:
        langs = [f"{langs}: {score.figures}" for langs, score in self.by_langs.items()]
        return "\n".join([self.figures, *langs, *(f"+ {e}" for e in self.joined), *(f"- {e}" for e in self.parted)])


def lines(name: str) -> list[dict[str, Any]]:
    """The lines of one file of the set."""
    return [json.loads(line) for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()]


def names(*files: str) -> Score:
    """Spellings of one person against those of people with near names."""
    pairs = []
    for scene in [scene for file in files or NAMES for scene in lines(file)]:
        spellings = [(n, name) for n, person in enumerate(scene["people"]) for name in person]
        pairs += [Told(a[1], b[1], a[0] == b[0], _script(a[1], b[1])) for a, b in combinations(spellings, 2)]
    return _score(pairs, lambda told: compare_names(told.a, told.b).score >= SAME)


def name_pairs(*files: str) -> Score:
    """Pairs of names, each judged by itself."""
    told = [pair for file in files or NAME_PAIRS for pair in lines(file)]
    pairs = [Told(pair["a"], pair["b"], pair["same"], _script(pair["a"], pair["b"])) for pair in told]
    return _score(pairs, lambda told: compare_names(told.a, told.b).score >= SAME)


def meetings(*files: str) -> Score:
    """Reports of one meeting against those of other meetings of the same people, days and ministries."""
    reports = [report for file in files for report in lines(file)]
    groups = _groups([_reading(n, report) for n, report in enumerate(reports)])
    told = [f"{r['scene']}{r['meeting']} {r['source']} {r['published']}" for r in reports]
    pairs = [
        Told(f"{told[n]} #{n}", f"{told[m]} #{m}", a["meeting"] == b["meeting"], _langs(a, b))
        for (n, a), (m, b) in combinations(enumerate(reports), 2)
        if a["scene"] == b["scene"]
    ]
    return _score(pairs, lambda pair: bool(groups[_key(pair.a)] & groups[_key(pair.b)]))


def _key(told: str) -> str:
    return "m" + told.rpartition("#")[2]


def _langs(a: dict[str, Any], b: dict[str, Any]) -> str:
    return " ".join(sorted({_lang(a), _lang(b)}))


def _lang(report: dict[str, Any]) -> str:
    """The language of a report: of its text, else of the names in it."""
    return report.get("lang") or _script("".join(person["name"] for person in report["participants"]) or "x")


def _script(*names: str) -> str:
    return " ".join(sorted({"ar" if script_of(name) == "arabic" else "en" for name in names}))


def stories() -> Iterator[tuple[str, list[str], list[str]]]:
    """Each story with the states that its promises should have and those that they have."""
    told = lines("stories.jsonl")
    readings = [
        _story_reading(f"s{n}r{m}", story["parties"], report)
        for n, story in enumerate(told)
        for m, report in enumerate(story["reports"])
    ]
    with open_memory() as store:
        load_articles(store, readings)
        link(store, AS_OF)
        found = store.con.execute(
            "select distinct s.follow_up_id, a.url, s.status from quality.follow_up_state s"
            " join core.follow_up_report r on r.follow_up_id = s.follow_up_id"
            " join core.article a on a.id = r.article_id"
        ).fetchall()
    for n, story in enumerate(told):
        own = {key: status for key, url, status in found if f"/s{n}r" in url}
        yield story["story"], story["expected"], sorted(own.values())


def _score(pairs: Sequence[Told], same: Callable[[Told], bool]) -> Score:
    judged = [(told, same(told)) for told in pairs]
    return Score(
        sum(told.same and found for told, found in judged),
        tuple(str(told) for told, found in judged if found and not told.same),
        tuple(str(told) for told, found in judged if told.same and not found),
        len(judged),
        {langs: _score([t for t in pairs if t.langs == langs], same) for langs in sorted({t.langs for t in pairs})}
        if len({told.langs for told in pairs}) > 1
        else {},
    )


def _groups(readings: list[Reading]) -> dict[str, set[str]]:
    """The meetings that each article tells of."""
    found: dict[str, set[str]] = {reading.article.url.rpartition("/")[2]: set() for reading in readings}
    with open_memory() as store:
        load_articles(store, readings)
        link(store, AS_OF)
        for url, meeting_id in store.con.execute(
            "select a.url, r.meeting_id from core.meeting_report r join core.article a on a.id = r.article_id"
        ).fetchall():
            found[url.rpartition("/")[2]].add(meeting_id)
    return found


def _reading(n: int, report: dict[str, Any]) -> Reading:
    """An article of the set: its values as given, or what the extractor reads in its text."""
    if "text" not in report:
        return _meeting_reading(n, report)
    frame = reading(f"m{n}", report["published"], source=report["source"], text=report["text"])
    document = Document(f"m{n}", report["text"], report["title"], report["published"], lang=report["lang"])
    return Reading(frame.article, extract(document), frame.extractor, frame.received_at)


def _meeting_reading(n: int, report: dict[str, Any]) -> Reading:
    people = tuple(
        Participant(
            p["name"],
            p["party"],
            Office(p["office"]),
            Portfolio(p["portfolio"]) if p["portfolio"] else None,
            Role(p["role"]),
        )
        for p in report["participants"]
    )
    told = meeting(
        report["date"],
        tuple(sorted(report["parties"])),
        people,
        city=report["city"],
        country=report["country"],
        form=Form(report["form"]),
        format=Format.BILATERAL,
        topics=tuple(Topic(topic) for topic in report["topics"]),
    )
    return reading(f"m{n}", report["published"], source=report["source"], meetings=(told,))


def _story_reading(key: str, parties: list[str], report: dict[str, Any]) -> Reading:
    if "text" in report:
        frame = reading(key, report["day"], text=report["text"])
        record = extract(Document(key, report["text"], published=report["day"], lang=report["lang"]))
        return Reading(frame.article, record, frame.extractor, frame.received_at)
    if told := report.get("promise"):
        changes: dict[str, Any] = {"modality": Modality(told["modality"]), "parties": tuple(parties)}
        changes |= {k: told[k] for k in ("visitor", "host") if k in told}
        if "kind" in told:
            changes["kind"] = FollowUpKind(told["kind"])
        if "portfolio" in told:
            changes["portfolio"] = Portfolio(told["portfolio"]) if told["portfolio"] else None
        if "level" in told:
            changes["level"] = Office(told["level"])
        return reading(key, report["day"], follow_ups=(promise(told["start"], told["end"], told["quote"], **changes),))
    return reading(key, report["day"], meetings=(_story_meeting(parties, report["meeting"]),))


def _story_meeting(parties: list[str], told: dict[str, Any]) -> Any:
    portfolio = told.get("portfolio", "interior")
    host = told.get("country", parties[0])
    roles = [Role.HOST if party == host else Role.GUEST for party in parties]
    people = tuple(
        minister(f"{name} {party.title()}", party, role, Portfolio(portfolio))
        if portfolio
        else Participant(f"{name} {party.title()}", party, Office(told["office"]), None, role)
        for name, party, role in zip(("Salem", "Bekov"), parties, roles, strict=True)
    )
    form = Form(told.get("form", "in_person"))
    place = {"city": told.get("city"), "country": host if form is Form.IN_PERSON else None}
    return meeting(told["date"], tuple(parties), people, form=form, **place)
