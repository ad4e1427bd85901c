"""Whether a text is in English, the only language that is read so far."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from memoire.intake.extract import Unreadable

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Languages that ministries and agencies publish in, by ISO 639-1. py3langid knows 133 and, left to choose among all of
# them, takes short English for one of the smallest.
LANGUAGES: Final = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian",
    "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "gu": "Gujarati",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer",
    "ko": "Korean", "ky": "Kyrgyz", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian",
    "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "my": "Burmese", "ne": "Nepali",
    "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovene", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "tg": "Tajik", "th": "Thai", "tl": "Filipino", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

_SAMPLE_CHARACTERS: Final = 20_000
_WORD = re.compile(r"[^\W\d_]+")
# Of 15,150 documents (White House 2021-26, other governments, news) all but 155 have at least this share of these,
# and are in English; the nine among them in Spanish, Portuguese or French have less than 0.011.
_ENGLISH_WORDS: Final = frozenset(["the", "of", "and", "to", "that"])
_ENGLISH_SHARE: Final = 0.08
# py3langid is asked about the rest and believed when sure: those nine and no other document are refused, and none of
# 12,000 English titles.
_SHORTEST_LETTERS: Final = 20
_IDENTIFIED_CHARACTERS: Final = 3000
_SURE: Final = 0.95


def refuse_other_language(text: str) -> None:
    """Raise `Unreadable` for a text that is surely not in English; in doubt it passes."""
    words = _WORD.findall(text[:_SAMPLE_CHARACTERS])
    common = sum(word.lower() in _ENGLISH_WORDS for word in words)
    if not words or common / len(words) >= _ENGLISH_SHARE or sum(map(len, words)) < _SHORTEST_LETTERS:
        return
    language, score = _identifier().classify(" ".join(words)[:_IDENTIFIED_CHARACTERS])
    if language != "en" and score >= _SURE:
        raise Unreadable(f"is in {LANGUAGES[language]}; only English is read so far")


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (0.8 s, and most texts do without)

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
