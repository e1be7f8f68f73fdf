"""A change in words: what it is about, what stood there and stands there, and what happened when."""

from datetime import date

from citations.charts import PALETTE
from citations.reports.wording import wording
from citations.store import Change


def change_what(change: Change) -> str:
    """What changed: "the phone number"."""
    return change_field(change.field)


def change_field(field: str) -> str:
    """What a field is called, or what a notice is about."""
    own: dict[str, str] = wording()["change_what"]
    return own.get(field) or str(wording()["what"][field])


def change_says(change: Change) -> str:
    """What happened, with its dates, as plain text."""
    table = wording()
    reason = change.before_word if change.kind == "seen_again" else change.word
    says = table["change"][change.kind].format(
        so=_span(change.since, change.before_at),
        before=_day(change.before_at),
        at=_day(change.at),
        reason=table["reason_short"].get(reason, _label(reason)).lower(),
    )
    return f"{says} {table['change_because'][change.because]}".strip()


def was(change: Change) -> str:
    """What stood there before: the value, else the word for it."""
    return _state(change.before_listed, change.before_word, change.before_url if change.kind == "other_page" else "")


def now(change: Change) -> str:
    """What stands there now: the value, else the word for it."""
    return _state(change.listed, change.word, change.url if change.kind == "other_page" else "")


def _state(listed: str, word: str, url: str) -> str:
    return url or listed or wording()["reason_short"].get(word, "") or _label(word)


def _label(word: str) -> str:
    """The word as people read it; without one there was nothing to say."""
    return PALETTE[word].label if word in PALETTE else word.replace("_", " ") or "No such notice"


def _span(first: date, last: date) -> str:
    from_, to = _day(first), _day(last)
    return f"on {to}" if from_ == to else f"from {from_} to {to}"


def _day(moment: date) -> str:
    return f"{moment.day} {moment:%B %Y}"
