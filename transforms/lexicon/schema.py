"""What a lexicon entry may say, kind by kind, and the errors that name what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import get_args, get_origin

from transforms.vocabulary import (
    AgreementStatus,
    AgreementType,
    Bound,
    ClaimKind,
    Form,
    LegalStage,
    Modality,
    Occasion,
    Office,
    Portfolio,
    Topic,
)

# ISO 3166-1 alpha-2 codes of states and some territories, with Palestine, Taiwan and Kosovo.
_STATES = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM
CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM FR GA GB GD GE GH GL GM GN GQ GR GT GW GY
HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA
MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PR PS PT
PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW
TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW
"""
STATES = frozenset(_STATES.split())
_ORGANISATIONS = "UN EU GCC OIC LAS AFU NATO ASEAN SCO ECO CICA OPEC IMF WB WHO UNESCO IAEA INTERPOL AIMC ORG"
ORGANISATIONS = frozenset(_ORGANISATIONS.split())


# States whose people put the family name first, by which they are then called: "Shen Guoliang … Shen said".
FAMILY_FIRST = frozenset({"CN", "KH", "KP", "KR", "SG", "TW", "VN"})


class LexiconError(ValueError):
    """A lexicon file says something that its schema does not allow; the message names file, entry and key."""

    def __init__(self, where: str, entry: str, message: str) -> None:
        super().__init__(f"{where}: entry {entry}: {message}")
        self.where = where
        self.entry = entry


@dataclass(frozen=True, slots=True)
class Kind:
    """The shape of one kind's entries. `values` closes the vocabulary; null leaves it open."""

    values: frozenset[str] | type[StrEnum] | None = None
    required: Mapping[str, object] = field(default_factory=dict)  # key -> type, set of allowed strings, or enum
    optional: Mapping[str, object] = field(default_factory=dict)
    apart: bool = False  # true: read by a grammar of its own, kept out of the gazetteer


_OPTIONAL_OFFICE: Mapping[str, object] = {
    "complement": {"portfolio", "state", "org", "region", "any"},
    "portfolio": Portfolio,
    "default_portfolio": Portfolio,
    "party": STATES | ORGANISATIONS,
    "default_party": STATES | ORGANISATIONS,  # whose office it is where nothing says otherwise
    "also_name": bool,  # also a given name: "Sultan"
    "needs_state": bool,  # no office unless a state stands by it: "the Cuban leader"
    "joins": bool,  # a rank held together with the office after its "and"
    "with_state": Office,  # what the head means before a state: «رئيس» of a state is its head of state
    "with_org": Office,
    "with_portfolio": Office,
    "with_branch": Office,  # with its branch of a ministry in brackets: "Secretary (East)"
    "with_posting": Office,  # what the head means before «لدى» and a state
    "with_security": Office,
    "with_military": Office,
    "with_parliament": Office,
    "post_nominal": bool,
    "by_state": list[str],  # "IN deputy_minister": what the title means in a state; "*": in all others
}
_CONTACT: Mapping[str, object] = {
    "form": Form,
    "occasion": Occasion,
    "farewell": {"named", "topic"},  # the visitor: named after the words, or told in the sentence before
    **dict.fromkeys(
        "verb noun light alone chair visit secondary signing anaphor present manner".split(),
        bool,
    ),
}
_PLACE: Mapping[str, object] = {"ambiguous": bool}

