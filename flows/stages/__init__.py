"""The stages of a run as plain functions: the Prefect flows call them, and so do the commands that need no server."""
