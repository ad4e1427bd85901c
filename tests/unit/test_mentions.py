"""The same entry told twice in one document is one entry with a mention."""

from dataclasses import replace

from memoire.reading.resolving.mentions import merge_repeats, stem_of
from memoire.records.entry import Actor, Entry, When, Words
from memoire.records.spans import Span

TEXT = (
    "Chad and Mali plan to hold a river conference in October. The envoys met on Monday. "
    "A joint river conference will be held in October, the statement said. They hold a trade fair in May."
)


def entry(quote: str, predicate: str, *, edtf: str | None, firmness: str = "planned") -> Entry:
    start = TEXT.index(quote)
    span = Span(start, start + len(quote))
    at = TEXT.index(predicate, start)
    return Entry(
        id=quote[:12], kind="commitment", span=span, quote=quote, action=quote, polarity="+", score=0.9,
        predicate=Words(predicate, Span(at, at + len(predicate))), areas=("diplomacy",), firmness=firmness,
        by=(Actor("Chad", Span(0, 4), "Chad", "TCD"),),
        when=When("in October", span, edtf, "derived") if edtf else None,
    )  # fmt: skip


LEAD = entry("Chad and Mali plan to hold a river conference in October", "hold", edtf="2024-10")
AGAIN = entry("A joint river conference will be held in October", "held", edtf="2024-10", firmness="agreed")
OTHER = entry("They hold a trade fair in May", "hold", edtf="2025-05")


def test_told_again_is_one_entry_with_a_mention() -> None:
    (only,) = merge_repeats(TEXT, [LEAD, AGAIN], [])
    assert only.quote == LEAD.quote
    assert [mention.quote for mention in only.mentions] == [AGAIN.quote]
    assert only.because[-1] == "rule:told-again"


def test_the_firmest_telling_counts() -> None:
    assert merge_repeats(TEXT, [LEAD, AGAIN], [])[0].firmness == "agreed"


def test_another_day_is_another_entry() -> None:
    assert len(merge_repeats(TEXT, [LEAD, replace(AGAIN, when=OTHER.when)], [])) == 2


def test_other_states_are_another_entry() -> None:
    peru = replace(AGAIN, by=(Actor("Peru", Span(0, 4), "Peru", "PER"),))
    assert len(merge_repeats(TEXT, [LEAD, peru], [])) == 2


def test_another_deed_is_another_entry() -> None:
    assert len(merge_repeats(TEXT, [LEAD, AGAIN, OTHER], [])) == 2


def test_a_stem_stands_for_the_forms_of_a_word() -> None:
    assert stem_of("Organising") == stem_of("organisation")
    assert stem_of("held") == stem_of("hold")
    assert stem_of("with") is None
