"""Time expressions as windows: a grammar of its own, with its word lists in the lexicon."""
