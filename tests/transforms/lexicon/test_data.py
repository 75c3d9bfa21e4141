"""The lexicon's data: every entry keeps its schema and is reached from its own examples; no form is in doubt."""

from collections import defaultdict

import pytest

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Example, expand, languages, load
from transforms.lexicon.schema import KINDS, STATES
from transforms.segment import tokenise
from transforms.text import fold

LANGUAGES = languages()


def found(lang: str, text: str) -> list[Hit]:
    """Every hit in a text."""
    return load(lang).gazetteer.find(tokenise(fold(text)))


def values(lang: str, text: str, *kinds: str) -> list[tuple[str, str]]:
    """Kind and value of the hits of some kinds, in order."""
    return [(hit.entry.kind, hit.entry.value) for hit in found(lang, text) if hit.entry.kind in kinds]


def gazetteer_examples(lang: str) -> list[Example]:
    """The entries that the gazetteer must find."""
    return [example for example in load(lang).examples if not KINDS[example.entry.kind].apart]


def sentences_of(example: Example) -> list[tuple[str, str]]:
    """(form, sentence) pairs: a table's sentence is filled with each of its forms."""
    pairs = []
    for text in example.texts:
        if "{form}" in text:
            phrases = [phrase.removeprefix("=") for form in example.forms for phrase in expand(form)]
            pairs += [(phrase, text.replace("{form}", phrase)) for phrase in phrases]
        else:
            pairs.append(("", text))
    return pairs


def test_arabic_and_english_have_a_lexicon() -> None:
    """Each language is a folder of data."""
    assert LANGUAGES == ("ar", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_is_declared(lang: str) -> None:
    """No entry is of a kind that the schema does not know."""
    assert {entry.kind for entry in load(lang).entries} - set(KINDS) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_entry_has_an_example(lang: str) -> None:
    """An entry without an example cannot be tested."""
    assert [example.entry.rule for example in load(lang).examples if not example.texts] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_entry_is_reached_from_each_of_its_examples(lang: str) -> None:
    """A form that another entry shadows, or that the tokeniser parts otherwise, shows here."""
    gazetteer = load(lang).gazetteer

    missed = [
        (example.entry.rule, text)
        for example in gazetteer_examples(lang)
        for _, text in sentences_of(example)
        if not any(hit.entry is example.entry for hit in gazetteer.find(tokenise(fold(text))))
    ]

    assert missed == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_shape_fits_its_own_examples_and_no_word_told_apart(lang: str) -> None:
    """Whoever changes a pattern sees which words it gains and loses."""
    shapes = load(lang).morphology.shapes
    told = [(name, getattr(shapes, name)) for name in type(shapes).__dataclass_fields__]

    missed = [(name, word) for name, shape in told for word in shape.examples if not shape.pattern.match(fold(word))]
    caught = [(name, word) for name, shape in told for word in shape.unlike if shape.pattern.match(fold(word))]

    assert (missed, caught) == ([], [])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["country", "demonym", "organisation", "topic", "instrument"])
