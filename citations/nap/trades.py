"""Which trades a category names: words of several languages, and the industries of directories."""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from citations.postal.folding import words

_TABLES = Path(__file__).parent / "tables"


@cache
def trade_words() -> dict[str, list[str]]:
    """Each trade -> the phrases that name it, from `tables/trades.toml`."""
    return tomllib.loads((_TABLES / "trades.toml").read_text(encoding="utf-8"))


@cache
def _industries() -> dict[str, list[str]]:
    return tomllib.loads((_TABLES / "industries.toml").read_text(encoding="utf-8"))


def industry_trades(said: str) -> frozenset[str]:
    """The trades of an industry that is called so ("health", "Home services"), and a trade by its own name."""
    name = said.strip().lower().replace(" ", "_")
    return frozenset(_industries().get(name, [name] if name in trade_words() else []))


def trades(texts: Iterable[str], among: Iterable[str] = ()) -> frozenset[str]:
    """The trades (those `among` when some are given, else all that are known) to which one of the texts belongs."""
    read = [words(text) for text in texts]
    return frozenset(each for each in among or trade_words() if any(_belongs(text, each) for text in read))


@lru_cache(16384)
def _belongs(text: tuple[str, ...], trade: str) -> bool:
    phrases = trade_words().get(trade, [trade.replace("_", " ")])
    return any(_stands_in(tuple(phrase.split()), text) for phrase in phrases)


def _stands_in(phrase: tuple[str, ...], text: tuple[str, ...]) -> bool:
    starts = range(len(text) - len(phrase) + 1)
    return any(all(_is(*pair) for pair in zip(phrase, text[at:], strict=False)) for at in starts)


def _is(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@lru_cache(4096)
def trade_patterns(word: str) -> frozenset[str]:
    """The single words of trades that a word fits: `plumb*` for plumber and for plumbing."""
    fitting = (word, *(f"{word[:size]}*" for size in range(1, len(word) + 1)))
    return frozenset(pattern for pattern in fitting if pattern in _single_words())


@cache
def _single_words() -> frozenset[str]:
    return frozenset(phrase for some in trade_words().values() for phrase in some if " " not in phrase)
