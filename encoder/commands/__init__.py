"""The commands of `engross`, each with its arguments, its help and its exit codes; nothing else.

Exit codes: 0 nothing is wrong, 1 there are errors in the edition (or warnings, with --fail-on warning), 2 the command
could not run.
"""
