"""Frames: meetings, agreements, follow-ups, claims and signals assembled from mentions."""
