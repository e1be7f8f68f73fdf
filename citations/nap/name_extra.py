"""What one name says beside another: a place, a department, a person, another name, advertising."""

import re
from collections.abc import Sequence, Set
from functools import cache, lru_cache
from pathlib import Path

from citations.nap.name import Name, category_words, phrases, read_name, same_name
from citations.nap.trades import trade_patterns
from citations.postal.folding import words
from citations.postal.table import rows

_TABLES = Path(__file__).parent / "tables"
SEPARATOR = re.compile(r"\s+[-–—|•·~/]+\s*|\s*[|•·:,★☆✓✔●►»]\s*|\s*[–—]\s*|\s+(?=\()")
_BEFORE = re.compile(r"\s+[-–—|•·~]+\s+|\s*[|•·★☆✓✔●►»]\s*|\s*:\s+")  # no comma: "Smith, Jones" is not Jones
_AT = re.compile(r"\s+(?:at|@|bei)\s+", re.IGNORECASE)
_LINKING = frozenset({"in", "of", "at", "for", "and", "&", "the", "near"})
_MAY_PART = re.compile(r"[-–—|•·~/:,★☆✓✔●►»(@]|\b(?:at|bei)\b", re.IGNORECASE)  # without one, a text is one piece
MARKS = " ()[]-–—|•·~/:,★☆✓✔●►»!"


@cache
def _joints() -> tuple[tuple[re.Pattern[str], str], ...]:
    """A pattern for the phrases between two names of one field, for each way to take them."""
    phrases: dict[tuple[str, str], list[str]] = {}
    for row in rows(_TABLES / "name_joints.csv"):
        phrases.setdefault((row["names"], row["behind"]), []).append(re.escape(row["words"]))
    return tuple((_between(some, behind), names) for (names, behind), some in phrases.items())


@cache
def _first_words_of_joints() -> frozenset[str]:
    """A text that has none of these words has no phrase between two names."""
    return frozenset(words(row["words"])[0] for row in rows(_TABLES / "name_joints.csv"))


def _between(phrases: list[str], behind: str) -> re.Pattern[str]:
    start = r"\s*[,(–|]\s*|\s+-\s+" if behind == "mark" else r"[\s,(–-]+"
    return re.compile(rf"(?:{start})(?:{'|'.join(sorted(phrases, key=len, reverse=True))})\.?:?\s+", re.IGNORECASE)


@lru_cache(16384)
def trading_names(text: str) -> tuple[str, ...]:
    """The names in use in `ABC LLC dba Joe's` and `Joe's (formerly Jim's)`; the text itself when it is but one."""
    if _first_words_of_joints().isdisjoint(words(text)):
        return (text,)
    for pattern, names in _joints():
        parts = [part.strip(MARKS) for part in pattern.split(text)]
        if len(parts) > 1:
            return tuple(filter(None, parts if names == "both" else parts[:1] if names == "first" else parts[-1:]))
    return (text,)


@lru_cache(16384)
def _may_part(text: str) -> bool:
    """False for a text that nothing parts in two: there is nothing that one name could add to another."""
    return bool(_MAY_PART.search(text))


@lru_cache(16384)
def added_tail(longer: str, shorter: str) -> str:
    """What the longer name adds to the shorter behind a dash, bar, colon or bracket; blank when nothing."""
    if not _may_part(longer):
        return ""
    name = read_name(shorter)
    for at in SEPARATOR.finditer(longer):
        tail = longer[at.end() :].strip(MARKS)
        if tail and same_name(read_name(longer[: at.start()]), name):
            return tail
    return ""


def tails(a: str, b: str) -> tuple[Set[str], Set[str]]:
    """What stands in each name behind a first dash, bar, colon or bracket, when both say the same before it."""
    if not _may_part(a) or not _may_part(b):
        return frozenset(), frozenset()
    first, second = SEPARATOR.split(a, maxsplit=1), SEPARATOR.split(b, maxsplit=1)
    if len(first) < 2 or len(second) < 2 or not same_name(read_name(first[0]), read_name(second[0])):
        return frozenset(), frozenset()
    return frozenset(read_name(first[1]).core), frozenset(read_name(second[1]).core)


@lru_cache(16384)
def added_head(longer: str, shorter: str) -> str:
    """What stands in front of the shorter name: `Best Plumber | Joe's`, `Jane Smith MD at Northside Medical`."""
    if not _may_part(longer):
        return ""
    name = read_name(shorter)
    for at in (*_BEFORE.finditer(longer), *_AT.finditer(longer)):
        head, rest = longer[: at.start()].strip(MARKS), longer[at.end() :].strip(MARKS)
        tells = at.re is _BEFORE or is_person(head) or is_department(head)
        if head and rest and tells and same_name(read_name(rest), name):
            return head
    return ""


