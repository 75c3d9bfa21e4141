"""Deciding what is the same: meetings, people, promises, instruments, and what fulfils a promise."""
