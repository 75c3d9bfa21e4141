"""Signs and links inside names: hyphens, apostrophes and small words that join, full stops behind initials."""

from collections.abc import Sequence

from transforms.segment import Token


def is_joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign at `at` has no blank on either side."""
    return (
        0 < at < len(tokens) - 1 and tokens[at].start == tokens[at - 1].end and tokens[at].end == tokens[at + 1].start
    )


def after_initials(tokens: Sequence[Token], at: int) -> int:
    """The first token behind the initials that stand at `at`, such as "S. K."; `at` where there are none."""
    while at + 1 < len(tokens) and len(tokens[at].text) == 1 and tokens[at].text.isupper():
        if tokens[at + 1].text != "." or tokens[at + 1].start != tokens[at].end:
            break
        at += 2
    return at


def goes_on(tokens: Sequence[Token], at: int, blocked: Sequence[bool], links: frozenset[str]) -> bool:
    """Whether a capitalised word follows within two links: "bin Jassim", "van der Linde", "al-Tamimi"."""
    for ahead in range(at + 1, min(at + 4, len(tokens))):
        if tokens[ahead].text[0].isupper():
            return not blocked[ahead] or tokens[ahead - 1].text == "-"
        if tokens[ahead].text != "-" and tokens[ahead].low not in links:
            return False
    return False
