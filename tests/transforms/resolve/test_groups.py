"""Groups: formed from pairs, never across a contradiction, the same in any order."""

import random

from transforms.resolve.groups import Decision, Judgement, Pair, group

SAME = Judgement(0.9, Decision.SAME)
CONFLICT = Judgement(0.0, Decision.DIFFERENT, hard=True)
NOTHING = Judgement(0.2, Decision.DIFFERENT)


def judge_by(table: dict[str, Judgement]) -> object:
    """A judgement of any pair: as listed ("ab"), else no evidence."""
    return lambda a, b: table.get("".join(sorted((a, b))), NOTHING)


def groups(members: str, table: dict[str, Judgement], vague: str = "", **verdicts: bool) -> tuple[list[str], int]:
    """The groups as words, and how many pairs wait for a person; checked in several orders."""
    pairs = [Pair(key[0], key[1], judgement) for key, judgement in table.items()]
    decided = {(key[0], key[1]): same for key, same in verdicts.items()}
    found = set()
    for seed in range(5):
        shuffled, order = list(pairs), list(members)
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(order)
        grouping = group(order, shuffled, judge_by(table), vague=frozenset(vague), verdicts=decided)  # type: ignore[arg-type]
        found.add((tuple("".join(own) for own in grouping.groups), len(grouping.review)))
    (only,) = found
    return list(only[0]), only[1]


def test_pairs_that_are_the_same_form_chains() -> None:
    """a with b, b with c: one group; d stays alone."""
    assert groups("abcd", {"ab": SAME, "bc": SAME}) == (["abc", "d"], 0)


def test_a_contradiction_keeps_a_chain_apart_at_its_weakest_link() -> None:
    """a and c contradict: b goes where it fits better."""
    assert groups("abc", {"ab": SAME, "bc": Judgement(0.8, Decision.SAME), "ac": CONFLICT}) == (["ab", "c"], 0)


def test_a_vague_report_joins_the_one_group_that_it_fits() -> None:
    """And none when it fits two: these pairs wait for a person."""
    assert groups("abv", {"av": SAME}, vague="v") == (["av", "b"], 0)
    assert groups("abv", {"av": SAME, "bv": SAME, "ab": CONFLICT}, vague="v") == (["a", "b", "v"], 2)


def test_vague_reports_that_fit_nothing_firm_group_among_themselves() -> None:
    """Two reports without details of one dispatch are one."""
    assert groups("auv", {"uv": SAME}, vague="uv") == (["a", "uv"], 0)


def test_doubtful_pairs_wait_unless_they_came_together_otherwise() -> None:
    """A pair in one group needs no person."""
    doubt = Judgement(0.6, Decision.REVIEW)
    assert groups("ab", {"ab": doubt}) == (["a", "b"], 1)
    assert groups("abc", {"ab": doubt, "ac": SAME, "bc": SAME}) == (["abc"], 0)


def test_a_persons_word_stands_above_the_scores() -> None:
    """A split parts what is alike, a link joins what is not, even against a contradiction."""
    assert groups("ab", {"ab": SAME}, ab=False) == (["a", "b"], 0)
    assert groups("ab", {"ab": CONFLICT}, ab=True) == (["ab"], 0)
