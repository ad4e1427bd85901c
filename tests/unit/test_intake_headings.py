"""Titles and datelines of plain text."""

from datetime import date

import pytest

from memoire.intake.headings import find_dateline, find_heading, find_title

REST = "The two sides met on Saturday to speak of the police."


@pytest.mark.parametrize(
    ("opening", "dateline", "day"),
    [
        ("ISLAMABAD: ", "ISLAMABAD", None),
        ("KYIV (Reuters) - ", "KYIV (Reuters)", None),
        ("WASHINGTON, July 14 — ", "WASHINGTON, July 14", None),
        ("WASHINGTON, July 14, 2024 (AP) — ", "WASHINGTON, July 14, 2024 (AP)", date(2024, 7, 14)),
        ("BEIJING, July 14 (Xinhua) -- ", "BEIJING, July 14 (Xinhua)", None),
        ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine (AP)", None),
        ("WASHINGTON, D.C. – ", "WASHINGTON, D.C.", None),
        ("UNITED NATIONS, 14 July 2024 – ", "UNITED NATIONS, 14 July 2024", date(2024, 7, 14)),
        ("NEW YORK/LONDON — ", "NEW YORK/LONDON", None),
        ("THE HAGUE: ", "THE HAGUE", None),
        ("LONDON, July 14, 2024 /PRNewswire/ -- ", "LONDON, July 14, 2024 /PRNewswire/", date(2024, 7, 14)),
        ("Islamabad, 13 July 2024: ", "Islamabad, 13 July 2024", date(2024, 7, 13)),
    ],
)
def test_a_dateline(opening: str, dateline: str, day: date | None) -> None:
    assert find_dateline(opening + REST) == (dateline, day)
    assert find_dateline(f"Police dialogue in October\n\n{opening}{REST}") == (dateline, day)


@pytest.mark.parametrize(
    "opening",
    [
        "THE PRESIDENT: ",
        "MS. PSAKI: ",
        "Q: ",
        "NOTE: ",
        "UPDATE 1 - ",
        "FACT SHEET: ",
        "FOR IMMEDIATE RELEASE: ",
        "He said: ",
        "Washington: ",
        "US, PAKISTAN TO HOLD TALKS - ",
        "",
    ],
)
def test_no_dateline(opening: str) -> None:
    assert find_dateline(opening + REST) == (None, None)


def test_speakers_of_a_transcript_are_no_places() -> None:
    assert find_dateline(f"KIRBY: {REST}\n\nMILLER: {REST}\n") == (None, None)


def test_a_place_with_nothing_after_it_is_no_dateline() -> None:
    assert find_dateline("ISLAMABAD: The Post\n") == (None, None)


@pytest.mark.parametrize(
    "title", ["Police dialogue in October", "Who pays for the police?", "US, Pakistan to hold “dialogue”"]
)
def test_a_title(title: str) -> None:
    assert find_title(f"\n{title} \r\n\r\n{REST}") == title


@pytest.mark.parametrize(
    "opening",
    [
        "The two sides met in October.\n\n",
        "Police dialogue in October\n",
        "East Room\n\n",
        "14 July 2024\n\n",
        "Washington, D.C., July 14, 2024\n\n",
        "For Immediate Release\n\n",
        "They agreed on the following:\n\n",
        "x" * 10 + " y" * 200 + "\n\n",
    ],
)
def test_no_title(opening: str) -> None:
    assert find_title(opening + REST) is None
    assert find_title(opening) is None


def test_the_first_heading_of_the_first_level() -> None:
    assert find_heading("text\n\n## Second\n\n# First one #\r\n# Next\n") == "First one"
    assert find_heading("#hashtag\n") is None
