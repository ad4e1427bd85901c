"""Who the words of a document stand for: one table a rule, in texts made for it."""

from datetime import date

import pytest

from memoire.reading.resolving.actors import Cast, build_cast
from memoire.reading.splitting import split_sentences
from memoire.records.entry import Actor
from memoire.records.spans import Span

DAY = date(2024, 7, 14)


def cast_of(text: str, *, title: str = "", publisher: str = "", on: date | None = DAY) -> Cast:
    return build_cast(text, split_sentences(text), title=title, publisher=publisher, published=on)


def place(text: str, words: str) -> Span:
    """The last occurrence of `words`; "…|words" takes the first one after "…"."""
    before, bar, rest = words.rpartition("|")
    start = text.index(rest, text.index(before) + len(before)) if bar else text.rindex(words)
    return Span(start, start + len(rest))


Found = tuple[str, str | None, str | None, str | None]


def told(text: str, words: str, *, speaker: Actor | None = None, **of: object) -> list[Found]:
    found = cast_of(text, **of).resolve(place(text, words), speaker=speaker)  # type: ignore[arg-type]
    return [(r.actor.name, r.actor.country, r.actor.sector, r.actor.office) for r in found]


def rule(text: str, words: str, **of: object) -> str:
    return cast_of(text, **of).resolve(place(text, words))[0].rule  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words", "name", "country", "sector"),
    [
        ("The United States signed the accord.", "The United States", "United States", "USA", "GOV"),
        ("Officials of the ROK came.", "ROK", "Republic of Korea", "KOR", "GOV"),
        ("A more hopeful Türkiye signed.", "A more hopeful Türkiye", "Türkiye", "TUR", "GOV"),
        ("Islamabad rejected the charge.", "Islamabad", "Pakistan", "PAK", "GOV"),
        ("Washington agreed to send experts.", "Washington", "United States", "USA", "GOV"),
        ("The White House said so.", "The White House", "White House", "USA", "GOV"),
        ("The exports of Australian lobster resumed.", "Australian", "Australia", "AUS", "GOV"),
        ("Two Americans were freed.", "Two Americans", "Americans", "USA", "CVL"),
        ("NATO welcomed the step.", "NATO", "NATO", "XXI", "IGO"),
        ("The European Union agreed.", "The European Union", "European Union", "XXI", "IGO"),
        ("Hamas terrorists attacked the town.", "Hamas terrorists", "Hamas", "PSE", "REB"),
        ("The FBI arrested him.", "The FBI", "FBI", "USA", "COP"),
    ],
)
def test_names(text: str, words: str, name: str, country: str, sector: str) -> None:
    assert told(text, words) == [(name, country, sector, None)]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (
            "Pakistani Interior Minister Amjad Bashir Dar arrived.",
            "Dar",
            ("Amjad Bashir Dar", "PAK", "GOV", "Interior Minister"),
        ),
        (
            "Foreign Minister Amara Okello of Uganda spoke.",
            "Okello",
            ("Amara Okello", "UGA", "GOV", "Foreign Minister"),
        ),
        ("President of Latvia Janis Kalns spoke.", "Kalns", ("Janis Kalns", "LVA", "GOV", "President")),
        ("Peru's foreign minister, Rosa Quispe, spoke.", "Quispe", ("Rosa Quispe", "PER", "GOV", "Foreign Minister")),
        (
            "Rosa Quispe, the Peruvian foreign minister, spoke.",
            "Quispe",
            ("Rosa Quispe", "PER", "GOV", "Foreign Minister"),
        ),
        ("US Ambassador to Pakistan Carl Nader spoke.", "Nader", ("Carl Nader", "USA", "GOV", "Ambassador")),
        (
            "US Under Secretary of State for Political Affairs Ann Lee met the Kenyan envoy. Ms. Lee left.",
            "Ms. Lee",
            ("Ann Lee", "USA", "GOV", "Under Secretary of State for Political Affairs"),
        ),
        ("Sen. Peter Brook (R-Utah) voted no.", "Brook", ("Peter Brook", "USA", "LEG", "Sen")),
        ("Yemeni journalist Nabil Saleh was shot.", "Nabil Saleh", ("Nabil Saleh", "YEM", "MED", "Journalist")),
        ("NATO Secretary General Olga Berg spoke.", "Berg", ("Olga Berg", "XXI", "IGO", "Secretary General")),
    ],
)
def test_appositions(text: str, words: str, found: tuple[str, str, str, str | None]) -> None:
    assert told(text, words) == [found]


