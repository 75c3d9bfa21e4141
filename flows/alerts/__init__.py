"""Alerts: changes that readers asked to be told of, by file, e-mail, webhook and in Prefect."""
