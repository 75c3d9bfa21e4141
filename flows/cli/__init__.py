"""The command line: one file a group of commands, each importing what is heavy only when it runs."""
