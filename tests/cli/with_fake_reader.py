"""`memoire` in a process of its own with the fake reader; the first argument says how many seconds a document takes."""

import signal
import sys

from memoire.cli.main import main
from tests.cli.fake_reader import FakeReader

if __name__ == "__main__":  # the web server's process may load this file again
    # A shell that starts the tests in the background lets Ctrl-C be ignored, and processes inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main(sys.argv[2:], obj=FakeReader(seconds=float(sys.argv[1])))
