"""Which day the words of an entry mean: codebook, section 4. Read as in a report of Sunday 14 July 2024."""

from datetime import date

import pytest

from memoire.reading.resolving.dates import Tense, resolve_time

SUNDAY = date(2024, 7, 14)

# The words, the tense of the verb, the EDTF value. The first lines are those of the codebook.
CODEBOOK: list[tuple[str, Tense, str | None]] = [
    ("on Saturday", "past", "2024-07-13"),
    ("in October", "future", "2024-10"),
    ("in October", "past", "2023-10"),
    ("last year", "past", "2023"),
    ("over the next three years", "future", "2024-07-14/2027-07-14"),
    ("by the end of 2025", "future", "../2025-12-31"),
    ("since March", "past", "2024-03/.."),
    ("during the Cold War", "past", "1947~/1991"),
    ("soon", "future", None),
    ("in the near future", "future", None),
]
DAYS: list[tuple[str, Tense, str | None]] = [
    ("today", "past", "2024-07-14"),
    ("this morning", "past", "2024-07-14"),
    ("tonight", "future", "2024-07-14"),
    ("last night", "past", "2024-07-13"),
    ("yesterday", "past", "2024-07-13"),
    ("tomorrow's", "future", "2024-07-15"),
    ("the day after tomorrow", "future", "2024-07-16"),
    ("Sunday", "past", "2024-07-14"),
    ("on Sunday", "future", "2024-07-14"),
    ("Tuesday", "past", "2024-07-09"),
    ("Tuesday", "future", "2024-07-16"),
    ("Tuesday", "none", "2024-07-09"),
    ("last Thursday", "past", "2024-07-11"),
    ("next Monday", "future", "2024-07-15"),
    ("late on Friday", "past", "2024-07-12"),
    ("on Monday night", "past", "2024-07-08"),
    ("July 13", "past", "2024-07-13"),
    ("on 29 February", "past", "2024-02-29"),
    ("on 29 February", "future", "2028-02-29"),
    ("on the 20th", "future", "2024-07-20"),
    ("this Thursday, 18 July", "future", "2024-07-18"),
    ("Thursday 18 November 2004", "none", "2004-11-18"),
    ("2024-07-13", "none", "2024-07-13"),
    ("14/07/2024", "none", "2024-07-14"),
    ("Sept. 11, 2001", "none", "2001-09-11"),
    ("on March 1 of this year", "past", "2024-03-01"),
    ("around 8:30 p.m. BST (1930 UTC) on June 27", "past", "2024-06-27"),
    ("a week ago", "past", "2024-07-07"),
    ("in two weeks", "future", "2024-07-28"),
]
WEEKS_TO_CENTURIES: list[tuple[str, Tense, str | None]] = [
    ("this week", "past", "2024-07-08/2024-07-14"),
    ("last week", "past", "2024-07-01/2024-07-07"),
    ("next week", "future", "2024-07-15/2024-07-21"),
    ("over the weekend", "past", "2024-07-13/2024-07-14"),
    ("earlier this week", "past", "2024-07-08/2024-07-14"),
    ("the first week of August", "future", "2024-08-01/2024-08-07"),
    ("last month", "past", "2024-06"),
    ("this March", "past", "2024-03"),
    ("last June", "past", "2024-06"),
    ("next January", "future", "2025-01"),
    ("in August last year", "past", "2023-08"),
    ("mid-April", "past", "2024-04"),
    ("one year ago", "past", "2023-07"),
    ("in the first quarter of 2026", "future", "2026-33"),
    ("Q3 2025", "future", "2025-35"),
    ("in the second half of 2027", "future", "2027-07/2027-12"),
    ("this autumn", "future", "2024-23"),
    ("last summer", "past", "2023-22"),
    ("last winter", "past", "2023-12/2024-02"),
    ("earlier this year", "past", "2024"),
    ("later this year", "future", "2024-07-14/2024-12-31"),
    ("early next year", "future", "2025-01/2025-04"),
    ("in late 2020", "past", "2020"),
    ("at the start of 2023", "past", "2023-01"),
    ("two years ago", "past", "2022"),
    ("the fiscal year 2025", "future", "2024-10-01/2025-09-30"),
    ("in 1993-94", "past", "1993/1994"),
    ("the 1990s", "past", "1990/1999"),
    ("in the early 1990s", "past", "1990~/1993~"),
    ("the 19th century", "past", "1800/1899"),
    ("during World War II", "past", "1939/1945"),
    ("under President Trump", "past", "2017-01-20/2021-01-20"),
    ("since President Biden took office", "past", "2021-01-20/.."),
]
INTERVALS: list[tuple[str, Tense, str | None]] = [
    ("from 5 to 7 May 2024", "past", "2024-05-05/2024-05-07"),
    ("July 28 and 29", "future", "2024-07-28/2024-07-29"),
    ("from September 30 – October 3, 2024", "future", "2024-09-30/2024-10-03"),
    ("from 12 October until 8 November", "future", "2024-10-12/2024-11-08"),
    ("from December 30 to January 2", "future", "2024-12-30/2025-01-02"),
    ("in June and September 2023", "past", "2023-06/2023-09"),
    ("from February 2020 to the end of 2021", "past", "2020-02/2021-12-31"),
    ("on June 9 and 10, 2025, and in Stockholm on July 28 and 29, 2025", "past", "2025-06-09/2025-07-29"),
    ("from 26 September", "future", "2024-09-26/.."),
    ("from 2021", "past", "2021/.."),
    ("since Petro was sworn in on 7 August", "past", "2023-08-07/.."),
    ("since March", "future", "2024-03/.."),
    ("after 1 January 2025", "future", "2025-01-01/.."),
    ("by May", "past", "../2024-05"),
    ("through 2030", "future", "../2030"),
    ("no later than 30 June 2025", "future", "../2025-06-30"),
    ("until last week", "past", "../2024-07-07"),
    ("by the end of the year", "future", "../2024-12-31"),
    ("by end-2025", "future", "../2025-12-31"),
    ("as of yesterday", "past", "../2024-07-13"),
    ("so far in 2024", "past", "2024-01-01/2024-07-14"),
    ("to date", "past", "../2024-07-14"),
    ("within 60 days", "future", "2024-07-14/2024-09-12"),
    ("within twenty working days", "future", "2024-07-14/2024-08-11"),
    ("over the past year", "past", "2023-07-14/2024-07-14"),
    ("in the past two decades", "past", "2004-07-14/2024-07-14"),
    ("three-year", "future", "2024-07-14/2027-07-14"),
    ("for an additional period of 90 days, starting on August 12, 2025", "future", "2025-08-12/2025-11-10"),
    ("effective immediately", "future", "2024-07-14/.."),
]
NO_DAY: list[tuple[str, Tense, str | None]] = [
    ("recently", "past", None),
    ("for decades", "past", None),
    ("in the coming months", "future", None),
    ("in the next few weeks", "future", None),
    ("every year", "none", None),
    ("for three years", "past", None),  # when it began the words do not say
    ("within 30 days of signature", "future", None),
    ("by 31 June", "future", None),
    ("06/07/2026", "future", None),  # June or July: depends on the country
    ("as long as it takes", "future", None),
    ("", "none", None),
]


