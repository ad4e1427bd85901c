"""How much of one input is read. What comes in is hostile until read: each limit bounds memory or time."""

from typing import Final

# A file, a line of a corpus, or standard input. As plain text some eight million words: no statement is longer.
MOST_BYTES: Final = 50 * 2**20

# What the main part of a DOCX may unpack to; a ZIP can hold a thousand times its own size.
MOST_UNPACKED_BYTES: Final = 50 * 2**20

# A web page with pictures written into it may be large; trafilatura 2.3 sets itself the same limit.
MOST_PAGE_BYTES: Final = 20 * 2**20

# Opening brackets in a web page. trafilatura 2.3 takes 3 s and 400 MB for 100,000 elements (measured).
MOST_TAGS: Final = 200_000

# Above this many elements trafilatura's comparison with jusText, quadratic in paragraphs, is left out: 10,000 elements
# take 2 s with it, 20,000 took 6 s (measured).
MOST_TAGS_COMPARED: Final = 10_000

# The parser of PDF runs in a process of its own (docs/adr/0004): ended after so many seconds, with so much memory at
# most. 1,000 full pages take 7 s (measured).
PDF_SECONDS: Final = 60
PDF_MEMORY_BYTES: Final = 2 * 2**30

# Looked at to tell what an input is; enough for the head of a web page before its first script.
HEAD_BYTES: Final = 4096
