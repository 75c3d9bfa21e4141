"""Groups of reports that tell of one thing, from judgements on pairs: the same for any order of arrival."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Decision(StrEnum):
    """What a comparison of two reports came to."""

    SAME = "same"
    REVIEW = "review"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two reports' own values say about their telling of one thing."""

    score: float  # 0 to 1
    decision: Decision
    hard: bool = False  # they contradict each other: no group may hold both
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports that were compared; `a` is the smaller id."""

    a: str
    b: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which reports belong together, and which pairs a person should look at."""

    groups: tuple[tuple[str, ...], ...]  # each sorted, in order of their first member
    review: tuple[tuple[str, str], ...] = field(default=())


ONLY_FIT = 0.55  # from here on a vague report joins the one group that it fits

# What people decided about two reports: true, they are one; false, they are not.
Verdicts = Mapping[tuple[str, str], bool]


def group(
    members: Iterable[str],
    pairs: Iterable[Pair],
    judge: Callable[[str, str], Judgement],
    *,
    vague: frozenset[str] = frozenset(),
    verdicts: Verdicts | None = None,
) -> Grouping:
    """Form groups by taking pairs from the likeliest down, never joining what contradicts.

    Args:
        members: every report of the block.
        pairs: the pairs that were compared; pairs without a word are no evidence.
        judge: compares any two members; asked only for conflicts inside would-be groups.
        vague: reports that say too little to tell things apart: each joins the one group that it fits, or none.
        verdicts: decisions of people on pairs; they stand above every score.
    """
    return _Grouper(sorted(set(members)), list(pairs), judge, vague, verdicts or {}).run()


class _Grouper:
    def __init__(
        self,
        members: list[str],
        pairs: list[Pair],
        judge: Callable[[str, str], Judgement],
        vague: frozenset[str],
        verdicts: Verdicts,
    ) -> None:
        self._members = members
        self._vague = vague
        self._verdicts = {tuple(sorted(pair)): same for pair, same in verdicts.items()}
        present = set(members)
        self._pairs = sorted(
            (p for p in pairs if p.a in present and p.b in present), key=lambda p: (-p.judgement.score, p.a, p.b)
        )
        self._judge = judge
        self._hard: dict[tuple[str, str], bool] = {(p.a, p.b): p.judgement.hard for p in self._pairs}
        self._home = {member: member for member in members}
        self._groups: dict[str, set[str]] = {member: {member} for member in members}

    def run(self) -> Grouping:
        for (a, b), same in sorted(self._verdicts.items()):
            if same and a in self._home and b in self._home:
                self._join(a, b)
        firm = [p for p in self._pairs if p.a not in self._vague and p.b not in self._vague]
        self._agglomerate(firm)
        review = {(p.a, p.b) for p in firm if p.judgement.decision is Decision.REVIEW}
        review |= self._place_vague()
        groups = sorted(tuple(sorted(group)) for group in self._groups.values())
        return Grouping(tuple(groups), tuple(sorted(pair for pair in review if not self._together(*pair))))

    def _agglomerate(self, pairs: list[Pair]) -> None:
        for pair in pairs:
            if pair.judgement.decision is Decision.SAME and self._compatible(pair.a, pair.b):
                self._join(pair.a, pair.b)

    def _place_vague(self) -> set[tuple[str, str]]:
        """Let each vague report join the one group that it fits; those left over form groups among themselves."""
        fits: dict[str, dict[str, list[Pair]]] = {}
        for pair in self._pairs:
            for vague, other in ((pair.a, pair.b), (pair.b, pair.a)):
                if vague not in self._vague or other in self._vague or pair.judgement.decision is Decision.DIFFERENT:
                    continue
                if len(self._groups[self._home[vague]]) == 1 and self._compatible(vague, other):
                    fits.setdefault(vague, {}).setdefault(self._home[other], []).append(pair)
        review: set[tuple[str, str]] = set()
        joins = []
        for vague, homes in sorted(fits.items()):
            sure = [p for found in homes.values() for p in found if p.judgement.score >= ONLY_FIT]
            if len(homes) == 1 and sure:
                joins.append((vague, sure[0].b if sure[0].a == vague else sure[0].a))
            else:
                review |= {(p.a, p.b) for found in homes.values() for p in found}
        for vague, other in joins:
            if self._compatible(vague, other):
                self._join(vague, other)
        alone = {vague for vague in self._vague if vague not in fits}
        among = [p for p in self._pairs if p.a in alone and p.b in alone]
        self._agglomerate(among)
        return review | {(p.a, p.b) for p in among if p.judgement.decision is Decision.REVIEW}

    def _compatible(self, a: str, b: str) -> bool:
        left, right = self._groups[self._home[a]], self._groups[self._home[b]]
        return left is right or not any(self._conflict(x, y) for x in left for y in right)

    def _conflict(self, a: str, b: str) -> bool:
        key = (a, b) if a < b else (b, a)
        verdict = self._verdicts.get(key)
        if verdict is not None:
            return not verdict
        if key not in self._hard:
            self._hard[key] = self._judge(*key).hard
        return self._hard[key]

    def _together(self, a: str, b: str) -> bool:
        return self._home[a] == self._home[b]

    def _join(self, a: str, b: str) -> None:
        keep, gone = sorted((self._home[a], self._home[b]))
        if keep == gone:
            return
        members = self._groups.pop(gone)
        self._groups[keep] |= members
        for member in members:
            self._home[member] = keep
