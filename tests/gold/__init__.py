"""Own annotated texts. Pairs of reports and of names, for linking, lie in tests/resolve_gold."""