def added_words(longer: Name, shorter: Name) -> tuple[str, ...]:
    """The words that follow when the longer name begins with the shorter; nothing when it does not."""
    size = len(shorter.core)
    return longer.core[size:] if size and longer.core[:size] == shorter.core else ()


def is_department(tail: str, place: Set[str] = frozenset()) -> bool:
    """True when the few words added to a name are those of a counter, a ward or a machine, and of the place."""
    core = read_name(tail).core
    if is_division(core):
        return True
    added = set(core) - place
    departments = category_words("department") | category_words("venue")
    return bool(added & departments) and len(added) <= 3 and added <= departments | category_words("beside")


def is_division(core: tuple[str, ...]) -> bool:
    """True for `Oral Surgery Department` and `Department of Oral Surgery`: few words, whatever they are."""
    divisions = category_words("division")
    return 1 < len(core) <= 5 and (core[-1] in divisions or (core[0] in divisions and core[1] in ("of", "fur", "de")))


def is_person(text: str) -> bool:
    """True for a title or credentials with two or three words beside them: `Dr. Jane Smith`, `Jane Smith, MD`."""
    name = read_name(text)
    return name.person and 2 <= len(name.core) <= 3 and not set(name.core) & _words_of_trades()


def is_dress(text: str) -> bool:
    """True when nothing stands there but legal forms, titles and credentials."""
    joined = read_name(f"Qqq {text}")
    return joined.core == ("qqq",)


def has_legal_form(text: str) -> bool:
    """True when it names a company: `ABC Corp`."""
    letters = read_name(text).letters
    return len(letters) > 1 and any(
        len(phrase) < len(letters) and letters[-len(phrase) :] == phrase
        for phrase, _ in phrases("legal_forms.csv", "after")
    )


def is_advertising(extra: Set[str]) -> bool:
    """True when one of the words boasts, promises or calls for action, or is a phone number."""
    return bool(extra & category_words("advertising")) or any(word.isdigit() and len(word) >= 7 for word in extra)


def is_stuffing(extra: Sequence[str], ours: Name, place: Set[str]) -> bool:
    """True when nothing is added but trades, their tasks, places and boasts, and it is what people search for.

    That is: it boasts, says our own trade again (Plumber beside Plumbing), or a place with a trade behind it. Only a
    name that says its trade is whole without such words.
    """
    own = _trade_patterns(ours.core)
    tasks, boasts = category_words("task"), category_words("advertising")
    known = [
        word in place or word in _LINKING or word in tasks or word in boasts or is_of_a_trade(word) for word in extra
    ]
    if not own or len(extra) < 2 or not all(known):
        return False
    where = next((at for at, word in enumerate(extra) if word in place), len(extra))
    return bool(
        set(extra) & boasts
        or own & _trade_patterns(extra)
        or any(word in tasks or is_of_a_trade(word) for word in extra[where:])
    )


def _trade_patterns(core: Sequence[str]) -> Set[str]:
    return frozenset().union(*map(trade_patterns, core))


def is_of_a_trade(word: str) -> bool:
    """True for a word that names a trade: plumber, Zahnarzt."""
    return bool(trade_patterns(word))


@lru_cache(4096)
def degrees(letters: tuple[str, ...]) -> frozenset[str]:
    """The professions that the degrees behind a name tell: dentist for DDS and DMD."""
    known = _professions()
    return frozenset(known[word] for word in letters if word in known)


@cache
def _professions() -> dict[str, str]:
    return {row["words"]: row["profession"] for row in rows(_TABLES / "degrees.csv")}


@cache
def _words_of_trades() -> Set[str]:
    return frozenset().union(*map(category_words, ("category", "department", "venue", "beside")))


def same_person(a: Name, b: Name) -> bool:
    """True for one person whose middle name only one side gives, or gives as an initial."""
    first, second = a.core, b.core
    if not (a.person or b.person) or min(len(first), len(second)) < 2 or max(len(first), len(second)) > 4:
        return False
    if first[0] != second[0] or first[-1] != second[-1]:
        return False
    middle, other = first[1:-1], second[1:-1]
    if not middle or not other:
        return len(middle or other) == 1
    return len(middle) == len(other) == 1 and middle[0][0] == other[0][0] and 1 in (len(middle[0]), len(other[0]))
