"""Exports: tables and views as files for other programmes, each read back and compared before it is put in place."""
