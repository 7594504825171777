"""`python -m encoder` is `engross`."""

from encoder.cli import main

main(prog_name="engross")
