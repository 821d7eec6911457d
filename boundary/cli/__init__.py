"""The command line: arguments, progress and exit codes, nothing else; one file per command.

A command is a module with a `command` that stands in the tuple `main.COMMANDS`. It asks `api` and writes what it gets.
"""
