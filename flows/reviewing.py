"""What people decide, in a home: written under its lock, linked at once, and published for readers."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from flows.errors import InputError
from flows.home import Home
from flows.job import open_job
from flows.lock import home_lock
from flows.recording import note_words
from flows.settings import load_settings
from warehouse.corrections import correction
from warehouse.errors import NoSnapshot, WarehouseError
from warehouse.link import link
from warehouse.publish import publish_snapshot
from warehouse.query import last_as_of
from warehouse.review import Decision, Subject, decide, find, members
from warehouse.store import Store, database_path, open_store

ACTIONS = ("link", "split", "confirm", "dismiss", "correct", "undo")
_EVENTS = ("meeting", "agreement", "follow_up", "person")


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says, as given: ids may be shortened."""

    action: str  # one of ACTIONS
    ids: tuple[str, ...]
    settings: tuple[str, ...] = ()  # of a correction, like city=Doha
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    ids: tuple[str, ...]  # of the decisions
    review: int  # links that are still in doubt
    published: bool  # false: the last run failed its checks, and readers keep the snapshot before it


def pronounce(home: Home, words: Sequence[Word], reviewer: str) -> Outcome:
    """Write decisions and let them take effect: all of them, or none where one cannot be taken.

    Raises:
        WarehouseError: an id names nothing or several things, or a decision is not possible.
    """
    return change(home, lambda store: [entry for word in words for entry in _decisions(store, word)], reviewer)


def change(home: Home, choose: Callable[[Store], Sequence[Decision]], reviewer: str) -> Outcome:
    """Take the home's lock, write what is chosen, link it and publish."""
    if not database_path(home.root).exists():
        raise NoSnapshot(f"There is nothing to decide about in {home.root}.", advice="Fill it first: liqaa run")
    with home_lock(home.lock):
        with open_store(home.root) as store:
            as_of, today = _days(home, store)
            ids = decide(store, choose(store), today, reviewer)
            summary = link(store, as_of)
            note_words(open_job(home.root, as_of), store)
        sound = home.trouble() is None
        if sound:
            publish_snapshot(home.root, full_text=load_settings(home).publish.full_text)
    return Outcome(ids, summary.review, sound)


def read_batch(path: Path, action: str | None = None) -> list[Word]:
    """The decisions of a CSV file: columns action, id, other, value, reason; rows without an action are passed over.

    Raises:
        InputError: it cannot be read, or a row says something else.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} cannot be read as CSV ({error}).") from error
    words = []
    for number, row in enumerate(rows, 2):
        cells = {key: (value or "").strip() for key, value in row.items() if isinstance(value, str)}
        own = cells.get("action") or action or ""
        if not own:
            continue
        first = cells.get("id") or cells.get("a", "")
        if own not in ACTIONS or not first:
            raise InputError(f"{path}, line {number}: a row needs an id and an action of {', '.join(ACTIONS)}.")
        ids = tuple(given for given in (first, cells.get("other") or cells.get("b", "")) if given)
        settings = tuple(part for part in (cells.get("value") or "").split(";") if part)
        words.append(Word(own, ids, settings, cells.get("reason") or None))
    return words


def _days(home: Home, store: Store) -> tuple[date, date]:
    """The day to judge by and the day on which a decision is made; the sample has one day for both."""
    last, today = last_as_of(store.con), datetime.now(UTC).date()
    return (last or today, last or today) if home.kind() == "sample" else (last or today, today)


def _decisions(store: Store, word: Word) -> list[Decision]:
    make = {"link": _link, "split": _split, "confirm": _whole, "dismiss": _whole, "correct": _correct, "undo": _undo}
    return make[word.action](store, word)


def _link(store: Store, word: Word) -> list[Decision]:
    """The first with each of the others."""
    found = _several(store, word, 2)
    return [Decision("link", found[0].kind, found[0], other, reason=word.reason) for other in found[1:]]


def _split(store: Store, word: Word) -> list[Decision]:
    """Two apart; or one from everything that it stands together with."""
    found = _several(store, word, 1)
    first, others = found[0], found[1:]
    if not others:
        ids = [member for member in members(store.con, first) if member != first.id]
        if not ids:
            raise WarehouseError(f"Nothing stands together with {first.id}.", advice="Name two reports to part.")
        others = [find(store.con, member, first.kind) for member in ids]
    return [Decision("split", first.kind, first, other, reason=word.reason) for other in others]


def _whole(store: Store, word: Word) -> list[Decision]:
    """A word on each thing as a whole; a meeting or an instrument that is none is none by all of its reports."""
    decisions = []
    for given in word.ids:
        subject = find(store.con, given, *_EVENTS, "flag")
        if subject.kind == "flag":
            decisions.append(Decision("accept", "flag", subject, reason=word.reason))
        elif word.action == "dismiss" and subject.kind in ("meeting", "agreement"):
            own = [find(store.con, member, subject.kind) for member in members(store.con, subject)]
            decisions += [Decision("dismiss", subject.kind, member, reason=word.reason) for member in own]
        else:
            decisions.append(Decision(word.action, subject.kind, subject, reason=word.reason))
    return decisions


def _correct(store: Store, word: Word) -> list[Decision]:
    settings = word.settings or tuple(given for given in word.ids if "=" in given)
    (subject,) = _several(store, Word("correct", tuple(given for given in word.ids if "=" not in given)), 1, 1)
    return [Decision("correct", subject.kind, subject, None, correction(subject.kind, settings), word.reason)]


def _undo(store: Store, word: Word) -> list[Decision]:
    return [Decision("undo", "decision", find(store.con, given, "decision"), reason=word.reason) for given in word.ids]


def _several(store: Store, word: Word, least: int, most: int | None = None) -> list[Subject]:
    found = [find(store.con, given, *_EVENTS) for given in word.ids]
    if len(found) < least or (most is not None and len(found) > most):
        raise WarehouseError(f"{word.action} takes {least}{'' if most else ' or more'} ids; {len(found)} are given.")
    if len({subject.kind for subject in found}) > 1:
        raise WarehouseError(f"{word.action} takes things of one kind; given are " + _kinds(found) + ".")
    if len({subject.id for subject in found}) < len(found):
        raise WarehouseError(f"{word.action} takes different things; one is named twice.")
    return found


def _kinds(found: Sequence[Subject]) -> str:
    return " and ".join(dict.fromkeys(f"a {subject.kind.replace('_', ' ')}" for subject in found))
