"""Claims: figures and facts on the relation itself, such as the volume of trade or since when relations exist."""

from collections import Counter
from collections.abc import Sequence

from transforms.frames.drafts_promises import ClaimDraft
from transforms.frames.promise_cuts import outermost
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.segment import Token
from transforms.time.model import Unresolved
from transforms.time.resolve import resolve
from transforms.vocabulary import Bound, ClaimKind

_NEAR = 4  # tokens between a bound and its figure
_UNIT = 3  # tokens between a figure and what it counts


def find_claims(analysis: Analysis) -> list[ClaimDraft]:
    """The figures and facts on the relation that a document tells, in order."""
    found: list[ClaimDraft] = []
    for scene in analysis.scenes:
        if not scene.of("claim_topic", "counted"):
            continue
        parties = _parties(analysis, scene)
        if len(parties) < 2:
            continue
        topics = outermost(scene.of("claim_topic"))
        for topic in topics:
            later = [other.first for other in topics if other.first > topic.first]
            draft = _fact(analysis, scene, topic, min(later, default=len(scene.sentence.tokens)), parties)
            if draft is not None:
                found.append(draft)
        found += _counts(analysis, scene, parties)
    return found


def _fact(analysis: Analysis, scene: Scene, topic: Hit, end: int, parties: list[Cited[str]]) -> ClaimDraft | None:
    kind = ClaimKind(topic.entry.value)
    kind_cited = Cited(kind, topic.start, topic.end, f"derived.{topic.entry.rule}")
    if kind is ClaimKind.RELATIONS_SINCE:
        year = _year(analysis, scene, topic.last, since=True)
        if year is None:
            return None
        value = Cited(float(year.value), year.start, year.end, "claim.year")
        unit = Cited("year", year.start, year.end, "derived.claim.unit")
        bound = Cited(Bound.EXACT, year.start, year.end, "derived.claim.bound")
        return ClaimDraft(scene.sentence.index, kind_cited, parties, bound, _quote(analysis, scene), year, value, unit)
    joining = load(analysis.lang).words["joining"]
    amount = _amount(scene, topic.last, end, joining) or _amount(scene, 0, topic.first, joining)
    if amount is None:
        return None
    value, unit, first = amount
    year = _year(analysis, scene, first, since=False)
    return ClaimDraft(
        scene.sentence.index,
        kind_cited,
        parties,
        _bound(scene, first, value),
        _quote(analysis, scene),
        year,
        value,
        unit,
    )


def _counts(analysis: Analysis, scene: Scene, parties: list[Cited[str]]) -> list[ClaimDraft]:
    """Numbers of agreements, students, nationals … between "the two countries": with a bound, or twenty and more."""
    found: list[ClaimDraft] = []
    if not scene.of("group"):
        return found
    for hit in outermost(scene.of("counted")):
        number = _number_before(
            scene.sentence.tokens, scene.of("magnitude"), hit.first, load(analysis.lang).words["joining"]
        )
        if number is None:
            continue
        amount, first = number
        value = Cited(amount, scene.sentence.tokens[first].start, hit.start, "claim.count")
        bound = _bound(scene, first, value)
        if bound.value is Bound.EXACT and amount < 20:
            continue
        kind = Cited(ClaimKind.COUNT, hit.start, hit.end, "derived.claim.count")
        unit = Cited(hit.entry.value, hit.start, hit.end, "derived.claim.unit")
        year = _year(analysis, scene, first, since=False)
        found.append(ClaimDraft(scene.sentence.index, kind, parties, bound, _quote(analysis, scene), year, value, unit))
    return found


def _parties(analysis: Analysis, scene: Scene) -> list[Cited[str]]:
    """The two or more sides named in the sentence, else the two that the document names most."""
    money = scene.of("currency")
    named = [side for side in scene.parties if not any(hit.first <= side.first < hit.last for hit in money)]
    own = {side.code: Cited(side.code, side.start, side.end, f"party.{side.basis}") for side in reversed(named)}
    if len(own) == 2:
        return [own[code] for code in sorted(own)]
    counts = Counter(side.code for other in analysis.scenes for side in other.parties)
    pair = sorted(code for code, _ in counts.most_common(2))
    if len(pair) < 2 or (len(own) == 1 and next(iter(own)) not in pair):
        return []
    tokens = scene.sentence.tokens
    whole = (tokens[0].start, tokens[-1].end)
    return [own.get(code) or Cited(code, *whole, "derived.party.document") for code in pair]


