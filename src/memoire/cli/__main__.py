"""`python -m memoire.cli`, where the `memoire` script is not on the path."""

from memoire.cli.main import main

if __name__ == "__main__":  # the web server's process may load this file again
    main(prog_name="memoire")
