"""Eras, terms of office and holidays that time words name: facts, each with the place it was taken from."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Era:
    """Words (a regular expression) and the first and last year or day, in EDTF; `~` is approximate."""

    words: str
    first: str
    last: str
    source: str


_TIMELINE = "preceden.com/timelines/297103-wars-of-the-20th-and-21st-centuries"
ERAS: Final = (
    Era("Cold War", "1947~", "1991", "codebook, section 4"),
    Era("(?:First World War|World War (?:I|One|1)|WWI|WW1|Great War)", "1914", "1918", _TIMELINE),
    Era("(?:Second World War|World War (?:II|Two|2)|WWII|WW2)", "1939", "1945", _TIMELINE),
    Era("(?:American )?(?:Revolutionary War|War of Independence)", "1775", "1783", "training labels of the codebook"),
    Era("American Civil War", "1861", "1865", "WikiWars, 03_AmCivWar (Wikipedia, CC BY-SA 3.0)"),
    Era("Korean War", "1950", "1953", _TIMELINE),
    Era("Vietnam War", "1955", "1975", _TIMELINE),
    Era("Iran[-–]Iraq War", "1980", "1988", "en.wikiquote.org/wiki/Iran-Iraq_War"),
    Era("(?:Persian )?Gulf War", "1990", "1991", "conservapedia.com/Iraq_War_(disambiguation)"),
    Era("9/11", "2001-09-11", "2001-09-11", "joint statement of Pakistan and the United States, 15 April 2003"),
)
# Terms of presidents of the United States by surname. Years: englishclub.com/vocabulary/usa/presidents.php and
# wikiusa.org/en/list-of-us-presidents; each begins on 20 January (citizendium.net, President of the United States of
# America/Catalogs). The last is not over; it ends four years after it began.
TERMS: Final = (
    ("Reagan", "1981-01-20", "1989-01-20"),
    ("Clinton", "1993-01-20", "2001-01-20"),
    ("Bush", "2001-01-20", "2009-01-20"),
    ("Obama", "2009-01-20", "2017-01-20"),
    ("Trump", "2017-01-20", "2021-01-20"),
    ("Biden", "2021-01-20", "2025-01-20"),
    ("Trump", "2025-01-20", "2029-01-20"),
)
# Month and day of holidays that fall on the same day every year.
HOLIDAYS: Final = {
    "New Year's Eve": (12, 31), "New Year’s Eve": (12, 31), "New Year's Day": (1, 1), "New Year’s Day": (1, 1),
    "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25), "Boxing Day": (12, 26),
    "Valentine's Day": (2, 14), "Halloween": (10, 31),
}  # fmt: skip
