"""Eras, terms of office and holidays that time words name. Facts; the last column says where each is from."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Era:
    """Words (a regular expression) and the first and last year or day, in EDTF; `~` is approximate."""

    words: str
    first: str
    last: str
    source: str


_CONGRESS = "Library of Congress, Chronological List of Presidents"
_BRITANNICA = "Encyclopædia Britannica"
ERAS: Final = (
    Era("Cold War", "1947~", "1991", "codebook §4"),
    Era("(?:First World War|World War (?:I|One|1)|WWI|WW1|Great War)", "1914", "1918", _BRITANNICA),
    Era("(?:Second World War|World War (?:II|Two|2)|WWII|WW2)", "1939", "1945", _BRITANNICA),
    Era("(?:American )?(?:Revolutionary War|War of Independence)", "1775", "1783", _BRITANNICA),
    Era("American Civil War", "1861", "1865", _BRITANNICA),
    Era("Korean War", "1950", "1953", _BRITANNICA),
    Era("Vietnam War", "1955", "1975", _BRITANNICA),
    Era("Iran[-–]Iraq War", "1980", "1988", _BRITANNICA),
    Era("(?:Persian )?Gulf War", "1990", "1991", _BRITANNICA),
    Era("Great Depression", "1929", "1939", _BRITANNICA),
    Era("Holocaust", "1933", "1945", "United States Holocaust Memorial Museum"),
    Era("apartheid", "1948", "1994", _BRITANNICA),
    Era("Arab Spring", "2010", "2012", _BRITANNICA),
    Era("(?:9/11|(?:Sept\\.?|September) 11(?:th)? (?:terrorist )?attacks)", "2001-09-11", "2001-09-11", _BRITANNICA),
)
# Terms of presidents of the United States, by surname; "took office", "administration" and "under" name them.
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
    "May Day": (5, 1), "Valentine's Day": (2, 14), "Halloween": (10, 31),
}  # fmt: skip