def _quote(analysis: Analysis, scene: Scene) -> Cited[str]:
    start, end = scene.sentence.start, scene.sentence.end
    return Cited(analysis.view.published(start, end), start, end, "claim.sentence")


def _year(analysis: Analysis, scene: Scene, near: int, since: bool) -> Cited[int] | None:
    """The year of a figure: that of the time expression nearest to it."""
    for time in sorted(scene.times, key=lambda t: abs(t.first - near)):
        window = resolve(time, analysis.published, future=False)
        if isinstance(window, Unresolved) or window.start is None or window.end is None:
            continue
        shape = dict(time.shape)
        if "year" not in shape and "year_rel" not in shape:
            continue
        if since or shape["kind"] in ("year", "quarter", "half", "month"):
            return Cited(window.start.year, time.start, time.end, "derived.claim.year")
    return None


def _amount(scene: Scene, start: int, end: int, joining: frozenset[str]) -> tuple[Cited[float], Cited[str], int] | None:
    """A sum of money among some tokens: value, currency, and the token at which it begins."""
    tokens = scene.sentence.tokens
    magnitudes = scene.of("magnitude")
    for hit in outermost(scene.of("currency")):
        if not start <= hit.first < end:
            continue
        number = _number_before(tokens, magnitudes, hit.first, joining) or _number_after(tokens, magnitudes, hit.last)
        if number is not None:
            value, first = number
            begin, stop = min(first, hit.first), hit.last
            while stop < len(tokens) and (tokens[stop].text[0].isdecimal() or any(m.first == stop for m in magnitudes)):
                stop += 1
            cited = Cited(value, tokens[begin].start, tokens[stop - 1].end, "claim.amount")
            return cited, Cited(hit.entry.value, hit.start, hit.end, "derived.currency"), begin
    return None


def _number(token: Token) -> float | None:
    text = token.low.replace(",", "")
    try:
        return float(text) if text[:1].isdecimal() else None
    except ValueError:
        return None


def _number_before(
    tokens: Sequence[Token], magnitudes: Sequence[Hit], at: int, joining: frozenset[str]
) -> tuple[float, int] | None:
    """The number that ends before a token ("2.3 billion", ملياري, مليار و200 مليون), and where it begins."""
    by_last = {hit.last: hit for hit in magnitudes}
    total, first, position = 0.0, at, at
    while position > 0:
        magnitude = by_last.get(position)
        factor, count, begin = 1.0, None, position
        if magnitude is not None:
            dual = magnitude.entry.value.startswith("d")
            factor, begin = float(magnitude.entry.value.lstrip("d")), magnitude.first
            count = 1.0 if dual or magnitude.prefix or total else None
        plain = _number(tokens[begin - 1]) if begin > 0 else None
        if plain is not None and not (magnitude is not None and magnitude.entry.value.startswith("d")):
            count, begin = plain, begin - 1
        elif magnitude is not None and count is None:
            count = 1.0  # مليار دولار: one
        if count is None or begin == position:
            break
        total, first = total + count * factor, begin
        joined = begin > 0 and tokens[begin - 1].low in joining
        position = begin - 1 if joined else begin
        if position == begin:
            break
    return (total, first) if first < at else None


def _number_after(tokens: Sequence[Token], magnitudes: Sequence[Hit], at: int) -> tuple[float, int] | None:
    value = _number(tokens[at]) if at < len(tokens) else None
    if value is None:
        return None
    magnitude = next((hit for hit in magnitudes if hit.first == at + 1), None)
    return value * (float(magnitude.entry.value.lstrip("d")) if magnitude else 1.0), at


def _bound(scene: Scene, first: int, value: Cited[float]) -> Cited[Bound]:
    near = [hit for hit in scene.of("bound") if 0 <= first - hit.last <= _NEAR]
    if not near:
        return Cited(Bound.EXACT, value.start, value.end, "derived.claim.bound")
    hit = near[-1]
    return Cited(Bound(hit.entry.value), hit.start, hit.end, f"derived.{hit.entry.rule}")
