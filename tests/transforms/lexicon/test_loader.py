"""The loader: what a file may say, and how an error names its place."""

import pytest

from transforms.lexicon.gazetteer import Entry
from transforms.lexicon.loader import build, expand, inflect, load
from transforms.lexicon.schema import LexiconError
from transforms.segment import tokenise
from transforms.text import fold


def test_a_file_gives_entries_tables_and_word_sets() -> None:
    """The three shapes of a lexicon file, in one."""
    text = """
    kind = "topic"
    [[entry]]
    value = "energy"
    forms = ["{oil/gas} market"]
    examples = ["the oil market"]
    [[table]]
    kind = "city"
    columns = ["value", "country", "flags", "forms"]
    example = "in {form}"
    rows = '''
    Amman | JO | capital | Amman
    Tyre | LB | | Tyre?
    '''
    [words.small]
    forms = ["Of", "the"]
    examples = ["of the"]
    """

    lexicon = build("en", {"sample.toml": text})

    assert lexicon.entries == (
        Entry("topic", "energy", {}, "topic.sample.energy"),
        Entry("city", "Amman", {"capital": True, "country": "JO"}, "city.sample.Amman"),
        Entry("city", "Tyre", {"country": "LB", "ambiguous": True}, "city.sample.Tyre"),
    )
    assert lexicon.words == {"small": frozenset({"of", "the"})}
    hits = lexicon.gazetteer.find(tokenise(fold("the gas market of Tyre")))
    assert [hit.entry.value for hit in hits] == ["energy", "Tyre"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[entry]]\nkind="topic"\nvalue="enrgy"\nforms=["a"]', "en/x.toml: entry topic 'enrgy': value 'enrgy' is not"),
        ('[[entry]]\nkind="topic"\nvalue="energy"', "entry topic 'energy': key 'forms' must be a list of phrases"),
        ('[[entry]]\nkind="city"\nvalue="Oz"\nforms=["Oz"]', "entry city 'Oz': key 'country' is missing"),
        ('[[entry]]\nkind="city"\nvalue="Oz"\ncountry="ZZ"\nforms=["Oz"]', "key 'country' has the value 'ZZ'"),
        ('[[entry]]\nkind="topic"\nvalue="energy"\nforms=["a"]\nsize=1', "key 'size' is not known for topic"),
        ('[[entry]]\nkind="tpic"\nvalue="energy"\nforms=["a"]', "unknown kind 'tpic'"),
        ("kind=", "en/x.toml: entry ?: not TOML"),
        ('size = 1\n', "key 'size' is not known at the top of a file"),
        ("[[table]]\nkind='topic'\ncolumns=['value','forms']\nexample='{form}'\nrows='''\nenergy | a | b\n'''",
         "entry 'energy': 3 columns instead of 2"),
    ],
)  # fmt: skip
def test_an_error_names_file_entry_and_key(text: str, message: str) -> None:
    """Whoever edits the data reads where it went wrong."""
    with pytest.raises(LexiconError) as error:
        build("en", {"x.toml": text})

    assert message in str(error.value)


def test_a_language_without_a_lexicon_is_refused() -> None:
    """The caller decides the language first."""
    with pytest.raises(KeyError, match="no lexicon for language 'xx'"):
        load("xx")


@pytest.mark.parametrize(
    ("form", "phrases"),
    [
        ("plain words", ("plain words",)),
        ("{oil/gas} and {coal/peat}", ("oil and coal", "oil and peat", "gas and coal", "gas and peat")),
        ("(ال)إرهاب", ("الإرهاب", "إرهاب")),
        ("{the/} embassy", ("the embassy", "embassy")),
    ],
)
def test_a_form_stands_for_all_its_choices(form: str, phrases: tuple[str, ...]) -> None:
    """`{a/b}` is either, `(x)` is with and without."""
    assert expand(form) == phrases


def test_an_adjective_takes_suffixes_and_article() -> None:
    """Of two words the first takes the suffix, both take the article, and both the feminine."""
    forms = set(inflect("كوري جنوبي", load("ar").morphology))

    assert {"كوري جنوبي", "الكوري الجنوبي", "كورية جنوبية", "الكورية الجنوبية"} <= forms


def test_capitals_of_a_form_are_required() -> None:
    """An acronym is not the word that it looks like; a name in capitals throughout is still the name."""
    gazetteer = load("en").gazetteer

    def countries(text: str) -> list[str]:
        return [h.entry.value for h in gazetteer.find(tokenise(fold(text))) if h.entry.kind == "country"]

    assert (countries("us"), countries("US"), countries("KAZAKHSTAN"), countries("kazakhstan")) == (
        [],
        ["US"],
        ["KZ"],
        [],
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('too = "ل"', "key 'too' is not known"),
        ('to = ["ل"]', "key 'to' has the value ['ل'], which is not allowed"),
        ("conjunctions = [1]", "key 'conjunctions' has the value [1], which is not allowed"),
        ("shapes.verb = {}", "entry shapes verb: shape 'verb' is not known"),
        ("shapes.purpose.pattern = 'a'", "entry shapes purpose: a shape needs a pattern and examples"),
        ("shapes.purpose = {pattern='(', examples=['a']}", "entry shapes purpose: not a pattern"),
        ("shapes.purpose = {pattern='a', example='a'}", "key 'example' is not known for a shape"),
    ],
)
def test_an_error_in_the_morphology_names_its_key(text: str, message: str) -> None:
    """A particle that no rule knows, one of the wrong type, or a shape without words to see it by."""
    with pytest.raises(LexiconError) as error:
        build("en", {"morphology.toml": text})

    assert message in str(error.value)


def test_a_language_has_no_particle_and_no_class_of_words_that_it_does_not_name() -> None:
    """Rules ask for «و» or for the words of a class by name, and find nothing where a language has none."""
    lexicon = build("en", {"morphology.toml": "", "words.toml": "[words.links]\nforms = ['of']"})

    assert [word for word in ("", "and", "\u0648") if word.startswith(lexicon.morphology.conjunction)] == []
    assert (lexicon.words["links"], lexicon.words["others"]) == (frozenset({"of"}), frozenset())