def test_a_form_has_one_meaning_within_its_kind(lang: str, kind: str) -> None:
    """A phrase never names two states, two organisations, or two topics."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for example in gazetteer_examples(lang):
        if example.entry.kind == kind:
            for form in example.forms:
                for phrase in expand(form):
                    meanings[fold(phrase).lower()].add(example.entry.value)

    assert {form: sorted(codes) for form, codes in meanings.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_has_a_name(lang: str) -> None:
    """All states can be named in both languages."""
    assert STATES - {entry.value for entry in load(lang).entries if entry.kind == "country"} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_with_a_city_has_its_capital(lang: str) -> None:
    """A capital stands for its government, so each state needs one; some have none of their own."""
    capitals = {entry.attrs["country"] for entry in load(lang).entries if entry.attrs.get("capital")}
    without = {"EH", "PR", "NU", "CK", "MC", "VA", "SG"}

    assert STATES - capitals - without == set()


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ar", "وزير الداخلية الكازاخستاني", [("demonym", "KZ")]),
        ("ar", "بالمملكة المغربية", [("country", "MA"), ("demonym", "MA")]),
        ("ar", "وللأردن", [("country", "JO")]),
        ("ar", "مع أمريكا وأميركا والولايات المتحدة", [("country", "US")] * 3),
        ("ar", "جمهورية كوريا", [("country", "KR")]),
        ("ar", "الوزيران السعودي والقطري", [("demonym", "SA"), ("demonym", "QA")]),
        ("ar", "نظيره الكوري الجنوبي", [("demonym", "KR")]),
        ("en", "the Republic of Korea and the U.S.", [("country", "KR"), ("country", "US")]),
        ("en", "he told us so", []),
        ("en", "Kazakhstan's and the Saudis'", [("country", "KZ"), ("demonym", "SA")]),
        ("en", "a turkey for dinner", []),
        ("en", "Côte d'Ivoire", [("country", "CI")]),
    ],
)
def test_states_are_found_in_their_many_forms(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    """Official, short and old names, adjectives with article and suffix, particles, capitals."""
    assert values(lang, text, "country", "demonym") == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [("ar", "عمان"), ("ar", "مالي"), ("en", "Jordan"), ("en", "Georgia"), ("en", "Chad")],
)
def test_a_name_with_a_second_meaning_is_marked(lang: str, text: str) -> None:
    """Whoever reads such a hit must look around it."""
    hits = [hit for hit in found(lang, text) if hit.entry.kind == "country"]

    assert [hit.entry.attrs for hit in hits] == [{"ambiguous": True}]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ar", "الأمين العام لمجلس التعاون لدول الخليج العربية", [("organisation", "GCC")]),
        ("ar", "المفوضية السامية للأمم المتحدة لشؤون اللاجئين", [("organisation", "UN")]),
        ("ar", "رابطة دول جنوب شرق آسيا", [("organisation", "ASEAN")]),
        ("en", "the European Commission, UNHCR and WHO", [("organisation", c) for c in ("EU", "UN", "WHO")]),
        ("en", "the official who met him", []),
        ("en", "Islamic Development Bank", [("organisation", "ORG")]),
    ],
)
def test_organisations_are_found_with_their_codes(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    """Bodies of an organisation carry its code; any other organisation is ORG with its name."""
    assert values(lang, text, "organisation") == expected


@pytest.mark.parametrize(("lang", "form"), [("ar", "نور سلطان"), ("ar", "نورسلطان"), ("en", "Nur-Sultan")])
def test_a_former_name_gives_the_present_city_and_the_day_of_the_change(lang: str, form: str) -> None:
    """Astana bears its name again since 17 September 2022."""
    (hit,) = [hit for hit in found(lang, form) if hit.entry.kind == "city"]

    assert (hit.entry.value, hit.entry.attrs) == (
        "Astana",
        {"capital": True, "country": "KZ", "former_until": "2022-09-17"},
    )


@pytest.mark.parametrize("form", ["الكويت", "تونس", "الجزائر"])
def test_a_city_called_like_its_state_is_the_state_when_it_stands_bare(form: str) -> None:
    """The contract: such a name alone gives the country, never the city."""
    assert [kind for kind, _ in values("ar", form, "country", "city")] == ["country"]


@pytest.mark.parametrize(
    ("lang", "text", "topics"),
    [
        ("ar", "تبادل المعلومات الاستخباراتية حول الجماعات الإرهابية", {"intelligence_sharing", "counter_terrorism"}),
        ("ar", "تعزيز التعاون القضائي في مجال تسليم المجرمين", {"extradition_judicial"}),
        ("ar", "والتعاون في الأمن السيبراني ومكافحة المخدرات", {"cybersecurity", "drug_trafficking"}),
        ("ar", "تعزيز التعاون الأمني بين البلدين", {"security_cooperation"}),
        ("en", "combating terrorism, organized crime and drug trafficking",
         {"counter_terrorism", "organized_crime", "drug_trafficking"}),
        ("en", "bilateral relations and developments in the region", {"bilateral_relations", "regional_affairs"}),
        ("en", "the avoidance of double taxation", {"finance"}),
    ],
)  # fmt: skip
def test_topics_are_read_from_the_phrases_of_communiques(lang: str, text: str, topics: set[str]) -> None:
    """Each phrase gives its own topic and no other."""
    assert {hit.entry.value for hit in found(lang, text) if hit.entry.kind == "topic"} == topics
