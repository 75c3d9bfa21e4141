"""Whether two reports tell of one promise, from their own values alone."""

from collections.abc import Iterator

from transforms.resolve.bodies import same_body
from transforms.resolve.groups import Decision, Judgement
from transforms.watch.promises import Telling, is_organisation

_BASE = 0.30
JOIN = 0.65  # from here on two reports are one promise
LOOK = 0.50  # from here on a person should look
_ENDS = frozenset({"postponed", "cancelled"})
# Kinds under which outlets announce one event; the others never are one.
_KINDRED = (frozenset({"meeting", "committee"}), frozenset({"meeting", "visit"}))

_Entry = tuple[float | None, str]


def same_promise(a: Telling, b: Telling) -> Judgement:
    """Judge two tellings; symmetric."""
    earlier, later = sorted((a, b), key=lambda telling: (telling.day, telling.id))
    entries = list(_evidence(earlier, later))
    reasons = tuple(reason for _, reason in entries)
    if any(weight is None for weight, _ in entries):
        return Judgement(0.0, Decision.DIFFERENT, True, reasons)
    score = round(max(0.0, min(1.0, sum(weight or 0.0 for weight, _ in entries))), 3)
    decision = Decision.SAME if score >= JOIN else Decision.REVIEW if score >= LOOK else Decision.DIFFERENT
    return Judgement(score, decision, False, reasons)


def is_vague(telling: Telling) -> bool:
    """Whether it says too little to tell two promises of the same parties apart."""
    return telling.window is None and telling.body is None and telling.track is None


def _evidence(earlier: Telling, later: Telling) -> Iterator[_Entry]:
    """Weights with their reasons; a weight of none is a contradiction."""
    if earlier.article_id and earlier.article_id == later.article_id:
        yield None, "one article tells both"
        return
    yield _parties(earlier, later)
    yield _kinds(earlier.kind, later.kind)
    for name in ("session_no", "visitor"):
        left, right = getattr(earlier, name), getattr(later, name)
        if left is not None and right is not None:
            yield (0.15, f"same {name}") if left == right else (None, f"other {name}")
    yield _tracks(earlier, later)
    if earlier.told_level and later.told_level:
        yield (0.05, "same level") if earlier.told_level == later.told_level else (-0.3, "other level")
    if earlier.body and later.body and (alike := same_body(earlier.body, later.body)) is not None:
        yield (0.2, "same body") if alike else (None, "other body")
    if earlier.topics and later.topics:
        yield (0.1, "same field") if earlier.topics & later.topics else (-0.3, "other field")
    if _is_next(earlier, later):
        yield None, "told after the event that the other one promises"
        return
    yield _occasion(earlier, later)
    yield _windows(earlier, later)


def _parties(earlier: Telling, later: Telling) -> _Entry:
    if earlier.parties == later.parties:
        return _BASE, "same parties"
    # An organisation's event is announced with whoever is met on that occasion.
    if {p for p in earlier.parties if is_organisation(p)} & {p for p in later.parties if is_organisation(p)}:
        return _BASE - 0.1, "same organisation"
    return None, "other parties"


def _kinds(a: str, b: str) -> _Entry:
    if a == b:
        return 0.2, "same kind"
    return (0.1, "kindred kind") if {a, b} in _KINDRED else (None, "other kind")


def _tracks(earlier: Telling, later: Telling) -> _Entry:
    if earlier.track is None or later.track is None:
        return 0.0, "portfolio not compared"
    told = earlier.portfolio is not None and later.portfolio is not None
    if earlier.track == later.track:
        return (0.15, "same portfolio") if told else (0.1, "same ministries behind it")
    return (None, "other portfolio") if told else (-0.3, "other ministries behind it")


def _is_next(earlier: Telling, later: Telling) -> bool:
    """Whether the later telling follows an event that may be what the earlier one promised: it means the next one."""
    follows = later.after
    if follows is None or later.modality in _ENDS or earlier.kind == "agreement":
        return False
    if follows.first <= earlier.day or (earlier.after and earlier.after.overlaps(follows, slack=1)):
        return False
    return earlier.window is None or (earlier.window.first - follows.last).days <= 30


def _occasion(earlier: Telling, later: Telling) -> tuple[float, str]:
    apart = (later.day - earlier.day).days
    if earlier.follows and later.follows and earlier.follows.overlaps(later.follows, slack=1):
        return 0.2, "told at one meeting"
    if apart <= 3:
        return 0.15, "told within three days"
    return (0.0, f"told {apart} days apart") if apart <= 400 else (-0.15, f"told {apart} days apart")


def _windows(earlier: Telling, later: Telling) -> tuple[float, str]:
    if later.modality in _ENDS:
        return 0.15, f"the later one says {later.modality}"
    if earlier.window is None and later.window is None:
        return 0.1, "both undated"
    if earlier.window is None or later.window is None:
        return 0.0, "one undated"
    gap = earlier.window.gap(later.window)
    if gap == 0:
        return 0.2, "windows agree"
    return (0.05, f"windows {gap} days apart") if gap <= 200 else (-0.15, f"windows {gap} days apart")
