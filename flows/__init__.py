"""Schedules, retries, HTTP and the command line: the only package that knows Prefect and the network."""
