"""How alike two phrases are by their words."""


def likeness(a: str, b: str) -> float:
    """0 to 100: the words that two phrases share against those that they do not, whatever their order."""
    # Not at the top: it takes as long as everything else that a light command imports, which compares no phrases.
    from rapidfuzz.fuzz import token_set_ratio

    return float(token_set_ratio(a, b))
