"""How well linking parts and joins: our own scenes and stories against what the rules decide."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.warehouse.world import meeting, minister, promise, reading
from transforms.extract import extract
from transforms.records import Document, Participant
from transforms.resolve.names import SAME, compare_names
from transforms.vocabulary import FollowUpKind, Form, Format, Modality, Office, Portfolio, Role, Topic
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.rows import Reading
from warehouse.store import open_memory

AS_OF = date(2026, 11, 23)
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs judged: rightly joined, wrongly joined, wrongly parted; and what went wrong, to be read."""

    right: int
    joined: tuple[str, ...]  # different in truth
    parted: tuple[str, ...]  # same in truth
    pairs: int

    @property
    def precision(self) -> float:
        """Of the joined pairs, those that are one."""
        return self.right / (self.right + len(self.joined))

    @property
    def recall(self) -> float:
        """Of the pairs that are one, those joined."""
        return self.right / (self.right + len(self.parted))

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (2 * self.right + len(self.joined) + len(self.parted))

    def __str__(self) -> str:
        figures = f"{self.pairs} pairs, P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"
        return "\n".join([figures, *(f"+ {e}" for e in self.joined), *(f"- {e}" for e in self.parted)])


def lines(name: str) -> list[dict[str, Any]]:
    """The lines of one file of the set."""
    return [json.loads(line) for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()]


def names() -> Score:
    """Spellings of one person against those of people with near names."""
    pairs = []
    for scene in lines("names.jsonl"):
        spellings = [(n, name) for n, person in enumerate(scene["people"]) for name in person]
        pairs += [(a[1], b[1], a[0] == b[0]) for a, b in combinations(spellings, 2)]
    return _score(pairs, lambda a, b: compare_names(a, b).score >= SAME)


def meetings() -> Score:
    """Reports of one meeting against those of other meetings of the same people, days and ministries."""
    reports = lines("meetings.jsonl")
    groups = _groups("meeting", [_meeting_reading(n, report) for n, report in enumerate(reports)])
    keys = {f"m{n}": report for n, report in enumerate(reports)}
    scenes = {report["scene"] for report in reports}
    pairs = []
    for scene in sorted(scenes):
        own = [key for key, report in keys.items() if report["scene"] == scene]
        pairs += [(a, b, keys[a]["meeting"] == keys[b]["meeting"]) for a, b in combinations(own, 2)]
    score = _score(pairs, lambda a, b: groups[a] == groups[b])
    told = {key: f"{r['scene']}{r['meeting']} {r['source']} {r['date']}" for key, r in keys.items()}
    spelt = {
        side: tuple(" / ".join(told[key] for key in error.split(" / ")) for error in getattr(score, side))
        for side in ("joined", "parted")
    }
    return Score(score.right, spelt["joined"], spelt["parted"], score.pairs)


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


def _score(pairs: list[tuple[str, str, bool]], same: Callable[[str, str], bool]) -> Score:
    judged = [(f"{a} / {b}", truth, same(a, b)) for a, b, truth in pairs]
    return Score(
        sum(truth and found for _, truth, found in judged),
        tuple(text for text, truth, found in judged if found and not truth),
        tuple(text for text, truth, found in judged if truth and not found),
        len(judged),
    )


def _groups(kind: str, readings: list[Reading]) -> dict[str, str]:
    with open_memory() as store:
        load_articles(store, readings)
        link(store, AS_OF)
        rows = store.con.execute(
            f"select split_part(a.url, '/', -1), r.{kind}_id from core.{kind}_report r"
            " join core.article a on a.id = r.article_id"
        ).fetchall()
    return dict(rows)


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
