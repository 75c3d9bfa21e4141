"""An office as printed while it is being read: what belongs to it, and how a word is filed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Cited
from transforms.vocabulary import Office, Portfolio

# Offices held abroad: the state after "to", "in", «لدى» is where, not whose.
POSTED = (Office.AMBASSADOR, Office.OFFICIAL, Office.MILITARY_CHIEF)
PARTY_KINDS = ("country", "demonym", "organisation", "org_adjective", "region", "home_alias")

# Mentions by the token they start at.
At = Mapping[int, Sequence[Hit]]


class Links:
    """The words and particles of a language between an office and a state, by what they make of the state."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.to, self.at = lexicon.morphology.to, lexicon.morphology.at
        self.residing = lexicon.words["residing_links"]  # nobody but an envoy stands before them
        self.posting = lexicon.words["posting_links"] | {self.at}
        # After these a state is what the office deals with ("Envoy for Yemen"), but for a minister.
        self._about = lexicon.words["about_links"]
        self._of_envoys = self._about | {self.to}

    def about(self, office: Office | None) -> frozenset[str]:
        """The links after which a state is what an office deals with."""
        if office is Office.MINISTER:
            return frozenset()
        return self._of_envoys if office is Office.ENVOY else self._about


@dataclass(slots=True)
class OfficeSpan:
    """One office as printed, being read: tokens [first, last) and what was found in it."""

    head: Hit
    first: int
    last: int
    office: Office | None  # null: out of scope
    links: Links
    portfolio: Cited[Portfolio] | None = None
    parties: list[Hit] = field(default_factory=list)  # whose office it is, nearest first
    seat: Hit | None = None  # the city that a governor or mayor governs
    posting: Hit | None = None  # where an ambassador is accredited to
    about: list[Hit] = field(default_factory=list)  # what an envoy deals with
    acting: bool = False
    former: bool = False

    @property
    def in_scope(self) -> bool:
        """Whether its holder, as holder of it, can be a side of a meeting."""
        return self.office is not None and not self.former

    def set_portfolio(self, hit: Hit) -> None:
        """The first portfolio named is the office's own."""
        if self.portfolio is None:
            self.portfolio = Cited(Portfolio(hit.entry.value), hit.start, hit.end, hit.entry.rule)

    def modify(self, hit: Hit) -> None:
        """Apply a word such as "acting", "former" or "deputy"."""
        value = hit.entry.value
        self.acting |= value == "acting"
        self.former |= value == "former"
        if value == "deputy" and self.office is Office.MINISTER:
            self.office = Office.DEPUTY_MINISTER
        elif value == "deputy" and self.office is Office.HEAD_OF_GOVERNMENT:
            self.office = Office.DEPUTY_HEAD_OF_GOVERNMENT

    def take(self, hit: Hit, link: str, sent: bool = False) -> int:
        """File a state, organisation or portfolio found after a link word; its end.

        `sent`: what an envoy deals with is told behind it.
        """
        if hit.entry.kind == "portfolio":
            self.set_portfolio(hit)
        elif self.office is Office.GOVERNOR and hit.entry.kind == "country":
            self.parties.append(hit)  # «محافظ مقاطعة مومباسا في جمهورية كينيا»
        elif (
            link == self.links.at
            and self.office is not Office.AMBASSADOR
            and hit.entry.kind == "country"
            and hit.last - hit.first > 1
        ):
            self.parties.append(hit)  # «المفتش العام للقوات المسلحة بدولة قطر»: a state by its full name is the owner
        elif link == self.links.to and self.office is Office.ENVOY and (hit.entry.kind == "organisation" or sent):
            self.parties.append(hit)  # «المنسقة الخاصة للأمم المتحدة في لبنان», «المبعوث الخاص للصين إلى ليبيا»
        elif link in self.links.posting and (self.office in POSTED or link in self.links.residing):
            self.posting = self.posting or hit
        elif link in self.links.about(self.office):
            self.about.append(hit)
        else:
            self.parties.append(hit)
        return hit.last


def longest(at: At, i: int, kinds: Sequence[str]) -> Hit | None:
    """The longest mention of these kinds that starts at token `i`."""
    return max((h for h in at.get(i, ()) if h.entry.kind in kinds), key=lambda h: h.last, default=None)
