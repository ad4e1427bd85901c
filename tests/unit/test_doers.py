"""Who an entry's doers are, given where the heads saw them."""

from memoire.reading.heads.entries import Candidate
from memoire.reading.resolving.actors import build_cast
from memoire.reading.resolving.entries import resolve_entries
from memoire.reading.splitting import split_sentences
from memoire.records.codebook import Kind
from memoire.records.document import Document
from memoire.records.entry import Entry
from memoire.records.spans import Span


def entry_of(text: str, quote: str, predicate: str, *, kind: Kind, **roles: tuple[str, ...]) -> Entry:
    def place(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    found = {role: tuple(map(place, words)) for role, words in roles.items()}
    candidate = Candidate(kind, 1, 1, place(quote), place(predicate), found, (), None, "none", "no", "+", ())
    sentences = split_sentences(text)
    document = Document("made-up", "", "", text)
    return resolve_entries(document, sentences, build_cast(text, sentences), [], [candidate])[0]


def test_a_vague_pronoun_adds_nobody_to_those_named() -> None:
    text = "Kenya and Chile were close partners, but their trade shrank."
    entry = entry_of(text, "their trade shrank", "shrank", kind="event", by=("Kenya", "Chile", "their"))
    assert [actor.country for actor in entry.by] == ["KEN", "CHL"]


def test_all_who_say_so_stand_in_for_the_doer() -> None:
    text = "Kenya and Chile met in Oslo. Both countries said that trade grew."
    entry = entry_of(text, "trade grew", "grew", kind="claim", voice=("Both countries",), cue=("said",))
    assert {actor.country for actor in entry.by} == {"KEN", "CHL"}


def test_what_is_judged_is_whom_the_judgement_is_of() -> None:
    entry = entry_of("The Kenyan minister is wise.", "is wise", "wise", kind="stance", by=("The Kenyan minister",))
    assert entry.by == ()
    assert [actor.country for actor in entry.to] == ["KEN"]


def test_an_article_alone_is_the_noun_it_stands_before() -> None:
    text = "Interior Minister Jan Novak of Czechia met reporters. The Minister told them that the port was open."
    entry = entry_of(text, "the port was open", "open", kind="claim", voice=("The",), cue=("told",))
    assert [(source.text, source.country) for source in entry.voice] == [("The Minister", "CZE")]
