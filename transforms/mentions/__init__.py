"""Mentions: people, offices, parties, places, times and cues found in a text, before anything is inferred from them."""