def test_the_registry_knows_who_held_an_office_on_the_day() -> None:
    text = "President Biden spoke. Biden left."
    assert told(text, "Biden") == [("Joe Biden", "USA", "GOV", "President")]
    assert told("Rishi Sunak spoke.", "Rishi Sunak", on=date(2023, 1, 1)) == [
        ("Rishi Sunak", "GBR", "GOV", "Prime Minister")
    ]
    assert told("Rishi Sunak spoke.", "Rishi Sunak", on=date(2025, 1, 1)) == [
        ("Rishi Sunak", "GBR", "GOV", "former Prime Minister")
    ]


def test_a_single_word_means_nobody_of_another_time() -> None:
    text = "Howard said the farm was sold. Farmers in Kenya agreed."
    assert told(text, "Howard", on=date(2024, 1, 1))[0][0] == "Howard"
    assert told(text, "Howard", on=date(2004, 1, 1))[0][0] == "John Howard"


def test_a_person_is_named_as_the_document_names_them() -> None:
    assert told("Prime Minister Kishida Fumio spoke. He left.", "He")[0][0] == "Kishida Fumio"
    assert told("President Joseph R. Biden, Jr. spoke. He left.", "He")[0][0] == "Joe Biden"


PAIR = "Mexican Foreign Minister Ana Robles met Cuban Foreign Minister Luis Prado in Havana. "


@pytest.mark.parametrize(
    ("more", "words", "names"),
    [
        ("The two ministers signed a memorandum.", "The two ministers", ["Ana Robles", "Luis Prado"]),
        ("Both sides will meet again.", "Both sides", ["Mexico", "Cuba"]),
        ("The two countries trade little.", "The two countries", ["Mexico", "Cuba"]),
        ("They will meet again.", "They", ["Ana Robles", "Luis Prado"]),
        ("Mexico and Cuba will open offices.", "Mexico and Cuba", ["Mexico", "Cuba"]),
        (
            "The foreign ministers of Mexico and Cuba left.",
            "The foreign ministers of Mexico and Cuba",
            ["Ana Robles", "Luis Prado"],
        ),
        ("She and Luis Prado left.", "She and Luis Prado", ["Ana Robles", "Luis Prado"]),
        ("Mexican and Cuban officials stayed.", "Mexican and Cuban officials", ["Mexico officials", "Cuba officials"]),
    ],
)
def test_joint_words_are_all_parties(more: str, words: str, names: list[str]) -> None:
    assert [name for name, *_ in told(PAIR + more, words)] == names


@pytest.mark.parametrize(
    ("more", "words", "name"),
    [
        ("She praised the hosts.", "She", "Ana Robles"),
        ("Mr. Prado thanked her.", "her", "Ana Robles"),
        ("The Cuban minister thanked the guest.", "The Cuban minister", "Luis Prado"),
        ("The Mexican envoy left.", "The Mexican envoy", "Mexican envoy"),
        ("Robles told reporters that she was glad.", "she", "Ana Robles"),
    ],
)
def test_pronouns_and_offices_go_back_to_a_name(more: str, words: str, name: str) -> None:
    assert told(PAIR + more, words)[0][0] == name


def test_two_offices_in_one_phrase_are_two_holders() -> None:
    text = "Vice President Kamala Harris called Prime Minister Scott Morrison. "
    text += "The Vice President and Prime Minister agreed."
    found = told(text, "The Vice President and Prime Minister", on=date(2021, 5, 1))
    assert [name for name, *_ in found] == ["Kamala Harris", "Scott Morrison"]