# Add a line here for a new kind. A spec is str, int, bool, list[str], a set of allowed strings, or an enum.
KINDS: Mapping[str, Kind] = {
    "office": Kind(Office, optional=_OPTIONAL_OFFICE),
    "office_plural": Kind(Office, optional={"portfolio": Portfolio}),
    "out_office": Kind(None, required={"reason": str}),
    "office_modifier": Kind(frozenset({"deputy", "acting", "former", "fill"})),
    "portfolio": Kind(Portfolio),
    "honorific": Kind(frozenset({"royal", "title", "rank"}), optional={"royal": bool, "rank": bool}),
    "counterpart": Kind(None),
    "contact": Kind(
        frozenset({"host_first", "guest_first", "mutual", "talks", "chair", "session", "secondary"}), optional=_CONTACT
    ),
    # Tells of a contact only with its second half: `then` the word before whom it was with, else him and a place.
    "contact_open": Kind(frozenset({"host_first", "guest_first", "mutual"}), optional={**_CONTACT, "then": str}),
    "occasion": Kind(Occasion),
    "attend": Kind(frozenset({"any", "with", "for"})),
    "agency": Kind(None, optional={"home": STATES | ORGANISATIONS, "opens": bool}),
    **{
        kind: Kind(None)
        for kind in (
            "contact_planned background background_open background_mark negation hypothetical sender separately"
            " same_day held own_place recap_opens all_events arrival heads_delegation"
            " relative opened side separate group discuss hedge not_contact"
            " sport here agent said_during put_off series"
        ).split()
    },
    "country": Kind(STATES, optional=_PLACE),
    "demonym": Kind(STATES, optional=_PLACE),
    "region": Kind(STATES, optional=_PLACE),
    "home_alias": Kind(None, required={"candidates": list[str]}, optional={"outlet": bool}),
    "organisation": Kind(ORGANISATIONS, optional={"name": str, "ambiguous": bool, "members": list[str]}),
    "org_adjective": Kind(ORGANISATIONS, optional={"ambiguous": bool}),
    "city": Kind(
        None, required={"country": STATES}, optional={"capital": bool, "ambiguous": bool, "former_until": str}
    ),
    "venue": Kind(None, optional={"country": STATES, "city": str, "of": str}),
    "time": Kind(None, apart=True),
    "promise": Kind(
        Modality,
        optional=dict.fromkeys(
            (
                "adjacent",
                "after",
                "close",
                "dated",
                "direct",
                "loose",
                "moved",
                "near",
                "past",
                "preparing",
                "signing",
                "visit",
            ),
            bool,
        ),
    ),
    "event": Kind(
        frozenset("visit host meeting committee agreement negotiation other formation setup light skip".split()),
        optional=dict.fromkeys(
            ("verb", "present", "future", "passive", "session", "tour", "weak", "opens", "opened", "only"), bool
        ),
    ),
    "next_day": Kind(None),
    "event_span": Kind(None),
    "no_promise": Kind(frozenset({"hope", "negation", "background", "ongoing"})),
    "claim_topic": Kind(ClaimKind),
    "currency": Kind(None),
    "magnitude": Kind(None),
    "bound": Kind(Bound),
    "counted": Kind(None),
    "prior": Kind(frozenset({"event", "verb"})),
    "says": Kind(frozenset({"verb", "joint", "statement", "unnamed", "according"})),
    "clause": Kind(frozenset({"start", "then", "and", "more"})),
    "topic": Kind(Topic),
    "topic_exclude": Kind(None),
    "topic_head": Kind(Topic),
    "topic_occasion": Kind(None),
    "visit_aim": Kind(None),
    "subordinate": Kind(None),
    "topic_subject": Kind(None),
    "topic_stand": Kind(None),
    "topic_opening": Kind(None),
    "instrument": Kind(AgreementType, optional={"plural": bool, "dual": bool, "weak": bool}),
    "agreement_act": Kind(AgreementStatus, optional={"stage": LegalStage, "after": bool, "noun": bool}),
    **{
        kind: Kind(None)
        for kind in (
            "agreement_reference agreement_wish agreement_private agreement_plan decider instrument_draft hedged_source"
            " numeral"
        ).split()
    },
}


def check_entry(where: str, kind: str, value: str, attrs: Mapping[str, object]) -> None:
    """Raise LexiconError unless the kind is known, its value allowed and each key declared and of its type."""
    spec = KINDS.get(kind)
    name = f"{kind} {value!r}"
    if spec is None:
        raise LexiconError(where, name, f"unknown kind {kind!r}; declare it in schema.KINDS")
    if spec.values is not None and value not in _members(spec.values):
        raise LexiconError(where, name, f"value {value!r} is not in the vocabulary of {kind}")
    for key in spec.required:
        if key not in attrs:
            raise LexiconError(where, name, f"key {key!r} is missing")
    for key, given in attrs.items():
        wanted = spec.required.get(key, spec.optional.get(key))
        if wanted is None:
            raise LexiconError(where, name, f"key {key!r} is not known for {kind}")
        if not _fits(given, wanted):
            raise LexiconError(where, name, f"key {key!r} has the value {given!r}, which is not allowed")


def _members(values: frozenset[str] | type[StrEnum]) -> frozenset[str]:
    return values if isinstance(values, frozenset) else frozenset(member.value for member in values)


def _fits(given: object, wanted: object) -> bool:
    if isinstance(wanted, (set, frozenset)):
        return given in wanted
    if get_origin(wanted) is list:
        (inner,) = get_args(wanted)
        return isinstance(given, (list, tuple)) and all(_fits(item, inner) for item in given)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return given in _members(wanted)
    return isinstance(wanted, type) and isinstance(given, wanted) and (wanted is bool or not isinstance(given, bool))
