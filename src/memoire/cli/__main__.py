"""`python -m memoire.cli`, where the `memoire` script is not on the path."""

from memoire.cli.main import main

main(prog_name="memoire")
