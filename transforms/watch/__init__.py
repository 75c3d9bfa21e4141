"""The life of promises, and what a reader should be warned of: pure functions of what was known on a day."""
