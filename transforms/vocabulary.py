"""The closed vocabularies of an extraction record, one enum each."""

from enum import StrEnum


class Form(StrEnum):
    """How a meeting was held."""

    IN_PERSON = "in_person"
    CALL = "call"
    VIDEO = "video"


class Format(StrEnum):
    """How many parties met: two, or more."""

    BILATERAL = "bilateral"
    MULTILATERAL = "multilateral"


class Office(StrEnum):
    """What a participant is, by function; the order is precedence when someone holds several."""

    HEAD_OF_STATE = "head_of_state"
    CROWN_PRINCE = "crown_prince"
    HEAD_OF_GOVERNMENT = "head_of_government"
    DEPUTY_HEAD_OF_GOVERNMENT = "deputy_head_of_government"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    AMBASSADOR = "ambassador"
    ENVOY = "envoy"
    SPEAKER = "speaker"
    LEGISLATOR = "legislator"
    MILITARY_CHIEF = "military_chief"
    SECURITY_CHIEF = "security_chief"
    ORGANIZATION_HEAD = "organization_head"
    GOVERNOR = "governor"
    OFFICIAL = "official"


class Portfolio(StrEnum):
    """The field of a minister or deputy minister (National Guard: defence; investment, industry: trade)."""

    INTERIOR = "interior"
    FOREIGN_AFFAIRS = "foreign_affairs"
    DEFENCE = "defence"
    JUSTICE = "justice"
    FINANCE = "finance"
    ECONOMY = "economy"
    TRADE = "trade"
    ENERGY = "energy"
    TRANSPORT = "transport"
    HEALTH = "health"
    EDUCATION = "education"
    CULTURE = "culture"
    MEDIA = "media"
    LABOUR = "labour"
    AGRICULTURE = "agriculture"
    ENVIRONMENT = "environment"
    TECHNOLOGY = "technology"
    TOURISM = "tourism"
    SPORTS = "sports"
    RELIGIOUS_AFFAIRS = "religious_affairs"
    PLANNING = "planning"
    HOUSING = "housing"
    OTHER = "other"


class Role(StrEnum):
    """A participant's part: host, guest, accompanying delegate, or principal (neither host nor guest)."""

    HOST = "host"
    GUEST = "guest"
    DELEGATE = "delegate"
    PRINCIPAL = "principal"


class Topic(StrEnum):
    """What a meeting discussed or an instrument covers."""

    SECURITY_COOPERATION = "security_cooperation"
    COUNTER_TERRORISM = "counter_terrorism"
    ORGANIZED_CRIME = "organized_crime"
    DRUG_TRAFFICKING = "drug_trafficking"
    CYBERSECURITY = "cybersecurity"
    BORDER_SECURITY = "border_security"
    INTELLIGENCE_SHARING = "intelligence_sharing"
    POLICE_TRAINING = "police_training"
    EXTRADITION_JUDICIAL = "extradition_judicial"
    MIGRATION = "migration"
    INFRASTRUCTURE_PROTECTION = "infrastructure_protection"
    DEFENCE_MILITARY = "defence_military"
    NUCLEAR = "nuclear"
    CONFLICT_RESOLUTION = "conflict_resolution"
    REGIONAL_AFFAIRS = "regional_affairs"
    BILATERAL_RELATIONS = "bilateral_relations"
    CONSULAR_VISA = "consular_visa"
    TRADE = "trade"
    INVESTMENT = "investment"
    ENERGY = "energy"
    TRANSPORT = "transport"
    AGRICULTURE_FOOD = "agriculture_food"
    WATER = "water"
    ENVIRONMENT = "environment"
    FINANCE = "finance"
    LABOUR = "labour"
    HEALTH = "health"
    EDUCATION_SCIENCE = "education_science"
    CULTURE = "culture"
    TOURISM = "tourism"
    SPORTS = "sports"
    MEDIA = "media"
    TECHNOLOGY = "technology"
    HUMANITARIAN_AID = "humanitarian_aid"
    DISASTER_MANAGEMENT = "disaster_management"
    RELIGIOUS_AFFAIRS = "religious_affairs"
    HUMAN_RIGHTS = "human_rights"
    PARLIAMENTARY = "parliamentary"