@pytest.mark.parametrize(("words", "tense", "edtf"), CODEBOOK + DAYS + WEEKS_TO_CENTURIES + INTERVALS + NO_DAY)
def test_words_and_the_day_they_mean(words: str, tense: Tense, edtf: str | None) -> None:
    assert resolve_time(words, published=SUNDAY, tense=tense).edtf == edtf


@pytest.mark.parametrize(
    ("words", "told", "edtf"),
    [
        ("since then", "2022-03-25", "2022-03-25/.."),
        ("until then", "2023-01-01", "../2023-01-01"),
        ("on the same day", "2022-09-26", "2022-09-26"),
        ("the following day", "2012-04-25", "2012-04-26"),
        ("in November of that year", "2020", "2020-11"),
        ("in the same month", "2019-02-03", "2019-02"),
        ("three years later", "2011", "2014"),
        ("on that occasion", "2024-09", "2024-09"),
        ("at about 7:45 p.m.", "2019-11-08", "2019-11-08"),
        ("that same day", "2017", None),  # no day was told
        ("on that day back in March 2010", "2015-11-09", "2010-03"),
    ],
)
def test_times_told_from_another_time(words: str, told: str, edtf: str | None) -> None:
    assert resolve_time(words, published=SUNDAY, tense="past", told=told).edtf == edtf
    if edtf != "2010-03":
        assert resolve_time(words, published=SUNDAY, tense="past").edtf is None


@pytest.mark.parametrize("words", ["in October", "on Saturday", "last year", "within 60 days", "today", "July 13"])
def test_without_a_day_of_publication_nothing_is_guessed(words: str) -> None:
    time = resolve_time(words, published=None, tense="future")
    assert (time.edtf, time.basis, time.needs_publication) == (None, "none", True)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("in October 2024", "2024-10"), ("by the end of 2025", "../2025-12-31"), ("the 1990s", "1990/1999")],
)
def test_full_dates_need_no_day_of_publication(words: str, edtf: str) -> None:
    time = resolve_time(words, published=None, tense="none")
    assert (time.edtf, time.basis, time.needs_publication) == (edtf, "explicit", False)


@pytest.mark.parametrize(
    ("words", "type_", "timex", "basis", "rule"),
    [
        ("in October", "DATE", "2024-10", "derived", "rule:month-after-publication"),
        ("5 May 2024", "DATE", "2024-05-05", "explicit", "rule:as-written"),
        ("on Monday morning", "TIME", "2024-07-15TMO", "derived", "rule:day-after-publication"),
        ("next week", "DATE", "2024-W29", "derived", "rule:next-week"),
        ("the third quarter of 2026", "DATE", "2026-Q3", "explicit", "rule:third-quarter"),
        ("the 1990s", "DATE", "199", "explicit", "rule:decade"),
        ("the end of 2025", "DATE", "2025", "explicit", "rule:end-of-year"),
        ("over the next three years", "DURATION", "P3Y", "derived", "rule:count-after-publication"),
        ("from 5 to 7 May 2024", "DURATION", "P3D", "explicit", "rule:as-written"),
        ("soon", "DATE", "FUTURE_REF", "none", "rule:vague"),
        ("every year", "SET", "P1Y", "none", "rule:set"),
    ],
)
def test_the_other_fields(words: str, type_: str, timex: str, basis: str, rule: str) -> None:
    time = resolve_time(words, published=SUNDAY, tense="future")
    assert (time.type, time.timex, time.basis, time.rule) == (type_, timex, basis, rule)