def test_a_city_in_the_name_of_a_person_is_the_person() -> None:
    text = "Australian nurse Valeska Paris spoke. Paris said she was well."
    assert told(text, "Paris")[0][:2] == ("Valeska Paris", "AUS")
    assert told("Lisa Monaco spoke for Kenya. Both sides met.", "Both sides")[0][1] != "MCO"


def test_an_adviser_is_of_the_country_of_the_superior() -> None:
    text = "Ann Lee, Security Adviser to the Prime Minister of Japan, came to Kenya, Kenya, Kenya."
    assert told(text, "Ann Lee")[0][:2] == ("Ann Lee", "JPN")


def test_ours_is_the_speakers() -> None:
    text = "Kenya, Kenya and Kenya. “Our police will come,” she said."
    assert told(text, "Our police", speaker=MINISTER)[0][:3] == ("police", "MEX", "COP")


def test_an_official_document_on_another_country_is_about_its_people() -> None:
    text = "We condemn the coup. Protesters were shot. The Administration acted."
    told_of = {"publisher": "https://www.whitehouse.gov/x", "title": "Statement on the Coup in Burma"}
    assert told(text, "Protesters", **told_of)[0][1] == "MMR"
    assert told(text, "The Administration", **told_of)[0][1] == "USA"


def test_it_is_the_state_or_body_named_first() -> None:
    assert told("Iran halted talks with the EU. It enriched uranium.", "It")[0][:2] == ("Iran", "IRN")


def test_it_that_says_something_is_a_document() -> None:
    text = "A statement of the interior ministry praised the envoy. The police will train abroad, it added."
    assert told(text, "it")[0][0].lower().startswith("statement")


def test_us_is_not_the_pronoun() -> None:
    assert told("The US and Chad met. US support matters.", "US") == [("United States", "USA", "GOV", None)]


MINISTER = Actor("x", Span(0, 1), "Ana Robles", "MEX", "GOV", "Foreign Minister")


@pytest.mark.parametrize(
    ("words", "speaker", "found"),
    [
        ("I", MINISTER, ("Ana Robles", "MEX", "GOV", "Foreign Minister")),
        ("We", MINISTER, ("Mexico", "MEX", "GOV", None)),
        ("We", Actor("x", Span(0, 1), "Amina Yusuf", "KEN", "CVL"), ("Amina Yusuf", "KEN", "CVL", None)),
    ],
)
def test_first_person_is_the_speaker(words: str, speaker: Actor, found: tuple[str, str, str, str | None]) -> None:
    assert told("“We are glad and I thank all.”", words, speaker=speaker) == [found]


@pytest.mark.parametrize(
    ("publisher", "title", "words", "name", "country"),
    [
        ("Prime Minister of Australia (Gillard, Julia)", "Visit to Singapore", "I", "Julia Gillard", "AUS"),
        ("https://www.whitehouse.gov/releases/x", "Statement by President Joe Biden on Ghana", "I", "Joe Biden", "USA"),
        (
            "https://www.whitehouse.gov/releases/x",
            "Statement by President Joe Biden on Ghana",
            "We",
            "United States",
            "USA",
        ),
        ("ministry of interior (PAK)", "Talks held", "We", "Pakistan", "PAK"),
    ],
)
def test_first_person_without_a_speaker_is_the_publisher(
    publisher: str, title: str, words: str, name: str, country: str
) -> None:
    day = date(2012, 4, 1) if "Gillard" in publisher else date(2023, 4, 1)
    assert told("We will come and I am glad.", words, publisher=publisher, title=title, on=day)[0][:2] == (
        name,
        country,
    )


def test_we_of_a_joint_statement_is_both() -> None:
    text = "We reaffirm our alliance."
    assert [n for n, *_ in told(text, "We", title="Joint Statement of Japan and India")] == ["Japan", "India"]


def test_a_path_is_no_publisher() -> None:
    text = "Kenya and Uganda met. We hope for peace."
    assert told(text, "We", publisher="/home/me/Government of France/report.txt") == told(text, "We")


