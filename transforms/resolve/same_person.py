"""Whether two spellings of names are one person's, from their own values alone."""

from dataclasses import dataclass
from datetime import date

from transforms.resolve.groups import Decision, Judgement
from transforms.resolve.names import DOUBT, SAME, compare_names, parts_of
from transforms.resolve.officials import known


@dataclass(frozen=True, slots=True)
class NameView:
    """A spelling of a name with the offices under which it was printed."""

    id: str
    day: date  # of the earliest report that prints it
    party: str
    name: str
    offices: frozenset[tuple[str, str | None]]  # office and portfolio

    @property
    def vague(self) -> bool:
        """Whether it is a single part, beside which an initial counts for nothing: several people may share it."""
        return sum(len(part) > 1 for part in parts_of(self.name)) < 2


def same_person(a: NameView, b: NameView) -> Judgement:
    """Judge two spellings; symmetric. Offices change over time, so another office is no contradiction."""
    match = compare_names(*sorted((a.name, b.name)))
    left, right = known(a.party, a.name), known(b.party, b.name)
    if a.party == b.party and left and right:
        if left is right:
            return Judgement(1.0, Decision.SAME, False, (match.reason, "one official of the list"))
        return Judgement(0.0, Decision.DIFFERENT, True, (match.reason, "two officials of the list"))
    if a.party != b.party:
        return Judgement(0.0, Decision.DIFFERENT, True, ("other party",))
    if match.conflict:
        return Judgement(match.score, Decision.DIFFERENT, True, (match.reason,))
    shared = a.offices & b.offices
    reasons = (match.reason, *(("same office",) if shared else ()))
    if match.shared < 2:
        if match.score >= DOUBT and shared:
            return Judgement(match.score, Decision.SAME, False, reasons)
        return Judgement(match.score, Decision.DIFFERENT, False, reasons)
    if match.score >= SAME or (match.score >= DOUBT and shared):
        return Judgement(match.score, Decision.SAME, False, reasons)
    decision = Decision.REVIEW if match.score >= DOUBT else Decision.DIFFERENT
    return Judgement(match.score, decision, False, reasons)
