"""How the fields of a noun are taken: words as words, sequences as tuples, an unknown word refused."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

FIELDS = ("name", "address", "phone", "website", "hours")


def as_word(owner: object, name: str, words: type[StrEnum]) -> None:
    """Turn the plain string that a script gave for the field `name` into its word; ValueError for an unknown one."""
    given = getattr(owner, name)
    if isinstance(given, words):
        return
    try:
        object.__setattr__(owner, name, words(given))
    except ValueError:
        raise unknown(owner, name, words) from None


def as_iso(owner: object, name: str) -> None:
    """Turn the date that a script gave for the field `name` into its ISO text: 2021-03-15; blank for None."""
    given = getattr(owner, name)
    if given is None or isinstance(given, date):
        object.__setattr__(owner, name, given.isoformat()[:10] if given else "")


def unknown(owner: object, name: str, choices: Iterable[str]) -> ValueError:
    """The error for what `owner` holds in the field `name`: it names the choices."""
    known, given = ", ".join(str(choice) for choice in choices), getattr(owner, name)
    return ValueError(f"{type(owner).__name__}.{name}: {given!r} is not one of {known}")


def as_tuples(owner: object, *names: str) -> None:
    """Keep sequences as tuples, so that no list changes under a frozen value; one string is a sequence of one."""
    for name in names:
        given = getattr(owner, name)
        if not isinstance(given, tuple):
            object.__setattr__(
                owner, name, ((given,) if given else ()) if isinstance(given, str) else tuple(given or ())
            )
