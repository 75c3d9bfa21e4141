"""Pure stages of Liqaa: bytes to items, items to articles, articles to records, records to links and states.

Nothing in this package opens a file, a socket or a clock; word lists come in as package data.
"""