class Occasion(StrEnum):
    """What kind of encounter a meeting was."""

    TALKS = "talks"
    SESSION = "session"
    CONSULTATIONS = "consultations"
    SIDELINES = "sidelines"
    VISIT = "visit"
    COURTESY = "courtesy"
    CREDENTIALS = "credentials"
    FAREWELL = "farewell"
    CEREMONY = "ceremony"


class AgreementType(StrEnum):
    """The instrument (programme: plans of action too; joint_statement: declarations too)."""

    MEMORANDUM_OF_UNDERSTANDING = "memorandum_of_understanding"
    AGREEMENT = "agreement"
    TREATY = "treaty"
    PROTOCOL = "protocol"
    PROGRAMME = "programme"
    JOINT_STATEMENT = "joint_statement"
    LETTER_OF_INTENT = "letter_of_intent"
    CONTRACT = "contract"
    MINUTES = "minutes"
    UNSPECIFIED = "unspecified"


class AgreementStatus(StrEnum):
    """How far an instrument has come (agreed: will be signed; undisclosed: signed or not is not said)."""

    SIGNED = "signed"
    APPROVED = "approved"
    AGREED = "agreed"
    UNDER_NEGOTIATION = "under_negotiation"
    PROPOSED = "proposed"
    UNDISCLOSED = "undisclosed"


class LegalStage(StrEnum):
    """The legal step that a report tells of."""

    AUTHORISED = "authorised"
    SIGNED = "signed"
    DOMESTICALLY_APPROVED = "domestically_approved"
    IN_FORCE = "in_force"
    EXTENDED = "extended"
    ENDED = "ended"


class FollowUpKind(StrEnum):
    """What is still to come."""

    MEETING = "meeting"
    VISIT = "visit"
    COMMITTEE = "committee"
    AGREEMENT = "agreement"
    OTHER = "other"


class Modality(StrEnum):
    """How firmly a future event is announced."""

    SCHEDULED = "scheduled"
    EXPECTED = "expected"
    LIKELY = "likely"
    POSSIBLE = "possible"
    INVITED = "invited"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Attribution(StrEnum):
    """Whose word a promise is."""

    JOINT = "joint"
    PARTY = "party"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    UNNAMED = "unnamed"


class ClaimKind(StrEnum):
    """What a figure on the relation counts."""

    RELATIONS_SINCE = "relations_since"
    TRADE_VOLUME = "trade_volume"
    INVESTMENT_VOLUME = "investment_volume"
    COUNT = "count"


class Bound(StrEnum):
    """How a figure is bounded by its words."""

    OVER = "over"
    ABOUT = "about"
    UNDER = "under"
    EXACT = "exact"


class SignalCode(StrEnum):
    """What a careful reader would mark in a text."""

    FORMER_PLACE_NAME = "former_place_name"
    FOREIGN_LANGUAGE_FRAGMENT = "foreign_language_fragment"
    UNDISCLOSED_AGREEMENT = "undisclosed_agreement"
    UNDATED_PROMISE = "undated_promise"
    OFFICE_MISSING = "office_missing"
    UNATTRIBUTED_PROMISE = "unattributed_promise"
    DATE_CONFLICT = "date_conflict"
    HEDGED_SOURCE = "hedged_source"
    TRUNCATED_TEXT = "truncated_text"


class NullReason(StrEnum):
    """Why an article gave no meeting, agreement or follow-up."""

    NO_PARTIES = "no_parties"
    DOMESTIC = "domestic"
    NO_CONTACT = "no_contact"
    SPORT = "sport"
    OUT_OF_SCOPE_ACTOR = "out_of_scope_actor"
    BACKGROUND_ONLY = "background_only"
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    EMPTY_TEXT = "empty_text"
