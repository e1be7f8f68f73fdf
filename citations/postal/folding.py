"""Letters without their dress: what two writings of one word have in common."""

import html
import re
import unicodedata
from functools import lru_cache

from citations.unseen import seen

_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_WORDS = re.compile(r"&|[^\W_]+")
_UMLAUTS = re.compile(r"(?<=[aou])e")
_QUOTES = str.maketrans(dict.fromkeys("'’‘`´ʼ", ""))


def plain(text: str) -> str:
    """`text` with HTML entities, full-width forms and runs of blanks made ordinary, invisible characters gone."""
    text = seen(html.unescape(text) if "&" in text else text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.replace("½", " 1/2").replace("¼", " 1/4").replace("¾", " 3/4"))
        text = text.replace("⁄", "/").replace("–", "-").replace("—", "-")
    return " ".join(text.split())


@lru_cache(16384)
def fold(text: str) -> str:
    """Lower case, without accents or apostrophes: "Señor Frog's" is "senor frogs"."""
    text = seen(html.unescape(text) if "&" in text else text).casefold()
    if text.isascii():
        return text.replace("'", "").replace("`", "")
    text = text.translate(_SPECIAL).translate(_QUOTES)
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(16384)
def words(text: str) -> tuple[str, ...]:
    """The folded words and numbers of `text`, with `&` kept as a word of its own."""
    return tuple(_WORDS.findall(fold(text)))


def without_umlauts(word: str) -> str:
    """One key for ü, ue and u (ö, ä alike), for comparing German words that were folded."""
    return _UMLAUTS.sub("", word)