@pytest.mark.parametrize(
    ("text", "words", "actor", "by"),
    [
        (
            "The Pakistani administration took measures.",
            "The Pakistani administration",
            ("Pakistani administration", "PAK", "GOV"),
            "rule:demonym",
        ),
        ("The Russian side agreed.", "The Russian side", ("Russia", "RUS", "GOV"), "rule:side"),
        (
            "Lagos Police officers came.",
            "Lagos Police officers",
            ("Lagos Police officers", "NGA", "COP"),
            "rule:demonym",
        ),
        (
            "A delegation of the Lagos Police came.",
            "A delegation of the Lagos Police",
            ("delegation of the Lagos Police", "NGA", "COP"),
            "rule:demonym",
        ),
        (
            "Kenya voted. Kenya counts. The government thanked voters.",
            "The government",
            ("Government of Kenya", "KEN", "GOV"),
            "rule:setting",
        ),
        (
            "Kenya spoke to its foreign partners.",
            "foreign partners",
            ("foreign partners", None, "GOV"),
            "rule:common-noun",
        ),
        ("Hundreds of refugees came to Kenya.", "Hundreds of refugees", ("refugees", None, "CVL"), "rule:common-noun"),
        (
            "Kenya spoke at the Global Forum on Water.",
            "the Global Forum on Water",
            ("Global Forum on Water", "XXI", "IGO"),
            "rule:international",
        ),
        ("Kenya honoured Ann Odhiambo. Her father wept.", "Her father", ("father", "KEN", "CVL"), "rule:office"),
        (
            "The ASEAN Observer Team (AOT) came. The AOT left.",
            "The AOT",
            ("ASEAN Observer Team", "XXI", "IGO"),
            "rule:short-name",
        ),
        (
            "The Kenyan interior ministry spoke. The ministry left.",
            "The ministry",
            ("Kenyan interior ministry", "KEN", "GOV"),
            "rule:short-name",
        ),
    ],
)
def test_descriptions(text: str, words: str, actor: tuple[str, str | None, str], by: str) -> None:
    assert told(text, words)[0][:3] == actor
    assert rule(text, words) == by


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Georgia, Moldova and Ukraine applied.", "GEO"),
        ("Clarkston, Georgia, and Dallas, Texas, took them in.", "USA"),
        ("Georgia was discussed.", None),
    ],
)
def test_an_ambiguous_name_is_told_by_its_neighbours_or_left_open(text: str, country: str | None) -> None:
    assert told(text, "Georgia")[0][1] == country


def test_the_president_of_georgia_is_not_of_the_region() -> None:
    assert told("The president of Georgia came.", "The president of Georgia")[0][1] == "GEO"


def test_congo_is_left_open_unless_its_capital_is_named() -> None:
    assert told("Congo voted.", "Congo")[0][1] is None
    assert told("Congo voted. In Kinshasa people queued.", "|Congo")[0][1] == "COD"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("They met in Jaranwala, eastern Punjab.", "Jaranwala, eastern Punjab", "PAK"),
        ("They met in Lahore.", "in Lahore", "PAK"),
        ("They met at the palace.", "at the palace", None),
        ("They met in Brussels at NATO.", "in Brussels at NATO", "BEL"),
    ],
)
def test_the_country_of_a_place(text: str, words: str, country: str | None) -> None:
    assert cast_of(text).country_of_place(place(text, words)) == country


def test_names_lists_all_names_in_order() -> None:
    text = "President Macron met NATO officials in Kyiv."
    names = [(n.type, n.name, n.country, n.span.of(text)) for n in cast_of(text).names()]
    assert names == [
        ("PER", "Emmanuel Macron", "FRA", "Macron"),
        ("ORG", "NATO", "XXI", "NATO"),
        ("LOC", "Kyiv", "UKR", "Kyiv"),
    ]


def test_words_that_name_nobody_are_given_back() -> None:
    assert told("… and so on.", "…") == [("…", None, None, None)]
