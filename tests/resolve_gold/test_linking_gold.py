"""Linking on scenes and stories written before its rules were read: a change that joins or parts wrongly shows."""

from tests.resolve_gold.scoring import MEETINGS, TEXTS, meetings, name_pairs, names, stories

# What stands open: a promise told anew in another article once it is kept, and a postponed visit read from text.
OPEN_STORIES = 2


def test_names_are_told_apart_and_joined_as_a_reader_would() -> None:
    """Spellings of one person join; brothers, fathers and namesakes stay apart, within a script and across."""
    for score, pairs in ((names(), 600), (name_pairs(), 220)):
        assert score.pairs >= pairs and score.f1 >= 0.97, str(score)
        assert set(score.by_langs) == {"ar", "ar en", "en"}
        assert min(part.f1 for part in score.by_langs.values()) >= 0.95, str(score)


def test_meetings_are_told_apart_and_joined_as_a_reader_would() -> None:
    """Two outlets on one meeting join; the next day's, the other pair's and the call stay apart."""
    score = meetings(*MEETINGS)
    assert score.pairs >= 300 and score.f1 >= 0.96 and score.precision == 1, str(score)
    assert min(part.f1 for part in score.by_langs.values()) >= 0.95, str(score)


def test_meetings_read_from_texts_are_never_joined_wrongly() -> None:
    """Here what the extractor misses counts against recall."""
    score = meetings(*TEXTS)
    assert score.pairs >= 55 and score.precision == 1 and score.recall >= 0.75, str(score)


def test_promises_end_as_their_stories_do() -> None:
    """Each story's promises stand as a reader would say on the last day."""
    told = list(stories())
    wrong = [story for story in told if story[1] != story[2]]
    assert len(told) == 30 and len(wrong) <= OPEN_STORIES, wrong
