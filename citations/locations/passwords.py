"""Passwords kept out: what of a login cell, a note or an address may be kept, masked before anything keeps it.

It errs on the safe side: a word too many is masked rather than one too few.
"""

import re
from functools import cache

from citations.locations.tracker_words import table

MASK = "•••"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CALLED = r"\b(?:pass ?words?|pass ?codes?|pass ?phrases?|passw[oö]rt|kennwort|pwd?|p/w|pass|pin|secret)\b"
_NAMED = re.compile(rf"({_CALLED}(?:\s+(?:is|ist)\b|\s*[:=–>-]+)?)(\s*)([^\s,;|)]+)([^,;|)\n]*)", re.IGNORECASE)
_SURELY_NAMED = re.compile(r"[:=>–-]\s*$|\b(is|ist)\s*$", re.IGNORECASE)
_ALWAYS = re.compile(r"pass ?words?|pass ?codes?|passw[oö]rt|kennwort|pwd?|p/w", re.IGNORECASE)
_BEHIND_EMAIL = re.compile(rf"({_EMAIL.pattern}(?:\s*[/|:\\]+\s*|[\s,;]+(?=\S*\d)))(\S+)")
_IN_ADDRESS = re.compile(r"(?<=://)[^/\s@]+@")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LABEL = re.compile(r"(?:user ?(?:name|id)?|log-?in|e-?mail|account|benutzer)\b\s*[:=]?\s*", re.IGNORECASE)
_DIVIDES = re.compile(r"\s+[-–]\s+|\s*[/|:\\\n]\s*")


def without_passwords(text: str) -> str:
    """A note, or a status, with what stands behind the word "password" and behind an e-mail address masked."""
    text = _IN_ADDRESS.sub("", text)
    text = _NAMED.sub(_masked, text)
    return _BEHIND_EMAIL.sub(rf"\g<1>{MASK}", text)


def login_note(text: str) -> str:
    """What may be kept of a login cell: the user or e-mail address, and prose about where the login is.

    >>> login_note("maria@agency.example / Secret99!")
    'maria@agency.example / •••'
    """
    text = without_passwords(text).strip()
    if (label := _LABEL.match(text)) and label.end() < len(text):
        return label[0] + login_note(text[label.end() :])
    first = _DIVIDES.search(text)
    if first and first.end() < len(text) and not _is_prose(text[first.end() :]):
        return f"{_shown(text[: first.start()])}{text[first.start() : first.end()]}{MASK}".replace("\n", " / ")
    return _shown(text)


def _masked(found: "re.Match[str]") -> str:
    """A named password without itself; "password in LastPass" names none."""
    called, space, value, rest = found.groups()
    is_named = bool(_SURELY_NAMED.search(called))
    if value.startswith(MASK) or (_bare(value) in _prose() and _WORD.fullmatch(_bare(value))):
        return found[0]
    if not is_named and not _ALWAYS.match(called) and not any(map(str.isdigit, value)):
        return found[0]
    return f"{called}{space or ' '}{MASK}" if is_named else f"{called}{space}{MASK}{rest}"


def _shown(text: str) -> str:
    """The words of a login that may be shown; without prose only the first."""
    tokens = text.split()
    keeps_words = _is_prose(text)
    return " ".join(
        token if _may_be_shown(token, keeps_words or place == 0, is_first=place == 0) else MASK
        for place, token in enumerate(tokens)
    )


def _may_be_shown(token: str, keeps_words: bool, *, is_first: bool) -> bool:
    bare = _bare(token)
    if not bare or bare == MASK or bare in _prose() or _EMAIL.fullmatch(bare):
        return True
    if is_first:
        return bool(re.fullmatch(r"[\w.+-]+", bare)) and not bare.isdigit()
    return keeps_words and bool(_WORD.fullmatch(bare))


def _bare(token: str) -> str:
    return token.strip("()[]{},.;:!?\"'“”").lower() if token != MASK else MASK


def _is_prose(text: str) -> bool:
    return any(_bare(token) in _prose() for token in text.split())


@cache
def _prose() -> frozenset[str]:
    return frozenset(table()["login"]["prose"])
