"""The words, lines of days and colours of the report: both languages say the same, and text is legible."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from markupsafe import Markup, escape

from checks.report.timeline import line, months, scale
from checks.report.words import words
from transforms import vocabulary
from transforms.watch.coverage import Watch
from transforms.watch.flags import FlagCode, Severity
from transforms.watch.states import Status


class TestWords:
    def strings(self, lang: str) -> dict[str, Any]:
        return tomllib.loads(files("checks.report").joinpath(f"strings/{lang}.toml").read_text(encoding="utf-8"))

    def test_both_languages_say_the_same_things(self) -> None:
        en, ar = self.strings("en"), self.strings("ar")
        assert {key: type(value) for key, value in en.items()} == {key: type(value) for key, value in ar.items()}
        assert set(en["term"]) == set(ar["term"])
        for key, value in en.items():
            if isinstance(value, str):
                assert sorted(re.findall(r"{\w+}", value)) == sorted(re.findall(r"{\w+}", ar[key])), key

    @pytest.mark.parametrize(
        ("kind", "values"),
        [
            ("status", Status),
            ("severity", Severity),
            ("watch", Watch),
            ("flag", FlagCode),
            ("kind", vocabulary.FollowUpKind),
            ("modality", vocabulary.Modality),
            ("attribution", vocabulary.Attribution),
            ("office", vocabulary.Office),
            ("portfolio", vocabulary.Portfolio),
            ("role", vocabulary.Role),
            ("form", vocabulary.Form),
            ("occasion", vocabulary.Occasion),
            ("topic", vocabulary.Topic),
            ("agreement_type", vocabulary.AgreementType),
            ("agreement_status", vocabulary.AgreementStatus),
            ("legal_stage", vocabulary.LegalStage),
            ("null_reason", vocabulary.NullReason),
        ],
    )
    def test_arabic_has_a_word_for_every_value(self, kind: str, values: Any) -> None:
        assert {value.value for value in values} <= set(self.strings("ar")["term"][kind])

    @pytest.mark.parametrize(
        ("first", "last", "english", "arabic"),
        [
            ("2026-01-01", "2026-03-31", "Q1 2026", "الربع الأول ٢٠٢٦"),
            ("2026-07-01", "2026-12-31", "second half of 2026", "النصف الثاني من ٢٠٢٦"),
            ("2027-01-01", "2027-12-31", "2027", "٢٠٢٧"),
            ("2026-02-01", "2026-02-28", "February 2026", "فبراير ٢٠٢٦"),
            ("2026-12-08", "2026-12-08", "8 Dec 2026", "٨ ديسمبر ٢٠٢٦"),
            ("2026-02-01", "2026-04-30", "1 Feb – 30 Apr 2026", "١ فبراير – ٣٠ أبريل ٢٠٢٦"),
            ("2026-12-20", "2027-01-10", "20 Dec 2026 – 10 Jan 2027", "٢٠ ديسمبر ٢٠٢٦ – ١٠ يناير ٢٠٢٧"),
        ],
    )
    def test_windows_have_the_names_that_people_give_them(
        self, first: str, last: str, english: str, arabic: str
    ) -> None:
        window = date.fromisoformat(first), date.fromisoformat(last)
        assert (words("en").window(*window), words("ar").window(*window)) == (english, arabic)

    @pytest.mark.parametrize("markup_first", [True, False])
    def test_a_sentence_said_before_escapes_text_and_keeps_markup_of_the_same_characters(
        self, markup_first: bool
    ) -> None:
        text = f"<i>{markup_first}</i>"  # of its own: what was said in another test is known already
        said = [str(words("en").say("was", state=each)) for each in (Markup(text), text)[:: 1 if markup_first else -1]]
        assert said[:: 1 if markup_first else -1] == [f"was {text}", f"was {escape(text)}"]

    @pytest.mark.parametrize(
        ("n", "expected"),
        [(0, "في أي مقال"), (1, "في مقال واحد"), (2, "في مقالين"), (3, "في ٣ مقالات"), (11, "في ١١ مقالًا")],
    )
    def test_arabic_counts_in_its_own_forms(self, n: int, expected: str) -> None:
        assert str(words("ar").say("in_n_articles", n)) == expected

    def test_values_in_a_string_are_escaped(self) -> None:
        assert str(words("en").say("was", state="<b>")) == "was &lt;b&gt;"


class TestTimeline:
    def test_windows_tellings_and_today_lie_in_order_on_the_line(self) -> None:
        told, first, last, today = date(2026, 1, 1), date(2026, 4, 1), date(2026, 6, 30), date(2026, 11, 23)
        drawn = line(scale([told, first, last, today]), today, [told], [(first, last)])
        (bar,) = drawn.bars
        mark, now = drawn.marks
        assert 0 < mark.at < bar.start < bar.start + bar.size < now.at < 100
        assert (bar.kind, mark.kind, now.kind) == ("window", "told", "today")

    def test_a_replaced_window_is_shown_as_a_former_one(self) -> None:
        windows = [(date(2026, 1, 1), date(2026, 1, 31)), (date(2026, 3, 1), date(2026, 3, 31))]
        drawn = line(scale([day for window in windows for day in window]), date(2026, 2, 1), [], windows)
        assert [bar.kind for bar in drawn.bars] == ["former", "window"]

    def test_a_single_day_can_still_be_seen(self) -> None:
        assert scale([date(2016, 1, 1), date(2026, 1, 1)]).bar(date(2020, 1, 1), date(2020, 1, 1), "window").size >= 1

    def test_labels_of_a_long_line_are_thinned_out(self) -> None:
        assert 1 < len(months(scale([date(2016, 1, 1), date(2026, 1, 1)]))) <= 12


class TestStyle:
    """Contrast of every pair of colours that text is set in, in light and in dark."""

    def colours(self, dark: bool) -> dict[str, str]:
        css = files("checks.report").joinpath("assets/report.css").read_text(encoding="utf-8")
        found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", css.split("@media (prefers-color-scheme: dark)")[0]))
        if dark:
            block = css.split("@media (prefers-color-scheme: dark)")[1].split("* {")[0]
            found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))
        return found

    def luminance(self, colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @pytest.mark.parametrize("dark", [False, True])
    def test_text_stands_out_from_what_it_stands_on(self, dark: bool) -> None:
        c = self.colours(dark)
        pairs = [(ink, ground) for ink in ("ink", "dim", "accent") for ground in ("paper", "card")]
        pairs += [("ink", "soft"), ("dim", "soft"), ("ink", "due-bg")]
        pairs += [(name, f"{name}-bg") for name in ("overdue", "due", "open", "met", "quiet")]
        for ink, ground in pairs:
            dark_one, light_one = sorted((self.luminance(c[ink]), self.luminance(c[ground])))
            assert (light_one + 0.05) / (dark_one + 0.05) >= 4.5, (ink, ground)
