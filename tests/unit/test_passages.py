"""Words and passages: nothing of a text is lost, and no passage is longer than the encoder takes."""

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from memoire.reading.encoding import WEIGHTS
from memoire.reading.passages import cut_passages, find_words
from memoire.reading.splitting import split_sentences

TOKENIZER = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
TEXTS = st.text(st.sampled_from("ab cD.é\n1“”,’😀中؟-") | st.characters(codec="utf-8"), max_size=400)


@given(TEXTS, st.integers(4, 60))
def test_passages_hold_every_word_once_in_order(text: str, longest: int) -> None:
    words = find_words(text, TOKENIZER)
    passages = cut_passages(words, split_sentences(text), longest=longest)
    assert [span for passage in passages for span in passage.words] == list(words.spans)
    assert [piece for passage in passages for piece in passage.pieces] == list(words.pieces)


@given(TEXTS, st.integers(4, 60))
def test_a_passage_is_too_long_only_when_one_word_is(text: str, longest: int) -> None:
    for passage in cut_passages(find_words(text, TOKENIZER), split_sentences(text), longest=longest):
        assert len(passage.pieces) <= longest or len(passage.words) == 1


def test_passages_end_with_sentences_where_these_fit() -> None:
    text = "Both sides met in Lagos. They will meet again in May. The minister thanked his guests."
    sentences = split_sentences(text)
    ends = {sentence.end for sentence in sentences}
    passages = cut_passages(find_words(text, TOKENIZER), sentences, longest=14)
    assert len(passages) > 1
    assert all(passage.words[-1].end in ends for passage in passages)


def test_a_word_is_found_by_any_of_its_characters() -> None:
    words = find_words("Naqvi praised the US", TOKENIZER)
    assert {words.at(character) for character in range(6, 13)} == {1}
